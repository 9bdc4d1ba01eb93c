"""Factors of integers and of polynomials in one unknown: to name one when something is no field.

Polynomials are lists of integers from the constant term up, monic. What is found is a factor;
where None is returned beyond the stated limits, there may be one all the same.
"""

from collections.abc import Iterator
from itertools import combinations, count
from math import gcd, isqrt

from exactspaces.kernel.irreducible import LARGEST_PRIME, is_prime

Coefficients = list[int]
_TRIALS = 1000
_STEPS = 2**21  # of Pollard's method: enough for the numbers below the largest prime we decide
_SUBSETS = 4096
_LEAST_PRIME = 2**40


def integer_factor(n: int) -> int | None:
    """Give a factor between 1 and n, where n has one that is below 1000 or found by Pollard.

    (J. M. Pollard, BIT 15, 1975: x -> x^2 + c modulo n runs into a cycle modulo a factor first.)

    >>> integer_factor(1000036000099)
    1000003
    """
    small = next((f for f in range(2, min(_TRIALS, isqrt(n)) + 1) if n % f == 0), None)
    if small:
        return small
    if n < _TRIALS**2 or (n <= LARGEST_PRIME and is_prime(n)):
        return None
    return next(filter(None, (_pollard(n, c) for c in (1, 3, 5))), None)


def _pollard(n: int, c: int) -> int | None:
    slow, fast, product = 2, 2, 1
    for step in range(1, _STEPS):
        slow = (slow * slow + c) % n
        fast = (fast * fast + c) % n
        fast = (fast * fast + c) % n
        product = product * (slow - fast) % n
        if step % 128 == 0 or step < 128:
            found = gcd(product, n)
            if found != 1:
                return min(found, n // found) if found < n else None
    return None


def factor_modulo(f: Coefficients, p: int) -> Coefficients | None:
    """Give a monic irreducible factor over F_p of least degree; None when f is irreducible.

    (D. G. Cantor and H. Zassenhaus, Math. Comp. 36, 1981.)

    >>> factor_modulo([1, 0, 1], 5)
    [2, 1]
    """
    power = x = [0, 1]
    for degree in range(1, (len(f) - 1) // 2 + 1):
        power = _power(power, p, f, p)
        common = _gcd(f, _difference(power, x, p), p)
        if len(common) > 1:
            return _equal_degree_factor(common, degree, p)
    return None


def factors_modulo(f: Coefficients, p: int) -> list[Coefficients]:
    """Give all monic irreducible factors over F_p, each as often as it occurs."""
    found = []
    while (factor := factor_modulo(f, p)) is not None:
        found.append(factor)
        f = divided(f, factor, p)[0]
    return [*found, f]


def _equal_degree_factor(f: Coefficients, degree: int, p: int) -> Coefficients:
    """Give one of the factors of f, which are different and all of this degree."""
    for code in count(p):
        if len(f) - 1 == degree:
            return f
        trial = divided(_digits(code, p), f, p)[1]
        if p == 2:
            value = trial = divided([0] * (code - 1) + [1], f, p)[1]
            for _ in range(degree - 1):
                value = _difference(_product(value, value, p), trial, p)
                value = divided(value, f, p)[1]
        else:
            value = _difference(_power(trial, (p**degree - 1) // 2, f, p), [1], p)
        part = _gcd(f, value, p)
        if 1 < len(part) < len(f):
            f = min(part, divided(f, part, p)[0], key=len)
    return f


def factor_integral(f: Coefficients) -> Coefficients | None:
    """Give a monic integer factor of a monic integer polynomial, or None.

    The coefficients of a factor of degree at most n/2 are below 2^(n/2) |f|. Modulo a prime more
    than twice as large it is a product of some of the factors that f has there. At most 4096
    products are tried. (H. Zassenhaus, J. Number Theory 1, 1969, without the lifting.)

    >>> factor_integral([4, 0, 0, 0, 1])
    [2, 2, 1]
    """
    half = (len(f) - 1) // 2
    bound = 2**half * (isqrt(sum(c * c for c in f)) + 1)
    prime, parts = min(_images(f, bound), key=lambda image: len(image[1]))
    for product in _products(parts, half, prime):
        factor = [c - prime if 2 * c > prime else c for c in product]
        if not any(divided(f, factor)[1]):
            return factor
    return None


def _images(f: Coefficients, bound: int) -> Iterator[tuple[int, list[Coefficients]]]:
    """Give some primes above twice the bound with the factors of f modulo them."""
    p = min(max(2 * bound, _LEAST_PRIME), LARGEST_PRIME // 2)
    for _ in range(3 if len(f) < 32 else 1):
        p = next(q for q in count(p + 1) if is_prime(q))
        yield p, factors_modulo([c % p for c in f], p)


def _products(parts: list[Coefficients], half: int, p: int) -> Iterator[Coefficients]:
    left = _SUBSETS
    for size in range(1, len(parts)):
        for chosen in combinations(parts, size):
            if sum(len(part) - 1 for part in chosen) > half:
                continue
            left -= 1
            if left < 0:
                return
            product = [1]
            for part in chosen:
                product = _product(product, part, p)
            yield product


def divided(f: Coefficients, g: Coefficients, p: int = 0) -> tuple[Coefficients, Coefficients]:
    """Give quotient and remainder for a monic g; modulo p unless p is 0."""
    rest, quotient = list(f), [0] * max(len(f) - len(g) + 1, 0)
    for k in reversed(range(len(quotient))):
        factor = quotient[k] = rest.pop()
        for i, c in enumerate(g[:-1], k):
            rest[i] -= factor * c
            if p:
                rest[i] %= p
    return quotient, _trimmed(rest)


def _trimmed(f: Coefficients) -> Coefficients:
    while f and not f[-1]:
        f.pop()
    return f


def _digits(n: int, p: int) -> Coefficients:
    out = []
    while n:
        n, digit = divmod(n, p)
        out.append(digit)
    return out


def _difference(f: Coefficients, g: Coefficients, p: int) -> Coefficients:
    width = max(len(f), len(g))
    long = [[*h, *[0] * (width - len(h))] for h in (f, g)]
    return _trimmed([(a - b) % p for a, b in zip(*long, strict=True)])


def _product(f: Coefficients, g: Coefficients, p: int) -> Coefficients:
    out = [0] * (len(f) + len(g) - 1) if f and g else []
    for i, a in enumerate(f):
        for j, b in enumerate(g, i):
            out[j] += a * b
    return [c % p for c in out]


def _power(f: Coefficients, exponent: int, modulus: Coefficients, p: int) -> Coefficients:
    result = [1]
    for digit in f"{exponent:b}":
        result = divided(_product(result, result, p), modulus, p)[1]
        if digit == "1":
            result = divided(_product(result, f, p), modulus, p)[1]
    return result


def _gcd(f: Coefficients, g: Coefficients, p: int) -> Coefficients:
    """Give the monic greatest common divisor of f and g, f not zero."""
    while g:
        unit = pow(g[-1], -1, p)
        g = [c * unit % p for c in g]
        f, g = g, divided(f, g, p)[1]
    return f
