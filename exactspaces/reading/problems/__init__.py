"""Problem files: what they may hold, and how they are read."""

from exactspaces.reading.problems.faults import BadProblem
from exactspaces.reading.problems.model import AnswerSpec, Example, Part, Problem
from exactspaces.reading.problems.read import read_problem

__all__ = ["AnswerSpec", "BadProblem", "Example", "Part", "Problem", "read_problem"]
