"""Conjugate gradients, Lanczos and GMRES beside the same processes with exact fractions.

The exact processes end with the exact answer: it has to lie inside every bound. Step by step the
floats have to be near the fractions, too, on matrices on which rounding has no time to spread.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import sqrt
from random import Random

import numpy as np
import pytest
from flint import arb, fmpq, fmpq_mat

from exactspaces import numeric
from tests.numeric import oracles

BATCH = 20
STARTS = [
    *range(0, 200, BATCH),
    *(pytest.param(start, marks=pytest.mark.long) for start in range(200, 10_400, BATCH)),
]
Vector = list[Fraction]
Rows = list[Vector]


def dot(u: Vector, v: Vector) -> Fraction:
    return sum(map(Fraction.__mul__, u, v), Fraction(0))


def applied(A: Rows, x: Vector) -> Vector:
    return [dot(row, x) for row in A]


def moved(x: Vector, factor: Fraction, p: Vector) -> Vector:
    return [a + factor * b for a, b in zip(x, p, strict=True)]


def exact_cg(A: Rows, b: Vector) -> Iterator[tuple[Vector, Vector]]:
    """All iterates with their residuals, until the residual is zero."""
    x, r, p = [Fraction(0)] * len(b), b, b
    yield x, r
    while any(r):
        image = applied(A, p)
        step = dot(r, r) / dot(p, image)
        x, old, r = moved(x, step, p), r, moved(r, -step, image)
        p = moved(r, dot(r, r) / dot(old, old), p)
        yield x, r


def exact_lanczos(A: Rows, b: Vector) -> tuple[Vector, Vector]:
    """The diagonal of the tridiagonal matrix, and the products of the entries beside it."""
    diagonal, beside, last, v = [], [], [Fraction(0)] * len(b), b
    while any(v):
        image = applied(A, v)
        diagonal.append(dot(v, image) / dot(v, v))
        share = beside[-1] if beside else Fraction(0)
        last, v = v, moved(moved(image, -diagonal[-1], v), -share, last)
        beside.append(dot(v, v) / dot(last, last))
    return diagonal, beside[:-1]


def ritz_values(diagonal: Vector, beside: Vector) -> list[arb]:
    k = len(diagonal)
    T = [[Fraction(int(i == j + 1)) for j in range(k)] for i in range(k)]
    for i, x in enumerate(diagonal):
        T[i][i] = x
    for i, x in enumerate(beside[: k - 1]):
        T[i][i + 1] = x
    top, d = fmpq_mat(
        k, k, [fmpq(x.numerator, x.denominator) for row in T for x in row]
    ).numer_denom()
    return [x / int(d) for x in oracles.real_roots(top)]


def least_residual(A: Rows, b: Vector, steps: int) -> float:
    """The smallest ||b - A x|| for x in the span of b, Ab, ..., with Gram and Schmidt."""
    rest, image, basis = b, b, []
    for _ in range(steps):
        image = applied(A, image)
        v = image
        for q in basis:
            v = moved(v, -dot(q, image) / dot(q, q), q)
        if not any(v):
            break
        basis.append(v)
        rest = moved(rest, -dot(v, b) / dot(v, v), v)
    return sqrt(dot(rest, rest))


def as_floats(rows: Rows) -> np.ndarray:
    return np.array(rows, dtype=float)


def symmetric(rng: Random, size: int) -> Rows:
    half = [[Fraction(rng.randint(-3, 3)) for _ in range(size)] for _ in range(size)]
    return [[half[i][j] + half[j][i] for j in range(size)] for i in range(size)]


def positive(rng: Random, size: int) -> Rows:
    """A positive definite matrix of floats: a Gram matrix, graded, or of Hilbert's kind."""
    kind = rng.randrange(4)
    if kind == 0:  # Hilbert's, rounded to floats; still positive definite for these sizes
        return [[Fraction(float(Fraction(1, i + j + 1))) for j in range(size)]
                for i in range(size)]  # fmt: skip
    half = [[Fraction(rng.randint(-2, 2)) for _ in range(size)] for _ in range(size)]
    gram = [[dot(x, y) for y in half] for x in half]
    for i in range(size):
        gram[i][i] += Fraction(1, rng.choice((1, 1, 2**10, 2**20)))
    if kind == 1:  # repeated eigenvalues
        gram = [[Fraction(3 * (i == j)) for j in range(size)] for i in range(size)]
    return gram


