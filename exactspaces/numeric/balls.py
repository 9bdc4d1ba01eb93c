"""Balls of matrices: a computed matrix and a bound of its distance to the exact one.

A `Ball` is the set of all matrices within `radius` of `centre` in the Frobenius norm. Every
function returns a ball that contains the exact result for all members of the balls it was given.
The Frobenius norm bounds the spectral norm, and needs one number per matrix.

Products are computed by BLAS, of which we know only that each entry is a sum of products, added
in some order. With inner dimension k its error is then at most gamma(k) |X| |Y| entry by entry
(gamma(2k) and a factor sqrt 2 for complex numbers), plus what underflows; in norms, at most
gamma(k) ||X|| ||Y||. `product` uses that. `fine_product` splits the factors first, so that the
larger part of the product is exact and the bound shrinks by a factor of a million or so.

Sources: Higham 2002, sections 3.1, 3.5 and 3.6; K. Ozaki, T. Ogita, S. Oishi, S. M. Rump,
Error-free transformations of matrix multiplication, Numer. Algorithms 59 (2012).
"""

import math
from dataclasses import dataclass

import numpy as np

from exactspaces.numeric.arrays import Array, adjoint, as_reals, largest, widened
from exactspaces.numeric.rounding import (
    TINY,
    UNIT,
    above,
    difference_down,
    gamma,
    product_up,
    quotient_down,
    quotient_up,
    root_down,
    root_up,
    sum_up,
    up,
)

_CHUNK = 1024
_SAFE = 2.0**-600
_LARGEST_SUM = 2.0**900
_WORTH_SPLITTING = 4
_ROOT_TWO = 1.4142135623730952  # not less than the root of 2


@dataclass(frozen=True, eq=False)
class Ball:
    """All matrices within `radius` of `centre` in the Frobenius norm.

    >>> Ball(np.array([[3.0], [4.0]]), 1.0).norm() < 6.0000001
    True
    """

    centre: Array
    radius: float = 0.0

    def norm(self) -> float:
        """Bound the Frobenius norm of every member from above."""
        return sum_up(frobenius(self.centre), self.radius)

    def adjoint(self) -> "Ball":
        """Give the ball of the conjugate transposes."""
        return Ball(adjoint(self.centre), self.radius)


def frobenius(x: Array) -> float:
    """Bound the Frobenius norm of an array from above."""
    return frobenius_interval(x)[1]


def frobenius_interval(x: Array) -> tuple[float, float]:
    """Bound the Frobenius norm of an array from below and above.

    Sums of at most 1024 squares err by gamma(1024); `math.fsum` adds these sums with one
    rounding; what underflows is below TINY per entry and is added. Where the sum is very large
    or small, the array is scaled by a power of two first.
    """
    low, high = squares(x)
    if low > _SAFE and high < 1 / _SAFE:
        return root_down(low), root_up(high)
    size = largest(x)
    if size == 0.0 or not math.isfinite(size):
        return (0.0, 0.0) if size == 0.0 else (0.0, math.inf)
    power = math.frexp(size)[1]
    with np.errstate(under="ignore"):
        return _roots(*squares(np.ldexp(as_reals(widened(x)), -power)), power)


def _roots(low: float, high: float, power: int) -> tuple[float, float]:
    ends = root_down(low), root_up(high)
    if power == 0:
        return ends
    try:
        return math.nextafter(math.ldexp(ends[0], power), 0.0), up(math.ldexp(ends[1], power))
    except OverflowError:
        return 0.0, math.inf


def squares(x: Array) -> tuple[float, float]:
    """Bound the sum of the squared moduli from below and above; (0, inf) if it overflows."""
    flat = np.ravel(as_reals(widened(x)), order="K")
    whole = flat.size // _CHUNK * _CHUNK
    parts = flat[:whole].reshape(-1, _CHUNK)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        rest = float(flat[whole:] @ flat[whole:])
        sums = [*np.einsum("ij,ij->i", parts, parts).tolist(), rest]
    largest_sum = max(sums)
    if not largest_sum < _LARGEST_SUM:
        return 0.0, math.inf
    total, g = math.fsum(sums), gamma(_CHUNK + 2)
    lost = product_up(float(flat.size), TINY)
    low = difference_down(quotient_down(total, up(1.0 + g)), lost)
    return low, quotient_up(sum_up(total, lost), 1.0 - 2 * g)


