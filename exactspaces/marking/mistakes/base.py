"""What a mistake is, and what builds wrong answers from what is given."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import Scalar, entries, matrix_from
from exactspaces.kernel import Given, KernelError, Matrix, Null, Pivots, ReducedEchelon, Span, Term
from exactspaces.kernel.matrices import equal
from exactspaces.marking.judging import Case
from exactspaces.questions import BasisFor, ValueOf

# What can go wrong when a wrong answer is built from what is not of the form that is expected.
FAULTS = (
    KernelError, ExactSpacesError, TypeError, ValueError, IndexError, KeyError, AttributeError,
    ZeroDivisionError,
)  # fmt: skip
# Some mistakes lead to many answers, such as all other orders of the columns.
_MOST_ANSWERS = 5


@dataclass(frozen=True)
class Scene:
    """A wrong answer and the question it was given to."""

    case: Case
    answer: Any

    def value(self, term: Term) -> Any:
        """Give the value of a term: a matrix, a number of columns, or rows of a basis.

        Raises NoValue when it is not found.
        """
        found = self.case.settle(ValueOf(term)).answer
        match found:
            case Given(matrix) | Span(Given(matrix)):
                return matrix
        inner = getattr(found, "value", getattr(found, "positions", None))
        if inner is None:
            raise NoValue
        return inner

    def basis(self, space: Term) -> Matrix:
        """Give a basis of a space."""
        found = self.case.settle(BasisFor(space)).answer
        if not isinstance(found, Matrix):
            raise NoValue
        return found

    def echelon(self, matrix: Term) -> "Reduced":
        """Give the reduced echelon form of a matrix with its pivots, from 0."""
        pivots = tuple(k - 1 for k in self.value(Pivots(matrix)))
        return Reduced(self.value(matrix), self.value(ReducedEchelon(matrix)), pivots)

    def same_span(self, rows: Matrix) -> bool:
        """Say whether the answer spans what these rows span."""
        return isinstance(self.answer, Matrix) and spans_equal(self, self.answer, rows)

    def same_matrix(self, matrix: Matrix) -> bool:
        """Say whether the answer is this matrix."""
        mine = self.answer
        same = isinstance(mine, Matrix) and mine.ring == matrix.ring
        return same and equal(mine, matrix)

    def same_list(self, rows: Matrix) -> bool:
        """Say whether the answer consists of these rows, in any order."""
        if not isinstance(self.answer, Matrix) or self.answer.shape != rows.shape:
            return False
        mine, theirs = map(listed, (self.answer, rows))
        return all(mine.count(row) == theirs.count(row) for row in mine)


@dataclass(frozen=True)
class Reduced:
    """A matrix, its reduced echelon form, and the pivot columns, from 0."""

    matrix: Matrix
    rref: Matrix
    pivots: tuple[int, ...]

    @property
    def free(self) -> tuple[int, ...]:
        """The columns without a pivot."""
        return tuple(j for j in range(self.matrix.width) if j not in self.pivots)


class NoValue(ExactSpacesError):
    """A wrong answer that cannot be built here."""


def part_of(found: object, name: str) -> Matrix:
    """Give a matrix of what was constructed.

    Raises NoValue when there is none of this name, or when what was asked for does not exist.
    """
    for part in getattr(found, "parts", ()):
        if (
            part.name == name
            and isinstance(part.value, Matrix)
            and not getattr(found, "missing", "")
        ):
            return part.value
    raise NoValue


Build = Callable[[Scene], Iterable[Any]]


@dataclass(frozen=True)
class Mistake:
    """A mistake: where it can happen, when an answer shows it, what is said, what it leads to.

    `build` gives answers that somebody gets by this mistake, as the reader of the kind would give
    them, from a scene whose answer is not looked at: perhaps none, and perhaps one that is right
    here by accident. It is None for a mistake without a typical answer. `within` names a more
    general mistake: what a problem file says of that one holds here as well.
    """

    id: str
    kinds: tuple[str, ...]
    text: str
    shows: Callable[[Scene], bool]
    build: Build | None = None
    within: str = ""

    def is_in(self, scene: Scene) -> bool:
        """Say whether the answer is what the mistake leads to."""
        if scene.case.kind not in self.kinds:
            return False
        if scene.case.kind == "subspace" and not isinstance(scene.answer, Matrix):
            return False
        try:
            return self.shows(scene)
        except FAULTS:
            return False

    @property
    def names(self) -> tuple[str, ...]:
        """Its own name, and that of the more general mistake."""
        return (self.id, self.within) if self.within else (self.id,)

    def answers(self, case: Case) -> tuple[Any, ...]:
        """Give the first of the answers that the mistake leads to; perhaps there are none."""
        if case.kind not in self.kinds or self.build is None:
            return ()
        try:
            return tuple(islice(self.build(Scene(case, None)), _MOST_ANSWERS))
        except FAULTS:
            return ()


def single(make: Callable[[Scene], Any]) -> Build:
    """Build one answer; `make` raises NoValue where there is none."""

    def build(scene: Scene) -> Iterator[Any]:
        yield make(scene)

    return build


@dataclass(frozen=True)
class Hit:
    """A mistake that was found, with the names by which a problem file can mean it."""

    id: str
    text: str
    names: tuple[str, ...]


def listed(matrix: object) -> list[tuple[Scalar, ...]]:
    """Give the rows as tuples of numbers.

    Raises NoValue for what is no matrix.
    """
    if not isinstance(matrix, Matrix):
        raise NoValue
    return [tuple(row) for row in entries(matrix)]


def spans_equal(scene: Scene, a: Matrix, b: Matrix) -> bool:
    """Say whether two lists of rows span the same."""
    if a.width != b.width or a.ring != b.ring:
        return False
    found = scene.value(ReducedEchelon(Given(a))), scene.value(ReducedEchelon(Given(b)))
    tops = [[row for row in listed(m) if any(row)] for m in found]
    return tops[0] == tops[1]


def rows_matrix(like: Matrix, rows: Iterator[tuple[Scalar, ...]] | list[Any]) -> Matrix:
    """Give a matrix with these rows over the ring of another."""
    made = [list(row) for row in rows]
    return matrix_from(like.ring, made, len(made[0]) if made else like.width)


def null_vectors(reduced: Reduced) -> list[tuple[Scalar, ...]]:
    """Give one special solution for each free column."""
    rows = entries(reduced.rref)
    zero = rows[0][0] - rows[0][0] if rows and rows[0] else None
    if zero is None:
        raise NoValue
    out = []
    for free in reduced.free:
        vector = [zero] * reduced.matrix.width
        vector[free] = zero + 1
        for row, pivot in zip(rows, reduced.pivots, strict=False):
            vector[pivot] = -row[free]
        out.append(tuple(vector))
    return out


def null_of(space: Term) -> Term:
    """Give the matrix whose null space a term names."""
    if isinstance(space, Null):
        return space.matrix
    raise NoValue
