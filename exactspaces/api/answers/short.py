"""The answer in short, as a document."""

from exactspaces.fields import field_name
from exactspaces.reading.request import Request
from exactspaces.rendering.ambients import vector_of
from exactspaces.rendering.claims import claim_formula
from exactspaces.rendering.documents import Block, Display, Document, Paragraph
from exactspaces.rendering.terms import tuple_formula
from exactspaces.settle import Outcome


def short_document(request: Request, outcome: Outcome, reason: str) -> Document:
    """Give the question, what is proved, and the reason."""
    theorem = outcome.theorem
    blocks: list[Block] = [Paragraph((f"{request.text} over {field_name(request.ring)}",))]
    if theorem is not None:
        vector = tuple_formula if request.ambient is None else vector_of(request.ambient)
        blocks.append(Display(claim_formula(theorem.claim, request.names, vector)))
    verdict = f"{outcome.verdict}: {reason}" if reason else outcome.verdict
    return Document((*blocks, Paragraph((verdict,))))
