"""Elimination modulo a prime that finds pivot columns, pivot rows and an inverse in one pass.

The exchange algorithm (Gauss-Jordan in place; Stiefel 1963): a table of y = A x is rewritten, one
pivot after the other, so that a pivot row and a pivot column change roles. At the end the pivot
rows and columns of the table hold the inverse of that part of A, and the other columns of these
rows hold the reduced echelon form.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exactspaces.kernel import Matrix, Minor, Ring

_PLAIN_WORK = 4000
_PANEL = 32
EXACT = 2**53
LARGEST_FLOAT_PRIME = 2**23

IntRows = Sequence[Sequence[int]]
Array = Any  # numpy ships types, but the import is late


@dataclass(frozen=True)
class Exchanged:
    """The pivots of a matrix modulo a prime, and the table that the exchange leaves."""

    prime: int
    rows: tuple[int, ...]
    pivots: tuple[int, ...]
    table: Any

    @property
    def rank(self) -> int:
        return len(self.pivots)

    def inverse(self) -> IntRows:
        """Give the inverse of the part in the pivot rows and columns, from 0 to prime - 1."""
        if isinstance(self.table, list):
            return [[self.table[i][j] for j in self.pivots] for i in self.rows]
        part = self.table[list(self.rows)][:, list(self.pivots)]
        part[part < 0] += self.prime
        found: IntRows = part.astype("int64").tolist()
        return found

    def echelon_rows(self) -> tuple[tuple[int, ...], ...]:
        """Give the non-zero rows of the reduced echelon form, from 0 to prime - 1."""
        if isinstance(self.table, list):
            rows = [list(self.table[i]) for i in self.rows]
        else:
            part = self.table[list(self.rows)]
            part[part < 0] += self.prime
            rows = part.astype("int64").tolist()
        for i, row in enumerate(rows):
            for k, j in enumerate(self.pivots):
                row[j] = int(i == k)
        return tuple(map(tuple, rows))

    def minor(self, ring: Ring, columns: Sequence[int] | None = None) -> Minor:
        """Give the inverse as evidence for a matrix over Q or F_p.

        `columns` are the names of the columns that were reduced.
        """
        named = self.pivots if columns is None else tuple(columns[j] for j in self.pivots)
        inverse = Matrix(ring, tuple(map(tuple, self.inverse())), self.rank)
        modulus = 0 if ring.characteristic else self.prime
        return Minor(self.rows, named, modulus, inverse)


def exchange(rows: IntRows, width: int, p: int) -> Exchanged:
    """Eliminate an integer matrix modulo a prime below LARGEST_FLOAT_PRIME."""
    if len(rows) * width * min(len(rows), width) <= _PLAIN_WORK:
        return exchange_plainly(rows, width, p)
    return exchange_array(float_residues(rows, p), p)


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


def float_residues(rows: IntRows, p: int) -> Array:
    """Give the entries modulo p as an array of floats, which hold them exactly."""
    import numpy as np

    try:
        whole = np.array(rows, dtype=np.int64)
    except OverflowError:
        whole = np.array([[x % p for x in row] for row in rows], dtype=np.int64)
    return (whole % p).astype(np.float64)


def balanced(x: Array, p: int) -> Array:
    """Give residues of at most p in size (p/2 but for rounding) of integers below 2^53."""
    import numpy as np

    return x - p * np.rint(x * (1.0 / p))


def exchange_array(table: Array, p: int) -> Exchanged:
    """Eliminate in floating arrays, in place, a panel of columns at a time.

    All entries are integers. Residues are at most p in size, so that the at most _PANEL products
    added to one between two reductions stay below 2^53: the floats are exact.
    """
    import numpy as np

    if (_PANEL + 1) * p * p >= EXACT:
        raise ValueError(f"the prime {p} is too large for exact floating arithmetic")
    height, width = table.shape
    unused = np.ones(height)
    rows: list[int] = []
    pivots: list[int] = []
    for start in range(0, width, _PANEL):
        stop = min(start + _PANEL, width)
        found = _sweep(table[:, start:stop], unused, p)
        if found:
            new_rows, new = [i for i, _ in found], [start + j for _, j in found]
            _update(table, new_rows, new, range(start, stop), p)
            rows += new_rows
            pivots += new
        if len(rows) == height:
            break
    return Exchanged(p, tuple(rows), tuple(pivots), table)


def _sweep(panel: Array, unused: Array, p: int) -> list[tuple[int, int]]:
    """Exchange all pivots inside a panel of reduced columns; give them as (row, column)."""
    import numpy as np

    found: list[tuple[int, int]] = []
    if not (unused @ np.abs(panel)).any():
        return found
    for j in range(panel.shape[1]):
        column = balanced(panel[:, j], p)
        candidates = np.flatnonzero(column * unused)
        if not candidates.size:
            continue
        i = int(candidates[0])
        inverse = pow(int(column[i]), -1, p)
        row = balanced(balanced(panel[i], p) * inverse, p)
        row[j] = inverse
        column[i] = panel[:, j] = unused[i] = 0
        panel -= column[:, None] * row
        panel[i] = row
        found.append((i, j))
        if not unused.any():
            break
    panel[:] = balanced(panel, p)
    return found


def _update(table: Array, rows: list[int], pivots: list[int], panel: range, p: int) -> None:
    """Carry the exchanges of a panel over to all other columns, by one product."""
    changed = table[:, pivots]
    for part in (table[:, : panel.start], table[:, panel.stop :]):
        if part.shape[1]:
            below = part[rows]
            part[rows] = 0
            part += changed @ below
            part[:] = balanced(part, p)
