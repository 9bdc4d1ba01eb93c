"""Every problem of the bank is read, answered, proved, and judges answers as it says.

Reading, drawing and solving a problem takes longer than looking at it: so all that is looked at
stands in one test for each file, and is done once.
"""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from exactspaces.api.problems.checks import Checker
from exactspaces.api.problems.files import load_problem
from exactspaces.api.problems.lint import lint
from exactspaces.api.problems.schema import schema
from exactspaces.kernel import check, dump, load
from exactspaces.marking.marker import case_of, mark_request
from exactspaces.marking.mistakes import MISTAKES, Scene, wrong_answers
from exactspaces.marking.written import answer_text
from tests.problems.bank import FILES, PATIENT, name_of
from tests.problems.schemas import unfit

# These have no single wrong answer: they say what is wrong about many, or are a yes for a no.
WITHOUT = {
    "basis.short", "basis.outside", "inner.conjugate", "indep.count",
    "indep.pairwise", "member.zero",
}  # fmt: skip


def test_the_bank_is_not_empty():
    assert len(FILES) >= 7


def test_the_bank_shows_variants():
    drawn = [p for p in FILES if "variants" in tomllib.loads(p.read_text(encoding="utf-8"))]
    assert len(drawn) >= 5


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_problem(path):
    one = Checker(load_problem(path), PATIENT)
    it_is_called_as_its_file(path, one.problem)
    its_texts_tell_what_each_name_stands_for(one.problem)
    it_has_no_faults_and_agrees_with_the_schema(path)
    every_part_is_decided(one.solved)
    every_answer_is_proved_again_from_its_file(one.solved)
    everything_can_be_written_as_json(one)
    every_part_has_an_answer_that_is_right_by_its_tests(one.problem)
    the_implied_tests_pass(one)
    wrong_answers_show_their_mistake(one)


def it_is_called_as_its_file(path, problem):
    assert problem.id == name_of(path)
    assert {"author", "licence"} <= set(problem.credits)


def its_texts_tell_what_each_name_stands_for(problem):
    texts = [text.source for text in (problem.statement, *(p.ask for p in problem.parts)) if text]
    formulas = " ".join(" ".join(text.split("$")[1::2]) for text in texts)
    told = {name: re.sub(r"(?<=[A-Za-z])(?=\d)", "_", name) for name in problem.told}
    silent = [n for n, form in told.items() if f"{{{n}}}" not in formulas and form not in formulas]
    assert problem.statement is None or silent == []


def it_has_no_faults_and_agrees_with_the_schema(path):
    assert lint(path, seeds=1) == ()
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert list(unfit(data, schema())) == []


def every_part_is_decided(solved):
    assert {
        p.part.id: [r.reason for r in p.results] for p in solved.parts if not p.is_complete
    } == {}
    assert solved.is_complete


def every_answer_is_proved_again_from_its_file(solved):
    for part in solved.parts:
        for result in part.results:
            again = check(*load(dump(result.theorem)))
            assert again == result.theorem
            assert again.claim == result.outcome.question.claim(result.outcome.answer)


def everything_can_be_written_as_json(one):
    data = json.loads(json.dumps(one.solved.as_dict()))
    assert data["complete"]
    assert [part["id"] for part in data["parts"]] == [p.id for p in one.problem.parts]
    # No text leaves signs of its notation behind.
    for part in data["parts"]:
        assert not set("$\\") & set(part["ask"]), part["ask"]


def every_part_has_an_answer_that_is_right_by_its_tests(problem):
    if problem.variants is not None:
        return  # the implied tests try the right answer of each variant
    right = {example.part for example in problem.examples if example.verdict == "correct"}
    assert {part.id for part in problem.parts} <= right


def the_implied_tests_pass(one):
    """Those in the file are among them."""
    found = list(one.checks())
    assert [str(check) for check in found if check.fault] == []
    assert len(found) >= 10


def wrong_answers_show_their_mistake(one):
    """What a mistake leads to shows the mistake, and is told as some mistake when it is read."""
    for part in one.problem.parts:
        for request in part.requests:
            case = case_of(part, request, one.problem.told, one.settle)
            for mistake, value in wrong_answers(case):
                text = answer_text(case, value)
                mark = mark_request(part, request, one.problem.told, text, one.settle)
                scene = Scene(case, value)
                shows = any(one.is_in(scene) for one in MISTAKES if one.id == mistake)
                where = f"{part.id}: {mistake}: {text}"
                assert shows or mark.verdict == "correct", where
                assert mark.verdict != "incorrect" or mark.mistake, where


def test_every_mistake_that_can_makes_a_wrong_answer():
    without = {(one.id, one.kinds) for one in MISTAKES if one.build is None}
    assert {name for name, _ in without} == WITHOUT
    assert len(without) == len(WITHOUT)


def test_many_mistakes_lead_to_an_answer_somewhere_in_the_bank():
    tried = set()
    for path in FILES:
        if len(tried) >= 25:
            break
        one = Checker(load_problem(path), PATIENT)
        for part in one.problem.parts:
            for request in part.requests:
                case = case_of(part, request, one.problem.told, one.settle)
                tried |= {mistake for mistake, _ in wrong_answers(case)}
    assert len(tried) >= 25
