"""Yes-or-no questions: which of the two claims holds, and the evidence for it."""

from collections.abc import Callable

from exactspaces.errors import NoAnswer
from exactspaces.kernel import (
    AllOf,
    Certificate,
    Choice,
    Claim,
    Combination,
    Computed,
    Each,
    Equal,
    Functional,
    Included,
    Independent,
    Invertible,
    LowerTriangular,
    Matrix,
    Member,
    Minor,
    Regular,
    Span,
    Term,
)
from exactspaces.kernel.matrices import equal, is_lower, plus, scaled, stack
from exactspaces.kernel.spaces import Space, residual
from exactspaces.questions import (
    Decision,
    DirectSum,
    Finding,
    denial,
    meaning,
)
from exactspaces.solvers.backends.choose import backend_for
from exactspaces.solvers.evidence import (
    Evaluated,
    basis_certificate,
    echelon_of,
    evaluate,
    null_basis,
    transposed,
)
from exactspaces.solvers.systems import functional, solution
from exactspaces.solvers.zero import differ, vanishes


def decide(question: Decision) -> Finding:
    """Find out which of the two claims holds.

    Raises NoAnswer when the claims do not answer the question.
    """
    if question.systems and not any(_is_consistent(*system) for system in question.systems):
        raise NoAnswer(
            "the systems compared have no solution, and nothing is stated of empty sets here; "
            "ask consistent(A, b) for each"
        )
    return decided(question.positive)


def decided(claim: Claim) -> Finding:
    """Find out whether a claim holds, or its contrary; the certificate is for the one that does.

    Raises NoAnswer for claims that have no contrary.
    """
    if isinstance(claim, AllOf):
        notion = meaning(claim)
        return _direct_sum(notion) if isinstance(notion, DirectSum) else _all_of(claim)
    method = _METHODS.get(type(claim))
    if method is not None:
        return method(claim)
    try:
        found = decided(denial(claim))
    except TypeError as error:
        raise NoAnswer(str(error)) from error
    return Finding(not found.answer, found.certificate)


def _all_of(claim: AllOf) -> Finding:
    """Decide one claim after the other, up to the first that does not hold."""
    proofs = []
    for position, part in enumerate(claim.claims):
        found = decided(part)
        if not found.answer:
            return Finding(False, Choice(position, found.certificate))
        proofs.append(found.certificate)
    return Finding(True, Each(tuple(proofs)))


def proof_of(claim: Claim) -> Certificate:
    """Give the certificate for a claim that holds.

    Raises NoAnswer when it does not.
    """
    found = decided(claim)
    if not found.answer:
        raise NoAnswer(f"what was thought to hold does not: {type(claim).__name__}")
    return found.certificate


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
        return not differ(residual(a.basis, b))
    if isinstance(a, Matrix) and isinstance(b, Matrix):
        if (a.height, a.width) != (b.height, b.width):
            return False
        minus = Matrix(a.ring, ((a.ring.integer(-1),),), 1)
        return equal(a, b) or not differ(plus(a, scaled(minus, b)))
    return a == b


def _member(claim: Member) -> Finding:
    if isinstance(claim.space, Span):
        return _member_of_span(claim, claim.space)
    a, b, certificate = _both(claim.vector, claim.space)
    return Finding(not differ(residual(a.value.transpose, b.value)), certificate)


def _member_of_span(claim: Member, space: Span) -> Finding:
    vector, rows = evaluate(claim.vector), evaluate(space.rows)
    parts = (vector.certificate, rows.certificate)
    x = solution(rows.value.transpose, vector.value)
    if x is not None:
        return Finding(True, Combination(x.transpose, parts))
    row = functional(rows.value.transpose, vector.value)
    return Finding(False, Functional(row, parts))


def _is_consistent(matrix: Term, right: Term) -> bool:
    return solution(evaluate(matrix).value, evaluate(right).value) is not None


def _included(claim: Included) -> Finding:
    a, b, certificate = _both(claim.inner, claim.outer)
    return Finding(not differ(residual(a.value.basis, b.value)), certificate)


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


def _lower_triangular(claim: LowerTriangular) -> Finding:
    matrix = evaluate(claim.matrix)
    if not is_lower(matrix.value):
        raise NoAnswer("nobody here shows that a matrix is not triangular")
    return Finding(True, Computed((matrix.certificate,)))


def _direct_sum(notion: DirectSum) -> Finding:
    """Compare the dimensions first; then the sum, which is shown to be the whole space."""
    total, dimensions = notion.claim.claims
    counted = decided(dimensions)
    if not counted.answer:
        return Finding(False, Choice(1, counted.certificate))
    same = _sum_of_two(notion) or decided(total)
    if not same.answer:
        return Finding(False, Choice(0, same.certificate))
    return Finding(True, Each((same.certificate, counted.certificate)))


def _sum_of_two(notion: DirectSum) -> Finding | None:
    """Take the basis of the whole space for that of the sum of two spaces inside it.

    Then no basis has to be found, which with parameters could mean more cases.
    """
    if len(notion.summands) != 2:
        return None
    left, right, whole = map(evaluate, (*notion.summands, notion.whole))
    both = stack(left.value.basis, right.value.basis)
    if not vanishes(residual(both, whole.value)):
        return None
    minor = full_row_minor(both)
    if minor is None:
        return None
    parts = (left.certificate, right.certificate)
    certificate = basis_certificate(whole.value, minor, parts)
    return Finding(True, Computed((certificate, whole.certificate)))


_METHODS: dict[type[Claim], Callable[..., Finding]] = {
    Equal: _equal,
    Member: _member,
    Included: _included,
    Independent: _independent,
    Invertible: _invertible,
    LowerTriangular: _lower_triangular,
}
