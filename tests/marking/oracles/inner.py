"""Exercises on orthogonal vectors and projections."""

from __future__ import annotations

from tests.marking.oracles.base import Exercise, combined
from tests.marking.plain_fields import (
    drawn,
    list_text,
    product,
    rank,
    same_span,
    vector_text,
)


def _orthogonal(f, chance, size):
    """Two orthogonal vectors that are not orthogonal to themselves."""
    while True:
        u, v = drawn(f, chance, 2, size)
        if not product(u, u):
            continue
        c = product(u, v) / product(u, u)
        v = [x - c * y for x, y in zip(v, u, strict=True)]
        if product(v, v):
            return u, v


def orthogonal_basis(f, chance):
    u, v = _orthogonal(f, chance, 3)
    c = f.draw(chance, nonzero=True)
    of = f"span{list_text(combined(f, chance, [u, v]))}"

    def fits(x):
        return len(x) == 2 and same_span(x, [u, v]) and not product(*x)

    right = [[u, v], [[c * y for y in v], u]]
    return Exercise("orthogonal-basis", of, right, fits, list_text)


ROTATIONS = [((1, 2, 2), (2, 1, -2), 3), ((3, 4, 0), (4, -3, 0), 5), ((1, 0, 0), (0, 0, 1), 1)]


def orthonormal_basis(f, chance):
    while True:
        top, bottom, n = chance.choice(ROTATIONS)
        if not f.p or n % f.p:
            break
    u, v = ([f(x) / f(n) for x in row] for row in (top, bottom))
    phase = f(0, 1) if f.name == "i" else f(-1)
    of = f"span{list_text(combined(f, chance, [u, v]))}"

    def fits(x):
        lengths = all(product(y, y) == f(1) for y in x)
        return len(x) == 2 and same_span(x, [u, v]) and not product(*x) and lengths

    right = [[u, v], [[phase * y for y in v], u]]
    return Exercise("orthonormal-basis", of, right, fits, list_text)


def projection(f, chance):
    u, v = _orthogonal(f, chance, 3)
    b = drawn(f, chance, 1, 3)[0]
    parts = [[product(w, b) / product(w, w) * x for x in w] for w in (u, v)]
    due = [x + y for x, y in zip(*parts, strict=True)]

    def fits(x):
        rest = [p - q for p, q in zip(b, x, strict=True)]
        return rank([u, v, x]) == 2 and not product(u, rest) and not product(v, rest)

    of = f"proj({vector_text(b)}, span{list_text(combined(f, chance, [u, v]))})"
    return Exercise("projection", of, [due], fits, vector_text)
