"""Elimination as one does it on paper: every line is proved, and none has needless fractions.

Over Q the rows are kept as integers: denominators are cleared first, a pivot of 1 or -1 is taken
where there is one, rows are combined crosswise where a factor would be a fraction, and pivots
become 1 only at the end. Over other fields each pivot is made 1 at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from exactspaces.errors import NoAnswer, TooLarge
from exactspaces.fields import Scalar, entries, matrix_from
from exactspaces.kernel import Matrix, Theorem
from exactspaces.questions import Combine, Multiply, Operation, RowReduction, Swap
from exactspaces.worked.arithmetic import Style, is_one, style_for
from exactspaces.worked.conditions import tidied
from exactspaces.worked.proofs import proved

MAX_HEIGHT, MAX_WIDTH = 12, 16
Row = Sequence[Scalar]


@dataclass(frozen=True)
class Line:
    """Row operations that are written on one arrow, and the theorem where they lead."""

    operations: tuple[Operation, ...]
    after: Matrix
    theorem: Theorem


@dataclass(frozen=True)
class Chain:
    """A row reduction: first to echelon form, then backward to the reduced form.

    `pivots` are columns counted from 0, one for each non-zero row among the columns looked at.
    """

    start: Matrix
    forward: tuple[Line, ...]
    backward: tuple[Line, ...]
    pivots: tuple[int, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.forward + self.backward

    @property
    def echelon(self) -> Matrix:
        """The matrix at the end of the forward phase."""
        return self.forward[-1].after if self.forward else self.start

    @property
    def end(self) -> Matrix:
        return self.lines[-1].after if self.lines else self.start

    @property
    def rank(self) -> int:
        return len(self.pivots)


def is_large(matrix: Matrix) -> bool:
    """Say whether a chain of such matrices would fill pages."""
    return matrix.height > MAX_HEIGHT or matrix.width > MAX_WIDTH


@dataclass
class _Sheet:
    """The paper: the matrix reached so far, and the lines that led to it."""

    matrix: Matrix
    style: Style
    lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rows = entries(self.matrix)

    def write(self, operations: Sequence[Operation]) -> None:
        """Carry out operations on one line; none: no line."""
        if not operations:
            return
        found = proved(RowReduction(self.matrix, tuple(operations)))
        self.matrix = tidied(found.answer)
        self.rows = entries(self.matrix)
        self.lines.append(Line(tuple(operations), self.matrix, found.theorem))


def reduce(matrix: Matrix, *, columns: int | None = None, forward_only: bool = False) -> Chain:
    """Reduce the matrix; pivots are looked for in the first `columns` columns.

    Raises TooLarge for matrices above 12 x 16, NoAnswer when an entry with parameters is neither
    known to vanish nor known not to.
    """
    if is_large(matrix):
        raise TooLarge(f"row reductions are written out up to {MAX_HEIGHT} x {MAX_WIDTH}")
    start = tidied(matrix)
    sheet = _Sheet(start, style_for(start.ring))
    pivots = _forward(sheet, start.width if columns is None else columns)
    forward = tuple(sheet.lines)
    if not forward_only:
        _backward(sheet, pivots)
    return Chain(start, forward, tuple(sheet.lines[len(forward) :]), pivots)


def _forward(sheet: _Sheet, columns: int) -> tuple[int, ...]:
    sheet.write([_multiply(i, x) for i, x in sheet.style.cleared(sheet.rows)])
    pivots: list[int] = []
    for column in range(columns):
        k = len(pivots)
        at = _choose(sheet, k, column)
        if at is None:
            continue
        if at != k:
            sheet.write([Swap(k + 1, at + 1)])
        _clear(sheet, range(k + 1, len(sheet.rows)), k, column)
        pivots.append(column)
    return tuple(pivots)


def _backward(sheet: _Sheet, pivots: Sequence[int]) -> None:
    for k in reversed(range(len(pivots))):
        _clear(sheet, range(k), k, pivots[k])
    leads = [(k, sheet.rows[k][column]) for k, column in enumerate(pivots)]
    sheet.write([_multiply(k, x.inverse()) for k, x in leads if not is_one(x)])


def _choose(sheet: _Sheet, k: int, column: int) -> int | None:
    """Choose the row of the pivot; None for a column of zeros."""
    candidates = [i for i in range(k, len(sheet.rows)) if sheet.rows[i][column]]
    ranked = [(sheet.style.cost(sheet.rows[i], column), i) for i in candidates]
    good = [(cost, i) for cost, i in ranked if cost is not None]
    if candidates and not good:
        raise NoAnswer("no entry of the column is known not to vanish")
    return min(good)[1] if good else None


def _clear(sheet: _Sheet, targets: Sequence[int], k: int, column: int) -> None:
    """Make the entries of the column zero in the target rows, with the help of row k."""
    targets = [i for i in targets if sheet.rows[i][column]]
    factor = sheet.style.before(sheet.rows[k], column)
    if targets and not is_one(factor):
        sheet.write([_multiply(k, factor)])
    operations: list[Operation] = []
    multiplied: list[int] = []
    pivot = sheet.rows[k][column]
    for i in targets:
        entry = sheet.rows[i][column]
        multiple, factor = sheet.style.crosswise(entry, pivot)
        if not is_one(multiple):
            operations.append(_multiply(i, multiple))
            multiplied.append(i)
        operations.append(Combine(i + 1, matrix_from(factor.ring, [[factor]]), k + 1))
    sheet.write(operations)
    shorter = [(i, sheet.style.shortened(sheet.rows[i])) for i in multiplied]
    sheet.write([_multiply(i, x) for i, x in shorter if not is_one(x)])


def _multiply(i: int, factor: Scalar) -> Multiply:
    return Multiply(i + 1, matrix_from(factor.ring, [[factor]]))
