"""Answers to try about statements, spaces of one's own and proofs.

Wrong are: values for which the law holds, an axiom too few or too many, a line before one that it
needs, another expression in a gap, the other answer to yes or no, and a reason that is missing.
"""

from collections.abc import Iterator, Mapping

from exactspaces.errors import ExactSpacesError
from exactspaces.kernel import KernelError
from exactspaces.kernel.formulas import Constant
from exactspaces.kernel.replacing import replaced
from exactspaces.marking.formal.models import (
    axioms_text,
    failing,
    formal_model,
    ordered,
    point_text,
    reason_for,
    reasons_for,
    slots_text,
)
from exactspaces.marking.judging import Settle
from exactspaces.questions.formal import Closed
from exactspaces.reading.problems.model import Part
from exactspaces.reading.problems.tasks import Axioms, Backed, ProofOrder, ProofSlots, Witness
from exactspaces.reading.request import Request
from exactspaces.variants.stream import Stream
from exactspaces.variants.tries import MOST, Trial

_MOST_POINTS = 30


def formal_trial(
    part: Part, request: Request | None, given: Mapping[str, str], settle: Settle, chance: Stream
) -> Trial | None:
    """Give answers to try; None where no right answer is known."""
    try:
        key = formal_model(part, request, given, settle)
        same, wrong = _others(part, request, settle, chance)
    except (ExactSpacesError, KernelError):
        return None
    unlike = [x for x in dict.fromkeys(wrong) if x != key]
    return Trial(key, tuple(x for x in dict.fromkeys(same) if x != key), tuple(unlike[:MOST]))


def _others(
    part: Part, request: Request | None, settle: Settle, chance: Stream
) -> tuple[list[str], list[str]]:
    match part.answer.options.get("task"):
        case ProofOrder() as task:
            return [", ".join(ordered(task, last_first=True))], list(_other_orders(task))
        case ProofSlots() as task:
            return _filled(task)
        case Witness() as task:
            return [], list(_holding(task, settle, chance))
        case Axioms() as task if request is not None:
            names = failing(task, settle(request.question))
            others = [x for x in task.among if x not in names]
            wrong = [names[1:], [*names, *others[:1]], [*names[1:], *others[-1:]]]
            return [axioms_text(names[::-1])], [axioms_text(x) for x in wrong if x != names]
        case task if request is not None and _is_yes_no(part, request):
            return _words(task, request, settle)
    return [], []


def _is_yes_no(part: Part, request: Request) -> bool:
    return part.answer.kind == "yes-no" and request is not None


def _other_orders(task: ProofOrder) -> Iterator[str]:
    """Leave a line out, put one before a line that it needs, add one that does not belong."""
    order = ordered(task)
    lines = {one.id: one for one in task.lines}
    for name in order:
        for needed in lines[name].after[:1]:
            moved = [x for x in order if x != name]
            moved.insert(moved.index(needed), name)
            yield ", ".join(moved)
    yield ", ".join(order[:-1])
    for one in task.lines:
        if one.wrong:
            yield ", ".join([*order, one.id])


def _filled(task: ProofSlots) -> tuple[list[str], list[str]]:
    """Fill gaps by place, and put something else in one of them."""
    due = [" = ".join(one.due) for one in task.slots]
    same = ["; ".join(due)] if all(";" not in x for x in due) else []
    wrong = []
    for k, slot in enumerate(task.slots):
        if slot.sort == "reason":
            other = next((x for x in slot.among if x != slot.due[0]), "")
        else:
            other = " = ".join([*slot.due[:-1], f"({slot.due[-1]}) + 1"])
        if other:
            wrong.append(slots_text(task, [*due[:k], other, *due[k + 1 :]]))
    return same, wrong


def _holding(task: Witness, settle: Settle, chance: Stream) -> Iterator[str]:
    """Give values for which it is proved that the statement holds, or a clause does not."""
    field = task.lexicon.world.scalars if task.space is None else task.space.field
    names = [q.name for q in task.statement.quantities]
    conclusions = [x.conclusion for _, x in task.clauses] or [task.statement.conclusion]
    for k in range(_MOST_POINTS):
        values = [Constant(chance.between(-1, 2) if k else 0) for _ in names]
        bound = dict(zip(names, values, strict=True))
        verdicts = [settle(Closed(field, replaced(x, bound))).verdict for x in conclusions]
        if ("refuted" if task.clauses else "proved") not in verdicts:
            continue
        try:
            yield point_text(task, values)
        except ExactSpacesError:
            continue


def _words(task: object, request: Request, settle: Settle) -> tuple[list[str], list[str]]:
    """Say the other word; leave the reason out where one is asked for."""
    yes = settle(request.question).verdict == "proved"
    word, other = ("yes", "no") if yes else ("no", "yes")
    if not isinstance(task, Backed) or not reason_for(task, word, settle):
        return [word.upper()], [other]
    same = [f"{word}, because {x}" for x in reasons_for(task, word, settle)]
    return same, [word, other]
