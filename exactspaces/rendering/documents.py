"""What a person reads: a list of blocks, written by one writer per format."""

from dataclasses import dataclass

from exactspaces.rendering.formulas import Formula, Grid, Phrase, Words

Pieces = tuple[str | Formula, ...]


class Block:
    """A part of a document."""


@dataclass(frozen=True)
class Heading(Block):
    """A heading; level 1 is the title."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph(Block):
    """Running text with formulas in it."""

    pieces: Pieces


@dataclass(frozen=True)
class Display(Block):
    """A formula on a line of its own."""

    formula: Formula


@dataclass(frozen=True)
class Reduction(Block):
    """A chain of matrices; each entry has the labels of the operations that lead to it.

    The first has none. Labels are formulas such as R2 -> R2 - 3 R1.
    """

    steps: tuple[tuple[tuple[Formula, ...], Grid], ...]


@dataclass(frozen=True)
class Items(Block):
    """A list of short paragraphs."""

    items: tuple[Pieces, ...]


@dataclass(frozen=True)
class Table(Block):
    """A table: the titles of its columns, and rows of running text."""

    titles: tuple[str, ...]
    rows: tuple[tuple[Pieces, ...], ...]


@dataclass(frozen=True)
class NewPage(Block):
    """What follows begins on a page of its own, where there are pages."""


@dataclass(frozen=True)
class Document:
    """Blocks from top to bottom."""

    blocks: tuple[Block, ...]


def typographic(pieces: Pieces) -> Pieces:
    """Give running text, flattened, with quotation marks that open and close."""
    out: list[str | Formula] = []
    opens = True
    for piece in flattened(pieces):
        if isinstance(piece, str):
            first, *rest = piece.split('"')
            for part in rest:
                first += ("“" if opens else "”") + part
                opens = not opens
            out.append(first)
        else:
            out.append(piece)
    return tuple(out)


def flattened(pieces: Pieces) -> Pieces:
    """Give running text with its phrases taken apart: their words are words of the text."""
    out: list[str | Formula] = []
    for piece in pieces:
        if isinstance(piece, Phrase):
            for place, part in enumerate(flattened(piece.parts)):
                out += [" ", part] if place else [part]
        else:
            out.append(piece.text if isinstance(piece, Words) else piece)
    return tuple(out)
