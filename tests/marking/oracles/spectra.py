"""Exercises on eigenvalues, eigenvectors, normal forms and polynomials."""

from __future__ import annotations

from tests.marking.oracles.base import Exercise, combined
from tests.marking.plain_fields import (
    inverse,
    invertible,
    list_text,
    matrix_text,
    rank,
    times,
    turned,
)


def _similar(f, chance, form):
    p = invertible(f, chance, len(form))
    return p, times(times(p, form), inverse(f, p))


def _diagonal(f, values):
    return [[x if i == j else f(0) for j in range(len(values))] for i, x in enumerate(values)]


def scalar_set(f, chance):
    values = [f.draw(chance) for _ in range(3)]
    _, a = _similar(f, chance, _diagonal(f, values))
    right = [values, values[::-1], list(dict.fromkeys(values))]
    return Exercise(
        "scalar-set", f"eigenvalues({matrix_text(a)})", right,
        lambda x: set(x) == set(values), lambda x: "{" + ", ".join(map(str, x)) + "}",
    )  # fmt: skip


def eigenpairs(f, chance):
    values = [f.draw(chance) for _ in range(3)]
    p, a = _similar(f, chance, _diagonal(f, values))
    spaces = [
        (c, [v for v, d in zip(turned(p), values, strict=True) if d == c])
        for c in dict.fromkeys(values)
    ]
    other = [(c, combined(f, chance, rows)) for c, rows in reversed(spaces)]

    def fits(pairs):
        if sorted(map(str, (c for c, _ in pairs))) != sorted(map(str, dict.fromkeys(values))):
            return False
        return all(
            rank(rows) == len(rows) == values.count(c)
            and times(a, turned(rows)) == [[c * x for x in row] for row in turned(rows)]
            for c, rows in pairs
        )

    return Exercise(
        "eigenpairs", matrix_text(a), [spaces, other], fits,
        lambda pairs: "; ".join(f"{c}: {list_text(rows)}" for c, rows in pairs),
    )  # fmt: skip


def diagonalization(f, chance):
    values = [f.draw(chance) for _ in range(3)]
    d = _diagonal(f, values)
    p, a = _similar(f, chance, d)
    factors = [f.draw(chance, nonzero=True) for _ in range(3)]
    order = chance.sample(range(3), 3)
    q = [[factors[k] * row[k] for k in order] for row in p]
    e = _diagonal(f, [values[k] for k in order])

    def fits(x):
        p, d = x
        off = any(y for i, row in enumerate(d) for j, y in enumerate(row) if i != j)
        return not off and rank(p) == 3 and times(a, p) == times(p, d)

    return Exercise(
        "diagonalization", matrix_text(a), [(p, d), (q, e)], fits,
        lambda x: f"P = {matrix_text(x[0])}, D = {matrix_text(x[1])}",
    )  # fmt: skip


def _blocks(f, blocks):
    n = sum(size for _, size in blocks)
    rows, at = [[f(0)] * n for _ in range(n)], 0
    for value, size in blocks:
        for k in range(size):
            rows[at + k][at + k] = value
            if k:
                rows[at + k - 1][at + k] = f(1)
        at += size
    return rows


def _read_blocks(f, j):
    """The blocks of a Jordan form, as a sorted list; None for another matrix."""
    n, blocks = len(j), []
    for i, row in enumerate(j):
        for k, x in enumerate(row):
            beside = k == i + 1 and x == f(1) and j[k][k] == row[i]
            if x and i != k and not beside:
                return None
        if i and j[i - 1][i]:
            blocks[-1][1] += 1
        else:
            blocks.append([str(row[i]), 1])
    del n
    return sorted(blocks)


def jordan(f, chance):
    first, second = f.draw(chance), f.draw(chance)
    blocks = [(first, 2), (second, 1)]
    j = _blocks(f, blocks)
    _, a = _similar(f, chance, j)
    return Exercise(
        "jordan-form", matrix_text(a), [j, _blocks(f, blocks[::-1])],
        lambda x: _read_blocks(f, x) == _read_blocks(f, j), matrix_text,
    )  # fmt: skip


def polynomial(f, chance):
    values = [f.draw(chance) for _ in range(3)]
    _, a = _similar(f, chance, _diagonal(f, values))
    due = [f(1)]
    for c in values:
        shifted, lower = [f(0), *due], [*due, f(0)]
        due = [x - c * y for x, y in zip(shifted, lower, strict=True)]
    minus = [-x for x in due]
    return Exercise(
        "polynomial", f"charpoly({matrix_text(a)})", [due, minus],
        lambda x: x in (due, minus),
        lambda x: " + ".join(f"{c}*t^{k}" for k, c in enumerate(x)),
    )  # fmt: skip
