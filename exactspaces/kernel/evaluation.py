"""The rules for the values of terms.

The values of the parts of a term are established when its rule is applied.
"""

from bisect import bisect, insort
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

from exactspaces.kernel import certificates as c
from exactspaces.kernel import matrices as m
from exactspaces.kernel import spaces
from exactspaces.kernel import terms as t
from exactspaces.kernel.errors import require
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.scalars import Parameters, Ring
from exactspaces.kernel.spaces import Space
from exactspaces.kernel.values import VALUES, Value

Counts = Callable[[int, int], int]
Matrices = Callable[[Matrix, Matrix], Matrix]
MAX_EXPONENT = 1000
MAX_BITS = 4_000_000


def literal(term: t.Given | t.Count | t.Columns, _: c.Computed) -> Value:
    """A matrix, a natural number and a list of column positions are their own values."""
    value: Value
    (value,) = term.values
    return value


def number(term: t.Number, _: c.Computed) -> Matrix:
    """A number is a 1 x 1 matrix."""
    require(term.value.height == term.value.width == 1, "a number is a 1 x 1 matrix")
    return term.value


def product(_: t.Product, __: c.Computed, left: Matrix | int, right: Matrix | int) -> Matrix | int:
    """The kernel multiplies."""
    return _combined(left, right, int.__mul__, m.times)


def add(_: t.Add, __: c.Computed, left: Matrix | int, right: Matrix | int) -> Matrix | int:
    """The kernel adds."""
    return _combined(left, right, int.__add__, m.plus)


def _combined(left: Any, right: Any, counts: Counts, matrices: Matrices) -> Matrix | int:
    require(type(left) is type(right), "a matrix and a count are not combined")
    return counts(left, right) if isinstance(left, int) else matrices(left, right)


def scaled(_: t.Scaled, __: c.Computed, factor: Matrix, matrix: Matrix) -> Matrix:
    """The kernel multiplies each entry."""
    return m.scaled(factor, matrix)


def power(term: t.Power, _: c.Computed, matrix: Matrix) -> Matrix:
    """The kernel squares, and multiplies where the exponent has a binary digit 1."""
    require(matrix.is_square, "only square matrices have powers")
    require(0 <= term.exponent <= MAX_EXPONENT, f"exponents go from 0 to {MAX_EXPONENT}")
    result = m.identity(matrix.ring, matrix.height)
    for digit in f"{term.exponent:b}":
        result = m.times(result, result)
        if digit == "1":
            result = m.times(result, matrix)
        require(m.bits(result) <= MAX_BITS, "the power has too many digits")
    return result


def transpose(_: t.Transpose, __: c.Computed, matrix: Matrix) -> Matrix:
    """Rows and columns are exchanged."""
    return matrix.transpose


def augmented(_: t.Augmented, __: c.Computed, left: Matrix, right: Matrix) -> Matrix:
    """The rows are joined, over a common denominator."""
    require(left.height == right.height, "the matrices have different heights")
    width, zero = left.width + right.width, left.ring.integer(0)
    wide = left.with_rows((row + (zero,) * right.width for row in left.rows), width)
    rest = right.with_rows(((zero,) * left.width + row for row in right.rows), width)
    return m.plus(wide, rest)


def diagonal(_: t.Diagonal, __: c.Computed, matrix: Matrix) -> Matrix:
    """The entry of row i in column i."""
    require(matrix.is_square, "only square matrices have a diagonal here")
    return m.reduced(m.main_diagonal(matrix))


def trace(_: t.Trace, __: c.Computed, matrix: Matrix) -> Matrix:
    """The kernel adds the diagonal entries."""
    require(matrix.is_square, "only square matrices have a trace")
    ones = (matrix.ring.integer(1),) * matrix.width
    return m.times(Matrix(matrix.ring, (ones,), matrix.width), m.main_diagonal(matrix))


def inverse(_: t.Inverse, certificate: c.Inverted, matrix: Matrix) -> Matrix:
    """A B = I for square matrices makes B the inverse of A."""
    require(matrix.is_square, "only square matrices have an inverse")
    one = m.identity(matrix.ring, matrix.height)
    require(m.is_product(matrix, certificate.inverse, one), "the product is not the identity")
    return certificate.inverse


def reduced_echelon(_: t.ReducedEchelon, certificate: c.Basis, matrix: Matrix) -> Matrix:
    """R spans the row space and has echelon shape with ones, and it is the only such matrix."""
    basis = spaces.echelon(matrix, certificate).basis
    zeros = ((matrix.ring.integer(0),) * matrix.width,) * (matrix.height - basis.height)
    return basis.with_rows(basis.rows + zeros) if zeros else basis


def pivots(_: t.Pivots, certificate: c.Basis, matrix: Matrix) -> tuple[int, ...]:
    """The pivots of the reduced echelon form, which is unique."""
    return tuple(j + 1 for j in spaces.echelon(matrix, certificate).columns)


