"""Inverses and triangular factors."""

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.fields.matrices import simplified
from exactspaces.kernel import Combination, Computed, Inverted, Parameters
from exactspaces.questions import Finding, InverseOf, LowerUpper, TriangularFactors
from exactspaces.solvers.backends.choose import backend_for
from exactspaces.solvers.decisions import full_row_minor, proof_of, row_relation
from exactspaces.solvers.evidence import LITERAL, evaluate
from exactspaces.solvers.zero import asks_for

Rows = list[list[Scalar]]


def find_inverse(question: InverseOf) -> Finding:
    """Give the inverse, or a relation of the rows that excludes one."""
    matrix = evaluate(question.matrix)
    parts = (matrix.certificate,)
    if not matrix.value.is_square:
        return Finding(None, Computed(parts))
    if full_row_minor(matrix.value) is not None:
        inverse = backend_for(matrix.value.ring).inverse(matrix.value)
        return Finding(inverse, Computed((Inverted(inverse, parts), LITERAL)))
    relation = row_relation(matrix.value)
    if relation is None:
        raise NoAnswer("the two methods for invertibility disagree")
    return Finding(None, Combination(relation, parts))


def find_factors(question: TriangularFactors) -> Finding:
    """Eliminate below each pivot, exchanging rows only where the entry due is zero."""
    matrix = evaluate(question.matrix)
    rows, ring = entries(matrix.value), matrix.value.ring
    if isinstance(ring, Parameters):
        rows = [[simplified(ring, x) for x in row] for row in rows]
    height, width = matrix.value.height, matrix.value.width
    order, lower = list(range(height)), [[number(ring, 0)] * height for _ in range(height)]
    k = 0
    for column in range(width):
        at = _pivot_row(rows, k, column)
        if at is None:
            continue
        rows[k], rows[at] = rows[at], rows[k]
        order[k], order[at] = order[at], order[k]
        lower[k], lower[at] = lower[at], lower[k]
        _eliminate(rows, lower, k, column)
        k += 1
    for i in range(height):
        lower[i][i] = number(ring, 1)
    answer = LowerUpper(
        tuple(i + 1 for i in order),
        matrix_from(ring, lower, height),
        matrix_from(ring, rows, width),
    )
    return Finding(answer, proof_of(question.claim(answer)))


def _pivot_row(rows: Rows, k: int, column: int) -> int | None:
    """Choose the first row from k on whose entry is not zero; with parameters, a unit.

    Raises NeedsSplit when there is an entry of which it is open whether it is zero.
    """
    below = [i for i in range(k, len(rows)) if rows[i][column]]
    ring = rows[below[0]][column].ring if below else None
    if not isinstance(ring, Parameters):
        return below[0] if below else None
    found = next((i for i in below if ring.is_unit(rows[i][column].top)), None)
    if found is None:
        raise asks_for(ring, rows[below[0]][column].top)
    return found


def _eliminate(rows: Rows, lower: Rows, k: int, column: int) -> None:
    for i in range(k + 1, len(rows)):
        if rows[i][column]:
            factor = rows[i][column] / rows[k][column]
            lower[i][k] = factor
            rows[i] = [_less(x, factor * y) for x, y in zip(rows[i], rows[k], strict=True)]


def _less(x: Scalar, y: Scalar) -> Scalar:
    ring = x.ring
    return simplified(ring, x - y) if isinstance(ring, Parameters) else x - y
