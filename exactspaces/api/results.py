"""What the user gets: the verdict, the answer, the reason, the theorem, the worked solution."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from exactspaces.api.answers.data import answer_data
from exactspaces.api.answers.plain import answer_text
from exactspaces.api.answers.reasons import reason_for
from exactspaces.fields import field_name
from exactspaces.kernel import Theorem, dump
from exactspaces.reading.request import Request
from exactspaces.rendering.documents import Document
from exactspaces.settle import Outcome, Verdict

if TYPE_CHECKING:
    from exactspaces.worked.solution import WorkedSolution

Format = Literal["text", "markdown", "latex", "html"]


@dataclass(frozen=True)
class Result:
    """The outcome of a question that was read from text.

    `verdict` is "proved", "refuted" or "undecided"; with the first two there is a `theorem`.
    `str(result)` is what the command line prints.
    """

    request: Request
    outcome: Outcome

    @property
    def verdict(self) -> Verdict:
        """What became of the question."""
        return self.outcome.verdict

    @property
    def theorem(self) -> Theorem | None:
        """The theorem that states the answer, for `theorem.recheck()` and `dump`."""
        return self.outcome.theorem

    @cached_property
    def answer(self) -> Any:
        """The answer as plain data, in the same form as in `as_dict()["answer"]`."""
        if self.outcome.theorem is None:
            return None
        evidence = self.outcome.theorem.certificate
        return answer_data(
            self.outcome.question, self.outcome.answer, self.request.ambient, evidence
        )

    @cached_property
    def reason(self) -> str:
        """Why: the numbers that a reader can check by hand, or why the question stays open."""
        return self.outcome.reason or reason_for(self.outcome, self.request)

    @property
    def field(self) -> str:
        """The field that the work was done in."""
        return field_name(self.request.ring)

    def solution(self) -> "WorkedSolution | None":
        """Give the worked solution; None for an undecided question."""
        if self.outcome.theorem is None:
            return None
        from exactspaces.api.solutions import solution_of  # noqa: PLC0415 - loaded when asked for

        return solution_of(self.request, self.outcome)

    def as_dict(self, *, steps: bool = False) -> dict[str, Any]:
        """Give everything as plain data, ready for JSON; `steps` adds the worked solution."""
        theorem = self.outcome.theorem
        solution = self.solution() if steps else None
        return {
            "question": self.request.text,
            "field": self.field,
            "verdict": self.verdict,
            "reason": self.reason,
            "answer": self.answer,
            "theorem": None if theorem is None else theorem_data(theorem),
            "steps": [] if solution is None else solution.as_list(),
        }

    def document(self, *, steps: bool = False) -> Document:
        """Give what a person reads: the worked solution, or the answer in short."""
        from exactspaces.api.answers.short import short_document  # noqa: PLC0415 - likewise

        solution = self.solution() if steps else None
        if solution is not None:
            return solution.document()
        return short_document(self.request, self.outcome, self.reason)

    def write(self, how: Format, *, steps: bool = False) -> str:
        """Write the answer, or the worked solution, as "text", "markdown", "latex" or "html"."""
        if how == "text" and (not steps or self.theorem is None):
            return str(self)
        from exactspaces.rendering.write import write  # noqa: PLC0415 - likewise

        return write(self.document(steps=steps), how, standalone=how == "html")

    def _repr_html_(self) -> str:
        from exactspaces.rendering.html import html_fragment  # noqa: PLC0415 - likewise

        return html_fragment(self.document())

    def __str__(self) -> str:
        return answer_text(self.request, self.outcome, self.reason)

    def __repr__(self) -> str:
        return f"<Result {self.verdict}: {self.request.text}>"


def theorem_data(theorem: Theorem) -> dict[str, Any]:
    """Give a theorem as plain data, as in a theorem file."""
    data: dict[str, Any] = json.loads(dump(theorem))
    return data
