"""From text to a syntax tree, or an `Unreadable` that says where, why and what to type.

    text --scan--> tokens --arrange--> stream --grammar, build--> tree

Nothing is ever run. The grammar's parser keeps a stack of its own, so no text, however
deep, can exhaust Python's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from types import SimpleNamespace
from typing import Any, cast

from lark import Lark, UnexpectedToken
from lark.lexer import Lexer

from exactspaces.reading.grammar.arrange import arrange
from exactspaces.reading.grammar.build import RULES
from exactspaces.reading.grammar.faults import explain
from exactspaces.reading.grammar.plain import read_plain
from exactspaces.reading.grammar.scan import Scanner
from exactspaces.reading.grammar.syntax import Node, parts
from exactspaces.reading.grammar.tokens import Token
from exactspaces.reading.limits import require_height, require_length
from exactspaces.reading.slips import Slip, Unreadable

_LONGEST_KEPT = 1000


def parse(text: str) -> Node:
    """Read an expression or a claim.

    >>> parse("-3/4").value
    Fraction(-3, 4)
    >>> parse("[1 2; 3 4]") == parse("[[1, 2], [3, 4]]")
    True
    """
    return _kept(text) if len(text) <= _LONGEST_KEPT else _parsed(text)


def _parsed(text: str) -> Node:
    try:
        return _read(text)
    except Slip as slip:
        raise Unreadable(
            slip.message,
            text,
            slip.position,
            slip.expected,
            slip.remedy,
        ) from None


# What is given in a problem is read again with every question and answer about it. A tree never
# changes, so that one can serve them all.
_kept = lru_cache(maxsize=512)(_parsed)


def _read(text: str) -> Node:
    """Go through the stages; a fault in any of them is a Slip."""
    require_length(text)
    plain = read_plain(text)
    if plain is not None:
        return plain
    scanner = Scanner(text)
    scanner.run()
    if not scanner.tokens:
        raise Slip("There is nothing to read.", 0, ("a value", "a claim"))
    try:
        # The parser takes any input that the lexer below understands, but is not typed so.
        node = cast("Node", _parser().parse(cast("Any", arrange(scanner))))
    except UnexpectedToken as fault:
        raise explain(fault, text) from None
    _require_shallow(node)
    return node


class _Stream(Lexer):
    """Hands the parser the tokens that were arranged for it."""

    def __init__(self, _settings: object) -> None:
        """Nothing to set up: the tokens come with each call."""

    def lex(self, tokens: Any) -> Iterator[Token]:  # type: ignore[override]
        """Give the tokens one by one."""
        return iter(tokens)


@cache
def _parser() -> Lark:
    """Build the parser from the grammar, once, when it is first needed."""
    grammar = (
        files("exactspaces.reading.grammar").joinpath("grammar.lark").read_text(encoding="utf-8")
    )
    return Lark(
        grammar,
        parser="lalr",
        lexer=_Stream,
        # Lark takes any object with an attribute for each rule, but is not typed so.
        transformer=cast("Any", SimpleNamespace(**RULES)),
        maybe_placeholders=False,
    )


def _require_shallow(node: Node) -> None:
    """Refuse a tree too high for ordinary recursion; goes down level by level."""
    level, height = [node], 0
    while level:
        height += 1
        require_height(height, level[0].start)
        level = [part for above in level for part in parts(above)]
