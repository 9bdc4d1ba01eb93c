"""The process that answers within a budget."""

from __future__ import annotations

import random
import time

import pytest

from exactspaces.api.assistant import end_assistant, settle_in_time
from exactspaces.api.budget import Budget
from exactspaces.fields import QQ
from exactspaces.kernel import Count, Determinant, Equal, Given, Matrix, Rank, Unequal
from exactspaces.questions import Decision, ValueOf

EASY = Decision(Equal(Count(1), Count(1)), Unequal(Count(1), Count(1)))


@pytest.fixture(autouse=True)
def fresh():
    end_assistant()
    yield
    end_assistant()


def heavy():
    draw = random.Random(1)
    rows = [[draw.randint(-(10**60), 10**60) for _ in range(300)] for _ in range(300)]
    return ValueOf(Determinant(Given(Matrix(QQ, tuple(map(tuple, rows)), 300))))


def test_questions_are_answered_one_after_the_other():
    assert [settle_in_time(EASY, Budget()).verdict for _ in range(3)] == ["proved"] * 3
    assert settle_in_time(ValueOf(Rank(Given(Matrix(QQ, ((1, 2),), 2)))), Budget()).answer


def test_the_budget_is_kept_and_the_next_question_is_answered():
    started = time.perf_counter()
    outcome = settle_in_time(heavy(), Budget(seconds=0.25))
    assert time.perf_counter() - started < 5
    assert (outcome.verdict, outcome.theorem) == ("undecided", None)
    assert outcome.reason == "budget of 0.25 s used"
    assert settle_in_time(EASY, Budget()).verdict == "proved"


def test_too_little_memory_is_said():
    outcome = settle_in_time(heavy(), Budget(seconds=2, mebibytes=300))
    assert outcome.verdict in {"undecided", "proved"}
    assert settle_in_time(EASY, Budget()).verdict == "proved"
