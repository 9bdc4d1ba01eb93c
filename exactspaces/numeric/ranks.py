"""Numerical rank: how many singular values stand above a threshold, and how safely."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from exactspaces.numeric.bounds import Bound, rounded_down, rounded_up
from exactspaces.numeric.inputs import read_tolerance
from exactspaces.numeric.results import SVD, facts
from exactspaces.numeric.singular import svd


@dataclass(frozen=True, eq=False, repr=False)
class NumericalRank:
    """The number of singular values above a threshold, where it is certain.

    `value` is None when the threshold lies inside the enclosure of a singular value; the rank at
    the threshold is then from `least` to `most`. For every threshold in `gap`, the lower end
    included, the number of singular values above it is `value`. `least_exact` of the singular
    values are certainly not 0, so it is a lower bound of the exact rank.
    """

    value: int | None
    threshold: float
    least: int
    most: int
    gap: tuple[float, float] | None
    least_exact: int
    reason: str

    def __repr__(self) -> str:
        if self.value is None or self.gap is None:
            return f"rank undecided at {self.threshold:.3g}: {self.reason}"
        low, high = rounded_up(self.gap[0]), rounded_down(self.gap[1])
        return (
            f"rank {self.value} for every threshold from {low} to {high}; "
            f"at least {self.least_exact} singular values are not 0"
        )

    def as_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return facts(self, "value", "threshold", "least", "most", "gap", "least_exact", "reason")


def rank(A: Any, *, threshold: float | None = None) -> NumericalRank:
    """Count the singular values above a threshold, and give the interval of the gap.

    The threshold is max(m, n) u s_1 with u = 2**-52 (2**-23 for float32) unless told otherwise,
    as in MATLAB and NumPy, or twice the largest radius of our bounds if that is more. It decides
    nothing about the exact rank: for that see `exact_rank`.

    Sources: G. H. Golub, C. F. Van Loan, Matrix Computations, 2013, section 5.4.1; Weyl 1912.

    Raises NotNumeric, WrongShape, NotSuitable, TooLarge, NoAnswer, as `svd` does.

    >>> rank([[1.0, 2.0], [2.0, 4.0]]).value
    1
    >>> rank([[1.0, 0.0], [0.0, 1e-3]], threshold=0.01).value
    1
    """
    found = svd(A)
    given = None if threshold is None else read_tolerance(threshold, "threshold")
    at = _usual(found) if given is None else given
    count = found.s.size
    if found.bound is None:
        return NumericalRank(None, at, 0, count, None, 0, found.reason)
    return counted(found.bound, at)


def _usual(found: SVD) -> float:
    size = max(len(found.U), found.Vh.shape[1])
    usual: float = float(np.finfo(found.s.dtype).eps) * size * float(found.s[0])
    return usual if found.bound is None else max(usual, 2 * float(np.max(found.bound.radius)))


def counted(bound: Bound, threshold: float) -> NumericalRank:
    """Count enclosed values above a threshold."""
    least, most = int(np.sum(bound.lower > threshold)), int(np.sum(bound.upper > threshold))
    nonzero = int(np.sum(bound.lower > 0))
    if least != most:
        place = f"singular value {least + 1} lies between {bound.lower[least]:.6g} and "
        reason = f"{place}{bound.upper[least]:.6g}, and the threshold lies there, too"
        return NumericalRank(None, threshold, least, most, None, nonzero, reason)
    low = float(bound.upper[least]) if least < len(bound.upper) else 0.0
    high = float(bound.lower[least - 1]) if least else float("inf")
    return NumericalRank(least, threshold, least, most, (low, high), nonzero, "")
