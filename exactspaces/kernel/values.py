"""The value of a term, established from the evidence for it.

`VALUES` lists, for each kind of term and of certificate, the rule that turns the values of the
parts and the evidence into the value of the term. A value is a matrix, a count, a list of pivot
columns (from 1) or a `Space`.
"""

from collections.abc import Callable
from typing import Any

from exactspaces.kernel import certificates as c
from exactspaces.kernel import determinants as d
from exactspaces.kernel import matrices as m
from exactspaces.kernel import terms as t
from exactspaces.kernel.errors import Rejected, require
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.scalars import Parameters
from exactspaces.kernel.spaces import (
    Space,
    check_block,
    check_minor,
    combination,
    echelon,
    has_unit,
    spanned,
)

MAX_EXPONENT = 1000
MAX_BITS = 4_000_000

Value = Matrix | int | tuple[int, ...] | Space


def value_of(term: t.Term, certificate: c.Certificate) -> Value:
    """Establish the value of the term, or refuse.

    Raises Rejected when the evidence does not determine it.
    """
    rule = VALUES.get((type(term), type(certificate)))
    if rule is None:
        kinds = type(certificate).__name__, type(term).__name__
        raise Rejected("{} is no evidence for {}".format(*kinds))
    subterms, parts = term.parts, getattr(certificate, "parts", ())
    require(len(subterms) == len(parts), "one certificate for each part is due")
    return rule(term, certificate, tuple(map(value_of, subterms, parts)))


def matrix_of(term: t.Term, certificate: c.Certificate) -> Matrix:
    """Establish the value of a term whose value is a matrix."""
    value = value_of(term, certificate)
    (matrix,) = _matrices((value,))
    return matrix


def space_of(term: t.Term, certificate: c.Certificate) -> Space:
    """Establish the value of a term whose value is a space."""
    value = value_of(term, certificate)
    (space,) = _spaces((value,))
    return space


def column_of(term: t.Term, certificate: c.Certificate) -> Matrix:
    """Establish the value of a term whose value is a vector: a matrix with one column."""
    value = matrix_of(term, certificate)
    require(value.width == 1, "a vector is a matrix with one column")
    return value


def same(left: Value, right: Value) -> bool:
    """Say whether two established values are equal; refuse to compare different sorts."""
    if isinstance(left, Space) and isinstance(right, Space):
        require(left.basis.width == right.basis.width, "the spaces have different ambient spaces")
        same_size = left.basis.height == right.basis.height
        return same_size and combination(left.basis, right)
    if isinstance(left, Matrix) and isinstance(right, Matrix):
        return m.equal(left, right)
    require(type(left) is type(right), "values of different sorts are not compared")
    return left == right


def surely_different(left: Value, right: Value) -> bool:
    """Say whether two established values differ at every point.

    Over a field this is the negation of `same`. With parameters an entry of the difference has to
    be a unit.
    """
    if not (isinstance(left, Matrix) and isinstance(right, Matrix)):
        if isinstance(left, Space) and isinstance(right, Space) and _has_parameters(left.basis):
            return left.basis.height != right.basis.height
        return not same(left, right)
    if (left.height, left.width) != (right.height, right.width):
        return True
    ring = left.ring
    minus = Matrix(ring, ((ring.integer(-1),),), 1)
    return has_unit(m.plus(left, m.scaled(minus, right)))


def _has_parameters(matrix: Matrix) -> bool:
    return isinstance(matrix.ring, Parameters)


def given(term: t.Given, _: c.Computed, __: tuple[()]) -> Matrix:
    """A matrix is its own value."""
    return term.matrix


def number(term: t.Number, _: c.Computed, __: tuple[()]) -> Matrix:
    """A number is a 1 x 1 matrix."""
    require(term.value.height == term.value.width == 1, "a number is a 1 x 1 matrix")
    return term.value


def count(term: t.Count, _: c.Computed, __: tuple[()]) -> int:
    """A natural number is its own value."""
    return term.value


def columns(term: t.Columns, _: c.Computed, __: tuple[()]) -> tuple[int, ...]:
    """A list of column positions is its own value."""
    return term.positions


