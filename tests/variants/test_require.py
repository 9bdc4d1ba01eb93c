"""What must hold of a variant."""

from __future__ import annotations

import pytest

from exactspaces.errors import NotUnderstood
from exactspaces.fields.names import read_over
from exactspaces.settle import Outcome, settle
from exactspaces.variants.require import Desk, Unclear, first_failing, holds

NAMES = {"A": "[1 2; 2 4]", "B": "[2 0; 1 3]", "v": "(1, 0, 1)", "C": "[3 1 | 2; 1 5 | 7]"}


def desk(field="QQ", settler=settle):
    return Desk(read_over(field), NAMES, settler)


@pytest.mark.parametrize(
    ("clause", "due"),
    [
        ("rank(A) == 1", True),
        ("rank(A) == 2", False),
        ("invertible(B)", True),
        ("not invertible(B)", False),
        ("integral(rref(A))", True),
        ("integral(inv(B))", False),
        ("not integral(inv(B))", True),
        ("integral(null(A))", True),
        ("integral(solve(A, (1, 2)))", True),
        ("height(inv(B)) <= 6", True),
        ("height(inv(B)) <= 5", False),
        ("height(inv(B)) == 6", True),
        ("height(inv(B)) >= 7", False),
        ("height(A) != 4", False),
        ("working_height(A) <= 4", True),
        ("working_height(C) <= 4", False),
        ("no_zero_column(A)", True),
        ("no_zero_column([1 0; 2 0])", False),
        ("no_zero_row([1 2; 0 0])", False),
        ("no_zero_entry(v)", False),
        ("no_zero_entry(A)", True),
        ("zeros_in(v) == 1", True),
        ("zeros_in(B) <= 0", False),
        ("different(v, (1, 0, 1))", False),
        ("different(A, B)", True),
        ("different(v)", False),
        ("different((1, 2, 3))", True),
        ("integral(det(A))", True),
    ],
)
def test_clauses(clause, due):
    assert holds(desk(), clause) is due


def test_what_is_not_decided_is_not_taken():
    def unsure(question):
        return Outcome(question, "undecided", None, None, "no time")

    assert holds(desk(settler=unsure), "rank(A) == 1") is False
    with pytest.raises(NotUnderstood, match="no time"):
        holds(desk(settler=unsure), "integral(rref(A))")


def test_the_largest_number_on_the_way_is_that_of_the_reduction_on_paper():
    # 3 and 1: row 2 is taken first, then 3 - 3*1, 1 - 3*5 = -14, 2 - 21 = -19.
    assert holds(desk(), "working_height(C) == 19")


@pytest.mark.parametrize("clause", ["rank(A)", "intgral(A)", "rank(", "height(solve(A, (1, 1)))"])
def test_a_clause_without_meaning_is_named(clause):
    with pytest.raises(Unclear) as caught:
        first_failing(desk(), ("rank(A) == 1", clause))
    assert caught.value.clause == 1


def test_the_first_failing_clause_is_named():
    assert first_failing(desk(), ("rank(A) == 1", "rank(B) == 1", "rank(A) == 2")) == 1
    assert first_failing(desk(), ("rank(A) == 1",)) is None


def test_over_a_field_of_remainders():
    assert holds(desk("GF(3)"), "rank(B) == 1")
    assert holds(desk("GF(3)"), "integral(rref(B))")
