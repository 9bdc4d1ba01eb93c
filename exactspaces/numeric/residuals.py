"""How well computed singular triplets fit a matrix: norms of residuals and defects.

With computed U (m x k), s and V (n x k), and E = A - U diag(s) V*, the theorems of
`exactspaces.numeric.perturbation` need upper bounds of

    remainder   ||E||, in the Frobenius norm; there is a lower bound, too
    left        ||A* U - V diag(s)||
    right       ||A V - U diag(s)||
    alpha       ||U* U - I||
    beta        ||V* V - I||

Arrays are gone through in blocks of rows, so that no second array of their size is needed.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from exactspaces.numeric.arrays import Array, adjoint, widened
from exactspaces.numeric.balls import (
    Ball,
    column_norms,
    columns_times,
    fine_product,
    frobenius,
    frobenius_interval,
    gram_defect,
    minus,
    plus,
    product,
)
from exactspaces.numeric.operands import Dense, Operator, Sparse
from exactspaces.numeric.rounding import (
    above,
    difference_down,
    difference_up,
    hypot_up,
    product_down,
    product_up,
    quotient_up,
    root_down,
    root_up,
    sum_up,
)

_BLOCK = 2_000_000


@dataclass(frozen=True, eq=False)
class Fit:
    """Upper bounds of residuals and defects, `math.inf` where one is not known."""

    s: Array
    remainder: tuple[float, float]
    left: float
    right: float
    alpha: float
    beta: float
    probed: Array = field(default_factory=lambda: np.zeros(0))

    @property
    def largest(self) -> float:
        """The largest of the computed singular values."""
        return float(self.s[0]) if self.s.size else 0.0

    @property
    def is_orthogonal(self) -> bool:
        """Whether both sets of vectors are certainly independent, and nearly orthonormal."""
        return self.alpha < 1 and self.beta < 1


Triplets = tuple[Array, Array, Array]
"""U (m x k), s and V (n x k)."""


@np.errstate(all="ignore")
def fit_of_array(
    A: Dense, triplets: Triplets, *, left: bool = False, probe: Array | None = None
) -> Fit:
    """Bound the remainder E of an array, where asked the left residual, and norms of E probe.

    From the remainder: A* U - V diag(s) = E* U + V diag(s) (U* U - I).
    """
    U, s, V = (widened(x) for x in triplets)
    alpha, beta = gram_defect(U), gram_defect(V)
    W = columns_times(Ball(V), s).adjoint()
    lost = sum_up(product_up(W.radius, root_up(sum_up(1.0, alpha))), A.radius)
    blocks = list(_remainders(A, U, W.centre, probe, left=left))
    high = sum_up(hypot_up(*(block.high for block in blocks)), lost)
    low = difference_down(_joined_down([block.low for block in blocks]), lost)
    side = math.inf
    if left:
        big = product_up(float(s[0]), root_up(sum_up(1.0, beta)), alpha)
        side = sum_up(_summed(blocks), product_up(lost, root_up(sum_up(1.0, alpha))), big)
    fit = Fit(s, (low, high), side, math.inf, alpha, beta)
    return fit if probe is None else replace(fit, probed=_probed(blocks, probe, lost))


def with_right(fit: Fit) -> Fit:
    """Read the right residual off a fit of an array that was probed with its V.

    A V - U diag(s) = E V + U diag(s) (V* V - I).
    """
    big = product_up(fit.largest, root_up(sum_up(1.0, fit.alpha)), fit.beta)
    return replace(fit, right=sum_up(hypot_up(*fit.probed.tolist()), big))


def _joined_down(norms: list[float]) -> float:
    return root_down(math.fsum(norm * norm for norm in norms) * (1 - 1e-12))


def _probed(blocks: list["_Block"], probe: Array, lost: float) -> Array:
    """Bound the norms of the columns of E probe, over all blocks of rows."""
    table = np.stack([block.probed for block in blocks if block.probed is not None])
    slack = product_up(lost, frobenius(probe))
    return np.array([sum_up(hypot_up(*column), slack) for column in table.T.tolist()])


@dataclass(frozen=True, eq=False)
class _Block:
    low: float
    high: float
    left: Ball | None
    probed: Array | None


def _remainders(
    A: Dense, U: Array, W: Array, probe: Array | None, *, left: bool
) -> Iterator[_Block]:
    """Compute E = A - U W block by block, its norm, E* U, and the norms of E probe."""
    rows, columns = A.shape
    step = max(_BLOCK // columns, 1)
    is_fine = step >= rows or W.shape[0] > 100
    for start in range(0, rows, step):
        part, own = A.array[start : start + step], U[start : start + step]
        E = fine_product(Ball(own), Ball(W), part) if is_fine else _plain(own, W, part)
        low, high = frobenius_interval(E.centre)
        seen = None if probe is None else product(E, Ball(probe), high)
        yield _Block(
            difference_down(low, E.radius),
            sum_up(high, E.radius),
            product(E.adjoint(), Ball(own), high) if left else None,
            None if seen is None else above(column_norms(seen.centre) + seen.radius),
        )


def _plain(U: Array, W: Array, A: Array) -> Ball:
    return minus(Ball(A), product(Ball(U), Ball(W)))


def _summed(blocks: list[_Block]) -> float:
    parts = [block.left for block in blocks if block.left is not None]
    total = parts[0]
    for part in parts[1:]:
        total = plus(total, part)
    return total.norm()


@np.errstate(all="ignore")
def fit_of_products(A: Dense | Sparse | Operator, triplets: Triplets) -> Fit:
    """Bound residuals from products alone, and the remainder by Pythagoras.

    With the projector P onto the columns of U, ||A||^2 = ||P A||^2 + ||(I - P) A||^2 in the
    Frobenius norm, and ||P A|| is at least ||diag(s)|| minus the left residual. No array of the
    size of A is made.
    """
    U, s, V = (widened(x) for x in triplets)
    alpha, beta = gram_defect(U), gram_defect(V)
    left = minus(A.adjoint_times(U), columns_times(Ball(V), s)).norm()
    right = minus(A.times(V), columns_times(Ball(U), s)).norm()
    first = Fit(s, (0.0, math.inf), left, right, alpha, beta)
    return Fit(s, (0.0, _by_pythagoras(A.size()[1], first)), left, right, alpha, beta)


def _by_pythagoras(size: float, fit: Fit) -> float:
    """Bound ||A - U diag(s) V*|| by the part of A outside U, and what fits badly inside."""
    if not math.isfinite(size) or not fit.is_orthogonal:
        return math.inf
    left = nearest_residuals(fit)[0]
    inside = difference_down(frobenius_interval(fit.s)[0], left)
    outside = difference_up(product_up(size, size), product_down(inside, inside))
    return sum_up(root_up(outside), left, _rebuilt(fit))


def _rebuilt(fit: Fit) -> float:
    """Bound ||U' diag(s) V'* - U diag(s) V*||; ||U - U'|| <= alpha and ||V - V'|| <= beta."""
    both = sum_up(fit.alpha, fit.beta, product_up(fit.alpha, fit.beta))
    return product_up(frobenius(fit.s), both)


def nearest_residuals(fit: Fit) -> tuple[float, float, float]:
    """Bound left and right residual and remainder for the nearest orthonormal U' and V'.

    With S = (U*U)^(-1/2) and T = (V*V)^(-1/2) those are U' = U S and V' = V T, and for instance
    A V' - U' D = (A V - U D) T + U (D (T - I) - (S - I) D). For ||U*U - I|| <= alpha < 1 the
    singular values of U lie between sqrt(1 - alpha) and sqrt(1 + alpha), so that
    ||S - I|| <= alpha / (1 - alpha), and the norm of S is at most 1 / sqrt(1 - alpha).
    """
    off = sum_up(_off(fit.alpha), _off(fit.beta))
    left = sum_up(_stretched(fit.left, fit.alpha), _turned(fit, fit.beta, off))
    right = sum_up(_stretched(fit.right, fit.beta), _turned(fit, fit.alpha, off))
    return left, right, sum_up(fit.remainder[1], _rebuilt(fit))


def _off(defect: float) -> float:
    return quotient_up(defect, difference_down(1.0, defect))


def _stretched(residual: float, defect: float) -> float:
    return quotient_up(residual, root_down(difference_down(1.0, defect)))


def _turned(fit: Fit, defect: float, off: float) -> float:
    return product_up(fit.largest, root_up(sum_up(1.0, defect)), off)


def spectral_size(fit: Fit) -> float:
    """Bound the spectral norm of A from above: that of U diag(s) V*, and the remainder."""
    stretch = root_up(product_up(sum_up(1.0, fit.alpha), sum_up(1.0, fit.beta)))
    return sum_up(product_up(fit.largest, stretch), fit.remainder[1])


def ordered(U: Array, s: Array, Vh: Array) -> tuple[Array, Array, Array]:
    """Sort by decreasing singular value, and make all of them non-negative."""
    k = s.size
    if np.all(s >= 0) and np.all(s[:-1] >= s[1:]):
        return U, s, Vh
    V = adjoint(Vh).copy()
    V[:, :k] *= np.where(s < 0, -1, 1)
    order = np.concatenate([np.argsort(-np.abs(s), kind="stable"), np.arange(k, U.shape[1])])
    other = np.concatenate([order[:k], np.arange(k, V.shape[1])])
    return U[:, order], np.abs(s)[order[:k]], adjoint(V[:, other])
