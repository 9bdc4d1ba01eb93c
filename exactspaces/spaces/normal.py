"""Normal forms of the kernel written as formulas again, in the way a person would write them."""

from fractions import Fraction
from math import lcm, prod
from typing import Any

from exactspaces.kernel import sums as s
from exactspaces.kernel.formulas import Apply, Constant, Formula, Variable
from exactspaces.kernel.sums import Atom, Sum

Power = tuple[Formula, Sum]


def formula_of(one: Sum) -> Formula:
    """Give a formula with the value of the sum.

    >>> formula_of(((((("prime", 2), s.number(Fraction(1, 2))),), Fraction(1)),))
    Apply(function='root', arguments=(Constant(numerator=2, denominator=1), \
Constant(numerator=2, denominator=1)))
    """
    total: Formula | None = None
    for monomial, coefficient in sorted(one, key=lambda term: (not term[0], -term[1])):
        size = _term(monomial, abs(coefficient))
        if total is None:
            total = _signed(size) if coefficient < 0 else size
        else:
            total = Apply("+", (total, Apply("-", (size,)) if coefficient < 0 else size))
    return Constant(0) if total is None else total


def _signed(size: Formula) -> Formula:
    if isinstance(size, Constant):
        return Constant(-size.numerator, size.denominator)
    return Apply("-", (size,))


def _term(monomial: s.Monomial, size: Fraction) -> Formula:
    above: list[Formula] = _roots_of_primes(monomial)
    below: list[Formula] = []
    for one, exponent in monomial:
        if one[0] == "prime" and s.constant_of(exponent) is not None:
            continue
        number = s.constant_of(exponent)
        if number is not None and number < 0 and one[0] != "e":
            below.append(_power(one, s.number(-number)))
        else:
            above.append(_power(one, exponent))
    if not above and not below:
        return Constant(size.numerator, size.denominator)
    return _quotient(above, below, size)


def _quotient(above: list[Formula], below: list[Formula], size: Fraction) -> Formula:
    if size.numerator != 1 or not above:
        above.insert(0, Constant(size.numerator))
    if size.denominator != 1:
        below.insert(0, Constant(size.denominator))
    top = _product(above)
    return Apply("/", (top, _product(below))) if below else top


def _product(factors: list[Formula]) -> Formula:
    total = factors[0]
    for factor in factors[1:]:
        total = Apply("*", (total, factor))
    return total


def _roots_of_primes(monomial: s.Monomial) -> list[Formula]:
    """Put the roots of primes under one root sign."""
    powers = [(a[1], e) for a, x in monomial if a[0] == "prime" and (e := s.constant_of(x))]
    if not powers:
        return []
    index = lcm(*(e.denominator for _, e in powers))
    inside = prod(p ** int(e * index) for p, e in powers)
    return [Apply("root", (Constant(inside), Constant(index)))]


def _power(one: Atom, exponent: Sum) -> Formula:
    kind, payload = one
    if kind == "e":
        return Apply("exp", (formula_of(exponent),))
    base = _atom(kind, payload)
    if exponent == s.ONE:
        return base
    number = s.constant_of(exponent)
    if number is not None and number.numerator == 1:
        return Apply("root", (base, Constant(number.denominator)))
    return Apply("^", (base, formula_of(exponent)))


def _atom(kind: str, payload: Any) -> Formula:
    match kind, payload:
        case "variable", str(name):
            return Variable(name)
        case "conjugate", str(name):
            return Apply("conj", (Variable(name),))
        case "prime", int(p):
            return Constant(p)
        case "i", _:
            return Variable("i")
        case "sum", tuple(inner):
            return formula_of(inner)
        case "log", (str(inner_kind), inner):
            return Apply("log", (_power((inner_kind, inner), s.ONE),))
        case "root", (int(index), inner):
            return Apply("root", (formula_of(inner), Constant(index)))
        case _, tuple(arguments):
            return Apply(kind, tuple(map(formula_of, arguments)))
    return Variable(kind)
