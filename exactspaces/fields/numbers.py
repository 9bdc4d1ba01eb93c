"""Exact numbers outside the kernel: fractions of ring values, with the usual operators.

A `Scalar` belongs to one of the kernel's rings. Over Q it is `top / bottom` in lowest terms; over
F_p and F_q `bottom` is 1; over a number field `bottom` is a positive integer; with parameters both
are polynomials. Hash and equality go by value, but with parameters, where fractions need not be in
lowest terms, by what is written: there ask whether the difference is zero.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import product
from math import gcd

from exactspaces.errors import NoAnswer, NotExact
from exactspaces.fields.texts import field_name, quantity_names, value_text
from exactspaces.kernel import Extension, Parameters, PrimeField, Rationals, Ring
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.kernel.scalars import Value


@dataclass(frozen=True, slots=True)
class Scalar:
    """A number of a ring; build one with `number`, never directly.

    >>> from exactspaces.fields import GF, number
    >>> number(GF(7), 3) / number(GF(7), 2)
    Scalar(5 in GF(7))
    """

    ring: Ring
    top: Value
    bottom: Value

    def __add__(self, other: "Scalar | Fraction | int") -> "Scalar":
        other = self._like(other)
        ring = self.ring
        if self.bottom == other.bottom:
            return normal(ring, ring.add(self.top, other.top), self.bottom)
        left = ring.multiply(self.top, other.bottom)
        right = ring.multiply(other.top, self.bottom)
        return normal(ring, ring.add(left, right), ring.multiply(self.bottom, other.bottom))

    __radd__ = __add__

    def __neg__(self) -> "Scalar":
        minus = self.ring.multiply(self.ring.integer(-1), self.top)
        return Scalar(self.ring, minus, self.bottom)

    def __sub__(self, other: "Scalar | Fraction | int") -> "Scalar":
        return self + -self._like(other)

    def __rsub__(self, other: "Fraction | int") -> "Scalar":
        return self._like(other) - self

    def __mul__(self, other: "Scalar | Fraction | int") -> "Scalar":
        other, ring = self._like(other), self.ring
        top = ring.multiply(self.top, other.top)
        return normal(ring, top, ring.multiply(self.bottom, other.bottom))

    __rmul__ = __mul__

    def __truediv__(self, other: "Scalar | Fraction | int") -> "Scalar":
        return self * self._like(other).inverse()

    def __rtruediv__(self, other: "Fraction | int") -> "Scalar":
        return self._like(other) * self.inverse()

    def __pow__(self, exponent: int) -> "Scalar":
        base = self if exponent >= 0 else self.inverse()
        result = number(self.ring, 1)
        for bit in f"{abs(exponent):b}":
            result = result * result
            result = result * base if bit == "1" else result
        return result

    def __bool__(self) -> bool:
        return not self.ring.is_zero(self.top)

    def __repr__(self) -> str:
        return f"Scalar({self} in {field_name(self.ring)})"

    def __str__(self) -> str:
        return value_text(self.ring, self.top, self.bottom)

    def _like(self, other: "Scalar | Fraction | int") -> "Scalar":
        if isinstance(other, Scalar) and other.ring is self.ring:
            return other
        return number(self.ring, other)

    def inverse(self) -> "Scalar":
        """Give 1 / self.

        Raises NoAnswer for zero.
        """
        if not self:
            raise NoAnswer("division by zero")
        ring = self.ring
        if isinstance(ring, PrimeField):
            return Scalar(ring, pow(self.top, -1, ring.p), 1)
        if isinstance(ring, Extension):
            return _extension_inverse(ring, self.top) * Scalar(ring, self.bottom, ring.integer(1))
        return normal(ring, self.bottom, self.top)

    @property
    def fraction(self) -> Fraction | None:
        """The value as a fraction when it is rational (over a ring that contains Q)."""
        if self.ring.characteristic:
            return None
        if isinstance(self.ring, Rationals):
            return Fraction(self.top, self.bottom)
        if poly.is_constant(self.top) and poly.is_constant(self.bottom):
            top = self.top[0][1] if self.top else 0
            return Fraction(top, self.bottom[0][1])
        return None


def number(ring: Ring, value: "int | Fraction | Scalar") -> Scalar:
    """Give the number of the ring for an integer, a fraction, or a number of a smaller field.

    Raises NoAnswer when a denominator is zero in the ring, NotExact for a float.
    """
    if isinstance(value, Scalar):
        return value if value.ring == ring else lift(ring, value)
    if isinstance(value, float):
        raise NotExact(f"{value!r} is a float, and floats are not exact")
    value = Fraction(value)
    top, bottom = ring.integer(value.numerator), ring.integer(value.denominator)
    if ring.is_zero(bottom):
        raise NoAnswer(f"{value} has no value modulo {ring.characteristic}")
    return normal(ring, top, bottom)


def lift(ring: Ring, value: Scalar) -> Scalar:
    """Carry a number over into a larger ring that has all its generators, by name.

    Raises NoAnswer when a generator is missing or the characteristic differs.
    """
    rational = value.fraction
    if rational is not None:
        return number(ring, rational)
    if ring.characteristic != value.ring.characteristic:
        raise NoAnswer("the numbers belong to fields of different characteristic")
    if isinstance(value.ring, PrimeField):
        return Scalar(ring, ring.integer(value.top), ring.integer(1))
    return normal(
        ring, _moved(ring, value.ring, value.top), _moved(ring, value.ring, value.bottom)
    )


def _moved(ring: Ring, old: Ring, f: Polynomial) -> Polynomial:
    names = quantity_names(ring)
    missing = [name for name in quantity_names(old) if name not in names]
    if missing:
        raise NoAnswer(f"{missing[0]} is not a number of the larger field")
    places = [names.index(name) for name in quantity_names(old)]
    terms = {}
    for exponents, coefficient in f:
        moved = [0] * len(names)
        for place, e in zip(places, exponents, strict=True):
            moved[place] = e
        terms[tuple(moved)] = coefficient
    return poly.canonical(terms, ring.characteristic)


def generator(ring: Ring, name: str) -> Scalar:
    """Give the generator or parameter of this name."""
    names = quantity_names(ring)
    exponents = tuple(int(name == other) for other in names)
    value: Polynomial = ((exponents, 1),)
    value = ring.reduce(value) if isinstance(ring, Extension) else value
    return Scalar(ring, value, ring.integer(1))


def normal(ring: Ring, top: Value, bottom: Value) -> Scalar:
    """Give top / bottom in the normal form of the ring; bottom is not zero."""
    if isinstance(ring, Rationals):
        common = gcd(top, bottom) * (1 if bottom > 0 else -1)
        return Scalar(ring, top // common, bottom // common)
    if isinstance(ring, PrimeField):
        return Scalar(ring, top * pow(bottom, -1, ring.p) % ring.p if bottom != 1 else top, 1)
    return _normal_polynomials(ring, top, bottom)


def _normal_polynomials(ring: Ring, top: Polynomial, bottom: Polynomial) -> Scalar:
    one = ring.integer(1)
    if bottom == one:
        return Scalar(ring, top, one)
    if isinstance(ring, Extension) and not poly.is_constant(bottom):
        inverse = _extension_inverse(ring, bottom)
        return normal(ring, ring.multiply(top, inverse.top), inverse.bottom)
    if isinstance(ring, Parameters) and isinstance(ring.field, Extension):
        count = ring.field.count
        if not poly.is_constant(bottom) and not any(any(e[count:]) for e, _ in bottom):
            below = tuple((e[:count], c) for e, c in bottom)
            inverse = lift(ring, _extension_inverse(ring.field, below))
            return normal(ring, ring.multiply(top, inverse.top), inverse.bottom)
    p = ring.characteristic
    if p:
        unit = pow(bottom[0][1], -1, p)
        top, bottom = poly.scale(top, unit, p), poly.scale(bottom, unit, p)
        return Scalar(ring, top, bottom)
    common = reduce(gcd, (c for _, c in (*top, *bottom)), 0)
    common = common if bottom[0][1] > 0 else -common
    top = tuple((e, c // common) for e, c in top)
    bottom = tuple((e, c // common) for e, c in bottom)
    if top and poly.proportional(top, bottom, 0):
        ratio = Fraction(top[0][1], bottom[0][1])
        top, bottom = ring.integer(ratio.numerator), ring.integer(ratio.denominator)
    return Scalar(ring, top, bottom)


def _extension_inverse(ring: Extension, value: Polynomial) -> Scalar:
    """Solve value * x = 1 for the coefficients of x, over the base field."""
    degrees = [poly.degree(m, i) for i, m in enumerate(ring.moduli)]
    monomials = list(product(*map(range, degrees)))
    columns = [dict(ring.multiply(value, ((e, 1),))) for e in monomials]
    rows = [
        [_base_number(ring, column.get(e, 0)) for column in columns]
        + [_base_number(ring, int(not any(e)))]
        for e in monomials
    ]
    solution = _solve_square(rows)
    terms = {e: x for e, x in zip(monomials, solution, strict=True) if x}
    if ring.characteristic:
        top = poly.canonical({e: x.top for e, x in terms.items()}, ring.characteristic)
        return Scalar(ring, top, ring.integer(1))
    bottom = reduce(lambda a, b: a * b // gcd(a, b), (x.bottom for x in terms.values()), 1)
    whole = {e: x.top * (bottom // x.bottom) for e, x in terms.items()}
    return Scalar(ring, poly.canonical(whole, 0), ring.integer(bottom))


def _base_number(ring: Extension, value: int) -> Scalar:
    return Scalar(ring.base, value, 1)


def _solve_square(rows: list[list[Scalar]]) -> list[Scalar]:
    """Solve the invertible system whose augmented rows these are (Gauss-Jordan)."""
    n = len(rows)
    for k in range(n):
        at = next(i for i in range(k, n) if rows[i][k])
        rows[k], rows[at] = rows[at], rows[k]
        inverse = rows[k][k].inverse()
        rows[k] = [x * inverse for x in rows[k]]
        for i in range(n):
            if i != k and rows[i][k]:
                factor = rows[i][k]
                rows[i] = [x - factor * y for x, y in zip(rows[i], rows[k], strict=True)]
    return [row[-1] for row in rows]
