"""A problem as an object: load it, solve it, mark answers to it."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from exactspaces.api.problems.files import Solved, load_problem, solve_problem
from exactspaces.api.problems.follow import mark_answers
from exactspaces.api.problems.marks import mark_answer
from exactspaces.api.problems.pages import problem_document
from exactspaces.api.problems.variants import variant
from exactspaces.api.processes.budget import Budget
from exactspaces.api.text import DEFAULT
from exactspaces.errors import NotUnderstood
from exactspaces.marking import Mark
from exactspaces.reading import problems
from exactspaces.rendering.documents import Document
from exactspaces.rendering.html import html_fragment


class Problem(problems.Problem):
    """A problem that was read from a file, with what can be done with it."""

    @classmethod
    def load(cls, source: "str | Path", seed: int | None = None) -> "Problem":
        """Read a problem file, or a text of several lines that is one.

        A problem with variants is that of the seed, the first one unless told otherwise.

        Raises NotUnderstood with the file, the key, what was read, what is due, and the remedy.
        """
        return cls._of(load_problem(source, seed))

    @classmethod
    def _of(cls, found: problems.Problem) -> "Problem":
        return cls(**{field.name: getattr(found, field.name) for field in fields(found)})

    def document(self, *, budget: Budget = DEFAULT) -> Document:
        """Give what a person reads: title, statement, and what each part asks."""
        return problem_document(self, budget=budget)

    def _repr_html_(self) -> str:
        return html_fragment(self.document())

    def __repr__(self) -> str:
        return f"<Problem {self.id}: {len(self.parts)} parts>"

    def variant(self, seed: int, *, budget: Budget = DEFAULT) -> "Problem":
        r"""Give the variant of a seed, with everything given as it was drawn and proved.

        The same seed gives the same variant on every machine. A lock beside the file is used.

        Raises NotUnderstood when the problem has no variants or none of this seed, when the lock
        belongs to another state of the file, and when no draw meets what the file requires.

        >>> problem = Problem.load(r'''
        ... format = "exactspaces-problem/1"
        ... id = "bases/drawn"
        ... title = "A drawn matrix"
        ... topics = ["null-space"]
        ... level = 1
        ... field = "QQ"
        ... [variants]
        ... A = "unreduce(nice_rref(3, 4, rank=2), height=9)"
        ... require = ["rank(A) == 2", "working_height(A) <= 30"]
        ... [[part]]
        ... id = "rank"
        ... ask = 'What is the rank of $A={A}$?'
        ... answer = { kind = "dimension", of = "rank(A)" }
        ... ''')
        >>> problem.variant(7).mark("rank", "2").verdict
        'correct'
        >>> problem.variant(7).given == problem.variant(7).given != problem.variant(8).given
        True
        """
        if self.variants is None:
            raise NotUnderstood(f"{self.id}: this problem has no variants")
        return self._of(variant(self.variants, seed, budget=budget))

    def solution(self, *, budget: Budget = DEFAULT) -> Solved:
        """Answer every part, with steps; the kernel checks each of them."""
        return solve_problem(self, budget=budget)

    def mark(self, part: str, answer: str, *, budget: Budget = DEFAULT) -> Mark:
        """Judge an answer to a part by what it means.

        Raises NotUnderstood when the problem has no such part; whatever stands in the answer
        gives a mark.
        """
        return mark_answer(self, part, answer, budget=budget)

    def mark_all(
        self, answers: Mapping[str, str], *, budget: Budget = DEFAULT
    ) -> tuple[Mark, ...]:
        """Judge the answers of one person to several parts, named by their parts.

        Where the file says `follow`, a part is judged once more with the own earlier answer in
        place, when the condition for it is proved.

        Raises NotUnderstood when the problem has no such part.
        """
        return mark_answers(self, answers, budget=budget)
