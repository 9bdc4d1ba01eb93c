"""Questions whose answer an object wants at once, or an error with the reason."""

from dataclasses import dataclass
from typing import Any

from exactspaces.errors import NoAnswer, WrongShape
from exactspaces.kernel import Theorem
from exactspaces.questions import ByCases, Question
from exactspaces.settle import settle


@dataclass(frozen=True)
class Established:
    """An answer, with the theorem that states it."""

    answer: Any
    certified: Theorem


def established(question: Question) -> Established:
    """Settle the question.

    Raises NoAnswer when it stays undecided or what is asked for does not exist, WrongShape when
    the answer depends on parameters: `compute` gives such answers by cases.
    """
    outcome = settle(question)
    if outcome.theorem is None:
        raise NoAnswer(outcome.reason)
    if isinstance(outcome.question, ByCases):
        return _generic(outcome.answer, outcome.theorem)
    if outcome.verdict == "refuted" and outcome.answer is None:
        raise NoAnswer("there is none: the rows satisfy a relation, so the matrix is singular")
    return Established(outcome.answer, outcome.theorem)


def _generic(answer: Any, theorem: Theorem) -> Established:
    if len(answer) == 1:
        return Established(answer[0][1], theorem)
    raise WrongShape(
        "the answer depends on the parameters; ask with exactspaces.compute, which gives all cases"
    )
