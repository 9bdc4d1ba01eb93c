"""Decimals beside the exact number are asked for again; other wrong decimals are wrong."""

from __future__ import annotations

import pytest

from tests.marking.samples import flat, mark

THIRD, LINE, SYSTEM = "1/3 + 0", "span{(3, 1)}", "solve([3 1], (1))"
ROOTS = "solve([1 -sqrt(2)], (sqrt(3)))"
ASKED_AGAIN = [
    ("scalar", THIRD, "QQ", ["0.3", "0.33", "0.333"]),
    ("scalar", "2/3 + 0", "QQ", ["0.7", "0.6", "0.66", "0.67"]),
    ("basis", LINE, "QQ", ["{(1, 0.33)}", "{(1, 0.3)}"]),
    ("subspace", LINE, "QQ", ["span{(1, 0.33)}"]),
    ("spanning-set", "null([1 -sqrt(2)])", "RR", ["{(1.41, 1)}"]),
    ("affine-set", SYSTEM, "QQ", ["(0.33, 0) + t(-1, 3)", "(0.33 - 0.33t, t)"]),
    ("affine-set", ROOTS, "RR", ["(1.73, 0) + t(1.41, 1)"]),
]
WRONG = [
    ("scalar", THIRD, "QQ", ["0.5", "0.35", "0.3334 + 0.0002"]),
    ("basis", LINE, "QQ", ["{(1, 0.4)}", "{(1, 0.5)}", "{(1, 0.33), (3, 1)}", "{(3.0, 1.1)}"]),
    ("basis", "span{(3, 1), (0, 1)}", "QQ", ["{(1, 0.5), (2, 1)}"]),
    ("spanning-set", "null([1 sqrt(2)])", "RR", ["{(1.41, 1)}"]),
    ("affine-set", SYSTEM, "QQ", ["(0.33, 0) + t(0.33, 1)", "(0.5, 0) + t(-1, 3)", "(0.33, 0)"]),
    ("affine-set", "solve([1 1], (1))", "GF(5)", ["(0.5, 0) + t(1, 1)"]),
]


@pytest.mark.parametrize(("kind", "of", "field", "answer"), flat(ASKED_AGAIN))
def test_what_is_right_but_for_rounding_costs_nothing(kind, of, field, answer):
    found = mark(kind, of, answer, field=field)
    assert (found.verdict, found.mistake) == ("invalid", "input.rounded"), found


@pytest.mark.parametrize(("kind", "of", "field", "answer"), flat(WRONG))
def test_what_no_rounding_explains_is_wrong(kind, of, field, answer):
    found = mark(kind, of, answer, field=field)
    assert found.verdict in ("incorrect", "partial"), found
    assert found.theorems
