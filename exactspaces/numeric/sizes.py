"""Norms and the condition number, enclosed."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from exactspaces.numeric.bounds import Bound, rounded_down, rounded_up, settled, shifted, span_of
from exactspaces.numeric.operands import Dense
from exactspaces.numeric.results import facts
from exactspaces.numeric.rounding import (
    difference_down,
    gamma,
    product_up,
    quotient_down,
    quotient_up,
    sum_down,
    sum_up,
)
from exactspaces.numeric.singular import dense_operand, svd

_BY_SUMS = "sums of moduli, with their rounding errors"


@dataclass(frozen=True, eq=False, repr=False)
class Norms:
    """Norms of a matrix, each enclosed; None with a `reason` where it could not be had.

    `spectral` is the largest singular value, `nuclear` the sum of all, `frobenius` the root of the
    sum of squares; `one` and `infinity` are the largest sums of moduli in a column and in a row.
    """

    spectral: Bound | None
    nuclear: Bound | None
    frobenius: Bound | None
    one: Bound | None
    infinity: Bound | None
    reason: str

    def __repr__(self) -> str:
        names = ("spectral", "nuclear", "frobenius", "one", "infinity")
        pairs = [(name, getattr(self, name)) for name in names]
        lines = [f"  {n} {span_of(b, 16)}" for n, b in pairs if b is not None]
        return "\n".join(["norms", *lines, *([f"  {self.reason}"] if self.reason else [])])

    def as_dict(self) -> dict[str, Any]:
        """Give the enclosures as plain data."""
        return facts(self, "spectral", "nuclear", "frobenius", "one", "infinity", "reason")


def norms(A: Any) -> Norms:
    """Enclose the norms of a matrix.

    Sources: Weyl 1912 for those that come from singular values; Higham 2002, section 3.1.

    Raises NotNumeric, WrongShape, NotSuitable, TooLarge, NoAnswer, as `svd` does.

    >>> found = norms([[3.0, 0.0], [0.0, -4.0]])
    >>> found.spectral.holds(4.0), found.nuclear.holds(7.0), found.frobenius.holds(5.0)
    (True, True, True)
    """
    a = dense_operand(A)
    found = svd(A)
    spectral = nuclear = None
    if found.bound is not None:
        spectral = found.bound.part(0)
        low, high = (values.tolist() for values in (found.bound.lower, found.bound.upper))
        nuclear = settled(Bound(sum_down(*low), sum_up(*high), found.bound.theorem))[0]
    low, high = a.size()
    plain = Bound(low, high, "a sum of squares, with its rounding errors")
    moved = [settled(shifted(b, a.power)) for b in (plain, _sums(a, 0), _sums(a, 1))]
    reason = found.reason or next((why for _, why in moved if why), "")
    return Norms(spectral, nuclear, moved[0][0], moved[1][0], moved[2][0], reason)


def _sums(a: Dense, axis: int) -> Bound:
    """Enclose the largest sum of moduli along an axis; a modulus may be a root of squares."""
    sums = np.abs(a.array).sum(axis=axis)
    g = gamma(a.array.shape[axis] + 8)
    size, lost = float(sums.max()), product_up(a.radius, float(a.array.shape[axis]))
    return Bound(
        difference_down(quotient_down(size, 1.0 + 4 * g), lost),
        sum_up(quotient_up(size, 1.0 - 2 * g), lost),
        _BY_SUMS,
    )


@dataclass(frozen=True, eq=False, repr=False)
class Condition:
    """The condition number sigma_1 / sigma_n, enclosed by `bound`.

    Where the smallest singular value may be 0, `bound` is None, and `at_least` still is a lower
    bound of the condition number (infinity for a singular matrix).
    """

    value: float
    bound: Bound | None
    at_least: float
    reason: str

    def __repr__(self) -> str:
        if self.bound is None:
            return f"condition number at least {rounded_down(self.at_least)}; {self.reason}"
        return f"condition number {span_of(self.bound)}"

    def as_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return facts(self, "value", "bound", "at_least", "reason")


def condition(A: Any) -> Condition:
    """Enclose the condition number sigma_1 / sigma_min(m, n) in the spectral norm.

    Sources: Higham 2002, section 7.1; Weyl 1912.

    Raises NotNumeric, WrongShape, NotSuitable, TooLarge, NoAnswer, as `svd` does.

    >>> condition([[2.0, 0.0], [0.0, 0.5]]).bound.holds(4.0)
    True
    >>> condition([[1.0, 1.0], [1.0, 1.0]]).bound is None
    True
    """
    found = svd(A)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        value = float(np.divide(found.s[0], found.s[-1]))
    if found.bound is None:
        return Condition(value, None, 1.0, found.reason)
    low, high = found.bound.lower, found.bound.upper
    at_least = max(quotient_down(float(low[0]), float(high[-1])), 1.0)
    if not low[-1] > 0:
        reason = f"the smallest singular value may be 0: it is at most {rounded_up(high[-1])}"
        return Condition(value, None, at_least, reason)
    upper = quotient_up(float(high[0]), float(low[-1]))
    bound, reason = settled(Bound(at_least, upper, found.bound.theorem))
    return Condition(value, bound, at_least, reason)
