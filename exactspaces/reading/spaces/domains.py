"""Reading fields and the domains of numbers: R, C, Q, Z, GF(q), F."""

import re
from collections.abc import Mapping

from exactspaces.errors import ExactSpacesError, NotAField
from exactspaces.fields.names import Over, read_over
from exactspaces.kernel.formulas import ComplexNumbers, Domain, Integers, Reals
from exactspaces.kernel.scalars import Extension, PrimeField, Rationals
from exactspaces.reading.spaces.trees import Node

_LETTERS: Mapping[str, Domain] = {
    "R": Reals(), "RR": Reals(), "C": ComplexNumbers(), "CC": ComplexNumbers(),
    "Q": Rationals(), "QQ": Rationals(), "Z": Integers(), "ZZ": Integers(),
}  # fmt: skip
_FINITE = re.compile(r"(?:GF|FF?)_?([0-9]{1,9})")
FIELDS = "write R, C, Q, or GF(q) for a field with q elements"


def read_scalars(field: "str | Domain | Over") -> Domain:
    """Read the field of the scalars.

    Raises NotAField or NotUnderstood.

    >>> read_scalars("R")
    Reals()
    """
    if isinstance(field, Reals | ComplexNumbers | Rationals | PrimeField):
        return field
    if isinstance(field, Integers) or (
        isinstance(field, str) and field.strip() in ("Z", "ZZ", "ℤ")
    ):
        raise NotAField(f"Z is not a field: 2 has no inverse there; {FIELDS}")
    over = read_over(field)  # type: ignore[arg-type]
    if over.growth != "fixed":
        return Reals() if over.growth == "real" else ComplexNumbers()
    match over.ring:
        case Rationals() | PrimeField() | Extension(PrimeField()):
            return over.ring
    raise NotAField(f"spaces of your own over {over.label} are not read; {FIELDS}")


def domain_of(node: Node, field: Domain) -> Domain | None:
    """Give the domain that a node names, if it names one."""
    match node:
        case Node(kind="name", text="F" | "K"):
            return field
        case Node(kind="name", text=name) if name in _LETTERS:
            return _LETTERS[name]
        case Node(kind="name", text=name) if found := _FINITE.fullmatch(name):
            return _finite(node, found.group(1))
        case Node(kind="call", parts=(Node(text="GF" | "FF"), size)):
            return _finite(node, _size(size))
        case Node(kind="group", parts=(inner,)):
            return domain_of(inner, field)
    return None


def _size(node: Node) -> str:
    match node:
        case Node(kind="number", text=text) if text.isdigit():
            return text
        case Node(kind="binary", text="^", parts=(Node(text=p), Node(text=k))):
            if p.isdigit() and k.isdigit():
                return f"{p}^{k}"
    raise node.fail("The size of a finite field is due.", "Write for instance GF(5) or GF(2^2).")


def _finite(node: Node, size: str) -> Domain:
    try:
        return read_scalars(f"GF({size})")
    except ExactSpacesError as error:
        raise node.fail(str(error)) from None


def is_finite(domain: Domain) -> bool:
    """Whether a field has finitely many elements."""
    return isinstance(domain, PrimeField | Extension)


def generator_of(domain: Domain) -> str | None:
    """Give the name of the element that generates a field of q = p^k elements, k > 1."""
    return domain.names[0] if isinstance(domain, Extension) else None
