"""Exercise sheets: several problems on one, and their key on a page of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from exactspaces.api.budget import Budget
from exactspaces.api.keys import key_pieces
from exactspaces.api.problem_parts import SolvedPart, parts_blocks
from exactspaces.api.problems import Solved, solve_problem
from exactspaces.api.results import Format
from exactspaces.api.text import DEFAULT
from exactspaces.reading.problems import Problem
from exactspaces.reading.problems.texts import Mathematics, Shown, Sign, Text
from exactspaces.rendering.documents import (
    Block,
    Display,
    Document,
    Heading,
    NewPage,
    Paragraph,
    Pieces,
)
from exactspaces.rendering.formulas import Join, Sym

Key = Literal["none", "answers", "solutions"]


@dataclass(frozen=True)
class Sheet:
    """Problems with their answers, ready to be written as a sheet and its key."""

    title: str
    solved: tuple[Solved, ...]
    key: Key
    budget: Budget

    @property
    def is_complete(self) -> bool:
        """Say whether every part of every problem is decided."""
        return all(one.is_complete for one in self.solved)

    def document(self) -> Document:
        """Give what is asked, problem by problem, and the key behind it."""
        blocks: list[Block] = [Heading(self.title, 1)]
        for number, one in enumerate(self.solved, 1):
            blocks += [_heading(number, one), *_asked(one)]
        if self.key == "none":
            return Document(tuple(blocks))
        blocks += [NewPage(), Heading("Key", 1)]
        for number, one in enumerate(self.solved, 1):
            blocks += [_heading(number, one), *self._key(one)]
        return Document(tuple(blocks))

    def _key(self, one: Solved) -> Sequence[Block]:
        if self.key == "solutions":
            return parts_blocks(one.parts)
        return [
            Paragraph((*_label(one.parts, number), *key_pieces(part, self.budget)))
            for number, part in enumerate(one.parts)
        ]

    def write(self, how: Format) -> str:
        """Write the sheet as "text", "markdown", "latex" or "html"."""
        from exactspaces.rendering.write import write  # noqa: PLC0415 - loaded when asked for

        return write(self.document(), how, standalone=how in ("html", "latex"))


def sheet(
    problems: Sequence[Problem],
    *,
    title: str = "Exercises",
    key: Key = "answers",
    budget: Budget = DEFAULT,
) -> Sheet:
    r"""Solve the problems, and put them onto a sheet.

    The key has the answers, or with "solutions" every step of them; each was proved.

    >>> from exactspaces.api.problems import load_problem
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
    solved = tuple(solve_problem(problem, budget=budget) for problem in problems)
    return Sheet(title, solved, key, budget)


def _heading(number: int, one: Solved) -> Heading:
    return Heading(f"{number}. {one.title}")


def _asked(one: Solved) -> list[Block]:
    """Give the statement, and each part with its points."""
    blocks: list[Block] = list(_statement(one))
    for number, part in enumerate(one.parts):
        points = part.part.points
        worth = f" ({points} point{'' if points == 1 else 's'})"
        blocks.append(Paragraph((*_label(one.parts, number), *part.ask, worth)))
    return blocks


def _label(parts: Sequence[SolvedPart], number: int) -> Pieces:
    if len(parts) == 1:
        return ()
    return (f"({chr(ord('a') + number)}) " if len(parts) <= 26 else f"({number + 1}) ",)


def _statement(one: Solved) -> Iterator[Block]:
    """Give the statement of the file, or else what is given and no part says."""
    if one.problem.statement is not None:
        yield from one.statement
        return
    texts = [part.ask for part in one.problem.parts]
    shown = {piece for text in texts for piece in _shown(text)}
    spoken = {word for text in texts for word in re.findall(r"\w+", text.source)}
    kept = [block for block in one.statement if _name_of(block) in spoken - shown]
    if kept:
        yield Paragraph(("Given over ", Sym(one.problem.field), ":"))
        yield from kept
    elif one.problem.field != "QQ":
        yield Paragraph(("Work over ", Sym(one.problem.field), "."))


def _name_of(block: Block) -> str:
    match block:
        case Display(Join("=", (Sym(name), *_))):
            return name
    return ""


def _shown(text: Text) -> Iterator[str]:
    """Give the expressions whose values stand in a text."""
    for piece in text.pieces:
        if isinstance(piece, Shown):
            yield piece.expression.strip()
        elif isinstance(piece, Mathematics):
            yield from _inside(piece.signs)


def _inside(signs: "tuple[Sign | Shown, ...]") -> Iterator[str]:
    for sign in signs:
        if isinstance(sign, Shown):
            yield sign.expression.strip()
        else:
            yield from _inside(sign.inside)
