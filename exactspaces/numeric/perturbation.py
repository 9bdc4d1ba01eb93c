"""The theorems: from residuals to enclosures of singular values and angles of vectors.

Weyl (1912): |sigma_i(A) - sigma_i(B)| <= ||A - B||.

Ostrowski (1959), for products: with ||U*U - I|| <= alpha and ||V*V - I|| <= beta below 1, the
singular values of U diag(s) V* lie between s_i sqrt((1 - alpha)(1 - beta)) and
s_i sqrt((1 + alpha)(1 + beta)).

Wedin (1972), by way of Davis and Kahan (1970): see `sines_of_vectors`.

Sources: R. A. Horn, C. R. Johnson, Topics in Matrix Analysis, 1991, section 3.3; B. N. Parlett,
The Symmetric Eigenvalue Problem, 1998, sections 10.3, 11.5 and 11.7; S. M. Rump, Verified bounds
for singular values, BIT 51 (2011).
"""

import math

import numpy as np

from exactspaces.numeric.arrays import Array
from exactspaces.numeric.bounds import Bound, Unbounded, at_most
from exactspaces.numeric.residuals import Fit, nearest_residuals
from exactspaces.numeric.rounding import (
    above,
    below,
    hypot_up,
    product_down,
    product_up,
    root_down,
    root_up,
    sum_down,
    sum_up,
)

WEYL = "Weyl's inequality for A - U diag(s) V*, with the orthogonality defects of U and V"
PARTIAL = "Weyl's inequality for the part of A outside the computed vectors, and interlacing"
MATCHED = "Weyl's inequality for a nearby matrix that has exactly these singular values"
WEDIN = "Wedin's theorem, with the gap between the enclosures of the singular values"
_NOT_ORTHOGONAL = "the computed vectors are so far from orthonormal that nothing follows from them"


@np.errstate(all="ignore")
def all_singular_values(fit: Fit) -> Bound | Unbounded:
    """Enclose every singular value, from a fit with as many triplets as the matrix allows."""
    if not fit.is_orthogonal:
        return Unbounded(_NOT_ORTHOGONAL)
    shrink = product_down(
        root_down(sum_down(1.0, -fit.alpha)), root_down(sum_down(1.0, -fit.beta))
    )
    stretch = product_up(root_up(sum_up(1.0, fit.alpha)), root_up(sum_up(1.0, fit.beta)))
    lower = below(below(fit.s * shrink) - fit.remainder[1])
    upper = above(above(fit.s * stretch) + fit.remainder[1])
    return Bound(np.maximum(lower, 0.0), upper, WEYL)


@np.errstate(all="ignore")
def leading_singular_values(fit: Fit) -> Bound | Unbounded:
    """Enclose the k largest singular values of A, from a fit with k triplets.

    Let U' and V' be the nearest matrices with orthonormal columns, P and Q the projectors onto
    them. From below: sigma_i(A) >= sigma_i(U'* A) >= s_i - ||A* U' - V' diag(s)||. From above,
    two ways: A*A = A*PA + A*(I - P)A gives sigma_i(A)^2 <= sigma_i(PA)^2 + ||(I - P) A||^2; and A
    is within d = hypot(left, right) of U' diag(s) V'* + (I - P) A (I - Q), whose i-th singular
    value is at most the larger of s_i and ||(I - P) A (I - Q)||.
    """
    if not fit.is_orthogonal:
        return Unbounded(_NOT_ORTHOGONAL)
    if not math.isfinite(fit.remainder[1]):
        return Unbounded("the norm of an operator is not known, so no value can be excluded")
    left, right, outside = nearest_residuals(fit)
    lower = np.maximum(below(fit.s - min(left, right)), 0.0)
    by_squares = np.array([hypot_up(sum_up(float(x), left), outside) for x in fit.s])
    by_parts = above(np.maximum(fit.s, outside) + hypot_up(left, right))
    upper = np.minimum(by_squares, by_parts)
    return Bound(lower, upper, PARTIAL)


@np.errstate(all="ignore")
def matched_singular_values(fit: Fit) -> Bound | Unbounded:
    """Enclose k different singular values of A, without saying which in the order they are."""
    if not fit.is_orthogonal:
        return Unbounded(_NOT_ORTHOGONAL)
    left, right, _ = nearest_residuals(fit)
    radius = hypot_up(left, right)
    if not math.isfinite(radius):
        return Unbounded("the rounding errors of the products with the operator are not known")
    return Bound(np.maximum(below(fit.s - radius), 0.0), above(fit.s + radius), MATCHED)


@np.errstate(all="ignore")
def sines_of_vectors(
    fit: Fit, bound: Bound, shape: tuple[int, int], rest: float | None = None
) -> Bound:
    """Bound the sines of the angles between computed and exact singular vectors, 1 at worst.

    (u; v) / sqrt 2 is an eigenvector of the Hermitian matrix [0 A; A* 0] with eigenvalue sigma_i;
    the others are the sigma_j, the -sigma_j and, unless A is square, 0. Its residual is
    (Av - s u; A*u - s v) / sqrt 2, so by Davis and Kahan sin(angle) <= residual / gap, where the
    gap is the distance of s_i to all other eigenvalues; for u and v alone a factor sqrt 2 comes
    in. The vectors are unit vectors up to the defects. The exact ones are determined up to a
    common factor of modulus 1, given that the gap is positive. `rest` bounds the singular values
    that were not computed from above; None when all were.
    """
    left, right, _ = nearest_residuals(fit)
    residual = hypot_up(left, right)
    gaps = _gaps(fit.s, bound, rest if shape[0] == shape[1] else max(rest or 0.0, 0.0))
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        sines = np.where(gaps > 0, above(residual / gaps), 1.0)
    moved = 2 * sum_up(fit.alpha, fit.beta)
    limited = np.minimum(above(above(sines) + moved), 1.0)
    return Bound(np.zeros_like(limited), limited, WEDIN)


def _gaps(s: Array, bound: Bound, rest: float | None) -> Array:
    """Give lower bounds of the distances of s_i to all other eigenvalues of [0 A; A* 0].

    The others: larger sigma_j, smaller ones, those from -rest to rest, and the negatives.
    """
    gaps = below(s + np.min(bound.lower)) if rest is None else below(s - rest)
    if s.size > 1:
        gaps[1:] = np.minimum(gaps[1:], below(bound.lower[:-1] - s[1:]))
        gaps[:-1] = np.minimum(gaps[:-1], below(s[:-1] - bound.upper[1:]))
    return np.maximum(gaps, 0.0)


def frobenius_remainder(fit: Fit) -> Bound:
    """Bound ||A - U diag(s) V*|| in the Frobenius norm."""
    low, high = fit.remainder
    theorem = "the residual itself, with its rounding errors" if low else "Pythagoras"
    return Bound(low, high, theorem) if low else at_most(high, theorem)
