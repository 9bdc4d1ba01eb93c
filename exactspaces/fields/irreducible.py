"""The search for evidence that the equation of a new generator is irreducible.

What is proposed here is checked by the kernel when the field is made.
"""

from collections.abc import Iterator
from itertools import count, islice
from math import gcd, isqrt, prod

from exactspaces.fields.factors import factor_modulo, factors_modulo
from exactspaces.kernel import Irreducible
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.irreducible import LARGEST_PRIME, is_prime
from exactspaces.kernel.polynomials import Polynomial

Moduli = tuple[Polynomial, ...]
_PRIMES = 2000  # the primes below are tried
_POINTS = 600  # so many points are tried
_SMALL = [q for q in range(2, 1000) if is_prime(q)]


def evidence(moduli: Moduli) -> Iterator[Irreducible]:
    """Propose evidence for the last modulus: primes modulo which it is irreducible, then values.

    The first kind exists when the Galois group has a full cycle that fixes the fields below; the
    second is a matter of luck and of size.
    """
    for p in _SMALL[:30]:
        yield from _at_prime(moduli, p)
    if len(moduli) == 1:
        f = listed(moduli[0])
        yield from _values(f)
        if _is_even(f):
            return
    for p in filter(is_prime, range(_SMALL[30], _PRIMES)):
        yield from _at_prime(moduli, p)


def _is_even(f: list[int]) -> bool:
    """Say whether the Galois group over Q has no full cycle, as all it contains is even.

    So it is when the degree is even and the discriminant a square. (That is the norm of f'(x),
    the determinant of the multiplication by it, but for the sign.)
    """
    n = len(f) - 1
    row = [k * c for k, c in enumerate(f)][1:]
    rows = []
    for _ in range(n):
        rows.append(row)
        row = [(row[k - 1] if k else 0) - row[-1] * f[k] for k in range(n)]
    discriminant = _determinant(rows) * (-1) ** (n * (n - 1) // 2)
    return n % 2 == 0 and discriminant > 0 and isqrt(discriminant) ** 2 == discriminant


def listed(f: Polynomial) -> list[int]:
    """List the coefficients in the last quantity, the only one that occurs."""
    out = [0] * (max(e[-1] for e, _ in f) + 1)
    for e, c in f:
        out[e[-1]] = c
    return out


def _at_prime(moduli: Moduli, p: int) -> Iterator[Irreducible]:
    for roots in _simple_roots(moduli[:-1], p):
        if factor_modulo(_inserted(moduli[-1], roots, p), p) is None:
            yield Irreducible(p, roots)
            return


def _simple_roots(moduli: Moduli, p: int) -> Iterator[tuple[int, ...]]:
    """Give the ways to insert simple roots modulo p for the generators."""
    if not moduli:
        yield ()
        return
    for roots in _simple_roots(moduli[:-1], p):
        parts = factors_modulo(_inserted(moduli[-1], roots, p), p)
        yield from (
            (*roots, -part[0] % p) for part in parts if len(part) == 2 and parts.count(part) == 1
        )


def _inserted(m: Polynomial, roots: tuple[int, ...], p: int) -> list[int]:
    out = [0] * (poly.degree(m, len(roots)) + 1)
    for exponents, c in m:
        powers = (pow(x, e, p) for x, e in zip(roots, exponents, strict=False))
        out[exponents[len(roots)]] += c * prod(powers)
    return [c % p for c in out]


def _values(f: list[int]) -> Iterator[Irreducible]:
    """Propose points (a, b, s) at which the value has a large prime factor.

    See `has_large_prime` in the kernel for what the numbers have to satisfy.
    """
    for a, b, s in islice(_points(f), _POINTS):
        value = abs(_form(f, a, b))
        if value > LARGEST_PRIME * (abs(a) - s):
            return
        p = _without_small_factors(value)
        if value <= (abs(a) - s) * p and p <= LARGEST_PRIME and is_prime(p):
            yield Irreducible(p, (), (a, b, s))


def _form(f: list[int], a: int, b: int) -> int:
    n = len(f) - 1
    return sum(c * a**k * b ** (n - k) for k, c in enumerate(f))


def _points(f: list[int]) -> Iterator[tuple[int, int, int]]:
    """Give a, b without common factor, and the least s that bounds b times the roots."""
    sizes, least = list(map(abs, f)), [1]

    def bound(b: int) -> int:
        while b >= len(least):
            s = least[-1]
            while 2 * s ** (len(f) - 1) <= _form(sizes, s, len(least)):
                s += 1 + s // 100
            least.append(s)
        return least[b]

    for a in count(2):
        for b in count(1):
            if bound(b) >= a:
                break
            if gcd(a, b) == 1:
                yield a, b, bound(b)
                yield -a, b, bound(b)


def _determinant(rows: list[list[int]]) -> int:
    """Give the determinant (E. H. Bareiss, Math. Comp. 22, 1968)."""
    previous = sign = 1
    while len(rows) > 1:
        at = next((i for i, row in enumerate(rows) if row[0]), None)
        if at is None:
            return 0
        first, sign = rows.pop(at), -sign if at % 2 else sign
        rows = [
            [
                (first[0] * x - row[0] * y) // previous
                for x, y in zip(row[1:], first[1:], strict=True)
            ]
            for row in rows
        ]
        previous = first[0]
    return sign * rows[0][0]


def _without_small_factors(n: int) -> int:
    for q in _SMALL:
        while n and n % q == 0:
            n //= q
    return n
