"""Matrices and vectors for the tests, in few letters."""

import random

from exactspaces.fields import GF, QQ, entries, generator, matrix_from, number, read_field
from exactspaces.kernel import Given, Matrix
from exactspaces.questions import Decision, denial

SURD = read_field("QQ(sqrt(2))")
FIELDS = {"Q": QQ, "F2": GF(2), "F5": GF(5), "F7": GF(7), "F4": GF(4), "Q(sqrt 2)": SURD}


def chance(seed):
    return random.Random(seed)


def matrix(rows, ring=QQ, width=None):
    return matrix_from(ring, [[number(ring, x) for x in row] for row in rows], width)


def given(rows, ring=QQ, width=None):
    return Given(matrix(rows, ring, width))


def column(*values, ring=QQ):
    return given([[x] for x in values], ring)


def identity_rows(n, ring=QQ):
    return given([[int(i == j) for j in range(n)] for i in range(n)], ring, n)


def whether(claim):
    return Decision(claim, denial(claim))


def random_matrix(ring, height, width, rng) -> Matrix:
    numbers = [number(ring, k) for k in range(-3, 4)]
    if ring == SURD:
        numbers += [generator(ring, "sqrt(2)"), generator(ring, "sqrt(2)") - 1]
    if ring == GF(4):
        numbers += [generator(ring, "w"), generator(ring, "w") + 1] * 2
    rows = [[rng.choice(numbers) for _ in range(width)] for _ in range(height)]
    return matrix_from(ring, rows, width)


__all__ = [
    "FIELDS",
    "SURD",
    "chance",
    "column",
    "entries",
    "given",
    "identity_rows",
    "matrix",
    "random_matrix",
    "whether",
]
