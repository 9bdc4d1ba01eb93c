"""What is claimed: numbers between bounds, by a theorem, under named assumptions."""

import math
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from typing import Any

import numpy as np


@dataclass(frozen=True, eq=False)
class Bound:
    """Exact values lie between `lower` and `upper`, the ends included.

    Both are numbers, or arrays with one entry for each value. `theorem` says why; `assumes` lists
    what was taken on trust beyond IEEE arithmetic, and is empty as a rule.

    >>> bound = Bound(1.0, 1.5, "Weyl")
    >>> bound.holds(1.25), bound.holds(2.0)
    (True, False)
    """

    lower: Any
    upper: Any
    theorem: str
    assumes: tuple[str, ...] = ()

    @property
    def radius(self) -> Any:
        """Half the width, rounded up."""
        half = (np.asarray(self.upper) - np.asarray(self.lower)) / 2
        found = np.nextafter(half, np.inf)
        return float(found) if found.ndim == 0 else found

    def holds(self, values: Any) -> bool:
        """Say whether all values lie between the bounds."""
        return bool(np.all((self.lower <= values) & (values <= self.upper)))

    def part(self, index: Any) -> "Bound":
        """Give the bound for some of the values."""
        return Bound(self.lower[index], self.upper[index], self.theorem, self.assumes)


@dataclass(frozen=True)
class Assumptions:
    """What you state about a matrix and we cannot check; it is named in every bound that uses it.

    `product_error` = c: the product that an operator computes differs from A x by at most
    c ||x||. `lower_bound`: no eigenvalue (for `gmres`: no singular value) is below it.
    """

    product_error: float | None = None
    lower_bound: float | None = None


NOTHING = Assumptions()


@dataclass(frozen=True)
class Unbounded:
    """Why there is no bound."""

    reason: str


def at_most(upper: float, theorem: str, assumes: tuple[str, ...] = ()) -> Bound:
    """Bound something that is not negative from above."""
    return Bound(0.0, upper, theorem, assumes)


def settled(found: Bound | Unbounded) -> tuple[Bound | None, str]:
    """Take a bound and the reason for its absence apart; bounds that are not finite are none.

    >>> settled(Unbounded("the matrix may be singular"))
    (None, 'the matrix may be singular')
    """
    if isinstance(found, Unbounded):
        return None, found.reason
    if np.all(np.isfinite(found.lower)) and np.all(np.isfinite(found.upper)):
        return found, ""
    return None, "a bound overflows the range of float64"


def shifted(bound: Bound, power: int) -> Bound:
    """Multiply by 2**power; where that is not exact, the ends move outwards."""
    if power == 0:
        return bound
    with np.errstate(over="ignore", under="ignore"):
        lower = np.nextafter(np.ldexp(bound.lower, power), -np.inf)
        upper = np.nextafter(np.ldexp(bound.upper, power), np.inf)
    return Bound(lower, upper, bound.theorem, bound.assumes)


def text_of(value: float, bound: Bound | None) -> str:
    """Write a number with its radius; read as decimals, the two enclose the exact value.

    >>> text_of(2.0, Bound(1.5, 2.5, "Weyl")), text_of(2.0, Bound(1.75, 2.001, "Weyl"))
    ('2 ± 5.0e-1', '2 ± 2.5e-1')
    """
    if bound is None:
        return f"{value:.6g} (no bound)"
    shown = f"{value:.16g}"
    if not math.isfinite(value):
        return shown
    ends = Fraction(float(bound.lower)), Fraction(float(bound.upper))
    radius = max(ends[1] - Fraction(shown), Fraction(shown) - ends[0])
    return f"{shown} ± {_two_digits_up(radius)}" if radius else shown


def _two_digits_up(x: Fraction) -> str:
    """Write a positive number with two digits, rounded up."""
    context = Context(prec=2, rounding=ROUND_CEILING)
    return f"{context.divide(Decimal(x.numerator), Decimal(x.denominator)):.1e}"


def rounded_up(x: float, digits: int = 3) -> str:
    """Write an upper bound, rounded up.

    >>> rounded_up(1.0001), rounded_up(0.0)
    ('1.01', '0')
    """
    return _rounded(x, Context(prec=digits, rounding=ROUND_CEILING))


def rounded_down(x: float, digits: int = 3) -> str:
    """Write a lower bound, rounded down."""
    return _rounded(x, Context(prec=digits, rounding=ROUND_FLOOR))


def span_of(bound: Bound, digits: int = 12) -> str:
    """Write the two ends, rounded outwards.

    >>> span_of(Bound(0.5, 2 / 3, "Weyl"), 4)
    'from 0.5 to 0.6667'
    """
    return f"from {rounded_down(bound.lower, digits)} to {rounded_up(bound.upper, digits)}"


def _rounded(x: float, context: Context) -> str:
    if not math.isfinite(x):
        return f"{float(x):g}"
    short = context.create_decimal(Decimal(float(x))).normalize()
    return f"{short:f}" if -4 <= short.adjusted() < 16 else f"{short}".lower()
