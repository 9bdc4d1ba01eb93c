"""Exercises on bases, spans, solution sets, coordinates and vectors in letters."""

from __future__ import annotations

from tests.marking.oracles.base import Exercise, combined, of_rank
from tests.marking.plain_fields import (
    drawn,
    inverse,
    invertible,
    list_text,
    matrix_text,
    null,
    rank,
    reduced,
    same_span,
    times,
    turned,
    unit,
    vector_text,
)


def basis(f, chance):
    a = of_rank(f, chance, 3, 4, chance.choice((1, 2, 3)))
    rows = reduced(turned(a))[0]
    right = [rows, combined(f, chance, rows)]
    return Exercise(
        "basis", f"col({matrix_text(a)})", right,
        lambda x: same_span(x, rows) and len(x) == len(rows), list_text,
    )  # fmt: skip


def spanning(f, chance):
    a = of_rank(f, chance, 2, 4, 2)
    rows = null(f, a)
    right = [rows, [*combined(f, chance, rows), rows[0]]]
    return Exercise(
        "spanning-set", f"null({matrix_text(a)})", right, lambda x: same_span(x, rows), list_text
    )


def subspace(f, chance):
    found = spanning(f, chance)
    found.kind = "subspace"
    return found


def affine(f, chance):
    a = of_rank(f, chance, 2, 4, 2)
    b = times(a, drawn(f, chance, 4, 1))
    both = [[*row, y] for row, (y,) in zip(a, b, strict=True)]
    point = _solution(f, both)
    rows = null(f, a)

    def solves(x):
        p, ds = x
        inside = all(not any(y) for y in times(a, turned(ds)))
        return times(a, [[y] for y in p]) == b and inside and same_span(ds, rows)

    moved = [x + y for x, y in zip(point, rows[0], strict=True)]
    right = [(point, rows), (moved, combined(f, chance, rows))]
    of = f"solve({matrix_text(a)}, {vector_text(turned(b)[0])})"
    return Exercise(
        "affine-set", of, right, solves,
        lambda x: f"{vector_text(x[0])} + s*{vector_text(x[1][0])} + t*{vector_text(x[1][1])}",
    )  # fmt: skip


def _solution(f, both):
    rows, pivots = reduced(both)
    point = [f(0)] * (len(both[0]) - 1)
    for row, pivot in zip(rows, pivots, strict=True):
        point[pivot] = row[-1]
    return point


def coordinates(f, chance):
    b, c = invertible(f, chance, 3), drawn(f, chance, 1, 3)
    v = times(c, b)[0]
    of = f"coords({vector_text(v)}, {list_text(b)})"
    return Exercise("coordinates", of, c, lambda x: times([x], b)[0] == v, vector_text)


def change(f, chance):
    old, new = invertible(f, chance, 2), invertible(f, chance, 2)
    due = turned(times(old, inverse(f, new)))
    of = f"change_of_basis({list_text(old)}, {list_text(new)})"
    return Exercise("change-of-basis", of, [due], lambda x: x == due, matrix_text)


def formal(f, chance):
    r = of_rank(f, chance, 3, 4, 2)
    columns, pivots = turned(r), reduced(r)[1]
    rows = [unit(f, 4)[k] for k in pivots]
    right = [rows, combined(f, chance, rows)]

    def spans(x):
        images = times(x, columns)
        return len(x) == 2 and rank(images) == 2

    def write(x):
        return ", ".join(" + ".join(f"{c}*a{k}" for k, c in enumerate(row, 1)) for row in x)

    return Exercise("formal-basis", matrix_text(r), right, spans, write)
