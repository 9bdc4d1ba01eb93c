"""Answers within a budget: what can take long is asked in the process that is kept for that."""

from exactspaces.api.processes.assistant import settle_in_time
from exactspaces.api.processes.budget import Budget, settle_within
from exactspaces.questions import Question
from exactspaces.questions.formal import Formal
from exactspaces.questions.obligations import Obligation
from exactspaces.settle import Outcome


def answered(question: Question, budget: Budget) -> Outcome:
    """Settle a question; undecided when the budget is used."""
    if isinstance(question, Formal | Obligation):
        return settle_in_time(question, budget)
    return settle_within(question, budget)
