"""Inverses and triangular factors."""

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.kernel import Combination, Computed, Inverted
from exactspaces.questions import Finding, InverseOf, LowerUpper, TriangularFactors
from exactspaces.solvers.backends.choose import backend_for
from exactspaces.solvers.decisions import full_row_minor, row_relation
from exactspaces.solvers.evidence import LITERAL, evaluate

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
    height, width = matrix.value.height, matrix.value.width
    order, lower = list(range(height)), [[number(ring, 0)] * height for _ in range(height)]
    k = 0
    for column in range(width):
        at = next((i for i in range(k, height) if rows[i][column]), None)
        if at is None or k >= height:
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
    return Finding(answer, Computed((matrix.certificate,)))


def _eliminate(rows: Rows, lower: Rows, k: int, column: int) -> None:
    for i in range(k + 1, len(rows)):
        if rows[i][column]:
            factor = rows[i][column] / rows[k][column]
            lower[i][k] = factor
            rows[i] = [x - factor * y for x, y in zip(rows[i], rows[k], strict=True)]
