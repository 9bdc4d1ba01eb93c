"""Judging the one matrix, vector or number that a construction gives."""

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import number, with_square_root
from exactspaces.kernel import Equal, Given, Matrix, Ring, Unequal
from exactspaces.kernel import polynomials as poly
from exactspaces.marking.judging import Case, Judged, wrong, wrong_size
from exactspaces.questions.constructions import Construct
from exactspaces.reading.answers import NotRead
from exactspaces.reading.bindings import carried


def judge_constructed(case: Case, answer: Matrix) -> Judged:
    """Compare an answer with what is constructed, which has a theorem of its own.

    Both theorems are given: that the construction is right, and that the answer is it or is not.
    """
    key = case.key
    if key.theorem is None or not isinstance(key.answer, Construct):
        return Judged(None, (), "", (f"undecided: {key.reason}",))
    if key.answer.missing:
        return wrong((key.theorem,), "what is asked for does not exist")
    found = [part.value for part in key.answer.shown if isinstance(part.value, Matrix)]
    if len(found) != 1:
        raise NotRead("input.wrong-sort", "this kind of answer has no value to compare with")
    due, given = over_one_field(found[0], answer)
    if due.shape != given.shape:
        raise wrong_size(given.shape)
    pair = Given(due), Given(given)
    judged = case.decide(Equal(*pair), Unequal(*pair))
    return Judged(judged.right, (key.theorem, *judged.theorems), judged.tag, judged.findings)


def over_one_field(due: Matrix, answer: Matrix) -> tuple[Matrix, Matrix]:
    """Write both over the larger of the two fields.

    Raises NotRead when neither field holds the other.
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
        ring = _with_roots_of(due.ring, answer.ring)
        return carried(due, ring), carried(answer, ring)
    except ExactSpacesError as error:
        raise NotRead("input.other-field", str(error)) from error


def _with_roots_of(ring: Ring, other: Ring) -> Ring:
    """Adjoin the square roots of rational numbers that generate the other field."""
    for place, modulus in enumerate(getattr(other, "moduli", ())):
        constant = [c for e, c in modulus if not any(e)]
        if len(modulus) == 2 and constant and poly.degree(modulus, place) == 2:
            ring = with_square_root(number(ring, -constant[0])).ring
    return ring
