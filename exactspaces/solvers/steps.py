"""Carrying out row operations."""

from exactspaces.errors import NoAnswer, WrongShape
from exactspaces.kernel import (
    AllOf,
    Certificate,
    Claim,
    Computed,
    Each,
    Equal,
    Matrix,
    Minor,
    Regular,
    Term,
)
from exactspaces.questions import Finding, Operation, RowReduction
from exactspaces.questions.operations import apply, elementary, undone
from exactspaces.solvers.evidence import LITERAL


def find_after(question: RowReduction) -> Finding:
    """Carry out the operations one after the other.

    Raises NoAnswer for operations that cannot be carried out.
    """
    matrix = question.before
    try:
        for operation in question.operations:
            matrix = apply(operation, matrix)
    except WrongShape as error:
        raise NoAnswer(str(error)) from error
    claim = question.claim(matrix)
    if not isinstance(claim, AllOf):
        return Finding(matrix, Computed((LITERAL, LITERAL)))
    leads = Computed((_computed(claim.claims[0]), LITERAL))
    return Finding(matrix, Each((leads, *(_reversed(x, matrix) for x in question.operations))))


def _computed(claim: Claim) -> Certificate:
    """Give the evidence for the left side: products of given matrices."""
    return _product(claim.left) if isinstance(claim, Equal) else LITERAL


def _product(term: Term) -> Computed:
    return Computed(tuple(map(_product, term.parts)))


def _reversed(operation: Operation, matrix: Matrix) -> Regular:
    """Show with the operation that leads back that the one is reversible."""
    every = tuple(range(matrix.height))
    back = elementary(undone(operation), matrix.ring, matrix.height)
    return Regular(Minor(every, every, 0, back), (LITERAL,))
