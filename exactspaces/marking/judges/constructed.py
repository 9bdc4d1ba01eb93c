"""Judging the one matrix, vector or number that a construction gives."""

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import QQ, entries, matrix_from
from exactspaces.kernel import Equal, Given, Matrix, Unequal
from exactspaces.marking.judging import Case, Judged, wrong, wrong_size
from exactspaces.questions.constructions import Construct
from exactspaces.reading.answers import NotRead
from exactspaces.reading.bindings import carried
from exactspaces.solvers.singular import together


def judge_constructed(case: Case, answer: Matrix) -> Judged:
    """Compare an answer with what is constructed, which has a theorem of its own.

    Both theorems are given: that the construction is right, and that the answer is it or is not.
    """
    key = case.key
    if key.theorem is None or not isinstance(key.answer, Construct):
        return Judged(None, (), "", (f"undecided: {key.reason}",))
    if key.answer.missing:
        return wrong((key.theorem,), "what is asked for does not exist")
    found = _values(key.answer)
    if len(found) != 1:
        raise NotRead("input.wrong-sort", "this kind of answer has no value to compare with")
    due, given = over_one_field(found[0], answer)
    if due.shape != given.shape:
        raise wrong_size(given.shape)
    pair = Given(due), Given(given)
    judged = case.decide(Equal(*pair), Unequal(*pair))
    return Judged(judged.right, (key.theorem, *judged.theorems), judged.tag, judged.findings)


def _values(answer: Construct) -> list[Matrix]:
    """Give what an answer may be compared with: of several parts, those that are matrices."""
    shown = [part for part in answer.shown if isinstance(part.value, Matrix)]
    if len(shown) > 1:
        shown = [part for part in shown if part.kind == "matrix"]
    return [part.value for part in shown if isinstance(part.value, Matrix)]


def over_one_field(due: Matrix, answer: Matrix) -> tuple[Matrix, Matrix]:
    """Write both over the larger of the two fields.

    Raises NotRead when no field is found that holds both.
    """
    if due.ring == answer.ring:
        return due, answer
    try:
        return due, carried(answer, due.ring)
    except ExactSpacesError:
        pass
    try:
        return carried(due, answer.ring), answer
    except ExactSpacesError:
        pass
    try:
        return _over_a_larger_field(due, answer)
    except ExactSpacesError as error:
        raise NotRead("input.other-field", str(error)) from error


def _over_a_larger_field(due: Matrix, answer: Matrix) -> tuple[Matrix, Matrix]:
    """Write both over a field of square roots that holds both, such as for sqrt(6), sqrt(2)."""
    numbers = [x for matrix in (due, answer) for row in entries(matrix) for x in row]
    moved = iter(together(numbers, QQ))
    rows = [[[next(moved) for _ in row] for row in m.rows] for m in (due, answer)]
    ring = rows[0][0][0].ring
    return matrix_from(ring, rows[0], due.width), matrix_from(ring, rows[1], answer.width)
