"""What computes: nothing is believed of it, but it has to be good."""

from __future__ import annotations

import numpy as np
import pytest

from exactspaces.numeric import engines


def graded(rng, condition, kind):
    left, right = (np.linalg.qr(rng.standard_normal(shape))[0] for shape in ((500, 12), (12, 12)))
    A = left * np.geomspace(1, 1 / condition, 12) @ right
    return (A * (1 + 1j) if kind is complex else A).astype(kind)


@pytest.mark.parametrize("condition", [1, 1e4, 1e8, 1e13, 1e15, 1e30])
@pytest.mark.parametrize("kind", [np.float64, np.float32, complex])
def test_a_spanning_basis_is_orthonormal_and_spans(condition, kind):
    A = graded(np.random.default_rng(3), condition, kind)
    Q = engines.spanning(A)
    small = 1e-13 if kind is not np.float32 else 1e-4
    assert Q.dtype == A.dtype
    assert np.abs(Q.conj().T @ Q - np.eye(12)).max() < small
    assert np.linalg.norm(A - Q @ (Q.conj().T @ A)) < small * np.linalg.norm(A)


@pytest.mark.parametrize(
    "A",
    [
        np.zeros((5, 3)),
        np.ones((5, 3)),
        np.ones((1, 1)),
        np.eye(4, 2) * 1e-300,
        np.eye(4, 2) * 1e300,
        np.outer(np.arange(6.0), [1.0, 2.0, 4.0]),
    ],
    ids=["zero", "ones", "one", "tiny", "huge", "rank 1"],
)
def test_a_spanning_basis_of_dependent_columns(A):
    Q = engines.spanning(A)
    assert np.abs(Q.T @ Q - np.eye(A.shape[1])).max() < 1e-13
    assert np.abs(A - Q @ (Q.T @ A)).max() <= 1e-13 * np.abs(A).max()
