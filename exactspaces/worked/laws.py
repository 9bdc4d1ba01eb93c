"""Worked proofs of the axioms of a space: each step rests on the theorem of its obligation."""

from dataclasses import dataclass
from typing import Any

from exactspaces.kernel.readable import readable
from exactspaces.rendering.documents import Block, Document, Heading, Paragraph
from exactspaces.rendering.formulas import Sym
from exactspaces.rendering.statements import domain_box
from exactspaces.worked.judged import Judged
from exactspaces.worked.law_steps import definition, steps_for, transport_steps
from exactspaces.worked.solution import Step

TITLES = {
    "closed_add": "Sums stay in the carrier",
    "closed_scale": "Multiples stay in the carrier",
    "add_comm": "Addition is commutative",
    "add_assoc": "Addition is associative",
    "zero_exists": "There is a zero vector",
    "neg_exists": "Each vector has a negative",
    "one_scale": "Scaling by 1 changes nothing",
    "scale_assoc": "Scaling twice is scaling by the product",
    "scale_add_vectors": "Scaling distributes over sums of vectors",
    "scale_add_scalars": "Scaling distributes over sums of scalars",
}


@dataclass(frozen=True)
class Section:
    """A heading, and what is said under it; the step is None where nothing was proved."""

    title: str
    blocks: tuple[Block, ...]
    step: Step | None


@dataclass(frozen=True)
class WorkedSpace:
    """The proofs and counterexamples for a space, obligation by obligation."""

    given: tuple[Block, ...]
    sections: tuple[Section, ...]
    conclusion: tuple[Block, ...]

    def document(self) -> Document:
        """Put everything on one page."""
        blocks = list(self.given)
        for section in self.sections:
            blocks += [Heading(section.title, 3), *section.blocks]
        return Document((*blocks, *self.conclusion))

    def as_list(self) -> list[dict[str, Any]]:
        """Give the steps as plain data: what is said, and the claim that was proved for it."""
        steps = [section.step for section in self.sections if section.step is not None]
        return [{"text": x.text, "claim": readable(x.theorem.claim)} for x in steps]


def worked_space(judged: Judged) -> WorkedSpace:
    """Write the text that a lecturer would write."""
    sections = [_section(judged, place, name) for place, name in enumerate(judged.outcomes, 1)]
    chart, transport = judged.chart, judged.transport
    if chart is not None and transport is not None and transport.theorem is not None:
        blocks = transport_steps(judged, chart)
        step = Step(blocks, transport.theorem)
        field = judged.field.replace("RR", "R").replace("CC", "C").replace("QQ", "Q")
        title = f"{judged.name} is a copy of {field}^{len(chart.there)}"
        sections.append(Section(title, blocks, step))
    return WorkedSpace(
        (Heading(f"Is {judged.name} a vector space?", 2), *definition(judged)),
        tuple(sections),
        _conclusion(judged),
    )


def _section(judged: Judged, place: int, name: str) -> Section:
    outcome = judged.outcomes[name]
    blocks = steps_for(judged, name)
    title = f"{place}. {TITLES[name]}: {outcome.verdict}"
    step = None if outcome.theorem is None else Step(blocks, outcome.theorem)
    return Section(title, blocks, step)


def _conclusion(judged: Judged) -> tuple[Block, ...]:
    is_one = {
        "proved": " is a vector space over ",
        "refuted": " is not a vector space over ",
        "undecided": " is not shown to be a vector space over ",
    }[judged.verdict]
    said = Paragraph(("Result: ", Sym(judged.name), is_one, domain_box(judged.space.field), "."))
    return (said, Paragraph((f"{judged.remark}.",))) if judged.remark else (said,)
