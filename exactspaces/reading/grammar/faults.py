"""The words for a text that the grammar refuses."""

from __future__ import annotations

from lark import UnexpectedToken

from exactspaces.reading.grammar.tokens import STARTS, Token, kinds
from exactspaces.reading.slips import Slip

_OPERATORS = kinds("PLUS MINUS STAR SLASH AT AND CARET JUXT SUP TRANSPOSE")
_WORDS = {
    "COMMA": '","',
    "SEMI": "a new row",
    "BAR": '"|"',
    "COMPARE": "a relation such as == or in",
    "RPAR": '")"',
    "RBRACKET": '"]"',
    "RBRACE": '"}"',
    "RANGLE": '">"',
    "ENVCLOSE": "\\end",
    "RGROUP": '"}"',
    "LGROUP": '"{"',
    "$END": "the end",
}


def explain(fault: UnexpectedToken, text: str) -> Slip:
    """Turn the parser's refusal of a token into a fault with a place and a remedy."""
    token: Token = fault.token
    expected = _expected(frozenset(fault.accepts or ()))
    if token.type == "$END":
        end = len(text.rstrip())
        return Slip("The text ends too early.", end, expected)
    if token.type == "BESIDE":
        return _beside(token)
    if not token.value:
        message = "The row ends too early." if token.type in {"SEMI", "RBRACKET"} else ""
        return Slip(message or "Something is missing here.", token.start, expected)
    shown = text[token.start : token.end]
    return Slip(f'"{shown[:30]}" is out of place here.', token.start, expected, _remedy(token))


def _expected(accepted: frozenset[str]) -> tuple[str, ...]:
    """Name what would have been accepted, in words and not in token kinds."""
    words = []
    if accepted & STARTS:
        words.append("a value")
    elif accepted & _OPERATORS:
        words.append("an operator")
    elif "OF" in accepted:
        words.append('"of" and a space')
    words += [word for kind, word in _WORDS.items() if kind in accepted]
    return tuple(words)


def _beside(token: Token) -> Slip:
    """Word the refusal of two values with nothing between them."""
    remedy = "Put a comma between entries, or a sign such as * between factors."
    if token.value[:-2].endswith(tuple("0123456789")):
        remedy += " A mixed number such as 1 1/2 is written 3/2."
    return Slip(token.value, token.end, ("an operator", '","'), remedy)


def _remedy(token: Token) -> str:
    """Say what to do about a token that stands in the wrong place."""
    if token.type == "COMPARE":
        return "Only two expressions are compared at a time; join claims with a comma."
    if token.type == "TRANSPOSE":
        return "Put what is transposed in brackets, as in (A^2)'."
    if token.type == "SEMI":
        return "Rows are separated by semicolons inside square brackets only: [1 2; 3 4]."
    if token.type == "BAR":
        return "A bar belongs inside the brackets of a matrix: [1 2 | 3; 4 5 | 6]."
    return ""
