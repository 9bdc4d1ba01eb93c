"""Real roots of polynomials: in intervals with rational ends, their order, and their words."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import Scalar, entries, number, sign
from exactspaces.fields.polynomials import polynomial_text
from exactspaces.fields.roots import adjoined_root
from exactspaces.kernel import Matrix

Roots = tuple["RealRoot", ...]


@dataclass(frozen=True)
class RealRoot:
    """A real root of a polynomial, so many times: in an interval, and as a number where it is one.

    `value` lies in a field of square roots; the ends are equal for a rational root. Without
    rational coefficients there is no interval.
    """

    times: int
    polynomial: Matrix
    value: Scalar | None
    low: Fraction | None = None
    high: Fraction | None = None

    @property
    def is_zero(self) -> bool:
        """Say whether it is 0: no other root is known to vanish."""
        return self.value is not None and not self.value


def is_decreasing(roots: Roots) -> bool:
    """Say whether each root is larger than the next."""
    return all(is_larger(one, other) for one, other in pairwise(roots))


def is_larger(one: RealRoot, other: RealRoot) -> bool:
    """Say whether a root is seen to be larger; irrational roots are inside their intervals."""
    if one.low is not None and other.high is not None:
        inside = one.low != one.high or other.low != other.high
        return one.low > other.high or (one.low == other.high and inside)
    if one.value is None or other.value is None:
        return False
    return sign(number(other.value.ring, one.value) - other.value) > 0


def root_words(root: RealRoot) -> str:
    """Say in words which root it is."""
    if root.value is not None:
        return str(root.value)
    f = polynomial_text(entries(root.polynomial)[0])
    return f"the root of {f} in ({root.low}, {root.high})"


def roots_words(roots: Roots) -> str:
    """Say which roots there are, and how often each counts."""
    return "; ".join(_often(root_words(root), root) for root in roots)


def lengths_words(roots: Roots) -> str:
    """Say of which numbers the roots are the squares: written out where few roots suffice."""
    return "; ".join(_often(_length_words(root), root) for root in roots)


def _often(words: str, root: RealRoot) -> str:
    return words + (f" ({root.times} times)" if root.times > 1 else "")


def _length_words(root: RealRoot) -> str:
    if root.value is None:
        return f"the square root of {root_words(root)}"
    try:
        return str(adjoined_root(root.value))
    except ExactSpacesError:
        return f"sqrt({root.value})"


def quotient_words(roots: Roots) -> str:
    """Say of which quotient the condition number is the square root."""
    first, last = root_words(roots[0]), root_words(roots[-1])
    return f"the square root of r / s, r {first}, s {last}"


def squares_words(roots: Roots) -> dict[str, str]:
    """Give the squared singular values and their number without 0, by the names of the parts."""
    rank = sum(root.times for root in roots if not root.is_zero)
    return {"squares of the singular values": roots_words(roots), "rank": str(rank)}


def error_words(roots: Roots, k: int) -> str:
    """Say how far the closest matrix of rank at most k is, for the eigenvalues of A* A."""
    places = [root for root in roots for _ in range(root.times)]
    if k >= len(places) or places[k].is_zero:
        return f"0, as the matrix itself has rank at most {k}"
    return f"the square root of {root_words(places[k])}"
