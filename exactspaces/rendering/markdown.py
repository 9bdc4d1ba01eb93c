"""Documents in Markdown, formulas between dollar signs."""

import re

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
    flattened,
)
from exactspaces.rendering.formulas import Formula, Phrase
from exactspaces.rendering.latex import latex
from exactspaces.rendering.latex_documents import reduction_rows

_SPECIAL = re.compile(r"([\\`*_\[\]<>#$&|~])")
_OPENING = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)", re.MULTILINE)


def markdown_document(document: Document) -> str:
    """Write a document in Markdown."""
    return "\n\n".join(_block(block) for block in document.blocks) + "\n"


def markdown_text(pieces: Pieces) -> str:
    """Write running text with formulas in it, on one line."""
    return "".join(
        _escaped(piece) if isinstance(piece, str) else f"${_inline(piece)}$"
        for piece in flattened(pieces)
    )


def _inline(formula: Formula) -> str:
    r"""Write a formula for a line of text, where \\ could be taken for an escaped backslash."""
    return latex(formula).replace(r"\\[4pt]", r"\cr").replace(r"\\", r"\cr")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(re.split(r"[\r\n]+", text)))


def _paragraph(pieces: Pieces) -> str:
    """Write a paragraph that does not begin like a list or a heading."""
    return _OPENING.sub(_kept, markdown_text(pieces))


def _kept(found: re.Match[str]) -> str:
    blank, sign = found.groups()
    return f"{blank}{sign[:-1]}\\{sign[-1]}"


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {_escaped(text)}"
        case Paragraph(pieces):
            return _paragraph(pieces)
        case Display(Phrase() as phrase):
            return f"> {markdown_text((phrase,))}"
        case Display(formula):
            return f"$$\n{latex(formula)}\n$$"
        case Reduction(steps):
            rows = reduction_rows(steps)
            return f"$$\n\\begin{{aligned}}\n{rows}\n\\end{{aligned}}\n$$"
        case Items(items):
            return "\n".join(f"- {_paragraph(pieces)}" for pieces in items)
        case Table(titles, rows):
            cells = [tuple(map(_escaped, titles)), ("---",) * len(titles)]
            cells += [tuple(map(markdown_text, row)) for row in rows]
            return "\n".join(f"| {' | '.join(row)} |" for row in cells)
        case NewPage():
            return "---"
        case _:
            raise TypeError(f"{type(block).__name__} is not a block of a document")