def column_norms(x: Array) -> Array:
    """Bound the Euclidean norm of every column from above; entries of moderate size."""
    y = widened(x)
    sums = np.einsum("ij,ij->j", y.real, y.real)
    if np.iscomplexobj(y):
        sums = sums + np.einsum("ij,ij->j", y.imag, y.imag)
    g = 1.0 + 4 * gamma(y.shape[0] + 4)
    return above(np.sqrt(above(above(sums * g) + 4 * y.shape[0] * TINY)) * (1 + 8 * UNIT))


def minus(x: Ball, y: Ball) -> Ball:
    """Subtract; each entry is rounded once, and a difference does not underflow."""
    centre = x.centre - y.centre
    return Ball(centre, sum_up(x.radius, y.radius, product_up(UNIT, frobenius(centre))))


def plus(x: Ball, y: Ball) -> Ball:
    """Add; each entry is rounded once, and a sum does not underflow."""
    centre = x.centre + y.centre
    return Ball(centre, sum_up(x.radius, y.radius, product_up(UNIT, frobenius(centre))))


def columns_times(x: Ball, factors: Array) -> Ball:
    """Multiply the columns by numbers.

    A product of real numbers is rounded once; the modulus of a complex one errs by less than 4 u
    (Higham, lemma 3.5), and the factor 8 covers that its bound is taken from the computed one.
    """
    centre = x.centre * factors
    scaled = product_up(x.radius, 2.0, largest(factors)) if x.radius else 0.0
    lost = product_up(root_up(float(centre.size)), 8 * TINY)
    return Ball(centre, sum_up(scaled, product_up(8 * UNIT, frobenius(centre)), lost))


def product(x: Ball, y: Ball, left: float | None = None) -> Ball:
    """Multiply by one call of BLAS; `left` is the norm of the first centre, where it is known."""
    left = frobenius(x.centre) if left is None else left
    right = frobenius(y.centre)
    error = _rounding(x.centre, y.centre, left, right)
    return Ball(x.centre @ y.centre, _spread(x, y, error, left, right))


def _rounding(x: Array, y: Array, left: float, right: float) -> float:
    k = x.shape[1]
    is_complex = np.iscomplexobj(x) and np.iscomplexobj(y)
    factor = product_up(gamma(2 * k), _ROOT_TWO) if is_complex else gamma(k)
    entries = 2.0 * math.sqrt(x.shape[0] * y.shape[1])
    lost = product_up(8.0 * k, entries, TINY, sum_up(1.0, left, right))
    return sum_up(product_up(factor, left, right), lost)


def _spread(x: Ball, y: Ball, error: float, left: float, right: float) -> float:
    return sum_up(
        error,
        product_up(x.radius, right),
        product_up(left, y.radius),
        product_up(x.radius, y.radius),
    )


def fine_product(x: Ball, y: Ball, minuend: Array | None = None) -> Ball:
    """Multiply, or subtract the product from an array, with a far smaller radius.

    Both factors are split, X = X1 + X2 and Y = Y1 + Y2, where X1 and Y1 are multiples of powers
    of two with so few digits that every partial sum of X1 Y1 is a float: that product has no
    error, in whatever order it is added. The error bound of X1 Y2 + X2 Y has the small factors
    X2 and Y2 in it. Three products instead of one; small inner dimensions are not worth it.
    """
    k = x.centre.shape[1]
    parts = _splitting(x.centre, y.centre) if k >= _WORTH_SPLITTING else None
    if parts is None:
        plain = product(x, y)
        return plain if minuend is None else minus(Ball(minuend), plain)
    main, error = _main_and_rest(*parts, y.centre, minuend)
    if not x.radius and not y.radius:
        return Ball(main, error)
    return Ball(main, _spread(x, y, error, frobenius(x.centre), frobenius(y.centre)))


