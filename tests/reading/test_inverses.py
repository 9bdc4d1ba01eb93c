"""Inverses inside of expressions with parameters are asked about where they exist."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute, decide

ENTRY = st.sampled_from(["a", "b", "0", "1", "2", "-1"])
FOUR = st.lists(ENTRY, min_size=4, max_size=4)


def matrix(entries):
    return f"[{entries[0]}, {entries[1]}; {entries[2]}, {entries[3]}]"


@given(FOUR)
@settings(max_examples=25, deadline=None)
def test_a_matrix_times_its_inverse_is_the_identity_unless_it_is_singular_everywhere(entries):
    result = decide("inv(A) * A == identity(2)", over="QQ(a,b)", A=matrix(entries))
    singular = sympy.Matrix(2, 2, list(map(sympy.sympify, entries))).det().expand() == 0
    assert result.verdict == ("undecided" if singular else "proved")


@given(FOUR)
@settings(max_examples=15, deadline=None)
def test_a_multiple_of_an_inverse_is_that_of_an_independent_method(entries):
    given_matrix = sympy.Matrix(2, 2, list(map(sympy.sympify, entries)))
    if given_matrix.det().expand() == 0:
        return
    result = compute("2 * inv(A)", over="QQ(a,b)", A=matrix(entries)).answer
    general = result["cases"][0]["answer"]
    found = sympy.Matrix([[sympy.sympify(x.replace("^", "**")) for x in row] for row in general])
    assert (found - 2 * given_matrix.inv()).applyfunc(sympy.simplify).is_zero_matrix


def test_an_inverse_that_is_asked_for_is_answered_in_every_case():
    cases = compute("inv([a 1; 1 a])", over="QQ(a)").answer["cases"]
    assert [case["when"] for case in cases] == ["a != 1, a != -1", "a = 1", "a = -1"]
    assert [case["answer"] is None for case in cases] == [False, True, True]


@pytest.mark.parametrize(
    "quotient", ["1/trace(A)", "1/det(A)", "trace(A^-1)", "trace(inv(A) * A)"]
)
def test_quotients_and_powers_say_where_they_have_a_meaning(quotient):
    result = compute(quotient, over="QQ(a)", A="[a 1; 1 a]")
    condition = "a != 0" if "trace(A)" in quotient else "a != 1, a != -1"
    assert [case["when"] for case in result.answer["cases"]] == [condition]


def test_a_false_claim_about_inverses_is_refuted():
    claim = "inv(A * B) == inv(A) * inv(B)"
    result = decide(claim, over="QQ(a)", A="[1 a; 0 1]", B="[1 0; a 1]")
    assert result.verdict == "refuted"
