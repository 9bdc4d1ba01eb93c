"""Rational bounds of numbers made from roots of primes and powers of e, and so their signs."""

from fractions import Fraction
from math import floor

from exactspaces.kernel.errors import require
from exactspaces.kernel.sums import Sum, constant_of

PRECISIONS = (64, 256, 1024)
MAX_EXPONENT = 1000
Bounds = tuple[Fraction, Fraction]


def sign_of_number(one: Sum) -> int:
    """Give -1, 0 or 1 for a real number whose terms are independent (see `is_independent`).

    Such a number is zero only when it has no term, so finer bounds end by excluding zero.
    """
    if not one:
        return 0
    for bits in PRECISIONS:
        low, high = enclosed(one, bits)
        if low > 0 or high < 0:
            return 1 if low > 0 else -1
    require(False, "the sign of a number is not decided")  # noqa: FBT003
    return 0


def enclosed(one: Sum, bits: int) -> Bounds:
    """Give rational numbers below and above a real number."""
    low = high = Fraction(0)
    for monomial, coefficient in one:
        below = above = abs(coefficient)
        for (kind, payload), exponent in monomial:
            require(kind != "i", "a complex number has no sign")
            power = constant_of(exponent) or Fraction(0)
            a, b = _power(payload, power, bits) if kind == "prime" else _exp(power, bits)
            below, above = below * a, above * b
        low, high = (low + below, high + above) if coefficient > 0 else (low - above, high - below)
    return low, high


def whole_part_of_number(one: Sum) -> int:
    """Give the largest integer up to a real number."""
    for bits in PRECISIONS:
        low, high = enclosed(one, bits)
        if floor(low) == floor(high):
            return floor(low)
    require(False, "the integer part of a number is not decided")  # noqa: FBT003
    return 0


def _power(prime: int, exponent: Fraction, bits: int) -> Bounds:
    """Bound prime^exponent, an exponent from 0 to below 1: an integer root, scaled."""
    n, d = exponent.numerator, exponent.denominator
    require(
        n >= 0 and d <= MAX_EXPONENT and n * prime.bit_length() <= 10**5, "a root is too large"
    )
    root = _integer_root(prime**n << (bits * d), d)
    return Fraction(root, 1 << bits), Fraction(root + 1, 1 << bits)


def _integer_root(n: int, d: int) -> int:
    """Give the largest r with r^d <= n, by Newton's iteration from above."""
    r = 1 << (n.bit_length() // d + 1)
    while True:
        better = ((d - 1) * r + n // r ** (d - 1)) // d
        if better >= r:
            return r
        r = better


def _exp(power: Fraction, bits: int) -> Bounds:
    """Bound e^power: for 0 <= x <= 1 by the series, whose rest is at most twice its next term."""
    require(abs(power) <= MAX_EXPONENT, "a power of e is too large")
    if power < 0:
        low, high = _exp(-power, bits)
        return Fraction(1, high), Fraction(1, low)
    steps = max(1, -(-power.numerator // power.denominator))
    x, term, total, k = Fraction(power, steps), Fraction(1), Fraction(0), 0
    while term.numerator << bits > term.denominator:
        total, k = total + term, k + 1
        term = Fraction(term * x, k)
    return total**steps, (total + 2 * term) ** steps
