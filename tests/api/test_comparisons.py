"""Which of two numbers is smaller: decided exactly, with squares that the kernel adds up."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

import exactspaces
from exactspaces.errors import NoAnswer, NotUnderstood
from exactspaces.fields import QQ, number
from exactspaces.kernel import KernelError, check
from exactspaces.questions.comparisons import Comparison
from exactspaces.reading.grammar.echo import echo
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.request import read_request
from exactspaces.settle import settle
from exactspaces.solvers.constructions import evidence_for
from exactspaces.solvers.tables import column

RELATIONS = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
}  # fmt: skip


def verdict(text, over="QQ"):
    found = exactspaces.decide(text, over=over)
    if found.theorem is not None:
        assert found.theorem.recheck()
    return found.verdict


rationals = st.fractions(min_value=-9, max_value=9, max_denominator=12)


@given(rationals, rationals, st.sampled_from(sorted(RELATIONS)))
def test_rational_numbers(a, b, relation):
    due = "proved" if RELATIONS[relation](a, b) else "refuted"
    assert verdict(f"{a} {relation} {b}") == due
    assert verdict(f"not {a} {relation} {b}") != due


small = st.integers(-6, 6)


@given(st.tuples(*[small] * 5), st.sampled_from(sorted(RELATIONS)))
def test_numbers_with_square_roots_as_in_sympy(coefficients, relation):
    a, b, c, d, e = coefficients
    left = f"{a} + {b}*sqrt(2) + {c}*sqrt(3)"
    right = f"{d} + {e}*sqrt(6)"
    x, y = sympy.sympify(left), sympy.sympify(right)
    holds = bool(RELATIONS[relation](sympy.sign(sympy.expand(x - y)), 0))
    assert verdict(f"{left} {relation} {right}", "RR") == ("proved" if holds else "refuted")


def test_numbers_that_are_close():
    assert verdict("99/70 > sqrt(2)", "RR") == "proved"
    assert verdict("1393/985 < sqrt(2)", "RR") == "proved"
    assert verdict("sqrt(2) + sqrt(3) < sqrt(10)", "RR") == "proved"
    assert verdict("sqrt(2) * sqrt(8) <= 4", "RR") == "proved"
    assert verdict("sqrt(2) < sqrt(2) + 1/2", "RR") == "proved"
    assert verdict("sqrt(3 + 2*sqrt(2)) > 1 + sqrt(2)", "RR") == "refuted"


@given(st.lists(small, min_size=2, max_size=3), st.lists(small, min_size=2, max_size=3))
def test_lengths_as_in_sympy(u, v):
    holds = sum(x * x for x in u) < sum(x * x for x in v)
    text = f"norm(({', '.join(map(str, u))})) < norm(({', '.join(map(str, v))}))"
    assert verdict(text) == ("proved" if holds else "refuted")


@given(st.lists(small, min_size=4, max_size=4), st.integers(0, 12))
def test_operator_norms_as_in_sympy(entries, bound):
    matrix = sympy.Matrix(2, 2, entries)
    largest = max((matrix.T * matrix).eigenvals(), key=lambda x: sympy.N(x, 30))
    a, b, c, d = entries
    due = "proved" if bool(largest <= bound**2) else "refuted"
    assert verdict(f"operator_norm([{a} {b}; {c} {d}]) <= {bound}") == due


@pytest.mark.parametrize(
    ("text", "over", "due"),
    [
        ("rank([1 2; 2 4]) < 2", "QQ", "proved"),
        ("rank([1 2; 3 4]) <= 1", "GF(7)", "refuted"),
        ("rank([1 2; 3 4]) > 3/2", "GF(7)", "proved"),
        ("dim(span{(1, 2)}) >= 1", "GF(2)", "proved"),
        ("rank([1 2; 2 4]) < nullity([1 2; 2 4])", "QQ", "refuted"),
        ("rank([1 2; 3 4]) < norm((1, 2))", "QQ", "proved"),
        ("det([1 2; 3 4]) < tr([1 2; 3 4])", "QQ", "proved"),
        ("dot((1, 2), (3, -1)) >= 1", "QQ", "proved"),
        ("norm((1, 2)) >= 9/4", "QQ", "refuted"),
        ("distance((1, 1), span{(1, 2)}) < 1", "QQ", "proved"),
        ("condition([1 1; 0 1]) > 5/2", "QQ", "proved"),
        ("norm((1, i)) < 3/2", "QQ(i)", "proved"),
        ("rank([1 i; 1 i]) < norm((1, i))", "QQ(i)", "proved"),
        ("norm((1, i)) < norm((1, 1 + i))", "QQ(i)", "proved"),
        ("1 < 2 + 0*sqrt(i)", "CC", "proved"),
        ("i*i < 0", "QQ(i)", "proved"),
        ("3 < norm(<1, 2>)", "QQ", "refuted"),
        ("(1 < 2)", "QQ", "proved"),
    ],
)
def test_numbers_that_are_worked_out(text, over, due):
    assert verdict(text, over) == due


@pytest.mark.parametrize(
    ("text", "over", "why"),
    [
        ("i < 2", "QQ(i)", "i is not real"),
        ("i < i + 1", "QQ(i)", "not real"),
        ("sqrt(i) < 2", "CC", "not real"),
        ("t < 2", "QQ(t)", "give the parameters values"),
        ("rank([t 1; 0 t]) < 2", "QQ(t)", "give the parameters values"),
        ("operator_norm([1 2 3; 4 5 6; 7 8 10]) > 17", "QQ", "no value that is known exactly"),
    ],
)
def test_what_has_no_order_is_undecided_with_the_reason(text, over, why):
    found = exactspaces.decide(text, over=over)
    assert found.verdict == "undecided"
    assert why in found.reason


@pytest.mark.parametrize(
    ("text", "over", "why"),
    [
        ("1 < 2", "GF(7)", "The numbers of GF(7) have no order"),
        ("det([1 2; 3 4]) >= 2", "GF(4)", "have no order"),
        ("span{(1, 2)} < span{(1, 2)}", "QQ", "Spaces are compared with <="),
        ("(1, 2) < (2, 3)", "QQ", "this is a vector with 2 entries"),
        ("angle((1, 0), (1, 1)) < 1", "QQ", "Numbers or spaces are ordered"),
        ("1 < span{(1, 2)}", "QQ", "Spaces are compared with <="),
        ("1 < 2 < 3", "QQ", "Only two expressions are compared"),
        ("< 3", "QQ", "as a relation < stands between two numbers"),
        ("3 <", "QQ", "ends too early"),
    ],
)
def test_what_is_no_number_is_refused(text, over, why):
    with pytest.raises(NotUnderstood) as caught:
        exactspaces.decide(text, over=over)
    assert why in str(caught.value)


def test_the_reason_shows_both_values_in_their_order():
    found = exactspaces.decide("rank([1 2; 2 4]) > sqrt(2)", over="RR")
    assert (found.verdict, found.answer) == ("refuted", False)
    assert found.reason == "left side = 1, right side = sqrt(2)"


@pytest.mark.parametrize(
    ("text", "tree"),
    [("2<1, 2> == (2, 4)", "2*(1, 2) == (2, 4)"), ("<1, 2> == <1, 2>", "(1, 2) == (1, 2)"),
     ("2 <3", "2 < 3"), ("a<b", "a < b"), ("(a>b)", "a > b"), ("a>=b", "a >= b")],
)  # fmt: skip
def test_brackets_of_vectors_and_relations_are_told_apart(text, tree):
    assert echo(parse(text)) == tree
    assert parse(tree) == parse(text)


def forged(text, change):
    question = read_request(text, "QQ", {}).question
    assert isinstance(question, Comparison)
    answer = settle(question).answer
    return question, change(answer)


def proved(claim):
    return check(claim, evidence_for(claim))


def without(answer, name):
    return replace(answer, parts=tuple(p for p in answer.parts if p.name != name))


def part(answer, name, *values):
    matrix = column(QQ, [number(QQ, v) for v in values])
    parts = (replace(p, value=matrix) if p.name == name else p for p in answer.parts)
    return replace(answer, parts=tuple(parts))


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("rank([1 2; 2 4]) < 2", lambda a: replace(a, missing="not so")),
        ("rank([1 2; 2 4]) < 2", lambda a: part(a, "left", 0)),
        ("rank([1 2; 2 4]) < 2", lambda a: part(a, "right", 5)),
        ("rank([1 2; 2 4]) < 2", lambda a: part(a, "squares", 2)),
        ("rank([1 2; 2 4]) < 2", lambda a: without(a, "squares")),
        ("det([1 2; 2 4]) < 0", lambda a: replace(a, missing="")),
        ("norm((3, 4)) < 6", lambda a: part(a, "left", 4)),
        ("norm((3, 4)) < 6", lambda a: replace(a, sides=(None, None))),
    ],
)
def test_forged_answers_are_not_proved(text, change):
    question, answer = forged(text, change)

    with pytest.raises((NoAnswer, KernelError)):
        proved(question.claim(answer))


def test_long_numbers_are_rounded_where_they_are_told():
    found = exactspaces.decide("(99/100)^1000 < 1/23000")
    assert found.reason == "left side = about 0.000043171, right side = 1/23000"
    text = found.write("text", steps=True)
    assert "too long to be written out here" in text
    assert max(map(len, text.splitlines())) < 100


def test_the_worked_solution_shows_values_squares_and_the_result():
    text = exactspaces.compute("rank([1 2; 2 4]) > 1").write("text", steps=True)
    assert "Decide whether rank A > 1." in text
    assert "Result: 1 = 1, so the claim does not hold." in text
    text = exactspaces.compute("norm((1, 2)) < 9/4").write("text", steps=True)
    assert "9/4 − √5 = ((−2 + √5)/2)²" in text
    assert "Result: √5 < 9/4, so the claim holds." in text
    html = exactspaces.compute("2 >= 3").write("html", steps=True)
    assert "does not hold" in html
