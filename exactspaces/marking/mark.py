"""What becomes of an answer."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from exactspaces.kernel import Theorem
from exactspaces.kernel.readable import readable
from exactspaces.reading.problems.model import Verdict
from exactspaces.rendering.documents import Block, Document, Heading, Items, Paragraph
from exactspaces.rendering.html import html_fragment


@dataclass(frozen=True)
class Mark:
    """The judgement of an answer to one part of a problem.

    `verdict` is "correct", "partial", "incorrect", "invalid" (not read: it costs nothing) or
    "undecided" (nothing is proved either way: it is never shown as wrong). `echo` is the answer
    as it was read, `findings` say in words what was found, `mistake` names the mistake that leads
    to exactly this answer, `at` the place in a row reduction, and `theorems` are what the kernel
    proved.
    """

    part: str
    verdict: Verdict
    points: Fraction
    most: Fraction
    echo: str = ""
    findings: tuple[str, ...] = ()
    mistake: str = ""
    at: str = ""
    theorems: tuple[Theorem, ...] = ()

    def __str__(self) -> str:
        head = f"{self.part}: {self.verdict}, {self.points} of {self.most}"
        if self.verdict in ("invalid", "undecided"):
            head = f"{self.part}: {self.verdict}, nothing is taken off"
        lines = [head, f"  read as: {self.echo}"] if self.echo else [head]
        lines += [f"  {line}" for finding in self.findings for line in finding.splitlines()]
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"<Mark {self.part}: {self.verdict}, {self.points} of {self.most}>"

    def document(self) -> Document:
        """Give what a person reads: the verdict, how the answer was read, what was found."""
        head, *rest = str(self).splitlines()
        echo = [line.strip() for line in rest[: bool(self.echo)]]
        found = tuple((line,) for finding in self.findings for line in finding.splitlines())
        blocks: list[Block] = [Heading(head, 4), *(Paragraph((line,)) for line in echo)]
        return Document((*blocks, *([Items(found)] if found else [])))

    def _repr_html_(self) -> str:
        return html_fragment(self.document())

    def as_dict(self) -> dict[str, Any]:
        """Give the mark as plain data, ready for JSON."""
        return {
            "part": self.part,
            "verdict": self.verdict,
            "points": str(self.points),
            "most": str(self.most),
            "read_as": self.echo,
            "findings": list(self.findings),
            "mistake": self.mistake,
            "at": self.at,
            "claims": [readable(theorem.claim) for theorem in self.theorems],
        }
