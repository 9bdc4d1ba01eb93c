"""Worked solutions of parts about statements, spaces of one's own, sets and proofs."""

from collections.abc import Iterator, Sequence
from typing import Any

from exactspaces.api.problems.formal_choices import Write, right_order, shuffled
from exactspaces.api.processes.answering import answered
from exactspaces.api.processes.budget import Budget
from exactspaces.api.structures.condition_reports import AnswerReport, ConditionReport
from exactspaces.api.structures.sets import ASKS, basis_vectors, closure_condition, zero_condition
from exactspaces.kernel import Each, Matrix, Theorem, check
from exactspaces.kernel.readable import readable
from exactspaces.kernel.sentences import domain_text
from exactspaces.marking.formal.witnesses import told
from exactspaces.questions import Question
from exactspaces.questions.formal import (
    AxiomsOf,
    CounterexampleTo,
    Formal,
    IsSubspace,
    IsVectorSpace,
    NegativeOf,
    Opposite,
    Universal,
    Verdicts,
    ZeroOf,
    contains_zero,
)
from exactspaces.questions.obligations import Absent, Broken, Obligation, Shown
from exactspaces.reading.problems.axiom_words import words_of
from exactspaces.reading.problems.model import Part
from exactspaces.reading.problems.tasks import Backed, ProofOrder, ProofSlots, Reason, Witness
from exactspaces.rendering.claims import claim_formula
from exactspaces.rendering.documents import Block, Display, Items, Paragraph
from exactspaces.rendering.spaces import ambient_text, carrier_text
from exactspaces.rendering.vectors import vector_text
from exactspaces.settle import Outcome
from exactspaces.spaces.user import UserSpace
from exactspaces.worked.judged import Judged
from exactspaces.worked.laws import worked_space

_BUDGET = Budget()


def is_formal(part: Part) -> bool:
    """Say whether the solution of a part is written here."""
    if "task" in part.answer.options:
        return True
    return any(isinstance(x.question, Formal) for x in part.requests)


