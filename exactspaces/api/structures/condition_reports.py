"""Reports on what is settled condition by condition: subspaces, linear maps, inner products."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as part
from functools import cached_property
from typing import Any

from exactspaces.api.results import Format, theorem_data
from exactspaces.api.structures.space_documents import fields_table
from exactspaces.api.structures.space_reports import joined, written
from exactspaces.kernel import Theorem
from exactspaces.kernel.readable import readable
from exactspaces.rendering.claims import claim_formula
from exactspaces.rendering.documents import (
    Block,
    Display,
    Document,
    Heading,
    Items,
    Paragraph,
    Pieces,
    Table,
)
from exactspaces.rendering.html import html_fragment
from exactspaces.settle import Verdict
from exactspaces.worked.judged import verdict_of

WIDTH = 18


@dataclass(frozen=True)
class ConditionReport:
    """One condition: what it asks, its verdict, why, and the theorem behind it.

    `witness` is plain data: the values of a counterexample, with both sides worked out.
    """

    name: str
    asks: str
    verdict: Verdict
    reason: str
    witness: Any = None
    theorem: Theorem | None = None

    def as_dict(self) -> dict[str, Any]:
        """Give name, verdict, reason and witness as plain data."""
        return {
            "name": self.name,
            "verdict": self.verdict,
            "reason": self.reason,
            "witness": self.witness,
        }


@dataclass(frozen=True)
class AnswerReport:
    """The answer to a question such as "is this a subspace?", condition by condition.

    `subject` is what was asked about, `noun` what it is or is not: "a subspace of RR^2". `facts`
    are what a yes brings, as text: dimension, basis, matrix. `remark` is what else is worth
    knowing: "a coset: p + W". `evidence` is a theorem that answers the question as a whole.
    """

    subject: str
    noun: str
    field: str
    conditions: tuple[ConditionReport, ...]
    facts: Mapping[str, Any] = part(default_factory=dict)
    remark: str = ""
    evidence: Theorem | None = None

    @property
    def verdict(self) -> Verdict:
        """Whether it is: "proved" when all conditions are, "refuted" when one is."""
        return verdict_of(x.verdict for x in self.conditions)

    def __getitem__(self, name: str) -> ConditionReport:
        """Give the report on one condition by its name."""
        for one in self.conditions:
            if one.name == name:
                return one
        raise KeyError(name)

    @cached_property
    def theorem(self) -> Theorem | None:
        """The theorem that all conditions are fulfilled, or that one is not."""
        for one in self.conditions:
            if one.verdict == "refuted":
                return one.theorem
        return self.evidence or joined([x.theorem for x in self.conditions])

    @property
    def reason(self) -> str:
        """Why not, or what stays open; empty for a yes."""
        for verdict in ("refuted", "undecided"):
            for one in self.conditions:
                if one.verdict == verdict:
                    return f"{one.name}: {one.reason}"
        return ""

    @property
    def answer(self) -> bool | None:
        """Yes, no, or None."""
        return {"proved": True, "refuted": False}.get(self.verdict)

    @property
    def headline(self) -> str:
        """What was found, in one line."""
        word = {"proved": "is", "refuted": "is not", "undecided": "may or may not be"}
        return f"{self.subject} {word[self.verdict]} {self.noun} over {self.field}"

    def as_dict(self, *, steps: bool = False) -> dict[str, Any]:
        """Give everything as plain data; `steps` adds the claim behind each condition."""
        data: dict[str, Any] = {
            "verdict": self.verdict,
            "field": self.field,
            "conditions": [one.as_dict() for one in self.conditions],
            **self.facts,
            "remark": self.remark,
            "theorem": None if self.theorem is None else theorem_data(self.theorem),
        }
        proved = [x for x in self.conditions if x.theorem is not None]
        said = [
            {"text": f"{x.asks}: {x.reason}", "claim": readable(x.theorem.claim)}
            for x in proved
            if x.theorem is not None
        ]
        return data | {"steps": said} if steps else data

    def document(self, *, steps: bool = False) -> Document:
        """Give the verdicts as a document; `steps` adds what is to be shown and the claims."""
        blocks: list[Block] = [Heading(self.headline, 2)]
        if steps:
            for place, one in enumerate(self.conditions, 1):
                blocks += _worked(place, one)
        else:
            rows: tuple[tuple[Pieces, ...], ...] = tuple(
                ((x.name,), (x.verdict,), (x.reason,)) for x in self.conditions
            )
            blocks.append(Table(("condition", "verdict", "why"), rows))
        facts = tuple((f"{key}: {fact_text(value)}",) for key, value in self._facts())
        return Document((*blocks, *([Items(facts)] if facts else [])))

    def _facts(self) -> list[tuple[str, Any]]:
        facts = [(key, x) for key, x in self.facts.items() if x is not None]
        return [*facts, *([("remark", self.remark)] if self.remark else [])]

    def write(self, how: Format, *, steps: bool = False) -> str:
        """Write the report as "text", "markdown", "latex" or "html"."""
        if how == "text" and not steps:
            return str(self)
        return written(self.document(steps=steps), how)

    def _repr_html_(self) -> str:
        return html_fragment(self.document())

    def __str__(self) -> str:
        lines = [f"{self.verdict}: {self.headline}"]
        lines += [f"  {x.name:<{WIDTH}} {x.verdict:<9}  {x.reason}" for x in self.conditions]
        return "\n".join([*lines, *(f"  {key}: {fact_text(x)}" for key, x in self._facts())])

    def __repr__(self) -> str:
        return f"<AnswerReport {self.verdict}: {self.headline}>"


def _worked(place: int, one: ConditionReport) -> list[Block]:
    blocks: list[Block] = [Heading(f"{place}. {one.asks}: {one.verdict}", 3)]
    blocks.append(Paragraph((f"{one.reason}.",)))
    if one.theorem is not None:
        blocks += [Paragraph(("What was proved:",)), Display(claim_formula(one.theorem.claim))]
    return blocks


def fact_text(value: Any) -> str:
    """Write a fact: a list in braces, anything else as it is."""
    return f"{{{', '.join(map(str, value))}}}" if isinstance(value, list) else str(value)


@dataclass(frozen=True)
class FieldReports:
    """One report for each field."""

    reports: tuple[AnswerReport, ...]

    def __getitem__(self, field: str) -> AnswerReport:
        """Give the report over a field by its name."""
        for one in self.reports:
            if one.field == field:
                return one
        raise KeyError(field)

    @property
    def verdict(self) -> Verdict:
        """Whether it is so over each of the fields."""
        return verdict_of(x.verdict for x in self.reports)

    @property
    def theorem(self) -> Theorem | None:
        """The theorems of all fields together; None when one is missing."""
        return joined([x.theorem for x in self.reports])

    def as_dict(self, *, steps: bool = False) -> list[dict[str, Any]]:
        """Give the report of each field as plain data."""
        return [x.as_dict(steps=steps) for x in self.reports]

    def document(self, *, steps: bool = False) -> Document:
        """Give the table of the verdicts, and with `steps` each report."""
        rows = [(x.field, x.verdict, x.reason or x.noun) for x in self.reports]
        blocks = list(fields_table(rows).blocks)
        for report in self.reports if steps else ():
            blocks += report.document(steps=True).blocks
        return Document(tuple(blocks))

    def write(self, how: Format, *, steps: bool = False) -> str:
        """Write the table as "text", "markdown", "latex" or "html"."""
        return written(self.document(steps=steps), how)

    def _repr_html_(self) -> str:
        return html_fragment(self.document())

    def __str__(self) -> str:
        return written(self.document(), "text")
