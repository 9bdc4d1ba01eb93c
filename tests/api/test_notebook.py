"""What a notebook shows: HTML that is well formed and carries its own rules."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from exactspaces import Problem, axioms, compute, matrix, space, span, subspace
from exactspaces.api.problems.sheets import sheet
from tests.architecture.source import ROOT

FILE = ROOT / "problems" / "subspaces" / "rank-nullity.toml"
LOADED = Problem.load(FILE)
SHOWN = {
    "result": lambda: compute("null([1 2; 2 4])"),
    "open result": lambda: compute("rref([a 1; 1 a])", over="QQ(a)"),
    "solution": lambda: compute("null([1 2; 2 4])").solution(),
    "matrix": lambda: matrix([[1, 2], ["1/2", 4]]),
    "space": lambda: span([(1, 2), (0, 1)]),
    "zero space": lambda: span([(0, 0)]),
    "problem": lambda: LOADED,
    "solved": LOADED.solution,
    "mark": lambda: LOADED.mark("null", "{(1, 1, 1)}"),
    "invalid mark": lambda: LOADED.mark("null", "{(1, <b>"),
    "sheet": lambda: sheet([LOADED]),
    "axioms": lambda: axioms(space("R", "x > 0", add="u*v", scale="u^a")),
    "subspace": lambda: subspace("{(x, y) in R^2 : x = 2*y}"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_notebook_shows(name):
    text = SHOWN[name]()._repr_html_()
    root = ET.fromstring(text)  # noqa: S314 - we wrote it
    assert root.tag == "div"
    assert root.get("class") == "exactspaces"
    assert root.find("style") is not None
    assert len("".join(root.itertext())) > 40


def test_a_problem_is_shown_without_its_answers():
    text = LOADED._repr_html_()
    assert "<math" in text
    assert "(a) " in text
    assert "-1" not in text
    assert repr(LOADED) == "<Problem subspaces/rank-nullity: 9 parts>"


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_terminal_shows_without_print_is_short(name):
    assert len(repr(SHOWN[name]())) < 300


def test_printed_solutions_and_marks_are_for_people():
    solution = str(compute("null([1 2; 2 4])").solution())
    assert "Find a basis of null(A)." in solution
    assert "Result: {(−2, 1)} is a basis of null(A)." in solution
    assert str(LOADED.solution()).startswith(f"{LOADED.title}\n====")
    assert str(LOADED.mark("null", "{(1, 1, 1)}")).startswith("null: incorrect, 0 of")
