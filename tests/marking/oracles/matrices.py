"""Exercises on numbers, vectors, products and echelon forms."""

from __future__ import annotations

import itertools

from tests.marking.oracles.base import Exercise, of_rank
from tests.marking.plain_fields import (
    drawn,
    invertible,
    matrix_text,
    rank,
    reduced,
    same_span,
    times,
    turned,
    vector_text,
)


def scalar(f, chance):
    a, b = f.draw(chance), f.draw(chance, nonzero=True)
    return Exercise("scalar", f"{a} / {b} + 1", [a / b + 1], lambda x: x == a / b + 1, str)


def vector(f, chance):
    a, v = drawn(f, chance, 3, 2), drawn(f, chance, 2, 1)
    due = times(a, v)
    of = f"{matrix_text(a)} * {vector_text(turned(v)[0])}"
    return Exercise("vector", of, [due], lambda x: x == due, lambda x: vector_text(turned(x)[0]))


def direction(f, chance):
    while True:
        a, v = drawn(f, chance, 3, 2), drawn(f, chance, 2, 1)
        due = turned(times(a, v))[0]
        if any(due):
            break
    c = f.draw(chance, nonzero=True)
    of = f"{matrix_text(a)} * {vector_text(turned(v)[0])}"
    right = [due, [c * x for x in due]]
    return Exercise(
        "vector-up-to-scalar", of, right,
        lambda x: any(x) and rank([due, x]) == 1, vector_text,
    )  # fmt: skip


def matrix(f, chance):
    a, b = drawn(f, chance, 2, 3), drawn(f, chance, 3, 2)
    due, of = times(a, b), f"{matrix_text(a)} * {matrix_text(b)}"
    return Exercise("matrix", of, [due], lambda x: x == due, matrix_text)


def rref(f, chance):
    a = of_rank(f, chance, 3, 4, chance.choice((1, 2, 3)))
    rows = reduced(a)[0]
    due = rows + [[f(0)] * 4 for _ in range(3 - len(rows))]
    return Exercise("rref", matrix_text(a), [due], lambda x: x == due, matrix_text)


def row_equivalent(f, chance):
    a = of_rank(f, chance, 3, 4, 2)
    right = [a, times(invertible(f, chance, 3), a)]
    return Exercise(
        "row-equivalent", matrix_text(a), right, lambda x: same_span(x, a), matrix_text
    )


def echelon(f, chance):
    a = of_rank(f, chance, 3, 4, 2)
    rows, zero = reduced(a)[0], [f(0)] * 4
    c = f.draw(chance, nonzero=True)
    mixed = [
        [x + f.draw(chance) * y for x, y in zip(*rows, strict=True)],
        [c * y for y in rows[1]],
    ]

    def leads(x):
        places = [next((j for j, y in enumerate(row) if y), 9) for row in x]
        return all(p < q or q == p == 9 for p, q in itertools.pairwise(places))

    factor = f.draw(chance)
    mixed[0] = [x + factor * y for x, y in zip(*rows, strict=True)]
    right = [[*rows, zero], [*mixed, zero]]
    return Exercise(
        "ref", matrix_text(a), right, lambda x: same_span(x, a) and leads(x), matrix_text
    )
