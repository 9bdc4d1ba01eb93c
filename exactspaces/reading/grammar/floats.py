"""Spellings such as 2e1 and 1.5e-3, which may be floats or multiples of a unit vector."""

from __future__ import annotations

import re
from fractions import Fraction

from exactspaces.reading.slips import Slip

_EXPONENT = re.compile(r"[eE]([+-]?)([0-9]+)(?![A-Za-z0-9_])")
_UNIT_VECTOR = re.compile(r"(?<![A-Za-z0-9_.])e[0-9₀-₉]")
_MOST_ZEROS = 30


def refuse_float(text: str, start: int, end: int) -> None:
    """Refuse a number with an exponent, giving the exact spelling.

    Where a unit vector such as e1 stands by itself in the text, 2e3 is a multiple of e3.
    """
    found = _EXPONENT.match(text, end)
    if found is None:
        return
    sign, digits = found.groups()
    if not sign and _UNIT_VECTOR.search(text):
        return
    mantissa = text[start:end]
    if len(mantissa) + len(digits) > _MOST_ZEROS:
        raise Slip("A number with an exponent is not read.", start, remedy="Write it out.")
    exact = _exact(mantissa, sign, digits)
    if sign or "." in mantissa:
        raise Slip(
            f'"{text[start : found.end()]}" is the spelling of a float.',
            start,
            remedy=f"Write {exact} for the exact number.",
        )
    unit = f"{mantissa}*e{digits}"
    raise Slip(
        f'"{text[start : found.end()]}" could be {exact} or {unit}.',
        start,
        remedy=f"Write {exact} for the number, {unit} for a multiple of e{digits}.",
    )


def _exact(mantissa: str, sign: str, digits: str) -> str:
    """Spell the number without an exponent; with a power of ten when it is long."""
    if len(digits) > len(str(_MOST_ZEROS)) or int(digits) > _MOST_ZEROS:
        return f"{mantissa}*10^({sign.replace('+', '')}{digits})"
    power = -int(digits) if sign == "-" else int(digits)
    return str(Fraction(mantissa) * Fraction(10) ** power)