def formal_steps(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """Give the claims that were proved, as plain data."""
    theorems = (x.theorem for x in outcomes)
    claims = [readable(x.claim) for x in theorems if x is not None]
    return [{"text": "This was proved.", "claim": claim} for claim in claims]


def formal_blocks(part: Part, outcomes: Sequence[Outcome], write: Write) -> tuple[Block, ...]:
    """Give the solution of a part; `write` sets a text of the file."""
    task = part.answer.options.get("task")
    match task:
        case ProofOrder():
            return _order(task, outcomes, write)
        case ProofSlots():
            items = tuple((f"{one.id}: {' = ... = '.join(one.due)}",) for one in task.slots)
            return (Paragraph(("In the gaps stands for instance:",)), Items(items))
    blocks: list[Block] = []
    for text, outcome in zip(part.answer.of, outcomes, strict=False):
        blocks += _outcome(text, outcome, task)
    return tuple(blocks)


def _order(task: ProofOrder, outcomes: Sequence[Outcome], write: Write) -> tuple[Block, ...]:
    """Give the lines by their names, and then an order that respects what they need."""
    lines = tuple((f"{one.id}: ", *write(one.text)) for one in shuffled(task))
    blocks: list[Block] = [Paragraph(("The lines:",)), Items(lines)]
    blocks.append(Paragraph((f"A right order: {', '.join(right_order(task))}.",)))
    wrong = tuple((f"{one.id} does not belong: {one.wrong}",) for one in task.lines if one.wrong)
    blocks += [Items(wrong)] if wrong else []
    open_ones = [x.reason for x in outcomes if x.theorem is None]
    blocks += [Paragraph((f"Undecided: {reason}.",)) for reason in open_ones]
    return tuple(blocks)


def _outcome(text: str, outcome: Outcome, task: object) -> Iterator[Block]:
    if outcome.theorem is None:
        yield Paragraph((f"Undecided: {outcome.reason}.",))
        return
    yield from _worked(text, outcome, outcome.theorem, task)
    answer = _answer(outcome.question, outcome)
    if answer:
        yield Paragraph((f"Answer: {answer}.",))
    own = not isinstance(outcome.question, IsSubspace | IsVectorSpace)
    reasons = true_reasons(task, outcome) if own else ()
    if reasons:
        yield Paragraph((f"Reason: {'; or '.join(reasons)}.",))


def true_reasons(task: object, outcome: Outcome) -> tuple[str, ...]:
    """Give the reasons of the list that show the answer; each was proved."""
    if not isinstance(task, Backed):
        return ()
    word = "yes" if outcome.verdict == "proved" else "no"
    return tuple(x.text for x in task.reasons if x.supports == word and _is_so(x))


def _is_so(reason: Reason) -> bool:
    return answered(reason.question, _BUDGET).verdict == ("proved" if reason.holds else "refuted")


def _answer(question: Question, outcome: Outcome) -> str:
    match question, outcome.answer:
        case AxiomsOf(), Verdicts() as found:
            return "these fail: " + ("; ".join(map(words_of, found.failing)) or "none")
        case ZeroOf(space), tuple() as zero:
            return f"the zero vector is {vector_text(space, zero)}"
        case NegativeOf(space, vector), Opposite(_, negative):
            return (
                f"the negative of {vector_text(space, vector)} is {vector_text(space, negative)}"
            )
        case CounterexampleTo(), _:
            return ""
    return "yes" if outcome.verdict == "proved" else "no"


def _worked(text: str, outcome: Outcome, theorem: Theorem, task: object) -> Iterator[Block]:
    match outcome.question, outcome.answer:
        case ((AxiomsOf(space) | IsVectorSpace(space)), Verdicts() as found):
            name = text.rsplit("(", maxsplit=1)[-1].strip(" )") or "V"
            yield from worked_space(_judged(space, found, theorem, name)).document().blocks[1:]
        case IsSubspace(space), found:
            yield from _conditions(text, space, found, theorem).document(steps=True).blocks[1:]
        case CounterexampleTo(), Broken(values) if isinstance(task, Witness):
            yield Paragraph((f"For instance {told(task, values)}.",))
        case _:
            yield Display(claim_formula(theorem.claim))


def _single(theorem: Theorem, found: Verdicts, questions: Sequence[Question]) -> list[Outcome]:
    """Give the outcome for each name, with the part of the theorem that is about it."""
    proofs = theorem.certificate.proofs if isinstance(theorem.certificate, Each) else ()
    out = []
    for question, (_, answer), proof in zip(questions, found.found, proofs, strict=True):
        verdict = "refuted" if isinstance(answer, Broken | Absent) else "proved"
        one = check(question.claim(answer), proof)
        out.append(Outcome(question, verdict, answer, one, ""))  # type: ignore[arg-type]
    return out


def _judged(space: UserSpace, found: Verdicts, theorem: Theorem, name: str) -> Judged:
    zero = next((x for n, x in found.found if n == "zero_exists"), None)
    witness = zero.witness if isinstance(zero, Shown) else None
    questions = [Obligation(space, n, witness if n == "neg_exists" else None) for n in found.names]
    outcomes = _single(theorem, found, questions)
    return Judged(space, dict(zip(found.names, outcomes, strict=True)), name=name)


def _conditions(
    text: str, space: UserSpace, found: "Verdicts | Matrix", theorem: Theorem
) -> AnswerReport:
    """Give the report on the three conditions, as far as they were settled."""
    subject, field = text, domain_text(space.field)
    noun = f"a subspace of {ambient_text(space)}"
    if isinstance(found, Matrix):
        basis = [vector_text(space, row) for row in basis_vectors(found)]
        said = f"the set is the span of {{{', '.join(basis)}}}"
        conditions = tuple(
            ConditionReport(name, asks, "proved", said, None, theorem)
            for name, asks in ASKS.items()
        )
        return AnswerReport(subject, noun, field, conditions)
    questions: list[Question] = [
        Universal(contains_zero(space)) if name == "zero" else Obligation(space, name)
        for name in found.names
    ]
    outcomes = zip(found.names, _single(theorem, found, questions), strict=True)
    reports = tuple(
        zero_condition(space) if name == "zero" else closure_condition(space, name, outcome)
        for name, outcome in outcomes
    )
    return AnswerReport(f"{subject}: {carrier_text(space)}", noun, field, reports)