def product(_: t.Product, __: c.Computed, values: tuple[Value, Value]) -> Value:
    """The kernel multiplies."""
    left, right = values
    if isinstance(left, int) and isinstance(right, int):
        return left * right
    return m.times(*_matrices(values))


def add(_: t.Add, __: c.Computed, values: tuple[Value, Value]) -> Value:
    """The kernel adds."""
    left, right = values
    if isinstance(left, int) and isinstance(right, int):
        return left + right
    return m.plus(*_matrices(values))


def scaled(_: t.Scaled, __: c.Computed, values: tuple[Value, Value]) -> Matrix:
    """The kernel multiplies each entry."""
    factor, matrix = _matrices(values)
    return m.scaled(factor, matrix)


def power(term: t.Power, _: c.Computed, values: tuple[Value]) -> Matrix:
    """The kernel squares, and multiplies where the exponent has a binary digit 1."""
    (matrix,) = _matrices(values)
    require(matrix.is_square, "only square matrices have powers")
    require(0 <= term.exponent <= MAX_EXPONENT, f"exponents go from 0 to {MAX_EXPONENT}")
    result = m.identity(matrix.ring, matrix.height)
    for digit in f"{term.exponent:b}":
        result = m.times(result, result)
        if digit == "1":
            result = m.times(result, matrix)
        require(m.bits(result) <= MAX_BITS, "the power has too many digits")
    return result


def transpose(_: t.Transpose, __: c.Computed, values: tuple[Value]) -> Matrix:
    """Rows and columns are exchanged."""
    (matrix,) = _matrices(values)
    return matrix.transpose


def augmented(_: t.Augmented, __: c.Computed, values: tuple[Value, Value]) -> Matrix:
    """The rows are joined, over a common denominator."""
    left, right = _matrices(values)
    require(left.height == right.height, "the matrices have different heights")
    shape = left.height, left.width + right.width
    zero = left.ring.integer(0)
    wide = left.with_rows((row + (zero,) * right.width for row in left.rows), shape[1])
    rest = right.with_rows(((zero,) * left.width + row for row in right.rows), shape[1])
    return m.plus(wide, rest)


def trace(_: t.Trace, __: c.Computed, values: tuple[Value]) -> Matrix:
    """The kernel adds the diagonal entries."""
    (matrix,) = _matrices(values)
    require(matrix.is_square, "only square matrices have a trace")
    total: Any = matrix.ring.integer(0)
    for i, row in enumerate(matrix.rows):
        total = matrix.ring.add(total, row[i])
    return m.reduced(matrix.with_rows(((total,),), 1))


def inverse(_: t.Inverse, certificate: c.Inverted, values: tuple[Value]) -> Matrix:
    """A B = I for square matrices makes B the inverse of A."""
    (matrix,) = _matrices(values)
    require(matrix.is_square, "only square matrices have an inverse")
    one = m.identity(matrix.ring, matrix.height)
    require(m.is_product(matrix, certificate.inverse, one), "the product is not the identity")
    return certificate.inverse


def reduced_echelon(_: t.ReducedEchelon, certificate: c.Basis, values: tuple[Value]) -> Matrix:
    """R spans the row space and has echelon shape with ones, and it is the only such matrix."""
    (matrix,) = _matrices(values)
    space = echelon(matrix, certificate)
    ring = matrix.ring
    zeros = ((ring.integer(0),) * matrix.width,) * (matrix.height - len(space.columns))
    return space.basis.with_rows(space.basis.rows + zeros)


def pivots(_: t.Pivots, certificate: c.Basis, values: tuple[Value]) -> tuple[int, ...]:
    """The pivots of the reduced echelon form, which is unique."""
    (matrix,) = _matrices(values)
    return tuple(j + 1 for j in echelon(matrix, certificate).columns)


def rank(_: t.Rank, certificate: c.Basis, values: tuple[Value]) -> int:
    """The rank is the dimension of the span of the rows."""
    (matrix,) = _matrices(values)
    return spanned(matrix, certificate).basis.height


