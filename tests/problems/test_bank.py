"""Every problem of the bank is read, answered, proved, and judges answers as it says."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

from exactspaces.api.budget import Budget
from exactspaces.api.problem_tests import problem_tests
from exactspaces.api.problems import load_problem, solve_problem
from exactspaces.kernel import check, dump, load
from tests.architecture.source import ROOT

BANK = ROOT / "problems"
PATIENT = Budget(seconds=60)  # several test runs may share a machine
FILES = sorted(BANK.rglob("*.toml"))


def name_of(path):
    return path.relative_to(BANK).with_suffix("").as_posix()


@cache
def loaded(path):
    """The problem; one with variants is drawn once only."""
    return load_problem(path)


@cache
def solved(path):
    return solve_problem(loaded(path), budget=PATIENT)


def test_the_bank_is_not_empty():
    assert len(FILES) >= 7


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_problem_is_called_as_its_file(path):
    problem = loaded(path)
    assert problem.id == name_of(path)
    assert {"author", "licence"} <= set(problem.credits)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_part_is_decided(path):
    found = solved(path)
    assert {
        p.part.id: [r.reason for r in p.results] for p in found.parts if not p.is_complete
    } == {}
    assert found.is_complete


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_answer_is_proved_again_from_its_file(path):
    for part in solved(path).parts:
        for result in part.results:
            again = check(*load(dump(result.theorem)))
            assert again == result.theorem
            assert again.claim == result.outcome.question.claim(result.outcome.answer)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_answer_in_the_tests_gets_its_verdict(path):
    outcomes = problem_tests(loaded(path), budget=PATIENT)
    assert [f"{o} is due: {o.example}" for o in outcomes if not o.is_right] == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_part_has_an_answer_that_is_right_by_its_tests(path):
    problem = loaded(path)
    if problem.variants is not None:
        pytest.skip("the implied tests try the right answer of each variant")
    right = {example.part for example in problem.examples if example.verdict == "correct"}
    assert {part.id for part in problem.parts} <= right


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_everything_can_be_written_as_json(path):
    data = json.loads(json.dumps(solved(path).as_dict()))
    assert data["complete"]
    assert [part["id"] for part in data["parts"]] == [p.id for p in loaded(path).parts]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_the_texts_tell_what_each_name_stands_for(path):
    problem = loaded(path)
    texts = [text.source for text in (problem.statement, *(p.ask for p in problem.parts)) if text]
    formulas = " ".join(" ".join(text.split("$")[1::2]) for text in texts)
    told = {name: re.sub(r"(?<=[A-Za-z])(?=\d)", "_", name) for name in problem.told}
    silent = [n for n, form in told.items() if f"{{{n}}}" not in formulas and form not in formulas]
    assert problem.statement is None or silent == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_texts_leave_no_signs_of_their_notation_behind(path):
    for part in solved(path).as_dict()["parts"]:
        assert not set("$\\") & set(part["ask"]), part["ask"]
