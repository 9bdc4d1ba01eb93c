"""Eigenvalues and eigenvectors of Hermitian matrices, enclosed."""

import math
from dataclasses import replace
from typing import Any

import numpy as np

from exactspaces.errors import WrongShape
from exactspaces.numeric import engines
from exactspaces.numeric.arrays import Array, largest, rescaled, widened
from exactspaces.numeric.balls import Ball, columns_times, fine_product, gram_defect, minus
from exactspaces.numeric.bounds import NOTHING, Assumptions, Bound, Unbounded, settled, shifted
from exactspaces.numeric.inputs import read_count, require_square
from exactspaces.numeric.operands import (
    UNSEEN,
    AnyOperand,
    Dense,
    Operator,
    Sparse,
    operand,
    operator_assumption,
    require_self_adjoint,
)
from exactspaces.numeric.results import Eigen
from exactspaces.numeric.rounding import (
    above,
    below,
    difference_down,
    product_up,
    quotient_up,
    root_down,
    root_up,
    sum_up,
)
from exactspaces.numeric.theorems import kept

WEYL = "Weyl's inequality for A - Q diag(w) Q*, with Ostrowski's theorem for the defect of Q"
KAHAN = "Kahan's residual theorem for A Q - Q diag(w), with the orthogonality defect of Q"
DAVIS_KAHAN = "Davis and Kahan's sin(theta) theorem, with the gap between the enclosures"
_NOT_ORTHOGONAL = "the computed vectors are so far from orthonormal that nothing follows from them"
ENDS = {"largest": "LA", "smallest": "SA"}


def eigh(
    A: Any,
    k: int | None = None,
    *,
    end: str = "largest",
    seed: int = 0,
    assume: Assumptions = NOTHING,
) -> Eigen:
    """Compute eigenvalues, ascending, and eigenvectors of a Hermitian matrix, with bounds.

    All of them for an array or a small sparse matrix; with k the k "largest" or "smallest", by
    ARPACK where A is large. All enclosures are then of k different eigenvalues, and it is not
    claimed that no eigenvalue lies beyond. For operators `assume` is as in
    `truncated_svd`.

    Sources: H. Weyl 1912; A. Ostrowski 1959; W. Kahan 1967 (Parlett 1998, theorem 11.5.1); C.
    Davis, W. M. Kahan, SIAM J. Numer. Anal. 7 (1970).

    Raises NotNumeric, WrongShape (not square), NotSuitable (not Hermitian), NoAnswer.

    >>> found = eigh([[2.0, 1.0], [1.0, 2.0]])
    >>> found.bound.holds([1.0, 3.0])
    True
    """
    a = operand(A, assume=assume)
    n = require_square(a)
    require_self_adjoint(a)
    if end not in ENDS:
        raise WrongShape(f"end = {end!r}, and 'largest' or 'smallest' is due")
    count = n if k is None else read_count(k, n)
    if isinstance(a, Sparse) and (count == n or n <= 500):
        array = a.matrix.toarray()
        a = Dense(array, array, a.power, a.radius)
    if isinstance(a, Dense) and (n <= 500 or 3 * count > n):
        found = _cut(_whole(a), count, end)
        return replace(found, matrix=kept(A, a.shape)) if count == n else found
    w, Q = engines.some_eigen(a.native, read_count(count, n - 1), ENDS[end], seed)
    return _part(a, w, Q)


@np.errstate(all="ignore")
def _whole(a: Dense) -> Eigen:
    w, Q = engines.eigh(a.native)
    order = np.argsort(w, kind="stable")
    w, Q = w[order], Q[:, order]
    wide, vectors = widened(w), widened(Q)
    alpha = gram_defect(vectors)
    W = columns_times(Ball(vectors), wide).adjoint()
    E = fine_product(Ball(vectors), Ball(W.centre), a.array)
    lost = product_up(W.radius, root_up(sum_up(1.0, alpha)))
    rest = sum_up(E.norm(), a.radius, lost)
    found = _all_eigenvalues(wide, rest, alpha)
    bound, reason = settled(found)
    sines = None if bound is None else _sines(wide, bound, rest, alpha)
    return _scaled_back(Eigen(w, Q, bound, reason, sines), a.power)


