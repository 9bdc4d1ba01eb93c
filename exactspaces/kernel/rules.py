"""The rules: for each kind of claim and of certificate, one function that refuses or returns.

`RULES` here and `VALUES` in `exactspaces.kernel.values` are the whole list of what must be
believed. The docstring of a rule is the argument why it is sound.
"""

from collections.abc import Callable
from typing import Any

from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel import matrices as m
from exactspaces.kernel.coverage import check_cover, rings_of
from exactspaces.kernel.errors import Rejected, require
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.reductions import factors_by_product, reduces_by_replay
from exactspaces.kernel.spaces import (
    Space,
    check_minor,
    check_relation,
    combination,
    has_unit,
    residual,
)
from exactspaces.kernel.terms import Null, Span, Term
from exactspaces.kernel.values import (
    column_of,
    matrix_of,
    same,
    space_of,
    surely_different,
    value_of,
)

Rule = Callable[[Any, Any], None]
MAX_CASES = 1000


def _two(certificate: c.Certificate) -> tuple[c.Certificate, c.Certificate]:
    parts: tuple[c.Certificate, ...] = getattr(certificate, "parts", ())
    require(len(parts) == 2, "evidence for two parts is due")
    return parts[0], parts[1]


def _one(certificate: c.Certificate) -> c.Certificate:
    parts: tuple[c.Certificate, ...] = getattr(certificate, "parts", ())
    require(len(parts) == 1, "evidence for one part is due")
    return parts[0]


def equal_by_values(claim: s.Equal, certificate: c.Computed) -> None:
    """Both values are established and compared."""
    left, right = _two(certificate)
    equal = same(value_of(claim.left, left), value_of(claim.right, right))
    require(equal, "the two values differ")


def unequal_by_values(claim: s.Unequal, certificate: c.Computed) -> None:
    """Both values are established and compared."""
    left, right = _two(certificate)
    different = surely_different(value_of(claim.left, left), value_of(claim.right, right))
    require(different, "the two values are not shown to differ")


def member_by_basis(claim: s.Member, certificate: c.Computed) -> None:
    """The vector is a combination of an established basis."""
    of_vector, of_space = _two(certificate)
    vector = column_of(claim.vector, of_vector).transpose
    require(combination(vector, space_of(claim.space, of_space)), "the vector is outside")


def member_by_combination(claim: s.Member, certificate: c.Combination) -> None:
    """c S = v shows that v is in the span of the rows of S."""
    of_vector, of_rows = _two(certificate)
    vector = column_of(claim.vector, of_vector).transpose
    rows = matrix_of(_spanning(claim.space), of_rows)
    found = m.is_product(certificate.coefficients, rows, vector)
    require(found, "the combination is not the vector")


def _spanning(space: Term) -> Term:
    if not isinstance(space, Span):
        raise Rejected("this evidence is for spans")
    return space.rows


def not_member_by_basis(claim: s.NotMember, certificate: c.Computed) -> None:
    """Only one combination of the basis agrees with the vector in the columns of the block.

    It differs from the vector by something with a unit entry.
    """
    of_vector, of_space = _two(certificate)
    vector = column_of(claim.vector, of_vector).transpose
    left = residual(vector, space_of(claim.space, of_space))
    require(has_unit(left), "the vector is not shown to be outside")


def not_member_by_functional(claim: s.NotMember, certificate: c.Functional) -> None:
    """A row f with f s = 0 for each spanning vector s, but f v = 1, keeps v out of the span."""
    of_vector, of_rows = _two(certificate)
    rows = matrix_of(_spanning(claim.space), of_rows)
    _separate(rows.transpose, column_of(claim.vector, of_vector), certificate.row)


def _separate(matrix: Matrix, column: Matrix, row: Matrix) -> None:
    require(row.height == 1, "a functional is one row")
    require(m.is_zero(m.times(row, matrix)), "the functional does not vanish where it should")
    one = m.identity(matrix.ring, 1)
    require(m.is_product(row, column, one), "the functional is not 1 on the vector")


def included_by_bases(claim: s.Included, certificate: c.Computed) -> None:
    """Each basis vector of the inner space is a combination of the basis of the outer one."""
    inner, outer = _two(certificate)
    inside = combination(space_of(claim.inner, inner).basis, space_of(claim.outer, outer))
    require(inside, "a basis vector is outside")


def not_included_by_bases(claim: s.NotIncluded, certificate: c.Computed) -> None:
    """Some basis vector of the inner space is not a combination of the basis of the outer one."""
    inner, outer = _two(certificate)
    left = residual(space_of(claim.inner, inner).basis, space_of(claim.outer, outer))
    require(has_unit(left), "no basis vector is shown to be outside")


def independent_by_minor(claim: s.Independent, certificate: c.Regular) -> None:
    """An invertible minor as high as the matrix gives it full row rank."""
    rows = matrix_of(claim.vectors, _one(certificate))
    check_minor(rows, certificate.minor, rows.height)


