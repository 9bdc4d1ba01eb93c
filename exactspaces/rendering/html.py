"""Documents in HTML with MathML: a whole page or a part of one; no scripts, nothing loaded."""

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
from exactspaces.rendering.mathml import escape_xml, mathml, mathml_arrow

STYLE = """\
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fdfdfb; --soft: #8a919a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e6e9; --paper: #16181b; --soft: #8f969e; }
}
body { margin: 0; color: var(--ink); background: var(--paper); }
main { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem;
  font: 1.05rem/1.6 Georgia, "Times New Roman", serif; }
h1, h2, h3, h4 { font-family: system-ui, sans-serif; line-height: 1.25; font-weight: 600; }
h1 { font-size: 1.6rem; margin: 0 0 1.2rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; }
h3, h4 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
math { font-family: "STIX Two Math", "Latin Modern Math", "Cambria Math", math; }
.display, .reduction { overflow: auto hidden; margin: 1rem 0; padding: .3rem 0 .3rem 1.5rem; }
.display math { display: math; }
.reduction { list-style: none; display: flex; flex-wrap: wrap; align-items: baseline;
  gap: 1rem .9rem; }
.reduction li { margin: 0; }
mtable.grid > mtr > mtd { text-align: right; text-align: -webkit-right; padding: .2em .45em; }
mtable.grid > mtr > mtd.bar { border-left: 1px solid var(--soft); }
mtable.cases > mtr > mtd { text-align: left; text-align: -webkit-left; padding: .25em 0; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0;
  border-bottom: 1px solid var(--soft); }
p { overflow: auto hidden; }
hr.page { border: 0; border-top: 2px solid var(--soft); margin: 3rem 0; break-after: page; }
@media print { hr.page { border: 0; margin: 0; } }
mtable.labels > mtr > mtd { text-align: center; padding: .05em .4em; }
"""

_WITHIN = """\
.exactspaces .display, .exactspaces .reduction { overflow: auto hidden; margin: .8rem 0;
  padding-left: 1.5rem; }
.exactspaces .reduction { list-style: none; display: flex; flex-wrap: wrap;
  align-items: baseline; gap: 1rem .9rem; }
.exactspaces mtable.grid > mtr > mtd { text-align: right; text-align: -webkit-right;
  padding: .2em .45em; }
.exactspaces mtable.grid > mtr > mtd.bar { border-left: 1px solid currentColor; }
.exactspaces mtable.cases > mtr > mtd { text-align: left; text-align: -webkit-left; }
"""


def html_document(document: Document, *, standalone: bool = False) -> str:
    """Write a document; standalone as a whole page, otherwise as a list of elements.

    A part needs the rules of STYLE in the page around it.
    """
    body = "\n".join(_block(block) for block in document.blocks)
    return html_page(title_of(document), body) if standalone else body + "\n"


def html_fragment(document: Document) -> str:
    """Write a document for a page of somebody else, such as a notebook, with the rules it needs.

    Colours and fonts stay those of the page.
    """
    return (
        f'<div class="exactspaces">\n<style>\n{_WITHIN}</style>\n{html_document(document)}</div>\n'
    )


def html_formula(formula: Formula) -> str:
    """Write one formula for a page of somebody else."""
    return html_fragment(Document((Display(formula),)))


def html_page(title: str, body: str) -> str:
    """Put elements on a page of their own."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape_xml(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def html_text(pieces: Pieces) -> str:
    """Write running text with formulas in it."""
    return "".join(
        escape_xml(piece) if isinstance(piece, str) else mathml(piece)
        for piece in typographic(pieces)
    )


def title_of(document: Document) -> str:
    """Give the first heading."""
    texts = (block.text for block in document.blocks if isinstance(block, Heading))
    return next(texts, "exactspaces")


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            tag = f"h{min(max(level, 1), 6)}"
            return f"<{tag}>{escape_xml(text)}</{tag}>"
        case Paragraph(pieces):
            return f"<p>{html_text(pieces)}</p>"
        case Display(Phrase() as phrase):
            return f'<div class="display">{html_text((phrase,))}</div>'
        case Display(formula):
            return f'<div class="display">{mathml(formula, display=True)}</div>'
        case Reduction(steps):
            rows = "\n".join(f"<li>{_step(labels, grid)}</li>" for labels, grid in steps)
            return f'<ol class="reduction">\n{rows}\n</ol>'
        case Items(items):
            lines = "\n".join(f"<li>{html_text(pieces)}</li>" for pieces in items)
            return f"<ul>\n{lines}\n</ul>"
        case Table(titles, rows):
            head = "".join(f"<th>{escape_xml(x)}</th>" for x in titles)
            return "\n".join(("<table>", f"<tr>{head}</tr>", *map(_table_row, rows), "</table>"))
        case NewPage():
            return '<hr class="page"/>'
        case _:
            raise TypeError(f"{type(block).__name__} is not a block of a document")


def _table_row(row: tuple[Pieces, ...]) -> str:
    return f"<tr>{''.join(f'<td>{html_text(x)}</td>' for x in row)}</tr>"


def _step(labels: tuple[Formula, ...], grid: Grid) -> str:
    return mathml_arrow(labels, grid) if labels else mathml(grid)
