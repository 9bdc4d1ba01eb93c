"""The rules: for each kind of claim and of certificate, one function that refuses or returns.

`RULES` here and `VALUES` in `exactspaces.kernel.values` are the whole list of what must be
believed. The docstring of a rule is the argument why it is sound. The values of the terms of a
claim are established when its rule is applied.
"""

from functools import reduce

from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel import matrices as m
from exactspaces.kernel.coverage import check_cover, rings_of
from exactspaces.kernel.errors import Rejected, require
from exactspaces.kernel.matrices import Matrix
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
    Table,
    certificates_below,
    same,
    surely_different,
    value_of,
)

MAX_CASES = 1000
RULES = Table()


def prove(claim: s.Claim, certificate: c.Certificate) -> None:
    """Apply the rule for the claim and the certificate; refuse when there is none."""
    RULES.apply(claim, certificate, _terms(claim, certificate))


def _terms(claim: s.Claim, certificate: c.Certificate) -> tuple[Term, ...]:
    """Give the terms that a rule wants the values of, in the order of the evidence for them."""
    match claim:
        case s.BasisOf(vectors, space) | s.NotBasisOf(vectors, space):
            return Span(vectors), space
        case s.Solutions(matrix, right):
            return Null(matrix), right
        case s.DirectSum(summands, whole) | s.NotDirectSum(summands, whole):
            return *summands, whole
        case s.Member(vector, Span(rows)) | s.NotMember(vector, Span(rows)):
            if not isinstance(certificate, c.Computed):
                return vector, rows
    return tuple(x for x in claim.values if isinstance(x, Term))


def equal_by_values(_: s.Equal, __: c.Computed, left: object, right: object) -> None:
    """Both values are established and compared."""
    require(same(left, right), "the two values differ")


def unequal_by_values(_: s.Unequal, __: c.Computed, left: object, right: object) -> None:
    """Both values are established and compared."""
    require(surely_different(left, right), "the two values are not shown to differ")


def member_by_basis(_: s.Member, __: c.Computed, vector: Matrix, space: Space) -> None:
    """The vector is a combination of an established basis."""
    require(combination(_as_row(vector), space), "the vector is outside")


def member_by_combination(_: s.Member, proof: c.Combination, vector: Matrix, rows: Matrix) -> None:
    """c S = v shows that v is in the span of the rows of S."""
    found = m.is_product(proof.coefficients, rows, _as_row(vector))
    require(found, "the combination is not the vector")


def not_member_by_basis(_: s.NotMember, __: c.Computed, vector: Matrix, space: Space) -> None:
    """Only one combination of the basis agrees with the vector in the columns of the block.

    It differs from the vector by something with a unit entry.
    """
    left = residual(_as_row(vector), space)
    require(has_unit(left), "the vector is not shown to be outside")


def not_member_by_row(_: s.NotMember, proof: c.Functional, vector: Matrix, rows: Matrix) -> None:
    """A row f with f s = 0 for each spanning vector s, but f v = 1, keeps v out of the span."""
    _separate(rows.transpose, vector, proof.row)


def _as_row(vector: Matrix) -> Matrix:
    require(vector.width == 1, "a vector is a matrix with one column")
    return vector.transpose


def _separate(matrix: Matrix, column: Matrix, row: Matrix) -> None:
    require(row.height == 1, "a functional is one row")
    require(m.is_zero(m.times(row, matrix)), "the functional does not vanish where it should")
    one = m.identity(matrix.ring, 1)
    require(m.is_product(row, column, one), "the functional is not 1 on the vector")


def included_by_bases(_: s.Included, __: c.Computed, inner: Space, outer: Space) -> None:
    """Each basis vector of the inner space is a combination of the basis of the outer one."""
    require(combination(inner.basis, outer), "a basis vector is outside")


