"""Formulas and conditions: what each text means."""

import pytest

from exactspaces.kernel.formulas import Compare, Constant, Every, Reals, Some, Variable
from exactspaces.kernel.scalars import Rationals
from exactspaces.kernel.sentences import condition_text, formula_text
from exactspaces.reading.slips import Unreadable
from exactspaces.reading.spaces.evaluate import condition, evaluate, number
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.trees import parse, reading
from exactspaces.reading.spaces.values import Mat, Poly, Tup

NAMES = {name: Variable(name) for name in "xyuvaz"}
SCOPE = Scope(NAMES, Reals())


def said(text, scope=SCOPE):
    with reading(text):
        return formula_text(number(parse(text, scope.names), scope))


def holds(text, scope=SCOPE):
    with reading(text):
        return condition_text(condition(parse(text, scope.names), scope))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("2x + 1", "2*x + 1"),
        ("xy", "x*y"),
        ("x - y", "x - y"),
        ("-x^2", "-x^2"),
        ("-x*y", "-x*y"),
        ("-3x", "-3*x"),
        ("x*-y", "x*(-y)"),
        ("(-x)^2", "(-x)^2"),
        ("x²", "x^2"),
        ("x⁻¹", "x^(-1)"),
        ("x**y", "x^y"),
        ("x^y^z", "x^(y^z)"),
        ("x^(1/3)", "x^(1/3)"),
        ("1/2x", "1/2*x"),
        ("0.25", "1/4"),
        (".5", "1/2"),
        ("√x", "sqrt(x)"),
        ("∛(x^3 + y^3)", "root(x^3 + y^3, 3)"),
        ("sqrt(2)", "sqrt(2)"),
        ("root(x, 5)", "root(x, 5)"),
        ("ln(x)", "log(x)"),
        ("log(x, 2)", "log(x)/log(2)"),
        ("artanh x", "atanh(x)"),
        ("arsinh(x)", "asinh(x)"),
        ("arctan(x)", "atan(x)"),
        ("e^x", "exp(x)"),
        ("|x|", "abs(x)"),
        ("|x - |y||", "abs(x - abs(y))"),
        ("2|x|y", "2*abs(x)*y"),
        ("sign(x)", "sgn(x)"),
        ("max(x, y, 1)", "max(max(x, y), 1)"),
        ("x mod 3", "x - 3*floor(x/3)"),
        ("mod(x, 3)", "x - 3*floor(x/3)"),
        ("\\frac{x}{y}", "x/y"),
        ("\\sqrt{x}", "sqrt(x)"),
        ("x · y", "x*y"),
        ("a(x + 1)", "a*(x + 1)"),
        ("(x)(y)", "x*y"),
        ("{x if x > 0 else -x}", "(x if x > 0 else -x)"),
        ("cases(x < 0: 1, otherwise: x)", "(1 if x < 0 else x)"),
        ("det [1 2; 3 x]", "x + (-6)"),
        ("(x, y)[2]", None),
    ],
)
def test_formulas(text, meaning):
    if meaning is None:
        with pytest.raises(Unreadable):
            said(text)
    else:
        assert said(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("x = y", "x = y"),
        ("x ≠ y", "x != y"),
        ("0 < x <= 1", "0 < x and x <= 1"),
        ("x > 0, y > 0", "x > 0 and y > 0"),
        ("x, y > 0", "y > 0 and x > 0"),
        ("x > 0 or y > 0", "x > 0 or y > 0"),
        ("not (x > 0 and y = 0)", "x <= 0 or y != 0"),
        ("|x| = |y|", "abs(x) = abs(y)"),
        ("x in Z", "x in ZZ"),
        ("x ∈ ℚ", "x in QQ"),
        ("x in [0, 1)", "x >= 0 and x < 1"),
        ("x not in {0, 1}", "x != 0 and x != 1"),
        ("x in (0, oo)", "x > 0"),
        ("(x, y) = 0", "x = 0 and y = 0"),
        ("(x, y) != (0, 1)", "x != 0 or y != 1"),
        ("x ∧ y", None),
    ],
)
def test_conditions(text, meaning):
    if meaning is None:
        with pytest.raises(Unreadable):
            holds(text)
    else:
        assert holds(text) == meaning


def test_what_is_not_in_a_field_is_denied_by_cases():
    assert holds("x not in Q") == "(0 if x in QQ else 1) = 1"


def test_bare_values():
    assert evaluate(parse("(1, x)", NAMES), SCOPE) == Tup((Constant(1), Variable("x")))
    assert evaluate(parse("[1 -2; 3 4]"), SCOPE).shape == (2, 2)
    assert isinstance(evaluate(parse("[[1, 2], [3, 4]]"), SCOPE), Mat)


def test_polynomials_are_multiplied_differentiated_and_evaluated():
    scope = SCOPE.having({"p": Poly((Variable("u"), Variable("v"), Variable("a")))})
    assert said("p(1)", scope) == "u + v + a"
    assert said("p'(0)", scope) == "v"
    assert said("p''(5)", scope) == "2*a"
    assert said("integral(p, 0, 1)", scope) == "u + v*(1/2) + a*(1/3)"
    assert holds("deg p <= 1", scope) == "a = 0"
    assert holds("deg p = 2", scope) == "a != 0"


def test_the_modulus_of_a_complex_number():
    scope = Scope({"z": Variable("z")}, complex=True)
    assert said("|z|", scope) == "sqrt(re(z)^2 + im(z)^2)"
    assert said("conj(z) + 2i", scope) == "conj(z) + 2*i"


def test_true_and_false():
    assert condition(parse("true"), SCOPE) == Every(())
    assert condition(parse("false"), SCOPE) == Some(())
    assert condition(parse("1 = 2"), SCOPE) == Compare("=", Constant(1), Constant(2))
    assert Rationals() != Reals()


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("x + w", 4, "has no meaning"),
        ("x + ", 3, "ends too early"),
        ("(x", 0, "never closed"),
        ("x)", 1, "closes nothing"),
        ("x^a^a^a^a", 8, "exponents stand on top"),
        ("9^9^9", 2, "exponent is too large"),
        ("x^1001", 2, "exponent is too large"),
        ("sin(x)", 0, "not among the functions"),
        ("1/xy", 2, "unclear"),
        ("x^ya", 2, "unclear"),
        ("x + y mod 2", 4, "unclear"),
        ("root(x, 1)", 0, "index of a root"),
        ("1e5", 0, "could be 100000"),
        ("1.5e5", 0, "float"),
        ("x $ y", 2, "no meaning"),
        ("exp", 3, "ends too early"),
        ("x + min", 4, "needs its argument"),
        ("(1, 2)*(3, 4)", 0, "product of two tuples"),
        ("det [1 2 3; 4 5 6]", 0, "square matrix"),
        ("x (+) y", 0, "own operation"),
    ],
)
def test_refusals_have_a_place(text, place, says):
    with pytest.raises(Unreadable) as caught:
        said(text)
    assert says in str(caught.value)
    assert caught.value.position == place
    assert "^" in str(caught.value).splitlines()[2]
