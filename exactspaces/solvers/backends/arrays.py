"""The exchange algorithm modulo a prime in floating arrays, which hold small integers exactly."""

import numpy as np
from numpy.typing import NDArray

from exactspaces.solvers.backends.exchanged import Exchanged, IntRows

Array = NDArray[np.float64]
EXACT = 2**53
_PANEL = 16


def residues(rows: IntRows, p: int) -> Array:
    """Give the entries modulo p as an array of floats, which hold them exactly."""
    try:
        whole = np.array(rows, dtype=np.int64)
    except OverflowError:
        whole = np.array([[x % p for x in row] for row in rows], dtype=np.int64)
    return (whole % p).astype(np.float64)


def balanced(x: Array, p: int) -> Array:
    """Give residues of at most p in size (p/2 but for rounding) of integers below 2^53."""
    found: Array = x - p * np.rint(x * (1.0 / p))
    return found


def exchange(table: Array, p: int) -> Exchanged:
    """Eliminate in floating arrays, in place, a panel of columns at a time.

    All entries are integers. Residues are at most p in size, so that the at most _PANEL products
    added to one between two reductions stay below 2^53: the floats are exact.
    """
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


def _sweep(part: Array, unused: Array, p: int) -> list[tuple[int, int]]:
    """Exchange all pivots inside a panel of reduced columns; give them as (row, column)."""
    found: list[tuple[int, int]] = []
    left = np.count_nonzero(unused)
    if not (unused @ np.abs(part)).any():
        return found
    panel = part.copy()  # in one piece
    change = np.empty_like(panel)
    small = (_PANEL + 1) * p**3 < EXACT
    for j in range(panel.shape[1]):
        column = balanced(panel[:, j], p)
        candidates = (column * unused).nonzero()[0]
        if not candidates.size:
            continue
        i = int(candidates[0])
        inverse = pow(int(column[i]), -1, p)
        row = balanced((panel[i] if small else balanced(panel[i], p)) * inverse, p)
        row[j] = inverse
        column[i] = panel[:, j] = unused[i] = 0
        panel -= np.matmul(column[:, None], row[None], out=change)
        panel[i] = row
        found.append((i, j))
        if len(found) == left:
            break
    part[:] = balanced(panel, p)
    return found


def _update(table: Array, rows: list[int], pivots: list[int], panel: range, p: int) -> None:
    """Carry the exchanges of a panel over to all other columns, by one product."""
    changed = table[:, pivots]
    for columns in (slice(panel.start), slice(panel.stop, None)):
        other = table[:, columns].copy()
        below = other[rows]
        other[rows] = 0
        other += changed @ below
        table[:, columns] = balanced(other, p)