def nullity(_: t.Nullity, certificate: c.Basis, values: tuple[Value]) -> int:
    """The nullity is the number of columns minus the rank."""
    (matrix,) = _matrices(values)
    return matrix.width - spanned(matrix, certificate).basis.height


def dimension(_: t.Dimension, __: c.Computed, values: tuple[Value]) -> int:
    """The dimension is the number of basis vectors."""
    (space,) = _spaces(values)
    return space.basis.height


def span(_: t.Span, certificate: c.Basis, values: tuple[Value]) -> Space:
    """The stated basis spans the same space as the rows: see `spanned`."""
    (rows,) = _matrices(values)
    return spanned(rows, certificate)


def null(_: t.Null, certificate: c.Basis, values: tuple[Value]) -> Space:
    """A N^T = 0 puts the basis N in the null space.

    The rank of A is at least its number of columns minus the number of basis vectors, so the null
    space has no larger dimension.
    """
    (matrix,) = _matrices(values)
    space = Space(certificate.rows, certificate.columns)
    require(space.basis.width == matrix.width, "the vectors have the wrong length")
    check_block(space.basis, space.columns)
    zeros = ((matrix.ring.integer(0),) * space.basis.height,) * matrix.height
    zero = Matrix(matrix.ring, zeros, space.basis.height)
    inside = m.is_product(matrix, space.basis.transpose, zero)
    require(inside, "a stated vector is not in the null space")
    check_minor(matrix, certificate.minor, matrix.width - space.basis.height)
    return space


def space_sum(_: t.SpaceSum, certificate: c.Basis, values: tuple[Value, Value]) -> Space:
    """The sum is the span of the two bases together."""
    left, right = _spaces(values)
    return spanned(m.stack(left.basis, right.basis), certificate)


def meet(_: t.Meet, certificate: c.Basis, values: tuple[Value, Value]) -> Space:
    """The stated vectors are independent and lie in both spaces.

    dim (U & W) = dim U + dim W - dim (U + W), and the minor bounds the last from below.
    """
    left, right = _spaces(values)
    space = Space(certificate.rows, certificate.columns)
    check_block(space.basis, space.columns)
    for other in (left, right):
        require(combination(space.basis, other), "a stated vector is not in both spaces")
    size = left.basis.height + right.basis.height - space.basis.height
    check_minor(m.stack(left.basis, right.basis), certificate.minor, size)
    return space


def _matrices(values: tuple[Value, ...]) -> tuple[Matrix, ...]:
    out = tuple(v for v in values if isinstance(v, Matrix))
    require(len(out) == len(values), "matrices are due here")
    return out


def _spaces(values: tuple[Value, ...]) -> tuple[Space, ...]:
    out = tuple(v for v in values if isinstance(v, Space))
    require(len(out) == len(values), "spaces are due here")
    return out


Rule = Callable[..., Value]
VALUES: dict[tuple[type[t.Term], type[c.Certificate]], Rule] = {
    (t.Given, c.Computed): given,
    (t.Number, c.Computed): number,
    (t.Count, c.Computed): count,
    (t.Columns, c.Computed): columns,
    (t.Product, c.Computed): product,
    (t.Add, c.Computed): add,
    (t.Scaled, c.Computed): scaled,
    (t.Power, c.Computed): power,
    (t.Transpose, c.Computed): transpose,
    (t.Augmented, c.Computed): augmented,
    (t.Trace, c.Computed): trace,
    (t.Inverse, c.Inverted): inverse,
    (t.Determinant, c.Triangles): d.determinant_by_triangles,
    (t.Determinant, c.Residues): d.determinant_by_residues,
    (t.Determinant, c.Combination): d.determinant_by_null_vector,
    (t.ReducedEchelon, c.Basis): reduced_echelon,
    (t.Pivots, c.Basis): pivots,
    (t.Rank, c.Basis): rank,
    (t.Nullity, c.Basis): nullity,
    (t.Dimension, c.Computed): dimension,
    (t.Span, c.Basis): span,
    (t.Null, c.Basis): null,
    (t.SpaceSum, c.Basis): space_sum,
    (t.Meet, c.Basis): meet,
}
