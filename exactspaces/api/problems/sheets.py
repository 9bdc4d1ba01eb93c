"""Exercise sheets: several problems on one, and their key on a page of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from exactspaces.api.problems.files import Solved, solve_problem
from exactspaces.api.problems.keys import key_pieces
from exactspaces.api.problems.pages import asked_blocks, label, title_of
from exactspaces.api.problems.parts import parts_blocks
from exactspaces.api.processes.budget import Budget
from exactspaces.api.results import Format
from exactspaces.api.text import DEFAULT
from exactspaces.reading.problems import Problem
from exactspaces.rendering.documents import Block, Document, Heading, NewPage, Paragraph
from exactspaces.rendering.html import html_fragment

Key = Literal["none", "answers", "solutions"]


@dataclass(frozen=True)
class Sheet:
    """Problems, and their answers where there is a key, ready to be written."""

    title: str
    problems: tuple[Problem, ...]
    solved: tuple[Solved, ...]
    key: Key
    budget: Budget

    @property
    def is_complete(self) -> bool:
        """Say whether every part of every problem in the key is decided."""
        return all(one.is_complete for one in self.solved)

    def document(self) -> Document:
        """Give what is asked, problem by problem, and the key behind it."""
        blocks: list[Block] = [Heading(self.title, 1)]
        for number, problem in enumerate(self.problems, 1):
            blocks += [self._heading(number, problem), *asked_blocks(problem, self.budget)]
        if self.key != "none":
            blocks += [NewPage(), Heading("Key", 1)]
        for number, one in enumerate(self.solved, 1):
            blocks += [self._heading(number, one.problem), *self._key(one)]
        return Document(tuple(blocks))

    def _heading(self, number: int, problem: Problem) -> Heading:
        return Heading(f"{number}. {title_of(problem, self.budget)}")

    def _key(self, one: Solved) -> Sequence[Block]:
        if self.key == "solutions":
            return parts_blocks(one.parts)
        return [
            Paragraph(
                (label(len(one.parts), number), *key_pieces(part, one.problem.told, self.budget))
            )
            for number, part in enumerate(one.parts)
        ]

    def write(self, how: Format) -> str:
        """Write the sheet as "text", "markdown", "latex" or "html"."""
        from exactspaces.rendering.write import write  # noqa: PLC0415 - loaded when asked for

        return write(self.document(), how, standalone=how in ("html", "latex"))

    def _repr_html_(self) -> str:
        return html_fragment(self.document())


def sheet(
    problems: Sequence[Problem],
    *,
    title: str = "Exercises",
    key: Key = "answers",
    budget: Budget = DEFAULT,
) -> Sheet:
    r"""Solve the problems, and put them onto a sheet.

    The key has the answers, or with "solutions" every step of them; each was proved.

    >>> from exactspaces.api.problems.files import load_problem
    >>> plane = load_problem(r'''
    ... format = "exactspaces-problem/1"
    ... id = "bases/plane"
    ... title = "A plane"
    ... topics = ["null-space"]
    ... level = 1
    ... field = "QQ"
    ... [given]
    ... A = "[1 2 -1]"
    ... [[part]]
    ... id = "basis"
    ... points = 2
    ... ask = 'Give a basis of null ${A}$.'
    ... answer = { kind = "basis", of = "null(A)" }
    ... ''')
    >>> print(sheet([plane]).write("markdown"))
    # Exercises
    <BLANKLINE>
    ## 1. A plane
    <BLANKLINE>
    Give a basis of null $\left[\begin{array}{rrr} 1 & 2 & -1 \end{array}\right]$. (2 points)
    <BLANKLINE>
    ---
    <BLANKLINE>
    # Key
    <BLANKLINE>
    ## 1. A plane
    <BLANKLINE>
    $\lbrace (-2, 1, 0), (1, 0, 1) \rbrace$
    <BLANKLINE>
    """
    asked = () if key == "none" else problems
    solved = tuple(solve_problem(problem, budget=budget) for problem in asked)
    return Sheet(title, tuple(problems), solved, key, budget)
