"""Matrices to test bounds on: ordinary ones, and those on which bounds go wrong if they can."""

from __future__ import annotations

import numpy as np


def _integers(rng, m, n):
    return rng.integers(-9, 10, (m, n)).astype(float)


def _rational(rng, m, n):
    return rng.integers(-9, 10, (m, n)) / rng.integers(1, 12, (m, n))


def _gaussian(rng, m, n):
    return rng.standard_normal((m, n))


def _ill_conditioned(rng, m, n):
    k = min(m, n)
    scale = 10.0 ** -rng.uniform(0, 17, k)
    return rng.standard_normal((m, k)) @ (scale[:, None] * rng.standard_normal((k, n)))


def _hilbert(_, m, n):
    return 1.0 / (np.arange(m)[:, None] + np.arange(n) + 1)


def _defective(rng, m, n):
    return np.eye(m, n) * rng.integers(-3, 4) + np.eye(m, n, 1)


def _repeated(rng, m, n):
    return np.eye(m, n)[rng.permutation(m)] * rng.choice([1.0, 0.1, 3.0])


def _low_rank(rng, m, n):
    return rng.integers(-4, 5, (m, 1)) * rng.integers(-4, 5, (1, n)) * 0.1


def _zero(_, m, n):
    return np.zeros((m, n))


def _graded(rng, m, n):
    return rng.standard_normal((m, n)) * 10.0 ** rng.integers(-12, 13, (m, 1))


def _nearly_equal(rng, m, n):
    return np.ones((m, n)) + rng.integers(0, 2, (m, n)) * 2.0**-52


def _huge(rng, m, n):
    return rng.standard_normal((m, n)) * 2.0 ** rng.integers(900, 1000)


def _tiny(rng, m, n):
    return rng.standard_normal((m, n)) * 2.0 ** -rng.integers(900, 1060)


def _single(rng, m, n):
    return rng.standard_normal((m, n)).astype(np.float32)


def _complex(rng, m, n):
    return rng.integers(-5, 6, (m, n)) / 3 + 1j * rng.integers(-5, 6, (m, n))


KINDS = (
    _integers, _rational, _gaussian, _ill_conditioned, _hilbert, _defective, _repeated, _low_rank,
    _zero, _graded, _nearly_equal, _huge, _tiny, _single, _complex,
)  # fmt: skip
REAL = KINDS[:-1]


def random_matrix(seed: int, *, square: bool = False, kinds=KINDS, most: int = 5) -> np.ndarray:
    rng = np.random.default_rng(seed)
    m, n = rng.integers(1, most + 1, 2)
    return kinds[seed % len(kinds)](rng, int(m), int(m if square else n))


def hermitian(seed: int, kinds=KINDS) -> np.ndarray:
    A = random_matrix(seed, square=True, kinds=kinds)
    return A / 2 + A.conj().T / 2


def vector(seed: int, length: int, like: np.ndarray) -> np.ndarray:
    rng = np.random.default_rng(seed + 10**6)
    size = float(np.max(np.abs(like))) or 1.0
    return rng.integers(-9, 10, length) / 7 * size
