"""Every exact value lies inside every bound: hundreds of matrices, ten thousand with -m long."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
import scipy.sparse
from flint import arb, fmpq_mat

from exactspaces import numeric
from exactspaces.numeric.bounds import Bound
from exactspaces.numeric.comparison import dominance
from exactspaces.numeric.definite import by_cholesky, smallest_eigenvalue, smallest_singular
from exactspaces.numeric.operands import operand
from tests.numeric import oracles
from tests.numeric.matrices import REAL, hermitian, random_matrix, vector

BATCH = 15


def batches(count):
    """Seeds in batches; those beyond the first few run with -m long only."""
    few = [pytest.param(start, id=f"{start}") for start in range(0, 300, BATCH)]
    many = [
        pytest.param(start, id=f"{start}", marks=pytest.mark.long)
        for start in range(300, count, BATCH)
    ]
    return few + many


def seeds(start):
    return range(start, start + BATCH)


@pytest.mark.parametrize("start", batches(10_500))
def test_singular_values(start):
    for seed in seeds(start):
        A = random_matrix(seed)
        found, values = numeric.svd(A), oracles.singular_values(A)
        assert found.bound is not None, (seed, found.reason)
        assert oracles.all_inside(values, found.bound), seed
        k = 1 + seed % len(values)
        for given in (A, scipy.sparse.csr_array(A)):
            part = numeric.truncated_svd(given, k)
            assert oracles.all_inside(values[:k], part.bound), seed
            free = numeric.randomized_svd(given, k, power_iterations=1)
            assert free.bound is None or oracles.all_inside(values[:k], free.bound), seed
        drawn = numeric.randomized_svd(A, k, oversample=seed % 3, power_iterations=seed % 4)
        assert oracles.all_inside(values[:k], drawn.bound), seed


@pytest.mark.parametrize("start", batches(10_500))
def test_norms_condition_rank_and_low_rank(start):
    for seed in seeds(start):
        A = random_matrix(seed)
        values = oracles.singular_values(A)
        check_norms(A, values)
        check_condition(A, values)
        check_rank(A, values)
        check_low_rank(A, values, 1 + seed % len(values))


def inside(value, bound):
    return oracles.is_inside(value, bound.lower, bound.upper)


def check_norms(A, values):
    found = numeric.norms(A)
    assert inside(values[0], found.spectral)
    assert inside(sum(values, arb(0)), found.nuclear)
    assert inside(root_of_squares(values), found.frobenius)
    if not np.iscomplexobj(A):
        moduli = [[abs(Fraction(float(x))) for x in row] for row in A]
        assert found.infinity.lower <= max(map(sum, moduli)) <= found.infinity.upper
        assert found.one.lower <= max(map(sum, zip(*moduli, strict=True))) <= found.one.upper


def root_of_squares(values):
    return abs(sum((x * x for x in values), arb(0))).sqrt()


def check_condition(A, values):
    found = numeric.condition(A)
    if found.bound is not None:
        assert inside(values[0] / values[-1], found.bound)
    elif not values[-1].contains(0):
        assert not values[0] / values[-1] < arb(found.at_least)


def check_rank(A, values):
    found = numeric.rank(A)
    certain = [sum(x > arb(found.threshold) for x in values)]
    assert found.least <= certain[0] <= found.most
    if found.value is not None:
        for threshold in (*found.gap, found.threshold):
            if threshold != found.gap[1] and math.isfinite(threshold):
                assert sum(x > arb(threshold) for x in values) == found.value
    assert sum(x > 0 for x in values) >= found.least_exact


def check_low_rank(A, values, k):
    found = numeric.low_rank(A, k)
    assert inside(root_of_squares(values[k:]) if values[k:] else arb(0), found.least)
    assert inside(values[k] if k < len(values) else arb(0), found.least_spectral)
    if found.energy is not None and not values[0].contains(0):
        kept = sum((x * x for x in values[:k]), arb(0)) / sum((x * x for x in values), arb(0))
        assert inside(kept, found.energy)
    if found.error is not None and not np.iscomplexobj(A):
        off = oracles.exact(A) - oracles.exact(found.left) * oracles.exact(found.right)
        square = sum((x * x for x in off.entries()), off[0, 0] * 0)
        assert inside(arb(square).sqrt(), found.error)


@pytest.mark.parametrize("start", batches(10_500))
def test_eigenvalues(start):
    for seed in seeds(start):
        A = hermitian(seed)
        found, values = numeric.eigh(A), oracles.eigenvalues(A)
        assert found.bound is not None, (seed, found.reason)
        assert oracles.all_inside(values, found.bound), seed


@pytest.mark.parametrize("start", batches(10_500))
def test_lower_bounds_of_eigenvalues_and_singular_values(start):
    for seed in seeds(start):
        A = hermitian(seed)
        A = A / (np.max(np.abs(A)) or 1.0)
        A = A + np.eye(len(A)) * [0.0, 1.0, 2.0, 4.0][seed % 4]
        A = A / 2 + A.conj().T / 2
        values = oracles.eigenvalues(A)
        sparse = operand(scipy.sparse.csr_array(A))
        for found in (by_cholesky(A), smallest_eigenvalue(sparse), dominance(sparse.matrix)):
            if isinstance(found, Bound):
                assert not values[0] < arb(found.lower), seed
        least = oracles.singular_values(A)[-1]
        for matrix in (operand(A), sparse):
            found = smallest_singular(matrix)
            if isinstance(found, Bound):
                assert not least < arb(found.lower), seed


@pytest.mark.parametrize("start", batches(10_500))
def test_ritz_values(start):
    for seed in seeds(start):
        A = hermitian(seed, REAL)
        b, values = np.ones(len(A)), oracles.eigenvalues(A)
        found = numeric.lanczos(A, b, 1 + seed % len(A))
        assert found.bound is not None, (seed, found.reason)
        for low, high in zip(found.bound.lower, found.bound.upper, strict=True):
            assert any(oracles.is_inside(x, low, high) for x in values), seed


def solved(function, A, b, exact):
    """Check one solution; a singular matrix must not get a bound."""
    found = function(A, b)
    try:
        x = exact(A, b)
    except ZeroDivisionError:
        assert found.bound is None
        return found
    if found.bound is not None:
        assert not oracles.distance(found.x, x) > arb(found.bound.upper)
        residual = [Fraction(float(v)) for v in b]
        off = oracles.exact(b[:, None]) - oracles.exact(A) * oracles.exact(found.x[:, None])
        square = sum((v * v for v in off.entries()), off[0, 0] * 0)
        assert residual
        assert not arb(square).sqrt() > arb(found.residual.upper)
    if found.entries is not None:
        rows = zip(x, found.entries.lower, found.entries.upper, strict=True)
        assert all(low <= v <= high for v, low, high in rows)
    return found


@pytest.mark.parametrize("start", batches(10_500))
def test_solutions(start):
    for seed in seeds(start):
        A = random_matrix(seed, square=True, kinds=REAL)
        b = vector(seed, len(A), A)
        solved(numeric.solve, A, b, oracles.solution)
        solved(lambda A, b: numeric.gmres(A, b, rtol=1e-6), A, b, oracles.solution)
        B = (hermitian(seed, REAL).astype(float) / (np.max(np.abs(A)) or 1.0)) @ np.eye(len(A))
        B = B @ B.T
        B = B / 2 + B.T / 2
        solved(lambda A, b: numeric.cg(A, b, rtol=1e-6), B, b, oracles.solution)


@pytest.mark.parametrize("start", batches(10_500))
def test_least_squares(start):
    for seed in seeds(start):
        A = random_matrix(seed, kinds=REAL)
        A = A if A.shape[0] >= A.shape[1] else A.T
        b = vector(seed, len(A), A)
        found = numeric.lstsq(A, b)
        try:
            x = oracles.least_squares(A, b)
        except ZeroDivisionError:
            assert found.bound is None
            continue
        if found.bound is not None:
            assert not oracles.distance(found.x, x) > arb(found.bound.upper), seed


@pytest.mark.parametrize("start", batches(3_000))
def test_principal_angles(start):
    for seed in seeds(start):
        A, B = (random_matrix(s, kinds=REAL[:7]) for s in (seed, seed + 77_777))
        rows = max(len(A), len(B))
        A, B = (np.vstack([x, np.eye(rows - len(x), x.shape[1])]) for x in (A, B))
        found = numeric.principal_angles(A, B)
        if found.bound is None:
            continue
        squares = [x if not x.contains(0) else arb(0) for x in oracles.squared_cosines(A, B)]
        assert oracles.all_inside([abs(x).sqrt() for x in squares], found.cosines), seed
        sines = [(1 - x) if not (1 - x).contains(0) else arb(0) for x in squares]
        assert oracles.all_inside([abs(x).sqrt() for x in sines], found.sines), seed
        angles = [abs(x).sqrt().acos() if not (1 - x).contains(0) else arb(0) for x in squares]
        assert oracles.all_inside(angles, found.bound), seed


@pytest.mark.parametrize("start", batches(3_000))
def test_variances(start):
    for seed in seeds(start):
        X = random_matrix(seed, kinds=REAL)
        if len(X) < 2:
            continue
        M = oracles.exact(X)
        mean = [
            sum((M[i, j] for i in range(len(X))), M[0, 0] * 0) / len(X) for j in range(X.shape[1])
        ]
        centred = [[M[i, j] - mean[j] for j in range(X.shape[1])] for i in range(len(X))]
        values = variances(centred, len(X))
        found = numeric.pca(X)
        if found.bound is not None:
            assert oracles.all_inside(values[: len(found.variances)], found.bound), seed


def variances(rows, samples):
    matrix = fmpq_mat(len(rows), len(rows[0]), [x for row in rows for x in row])
    top, d = (matrix.transpose() * matrix / (samples - 1)).numer_denom()
    return [x / int(d) for x in oracles.real_roots(top)][::-1]