def dependent_by_combination(claim: s.Dependent, certificate: c.Combination) -> None:
    """A combination with a unit among its coefficients is zero."""
    check_relation(matrix_of(claim.vectors, _one(certificate)), certificate.coefficients)


def basis_by_bases(claim: s.BasisOf, certificate: c.Computed) -> None:
    """The rows span the space, and are as many as its dimension."""
    of_rows, of_space = _two(certificate)
    spanned, space = _basis_values(claim, of_rows, of_space)
    require(same(spanned, space), "the vectors span another space")
    require(_height(claim.vectors, of_rows) == spanned.basis.height, "the vectors are dependent")


def not_basis_by_bases(claim: s.NotBasisOf, certificate: c.Computed) -> None:
    """The rows span another space, or are more than its dimension."""
    of_rows, of_space = _two(certificate)
    spanned, space = _basis_values(claim, of_rows, of_space)
    more = _height(claim.vectors, of_rows) > spanned.basis.height
    require(more or surely_different(spanned, space), "the vectors are a basis")


def _basis_values(
    claim: s.BasisOf | s.NotBasisOf, of_rows: c.Certificate, of_space: c.Certificate
) -> tuple[Space, Space]:
    return space_of(Span(claim.vectors), of_rows), space_of(claim.space, of_space)


def _height(rows: Term, certificate: c.Certificate) -> int:
    return matrix_of(rows, _one(certificate)).height


def invertible_by_minor(claim: s.Invertible, certificate: c.Regular) -> None:
    """The matrix is square and is itself the invertible minor."""
    matrix = matrix_of(claim.matrix, _one(certificate))
    require(matrix.is_square, "the matrix is not square")
    check_minor(matrix, certificate.minor, matrix.height)


def not_invertible_by_relation(claim: s.NotInvertible, certificate: c.Combination) -> None:
    """A non-trivial relation of the rows excludes a right inverse."""
    matrix = matrix_of(claim.matrix, _one(certificate))
    check_relation(matrix, certificate.coefficients)


def not_invertible_by_shape(claim: s.NotInvertible, certificate: c.Computed) -> None:
    """Only square matrices have an inverse."""
    matrix = matrix_of(claim.matrix, _one(certificate))
    require(not matrix.is_square, "the matrix is square")


def solutions_by_null_space(claim: s.Solutions, certificate: c.Computed) -> None:
    """A p = b, and the directions are an established basis of the null space of A.

    Two solutions differ by a vector of the null space.
    """
    parts = certificate.parts
    require(len(parts) == 2, "evidence for the null space and the right side is due")
    of_null, of_right = parts
    matrix = matrix_of(claim.matrix, _one(of_null))
    right = column_of(claim.right, of_right)
    solves = m.is_product(matrix, claim.particular, right)
    require(claim.particular.width == 1 and solves, "the particular solution does not solve")
    space = space_of(Null(claim.matrix), of_null)
    require(m.equal(space.basis, claim.directions), "the directions are not the established basis")


def consistent_by_solution(claim: s.Consistent, certificate: c.Combination) -> None:
    """A x = b for the stated x, written as a row."""
    of_matrix, of_right = _two(certificate)
    matrix = matrix_of(claim.matrix, of_matrix)
    x = certificate.coefficients.transpose
    require(x.width == 1, "a solution is one row here")
    require(m.is_product(matrix, x, column_of(claim.right, of_right)), "this is no solution")


def no_solution_by_functional(claim: s.NoSolution, certificate: c.Functional) -> None:
    """A x = b and y A = 0 give y b = 0; but y b = 1."""
    of_matrix, of_right = _two(certificate)
    matrix = matrix_of(claim.matrix, of_matrix)
    _separate(matrix, column_of(claim.right, of_right), certificate.row)


def coordinates_by_product(claim: s.Coordinates, certificate: c.Regular) -> None:
    """c B = v, and the rows of B are independent."""
    of_vector, of_basis = _two(certificate)
    vector, basis = column_of(claim.vector, of_vector), matrix_of(claim.basis, of_basis)
    check_minor(basis, certificate.minor, basis.height)
    require(claim.coordinates.width == 1, "coordinates are a column")
    found = m.is_product(claim.coordinates.transpose, basis, vector.transpose)
    require(found, "the combination is not the vector")


def change_of_basis_by_product(claim: s.ChangeOfBasis, certificate: c.Pair) -> None:
    """Column j of M holds the coordinates of the j-th old basis vector in the new basis.

    M^T (new) = old; both are independent and equally many, so they span the same space.
    """
    old, new = map(matrix_of, (claim.old, claim.new), _two(certificate))
    require(old.height == new.height, "the two bases differ in size")
    check_minor(old, certificate.first, old.height)
    check_minor(new, certificate.second, new.height)
    require(m.is_product(claim.matrix.transpose, new, old), "a column is not the coordinates")


def direct_sum_by_bases(claim: s.DirectSum, certificate: c.Regular) -> None:
    """The bases together are independent, in the whole space, and as many as its dimension."""
    joined, whole = _summands(claim, certificate)
    require(joined.height == whole.basis.height, "the dimensions do not add up")
    require(combination(joined, whole), "a summand is not in the whole space")
    check_minor(joined, certificate.minor, joined.height)


