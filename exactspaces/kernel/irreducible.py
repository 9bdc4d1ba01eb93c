"""Why a number is prime and why a polynomial is irreducible.

Everything here is about one prime p and polynomials in one unknown, written as lists of
coefficients from the constant term up.
"""

from exactspaces.kernel.errors import demand

_WITNESSES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41)
LARGEST_PRIME = 3_317_044_064_679_887_385_961_980  # one more is composite and passes the test
MAX_SIZE = 2000

Coefficients = list[int]


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


def _trim(f: Coefficients) -> Coefficients:
    while f and not f[-1]:
        f.pop()
    return f


def _remainder(f: Coefficients, g: Coefficients, p: int) -> Coefficients:
    f, inverse = list(f), pow(g[-1], -1, p)
    while len(f) >= len(g):
        factor = f[-1] * inverse % p
        start = len(f) - len(g)
        for i, c in enumerate(g):
            f[start + i] = (f[start + i] - factor * c) % p
        _trim(f)
    return f


def _multiply(f: Coefficients, g: Coefficients, m: Coefficients, p: int) -> Coefficients:
    out = [0] * max(len(f) + len(g) - 1, 0)
    for i, a in enumerate(f):
        for j, b in enumerate(g):
            out[i + j] = (out[i + j] + a * b) % p
    return _remainder(_trim(out), m, p)


def _power(f: Coefficients, exponent: int, m: Coefficients, p: int) -> Coefficients:
    result = [1]
    while exponent:
        if exponent % 2:
            result = _multiply(result, f, m, p)
        f, exponent = _multiply(f, f, m, p), exponent // 2
    return result


def _are_coprime(f: Coefficients, g: Coefficients, p: int) -> bool:
    while g:
        f, g = g, _remainder(f, g, p)
    return len(f) == 1


def is_irreducible(f: Coefficients, p: int) -> bool:
    """Decide irreducibility of f over F_p, p prime (Ben-Or, FOCS 1981).

    x^(p^k) - x is the product of all monic irreducible polynomials whose degree divides k. When f
    has no factor in common with it for each k up to half its degree, f has no factor of such a
    degree, hence no factor at all.
    """
    size = len(f) * p.bit_length()
    demand(size <= MAX_SIZE, f"degree times size of the prime is above {MAX_SIZE} bits")
    f = _trim([c % p for c in f])
    if len(f) < 2:
        return False
    power = _remainder([0, 1], f, p)
    for _ in range((len(f) - 1) // 2):
        power = _power(power, p, f, p)
        difference = power + [0] * (2 - len(power))
        difference[1] = (difference[1] - 1) % p
        if not _are_coprime(f, _trim(difference), p):
            return False
    return True


def is_eisenstein(f: list[int], p: int) -> bool:
    """Decide Eisenstein's criterion at p for a monic f with integer coefficients.

    p divides every coefficient but the leading one, and p^2 does not divide the constant term;
    then f is irreducible over the rationals.
    """
    return f[-1] == 1 and all(c % p == 0 for c in f[:-1]) and f[0] % (p * p) != 0


def translate(f: list[int], by: int) -> list[int]:
    """Give the coefficients of f(x + by)."""
    out: list[int] = []
    for c in reversed(f):
        out = [a + by * b for a, b in zip([0, *out], [*out, 0], strict=True)] or [0]
        out[0] += c
    return _trim(out)
