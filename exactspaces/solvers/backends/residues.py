"""Elimination modulo a prime that finds pivot columns, pivot rows and an inverse in one pass.

The exchange algorithm (Gauss-Jordan in place; Stiefel 1963): a table of y = A x is rewritten, one
pivot after the other, so that a pivot row and a pivot column change roles. At the end the pivot
rows and columns of the table hold the inverse of that part of A, and the other columns of these
rows hold the reduced echelon form.
"""

from exactspaces.solvers.backends.exchanged import Exchanged, IntRows

_PLAIN_WORK = 4000
LARGEST_FLOAT_PRIME = 2**23
SMALL_PRIMES = (13, 1009, 1013, 1019)
_TINY_FROM = 40
LARGE_PRIMES = (8388593, 8388587)  # the largest below LARGEST_FLOAT_PRIME


def exchange(rows: IntRows, width: int, p: int) -> Exchanged:
    """Eliminate an integer matrix modulo a prime below LARGEST_FLOAT_PRIME."""
    if len(rows) * width * min(len(rows), width) <= _PLAIN_WORK:
        return exchange_plainly(rows, width, p)
    from exactspaces.solvers.backends import arrays  # noqa: PLC0415 - NumPy imports slowly

    return arrays.exchange(arrays.residues(rows, p), p)


def small_primes(size: int) -> tuple[int, ...]:
    """Give the primes to try, in this order, for an invertible part of about this size.

    13 divides one determinant in 12. Above a certain size the kernel gains more by its products.
    """
    return SMALL_PRIMES if size >= _TINY_FROM else SMALL_PRIMES[1:]


def exchange_plainly(rows: IntRows, width: int, p: int) -> Exchanged:
    """Eliminate in Python's integers, for small matrices or large primes."""
    table = [[x % p for x in row] for row in rows]
    free, used, pivots = list(range(len(rows))), [], []
    for column in range(width):
        at = next((i for i in free if table[i][column]), None)
        if at is None:
            continue
        _pivot_plainly(table, at, column, p)
        free.remove(at)
        used.append(at)
        pivots.append(column)
        if not free:
            break
    return Exchanged(p, tuple(used), tuple(pivots), table)


def _pivot_plainly(table: list[list[int]], at: int, column: int, p: int) -> None:
    inverse = pow(table[at][column], -1, p)
    table[at][column] = 1
    row = table[at] = [x * inverse % p for x in table[at]]
    for i, other in enumerate(table):
        factor = other[column]
        if factor and i != at:
            other[column] = 0
            table[i] = [(x - factor * y) % p for x, y in zip(other, row, strict=True)]
