"""Where the theorems of worked solutions come from: `settle`, and nowhere else."""

from dataclasses import dataclass
from typing import Any

from exactspaces.errors import NoAnswer
from exactspaces.kernel import (
    Claim,
    Theorem,
)
from exactspaces.questions import (
    ByCases,
    Decision,
    Question,
    denial,
    is_positive,
    ring_of,
)
from exactspaces.settle import Outcome, settle


@dataclass(frozen=True)
class Proof:
    """An answer, and the theorem that states it."""

    answer: Any
    theorem: Theorem


def proved(question: Question) -> Proof:
    """Answer a question that arises on the way.

    Raises NoAnswer when there is no theorem, or when the answer depends on parameters further.
    """
    outcome = settle(question)
    if outcome.theorem is None:
        raise NoAnswer(outcome.reason)
    return Proof(plain_answer(question, outcome), outcome.theorem)


def plain_answer(question: Question, outcome: Outcome) -> Any:
    """Take the answer out of a list of cases: of one that adds no condition, or of equal ones.

    A yes in each of the cases, which leave nothing out, is a yes.
    """
    if isinstance(question, ByCases) or not isinstance(outcome.question, ByCases):
        return outcome.answer
    verdicts = {answer for _, answer in outcome.answer if isinstance(question, Decision)}
    if len(verdicts) == 1:
        return verdicts.pop()
    if len(outcome.answer) != 1 or outcome.answer[0][0] != ring_of(question):
        raise NoAnswer("a step depends on the values of the parameters")
    return outcome.answer[0][1]


def shown(claim: Claim) -> Theorem:
    """Give the theorem for a claim that is believed to hold.

    Raises NoAnswer when it does not hold, or is not proved.
    """
    positive = is_positive(claim)
    both = (claim, denial(claim)) if positive else (denial(claim), claim)
    found = proved(Decision(*both))
    if found.answer is not positive:
        raise NoAnswer(f"a step does not hold: {type(claim).__name__}")
    return found.theorem
