"""Tokens: the smallest meaningful pieces of the text, and the layout around them."""

from __future__ import annotations

from dataclasses import dataclass, field


def kinds(names: str) -> frozenset[str]:
    """Give a set of words from one line of them."""
    return frozenset(names.split())


# Kinds after which a value is complete, and kinds with which a value can begin.
ENDS = kinds("NUMBER NAME RPAR RBRACKET RBRACE RANGLE ENVCLOSE TRANSPOSE SUP RGROUP")
STARTS = kinds("NUMBER NAME LPAR LBRACKET LBRACE LANGLE ENVOPEN FRAC SQRT ROOT")
SIGNED = frozenset({"PLUS", "MINUS"})
OPENERS = kinds("LPAR LBRACKET LBRACE LANGLE ENVOPEN LGROUP")
CLOSERS = {
    "RPAR": "LPAR",
    "RBRACKET": "LBRACKET",
    "RBRACE": "LBRACE",
    "RANGLE": "LANGLE",
    "ENVCLOSE": "ENVOPEN",
    "RGROUP": "LGROUP",
}
# A line that ends or begins with one of these goes on: no new row starts there.
GOES_ON = kinds("COMMA SEMI BAR COMPARE STAR SLASH AT AND CARET PLUS MINUS NOT OF")
CONTINUES = kinds("COMMA SEMI COMPARE STAR SLASH AT AND CARET TRANSPOSE SUP OF")


@dataclass(slots=True)
class Row:
    """A row of entries inside brackets; blanks separate unless a comma stands in it."""

    inside: str
    comma: bool = False


@dataclass(slots=True)
class Token:
    """One piece: its kind, its plain spelling, its place and the layout before it.

    `value` of a closing round bracket says what it closes: group, tuple or call.
    """

    type: str
    value: str
    start: int
    end: int
    row: Row
    space: bool = False
    breaks: bool = False

    # The parser copies these to the end marker it makes; places are kept in start and end.
    start_pos: int = field(default=0, init=False, repr=False)
    line: int = field(default=1, init=False, repr=False)
    column: int = field(default=1, init=False, repr=False)
    end_line: int = field(default=1, init=False, repr=False)
    end_column: int = field(default=1, init=False, repr=False)
    end_pos: int = field(default=0, init=False, repr=False)


@dataclass(slots=True)
class Frame:
    """An open bracket: its token, the current row inside, and what stood before it."""

    opener: Token
    row: Row
    called: bool = False
    again: bool = False
