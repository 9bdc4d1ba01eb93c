"""Documents for the terminal, and formulas as text."""

import textwrap

from exactspaces.rendering.boxes import WIDTH, drawn
from exactspaces.rendering.documents import (
    Block,
    Display,
    Document,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Pieces,
    Reduction,
    Table,
)
from exactspaces.rendering.formulas import Formula, Join
from exactspaces.rendering.lines import line, plain

__all__ = ["drawn", "line", "plain", "text_document", "text_line"]

_PROSE = 80
_INDENT = "    "
_STUCK = "\u00a0"  # a blank at which no line is broken
_LONGEST_UNBROKEN = 40


def text_document(document: Document) -> str:
    """Write a document for the terminal."""
    return "\n\n".join(_block(block) for block in document.blocks) + "\n"


def text_line(pieces: Pieces) -> str:
    """Write running text with formulas on one line."""
    return "".join(x if isinstance(x, str) else line(x) for x in pieces)


def _block(block: Block) -> str:
    match block:
        case Heading(text, heading_level):
            under = {1: "=", 2: "-"}.get(heading_level, "")
            return f"{text}\n{under * len(text)}" if under else text
        case Paragraph(pieces):
            return _wrapped(pieces, "", "")
        case Display(formula):
            return _indented(formula)
        case Reduction(steps):
            return "\n".join(_step(labels, grid) for labels, grid in steps)
        case Items(items):
            return "\n".join(_wrapped(pieces, "  • ", "    ") for pieces in items)
        case Table(titles, rows):
            return _table([titles, *(tuple(map(text_line, row)) for row in rows)])
        case NewPage():
            return "-" * _PROSE
        case _:
            raise TypeError(f"{type(block).__name__} is not a block of a document")


def _wrapped(pieces: Pieces, first: str, rest: str) -> str:
    """Break running text into lines, not within a short formula."""
    text = "".join(x if isinstance(x, str) else _stuck(line(x)) for x in pieces)
    lines = textwrap.wrap(
        text,
        _PROSE,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace(_STUCK, " ")


def _table(rows: list[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    ruled = [rows[0], tuple("-" * width for width in widths), *rows[1:]]
    lines = ("  ".join(map(str.ljust, row, widths)) for row in ruled)
    return "\n".join(f"  {text.rstrip()}" for text in lines)


def _stuck(text: str) -> str:
    return text.replace(" ", _STUCK) if len(text) <= _LONGEST_UNBROKEN else text


def _indented(formula: Formula) -> str:
    return "\n".join(_INDENT + text for text in drawn(formula, WIDTH - len(_INDENT)))


def _step(labels: tuple[Formula, ...], grid: Formula) -> str:
    if not labels:
        return _indented(grid)
    arrow = "\n".join(f"  ↓ {text}" for text in drawn(Join(",", labels), WIDTH - 4))
    return f"{arrow}\n{_indented(grid)}"
