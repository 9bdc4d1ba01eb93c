"""Signs and conjugates in fields of square roots: against floating values with many digits."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from exactspaces import compute
from exactspaces.errors import NotAField, NotUnderstood
from exactspaces.fields import GF, QQ, generator, number, read_field, sign, with_square_root

small = st.integers(-40, 40)


@given(st.lists(small, min_size=4, max_size=4))
def test_signs_in_a_field_with_two_roots(c):
    ring = read_field("QQ(sqrt(2), sqrt(3))")
    x = [number(ring, 1), generator(ring, "sqrt(2)"), generator(ring, "sqrt(3)")]
    value = x[0] * c[0] + x[1] * c[1] + x[2] * c[2] + x[1] * x[2] * c[3]
    r = sympy.sqrt
    due = sympy.sign(sympy.N(c[0] + c[1] * r(2) + c[2] * r(3) + c[3] * r(6), 60))
    assert sign(value) == due


@given(small, small, small, small)
def test_signs_with_a_root_of_a_root(a, b, c, d):
    root = with_square_root(number(QQ, 5))
    inner = with_square_root(root + 3)
    ring = inner.ring
    five = generator(ring, "sqrt(5)")
    value = five * b + a + inner * (five * d + c)
    r = sympy.sqrt
    due = sympy.sign(sympy.N(a + b * r(5) + (c + d * r(5)) * r(3 + r(5)), 60))
    assert sign(value) == due


def test_a_close_call():
    two = with_square_root(number(QQ, 2))
    assert sign(two * 665857 - two * two * 470832) == 1
    assert sign(two * 470832 - 665857) == -1


@pytest.mark.parametrize("name", ["QQ(i)", "QQ(a: a^3 - 2)", "QQ(a: a^2 + a + 1)"])
def test_what_has_no_sign(name):
    ring = read_field(name)
    with pytest.raises(NotAField):
        sign(generator(ring, ring.names[0]))
    with pytest.raises(NotAField):
        sign(number(GF(5), 1))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("norm2((sqrt(1-sqrt(2)), 0))", "-1 + sqrt(2)"),
        ("norm2((i, sqrt(2)))", "3"),
        ("norm2((sqrt(-2), i*sqrt(3)))", "5"),
        ("norm2((sqrt(2)+i, 1))", "4"),
        ("dot((sqrt(1-sqrt(2)), 0), (1, 0))", "-sqrt(1-sqrt(2))"),
    ],
)
def test_roots_of_negative_numbers_are_conjugated(text, answer):
    assert compute(text, over="CC").answer == answer


def test_a_root_of_a_number_that_is_not_real_has_no_conjugate_here():
    with pytest.raises(NotUnderstood, match="conjugate of sqrt"):
        compute("norm2((sqrt(1+2i), 0))", over="CC")
