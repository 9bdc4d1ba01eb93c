"""Spaces of your own from text: carriers, additions, scalings."""

import pytest

from exactspaces.errors import ExactSpacesError, NotAField
from exactspaces.kernel.formulas import ComplexNumbers, Integers, Labels, Reals
from exactspaces.kernel.scalars import PrimeField, Rationals
from exactspaces.kernel.sentences import condition_text, formula_text
from exactspaces.reading.slips import Unreadable
from exactspaces.reading.spaces import read_user_space
from exactspaces.spaces.user import Coefficients, Entries, Grid, Named, Single, Slots

USUAL = ("u + v", "a*u")


def texts(row):
    return ", ".join(map(formula_text, row))


@pytest.mark.parametrize(
    ("field", "carrier", "form", "domain", "condition"),
    [
        ("R", "R", Single(), Reals(), "true"),
        ("R", "C", Single(), ComplexNumbers(), "true"),
        ("Q", "F", Single(), Rationals(), "true"),
        ("R", "R>0", Single(), Reals(), "u > 0"),
        ("R", "R_{>0}", Single(), Reals(), "u > 0"),
        ("R", "ℝ⁺", None, None, None),
        ("R", "R^+", Single(), Reals(), "u > 0"),
        ("R", "x > 0", Single(), Reals(), "u > 0"),
        ("Q", "x > 0", Single(), Rationals(), "u > 0"),
        ("C", "x > 0", Single(), Reals(), "u > 0"),
        ("R", "[0, oo)", Single(), Reals(), "u >= 0"),
        ("R", "(0, 1]", Single(), Reals(), "u > 0 and u <= 1"),
        ("R", "(-1, 1)", Single(), Reals(), "u > -1 and u < 1"),
        ("R", "R \\ {0}", Single(), Reals(), "u != 0"),
        ("R", "{0}", Single(), Reals(), "u = 0"),
        ("R", "{}", Single(), Reals(), "false"),
        ("R", "Z", Single(), Integers(), "true"),
        ("R", "R^2", Entries(2), Reals(), "true"),
        ("R", "R × R", Entries(2), Reals(), "true"),
        ("R", "(0, 1)^2", Entries(2), Reals(), None),
        ("R", "R^2 \\ {(0, 0)}", Entries(2), Reals(), "u1 != 0 or u2 != 0"),
        ("C", "C^3", Entries(3), ComplexNumbers(), "true"),
        ("GF(3)", "GF(3)^2", Entries(2), PrimeField(3), "true"),
        ("R", "R^(2x2)", Grid(2, 2), Reals(), "true"),
        ("R", "\\mathbb{R}^{2\\times 3}", Grid(2, 3), Reals(), "true"),
        ("R", "M_2(R)", Grid(2, 2), Reals(), "true"),
        ("R", "P_2", Coefficients(2), Reals(), "true"),
        ("R", "{(x, y, z) in R^3 : x + y + z = 1}", Entries(3), Reals(), "u1 + u2 + u3 = 1"),
        ("R", "{x in R^2 : x_1 = x_2}", Entries(2), Reals(), "u1 = u2"),
        ("R", "{(x, y) : y = 2x + 1}", Entries(2), Reals(), "u2 = 2*u1 + 1"),
        ("R", "{[a b; c d] in R^(2x2) : b = c}", Grid(2, 2), Reals(), "u2 = u3"),
        ("R", "{o, s, t}", Named(("o", "s", "t")), Labels(3), "true"),
        ("R", "{f : f(0) = 0}", Slots(("f(0)",)), Reals(), "u = 0"),
    ],
)
def test_carriers(field, carrier, form, domain, condition):
    if form is None:
        with pytest.raises(Unreadable):
            read_user_space(field, carrier, "u", "u")
        return
    space = read_user_space(field, carrier, "(u, v) -> u", "(a, u) -> u")
    assert (space.form, set(space.domains)) == (form, {domain})
    assert condition is None or condition_text(space.condition) == condition


def test_the_open_simplex():
    space = read_user_space("R", "{(p, q, r) : p, q, r > 0, p + q + r = 1}", *USUAL)
    assert condition_text(space.condition) == ("u3 > 0 and u1 > 0 and u2 > 0 and u1 + u2 + u3 = 1")


def test_a_further_condition():
    space = read_user_space("R", "R^2", *USUAL, where="x + y = 0")
    assert condition_text(space.condition) == "u1 + u2 = 0"


