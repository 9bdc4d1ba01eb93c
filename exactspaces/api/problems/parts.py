"""A part of a problem, answered, and what is written about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from exactspaces.api.problems.formal_solutions import formal_blocks, formal_steps, is_formal
from exactspaces.api.problems.texts import text_pieces
from exactspaces.api.results import Result
from exactspaces.errors import ExactSpacesError
from exactspaces.kernel import Pivots
from exactspaces.questions import ValueOf, shape_of
from exactspaces.questions.comparisons import is_yes_no
from exactspaces.questions.formal import Formal
from exactspaces.questions.obligations import Obligation
from exactspaces.reading.problems import Part
from exactspaces.reading.problems.faults import Place
from exactspaces.reading.problems.texts import Text
from exactspaces.rendering.ambients import vector_of
from exactspaces.rendering.claims import claim_formula
from exactspaces.rendering.documents import Block, Display, Heading, Paragraph, Pieces, Reduction
from exactspaces.rendering.formulas import Formula
from exactspaces.rendering.terms import tuple_formula
from exactspaces.rendering.text import text_line
from exactspaces.worked.solution import WorkedSolution


@dataclass(frozen=True)
class SolvedPart:
    """A part of a problem with the outcomes of its questions: one, or several for a tuple."""

    part: Part
    ask: Pieces
    results: tuple[Result, ...]

    @property
    def result(self) -> Result:
        """The outcome; the first one of a tuple."""
        return self.results[0]

    @property
    def is_complete(self) -> bool:
        """Say whether nothing is undecided."""
        return all(result.theorem is not None for result in self.results)

    @cached_property
    def solutions(self) -> tuple[WorkedSolution, ...]:
        """The worked solutions of what was decided; what cannot be worked out is left out."""
        found = []
        for result in self.results:
            if isinstance(result.request.question, Formal | Obligation):
                continue
            try:
                solution = result.solution()
            except ExactSpacesError:
                solution = None
            if solution is not None:
                found.append(solution)
        return tuple(found)

    @property
    def answers(self) -> tuple[Any, ...]:
        """The answers to the questions as plain data; for free columns those without a pivot."""
        if self.part.answer.options.get("which") == "free":
            return tuple(map(_free, self.results))
        return tuple(result.answer for result in self.results)

    def as_dict(self) -> dict[str, Any]:
        """Give the part as plain data, ready for JSON."""
        steps = [step for solution in self.solutions for step in solution.as_list()]
        if is_formal(self.part):
            steps = formal_steps(tuple(result.outcome for result in self.results))
        return {
            "id": self.part.id,
            "ask": text_line(self.ask),
            "kind": self.part.answer.kind,
            "of": list(self.part.answer.of),
            "points": str(self.part.points),
            "answers": list(self.answers),
            "results": [result.as_dict() for result in self.results],
            "steps": steps,
        }


def _free(result: Result) -> list[int] | None:
    match result.request.question:
        case ValueOf(Pivots(matrix)) if result.answer is not None:
            width = shape_of(matrix).width
            return [j for j in range(1, width + 1) if j not in result.answer]
    return None


def parts_blocks(parts: Sequence[SolvedPart]) -> list[Block]:
    """Give all parts; row operations that were shown before are not shown again."""
    out: list[Block] = []
    seen: list[tuple[str, Reduction]] = []
    for number, part in enumerate(parts):
        label = f"({chr(ord('a') + number)})" if len(parts) <= 26 else f"({number + 1})"
        out.append(Heading(f"{label} {part.part.id}"))
        for block in _part_blocks(part):
            before = _shown_before(block, seen)
            if isinstance(block, Reduction) and before:
                where = "above" if before == label else f"in part {before}"
                out += [Paragraph((f"As {where}, this leads to",)), Display(block.steps[-1][1])]
                continue
            out.append(block)
            if isinstance(block, Reduction):
                seen.append((label, block))
    return out


def _shown_before(block: Block, seen: Sequence[tuple[str, Reduction]]) -> str:
    """Give the part that has the same row operations, perhaps with more after them."""
    if not isinstance(block, Reduction) or len(block.steps) < 2:
        return ""
    same = (label for label, one in seen if one.steps[: len(block.steps)] == block.steps)
    return next(same, "")


def _part_blocks(part: SolvedPart) -> list[Block]:
    """Give what is asked, the steps, and the answer where they do not end with it."""
    blocks: list[Block] = [Paragraph(part.ask)]
    if is_formal(part.part):
        outcomes = tuple(result.outcome for result in part.results)
        return [*blocks, *formal_blocks(part.part, outcomes, _written)]
    for solution in part.solutions:
        # What is asked stands above; new names for matrices are still to be explained.
        news = tuple(block for block in solution.given if isinstance(block, Display))
        blocks += replace(solution, given=news).document().blocks
    answers = (_answer(part, result) for result in part.results)
    return [*blocks, *(Paragraph(answer) for answer in answers if answer)]


def _written(text: Text) -> Pieces:
    return text_pieces(Place("problem"), text)


def _answer(part: SolvedPart, result: Result) -> Pieces:
    if result.theorem is None:
        return (f"Undecided: {result.reason}.",)
    if part.part.answer.options.get("which") == "free":
        listed = ", ".join(map(str, _free(result) or ())) or "none"
        return (f"Answer: {listed}.",)
    if not part.solutions:
        reason = f" Reason: {result.reason}." if result.reason else ""
        return "Answer: ", _claim(result), f".{reason}"
    return ("Answer: yes." if result.answer else "Answer: no.",) if _is_claim(result) else ()


def _is_claim(result: Result) -> bool:
    return is_yes_no(result.outcome.question)


def _claim(result: Result) -> Formula:
    ambient, theorem = result.request.ambient, result.outcome.theorem
    vector = tuple_formula if ambient is None else vector_of(ambient)
    if theorem is None:
        raise TypeError("an undecided part has no claim")
    return claim_formula(theorem.claim, result.request.names, vector)
