"""Numbers of each field: the laws, and the same results as python-flint and SymPy."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
import sympy
from flint import fmpz_mod_ctx, fmpz_mod_poly_ctx, fq_default_ctx
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.errors import NoAnswer, NotExact
from exactspaces.fields import GF, QQ, generator, lift, number, read_field, square_root
from exactspaces.kernel import polynomials as poly
from tests.strategies import PARAMETRIC, RINGS, numbers

EVERY = {**RINGS, **PARAMETRIC}
SMALL = [GF(4), GF(8), GF(9)]
LARGE = [GF(q) for q in (16, 25, 27, 32, 49, 64, 81, 121, 125, 128, 169, 243, 256, 3**10, 101**3)]


def elements(field):
    p, w = field.characteristic, generator(field, "w")
    degree = poly.degree(field.moduli[0], 0)
    return [
        sum((c * w**i for i, c in enumerate(digits)), start=number(field, 0))
        for digits in product(range(p), repeat=degree)
    ]


def coefficients(value):
    ring = value.ring
    degree = poly.degree(ring.moduli[0], 0)
    found = {e: c for (e,), c in value.top}
    return [found.get(i, 0) for i in range(degree)]


@pytest.mark.parametrize("field", SMALL, ids=str)
def test_all_numbers_of_a_small_field(field):
    every, zero, one = elements(field), number(field, 0), number(field, 1)
    q = len(every)
    assert len(set(every)) == q in (4, 8, 9)
    for a in every:
        assert a**q == a
        assert a + -a == zero
        assert {a + b for b in every} == set(every)
        if a:
            assert {a * b for b in every} == set(every)
            assert a * a.inverse() == one
    for a, b, c in product(every, repeat=3):
        assert a * (b + c) == a * b + a * c
        assert (a * b) * c == a * (b * c)
    assert any({a**k for k in range(1, q)} == set(every) - {zero} for a in every if a)


@pytest.mark.parametrize("field", SMALL + LARGE, ids=lambda f: f"{f.characteristic}")
@settings(max_examples=25)
@given(data=st.data())
def test_finite_fields_agree_with_flint(field, data):
    p = field.characteristic
    modulus = [0] * (poly.degree(field.moduli[0], 0) + 1)
    for (e,), c in field.moduli[0]:
        modulus[e] = c
    theirs = fq_default_ctx(modulus=fmpz_mod_poly_ctx(fmpz_mod_ctx(p))(modulus))
    w = generator(field, "w")

    def both():
        digits = data.draw(
            st.lists(st.integers(0, p - 1), min_size=len(modulus) - 1, max_size=len(modulus) - 1)
        )
        ours = sum((c * w**i for i, c in enumerate(digits)), start=number(field, 0))
        return ours, theirs(digits)

    (a, A), (b, B) = both(), both()
    pairs = [(a + b, A + B), (a - b, A - B), (a * b, A * B), (a**5, A**5)]
    pairs += [(a / b, A / B)] if b else []
    for ours, other in pairs:
        assert coefficients(ours) == [int(c) for c in other.to_list()]


NUMBER_FIELDS = {
    "QQ(sqrt(2))": {"sqrt(2)": sympy.sqrt(2)},
    "QQ(i)": {"i": sympy.I},
    "QQ(sqrt(2), sqrt(3))": {"sqrt(2)": sympy.sqrt(2), "sqrt(3)": sympy.sqrt(3)},
    "QQ(c: c^3 - 2)": {"c": sympy.cbrt(2)},
    "QQ(a: a^4 - 10a^2 + 1)": {"a": sympy.sqrt(2) + sympy.sqrt(3)},
}


@pytest.mark.parametrize("name", NUMBER_FIELDS)
@settings(max_examples=12)
@given(data=st.data())
def test_number_fields_agree_with_sympy(name, data):
    field, values = read_field(name), NUMBER_FIELDS[name]

    def theirs(x):
        top = sum(
            c * sympy.prod(values[n] ** e for n, e in zip(field.names, es, strict=True))
            for es, c in x.top
        )
        return sympy.Integer(0) + top / x.bottom[0][1]

    a, b = data.draw(numbers(field)), data.draw(numbers(field))
    pairs = [(a + b, theirs(a) + theirs(b)), (a * b, theirs(a) * theirs(b))]
    for ours, other in pairs:
        assert sympy.expand(theirs(ours) - other) == 0
    if b:
        assert sympy.expand(theirs(a / b) * theirs(b) - theirs(a)) == 0


@pytest.mark.parametrize("name", EVERY)
@settings(max_examples=20)
@given(data=st.data())
def test_laws(name, data):
    ring = EVERY[name]
    a, b, c = (data.draw(numbers(ring)) for _ in range(3))
    assert (a + b) * c == a * c + b * c
    assert a - b == -(b - a)
    assert (a * b) * c == a * (b * c)
    if b:
        assert not (a / b) * b - a  # with parameters fractions need not be in lowest terms
        assert not b**-2 - 1 / (b * b)
        assert name in PARAMETRIC or hash((a / b) * b) == hash(a)


@pytest.mark.parametrize("name", EVERY)
def test_what_has_no_value(name):
    ring = EVERY[name]
    with pytest.raises(NoAnswer, match="division by zero"):
        number(ring, 0).inverse()
    with pytest.raises(NotExact, match="floats are not exact"):
        number(ring, 0.5)
    if ring.characteristic:
        with pytest.raises(NoAnswer, match="has no value modulo"):
            number(ring, Fraction(1, ring.characteristic))


def test_numbers_move_to_larger_fields_only():
    small, large = read_field("QQ(sqrt(2))"), read_field("QQ(sqrt(3), sqrt(2))")
    root = generator(small, "sqrt(2)")
    assert lift(large, root) == generator(large, "sqrt(2)")
    assert lift(large, root) ** 2 == number(large, 2)
    with pytest.raises(NoAnswer, match="not a number of the larger field"):
        lift(small, generator(large, "sqrt(3)"))
    with pytest.raises(NoAnswer, match="different characteristic"):
        lift(GF(3), generator(GF(4), "w"))
    assert number(QQ, Fraction(3, 6)) == Fraction(1, 2) * number(QQ, 1)


@settings(max_examples=40)
@given(st.fractions(-6, 6, max_denominator=5), st.fractions(-6, 6, max_denominator=5))
def test_square_roots_in_a_field_of_square_roots(u, v):
    field = read_field("QQ(sqrt(2))")
    x = number(field, u) + v * generator(field, "sqrt(2)")
    root = square_root(x * x)
    assert root is not None
    assert root in (x, -x)
    expected = abs(float(u) + float(v) * 2**0.5)
    value = root.top and sum(c * 2 ** (e / 2) for (e,), c in root.top) / root.bottom[0][1]
    assert abs((value or 0) - expected) < 1e-9
