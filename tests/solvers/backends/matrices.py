"""Rings and matrices on which every backend has to agree, and proofs of what it answers."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

from exactspaces.fields import GF, QQ, generator, matrix_from, number, read_field
from exactspaces.kernel import (
    Basis,
    Columns,
    Computed,
    Count,
    Determinant,
    Dimension,
    Equal,
    Extension,
    Given,
    Inverse,
    Inverted,
    Matrix,
    Null,
    Number,
    Pivots,
    Rank,
    Rationals,
    ReducedEchelon,
    check,
)
from exactspaces.kernel.spaces import check_minor
from exactspaces.solvers.evidence import null_basis

BIG = 2**64 + 13
PRIME_FIELDS = [GF(2), GF(7), GF(2**61 - 1), GF(BIG)]
NUMBER_FIELDS = [read_field(name) for name in ("QQ(sqrt(2))", "QQ(i)", "QQ(sqrt(2),sqrt(3))")]
FINITE_EXTENSIONS = [GF(4), GF(8), GF(9)]
RINGS = [QQ, *PRIME_FIELDS, *FINITE_EXTENSIONS, *NUMBER_FIELDS]
SHAPES = [(h, w) for h in range(4) for w in range(4)] + [(2, 6), (6, 2), (4, 4), (4, 5), (5, 4)]
G = Computed()


def a_number(ring, rng):
    """Draw a small number, zero often enough."""
    if rng.random() < 0.25:
        return number(ring, 0)
    if isinstance(ring, Rationals):
        return number(ring, Fraction(rng.randint(-9, 9), rng.randint(1, 6)))
    total = number(ring, rng.randint(-9, 9))
    if isinstance(ring, Extension):
        for name in ring.names:
            total = total * generator(ring, name) + rng.randint(-3, 3)
    if not ring.characteristic:
        total = total / rng.randint(1, 3)
    return total


def a_matrix(ring, height, width, rng):
    rows = [[a_number(ring, rng) for _ in range(width)] for _ in range(height)]
    return matrix_from(ring, rows, width)


def deficient(ring, height, width, rank, rng):
    """Draw a matrix of at most this rank: a product."""
    left = [[a_number(ring, rng) for _ in range(rank)] for _ in range(height)]
    right = [[a_number(ring, rng) for _ in range(width)] for _ in range(rank)]
    rows = [
        [
            sum((x * y[j] for x, y in zip(row, right, strict=True)), number(ring, 0))
            for j in range(width)
        ]
        for row in left
    ]
    return matrix_from(ring, rows, width)


def samples(ring):
    """All small shapes at random, zero matrices, products of low rank."""
    rng = random.Random(20260101)
    out = [a_matrix(ring, h, w, rng) for h, w in SHAPES]
    out += [matrix_from(ring, [[number(ring, 0)] * w] * h, w) for h, w in ((1, 1), (2, 3), (3, 3))]
    out += [deficient(ring, h, w, 2, rng) for h, w in ((3, 3), (4, 6), (6, 4), (5, 5))]
    return out


def integer_matrix(rows, denominator=1):
    width = len(rows[0]) if rows else 0
    return Matrix(QQ, tuple(map(tuple, rows)), width, denominator)


def rational_matrix(rows):
    return matrix_from(QQ, [[number(QQ, Fraction(x)) for x in row] for row in rows])


def low_rank(height, width, rank, rng, bound=9):
    left = [[rng.randint(-bound, bound) for _ in range(rank)] for _ in range(height)]
    right = [[rng.randint(-bound, bound) for _ in range(width)] for _ in range(rank)]
    columns = list(zip(*right, strict=True))
    return integer_matrix([[sum(map(int.__mul__, r, c)) for c in columns] for r in left])


def padded(form, matrix):
    zeros = ((matrix.ring.integer(0),) * matrix.width,) * (matrix.height - form.rank)
    return form.rows.with_rows(form.rows.rows + zeros)


def prove_echelon(backend, matrix):
    """Prove form, pivots, rank and nullity from the evidence; give the padded form."""
    form = backend.echelon(matrix)
    basis = Basis(form.pivots, form.rows, form.minor, (G,))
    whole, given = padded(form, matrix), Given(matrix)
    for term, value in (
        (ReducedEchelon(given), Given(whole)),
        (Pivots(given), Columns(tuple(j + 1 for j in form.pivots))),
        (Rank(given), Count(form.rank)),
    ):
        check(Equal(term, value), Computed((basis, G)))
    null = null_basis(form)
    proof = Computed((Basis(null.columns, null.basis, form.minor, (G,)),))
    nullity = Equal(Dimension(Null(given)), Count(matrix.width - form.rank))
    check(nullity, Computed((proof, G)))
    return form, whole


def prove_determinant(backend, matrix):
    value, evidence = backend.determinant(matrix)
    claim = Equal(Determinant(Given(matrix)), Number(value))
    check(claim, Computed((replace(evidence, parts=(G,)), G)))
    return value


def prove_inverse(backend, matrix):
    found = backend.inverse(matrix)
    check(Equal(Inverse(Given(matrix)), Given(found)), Computed((Inverted(found, (G,)), G)))
    return found


def prove_minor(matrix, minor):
    """Prove that the minor makes the rank at least its size."""
    check_minor(matrix, minor, len(minor.rows))
