"""From tokens to what the grammar reads: calls, bars, unwritten products, names such as xy."""

import re
from collections.abc import Iterable

from exactspaces.reading.grammar import signs
from exactspaces.reading.slips import Slip
from exactspaces.reading.spaces.tokens import ENDS, STARTS, Token
from exactspaces.reading.spaces.vocabulary import CALLED, PREFIXES, WHOLE

_LETTERS = re.compile(r"[A-Za-z][0-9]*(?:_[A-Za-z0-9]+)?")
_MOST_LETTERS = 40
_GREEK = frozenset(signs.GREEK.values())
_OPENERS = frozenset({"LPAR", "LCALL", "LBRACKET", "LINDEX", "LBRACE", "LGROUP"})
_CLOSERS = frozenset({"RPAR", "RBRACKET", "RBRACE", "RGROUP"})


def arrange(tokens: list[Token], known: Iterable[str]) -> list[Token]:
    """Give the tokens for the grammar; `known` are the names that have a meaning already."""
    arranged = _Arranged()
    for token in _split(tokens, frozenset(known)):
        arranged.take(token)
    return arranged.tokens


def _split(tokens: list[Token], known: frozenset[str]) -> list[Token]:
    """Write xy as two names where x and y are names and xy is none."""
    letters = known | {t.value for t in tokens if t.type == "NAME" and _is_single(t.value)}
    result: list[Token] = []
    for token in tokens:
        parts = _LETTERS.findall(token.value) if token.type == "NAME" else []
        plain = token.value in known | WHOLE | _GREEK or "".join(parts) != token.value
        if not 2 <= len(parts) <= _MOST_LETTERS or plain or not letters.issuperset(parts):
            result.append(token)
            continue
        _require_clear(result, token, parts)
        result += _pieces(token, parts)
    return result


def _pieces(token: Token, parts: list[str]) -> list[Token]:
    """Give one token for each name."""
    place, result = token.start, []
    for part in parts:
        space = token.space and place == token.start
        result.append(Token("NAME", part, place, place + len(part), space))
        place += len(part)
    return result


def _is_single(name: str) -> bool:
    return name in _GREEK or _LETTERS.fullmatch(name) is not None


def _require_clear(before: list[Token], token: Token, parts: list[str]) -> None:
    """Refuse x^ab and 1/ab: it is unclear how far the power or the denominator goes."""
    kinds = [t.type for t in before[-2:]]
    if kinds and (kinds[-1] in ("CARET", "SLASH") or kinds == ["CARET", "MINUS"]):
        product = "*".join(parts)
        raise Slip(
            f'It is unclear how far this goes: "{token.value}" is read as {product}.',
            token.start,
            remedy=f"Write ({product}) in brackets, or the sign * between the factors.",
        )


class _Arranged:
    """The tokens so far, with the open brackets and what is open inside them."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self._frames: list[_Frame] = [_Frame("")]

    def take(self, token: Token) -> None:
        """Take the next token."""
        self._name(token)
        if token.type in ("BAR", "BARS"):
            self._bar(token)
            return
        if token.type == "MINUS" and self._starts_entry(token):
            self._put_before("GAP", token)
        if token.type in STARTS:
            self._join(token)
        self._brackets(token)
        self.tokens.append(token)

    def _last(self) -> Token | None:
        return self.tokens[-1] if self.tokens else None

    def _after_value(self) -> bool:
        last = self._last()
        return last is not None and last.type in ENDS

    def _name(self, token: Token) -> None:
        """Tell the words that stand before their argument without brackets, and `mod`."""
        last = self._last()
        if token.value == "mod" and token.type == "NAME" and self._after_value():
            token.type = "MOD"
        elif token.type == "LPAR" and last is not None and _calls(last, token):
            token.type = "LCALL"
            last.type = "NAME" if last.type == "WORD" else last.type
        elif token.type == "LBRACKET" and last is not None and _indexes(last, token):
            token.type = "LINDEX"
        elif token.type == "NAME" and token.value in PREFIXES:
            token.type = "WORD"

    def _bar(self, token: Token) -> None:
        """Tell the bars that open, those that close, and the one before the conditions."""
        if token.type == "BARS":
            for shift in range(2):
                place = min(token.start + shift, token.end)
                self._bar(Token("BAR", "|", place, min(place + 1, token.end), token.space))
            return
        frame = self._frames[-1]
        if self._after_value() and frame.bars:
            token.type = "CLOSEBAR"
            frame.bars -= 1
        elif self._after_value() and frame.kind == "LBRACE" and frame.separator is None:
            token.type = "SUCH"
            frame.separator = token
        else:
            token.type = "OPENBAR"
            frame.bars += 1
            self._join(token)
        self.tokens.append(token)

    def _join(self, token: Token) -> None:
        """Put the unwritten sign of a product between two values."""
        if self._after_value():
            gap = self._frames[-1].kind == "LBRACKET" and token.space
            self._put_before("GAP" if gap else "JUXT", token)

    def _starts_entry(self, token: Token) -> bool:
        """Whether a minus begins an entry, as in [1 -2]; the sign in [1 - 2] does not."""
        inside = self._frames[-1].kind == "LBRACKET" and self._after_value()
        return inside and token.space and token.tight

    def _put_before(self, kind: str, token: Token) -> None:
        self.tokens.append(Token(kind, "", token.start, token.start))

    def _brackets(self, token: Token) -> None:
        frame = self._frames[-1]
        if token.type in _OPENERS:
            self._frames.append(_Frame(token.type))
        elif token.type in _CLOSERS:
            if frame.bars:
                raise Slip("A bar | is never closed before this.", token.start)
            self._frames.pop()
        elif token.type == "COLON" and frame.kind == "LBRACE":
            if frame.separator is not None:
                frame.separator.type = "COLON"
            token.type, frame.separator = "SUCH", token
        elif token.value == ";" and frame.kind == "LBRACKET":
            token.type = "NEWROW"


class _Frame:
    """An open bracket: its kind, how many bars are open in it, and the sign before conditions."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.bars = 0
        self.separator: Token | None = None


def _calls(last: Token, token: Token) -> bool:
    """Whether a bracket holds the arguments of the name before it."""
    if last.type in ("WORD", "CASES") or (last.type == "NAME" and last.value in CALLED):
        return True
    return last.type in ("NAME", "PRIME") and not token.space


def _indexes(last: Token, token: Token) -> bool:
    return last.type in ("NAME", "PRIME") and not token.space
