"""The claim that a person may mean by a text when a theorem file is re-checked against it."""

from collections.abc import Mapping
from typing import Any

from exactspaces.errors import NotUnderstood
from exactspaces.kernel import Claim
from exactspaces.questions import Decision
from exactspaces.reading.request import read_request
from exactspaces.settle import by_cases, settle


def expected_claims(text: str, over: str, names: Mapping[str, Any]) -> tuple[Claim, ...]:
    """Give the claim that a text states, or the one that answers it when it asks something.

    A claim such as "rank(A) == 2" is taken as it stands. For "null(A)", or with parameters, the
    question is answered here once more.

    Raises NotUnderstood when the text has no meaning, or the question finds no answer.
    """
    request = read_request(text, over, names)
    question = by_cases(request.question)
    if isinstance(question, Decision):
        return (question.positive,)
    outcome = settle(question)
    if outcome.theorem is None:
        raise NotUnderstood(f"--expect {text}: the question is undecided: {outcome.reason}")
    return (outcome.theorem.claim,)
