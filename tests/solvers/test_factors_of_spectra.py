"""Factors of characteristic polynomials over extension fields."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.fields import number
from exactspaces.fields.names import read_over
from exactspaces.solvers.backends.spectral import factors

FIELDS = ["GF(4)", "GF(9)", "QQ(i)", "QQ(sqrt(2))", "QQ(a: a^3 - 2)", "QQ(sqrt(2), sqrt(3))"]


def times(f, g):
    zero = number(f[0].ring, 0)
    out = [zero] * (len(f) + len(g) - 1)
    for i, x in enumerate(f):
        for j, y in enumerate(g):
            out[i + j] = out[i + j] + x * y
    return out


@settings(max_examples=30)
@given(
    st.sampled_from(FIELDS),
    st.lists(st.lists(st.integers(-3, 3), min_size=1, max_size=2), min_size=1, max_size=2),
)
def test_the_factors_multiply_to_the_polynomial(name, parts):
    ring = read_over(name).ring
    f = [number(ring, 1)]
    for part in parts:
        f = times(f, [*(number(ring, c) for c in part), number(ring, 1)])
    found = [number(ring, 1)]
    pairs = factors(f)
    for g, exponent in pairs:
        assert g[-1] == number(ring, 1)
        for _ in range(exponent):
            found = times(found, g)
    assert found == f
