"""Worked solutions and short answers as documents."""

from typing import TYPE_CHECKING

from exactspaces.reading.request import Request
from exactspaces.rendering.documents import Block, Display, Document, Paragraph
from exactspaces.rendering.terms import claim_formula
from exactspaces.settle import Outcome
from exactspaces.worked import solution_for
from exactspaces.worked.solution import WorkedSolution

if TYPE_CHECKING:
    from exactspaces.api.results import Result


def solution_of(request: Request, outcome: Outcome) -> WorkedSolution:
    """Give the worked solution of a question that was settled."""
    return solution_for(outcome, names=request.names)


def short_document(result: "Result") -> Document:
    """Give the question, what is proved, and the reason."""
    theorem = result.theorem
    blocks: list[Block] = [Paragraph((f"{result.request.text} over {result.field}",))]
    if theorem is not None:
        blocks.append(Display(claim_formula(theorem.claim)))
    reason = f"{result.verdict}: {result.reason}" if result.reason else result.verdict
    return Document((*blocks, Paragraph((reason,))))
