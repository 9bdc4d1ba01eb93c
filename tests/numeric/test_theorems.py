"""Floats handed to the kernel: its enclosures hold exact values, and files can be rechecked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import scipy.sparse
from flint import arb

from exactspaces import numeric
from exactspaces.errors import NoAnswer, NotSuitable, TooLarge
from exactspaces.kernel import (
    Eigenvalues,
    KernelError,
    Rejected,
    SingularValues,
    check,
    dump,
    load,
)
from exactspaces.numeric import engines, theorems
from tests.architecture.source import ROOT
from tests.numeric import oracles
from tests.numeric.matrices import hermitian, random_matrix
from tests.numeric.test_broken_engines import MISTAKES, mistake

BATCH = 15
STARTS = [
    *range(0, 300, BATCH),
    *(pytest.param(start, marks=pytest.mark.long) for start in range(300, 10_500, BATCH)),
]


def stated(theorem, kind) -> tuple[list[Fraction], Fraction]:
    """The numbers and the radius of a theorem."""
    claim = theorem.claim
    assert isinstance(claim, kind)
    numbers, radius = claim.numbers.matrix, claim.radius.value
    return (
        [Fraction(x, numbers.denominator) for (x,) in numbers.rows],
        Fraction(radius.rows[0][0], radius.denominator),
    )


def all_near(values, theorem, kind) -> bool:
    numbers, radius = stated(theorem, kind)
    limit = arb(radius.numerator) / radius.denominator
    pairs = zip(values, numbers, strict=True)
    return all(not abs(v - arb(s.numerator) / s.denominator) > limit for v, s in pairs)


def doubled(values, A):
    return [x for x in values for _ in range(2)] if np.iscomplexobj(A) else values


def given(theorem) -> np.ndarray:
    matrix = theorem.claim.matrix.matrix
    return np.array([[Fraction(x, matrix.denominator) for x in row] for row in matrix.rows])


@pytest.mark.parametrize("start", STARTS)
def test_singular_values_lie_in_the_theorem(start):
    for seed in range(start, start + BATCH):
        A = random_matrix(seed)
        found = numeric.svd(A, full=bool(seed % 2)).theorem()
        assert all_near(doubled(oracles.singular_values(A), A), found, SingularValues), seed
        if not np.iscomplexobj(A):
            assert np.all(given(found) == A), seed  # fractions and floats are compared exactly


@pytest.mark.parametrize("start", STARTS)
def test_eigenvalues_lie_in_the_theorem(start):
    for seed in range(start, start + BATCH):
        A = hermitian(seed)
        found = numeric.eigh(A).theorem()
        assert all_near(doubled(oracles.eigenvalues(A)[::-1], A), found, Eigenvalues), seed
        if not np.iscomplexobj(A):
            assert np.all(given(found) == A), seed


def test_a_complex_matrix_is_stated_by_real_blocks():
    found = numeric.svd(np.array([[1 + 2j, 3j]])).theorem()
    assert given(found).tolist() == [[1, -2, 0, -3], [2, 1, 3, 0]]


@pytest.mark.parametrize("shape", [(200, 200), (200, 40), (1, 200)])
def test_the_radius_is_sharp_up_to_size_200(shape):
    A = np.random.default_rng(1).standard_normal(shape)
    found = numeric.svd(A)
    theorem = found.theorem()
    numbers, radius = stated(theorem, SingularValues)
    assert [float(x) for x in numbers] == found.s.tolist()
    assert 0 < radius < 1e-12 * found.s[0]
    assert radius < 3 * found.bound.radius.max()


@pytest.mark.parametrize("name", [*MISTAKES, "huge"])
def test_a_wrong_library_gives_true_theorems(monkeypatch, name):
    def wrong(A, *, full=False):
        if name == "huge":
            U, s, Vh = np.linalg.svd(A, full_matrices=full)
            return U * 1e200, s * 1e200, Vh * -1e250
        return mistake(name, A, full)

    monkeypatch.setattr(engines, "svd", wrong)
    for seed in range(0, 60, 7):
        A = np.random.default_rng(seed).integers(-9, 10, (1 + seed % 4, 1 + seed % 3)) / 2
        theorem = numeric.svd(A).theorem()
        assert all_near(oracles.singular_values(A), theorem, SingularValues), seed


def test_forgeries_are_refused():
    theorem = numeric.svd([[3.0, 0.0], [4.0, 5.0]]).theorem()
    claim, proof = theorem.claim, theorem.certificate
    radius = claim.radius.value
    small = replace(radius, denominator=radius.denominator * 1000)
    numbers = claim.numbers.matrix
    moved = numbers.with_rows((x + numbers.denominator // 10,) for (x,) in numbers.rows)
    matrix = claim.matrix.matrix
    other = matrix.with_rows(((x + 1, y) for x, y in matrix.rows))
    for forged in (
        replace(claim, radius=replace(claim.radius, value=small)),
        replace(claim, numbers=replace(claim.numbers, matrix=moved)),
        replace(claim, matrix=replace(claim.matrix, matrix=other)),
    ):
        with pytest.raises(Rejected, match="so small a radius"):
            check(forged, proof)


def test_a_theorem_file_comes_back_and_needs_python_alone(tmp_path):
    theorem = numeric.svd(np.random.default_rng(2).standard_normal((20, 15))).theorem()
    assert load(dump(theorem)) == (theorem.claim, theorem.certificate)
    path = tmp_path / "theorem.json"
    path.write_text(dump(theorem), encoding="utf-8")
    assert path.stat().st_size < 40_000  # 16 to 20 digits an entry

    def recheck():
        return subprocess.run(
            [sys.executable, "-S", "-m", "exactspaces.kernel", str(path)],
            capture_output=True, encoding="utf-8", timeout=60, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    run = recheck()
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("accepted: the singular values of [")
    data = json.loads(path.read_text(encoding="utf-8"))
    data["certificate"]["left"]["rows"][3][3] += 2**40
    path.write_text(json.dumps(data), encoding="utf-8")
    run = recheck()
    assert (run.returncode, run.stdout) == (
        1,
        "rejected: the factors do not show so small a radius\n",
    )


def test_the_matrix_is_the_one_that_was_decomposed():
    A = np.array([[2.0, 1.0], [0.0, 3.0]])
    found = numeric.svd(A)
    A[0, 0] = 100.0
    assert given(found.theorem()).tolist() == [[2, 1], [0, 3]]


def test_sparse_matrices_and_single_precision_have_theorems():
    A = np.array([[1.5, 0.0], [0.1, 2.0]], dtype=np.float32)
    for one in (A, scipy.sparse.csr_array(A)):
        theorem = numeric.svd(one).theorem()
        assert np.all(given(theorem) == A.astype(float))
        assert stated(theorem, SingularValues)[1] < 1e-5


def test_a_theorem_that_cannot_be_had_is_refused(monkeypatch):
    A = np.diag([3.0, 2.0, 1.0])
    with pytest.raises(NotSuitable, match="2 of 3 values"):
        numeric.truncated_svd(A, 2).theorem()
    with pytest.raises(NotSuitable, match="use eigh without k"):
        numeric.eigh(A, 2).theorem()
    with pytest.raises(TooLarge, match="301 x 1"):
        numeric.svd(np.ones((301, 1))).theorem()
    with pytest.raises(TooLarge, match="150"):
        numeric.svd(np.ones((151, 1)) * 1j).theorem()
    monkeypatch.setattr(engines, "svd", lambda A, full=False: (A * np.nan, np.ones(3), A))
    with pytest.raises(NoAnswer, match="not finite"):
        numeric.svd(A).theorem()


def test_the_kernel_has_the_last_word(monkeypatch):
    """A radius that is computed wrongly is refused, and no theorem comes out."""
    monkeypatch.setattr(theorems, "_rounded_up", lambda x: x / 2)
    with pytest.raises(KernelError):
        numeric.svd([[3.0, 0.0], [4.0, 5.0]]).theorem()
