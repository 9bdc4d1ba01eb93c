"""Generators of numbers, vectors and polynomials."""

from fractions import Fraction
from math import gcd

from exactspaces.errors import NotUnderstood
from exactspaces.fields import Scalar, generator, number
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Extension, PrimeField
from exactspaces.spaces import Polynomials
from exactspaces.variants.arguments import MOST_HEIGHT, MOST_SIZE, Told
from exactspaces.variants.linear import rank
from exactspaces.variants.values import Row, Value, height, number_value, vector_value


def entry_up_to(told: Told, size: int) -> Scalar:
    """Draw a number of the field: a whole number up to a size, any element of a finite field.

    Over a number field a whole multiple of each generator is added.
    """
    ring, chance = told.ring, told.chance
    if isinstance(ring, PrimeField):
        return number(ring, chance.below(ring.p))
    if isinstance(ring, Extension):
        return _element(told, ring, size)
    return number(ring, chance.between(-size, size))


def _element(told: Told, ring: Extension, size: int) -> Scalar:
    p = ring.characteristic
    low, high = (0, p - 1) if p else (-size, size)
    total = number(ring, told.chance.between(low, high))
    for name in quantity_names(ring):
        total += generator(ring, name) * told.chance.between(low, high)
    return total


def nonzero_up_to(told: Told, size: int) -> Scalar:
    """Draw a number that is not 0."""
    while True:
        x = entry_up_to(told, size)
        if x:
            return x


def integer(told: Told) -> Value:
    """Draw from a range, without some."""
    low, high = told.whole("low", -MOST_HEIGHT), told.whole("high", -MOST_HEIGHT)
    without = told.numbers("without")
    few = range(low, min(high, low + len(without) + (told.ring.characteristic or 0)) + 1)
    if all(number(told.ring, k) in without for k in few):
        raise NotUnderstood(f"integer: from {low} to {high} nothing is left to draw")

    def make() -> Value | None:
        x = number(told.ring, told.chance.between(low, high))
        return None if x in without else number_value(x)

    return told.tried(make, "such number")


def rational(told: Told) -> Value:
    """Draw a fraction that is not whole."""
    if not told.is_rational:
        raise NotUnderstood("rational: fractions are drawn over QQ; use integer here")
    size, most = told.height(), told.whole("denominator", 2)

    def make() -> Value | None:
        top, bottom = told.chance.between(-size, size), told.chance.between(2, most)
        good = top and gcd(top, bottom) == 1
        return number_value(number(told.ring, Fraction(top, bottom))) if good else None

    return told.tried(make, "such fraction")


def choice(told: Told) -> Value:
    """Choose one of several."""
    return told.chance.one_of(told.values["options"])


def entry(told: Told) -> Value:
    """Give an entry of a vector."""
    v = told.vector("v")
    return number_value(v[told.whole("k", 1, len(v)) - 1])


def random_vector(told: Told) -> Value:
    """Draw a vector that is not 0."""
    n, size, zeros = told.size("n"), told.height(), told.whole("zeros")

    def make() -> Value | None:
        row = tuple(entry_up_to(told, size) for _ in range(n))
        return vector_value(row) if any(row) and sum(not x for x in row) <= zeros else None

    return told.tried(make, "such vector")


def distinct_integers(told: Told) -> Value:
    """Draw different numbers."""
    low, high = told.whole("low", -200, 200), told.whole("high", -200, 200)
    without, n = told.numbers("without"), told.size("n")
    left: list[Scalar] = []
    for k in range(low, high + 1):
        x = number(told.ring, k)
        left += [] if x in without or x in left else [x]
    if len(left) < n:
        raise NotUnderstood(f"distinct_integers: {len(left)} numbers are left, and {n} are due")
    return vector_value(told.chance.shuffled(left)[:n])


def shuffled(told: Told) -> Value:
    """Give the entries in another order."""
    return vector_value(told.chance.shuffled(told.vector("v")))


def combination(coefficients: Row, vectors: tuple[Row, ...]) -> Row:
    """Add multiples of vectors."""
    columns = zip(*vectors, strict=True)
    out = []
    for column in columns:
        products = [c * x for c, x in zip(coefficients, column, strict=True)]
        out.append(sum(products[1:], products[0]))
    return tuple(out)


def vector_in(told: Told) -> Value:
    """Combine the vectors of a list."""
    vectors, size = told.vectors("vectors"), told.height()
    coefficients = tuple(nonzero_up_to(told, size) for _ in vectors)
    return vector_value(combination(coefficients, vectors))


def vector_outside(told: Told) -> Value:
    """Draw a vector outside of a span."""
    vectors, size = told.vectors("vectors"), told.height()
    inside = rank(vectors)
    if inside == len(vectors[0]):
        raise NotUnderstood("vector_outside: the vectors span everything, nothing is outside")

    def make() -> Value | None:
        row = tuple(entry_up_to(told, size) for _ in vectors[0])
        return vector_value(row) if rank((*vectors, row)) > inside else None

    return told.tried(make, "vector outside")


def member(told: Told) -> Value:
    """Give a vector of a list."""
    vectors = told.vectors("vectors")
    return vector_value(vectors[told.whole("k", 1, len(vectors)) - 1])


def random_polynomial(told: Told) -> Value:
    """Draw coefficients, the last one not 0."""
    degree, size = told.whole("degree", 0, 12), told.height()
    lower = [entry_up_to(told, size) for _ in range(degree)]
    return _polynomial((*lower, nonzero_up_to(told, size)))


def polynomial_with_roots(told: Told) -> Value:
    """Multiply x - r for all roots."""
    coefficients: Row = (number(told.ring, 1),)
    zero = number(told.ring, 0)
    roots = told.numbers("roots")
    if len(roots) > MOST_SIZE:
        raise NotUnderstood(f"polynomial_with_roots: at most {MOST_SIZE} roots")
    for root in roots:
        moved, scaled = (zero, *coefficients), (*(-root * c for c in coefficients), zero)
        coefficients = tuple(a + b for a, b in zip(moved, scaled, strict=True))
    return _polynomial(coefficients)


def _polynomial(coefficients: Row) -> Value:
    text = Polynomials(len(coefficients) - 1, "x").plain(coefficients)
    return Value("something else", (), text)


def is_small(rows: "tuple[Row, ...]", size: int) -> bool:
    """Say whether no numerator or denominator is above the height."""
    return height(rows) <= size
