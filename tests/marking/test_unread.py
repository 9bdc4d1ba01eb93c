"""What says nothing, or two things, is asked for again: it is neither right nor wrong."""

from __future__ import annotations

import pytest

from tests.marking.samples import mark

POLYNOMIAL = "charpoly([1 0; 0 1])"


@pytest.mark.parametrize("text", ["[[[[", "and", "(((", "columns", "{]"])
@pytest.mark.parametrize("of", ["pivots([1 2; 3 4])", "pivots([0 0; 0 0])"])
def test_brackets_and_words_alone_name_no_columns(of, text):
    assert mark("columns", of, text).verdict == "invalid"


@pytest.mark.parametrize("text", ["none", "{}", "( )", "[]", "no columns", "no column", "No"])
def test_that_there_are_no_columns_is_said_in_words_or_by_empty_brackets(text):
    assert mark("columns", "pivots([0 0; 0 0])", text).verdict == "correct"
    assert mark("columns", "pivots([1 2; 3 4])", text).verdict == "incorrect"


@pytest.mark.parametrize(
    "text", ["7 = (x-1)^2", "x^2 = x^2 - 2x + 1", "x^2 = 2x - 1", "t = (t-1)^2"]
)
def test_an_equation_between_other_polynomials_is_not_taken_for_its_right_side(text):
    assert mark("polynomial", POLYNOMIAL, text).verdict == "invalid"


@pytest.mark.parametrize(
    "text",
    [
        "(x-1)^2 = x^2 - 2x + 1", "p = (x-1)^2", "p(t) = (t-1)^2 = t^2 - 2t + 1", "0 = (x-1)^2",
        "(x-1)^2 = 0", "p(x) = (x-1)^2 = 0", "det(A - t I) = (t-1)^2", "chi_A(t) = (1-t)^2",
        "det(A - \\lambda I) = (\\lambda - 1)^2",
    ],
)  # fmt: skip
def test_names_and_equal_expressions_may_stand_before_a_polynomial(text):
    assert mark("polynomial", POLYNOMIAL, text).verdict == "correct"


def test_factors_with_roots_may_stand_before_the_product():
    text = "(x - sqrt(2))(x + sqrt(2)) = x^2 - 2"
    assert mark("polynomial", "charpoly([0 2; 1 0])", text, field="RR").verdict == "correct"


DIAGONAL = (("A", "[1 0; 0 2]"),)
HALF = "credit = { values_only = '1/2' }"


@pytest.mark.parametrize(
    ("kind", "of", "text", "mistake"),
    [
        ("basis", "null([1 1 -1])", "{}", "null.no-free-slot"),
        ("diagonalization", "A", "P = [0 0; 0 0], D = [1 0; 0 2]", "diag.rows"),
        ("diagonalization", "A", "P = [1 0; 0 0], D = [1 0; 0 2]", "diag.rows"),
        ("diagonalization", "A", "P = [1 0; 0 1], D = [2 5; 7 1]", "diag.order"),
    ],
)
def test_mistakes_are_not_named_for_what_only_looks_like_them(kind, of, text, mistake):
    found = mark(kind, of, text, given=DIAGONAL)
    assert found.verdict == "incorrect"
    assert found.mistake != mistake


@pytest.mark.parametrize(("kind", "letter"), [("diagonalization", "D"), ("jordan-form", "J")])
def test_the_diagonal_of_any_matrix_earns_nothing(kind, letter):
    text = f"P = [1 0; 0 1], {letter} = [5 1; 1 5]"
    assert mark(kind, "A", text, given=DIAGONAL, extra=HALF).points == 0
    text = f"P = [1 0; 0 1], {letter} = [2 0; 0 1]"
    assert mark(kind, "A", text, given=DIAGONAL, extra=HALF).points > 0
