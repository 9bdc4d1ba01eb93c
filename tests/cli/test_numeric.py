"""`exactspaces numeric`: files in, figures with bounds out, clear refusals."""

from __future__ import annotations

import json

import numpy as np
import pytest
import scipy.io
import scipy.sparse

from exactspaces.cli import main
from exactspaces.cli.arguments import METHODS as NAMES
from exactspaces.cli.floating import METHODS, Line


def run(capsys, *arguments):
    try:
        code = main(["numeric", *map(str, arguments)])
    except SystemExit as stop:
        code = stop.code
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    return code, printed.out, printed.err


@pytest.fixture
def files(tmp_path):
    A = np.array([[2.0, 1.0], [1.0, 3.0]])
    np.save(tmp_path / "a.npy", A)
    np.savetxt(tmp_path / "a.csv", A, delimiter=",")
    scipy.io.mmwrite(tmp_path / "a.mtx", scipy.sparse.csr_array(A))
    np.savetxt(tmp_path / "b.csv", [3.0, 5.0])
    return tmp_path


@pytest.mark.parametrize("name", ["a.npy", "a.csv", "a.mtx"])
@pytest.mark.parametrize("method", METHODS)
def test_every_method_reads_every_kind_of_file(capsys, files, method, name):
    more = ["--rank", 1] if method == "low-rank" else []
    code, out, err = run(capsys, method, files / name, *more)
    assert (code, err) == (0, "")
    assert out
    code, out, _ = run(capsys, method, files / name, *more, "--json")
    assert code == 0
    found = json.loads(out)
    assert found["proved"] if method == "exact-rank" else not found["reason"]
    if method in ("svd", "eigh", "solve", "lstsq", "cg", "gmres", "condition", "pca"):
        assert found["bound"]["theorem"]


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("svd", "accepted: the singular values of [2 1; 1 3]"),
        ("eigh", "accepted: [2 1; 1 3] is symmetric; its eigenvalues"),
        ("exact-rank", "accepted: rank [2 1; 1 3] = 2"),
    ],
)
def test_theorems_are_saved_and_rechecked(capsys, files, method, said):
    path = files / "theorem.json"
    assert run(capsys, method, files / "a.csv", "--save", path)[0] == 0
    assert main(["recheck", str(path)]) == 0
    assert capsys.readouterr().out.startswith(said)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["norms", "--save", "x.json"], "only svd, eigh and exact-rank"),
        (["svd", "--rank", "1", "--save", "x.json"], "1 of 2 values are known"),
        (["svd", "--save", "missing/x.json"], "--save missing/x.json"),
        (["low-rank"], "--rank 3"),
        (["norms", "--plot", "x.png"], "no picture"),
        (["rank", "--threshold", "-1"], "threshold"),
        (["rank", "--threshold", "nan"], "threshold"),
        (["pca", "--rank", "9"], "from 1 to 2"),
    ],
)
def test_what_cannot_be_had_is_refused(capsys, files, monkeypatch, arguments, text):
    monkeypatch.chdir(files)
    method, *rest = arguments
    code, _, err = run(capsys, method, "a.csv", *rest)
    assert code == 2
    assert text in err


def test_figures_without_a_limit_are_data_too(capsys, tmp_path):
    np.save(tmp_path / "zero.npy", np.zeros((2, 2)))
    for method, code in (("rank", 0), ("condition", 3), ("norms", 0), ("solve", 3)):
        found, out, _ = run(capsys, method, tmp_path / "zero.npy", "--json")
        assert found == code
        json.loads(out, parse_constant=pytest.fail)


def test_the_two_lists_of_methods_agree():
    assert tuple(METHODS) == NAMES


def test_the_right_side_and_the_rank_are_used(capsys, files):
    code, out, _ = run(capsys, "cg", files / "a.npy", "--right", files / "b.csv", "--json")
    assert code == 0
    assert np.allclose(json.loads(out)["x"], [0.8, 1.4])
    code, out, _ = run(capsys, "svd", files / "a.csv", "--rank", 1, "--json")
    assert len(json.loads(out)["values"]) == 1


def test_a_picture_is_saved(capsys, files):
    code, _, _ = run(capsys, "svd", files / "a.csv", "--plot", files / "spectrum.png")
    assert code == 0
    assert (files / "spectrum.png").read_bytes().startswith(b"\x89PNG")
    code, _, err = run(capsys, "svd", files / "a.csv", "--plot", files / "spectrum.exe")
    assert code == 2
    assert ".png" in err


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.txt", b"1,2\n", ".npy, .mtx or .csv"),
        ("a.csv", b"name,count\n1,2\n", "line 1, column 1"),
        ("a.csv", b"1,2\n3\n", "line 2"),
        ("a.csv", b"1,2\n3,x\n", "'x'"),
        ("a.csv", b"1,nan\n3,4\n", "nan"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"\xff\xfe\x00", "no text"),
        ("a.npy", b"not an array", "no array of numbers"),
        ("a.npy", b"", "no array of numbers"),
        ("a.mtx", b"1 2 3\n", "no Matrix Market file"),
        ("missing/a.csv", None, "cannot be read"),
    ],
)
def test_a_file_without_numbers_is_refused(capsys, tmp_path, name, content, text):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    code, out, err = run(capsys, "svd", tmp_path / name)
    assert (code, out) == (2, "")
    assert text in err


def test_a_pickled_array_is_never_opened(capsys, tmp_path):
    np.save(tmp_path / "a.npy", np.array([[{"a": 1}]], dtype=object), allow_pickle=True)
    code, _, err = run(capsys, "svd", tmp_path / "a.npy")
    assert code == 2
    assert "pickle" in err


def test_a_vector_that_is_a_matrix_is_refused(capsys, files):
    code, _, err = run(capsys, "cg", files / "a.csv", "--right", files / "a.csv")
    assert code == 2
    assert "one row or one column" in err


def test_no_bound_and_no_convergence_have_an_exit_code(capsys, tmp_path):
    np.save(tmp_path / "a.npy", np.array([[1.0, 2.0], [2.0, 1.0]]))
    np.save(tmp_path / "b.npy", np.array([1.0, -1.0]))
    code, out, _ = run(capsys, "cg", tmp_path / "a.npy", "--right", tmp_path / "b.npy")
    assert code == 3
    assert "not converged" in out


def test_a_long_run_shows_how_far_it_is(capsys):
    line = Line()
    line(25, 0.5)
    assert capsys.readouterr().err == ""
    line.began = line.shown = line.began - 10
    line(50, 0.25)
    assert capsys.readouterr().err == "step 50, relative residual 2.5e-01\n"
