"""Answers in short about statements, spaces of one's own and proofs."""

from collections.abc import Mapping

from exactspaces.errors import ExactSpacesError
from exactspaces.marking.formal.models import failing, formal_model, reason_for
from exactspaces.marking.formal.witnesses import named
from exactspaces.marking.judging import Settle
from exactspaces.questions.formal import CounterexampleTo
from exactspaces.questions.obligations import Broken
from exactspaces.reading.problems.axiom_words import words_of
from exactspaces.reading.problems.model import Part
from exactspaces.reading.problems.tasks import Axioms, Backed, Witness
from exactspaces.reading.request import Request
from exactspaces.settle import Outcome


def formal_key(part: Part, told: Mapping[str, str], settle: Settle) -> str:
    """Write the answer to a part of one of these kinds."""
    return _one(part, part.requests[0] if part.requests else None, told, settle)


def request_key(part: Part, request: Request, told: Mapping[str, str], settle: Settle) -> str:
    """Write the answer to one question of a part."""
    return _one(part, request, told, settle)


def _one(part: Part, request: Request | None, told: Mapping[str, str], settle: Settle) -> str:
    task = part.answer.options.get("task")
    if isinstance(task, Witness):
        shown = settle(CounterexampleTo(task.statement))
        found = shown.answer
        return named(task, found.values) if isinstance(found, Broken) else _open(shown)
    outcome = None if request is None else settle(request.question)
    if outcome is not None and outcome.theorem is None:
        return _open(outcome)
    if isinstance(task, Axioms) and outcome is not None:
        return "; ".join(map(words_of, failing(task, outcome))) or "none"
    if isinstance(task, Backed) and outcome is not None:
        return _backed(task, outcome, settle)
    try:
        return formal_model(part, request, told, settle)
    except ExactSpacesError as error:
        return f"undecided: {error}"


def _open(outcome: Outcome) -> str:
    return f"undecided: {outcome.reason}"


def _backed(task: Backed, outcome: Outcome, settle: Settle) -> str:
    """Write yes or no, with the reason in words where one is due."""
    word = "yes" if outcome.verdict == "proved" else "no"
    try:
        reason = reason_for(task, word, settle)
    except ExactSpacesError:
        reason = ""
    texts = {one.id: one.text for one in task.reasons}
    return f"{word}, because {texts.get(reason, reason)}" if reason else word
