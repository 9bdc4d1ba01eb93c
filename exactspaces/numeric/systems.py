"""Linear systems with an array: exact solutions enclosed entry by entry, and least squares."""

import math
from dataclasses import replace
from typing import Any

import numpy as np

from exactspaces.errors import WrongShape
from exactspaces.numeric import engines
from exactspaces.numeric.arrays import Array, rescaled, widened
from exactspaces.numeric.balls import Ball, fine_product, product
from exactspaces.numeric.bounds import Bound, Unbounded, at_most, settled, shifted
from exactspaces.numeric.definite import INVERSE, by_inverse
from exactspaces.numeric.inputs import read_vector, require_square
from exactspaces.numeric.operands import Dense, scaled
from exactspaces.numeric.residuals import ordered
from exactspaces.numeric.results import Solution
from exactspaces.numeric.rounding import (
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
    and each entry is within q ||R r|| / (1 - q) of x + R r. The residual is computed with split
    factors, so that it is accurate although it is small.

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
    found = engines.inverse_and_solution(a.array, right[:, None])
    if found is None:
        reason = "LAPACK met a pivot 0: the matrix is singular, or too close to it for float64"
        return Solution(np.full(n, math.nan), None, reason, converged=False)
    R, x = found
    r = _residual(a, x, Ball(right[:, None], lost))
    x = x + R @ r.centre
    r = _residual(a, x, Ball(right[:, None], lost))
    error, entries = _enclosed(a, R, x, r)
    done = scaled_back(x[:, 0], error, r.norm(), (a.power, power))
    if entries is None or done.bound is None:
        return done
    return replace(done, entries=settled(shifted(entries, power - a.power))[0])


def _residual(a: Dense, x: Array, b: Ball) -> Ball:
    found = fine_product(a.ball, Ball(x), b.centre)
    return Ball(found.centre, sum_up(found.radius, b.radius))


def _enclosed(a: Dense, R: Array, x: Array, r: Ball) -> tuple[Bound | Unbounded, Bound | None]:
    """Bound the error of x, and enclose the entries of the exact solution where they are real."""
    q, _ = by_inverse(a, R)
    if not q < 1:
        reason = f"||I - RA|| could only be bounded by {q:.2g}, and less than 1 is needed"
        return Unbounded(f"{reason}: the matrix is too close to singular"), None
    step = product(Ball(R), r)
    size = step.norm()
    error = quotient_up(size, difference_down(1.0, q))
    rest = sum_up(product_up(q, error), step.radius)
    centre = x[:, 0] + step.centre[:, 0]
    radius = above(rest + 2.0**-52 * (np.abs(centre)))
    entries = None
    if not np.iscomplexobj(centre):
        entries = Bound(below(centre - radius), above(centre + radius), INVERSE)
    return at_most(error, INVERSE), entries


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
    x = x + widened(engines.least_squares(a.array, _residual(a, x, b_ball).centre))
    r = _residual(a, x, b_ball)
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
