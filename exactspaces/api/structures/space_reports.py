"""What became of the axioms of a space: the ten obligations, the zero, the negative, the chart."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from exactspaces.api.results import Format, theorem_data
from exactspaces.api.structures.space_documents import fields_table, space_document, space_text
from exactspaces.api.structures.space_numbers import vector_of_numbers
from exactspaces.errors import NoAnswer
from exactspaces.kernel import AllOf, Each, Theorem, check
from exactspaces.kernel.replacing import replaced
from exactspaces.kernel.sentences import formula_text
from exactspaces.questions import laws
from exactspaces.questions.obligations import Chart
from exactspaces.rendering.documents import Document
from exactspaces.rendering.html import html_fragment
from exactspaces.rendering.vectors import vector_text
from exactspaces.rendering.write import write
from exactspaces.settle import Outcome, Verdict
from exactspaces.spaces.user import UserSpace, Vector
from exactspaces.spaces.values import is_true, value_of
from exactspaces.worked.judged import Judged, basis_of, verdict_of
from exactspaces.worked.law_reasons import explained
from exactspaces.worked.laws import worked_space


@dataclass(frozen=True)
class ObligationReport:
    """One of the ten obligations: its verdict, why, and the theorem behind it.

    `witness` is plain data: the values of a counterexample with both sides worked out, the zero
    vector, the negative; None where there is nothing to show.
    """

    space: UserSpace
    name: str
    outcome: Outcome

    @property
    def verdict(self) -> Verdict:
        """Whether the obligation is fulfilled."""
        return self.outcome.verdict

    @property
    def theorem(self) -> Theorem | None:
        """The theorem that it is, or is not."""
        return self.outcome.theorem

    @cached_property
    def _explained(self) -> tuple[str, Any]:
        found = explained(self.space, self.outcome)
        return found.reason, found.witness

    @property
    def reason(self) -> str:
        """Why, in one line."""
        return self._explained[0]

    @property
    def witness(self) -> Any:
        """The values that show it, as plain data."""
        return self._explained[1]

    def as_dict(self) -> dict[str, Any]:
        """Give name, verdict, reason and witness as plain data."""
        return {
            "name": self.name,
            "verdict": self.verdict,
            "reason": self.reason,
            "witness": self.witness,
        }


@dataclass(frozen=True)
class Transport:
    """An isomorphism of the space onto F^n, with what it brings."""

    space: UserSpace
    chart: Chart
    theorem: Theorem

    @property
    def dimension(self) -> int:
        """The dimension of the space over its field."""
        return len(self.chart.there)

    @cached_property
    def basis(self) -> tuple[Vector, ...]:
        """The vectors with the coordinates (1, 0, ...), (0, 1, ...), ..."""
        return basis_of(self.space, self.chart)

    def coordinates(self, vector: Any) -> tuple[str, ...]:
        """Give the coordinates of a vector in the basis.

        Raises WrongShape for a vector with another number of components, NoAnswer for one that
        is not in the carrier.
        """
        parts = vector_of_numbers(self.space, vector)
        if is_true(laws.inside(self.space, parts), self.space.domains[0]) is False:
            raise NoAnswer(f"{vector_text(self.space, parts)} is not in the carrier")
        bound = dict(zip(self.space.names("u"), parts, strict=True))
        found = (value_of(replaced(x, bound), self.space.field) for x in self.chart.there)
        return tuple("no value" if x is None else formula_text(x) for x in found)

    def as_dict(self) -> dict[str, Any]:
        """Give the map, its inverse, the dimension and a basis as plain data."""
        return {
            "map": list(map(formula_text, self.chart.there)),
            "inverse": list(map(formula_text, self.chart.back)),
            "dimension": self.dimension,
            "basis": [vector_text(self.space, one) for one in self.basis],
        }


@dataclass(frozen=True)
class SpaceReport:
    """Whether a space given by formulas is a vector space, obligation by obligation."""

    judged: Judged

    @property
    def verdict(self) -> Verdict:
        """Whether it is: "proved" when all ten obligations are, "refuted" when one is."""
        return self.judged.verdict

    @property
    def field(self) -> str:
        """The field of the scalars."""
        return self.judged.field

    @cached_property
    def obligations(self) -> tuple[ObligationReport, ...]:
        """The ten obligations."""
        pairs = self.judged.outcomes.items()
        return tuple(ObligationReport(self.judged.space, name, x) for name, x in pairs)

    def __getitem__(self, name: str) -> ObligationReport:
        """Give the report on one obligation by its name."""
        return ObligationReport(self.judged.space, name, self.judged.outcomes[name])

    @property
    def zero(self) -> str | None:
        """The zero vector; None where there is none, or none is found."""
        found = self.judged.zero
        return None if found is None else vector_text(self.judged.space, found)

    @property
    def negative(self) -> str | None:
        """The negative of u, as a formula in its components."""
        found = self.judged.negative
        return None if found is None else vector_text(self.judged.space, found)

    @property
    def remark(self) -> str:
        """What else is worth knowing, such as a zero on one side only."""
        return self.judged.remark

    @property
    def transport(self) -> Transport | None:
        """An isomorphism onto F^n; None where none is found."""
        outcome, chart = self.judged.transport, self.judged.chart
        if outcome is None or chart is None or outcome.theorem is None:
            return None
        return Transport(self.judged.space, chart, outcome.theorem)

    @cached_property
    def theorem(self) -> Theorem | None:
        """The theorem that all obligations are fulfilled, or that one is not."""
        outcomes = self.judged.outcomes
        for name in self.judged.with_verdict("refuted"):
            return outcomes[name].theorem
        return joined([x.theorem for x in outcomes.values()])

    @property
    def reason(self) -> str:
        """Why it is no vector space, or what stays open; what it is a copy of."""
        judged = self.judged
        for name in (*judged.with_verdict("refuted"), *judged.with_verdict("undecided")):
            return f"{name}: {self[name].reason}"
        chart = judged.chart
        return "" if chart is None else f"a copy of {self.field}^{len(chart.there)}"

    @property
    def answer(self) -> bool | None:
        """Yes, no, or None."""
        return {"proved": True, "refuted": False}.get(self.verdict)

    def as_dict(self, *, steps: bool = False) -> dict[str, Any]:
        """Give everything as plain data; `steps` adds the worked proofs."""
        data: dict[str, Any] = {
            "verdict": self.verdict,
            "field": self.field,
            "obligations": [one.as_dict() for one in self.obligations],
            "zero": self.zero,
            "negative": self.negative,
            "transport": None if self.transport is None else self.transport.as_dict(),
            "theorem": None if self.theorem is None else theorem_data(self.theorem),
        }
        return data | {"steps": worked_space(self.judged).as_list()} if steps else data

    def document(self, *, steps: bool = False) -> Document:
        """Give what a person reads: the worked proofs, or the verdicts in short."""
        return worked_space(self.judged).document() if steps else space_document(self.judged)

    def write(self, how: Format, *, steps: bool = False) -> str:
        """Write the report as "text", "markdown", "latex" or "html"."""
        if how == "text" and not steps:
            return str(self)
        return written(self.document(steps=steps), how)

    def _repr_html_(self) -> str:
        return html_fragment(self.document())

    def __str__(self) -> str:
        return space_text(self.judged)

    def __repr__(self) -> str:
        return f"<SpaceReport {self.verdict} over {self.field}>"


@dataclass(frozen=True)
class SpaceReports:
    """One report for each field."""

    reports: tuple[SpaceReport, ...]

    def __iter__(self) -> Iterator[SpaceReport]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)

    def __getitem__(self, field: str) -> SpaceReport:
        """Give the report over a field by its name."""
        for one in self.reports:
            if one.field == field:
                return one
        raise KeyError(field)

    @property
    def verdict(self) -> Verdict:
        """Whether it is a vector space over each of the fields."""
        return verdict_of(x.verdict for x in self.reports)

    @property
    def theorem(self) -> Theorem | None:
        """The theorems of all fields together; None when one is missing."""
        return joined([x.theorem for x in self.reports])

    def as_dict(self, *, steps: bool = False) -> list[dict[str, Any]]:
        """Give the report of each field as plain data."""
        return [x.as_dict(steps=steps) for x in self.reports]

    def document(self, *, steps: bool = False) -> Document:
        """Give the table of the verdicts, and with `steps` the worked proofs for each field."""
        rows = [(x.field, x.verdict, x.reason) for x in self.reports]
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


def joined(theorems: list[Theorem | None]) -> Theorem | None:
    """Give one theorem for all; None when one of them is missing."""
    found = [x for x in theorems if x is not None]
    if len(found) < len(theorems) or not found:
        return None
    claims, proofs = (x.claim for x in found), (x.certificate for x in found)
    return check(AllOf(tuple(claims)), Each(tuple(proofs)))


def written(document: Document, how: Format) -> str:
    """Write a document; HTML as a whole page."""
    return write(document, how, standalone=how == "html").rstrip("\n")
