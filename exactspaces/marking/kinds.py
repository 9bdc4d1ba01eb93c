"""The judges: each states what the kernel has to prove of an answer."""

from collections.abc import Callable, Mapping
from typing import Any

from exactspaces.fields import entries
from exactspaces.kernel import (
    Claim,
    Columns,
    Count,
    Dimension,
    Equal,
    Given,
    Included,
    Independent,
    Inverse,
    Matrix,
    Number,
    Span,
    Term,
    Transpose,
    Unequal,
)
from exactspaces.marking.constructed import judge_constructed
from exactspaces.marking.judging import Case, Judged, wrong, wrong_size
from exactspaces.questions import (
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    BasisOf,
    ChangeOfBasis,
    Complement,
    CoordinatesIn,
    DirectSum,
    HasCoordinates,
    InverseOf,
    NotBasisOf,
    NotDirectSum,
    Projection,
    ProjectionOnto,
    Question,
    ValueOf,
    denial,
    shape_of,
)
from exactspaces.questions.comparisons import is_yes_no
from exactspaces.questions.constructions import Construction
from exactspaces.reading.answers import NotRead

Judge = Callable[[Case, Any], Judged]


def judge_value(case: Case, answer: Any) -> Judged:
    """Compare a number, vector or matrix with what is asked for."""
    if not isinstance(answer, Matrix):
        return _judge_none(case)
    if isinstance(case.question, Construction):
        return judge_constructed(case, answer)
    key = case.key if isinstance(case.question, InverseOf) else None
    if key is not None and key.theorem is not None and key.verdict == "refuted":
        return wrong((key.theorem,), "what is asked for does not exist")
    case, answer = case.fitted(answer)
    claim = _value_claim(case.question, answer)
    return case.decide(claim, _denied(claim))


def _denied(claim: Claim) -> Claim:
    return Unequal(claim.left, claim.right) if isinstance(claim, Equal) else denial(claim)


def _value_claim(question: Question, answer: Matrix) -> Claim:
    match question:
        case ValueOf(term):
            sort = shape_of(term)
            if sort.sort == "number":
                return Equal(term, Number(answer))
            _require_shape(answer, (sort.height, sort.width))
            return Equal(term, Given(answer))
        case CoordinatesIn(vector, basis):
            _require_shape(answer, (shape_of(basis).height, 1))
            return HasCoordinates(vector, basis, answer).claim
        case BasisChange(old, new):
            _require_shape(answer, (shape_of(new).height, shape_of(old).height))
            return ChangeOfBasis(old, new, answer).claim
        case InverseOf(matrix):
            _require_shape(answer, (shape_of(matrix).width, shape_of(matrix).height))
            return Equal(Inverse(matrix), Given(answer))
        case ProjectionOnto(onto, along):
            n = shape_of(onto).height
            _require_shape(answer, (n, n))
            return Projection(answer, onto, along).claim
    raise NotRead("input.wrong-sort", "this kind of answer has no value to compare with")


def _require_shape(answer: Matrix, due: tuple[int, int]) -> None:
    if answer.shape != due:
        raise wrong_size(answer.shape)


def _judge_none(case: Case) -> Judged:
    """Judge the answer that there is none, such as no inverse."""
    outcome = case.key
    if outcome.theorem is None:
        return Judged(None, (), "", (f"undecided: {outcome.reason}",))
    return Judged(outcome.verdict == "refuted", (outcome.theorem,))


def judge_count(case: Case, answer: int) -> Judged:
    """Compare whole numbers as such: 2 is not 0, also modulo 2."""
    match case.question:
        case ValueOf(term):
            sort = shape_of(term).sort
            if sort == "count":
                return case.decide(Equal(term, Count(answer)))
        case BasisFor(space):
            return case.decide(Equal(Dimension(space), Count(answer)))
    raise NotRead("input.wrong-sort", "a whole number has nothing to be compared with here")


def judge_columns(case: Case, answer: tuple[int, ...]) -> Judged:
    """Compare the columns with the pivots, or the others with the free ones."""
    if not isinstance(case.question, ValueOf):
        raise NotRead("input.wrong-sort", "columns are compared with those of a matrix")
    term = case.question.term
    width = shape_of(term.parts[0]).width
    if any(not 1 <= k <= width for k in answer):
        raise NotRead("input.no-such-column", "a column is named that the matrix does not have")
    if case.options.get("which") == "free":
        answer = tuple(k for k in range(1, width + 1) if k not in answer)
    return case.decide(Equal(term, Columns(answer)))


def judge_basis(case: Case, rows: Matrix) -> Judged:
    """Judge a basis: independent, and spanning the space."""
    case, rows = case.fitted(rows)
    listed = Given(rows)
    match case.question:
        case BasisFor(space):
            judged = case.decide(BasisOf(listed, space).claim, NotBasisOf(listed, space).claim)
            return judged if judged.right is not False else _short_of_basis(case, listed, space)
        case BasisAmong(vectors):
            space = Span(vectors)
            if not _all_among(rows, vectors):
                text = "a vector of the answer is not in the list to choose from"
                inside = case.decide(BasisOf(listed, space).claim, NotBasisOf(listed, space).claim)
                return wrong(inside.theorems, text)
            judged = case.decide(BasisOf(listed, space).claim, NotBasisOf(listed, space).claim)
            return judged if judged.right is not False else _short_of_basis(case, listed, space)
        case Complement():
            free = case.decide(Independent(listed))
            return _complement(case, rows) if free.right else free
        case BasisExtension(vectors, whole):
            kept = _all_among_rows(vectors, rows)
            judged = case.decide(BasisOf(listed, whole).claim, NotBasisOf(listed, whole).claim)
            return judged if kept else wrong(judged.theorems, "a vector is missing")
    raise NotRead("input.wrong-sort", "a basis is judged against a space")


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


def _all_among(rows: Matrix, vectors: Term) -> bool:
    return isinstance(vectors, Given) and _rows(rows) <= _rows(vectors.matrix)


def _all_among_rows(vectors: Term, rows: Matrix) -> bool:
    return isinstance(vectors, Given) and _rows(vectors.matrix) <= _rows(rows)


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


def judge_direction(case: Case, column: Matrix) -> Judged:
    """Judge a vector up to a factor that is not zero."""
    case, column = case.fitted(column)
    if not isinstance(case.question, ValueOf):
        raise NotRead("input.wrong-sort", "a vector is judged against a vector")
    due = case.question.term
    _require_shape(column, (shape_of(due).height, shape_of(due).width))
    given = Given(column.transpose)
    nonzero = case.decide(Independent(given))
    if not nonzero.right:
        zero = case.decide(Equal(due, Given(column)))
        return zero if zero.right else Judged(nonzero.right, nonzero.theorems)
    return case.decide(Equal(Span(given), Span(Transpose(due))))


def judge_yes_no(case: Case, answer: bool) -> Judged:
    """Compare a yes or no with what is proved of the claim."""
    outcome = case.key
    if outcome.theorem is None or not is_yes_no(case.question):
        return Judged(None, (), "", (f"undecided: {outcome.reason}",))
    return Judged(answer == (outcome.verdict == "proved"), (outcome.theorem,))


JUDGES: Mapping[str, Judge] = {
    **dict.fromkeys(
        ("scalar", "vector", "matrix", "rref", "coordinates", "change-of-basis"), judge_value
    ),
    "dimension": judge_count,
    "columns": judge_columns,
    "basis": judge_basis,
    "basis-among": judge_basis,
    "spanning-set": judge_span,
    "subspace": judge_span,
    "vector-up-to-scalar": judge_direction,
    "yes-no": judge_yes_no,
}
