"""Invertible parts of rational matrices, shown modulo a prime."""

from collections.abc import Callable

from exactspaces.kernel import Matrix, Minor
from exactspaces.solvers.backends.residues import LARGE_PRIMES, exchange, small_primes

Exact = Callable[[Matrix, tuple[int, ...]], Minor]


def rational_minor(matrix: Matrix, columns: tuple[int, ...] | None, exact: Exact) -> Minor:
    """Give an invertible part: of named independent columns, or as large as modulo a prime.

    `exact` finds the part in all columns of a matrix, called by these names, without a prime: for
    determinants divisible by all of ours.
    """
    if columns is None:
        size = min(matrix.height, matrix.width)
        found = exchange(matrix.rows, matrix.width, small_primes(size)[0])
        if found.rank < size:
            found = exchange(matrix.rows, matrix.width, LARGE_PRIMES[0])
        return found.minor(matrix.ring)
    part = matrix.columns(columns)
    for p in (*small_primes(part.width), *LARGE_PRIMES):
        found = exchange(part.rows, part.width, p)
        if found.rank == len(columns):
            return found.minor(matrix.ring, columns)
    return exact(part, columns)
