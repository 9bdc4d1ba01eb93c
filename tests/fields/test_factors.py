"""Factors of integers and polynomials, against SymPy; what is named divides."""

from __future__ import annotations

from math import prod

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.fields.factors import (
    divided,
    factor_integral,
    factor_modulo,
    factors_modulo,
    integer_factor,
)

x = sympy.Symbol("x")
PRIMES = [2, 3, 5, 101, 10**9 + 7, 2**61 - 1]


def monic(least, most, size=9):
    lists = st.lists(st.integers(-size, size), min_size=least, max_size=most)
    return lists.map(lambda tail: [*tail, 1])


def theirs(f, **options):
    return sympy.Poly(f[::-1], x, **options)


def product(f, g):
    return [int(c) for c in reversed((theirs(f) * theirs(g)).all_coeffs())]


def test_every_small_number():
    for n in range(2, 5000):
        factor = integer_factor(n)
        assert (factor is None) == sympy.isprime(n)
        assert factor is None or (1 < factor < n and n % factor == 0)


@pytest.mark.parametrize(
    ("p", "q"),
    [(1000003, 1000033), (10**9 + 7, 10**9 + 9), (10**12 + 39, 10**12 + 61), (1009, 1009)],
)
def test_two_large_primes(p, q):
    assert integer_factor(p * q) in (p, q)
    assert integer_factor(p) is None


@settings(max_examples=80)
@given(monic(1, 8), st.sampled_from(PRIMES))
def test_over_prime_fields(f, p):
    f = [c % p for c in f]
    parts = factors_modulo(f, p)
    assert prod((theirs(g, modulus=p) for g in parts), start=theirs([1], modulus=p)) == theirs(
        f, modulus=p
    )
    assert all(g[-1] == 1 and theirs(g, modulus=p).is_irreducible for g in parts)
    first = factor_modulo(f, p)
    assert (first is None) == (len(parts) == 1)
    assert first is None or len(first) == min(map(len, parts))


@settings(max_examples=60)
@given(monic(1, 6))
def test_over_the_integers(f):
    factor = factor_integral(f)
    assert (factor is None) == theirs(f).is_irreducible
    if factor:
        assert 1 < len(factor) < len(f)
        assert not any(divided(f, factor)[1])


@settings(max_examples=60)
@given(monic(1, 4, 10**4), monic(1, 4, 10**4))
def test_products_over_the_integers(f, g):
    whole = product(f, g)
    factor = factor_integral(whole)
    assert factor is not None
    assert product(factor, divided(whole, factor)[0]) == whole


def test_powers_and_many_factors():
    assert factor_integral(product([1, 1], [1, 1])) == [1, 1]
    assert factor_integral([-1] + [0] * 23 + [1]) in ([-1, 1], [1, 1])
    assert (
        factor_integral([576, 0, -960, 0, 352, 0, -40, 0, 1]) is None
    )  # sqrt 2 + sqrt 3 + sqrt 5
