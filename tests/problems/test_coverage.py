"""The bank as a whole exercises every kind of answer, and every named mistake but a few."""

from __future__ import annotations

import re
import tomllib

import pytest

from exactspaces.api.problems.files import load_problem
from exactspaces.api.problems.marks import settle_kept
from exactspaces.api.text import DEFAULT
from exactspaces.marking.mistakes import MISTAKES
from exactspaces.reading.problems.kinds import FORMAL, KINDS
from exactspaces.variants.separate import slips, waived
from tests.architecture.source import ROOT
from tests.problems.bank import FILES, name_of

PAGES = ("answer-kinds.md", "answers-about-statements.md")
NAME = re.compile(r"`([a-z]+\.[a-z]+(?:-[a-z]+)*)`")
ALL_KINDS = (*KINDS, *FORMAL)
# No problem shows these so far; a problem for one of them is welcome, and takes it out here.
NOT_YET: set[str] = set()

# As they stand in the files: drawing variants would take long, and changes neither.
BANK = {name_of(path): tomllib.loads(path.read_text(encoding="utf-8")) for path in FILES}


def named_mistakes():
    """Every mistake of the tables in the documentation."""
    lines = [
        line
        for page in PAGES
        for line in (ROOT / "docs" / "look-up" / page).read_text(encoding="utf-8").splitlines()
    ]
    return {name for line in lines if line.startswith("|") for name in NAME.findall(line)}


def in_tests():
    """The mistakes that a test of some file demands to be named."""
    tests = [test for one in BANK.values() for tests in one["tests"].values() for test in tests]
    return {test["says"] for test in tests if "says" in test}


def implied(wanted):
    """Those of the mistakes that the implied tests of some file tell from their own answer."""
    found = set()
    for path in FILES:
        if wanted <= found:
            break
        if "variants" in BANK[name_of(path)]:
            problem = load_problem(path)
            told = slips(problem, lambda question: settle_kept(question, DEFAULT))
            found |= {one.mistake for one in told if one.is_told and not waived(problem, one)}
    return found & wanted


def test_the_tables_have_every_mistake_that_answers_are_compared_with():
    assert {mistake.id for mistake in MISTAKES} - named_mistakes() == set()
    assert len(named_mistakes()) >= 100


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_kind_of_answer_is_exercised(kind):
    assert kind in {part["answer"]["kind"] for one in BANK.values() for part in one["part"]}


def test_every_named_mistake_is_exercised_or_listed_here():
    rest = named_mistakes() - in_tests() - NOT_YET
    assert rest - implied(rest) == set()


def test_what_is_listed_is_a_mistake():
    assert named_mistakes() >= NOT_YET
