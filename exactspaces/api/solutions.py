"""Worked solutions of questions that were read from text."""

from exactspaces.reading.request import Request
from exactspaces.settle import Outcome
from exactspaces.worked import solution_for
from exactspaces.worked.solution import WorkedSolution


def solution_of(request: Request, outcome: Outcome) -> WorkedSolution:
    """Give the worked solution of a question that was settled."""
    return solution_for(outcome, names=request.names)
