"""Reduced echelon forms, minors and inverses over Q: FLINT for small matrices, lifting above."""

from itertools import chain
from typing import Any

from flint import fmpq_mat, fmpz_mat

from exactspaces.errors import NoAnswer
from exactspaces.kernel import Matrix, Minor
from exactspaces.kernel.matrices import identity, reduced
from exactspaces.solvers.backends.base import Echelon
from exactspaces.solvers.backends.lifting import System, lift
from exactspaces.solvers.backends.residues import Exchanged, exchange, exchange_array

_SMALL_PRIMES = (1009, 1013, 1019)
_LARGE_PRIMES = (8388593, 8388587)
_LIFT_FROM = 40

Array = Any


def echelon(matrix: Matrix) -> Echelon:
    """Give the reduced echelon form over Q, with a minor modulo a prime."""
    if not matrix.height or not matrix.width:
        return Echelon(matrix.with_rows(()), (), minor(matrix, ()))
    known = None
    if matrix.height >= matrix.width:
        known = exchange(matrix.rows, matrix.width, _SMALL_PRIMES[0])
        if known.rank == matrix.width:
            return Echelon(identity(matrix.ring, known.rank), known.pivots, known.minor(matrix.ring))
    if min(matrix.height, matrix.width) >= _LIFT_FROM:
        return _lifted(matrix, known) or _by_flint(matrix)
    return _by_flint(matrix)


def _by_flint(matrix: Matrix) -> Echelon:
    found, d, rank = integers(matrix).rref()
    d = int(d)
    rows = [list(map(int, row)) for row in found.tolist()[:rank]]
    if d < 0:
        d, rows = -d, [[-x for x in row] for row in rows]
    pivots = tuple(next(j for j, x in enumerate(row) if x) for row in rows)
    form = reduced(Matrix(matrix.ring, tuple(map(tuple, rows)), matrix.width, d))
    return Echelon(form, pivots, minor(matrix, pivots))


def _lifted(matrix: Matrix, known: Exchanged | None) -> Echelon | None:
    """Give the echelon form by Dixon's lifting, or None when it does not apply or does not fit."""
    whole = _array(matrix)
    if whole is None:
        return None
    found = _exchanged(whole, _LARGE_PRIMES[0])
    if found.rank < matrix.height and not _is_confirmed(found, known or whole):
        return None
    free = [j for j in range(matrix.width) if j not in set(found.pivots)]
    rows = whole[list(found.rows)]
    system = System.of(found, rows[:, list(found.pivots)], rows[:, free])
    d = abs(int(fmpz_mat(system.left.tolist()).det()))
    part = lift(system, d)
    if part is None or not _is_echelon(part, found.pivots, free):
        return None
    form = Matrix(matrix.ring, _assembled(part, free, found.pivots, d), matrix.width, d)
    return Echelon(reduced(form), found.pivots, found.minor(matrix.ring))


def _exchanged(whole: Array, p: int) -> Exchanged:
    return exchange_array((whole % p).astype("float64"), p)


def _is_confirmed(found: Exchanged, other: Exchanged | Array) -> bool:
    """Say whether another prime shows no larger rank and no earlier pivots.

    Modulo a prime the rank can only fall and pivots can only come later.
    """
    if not isinstance(other, Exchanged):
        other = _exchanged(other, _LARGE_PRIMES[1])
    return (-found.rank, found.pivots) <= (-other.rank, other.pivots)


def _is_echelon(part: list[list[int]], pivots: tuple[int, ...], free: list[int]) -> bool:
    """Say whether the entries left of the pivots are zero: then these are the pivots over Q."""
    return not any(
        x for row, pivot in zip(part, pivots, strict=True) for x, j in zip(row, free) if j < pivot
    )


def _assembled(
    part: list[list[int]], free: list[int], pivots: tuple[int, ...], d: int
) -> tuple[tuple[int, ...], ...]:
    """Put d times the identity into the pivot columns, and the part into the free ones."""
    width, out = len(free) + len(pivots), []
    for pivot, values in zip(pivots, part, strict=True):
        row = [0] * width
        row[pivot] = d
        for j, x in zip(free, values, strict=True):
            row[j] = x
        out.append(tuple(row))
    return tuple(out)


def minor(matrix: Matrix, columns: tuple[int, ...] | None) -> Minor:
    """Give an invertible part: of named independent columns, or as large as modulo a prime."""
    if columns is None:
        found = exchange(matrix.rows, matrix.width, _SMALL_PRIMES[0])
        if found.rank < min(matrix.height, matrix.width):
            found = exchange(matrix.rows, matrix.width, _LARGE_PRIMES[0])
        return found.minor(matrix.ring)
    if not columns:
        return Minor((), (), 2, matrix.with_rows((), 0))
    part = matrix.columns(columns) if len(columns) < matrix.width else matrix
    for p in (*_SMALL_PRIMES, *_LARGE_PRIMES):
        found = exchange(part.rows, part.width, p)
        if found.rank == len(columns):
            return found.minor(matrix.ring, columns)
    return _minor_by_flint(part, columns)


def _minor_by_flint(part: Matrix, columns: tuple[int, ...]) -> Minor:
    """Give the minor with its inverse over Q, for numbers divisible by all our primes."""
    found, _, rank = integers(part.transpose).rref()
    rows = tuple(next(j for j, x in enumerate(row) if x) for row in found.tolist()[:rank])
    if rank < len(columns):
        raise NoAnswer("the columns are dependent")
    return Minor(rows, columns, 0, inverse(part.select(rows)))


def inverse(matrix: Matrix) -> Matrix:
    """Give the inverse over Q."""
    n, scale = matrix.height, matrix.denominator
    if not n:
        return matrix
    rows, d = _inverse_lifted(matrix) or _inverse_by_flint(matrix)
    if scale > 1:
        rows = [[scale * x for x in row] for row in rows]
    return reduced(Matrix(matrix.ring, tuple(map(tuple, rows)), n, d))


def _inverse_by_flint(matrix: Matrix) -> tuple[list[list[int]], int]:
    try:
        found, d = fmpq_mat(integers(matrix)).inv().numer_denom()
    except ZeroDivisionError:
        raise NoAnswer("the matrix has no inverse") from None
    return [list(map(int, row)) for row in found.tolist()], int(d)


def _inverse_lifted(matrix: Matrix) -> tuple[list[list[int]], int] | None:
    whole = _array(matrix) if matrix.height >= _LIFT_FROM else None
    if whole is None:
        return None
    import numpy as np

    found = _exchanged(whole, _LARGE_PRIMES[0])
    if found.rank < matrix.height:
        return None
    order = list(found.rows)
    system = System.of(found, whole[order], np.eye(matrix.height, dtype=np.int64)[order])
    d = abs(int(fmpz_mat(system.left.tolist()).det()))
    rows = lift(system, d)
    return None if rows is None else (rows, d)


def _array(matrix: Matrix) -> Array | None:
    """Give the integers as an array, or None when they are too large."""
    import numpy as np

    try:
        return np.array(matrix.rows, dtype=np.int64)
    except OverflowError:
        return None


def integers(matrix: Matrix) -> fmpz_mat:
    """Give the numerators as a matrix of FLINT."""
    return fmpz_mat(matrix.height, matrix.width, list(chain.from_iterable(matrix.rows)))
