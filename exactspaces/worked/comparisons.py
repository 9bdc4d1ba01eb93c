"""Solutions that compare two real numbers: the values, their difference, and its squares."""

from collections.abc import Iterator

from exactspaces.fields import Scalar, entries, entry
from exactspaces.kernel import AllOf, Count, Equal, Matrix, Number, Term, check
from exactspaces.questions.comparisons import Comparison, rounded
from exactspaces.questions.constructions import Construct, Construction
from exactspaces.questions.shapes import shape_of
from exactspaces.rendering.documents import Block, Paragraph
from exactspaces.rendering.formulas import Formula, Group, Join, Num, Raised, Words
from exactspaces.rendering.grouping import ATOM, grouped, level
from exactspaces.solvers.constructions import evidence_for
from exactspaces.worked import constructions
from exactspaces.worked.proofs import proved
from exactspaces.worked.work import Work


def compare(work: Work, question: Comparison) -> None:
    """Work out both sides, and write the difference as a sum of squares."""
    answer: Construct = proved(question).answer
    sides = (question.left, answer["left"]), (question.right, answer["right"])
    for side, value in reversed(sides) if question.turned else sides:
        _worked_out(work, side, value)
    *_, difference, independent = question.lines((), answer)
    claim = difference.claim
    if not any(part.name == "squares" for part in answer.parts):
        claim = independent.claim  # the last line alone says that both sides are equal
        work.rests_on(check(claim, evidence_for(claim)), "Both sides are equal.")
        return
    claim = AllOf((claim, independent.claim))
    said = "The difference is a sum of squares that are not all 0, so it is positive"
    if all(rounded(x) == str(x) for x in _shown(answer)):
        work.say(f"{said}:")
        work.show(_as_squares(answer))
    else:
        work.say(f"{said}; its numbers are too long to be written out here.")
    work.rests_on(check(claim, evidence_for(claim)))


def _worked_out(work: Work, side: Term | Construction, value: Matrix) -> None:
    if isinstance(side, Construction):
        constructions.explain(work, side)
    elif not isinstance(side, Number | Count):
        before = len(work.steps)
        work.value(side)
        if len(work.steps) > before:
            return  # the last step says what the value is
        found = entry(value)
        counted = shape_of(side).sort == "count" and found.fraction is not None
        literal = Count(int(found.fraction or 0)) if counted else Number(value)
        work.fact(Equal(side, literal), work.claim(Equal(side, literal)), ".")


def _shown(answer: Construct) -> Iterator[Scalar]:
    yield from (entry(answer[name]) for name in ("left", "right"))
    yield from (x for (x,) in entries(answer["squares"]))


def _as_squares(answer: Construct) -> Formula:
    """Give larger - smaller = s^2 + ... with the numbers that were found."""
    small, large = (_num(answer[name]) for name in ("left", "right"))
    if answer.missing:
        small, large = large, small
    squares = [Raised(_base(Num(x)), Num(2)) for (x,) in entries(answer["squares"]) if x]
    total = squares[0] if len(squares) == 1 else Join("+", tuple(squares))
    return Join("=", (Join("-", (large, small)), total))


def _base(formula: Formula) -> Formula:
    return formula if level(grouped(formula)) == ATOM else Group(formula)


def _num(value: Matrix) -> Formula:
    text = rounded(entry(value))
    return Num(entry(value)) if text == str(entry(value)) else Words(text)


def verdict_blocks(question: Comparison, answer: Construct) -> tuple[Block, ...]:
    """Give the values in their order, and whether the claim holds, as the last line."""
    names = ("right", "left") if question.turned else ("left", "right")
    values = tuple(_num(answer[name]) for name in names)
    relation = "="
    if any(part.name == "squares" for part in answer.parts):
        relation = "<" if bool(answer.missing) == question.turned else ">"
    said = "does not hold" if answer.missing else "holds"
    return (Paragraph(("Result: ", Join(relation, values), f", so the claim {said}.")),)
