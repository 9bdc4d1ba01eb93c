"""Bad input is refused before work starts, with what was read, what is due and what to do."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse
from scipy.sparse.linalg import LinearOperator

from exactspaces import numeric
from exactspaces.errors import ExactSpacesError, NotNumeric, NotSuitable, TooLarge, WrongShape

RAGGED = [[1.0, 2.0], [3.0]]
MATRIX_FUNCTIONS = {
    "svd": numeric.svd,
    "truncated_svd": lambda A: numeric.truncated_svd(A, 1),
    "randomized_svd": lambda A: numeric.randomized_svd(A, 1),
    "pca": numeric.pca,
    "low_rank": lambda A: numeric.low_rank(A, 1),
    "rank": numeric.rank,
    "norms": numeric.norms,
    "condition": numeric.condition,
    "principal_angles": lambda A: numeric.principal_angles(A, np.eye(2)),
    "eigh": numeric.eigh,
    "solve": lambda A: numeric.solve(A, [1.0, 1.0]),
    "lstsq": lambda A: numeric.lstsq(A, [1.0, 1.0]),
    "cg": lambda A: numeric.cg(A, [1.0, 1.0]),
    "gmres": lambda A: numeric.gmres(A, [1.0, 1.0]),
    "lanczos": lambda A: numeric.lanczos(A, [1.0, 1.0], 1),
    "arnoldi": lambda A: numeric.arnoldi(A, [1.0, 1.0], 1),
    "krylov_basis": lambda A: numeric.krylov_basis(A, [1.0, 1.0], 1),
    "exact_rank": numeric.exact_rank,
}
BAD_MATRICES = [
    ("one dimension", [1.0, 2.0], WrongShape, "two dimensions"),
    ("a number", 3.0, WrongShape, "two dimensions"),
    ("three dimensions", np.zeros((2, 2, 2)), WrongShape, "two dimensions"),
    ("no rows", np.zeros((0, 2)), WrongShape, "empty"),
    ("no columns", np.zeros((2, 0)), WrongShape, "empty"),
    ("ragged", RAGGED, WrongShape, "different lengths"),
    ("nan", [[1.0, np.nan], [0.0, 1.0]], NotNumeric, r"nan at \(0, 1\)"),
    ("infinity", [[1.0, 0.0], [-np.inf, 1.0]], NotNumeric, r"-inf at \(1, 0\)"),
    ("both infinities", [[np.inf, -np.inf], [0.0, 1.0]], NotNumeric, r"inf at \(0, 0\)"),
    ("objects", np.array([[1, None], [2, 3]], dtype=object), NotNumeric, "object"),
    ("text", [["1", "2"], ["3", "4"]], NotNumeric, "type"),
    ("dates", np.zeros((2, 2), "datetime64[s]"), NotNumeric, "type"),
    ("long doubles", np.ones((2, 2), np.longdouble), NotNumeric, "float128|longdouble|type"),
    ("masked", np.ma.masked_array(np.eye(2), mask=np.eye(2)), NotNumeric, "masked"),
    ("sparse nan", scipy.sparse.csr_array([[1.0, np.nan], [0.0, 1.0]]), NotNumeric, "nan"),
]


@pytest.mark.parametrize("name", MATRIX_FUNCTIONS)
@pytest.mark.parametrize(("case", "A", "error", "text"), BAD_MATRICES, ids=lambda x: str(x)[:20])
def test_a_bad_matrix_is_refused(name, case, A, error, text):
    del case
    with pytest.raises(error, match=text):
        MATRIX_FUNCTIONS[name](A)


def operator(n, product, adjoint=None, dtype=float):
    return LinearOperator((n, n), matvec=product, rmatvec=adjoint or product, dtype=dtype)


BIG = np.array([[2**53 + 1, 0], [0, 1]])
SQUARE = np.array([[2.0, 1.0], [1.0, 3.0]])
CASES = [
    ("integers beyond 2**53", lambda: numeric.svd(BIG), NotNumeric, "2\\*\\*53"),
    ("k = 0", lambda: numeric.truncated_svd(SQUARE, 0), WrongShape, "from 1 to 2"),
    ("k too large", lambda: numeric.low_rank(SQUARE, 3), WrongShape, "from 1 to 2"),
    ("k a float", lambda: numeric.pca(SQUARE, 1.5), WrongShape, "whole number"),
    ("k a bool", lambda: numeric.pca(SQUARE, True), WrongShape, "whole number"),
    ("a single sample", lambda: numeric.pca([[1.0, 2.0]]), WrongShape, "two samples"),
    ("oversample", lambda: numeric.randomized_svd(SQUARE, 1, oversample=-1), WrongShape, "from 0"),
    ("threshold 0", lambda: numeric.rank(SQUARE, threshold=0.0), NotNumeric, "positive"),
    ("threshold text", lambda: numeric.rank(SQUARE, threshold="1"), NotNumeric, "positive"),
    ("threshold nan", lambda: numeric.rank(SQUARE, threshold=np.nan), NotNumeric, "positive"),
    ("heights", lambda: numeric.principal_angles(SQUARE, np.ones((3, 1))), WrongShape, "R\\^n"),
    ("eigh, not square", lambda: numeric.eigh(np.ones((2, 3))), WrongShape, "square"),
    ("eigh, not symmetric", lambda: numeric.eigh([[1.0, 2.0], [3.0, 1.0]]), NotSuitable, "0, 1"),
    ("eigh, not Hermitian", lambda: numeric.eigh([[1, 2j], [2j, 1]]), NotSuitable, "Hermitian"),
    ("eigh, which end", lambda: numeric.eigh(SQUARE, 1, end="LM"), WrongShape, "largest"),
    ("solve, not square", lambda: numeric.solve(np.ones((2, 3)), [1, 1]), WrongShape, "square"),
    ("solve, b too long", lambda: numeric.solve(SQUARE, [1, 1, 1]), WrongShape, "2 numbers"),
    ("solve, b nan", lambda: numeric.solve(SQUARE, [1, np.nan]), NotNumeric, "nan"),
    ("solve, b a matrix", lambda: numeric.solve(SQUARE, SQUARE), WrongShape, "2 numbers"),
    ("lstsq, wide", lambda: numeric.lstsq(np.ones((2, 3)), [1, 1]), WrongShape, "as many rows"),
    ("cg, not symmetric", lambda: numeric.cg([[1, 2], [0, 1]], [1, 1]), NotSuitable, "0, 1"),
    ("cg, rtol", lambda: numeric.cg(SQUARE, [1, 1], rtol=2.0), WrongShape, "below 1"),
    ("cg, rtol 0", lambda: numeric.cg(SQUARE, [1, 1], rtol=0.0), NotNumeric, "positive"),
    ("cg, steps", lambda: numeric.cg(SQUARE, [1, 1], max_steps=0), WrongShape, "max_steps"),
    ("cg, a bound below 0", lambda: numeric.cg(
        SQUARE, [1, 1], assume=numeric.Assumptions(lower_bound=-1.0)), NotNumeric, "lower_bound"),
    ("gmres, restart", lambda: numeric.gmres(SQUARE, [1, 1], restart=0), WrongShape, "restart"),
    ("lanczos from 0", lambda: numeric.lanczos(SQUARE, [0, 0], 1), NotSuitable, "zero vector"),
    ("arnoldi, steps", lambda: numeric.arnoldi(SQUARE, [1, 0], 3), WrongShape, "from 1 to 2"),
    ("svd of an operator", lambda: numeric.svd(operator(2, abs)), NotSuitable, "linear"),
    ("svd of a linear one", lambda: numeric.svd(operator(2, np.copy)), NotSuitable, "truncated"),
    ("exact rank of an operator", lambda: numeric.exact_rank(operator(2, lambda x: x)),
     NotNumeric, "operator"),
    ("exact rank, complex", lambda: numeric.exact_rank([[1j, 0], [0, 1]]), NotNumeric, "complex"),
    ("svd of a large sparse matrix",
     lambda: numeric.svd(scipy.sparse.eye_array(3000)), TooLarge, "truncated_svd"),
    ("an operator that is not linear",
     lambda: numeric.gmres(operator(3, lambda x: x + 1.0), np.ones(3)), NotSuitable, "linear"),
    ("an operator that squares",
     lambda: numeric.truncated_svd(operator(3, lambda x: x * x), 1), NotSuitable, "linear"),
    ("an operator that is not self-adjoint",
     lambda: numeric.cg(operator(3, lambda x: np.roll(x, 1)), np.ones(3)), NotSuitable, "self"),
    ("an operator that gives nan",
     lambda: numeric.cg(operator(3, lambda x: x * np.nan), np.ones(3)), NotSuitable, "nan"),
    ("k of an operator", lambda: numeric.truncated_svd(operator(2, lambda x: x), 2),
     NotSuitable, "fewer"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "call", "error", "text"), CASES, ids=[row[0] for row in CASES])
def test_bad_arguments_are_refused(case, call, error, text):
    del case
    with pytest.raises(error, match=text):
        call()


def test_every_refusal_is_one_a_user_can_catch():
    assert issubclass(NotNumeric, ExactSpacesError)
    assert issubclass(NotSuitable, ExactSpacesError)


@pytest.mark.parametrize("A", [[[1.0, 2.0], [2.0, 4.0]], np.zeros((3, 3))])
def test_a_singular_system_gets_no_bound(A):
    b = np.ones(len(A))
    for function in (numeric.solve, numeric.gmres):
        found = function(A, b)
        assert found.bound is None
        assert "singular" in found.reason


def test_conjugate_gradients_say_when_a_matrix_is_indefinite():
    found = numeric.cg([[1.0, 2.0], [2.0, 1.0]], [1.0, -1.0])
    assert not found.converged
    assert found.bound is None
    assert "positive definite" in found.reason


def test_an_indefinite_matrix_on_which_the_iteration_works_gets_no_bound():
    found = numeric.cg(np.diag([1.0, -1.0]), [1.0, 0.0])
    assert found.converged
    assert found.bound is None


def test_too_few_steps_are_reported_and_the_bound_is_still_true():
    A = np.diag(np.arange(1.0, 101))
    found = numeric.cg(A, np.ones(100), max_steps=3)
    assert not found.converged
    assert np.linalg.norm(found.x - 1 / np.arange(1.0, 101)) <= found.bound.upper


@pytest.mark.parametrize("case", ["overflow", "underflow"])
def test_what_leaves_the_range_of_floats_gets_no_bound(case):
    A, b = (1e-300, 1e300) if case == "overflow" else (1e300, 1e-300)
    found = numeric.solve([[A]], [b])
    assert found.bound is None or found.bound.upper > 0
    assert case == "underflow" or (found.bound is None and found.reason)


def test_a_process_that_flushes_subnormal_numbers_gets_no_bounds(monkeypatch):
    flushed = np.array([1.0, 2.0**-53, 3 * 2.0**-53, 0.0, 0.0])
    monkeypatch.setattr("exactspaces.numeric.rounding._ACTUAL", flushed)
    with pytest.raises(ExactSpacesError, match="IEEE 754"):
        numeric.svd(np.eye(2))
