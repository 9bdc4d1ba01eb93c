"""Maps and forms as text."""

import pytest

from exactspaces.kernel.sentences import formula_text
from exactspaces.reading.slips import Unreadable
from exactspaces.reading.spaces.maps import read_formula_form, read_formula_map

GIVEN = {"A": "[1 2; 3 4; 5 6]"}


@pytest.mark.parametrize(
    ("text", "name", "sizes", "formulas"),
    [
        ("T(x, y) = (x + 1, y)", "T", (2, 2), "u1 + 1, u2"),
        ("f(x) = 2x", "f", (1, 1), "2*u"),
        ("T(u) = (u1 + u2, u1)", "T", (2, 2), "u1 + u2, u1"),
        ("T: R^2 -> R^3, T(x, y) = (x, y, 0)", "T", (2, 3), "u1, u2, 0"),
        ("(x, y) -> x + y", "T", (2, 1), "u1 + u2"),
        ("S: (x, y) -> x*y", "S", (2, 1), "u1*u2"),
        ("T: R^2 -> R^3, T(x) = A*x", "T", (2, 3), "u1 + 2*u2, 3*u1 + 4*u2, 5*u1 + 6*u2"),
        ("T: R^(2x2) -> R^(2x2), T(X) = X'", "T", (4, 4), "u1, u3, u2, u4"),
        ("T: P_2 -> P_1, T(p) = p'", "T", (3, 2), "u2, 2*u3"),
        ("T: P_2 -> R, T(p) = p(1)", "T", (3, 1), "u1 + u2 + u3"),
    ],
)
def test_maps(text, name, sizes, formulas):
    found = read_formula_map(text, "R", GIVEN)
    assert found.name == name
    assert (found.source.size, found.target.size) == sizes
    assert ", ".join(map(formula_text, found.formulas)) == formulas
    assert found.at(found.source.vector("u")) == found.formulas


@pytest.mark.parametrize(
    ("text", "field", "space", "formula"),
    [
        ("<u, v> = u1*v1 + 2*u2*v2", "R", None, "u1*v1 + 2*u2*v2"),
        ("⟨x|y⟩ = x1 y1 - x2 y2", "R", None, "u1*v1 - u2*v2"),
        ("<(p,q), (r,s)> = pr + qs", "R", None, "u1*v1 + u2*v2"),
        ("B(u, v) = u*conj(v)", "C", None, "u*conj(v)"),
        ("u1 v1", "R", "R^2", "u1*v1"),
        ("<p, q> = p(0)q(0)", "R", "P_1", "u1*v1"),
        ("<A, B> = tr(A'*B)", "R", "R^(2x2)", "u1*v1 + u3*v3 + (u2*v2 + u4*v4)"),
    ],
)
def test_forms(text, field, space, formula):
    found = read_formula_form(text, field, space)
    assert formula_text(found.formula) == formula
    u, v = found.space.vector("u"), found.space.vector("v")
    assert found.at(u, v) == found.formula


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("T(x, y)", "A map is due"),
        ("T: R^2 -> R^3", "A name is due"),
        ("T(p) = p'", "not said what p is"),
        ("T(x) = A*x", "not said what x is"),
        ("T: R^2 -> R^3, T(x, y) = (x, y)", "The image leaves the carrier"),
        ("T: R^3 -> R^2, T(x, y) = (x, y)", "There are 2 names"),
        ("T(x, x) = x", "twice"),
        ("T(x) = (x,", "never closed"),
    ],
)
def test_refusals(text, says):
    with pytest.raises(Unreadable) as caught:
        read_formula_map(text, "R", GIVEN)
    assert says in str(caught.value)
