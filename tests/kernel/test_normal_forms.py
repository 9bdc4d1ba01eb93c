"""Normal forms keep the value, and what is said of signs is true at points."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from exactspaces.kernel import Rejected, sums
from exactspaces.kernel.enclosures import enclosed, sign_of_number, whole_part_of_number
from exactspaces.kernel.formulas import ComplexNumbers, Integers, Reals, Variable
from exactspaces.kernel.scalars import Rationals
from exactspaces.kernel.settings import Setting
from exactspaces.kernel.valuation import assume as suppose
from exactspaces.kernel.valuation import compared, value
from tests.kernel.formulas import ap, c, formulas, holds, numeric, numeric_sum, plus, times, true

ARITHMETIC = {"+": 2, "-": 1, "*": 2, "/": 2}
POWERS = ARITHMETIC | {"^": 2, "root": 2, "exp": 1, "log": 1}
EVERYTHING = POWERS | {
    "sinh": 1, "tanh": 1, "asinh": 1, "atanh": 1, "abs": 1, "sgn": 1, "max": 2, "min": 2,
    "floor": 1, "atan": 1,
}  # fmt: skip
COMPLEX = ARITHMETIC | {"conj": 1, "re": 1, "im": 1, "exp": 1}
x, y, z = Variable("x"), Variable("y"), Variable("z")
positive = st.floats(0.1, 3.0)
signed = st.floats(-3.0, 3.0).filter(lambda v: abs(v) > 0.05)


def agree(form, formula, values):
    """Whether the normal form has the value of the formula; too large numbers are left out."""
    try:
        found = numeric_sum(form, values)
    except OverflowError:
        reject()
    return close(found, numeric(formula, values))


def close(a, b):
    return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def evaluated(formula, values):
    try:
        found = numeric(formula, values)
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return found if abs(found) < 1e6 else None


def setting(domain, *hypotheses):
    made = Setting({"x": domain, "y": domain})
    suppose(made, hypotheses)
    return made


def normal(made, formula):
    try:
        return value(made, formula)
    except (Rejected, RecursionError):
        return None


@settings(max_examples=400, deadline=None)
@given(formulas(["x", "y"], EVERYTHING), positive, positive)
def test_on_positive_numbers(formula, a, b):
    form = normal(setting(Reals(), holds(">", x, 0), holds(">", y, 0)), formula)
    assume(form is not None)
    expected = evaluated(formula, {"x": a, "y": b})
    assume(expected is not None)
    assert agree(form, formula, {"x": a, "y": b})


@settings(max_examples=400, deadline=None)
@given(formulas(["x", "y"], EVERYTHING), signed, signed)
def test_on_real_numbers(formula, a, b):
    form = normal(setting(Reals()), formula)
    assume(form is not None)
    expected = evaluated(formula, {"x": a, "y": b})
    assert expected is not None or _too_large(formula, a, b)
    if expected is not None:
        assert agree(form, formula, {"x": a, "y": b})


def _too_large(formula, a, b):
    """What has a normal form has a value; only its size can be in the way."""
    try:
        return abs(numeric(formula, {"x": a, "y": b})) >= 1e6
    except OverflowError:
        return True


@settings(max_examples=300, deadline=None)
@given(
    formulas(["x", "y"], COMPLEX),
    st.complex_numbers(max_magnitude=3),
    st.complex_numbers(max_magnitude=3),
)
def test_on_complex_numbers(formula, a, b):
    form = normal(setting(ComplexNumbers()), formula)
    assume(form is not None)
    expected = evaluated(formula, {"x": a, "y": b})
    assume(expected is not None)
    assert agree(form, formula, {"x": a, "y": b})


@settings(max_examples=400, deadline=None)
@given(formulas(["x", "y"], EVERYTHING), signed, signed, st.sampled_from(["", "xy", "x"]))
def test_signs_are_true(formula, a, b, known):
    hypotheses = [holds(">", Variable(name), 0) for name in known] + [holds(">", x, y)]
    b = abs(b) if "y" in known else b
    values = {"x": abs(a) + (abs(b) if known else b), "y": b}
    assume(all(true(h, values) for h in hypotheses))
    made = setting(Reals(), *hypotheses)
    form = normal(made, formula)
    assume(form is not None)
    expected = evaluated(formula, values)
    assume(expected is not None)
    for relation, says in (
        (">", expected > -1e-7), ("<", expected < 1e-7), (">=", expected > -1e-7),
        ("<=", expected < 1e-7),
    ):  # fmt: skip
        found = compared(made, relation, form)
        assert found is not True or says
        assert found is not False or not (expected > 1e-7 if ">" in relation else expected < -1e-7)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (ap("^", times(x, y), z), times(ap("^", x, z), ap("^", y, z))),
        (ap("^", x, plus(z, c(1))), times(x, ap("^", x, z))),
        (ap("^", ap("^", x, z), z), ap("^", x, times(z, z))),
        (ap("log", times(x, y)), plus(ap("log", x), ap("log", y))),
        (ap("exp", ap("log", x)), x),
        (ap("log", ap("exp", z)), z),
        (ap("tanh", ap("atanh", ap("/", x, plus(x, c(1))))), ap("/", x, plus(x, c(1)))),
        (ap("root", ap("^", z, 3), 3), z),
        (ap("root", ap("*", ap("^", x, 2), 2), 2), times(x, ap("root", 2, 2))),
        (ap("/", plus(times(x, x), ap("-", c(1))), plus(x, c(1))), plus(x, c(-1))),
        (ap("^", 4, z), ap("^", 2, times(c(2), z))),
        (ap("root", 12, 2), times(c(2), ap("root", 3, 2))),
    ],
)
def test_equal_formulas_have_equal_normal_forms(left, right):
    made = Setting({"x": Reals(), "y": Reals(), "z": Reals()})
    suppose(made, (holds(">", x, 0), holds(">", y, 0)))
    assert sums.is_zero(sums.minus(value(made, left), value(made, right)))


@pytest.mark.parametrize(
    "formula",
    [
        ap("/", 1, x), ap("log", x), ap("root", x, 2), ap("^", x, y), ap("atanh", x),
        ap("/", 1, plus(x, ap("-", x))), ap("log", c(-1)),
        ap("root", -1, 2), ap("^", -1, c(1, 2)), ap("^", 0, -1), ap("tan", x), ap("^", 0, x),
        ap("/", 1, plus(x, y)), ap("log", plus(x, y)), ap("root", times(x, y), 4),
    ],
)  # fmt: skip
def test_what_may_have_no_value_has_no_normal_form(formula):
    with pytest.raises(Rejected):
        value(setting(Reals()), formula)


def test_a_negative_multiple_of_a_fact_is_not_positive():
    made = setting(Reals(), holds(">", plus(x, c(1)), 0))
    form = value(made, times(c(-2), plus(x, c(1))))
    assert made.sign(form) is None
    assert compared(made, ">", form) is False


def test_an_exponential_of_a_complex_number_is_not_positive():
    made = setting(ComplexNumbers())
    form = value(made, ap("exp", times(Variable("i"), x)))
    assert made.sign(form) is None
    assert made.is_nonzero(form)


NUMBERS = [
    (ap("root", 2, 2), math.sqrt(2)),
    (plus(ap("root", 2, 2), ap("root", 3, 2), ap("-", ap("root", 10, 2))), None),
    (plus(ap("exp", 1), c(-3)), math.e - 3),
    (times(ap("exp", c(-1, 2)), ap("root", 5, 3)), math.exp(-0.5) * 5 ** (1 / 3)),
    (c(-7, 3), -7 / 3),
    (plus(ap("^", 2, c(1, 3)), ap("^", 4, c(1, 3)), c(-2)), None),
]


@pytest.mark.parametrize(("formula", "expected"), NUMBERS)
def test_numbers_are_enclosed(formula, expected):
    form = value(Setting({}), formula)
    expected = numeric(formula, {}) if expected is None else expected
    low, high = enclosed(form, 64)
    assert low <= high
    assert abs(float(low) - expected) < 1e-9
    assert high - low < Fraction(1, 10**15)
    assert sign_of_number(form) == (expected > 0) - (expected < 0)
    assert whole_part_of_number(form) == math.floor(expected)


def test_numbers_of_which_nothing_is_known_stay_open():
    nested = ap("root", plus(c(5), times(c(2), ap("root", 6, 2))), 2)
    form = value(Setting({}), plus(nested, ap("-", ap("root", 2, 2)), ap("-", ap("root", 3, 2))))
    made = Setting({})
    assert compared(made, "=", form) is None  # it is zero, by an identity the kernel does not know


def test_integers_and_rational_numbers_are_known_by_their_domains():
    made = Setting({"n": Integers(), "q": Rationals(), "x": Reals()})
    n, q = Variable("n"), Variable("q")
    assert made.is_integer(value(made, plus(times(n, n), c(3))))
    assert not made.is_integer(value(made, times(c(1, 2), n)))
    assert made.is_rational(value(made, ap("/", q, plus(times(q, q), c(1)))))
    assert not made.is_rational(value(made, times(q, x)))
    assert not made.is_rational(value(made, ap("root", 2, 2)))
