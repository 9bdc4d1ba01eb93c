"""Linear systems with an array: exact solutions enclosed entry by entry, and least squares."""

import math
from dataclasses import replace
from typing import Any

import numpy as np

from exactspaces.errors import WrongShape
from exactspaces.numeric import engines
from exactspaces.numeric.arrays import Array, rescaled, widened
from exactspaces.numeric.balls import Ball, fine_product, frobenius, minus, product
from exactspaces.numeric.bounds import Bound, Unbounded, at_most, settled, shifted
from exactspaces.numeric.definite import INVERSE, by_inverse
from exactspaces.numeric.inputs import read_vector, require_square
from exactspaces.numeric.operands import Dense, scaled
from exactspaces.numeric.residuals import ordered
from exactspaces.numeric.results import Solution
from exactspaces.numeric.rounding import (
    UNIT,
    above,
    below,
    difference_down,
    product_down,
    product_up,
    quotient_up,
    sum_up,
)
from exactspaces.numeric.singular import certified_svd, dense_operand

LEAST = "x - exact = (A*A)^-1 A*(b - Ax), with a lower bound of the smallest singular value"


def solve(A: Any, b: Any) -> Solution:
    """Solve A x = b for a square array, and enclose every entry of the exact solution.

    With an approximate inverse R and q >= ||I - R A||, q < 1, A is invertible, and
    exact - x = R r + (I - R A)(exact - x) with r = b - A x, so ||exact - x|| <= ||R r|| / (1 - q),
    and exact is within q ||R r|| / (1 - q) of x + R r, which is what is returned. The residual is
    computed with split factors, so that it is accurate although it is small.

    Sources: R. Krawczyk, Computing 4 (1969); S. M. Rump, Acta Numerica 19 (2010), section 10; S.
    Oishi, S. M. Rump, Numer. Math. 90 (2002).

    Raises NotNumeric, WrongShape (A not square, b of another length), NotSuitable, TooLarge.

    >>> found = solve([[2.0, 1.0], [1.0, 3.0]], [3.0, 5.0])
    >>> found.entries.holds([0.8, 1.4])
    True
    >>> solve([[1.0, 2.0], [2.0, 4.0]], [1.0, 2.0]).reason
    'LAPACK met a pivot 0: the matrix is singular, or too close to it for float64'
    """
    a = dense_operand(A)
    n = require_square(a)
    right, power, lost = scaled(read_vector(b, n))
    R = engines.inverse(a.array)
    if R is None:
        reason = "LAPACK met a pivot 0: the matrix is singular, or too close to it for float64"
        return Solution(np.full(n, math.nan), None, reason, converged=False)
    x, error, entries = _improved(a, R, Ball(right[:, None], lost))
    done = scaled_back(x, error, _residual(a, x[:, None], right, lost), (a.power, power))
    if entries is None or done.bound is None:
        return done
    return replace(done, entries=settled(shifted(entries, power - a.power))[0])


@np.errstate(all="ignore")
def _improved(a: Dense, R: Array, b: Ball) -> tuple[Array, Bound | Unbounded, Bound | None]:
    """Take x = R b and a step x + R r; bound its error, and enclose the entries if real.

    One plain step first brings x near; the second has the residual of split factors.
    """
    x = R @ b.centre
    x = x + R @ (b.centre - a.array @ x)
    q, _ = by_inverse(a, R)
    r = fine_product(a.ball, Ball(x), b.centre)
    step = product(Ball(R), Ball(r.centre, sum_up(r.radius, b.radius)))
    better = (x + step.centre)[:, 0]
    if not q < 1:
        reason = f"||I - RA|| could only be bounded by {q:.2g}, and less than 1 is needed"
        return better, Unbounded(f"{reason}: the matrix is too close to singular"), None
    whole = quotient_up(step.norm(), difference_down(1.0, q))
    rest = sum_up(product_up(q, whole), step.radius)
    error = at_most(sum_up(rest, product_up(2 * UNIT, frobenius(better))), INVERSE)
    if np.iscomplexobj(better):
        return better, error, None
    radius = above(rest + 2 * UNIT * np.abs(better))
    return better, error, Bound(below(better - radius), above(better + radius), INVERSE)


@np.errstate(all="ignore")
def _residual(a: Dense, x: Array, b: Array, lost: float) -> float:
    """Bound ||b - A x|| from above."""
    return minus(Ball(b[:, None], lost), product(a.ball, Ball(x))).norm()


def scaled_back(
    x: Array, found: Bound | Unbounded, residual: float, powers: tuple[int, int]
) -> Solution:
    """Undo the scaling of A and b; where x then underflows or overflows there is no bound."""
    power = powers[1] - powers[0]
    moved, is_exact = rescaled(x, power)
    bound, reason = settled(found)
    if bound is not None:
        bound, reason = settled(shifted(bound, power))
        if not is_exact:
            bound, reason = None, "the solution leaves the range of float64"
    rest = settled(shifted(at_most(residual, "the residual itself"), powers[1]))[0]
    return Solution(moved, bound, reason, rest)


def lstsq(A: Any, b: Any) -> Solution:
    """Minimise ||b - A x||, and bound the distance to the minimiser.

    The matrix needs certainly independent columns. The bound is ||A*(b - Ax)|| divided by a lower
    bound of the square of the smallest singular value.

    Sources: A. Bjorck, Numerical Methods for Least Squares Problems, 1996, section 1.4; P. A.
    Wedin, BIT 13 (1973).

    Raises NotNumeric, WrongShape (b of another length; more columns than rows), NotSuitable,
    TooLarge, NoAnswer.

    >>> found = lstsq([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]], [1.0, 2.0, 4.0])
    >>> bool(abs(found.x - [5 / 6, 1.5]).max() <= found.bound.upper)
    True
    """
    a = dense_operand(A)
    if a.shape[0] < a.shape[1]:
        raise WrongShape(f"A has {a.shape[0]} rows and {a.shape[1]} columns; as many rows are due")
    right, power, lost = scaled(read_vector(b, a.shape[0]))
    b_ball = Ball(right[:, None], lost)
    x = widened(engines.least_squares(a.array, right[:, None]))
    r = fine_product(a.ball, Ball(x), b_ball.centre)
    x = x + widened(engines.least_squares(a.array, r.centre))
    r = fine_product(a.ball, Ball(x), b_ball.centre)
    r = Ball(r.centre, sum_up(r.radius, lost))
    turned = fine_product(a.ball.adjoint(), r)
    least = _smallest(a)
    if not least > 0:
        found: Bound | Unbounded = Unbounded("the columns may be dependent: no unique minimiser")
    else:
        found = at_most(quotient_up(turned.norm(), product_down(least, least)), LEAST)
    return scaled_back(x[:, 0], found, r.norm(), (a.power, power))


def _smallest(a: Dense) -> float:
    plain = Dense(a.array, a.array, 0, a.radius)
    found = certified_svd(plain, *ordered(*engines.svd(a.array)))
    return 0.0 if found.bound is None else float(found.bound.lower[-1])
