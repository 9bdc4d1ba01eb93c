"""Statements about all values, in plain words."""

from __future__ import annotations

import pytest

from exactspaces.fields import GF
from exactspaces.kernel import AllOf, Rationals
from exactspaces.kernel import formulas as f
from exactspaces.kernel.readable import readable
from exactspaces.kernel.sentences import condition_text, domain_text, formula_text
from exactspaces.kernel.statements import ForAll, NotForAll

U, V, A = f.Variable("u"), f.Variable("v"), f.Variable("a")
ZERO = f.Constant(0)


def app(function, *arguments):
    return f.Apply(function, arguments)


def positive(formula):
    return f.Compare(">", formula, ZERO)


REALS = tuple(f.Quantity(name, f.Reals()) for name in "uv")


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (app("*", app("+", U, V), A), "(u + v)*a"),
        (app("+", U, app("+", V, A)), "u + (v + a)"),
        (app("+", U, app("-", app("+", V, A))), "u - (v + a)"),
        (app("/", U, app("*", V, A)), "u/(v*a)"),
        (app("/", app("*", U, V), A), "u*v/a"),
        (app("^", app("^", U, V), A), "(u^v)^a"),
        (app("^", U, app("-", V)), "u^(-v)"),
        (app("^", app("-", U), f.Constant(2)), "(-u)^2"),
        (app("*", U, f.Constant(-1, 2)), "u*(-1/2)"),
        (app("root", app("+", U, V), f.Constant(2)), "sqrt(u + v)"),
        (app("root", U, f.Constant(3)), "root(u, 3)"),
        (app("max", U, V), "max(u, v)"),
        (f.Conditional(positive(U), U, app("-", U)), "(u if u > 0 else -u)"),
        (f.Lookup(((0, 1), (1, 0)), U, V), "[0 1; 1 0][u, v]"),
    ],
)
def test_formulas(formula, text):
    assert formula_text(formula) == text


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (f.Every(()), "true"),
        (f.Some(()), "false"),
        (f.Every((positive(U), f.Some((positive(V), positive(A))))), "u > 0 and (v > 0 or a > 0)"),
        (f.Within(U, f.Integers()), "u in ZZ"),
    ],
)
def test_conditions(condition, text):
    assert condition_text(condition) == text


@pytest.mark.parametrize(
    ("domain", "text"),
    [
        (f.Reals(), "RR"),
        (f.ComplexNumbers(), "CC"),
        (Rationals(), "QQ"),
        (GF(5), "GF(5)"),
        (GF(4), "GF(4)"),
        (f.Labels(3), "{0, ..., 2}"),
    ],
)
def test_domains(domain, text):
    assert domain_text(domain) == text


def test_statements():
    claim = ForAll(REALS, (positive(U), positive(V)), positive(app("*", U, V)))
    assert readable(claim) == "for all u, v in RR with u > 0, v > 0: u*v > 0"
    denied = NotForAll(REALS[:1], (), positive(U))
    assert (
        readable(AllOf((claim, denied))) == f"({readable(claim)}) and (not for all u in RR: u > 0)"
    )


def test_a_formula_equal_to_itself_has_a_value():
    root = app("root", U, f.Constant(2))
    claim = ForAll(REALS[:1], (f.Compare("=", root, root),), f.Compare(">=", U, ZERO))
    assert readable(claim) == "for all u in RR with sqrt(u) has a value: u >= 0"
