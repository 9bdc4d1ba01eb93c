"""What people read and see: texts, plain data, pictures; and what is not loaded without need."""

from __future__ import annotations

import json
import subprocess
import sys

import matplotlib as mpl
import numpy as np
import pytest

from exactspaces import numeric
from exactspaces.errors import ExactSpacesError
from exactspaces.numeric import libraries
from exactspaces.numeric.bounds import Bound, text_of

mpl.use("agg")
SQUARE = np.array([[2.0, 1.0], [1.0, 3.0]])
RESULTS = {
    "SVD of a 2 x 2 matrix, 2 singular values": lambda: numeric.svd(SQUARE),
    "2 eigenvalues of a Hermitian matrix of size 2": lambda: numeric.eigh(SQUARE),
    "solution with 2 entries": lambda: numeric.solve(SQUARE, [1.0, 2.0]),
    "solution with 1 entry": lambda: numeric.solve([[2.0]], [1.0]),
    "rank 1 for a 2 x 2 matrix: 4 numbers stored": lambda: numeric.low_rank(SQUARE, 1),
    "2 principal components of 2 features": lambda: numeric.pca(SQUARE),
    "rank 2 for every threshold from 0 to 1.38": lambda: numeric.rank(SQUARE),
    "norms": lambda: numeric.norms(SQUARE),
    "condition number from 2.618": lambda: numeric.condition(SQUARE),
    "condition number at least": lambda: numeric.condition(np.ones((2, 2))),
    "2 principal angles (radians)": lambda: numeric.principal_angles(SQUARE, SQUARE),
    "Krylov subspace of dimension 2 in 2": lambda: numeric.lanczos(SQUARE, [1.0, 0.0], 2),
    "exact rank 2 (proved)": lambda: numeric.exact_rank(SQUARE),
    "rank undecided at": lambda: numeric.rank(SQUARE, threshold=float(numeric.svd(SQUARE).s[0])),
}


@pytest.mark.parametrize("head", RESULTS)
def test_a_result_reads_as_a_sentence(head):
    text = repr(RESULTS[head]())
    assert text.startswith(head)
    assert all(len(line) < 120 for line in text.splitlines())


@pytest.mark.parametrize("call", [
    lambda: numeric.svd(SQUARE), lambda: numeric.eigh(SQUARE), lambda: numeric.cg(SQUARE, [1, 2]),
    lambda: numeric.solve(np.zeros((2, 2)), [1, 2]),
    lambda: numeric.gmres(SQUARE * (1 + 1j), [1, 2]),
])  # fmt: skip
def test_a_result_can_be_written_as_json(call):
    found = json.loads(json.dumps(call().as_dict()))
    assert (found["bound"] is None) == bool(found["reason"])


@pytest.mark.parametrize(("value", "bound", "text"), [
    (2.0, Bound(2.0, 2.0, ""), "2"),
    (2.0, Bound(1.0, 2.0, ""), "2 ± 1.0e+0"),
    (1 / 3, Bound(1 / 3, 1 / 3, ""), "0.3333333333333333 ± 1.5e-17"),
    (0.1, None, "0.1 (no bound)"),
])  # fmt: skip
def test_a_radius_is_rounded_up(value, bound, text):
    assert text_of(value, bound) == text


@pytest.mark.parametrize("call", [
    lambda: numeric.svd(SQUARE), lambda: numeric.svd(np.eye(2) * 0), lambda: numeric.pca(SQUARE),
    lambda: numeric.eigh(-SQUARE), lambda: numeric.cg(SQUARE, [1.0, 2.0]),
    lambda: numeric.lanczos(SQUARE, [1.0, 0.0], 2),
])  # fmt: skip
def test_a_result_can_be_drawn(call):
    axes = call().plot()
    assert axes.lines
    assert axes.get_xlabel()
    axes.figure.canvas.draw()
    mpl.pyplot.close(axes.figure)


def test_complex_ritz_values_are_not_drawn_on_a_line():
    found = numeric.arnoldi([[0.0, 1.0], [-1.0, 0.0]], [1.0, 0.0], 2)
    with pytest.raises(ExactSpacesError, match="complex"):
        found.plot()


def test_bounds_can_be_asked():
    bound = numeric.svd(SQUARE).bound
    assert bound.part(0).holds(bound.lower[0])
    assert not bound.holds([9.0, 9.0])
    assert isinstance(bound.part(0).radius, float)


def test_nothing_heavy_is_loaded_with_the_package():
    program = (
        "import sys, exactspaces, exactspaces.cli; "
        "print({'numpy', 'scipy', 'matplotlib'} & set(sys.modules)); "
        "import exactspaces.numeric; exactspaces.numeric.svd([[1.0]]); "
        "print({'scipy', 'matplotlib'} & set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split("\n")[:2] == ["set()", "set()"]


@pytest.mark.parametrize(("module", "load", "extra"), [
    ("scipy.linalg", libraries.scipy_linalg, "numeric"),
    ("scipy.sparse", libraries.scipy_sparse, "numeric"),
    ("scipy.io", libraries.scipy_io, "numeric"),
    ("matplotlib.pyplot", libraries.pyplot, "plot"),
])  # fmt: skip
def test_a_library_that_is_not_installed_is_named(monkeypatch, module, load, extra):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ExactSpacesError, match=rf"exactspaces\[{extra}\]"):
        load()
