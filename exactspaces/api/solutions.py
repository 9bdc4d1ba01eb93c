"""Worked solutions of questions that were read from text."""

from exactspaces.reading.request import Request
from exactspaces.rendering.ambients import vector_of
from exactspaces.rendering.terms import tuple_formula
from exactspaces.settle import Outcome
from exactspaces.worked import solution_for
from exactspaces.worked.solution import WorkedSolution


def solution_of(request: Request, outcome: Outcome) -> WorkedSolution:
    """Give the worked solution of a question that was settled."""
    vector = tuple_formula if request.ambient is None else vector_of(request.ambient)
    return solution_for(outcome, request.names, vector)
