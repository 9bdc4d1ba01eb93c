"""Worked solutions: what a good teaching assistant would write, each line a proved claim.

`solution_for(outcome)` is the entrance. The tables in `methods` say which method writes what;
`work` is the desk on which they write, `elimination` the row reduction on paper.
"""

from collections.abc import Mapping

from exactspaces.errors import NoAnswer, TooLarge, WrongShape
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Claim, Equal, Term, Theorem
from exactspaces.kernel.coverage import rings_of
from exactspaces.questions import ByCases
from exactspaces.questions.comparisons import Comparison
from exactspaces.questions.constructions import Construct, Construction
from exactspaces.rendering.documents import Block, Display, Heading, Paragraph
from exactspaces.rendering.formulas import Formula
from exactspaces.rendering.grouping import is_tall
from exactspaces.rendering.questions import question_pieces
from exactspaces.rendering.terms import Vector, tuple_formula
from exactspaces.settle import Outcome
from exactspaces.worked.cases import by_cases, cases_blocks
from exactspaces.worked.comparisons import verdict_blocks
from exactspaces.worked.constructions import result_blocks
from exactspaces.worked.givens import introduce
from exactspaces.worked.methods import evaluate, explain
from exactspaces.worked.solution import Step, WorkedSolution
from exactspaces.worked.work import Work

NO_STEPS = (NoAnswer, TooLarge, WrongShape)  # reasons to write the result alone

__all__ = ["Step", "WorkedSolution", "solution_for"]


def solution_for(
    outcome: Outcome,
    names: Mapping[Term, str] | None = None,
    vector: Vector = tuple_formula,
    label: str = "",
) -> WorkedSolution:
    """Write the worked solution of a question that was settled.

    `names` are the names of terms in the text of the question, `vector` tells how vectors with
    given coordinates are written, `label` is a title.

    Raises NoAnswer, with the reason, when the outcome has no theorem.
    """
    if outcome.theorem is None:
        raise NoAnswer(outcome.reason)
    work = Work(evaluate, dict(names or {}), vector, _quantities(outcome.theorem.claim))
    question = outcome.question
    introduce(work, question.question if isinstance(question, ByCases) else question)
    task = question_pieces(question, work.names, vector)
    title: tuple[Block, ...] = (Heading(label, 2),) if label else ()
    given = (*title, *work.given, Paragraph(task))
    _write(work, outcome)
    conclusion = Step(_conclusion(work, outcome, outcome.theorem), outcome.theorem)
    steps = (*work.steps, conclusion, *work.checks)
    return WorkedSolution(question, given, steps, outcome.theorem)


def _quantities(claim: Claim) -> frozenset[str]:
    """Give the letters that stand for numbers: parameters, and generators of the field."""
    return frozenset(name for ring in rings_of(claim) for name in quantity_names(ring))


def _write(work: Work, outcome: Outcome) -> None:
    """Write the steps; without a theorem for one of them, none is printed."""
    try:
        if isinstance(outcome.question, ByCases):
            by_cases(work, outcome.question, outcome.answer)
        else:
            explain(work, outcome.question)
    except NO_STEPS:
        work.steps.clear()
        work.checks.clear()
    work.waiting.clear()


def _conclusion(work: Work, outcome: Outcome, theorem: Theorem) -> tuple[Block, ...]:
    if isinstance(outcome.question, Comparison):
        return verdict_blocks(outcome.question, outcome.answer)
    if isinstance(outcome.question, Construction) and isinstance(outcome.answer, Construct):
        return result_blocks(work, outcome.answer)
    if isinstance(outcome.question, ByCases) and isinstance(outcome.answer[0][1], Construct):
        return cases_blocks(work, outcome.answer)
    formula = _formula(work, theorem.claim)
    if is_tall(formula):
        return Paragraph(("Result:",)), Display(formula)
    return (Paragraph(("Result: ", formula, ".")),)


def _formula(work: Work, claim: Claim) -> Formula:
    match claim:
        case Equal(left, right) if work.term(left) == work.term(right):
            # What has a name of its own, or is a number, equals itself: only its value says more.
            return Work(work.evaluate, {}, work.vector, work.reserved).term(right, column=True)
    return work.claim(claim)