def not_included_by_bases(_: s.NotIncluded, __: c.Computed, inner: Space, outer: Space) -> None:
    """Some basis vector of the inner space is not a combination of the basis of the outer one."""
    left = residual(inner.basis, outer)
    require(has_unit(left), "no basis vector is shown to be outside")


def full_rank(claim: s.Independent | s.Invertible, proof: c.Regular, matrix: Matrix) -> None:
    """An invertible minor as high as the matrix gives it full row rank.

    When the matrix is square, it is itself the minor, and is invertible.
    """
    square = isinstance(claim, s.Independent) or matrix.is_square
    require(square, "the matrix is not square")
    check_minor(matrix, proof.minor, matrix.height)


def not_full_rank(_: s.Dependent | s.NotInvertible, proof: c.Combination, rows: Matrix) -> None:
    """A combination of the rows with a unit among its coefficients is zero.

    This excludes a right inverse.
    """
    check_relation(rows, proof.coefficients)


def basis_by_bases(claim: s.BasisOf, proof: c.Computed, span: Space, space: Space) -> None:
    """The rows span the space, and are as many as its dimension."""
    require(same(span, space), "the vectors span another space")
    height = _inside(claim.vectors, proof).height
    require(height == span.basis.height, "the vectors are dependent")


def not_basis_by_bases(claim: s.NotBasisOf, proof: c.Computed, span: Space, space: Space) -> None:
    """The rows span another space, or are more than its dimension."""
    more = _inside(claim.vectors, proof).height > span.basis.height
    require(more or surely_different(span, space), "the vectors are a basis")


def _inside(term: Term, proof: c.Computed) -> Matrix:
    """Give the matrix that the first space of the evidence is the span or null space of."""
    (below,) = certificates_below(proof.parts[0])
    value = value_of(term, below)
    if not isinstance(value, Matrix):
        raise Rejected("Matrix is due here")
    return value


def not_invertible_by_shape(_: s.NotInvertible, __: c.Computed, matrix: Matrix) -> None:
    """Only square matrices have an inverse."""
    require(not matrix.is_square, "the matrix is square")


def solutions_by_null_space(claim: s.Solutions, proof: c.Computed, null: Space, b: Matrix) -> None:
    """A p = b, and the directions are an established basis of the null space of A.

    Two solutions differ by a vector of the null space.
    """
    solves = m.is_product(_inside(claim.matrix, proof), claim.particular, b)
    require(b.width == 1 and solves, "the particular solution does not solve")
    require(m.equal(null.basis, claim.directions), "the directions are not the established basis")


def consistent_by_solution(_: s.Consistent, proof: c.Combination, a: Matrix, b: Matrix) -> None:
    """A x = b for the stated x, written as a row."""
    require(proof.coefficients.height == 1, "a solution is one row here")
    solves = m.is_product(a, proof.coefficients.transpose, b)
    require(solves, "this is no solution")


def no_solution_by_row(_: s.NoSolution, proof: c.Functional, a: Matrix, b: Matrix) -> None:
    """A x = b and y A = 0 give y b = 0; but y b = 1."""
    _separate(a, b, proof.row)


def coordinates(claim: s.Coordinates, proof: c.Regular, vector: Matrix, basis: Matrix) -> None:
    """c B = v, and the rows of B are independent."""
    check_minor(basis, proof.minor, basis.height)
    require(claim.coordinates.width == 1, "coordinates are a column")
    found = m.is_product(claim.coordinates.transpose, basis, _as_row(vector))
    require(found, "the combination is not the vector")


def change_by_product(claim: s.ChangeOfBasis, proof: c.Pair, old: Matrix, new: Matrix) -> None:
    """Column j of M holds the coordinates of the j-th old basis vector in the new basis.

    M^T (new) = old; both are independent and equally many, so they span the same space.
    """
    require(old.height == new.height, "the two bases differ in size")
    check_minor(old, proof.first, old.height)
    check_minor(new, proof.second, new.height)
    require(m.is_product(claim.matrix.transpose, new, old), "a column is not the coordinates")


