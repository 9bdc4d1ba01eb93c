"""A problem as an object: load it, solve it, mark answers to it."""

from dataclasses import fields
from pathlib import Path

from exactspaces.api.budget import Budget
from exactspaces.api.marks import mark_answer
from exactspaces.api.problem_pages import problem_document
from exactspaces.api.problems import Solved, load_problem, solve_problem
from exactspaces.api.text import DEFAULT
from exactspaces.marking import Mark
from exactspaces.reading import problems
from exactspaces.rendering.documents import Document
from exactspaces.rendering.html import html_fragment


class Problem(problems.Problem):
    """A problem that was read from a file, with what can be done with it."""

    @classmethod
    def load(cls, source: "str | Path") -> "Problem":
        """Read a problem file, or a text of several lines that is one.

        Raises NotUnderstood with the file, the key, what was read, what is due, and the remedy.
        """
        found = load_problem(source)
        return cls(**{field.name: getattr(found, field.name) for field in fields(found)})

    def document(self, *, budget: Budget = DEFAULT) -> Document:
        """Give what a person reads: title, statement, and what each part asks."""
        return problem_document(self, budget=budget)

    def _repr_html_(self) -> str:
        return html_fragment(self.document())

    def __repr__(self) -> str:
        return f"<Problem {self.id}: {len(self.parts)} parts>"

    def solution(self, *, budget: Budget = DEFAULT) -> Solved:
        """Answer every part, with steps; the kernel checks each of them."""
        return solve_problem(self, budget=budget)

    def mark(self, part: str, answer: str, *, budget: Budget = DEFAULT) -> Mark:
        """Judge an answer to a part by what it means.

        Raises NotUnderstood when the problem has no such part; whatever stands in the answer
        gives a mark.
        """
        return mark_answer(self, part, answer, budget=budget)