def rank(_: t.Rank, certificate: c.Basis, matrix: Matrix) -> int:
    """The rank is the dimension of the span of the rows."""
    return spaces.spanned(matrix, certificate).basis.height


def dimension(_: t.Dimension, __: c.Computed, space: Space) -> int:
    """The dimension is the number of basis vectors."""
    return space.basis.height


def span(_: t.Span, certificate: c.Basis, rows: Matrix) -> Space:
    """The stated basis spans the same space as the rows: see `spanned`."""
    return spaces.spanned(rows, certificate)


def null(_: t.Null, certificate: c.Basis, matrix: Matrix) -> Space:
    """A N^T = 0 puts the basis N in the null space.

    The rank of A is at least its number of columns minus the number of basis vectors, so the null
    space has no larger dimension.
    """
    space = spaces.stated(certificate)
    size = space.basis.height
    require(space.basis.width == matrix.width, "the vectors have the wrong length")
    zero = Matrix(matrix.ring, ((matrix.ring.integer(0),) * size,) * matrix.height, size)
    inside = m.is_product(matrix, space.basis.transpose, zero)
    require(inside, "a stated vector is not in the null space")
    spaces.check_minor(matrix, certificate.minor, matrix.width - size)
    return space


def space_sum(_: t.SpaceSum, certificate: c.Basis, left: Space, right: Space) -> Space:
    """The sum is the span of the two bases together."""
    return spaces.spanned(m.stack(left.basis, right.basis), certificate)


def meet(_: t.Meet, certificate: c.Basis, left: Space, right: Space) -> Space:
    """The stated vectors are independent and lie in both spaces.

    dim (U & W) = dim U + dim W - dim (U + W), and the minor bounds the last from below.
    """
    space = spaces.stated(certificate)
    inside = spaces.combination(space.basis, left) and spaces.combination(space.basis, right)
    require(inside, "a stated vector is not in both spaces")
    size = left.basis.height + right.basis.height - space.basis.height
    spaces.check_minor(m.stack(left.basis, right.basis), certificate.minor, size)
    return space


def by_triangles(_: t.Determinant, certificate: c.Triangles, matrix: Matrix) -> Matrix:
    """From C A[order] = T, both triangular: det C * sign * det A = det T, det C being regular."""
    lower, value = certificate.lower, certificate.value
    permuted = _permuted(matrix, certificate.order)
    require(lower.is_square and m.is_lower(lower), "the left factor is not lower triangular")
    upper = m.times(lower, permuted)
    require(m.is_lower(upper.transpose), "the product is not upper triangular")
    regular = all(_is_regular(matrix.ring, row[i]) for i, row in enumerate(lower.rows))
    require(regular, "a diagonal entry of the left factor may vanish")
    left, right = _diagonal_product(lower), _diagonal_product(upper)
    sign = m.scalar(matrix.ring, _sign(certificate.order))
    agree = m.equal(m.times(left, value), m.times(sign, right))
    require(agree, "the diagonals give another value")
    return value


def by_null_vector(_: t.Determinant, certificate: c.Combination, matrix: Matrix) -> Matrix:
    """A relation y A = 0 with a unit among its coefficients makes the determinant zero."""
    require(matrix.is_square, "only square matrices have a determinant")
    spaces.check_relation(matrix, certificate.coefficients)
    return m.scalar(matrix.ring, 0)


def _permuted(matrix: Matrix, order: Sequence[int]) -> Matrix:
    require(matrix.is_square, "only square matrices have a determinant")
    require(sorted(order) == list(range(matrix.height)), "the order is not one of all rows")
    return matrix.select(order)


def _sign(order: Sequence[int]) -> int:
    """Count the pairs in the wrong order."""
    seen: list[int] = []
    wrong = 0
    for k in order:
        wrong += len(seen) - bisect(seen, k)
        insort(seen, k)
    return -1 if wrong % 2 else 1


def _diagonal_product(matrix: Matrix) -> Matrix:
    ring, n = matrix.ring, matrix.height
    top = reduce(ring.multiply, (row[i] for i, row in enumerate(matrix.rows)), ring.integer(1))
    powers = tuple(n * k for k in matrix.powers)
    return m.reduced(Matrix(ring, ((top,),), 1, matrix.denominator**n, powers))


def _is_regular(ring: Ring, value: Any) -> bool:
    """Without equations polynomials have no zero divisors, so that it is enough not to be 0."""
    if isinstance(ring, Parameters) and not ring.zero:
        return not ring.is_zero(value)
    return ring.is_unit(value)


VALUES.file(
    literal, number, product, add, scaled, power, transpose, augmented, diagonal, trace, inverse,
    by_triangles, by_null_vector,
    reduced_echelon, pivots, rank, dimension, span, null, space_sum, meet,
)  # fmt: skip
