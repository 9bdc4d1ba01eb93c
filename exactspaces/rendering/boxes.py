"""Formulas drawn over several lines of characters, matrices in tall brackets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from exactspaces.rendering.alphabets import UNICODE
from exactspaces.rendering.formulas import Branches, Formula, Grid
from exactspaces.rendering.grouping import grouped
from exactspaces.rendering.lines import Piece, grid_rows, inline, line, spelled

WIDTH = 100
_SQUARE = (("⎡", "⎢", "⎣"), ("⎤", "⎥", "⎦"))
_BRACE = ("⎧", "⎪", "⎩")
# A word with the blanks after it; blanks in short parentheses do not end it.
_WORD = re.compile(r"(?:\([^()]{1,40}\)|[^ ])+ *| +")


@dataclass(frozen=True)
class Box:
    """Lines of equal length; the one with number `middle` is level with the text beside it."""

    lines: tuple[str, ...]
    middle: int = 0

    @property
    def width(self) -> int:
        return max(map(len, self.lines))


def drawn(formula: Formula, width: int = WIDTH) -> list[str]:
    r"""Draw a formula in lines not longer than the width, as far as it can be broken.

    A matrix that is too wide is written as lists of entries, one for each row.

    >>> from exactspaces.rendering.formulas import Join, Num, Sym
    >>> matrix = Grid(((Num(1), Num(-2)), (Num(3), Num(4))))
    >>> print(*drawn(Join("=", (Sym("A"), matrix))), sep="\n")
    A = ⎡1  −2⎤
        ⎣3   4⎦
    """
    rows: list[list[Box]] = [[]]
    used = 0
    for box in _boxes(spelled(grouped(formula), UNICODE), width):
        if used and used + len(box.lines[0].rstrip()) > width:
            rows.append([])
            used = 0
        if used or box.lines != (" ",):
            rows[-1].append(box)
            used += box.width
    return [text.rstrip() for row in rows for text in _beside(row).lines]


def _boxes(pieces: Iterable[Piece], width: int) -> Iterator[Box]:
    for piece in _merged(pieces):
        match piece:
            case str():
                yield from (Box((word,)) for word in _WORD.findall(piece))
            case Branches():
                yield _branches(piece, width)
            case Grid():
                box = _grid(piece)
                yield box if box.width <= width else _lists(piece)


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put neighbouring strings together."""
    text = ""
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
        else:
            yield text
            yield piece
            text = ""
    yield text


def _beside(boxes: Sequence[Box]) -> Box:
    """Set boxes side by side, their middles on one line."""
    above = max((box.middle for box in boxes), default=0)
    below = max((len(box.lines) - box.middle for box in boxes), default=1)
    lines = [""] * (above + below)
    for box in boxes:
        first = above - box.middle
        for place in range(above + below):
            inside = first <= place < first + len(box.lines)
            text = box.lines[place - first] if inside else ""
            lines[place] += text.ljust(box.width)
    return Box(tuple(lines), above)


def _grid(grid: Grid) -> Box:
    """Draw a matrix, each column set to the right; on one line when it has one row."""
    if len(grid.rows) < 2:
        return Box((inline(grid, UNICODE),))
    texts = [[line(x) for x in row] for row in grid.rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    lines = [_entries(row, widths, grid.bar) for row in texts]
    left, right = (_fence(signs, len(lines)) for signs in _SQUARE)
    drawn_lines = (a + text + b for a, text, b in zip(left, lines, right, strict=True))
    return Box(tuple(drawn_lines), (len(lines) - 1) // 2)


def _entries(row: Sequence[str], widths: Sequence[int], bar: int | None) -> str:
    text = ""
    for place, (entry, width) in enumerate(zip(row, widths, strict=True)):
        between = " │ " if place == bar else "  "
        text += (between if place else "") + entry.rjust(width)
    return text


def _fence(signs: tuple[str, str, str], height: int) -> list[str]:
    top, middle, bottom = signs
    return [top, *[middle] * (height - 2), bottom] if height > 1 else [top]


def _lists(grid: Grid) -> Box:
    """Write the rows of a matrix one below the other, without aligning the columns."""
    rows = grid_rows(grid, UNICODE)
    ends = [";"] * (len(rows) - 1) + ["]"]
    return Box(tuple(("[" if k == 0 else " ") + row + ends[k] for k, row in enumerate(rows)))


def _branches(branches: Branches, width: int) -> Box:
    """Draw cases one below the other behind a brace."""
    lines: list[str] = []
    for value, condition in branches.cases:
        text = drawn(value, width - 2)
        at = (len(text) - 1) // 2
        text[at] += f"   if {line(condition)}"
        lines += text
    if len(lines) < 2:
        return Box(tuple(lines))
    fence = _fence(_BRACE, len(lines))
    at = (len(lines) - 1) // 2
    if len(lines) > 2:
        fence[at] = "⎨"
    return Box(tuple(f"{a} {text}" for a, text in zip(fence, lines, strict=True)), at)
