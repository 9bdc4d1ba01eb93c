"""Yes-or-no questions: which of the two claims holds, and the evidence for it."""

from collections.abc import Callable

from exactspaces.errors import NoAnswer
from exactspaces.kernel import (
    BasisOf,
    Certificate,
    Claim,
    Combination,
    Computed,
    Consistent,
    Dependent,
    DirectSum,
    Equal,
    Functional,
    Included,
    Independent,
    Invertible,
    Matrix,
    Member,
    Minor,
    NoSolution,
    NotBasisOf,
    NotDirectSum,
    NotIncluded,
    NotInvertible,
    NotMember,
    Regular,
    Span,
    Term,
    Unequal,
)
from exactspaces.kernel.matrices import equal, plus, scaled, stack
from exactspaces.kernel.spaces import Space, residual
from exactspaces.questions import Decision, Finding
from exactspaces.solvers.backends.choose import backend_for
from exactspaces.solvers.evidence import (
    Evaluated,
    echelon_of,
    evaluate,
    null_basis,
    transposed,
    with_parts,
)
from exactspaces.solvers.systems import functional, solution
from exactspaces.solvers.zero import vanishes


def decide(question: Decision) -> Finding:
    """Find out which of the two claims holds.

    Raises NoAnswer when the claims do not answer the question.
    """
    if question.systems and not any(_is_consistent(*system) for system in question.systems):
        raise NoAnswer(
            "the systems compared have no solution, and nothing is stated of empty sets here; "
            "ask consistent(A, b) for each"
        )
    if type(question.positive) in _NEGATIVE:
        found = decide(Decision(question.negative, question.positive))
        return Finding(not found.answer, found.certificate)
    method = _METHODS.get(type(question.positive))
    if method is None:
        raise NoAnswer(f"nobody here decides {type(question.positive).__name__}")
    return method(question.positive)


def _both(left: Term, right: Term) -> tuple[Evaluated, Evaluated, Computed]:
    a, b = evaluate(left), evaluate(right)
    return a, b, Computed((a.certificate, b.certificate))


def _equal(claim: Equal) -> Finding:
    a, b, certificate = _both(claim.left, claim.right)
    return Finding(_same(a.value, b.value), certificate)


def _same(a: object, b: object) -> bool:
    if isinstance(a, Space) and isinstance(b, Space):
        if a.basis.height != b.basis.height:
            return False
        return vanishes(residual(a.basis, b))
    if isinstance(a, Matrix) and isinstance(b, Matrix):
        if (a.height, a.width) != (b.height, b.width):
            return False
        minus = Matrix(a.ring, ((a.ring.integer(-1),),), 1)
        return equal(a, b) or vanishes(plus(a, scaled(minus, b)))
    return a == b


def _member(claim: Member) -> Finding:
    if isinstance(claim.space, Span):
        return _member_of_span(claim, claim.space)
    a, b, certificate = _both(claim.vector, claim.space)
    return Finding(vanishes(residual(a.value.transpose, b.value)), certificate)


def _member_of_span(claim: Member, space: Span) -> Finding:
    vector, rows = evaluate(claim.vector), evaluate(space.rows)
    parts = (vector.certificate, rows.certificate)
    x = solution(rows.value.transpose, vector.value)
    if x is not None:
        return Finding(True, Combination(x.transpose, parts))
    row = functional(rows.value.transpose, vector.value)
    return Finding(False, Functional(row, parts))


def _is_consistent(matrix: Term, right: Term) -> bool:
    return bool(_consistent(Consistent(matrix, right)).answer)


def _consistent(claim: Consistent) -> Finding:
    matrix, right = evaluate(claim.matrix), evaluate(claim.right)
    parts = (matrix.certificate, right.certificate)
    x = solution(matrix.value, right.value)
    if x is not None:
        return Finding(True, Combination(x.transpose, parts))
    return Finding(False, Functional(functional(matrix.value, right.value), parts))


def _included(claim: Included) -> Finding:
    a, b, certificate = _both(claim.inner, claim.outer)
    return Finding(vanishes(residual(a.value.basis, b.value)), certificate)


def row_relation(matrix: Matrix) -> Matrix | None:
    """Give coefficients (one row) of a non-trivial relation of the rows; None when independent."""
    relations = null_basis(echelon_of(matrix.transpose)).basis
    return relations.select((0,)) if relations.height else None


def full_row_minor(matrix: Matrix) -> Minor | None:
    """Give an invertible minor that contains every row; None when the rows are dependent.

    One modular elimination shows independence where it holds; only dependent rows need more.
    """
    quick = backend_for(matrix.ring).minor(matrix, None)
    if len(quick.rows) == matrix.height:
        return quick
    minor = echelon_of(matrix.transpose).minor
    return transposed(minor) if len(minor.rows) == matrix.height else None


def _independence(rows: Evaluated) -> Finding:
    parts = (rows.certificate,)
    minor = full_row_minor(rows.value)
    if minor is not None:
        return Finding(True, Regular(minor, parts))
    relation = row_relation(rows.value)
    if relation is None:
        raise NoAnswer("the two methods for independence disagree")
    return Finding(False, Combination(relation, parts))


def _independent(claim: Independent) -> Finding:
    return _independence(evaluate(claim.vectors))


def _invertible(claim: Invertible) -> Finding:
    matrix = evaluate(claim.matrix)
    if not matrix.value.is_square:
        return Finding(False, Computed((matrix.certificate,)))
    return _independence(matrix)


def _basis_of(claim: BasisOf) -> Finding:
    rows = evaluate(claim.vectors)
    spanned, space, certificate = _both(Span(claim.vectors), claim.space)
    enough = rows.value.height == spanned.value.basis.height
    return Finding(enough and _same(spanned.value, space.value), certificate)


def _direct_sum(claim: DirectSum) -> Finding:
    values = [evaluate(space) for space in (*claim.summands, claim.whole)]
    parts: tuple[Certificate, ...] = tuple(v.certificate for v in values)
    whole = values[-1].value
    joined = whole.basis.with_rows(())
    for value in values[:-1]:
        joined = stack(joined, value.value.basis)
    if joined.height != whole.basis.height or not vanishes(residual(joined, whole)):
        return Finding(False, Computed(parts))
    finding = _independence(Evaluated(joined, Computed()))
    return Finding(finding.answer, with_parts(finding.certificate, parts))


_METHODS: dict[type[Claim], Callable[..., Finding]] = {
    Equal: _equal,
    Member: _member,
    Included: _included,
    Independent: _independent,
    Invertible: _invertible,
    BasisOf: _basis_of,
    Consistent: _consistent,
    DirectSum: _direct_sum,
}
_NEGATIVE = (
    Unequal,
    Dependent,
    NotMember,
    NotIncluded,
    NotBasisOf,
    NotInvertible,
    NoSolution,
    NotDirectSum,
)
