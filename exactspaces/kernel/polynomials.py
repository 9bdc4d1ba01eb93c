"""Polynomials with integer coefficients, or coefficients modulo a prime.

A polynomial in k named quantities is a tuple of (exponents, coefficient) pairs: exponents are
k-tuples, sorted from the largest down, coefficients are non-zero. Equal polynomials are equal
tuples. The argument `p` is the characteristic: 0 for integer coefficients, a prime otherwise.
"""

from exactspaces.kernel.errors import demand, require

Exponents = tuple[int, ...]
Polynomial = tuple[tuple[Exponents, int], ...]
MAX_EXPONENT = 1000
MAX_TERMS = 10_000
MAX_WORK = 1_000_000  # products of terms, counted more where the coefficients are long
_TOO_LARGE = "the polynomials are too large to be multiplied here"


def canonical(terms: dict[Exponents, int], p: int) -> Polynomial:
    """Give the polynomial with these terms: reduced modulo p, zeros dropped, sorted."""
    if p:
        terms = {e: c % p for e, c in terms.items()}
    return tuple(sorted(((e, c) for e, c in terms.items() if c), reverse=True))


def constant(value: int, count: int, p: int) -> Polynomial:
    """Give the constant polynomial in `count` quantities."""
    return canonical({(0,) * count: value}, p)


def add(f: Polynomial, g: Polynomial, p: int) -> Polynomial:
    """Add."""
    terms = dict(f)
    for exponents, coefficient in g:
        terms[exponents] = terms.get(exponents, 0) + coefficient
    return canonical(terms, p)


def scale(f: Polynomial, factor: int, p: int) -> Polynomial:
    """Multiply by an integer."""
    return canonical({e: c * factor for e, c in f}, p)


def multiply(f: Polynomial, g: Polynomial, p: int) -> Polynomial:
    """Multiply."""
    require(len(f) * len(g) <= MAX_WORK, _TOO_LARGE)
    terms: dict[Exponents, int] = {}
    for left, a in f:
        for right, b in g:
            e = tuple(map(int.__add__, left, right))
            terms[e] = terms.get(e, 0) + a * b
    require(len(terms) <= MAX_TERMS, _TOO_LARGE)
    return canonical(terms, p)


def degree(f: Polynomial, index: int) -> int:
    """Give the degree in one quantity; -1 for the zero polynomial."""
    return max((e[index] for e, _ in f), default=-1)


def leading(f: Polynomial, index: int) -> Polynomial:
    """Give the coefficient of the highest power of one quantity."""
    top = degree(f, index)
    return tuple(((*e[:index], 0, *e[index + 1 :]), c) for e, c in f if e[index] == top)


def shift(f: Polynomial, index: int, by: int) -> Polynomial:
    """Multiply by a power of one quantity."""
    return tuple(((*e[:index], e[index] + by, *e[index + 1 :]), c) for e, c in f)


def pseudo_remainder(f: Polynomial, g: Polynomial, index: int, p: int) -> Polynomial:
    """Give r of lower degree than g in one quantity, with lc(g)^k f = q g + r for some k and q."""
    top, lead = degree(g, index), leading(g, index)
    demand(top > 0, "division by a polynomial that does not contain the quantity")
    work = 0
    while degree(f, index) >= top:
        head = shift(leading(f, index), index, degree(f, index) - top)
        bits = max(c.bit_length() for _, c in f)
        work += (len(f) * len(lead) + len(head) * len(g)) * (1 + bits // 1000)
        require(work <= MAX_WORK, _TOO_LARGE)
        f = add(multiply(lead, f, p), scale(multiply(head, g, p), -1, p), p)
    return f


def is_constant(f: Polynomial) -> bool:
    """Say whether no quantity occurs in it."""
    return all(not any(e) for e, _ in f)


def proportional(f: Polynomial, g: Polynomial, p: int) -> bool:
    """Say whether a f = b g for some non-zero integers a, b (both non-zero modulo p).

    The zero polynomial is proportional to none.
    """
    if not f or not g:
        return False
    return scale(f, g[0][1], p) == scale(g, f[0][1], p)


def divide(f: Polynomial, g: Polynomial, p: int) -> Polynomial | None:
    """Give f / g when g divides f with integer coefficients (or modulo p), else None."""
    quotient: dict[Exponents, int] = {}
    (lead, c), *_ = g
    inverse = pow(c, -1, p) if p else 0
    while f:
        top, a = f[0]
        exponents = tuple(x - y for x, y in zip(top, lead, strict=True))
        if min(exponents, default=0) < 0 or (not p and a % c):
            return None
        factor = a * inverse % p if p else a // c
        quotient[exponents] = factor
        f = add(f, scale(multiply(((exponents, factor),), g, p), -1, p), p)
    return canonical(quotient, p)
