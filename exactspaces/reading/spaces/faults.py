"""The words for a text that the grammar refuses."""

from lark import UnexpectedToken

from exactspaces.reading.slips import Slip
from exactspaces.reading.spaces.tokens import STARTS, Token

_WORDS = {
    "PLUS": "an operator",
    "RELATION": "a relation such as = or <",
    "COMMA": '","',
    "SUCH": '":" and conditions',
    "COLON": '":"',
    "RPAR": '")"',
    "RBRACKET": '"]"',
    "RBRACE": '"}"',
    "RGROUP": '"}"',
    "CLOSEBAR": '"|"',
    "ELSE": '"else"',
    "IF": '"if"',
    "$END": "the end",
}


def explain(fault: UnexpectedToken, text: str) -> Slip:
    """Turn the parser's refusal of a token into a fault with a place and a remedy."""
    token: Token = fault.token
    accepted = frozenset(fault.accepts or ())
    words = ["a value"] if accepted & STARTS else []
    words += [word for kind, word in _WORDS.items() if kind in accepted]
    if token.type == "$END":
        return Slip("The text ends too early.", len(text.rstrip()), tuple(words))
    shown = text[token.start : token.end][:30]
    if not shown:
        return Slip("Something is missing here.", token.start, tuple(words))
    return Slip(f'"{shown}" is out of place here.', token.start, tuple(words))
