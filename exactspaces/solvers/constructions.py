"""Answers to questions for matrices and vectors with stated properties, and the evidence."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from exactspaces.errors import NoAnswer
from exactspaces.kernel import Given, Matrix, Parameters, Span
from exactspaces.kernel.matrices import reduced
from exactspaces.kernel.spaces import Space
from exactspaces.questions import Finding
from exactspaces.questions.constructions import Construct, Construction
from exactspaces.solvers import inner, invariant, linear_maps, spectra, symmetric
from exactspaces.solvers.bases import without_fractions
from exactspaces.solvers.decisions import full_row_minor, proof_of
from exactspaces.solvers.evidence import evaluate

MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    **inner.MAKERS,
    **spectra.MAKERS,
    **symmetric.MAKERS,
    **linear_maps.MAKERS,
    **invariant.MAKERS,
}


def find_construction(question: Any) -> Finding:
    """Work out what is given, find the answer, and prove each line of its claim.

    Raises NoAnswer when there are parameters, or when the method does not reach the answer.
    """
    values = tuple(value_of(term) for term in question.terms)
    if any(isinstance(value.ring, Parameters) for value in values):
        raise NoAnswer("this is not worked out with parameters; give them values")
    answer = MAKERS[type(question)](question, *values)
    answer = replace(answer, values=values)
    return Finding(answer, proof_of(question.claim(answer)))


def value_of(term: Any) -> Matrix:
    """Give the value of a matrix, or a basis of a space, as rows."""
    if isinstance(term, Span) and isinstance(term.rows, Given):
        rows = term.rows.matrix
        if full_row_minor(rows) is not None:
            return reduced(rows)
    value = evaluate(term).value
    return without_fractions(value.basis) if isinstance(value, Space) else value
