"""Why a number is prime and why a polynomial is irreducible.

Everything here is about one prime p and polynomials in one unknown, given as lists of
coefficients from the constant term up.
"""

from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.errors import demand
from exactspaces.kernel.polynomials import Polynomial

_WITNESSES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41)
LARGEST_PRIME = 3_317_044_064_679_887_385_961_980  # one more is composite and passes the test
MAX_SIZE = 2000


def is_prime(n: int) -> bool:
    """Decide primality of n below 3.3e24.

    The smallest strong pseudo-prime to the first thirteen prime bases is LARGEST_PRIME + 1
    (Sorenson and Webster, Mathematics of Computation 86, 2017), so the test is a proof below.
    """
    demand(n <= LARGEST_PRIME, f"primality is decided up to {LARGEST_PRIME}, not for {n}")
    if n < 2 or any(n % q == 0 for q in _WITNESSES):
        return n in _WITNESSES
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    return all(_passes(n, base, odd, twos) for base in _WITNESSES)


def _passes(n: int, base: int, odd: int, twos: int) -> bool:
    x = pow(base, odd, n)
    if x == 1:
        return True
    for _ in range(twos):
        if x == n - 1:
            return True
        x = x * x % n
    return False


def _power(f: Polynomial, exponent: int, modulus: Polynomial, p: int) -> Polynomial:
    result = poly.constant(1, 1, p)
    for digit in f"{exponent:b}":
        for factor in (result, f) if digit == "1" else (result,):
            product = poly.multiply(result, factor, p)
            result = poly.pseudo_remainder(product, modulus, 0, p)
    return result


def _are_coprime(f: Polynomial, g: Polynomial, p: int) -> bool:
    while poly.degree(g, 0) > 0:
        f, g = g, poly.pseudo_remainder(f, g, 0, p)
    return bool(g)


def is_irreducible(f: list[int], p: int) -> bool:
    """Decide irreducibility of f over F_p, p prime (Ben-Or, FOCS 1981).

    x^(p^k) - x is the product of all monic irreducible polynomials whose degree divides k. When f
    has no factor in common with it for each k up to half its degree, f has no factor of such a
    degree, hence no factor at all.
    """
    size = len(f) * p.bit_length()
    demand(size <= MAX_SIZE, f"degree times size of the prime is above {MAX_SIZE} bits")
    modulus = poly.canonical({(i,): c for i, c in enumerate(f)}, p)
    degree = poly.degree(modulus, 0)
    if degree < 1:
        return False
    modulus = poly.scale(modulus, pow(modulus[0][1], -1, p), p)
    power = x = poly.canonical({(1,): 1}, p)
    for _ in range(degree // 2):
        power = _power(power, p, modulus, p)
        if not _are_coprime(modulus, poly.add(power, poly.scale(x, -1, p), p), p):
            return False
    return True


def has_large_prime(f: list[int], point: tuple[int, ...], p: int) -> bool:
    """Decide whether a value with the prime factor p shows a monic integer f irreducible over Q.

    At the point (a, b, s), b and s positive, let F(a, b) be the sum of f_k a^k b^(n-k), n the
    degree of f. Due are: |F(a, b)| = c p; s^n > sum of |f_k| s^k b^(n-k) over k < n; |a| - s >= c
    and |a| > s.

    A root z of f has |z| < s/b: else 1 <= sum of |f_k| (b/s)^(n-k) < 1. So a - bz has absolute
    value above |a| - s >= 1, and F(a, b), the product of these, is not 0. Suppose that f = g h,
    both monic and neither constant. They have integer coefficients (Gauss), so G(a, b) and H(a, b)
    are integers, and p divides one of them, say H(a, b), whence |G(a, b)| <= c. But G(a, b) is a
    product of some a - bz, so |G(a, b)| > |a| - s >= c: a contradiction.
    (After M. Ram Murty, Amer. Math. Monthly 109, 2002, who has b = 1 and c = 1.)
    """
    demand(len(point) == 3 and max(map(abs, point)) <= LARGEST_PRIME, "a point (a, b, s) is due")
    a, b, s = point
    form = [c * b**k for k, c in enumerate(reversed(f))][::-1]
    value = sum(c * a**k for k, c in enumerate(form))
    inner = sum(abs(c) * s**k for k, c in enumerate(form[:-1]))
    good = b > 0 and 0 < s < abs(a) and inner < s ** (len(f) - 1) and value % p == 0
    return good and abs(value) <= (abs(a) - s) * p
