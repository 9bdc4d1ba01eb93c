"""Reduced echelon forms, minors and inverses over Q: FLINT for small matrices, lifting above."""

from itertools import chain

from flint import fmpq_mat, fmpz_mat

from exactspaces.errors import NoAnswer
from exactspaces.kernel import Matrix, Minor
from exactspaces.kernel.matrices import identity, reduced
from exactspaces.solvers.backends.base import Echelon
from exactspaces.solvers.backends.residues import LARGE_PRIMES, SMALL_PRIMES, exchange

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

        return lifted.echelon(matrix, known) or _by_flint(matrix)
    return _by_flint(matrix)


def _by_flint(matrix: Matrix) -> Echelon:
    found, bottom, rank = integers(matrix).rref()
    d = int(bottom)
    rows = [list(map(int, row)) for row in found.tolist()[:rank]]
    if d < 0:
        d, rows = -d, [[-x for x in row] for row in rows]
    pivots = tuple(next(j for j, x in enumerate(row) if x) for row in rows)
    form = reduced(Matrix(matrix.ring, tuple(map(tuple, rows)), matrix.width, d))
    return Echelon(form, pivots, minor(matrix, pivots))


def minor(matrix: Matrix, columns: tuple[int, ...] | None) -> Minor:
    """Give an invertible part: of named independent columns, or as large as modulo a prime."""
    if columns is None:
        found = exchange(matrix.rows, matrix.width, SMALL_PRIMES[0])
        if found.rank < min(matrix.height, matrix.width):
            found = exchange(matrix.rows, matrix.width, LARGE_PRIMES[0])
        return found.minor(matrix.ring)
    if not columns:
        return Minor((), (), 2, matrix.with_rows((), 0))
    part = matrix.columns(columns) if len(columns) < matrix.width else matrix
    for p in (*SMALL_PRIMES, *LARGE_PRIMES):
        found = exchange(part.rows, part.width, p)
        if found.rank == len(columns):
            return found.minor(matrix.ring, columns)
    return _minor_by_flint(part, columns)


def _minor_by_flint(part: Matrix, columns: tuple[int, ...]) -> Minor:
    """Give the minor with its inverse over Q, for numbers divisible by all our primes."""
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
