"""Singular values and eigenvalues in the kernel: what is accepted is true, by FLINT's roots.

The factors are good, poor or pure chance, and the radius is the smallest that is accepted with
them: there the argument of the rule has no slack left but its own inequalities.
"""

from __future__ import annotations

from fractions import Fraction
from math import isqrt, lcm
from random import Random

import numpy as np
import pytest
from flint import arb, fmpz_mat

from exactspaces.kernel import (
    Eigenvalues,
    Factored,
    Given,
    Matrix,
    Number,
    Rejected,
    SingularValues,
    check,
)
from tests.kernel.build import QQ, C
from tests.numeric.oracles import real_roots

BITS = 40
BATCH = 50
STARTS = [
    *range(0, 400, BATCH),
    *(pytest.param(start, marks=pytest.mark.long) for start in range(400, 12_000, BATCH)),
]


def matrix(rows, width) -> Matrix:
    d = lcm(*(x.denominator for row in rows for x in row))
    return Matrix(QQ, tuple(tuple(int(x * d) for x in row) for row in rows), width, d)


def number(x: Fraction) -> Number:
    return Number(matrix([[x]], 1))


def rounded(X: np.ndarray, bits: int) -> list[list[Fraction]]:
    return [[Fraction(round(x * 2**bits), 2**bits) for x in row] for row in X.tolist()]


def times(X, Y):
    columns = list(zip(*Y, strict=True))
    return [[sum(map(Fraction.__mul__, row, column)) for column in columns] for row in X]


def smallest_radius(A, U, s, V) -> Fraction:
    """What the rule needs, written once more; rounded up in the 60th binary place."""
    columns = [list(zip(*X, strict=True)) for X in (U, V)]
    off = [
        sum(abs(x - (i == j)) for j, x in enumerate(row))
        for X, Y in zip((U, V), columns, strict=True)
        for i, row in enumerate(times(Y, X))
    ]
    middle = [[x * y for x, y in zip(row, s, strict=True)] for row in U]
    product = times(middle, columns[1])
    square = sum((a - b) ** 2 for p, q in zip(A, product, strict=True)
                 for a, b in zip(p, q, strict=True))  # fmt: skip
    root = isqrt(square.numerator * 4**60 // square.denominator) + 1
    return max(off) * max(map(abs, s)) + Fraction(root, 2**60)


def random_matrix(rng: Random, rows: int, columns: int) -> list[list[Fraction]]:
    most = rng.choice((0, 1, 3, 9))
    found = [[Fraction(rng.randint(-most, most), rng.choice((1, 1, 2, 3))) for _ in range(columns)]
             for _ in range(rows)]  # fmt: skip
    if rows > 1 and rng.randrange(3) == 0:
        found[1] = found[0]
    return found


def disturbed(rng: Random, X: np.ndarray) -> list[list[Fraction]]:
    size = rng.choice((0, 0, 1e-6, 1e-2, 0.3, 2.0))
    draw = np.random.default_rng(rng.randrange(2**30))
    return rounded(X + size * draw.standard_normal(X.shape), BITS)


def off_by(values: list[arb], numbers: list[Fraction], radius: Fraction) -> bool:
    """Whether some value is certainly farther off than the radius."""
    pairs = zip(values, numbers, strict=True)
    limit = arb(radius.numerator) / radius.denominator
    return any(abs(x - arb(s.numerator) / s.denominator) > limit for x, s in pairs)


def whole(A) -> tuple[fmpz_mat, int]:
    d = lcm(*(x.denominator for row in A for x in row))
    return fmpz_mat([[int(x * d) for x in row] for row in A]), d


def ends(claim_kind, A, U, s, V) -> Fraction:
    """Check the claim with the smallest radius, and that none much smaller is accepted."""
    radius = smallest_radius(A, U, s, V)
    width = len(A[0])
    k = len(s)
    numbers = matrix([[x] for x in s], 1)
    proof = Factored(matrix(U, k), matrix(V, k), (C, C, C))

    def claim(r):
        return claim_kind(Given(matrix(A, width)), Given(numbers), number(r))

    check(claim(radius), proof)
    below = radius * Fraction(999_999, 1_000_000) - Fraction(1, 2**50)
    with pytest.raises(Rejected, match="so small a radius"):
        check(claim(below), proof)
    return radius


@pytest.mark.parametrize("start", STARTS)
def test_accepted_singular_values_are_true(start):
    for seed in range(start, start + BATCH):
        check_singular_values(Random(seed))


def check_singular_values(rng: Random) -> None:
    rows, columns = rng.randint(1, 4), rng.randint(1, 4)
    A = random_matrix(rng, rows, columns)
    U, s, Vh = np.linalg.svd(np.array(A, dtype=float), full_matrices=False)
    left, right = disturbed(rng, U), disturbed(rng, Vh.T)
    size = rng.choice((0, 0, 1e-6, 0.1))
    numbers = sorted((abs(Fraction(x + size * rng.gauss(0, 1))) for x in s.tolist()), reverse=True)
    radius = ends(SingularValues, A, left, numbers, right)
    B, d = whole(A if rows >= columns else list(map(list, zip(*A, strict=True))))
    roots = real_roots(B.transpose() * B)[::-1]
    values = [(abs(x) if x.contains(0) else x).sqrt() / d for x in roots]
    assert not off_by(values, numbers, radius)


@pytest.mark.parametrize("start", STARTS)
def test_accepted_eigenvalues_are_true(start):
    for seed in range(start, start + BATCH):
        check_eigenvalues(Random(seed))


def check_eigenvalues(rng: Random) -> None:
    size = rng.randint(1, 4)
    half = random_matrix(rng, size, size)
    A = [[half[i][j] + half[j][i] for j in range(size)] for i in range(size)]
    w, Q = np.linalg.eigh(np.array(A, dtype=float))
    columns = disturbed(rng, Q[:, ::-1])
    moved = rng.choice((0, 0, 1e-6, 0.1))
    numbers = sorted((Fraction(x + moved * rng.gauss(0, 1)) for x in w.tolist()), reverse=True)
    radius = ends(Eigenvalues, A, columns, numbers, columns)
    B, d = whole(A)
    assert not off_by([x / d for x in real_roots(B)[::-1]], numbers, radius)
