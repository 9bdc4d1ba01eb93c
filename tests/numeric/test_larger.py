"""Matrices beyond the smallest: blocks, sparse ones, operators, known spectra, sharpness."""

from __future__ import annotations

import math

import numpy as np
import pytest
import scipy.sparse
from scipy.sparse.linalg import aslinearoperator

from exactspaces import numeric
from exactspaces.errors import NoAnswer
from exactspaces.numeric import comparison, randomized, residuals
from exactspaces.numeric.bounds import Bound, Unbounded
from exactspaces.numeric.operands import operand
from tests.numeric import oracles

RNG = np.random.default_rng(11)


def reflected(n, values):
    """A matrix of floats whose singular values are exactly these integers.

    H = I - 2 v v* / v*v with v*v a power of two has entries that are floats; H D H is exact while
    the integers are small.
    """
    v = np.zeros(n)
    v[:4] = 1.0
    H = np.eye(n) - np.outer(v, v) / 2
    return H @ np.diag(values) @ H


def laplacian(n):
    """Its eigenvalues are 4 sin^2(k pi / (2 (n + 1)))."""
    return scipy.sparse.diags_array(
        [[-1.0] * (n - 1), [2.0] * n, [-1.0] * (n - 1)], offsets=(-1, 0, 1)
    ).tocsr()


def laplacian_value(n, k):
    return 4 * math.sin(k * math.pi / (2 * (n + 1))) ** 2


def test_known_singular_values_are_enclosed_sharply():
    values = np.arange(300.0, 0.0, -1)
    found = numeric.svd(reflected(300, values))
    assert found.bound.holds(values)
    assert found.bound.radius.max() < 1e-11 * 300
    assert found.remainder.upper < 1e-10


@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.complex64, np.complex128])
def test_every_type_of_float_is_read_exactly(dtype):
    values = np.arange(40.0, 0.0, -1)
    A = reflected(40, values).astype(dtype)
    A = A * 1j if np.iscomplexobj(A) else A
    for found in (numeric.svd(A), numeric.truncated_svd(A, 40), numeric.svd(A, full=True)):
        assert found.bound.holds(values)
        assert found.s.dtype == np.zeros(1, dtype).real.dtype
    radius = numeric.svd(A).bound.radius.max()
    assert radius < (1e-2 if found.s.dtype == np.float32 else 1e-11)


def test_blocks_of_rows_give_the_same_as_the_whole(monkeypatch):
    A = RNG.standard_normal((400, 60)) @ np.diag(np.geomspace(1, 1e-6, 60))
    values = numeric.svd(A).bound
    monkeypatch.setattr(residuals, "_BLOCK", 500)
    found = numeric.randomized_svd(A, 10)
    middle = (values.lower + values.upper)[:10] / 2
    assert found.bound.holds(middle)
    assert found.probable.holds(middle)
    assert "1e-6" in found.probable.assumes[0]
    part = numeric.truncated_svd(A, 10)
    assert part.bound.holds(middle)


def test_a_matrix_that_is_left_with_little_gets_sharp_bounds():
    A = reflected(300, np.concatenate([[100.0, 50.0, 25.0], np.full(297, 2.0**-20)]))
    for found in (
        numeric.truncated_svd(A, 3),
        numeric.truncated_svd(scipy.sparse.csr_array(A), 3),
    ):
        assert found.bound.holds([100.0, 50.0, 25.0])
        assert found.bound.radius.max() < 1e-5
        assert found.matched.radius.max() < 1e-9
        assert found.sines.upper.max() < 1e-9


