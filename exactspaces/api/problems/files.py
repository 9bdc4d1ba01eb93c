"""Problem files: load one, solve it, write the worked solution of all its parts."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exactspaces.api.follow_ups import follow_ups
from exactspaces.api.problems.parts import SolvedPart, parts_blocks
from exactspaces.api.problems.texts import check_texts, given_blocks, text_pieces
from exactspaces.api.problems.variants import seeds_of, variant
from exactspaces.api.processes.answering import answered
from exactspaces.api.processes.budget import Budget
from exactspaces.api.results import Format, Result
from exactspaces.api.text import DEFAULT
from exactspaces.errors import NotUnderstood
from exactspaces.questions import Question
from exactspaces.reading.problems import Problem, read_problem, read_variants
from exactspaces.reading.problems.faults import Place
from exactspaces.rendering.documents import Block, Document, Heading, Paragraph
from exactspaces.rendering.formulas import Sym
from exactspaces.rendering.html import html_fragment
from exactspaces.rendering.text import text_line
from exactspaces.settle import Outcome


def load_problem(source: "str | Path", seed: int | None = None) -> Problem:
    r"""Read a problem file, or a text of several lines that is one.

    A problem with [variants] is that of the seed, the first one unless told otherwise; see
    `Problem.variant`.

    Raises NotUnderstood with the file, the key, what was read, what is due, and the remedy; also
    for a seed where nothing is drawn.

    >>> problem = load_problem(r'''
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
    ... ask = 'Give a basis of $\operatorname{null}(A)$.'
    ... answer = { kind = "basis", of = "null(A)" }
    ... ''')
    >>> solve_problem(problem).parts[0].result.answer["basis"]
    [['-2', '1', '0'], ['1', '0', '1']]
    """
    problem = load_any(source, seed)
    if seed is not None and problem.variants is None:
        raise NotUnderstood(f"the seed {seed}: this problem has no variants; leave the seed out")
    return problem


def load_any(source: "str | Path", seed: int | None = None) -> Problem:
    """Read a problem, as `load_problem` does; the seed counts where something is drawn."""
    variants = read_variants(source)
    if variants is not None:
        problem = variant(variants, seeds_of(variants)[0] if seed is None else seed)
    else:
        problem = read_problem(source)
    check_texts(problem)
    return problem


@dataclass(frozen=True)
class Solved:
    """A problem with the outcome of each part."""

    problem: Problem
    title: str
    statement: tuple[Block, ...]
    parts: tuple[SolvedPart, ...]

    @property
    def is_complete(self) -> bool:
        """Say whether every part is decided."""
        return all(part.is_complete for part in self.parts)

    def document(self) -> Document:
        """Give title, statement, and for each part what is asked, the steps, and the answer."""
        head = Heading(self.title, 1), *self.statement
        return Document((*head, *parts_blocks(self.parts)))

    def as_dict(self) -> dict[str, Any]:
        """Give everything as plain data, ready for JSON."""
        return {
            "id": self.problem.id,
            "title": self.title,
            **({} if self.problem.seed is None else {"seed": self.problem.seed}),
            "field": self.problem.field,
            "complete": self.is_complete,
            "parts": [part.as_dict() for part in self.parts],
        }

    def _repr_html_(self) -> str:
        return html_fragment(self.document())

    def __str__(self) -> str:
        return self.write("text")

    def __repr__(self) -> str:
        return f"<Solved {self.problem.id}: {len(self.parts)} parts>"

    def write(self, how: Format) -> str:
        """Write the worked solution as "text", "markdown", "latex" or "html"."""
        from exactspaces.rendering.write import write  # noqa: PLC0415 - loaded when asked for

        return write(self.document(), how, standalone=how in ("html", "latex"))


def solve_problem(
    problem: Problem,
    *,
    budget: Budget = DEFAULT,
    settle: Callable[[Question, Budget], Outcome] = answered,
) -> Solved:
    """Answer every part; the kernel checks each answer. A part may stay undecided.

    `budget` is what each question may take; `settle` is what answers one.
    """
    place = Place(problem.file)
    parts = []
    for number, part in enumerate(problem.parts, 1):
        ask = text_pieces(place.at_path(f"part[{number}].ask"), part.ask, budget)
        results = tuple(Result(r, settle(r.question, budget)) for r in part.requests)
        if results:
            results += follow_ups(part, results[0], problem.given, budget)
        parts.append(SolvedPart(part, ask, results))
    title = text_line(text_pieces(place.at("title"), problem.title, budget))
    return Solved(problem, title, tuple(_statement(problem, budget)), tuple(parts))


def _statement(problem: Problem, budget: Budget) -> list[Block]:
    """Give the statement of the file, or what is given, line by line."""
    place = Place(problem.file)
    if problem.statement is not None:
        pieces = text_pieces(place.at("statement"), problem.statement, budget)
        return [Paragraph(pieces)]
    given = given_blocks(problem)
    return [Paragraph(("Given over ", Sym(problem.field), ":")), *given] if given else []
