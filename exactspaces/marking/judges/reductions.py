"""The judge of row reductions: line by line, up to the first wrong one."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import entries
from exactspaces.kernel import Equal, Given, KernelError, Matrix, Span, Theorem
from exactspaces.kernel.matrices import equal
from exactspaces.marking.judges.row_operations import start_of
from exactspaces.marking.judges.slips import Line, Slip, carried_out, slip_in
from exactspaces.marking.judging import Case
from exactspaces.questions import Operation, RowReduction, ValueOf, ring_of
from exactspaces.reading.answers import NotRead
from exactspaces.reading.answers.reductions import Step, carried_step, factors_of


@dataclass(frozen=True)
class Followed:
    """How far a reduction is sound, whether it reaches the target, and the first slip."""

    sound: int
    lines: int
    reached: bool | None
    slip: Slip | None = None
    at: str = ""
    theorems: tuple[Theorem, ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def is_right(self) -> bool:
        """Say whether every line is sound and the last matrix is what is due."""
        return self.slip is None and self.reached is True

    def share(self, credit: "dict[str, Fraction]") -> Fraction:
        """Give the share of the points that the problem file sets out."""
        lines = credit.get("sound_lines", Fraction(0)) * Fraction(self.sound, max(self.lines, 1))
        return lines + (credit.get("target", Fraction(0)) if self.reached else 0)


def follow(case: Case, steps: tuple[Step, ...]) -> Followed:
    """Follow a reduction line by line.

    Raises NotRead for what cannot be judged: matrices of another size, rows that do not exist.
    """
    case, steps = _over_one_ring(case, steps)
    start = start_of(case)
    if equal_matrices(steps[0].matrix, start) and not steps[0].operations:
        steps = steps[1:]
    before, theorems = start, []
    shift = 2 if len(steps) else 1
    for number, step in enumerate(steps):
        if step.matrix.shape != start.shape:
            raise NotRead("input.wrong-size", "a matrix has another size than the one to reduce")
        slip, theorem, note = _line(case, before, step)
        if theorem is not None:
            theorems.append(theorem)
        if slip is not None:
            at = f"matrix {number + shift}, row {slip.row}" if slip.row else f"matrix {number + 2}"
            reached = _reached(case, steps[-1].matrix)[0]
            lead = f"{at}: {slip.text}"
            return Followed(number, len(steps), reached, slip, at, tuple(theorems), (lead, *note))
        before = step.matrix
    reached, proof, why = _reached(case, before)
    proofs = (*theorems, *((proof,) if proof else ()))
    return Followed(len(steps), len(steps), reached, None, "", proofs, why)


def equal_matrices(a: Matrix, b: Matrix) -> bool:
    """Say whether two matrices have one shape and the same entries."""
    return a.shape == b.shape and a.ring == b.ring and equal(a, b)


def _over_one_ring(case: Case, steps: tuple[Step, ...]) -> tuple[Case, tuple[Step, ...]]:
    """Give question and lines over one ring; a factor may lie in a larger one than its lines."""
    factors = [x for s in steps for group in s.operations for x in factors_of(group)]
    case, _ = case.fitted_all(*(s.matrix for s in steps), *factors)
    return case, tuple(carried_step(s, ring_of(case.question)) for s in steps)


def _line(
    case: Case, before: Matrix, step: Step
) -> tuple[Slip | None, Theorem | None, tuple[str, ...]]:
    """Judge one line: what is stated has to lead exactly there."""
    most = case.options.get("ops_per_line")
    if most is not None and len(step.operations) > most:
        raise NotRead("input.too-many", f"at most {most} operations are stated for one line")
    if not step.operations:
        return _unstated(case, before, step.matrix)
    operations = tuple(chain.from_iterable(step.operations))
    try:
        due = carried_out(before, operations)
    except (ExactSpacesError, KernelError) as error:
        raise NotRead("input.no-such-row", str(error)) from error
    if equal(due, step.matrix):
        return None, _proof(case, before, operations), ()
    slip = slip_in(Line(before, operations, due, step.matrix))
    return slip, None, ()


def _proof(case: Case, before: Matrix, operations: tuple[Operation, ...]) -> Theorem | None:
    return case.settle(RowReduction(before, operations)).theorem


def _unstated(
    case: Case, before: Matrix, after: Matrix
) -> tuple[Slip | None, Theorem | None, tuple[str, ...]]:
    """Judge a line without operations: the row space has to stay."""
    judged = case.decide(Equal(Span(Given(after)), Span(Given(before))))
    theorem = judged.theorems[0] if judged.theorems else None
    if case.options.get("ops") == "required" and not equal(before, after):
        text = "no operation is stated; write between the matrices what was done"
        return Slip("step.unstated", text, 0), theorem, ()
    if judged.right:
        return None, theorem, ()
    text = "no row operations lead to this matrix: the row space is another"
    return Slip("step.unsound", text, 0), theorem, ()


def _reached(case: Case, last: Matrix) -> tuple[bool | None, Theorem | None, tuple[str, ...]]:
    """Say whether the last matrix is the target, and what it lacks."""
    if not isinstance(case.question, ValueOf):
        return None, None, ()
    judged = case.decide(Equal(case.question.term, Given(last)))
    theorem = judged.theorems[0] if judged.theorems else None
    return judged.right, theorem, () if judged.right else (lacking(last),)


def lacking(matrix: Matrix) -> str:
    """Name the first thing that a matrix lacks for being reduced, by its cell."""
    rows = entries(matrix)
    previous = -1
    for i, row in enumerate(rows, 1):
        lead = next((j for j, x in enumerate(row) if x), None)
        if lead is None:
            below = any(any(other) for other in rows[i:])
            if below:
                return f"row {i} is a row of zeros, and rows that are not zero stand below it"
            continue
        if lead <= previous:
            return f"row {i}: the leading entry is not to the right of the one above"
        if row[lead] != row[lead] ** 0:
            return f"row {i}, column {lead + 1}: the leading entry is {row[lead]}, and 1 is due"
        others = [k for k, other in enumerate(rows, 1) if k != i and other[lead]]
        if others:
            cell = f"row {others[0]}, column {lead + 1}"
            return f"{cell}: 0 is due above and below a leading entry"
        previous = lead
    return "the matrix is reduced, but it is not the reduced form of the one that was given"
