"""The process that answers within a budget."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass

import pytest

from exactspaces.api.processes.assistant import done_in_time, end_assistant, settle_in_time
from exactspaces.api.processes.budget import Budget, Work, settle_within
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


@dataclass(frozen=True)
class Waits(Work):
    """Something that takes time without computing, as on a busy machine."""

    seconds: float

    def result(self):
        time.sleep(self.seconds)
        return "done"


class Computes(Work):
    def result(self):
        while True:
            pass


def test_waiting_for_the_processor_is_not_counted():
    assert done_in_time(Waits(1.2), Budget(seconds=1)) == "done"


def test_nothing_waits_for_ever():
    started = time.perf_counter()
    outcome = done_in_time(Waits(60), Budget(seconds=0.25))
    assert time.perf_counter() - started < 10
    assert outcome.reason == "budget of 0.25 s used"


def test_what_computes_for_ever_is_ended():
    outcome = done_in_time(Computes(), Budget(seconds=0.25))
    assert outcome.reason == "budget of 0.25 s used"
    assert settle_in_time(EASY, Budget()).verdict == "proved"


def test_the_limit_is_for_each_question_and_not_for_all_of_them():
    for _ in range(4):
        assert done_in_time(Burns(0.4), Budget(seconds=1)) == "done"


@dataclass(frozen=True)
class Burns(Work):
    """Something that computes for a while."""

    seconds: float

    def result(self):
        start = time.process_time()
        while time.process_time() - start < self.seconds:
            pass
        return "done"


def test_a_process_for_one_question_is_ended_when_its_time_is_used():
    outcome = settle_within(heavy(), Budget(seconds=0.25))
    assert (outcome.verdict, outcome.reason) == ("undecided", "budget of 0.25 s used")