def direct_sum_by_bases(_: s.DirectSum, proof: c.Regular, *spaces: Space) -> None:
    """The bases together are independent, in the whole space, and as many as its dimension."""
    joined, whole = _joined(spaces)
    require(joined.height == whole.basis.height, "the dimensions do not add up")
    require(combination(joined, whole), "a summand is not in the whole space")
    check_minor(joined, proof.minor, joined.height)


def not_direct_by_inclusion(_: s.NotDirectSum, __: c.Computed, *spaces: Space) -> None:
    """A summand is outside the whole space, or the dimensions do not add up."""
    joined, whole = _joined(spaces)
    outside = has_unit(residual(joined, whole))
    require(outside or joined.height != whole.basis.height, "the dimensions add up")


def not_direct_by_relation(__: s.NotDirectSum, proof: c.Combination, *spaces: Space) -> None:
    """A non-trivial combination of the joined bases is zero, so a vector has two splittings."""
    joined, _ = _joined(spaces)
    check_relation(joined, proof.coefficients)


def _joined(spaces: tuple[Space, ...]) -> tuple[Matrix, Space]:
    *summands, whole = spaces
    bases = (space.basis for space in summands)
    return reduce(m.stack, bases, whole.basis.with_rows(())), whole


def projection_by_bases(claim: s.Projection, proof: c.Regular, onto: Space, along: Space) -> None:
    """The two bases together are a basis of F^n, and P fixes the one and kills the other."""
    joined = m.stack(onto.basis, along.basis)
    require(joined.is_square, "the dimensions do not add up")
    check_minor(joined, proof.minor, joined.height)
    image, kernel = onto.basis.transpose, along.basis.transpose
    require(m.is_product(claim.matrix, image, image), "a vector of the image is not fixed")
    require(claim.matrix.is_square, "a projection is square")
    require(m.is_zero(m.times(claim.matrix, kernel)), "the kernel is not killed")


def all_of_by_each(claim: s.AllOf, proof: c.Each) -> None:
    """Each claim is proved by itself."""
    require(len(claim.claims) == len(proof.proofs), "one proof for each claim is due")
    for part, evidence in zip(claim.claims, proof.proofs, strict=True):
        prove(part, evidence)


def any_of_by_choice(claim: s.AnyOf, proof: c.Choice) -> None:
    """The chosen claim is proved, and one is enough."""
    require(0 <= proof.position < len(claim.claims), "there is no such claim")
    prove(claim.claims[proof.position], proof.proof)


def cases_by_cover(claim: s.Cases, proof: c.Covered) -> None:
    """Each case is proved by itself, and the tree of splittings reaches a case everywhere.

    At a split the polynomial vanishes at a point or it does not, and where it vanishes one of its
    factors does. A case is reached when each of its conditions is among those met on the way.
    """
    require(len(claim.cases) == len(proof.proofs), "one proof for each case is due")
    require(len(claim.cases) <= MAX_CASES, f"at most {MAX_CASES} cases are checked")
    for case, evidence in zip(claim.cases, proof.proofs, strict=True):
        require(not isinstance(case.claim, s.Cases), "cases are not nested")
        require(rings_of(case.claim) == {case.ring}, "a claim is not over the ring of its case")
        prove(case.claim, evidence)
    check_cover(claim, proof.tree)


RULES.file(
    equal_by_values, unequal_by_values, member_by_basis, member_by_combination,
    not_member_by_basis, not_member_by_row, included_by_bases, not_included_by_bases,
    full_rank, not_full_rank, basis_by_bases, not_basis_by_bases,
    not_invertible_by_shape, solutions_by_null_space, consistent_by_solution,
    no_solution_by_row, coordinates, change_by_product, direct_sum_by_bases,
    not_direct_by_inclusion, not_direct_by_relation, projection_by_bases,
    all_of_by_each, any_of_by_choice, cases_by_cover,
)  # fmt: skip