def _main_and_rest(
    x: "Split", y: "Split", whole: Array, minuend: Array | None
) -> tuple[Array, float]:
    """Compute X1 Y1 + (X1 Y2 + X2 Y), or a minuend less that; give a bound of its error.

    The large arrays are overwritten where they can be: fresh memory costs more than arithmetic.
    """
    (x1, x2), (y1, y2) = x, y
    main = x1 @ y1
    first = 0.0
    if minuend is not None:
        main = np.subtract(minuend, main, out=main if main.dtype == minuend.dtype else None)
        first = frobenius(main)
    rest, other = product(Ball(x1), Ball(y2)), product(Ball(x2), Ball(whole))
    total = np.add(rest.centre, other.centre, out=rest.centre)
    rounded = sum_up(first, frobenius(total))
    main = np.add(main, total, out=main) if minuend is None else _less(main, total)
    roundings = product_up(UNIT, sum_up(rounded, frobenius(main)))
    return main, sum_up(rest.radius, other.radius, roundings)


def _less(x: Array, y: Array) -> Array:
    return np.subtract(x, y, out=x if x.dtype == np.result_type(x, y) else None)


Split = tuple[Array, Array]


def _splitting(x: Array, y: Array) -> tuple[Split, Split] | None:
    """Split two factors so that the product of their main parts is exact; None if it cannot be.

    With b digits each, k products of b-digit integers add up to less than k 2^(2b) <= 2^53;
    complex products have twice as many terms, and one more digit is kept free.
    """
    digits = (51 - math.ceil(math.log2(2 * x.shape[1]))) // 2
    powers = [math.frexp(largest(z))[1] for z in (x, y)]
    if digits < 8 or not all(-400 < power < 400 for power in powers):
        return None
    left, right = (_split(z, p - digits) for z, p in zip((x, y), powers, strict=True))
    return left, right


def _split(x: Array, power: int) -> Split:
    """Round to multiples of 2**power; give also what is left, which is exact.

    Adding and subtracting 1.5 * 2**(52 + power) does it, as that sum has its last digit there
    (Rump, Ogita, Oishi, Accurate floating-point summation I, SIAM J. Sci. Comput. 31, 2008).
    """
    shift = math.ldexp(1.5, 52 + power)
    real = as_reals(np.ascontiguousarray(x) if np.iscomplexobj(x) else x)
    main = real + shift
    main -= shift
    rest = real - main
    if np.iscomplexobj(x):
        return main.view(np.complex128).reshape(x.shape), rest.view(np.complex128).reshape(x.shape)
    return main, rest


def gram_defect(x: Array) -> float:
    """Bound the Frobenius norm of X*X - I from above: how far columns are from orthonormal.

    With X = X1 + X2 as in `fine_product`: X*X = X1*X1 + (H + H*) with H = (X1 + X2 / 2)* X2. The
    first is exact; the error bound of the other has the small factor X2 in it.
    """
    y = widened(x)
    one = np.eye(y.shape[1])
    parts = _splitting(adjoint(y), y) if y.shape[0] >= _WORTH_SPLITTING else None
    if parts is None:
        return minus(product(Ball(adjoint(y)), Ball(y)), Ball(one)).norm()
    x1, x2 = parts[1]
    main = adjoint(x1) @ x1
    main -= one
    first = frobenius(main)
    half = plus(Ball(x1), Ball(x2 / 2))
    cross = product(half.adjoint(), Ball(x2))
    total = cross.centre + adjoint(cross.centre)
    rounded = sum_up(first, frobenius(total))
    main = np.add(main, total, out=main)
    roundings = product_up(UNIT, sum_up(rounded, frobenius(main)))
    return sum_up(frobenius(main), 2 * cross.radius, roundings)


def column_mean_error(x: Array) -> float:
    """Bound, in the Euclidean norm, the error of the computed means of all columns.

    The sum of m numbers errs by gamma(m) times the sum of their moduli, at most sqrt m times the
    norm of the column; the division rounds once more. Norms of entries of moderate size.
    """
    m = x.shape[0]
    sums = product_up(gamma(4 * m + 8), root_up(float(m)), frobenius(x))
    lost = product_up(root_up(float(2 * x.shape[1])), 8 * TINY)
    return sum_up(quotient_up(sums, float(m)), lost)
