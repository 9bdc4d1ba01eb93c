"""Nodes put together from nodes: fractions, signs, and rows under one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from exactspaces.reading.grammar.syntax import Binary, Brackets, Negate, Node, Number, Style
from exactspaces.reading.grammar.tokens import Token
from exactspaces.reading.slips import Slip


@dataclass(slots=True)
class Line:
    """A row of a matrix as it was written, with the place of its bar."""

    entries: tuple[Node, ...]
    bar: int | None
    start: int


def divide(left: Node, right: Node) -> Node:
    """Give p/q in lowest terms as one number, any other quotient as a division."""
    if isinstance(left, Number) and isinstance(right, Number) and right.value > 0:
        top, bottom = left.value, right.value
        if top.denominator == bottom.denominator == 1:
            value = Fraction(top.numerator, bottom.numerator)
            if value.denominator == bottom.numerator:
                return Number(value, f"{left.text}/{right.text}", left.start, right.end)
    return Binary("/", left, right, left.start, right.end)


def negate(operand: Node, start: int) -> Node:
    """Give the negative of a number as one number, of anything else as a negation."""
    if isinstance(operand, Number):
        return Number(-operand.value, f"-{operand.text}", start, operand.end)
    return Negate(operand, start, operand.end)


def stack(lines: Sequence[Line], style: Style, start: int, end: int) -> Brackets:
    """Put rows under one another; they must agree in length and in the place of the bar."""
    first = lines[0]
    for number, line in enumerate(lines, 1):
        if len(line.entries) != len(first.entries):
            count = len(line.entries)
            noun = "entry" if count == 1 else "entries"
            raise Slip(
                f"Row {number} has {count} {noun}, row 1 has {len(first.entries)}.",
                line.start,
                remedy="Give every row the same number of entries.",
            )
        if line.bar != first.bar:
            raise Slip(
                f"The bar in row {number} is not where row 1 has it.",
                line.start,
                remedy="Put the bar after the same entry in every row.",
            )
    return Brackets(tuple(line.entries for line in lines), first.bar, style, start, end)


def rows_of_brackets(entries: Sequence[Node]) -> list[Line] | None:
    """Give the rows of [..], [..], ... when each entry is itself one row in brackets."""
    lines = []
    for entry in entries:
        if not isinstance(entry, Brackets) or len(entry.rows) > 1:
            return None
        lines.append(Line(entry.rows[0], entry.bar, entry.start))
    return lines


def is_latex(node: Node) -> bool:
    """Whether a node is a LaTeX matrix, around which square brackets are only looks."""
    return isinstance(node, Brackets) and node.style == "latex"


def latex_matrix(opener: Token, lines: list[Line], end: int) -> Node:
    """Make a LaTeX matrix; the columns of an array may announce a bar."""
    bar = opener.value.find("|")
    if bar > 0 and bar < len(lines[0].entries):
        lines = [Line(line.entries, bar, line.start) for line in lines]
    return stack(lines, "latex", opener.start, end)
