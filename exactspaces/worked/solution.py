"""A worked solution: steps that a person can follow, each with the theorem behind it."""

from dataclasses import dataclass

from exactspaces.kernel import Theorem
from exactspaces.questions import Question
from exactspaces.rendering.documents import Block, Document, Reduction


@dataclass(frozen=True)
class Step:
    """What is said at one place, and the theorem that it rests on."""

    blocks: tuple[Block, ...]
    theorem: Theorem


@dataclass(frozen=True)
class WorkedSolution:
    """The way to an answer. The theorem states the answer; `given` explains the names used."""

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


def _goes_on(block: Reduction) -> bool:
    """Say whether the first matrix comes out of operations on one that was shown before."""
    return bool(block.steps[0][0])
