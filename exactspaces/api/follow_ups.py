"""The questions that complete a worked solution: orthogonal vectors, eigenvectors, pivots."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from exactspaces.api.processes.budget import Budget, settle_within
from exactspaces.api.results import Result
from exactspaces.errors import ExactSpacesError
from exactspaces.kernel import Given, Matrix, Null, Pivots, Term, Transpose
from exactspaces.questions import BasisFor, Question, ValueOf, shape_of
from exactspaces.questions.inner import OrthogonalFactors, Orthogonalised
from exactspaces.questions.spectra import Eigenvalues, Spectrum, shifted
from exactspaces.reading.problems.model import Part
from exactspaces.reading.request import read_request
from exactspaces.settle import Outcome
from exactspaces.spaces import Coordinates


def follow_ups(
    part: Part, first: Result, given: Mapping[str, str], budget: Budget
) -> tuple[Result, ...]:
    """Answer what the first question of a part leaves open for its kind.

    A basis is made orthogonal, eigenvalues get their eigenspaces, letters their pivots.
    """
    out = []
    for question in _questions(part, first, given):
        request = replace(first.request, question=question, names={})
        if isinstance(question, BasisFor):
            n = shape_of(question.space).height
            request = replace(request, ambient=Coordinates(n))
        out.append(Result(request, settle_within(question, budget)))
    return tuple(out)


def _questions(part: Part, first: Result, given: Mapping[str, str]) -> Iterator[Question]:
    kind, outcome = part.answer.kind, first.outcome
    if kind in ("orthogonal-basis", "orthonormal-basis") and isinstance(outcome.answer, Matrix):
        basis = Given(outcome.answer)
        form = _form(part, first, given)
        if kind == "orthonormal-basis" and form is None and outcome.answer.height:
            yield OrthogonalFactors(Transpose(basis))
        else:
            yield Orthogonalised(basis, form)
    elif kind == "orthonormal-basis" and isinstance(outcome.question, Orthogonalised):
        if outcome.verdict == "proved":
            yield OrthogonalFactors(Transpose(Given(outcome.answer["u"])))
    elif kind == "eigenpairs" and isinstance(outcome.answer, Spectrum):
        yield from _eigenspaces(outcome)
    elif kind == "formal-basis" and isinstance(first.request.question, ValueOf):
        yield ValueOf(Pivots(first.request.question.term))


def _eigenspaces(outcome: Outcome) -> Iterator[Question]:
    question, values = outcome.question, outcome.answer.values
    if isinstance(question, Eigenvalues) and values:
        for root in outcome.answer.roots:
            yield BasisFor(Null(Given(shifted(values[0], root.value))))


def _form(part: Part, first: Result, given: Mapping[str, str]) -> Term | None:
    text = part.answer.options.get("form")
    if text is None:
        return None
    try:
        return read_request(text, first.request.over, given).as_value().term
    except ExactSpacesError:
        return None
