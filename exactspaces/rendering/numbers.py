"""Numbers as formulas: fractions, roots, powers of parameters; a coefficient 1 is not shown."""

from collections.abc import Sequence
from math import gcd
from typing import Literal

from exactspaces.fields import Scalar
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Extension, PrimeField, Rationals
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Exponents, Polynomial
from exactspaces.kernel.wire import digits
from exactspaces.rendering.formulas import Digits, Formula, Fraction, Join, Negative, Raised, Sum
from exactspaces.rendering.generators import generator_formula

Term = tuple[Exponents, int]


def number_formula(value: Scalar | int) -> Formula:
    """Give the formula for a number, built of digits, names, fractions and roots."""
    if isinstance(value, int):
        return _signed(value, Digits(digits(abs(value))))
    ring, top, bottom = value.ring, value.top, value.bottom
    if isinstance(ring, Rationals | PrimeField):
        return _signed(top, _over(Digits(digits(abs(top))), bottom))
    names = quantity_names(ring)
    if isinstance(ring, Extension) and not ring.characteristic:
        top = tuple(reversed(top))
    if bottom == ring.integer(1):
        return polynomial_formula(top, names)
    return _quotient(top, bottom, names)


def polynomial_formula(f: Polynomial, names: Sequence[str]) -> Formula:
    """Give the formula for a polynomial with integer coefficients, terms in the order given."""
    if len(f) <= 1:
        return _signed(f[0][1], _term(f[0], names)) if f else Digits("0")
    return Sum(tuple((_sign(term[1]), _term(term, names)) for term in f))


def _quotient(top: Polynomial, bottom: Polynomial, names: Sequence[str]) -> Formula:
    """Set one polynomial over another; a single term takes its sign to the front."""
    if len(top) != 1:
        return Fraction(polynomial_formula(top, names), polynomial_formula(bottom, names))
    ((exponents, coefficient),) = top
    if not poly.is_constant(bottom):
        lower = polynomial_formula(bottom, names)
        return _signed(coefficient, Fraction(_term(top[0], names), lower))
    common = gcd(coefficient, bottom[0][1])
    upper = _term((exponents, coefficient // common), names)
    return _signed(coefficient, _over(upper, bottom[0][1] // common))


def _over(top: Formula, bottom: int) -> Formula:
    return top if bottom == 1 else Fraction(top, Digits(digits(bottom)))


def _sign(coefficient: int) -> Literal["+", "-"]:
    return "-" if coefficient < 0 else "+"


def _signed(coefficient: int, size: Formula) -> Formula:
    return Negative(size) if coefficient < 0 else size


def _term(term: Term, names: Sequence[str]) -> Formula:
    """Give a term without its sign."""
    exponents, coefficient = term
    factors = [
        generator_formula(name) if e == 1 else Raised(generator_formula(name), Digits(str(e)))
        for name, e in zip(names, exponents, strict=True)
        if e
    ]
    if abs(coefficient) != 1 or not factors:
        factors.insert(0, Digits(digits(abs(coefficient))))
    return factors[0] if len(factors) == 1 else Join("", tuple(factors))
