"""Marking: an answer to a part of a problem, judged within a budget."""

from functools import lru_cache

from exactspaces.api.answering import answered
from exactspaces.api.budget import Budget
from exactspaces.api.text import DEFAULT
from exactspaces.errors import NotUnderstood
from exactspaces.marking import Mark, mark_part
from exactspaces.questions import Question
from exactspaces.reading.problems import Problem
from exactspaces.reading.problems.faults import nearest
from exactspaces.reading.problems.model import Part
from exactspaces.settle import Outcome


class _Open(Exception):
    """An outcome without a theorem, which is not kept: another time may bring one."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


@lru_cache(maxsize=512)
def _kept(question: Question, budget: Budget) -> Outcome:
    outcome = answered(question, budget)
    if outcome.theorem is None:
        raise _Open(outcome)
    return outcome


def _settle(question: Question, budget: Budget) -> Outcome:
    """Settle a question; those about what is given come back with each answer."""
    try:
        return _kept(question, budget)
    except _Open as signal:
        return signal.outcome


def mark_answer(problem: Problem, part: str, answer: str, *, budget: Budget = DEFAULT) -> Mark:
    """Judge an answer to a part of a problem by what it means.

    Raises NotUnderstood when the problem has no such part; whatever stands in the answer gives a
    mark.
    """
    chosen = part_of(problem, part)
    return mark_part(chosen, problem.given, answer, lambda q: _settle(q, budget))


def part_of(problem: Problem, name: str) -> Part:
    """Give the part of this name; the only part when the name is empty.

    Raises NotUnderstood when there is none.
    """
    parts = {part.id: part for part in problem.parts}
    if not name and len(parts) == 1:
        return problem.parts[0]
    if name not in parts:
        what = f"no part is called {name[:60]!r}" if name else "the problem has several parts"
        raise NotUnderstood(f"{problem.id}: {what}; {nearest(name, parts)}")
    return parts[name]
