"""The judges of single values: numbers, vectors, matrices, columns, yes and no."""

from typing import Any

from exactspaces.kernel import (
    Claim,
    Columns,
    Count,
    Dimension,
    Equal,
    Given,
    Independent,
    Inverse,
    Matrix,
    Number,
    Span,
    Transpose,
    Unequal,
)
from exactspaces.marking.judges.constructed import judge_constructed
from exactspaces.marking.judging import (
    Case,
    Judged,
    wrong,
    wrong_size,
)
from exactspaces.questions import (
    BasisChange,
    BasisFor,
    ChangeOfBasis,
    CoordinatesIn,
    HasCoordinates,
    InverseOf,
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
