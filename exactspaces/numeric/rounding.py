"""Upper and lower bounds of real numbers, computed in floating arithmetic.

Python cannot switch the processor to directed rounding. It need not: an operation of IEEE 754
rounded to nearest returns a neighbour of the exact result, so the next float above it is an upper
bound and the next float below it a lower bound, also where the result is subnormal. The functions
here take numbers that are not negative, and bounds of the right side: upper bounds for the
names that end in `up`, and so on.

Longer computations, such as a product of matrices, are bounded as a whole by `gamma`.

Sources: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., SIAM 2002,
chapters 2 and 3; S. M. Rump, Verification methods, Acta Numerica 19 (2010), section 5.
"""

import math

import numpy as np

from exactspaces.errors import ExactSpacesError, TooLarge
from exactspaces.numeric.arrays import Array

UNIT = 2.0**-53
"""The unit roundoff u of float64: fl(x op y) = (x op y)(1 + d) with |d| <= u."""

TINY = 2.0**-1022
"""The smallest normal number; a result that underflows errs by less, even when flushed to zero."""

_ACTUAL = np.array([1.0, 2.0**-53, 3 * 2.0**-53, TINY, 2.0**-1074])


def require_standard_rounding() -> None:
    """Make sure that arithmetic rounds to nearest and does not flush subnormal numbers to zero.

    Some libraries switch this for the whole process when they are loaded.

    Raises ExactSpacesError when the arithmetic is another one.
    """
    one, half, more, tiny, least = _ACTUAL
    nearest = one + half == one and one + more == one + 2.0**-51 and -one - half == -one
    if not nearest or tiny / 2 == 0 or least + least == 0 or not least > 0:
        raise ExactSpacesError(
            "the floating arithmetic of this process does not round as IEEE 754 has it (a library "
            "may have been loaded that was compiled with -ffast-math); no bound can be computed "
            "here. Import exactspaces.numeric in a process without that library."
        )


def up(x: float) -> float:
    """Give the next float above."""
    return math.nextafter(x, math.inf)


def down(x: float) -> float:
    """Give the next float below, and 0 for what would be negative."""
    return max(math.nextafter(x, -math.inf), 0.0)


def gamma(n: int) -> float:
    """Bound n u / (1 - n u) from above: the relative error of n roundings in a row.

    A sum of n products, in any order, with or without fused operations, errs by at most
    gamma(n) times the sum of the moduli (Higham, section 3.1).

    Raises TooLarge beyond n = 2**46, where it would no longer be small.

    >>> 1.11e-13 < gamma(1000) < 1.12e-13
    True
    """
    if n > 2**46:
        raise TooLarge(f"{n} roundings in a row: no useful bound; split the problem")
    product = n * UNIT
    return up(product / down(1.0 - product))


def sum_up(*terms: float) -> float:
    """Bound a sum from above; `math.fsum` rounds once, and gives 0 only for zeros."""
    total = math.fsum(terms)
    return up(total) if total else 0.0


def sum_down(*terms: float) -> float:
    """Bound a sum from below."""
    return down(math.fsum(terms))


def difference_down(x: float, y: float) -> float:
    """Bound x - y from below, given a lower bound of x and an upper bound of y; at least 0."""
    return down(x - y) if y else x


def difference_up(x: float, y: float) -> float:
    """Bound x - y from above, given an upper bound of x and a lower bound of y; at least 0."""
    return up(max(x - y, 0.0))


def product_up(*factors: float) -> float:
    """Bound a product from above; a factor 0 makes it 0, even beside infinity."""
    if 0.0 in factors:
        return 0.0
    result = 1.0
    for factor in factors:
        result = up(result * factor)
    return result


def product_down(*factors: float) -> float:
    """Bound a product from below."""
    result = 1.0
    for factor in factors:
        result = down(result * factor)
    return result


def quotient_up(x: float, y: float) -> float:
    """Bound x / y from above, given a lower bound of y; infinity where that is 0."""
    return up(x / y) if y > 0 else math.inf


def quotient_down(x: float, y: float) -> float:
    """Bound x / y from below, given an upper bound of y."""
    return down(x / y) if y > 0 else 0.0


def root_up(x: float) -> float:
    """Bound a square root from above."""
    return up(math.sqrt(x)) if x > 0 else 0.0


def root_down(x: float) -> float:
    """Bound a square root from below."""
    return down(math.sqrt(x))


def hypot_up(*terms: float) -> float:
    """Bound the root of a sum of squares from above."""
    largest = max(terms)
    if largest in {0.0, math.inf}:
        return largest
    shares = (quotient_up(term, largest) for term in terms)
    return product_up(root_up(sum_up(*(up(share * share) for share in shares))), largest)


def above(x: Array) -> Array:
    """Give the next floats above."""
    found: Array = np.nextafter(x, math.inf)
    return found


def below(x: Array) -> Array:
    """Give the next floats below."""
    found: Array = np.nextafter(x, -math.inf)
    return found
