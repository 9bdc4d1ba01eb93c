"""What there is to choose from in a part: lines of a proof, reasons, what may stand in a gap."""

from collections.abc import Callable

from exactspaces.reading.problems.model import Part
from exactspaces.reading.problems.tasks import Backed, ProofLine, ProofOrder, ProofSlots, Reason
from exactspaces.reading.problems.texts import Text
from exactspaces.rendering.documents import Block, Items, Paragraph, Pieces

Write = Callable[[Text], Pieces]


def choice_blocks(part: Part, write: Write) -> tuple[Block, ...]:
    """Give the lists that belong to what is asked; `write` sets a text of the file."""
    match part.answer.options.get("task"):
        case ProofOrder() as task:
            return (Items(tuple((f"{one.id}: ", *write(one.text)) for one in shuffled(task))),)
        case ProofSlots(slots):
            chosen = [one for one in slots if one.sort == "reason"]
            return tuple(
                Paragraph((f"For [{one.id}] choose one of: {numbered(one.among)}.",))
                for one in chosen
            )
        case Backed(reasons) if any(map(_is_own, reasons)):
            items = tuple((f"{one.id}: {one.text}",) for one in reasons)
            return (Paragraph(("Reasons to choose from:",)), Items(items))
    return ()


def _is_own(reason: Reason) -> bool:
    return reason.holds and bool(reason.supports) and reason.id != "dependence-relation"


def numbered(texts: tuple[str, ...]) -> str:
    """Write a list with numbers, which can be given instead of the texts."""
    return "; ".join(f"{k} {text}" for k, text in enumerate(texts, 1))


def shuffled(task: ProofOrder) -> tuple[ProofLine, ...]:
    """Give the lines by their names, which tells nothing about the order."""
    return tuple(sorted(task.lines, key=lambda one: one.id))


def right_order(task: ProofOrder) -> tuple[str, ...]:
    """Give the names of the lines of the proof in an order that respects what they need."""
    left, done = [one for one in task.lines if not one.wrong], list[str]()
    while left:
        line = next(one for one in left if set(one.after) <= set(done))
        left.remove(line)
        done.append(line.id)
    return tuple(done)
