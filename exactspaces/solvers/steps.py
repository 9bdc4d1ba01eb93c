"""Carrying out row operations."""

from exactspaces.kernel import Computed
from exactspaces.kernel.reductions import apply
from exactspaces.questions import Finding, RowReduction


def find_after(question: RowReduction) -> Finding:
    """Carry out the operations one after the other."""
    matrix = question.before
    for operation in question.operations:
        matrix = apply(operation, matrix)
    return Finding(matrix, Computed())
