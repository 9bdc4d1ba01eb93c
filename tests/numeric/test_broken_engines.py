"""Libraries that return nonsense: bounds are made from what was returned, and stay true."""

from __future__ import annotations

import numpy as np
import pytest

from exactspaces import numeric
from exactspaces.errors import NoAnswer
from exactspaces.numeric import engines
from tests.numeric import oracles
from tests.numeric.matrices import hermitian, random_matrix, vector

TRUE_SVD, TRUE_EIGH, TRUE_INVERSE = engines.svd, engines.eigh, engines.inverse
SEEDS = range(60)


def noise(x, size, seed=0):
    return x + size * np.random.default_rng(seed).standard_normal(x.shape)


def mistake(name, A, full=False):
    U, s, Vh = TRUE_SVD(A, full=full)
    k = len(s)
    return {
        "noisy U": (noise(U, 1e-3), s, Vh),
        "noisy V": (U, s, noise(Vh, 1e-2)),
        "noisy s": (U, np.abs(noise(s, 1e-2)), Vh),
        "negative s": (U, -s, Vh),
        "ascending s": (U, s[::-1], Vh),
        "shuffled": (U[:, ::-1], s, Vh),
        "twice too large": (U, 2 * s, Vh),
        "all the same": (U, np.full(k, s.mean()), Vh),
        "zero": (U * 0, s * 0, Vh * 0),
        "stretched": (1.5 * U, s / 1.5, Vh),
        "repeated column": (np.repeat(U[:, :1], U.shape[1], axis=1), s, Vh),
        "random": (noise(U, 1.0), np.abs(noise(s, 1.0)), noise(Vh, 1.0)),
        "single precision": tuple(x.astype(np.float32) for x in (U, s, Vh)),
        "one more zero": (U, np.concatenate([s[:-1], [0.0]]), Vh),
    }[name]


MISTAKES = (
    "noisy U", "noisy V", "noisy s", "negative s", "ascending s", "shuffled", "twice too large",
    "all the same", "zero", "stretched", "repeated column", "random", "single precision",
    "one more zero",
)  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_wrong_svd_still_gives_true_bounds(monkeypatch, name):
    monkeypatch.setattr(engines, "svd", lambda A, full=False: mistake(name, A, full))
    given = 0
    for seed in SEEDS:
        A = random_matrix(seed)
        if np.iscomplexobj(A):
            continue
        found, values = numeric.svd(A), oracles.singular_values(A)
        if found.bound is not None:
            given += 1
            assert oracles.all_inside(values, found.bound), seed
        k = 1 + seed % len(values)
        for part in (numeric.truncated_svd(A, k), numeric.randomized_svd(A, k)):
            if part.bound is not None:
                assert oracles.all_inside(values[:k], part.bound), seed
    assert given or name in {"zero", "random", "stretched", "repeated column", "noisy V"}


@pytest.mark.parametrize("name", ["U", "s", "Vh"])
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_nan_and_infinity_from_a_library_give_no_bound(monkeypatch, name, value):
    def broken(A, full=False):
        parts = dict(zip(("U", "s", "Vh"), TRUE_SVD(A, full=full), strict=True))
        parts[name] = np.full_like(parts[name], value)
        return tuple(parts.values())

    monkeypatch.setattr(engines, "svd", broken)
    found = numeric.svd(np.diag([3.0, 2.0]))
    assert found.bound is None
    assert found.reason


@pytest.mark.parametrize("wrong", ["vectors", "values", "order", "signs", "zero"])
def test_wrong_eigenvalues_still_give_true_bounds(monkeypatch, wrong):
    def broken(A):
        w, Q = TRUE_EIGH(A)
        return {
            "vectors": (w, noise(Q, 1e-3)),
            "values": (noise(w, 1e-2), Q),
            "order": (w[::-1], Q),
            "signs": (-w, Q),
            "zero": (w * 0, Q * 0),
        }[wrong]

    monkeypatch.setattr(engines, "eigh", broken)
    for seed in SEEDS:
        A = hermitian(seed)
        if np.iscomplexobj(A):
            continue
        found = numeric.eigh(A)
        if found.bound is not None:
            assert oracles.all_inside(oracles.eigenvalues(A), found.bound), seed


@pytest.mark.parametrize("size", [1e-12, 1e-3, 0.5, 10.0])
def test_a_wrong_inverse_still_gives_true_bounds(monkeypatch, size):
    def broken(A):
        found = TRUE_INVERSE(A)
        return None if found is None else found * (1 + size * np.cos(np.arange(len(A))))

    monkeypatch.setattr(engines, "inverse", broken)
    for seed in SEEDS:
        A = random_matrix(seed, square=True)
        if np.iscomplexobj(A):
            continue
        b = vector(seed, len(A), A)
        found = numeric.solve(A, b)
        if found.bound is not None:
            exact = oracles.solution(A, b)
            assert not oracles.distance(found.x, exact) > found.bound.upper


def test_only_positive_definite_matrices_get_a_bound_from_conjugate_gradients():
    for seed in SEEDS:
        A = hermitian(seed)
        found = numeric.cg(A, np.ones(len(A)))
        least = oracles.eigenvalues(A)[0]
        if found.bound is not None and found.bound.upper > 0:
            assert least > 0


def test_a_library_that_does_not_converge_is_reported(monkeypatch):
    def fails(*_, **__):
        raise np.linalg.LinAlgError("SVD did not converge")

    monkeypatch.setattr(np.linalg, "svd", fails)
    monkeypatch.setattr("scipy.linalg.svd", fails)
    with pytest.raises(NoAnswer, match="did not converge"):
        numeric.svd(np.eye(2))


def test_the_second_method_of_lapack_takes_over(monkeypatch):
    def fails(*_, **__):
        raise np.linalg.LinAlgError("SVD did not converge")

    monkeypatch.setattr(np.linalg, "svd", fails)
    assert numeric.svd(np.diag([3.0, 2.0])).bound.holds([3.0, 2.0])
