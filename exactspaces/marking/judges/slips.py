"""The slip in a line of a row reduction: what was done instead of what is stated."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.kernel import KernelError, Matrix
from exactspaces.kernel.matrices import equal
from exactspaces.questions import Combine, Multiply, Operation, Swap
from exactspaces.questions.operations import apply

Rows = list[list[Scalar]]
_MOST_CELLS = 2


@dataclass(frozen=True)
class Slip:
    """A named slip, what is said, and the row that it is in, from 1."""

    id: str
    text: str
    row: int


@dataclass(frozen=True)
class Line:
    """The matrix before, the operations stated, what they lead to, and what was written."""

    before: Matrix
    operations: tuple[Operation, ...]
    due: Matrix
    written: Matrix

    @property
    def row(self) -> int:
        """The first row that is wrong, from 1; 0 when there is none."""
        pairs = zip(entries(self.due), entries(self.written), strict=True)
        return next((i for i, (a, b) in enumerate(pairs, 1) if a != b), 0)

    def is_written(self, rows: Rows) -> bool:
        """Say whether this is what was written."""
        return entries(self.written) == rows


def carried_out(matrix: Matrix, operations: Sequence[Operation]) -> Matrix:
    """Carry out operations one after the other."""
    for operation in operations:
        matrix = apply(operation, matrix)
    return matrix


def slip_in(line: Line) -> Slip:
    """Name what went wrong in a line; the most special slip that leads exactly there."""
    for method in _METHODS:
        try:
            found = method(line)
        except (ExactSpacesError, KernelError, IndexError):
            found = None
        if found is not None:
            return found
    text = "the operations that are stated do not lead to this matrix"
    return Slip("step.unstated", text, line.row)


def _factors(line: Line) -> Slip | None:
    """Find another factor in one of the operations: the sign, or a wrong multiple."""
    for k, operation in enumerate(line.operations):
        if isinstance(operation, Swap) or not isinstance(operation, Combine | Multiply):
            continue
        used = _factor_used(line, k, operation)
        if used is None:
            continue
        due = entries(operation.factor)[0][0]
        if used == -due:
            text = f"this is what one gets with the factor {used} for {due}: the sign is the other"
            return Slip("step.sign", text, line.row)
        text = f"this is what one gets with the factor {used} for {due}"
        return Slip("step.multiplier", text, line.row)
    return None


def _factor_used(line: Line, k: int, operation: "Combine | Multiply") -> Scalar | None:
    """Solve for the factor; what comes out depends on it linearly."""
    ring = line.before.ring

    def result(factor: int) -> Rows:
        made = replace(operation, factor=matrix_from(ring, [[number(ring, factor)]]))
        changed = (*line.operations[:k], made, *line.operations[k + 1 :])
        return entries(carried_out(line.before, changed))

    # A factor 0 is no operation for `apply`, so that two others give the line through them.
    low, high = (
        (result(1), entries(line.due))
        if isinstance(operation, Multiply)
        else (result(0), result(1))
    )
    base = entries(operation.factor)[0][0] if isinstance(operation, Multiply) else number(ring, 1)
    start = number(ring, 1) if isinstance(operation, Multiply) else number(ring, 0)
    written = entries(line.written)
    cells = [(i, j) for i, row in enumerate(low) for j in range(len(row))]
    moving = [(i, j) for i, j in cells if low[i][j] != high[i][j]]
    if not moving or base == start:
        return None
    i, j = moving[0]
    share = (written[i][j] - low[i][j]) / (high[i][j] - low[i][j])
    if any(written[i][j] != low[i][j] + share * (high[i][j] - low[i][j]) for i, j in cells):
        return None
    return start + share * (base - start)


def _simultaneous(line: Line) -> Slip | None:
    """Find out whether all operations used the rows as they were before the line."""
    if len(line.operations) < 2:
        return None
    rows = entries(line.before)
    for operation in line.operations:
        after = entries(apply(operation, line.before))
        targets = (
            (operation.first, operation.second)
            if isinstance(operation, Swap)
            else ((getattr(operation, "row", 1),))
        )
        for i in targets:
            rows[i - 1] = after[i - 1]
    if not line.is_written(rows):
        return None
    text = "this is what one gets by using the old rows in all operations; they go one by one"
    return Slip("step.simultaneous", text, line.row)


def _wrong_target(line: Line) -> Slip | None:
    """Find out whether the result was written into another row."""
    if len(line.operations) != 1 or not isinstance(line.operations[0], Combine):
        return None
    operation, rows = line.operations[0], entries(line.before)
    rows[operation.source - 1] = entries(line.due)[operation.row - 1]
    if not line.is_written(rows):
        return None
    text = f"the result stands in row {operation.source}, and row {operation.row} was to change"
    return Slip("step.wrong-target", text, line.row)


def _partial_row(line: Line) -> Slip | None:
    """Find out whether the last column stayed as it was."""
    before, due = entries(line.before), entries(line.due)
    rows = [row[:-1] + old[-1:] for row, old in zip(due, before, strict=True)]
    if rows == due or not line.is_written(rows):
        return None
    return Slip("step.partial-row", "the last column was not changed with the others", line.row)


def _entry(line: Line) -> Slip | None:
    """Find one or two cells with another number."""
    due, written = entries(line.due), entries(line.written)
    cells = [(i, j) for i, row in enumerate(due) for j, x in enumerate(row) if x != written[i][j]]
    if not 1 <= len(cells) <= _MOST_CELLS:
        return None
    told = (
        f"row {i + 1}, column {j + 1}: {written[i][j]} is written, {due[i][j]} is due"
        for i, j in cells
    )
    return Slip("step.entry", "; ".join(told), cells[0][0] + 1)


def _column(line: Line) -> Slip | None:
    """Find out whether columns were changed instead of rows."""
    after = carried_out(line.before.transpose, line.operations).transpose
    if not equal(after, line.written):
        return None
    text = "columns were changed instead of rows; that does not keep the solutions"
    return Slip("step.column-op", text, line.row)


_METHODS: tuple[Callable[[Line], Slip | None], ...] = (
    _simultaneous,
    _wrong_target,
    _partial_row,
    _column,
    _factors,
    _entry,
)
