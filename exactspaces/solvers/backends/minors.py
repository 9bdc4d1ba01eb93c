"""Invertible parts of rational matrices, shown modulo a prime."""

from collections.abc import Callable

from exactspaces.kernel import Matrix, Minor
from exactspaces.solvers.backends.residues import LARGE_PRIMES, SMALL_PRIMES, exchange

Exact = Callable[[Matrix, tuple[int, ...]], Minor]


def rational_minor(matrix: Matrix, columns: tuple[int, ...] | None, exact: Exact) -> Minor:
    """Give an invertible part: of named independent columns, or as large as modulo a prime.

    `exact` finds the part in all columns of a matrix, called by these names, without a prime: for
    determinants divisible by all of ours.
    """
    if columns is None:
        found = exchange(matrix.rows, matrix.width, SMALL_PRIMES[0])
        if found.rank < min(matrix.height, matrix.width):
            found = exchange(matrix.rows, matrix.width, LARGE_PRIMES[0])
        return found.minor(matrix.ring)
    part = matrix.columns(columns)
    for p in (*SMALL_PRIMES, *LARGE_PRIMES):
        found = exchange(part.rows, part.width, p)
        if found.rank == len(columns):
            return found.minor(matrix.ring, columns)
    return exact(part, columns)
