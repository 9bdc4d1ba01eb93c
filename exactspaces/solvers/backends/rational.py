"""Reduced echelon forms, minors and inverses over Q: FLINT for small matrices, lifting above."""

from itertools import chain

from flint import fmpq_mat, fmpz, fmpz_mat

from exactspaces.errors import NoAnswer
from exactspaces.kernel import Matrix, Minor
from exactspaces.kernel.matrices import identity, reduced
from exactspaces.solvers.backends.base import Echelon, with_pivots
from exactspaces.solvers.backends.exchanged import Exchanged
from exactspaces.solvers.backends.minors import rational_minor
from exactspaces.solvers.backends.residues import exchange, small_primes
from exactspaces.solvers.backends.triangles import Triangle

_LIFT_FROM = 40
_SPOILT = 2  # a prime seldom takes more than this off the rank


def echelon(matrix: Matrix) -> Echelon:
    """Give the reduced echelon form over Q, with a minor modulo a prime."""
    if not matrix.height or not matrix.width:
        return Echelon(matrix.with_rows(()), (), minor(matrix, ()))
    known = None
    if matrix.height >= matrix.width:
        known = _exchanged(matrix)
        if known.rank == matrix.width:
            one = identity(matrix.ring, known.rank)
            return Echelon(one, known.pivots, known.minor(matrix.ring))
    if min(matrix.height, matrix.width) >= _LIFT_FROM:
        from exactspaces.solvers.backends import lifted  # noqa: PLC0415 - NumPy imports slowly

        return lifted.echelon(matrix, known) or _by_flint(matrix, known)
    return _by_flint(matrix, known)


def _exchanged(matrix: Matrix) -> Exchanged:
    """Eliminate modulo a small prime, and modulo another one where the first spoilt little."""
    first, second, *_ = small_primes(matrix.width)
    known = exchange(matrix.rows, matrix.width, first)
    if 0 < matrix.width - known.rank <= _SPOILT:
        known = exchange(matrix.rows, matrix.width, second)
    return known


def _by_flint(matrix: Matrix, known: Exchanged | None) -> Echelon:
    found, bottom, rank = integers(matrix).rref()
    pivots = _pivots(found, rank)
    sign = -1 if bottom < 0 else 1
    free = [j for j in range(matrix.width) if j not in set(pivots)]
    part = [[sign * int(found[i, j]) for j in free] for i in range(rank)]
    rows = with_pivots(part, free, pivots, abs(int(bottom)))
    form = reduced(Matrix(matrix.ring, rows, matrix.width, abs(int(bottom))))
    if known and known.pivots == pivots:
        return Echelon(form, pivots, known.minor(matrix.ring))
    return Echelon(form, pivots, minor(matrix, pivots))


def _pivots(found: fmpz_mat, rank: int) -> tuple[int, ...]:
    pivots, column = [], 0
    for i in range(rank):
        while found[i, column] == 0:
            column += 1
        pivots.append(column)
        column += 1
    return tuple(pivots)


def minor(matrix: Matrix, columns: tuple[int, ...] | None) -> Minor:
    """Give an invertible part: of named independent columns, or as large as modulo a prime."""
    return rational_minor(matrix, columns, _minor_over_q)


def _minor_over_q(part: Matrix, columns: tuple[int, ...]) -> Minor:
    found, _, rank = integers(part.transpose).rref()
    rows = _pivots(found, rank)
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
    places = permutation.entries()
    order = tuple(places.index(fmpz(1), i * n) - i * n for i in range(n))
    zeros = (0,) * n
    lower = tuple(
        (*(int(upper[i, n + order[k]]) for k in range(i + 1)), *zeros[i + 1 :]) for i in range(n)
    )
    return Triangle(order, lower, int(upper[n - 1, n - 1]))
