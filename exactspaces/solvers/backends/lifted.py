"""Reduced echelon forms and inverses of large matrices over Q by p-adic lifting.

Each function gives None where the lifting does not apply or does not fit; FLINT does it then.
"""

import numpy as np
from flint import fmpz_mat

from exactspaces.kernel import Matrix
from exactspaces.kernel.matrices import identity, reduced
from exactspaces.solvers.backends.arrays import exchange
from exactspaces.solvers.backends.base import Echelon, with_pivots
from exactspaces.solvers.backends.exchanged import Exchanged
from exactspaces.solvers.backends.lifting import Integers, System, lift
from exactspaces.solvers.backends.residues import LARGE_PRIMES


def echelon(matrix: Matrix, known: Exchanged | None) -> Echelon | None:
    """Give the echelon form by Dixon's lifting, or None when it does not apply or does not fit."""
    whole = _array(matrix)
    if whole is None:
        return None
    found = _exchanged(whole, LARGE_PRIMES[0])
    if not found.rank or (found.rank < matrix.height and not _is_confirmed(found, whole, known)):
        return None
    pivots = set(found.pivots)
    free = [j for j in range(matrix.width) if j not in pivots]
    if not free:
        one = identity(matrix.ring, found.rank)
        return Echelon(one, found.pivots, found.minor(matrix.ring))
    rows = whole[list(found.rows)]
    system = System.of(found, rows[:, list(found.pivots)], rows[:, free])
    d = abs(int(fmpz_mat(system.left.tolist()).det()))
    part = lift(system, d)
    if part is None or not _is_echelon(part, found.pivots, free):
        return None
    form = Matrix(matrix.ring, with_pivots(part, free, found.pivots, d), matrix.width, d)
    return Echelon(reduced(form), found.pivots, found.minor(matrix.ring))


def _exchanged(whole: Integers, p: int) -> Exchanged:
    return exchange((whole % p).astype("float64"), p)


def _is_confirmed(found: Exchanged, whole: Integers, known: Exchanged | None) -> bool:
    """Say whether another prime shows no larger rank and no earlier pivots.

    Modulo a prime the rank can only fall and pivots can only come later.
    """
    if known and (-found.rank, found.pivots) <= (-known.rank, known.pivots):
        return True
    other = _exchanged(whole, LARGE_PRIMES[1])
    return (-found.rank, found.pivots) <= (-other.rank, other.pivots)


def _is_echelon(part: list[list[int]], pivots: tuple[int, ...], free: list[int]) -> bool:
    """Say whether the entries left of the pivots are zero: then these are the pivots over Q."""
    left = [[k for k, j in enumerate(free) if j < pivot] for pivot in pivots]
    return not any(row[k] for row, indices in zip(part, left, strict=True) for k in indices)


def inverse(matrix: Matrix) -> tuple[list[list[int]], int] | None:
    """Give d and d A^-1 for the matrix A of numerators, from A X = I."""
    whole = _array(matrix)
    if whole is None:
        return None
    found = _exchanged(whole, LARGE_PRIMES[0])
    if found.rank < matrix.height:
        return None
    order = list(found.rows)
    system = System.of(found, whole[order], np.eye(matrix.height, dtype=np.int64)[order])
    d = abs(int(fmpz_mat(system.left.tolist()).det()))
    rows = lift(system, d)
    return None if rows is None else (rows, d)


def _array(matrix: Matrix) -> Integers | None:
    """Give the integers as an array, or None when they are too large."""
    try:
        return np.array(matrix.rows, dtype=np.int64)
    except OverflowError:
        return None
