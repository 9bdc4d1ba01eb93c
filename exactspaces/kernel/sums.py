"""Sums of generalised monomials: the normal form of formulas.

A sum is a tuple of (monomial, coefficient) pairs, sorted, without zero coefficients. A monomial is
a sorted tuple of (atom, exponent) pairs; exponents are sums themselves, mostly constant ones. The
atoms are

    ("variable", name), ("conjugate", name)     a variable and its complex conjugate
    ("e", 0), ("prime", p), ("i", 0)            the numbers e, p and i
    ("sum", s)                                  a sum s with more than one term
    ("log", atom)                               the logarithm of a positive atom
    ("root", (n, s))                            the real root of a sum
    ("floor", s), ...                           a function whose value is not known

Each operation here preserves the value wherever the operands have one. Two formulas with equal
sums are therefore equal; unequal sums say nothing, except of numbers (see `is_independent`).
"""

from fractions import Fraction
from functools import reduce
from math import floor
from typing import Any

from exactspaces.kernel.errors import require

Atom = tuple[str, Any]
Monomial = tuple[tuple[Atom, Any], ...]
Sum = tuple[tuple[Monomial, Fraction], ...]

MAX_TERMS = 4000
MAX_EXPONENT = 200
MAX_WHOLE = 10_000
ZERO: Sum = ()


def number(value: int | Fraction) -> Sum:
    """Give a rational number as a sum."""
    return (((), Fraction(value)),) if value else ZERO


ONE = number(1)


def atom(kind: str, payload: Any) -> Sum:
    """Give an atom as a sum."""
    return (((((kind, payload), ONE),), Fraction(1)),)


def collected(terms: list[tuple[Monomial, Fraction]]) -> Sum:
    """Add up terms with equal monomials."""
    total: dict[Monomial, Fraction] = {}
    for monomial, coefficient in terms:
        total[monomial] = total.get(monomial, Fraction(0)) + coefficient
    require(len(total) <= MAX_TERMS, f"a normal form has more than {MAX_TERMS} terms")
    return tuple(sorted((m, c) for m, c in total.items() if c))


def plus(*sums: Sum) -> Sum:
    """Add."""
    return collected([term for one in sums for term in one])


def scaled(one: Sum, factor: int | Fraction) -> Sum:
    """Multiply by a rational number."""
    return tuple((m, c * factor) for m, c in one) if factor else ZERO


def minus(left: Sum, right: Sum) -> Sum:
    """Subtract."""
    return plus(left, scaled(right, -1))


def times(left: Sum, right: Sum) -> Sum:
    """Multiply."""
    require(
        len(left) * len(right) <= 50 * MAX_TERMS, "a normal form is too large to be multiplied"
    )
    out: list[tuple[Monomial, Fraction]] = []
    for m, a in left:
        for n, b in right:
            out += _joined(m, n, a * b)
    return collected(out)


def product(*sums: Sum) -> Sum:
    """Multiply several."""
    return reduce(times, sums, ONE)


def to_power(base: Sum, exponent: int) -> Sum:
    """Raise to a natural power."""
    require(exponent <= MAX_EXPONENT, f"exponents above {MAX_EXPONENT} are not expanded")
    result = ONE
    for digit in f"{exponent:b}":
        result = times(result, result)
        if digit == "1":
            result = times(result, base)
    return result


def constant_of(one: Sum) -> Fraction | None:
    """Give the rational number that the sum visibly is, or None."""
    if not one:
        return Fraction(0)
    return one[0][1] if len(one) == 1 and not one[0][0] else None


def whole_part(exponent: Sum) -> int:
    """Give the largest integer up to the constant term."""
    return floor(dict(exponent).get((), 0))


def _joined(left: Monomial, right: Monomial, factor: Fraction) -> Sum:
    """Multiply two monomials; exponents of one atom are added."""
    if not left or not right:
        return ((left or right, factor),)
    return settled(_merged(left, dict(right)), factor)


