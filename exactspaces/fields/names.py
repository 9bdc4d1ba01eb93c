"""Reading the name of a field: QQ, GF(7), GF(2^3), QQ(sqrt(2), i), QQ(a: a^3 - 2), RR, CC."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from exactspaces.errors import NotAField, NotUnderstood, TooLarge
from exactspaces.fields.factors import integer_factor
from exactspaces.fields.numbers import number
from exactspaces.fields.rings import GF, QQ, adjoin, galois_extension, with_parameters
from exactspaces.fields.roots import with_square_root
from exactspaces.fields.texts import field_name
from exactspaces.kernel import Extension, Field, Parameters, PrimeField, Rationals, Ring
from exactspaces.kernel import polynomials as poly

Growth = Literal["fixed", "real", "complex"]
_EXAMPLES = "write for instance QQ, GF(7), GF(4), QQ(sqrt(2)), QQ(i), QQ(t), RR or CC"
_NAME = re.compile(r"[A-Za-z][A-Za-z_]*[0-9]*")
_TERM = re.compile(r"([+-]?)(\d*)\*?(?:([A-Za-z]\w*)(?:\^(\d+))?)?")
_MAX_TEXT = 300


@dataclass(frozen=True)
class Over:
    """What a question is asked over: a ring, and whether roots may be added to it as they occur.

    "fixed" for a named field; "real" for RR and "complex" for CC, where the work is done in the
    smallest exact field that holds the entries.
    """

    ring: Ring
    growth: Growth
    label: str


def read_over(text: "str | Ring | Over") -> Over:
    """Read what a question is asked over.

    Raises NotUnderstood for a text that names no field, NotAField for one that names something
    else, TooLarge beyond the limits.

    >>> read_over("GF(2^3)").label
    'GF(8)'
    """
    if isinstance(text, Over):
        return text
    if isinstance(text, Rationals | PrimeField | Extension | Parameters):
        return Over(text, "fixed", field_name(text))
    if not isinstance(text, str):
        raise NotUnderstood(f"a field is due, not {type(text).__name__}: {_EXAMPLES}")
    plain = re.sub(r"\s+", "", text).replace("**", "^").replace("√", "sqrt")
    if len(plain) > _MAX_TEXT:
        raise NotUnderstood(f"the name of a field has at most {_MAX_TEXT} characters")
    if plain in ("R", "RR", "ℝ", "reals"):
        return Over(QQ, "real", "RR")
    if plain in ("C", "CC", "ℂ"):
        return Over(QQ, "complex", "CC")
    ring = _Reader(text, plain).ring()
    return Over(ring, "fixed", field_name(ring))


def read_field(text: str) -> Ring:
    """Read the name of a field that is not RR or CC.

    >>> field_name(read_field("Q(√2)"))
    'QQ(sqrt(2))'
    """
    over = read_over(text)
    if over.growth != "fixed":
        raise NotUnderstood(f"{text} is not an exact field: {_EXAMPLES}")
    return over.ring


class _Reader:
    def __init__(self, text: str, plain: str) -> None:
        self.text, self.plain = text, plain

    def fail(self, why: str = "this names no field we know") -> NotUnderstood:
        return NotUnderstood(f"{self.text!r}: {why}; {_EXAMPLES}")

    def ring(self) -> Ring:
        if not _is_balanced(self.plain):
            raise self.fail("the brackets do not match")
        finite = re.fullmatch(
            r"(?:GF|FF|F_?|𝔽_?)\(?\{?(\d+(?:\^\d+)?)\}?(?:,([^()]*(?:\([^()]*\))?[^()]*))?\)?(.*)",
            self.plain,
        )
        residues = re.fullmatch(r"(?:ZZ?|ℤ)/\(?(\d+)(?:ZZ?)?\)?()(.*)", self.plain)
        found = finite or residues
        if found:
            return self._finite(found)
        rational = re.fullmatch(r"(?:QQ?|ℚ)(.*)", self.plain)
        if not rational:
            raise self.fail()
        return self._extended(QQ, rational.group(1))

    def _finite(self, found: re.Match[str]) -> Ring:
        size, modulus, rest = found.group(1), found.group(2), found.group(3)
        base, _, exponent = size.partition("^")
        if len(size) > 30 or int(exponent or 1) > 100:
            raise TooLarge(f"{self.text!r}: this field is too large for us")
        q = int(base) ** int(exponent or 1)
        if self.plain.startswith(("Z", "ℤ")) and not isinstance(_checked(q), PrimeField):
            factor = integer_factor(q)
            why = f"{factor} * {q // factor} = 0 there" if factor else f"{q} is not a prime"
            raise NotAField(f"Z/{q} is not a field: {why}")
        ring: Ring = GF(q)
        if modulus:
            ring = self._by_modulus(ring, modulus)
        return self._extended(ring, rest)

    def _by_modulus(self, ring: Ring, text: str) -> Ring:
        name, coefficients = self._polynomial(text.partition(":")[2] or text)
        p = ring.characteristic
        made = galois_extension(p, tuple(c % p for c in coefficients), name)
        size = p ** (len(coefficients) - 1)
        if field_name(ring) != f"GF({size})":
            raise self.fail(f"the modulus gives a field with {size} elements")
        return made

    def _extended(self, ring: Ring, rest: str) -> Ring:
        if not rest:
            return ring
        quotient = re.fullmatch(r"\[([A-Za-z]\w*)\]/\((.*)\)", rest)
        if quotient and not isinstance(ring, Parameters):
            return self._quotient(ring, quotient.group(1), quotient.group(2))
        listed = re.fullmatch(r"[(\[](.*)[)\]]", rest)
        if not listed:
            raise self.fail()
        parameters: list[str] = []
        for item in _split(listed.group(1)):
            ring = self._adjoined(ring, item, parameters)
        if not parameters:
            return ring
        if isinstance(ring, Parameters):
            raise self.fail("parameters are named once")
        return with_parameters(ring, tuple(parameters))

    def _adjoined(self, ring: Ring, item: str, parameters: list[str]) -> Ring:
        root = re.fullmatch(r"sqrt(?:\((-?\d+(?:/0*[1-9]\d*)?)\)|(\d+))", item)
        if item == "i" or root:
            if ring.characteristic:
                raise self.fail(f"write GF(q) with its size instead of adjoining {item}")
            value = Fraction(root.group(1) or root.group(2)) if root else Fraction(-1)
            return with_square_root(number(ring, value)).ring
        if ":" in item:
            name, _, modulus = item.partition(":")
            return self._quotient(ring, name, modulus)
        if not _NAME.fullmatch(item):
            raise self.fail(f"{item!r} is neither a root nor the name of a parameter")
        parameters.append(item)
        return ring

    def _quotient(self, ring: Ring, name: str, modulus: str) -> Ring:
        found, coefficients = self._polynomial(modulus)
        if found != name:
            raise self.fail(f"the equation for {name} is in {found}")
        if isinstance(ring, PrimeField):
            return galois_extension(ring.p, tuple(c % ring.p for c in coefficients), name)
        if not isinstance(ring, Rationals | Extension) or ring.characteristic:
            raise self.fail("only Q, a number field or F_p is extended")
        count = len(ring.names) if isinstance(ring, Extension) else 0
        terms = {(*(0,) * count, e): c for e, c in enumerate(coefficients)}
        return adjoin(ring, name, poly.canonical(terms, 0))

    def _polynomial(self, text: str) -> tuple[str, list[int]]:
        coefficients: dict[int, int] = {}
        name, at = "", 0
        while at < len(text):
            found = _TERM.match(text, at)
            if not found or found.end() == at or (at and not found.group(1)):
                raise self.fail(f"{text!r} is not a polynomial with integer coefficients")
            sign, digits, letter, power = found.groups()
            if (letter and name and letter != name) or not (digits or letter):
                raise self.fail(f"{text!r} is not a polynomial in one unknown")
            name = letter or name
            e = int(power or 1) if letter else 0
            value = int(digits or 1) * (-1 if sign == "-" else 1)
            if e > 64:
                raise TooLarge(f"{text!r}: degrees are at most 64")
            coefficients[e] = coefficients.get(e, 0) + value
            at = found.end()
        top = max(coefficients, default=0)
        if top < 1 or coefficients[top] != 1:
            raise self.fail(f"{text!r}: the equation has to start with 1 times a power")
        return name, [coefficients.get(e, 0) for e in range(top + 1)]


def _checked(q: int) -> Field | None:
    try:
        return GF(q)
    except NotAField:
        return None


def _is_balanced(text: str) -> bool:
    """Say whether each bracket is closed by its own kind."""
    open_ones: list[str] = []
    for c in text:
        if c in "([{":
            open_ones.append(c)
        elif c in ")]}" and (not open_ones or open_ones.pop() + c not in ("()", "[]", "{}")):
            return False
    return not open_ones


def _split(text: str) -> list[str]:
    parts, depth = [""], 0
    for c in text:
        depth += (c in "([") - (c in ")]")
        if c == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += c
    return parts
