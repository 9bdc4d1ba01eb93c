"""Sorts and shapes are known before anything is computed, and agree with what comes out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.errors import ExactSpacesError, WrongShape
from exactspaces.fields import GF, QQ, generator, with_parameters
from exactspaces.kernel import (
    Add,
    Augmented,
    Determinant,
    Dimension,
    Given,
    Inverse,
    Meet,
    Null,
    Number,
    Pivots,
    Power,
    Product,
    Rank,
    ReducedEchelon,
    Scaled,
    SpaceSum,
    Span,
    Trace,
    Transpose,
)
from exactspaces.kernel.matrices import Matrix, identity, scalar
from exactspaces.kernel.spaces import Space
from exactspaces.questions import ValueOf, shape_of, with_ring
from exactspaces.questions.rings import matrices_of, ring_of
from exactspaces.settle import settle


def table(m, n, ring=QQ):
    """An m x n matrix of ones and zeros."""
    return Given(Matrix(ring, tuple(tuple((i + j) % 2 for j in range(n)) for i in range(m)), n))


WIDE, SQUARE, NUMBER = table(2, 3), table(2, 2), Determinant(table(2, 2))


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (WIDE, "a 2 x 3 matrix"),
        (Transpose(WIDE), "a 3 x 2 matrix"),
        (Product(SQUARE, WIDE), "a 2 x 3 matrix"),
        (Augmented(WIDE, SQUARE), "a 2 x 5 matrix"),
        (Power(SQUARE, 3), "a 2 x 2 matrix"),
        (Inverse(SQUARE), "a 2 x 2 matrix"),
        (ReducedEchelon(WIDE), "a 2 x 3 matrix"),
        (Add(WIDE, WIDE), "a 2 x 3 matrix"),
        (Scaled(NUMBER, WIDE), "a 2 x 3 matrix"),
        (Determinant(SQUARE), "a number"),
        (Trace(SQUARE), "a number"),
        (Rank(WIDE), "a whole number"),
        (Dimension(Null(WIDE)), "a whole number"),
        (Pivots(WIDE), "a list of columns"),
        (Span(WIDE), "a subspace of F^3"),
        (Null(WIDE), "a subspace of F^3"),
        (SpaceSum(Span(WIDE), Null(WIDE)), "a subspace of F^3"),
        (Meet(Span(WIDE), Null(WIDE)), "a subspace of F^3"),
    ],
)
def test_shapes(term, text):
    assert str(shape_of(term)) == text


@pytest.mark.parametrize(
    ("term", "message"),
    [
        (Product(WIDE, WIDE), "the 3 columns of the first do not meet the 2 rows of the second"),
        (Add(WIDE, SQUARE), "a 2 x 3 matrix and a 2 x 2 matrix cannot be added"),
        (Augmented(WIDE, table(3, 1)), "different numbers of rows"),
        (Determinant(WIDE), "a square matrix is due here, and this is a 2 x 3 matrix"),
        (Trace(WIDE), "a square matrix is due here"),
        (Inverse(WIDE), "a square matrix is due here"),
        (Power(WIDE, 2), "a square matrix is due here"),
        (Rank(Span(WIDE)), "a matrix is due here, and this is a subspace of F^3"),
        (Dimension(WIDE), "a space is due here, and this is a 2 x 3 matrix"),
        (Span(Span(WIDE)), "a matrix is due here"),
        (SpaceSum(Span(WIDE), Span(SQUARE)), "cannot be combined"),
        (Meet(Span(WIDE), WIDE), "a space is due here"),
        (Scaled(WIDE, WIDE), "a number is due here"),
        (Transpose(NUMBER), "a matrix is due here, and this is a number"),
        (Product(Rank(WIDE), WIDE), "a matrix is due here, and this is a whole number"),
    ],
)
def test_what_does_not_fit_is_refused_with_both_shapes(term, message):
    with pytest.raises(WrongShape) as refusal:
        shape_of(term)
    assert message in str(refusal.value)


MAKERS = [
    Transpose,
    ReducedEchelon,
    Inverse,
    Determinant,
    Trace,
    Rank,
    Pivots,
    Span,
    Null,
    Dimension,
    lambda x: Power(x, 2),
    lambda x: Product(x, x),
    lambda x: Add(x, x),
    lambda x: Meet(x, x),
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(MAKERS), max_size=3), st.integers(1, 3), st.integers(1, 3))
def test_the_answer_has_the_shape_that_was_foreseen(makers, m, n):
    term = table(m, n, GF(3))
    try:
        for make in makers:
            term = make(term)
        shape = shape_of(term)
    except ExactSpacesError:
        return
    outcome = settle(ValueOf(term))
    if outcome.theorem is None:
        assert "not" in outcome.reason or outcome.reason
        return
    assert shape_of(outcome.answer) == shape


def test_questions_over_another_ring():
    term = Product(WIDE, Transpose(WIDE))
    assert ring_of(term) == QQ
    free = with_parameters(QQ, ("t",))
    t = generator(free, "t").top
    question = ValueOf(with_ring(Given(identity(free, 2)), free))
    moved = with_ring(question, with_parameters(QQ, ("t",), (t,)))
    assert [matrix.ring.nonzero for matrix in matrices_of(moved)] == [(t,)]
    assert ring_of(moved) != ring_of(question)
    with pytest.raises(WrongShape, match="over different fields"):
        ring_of(Product(Given(identity(QQ, 2)), Given(identity(GF(2), 2))))
    with pytest.raises(WrongShape, match="no matrix in the question"):
        ring_of(())


def test_literals_are_left_as_they_are():
    outcome = settle(ValueOf(Span(WIDE)))
    assert shape_of(outcome.answer) == shape_of(Span(WIDE))
    assert not isinstance(outcome.answer, Space)
    assert settle(ValueOf(Determinant(SQUARE))).answer == Number(scalar(QQ, -1))
