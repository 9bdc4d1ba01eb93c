"""Cases that other systems are known to get wrong, because of rounding or of a dependent key."""

from __future__ import annotations

import pytest

from tests.marking.samples import mark


def test_nearly_equal_vectors_are_different():
    space = "span{(0,1,-1,-1), (0,1,-1,-0.998)}"
    assert mark("dimension", space, "2").verdict == "correct"
    assert mark("basis", space, "{(0,1,-1,0), (0,0,0,1)}").verdict == "correct"
    assert mark("basis", space, "{(0,1,-1,-1)}").verdict == "incorrect"


def test_a_fractional_matrix_keeps_its_pivots():
    matrix = "[3 -5/2 5 -8; 18/7 -15/7 6 -4/5; 2/7 -2/7 -7/5 8]"
    due = "[1 0 0 -2779/10; 0 1 0 -24241/75; 0 0 1 53/15]"
    assert mark("rref", matrix, due).verdict == "correct"
    assert mark("rref", matrix, "[1 0 0 0; 0 1 0 0; 0 0 0 1]").verdict == "incorrect"


@pytest.mark.parametrize("kind", ["basis", "spanning-set", "subspace"])
def test_a_dependent_key_does_not_widen_what_is_right(kind):
    space = "span{(1,2,3), (2,4,6)}"
    assert mark(kind, space, "{(1,2,3)}").verdict == "correct"
    assert mark(kind, space, "{(1,2,4)}").verdict == "incorrect"
    assert mark(kind, space, "{(1,0,0), (0,1,0), (0,0,1)}").verdict == "incorrect"


def test_columns_that_are_known_by_name_only():
    reduced = "[1 2 0 1; 0 0 1 1; 0 0 0 0]"
    assert mark("formal-basis", reduced, "{a1, a1 + a3}").verdict == "correct"
    for factor in (2, 5, -7):
        padded = f"{{a1, a2 + {factor}*(a4 - a1 - a3)}}"  # the last bracket is 0
        assert mark("formal-basis", reduced, padded).verdict == "incorrect"
