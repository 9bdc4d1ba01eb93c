"""Bases: of spaces, among vectors, extended, changed; coordinates, complements, projections."""

from math import gcd

from exactspaces.errors import NoAnswer
from exactspaces.kernel import (
    Certificate,
    Combination,
    Computed,
    Each,
    Functional,
    Matrix,
    Minor,
    Rationals,
    Regular,
    Span,
    Transpose,
)
from exactspaces.kernel.matrices import identity, is_product, plus, reduced, stack, times
from exactspaces.kernel.spaces import Space, residual
from exactspaces.questions import (
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    Complement,
    CoordinatesIn,
    Finding,
    ProjectionOnto,
)
from exactspaces.solvers.backends.base import Echelon
from exactspaces.solvers.backends.choose import backend_for
from exactspaces.solvers.decisions import full_row_minor, proof_of, row_relation
from exactspaces.solvers.evidence import (
    LITERAL,
    Evaluated,
    basis_certificate,
    echelon_of,
    evaluate,
    null_basis,
    transposed,
)
from exactspaces.solvers.systems import functional, solution
from exactspaces.solvers.zero import vanishes


def _basis_finding(answer: Matrix, space: Evaluated) -> Finding:
    """State a basis; the minor that gives the span its dimension contains every row."""
    echelon = echelon_of(answer)
    regular = Regular(echelon.minor, (LITERAL,))
    spanned = basis_certificate(Space(echelon.rows, echelon.pivots), echelon.minor, (LITERAL,))
    return Finding(answer, Each((regular, Computed((spanned, space.certificate)))))


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
    product = Computed((Computed((basis.certificate,)), LITERAL))
    regular = Regular(minor, (basis.certificate,))
    return Finding(x, Each((regular, Computed((product, vector.certificate)))))


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
    back = full_row_minor(matrix)
    if back is None:
        return _different(question)
    turned, literal = Computed((new.certificate,)), (LITERAL,)
    product = Computed((Computed((turned, LITERAL)), Computed((old.certificate,))))
    regular = Regular(first, (old.certificate,)), Regular(back, literal)
    return Finding(matrix, Each((*regular, product)))


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
    if not vanishes(residual(space.value.basis, whole.value)):
        return Finding(None, proof_of(question.claim(None)))
    full = _chosen(space.value.basis, without_fractions(whole.value.basis))
    added = reduced(full.select(range(space.value.basis.height, full.height)))
    return Finding(added, proof_of(question.claim(added)))


def find_projection(question: ProjectionOnto) -> Finding:
    """Change to the joined basis, keep the first part, change back."""
    onto, along = evaluate(question.onto), evaluate(question.along)
    both = joined(onto.value.basis, along.value.basis)
    minor = full_row_minor(stack(onto.value.basis, along.value.basis)) if both.is_square else None
    if minor is None:
        return Finding(None, proof_of(question.claim(None)))
    inverse = backend_for(both.ring).inverse(both)
    kept = inverse.columns(range(onto.value.basis.height))
    matrix = times(kept, onto.value.basis).transpose
    return Finding(matrix, _projects(onto, along))


def _projects(onto: Evaluated, along: Evaluated) -> Certificate:
    """Show that a projection is idempotent, and the two its column and null space.

    P = U^T M N, with an identity block in the columns J of U (a basis of the one space) and K of
    N (whose null space is the other one). So P[J, K] = M, and N U^T is its inverse.
    """
    u, w = onto.value, along.value
    kept = tuple(j for j in range(w.basis.width) if j not in set(w.columns))
    n = null_basis(Echelon(w.basis, w.columns, Minor((), (), 0, identity(w.basis.ring, 0)))).basis
    inverse = times(n, u.basis.transpose)
    of_null = Minor(u.columns, kept, 0, inverse)
    column = basis_certificate(u, transposed(of_null), (Computed((LITERAL,)),))
    null = basis_certificate(w, of_null, (LITERAL,))
    square = Computed((Computed((LITERAL,)), LITERAL))
    spaces = Computed((column, onto.certificate)), Computed((null, along.certificate))
    return Each((square, *spaces))
