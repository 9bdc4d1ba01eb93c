"""The judges of lists of vectors: bases, complements and spans."""

from typing import Any

from exactspaces.fields import entries
from exactspaces.kernel import (
    Equal,
    Given,
    Included,
    Independent,
    Matrix,
    Span,
    Term,
)
from exactspaces.marking.judging import (
    Case,
    Judged,
    wrong,
)
from exactspaces.questions import (
    BasisAmong,
    BasisExtension,
    BasisFor,
    BasisOf,
    Complement,
    DirectSum,
    NotBasisOf,
    NotDirectSum,
    ValueOf,
)
from exactspaces.reading.answers import NotRead


def judge_basis(case: Case, rows: Matrix) -> Judged:
    """Judge a basis: independent, and spanning the space."""
    case, rows = case.fitted(rows)
    match case.question:
        case BasisFor(space):
            return _basis_of(case, rows, space)
        case BasisAmong(vectors):
            if not _rows(rows) <= _rows(_listed(case, vectors)):
                text = "a vector of the answer is not in the list to choose from"
                return wrong(_is_basis(case, rows, Span(vectors)).theorems, text)
            return _basis_of(case, rows, Span(vectors))
        case Complement():
            free = case.decide(Independent(Given(rows)))
            return _complement(case, rows) if free.right else free
        case BasisExtension(vectors, whole):
            kept = _rows(_listed(case, vectors)) <= _rows(rows)
            judged = _is_basis(case, rows, whole)
            return judged if kept else wrong(judged.theorems, "a vector is missing")
    raise NotRead("input.wrong-sort", "a basis is judged against a space")


def _is_basis(case: Case, rows: Matrix, space: Term) -> Judged:
    listed = Given(rows)
    return case.decide(BasisOf(listed, space).claim, NotBasisOf(listed, space).claim)


def _basis_of(case: Case, rows: Matrix, space: Term) -> Judged:
    judged = _is_basis(case, rows, space)
    return judged if judged.right is not False else _short_of_basis(case, Given(rows), space)


def _short_of_basis(case: Case, listed: Given, space: Term) -> Judged:
    """Say which half of being a basis holds, for partial credit."""
    spans = case.decide(Equal(Span(listed), space))
    if spans.right:
        dependent = case.decide(Independent(listed))
        text = "the vectors span the space, but they are dependent"
        return wrong(dependent.theorems, text, "spans_but_dependent")
    free, inside = case.decide(Independent(listed)), case.decide(Included(Span(listed), space))
    if free.right and inside.right:
        text = "the vectors are independent and lie in the space, but do not span it"
        return wrong(spans.theorems, text, "independent_but_short")
    if not inside.right:
        text = "not all of the vectors lie in the space"
        return wrong(inside.theorems, text)
    return wrong(spans.theorems, "the vectors are dependent and too few")


def _listed(case: Case, vectors: Term) -> Matrix:
    """Give the vectors that are given with a question, as rows.

    Raises NotRead when they are not known.
    """
    found = vectors if isinstance(vectors, Given) else case.settle(ValueOf(vectors)).answer
    if not isinstance(found, Given):
        raise NotRead("input.wrong-sort", "the vectors to compare with are not known")
    return found.matrix


def _rows(matrix: Matrix) -> set[Any]:
    return {tuple(row) for row in entries(matrix)}


def _complement(case: Case, rows: Matrix) -> Judged:
    if not isinstance(case.question, Complement):
        raise NotRead("input.wrong-sort", "a complement is judged against a space")
    spaces = case.question.space, Span(Given(rows))
    whole = case.question.whole
    return case.decide(DirectSum(spaces, whole).claim, NotDirectSum(spaces, whole).claim)


def judge_span(case: Case, rows: Matrix) -> Judged:
    """Judge the span of the answer."""
    case, rows = case.fitted(rows)
    match case.question:
        case BasisFor(space):
            return _named_span(case, case.decide(Equal(Span(Given(rows)), space)), rows, space)
        case BasisAmong(vectors):
            return case.decide(Equal(Span(Given(rows)), Span(vectors)))
        case Complement():
            return _complement(case, rows)
        case BasisExtension(_, whole):
            return case.decide(Equal(Span(Given(rows)), whole))
    raise NotRead("input.wrong-sort", "a space is judged against a space")


def _named_span(case: Case, judged: Judged, rows: Matrix, space: Term) -> Judged:
    """Say on which side the span of a wrong answer misses the space."""
    if judged.right is not False:
        return judged
    inside = case.decide(Included(Span(Given(rows)), space))
    text = (
        "the vectors lie in the space, but do not span it"
        if inside.right
        else ("not all of the vectors lie in the space")
    )
    return wrong(judged.theorems if inside.right else inside.theorems, text)
