"""Marks of answers about statements agree with arithmetic done here, and no text does harm."""

from __future__ import annotations

from itertools import permutations

import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.marking.formal_samples import inline, marked

QUICK = settings(max_examples=40, deadline=None)
SMALL = st.integers(-3, 3)
PAIR = st.tuples(SMALL, SMALL)
SCALARS = inline(kind="counterexample", to="axiom(V, 8)", give=["c", "d", "v"])
SUMS = inline(kind="counterexample", to="closed(W, +)", give=["u", "v"])
FAILING = inline(kind="failing-axioms", of="V", among="eight")
SINGULAR = inline(
    kind="example", such_that=["det(M) = 0", "M != 0"], give=["M"], letters={"M": "R^(2x2)"}
)
UNION = inline(kind="yes-no", truth="is_subspace(W)", because=["sum-escapes"])
NEEDS = {"a": (), "b": ("a",), "c": ("a",), "d": ("b", "c"), "e": ()}
LINES = '[part.answer]\nkind = "proof-order"\n' + "".join(
    f'[[part.answer.line]]\nid = "{name}"\ntext = "Say {name}."\nafter = {list(after)}\n'
    for name, after in NEEDS.items()
)
SLOT = """[part.answer]
kind = "proof-slots"
letters = { x = "R", y = "R" }
[[part.answer.slot]]
id = "s"
equals = "(x + y)^2"
"""
EVERY_KIND = (SCALARS, SUMS, FAILING, SINGULAR, UNION, LINES, SLOT)


@QUICK
@given(SMALL, SMALL, PAIR)
def test_counterexamples_to_an_axiom(c, d, v):
    fails = (c + d) ** 2 * v[0] != (c**2 + d**2) * v[0]
    found = marked(SCALARS, f"c = {c}, d = {d}, v = ({v[0]}, {v[1]})")
    assert found.verdict == ("correct" if fails else "incorrect")


@QUICK
@given(PAIR, PAIR)
def test_counterexamples_to_closure(u, v):
    inside = u[0] * u[1] == 0 == v[0] * v[1]
    escapes = (u[0] + v[0]) * (u[1] + v[1]) != 0
    found = marked(SUMS, f"u = ({u[0]}, {u[1]}), v = ({v[0]}, {v[1]})")
    assert (found.verdict == "correct") == (inside and escapes)
    if not inside:
        assert found.mistake == "counterexample.not-in-set"
    elif not escapes:
        assert found.mistake == "counterexample.stays-inside"


@QUICK
@given(PAIR, PAIR)
def test_vectors_as_a_reason(u, v):
    shows = u[0] * u[1] == 0 == v[0] * v[1] and (u[0] + v[0]) * (u[1] + v[1]) != 0
    found = marked(UNION, f"no, ({u[0]}, {u[1]}) + ({v[0]}, {v[1]})")
    assert found.verdict == ("correct" if shows else "partial")


@QUICK
@given(st.sets(st.integers(1, 8), min_size=1))
def test_lists_of_axioms(chosen):
    found = marked(FAILING, ", ".join(map(str, sorted(chosen))))
    assert (found.verdict == "correct") == (chosen == {8})


@QUICK
@given(PAIR, PAIR)
def test_examples(first, second):
    singular = first[0] * second[1] == first[1] * second[0]
    text = f"[{first[0]}, {first[1]}; {second[0]}, {second[1]}]"
    good = singular and any((*first, *second))
    assert marked(SINGULAR, text).verdict == ("correct" if good else "incorrect")


def test_every_order_of_lines():
    for order in permutations(NEEDS):
        good = all(
            order.index(before) < order.index(name) for name in NEEDS for before in NEEDS[name]
        )
        found = marked(LINES, ", ".join(order))
        assert found.verdict == ("correct" if good else "incorrect")
        if not good:
            place = int(found.at.removeprefix("line "))
            seen = set(order[: place - 1])
            assert not set(NEEDS[order[place - 1]]) <= seen
            assert all(
                set(NEEDS[name]) <= set(order[:k]) for k, name in enumerate(order[: place - 1])
            )


@QUICK
@given(st.lists(st.tuples(SMALL, st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=4))
def test_expressions(terms):
    text = " + ".join(f"({c})*x^{i}*y^{j}" for c, i, j in terms)
    x, y = sympy.symbols("x y")
    value = sum(c * x**i * y**j for c, i, j in terms)
    same = sympy.expand(value - (x + y) ** 2) == 0
    assert marked(SLOT, text).verdict == ("correct" if same else "incorrect")


def test_an_expanded_expression_is_right():
    assert marked(SLOT, "x^2 + 2x*y + y^2").verdict == "correct"
    assert marked(SLOT, "(-x - y)^2").verdict == "correct"


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(EVERY_KIND),
    st.text(
        st.sampled_from("()[]{}<>,;:=+-*/^ 0123456789abcduvwxyM.\nnoyes|'\\\"→∅"), max_size=40
    ),
)
def test_no_text_does_harm(answer, text):
    found = marked(answer, text)
    assert found.verdict in ("correct", "partial", "incorrect", "invalid", "undecided")
    assert str(found)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(EVERY_KIND),
    st.sampled_from(["no, ", "yes, ", "u = ", "c = 1, d = ", "s: ", "", "M = "]),
    st.text(st.sampled_from("(1,2)[];=+-*/^xyuv 0sqrtexp"), max_size=25),
)
def test_no_answer_that_begins_well_does_harm(answer, start, text):
    assert str(marked(answer, start + text))