def settled(exponents: dict[Atom, Sum], factor: Fraction) -> Sum:
    """Give the product of a number and of atoms to exponents, in the form the module says.

    Whole powers of primes and of i join the coefficient, whole powers of sums are multiplied out
    when they are positive, and roots to the power of their index become what they are roots of.
    """
    kept: list[tuple[Atom, Sum]] = []
    rest = ONE
    for one, exponent in sorted(exponents.items()):
        kind, payload = one
        whole, left = whole_part(exponent), exponent
        require(abs(whole) <= MAX_WHOLE, f"an exponent is above {MAX_WHOLE}")
        if kind == "prime" and whole:
            factor, left = factor * Fraction(payload) ** whole, minus(exponent, number(whole))
        elif kind == "i":
            factor, left = factor * (-1) ** (whole % 4 // 2), number(whole % 2)
        elif kind == "sum" and whole > 0:
            rest, left = times(rest, to_power(payload, whole)), minus(exponent, number(whole))
        elif kind == "root" and not 0 <= whole < payload[0]:
            turns, over = divmod(whole, payload[0])
            rest, left = times(rest, _whole_power(payload[1], turns)), number(over)
        if left:
            kept.append((one, left))
    here: Sum = ((tuple(kept), factor),)
    return here if rest == ONE else times(here, rest)


def _whole_power(one: Sum, exponent: int) -> Sum:
    if exponent >= 0:
        return to_power(one, exponent)
    if len(one) > 1:
        return (((((("sum", one), number(exponent)),)), Fraction(1)),)
    ((monomial, coefficient),) = one
    return settled({a: scaled(e, exponent) for a, e in monomial}, coefficient**exponent)


def cleared(one: Sum) -> tuple[Sum, dict[Atom, int]]:
    """Give N and k with one = N * product of s^-k over sums s, where N has no s^-1 left.

    The sums s are in denominators of a formula that has a value, so they are not zero.
    """
    below: dict[Atom, int] = {}
    while True:
        lowest: dict[Atom, int] = {}
        for monomial, _ in one:
            for each, exponent in monomial:
                if each[0] == "sum" and whole_part(exponent) < 0:
                    lowest[each] = min(lowest.get(each, 0), whole_part(exponent))
        if not lowest:
            return one, below
        for each, k in lowest.items():
            below[each] = below.get(each, 0) - k
        above = {each: number(-k) for each, k in lowest.items()}
        one = collected([term for m, c in one for term in settled(_merged(m, above), c)])


def _merged(monomial: Monomial, more: dict[Atom, Sum]) -> dict[Atom, Sum]:
    """Add exponents of the same atom."""
    exponents = dict(monomial)
    for each, exponent in more.items():
        exponents[each] = plus(exponents[each], exponent) if each in exponents else exponent
    return exponents


def is_zero(one: Sum) -> bool:
    """Say that the sum vanishes wherever it has a value. (The answer "no" claims nothing.)"""
    return not cleared(one)[0]


def is_polynomial(one: Sum) -> bool:
    """Say whether it is a polynomial in variables."""
    atoms = [x for monomial, _ in one for x in monomial]
    return all(a[0] == "variable" and constant_of(e) == whole_part(e) > 0 for a, e in atoms)


def variables(one: Sum) -> set[str]:
    """Give the names of the variables of a polynomial."""
    return {name for monomial, _ in one for (_, name), _ in monomial}


def inserted(one: Sum, name: str, by: Sum) -> Sum:
    """Put a polynomial in the place of a variable of a polynomial."""
    out = ZERO
    for monomial, coefficient in one:
        rest = tuple(x for x in monomial if x[0][1] != name)
        power = whole_part(dict(monomial).get(("variable", name), ZERO))
        out = plus(out, times(((rest, coefficient),), to_power(by, power)))
    return out


def is_independent(one: Sum) -> bool:
    """Say whether the sum is a number that is surely not zero when it has a term.

    It contains only rational powers of primes, powers of e with rational exponents, and i.
    Products of roots of primes with exponents from 0 to below 1 are linearly independent over Q
    (Besicovitch 1940), hence over Q(i) as real numbers; and powers of e with different algebraic
    exponents are linearly independent over the algebraic numbers (Lindemann, Weierstrass).
    """
    return all(
        kind in ("e", "prime", "i") and constant_of(exponent) is not None
        for monomial, _ in one
        for (kind, _), exponent in monomial
    )
