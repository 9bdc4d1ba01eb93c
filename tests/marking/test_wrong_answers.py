"""What a mistake leads to shows the mistake: for every mistake, on the problems of the bank."""

from __future__ import annotations

from collections import Counter

import pytest

from exactspaces.api.problems import load_problem
from exactspaces.marking.marker import case_of, mark_request
from exactspaces.marking.mistakes import MISTAKES, Scene, wrong_answers
from exactspaces.marking.written import answer_text
from exactspaces.settle import settle
from tests.architecture.source import ROOT

FILES = sorted((ROOT / "problems").rglob("*.toml"))
# These have no single wrong answer: they say what is wrong about many, or are a yes for a no.
WITHOUT = {
    "basis.short", "basis.outside", "inner.conjugate", "indep.count",
    "indep.pairwise", "member.zero",
}  # fmt: skip


def cases():
    for path in FILES:
        problem = load_problem(path)
        for part in problem.parts:
            for request in part.requests:
                yield problem, part, request, case_of(part, request, problem.told, settle)


@pytest.fixture(scope="module")
def made():
    """All wrong answers of the bank: the mistake, whether it shows, and what the mark says."""
    found = []
    for problem, part, request, case in cases():
        for mistake, value in wrong_answers(case):
            mark = mark_request(part, request, problem.told, answer_text(case, value), settle)
            scene = Scene(case, value)
            shows = any(one.is_in(scene) for one in MISTAKES if one.id == mistake)
            found.append((mistake, shows, mark, f"{problem.id}: {part.id}: {mistake}"))
    return found


def test_every_mistake_that_can_makes_a_wrong_answer():
    without = {(one.id, one.kinds) for one in MISTAKES if one.build is None}
    assert {name for name, _ in without} == WITHOUT
    assert len(without) == len(WITHOUT)


def test_what_a_mistake_makes_shows_it(made):
    assert [
        where for _, shows, mark, where in made if not shows and mark.verdict != "correct"
    ] == []


def test_a_wrong_answer_that_is_read_is_told_as_some_mistake(made):
    silent = [
        where for _, _, mark, where in made if mark.verdict == "incorrect" and not mark.mistake
    ]
    assert silent == []


def test_many_mistakes_are_tried(made):
    tried = Counter(mistake for mistake, *_ in made)
    assert len(tried) >= 25
