"""Answers of one person to several parts: an earlier answer may be carried forward."""

from collections.abc import Mapping

from exactspaces.api.problems.marks import mark_answer, settle_kept
from exactspaces.api.processes.budget import Budget
from exactspaces.api.text import DEFAULT
from exactspaces.marking import Mark, carry
from exactspaces.marking.marker import case_of
from exactspaces.reading.problems import Part, Problem
from exactspaces.variants.answers import trial
from exactspaces.variants.stream import Stream


def mark_answers(
    problem: Problem, answers: Mapping[str, str], *, budget: Budget = DEFAULT
) -> tuple[Mark, ...]:
    """Judge the answers to several parts, in the order given.

    Raises NotUnderstood when the problem has no such part.
    """
    return tuple(
        mark_answer(problem, part, text, budget=budget, answers=answers)
        for part, text in answers.items()
    )


def follow_fault(problem: Problem, part: Part) -> str:
    """Say why nothing is carried forward to a part that says so; nothing when all is well."""
    if part.follow is None:
        return ""
    earlier = next(one for one in problem.parts if one.id == part.follow.part)
    if len(earlier.requests) > 1:
        return "part: an answer of the kind tuple is not carried forward"
    case = case_of(earlier, earlier.requests[0], problem.told, lambda q: settle_kept(q, DEFAULT))
    found = trial(case, Stream("follow"))
    value = None
    if found is not None:
        value = carry.own_value(problem, earlier, found.key, lambda q: settle_kept(q, DEFAULT))
    if value is None:
        return f"part: answers of the kind {earlier.answer.kind} are not carried forward"
    return carry.follow_fault(problem, part, value)
