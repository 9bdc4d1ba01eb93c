"""Marking: an answer to a part of a problem, judged within a budget."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from exactspaces.api.problems.texts import remark_line
from exactspaces.api.processes.answering import answered
from exactspaces.api.processes.budget import Budget
from exactspaces.api.text import DEFAULT
from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.marking import Mark, mark_part
from exactspaces.marking.carry import with_follow
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


def settle_kept(question: Question, budget: Budget) -> Outcome:
    """Settle a question; those about what is given come back with each answer."""
    try:
        return _kept(question, budget)
    except _Open as signal:
        return signal.outcome


def mark_answer(
    problem: Problem,
    part: str,
    answer: str,
    *,
    budget: Budget = DEFAULT,
    answers: Mapping[str, str] | None = None,
) -> Mark:
    """Judge an answer to a part of a problem by what it means.

    `answers` are those of the same person to other parts: one of them is carried forward where
    the file says so.

    Raises NotUnderstood when the problem has no such part; whatever stands in the answer gives a
    mark.
    """
    chosen = part_of(problem, part)
    mark = mark_part(chosen, problem.told, answer, lambda q: settle_kept(q, budget))
    given = (answer, answers or {})
    mark = with_follow(problem, chosen, mark, given, lambda q: settle_kept(q, budget))
    return replace(mark, findings=tuple(_said(problem, chosen, one) for one in mark.findings))


def _said(problem: Problem, part: Part, finding: str) -> str:
    """Write a remark of the file with its values; other findings stay as they are."""
    remark = next((one for one in part.say if one.text == finding), None)
    if remark is None:
        return finding
    try:
        return remark_line(problem, part, remark)
    except ExactSpacesError:
        return finding


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