@pytest.mark.parametrize(
    ("carrier", "add", "meaning"),
    [
        ("R", "u + v + 1", "u + v + 1"),
        ("R", "x + y - xy", "u + v - u*v"),
        ("R", "x + x' + 1", "u + v + 1"),
        ("R", "u (+) v = u*v", "u*v"),
        ("R", "u ⊕ v = max(u, v)", "max(u, v)"),
        ("R", "(s, t) -> s + 2t", "u + 2*v"),
        ("R", "x # y", None),
        ("R^2", "u + v", "u1 + v1, u2 + v2"),
        ("R^2", "(u1 + v1, 0)", "u1 + v1, 0"),
        ("R^2", "(u_1 + v[1], u[2])", "u1 + v1, u2"),
        ("R^2", "(x + x', y + y' + xx')", "u1 + v1, u2 + v2 + u1*v1"),
        ("R^2", "(x1,y1)+(x2,y2) = (x1+x2+1, y1+y2+1)", "u1 + v1 + 1, u2 + v2 + 1"),
        ("R^2", "((x,y), (p,q)) -> (x + p, y)", "u1 + v1, u2"),
        ("R^2", "(x1 + x2, y1 + y2)", None),
        ("{(x1, x2) : x1 > 0}", "(x1*y1, x2 + y2)", "u1*v1, u2 + v2"),
        ("{(s, t) : s > 0}", "(s s', t + t')", "u1*v1, u2 + v2"),
        ("R^(2x2)", "A + B'", "u1 + v1, u2 + v3, u3 + v2, u4 + v4"),
        ("P_1", "p + q", "u1 + v1, u2 + v2"),
        ("P_1", "p + q + x", None),
        ("R^R", "f*g", "u*v"),
    ],
)
def test_additions(carrier, add, meaning):
    if meaning is None and add != "p + q + x":
        with pytest.raises(ExactSpacesError):
            read_user_space("R", carrier, add, "a*u")
        return
    space = read_user_space("R", carrier, add, "(a, u) -> u")
    assert meaning is None or texts(space.add) == meaning


@pytest.mark.parametrize(
    ("carrier", "scale", "meaning"),
    [
        ("R", "u^a", "u^a"),
        ("R", "ax + a - 1", "a*u + a + (-1)"),
        ("R", "λu", "a*u"),
        ("R", "a ⊙ u = u^a", "u^a"),
        ("R", "a*u = u", "u"),
        ("R", "∛a·x", "root(a, 3)*u"),
        ("R", "(c, w) -> c^2 w", "a^2*u"),
        ("R", "{0 if a = 0 else u}", "(0 if a = 0 else u)"),
        ("R", "a*c*u", None),
        ("R^2", "a(x, y) = (a*x, y)", "a*u1, u2"),
        ("R^2", "(ax, ay)", "a*u1, a*u2"),
        ("R^(2x2)", "a A'", "a*u1, a*u3, a*u2, a*u4"),
        ("{(a, b) : a > 0}", "(c, u) -> c*u", "a*u1, a*u2"),
        ("{(a, b) : a > 0}", "(a, b)", None),
        ("R^2", "a*u1", None),
    ],
)
def test_scalings(carrier, scale, meaning):
    if meaning is None:
        with pytest.raises(Unreadable):
            read_user_space("R", carrier, "(u, v) -> u", scale)
        return
    assert texts(read_user_space("R", carrier, "(u, v) -> u", scale).scale) == meaning


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("R", "R^2", "u1 + v1", "a*u"), "The sum leaves the carrier: a tuple of 2 numbers"),
        (("R", "R", "(u, v)", "a*u"), "one number is due, and this is a tuple of 2"),
        (("R", "P_2", "p*q", "a*p"), "a polynomial of degree 4"),
        (("R", "R^3", "u + v", "(ax, ay)"), "The multiple leaves the carrier"),
        (("R", "R", "u + w", "a*u"), '"w" has no meaning here'),
        (("R", "{(x, x) : x > 0}", "u", "u"), "twice"),
        (("R", "{(x, y) in R^3 : x = 0}", "u", "u"), "There are 2 names"),
        (("R", "y > 0 and x > 0", "u", "u"), "unclear which"),
        (("R", "{x : }", "u", "u"), "out of place"),
        (("R", "banana", "u", "u"), "A set is due"),
        (("R", "C[0, 1]", "f*g", "a*f"), "usual operations"),
        (("R", "R^0", "u", "u"), "from 1 to"),
        (("R", "R^1000000000", "u", "u"), "from 1 to"),
    ],
)
def test_refusals(given, says):
    with pytest.raises(Unreadable) as caught:
        read_user_space(*given)
    assert says in str(caught.value)
    assert str(caught.value).count("\n") >= 2


@pytest.mark.parametrize("field", ["Z", "GF(6)", "Q(sqrt(2))", "Z/4"])
def test_scalars_that_are_no_field_of_ours(field):
    with pytest.raises(NotAField):
        read_user_space(field, "R", *USUAL)
