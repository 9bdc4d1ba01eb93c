"""Exercises on matrices of maps and row operations."""

from __future__ import annotations

from tests.marking.oracles.base import Exercise
from tests.marking.plain_fields import (
    drawn,
    inverse,
    invertible,
    list_text,
    matrix_text,
    times,
    turned,
)


def matrix_of_map(f, chance):
    t, b, c = drawn(f, chance, 2, 3), invertible(f, chance, 3), invertible(f, chance, 2)
    due = times(inverse(f, turned(c)), times(t, turned(b)))
    of = f"matrix_of({matrix_text(t)}, {list_text(b)}, {list_text(c)})"
    return Exercise(
        "matrix-of-map", of, [due],
        lambda x: times(turned(c), x) == times(t, turned(b)), matrix_text,
    )  # fmt: skip


def _applied(a, steps):
    rows = [list(row) for row in a]
    for i, c, j in steps:
        rows[i] = [x + c * y for x, y in zip(rows[i], rows[j], strict=True)]
    return rows


def row_operations(f, chance):
    a = drawn(f, chance, 3, 3)
    steps = [(i, f.draw(chance, nonzero=True), j) for i, j in ((0, 1), (2, 0), (1, 2))]
    target = _applied(a, steps)
    halves = [(i, c - 1, j) for i, c, j in steps[:1]] + [(0, f(1), 1)] + steps[1:]
    factors, other = [c for _, c, _ in steps], [c for _, c, _ in halves]
    places = {3: [(0, 1), (2, 0), (1, 2)], 4: [(0, 1), (0, 1), (2, 0), (1, 2)]}

    def named(x):
        return [(i, c, j) for (i, j), c in zip(places[len(x)], x, strict=True)]

    def write(x):
        return ", ".join(f"R{i + 1} -> R{i + 1} + {c}*R{j + 1}" for i, c, j in named(x))

    return Exercise(
        "row-operations", matrix_text(a), [factors, other],
        lambda x: _applied(a, named(x)) == target, write,
        f', to = "{matrix_text(target)}"',
    )  # fmt: skip
