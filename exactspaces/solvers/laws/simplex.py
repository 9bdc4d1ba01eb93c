"""Non-negative solutions of linear equations, exactly: the first phase of the simplex method.

Dantzig's rule first, then Bland's rule (1977), which cannot run in circles.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

Row = dict[int, Fraction]
PATIENCE, MAX_STEPS = 40, 400


def nonnegative(
    columns: Sequence[Mapping[Any, Fraction]],
    target: Mapping[Any, Fraction],
    stop: Callable[[], bool],
) -> list[Fraction] | None:
    """Give numbers >= 0 for which that combination of the columns is the target, or None."""
    keys = sorted({k for c in columns for k in c} | set(target), key=repr)
    rows: list[Row] = []
    right: list[Fraction] = []
    for key in keys:
        sign = -1 if target.get(key, 0) < 0 else 1
        row = {j: sign * Fraction(c[key]) for j, c in enumerate(columns) if c.get(key)}
        rows.append(row)
        right.append(sign * Fraction(target.get(key, 0)))
    basis = [-1] * len(rows)
    gain: Row = {}
    for row in rows:
        for j, x in row.items():
            gain[j] = gain.get(j, Fraction(0)) + x
    for step in range(MAX_STEPS):
        better = [j for j, x in gain.items() if x > 0]
        missing = sum((x for x, b in zip(right, basis, strict=True) if b < 0), Fraction(0))
        if not missing:
            return _solution(basis, right, len(columns))
        if not better or stop():
            return None
        j = min(better) if step > PATIENCE else max(better, key=lambda k: gain[k])
        _exchange(rows, right, basis, gain, j)
    return None


def _solution(basis: list[int], right: list[Fraction], size: int) -> list[Fraction]:
    found = [Fraction(0)] * size
    for b, x in zip(basis, right, strict=True):
        if b >= 0:
            found[b] = x
    return found


def _exchange(rows: list[Row], right: list[Fraction], basis: list[int], gain: Row, j: int) -> None:
    places = [i for i, row in enumerate(rows) if row.get(j, 0) > 0]
    i = min(places, key=lambda k: (right[k] / rows[k][j], basis[k]))
    pivot = rows[i][j]
    rows[i] = {k: x / pivot for k, x in rows[i].items()}
    right[i] /= pivot
    for k in range(len(rows)):
        if k != i and rows[k].get(j):
            right[k] -= rows[k][j] * right[i]
            _subtract(rows[k], rows[i], rows[k][j])
    _subtract(gain, rows[i], gain[j])
    basis[i] = j


def _subtract(row: Row, other: Row, factor: Fraction) -> None:
    for k, x in other.items():
        new = row.get(k, Fraction(0)) - factor * x
        if new:
            row[k] = new
        else:
            row.pop(k, None)
