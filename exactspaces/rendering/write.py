"""One way to write a document, whatever the format."""

from typing import Literal

from exactspaces.rendering.documents import Document
from exactspaces.rendering.html import html_document
from exactspaces.rendering.latex_documents import latex_document
from exactspaces.rendering.markdown import markdown_document
from exactspaces.rendering.text import text_document

Format = Literal["text", "markdown", "latex", "html"]


def write(document: Document, format: Format, *, standalone: bool = False) -> str:  # noqa: A002
    r"""Write a document; standalone as a whole LaTeX file or HTML page.

    >>> from exactspaces.rendering.documents import Paragraph
    >>> from exactspaces.rendering.formulas import Num, Raised, Sym
    >>> page = Document((Paragraph(("Let ", Raised(Sym("x"), Num(2)), " be given.")),))
    >>> write(page, "text")
    'Let x² be given.\n'
    >>> write(page, "markdown")
    'Let $x^{2}$ be given.\n'
    """
    match format:
        case "text":
            return text_document(document)
        case "markdown":
            return markdown_document(document)
        case "latex":
            return latex_document(document, standalone=standalone)
        case "html":
            return html_document(document, standalone=standalone)
