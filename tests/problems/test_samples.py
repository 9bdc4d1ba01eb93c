"""Three problems that show what the format is for: variants, steps that follow, own operations."""

from __future__ import annotations

from pathlib import Path

import pytest

from exactspaces.api.problems.checks import check_seeds
from exactspaces.api.problems.files import load_problem
from exactspaces.api.problems.lint import lint
from exactspaces.api.problems.tests import problem_tests

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.toml"))
COLUMNS = """format = "exactspaces-problem/1"
id = "samples/columns"
title = "Columns"
topics = ["column-space"]
level = 1
field = "QQ"
[given]
A = "[1 2 0; 2 4 1; 0 0 3]"
[[part]]
id = "col"
ask = 'A basis of the column space of $A={{A}}$.'
answer = {{ kind = "basis", of = "col(A)" }}
[tests]
col = [{{ {how} = "{text}", verdict = "{verdict}" }}]
"""


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_has_no_faults_and_passes(path):
    assert len(SAMPLES) == 3
    assert lint(path, seeds=2) == ()
    found = check_seeds(path, 2)
    assert found.faults == ()
    assert found.checks > 30


@pytest.mark.parametrize(
    ("how", "text", "verdict", "found"),
    [
        ("give", "columns(A, pivots(A))", "correct", "correct"),
        ("compute", "columns(A, {1, 3})", "correct", "correct"),
        ("compute", "columns(rref(A), pivots(A))", "incorrect", "incorrect"),
        ("give", "columns(A, pivots(A))", "incorrect", "correct"),
        ("give", "columns(A, pivots(A))", "invalid", "invalid"),
        ("give", "{(1, 2, 0), (0, 1, 3)}", "correct", "correct"),
    ],
)
def test_expressions_are_worked_out_in_tests_unless_that_is_the_fault(how, text, verdict, found):
    problem = load_problem(COLUMNS.format(how=how, text=text, verdict=verdict))
    (outcome,) = problem_tests(problem)
    assert outcome.found == found
    assert outcome.is_right == (found == verdict)


@pytest.mark.parametrize("text", ["columns(A, {1, 4})", "columns(A, {x})", "columns(2, {1})"])
def test_columns_that_are_not_there(text):
    problem = load_problem(COLUMNS.format(how="compute", text=text, verdict="correct"))
    with pytest.raises(Exception, match="columns") as refusal:
        problem_tests(problem)
    assert type(refusal.value).__name__ == "NotUnderstood"
