"""Between numbers and kernel matrices, and division by what is stated not to vanish."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.errors import NoAnswer
from exactspaces.fields import (
    Scalar,
    entries,
    generator,
    matrix_from,
    number,
    read_field,
    with_parameters,
)
from exactspaces.fields.matrices import is_unit, quotient
from exactspaces.kernel import polynomials as poly
from tests.strategies import PARAMETRIC, RINGS, numbers

EVERY = {**RINGS, **PARAMETRIC}


@pytest.mark.parametrize("name", EVERY)
@settings(max_examples=20)
@given(data=st.data())
def test_there_and_back(name, data):
    ring = EVERY[name]
    width = data.draw(st.integers(1, 3))
    row = st.lists(numbers(ring), min_size=width, max_size=width)
    rows = data.draw(st.lists(row, min_size=1, max_size=3))
    assert entries(matrix_from(ring, rows)) == rows


@pytest.mark.parametrize("name", PARAMETRIC)
@settings(max_examples=30)
@given(data=st.data())
def test_quotients_of_products(name, data):
    ring = PARAMETRIC[name]
    f, g = data.draw(numbers(ring)).top, data.draw(numbers(ring)).top
    h = data.draw(numbers(ring)).top
    if not g:
        return
    found = quotient(ring, ring.multiply(ring.multiply(f, h), g), g)
    assert found is not None
    q, m = found
    p = ring.characteristic
    assert m > 0
    assert q == poly.scale(ring.multiply(f, h), m, p)
    assert (
        quotient(ring, ring.integer(1), ring.multiply(g, generator(ring, ring.names[0]).top))
        is None
    )


def test_products_of_units_are_units():
    for name, root in (("QQ(sqrt(2), t)", "sqrt(2)"), ("GF(4)(t)", "w"), ("QQ(t)", None)):
        free = read_field(name)
        t = generator(free, "t")
        r = generator(free, root) if root else number(free, 3)
        tops = [(t - r).top, (t + r + 1).top, (r * t - r * r).top]
        ring = with_parameters(free.field, free.names, tuple(tops[:2]))
        for f, g in product(tops, tops):
            assert is_unit(ring, ring.multiply(f, g))
        assert not is_unit(ring, ring.multiply(tops[0], t.top))
        assert not is_unit(ring, ())
        bottom = ring.multiply(tops[0], tops[1])
        matrix = matrix_from(ring, [[Scalar(ring, ring.integer(1), bottom)]])
        assert matrix.powers == (1, 1)
        with pytest.raises(NoAnswer, match="a denominator is not among"):
            matrix_from(ring, [[1 / generator(ring, "t")]])
