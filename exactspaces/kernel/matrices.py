"""Immutable matrices over the rings, and what is computed with them.

A matrix is rows of ring values over one denominator: a positive integer (1 unless the ring
contains the rationals) times powers of the polynomials that the ring states to be non-zero.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from math import gcd

from exactspaces.kernel import packing
from exactspaces.kernel.errors import demand, require
from exactspaces.kernel.records import Record
from exactspaces.kernel.scalars import Parameters, PlainRing, PrimeField, Rationals, Ring, Value

Rows = tuple[tuple[Value, ...], ...]
MAX_WIDTH = 1_000_000
MAX_ENTRIES = 10_000_000
MAX_POWER = 1000


class Matrix(Record):
    """A matrix of shape len(rows) x width over a ring; either number may be 0.

    Entry (i, j) is rows[i][j] divided by `denominator` and by the ring's non-zero polynomials to
    the stated `powers`.
    """

    ring: Ring
    rows: Rows
    width: int
    denominator: int = 1
    powers: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        demand(isinstance(self.ring, Ring), "a matrix is over a ring")
        demand(type(self.width) is int and self.width >= 0, "a width is a natural number")
        demand(self.width <= MAX_WIDTH, f"matrices are at most {MAX_WIDTH} wide")
        tuples = type(self.rows) is tuple and all(type(row) is tuple for row in self.rows)
        demand(tuples, "the rows are a tuple of tuples")
        demand(all(len(row) == self.width for row in self.rows), "the rows have unequal lengths")
        demand(type(self.denominator) is int and self.denominator > 0, "denominators are positive")
        demand(self.denominator == 1 or not self.ring.characteristic, "no denominators modulo p")
        demand(type(self.powers) is tuple, "the powers are a tuple")
        if self.powers:
            due = len(self.ring.nonzero) if isinstance(self.ring, Parameters) else 0
            demand(len(self.powers) == due, "one power for each non-zero polynomial is due")
            small = all(type(k) is int and 0 <= k <= MAX_POWER for k in self.powers)
            demand(small, f"powers go from 0 to {MAX_POWER}")
        demand(all(map(self._are_values, self.rows)), "an entry is not a value of the ring")

    def _are_values(self, row: tuple[Value, ...]) -> bool:
        if not isinstance(self.ring, PlainRing):
            return all(map(self.ring.contains, row))
        p = self.ring.characteristic
        whole = set(map(type, row)) <= {int}
        return whole and (not p or not row or (min(row) >= 0 and max(row) < p))

    @property
    def height(self) -> int:
        return len(self.rows)

    @property
    def shape(self) -> tuple[int, int]:
        return self.height, self.width

    @property
    def is_square(self) -> bool:
        return self.height == self.width

    @cached_property
    def scale(self) -> Value:
        """The denominator as a value of the ring."""
        value = self.ring.integer(self.denominator)
        if isinstance(self.ring, Parameters):
            for f, power in zip(self.ring.nonzero, self.powers, strict=False):
                for _ in range(power):
                    value = self.ring.multiply(value, f)
        return value

    @cached_property
    def transpose(self) -> "Matrix":
        rows = tuple(zip(*self.rows, strict=True)) if self.rows else ((),) * self.width
        return self._rearranged(rows, self.height)

    def _rearranged(self, rows: Rows, width: int) -> "Matrix":
        """Give a matrix of entries of this one, which have been checked when it was made."""
        made = object.__new__(Matrix)
        made.__dict__.update(self.__dict__, rows=rows, width=width)
        made.__dict__.pop("transpose", None)
        return made

    def with_rows(self, rows: Iterable[tuple[Value, ...]], width: int | None = None) -> "Matrix":
        """Give a matrix over the same denominator."""
        width = self.width if width is None else width
        return Matrix(self.ring, tuple(rows), width, self.denominator, self.powers)

    def columns(self, indices: Sequence[int]) -> "Matrix":
        """Pick columns, in this order."""
        if tuple(indices) == tuple(range(self.width)):
            return self
        demand(all(type(j) is int and 0 <= j < self.width for j in indices), "no such column")
        rows = tuple([tuple([row[j] for j in indices]) for row in self.rows])
        return self._rearranged(rows, len(indices))

    def select(self, indices: Sequence[int]) -> "Matrix":
        """Pick rows, in this order."""
        demand(all(type(i) is int and 0 <= i < self.height for i in indices), "no such row")
        return self._rearranged(tuple(self.rows[i] for i in indices), self.width)


def scalar(ring: Ring, n: int) -> Matrix:
    """Give the integer n as a 1 x 1 matrix."""
    return Matrix(ring, ((ring.integer(n),),), 1)


def identity(ring: Ring, n: int) -> Matrix:
    """Give the n x n identity matrix."""
    return Matrix(ring, diagonal(ring.integer(0), ring.integer(1), n), n)


def diagonal(zero: Value, value: Value, n: int) -> Rows:
    """Give the rows of a square matrix with one value on its diagonal and zeros elsewhere."""
    return tuple((zero,) * i + (value,) + (zero,) * (n - i - 1) for i in range(n))


def reduced(matrix: Matrix) -> Matrix:
    """Give the same matrix with the integer denominator in lowest terms."""
    if matrix.denominator == 1:
        return matrix
    common = gcd(matrix.denominator, *_integers(matrix))
    if common == 1:
        return matrix
    plain = isinstance(matrix.ring, Rationals)
    rows = tuple(
        tuple(x // common if plain else tuple((e, c // common) for e, c in x) for x in row)
        for row in matrix.rows
    )
    denominator = matrix.denominator // common
    return Matrix(matrix.ring, rows, matrix.width, denominator, matrix.powers)


def _integers(matrix: Matrix) -> Iterator[int]:
    entries = chain.from_iterable(matrix.rows)
    if isinstance(matrix.ring, PlainRing):
        return entries
    return (c for value in entries for _, c in value)


def _same_ring(*matrices: Matrix) -> Ring:
    ring = matrices[0].ring
    for other in matrices[1:]:
        require(other.ring is ring or other.ring == ring, "the matrices are over different rings")
    return ring


def times(left: Matrix, right: Matrix) -> Matrix:
    """Give the product."""
    ring = _same_ring(left, right)
    require(left.width == right.height, "the shapes do not fit for a product")
    few = left.height * right.width <= MAX_ENTRIES
    require(few, f"products have at most {MAX_ENTRIES} entries")
    columns = right.transpose.rows
    if isinstance(ring, PlainRing):
        rows = packing.multiply(left.rows, right.rows, columns)
        if p := ring.characteristic:
            rows = tuple(tuple(x % p for x in row) for row in rows)
    else:
        rows = tuple(tuple(_dot(ring, r, c) for c in columns) for r in left.rows)
    return _over_both(left, right, rows, right.width)


def _over_both(one: Matrix, other: Matrix, rows: Rows, width: int) -> Matrix:
    """Give the matrix with these rows over the product of the two denominators."""
    powers = one.powers or other.powers
    if one.powers and other.powers:
        powers = tuple(map(int.__add__, one.powers, other.powers))
    return reduced(Matrix(one.ring, rows, width, one.denominator * other.denominator, powers))


def _dot(ring: Ring, row: Sequence[Value], column: Sequence[Value]) -> Value:
    total: Value = ring.integer(0)
    for x, y in zip(row, column, strict=True):
        if x and y:
            total = ring.add(total, ring.multiply(x, y))
    return total


def plus(left: Matrix, right: Matrix) -> Matrix:
    """Give the sum."""
    ring = _same_ring(left, right)
    require(left.shape == right.shape, "the shapes do not fit for a sum")
    a, b = right.scale, left.scale
    add, multiply = ring.add, ring.multiply
    pairs = (zip(*both, strict=True) for both in zip(left.rows, right.rows, strict=True))
    rows = tuple(tuple(add(multiply(a, x), multiply(b, y)) for x, y in pair) for pair in pairs)
    return _over_both(left, right, rows, left.width)


def minus(left: Matrix, right: Matrix) -> Matrix:
    """Give the difference."""
    return plus(left, scaled(scalar(left.ring, -1), right))


def stack(upper: Matrix, lower: Matrix) -> Matrix:
    """Put the rows of one matrix above the rows of another, up to a non-zero factor of each.

    The denominators are left out: this is for questions about spans and ranks only.
    """
    ring = _same_ring(upper, lower)
    require(upper.width == lower.width, "the shapes do not fit for stacking")
    return Matrix(ring, upper.rows + lower.rows, upper.width)


def bits(matrix: Matrix) -> int:
    """Give the number of binary digits in all entries together."""
    return matrix.denominator.bit_length() + sum(map(int.bit_length, _integers(matrix)))


def is_zero(matrix: Matrix) -> bool:
    """Say whether every entry is zero."""
    return all(matrix.ring.is_zero(x) for row in matrix.rows for x in row)


def is_lower(matrix: Matrix) -> bool:
    """Say whether every entry above the diagonal is zero."""
    zero = matrix.ring.is_zero
    return all(all(map(zero, row[i + 1 :])) for i, row in enumerate(matrix.rows))


def main_diagonal(matrix: Matrix) -> Matrix:
    """Give the entries on the diagonal of a square matrix as a column."""
    return matrix.with_rows(((row[i],) for i, row in enumerate(matrix.rows)), 1)


def equal(left: Matrix, right: Matrix) -> bool:
    """Say whether shape and entries are equal."""
    ring = _same_ring(left, right)
    if left.shape != right.shape:
        return False
    if left.denominator == right.denominator and left.powers == right.powers:
        if left.rows == right.rows:
            return True
        if not isinstance(ring, Parameters):
            return False
    return is_zero(minus(left, right))


def scaled(factor: Matrix, matrix: Matrix) -> Matrix:
    """Multiply each entry by the entry of a 1 x 1 matrix."""
    ring = _same_ring(factor, matrix)
    require(factor.height == factor.width == 1, "a factor is a single number")
    (c,) = factor.rows[0]
    rows = tuple(tuple(ring.multiply(c, x) for x in row) for row in matrix.rows)
    return _over_both(factor, matrix, rows, matrix.width)


def is_product(left: Matrix, right: Matrix, product: Matrix) -> bool:
    """Say whether left * right = product."""
    ring = _same_ring(left, right, product)
    if left.width != right.height or product.shape != (left.height, right.width):
        return False
    if isinstance(ring, PrimeField):
        return packing.products_agree(left.rows, right.rows, product.rows, ring.p)
    if not isinstance(ring, Rationals) or left.height * left.width * right.width < packing.SMALL:
        return equal(times(left, right), product)
    a, b = product.denominator, left.denominator * right.denominator
    common = gcd(a, b)
    if packing.largest(left.rows) > packing.largest(right.rows):
        left, right, product = right.transpose, left.transpose, product.transpose
    return packing.products_equal(left.rows, right.rows, product.rows, (a // common, b // common))
