"""The commands about spaces of your own: exit codes, formats, files, bad input."""

from __future__ import annotations

import json
import time

import pytest

from exactspaces.cli import main
from exactspaces.questions import laws

POSITIVE = ("--field", "R", "--carrier", "x > 0", "--add", "u*v", "--scale", "u^a")
HALF = ("--field", "R", "--carrier", "R^2", "--add", "(u1+v1, u2+v2)", "--scale", "(a*u1, u2)")


def run(capsys, *arguments):
    """The exit code, and what was printed and complained of."""
    try:
        code = main(list(arguments))
    except SystemExit as stop:
        code = stop.code
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    return code, printed.out, printed.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("axioms", *POSITIVE), 0),
        (("axioms", *HALF), 1),
        (("axioms", *HALF, "--over", "Q, R"), 1),
        (("axioms", "--over", "R, Q", *HALF[2:]), 1),
        (("axioms",), 2),
        (("axioms", "--field", "R"), 2),
        (("axioms", "no-such-file.toml"), 2),
        (("axioms", "file.toml", *POSITIVE), 2),
        (("axioms", *POSITIVE, "--budget", "0"), 2),
        (("axioms", *POSITIVE, "--over", "GF(5)"), 2),
        (("subspace", "{(x,y) in R^2 : x*y = 0}"), 1),
        (("subspace", "{(x,y) in R^2 : x = 2*y}"), 0),
        (("subspace", "{(x,y) in R^2 : x = }"), 2),
        (("linear", "T(x,y) = (x+1, y)"), 1),
        (("linear", "T(x,y) = (x+2*y, y)"), 0),
        (("linear", "T(x,y) = (x+2*z, y)"), 2),
        (("inner-product", "B(u,v) = u1*v1 + 2*u2*v2"), 0),
        (("inner-product", "B(u,v) = u1*v1 - 2*u2*v2"), 1),
        (("inner-product", "B(u,v) = u1*v1", "--over", "GF(5)"), 2),
        (("decide", "subspace{(x,y) in R^2 : x*y = 0}"), 1),
        (("decide", "vector_space(V)"), 2),
    ],
)
def test_exit_codes(capsys, arguments, code):
    found, out, err = run(capsys, *arguments)
    assert (found, bool(out)) == (code, code != 2), err
    assert not err or err.startswith("not understood: ")


@pytest.mark.parametrize("how", ["text", "markdown", "latex", "html"])
@pytest.mark.parametrize("steps", [(), ("--steps",)])
def test_formats(capsys, how, steps):
    code, out, _ = run(capsys, "axioms", *HALF, "--format", how, *steps)
    assert code == 1
    assert "0" in out


def test_json(capsys):
    code, out, _ = run(capsys, "axioms", *POSITIVE, "--format", "json")
    data = json.loads(out)
    assert code == 0
    assert [x["name"] for x in data["obligations"]] == list(laws.OBLIGATIONS)
    assert (data["zero"], data["negative"], data["transport"]["map"]) == ("1", "1/u", ["log(u)"])


@pytest.mark.parametrize("arguments", [POSITIVE, HALF])
def test_the_theorem_is_saved_and_checked_again(capsys, tmp_path, arguments):
    path = str(tmp_path / "space.json")
    run(capsys, "axioms", *arguments, "--save", path)
    code, out, _ = run(capsys, "recheck", path)
    assert (code, out.startswith("accepted: ")) == (0, True)
    assert "for all" in out


FILE = """
[space.V]
field = "R"
carrier = "x > 0"
add = "u*v"
scale = "u^a"

[space.W]
field = "R"
carrier = "R"
add = "u + v"
scale = "a*u*"
"""


def test_a_file_with_a_table_that_is_not_understood(capsys, tmp_path):
    path = tmp_path / "spaces.toml"
    path.write_text(FILE, encoding="utf-8")
    code, out, err = run(capsys, "axioms", str(path))
    assert code == 2
    assert out.startswith("proved: a vector space over RR")
    assert "[space.W]" in err


def test_a_problem_file_with_a_field_for_all_spaces(capsys, tmp_path):
    path = tmp_path / "problem.toml"
    table = 'carrier = "R^2"\nadd = "(u1 + v1, u2 + v2)"\nscale = "(a*u1, u2)"\n'
    path.write_text(f'field = "RR"\n[space.V]\n{table}', encoding="utf-8")
    code, out, _ = run(capsys, "axioms", str(path))
    assert code == 1
    assert "over RR: scale_add_scalars fails" in out


@pytest.mark.parametrize(
    "text", ["", "x = 1", "[space]", "space = 1", "[space.V]\nfield = 1", "["]
)
def test_files_without_spaces(capsys, tmp_path, text):
    path = tmp_path / "spaces.toml"
    path.write_text(text, encoding="utf-8")
    code, out, err = run(capsys, "axioms", str(path))
    assert (code, out) == (2, "")
    assert err.startswith("not understood: ")


# carrier, add, scale, and the exit codes that are right
BAD = {
    "an empty carrier": ("x > 0 and x < 0", "u + v", "a*u", {1, 3}),
    "a division by zero on the carrier": ("R", "u/v", "a*u", {1}),
    "an undefined name": ("R", "u + q", "a*u", {2}),
    "an undefined function": ("R", "frobnicate(u)", "a*u", {2}),
    "an unparsable condition": ("x >", "u + v", "a*u", {2}),
    "a sum of another shape": ("R^2", "(u1, u2, v1)", "a*u", {2}),
    "a multiple of another shape": ("R^2", "u + v", "a", {2}),
    "no formula": ("R", "", "a*u", {2}),
    "an exponent tower": ("x > 0", "u^(v^(u^(v^(u^v))))", "u^a", {2}),
    "a large number tower": ("R", "u + 9^9^9^9^9", "a*u", {1, 2, 3}),
    "python": ("R", "__import__('os')", "a*u", {2}),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_answered(capsys, name):
    carrier, add, scale, codes = BAD[name]
    options = ("--field", "R", "--carrier", carrier, "--add", add, "--scale", scale)
    code, out, err = run(capsys, "axioms", *options, "--budget", "3")
    assert code in codes, out + err
    assert bool(err) == (code == 2)


def test_a_formula_of_100000_characters(capsys):
    started = time.perf_counter()
    options = ("--field", "R", "--carrier", "R", "--add", "u" + "+v" * 50_000, "--scale", "a*u")
    code, _, err = run(capsys, "axioms", *options, "--budget", "1")
    assert code in {1, 2, 3}
    assert len(err) < 1000
    assert time.perf_counter() - started < 60
