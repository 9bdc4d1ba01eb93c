"""Positive rational numbers as sums of squares: what shows over Q that they are positive.

(M. O. Rabin and J. O. Shallit, Communications on Pure and Applied Mathematics 39, 1986: choose x
and y until n - x^2 - y^2 is a prime that is a sum of two squares.)
"""

from fractions import Fraction
from math import isqrt
from random import Random

from exactspaces.errors import NoAnswer

_TRIES = 100_000
_SHORT = 64  # numbers with more digits are not written with four squares


def squares(value: Fraction) -> list[Fraction]:
    """Write a rational number that is not negative as a sum of squares, quickly also if long.

    The largest square is taken off until little is left, and that is a sum of four.

    Raises NoAnswer for a negative one.

    >>> sum(x * x for x in squares(Fraction(10**300 + 1, 3))) == Fraction(10**300 + 1, 3)
    True
    """
    if value < 0:
        raise NoAnswer("a negative number is no sum of squares")
    bottom, rest = value.denominator, value.numerator * value.denominator
    found: list[int] = []
    while rest.bit_length() > _SHORT:
        root = isqrt(rest)
        found.append(root)
        rest -= root * root
    return [Fraction(x, bottom) for x in (*found, *_integers(rest))]


def _integers(n: int) -> tuple[int, int, int, int]:
    scale = 1
    while n and n % 4 == 0:
        n, scale = n // 4, scale * 2
    root = isqrt(n)
    if root * root == n:
        return scale * root, 0, 0, 0
    if n < 2000:
        return tuple(scale * x for x in _small(n))  # type: ignore[return-value]
    choose = Random(n)  # noqa: S311 - any numbers will do
    for _ in range(_TRIES):
        x = choose.randrange(root + 1)
        y = choose.randrange(isqrt(n - x * x) + 1)
        pair = _two(n - x * x - y * y)
        if pair is not None:
            return scale * x, scale * y, scale * pair[0], scale * pair[1]
    raise NoAnswer("no sum of four squares was found")


def _small(n: int) -> tuple[int, int, int, int]:
    for a in range(isqrt(n), -1, -1):
        for b in range(isqrt(n - a * a), -1, -1):
            rest = n - a * a - b * b
            for c in range(isqrt(rest), -1, -1):
                d = isqrt(rest - c * c)
                if d * d == rest - c * c:
                    return a, b, c, d
    raise NoAnswer("no sum of four squares was found")


def _two(p: int) -> tuple[int, int] | None:
    """Write what is probably a prime, and 1 modulo 4, as a sum of two squares (H. J. S. Smith)."""
    if p < 2:
        return p, 0
    if p == 2:
        return 1, 1
    if p % 4 != 1 or pow(2, p - 1, p) != 1:
        return None
    for g in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        r = pow(g, (p - 1) // 4, p)
        if r * r % p == p - 1:
            a, b = p, r
            while b * b > p:
                a, b = b, a % b
            c = isqrt(p - b * b)
            return (b, c) if b * b + c * c == p else None
    return None
