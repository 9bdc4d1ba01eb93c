"""Every question over every field: there is an answer, and the kernel accepts it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.fields import entries, matrix_from, number
from exactspaces.kernel import Given, KernelError, Matrix, Null, Span, Term, check, dump, load
from exactspaces.kernel import claims as c
from exactspaces.questions import (
    AffineSet,
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    Complement,
    CoordinatesIn,
    Decision,
    InverseOf,
    LowerUpper,
    ProjectionOnto,
    SolutionSet,
    TriangularFactors,
    ValueOf,
    in_lowest_terms,
    invertibility,
)
from exactspaces.questions import notions as q
from exactspaces.settle import settle
from tests.strategies import RINGS, decisions, everything, questions, values

RING_NAMES = list(RINGS)


def proved(question):
    outcome = settle(question)
    assert outcome.theorem is not None, outcome.reason
    assert outcome.theorem.recheck() == outcome.theorem
    return outcome


@pytest.mark.parametrize("name", RING_NAMES)
@settings(max_examples=20)
@given(data=st.data())
def test_every_question_has_a_proved_answer(name, data):
    question = data.draw(questions(RINGS[name]))
    outcome = proved(question)
    claim, certificate = load(dump(outcome.theorem))
    assert claim == in_lowest_terms(outcome.theorem.claim)
    assert check(claim, certificate).claim == claim


@pytest.mark.long
@pytest.mark.parametrize("name", RING_NAMES)
@settings(max_examples=5000)
@given(data=st.data())
def test_very_many_questions_have_a_proved_answer(name, data):
    proved(data.draw(questions(RINGS[name])))


@pytest.mark.parametrize("name", RING_NAMES)
@settings(max_examples=20)
@given(data=st.data())
def test_a_claim_and_its_contrary_get_opposite_verdicts(name, data):
    n, k = (data.draw(st.integers(0, 3)) for _ in range(2))
    question = data.draw(decisions(RINGS[name], n, k))
    contrary = Decision(question.negative, question.positive)
    assert proved(question).answer is not proved(contrary).answer


def zero(ring, height, width):
    return Given(matrix_from(ring, [[number(ring, 0)] * width for _ in range(height)], width))


def empty_shapes(ring, n):
    """Each kind of question about a matrix without rows, without columns, or of zeros."""
    none, column, zeros = zero(ring, 0, n), zero(ring, n, 0), zero(ring, 2, n)
    trivial, whole, vector = Span(none), everything(ring, n), zero(ring, n, 1)
    yield from (ValueOf(term) for term in (trivial, Null(none), Null(column), Span(column)))
    for matrix in (none, column, zeros, zero(ring, 0, 0)):
        yield from (InverseOf(matrix), TriangularFactors(matrix), invertibility(matrix))
        yield from (BasisFor(Null(matrix)), BasisFor(Span(matrix)), BasisAmong(matrix))
        yield SolutionSet(matrix, zero(ring, matrix.matrix.height, 1))
        independent = c.Independent(matrix), c.Dependent(matrix)
        yield Decision(*independent)
    for rows in (none, zeros):
        yield from (CoordinatesIn(vector, rows), BasisExtension(rows, whole))
        yield from (BasisChange(rows, rows), BasisChange(none, rows), BasisChange(rows, none))
        yield Decision(q.BasisOf(rows, trivial).claim, q.NotBasisOf(rows, trivial).claim)
        yield Decision(q.BasisOf(rows, whole).claim, q.NotBasisOf(rows, whole).claim)
    for space in (trivial, whole, Null(none), Null(zeros)):
        yield from (Complement(space, whole), Complement(trivial, space))
        yield from (ProjectionOnto(space, trivial), ProjectionOnto(trivial, space))
        yield Decision(c.Member(vector, space), c.NotMember(vector, space))
        yield Decision(c.Included(trivial, space), c.NotIncluded(trivial, space))
        sums = (trivial, space), whole
        yield Decision(q.DirectSum(*sums).claim, q.NotDirectSum(*sums).claim)
        yield Decision(q.DirectSum((), space).claim, q.NotDirectSum((), space).claim)


@pytest.mark.parametrize("n", [0, 1, 3])
@pytest.mark.parametrize("name", RING_NAMES)
def test_questions_about_nothing_have_answers(name, n):
    for question in empty_shapes(RINGS[name], n):
        proved(question)


# ------------------------------------------------------------------- tampered answers


def changed_matrices(matrix: Matrix):
    """The matrix with one entry changed, a row left out or doubled, two rows exchanged."""
    ring, rows = matrix.ring, matrix.rows
    for i, row in enumerate(rows):
        for j, x in enumerate(row):
            entry = ring.add(x, matrix.scale)
            yield matrix.with_rows((*rows[:i], (*row[:j], entry, *row[j + 1 :]), *rows[i + 1 :]))
    if rows:
        yield matrix.with_rows(rows[1:])
        yield matrix.with_rows((*rows, rows[0]))


def tampered(question, answer):
    """Answers of the same form that are wrong."""
    match answer:
        case bool():
            yield not answer
        case Matrix() if isinstance(question, BasisFor | BasisAmong | BasisExtension | Complement):
            # Another basis may be right as well: only those of another size never are.
            if answer.height:
                yield answer.with_rows(answer.rows[1:])
            if answer.height and not isinstance(question, Complement):
                yield answer.with_rows((*answer.rows, answer.rows[0]))
        case Matrix():
            yield from changed_matrices(answer)
        case AffineSet(point, directions):
            if directions.height:
                yield AffineSet(point, directions.with_rows(directions.rows[1:]))
                yield AffineSet(point, directions.with_rows((*directions.rows,) * 2))
            else:
                changed = changed_matrices(point)
                yield from (AffineSet(p, directions) for p in changed)
        case LowerUpper():
            yield from tampered_factors(answer)
        case Term() as term:
            yield from tampered_terms(term)


def tampered_factors(answer):
    order, lower, upper = answer.order, answer.lower, answer.upper
    for other in changed_matrices(lower):
        # Columns of L that meet zero rows of U may hold anything below the diagonal.
        same_shape = (other.height, other.width) == (lower.height, lower.width)
        if not same_shape or products(other, upper) != products(lower, upper):
            yield LowerUpper(order, other, upper)
    yield from (LowerUpper(order, lower, other) for other in changed_matrices(upper))
    if len(order) > 1:
        yield LowerUpper((order[0],) * len(order), lower, upper)


def products(left, right):
    """The product of two matrices, from their entries."""
    zero, columns = number(left.ring, 0), list(zip(*entries(right), strict=True))
    return [
        [sum((x * y for x, y in zip(row, column, strict=True)), zero) for column in columns]
        for row in entries(left)
    ]


def tampered_terms(term):
    match term:
        case Given(matrix):
            yield from map(Given, changed_matrices(matrix))
        case Span(Given(basis)) if basis.height:
            yield Span(Given(basis.with_rows(basis.rows[1:])))
        case _ if hasattr(term, "value") and isinstance(term.value, int):
            yield from (replace(term, value=term.value + d) for d in (-1, 1))
        case _ if hasattr(term, "value"):
            yield from (replace(term, value=value) for value in changed_matrices(term.value))


@pytest.mark.parametrize("name", RING_NAMES)
@settings(max_examples=15)
@given(data=st.data())
def test_a_tampered_answer_is_refused_with_the_honest_certificate(name, data):
    question = data.draw(st.one_of(questions(RINGS[name]), values(RINGS[name]).map(ValueOf)))
    outcome = proved(question)
    for wrong in tampered(outcome.question, outcome.answer):
        with pytest.raises(KernelError):
            check(question.claim(wrong), outcome.theorem.certificate)
