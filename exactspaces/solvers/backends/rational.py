"""Reduced echelon forms, minors and inverses over Q: FLINT for small matrices, lifting above."""

from itertools import chain

from flint import fmpq_mat, fmpz_mat

from exactspaces.errors import NoAnswer
from exactspaces.kernel import Matrix, Minor
from exactspaces.kernel.matrices import identity, reduced
from exactspaces.solvers.backends.base import Echelon
from exactspaces.solvers.backends.exchanged import Exchanged
from exactspaces.solvers.backends.minors import rational_minor
from exactspaces.solvers.backends.residues import SMALL_PRIMES, exchange
from exactspaces.solvers.backends.triangles import Triangle

_LIFT_FROM = 40


def echelon(matrix: Matrix) -> Echelon:
    """Give the reduced echelon form over Q, with a minor modulo a prime."""
    if not matrix.height or not matrix.width:
        return Echelon(matrix.with_rows(()), (), minor(matrix, ()))
    known = None
    if matrix.height >= matrix.width:
        known = exchange(matrix.rows, matrix.width, SMALL_PRIMES[0])
        if known.rank == matrix.width:
            one = identity(matrix.ring, known.rank)
            return Echelon(one, known.pivots, known.minor(matrix.ring))
    if min(matrix.height, matrix.width) >= _LIFT_FROM:
        from exactspaces.solvers.backends import lifted  # noqa: PLC0415 - NumPy imports slowly

        return lifted.echelon(matrix, known) or _by_flint(matrix, known)
    return _by_flint(matrix, known)


def _by_flint(matrix: Matrix, known: Exchanged | None) -> Echelon:
    found, bottom, rank = integers(matrix).rref()
    d = int(bottom)
    rows = [list(map(int, row)) for row in found.tolist()[:rank]]
    if d < 0:
        d, rows = -d, [[-x for x in row] for row in rows]
    pivots = tuple(next(j for j, x in enumerate(row) if x) for row in rows)
    form = reduced(Matrix(matrix.ring, tuple(map(tuple, rows)), matrix.width, d))
    if known and known.pivots == pivots:
        return Echelon(form, pivots, known.minor(matrix.ring))
    return Echelon(form, pivots, minor(matrix, pivots))


def minor(matrix: Matrix, columns: tuple[int, ...] | None) -> Minor:
    """Give an invertible part: of named independent columns, or as large as modulo a prime."""
    return rational_minor(matrix, columns, _minor_over_q)


def _minor_over_q(part: Matrix, columns: tuple[int, ...]) -> Minor:
    found, _, rank = integers(part.transpose).rref()
    rows = tuple(next(j for j, x in enumerate(row) if x != 0) for row in found.tolist()[:rank])
    if rank < len(columns):
        raise NoAnswer("the columns are dependent")
    return Minor(rows, columns, 0, inverse(part.select(rows)))


def inverse(matrix: Matrix) -> Matrix:
    """Give the inverse over Q."""
    n, scale = matrix.height, matrix.denominator
    if not n:
        return matrix
    found = None
    if n >= _LIFT_FROM:
        from exactspaces.solvers.backends import lifted  # noqa: PLC0415 - NumPy imports slowly

        found = lifted.inverse(matrix)
    rows, d = found or _inverse_by_flint(matrix)
    if scale > 1:
        rows = [[scale * x for x in row] for row in rows]
    return reduced(Matrix(matrix.ring, tuple(map(tuple, rows)), n, d))


def _inverse_by_flint(matrix: Matrix) -> tuple[list[list[int]], int]:
    try:
        found, d = fmpq_mat(integers(matrix)).inv().numer_denom()
    except ZeroDivisionError:
        raise NoAnswer("the matrix has no inverse") from None
    return [list(map(int, row)) for row in found.tolist()], int(d)


def integers(matrix: Matrix) -> fmpz_mat:
    """Give the numerators as a matrix of FLINT."""
    return fmpz_mat(matrix.height, matrix.width, list(chain.from_iterable(matrix.rows)))


def triangle(matrix: Matrix) -> Triangle:
    """Eliminate [A | I] without fractions, by FLINT: the right half is the lower factor."""
    n = matrix.height
    flat: list[int] = []
    for i, row in enumerate(matrix.rows):
        flat += [*row, *(int(i == j) for j in range(n))]
    permutation, _, _, upper = fmpz_mat(n, 2 * n, flat).fflu()
    order = tuple(next(j for j in range(n) if permutation[i, j] == 1) for i in range(n))
    rows = upper.tolist()
    lower = tuple(tuple(int(row[n + j]) for j in order) for row in rows)
    return Triangle(order, lower, int(rows[-1][n - 1]))
