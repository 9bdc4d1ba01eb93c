"""Spaces from Python functions."""

from decimal import Decimal
from fractions import Fraction

import pytest

from exactspaces.errors import ExactSpacesError, NotExact, NotUnderstood, WrongShape
from exactspaces.reading.spaces import read_user_space
from exactspaces.reading.spaces import symbols as s
from exactspaces.reading.spaces.tracing import trace_user_space


def usual(u, v):
    return u + v


@pytest.mark.parametrize(
    ("carrier", "add", "scale", "add_text", "scale_text"),
    [
        ("x > 0", lambda u, v: u * v, lambda a, u: u**a, "u*v", "u^a"),
        ("R", lambda u, v: u + v - 1, lambda a, u: a * u - a + 1, "u+v-1", "a*u-a+1"),
        ("R^2", usual, lambda a, u: a * u, "u+v", "a*u"),
        ("R^2", lambda u, v: (u[0] + v[0], 0), lambda a, u: (a * u.x, u.y),
         "(x+x', 0)", "(ax, y)"),
        ("R", lambda u, v: s.cbrt(u**3 + v**3), lambda a, u: s.cbrt(a) * u, "∛(u^3+v^3)", "∛a*u"),
        ("R", s.maximum, lambda a, u: abs(a) * u, "max(u,v)", "|a|*u"),
        ("R", usual, lambda a, u: s.cases(a == 0, 0, u), "u+v", "{0 if a = 0 else u}"),
        ("R", usual, lambda a, u: s.tanh(a * s.atanh(u)), "u+v", "tanh(a*atanh(u))"),
        ("R", usual, lambda a, u: Fraction(1, 2) * u % 3, "u+v", "(1/2*u) mod 3"),
        ("R^(2x2)", lambda A, B: A @ B, lambda a, A: a * A.T, "A*B", "a*A'"),
        ("R^(2x2)", usual, lambda a, A: [[A[0, 0], 0], [0, a]], "A+B", "[A[1,1], 0; 0, a]"),
        ("P_1", usual, lambda a, p: (p[0], a * p[1]), "p+q", "(u1, a*u2)"),
        ("R", "u + v", lambda a, u: -u / a, "u+v", "(-u)/a"),
    ],
)  # fmt: skip
def test_functions_and_texts_agree(carrier, add, scale, add_text, scale_text):
    traced = trace_user_space("R", carrier, add, scale)
    assert traced == read_user_space("R", carrier, add_text, scale_text)


@pytest.mark.parametrize(
    ("scale", "error", "says"),
    [
        (lambda a, u: u if a == 0 else a * u, NotUnderstood, "cases"),
        (lambda a, u: u if a else 0, NotUnderstood, "cases"),
        (lambda a, u: max(a, u, 1), NotUnderstood, "maximum"),
        (lambda a, u: 0.5 * u, NotExact, "fraction"),
        (lambda a, u: (u, u), WrongShape, "leaves the carrier"),
        (lambda a, u: "a*u", WrongShape, "number is due"),
        (lambda a, u: None, WrongShape, "number is due"),
        (lambda u: u, NotUnderstood, "cannot be followed"),
    ],
)
def test_refusals(scale, error, says):
    with pytest.raises(error) as caught:
        trace_user_space("R", "R", usual, scale)
    assert says in str(caught.value)


def test_components_that_are_not_there():
    with pytest.raises(ExactSpacesError):
        trace_user_space("R", "R^2", lambda u, v: (u[2], u[0]), "a*u")


def test_exact_decimals():
    assert s.formula_of(Decimal("0.25")) == s.formula_of(Fraction(1, 4))
