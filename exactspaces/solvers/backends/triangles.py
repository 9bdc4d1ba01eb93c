"""Determinants over Q and F_p with evidence: elimination that keeps what it did to the rows."""

from collections.abc import Callable, Sequence

from flint import fmpz_mat

from exactspaces.kernel import Certificate, Combination, Matrix, PrimeField, Triangles
from exactspaces.kernel.matrices import identity, reduced
from exactspaces.solvers.backends.base import Echelon


def determinant(
    matrix: Matrix, echelon: Callable[[Matrix], Echelon], *, regular: bool
) -> tuple[Matrix, Certificate]:
    """Give the determinant; `regular` says that it is known not to be zero."""
    ring = matrix.ring
    if not matrix.height:
        one = identity(ring, 1)
        return one, Triangles((), matrix, one, ())
    if not regular:
        form = echelon(matrix.transpose)
        if form.rank < matrix.height:
            return Matrix(ring, ((0,),), 1), Combination(_null_vector(form), ())
    if isinstance(ring, PrimeField):
        return _modular(matrix, ring.p)
    return _fraction_free(matrix)


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


def _fraction_free(matrix: Matrix) -> tuple[Matrix, Certificate]:
    """Eliminate [A | I] without fractions (Bareiss 1968): the right half is the lower factor."""
    n, ring = matrix.height, matrix.ring
    flat: list[int] = []
    for i, row in enumerate(matrix.rows):
        flat += [*row, *(int(i == j) for j in range(n))]
    permutation, _, _, upper = fmpz_mat(n, 2 * n, flat).fflu()
    order = tuple(next(j for j in range(n) if permutation[i, j] == 1) for i in range(n))
    rows = upper.tolist()
    lower = tuple(tuple(int(row[n + j]) for j in order) for row in rows)
    top = int(rows[-1][n - 1]) * _sign(order)
    value = reduced(Matrix(ring, ((top,),), 1, matrix.denominator**n))
    return value, Triangles(order, Matrix(ring, lower, n), value, ())


def _modular(matrix: Matrix, p: int) -> tuple[Matrix, Certificate]:
    n, ring = matrix.height, matrix.ring
    rows = [[*row, *(int(i == j) for j in range(n))] for i, row in enumerate(matrix.rows)]
    order, total = list(range(n)), 1
    for k in range(n):
        at = next(i for i in range(k, n) if rows[i][k])
        if at != k:
            rows[k], rows[at], total = rows[at], rows[k], -total
            order[k], order[at] = order[at], order[k]
        total = total * rows[k][k] % p
        _clear(rows, k, p)
    lower = Matrix(ring, tuple(tuple(row[n + j] for j in order) for row in rows), n)
    value = Matrix(ring, ((total % p,),), 1)
    return value, Triangles(tuple(order), lower, value, ())


def _clear(rows: list[list[int]], k: int, p: int) -> None:
    row, inverse = rows[k], pow(rows[k][k], -1, p)
    for i in range(k + 1, len(rows)):
        factor = rows[i][k] * inverse % p
        if factor:
            rows[i] = [(x - factor * y) % p for x, y in zip(rows[i], row, strict=True)]


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
