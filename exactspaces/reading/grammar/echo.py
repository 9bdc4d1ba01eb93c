"""From a tree back to text: the canonical spelling, which reads as the same tree."""

from __future__ import annotations

from collections.abc import Iterable

from exactspaces.reading.grammar.syntax import (
    BasisClaim,
    Binary,
    Braces,
    Brackets,
    Call,
    Compare,
    Listing,
    Name,
    Negate,
    Node,
    Not,
    Number,
    Property,
    Spanned,
    Tuple,
)

# How tightly a spelling holds together: an operand looser than its place gets brackets.
_CLAIM, _MEET, _SUM, _PRODUCT, _SIGNED, _POWER, _ATOM = range(7)
_LEVELS = {
    "&": _MEET,
    "+": _SUM,
    "-": _SUM,
    "*": _PRODUCT,
    "/": _PRODUCT,
    "@": _PRODUCT,
    "^": _POWER,
}


def echo(node: Node) -> str:
    """Spell a tree in the canonical way.

    The spelling may have a few brackets more than what was read, so that a text nested as
    deep as the reader allows may have an echo that is too deep for it.

    >>> from exactspaces.reading.grammar.parse import parse
    >>> echo(parse("span(<1,2>, [[3],[4]])"))
    'span{(1, 2), [3; 4]}'
    """
    match node:
        case Number(value):
            spelled = str(value)
        case Name(text):
            spelled = text
        case Negate(operand):
            spelled = "-" + _within(operand, _SIGNED)
        case Binary():
            spelled = _binary(node)
        case Compare() | Property() | BasisClaim() | Not() | Listing():
            spelled = _claim(node)
        case _:
            spelled = _bracketed(node)
    return spelled


def _bracketed(node: Call | Tuple | Brackets | Braces | Spanned) -> str:
    """Spell a node that brings its own brackets."""
    match node:
        case Call(function, arguments):
            spelled = _call(function, arguments)
        case Brackets(rows, bar):
            spelled = "[" + "; ".join(_row(row, bar) for row in rows) + "]"
        case Tuple((item,)):
            spelled = f"({echo(item)},)"
        case Tuple(items):
            spelled = f"({_listed(items)})"
        case Braces(items):
            spelled = "{" + _listed(items) + "}"
        case _:
            spelled = "span{" + _listed(node.items) + "}"
    return spelled


def _claim(node: Compare | Property | BasisClaim | Not | Listing) -> str:
    """Spell a claim, or several things side by side."""
    match node:
        case Compare(operator, left, right):
            return f"{echo(left)} {operator} {echo(right)}"
        case Property(name, items):
            return name + "{" + _listed(items) + "}"
        case BasisClaim(items, of):
            return "basis{" + _listed(items) + "} of " + echo(of)
        case Not(operand):
            return "not " + echo(operand)
        case Listing(items):
            return _listed(items)


def _listed(nodes: Iterable[Node]) -> str:
    """Spell nodes with commas between them."""
    return ", ".join(map(echo, nodes))


def _level(node: Node) -> int:
    """Give how tightly the spelling of a node holds together."""
    match node:
        case Number(value) if value.denominator != 1:
            level = _PRODUCT
        case Number(value) if value < 0:
            level = _SIGNED
        case Negate():
            level = _SIGNED
        case Binary(operator):
            level = _LEVELS[operator]
        case Call("transpose", (_,)):
            level = _POWER
        case Compare() | Property() | BasisClaim() | Not() | Listing():
            level = _CLAIM
        case _:
            level = _ATOM
    return level


def _within(node: Node, least: int) -> str:
    """Spell an operand, in brackets when it is looser than its place."""
    return echo(node) if _level(node) >= least else f"({echo(node)})"


def _call(function: str, arguments: tuple[Node, ...]) -> str:
    """Spell a word with its arguments; a transpose as a power."""
    if function == "transpose" and len(arguments) == 1:
        return _within(arguments[0], _ATOM) + "^T"
    return f"{function}({_listed(arguments)})"


def _row(entries: tuple[Node, ...], bar: int | None) -> str:
    """Spell a row with blanks between the entries, which may hold no blank themselves."""
    spelled = [_within(entry, _PRODUCT) for entry in entries]
    if bar is not None:
        spelled.insert(bar, "|")
    return " ".join(spelled)


def _binary(node: Binary) -> str:
    """Spell two operands and the operator between them."""
    operator, level = node.operator, _LEVELS[node.operator]
    if level == _POWER:
        return f"{_within(node.left, _ATOM)}^{_exponent(node.right)}"
    if level == _PRODUCT:
        return _factor(node.left, _PRODUCT) + operator + _factor(node.right, _POWER)
    right = _within(node.right, level + 1)
    if level == _SUM and right.startswith("-"):
        right = f"({right})"
    return f"{_within(node.left, level)} {operator} {right}"


def _factor(node: Node, least: int) -> str:
    """Spell a factor; a fraction gets brackets, for 2*3/4 is read as (2*3)/4."""
    if isinstance(node, Number) and node.value.denominator != 1:
        return f"({echo(node)})"
    return _within(node, least)


def _exponent(node: Node) -> str:
    """Spell an exponent: an integer or a name as it is, save T, which would transpose."""
    if isinstance(node, Number) and node.value.denominator == 1:
        return echo(node)
    if isinstance(node, Name) and node.text != "T":
        return node.text
    return f"({echo(node)})"
