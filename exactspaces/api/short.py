"""The answer in short, as a document."""

from typing import TYPE_CHECKING

from exactspaces.rendering.claims import claim_formula
from exactspaces.rendering.documents import Block, Display, Document, Paragraph

if TYPE_CHECKING:
    from exactspaces.api.results import Result


def short_document(result: "Result") -> Document:
    """Give the question, what is proved, and the reason."""
    theorem = result.theorem
    blocks: list[Block] = [Paragraph((f"{result.request.text} over {result.field}",))]
    if theorem is not None:
        blocks.append(Display(claim_formula(theorem.claim)))
    reason = f"{result.verdict}: {result.reason}" if result.reason else result.verdict
    return Document((*blocks, Paragraph((reason,))))
