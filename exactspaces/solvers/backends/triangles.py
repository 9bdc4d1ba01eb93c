"""Determinants over Q and F_p with evidence: elimination that keeps what it did to the rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod

from exactspaces.kernel import Certificate, Combination, Matrix, Triangles
from exactspaces.kernel.matrices import identity, reduced
from exactspaces.solvers.backends.base import Echelon


@dataclass(frozen=True)
class Triangle:
    """C A[order] is upper triangular, C = lower is triangular with a regular diagonal.

    `value` is the determinant of A[order].
    """

    order: tuple[int, ...]
    lower: tuple[tuple[int, ...], ...]
    value: int


def determinant(
    matrix: Matrix,
    echelon: Callable[[Matrix], Echelon],
    triangle: Callable[[Matrix], Triangle],
    *,
    regular: bool,
) -> tuple[Matrix, Certificate]:
    """Give the determinant; `regular` says that it is known not to be zero."""
    ring, n = matrix.ring, matrix.height
    if not n:
        one = identity(ring, 1)
        return one, Triangles((), matrix, one, ())
    if not regular:
        form = echelon(matrix.transpose)
        if form.rank < n:
            return Matrix(ring, ((0,),), 1), Combination(_null_vector(form), ())
    found = triangle(matrix)
    top = ring.integer(_sign(found.order) * found.value)
    value = reduced(Matrix(ring, ((top,),), 1, matrix.denominator**n))
    return value, Triangles(found.order, Matrix(ring, found.lower, n), value, ())


def _null_vector(form: Echelon) -> Matrix:
    """Give a null vector, as a row: 1 at the first free column, none of the other free ones."""
    width, pivots = form.rows.width, set(form.pivots)
    free = next(j for j in range(width) if j not in pivots)
    row = [0] * width
    row[free] = form.rows.denominator
    p = form.rows.ring.characteristic
    for pivot, values in zip(form.pivots, form.rows.rows, strict=True):
        row[pivot] = -values[free] % p if p else -values[free]
    return reduced(form.rows.with_rows((tuple(row),)))


def fraction_free(matrix: Matrix) -> Triangle:
    """Eliminate the numerators of [A | I] without fractions (Bareiss 1968)."""
    return _triangle(matrix, _clear_without_fractions, 0)


def modular(matrix: Matrix, p: int) -> Triangle:
    """Eliminate [A | I] modulo a prime."""
    return _triangle(matrix, _clear_modulo, p)


Rows = list[list[int]]


def _triangle(matrix: Matrix, clear: Callable[[Rows, int, int], None], p: int) -> Triangle:
    n = matrix.height
    rows = [[*row, *(int(i == j) for j in range(n))] for i, row in enumerate(matrix.rows)]
    order = list(range(n))
    for k in range(n):
        at = next(i for i in range(k, n) if rows[i][k])
        rows[k], rows[at], order[k], order[at] = rows[at], rows[k], order[at], order[k]
        clear(rows, k, p)
    value = rows[-1][n - 1]
    if p:
        value = prod(row[i] for i, row in enumerate(rows)) % p
    return Triangle(tuple(order), tuple(tuple(row[n + j] for j in order) for row in rows), value)


def _clear_modulo(rows: Rows, k: int, p: int) -> None:
    row, inverse = rows[k], pow(rows[k][k], -1, p)
    for i in range(k + 1, len(rows)):
        factor = rows[i][k] * inverse % p
        if factor:
            rows[i] = [(x - factor * y) % p for x, y in zip(rows[i], row, strict=True)]


def _clear_without_fractions(rows: Rows, k: int, _: int) -> None:
    row, before = rows[k], rows[k - 1][k - 1] if k else 1
    for i in range(k + 1, len(rows)):
        pairs, factor = zip(rows[i], row, strict=True), rows[i][k]
        rows[i] = [(row[k] * x - factor * y) // before for x, y in pairs]


def _sign(order: Sequence[int]) -> int:
    """Give the sign of a permutation: (-1)^(n - number of cycles)."""
    seen: set[int] = set()
    cycles = 0
    for start in order:
        at, cycles = start, cycles + (start not in seen)
        while at not in seen:
            seen.add(at)
            at = order[at]
    return -1 if (len(order) - cycles) % 2 else 1
