"""The rules: for each kind of claim and of certificate, one function that refuses or returns.

`RULES` here and `VALUES` in `exactspaces.kernel.values` are the whole list of what must be
believed. The docstring of a rule is the argument why it is sound. The values of the terms of a
claim are established when its rule is applied.
"""

from fractions import Fraction

from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel import matrices as m
from exactspaces.kernel.coverage import check_cover, rings_of
from exactspaces.kernel.errors import require
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.scalars import Rationals
from exactspaces.kernel.spaces import Space, check_minor, check_relation, combination, outside
from exactspaces.kernel.terms import Given, Null, Product, Span, Term
from exactspaces.kernel.values import Table, same, surely_different

MAX_CASES = 1000
RULES = Table()


def prove(claim: s.Claim, certificate: c.Certificate) -> None:
    """Apply the rule for the claim and the certificate; refuse when there is none."""
    RULES.apply(claim, certificate, _terms(claim, certificate))


def _terms(claim: s.Claim, certificate: c.Certificate) -> tuple[Term, ...]:
    """Give the terms that a rule wants the values of, in the order of the evidence for them."""
    match claim:
        case s.Solutions(matrix, right, particular):
            return Product(matrix, Given(particular)), right, Null(matrix)
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
    require(outside(_as_row(vector), space), "the vector is not shown to be outside")


def not_member_by_row(_: s.NotMember, proof: c.Functional, vector: Matrix, rows: Matrix) -> None:
    """A row f with f s = 0 for each spanning vector s, but f v = 1, keeps v out of the span."""
    require(proof.row.height == 1, "a functional is one row")
    zero = m.is_zero(m.times(proof.row, rows.transpose))
    require(zero, "the functional does not vanish on the spanning vectors")
    one = m.identity(rows.ring, 1)
    require(m.is_product(proof.row, vector, one), "the functional is not 1 on the vector")


def _as_row(vector: Matrix) -> Matrix:
    require(vector.width == 1, "a vector is a matrix with one column")
    return vector.transpose


def included_by_bases(_: s.Included, __: c.Computed, inner: Space, outer: Space) -> None:
    """Each basis vector of the inner space is a combination of the basis of the outer one."""
    require(combination(inner.basis, outer), "a basis vector is outside")


def not_included_by_bases(_: s.NotIncluded, __: c.Computed, inner: Space, outer: Space) -> None:
    """Some basis vector of the inner space is not a combination of the basis of the outer one."""
    require(outside(inner.basis, outer), "no basis vector is shown to be outside")


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


def not_invertible_by_shape(_: s.NotInvertible, __: c.Computed, matrix: Matrix) -> None:
    """Only square matrices have an inverse."""
    require(not matrix.is_square, "the matrix is square")


def solutions_by_null_space(
    claim: s.Solutions, _: c.Computed, left: Matrix, right: Matrix, null: Space
) -> None:
    """A p = b, and the directions are an established basis of the null space of A.

    Two solutions differ by a vector of the null space.
    """
    solves = right.width == 1 and m.equal(left, right)
    require(solves, "the particular solution does not solve")
    require(m.equal(null.basis, claim.directions), "the directions are not the established basis")


def lower_by_shape(_: s.LowerTriangular, __: c.Computed, matrix: Matrix) -> None:
    """The kernel looks at the entries."""
    require(m.is_lower(matrix), "an entry above the diagonal is not zero")


def values_by_factors(
    claim: s.SingularValues | s.Eigenvalues, proof: c.Factored,
    matrix: Matrix, numbers: Matrix, radius: Matrix,
) -> None:  # fmt: skip
    """By Weyl the values of A and of U S V^T, S = diag(s), differ by at most ||A - U S V^T||.

    By Ostrowski those of U S V^T are s_i times a factor from 1 - d to 1 + d, where d is at least
    ||U^T U - I|| and ||V^T V - I||. Singular values: sigma_i(X Y) <= ||X|| sigma_i(Y) bounds the
    factor by ((1 + d)(1 + d))^(1/2) = 1 + d from above; if d < 1, then U and V have left inverses
    of norm at most (1 - d)^(-1/2), which bounds it by 1 - d from below; if d >= 1, that bound is
    not positive. Eigenvalues, U = V square: those of U S U^T are s_i times numbers between the
    extreme eigenvalues of U U^T, which are those of U^T U.

    The norm of a symmetric matrix is at most its largest absolute row sum, that of any matrix at
    most the root of the sum of its squares. Sources: H. Weyl, Math. Ann. 71 (1912); A. Ostrowski,
    Proc. Nat. Acad. Sci. 45 (1959); S. Eisenstat, I. Ipsen, SIAM J. Numer. Anal. 32 (1995); S. M.
    Rump, BIT 51 (2011).
    """
    left, right, k = proof.left, proof.right, min(matrix.shape)
    fits = left.width == right.width == k and numbers.shape == (k, 1) and radius.shape == (1, 1)
    plain = all(isinstance(x.ring, Rationals) for x in (matrix, numbers, radius, left, right))
    require(fits and plain, "rational matrices of fitting shapes are due")
    (order,), symmetric = numbers.transpose.rows, isinstance(claim, s.Eigenvalues)
    require(list(order) == sorted(order, reverse=True), "the numbers are not in order")
    require(symmetric or min(order, default=0) >= 0, "a singular value is not negative")
    paired = m.equal(matrix, matrix.transpose) and m.equal(left, right)
    require(paired or not symmetric, "the matrix and its factors are not symmetric")
    rows = tuple(tuple(map(int.__mul__, row, order)) for row in left.rows)
    middle = Matrix(left.ring, rows, k, left.denominator * numbers.denominator)
    gap = m.minus(matrix, m.times(middle, right.transpose))
    square = Fraction(sum(x * x for row in gap.rows for x in row), gap.denominator**2)
    size = Fraction(max(map(abs, order), default=0), numbers.denominator)
    defect = max(map(_defect, (left, right)))
    room = Fraction(radius.rows[0][0], radius.denominator) - defect * size
    require(room >= 0 and square <= room**2, "the factors do not show so small a radius")


def _defect(x: Matrix) -> Fraction:
    """Bound the norm of X^T X - I by row sums."""
    off = m.minus(m.times(x.transpose, x), m.identity(x.ring, x.width))
    return Fraction(max((sum(map(abs, row)) for row in off.rows), default=0), off.denominator)


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
    not_member_by_basis, not_member_by_row, included_by_bases, not_included_by_bases, full_rank,
    not_full_rank, not_invertible_by_shape, solutions_by_null_space, lower_by_shape,
    values_by_factors, all_of_by_each, any_of_by_choice, cases_by_cover,
)  # fmt: skip
