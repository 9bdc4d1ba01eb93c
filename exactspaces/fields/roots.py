"""Square roots: found in a field of square roots, or adjoined to it.

The field is Q or a tower Q(sqrt(d1))(sqrt(d2))... A generator stands for the principal root:
positive for positive radicands, with positive imaginary part for negative ones.
"""

import cmath
from fractions import Fraction
from math import gcd, isqrt

from exactspaces.errors import NoAnswer, NotAField
from exactspaces.fields.numbers import Scalar, generator, lift, number
from exactspaces.fields.rings import QQ, adjoin
from exactspaces.kernel import Extension, Rationals, Ring
from exactspaces.kernel import polynomials as poly

MAX_ROOTS = 5


def square_root(x: Scalar) -> Scalar | None:
    """Give the principal square root when it lies in the field of x, else None.

    Raises NotAField when the field is not a tower of square roots.
    """
    found = _root(x)
    if found is None or not found:
        return found
    principal = cmath.sqrt(approximate(x))
    return found if abs(approximate(found) - principal) < abs(principal) else -found


def with_square_root(x: Scalar) -> Scalar:
    """Give the principal square root of x, in the field of x or the smallest extension of it."""
    found = square_root(x)
    if found is not None:
        return found
    radicand, factor = _integral(x)
    field = _tower(radicand)
    name = _root_name(radicand)
    top = radicand.top if isinstance(field, Extension) else ((((), radicand.top),))
    count = len(field.names) if isinstance(field, Extension) else 0
    terms = {(*e, 0): -c for e, c in top}
    terms[(0,) * count + (2,)] = 1
    larger = adjoin(field, name, poly.canonical(terms, 0))
    root = generator(larger, name) * lift(larger, factor)
    principal = cmath.sqrt(approximate(x))
    return root if abs(approximate(root) - principal) < abs(principal) else -root


def adjoined_root(x: Scalar) -> Scalar:
    """Give the principal square root, in a field of at most five square roots.

    Raises NoAnswer when more are needed.
    """
    root = with_square_root(x)
    if len(getattr(root.ring, "names", ())) > MAX_ROOTS:
        raise NoAnswer(f"more than {MAX_ROOTS} square roots are needed")
    return root


def _integral(x: Scalar) -> tuple[Scalar, Scalar]:
    """Write x as radicand * factor^2 with integer coefficients; square-free when x is rational."""
    d = x.bottom if isinstance(x.ring, Rationals) else x.bottom[0][1]
    whole = x * (d * d)
    square = 1
    rational = whole.fraction
    content = rational.numerator if rational is not None else _content(whole)
    for f in range(2, min(isqrt(abs(content)), 10**5) + 1):
        while content % (f * f) == 0:
            content, square = content // (f * f), square * f
    top = isqrt(abs(content))
    if top * top == abs(content):
        content, square = content // abs(content), square * top
    return whole / (square * square), number(x.ring, Fraction(square, d))


def _content(x: Scalar) -> int:
    return gcd(*(c for _, c in x.top))


def _root_name(radicand: Scalar) -> str:
    return "i" if radicand.fraction == -1 else f"sqrt({radicand})".replace(" ", "")


def approximate(x: Scalar) -> complex:
    """Give a floating-point value: for choosing between a root and its negative only."""
    field = _tower(x)
    if isinstance(field, Rationals):
        return complex(Fraction(x.top, x.bottom))
    values: list[complex] = []
    for index, modulus in enumerate(field.moduli):
        below = tuple((e, -c) for e, c in modulus if not e[index])
        values.append(cmath.sqrt(_evaluate(below, values)))
    bottom: int = x.bottom[0][1]
    return _evaluate(x.top, values) / bottom


def _evaluate(f: poly.Polynomial, values: list[complex]) -> complex:
    total = 0j
    for exponents, c in f:
        term = complex(c)
        for value, e in zip(values, exponents, strict=False):
            term *= value**e
        total += term
    return total


def _root(x: Scalar) -> Scalar | None:
    if not x:
        return x
    field = _tower(x)
    return _rational_root(x) if isinstance(field, Rationals) else _tower_root(field, x)


def is_tower(ring: Ring) -> bool:
    """Say whether this is Q or a tower of square roots, so that its elements are known numbers."""
    if isinstance(ring, Rationals):
        return True
    return isinstance(ring, Extension) and not ring.characteristic and _has_pure_squares(ring)


def _tower(x: Scalar) -> Rationals | Extension:
    """Give the field of x, which has to be Q or a tower of square roots."""
    field = x.ring
    if isinstance(field, Rationals | Extension) and is_tower(field):
        return field
    raise NotAField("square roots are taken in fields of square roots only")


def _has_pure_squares(field: Extension) -> bool:
    """Say whether each generator is given by its square alone."""
    return all({e[i] for e, _ in m} == {0, 2} for i, m in enumerate(field.moduli))


def _rational_root(x: Scalar) -> Scalar | None:
    if x.top < 0:
        return None
    top, bottom = isqrt(x.top), isqrt(x.bottom)
    square = top * top == x.top and bottom * bottom == x.bottom
    return number(QQ, Fraction(top, bottom)) if square else None


def _tower_root(field: Extension, x: Scalar) -> Scalar | None:
    """Find u + v g with square a + b g, where g^2 = d, by descent to the field below.

    u^2 + d v^2 = a and 2 u v = b give u^2 = (a + s)/2 with s^2 = a^2 - d b^2.
    """
    below, (a, b, d) = _below(field, x)
    g = generator(field, field.names[-1])

    def up(value: Scalar) -> Scalar:
        return lift(field, value)

    if not b:
        plain = _root(a)
        if plain is not None:
            return up(plain)
        through = _root(a * d)
        return None if through is None else up(through / d) * g
    s = _root(a * a - d * b * b)
    if s is None:
        return None
    for norm in (s, -s):
        u = _root((a + norm) / number(below, 2))
        if u is not None and u:
            return up(u) + up(b / (u * 2)) * g
    return None


def parts_over(x: Scalar) -> tuple[Scalar, Scalar, Scalar]:
    """Give a, b, d in the field below the last generator g with x = a + b g and g^2 = d.

    Raises NotAField outside of fields of square roots, and over Q.
    """
    field = _tower(x)
    if isinstance(field, Rationals):
        raise NotAField("over Q there is no generator")
    return _below(field, x)[1]


def _below(
    field: Extension, x: Scalar
) -> tuple[Rationals | Extension, tuple[Scalar, Scalar, Scalar]]:
    """Give the field below the last generator, and a, b, d with x = a + b g and g^2 = d."""
    count = field.count
    below: Rationals | Extension = QQ
    if count > 1:
        moduli = tuple(tuple((e[:-1], c) for e, c in m) for m in field.moduli[:-1])
        below = Extension(QQ, field.names[:-1], moduli, field.evidence[:-1])

    def part(f: poly.Polynomial, power: int, bottom: int) -> Scalar:
        terms = tuple((e[:-1], c) for e, c in f if e[-1] == power)
        if isinstance(below, Extension):
            top = Scalar(below, terms, below.integer(1))
            return top * number(below, Fraction(1, bottom))
        return number(QQ, Fraction(sum(c for _, c in terms), bottom))

    d = x.bottom[0][1]
    return below, (part(x.top, 0, d), part(x.top, 1, d), -part(field.moduli[-1], 0, 1))
