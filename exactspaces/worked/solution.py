"""A worked solution: steps that a person can follow, each with the theorem behind it."""

from dataclasses import dataclass
from typing import Any

from exactspaces.kernel import Theorem
from exactspaces.kernel.readable import readable
from exactspaces.questions import Question
from exactspaces.rendering.documents import (
    Block,
    Display,
    Document,
    Heading,
    Items,
    Paragraph,
    Reduction,
)
from exactspaces.rendering.html import html_fragment
from exactspaces.rendering.text import line, text_document, text_line


@dataclass(frozen=True)
class Step:
    """What is said at one place, and the theorem that it rests on."""

    blocks: tuple[Block, ...]
    theorem: Theorem

    @property
    def text(self) -> str:
        """The step on one line."""
        return " ".join(filter(None, map(_line, self.blocks)))


@dataclass(frozen=True)
class WorkedSolution:
    """The way to an answer. The theorem states the answer; `given` tells what names stand for."""

    question: Question
    given: tuple[Block, ...]
    steps: tuple[Step, ...]
    theorem: Theorem

    def document(self) -> Document:
        """Put the steps on one page; neighbouring row operations become one chain."""
        blocks = [*self.given, *(block for step in self.steps for block in step.blocks)]
        out: list[Block] = []
        for block in blocks:
            last = out[-1] if out else None
            if isinstance(block, Reduction) and isinstance(last, Reduction) and _goes_on(block):
                out[-1] = Reduction(last.steps + block.steps)
            else:
                out.append(block)
        return Document(tuple(out))

    def _repr_html_(self) -> str:
        return html_fragment(self.document())

    def __str__(self) -> str:
        return text_document(self.document())

    def __repr__(self) -> str:
        return f"<WorkedSolution: {len(self.steps)} steps>"

    def as_list(self) -> list[dict[str, Any]]:
        """Give the steps as plain data: what is said, and the claim that was proved for it."""
        return [{"text": s.text, "claim": readable(s.theorem.claim)} for s in self.steps]


def _goes_on(block: Reduction) -> bool:
    """Say whether the first matrix comes out of operations on one that was shown before."""
    return bool(block.steps[0][0])


def _line(block: Block) -> str:
    match block:
        case Heading(text):
            return f"{text}."
        case Paragraph(pieces):
            return text_line(pieces)
        case Display(formula):
            return line(formula)
        case Items(items):
            return "; ".join(map(text_line, items))
        case Reduction(steps):
            return ", ".join(line(label) for labels, _ in steps for label in labels)
        case _:
            return ""
