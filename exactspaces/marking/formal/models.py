"""Right answers about statements, spaces of one's own and proofs, in the notation that is read."""

from collections.abc import Iterator, Mapping, Sequence

from exactspaces.errors import NoAnswer
from exactspaces.fields import entries
from exactspaces.kernel import Given, KernelError, Matrix, Null, Transpose
from exactspaces.kernel.formulas import Formula
from exactspaces.marking.formal.reasons import RELATION, settled
from exactspaces.marking.formal.statements import lexicon_for
from exactspaces.marking.formal.witnesses import named
from exactspaces.marking.judging import Settle
from exactspaces.questions import BasisFor, Question
from exactspaces.questions.formal import (
    CounterexampleTo,
    NegativeOf,
    Opposite,
    Verdicts,
    ZeroOf,
)
from exactspaces.questions.obligations import Broken
from exactspaces.reading.answers import NotRead
from exactspaces.reading.answers.points import read_point, read_value
from exactspaces.reading.problems.axiom_words import NUMBERED
from exactspaces.reading.problems.letters import Letter
from exactspaces.reading.problems.model import Part
from exactspaces.reading.problems.tasks import (
    Axioms,
    Backed,
    ProofOrder,
    ProofSlots,
    Relation,
    Witness,
)
from exactspaces.reading.request import Request
from exactspaces.rendering.vectors import vector_text
from exactspaces.settle import Outcome
from exactspaces.spaces.user import Vector


def formal_model(
    part: Part, request: Request | None, given: Mapping[str, str], settle: Settle
) -> str:
    """Write a right answer to a part of one of these kinds.

    Raises NoAnswer where none is found, or none can be written so that it is read.
    """
    task = part.answer.options.get("task")
    match task:
        case ProofOrder():
            return ", ".join(ordered(task))
        case ProofSlots():
            return slots_text(task, [" = ".join(one.due) for one in task.slots])
        case Witness():
            return _witness(task, settle)
    if request is None:
        raise NoAnswer("nothing is asked")
    if isinstance(request.question, ZeroOf | NegativeOf):
        return _own_vector(request, given, settle)
    outcome = _decided(request.question, settle)
    if isinstance(task, Axioms):
        return axioms_text(failing(task, outcome))
    word = "yes" if outcome.verdict == "proved" else "no"
    reason = reason_for(task, word, settle) if isinstance(task, Backed) else ""
    return f"{word}, {reason}" if reason else word


def _decided(question: Question, settle: Settle) -> Outcome:
    outcome = settle(question)
    if outcome.theorem is None:
        raise NoAnswer(outcome.reason)
    return outcome


def ordered(task: ProofOrder, *, last_first: bool = False) -> list[str]:
    """Give the lines of a proof in an order that respects what they need.

    Of the lines that can come next it is the first one of the file, or the last one.
    """
    left, done = [one for one in task.lines if not one.wrong], list[str]()
    while left:
        ready = [one for one in left if set(one.after) <= set(done)]
        line = ready[-1 if last_first else 0]
        left.remove(line)
        done.append(line.id)
    return done


def slots_text(task: ProofSlots, filled: Sequence[str]) -> str:
    """Write what stands in the gaps, in their order."""
    return "; ".join(f"{one.id}: {x}" for one, x in zip(task.slots, filled, strict=True))


def _witness(task: Witness, settle: Settle) -> str:
    outcome = _decided(CounterexampleTo(task.statement), settle)
    if not isinstance(outcome.answer, Broken):
        raise NoAnswer("there is no counterexample")
    return point_text(task, outcome.answer.values)


def point_text(task: Witness, values: Sequence[Formula]) -> str:
    """Write values of the quantities of a statement as values of the letters.

    Raises NoAnswer where that would not be read as these values.
    """
    bound = dict(zip((q.name for q in task.statement.quantities), values, strict=True))
    point = tuple(tuple(bound[name] for name in one.parts) for one in task.letters)
    text = named(task, tuple(values))
    if not _is_read(task.letters, task, text, point):
        raise NoAnswer("these values have no text that is read")
    return text


def _is_read(
    letters: tuple[Letter, ...], task: Witness, text: str, point: tuple[Vector, ...]
) -> bool:
    try:
        return read_point(letters, task.lexicon, text) == point
    except NotRead:
        return False


def failing(task: Axioms, outcome: Outcome) -> list[str]:
    """Give the obligations that fail, among those that are asked for."""
    if not isinstance(outcome.answer, Verdicts):
        raise NoAnswer("the obligations are not known")
    return [name for name in outcome.answer.failing if name in task.among]


def axioms_text(names: Sequence[str]) -> str:
    """Write obligations: axioms by their numbers, closure by its name."""
    words = (
        str(NUMBERED.index(x) + 1) if x in NUMBERED else x.replace("_", "-")
        for x in names
    )  # fmt: skip
    return ", ".join(words) or "none"


def reasons_for(task: Backed, word: str, settle: Settle) -> Iterator[str]:
    """Give the reasons of the list that prove this answer."""
    for one in task.reasons:
        if one.supports != word:
            continue
        outcome = settled(one.question, settle)
        if outcome.theorem is None or (outcome.verdict == "proved") != one.holds:
            continue
        if one.id != RELATION:
            yield one.id
        elif task.relation is not None:
            yield _relation(task.relation, settle)


def reason_for(task: Backed, word: str, settle: Settle) -> str:
    """Give a reason that proves this answer; nothing when none is asked for.

    Raises NoAnswer when one is asked for, and none of the list is right.
    """
    if all(one.supports != word for one in task.reasons):
        return ""
    found = next(reasons_for(task, word, settle), None)
    if found is None:
        raise NoAnswer("no reason of the list proves the answer")
    return found


def _relation(relation: Relation, settle: Settle) -> str:
    """Write coefficients with which the vectors add up to zero."""
    found = settle(BasisFor(Null(Transpose(Given(relation.rows))))).answer
    if not isinstance(found, Matrix) or not found.height:
        raise NoAnswer("there is no relation")
    return f"({', '.join(map(str, entries(found)[0]))})"


def _own_vector(request: Request, given: Mapping[str, str], settle: Settle) -> str:
    question = request.question
    match question, _decided(question, settle).answer:
        case ZeroOf(space), tuple() as vector:
            pass
        case NegativeOf(space), Opposite(_, vector):
            pass
        case _:
            raise NoAnswer("there is no such vector")
    text = vector_text(space, vector)
    try:
        again = read_value(space, lexicon_for(request, given), text)
    except (NotRead, KernelError):
        again = None
    if again != vector:
        raise NoAnswer("this vector has no text that is read")
    return text
