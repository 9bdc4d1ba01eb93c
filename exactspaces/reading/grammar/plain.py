"""A shorter way for the commonest large input: one matrix of plain numbers.

It gives the tree that the grammar would give, or None to leave the text to the grammar.
"""

from __future__ import annotations

import re
from fractions import Fraction

from exactspaces.reading.grammar.compose import divide
from exactspaces.reading.grammar.syntax import Brackets, Node, Number
from exactspaces.reading.limits import require_entries

_MATRIX = re.compile(r"\s*(\[)([-0-9./,; \t\n]+)(\])\s*")
_ROW = re.compile(r"[^;\n]+")
_COMMA_ENTRY = re.compile(r"[^,]+")
_BLANK_ENTRY = re.compile(r"[^ \t]+")
# The bound on digits keeps every number here far below the reader's own limit.
_ENTRY = re.compile(r"[ \t]*(-?[0-9]{1,300}(?:\.[0-9]{1,300})?)(?:(/)([0-9]{1,300}))?[ \t]*")
# Runs of blanks are bounded here, or looking for what follows them would take quadratic time.
_UNUSUAL = re.compile(r"[,;\n]\s{0,20}[,;]|\A\s{0,20}[,;]|,\s{0,20}(?:\n|\Z)|;\s{0,20}\Z|\s{21}")


def read_plain(text: str) -> Node | None:
    """Read a matrix of plain numbers, or give None when the text may be anything else."""
    found = _MATRIX.fullmatch(text)
    if found is None or _UNUSUAL.search(found[2]):
        return None
    start, end = found.span(2)
    rows: list[tuple[Node, ...]] = []
    count = 0
    for piece in _ROW.finditer(text, start, end):
        row = _read_row(text, piece.start(), piece.end())
        if row is None or (rows and row and len(row) != len(rows[0])):
            return None
        if row:
            rows.append(row)
            count += len(row)
            require_entries(count, piece.start())
    return Brackets(tuple(rows), None, "brackets", start - 1, end + 1) if rows else None


def _read_row(text: str, start: int, end: int) -> tuple[Node, ...] | None:
    """Read the entries of one row, none for a blank line."""
    entry = _COMMA_ENTRY if text.find(",", start, end) >= 0 else _BLANK_ENTRY
    found: list[Node] = []
    for piece in entry.finditer(text, start, end):
        node = _read_entry(text, piece.start(), piece.end())
        if node is None:
            return None
        found.append(node)
    return tuple(found)


def _read_entry(text: str, start: int, end: int) -> Node | None:
    """Read one number with its sign."""
    found = _ENTRY.fullmatch(text, start, end)
    if found is None:
        return None
    digits = found[1]
    value = Fraction(digits) if "." in digits else Fraction(int(digits))
    number = Number(value, digits, found.start(1), found.end(1))
    if found[2] is None:
        return number
    below = Number(Fraction(int(found[3])), found[3], found.start(3), found.end(3))
    return divide(number, below)
