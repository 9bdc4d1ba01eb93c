"""Where a vector is due, (1) is a number: the message says how one with one entry is written."""

import pytest

import exactspaces
from exactspaces.errors import NotUnderstood


@pytest.mark.parametrize(
    "text",
    [
        "krylov([3], (1))",
        "krylov([3], rank([1]))",
        "norm2((2))",
        "dot((1), (1,))",
        "span{(1), (2)}",
        "(1) in span{(1,)}",
        "independent{1, 2}",
    ],
)
def test_a_number_in_place_of_a_vector_is_refused_with_the_spelling_of_one(text):
    with pytest.raises(NotUnderstood, match=r"number\. One entry: write \(1,\) for a vector"):
        exactspaces.compute(text)


@pytest.mark.parametrize("text", ["krylov([3], (1,))", "norm2((2,))", "dot([1], (1,))"])
def test_the_spelling_that_is_named_is_read(text):
    assert exactspaces.compute(text).verdict == "proved"


def test_nothing_is_said_of_numbers_where_a_space_stands():
    with pytest.raises(NotUnderstood, match="subspace of F\\^2") as caught:
        exactspaces.compute("norm2(span{(1, 0)})")
    assert "One entry" not in str(caught.value)
