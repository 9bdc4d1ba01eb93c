"""Problem files: what they may hold, and how they are read."""

from exactspaces.reading.problems.faults import BadProblem
from exactspaces.reading.problems.model import AnswerSpec, Example, Part, Problem
from exactspaces.reading.problems.read import read_problem, variant_of
from exactspaces.reading.problems.variants import Variants, read_variants

__all__ = [
    "AnswerSpec",
    "BadProblem",
    "Example",
    "Part",
    "Problem",
    "Variants",
    "read_problem",
    "read_variants",
    "variant_of",
]
