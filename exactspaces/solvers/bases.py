"""Bases: of spaces, among vectors, extended, changed; coordinates, complements, projections."""

from math import gcd

from exactspaces.errors import NoAnswer
from exactspaces.kernel import (
    Certificate,
    Combination,
    Computed,
    DirectSum,
    Functional,
    Given,
    Matrix,
    NotDirectSum,
    Pair,
    Rationals,
    Regular,
    Span,
    Transpose,
)
from exactspaces.kernel.matrices import is_product, plus, reduced, stack, times
from exactspaces.kernel.spaces import residual
from exactspaces.questions import (
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    Complement,
    CoordinatesIn,
    Decision,
    Finding,
    ProjectionOnto,
)
from exactspaces.solvers.backends.choose import backend_for
from exactspaces.solvers.decisions import decide, full_row_minor, row_relation
from exactspaces.solvers.evidence import Evaluated, echelon_of, evaluate
from exactspaces.solvers.systems import functional, solution
from exactspaces.solvers.zero import vanishes


def _basis_finding(answer: Matrix, space: Evaluated) -> Finding:
    spanned = evaluate(Span(Given(answer)))
    return Finding(answer, Computed((spanned.certificate, space.certificate)))


def find_basis(question: BasisFor) -> Finding:
    """For a column space its pivot columns; else the established basis without fractions."""
    space = evaluate(question.space)
    match question.space:
        case Span(Transpose(inner)):
            matrix = evaluate(inner).value
            return _basis_finding(_pivot_rows(matrix.transpose), space)
        case _:
            return _basis_finding(without_fractions(space.value.basis), space)


def _pivot_rows(rows: Matrix) -> Matrix:
    """Give the rows that are not combinations of those before them."""
    return reduced(rows.select(echelon_of(rows.transpose).pivots))


def find_basis_among(question: BasisAmong) -> Finding:
    """Keep each row that is not a combination of those before it."""
    rows = evaluate(question.vectors)
    return _basis_finding(_pivot_rows(rows.value), evaluate(Span(question.vectors)))


def find_extension(question: BasisExtension) -> Finding:
    """Go on with those basis vectors of the whole space that are still independent."""
    rows, whole = evaluate(question.vectors), evaluate(question.whole)
    if full_row_minor(rows.value) is None:
        relation = row_relation(rows.value)
        if relation is not None:
            return Finding(None, Combination(relation, (rows.certificate,)))
    if not vanishes(residual(rows.value, whole.value)):
        spanned = evaluate(Span(question.vectors))
        return Finding("outside", Computed((spanned.certificate, whole.certificate)))
    answer = _chosen(rows.value, whole.value.basis)
    return _basis_finding(answer, whole)


def _chosen(first: Matrix, more: Matrix) -> Matrix:
    """Give the rows of `first`, then those rows of `more` that are not combinations so far."""
    pivots = echelon_of(stack(first, more).transpose).pivots
    added = more.select([j - first.height for j in pivots if j >= first.height])
    return joined(first.select([j for j in pivots if j < first.height]), added)


def joined(upper: Matrix, lower: Matrix) -> Matrix:
    """Put the rows of one matrix above those of another, values unchanged."""
    zero = (upper.ring.integer(0),) * upper.width
    wide = upper.with_rows(upper.rows + (zero,) * lower.height)
    return plus(wide, lower.with_rows((zero,) * upper.height + lower.rows))


def without_fractions(rows: Matrix) -> Matrix:
    """Scale each row of a rational matrix to integers without common factor; keep the signs."""
    if not isinstance(rows.ring, Rationals):
        return rows
    whole = []
    for row in rows.rows:
        common = gcd(*row) or 1
        whole.append(tuple(x // common for x in row))
    return Matrix(rows.ring, tuple(whole), rows.width)


def find_coordinates(question: CoordinatesIn) -> Finding:
    """Solve (columns of the basis) c = v."""
    vector, basis = evaluate(question.vector), evaluate(question.basis)
    parts = (vector.certificate, basis.certificate)
    minor = full_row_minor(basis.value)
    if minor is None:
        return _dependence("dependent", basis)
    x = solution(basis.value.transpose, vector.value)
    if x is None:
        row = functional(basis.value.transpose, vector.value)
        return Finding("outside", Functional(row, parts))
    return Finding(x, Regular(minor, parts))


def find_basis_change(question: BasisChange) -> Finding:
    """Solve M^T (new) = (old) by reducing [new^T | old^T], for two bases of one space."""
    old, new = evaluate(question.old), evaluate(question.new)
    first, second = full_row_minor(old.value), full_row_minor(new.value)
    if first is None:
        return _dependence("first dependent", old)
    if second is None:
        return _dependence("second dependent", new)
    k = new.value.height
    if old.value.height != k:
        return _different(question)
    echelon = echelon_of(joined(new.value, old.value).transpose)
    matrix = reduced(echelon.rows.columns(range(k, 2 * k)))
    if not is_product(matrix.transpose, new.value, old.value):
        return _different(question)
    return Finding(matrix, Pair(first, second, (old.certificate, new.certificate)))


def _dependence(answer: str, rows: Evaluated) -> Finding:
    relation = row_relation(rows.value)
    if relation is None:
        raise NoAnswer("the two methods for independence disagree")
    return Finding(answer, Combination(relation, (rows.certificate,)))


def _different(question: BasisChange) -> Finding:
    spans = tuple(evaluate(Span(rows)).certificate for rows in (question.old, question.new))
    return Finding("different spaces", Computed(spans))


def find_complement(question: Complement) -> Finding:
    """Extend a basis of the space by basis vectors of the whole."""
    space, whole = evaluate(question.space), evaluate(question.whole)
    parts = (space.certificate, whole.certificate)
    if not vanishes(residual(space.value.basis, whole.value)):
        return Finding(None, Computed((parts[0], parts[1], parts[1])))
    full = _chosen(space.value.basis, without_fractions(whole.value.basis))
    added = reduced(full.select(range(space.value.basis.height, full.height)))
    complement = evaluate(Span(Given(added)))
    minor = full_row_minor(stack(space.value.basis, complement.value.basis))
    if minor is None:
        raise NoAnswer("no complement was found")
    return Finding(added, Regular(minor, (parts[0], complement.certificate, parts[1])))


def _no_direct_sum(question: ProjectionOnto) -> Certificate:
    claim = question.claim(None)
    if not isinstance(claim, NotDirectSum):
        raise NoAnswer("what the question says of spaces without a projection is not known here")
    whole = DirectSum(claim.summands, claim.whole)
    return decide(Decision(whole, claim)).certificate


def find_projection(question: ProjectionOnto) -> Finding:
    """Change to the joined basis, keep the first part, change back."""
    onto, along = evaluate(question.onto), evaluate(question.along)
    both = joined(onto.value.basis, along.value.basis)
    minor = full_row_minor(stack(onto.value.basis, along.value.basis)) if both.is_square else None
    if minor is None:
        return Finding(None, _no_direct_sum(question))
    inverse = backend_for(both.ring).inverse(both)
    kept = inverse.columns(range(onto.value.basis.height))
    matrix = times(kept, onto.value.basis).transpose
    return Finding(matrix, Regular(minor, (onto.certificate, along.certificate)))
