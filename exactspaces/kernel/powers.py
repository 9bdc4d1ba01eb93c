"""Powers, roots, exponentials, logarithms and conjugates of sums under hypotheses."""

from fractions import Fraction

from exactspaces.kernel import sums as s
from exactspaces.kernel.errors import require
from exactspaces.kernel.irreducible import is_prime
from exactspaces.kernel.settings import POSITIVE, Setting, Undefined
from exactspaces.kernel.sums import Atom, Sum

MAX_FACTOR = 10_000
ONE = Fraction(1)


def factored(setting: Setting, one: Sum) -> tuple[Fraction, dict[Atom, Sum]]:
    """Give a number c and atoms with exponents whose product with c is the sum.

    What is common to all terms is taken out of a sum with several terms. A sum with known
    factors is written with them.
    """
    one, below = s.cleared(one)
    require(one, "zero has no factors")
    first, coefficient = one[0]
    common: dict[Atom, Sum] = {}
    for each, exponent in first:
        everywhere = all(each in dict(m) for m, _ in one)
        if setting.is_unit(each) and (everywhere or each[0] != "sum"):
            common[each] = exponent
        elif everywhere:
            least = min(s.whole_part(dict(m)[each]) for m, _ in one)
            common[each] = s.number(max(least, 0))
    common = {a: e for a, e in common.items() if e}
    scale = abs(coefficient)
    out = tuple((a, s.scaled(e, -1)) for a, e in sorted(common.items()))
    left = s.times(one, ((out, Fraction(1, scale)),))
    factors = dict(common)
    ratio, parts = _parts(setting, left)
    for part, exponent in parts.items():
        factors[part] = s.plus(factors.get(part, s.ZERO), exponent)
    for each, k in below.items():
        factors[each] = s.plus(factors.get(each, s.ZERO), s.number(-k))
    return ratio * scale, {a: e for a, e in factors.items() if e}


def _parts(setting: Setting, left: Sum) -> tuple[Fraction, dict[Atom, Sum]]:
    if len(left) == 1:
        return left[0][1], dict(left[0][0])
    return setting.known_factors.get(left, (Fraction(1), {("sum", left): s.ONE}))


def learn_product(setting: Setting, factors: tuple[tuple[Sum, int], ...]) -> None:
    """Remember how the product of these sums to these powers, multiplied out, is factored."""
    scale, parts = factored(setting, s.product(*(s.to_power(one, k) for one, k in factors)))
    (target,) = (a[1] for a in parts if a[0] == "sum")
    exponents = {a: s.scaled(e, -1) for a, e in parts.items() if a != ("sum", target)}
    ratio = Fraction(1, scale)
    for one, k in factors:
        c, inner = factored(setting, one)
        ratio *= c**k
        for each, exponent in inner.items():
            power = s.scaled(exponent, k)
            exponents[each] = s.plus(exponents.get(each, s.ZERO), power)
    setting.known_factors[target] = ratio, {a: e for a, e in exponents.items() if e}


def inverse(setting: Setting, one: Sum) -> Sum:
    """Give 1 / one; refuse unless the sum is zero nowhere."""
    if not s.cleared(one)[0]:
        raise Undefined("a denominator is zero")
    require(setting.is_nonzero(one), "a denominator is not shown to be different from zero")
    c, factors = factored(setting, one)
    return s.settled({a: s.scaled(e, -1) for a, e in factors.items()}, Fraction(1, c))


def power(setting: Setting, base: Sum, exponent: Sum) -> Sum:
    """Give base ^ exponent, as `FUNCTIONS` defines it."""
    whole = s.constant_of(exponent)
    if whole is not None and whole.denominator == 1:
        k = int(whole)
        return s.to_power(base, k) if k >= 0 else s.to_power(inverse(setting, base), -k)
    require(setting.is_real(base) and setting.is_real(exponent), "a power is of real numbers")
    if not s.cleared(base)[0]:
        require(setting.sign(exponent) == POSITIVE, "0 to an exponent that is not positive")
        return s.ZERO
    if _is_negative(setting, base):
        raise Undefined("a negative number to an exponent that is no integer")
    require(setting.sign(base) == POSITIVE, "the base of a power is not shown to be positive")
    c, factors = factored(setting, base)
    raised = {a: s.times(e, exponent) for a, e in _with_primes(factors, c).items()}
    require(all(map(setting.is_unit, factors)), "a factor of a base is not shown to be positive")
    return s.settled(raised, Fraction(1))


def _is_negative(setting: Setting, one: Sum) -> bool:
    return setting.sign(s.scaled(one, -1)) == POSITIVE


