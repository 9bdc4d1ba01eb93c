"""How rings and their values are written, in the notation that the reader accepts."""

from math import gcd

from exactspaces.kernel import Extension, Parameters, PrimeField, Rationals, Ring
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Exponents, Polynomial
from exactspaces.kernel.scalars import Value
from exactspaces.kernel.wire import digits


def quantity_names(ring: Ring) -> tuple[str, ...]:
    """Give the names of the quantities that the polynomials of the ring are in."""
    if isinstance(ring, Extension):
        return ring.names
    return quantity_names(ring.field) + ring.names if isinstance(ring, Parameters) else ()


def field_name(ring: Ring) -> str:
    """Write the field (for parameters: the field of rational functions in them).

    >>> from exactspaces.fields import GF, QQ, read_field
    >>> [field_name(f) for f in (QQ, GF(7), GF(4), read_field("QQ(sqrt(2), i)"))]
    ['QQ', 'GF(7)', 'GF(4)', 'QQ(sqrt(2), i)']
    """
    if isinstance(ring, Rationals):
        return "QQ"
    if isinstance(ring, PrimeField):
        return f"GF({ring.p})"
    if isinstance(ring, Parameters):
        base = field_name(ring.field)
        if isinstance(ring.field, Extension) and not ring.characteristic:
            return f"{base[:-1]}, {', '.join(ring.names)})"
        return f"{base}({', '.join(ring.names)})"
    if ring.characteristic:
        return f"GF({ring.characteristic ** poly.degree(ring.moduli[0], 0)})"
    return f"QQ({', '.join(map(_generator_name, range(len(ring.names)), [ring] * ring.count))})"


def _generator_name(index: int, ring: Extension) -> str:
    name = ring.names[index]
    if name == "i" or name.startswith("sqrt("):
        return name
    return f"{name}: {polynomial_text(ring.moduli[index], ring.names)}"


def relation_text(ring: Extension) -> str:
    """Write the equations of the generators, such as w^2 + w + 1 = 0."""
    return ", ".join(f"{polynomial_text(m, ring.names)} = 0" for m in ring.moduli)


def value_text(ring: Ring, top: Value, bottom: Value) -> str:
    """Write top / bottom."""
    if isinstance(ring, Rationals | PrimeField):
        return digits(top) if bottom == 1 else f"{digits(top)}/{digits(bottom)}"
    names = quantity_names(ring)
    if isinstance(ring, Extension) and not ring.characteristic:
        top = tuple(reversed(top))
    upper = polynomial_text(top, names)
    if bottom == ring.integer(1):
        return upper
    if poly.is_constant(bottom):
        return _over_number(top, bottom[0][1], names)
    lower = polynomial_text(bottom, names)
    return f"{_factor(upper, top)}/{_factor(lower, bottom, below=True)}"


def _over_number(top: Polynomial, number: int, names: tuple[str, ...]) -> str:
    """Write a polynomial over an integer: 3/4*sqrt(2) for one term, (1 + i)/2 for more."""
    if len(top) != 1:
        return f"({polynomial_text(top, names)})/{digits(number)}"
    ((exponents, coefficient),) = top
    common = gcd(coefficient, number)
    upper, lower = coefficient // common, number // common
    if not any(exponents):
        return f"{digits(upper)}/{digits(lower)}"
    term = polynomial_text(((exponents, upper),), names)
    return f"{term}/{digits(lower)}"


def _factor(text: str, f: Polynomial, *, below: bool = False) -> str:
    plain = len(f) == 1 and not (below and ("*" in text or "-" in text))
    return text if plain else f"({text})"


def polynomial_text(f: Polynomial, names: tuple[str, ...]) -> str:
    """Write a polynomial with integer coefficients, terms in the order given."""
    if not f:
        return "0"
    text = ""
    for exponents, coefficient in f:
        sign = "-" if coefficient < 0 else "+"
        body = _term(exponents, abs(coefficient), names)
        text += f" {sign} {body}" if text else (f"-{body}" if sign == "-" else body)
    return text


def _term(exponents: Exponents, coefficient: int, names: tuple[str, ...]) -> str:
    factors = [
        name if e == 1 else f"{name}^{e}" for name, e in zip(names, exponents, strict=True) if e
    ]
    if coefficient != 1 or not factors:
        factors.insert(0, digits(coefficient))
    return "*".join(factors)
