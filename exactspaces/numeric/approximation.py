"""Approximation of low rank, and principal components: what is kept and what is lost."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from exactspaces.errors import WrongShape
from exactspaces.numeric import engines
from exactspaces.numeric.arrays import Array, adjoint, rescaled, widened
from exactspaces.numeric.balls import Ball, column_mean_error, minus
from exactspaces.numeric.bounds import Bound, settled, shifted, span_of
from exactspaces.numeric.inputs import read_count
from exactspaces.numeric.operands import Dense
from exactspaces.numeric.plots import plot_spectrum
from exactspaces.numeric.residuals import fit_of_array, ordered
from exactspaces.numeric.results import SVD, facts
from exactspaces.numeric.rounding import (
    above,
    below,
    product_up,
    quotient_down,
    quotient_up,
    root_down,
    root_up,
    sum_down,
    sum_up,
)
from exactspaces.numeric.singular import certified_svd, dense_operand

ECKART_YOUNG = "Eckart, Young and Mirsky, with the enclosures of the singular values"


@dataclass(frozen=True, eq=False, repr=False)
class LowRank:
    """A matrix of rank at most k near A, in factors: `left` is m x k, `right` is k x n.

    `error` encloses ||A - left @ right|| in the Frobenius norm; `least` and `least_spectral`
    enclose the smallest error that any matrix of rank k has, in the Frobenius and in the spectral
    norm. `energy` encloses the share of ||A||^2 that the best matrix of rank k keeps.
    """

    left: Array
    right: Array
    error: Bound | None
    least: Bound | None
    least_spectral: Bound | None
    energy: Bound | None
    reason: str

    @property
    def stored(self) -> int:
        """How many numbers the factors hold."""
        return self.left.size + self.right.size

    @property
    def saving(self) -> float:
        """How many times fewer numbers that is than in the matrix; below 1 it does not pay."""
        return float(self.left.shape[0] * self.right.shape[1] / self.stored)

    def __repr__(self) -> str:
        shape = f"{self.left.shape[0]} x {self.right.shape[1]}"
        lines = [f"rank {self.left.shape[1]} for a {shape} matrix: {self.stored} numbers stored"]
        if self.error is not None:
            lines.append(f"  error {span_of(self.error)} (Frobenius)")
        if self.least is not None and self.energy is not None:
            lines.append(f"  least possible {span_of(self.least)}")
            lines.append(f"  share of the energy kept {span_of(self.energy)}")
            lines.append(f"  by {self.least.theorem}")
        return "\n".join([*lines, *([f"  {self.reason}"] if self.reason else [])])

    def as_dict(self) -> dict[str, Any]:
        """Give the errors and the sizes, without the factors, as plain data."""
        return facts(
            self, "stored", "saving", "error", "least", "least_spectral", "energy", "reason"
        )


def low_rank(A: Any, k: int) -> LowRank:
    """Approximate by a matrix of rank k, and say how far from the best one it is at most.

    Sources: C. Eckart, G. Young, Psychometrika 1 (1936); L. Mirsky, Quart. J. Math. 11 (1960).

    Raises NotNumeric, WrongShape, NotSuitable, TooLarge, NoAnswer, as `svd` does.

    >>> found = low_rank([[3.0, 0.0], [0.0, 4.0]], 1)
    >>> found.least.holds(3.0), found.energy.holds(16 / 25)
    (True, True)
    """
    a = dense_operand(A)
    k = read_count(k, min(a.shape))
    U, s, Vh = ordered(*engines.svd(a.native))
    whole = certified_svd(Dense(a.array, a.native, 0, a.radius), U, s, Vh)
    root = np.sqrt(s[:k])
    left, right = U[:, :k] * root, root[:, None] * Vh[:k]
    fit = fit_of_array(a, (left, np.ones(k), adjoint(right)))
    error = settled(shifted(Bound(*fit.remainder, "the residual itself"), a.power))[0]
    half, rest = divmod(a.power, 2)
    (left, one), (right, other) = rescaled(left, half), rescaled(right, half + rest)
    error = error if one and other else None
    if whole.bound is None:
        return LowRank(left, right, error, None, None, None, whole.reason)
    least, spectral, energy = eckart_young(whole.bound, k)
    least_error, least_spectral = (settled(shifted(b, a.power))[0] for b in (least, spectral))
    return LowRank(left, right, error, least_error, least_spectral, energy, "")


def eckart_young(bound: Bound, k: int) -> tuple[Bound, Bound, Bound | None]:
    """Enclose the least error of rank k in the Frobenius and spectral norm, and the energy kept.

    The least errors are the root of the sum of sigma_i^2 over i > k, and sigma_(k+1). The share
    kept, sum over i <= k by sum over all, grows with the first k values and falls with the rest.
    """
    low = [sum_down(0.0, *_squares(part, is_up=False)) for part in _cut(bound.lower, k)]
    high = [sum_up(0.0, *_squares(part, is_up=True)) for part in _cut(bound.upper, k)]
    spectral = (
        (float(bound.lower[k]), float(bound.upper[k])) if k < len(bound.lower) else (0.0, 0.0)
    )
    if k == len(bound.lower):
        high[1] = low[1] = 0.0
    least = Bound(root_down(low[1]) if low[1] else 0.0, root_up(high[1]), ECKART_YOUNG)
    share = None
    if low[0] > 0:
        lower = quotient_down(low[0], sum_up(low[0], high[1]))
        upper = min(quotient_up(high[0], sum_down(high[0], low[1])), 1.0)
        share = Bound(lower, upper, ECKART_YOUNG)
    return least, Bound(*spectral, ECKART_YOUNG), share


def _cut(values: Array, k: int) -> tuple[Array, Array]:
    return values[:k], values[k:]


def _squares(values: Array, *, is_up: bool) -> list[float]:
    squares = above(values * values) if is_up else np.maximum(below(values * values), 0.0)
    found: list[float] = squares.tolist()
    return found


@dataclass(frozen=True, eq=False, repr=False)
class PCA:
    """Principal components of samples in rows: `components` has one in each row.

    `variances` are s_i^2 / (samples - 1), enclosed by `bound`; `shares` encloses their shares of
    the total variance; `sines` bounds the angle between each component and an exact one.
    """

    mean: Array
    components: Array
    variances: Array
    bound: Bound | None
    reason: str
    shares: Bound | None
    sines: Bound | None

    def __repr__(self) -> str:
        lines = [f"{len(self.variances)} principal components of {self.mean.size} features"]
        for i, variance in enumerate(self.variances[:6]):
            bound = None if self.bound is None else self.bound.part(i)
            radius = "no bound" if bound is None else span_of(bound)
            lines.append(f"  variance {variance:.6g} ({radius})")
        lines += ["  ..."] if len(self.variances) > 6 else []
        why = self.reason if self.bound is None else f"by {self.bound.theorem}"
        return "\n".join([*lines, f"  {why}"])

    def as_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return facts(self, "mean", "components", "variances", "bound", "reason", "shares", "sines")

    def plot(self, axes: Any = None) -> Any:
        """Draw the variances with their bounds; needs matplotlib."""
        return plot_spectrum(self.variances, self.bound, "variance", axes)


def pca(X: Any, k: int | None = None) -> PCA:
    """Compute principal components of samples in rows: right singular vectors of X - mean.

    The mean is rounded, and so is the subtraction; both are in the bounds, which are for the
    exact variances (divisor samples - 1) of the given floats.

    Sources: I. T. Jolliffe, Principal Component Analysis, 2002, chapter 3; the theorems of `svd`.

    Raises NotNumeric, WrongShape (one sample has no variance), NotSuitable, TooLarge, NoAnswer.

    >>> found = pca([[1.0, 2.0], [3.0, 4.0], [5.0, 9.0]])
    >>> found.variances.round(3).tolist()  # the trace of the covariance matrix is 17
    [16.822, 0.178]
    """
    a = dense_operand(X, "X")
    samples = a.shape[0]
    if samples < 2:
        raise WrongShape("X has one row; variances need two samples at least, one in each row")
    k = read_count(k, min(a.shape)) if k is not None else min(a.shape)
    mean, centred = _centred(a)
    found = certified_svd(
        Dense(centred.centre, centred.centre, 0, sum_up(a.radius, centred.radius)),
        *ordered(*engines.svd(centred.centre)),
    )
    variances, bound, reason, shares = _variances(found, samples, a.power)
    top = slice(k)
    return PCA(
        rescaled(mean, a.power)[0],
        found.Vh[top],
        variances[top],
        None if bound is None else bound.part(top),
        reason,
        None if shares is None else shares.part(top),
        None if found.sines is None else found.sines.part(top),
    )


def _centred(a: Dense) -> tuple[Array, Ball]:
    """Subtract the mean of every column; the ball contains the exact result."""
    x = widened(a.array)
    mean = x.mean(axis=0)
    moved = product_up(root_up(float(x.shape[0])), column_mean_error(x))
    return mean, minus(Ball(x), Ball(np.broadcast_to(mean, x.shape), moved))


def _variances(
    found: SVD, samples: int, power: int
) -> tuple[Array, Bound | None, str, Bound | None]:
    scale = float(samples - 1)
    variances = rescaled(found.s * found.s / scale, 2 * power)[0]
    if found.bound is None:
        return variances, None, found.reason, None
    low = np.maximum(below(below(found.bound.lower**2) / scale), 0.0)
    high = above(above(found.bound.upper**2) / scale)
    bound = Bound(low, high, found.bound.theorem)
    total_low, total_high = sum_down(0.0, *low.tolist()), sum_up(0.0, *high.tolist())
    shares = None
    if total_low > 0:
        least = [quotient_down(x, total_high) for x in low.tolist()]
        most = [min(quotient_up(x, total_low), 1.0) for x in high.tolist()]
        shares = Bound(np.array(least), np.array(most), found.bound.theorem)
    moved, reason = settled(shifted(bound, 2 * power))
    return variances, moved, reason, shares
