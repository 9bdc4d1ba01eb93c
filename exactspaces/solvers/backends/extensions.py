"""Factoring polynomials over extension fields: by FLINT over F_q, by SymPy over number fields.

A polynomial that is beyond what they take on is its own only factor: nothing is lost by it but
that there may be fewer cases.
"""

import re
from fractions import Fraction
from functools import lru_cache
from math import prod
from typing import Any

from flint import fmpz_mod_ctx, fmpz_mod_poly_ctx, fq_default_ctx, fq_default_poly_ctx
from sympy import QQ, I, Integer, Poly, Symbol, primitive_element, sqrt, symbols

from exactspaces.fields import Scalar, generator, lift, number
from exactspaces.fields.matrices import content_free, monic
from exactspaces.kernel import Extension, Parameters
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Exponents, Polynomial

Factors = tuple[tuple[Polynomial, int], ...]
_SCALES = (1, 101, 10_007, 1_000_003, 100_000_007)
MOST_WORK = 40  # degree of the polynomial times degree of the field
_ROOT = re.compile(r"sqrt\((-?\d+)\)")


def factor_over(f: Polynomial, ring: Parameters, field: Extension) -> Factors:
    """Give the factors that contain a parameter, with exponents."""
    used = [k for k in range(field.count, ring.count) if poly.degree(f, k) > 0]
    size = sum(poly.degree(f, k) for k in used)
    for i, m in enumerate(field.moduli):
        size *= poly.degree(m, i)
    if size > MOST_WORK:
        return ((f, 1),)
    if not ring.characteristic:
        return _over_number_field(f, ring, field) or ((f, 1),)
    return _over_finite_field(f, ring, used[0]) if len(used) == 1 else ((f, 1),)


def _over_finite_field(f: Polynomial, ring: Parameters, main: int) -> Factors:
    p, field = ring.characteristic, ring.field
    (modulus,) = field.moduli
    plain: Any = fmpz_mod_poly_ctx(fmpz_mod_ctx(p))
    context: Any = fq_default_ctx(modulus=plain(_listed(modulus, 0)))
    values = [context.zero()] * (poly.degree(f, main) + 1)
    for exponents, c in f:
        values[exponents[main]] += context.gen() ** exponents[0] * c
    polynomials: Any = fq_default_poly_ctx(context)
    found = []
    for g, exponent in polynomials(values).factor()[1]:
        terms: dict[Exponents, int] = {}
        for k, value in enumerate(g.coeffs()):
            for i, digit in enumerate(map(int, value.to_list())):
                terms[tuple({0: i, main: k}.get(j, 0) for j in range(ring.count))] = digit
        found.append((_standard(ring, poly.canonical(terms, p)), int(exponent)))
    return tuple(sorted(found))


def _listed(f: Polynomial, index: int) -> list[int]:
    out = [0] * (poly.degree(f, index) + 1)
    for e, c in f:
        out[e[index]] = c
    return out


def _standard(ring: Parameters, f: Polynomial) -> Polynomial:
    return content_free(monic(ring, f), ring.characteristic)


def _over_number_field(f: Polynomial, ring: Parameters, field: Extension) -> Factors | None:
    domain = _domain(field)
    if domain is None:
        return None
    theirs, generators, powers = domain
    values: dict[Exponents, Any] = {}
    for e, c in f:
        value = theirs.from_sympy(Integer(c))
        for g, exponent in zip(generators, e, strict=False):
            value *= g**exponent
        above = e[field.count :]
        values[above] = values.get(above, theirs.zero) + value * _scale(above)
    found = []
    for g, exponent in Poly(values, symbols(ring.names), domain=theirs).factor_list()[1]:
        total = number(ring, 0)
        for above, value in g.rep.terms():
            coefficient = number(field, 0)
            for c, power in zip(reversed(value.to_list()), powers, strict=False):
                coefficient += (
                    number(field, Fraction(int(c.numerator), int(c.denominator))) * power
                )
            monomial = (((0,) * field.count + tuple(above), 1),)
            coefficient /= _scale(tuple(above))
            total += lift(ring, coefficient) * Scalar(ring, monomial, ring.integer(1))
        found.append((_standard(ring, total.top), int(exponent)))
    return tuple(sorted(found))


def _scale(exponents: Exponents) -> int:
    """Give what a monomial is multiplied with when each letter but the first is scaled.

    SymPy looks for a shift of all letters at once by multiples of the generator, and has no end
    where a polynomial does not change under these, as one in s - t.
    """
    return prod(c**e for c, e in zip(_SCALES, exponents, strict=False))


@lru_cache(maxsize=64)
def _domain(field: Extension) -> tuple[Any, list[Any], list[Scalar]] | None:
    """Give their field, our generators in it, and the powers of their generator in ours.

    None for towers that contain more than square roots of integers.
    """
    if field.count == 1:
        theirs = QQ.alg_field_from_poly(Poly(_listed(field.moduli[0], 0)[::-1], Symbol("x")))
        theta, generators = generator(field, field.names[0]), [theirs.unit]
    else:
        roots = [_ROOT.fullmatch(name) for name in field.names]
        if not all(root or name == "i" for root, name in zip(roots, field.names, strict=True)):
            return None
        numbers = [sqrt(int(root.group(1))) if root else I for root in roots]
        _, weights = primitive_element(numbers)
        theirs = QQ.algebraic_field(sum(w * x for w, x in zip(weights, numbers, strict=True)))
        generators = [theirs.from_sympy(x) for x in numbers]
        theta = number(field, 0)
        for weight, name in zip(weights, field.names, strict=True):
            theta += generator(field, name) * int(weight)
    powers = [number(field, 1)]
    for _ in range(theirs.mod.degree() - 1):
        powers.append(powers[-1] * theta)
    return theirs, generators, powers
