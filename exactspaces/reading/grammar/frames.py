"""The open brackets while a text is scanned: what is inside what, and what closes what."""

from __future__ import annotations

from exactspaces.reading.grammar.tokens import CLOSERS, OPENERS, Frame, Row, Token
from exactspaces.reading.limits import require_brackets
from exactspaces.reading.slips import Slip

_SHUT = {"LPAR": ")", "LBRACKET": "]", "LBRACE": "}", "LANGLE": ">", "LGROUP": "}"}


class Frames:
    """A stack of open brackets above the text itself."""

    def __init__(self) -> None:
        """Start outside all brackets."""
        self.open: list[Frame] = []
        self.row = Row("")

    def start_row(self) -> Row:
        """Begin a new row inside the current bracket."""
        self.row = Row(self.row.inside)
        return self.row

    def follow(self, token: Token, before: list[Token]) -> None:
        """Open, close, or note a separator."""
        if token.type in OPENERS:
            self._enter(token, before[-1] if before else None)
        elif token.type in CLOSERS:
            self._leave(token)
        elif token.type == "COMMA":
            self.row.comma = True
        elif token.type == "SEMI":
            self.start_row()

    def _enter(self, token: Token, last: Token | None) -> None:
        """Open a bracket."""
        require_brackets(len(self.open) + 1, token.start)
        called = last is not None and last.type == "NAME" and last.value != "sqrt"
        again = last is not None and last.type == "FRAC"
        self.open.append(Frame(token, self.row, called, again))
        self.row = Row(token.type)

    def _leave(self, token: Token) -> None:
        """Close a bracket; say in the token what was closed."""
        if not self.open:
            raise Slip(f'This "{token.value}" closes nothing.', token.start, remedy="Remove it.")
        frame = self.open.pop()
        if frame.opener.type != CLOSERS[token.type]:
            raise _mismatch(frame, token)
        if token.type == "RPAR":
            token.value = "call" if frame.called else "tuple" if self.row.comma else "group"
        elif token.type == "RGROUP":
            token.value = "again" if frame.again else "group"
        self.row = frame.row
        token.row = self.row

    def require_closed(self) -> None:
        """Refuse a text that ends inside a bracket."""
        if self.open:
            opener = self.open[-1].opener
            raise Slip(
                f'This "{_shown(opener)}" is never closed.',
                opener.start,
                (f'"{_closing(opener)}"',),
                _hint(opener),
            )


def _shown(token: Token) -> str:
    """Show an opening token as it may have been typed."""
    return "\\begin" if token.type == "ENVOPEN" else token.value


def _closing(opener: Token) -> str:
    """Give the sign that closes an opening token."""
    return _SHUT.get(opener.type, "\\end")


def _hint(opener: Token) -> str:
    """Say what to do about an opening token without its partner."""
    if opener.type == "LANGLE":
        return "Close it, as in <1, 2, 3>; as a relation < stands between two numbers."
    return f'Add "{_closing(opener)}" where it belongs.'


def _mismatch(frame: Frame, token: Token) -> Slip:
    """Word the refusal of a bracket closed by another kind."""
    opener = frame.opener
    return Slip(
        f'"{token.value}" does not close the "{_shown(opener)}" that is open.',
        token.start,
        (f'"{_closing(opener)}"',),
        _hint(opener),
    )