def vector(rng: Random, size: int) -> Vector:
    found = [Fraction(rng.randint(-5, 5)) for _ in range(size)]
    return found if any(found) else [Fraction(1)] * size


@pytest.mark.parametrize("start", STARTS)
def test_every_iterate_of_cg_has_a_true_bound(start):
    bounded = 0
    for seed in range(start, start + BATCH):
        rng = Random(seed)
        A = positive(rng, rng.randint(1, 6))
        b = vector(rng, len(A))
        *_, (solution, rest) = exact_cg(A, b)
        assert not any(rest)
        for steps in range(1, len(A) + 2):
            found = numeric.cg(as_floats(A), as_floats(b), rtol=1e-14, max_steps=steps)
            if found.bound is not None:
                bounded += 1
                assert not oracles.distance(found.x, solution) > arb(found.bound.upper), seed
            true = moved(b, Fraction(-1), applied(A, [Fraction(x) for x in found.x.tolist()]))
            assert found.residual.upper**2 >= dot(true, true) * (1 - Fraction(1, 2**40)), seed
    assert bounded > BATCH


@pytest.mark.parametrize("seed", range(60))
def test_cg_in_floats_follows_cg_in_fractions(seed):
    rng = Random(seed)
    size = rng.randint(1, 5)
    half = [[Fraction(rng.randint(-2, 2)) for _ in range(size)] for _ in range(size)]
    A = [[dot(x, y) + 4 * (i == j) for j, y in enumerate(half)] for i, x in enumerate(half)]
    b = vector(rng, size)
    iterates = list(exact_cg(A, b))
    for k, (x, r) in enumerate(iterates[1:-1], start=1):
        found = numeric.cg(as_floats(A), as_floats(b), rtol=1e-14, max_steps=k)
        assert found.history[k] == pytest.approx(sqrt(dot(r, r)), rel=1e-6)
        assert float(oracles.distance(found.x, x).mid()) < 1e-6
    found = numeric.cg(as_floats(A), as_floats(b), rtol=1e-10)
    assert len(found.history) == len(iterates)  # both end with the dimension of the Krylov space
    assert found.converged


@pytest.mark.parametrize("start", STARTS)
def test_ritz_values_are_those_of_the_exact_process(start):
    for seed in range(start, start + BATCH):
        rng = Random(seed)
        A = symmetric(rng, rng.randint(1, 5))
        b = vector(rng, len(A))
        diagonal, beside = exact_lanczos(A, b)
        whole = ritz_values(diagonal, beside)
        found = numeric.lanczos(as_floats(A), as_floats(b), len(diagonal))
        size = 1 + max(abs(x) for row in A for x in row) * len(A)
        for value, low, high in zip(whole, found.bound.lower, found.bound.upper, strict=True):
            # At the end the Ritz values are eigenvalues, and the intervals hold them in order.
            assert oracles.is_inside(value, low, high), seed
            assert high - low < 1e-9 * size, seed
        for k in range(1, len(diagonal)):
            part = numeric.lanczos(as_floats(A), as_floats(b), k)
            for value, ritz in zip(ritz_values(diagonal[:k], beside), part.ritz, strict=True):
                assert abs(float(value.mid()) - ritz) < 1e-9 * size, (seed, k)


@pytest.mark.parametrize("start", STARTS)
def test_gmres_comes_as_near_as_the_krylov_space_allows(start):
    for seed in range(start, start + BATCH):
        rng = Random(seed)
        size = rng.randint(1, 5)
        A = [[Fraction(rng.randint(-3, 3)) for _ in range(size)] for _ in range(size)]
        b = vector(rng, size)
        least = [least_residual(A, b, k) for k in range(size + 1)]
        assert all(x >= y for x, y in pairwise(least))
        for k in range(1, size + 1):
            found = numeric.gmres(as_floats(A), as_floats(b), rtol=1e-13, restart=k, max_steps=k)
            assert found.residual.upper >= least[k] * (1 - 1e-7) - 1e-9, (seed, k)
            # SciPy's GMRES breaks down where the space is exhausted and A is singular.
            if all(y < 0.999 * x for x, y in pairwise(least[: k + 1])):
                assert found.residual.upper <= least[k] * (1 + 1e-7) + 1e-9, (seed, k)