def test_a_sparse_matrix_and_an_operator_agree_with_the_array():
    A = laplacian(400)
    values = [laplacian_value(400, k) for k in (400, 399, 398)]
    found = numeric.truncated_svd(A, 3)
    assert found.matched.holds(values)
    assert found.matched.radius.max() < 1e-10
    assert found.bound.holds(values)
    hidden = numeric.truncated_svd(aslinearoperator(A), 3)
    assert hidden.bound is None
    assert "rounding errors of the products" in hidden.reason
    assert hidden.matched is None
    stated = numeric.truncated_svd(
        aslinearoperator(A), 3, assume=numeric.Assumptions(product_error=1e-14)
    )
    assert stated.matched.holds(values)
    assert "1e-14" in stated.matched.assumes[0]


def test_a_library_that_breaks_down_is_reported():
    for call in (numeric.truncated_svd, numeric.eigh):
        with pytest.raises(NoAnswer, match="ARPACK"):
            call(scipy.sparse.csr_array((3000, 3000)), 2)


def test_some_eigenvalues_of_a_large_sparse_matrix():
    A = scipy.sparse.diags_array(
        np.concatenate([np.linspace(0, 1, 597), [10.0, 20.0, 30.0]])
    ).tocsr()
    found = numeric.eigh(A, 3)
    assert found.bound.holds([10.0, 20.0, 30.0])
    assert found.bound.radius.max() < 1e-9
    assert numeric.eigh(-A, 1, end="smallest").bound.holds([-30.0])
    stated = numeric.eigh(aslinearoperator(A), 2, assume=numeric.Assumptions(product_error=1e-14))
    assert stated.bound.holds([20.0, 30.0])
    assert "1e-14" in stated.bound.assumes[0]
    assert numeric.eigh(aslinearoperator(A), 2).bound is None


def test_angles_of_vectors_are_true_and_sharp_where_there_is_a_gap():
    A = reflected(40, np.arange(40.0, 0.0, -1))
    v = np.zeros(40)
    v[:4] = 1.0
    exact = np.eye(40) - np.outer(v, v) / 2
    found = numeric.svd(A)
    for i in range(40):
        cosine = abs(exact[:, i] @ found.U[:, i])
        assert math.sqrt(max(0.0, 1 - cosine**2)) <= found.sines.upper[i] + 3e-8
        assert (
            np.linalg.norm(
                found.U[:, i] - math.copysign(1, exact[:, i] @ found.U[:, i]) * exact[:, i]
            )
            <= 1.5 * found.sines.upper[i]
        )
    assert found.sines.upper.max() < 1e-11
    eigen = numeric.eigh(A)
    for i in range(40):
        off = eigen.Q[:, i] - math.copysign(1, exact[:, 39 - i] @ eigen.Q[:, i]) * exact[:, 39 - i]
        assert np.linalg.norm(off) <= 1.5 * eigen.sines.upper[i]
    assert eigen.sines.upper.max() < 1e-11


def test_repeated_singular_values_have_no_certain_vectors():
    assert numeric.svd(np.eye(3)).sines.upper.tolist() == [1.0] * 3
    assert numeric.eigh(np.eye(3)).sines.upper.tolist() == [1.0] * 3


def test_a_large_dense_system():
    n = 300
    A, x = RNG.integers(-9, 10, (n, n)).astype(float), RNG.integers(-9, 10, n).astype(float)
    found = numeric.solve(A, A @ x)
    assert found.entries.holds(x)
    assert np.linalg.norm(found.x - x) <= found.bound.upper < 1e-9


def poisson(side):
    line, eye = laplacian(side), scipy.sparse.eye_array(side)
    return (scipy.sparse.kron(line, eye) + scipy.sparse.kron(eye, line)).tocsr()


@pytest.mark.parametrize("side", [10, 60])
def test_conjugate_gradients_on_poissons_equation(side):
    A, x = poisson(side), RNG.integers(-9, 10, side * side).astype(float)
    found = numeric.cg(A, A @ x)
    error = np.linalg.norm(found.x - x)
    assert found.converged
    assert error <= found.bound.upper <= 100 * error
    assert found.bound.assumes == ()
    assert found.history[-1] <= 1e-8 * found.history[0]


