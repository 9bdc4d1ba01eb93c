"""From the grammar's rules to syntax nodes: one function for each rule."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, cast

from exactspaces.reading.grammar.compose import (
    Line,
    divide,
    is_latex,
    latex_matrix,
    negate,
    rows_of_brackets,
    stack,
)
from exactspaces.reading.grammar.syntax import (
    BasisClaim,
    Binary,
    Braces,
    Brackets,
    Call,
    Compare,
    Listing,
    Name,
    Node,
    Not,
    Number,
    Operator,
    Property,
    Relation,
    Spanned,
    Style,
    Trait,
    Tuple,
)
from exactspaces.reading.grammar.tokens import Token
from exactspaces.reading.slips import Slip

Piece = Any  # a Token, a Node, or a list of nodes: the grammar says which stands where

_OPERATORS: dict[str, Operator] = {
    "PLUS": "+",
    "MINUS": "-",
    "STAR": "*",
    "JUXT": "*",
    "SLASH": "/",
    "CARET": "^",
    "AND": "&",
    "AT": "@",
}


def number(pieces: list[Piece]) -> Node:
    """A number without a sign."""
    token = pieces[0]
    text = token.value
    value = Fraction(text) if "." in text else Fraction(int(text))
    return Number(value, text, token.start, token.end)


def name(pieces: list[Piece]) -> Node:
    """A name."""
    return Name(pieces[0].value, pieces[0].start, pieces[0].end)


def group(pieces: list[Piece]) -> Node:
    """A node after a plus or in round brackets, which leave no trace."""
    return cast("Node", pieces[1])


def binary(pieces: list[Piece]) -> Node:
    """Two operands and what stands, or is understood, between them."""
    left, sign, right = pieces
    if sign.type == "SLASH":
        return divide(left, right)
    return Binary(_OPERATORS[sign.type], left, right, left.start, right.end)


def negative(pieces: list[Piece]) -> Node:
    """A minus before a node."""
    return negate(pieces[1], pieces[0].start)


def superscript(pieces: list[Piece]) -> Node:
    """A raised whole number, as in x²."""
    base, token = pieces
    power = Number(Fraction(int(token.value)), token.value, token.start, token.end)
    return Binary("^", base, power, base.start, token.end)


def transpose(pieces: list[Piece]) -> Node:
    """A transposed node, however it is spelled."""
    return Call("transpose", (pieces[0],), pieces[0].start, pieces[1].end)


def fraction(pieces: list[Piece]) -> Node:
    """A LaTeX fraction."""
    return divide(pieces[2], pieces[5])


def root(pieces: list[Piece]) -> Node:
    """A square root, as a sign or in LaTeX."""
    inner = pieces[1] if len(pieces) == 2 else pieces[2]
    return Call("sqrt", (inner,), pieces[0].start, pieces[-1].end)


def items(pieces: list[Piece]) -> list[Node]:
    """The nodes of a list, without its commas."""
    return [piece for piece in pieces if not isinstance(piece, Token)]


def call(pieces: list[Piece]) -> Node:
    """A word with arguments; matrix([..], [..]) is a matrix at once."""
    word, start, end = pieces[0].value, pieces[0].start, pieces[-1].end
    arguments = _inner(pieces)
    if word == "matrix" and arguments:
        lines = rows_of_brackets(arguments)
        if lines:
            return stack(lines, "matrix", start, end)
        if len(arguments) == 1 and isinstance(arguments[0], Brackets):
            return arguments[0]
    return Call(word, arguments, start, end)


def call_of(pieces: list[Piece]) -> Node:
    """A word applied by "of", as in columns of A."""
    word, _of, argument = pieces
    return Call(word.value, (argument,), word.start, argument.end)


def tuple_of(pieces: list[Piece]) -> Node:
    """Entries in round brackets."""
    rest = pieces[3] if len(pieces) == 5 else []
    return Tuple((pieces[1], *rest), pieces[0].start, pieces[-1].end)


def angle(pieces: list[Piece]) -> Node:
    """Entries in angle brackets."""
    return Tuple(_inner(pieces), pieces[0].start, pieces[-1].end)


def braces(pieces: list[Piece]) -> Node:
    """A list in braces."""
    return Braces(_inner(pieces), pieces[0].start, pieces[-1].end)


def spanned(pieces: list[Piece]) -> Node:
    """The span of a list."""
    return Spanned(_inner(pieces), pieces[0].start, pieces[-1].end)


def row(pieces: list[Piece]) -> Line:
    """A row of entries; at most one bar stands between them."""
    entries = tuple(pieces[::2])
    bars = [index for index, piece in enumerate(pieces[1::2], 1) if piece.type == "BAR"]
    if len(bars) > 1:
        raise Slip(
            "A row has more than one bar.",
            pieces[2 * bars[1] - 1].start,
            remedy="Keep the bar that separates the right-hand side.",
        )
    return Line(entries, bars[0] if bars else None, entries[0].start)


def rows(pieces: list[Piece]) -> list[Line]:
    """The rows of a matrix."""
    return list(pieces[::2])


def brackets(pieces: list[Piece]) -> Node:
    """A matrix in any of its spellings."""
    opener, lines = pieces[0], cast("list[Line]", pieces[1])
    start, end = opener.start, pieces[2].end
    if opener.type == "ENVOPEN":
        return latex_matrix(opener, lines, end)
    style: Style = "brackets" if opener.value else "lines"
    entries = [entry for line in lines for entry in line.entries]
    if len(entries) == 1 and is_latex(entries[0]):
        return entries[0]
    if len(lines) == 1 or len(entries) == len(lines):
        nested = rows_of_brackets(entries)
        if nested and lines[0].bar is None:
            return stack(nested, "nested", start, end)
    return stack(lines, style, start, end)


def compare(pieces: list[Piece]) -> Node:
    """A relation between two expressions."""
    left, sign, right = pieces
    return Compare(cast("Relation", sign.value), left, right, left.start, right.end)


def denial(pieces: list[Piece]) -> Node:
    """The denial of a claim."""
    return Not(pieces[1], pieces[0].start, pieces[1].end)


def trait(pieces: list[Piece]) -> Node:
    """The claim that a list is independent or dependent."""
    name = cast("Trait", pieces[0].value)
    return Property(name, _inner(pieces), pieces[0].start, pieces[-1].end)


def basis(pieces: list[Piece]) -> Node:
    """The claim that a list is a basis of a space."""
    return BasisClaim(_inner(pieces[:-2]), pieces[-1], pieces[0].start, pieces[-1].end)


def listing(pieces: list[Piece]) -> Node:
    """Several statements side by side."""
    items = tuple(pieces[::2])
    return Listing(items, items[0].start, items[-1].end)


def _inner(pieces: list[Piece]) -> tuple[Node, ...]:
    """Give the nodes between two brackets, none when nothing is there."""
    return tuple(pieces[-2]) if isinstance(pieces[-2], list) else ()


# The rules of grammar.lark and the function for each.
RULES: dict[str, Callable[[list[Piece]], Piece]] = {
    "number": number,
    "name": name,
    "group": group,
    "binary": binary,
    "negative": negative,
    "positive": group,
    "superscript": superscript,
    "transpose": transpose,
    "fraction": fraction,
    "root": root,
    "items": items,
    "call": call,
    "call_of": call_of,
    "tuple_of": tuple_of,
    "angle": angle,
    "braces": braces,
    "spanned": spanned,
    "row": row,
    "rows": rows,
    "brackets": brackets,
    "compare": compare,
    "denial": denial,
    "trait": trait,
    "basis": basis,
    "listing": listing,
}