def not_direct_by_inclusion(claim: s.NotDirectSum, certificate: c.Computed) -> None:
    """A summand is outside the whole space, or the dimensions do not add up."""
    joined, whole = _summands(claim, certificate)
    outside = has_unit(residual(joined, whole))
    require(outside or joined.height != whole.basis.height, "the dimensions add up")


def not_direct_by_relation(claim: s.NotDirectSum, certificate: c.Combination) -> None:
    """A non-trivial combination of the joined bases is zero, so a vector has two splittings."""
    joined, _ = _summands(claim, certificate)
    check_relation(joined, certificate.coefficients)


def _summands(
    claim: s.DirectSum | s.NotDirectSum, certificate: c.Certificate
) -> tuple[Matrix, Space]:
    parts: tuple[c.Certificate, ...] = getattr(certificate, "parts", ())
    require(len(parts) == len(claim.summands) + 1, "evidence for each space is due")
    *spaces, whole = map(space_of, (*claim.summands, claim.whole), parts)
    joined = whole.basis.with_rows(())
    for space in spaces:
        joined = m.stack(joined, space.basis)
    return joined, whole


def projection_by_bases(claim: s.Projection, certificate: c.Regular) -> None:
    """The two bases together are a basis of F^n, and P fixes the one and kills the other."""
    of_onto, of_along = _two(certificate)
    onto, along = space_of(claim.onto, of_onto).basis, space_of(claim.along, of_along).basis
    joined = m.stack(onto, along)
    require(joined.is_square, "the dimensions do not add up")
    check_minor(joined, certificate.minor, joined.height)
    fixes = m.is_product(claim.matrix, onto.transpose, onto.transpose)
    require(fixes, "a vector of the image is not fixed")
    require(claim.matrix.is_square, "a projection is square")
    require(m.is_zero(m.times(claim.matrix, along.transpose)), "the kernel is not killed")


def cases_by_cover(claim: s.Cases, certificate: c.Covered) -> None:
    """Each case is proved by itself, and the tree of splittings reaches a case everywhere.

    At a split the polynomial vanishes at a point or it does not, and where it vanishes one of its
    factors does. A case is reached when each of its conditions is among those met on the way.
    """
    require(len(claim.cases) == len(certificate.proofs), "one proof for each case is due")
    require(len(claim.cases) <= MAX_CASES, f"at most {MAX_CASES} cases are checked")
    for case, proof in zip(claim.cases, certificate.proofs, strict=True):
        require(not isinstance(case.claim, s.Cases), "cases are not nested")
        require(rings_of(case.claim) == {case.ring}, "a claim is not over the ring of its case")
        prove(case.claim, proof)
    check_cover(claim, certificate.tree)


def prove(claim: s.Claim, certificate: c.Certificate) -> None:
    """Apply the rule for the claim and the certificate; refuse when there is none."""
    rule = RULES.get((type(claim), type(certificate)))
    if rule is None:
        kinds = type(certificate).__name__, type(claim).__name__
        raise Rejected("{} is no evidence for {}".format(*kinds))
    rule(claim, certificate)


RULES: dict[tuple[type[s.Claim], type[c.Certificate]], Rule] = {
    (s.Equal, c.Computed): equal_by_values,
    (s.Unequal, c.Computed): unequal_by_values,
    (s.Member, c.Computed): member_by_basis,
    (s.Member, c.Combination): member_by_combination,
    (s.NotMember, c.Computed): not_member_by_basis,
    (s.NotMember, c.Functional): not_member_by_functional,
    (s.Included, c.Computed): included_by_bases,
    (s.NotIncluded, c.Computed): not_included_by_bases,
    (s.Independent, c.Regular): independent_by_minor,
    (s.Dependent, c.Combination): dependent_by_combination,
    (s.BasisOf, c.Computed): basis_by_bases,
    (s.NotBasisOf, c.Computed): not_basis_by_bases,
    (s.Invertible, c.Regular): invertible_by_minor,
    (s.NotInvertible, c.Combination): not_invertible_by_relation,
    (s.NotInvertible, c.Computed): not_invertible_by_shape,
    (s.Solutions, c.Computed): solutions_by_null_space,
    (s.Consistent, c.Combination): consistent_by_solution,
    (s.NoSolution, c.Functional): no_solution_by_functional,
    (s.Coordinates, c.Regular): coordinates_by_product,
    (s.ChangeOfBasis, c.Pair): change_of_basis_by_product,
    (s.DirectSum, c.Regular): direct_sum_by_bases,
    (s.NotDirectSum, c.Computed): not_direct_by_inclusion,
    (s.NotDirectSum, c.Combination): not_direct_by_relation,
    (s.Projection, c.Regular): projection_by_bases,
    (s.Factors, c.Computed): factors_by_product,
    (s.Reduces, c.Computed): reduces_by_replay,
    (s.Cases, c.Covered): cases_by_cover,
}
