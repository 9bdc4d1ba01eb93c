"""The conditions of a case in words: "t != 11", "a = -1"."""

from dataclasses import replace
from fractions import Fraction

from exactspaces.fields import Scalar, number
from exactspaces.fields.matrices import simplified
from exactspaces.fields.numbers import normal
from exactspaces.fields.texts import polynomial_text, quantity_names
from exactspaces.kernel import Parameters, Ring
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Polynomial


def conditions_text(ring: Ring) -> str:
    """Write the conditions of a case; "always" when there are none.

    >>> from exactspaces.fields import read_field
    >>> conditions_text(read_field("QQ(t)"))
    'always'
    """
    if not isinstance(ring, Parameters):
        return "always"
    parts = [_equation(ring, f, main) for f, main in zip(ring.zero, ring.solved, strict=True)]
    parts += [_condition(ring, f, "!=") for f in _worth_saying(ring)]
    return ", ".join(parts) or "always"


def _worth_saying(ring: Parameters) -> list[Polynomial]:
    """Leave out what the equations or the other conditions say of what does not vanish."""
    kept = [f for f in dict.fromkeys(ring.nonzero) if not _follows(ring, f)]
    for f in sorted(kept, key=lambda f: sum(map(sum, (e for e, _ in f))), reverse=True):
        others = tuple(g for g in kept if g != f)
        if replace(ring, zero=(), solved=(), nonzero=others).is_unit(f):
            kept = list(others)
    return kept


def _follows(ring: Parameters, f: Polynomial) -> bool:
    """Say whether the equations leave a number of f, as a = 0 does of a + 1."""
    if not ring.zero:
        return False
    left = simplified(ring, Scalar(ring, f, ring.integer(1))).top
    return bool(left) and poly.is_constant(left)


def _equation(ring: Parameters, f: Polynomial, main: int) -> str:
    names = quantity_names(ring)
    lead = poly.leading(f, main)
    if poly.degree(f, main) == 1 and poly.is_constant(lead):
        head = poly.shift(lead, main, 1)
        rest = poly.add(f, poly.scale(head, -1, ring.characteristic), ring.characteristic)
        value = normal(ring, poly.scale(rest, -1, ring.characteristic), lead)
        return f"{names[main]} = {value}"
    return _condition(ring, f, "=")


def _condition(ring: Parameters, f: Polynomial, relation: str) -> str:
    """Write f = 0 or f != 0; for a linear f in one parameter, what that parameter is or is not."""
    names = quantity_names(ring)
    used = [k for k in range(ring.count) if poly.degree(f, k) > 0]
    if (
        len(used) == 1
        and poly.degree(f, used[0]) == 1
        and poly.is_constant(poly.leading(f, used[0]))
    ):
        slope = poly.leading(f, used[0])[0][1]
        constant = sum(c for e, c in f if not any(e))
        value = number(ring.field, Fraction(-constant)) / number(ring.field, slope)
        return f"{names[used[0]]} {relation} {value}"
    return f"{polynomial_text(f, names)} {relation} 0"


def sentence(ring: Ring) -> str:
    """Write the conditions as the start of a line: "for a = 1", "provided a != 1, a != -1"."""
    if not isinstance(ring, Parameters) or not (ring.zero or ring.nonzero):
        return ""
    return ("for " if ring.zero else "provided ") + conditions_text(ring)
