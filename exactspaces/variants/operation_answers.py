"""Row operations to try: those that lead to what is due, more of them, and one too few."""

from collections.abc import Iterator

from exactspaces.fields import entries, matrix_from, number
from exactspaces.kernel import Given, Matrix
from exactspaces.kernel.matrices import equal
from exactspaces.marking.judges.forms import not_echelon
from exactspaces.marking.judges.row_operations import start_of, target_of
from exactspaces.marking.judges.slips import carried_out
from exactspaces.marking.judging import Case
from exactspaces.questions import Combine, Multiply, Operation, Swap, ValueOf
from exactspaces.reading.answers.operations import MOST
from exactspaces.variants.stream import Stream
from exactspaces.variants.tries import Tries
from exactspaces.worked import elimination

Steps = tuple[Operation, ...]


def operations(case: Case, chance: Stream) -> Tries:
    """Give operations that lead to the target, others that do as well, and some that do not.

    Raises TypeError where none are found that are few enough.
    """
    start, to, most = start_of(case), case.options.get("to", "rref"), case.options.get("most")
    target = _target(case, start, to)
    due = _single(start, target) or (*_steps(start), *_back(_steps(target)))
    if len(due) > (MOST if most is None else most):
        raise TypeError("the operations that are found are more than are allowed")
    same = [x for x in _longer(start, due, chance) if len(x) <= (MOST if most is None else most)]
    tried = [due[:-1], (*due, *_doubled(target, chance)), ()]
    wrong = [x for x in tried if not _reaches(carried_out(start, x), target, to)]
    return due, list(same), list(wrong)


def _target(case: Case, start: Matrix, to: str) -> Matrix:
    if to == "ref":
        return elimination.reduce(start, forward_only=True).end
    found = case.settle(ValueOf(target_of(case, to))).answer
    if not isinstance(found, Given):
        raise TypeError("the matrix that is due is not known")
    return found.matrix


def _reaches(matrix: Matrix, target: Matrix, to: str) -> bool:
    return not not_echelon(matrix) if to == "ref" else equal(matrix, target)


def _steps(matrix: Matrix) -> Steps:
    lines = elimination.reduce(matrix).lines
    return tuple(one for line in lines for one in line.operations)


def _back(steps: Steps) -> Iterator[Operation]:
    """Undo operations."""
    for one in reversed(steps):
        match one:
            case Multiply(row, factor):
                inverse = entries(factor)[0][0].inverse()
                yield Multiply(row, matrix_from(factor.ring, [[inverse]], 1))
            case Combine(row, factor, source):
                negative = -entries(factor)[0][0]
                yield Combine(row, matrix_from(factor.ring, [[negative]], 1), source)
            case _:
                yield one


def _single(start: Matrix, target: Matrix) -> Steps:
    """Find the one operation that leads to the target; none when it takes more."""
    rows, due = entries(start), entries(target)
    off = [k for k, (row, other) in enumerate(zip(rows, due, strict=True)) if row != other]
    if len(off) == 2 and rows[off[0]] == due[off[1]] and rows[off[1]] == due[off[0]]:
        return (Swap(off[0] + 1, off[1] + 1),)
    if len(off) != 1:
        return ()
    (k,) = off
    for source, row in enumerate(rows):
        moved = due[k] if source == k else [y - x for x, y in zip(rows[k], due[k], strict=True)]
        lead = next((j for j, x in enumerate(row) if x), None)
        if lead is None or not moved[lead] or moved != [moved[lead] / row[lead] * x for x in row]:
            continue
        factor = matrix_from(start.ring, [[moved[lead] / row[lead]]], 1)
        return (Multiply(k + 1, factor) if source == k else Combine(k + 1, factor, source + 1),)
    return ()


def _longer(start: Matrix, due: Steps, chance: Stream) -> Iterator[Steps]:
    """Put operations first that undo one another."""
    if start.height > 1:
        i, j = chance.some(range(1, start.height + 1), 2)
        one = matrix_from(start.ring, [[number(start.ring, 1)]], 1)
        added = Combine(i, one, j)
        yield (Swap(i, j), Swap(i, j), *due)
        yield (added, *_back((added,)), *due)


def _doubled(target: Matrix, chance: Stream) -> Steps:
    """Add a row that is not zero to another one."""
    full = [k for k, row in enumerate(entries(target), 1) if any(row)]
    if not full or target.height == 1:
        return ()
    source = chance.one_of(full)
    row = chance.one_of([k for k in range(1, target.height + 1) if k != source])
    one = matrix_from(target.ring, [[number(target.ring, 1)]], 1)
    return (Combine(row, one, source),)
