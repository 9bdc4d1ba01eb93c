"""The signs of formulas written as characters: Unicode, and ASCII as the reader accepts it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from exactspaces.rendering.names import BLACKBOARD, GREEK_WORDS, read_name

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPTS = dict(zip("0123456789-−nmkTij", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻ⁿᵐᵏᵀⁱʲ", strict=True))


@dataclass(frozen=True)
class Alphabet:
    """What differs between Unicode and ASCII."""

    operators: Mapping[str, str]
    minus: str
    bar: str
    name: Callable[[str], str]
    power: Callable[[str], str]
    root: Callable[[str, bool, int], str]
    is_ascii: bool


def _unicode_name(text: str) -> str:
    name = read_name(text)
    if name.letters == "FF" and name.below:
        letters, below = f"GF({name.below})", ""
    else:
        letters, below = BLACKBOARD.get(name.letters, name.letters), name.below
        letters = "F" if letters == "𝔽" else letters
    below = below.translate(_SUBSCRIPTS) if below.isdecimal() else below and f"_{below}"
    return letters + below + (_unicode_power(name.above) if name.above else "")


def _unicode_power(exponent: str) -> str:
    if all(c in _SUPERSCRIPTS for c in exponent):
        return "".join(_SUPERSCRIPTS[c] for c in exponent)
    return f"^{exponent}" if len(exponent) == 1 else f"^({exponent})"


def _unicode_root(inside: str, is_atom: bool, index: int) -> str:
    sign = "√" if index == 2 else f"{_unicode_power(str(index))}√"
    return f"{sign}{inside}" if is_atom and inside.isalnum() else f"{sign}({inside})"


def _ascii_name(text: str) -> str:
    return "".join(GREEK_WORDS.get(c, c) for c in text)


def _ascii_power(exponent: str) -> str:
    bare = exponent.removeprefix("-").isalnum()
    return f"^{exponent}" if bare else f"^({exponent})"


def _ascii_root(inside: str, _is_atom: bool, index: int) -> str:
    return f"sqrt({inside})" if index == 2 else f"root({inside}, {index})"


_RELATIONS = {
    "*": "·", "=": " = ", "!=": " ≠ ", "in": " ∈ ", "not in": " ∉ ", "<=": " ⊆ ", "not <=": " ⊈ ",
    "&": " ∩ ", "direct": " ⊕ ", "->": " → ", "<->": " ↔ ", ",": ", ", "by": "×",
    "<": " < ", ">": " > ", "at most": " ≤ ", "at least": " ≥ ", "dot": " ⊙ ",
    "tensor": " ⊗ ", "maps to": " ↦ ",
}  # fmt: skip
UNICODE = Alphabet(
    _RELATIONS, "−", "│", _unicode_name, _unicode_power, _unicode_root, is_ascii=False
)
_ASCII = {sign: f" {sign} " for sign in _RELATIONS} | {
    "*": "*",
    ",": ", ",
    "direct": " (+) ",
    "by": "x",
    "at most": " <= ",
    "at least": " >= ",
    "dot": " (.) ",
    "tensor": " (x) ",
    "maps to": " |-> ",
}
ASCII = Alphabet(_ASCII, "-", "|", _ascii_name, _ascii_power, _ascii_root, is_ascii=True)
