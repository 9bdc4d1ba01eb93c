"""Ambient spaces: vectors are written as they are, and read back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import decide
from exactspaces.fields import QQ, number
from exactspaces.spaces import Coordinates, Matrices, Polynomials
from tests.strategies import RINGS, numbers

SPACES = [
    (Coordinates(1), "QQ^1"),
    (Coordinates(3), "QQ^3"),
    (Matrices(2, 2), "QQ^(2x2)"),
    (Matrices(1, 3), "QQ^(1x3)"),
    (Polynomials(3, "x"), "P_3 over QQ"),
    (Polynomials(1, "t"), "P_1 over QQ"),
]


@pytest.mark.parametrize(("space", "name"), SPACES)
def test_names_and_dimensions(space, name):
    assert space.name("QQ") == name
    assert space.dimension == {"QQ^1": 1, "QQ^(2x2)": 4, "P_3 over QQ": 4, "P_1 over QQ": 2}.get(
        name, 3
    )


@pytest.mark.parametrize(
    ("space", "values", "text"),
    [
        (Coordinates(1), [2], "(2,)"),
        (Coordinates(2), [2, -1], "(2, -1)"),
        (Matrices(2, 2), [1, 0, -1, 3], "[1 0; -1 3]"),
        (Polynomials(3, "x"), [0, 1, -1, 2], "x - x^2 + 2*x^3"),
        (Polynomials(2, "x"), [0, 0, 0], "0"),
        (Polynomials(2, "x"), [-1, 0, 0], "-1"),
        (Polynomials(1, "t"), [0, -3], "-3*t"),
    ],
)
def test_how_vectors_are_written(space, values, text):
    assert space.plain([number(QQ, v) for v in values]) == text


@pytest.mark.parametrize("space", [Coordinates(3), Matrices(2, 2), Polynomials(3, "x")], ids=str)
@pytest.mark.parametrize("name", RINGS)
@settings(max_examples=6)
@given(data=st.data())
def test_what_is_written_is_read_back(space, name, data):
    ring, n = RINGS[name], space.dimension
    vector = data.draw(st.lists(numbers(ring), min_size=n, max_size=n))
    text = space.plain(vector)
    double = space.plain([x + x for x in vector])
    assert decide(f"2*({text}) == {double}", over=name).verdict == "proved"
    if any(x + x != x for x in vector):
        assert decide(f"{text} == {double}", over=name).verdict == "refuted"


def test_plain_data():
    values = [number(QQ, v) for v in (1, 0, -1, 3)]
    assert Coordinates(4).data(values) == ["1", "0", "-1", "3"]
    assert Matrices(2, 2).data(values) == [["1", "0"], ["-1", "3"]]
    assert Polynomials(3, "x").data(values) == "1 - x^2 + 3*x^3"