def test_what_is_stated_is_named_in_the_result():
    A = poisson(10)
    stated = numeric.Assumptions(product_error=1e-13, lower_bound=0.1)
    found = numeric.cg(aslinearoperator(A), np.ones(100), assume=stated)
    assert len(found.bound.assumes) == 2
    assert "0.1" in found.bound.assumes[0]
    assert np.linalg.norm(found.x - numeric.solve(A, np.ones(100)).x) <= found.bound.upper
    assert numeric.cg(aslinearoperator(A), np.ones(100)).bound is None


def test_gmres_on_a_sparse_matrix_that_is_not_symmetric():
    n = 3000
    A = (
        laplacian(n)
        + scipy.sparse.diags_array([1.0] * n)
        + scipy.sparse.diags_array([0.3] * (n - 1), offsets=1)
    ).tocsr()
    x = RNG.integers(-9, 10, n).astype(float)
    found = numeric.gmres(A, A @ x)
    assert found.converged
    assert np.linalg.norm(found.x - x) <= found.bound.upper < 1e-3


@pytest.mark.parametrize(
    ("A", "b"),
    [
        ([[-1, -1], [-2, -2]], [2, 1]),
        ([[0, 0, 0], [-2, 0, 2], [-2, -2, 0]], [-1, -1, 2]),
        ([[1, 1, 2], [-1, 1, -2], [0, -1, 0]], [2, -1, 1]),
        ([[0, 0], [0, 0]], [1, 1]),
    ],
)
def test_gmres_on_a_singular_system_gives_nothing_worse_than_0(A, b):
    found = numeric.gmres(A, b)
    assert not found.converged
    size = np.linalg.norm(b)
    assert np.linalg.norm(np.array(A) @ found.x - b) <= size * (1 + 1e-12)
    assert found.residual.upper <= size * (1 + 1e-12)


def test_gmres_says_when_it_does_not_get_there():
    A = np.roll(np.eye(30), 1, axis=0)
    found = numeric.gmres(A, np.eye(30)[:, 0], restart=5, max_steps=10)
    assert not found.converged
    assert found.bound.upper >= 1.0


def test_the_comparison_matrix_gives_a_sharp_lower_bound():
    n = 50
    found = comparison.dominance(laplacian(n))
    assert isinstance(found, Bound)
    exact = laplacian_value(n, 1)
    assert exact / 2 < found.lower <= exact
    assert isinstance(
        comparison.dominance((laplacian(n) - 0.5 * scipy.sparse.eye_array(n)).tocsr()), Unbounded
    )
    assert isinstance(comparison.dominance(scipy.sparse.csr_array(-np.eye(2))), Unbounded)


def test_a_large_sparse_matrix_without_a_dominant_diagonal_gets_no_bound():
    n = 2100
    A = scipy.sparse.diags_array(
        [[0.9] * (n - 1), [2.0] * n, [0.9] * (n - 1)], offsets=(-1, 0, 1)
    ).tocsr()
    assert numeric.cg(A, np.ones(n)).bound is not None
    B = A + scipy.sparse.diags_array([0.3] * (n - 2), offsets=2)
    B = (B + scipy.sparse.diags_array([0.3] * (n - 2), offsets=-2)).tocsr()
    found = numeric.cg(B, np.ones(n), max_steps=50)
    assert found.bound is None
    assert "lower_bound" in found.reason


def test_lanczos_finds_an_invariant_subspace():
    A = np.diag([1.0, 2.0, 3.0, 4.0])
    found = numeric.lanczos(A, [1.0, 1.0, 0.0, 0.0], 4)
    assert found.is_invariant
    assert found.Q.shape == (4, 2)
    assert found.bound.holds([1.0, 2.0])
    assert found.relation.upper < 1e-13
    assert found.defect.upper < 1e-13


