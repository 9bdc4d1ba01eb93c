"""From a text to a tree of nodes, each with its place. Nothing is ever run."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import SimpleNamespace
from typing import Any, cast

from lark import Lark, UnexpectedToken
from lark.lexer import Lexer

from exactspaces.reading.limits import require_height, require_length
from exactspaces.reading.slips import Slip, Unreadable
from exactspaces.reading.spaces.arrange import arrange
from exactspaces.reading.spaces.faults import explain
from exactspaces.reading.spaces.scan import Scanner
from exactspaces.reading.spaces.tokens import Token

_KINDS = [
    "listing",
    "arrow",
    "typed",
    "choice",
    "either",
    "both",
    "denial",
    "chain",
    "binary",
    "negative",
    "positive",
    "called",
    "group",
    "superscript",
    "prime",
    "shape",
    "item",
    "call",
    "number",
    "name",
    "tuple",
    "left_open",
    "right_open",
    "brackets",
    "such_that",
    "braces",
    "cases",
    "bars",
    "root",
    "fraction",
    "case",
    "rows",
    "row",
]
_SILENT = frozenset(
    [
        "COMMA",
        "LPAR",
        "RPAR",
        "LCALL",
        "LINDEX",
        "LBRACKET",
        "RBRACKET",
        "LBRACE",
        "RBRACE",
        "LGROUP",
        "RGROUP",
    ]
)


@dataclass(frozen=True)
class Node:
    """A part of what was read: the rule that made it, its place, its parts and its signs."""

    kind: str
    start: int
    end: int
    parts: tuple["Node", ...] = ()
    text: str = ""

    def fail(self, message: str, remedy: str = "", expected: tuple[str, ...] = ()) -> Slip:
        """Give the fault at this place."""
        return Slip(message, self.start, expected, remedy)


@contextmanager
def reading(text: str) -> Iterator[None]:
    """Show the text with each fault inside.

    Raises Unreadable.
    """
    try:
        yield
    except Slip as slip:
        raise Unreadable(slip.message, text, slip.position, slip.expected, slip.remedy) from None


def parse(text: str, known: Iterable[str] = ()) -> Node:
    """Read a text as a tree.

    Raises Slip.

    >>> parse("2x + 1").text
    '+'
    """
    require_length(text)
    tokens = Scanner(text).run()
    if not tokens:
        raise Slip("There is nothing to read.", 0, ("a formula", "a condition"))
    try:
        # The parser takes any input that the lexer below understands, but is not typed so.
        node = cast("Node", _parser().parse(cast("Any", arrange(tokens, known))))
    except UnexpectedToken as fault:
        raise explain(fault, text) from None
    _require_shallow(node)
    return node


def _maker(kind: str) -> Callable[[list[Any]], Node]:
    def make(children: list[Any]) -> Node:
        present = [child for child in children if child is not None]
        signs = [x.value for x in present if isinstance(x, Token) and x.type not in _SILENT]
        nodes = tuple(x for x in present if isinstance(x, Node))
        start = min(x.start for x in present)
        return Node(kind, start, max(x.end for x in present), nodes, " ".join(signs).strip())

    return make


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
    file = files("exactspaces.reading.spaces").joinpath("formulas.lark")
    return Lark(
        file.read_text(encoding="utf-8"),
        parser="lalr",
        lexer=_Stream,
        # Lark takes any object with an attribute for each rule, but is not typed so.
        transformer=cast("Any", SimpleNamespace(**{kind: _maker(kind) for kind in _KINDS})),
        maybe_placeholders=False,
    )


def _require_shallow(node: Node) -> None:
    """Refuse a tree too high for ordinary recursion; goes down level by level."""
    level, height = [node], 0
    while level:
        height += 1
        require_height(height, level[0].start)
        level = [part for above in level for part in above.parts]
