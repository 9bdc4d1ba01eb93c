"""Rounding errors: every bound of a sum, a product or a norm is checked against exact numbers."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactspaces.errors import TooLarge
from exactspaces.numeric import balls, rounding
from exactspaces.numeric.arrays import largest, rescaled
from exactspaces.numeric.balls import Ball

POSITIVE = st.floats(min_value=0, max_value=1e300)
RNG = np.random.default_rng(3)


def exactly(X):
    if np.iscomplexobj(X):
        return [[(Fraction(x.real), Fraction(x.imag)) for x in row] for row in X.tolist()]
    return [[Fraction(x) for x in row] for row in X.tolist()]


def product(X, Y):
    """The exact product, as rows of fractions."""
    columns = list(zip(*exactly(Y), strict=True))
    return [[sum(map(Fraction.__mul__, r, c)) for c in columns] for r in exactly(X)]


def off(rows, X):
    """The square of the distance of rows of fractions to an array."""
    pairs = zip(rows, exactly(X), strict=True)
    return sum((a - b) ** 2 for r, s in pairs for a, b in zip(r, s, strict=True))


@given(POSITIVE, POSITIVE)
def test_bounds_of_single_operations_are_true(x, y):
    a, b = Fraction(x), Fraction(y)
    assert rounding.sum_down(x, y) <= a + b <= rounding.sum_up(x, y)
    high = rounding.product_up(x, y)
    assert math.isinf(high) or a * b <= high
    low = rounding.product_down(x, y)
    assert math.isinf(low) or low <= a * b
    assert Fraction(rounding.root_down(x)) ** 2 <= a <= Fraction(rounding.root_up(x)) ** 2
    assert rounding.difference_down(x, y) <= max(a - b, 0) <= rounding.difference_up(x, y)
    if y:
        high = rounding.quotient_up(x, y)
        assert math.isinf(high) or a / b <= high
        low = rounding.quotient_down(x, y)
        assert math.isinf(low) or low <= a / b
    high = rounding.hypot_up(x, y)
    assert math.isinf(high) or a * a + b * b <= Fraction(high) ** 2


@given(st.integers(min_value=0, max_value=2**46))
def test_gamma_is_an_upper_bound(n):
    u = Fraction(1, 2**53)
    assert n * u / (1 - n * u) <= rounding.gamma(n)


def test_gamma_is_refused_where_it_is_no_longer_small():
    with pytest.raises(TooLarge, match="no useful bound"):
        rounding.gamma(2**47)


SHAPES = [(1, 1, 1), (3, 4, 2), (5, 23, 5), (4, 24, 6), (7, 200, 3), (2, 3000, 2)]
SCALES = [1.0, 1e-150, 1e140, 2.0**-500]


def pair(shape, kind):
    m, k, n = shape
    X, Y = RNG.standard_normal((m, k)), RNG.standard_normal((k, n))
    if kind == "wide range":
        X, Y = (
            X * 10.0 ** RNG.integers(-20, 20, X.shape),
            Y * 10.0 ** RNG.integers(-20, 20, Y.shape),
        )
    if kind == "cancelling":
        X[:, k // 2 :] = -X[:, : k - k // 2]
        Y[k // 2 :] = Y[: k - k // 2]
    return X, Y


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", ["plain", "wide range", "cancelling"])
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("multiply", [balls.product, balls.fine_product])
def test_products_lie_in_their_balls(shape, kind, scale, multiply):
    X, Y = pair(shape, kind)
    X = X * scale
    found = multiply(Ball(X), Ball(Y))
    assert off(product(X, Y), found.centre) <= Fraction(found.radius) ** 2


@pytest.mark.parametrize("shape", SHAPES[1:])
def test_a_fine_product_has_a_small_radius(shape):
    X, Y = pair(shape, "plain")
    found, plain = balls.fine_product(Ball(X), Ball(Y)), balls.product(Ball(X), Ball(Y))
    assert found.radius <= 4 * rounding.UNIT * balls.frobenius(found.centre) or shape[1] < 24
    assert found.radius <= 2 * plain.radius


@pytest.mark.parametrize("shape", SHAPES)
def test_a_minuend_and_radii_are_taken_in(shape):
    X, Y = pair(shape, "plain")
    C = RNG.standard_normal((shape[0], shape[2]))
    dX, dY = np.full_like(X, 1e-6), np.full_like(Y, -1e-7)
    wide = Ball(X, rounding.up(balls.frobenius(dX))), Ball(Y, rounding.up(balls.frobenius(dY)))
    found = balls.fine_product(*wide, C)
    other = [
        [Fraction(c) - p for c, p in zip(r, s, strict=True)]
        for r, s in zip(C.tolist(), product(X + dX, Y + dY), strict=True)
    ]
    assert off(other, found.centre) <= (Fraction(found.radius) * Fraction(1 + 1e-9)) ** 2


@pytest.mark.parametrize("size", [1, 5, 1023, 1024, 1025, 5000])
@pytest.mark.parametrize("scale", [1.0, 1e-200, 1e200, 5e-324, 1e-310, 1e307])
def test_norms_are_enclosed(size, scale):
    with np.errstate(under="ignore"):
        x = (RNG.standard_normal((size, 1)) * min(scale, 1.0)) * max(scale, 1.0)
    low, high = balls.frobenius_interval(x)
    square = sum(Fraction(v) ** 2 for v in x.ravel().tolist())
    assert Fraction(low) ** 2 <= square
    assert math.isinf(high) or square <= Fraction(high) ** 2
    if 1e-250 < scale < 1e250:
        assert high <= low * (1 + 1e-12)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_the_norm_of_what_is_not_finite_is_infinite(value):
    assert balls.frobenius(np.array([[1.0, value]])) == math.inf
    assert math.isnan(largest(np.array([1.0, np.nan])))


def test_the_norm_of_nothing_is_nothing():
    assert balls.frobenius_interval(np.zeros((3, 2))) == (0.0, 0.0)
    assert balls.gram_defect(np.eye(5)) < 1e-300


@pytest.mark.parametrize("n", [2, 10, 50])
def test_defects_of_orthonormality_are_bounded(n):
    Q = np.linalg.qr(RNG.standard_normal((2 * n, n)))[0]
    gram = product(Q.T, Q)
    square = sum((x - (i == j)) ** 2 for i, row in enumerate(gram) for j, x in enumerate(row))
    found = balls.gram_defect(Q)
    assert square <= Fraction(found) ** 2
    assert found < 1e-13


def test_complex_products_lie_in_their_balls():
    for multiply in (balls.product, balls.fine_product):
        X = RNG.standard_normal((4, 60)) + 1j * RNG.standard_normal((4, 60))
        Y = RNG.standard_normal((60, 3)) + 1j * RNG.standard_normal((60, 3))
        found = multiply(Ball(X), Ball(Y))
        real = product(np.hstack([X.real, -X.imag]), np.vstack([Y.real, Y.imag]))
        imag = product(np.hstack([X.real, X.imag]), np.vstack([Y.imag, Y.real]))
        square = off(real, found.centre.real) + off(imag, found.centre.imag)
        assert square <= Fraction(found.radius) ** 2


def test_sums_and_multiples_lie_in_their_balls():
    X = pair((6, 5, 5), "wide range")[0]
    Z = RNG.standard_normal((6, 5))
    d = RNG.standard_normal(5)
    for found, exact in (
        (balls.plus(Ball(X), Ball(Z)), lambda a, b, _: a + b),
        (balls.minus(Ball(X), Ball(Z)), lambda a, b, _: a - b),
        (balls.columns_times(Ball(X), d), lambda a, _, f: a * f),
    ):
        rows = [
            [exact(a, b, Fraction(f)) for a, b, f in zip(r, s, d.tolist(), strict=True)]
            for r, s in zip(exactly(X), exactly(Z), strict=True)
        ]
        assert off(rows, found.centre) <= Fraction(found.radius) ** 2


def test_means_err_by_no_more_than_is_said():
    X = RNG.standard_normal((1000, 4)) * 10.0 ** RNG.integers(-8, 8, (1000, 4))
    exact = [sum(map(Fraction, column)) / 1000 for column in X.T.tolist()]
    square = sum(
        (Fraction(a) - b) ** 2 for a, b in zip(X.mean(axis=0).tolist(), exact, strict=True)
    )
    assert square <= Fraction(balls.column_mean_error(X)) ** 2


def test_norms_of_columns_are_bounded():
    X = RNG.standard_normal((300, 5)) * np.array([1.0, 1e-100, 1e100, 0.0, 1e-9])
    for column, high in zip(X.T.tolist(), balls.column_norms(X).tolist(), strict=True):
        assert sum(Fraction(x) ** 2 for x in column) <= Fraction(high) ** 2


def test_scaling_says_whether_it_was_exact():
    assert rescaled(np.array([1.0, 3.0]), -3)[1]
    assert not rescaled(np.array([1.0, 3.0]), -1075)[1]
    assert rescaled(np.array([1.0 + 2.0j]), 4)[0][0] == 16 + 32j