def test_arnoldi_gives_backward_bounds_and_says_why_no_others():
    A = RNG.standard_normal((30, 30))
    found = numeric.arnoldi(A, np.ones(30), 30)
    assert found.bound is None
    assert "Hermitian" in found.reason
    assert found.relation.upper < 1e-11
    part = numeric.arnoldi(A, np.ones(30), 5)
    assert part.backward.upper.max() > 1e-3
    smallest = min(np.linalg.svd(A - t * np.eye(30))[1][-1] for t in part.ritz)
    assert smallest <= part.backward.upper.max()


def test_a_krylov_basis_has_the_span_of_the_powers():
    A = np.array([[2.0, 1.0, 0.0], [0.0, 2.0, 0.0], [0.0, 0.0, 5.0]])
    Q = numeric.krylov_basis(A, [0.0, 1.0, 0.0], 3)
    assert Q.shape == (3, 2)
    assert np.abs(Q[2]).max() < 1e-15


def test_numerical_rank_and_exact_rank_are_told_apart():
    A = np.outer(np.arange(1.0, 5), [1.0, 3.0]) * 0.1
    assert numeric.rank(A).value == 1
    assert numeric.exact_rank(A).value == 2
    assert numeric.exact_rank(np.outer(np.arange(1, 31), np.arange(1, 21))).value == 1
    found = numeric.exact_rank([[10**40, 1], [10**80, 10**40]])
    assert found.value == 1
    assert found.theorem.recheck() is not None
    assert numeric.exact_rank(scipy.sparse.eye_array(30)).value == 30
    assert numeric.exact_rank(np.array([[5e-324, 1e300], [0.0, 1.0]])).value == 2


def test_the_condition_number_of_hilberts_matrix():
    H = 1.0 / (np.arange(6)[:, None] + np.arange(6) + 1)
    values = oracles.singular_values(H)
    found = numeric.condition(H)
    assert oracles.is_inside(values[0] / values[-1], found.bound.lower, found.bound.upper)
    assert found.bound.upper / found.bound.lower < 1 + 1e-7
    H = 1.0 / (np.arange(14)[:, None] + np.arange(14) + 1)
    assert numeric.condition(H).bound is None
    assert numeric.condition(H).at_least > 1e14


def test_components_of_noisy_data():
    rng = np.random.default_rng(5)
    X = rng.standard_normal((200, 1)) @ rng.standard_normal((1, 6)) + 1e-3 * rng.standard_normal(
        (200, 6)
    )
    found = numeric.pca(X + 100.0)
    assert (
        found.bound.holds(np.linalg.eigvalsh(np.cov(X.T))[::-1][:1])
        or found.bound.radius[0] < 1e-9
    )
    assert found.shares.lower[0] > 0.99
    assert found.sines.upper[0] < 1e-6
    assert found.components.shape == (6, 6)
    assert numeric.pca(X, 2).components.shape == (2, 6)


@pytest.mark.parametrize("noise", [1e-1, 1e-4, 1e-9, 0.0])
def test_the_left_residual_of_a_random_svd_is_bounded_with_and_without_a_product(noise):
    rng = np.random.default_rng(9)
    A = rng.standard_normal((2000, 8)) @ rng.standard_normal((8, 120))
    A += noise * rng.standard_normal(A.shape)
    a = operand(A)
    Q = randomized._basis(a, 12, 2, rng)
    (U, s, Vh), image = randomized._decomposed(a, Q, 8)
    long = A.T.astype(np.longdouble) @ U.astype(np.longdouble)
    assert np.linalg.norm((long - image.centre).astype(float)) <= image.radius
    left = randomized._left(a, image, s, Vh)
    assert (left is None) == (noise < 1e-4)  # where little is left over, a product is due
    if left is not None:
        true = np.linalg.norm((long - Vh.T * s).astype(float))
        assert true <= left < 1e-9 * s[0]
    found, values = numeric.randomized_svd(A, 8), np.linalg.svd(A, compute_uv=False)[:8]
    assert np.all(found.bound.lower <= values * (1 + 1e-12))
    assert np.all(values * (1 - 1e-12) <= found.bound.upper)