def root(setting: Setting, one: Sum, index: int) -> Sum:
    """Give the real root; what is a power of the index comes out of it."""
    require(2 <= index <= 100 and setting.is_real(one), "a root has an index from 2 to 100")
    if not s.cleared(one)[0]:
        return s.ZERO
    if index % 2 == 0 and _is_negative(setting, one):
        raise Undefined("an even root of a negative number")
    c, factors = factored(setting, one)
    if index % 2 and c < 0:
        return s.scaled(root(setting, s.scaled(one, -1), index), -1)
    if setting.sign(one) == POSITIVE and all(map(setting.is_unit, factors)):
        return power(setting, one, s.number(Fraction(1, index)))
    require(index % 2 or setting.sign(one), "an even root is not shown to be of a number >= 0")
    share = Fraction(1, index)
    result = s.settled({a: s.scaled(e, share) for a, e in _primes(abs(c)).items()}, ONE)
    below = s.number(1 if c > 0 else -1)
    for each, exponent in factors.items():
        outside, inside = _rooted(setting, each, exponent, index)
        result, below = s.times(result, outside), s.times(below, inside)
    return result if below == s.ONE else s.times(result, s.atom("root", (index, below)))


def _rooted(setting: Setting, each: Atom, exponent: Sum, index: int) -> tuple[Sum, Sum]:
    """Give what of a factor comes out of a root, and what stays in it.

    An odd root of a product is the product of the roots; an even one if a factor is not negative.
    """
    base, whole = s.settled({each: s.ONE}, ONE), s.constant_of(exponent)
    free = index % 2 or setting.sign(base) is not None
    if whole is None or whole.denominator != 1 or not free:
        return s.ONE, s.settled({each: exponent}, ONE)
    outside = s.settled({each: s.number(whole // index)}, ONE)
    rest = s.number(whole % index)
    return s.times(outside, s.settled({("root", (index, base)): rest}, ONE)), s.ONE


def exp(_: Setting, one: Sum) -> Sum:
    """Give e^one; e^(c log a) is a^c."""
    exponents: dict[Atom, Sum] = {}
    for monomial, coefficient in one:
        logs = [a for a, e in monomial if a[0] == "log" and e == s.ONE]
        base: Atom = logs[0][1] if len(logs) == 1 else ("e", 0)
        rest = tuple(x for x in monomial if len(logs) != 1 or x[0] != logs[0])
        added: Sum = ((rest, coefficient),)
        exponents[base] = s.plus(exponents.get(base, s.ZERO), added)
    return s.settled({a: e for a, e in exponents.items() if e}, Fraction(1))


def log(setting: Setting, one: Sum) -> Sum:
    """Give the logarithm: of a product, the sum of the logarithms of positive factors."""
    require(setting.is_real(one), "a logarithm is of a real number")
    if not s.cleared(one)[0] or _is_negative(setting, one):
        raise Undefined("a logarithm of a number that is not positive")
    require(setting.sign(one) == POSITIVE, "a logarithm is not shown to be of a positive number")
    c, factors = factored(setting, one)
    require(all(map(setting.is_unit, factors)), "a factor in a logarithm may be negative")
    terms = [
        exponent if each[0] == "e" else s.times(exponent, s.atom("log", each))
        for each, exponent in _with_primes(factors, c).items()
    ]
    return s.plus(*terms)


def conjugate(setting: Setting, one: Sum) -> Sum:
    """Give the complex conjugate."""
    if setting.is_real(one):
        return one
    parts = []
    for monomial, c in one:
        turned = [_conjugate_atom(setting, a, e) for a, e in monomial]
        parts.append(s.product(s.number(c), *turned))
    return s.plus(*parts)


def _conjugate_atom(setting: Setting, one: Atom, exponent: Sum) -> Sum:
    kind, payload = one
    if setting.is_real(s.atom(*one)) and setting.is_real(exponent):
        return s.settled({one: exponent}, Fraction(1))
    require(s.constant_of(exponent) is not None, "this conjugate is not worked out")
    if kind == "i":
        return s.scaled(s.atom("i", 0), -1)
    if kind == "sum":
        return power(setting, conjugate(setting, payload), exponent)
    other = "conjugate" if kind == "variable" else "variable"
    return s.settled({(other, payload): exponent}, Fraction(1))


def _with_primes(factors: dict[Atom, Sum], value: Fraction) -> dict[Atom, Sum]:
    """Give the factors together with the prime factors of a positive number."""
    found = dict(factors)
    for each, exponent in _primes(value).items():
        found[each] = s.plus(found.get(each, s.ZERO), exponent)
    return {a: e for a, e in found.items() if e}


def _primes(value: Fraction) -> dict[Atom, Sum]:
    """Give the prime factors of a positive rational number, with exponents."""
    require(value > 0, "a positive number is due")
    found: dict[Atom, Sum] = {}
    for whole, sign in ((value.numerator, 1), (value.denominator, -1)):
        n, p = whole, 2
        while n > 1:
            if p > MAX_FACTOR or p * p > n:
                require(is_prime(n), "a number under a root has large prime factors")
                p = n
            if n % p == 0:
                n //= p
                found["prime", p] = s.plus(found.get(("prime", p), s.ZERO), s.number(sign))
            else:
                p += 1
    return found
