"""Formulas, conditions and statements about all values, in plain words and signs.

The texts are complete and nothing is simplified: what is written is what the claim says.
"""

from collections.abc import Iterable
from fractions import Fraction
from itertools import groupby

from exactspaces.kernel import formulas as f
from exactspaces.kernel import statements as st
from exactspaces.kernel.polynomials import degree
from exactspaces.kernel.scalars import Extension, PlainRing
from exactspaces.kernel.wire import digits

SUM, PRODUCT, POWER, ATOM = range(4)
_SIGNS = {"+": (SUM, " + "), "*": (PRODUCT, "*"), "/": (PRODUCT, "/"), "^": (POWER, "^")}


def sentence(claim: st.Quantified) -> str:
    """Write a statement: "for all u, v in RR with u > 0, v > 0: u*v > 0".

    >>> x = f.Variable("x")
    >>> positive = f.Compare(">", x, f.Constant(0))
    >>> sentence(st.NotForAll((f.Quantity("x", f.Reals()),), (), positive))
    'not for all x in RR: x > 0'
    """
    start = "not " if isinstance(claim, st.NotForAll) else ""
    over = ", ".join(
        f"{', '.join(q.name for q in group)} in {domain}"
        for domain, group in groupby(claim.quantities, lambda q: domain_text(q.domain))
    )
    given = ", ".join(_hypothesis(x) for x in claim.hypotheses if x != f.Every(()))
    under = f" with {given}" if given else ""
    said = condition_text(claim.conclusion)
    return f"{start}for all {over}{under}: {said}" if over or given or start else said


def _hypothesis(condition: f.Condition) -> str:
    if isinstance(condition, f.Compare) and condition == f.Compare("=", *[condition.left] * 2):
        return f"{formula_text(condition.left)} has a value"
    return condition_text(condition)


def domain_text(domain: f.Domain) -> str:
    """Write a domain: RR, CC, ZZ, QQ, GF(4), {0, ..., 5}."""
    match domain:
        case f.Reals():
            return "RR"
        case f.ComplexNumbers():
            return "CC"
        case f.Integers():
            return "ZZ"
        case f.Labels(size):
            return f"{{0, ..., {size - 1}}}" if size else "{ }"
        case Extension() if domain.characteristic:
            return f"GF({domain.characteristic ** degree(domain.moduli[0], 0)})"
        case PlainRing():
            return f"GF({domain.characteristic})" if domain.characteristic else "QQ"
    return type(domain).__name__


def condition_text(condition: f.Condition) -> str:
    """Write a condition; parts that are composed themselves stand in brackets."""
    match condition:
        case f.Compare(relation, left, right):
            return f"{formula_text(left)} {relation} {formula_text(right)}"
        case f.Within(formula, domain):
            return f"{formula_text(formula)} in {domain_text(domain)}"
        case f.Every(conditions):
            return _joined(conditions, " and ") or "true"
        case f.Some(conditions):
            return _joined(conditions, " or ") or "false"
    return type(condition).__name__


def _joined(conditions: tuple[f.Condition, ...], word: str) -> str:
    if len(conditions) == 1:
        return condition_text(conditions[0])
    return word.join(
        f"({condition_text(x)})" if isinstance(x, f.Every | f.Some) else condition_text(x)
        for x in conditions
    )


def formula_text(formula: f.Formula) -> str:
    """Write a formula.

    >>> x, y = f.Variable("x"), f.Variable("y")
    >>> formula_text(f.Apply("*", (f.Apply("+", (x, f.Apply("-", (y,)))), x)))
    '(x - y)*x'
    """
    return _spelled(formula)[0]


def _spelled(formula: f.Formula) -> tuple[str, int]:
    """Give the text, and how tightly it holds together."""
    match formula:
        case f.Constant(n, d):
            return fraction(n, d), SUM if n < 0 else ATOM if d == 1 else PRODUCT
        case f.Variable(name):
            return name, ATOM
        case f.Apply("-", (x,)):
            return f"-{_within(x, PRODUCT)}", SUM
        case f.Apply("+", (x, f.Apply("-", (y,)))):
            return f"{formula_text(x)} - {_within(y, PRODUCT)}", SUM
        case f.Apply("root", (x, f.Constant(2, 1))):
            return f"sqrt({formula_text(x)})", ATOM
        case f.Apply(sign, (x, y)) if sign in _SIGNS:
            own, text = _SIGNS[sign]
            left = own if own < POWER else ATOM
            return f"{_within(x, left)}{text}{_within(y, min(own + 1, ATOM))}", own
        case f.Apply(function, arguments):
            return f"{function}({_listed(map(formula_text, arguments))})", ATOM
        case f.Conditional(condition, then, other):
            test = condition_text(condition)
            return f"({formula_text(then)} if {test} else {formula_text(other)})", ATOM
        case f.Lookup(table, row, column):
            rows = "; ".join(" ".join(map(digits, line)) for line in table)
            return f"[{rows}][{formula_text(row)}, {formula_text(column)}]", ATOM
    return type(formula).__name__, ATOM


def _within(formula: f.Formula, least: int) -> str:
    text, own = _spelled(formula)
    return text if own >= least else f"({text})"


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(texts)


def fraction(numerator: int, denominator: int) -> str:
    """Write a quotient of integers in lowest terms."""
    value = Fraction(numerator, denominator)
    top = digits(value.numerator)
    return top if value.denominator == 1 else f"{top}/{digits(value.denominator)}"
