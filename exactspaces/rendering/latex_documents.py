"""Documents in LaTeX, as a file of their own or to be put into another."""

from collections.abc import Sequence

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
    typographic,
)
from exactspaces.rendering.formulas import Formula, Grid, Phrase
from exactspaces.rendering.latex import escaped, latex

_HEAD = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage{amsmath,amssymb}
\usepackage[margin=2.5cm]{geometry}
\setlength{\parindent}{0pt}
\setlength{\parskip}{6pt plus 2pt}
\allowdisplaybreaks
\begin{document}
"""
_LONG_CELL = 40
_HEADINGS = {1: "section*", 2: "subsection*", 3: "subsubsection*"}


def latex_document(document: Document, *, standalone: bool = False) -> str:
    """Write a document; standalone as a whole file that can be compiled."""
    text = "\n\n".join(_block(block) for block in document.blocks) + "\n"
    return f"{_HEAD}\n{text}\n\\end{{document}}\n" if standalone else text


def latex_text(pieces: Pieces) -> str:
    """Write running text with formulas in it."""
    return "".join(
        escaped(piece) if isinstance(piece, str) else f"${latex(piece)}$"
        for piece in typographic(pieces)
    )


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"\\{_HEADINGS.get(level, 'paragraph*')}{{{latex_text((text,))}}}"
        case Paragraph(pieces):
            return latex_text(pieces)
        case Display(Phrase() as phrase):
            return f"\\begin{{quote}}\n{latex_text((phrase,))}\n\\end{{quote}}"
        case Display(formula):
            return f"\\[\n{latex(formula)}\n\\]"
        case Reduction(steps):
            return f"\\begin{{align*}}\n{reduction_rows(steps)}\n\\end{{align*}}"
        case Items(items):
            lines = "\n".join(rf"\item {latex_text(pieces)}" for pieces in items)
            return f"\\begin{{itemize}}\n{lines}\n\\end{{itemize}}"
        case Table(titles, rows):
            return _table([tuple((x,) for x in titles), *rows])
        case NewPage():
            return r"\newpage"
        case _:
            raise TypeError(f"{type(block).__name__} is not a block of a document")


def _table(rows: Sequence[Sequence[Pieces]]) -> str:
    texts = [list(map(latex_text, row)) for row in rows]
    is_long = max(len(row[-1]) for row in texts) > _LONG_CELL
    last = r"p{0.62\linewidth}" if is_long else "l"
    columns = "l" * (len(rows[0]) - 1) + last
    first, *rest = (rf"{' & '.join(row)} \\" for row in texts)
    lines = "\n".join((first, r"\hline", *rest))
    return f"\\begin{{tabular}}{{{columns}}}\n{lines}\n\\end{{tabular}}"


def reduction_rows(steps: tuple[tuple[tuple[Formula, ...], Grid], ...]) -> str:
    """Write a chain of matrices as the rows of an aligned display, operations on the arrows."""
    return " \\\\[6pt]\n".join(_step(labels, grid) for labels, grid in steps)


def _step(labels: tuple[Formula, ...], grid: Grid) -> str:
    if not labels:
        return f"& {latex(grid)}"
    lines = r" \\ ".join(map(latex, labels))
    over = rf"\substack{{{lines}}}" if len(labels) > 1 else lines
    return rf"\xrightarrow{{{over}}}~ & {latex(grid)}"
