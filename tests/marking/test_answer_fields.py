"""Answers whose numbers lie in a larger field than those of the question, over RR and CC."""

from __future__ import annotations

import pytest

from tests.marking.samples import mark

UNIT, LINE = (("A", "[1 0; 0 1]"),), "solve([1 2], (1))"
REGULAR = (("A", "[1 2; 2 5]"),)
RIGHT = [
    ("affine-set", LINE, (), "(1, 0) + t(-2*sqrt(3), sqrt(3))"),
    ("affine-set", LINE, (), "(1 - 2*sqrt(2)*t, sqrt(2)*t)"),
    ("affine-set", LINE, (), "x = 1 - 2*sqrt(2)*t, y = sqrt(2)*t"),
    ("affine-set", LINE, (), "sqrt(2)*x + 2*sqrt(2)*y = sqrt(2)"),
    ("affine-set", LINE, (), "(1 - sqrt(2)*t - 2*sqrt(3)*s, t/sqrt(2) + sqrt(3)*s)"),
    ("subspace", "span{(1, 2)}", (), "t(sqrt(2), 2*sqrt(2))"),
    ("subspace", "span{(1, 2)}", (), "sqrt(2)*y = 2*sqrt(2)*x"),
    ("formal-basis", "A", UNIT, "{sqrt(2)*a1, a2/sqrt(3)}"),
    ("row-operations", "rref(A)", UNIT, "R1 -> sqrt(2) R1, R1 -> 1/sqrt(2) R1"),
    ("row-operations", "rref(A)", UNIT, "R1 -> R1 + sqrt(3) R2, R1 -> R1 - sqrt(3) R2"),
    (
        "row-operations", "rref(A)", UNIT,
        "[sqrt(2) 0; 0 1] * [sqrt(2)/2 0; 0 1] * A",
    ),
    (
        "row-reduction", "rref(A)", UNIT,
        "R1 -> sqrt(2) R1\n[sqrt(2) 0; 0 1]\nR1 -> sqrt(2)/2 R1\n[1 0; 0 1]",
    ),
    (
        "row-reduction", "rref(A)", UNIT,
        "R1 -> R1 + sqrt(2) R2, R1 -> R1 - sqrt(2) R2\n[1 0; 0 1]",
    ),
    (
        "factorization", "lu(A)", REGULAR,
        "L = [1 0; sqrt(2)*sqrt(2) 1], U = [1 2; 0 1]",
    ),
]  # fmt: skip
WRONG = [
    ("affine-set", LINE, (), "(1, 0) + t(-sqrt(3), sqrt(3))"),
    ("affine-set", LINE, (), "(sqrt(2), 0) + t(-2, 1)"),
    ("subspace", "span{(1, 2)}", (), "t(sqrt(2), 2)"),
    ("formal-basis", "A", UNIT, "{sqrt(2)*a1 + a2, 2*a1 + sqrt(2)*a2}"),
    ("row-operations", "rref(A)", UNIT, "R1 -> sqrt(2) R1"),
    ("row-reduction", "rref(A)", UNIT, "R1 -> sqrt(2) R1\n[2 0; 0 1]\nR1 -> 1/2 R1\n[1 0; 0 1]"),
    ("factorization", "lu(A)", REGULAR, "L = [1 0; 2 1], U = [1 2; 0 sqrt(2)]"),
    ("factorization", "lu(A)", REGULAR, "L = [1 0; sqrt(2) 1], U = [1 2; 0 1]"),
]


@pytest.mark.parametrize(("kind", "of", "given", "answer"), RIGHT)
def test_a_right_answer_may_need_roots_that_the_question_has_not(kind, of, given, answer):
    found = mark(kind, of, answer, given=given, field="RR")
    assert found.verdict == "correct", str(found)
    assert found.theorems


@pytest.mark.parametrize(("kind", "of", "given", "answer"), WRONG)
def test_a_wrong_answer_with_roots_is_wrong_and_not_refused(kind, of, given, answer):
    found = mark(kind, of, answer, given=given, field="RR")
    assert found.verdict == "incorrect", str(found)


def test_over_the_complex_numbers_i_is_a_multiple_too():
    assert mark("affine-set", LINE, "(1 - 2*i*t, i*t)", field="CC").verdict == "correct"
    assert mark("affine-set", LINE, "(1 - 2*i*t, t)", field="CC").verdict == "incorrect"


def test_over_the_rationals_a_root_is_still_refused():
    assert mark("affine-set", LINE, "(1 - 2*sqrt(2)*t, sqrt(2)*t)").verdict == "invalid"


def test_the_other_side_of_a_permutation_is_asked_for_again_in_any_field():
    text = "P = [0 0 1; 1 0 0; 0 1 0], L = [1 0 0; sqrt(2)-sqrt(2) 1 0; 0 0 1], U = identity(3)"
    found = mark("factorization", "lu([0 0 1; 1 0 0; 0 1 0])", text, field="RR")
    assert (found.verdict, found.mistake) == ("invalid", "input.two-readings")