def _all_eigenvalues(w: Array, rest: float, alpha: float) -> Bound | Unbounded:
    """Enclose; by Ostrowski lambda_i(Q diag(w) Q*) is w_i (1 + d) with |d| <= alpha < 1."""
    if not alpha < 1:
        return Unbounded(_NOT_ORTHOGONAL)
    radius = above(above(np.abs(w) * alpha) + rest)
    return Bound(below(w - radius), above(w + radius), WEYL)


def _sines(w: Array, bound: Bound, rest: float, alpha: float) -> Bound:
    """Bound the sines of the angles between computed and exact eigenvectors, 1 at worst.

    For the nearest unitary Q', ||A Q' - Q' diag(w)|| <= rest + 3 alpha max|w|, as A is within
    rest of Q diag(w) Q* and ||Q - Q'|| <= alpha. Divided by the gap it bounds the sine; the angle
    between a column of Q' and of Q adds at most 2 alpha.
    """
    residual = sum_up(rest, 4 * product_up(alpha, largest(w), sum_up(1.0, alpha)))
    gaps = np.full(w.shape, math.inf)
    if w.size > 1:
        gaps[1:] = below(w[1:] - bound.upper[:-1])
        gaps[:-1] = np.minimum(gaps[:-1], below(bound.lower[1:] - w[:-1]))
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        sines = np.where(gaps > 0, above(residual / gaps), 1.0)
    limited = np.minimum(above(above(sines) + 3 * alpha), 1.0)
    return Bound(np.zeros_like(limited), limited, DAVIS_KAHAN)


def _cut(found: Eigen, count: int, end: str) -> Eigen:
    top = slice(len(found.w) - count, None) if end == "largest" else slice(count)
    parts = [None if b is None else b.part(top) for b in (found.bound, found.sines)]
    return Eigen(found.w[top], found.Q[:, top], parts[0], found.reason, parts[1])


def _part(a: AnyOperand, w: Array, Q: Array) -> Eigen:
    bound, reason = settled(some_eigenvalues(a, w, Q))
    return _scaled_back(Eigen(w, Q, bound, reason), a.power)


@np.errstate(all="ignore")
def some_eigenvalues(a: AnyOperand, w: Array, Q: Array) -> Bound | Unbounded:
    """Enclose k different eigenvalues, from k computed pairs.

    For Q' with orthonormal columns there are k eigenvalues of A, paired with w_1, ..., w_k, each
    within ||A Q' - Q' diag(w)|| (Parlett 1998, theorem 11.5.1).
    """
    wide, vectors = widened(w), widened(Q)
    alpha = gram_defect(vectors)
    if not alpha < 1:
        return Unbounded(_NOT_ORTHOGONAL)
    residual = minus(a.times(vectors), columns_times(Ball(vectors), wide)).norm()
    if isinstance(a, Operator) and a.error is None:
        return Unbounded(UNSEEN)
    radius, assumes = _moved(a, residual, largest(wide), alpha)
    return Bound(below(wide - radius), above(wide + radius), KAHAN, assumes)


def _moved(
    a: AnyOperand, residual: float, size: float, alpha: float
) -> tuple[float, tuple[str, ...]]:
    """Bound the residual for the nearest orthonormal columns.

    Those are Q' = Q (Q*Q)^(-1/2), so A Q' - Q' W = (A Q - Q W) S + Q (W S - S W) for
    S = (Q*Q)^(-1/2): at most ||residual|| / sqrt(1 - alpha) + sqrt(1 + alpha) 2 max|w| ||S - I||,
    and ||S - I|| <= alpha / (1 - alpha). No norm of A is needed.
    """
    off = quotient_up(alpha, difference_down(1.0, alpha))
    stretched = quotient_up(residual, root_down(difference_down(1.0, alpha)))
    turned = product_up(root_up(sum_up(1.0, alpha)), 2.0, size, off)
    assumes = operator_assumption(a)
    return sum_up(stretched, turned), assumes


def _scaled_back(found: Eigen, power: int) -> Eigen:
    if power == 0 or found.bound is None:
        return found
    w = rescaled(found.w, power)[0]
    bound, reason = settled(shifted(found.bound, power))
    return Eigen(w, found.Q, bound, reason, found.sines)
