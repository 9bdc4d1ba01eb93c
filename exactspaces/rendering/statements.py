"""Formulas, conditions and statements about all values, set as mathematics."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from exactspaces.kernel import formulas as f
from exactspaces.kernel import statements as st
from exactspaces.kernel.scalars import Extension, PrimeField, Rationals
from exactspaces.rendering.formulas import (
    Branches,
    Call,
    Formula,
    Fraction,
    Grid,
    Group,
    Join,
    Negative,
    Num,
    Phrase,
    Raised,
    Root,
    SetOf,
    Sum,
    Sym,
    Words,
)
from exactspaces.rendering.rings import field_formula

RELATIONS = {"=": "=", "!=": "!=", "<": "<", ">": ">", "<=": "at most", ">=": "at least"}
_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_NAMES = {"asinh": "arsinh", "atanh": "artanh", "atan": "arctan"}
Terms = list[tuple[Literal["+", "-"], Formula]]


def number_box(formula: f.Formula) -> Formula:
    """Give a formula of the kernel as mathematics."""
    match formula:
        case f.Constant(n, d):
            size = Num(abs(n)) if d == 1 else Fraction(Num(abs(n)), Num(d))
            return Negative(size) if n < 0 else size
        case f.Variable(name):
            return Sym(name)
        case f.Apply("+" | "-"):
            return _sum(formula)
        case f.Apply("*"):
            return _product(formula)
        case f.Apply(function, arguments):
            return _applied(function, arguments)
        case f.Conditional(condition, then, otherwise):
            cases = (then, condition), (otherwise, _denied(condition))
            return Branches(tuple((number_box(x), condition_box(c)) for x, c in cases))
        case f.Lookup(table, row, column):
            return _looked_up(table, row, column)
    raise TypeError(f"{type(formula).__name__} is not a formula")


def _sum(formula: f.Apply) -> Formula:
    if formula.function == "-":
        return Negative(number_box(formula.arguments[0]))
    terms: Terms = []
    left: f.Formula = formula
    while isinstance(left, f.Apply) and left.function == "+":
        left, right = left.arguments
        terms.append(_last_term(right))
    terms.append(("+", number_box(left)))
    return Sum(tuple(reversed(terms)))


def _last_term(right: f.Formula) -> tuple[Literal["+", "-"], Formula]:
    match right:
        case f.Apply("-", (x,)):
            return "-", number_box(x)
        case f.Constant(n, d) if n < 0:
            return "-", number_box(f.Constant(-n, d))
        case f.Apply("+"):
            return "+", Group(number_box(right))
    return "+", number_box(right)


def _product(formula: f.Apply) -> Formula:
    factors: list[Formula] = []
    left: f.Formula = formula
    while isinstance(left, f.Apply) and left.function == "*":
        left, right = left.arguments
        box = number_box(right)
        factors.append(Group(box) if isinstance(right, f.Apply) and right.function == "*" else box)
    number = isinstance(left, f.Constant) and left.numerator > 1 and left.denominator == 1
    first = number_box(left)
    factors.append(Group(first) if isinstance(first, Negative) else first)
    short = number and not any(isinstance(x, Num | Negative | Group) for x in factors[:-1])
    return Join("" if short else "*", tuple(reversed(factors)))


def _applied(function: str, arguments: Sequence[f.Formula]) -> Formula:
    match function, arguments:
        case "/", (x, y):
            return Fraction(number_box(x), number_box(y))
        case "^", (x, y):
            return Raised(number_box(x), number_box(y))
        case "root", (x, f.Constant(index, 1)):
            return Root(number_box(x), index)
    return Call(_NAMES.get(function, function), tuple(map(number_box, arguments)))


def _looked_up(table: tuple[tuple[int, ...], ...], row: f.Formula, column: f.Formula) -> Formula:
    grid = Grid(tuple(tuple(map(Num, line)) for line in table))
    at = Join(",", (number_box(row), number_box(column)))
    return Phrase((Words("the entry of"), grid, Words("at"), Group(at)))


def _denied(condition: f.Condition) -> f.Condition:
    """Give the condition that holds where this one does not, as far as it is easily said."""
    match condition:
        case f.Compare(relation, left, right):
            return f.Compare(_OPPOSITE[relation], left, right)
        case f.Every(parts):
            return f.Some(tuple(map(_denied, parts)))
        case f.Some(parts):
            return f.Every(tuple(map(_denied, parts)))
    return f.Every(())


def condition_box(condition: f.Condition) -> Formula:
    """Give a condition as mathematics; an order that goes on is written as a chain."""
    match condition:
        case f.Compare(relation, left, right):
            return Join(RELATIONS[relation], (number_box(left), number_box(right)))
        case f.Within(formula, domain):
            return Join("in", (number_box(formula), domain_box(domain)))
        case f.Every(parts):
            return _joined(list(_chained(parts)), "and", "true")
        case f.Some(parts):
            return _joined([_part(x) for x in parts], "or", "false")
    raise TypeError(f"{type(condition).__name__} is not a condition")


def _chained(parts: Sequence[f.Condition]) -> Iterable[Formula]:
    place = 0
    while place < len(parts):
        chain = [parts[place]]
        while place + 1 < len(parts) and _goes_on(chain[-1], parts[place + 1]):
            place += 1
            chain.append(parts[place])
        place += 1
        yield _part(chain[0]) if len(chain) == 1 else _chain(chain)


def _goes_on(one: f.Condition, other: f.Condition) -> bool:
    return (
        isinstance(one, f.Compare)
        and isinstance(other, f.Compare)
        and one.relation == other.relation != "!="
        and one.right == other.left
        and one != other
    )


def _chain(parts: list[f.Condition]) -> Formula:
    compared = [x for x in parts if isinstance(x, f.Compare)]
    sides = [compared[0].left, *(x.right for x in compared)]
    return Join(RELATIONS[compared[0].relation], tuple(map(number_box, sides)))


def _part(condition: f.Condition) -> Formula:
    box = condition_box(condition)
    return Group(box) if isinstance(box, Phrase) else box


def _joined(parts: list[Formula], word: str, none: str) -> Formula:
    if len(parts) <= 1:
        return parts[0] if parts else Words(none)
    said: list[Formula] = []
    for part in parts:
        said += [part, Words(word)]
    return Phrase(tuple(said[:-1]))


def domain_box(domain: f.Domain) -> Formula:
    """Name a domain."""
    match domain:
        case f.Reals():
            return Sym("RR")
        case f.ComplexNumbers():
            return Sym("CC")
        case f.Integers():
            return Sym("ZZ")
        case Rationals() | PrimeField() | Extension():
            return field_formula(domain)
        case f.Labels(size):
            return SetOf((Num(0), Sym("..."), Num(size - 1)) if size else ())
    raise TypeError(f"{type(domain).__name__} is not a domain")


def quantities_box(quantities: Sequence[f.Quantity]) -> Formula:
    """Give "a, b in RR, k in ZZ"."""
    said: list[Formula] = []
    for domain, group in groupby(quantities, lambda q: q.domain):
        *first, last = (Sym(q.name) for q in group)
        said += [*first, Join("in", (last, domain_box(domain)))]
    return said[0] if len(said) == 1 else Join(",", tuple(said))


def statement_box(claim: st.Quantified) -> Formula:
    """Give a statement: for all u, v in RR with u > 0, v > 0 we have u v > 0."""
    said: list[Formula] = []
    if claim.quantities:
        said += [Words("for all"), quantities_box(claim.quantities)]
    said += _hypotheses(claim.hypotheses, "with" if said else "if")
    if isinstance(claim, st.NotForAll):
        said.insert(0, Words("it is not true that"))
    conclusion = condition_box(claim.conclusion)
    if not said:
        return conclusion
    tail = conclusion.parts if isinstance(conclusion, Phrase) else (conclusion,)
    return Phrase((*said, Words("we have"), *tail))


def _hypotheses(conditions: Sequence[f.Condition], word: str) -> list[Formula]:
    """Give the hypotheses; of a formula that is compared with itself, that it is defined."""
    defined = [x.left for x in conditions if isinstance(x, f.Compare) and _is_trivial(x)]
    given = [condition_box(x) for x in conditions if x != f.Every(()) and not _is_trivial(x)]
    said: list[Formula] = []
    if given:
        said += [Words(word), *_with_commas(given)]
    if defined:
        formulas = Join(",", tuple(map(number_box, defined)))
        said += [Words("and" if given else word), formulas, Words("defined")]
    return said


def _is_trivial(condition: f.Condition) -> bool:
    return isinstance(condition, f.Compare) and (condition.relation, condition.left) == (
        "=",
        condition.right,
    )


def _with_commas(parts: list[Formula]) -> tuple[Formula, ...]:
    if not any(isinstance(x, Phrase) for x in parts):
        return (parts[0] if len(parts) == 1 else Join(",", tuple(parts)),)
    box = _joined([Group(x) if isinstance(x, Phrase) else x for x in parts], "and", "")
    return box.parts if isinstance(box, Phrase) else (box,)
