"""The command line: what it prints, where, and the exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from io import StringIO

import pytest

from exactspaces.cli import main

CLAIM = "(1,2,3) in span{(1,0,1),(0,1,1)}"
HEAVY = "det(A*A)"


def run(capsys, *arguments):
    """The exit code, and what was printed and complained of."""
    try:
        code = main(list(arguments))
    except SystemExit as stop:
        code = stop.code
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    return code, printed.out, printed.err


def start(*arguments, text=None):
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "exactspaces", *arguments],
        capture_output=True,
        text=True,
        input=text,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


@pytest.mark.parametrize(
    ("command", "text", "over", "code"),
    [
        ("decide", CLAIM, "QQ", 0),
        ("decide", "(1,2,4) in span{(1,0,1),(0,1,1)}", "QQ", 1),
        ("decide", "2 == 0", "GF(2)", 0),
        ("decide", "solve([0], 1) == solve([0; 0], (1, 0))", "QQ", 3),
        ("decide", "invertible([a 1; 1 a])", "QQ(a)", 1),
        ("decide", "rank([1 2])", "QQ", 2),
        ("decide", "rank([1 2]) ==", "QQ", 2),
        ("compute", "null([1 2 3; 2 4 6; 1 1 2])", "GF(7)", 0),
        ("compute", "inv([1 2; 2 4])", "QQ", 1),
        ("compute", "solve([1 2; 2 4], (1, 3))", "QQ", 0),
        ("compute", "rank(inv([1 2; 2 4]))", "QQ", 3),
        ("compute", "rank(Q)", "QQ", 2),
        ("compute", "1", "GF(6)", 2),
        ("compute", "", "QQ", 2),
    ],
)
def test_exit_codes(capsys, command, text, over, code):
    found, out, err = run(capsys, command, text, "--over", over)
    assert found == code
    assert bool(err) == (code == 2)
    assert bool(out) == (code != 2)
    assert not err or err.startswith("not understood: ")


def test_names_are_given_by_let(capsys):
    code, out, _ = run(
        capsys, "compute", "A*v", "--let", "A=[1 2; 3 4]", "--let", "v = (1, x)", "--let", "x=1"
    )
    assert (code, out) == (0, "A*v = (3, 7)\nproved over QQ\n")


@pytest.mark.parametrize("item", ["A", "=1", "1=2", "a b=1", ""])
def test_let_wants_a_name_and_a_text(capsys, item):
    code, _, err = run(capsys, "compute", "1", "--let", item)
    assert code == 2
    assert "write --let NAME=TEXT, such as --let A='[1 2; 3 4]'" in err


@pytest.mark.parametrize("how", ["text", "markdown", "latex", "html", "json"])
@pytest.mark.parametrize("steps", [[], ["--steps"]])
@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("rref([1 2; 3 4])", "QQ"),
        (CLAIM, "QQ"),
        ("solve([1 2; 2 4], (1, 3))", "GF(5)"),
        ("inv([a 1; 1 a])", "QQ(a)"),
        ("null([1 sqrt(2)])", "RR"),
        ("coords((1,2), {(1,1)})", "QQ"),
        ("change_of_basis({(1,0)}, {(1,1)})", "QQ"),
        ("change_of_basis({(1,0),(2,0)}, {(1,1),(0,1)})", "QQ"),
        ("projection(span{(1,0)}, span{(2,0)})", "QQ"),
        ("extend({(1,1,0)}, span{(1,0,0)})", "QQ"),
        ("complement(span{(1,0)}, span{(0,1)})", "QQ"),
        ("(2,3) in solve([1 -1], -1)", "QQ"),
        ("solve([1 -1], -1) == (1,2) + span{(1,1)}", "QQ"),
        ("rank(inv([1 2; 2 4]))", "QQ"),
        ("rank(zeros(0,3))", "QQ"),
        ("null(zeros(3,0))", "QQ"),
    ],
)
def test_each_format_is_written(capsys, text, over, steps, how):
    code, out, err = run(capsys, "compute", text, "--over", over, "--format", how, *steps)
    assert code in (0, 1, 3)
    assert err == ""
    assert out.strip()
    if how == "json":
        data = json.loads(out)
        assert data["verdict"] == {0: "proved", 1: "refuted", 3: "undecided"}[code]
        assert bool(data["steps"]) == (bool(steps) and code != 3)
    if how == "html":
        assert out.count("<math") == out.count("</math>")
    if how == "latex":
        assert out.count("{") == out.count("}")


def test_an_unknown_format_is_refused(capsys):
    code, _, err = run(capsys, "compute", "1", "--format", "pdf")
    assert code == 2
    assert "invalid choice" in err


# ---------------------------------------------------------------------- theorem files


@pytest.fixture
def saved(capsys, tmp_path):
    path = tmp_path / "theorem.json"
    assert run(capsys, "decide", CLAIM, "--save", str(path))[0] == 0
    return path


def test_a_saved_theorem_is_accepted(capsys, saved):
    code, out, _ = run(capsys, "recheck", str(saved))
    assert code == 0
    assert out.startswith("accepted: ")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--expect", CLAIM], 0),
        (["--expect", "v in span{(1,0,1),(0,1,1)}", "--let", "v=(1,2,3)"], 0),
        (["--expect", "(1,2,3) in span{(1,0,1),(0,1,2)}"], 1),
        (["--expect", "(1,2,3) not in span{(1,0,1),(0,1,1)}"], 1),
        (["--expect", CLAIM, "--over", "GF(7)"], 1),
        (["--expect", "rank([1 2]) == 1"], 1),
        (["--expect", "rank("], 2),
        (["--expect", CLAIM, "--over", "GF(6)"], 2),
    ],
)
def test_the_expected_claim_is_compared(capsys, saved, options, code):
    assert run(capsys, "recheck", str(saved), *options)[0] == code


@pytest.mark.parametrize(
    ("question", "over"),
    [
        ("null([1/2 1/3; 3/2 1])", "QQ"),
        ("complement(null([2 1]))", "QQ"),
        ("solve([0 0 0; 0 0 0; 0 0 1], (0, 0, 1/2))", "QQ"),
        ("rref([a 1; 1 a])", "QQ(a)"),
        ("inv([1/2 0; 0 1/4])", "QQ"),
        ("lu([w 1; 1 w])", "GF(4)"),
        ("basis({(1/2, 1), (1, 2)})", "QQ"),
    ],
)
def test_an_answer_is_expected_by_its_question(capsys, tmp_path, question, over):
    path = str(tmp_path / "t.json")
    assert run(capsys, "compute", question, "--over", over, "--save", path)[0] == 0
    assert run(capsys, "recheck", path, "--expect", question, "--over", over)[0] == 0


def test_a_refutation_is_a_theorem_of_the_contrary(capsys, tmp_path):
    path = str(tmp_path / "t.json")
    false = "(1,2,4) in span{(1,0,1),(0,1,1)}"
    assert run(capsys, "decide", false, "--save", path)[0] == 1
    assert run(capsys, "recheck", path)[0] == 0
    assert run(capsys, "recheck", path, "--expect", false)[0] == 1
    assert run(capsys, "recheck", path, "--expect", f"not {false}")[0] == 0


def test_a_forged_number_is_rejected(capsys, saved):
    forged = saved.read_text().replace("[3]", "[4]", 1)
    assert forged != saved.read_text()
    saved.write_text(forged)
    code, out, _ = run(capsys, "recheck", str(saved))
    assert code == 1
    assert out.startswith("rejected: ")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[1,2",
        b"\xff\xfe\x00",
        b"null",
        b'"text"',
        b"[" * 100000,
        b"1" * 10**6,
        b"{" * 10,
    ],
)
def test_files_that_are_no_theorems_are_unreadable(capsys, tmp_path, content):
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    code, out, _ = run(capsys, "recheck", str(path))
    assert code == 2
    assert out.startswith("unreadable: ")


def test_paths_that_cannot_be_read_or_written(capsys, tmp_path):
    for path in (tmp_path, tmp_path / "absent.json"):
        code, out, _ = run(capsys, "recheck", str(path))
        assert code == 2
        assert str(path) in out
    for path in (tmp_path, tmp_path / "absent" / "t.json"):
        code, _, err = run(capsys, "decide", CLAIM, "--save", str(path))
        assert code == 2
        assert "--save" in err


def test_an_undecided_question_saves_nothing(capsys, tmp_path):
    path = tmp_path / "t.json"
    code, _, err = run(capsys, "compute", "rank(inv([1 2; 2 4]))", "--save", str(path))
    assert code == 3
    assert "there is no theorem to save" in err
    assert not path.exists()


# ------------------------------------------------------------------------------ the rest


def test_a_dash_reads_standard_input(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO("rank([1 2; 3 4])\n"))
    assert run(capsys, "compute", "-")[:2] == (0, "rank([1 2; 3 4]) = 2\nproved over QQ\n")


def test_the_rules_are_printed(capsys):
    code, out, _ = run(capsys, "rules")
    assert code == 0
    assert len(out.splitlines()) > 20
    assert all(": " in line for line in out.splitlines())


def test_version_and_help(capsys):
    assert run(capsys, "--version")[1].startswith("exactspaces ")
    for arguments in ([], ["--help"], ["compute", "--help"], ["recheck", "--help"]):
        code, out, _ = run(capsys, *arguments)
        assert code == 0
        assert "usage: exactspaces" in out


def test_an_unknown_command_is_refused(capsys):
    code, _, err = run(capsys, "prove", "1")
    assert code == 2
    assert "invalid choice: 'prove'" in err


def test_help_loads_no_computer_algebra():
    program = (
        "import sys\nfrom exactspaces.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('sympy', 'flint', 'numpy', 'lark') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf", "x"])
def test_a_budget_is_a_positive_number(capsys, seconds):
    code, _, err = run(capsys, "compute", "1", f"--budget={seconds}")
    assert code == 2
    assert "budget" in err


def test_a_heavy_question_ends_with_its_budget(capsys, tmp_path):
    rows = ["; ".join(" ".join(f"{i * j + 1}^99" for j in range(90)) for i in range(90))]
    begin = time.monotonic()
    code, out, _ = run(capsys, "compute", f"det([{rows[0]}])", "--budget", "0.5")
    assert code == 3
    assert "budget of 0.5 s used" in out
    assert time.monotonic() - begin < 10


def test_the_process_gives_the_same_codes():
    assert start("decide", "-", text=CLAIM).returncode == 0
    assert start("decide", "not " + CLAIM).returncode == 1
    assert start("decide", "what").returncode == 2
