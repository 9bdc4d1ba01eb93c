"""The judge of solution sets: which points an answer describes, not how it describes them."""

from exactspaces.fields import entries, matrix_from, number
from exactspaces.kernel import (
    Augmented,
    Equal,
    Given,
    Included,
    Matrix,
    Member,
    Null,
    Number,
    Scaled,
    Span,
)
from exactspaces.kernel.matrices import scalar
from exactspaces.marking.judging import Case, Judged, wrong
from exactspaces.questions import Consistent, NoSolution, SolutionSet, ring_of, shape_of
from exactspaces.reading.answers import NotRead
from exactspaces.reading.answers.affine_sets import Equations, Flat


def judge_affine(case: Case, answer: Flat | Equations | None) -> Judged:
    """Decide whether the answer is the set of all solutions."""
    question = case.question
    if not isinstance(question, SolutionSet):
        raise NotRead("input.wrong-sort", "a solution set is judged against a system")
    if answer is not None:
        case, answer = _over_one_ring(case, answer)
        question = case.question if isinstance(case.question, SolutionSet) else question
    system = question.matrix, question.right
    some = case.decide(Consistent(*system).claim, NoSolution(*system).claim)
    if some.right is None or answer is None:
        none = None if some.right is None else not some.right
        text = ("the system has solutions",) if none is False else ()
        return Judged(none, some.theorems, "", text)
    if isinstance(answer, Equations):
        return _judge_equations(case, question, answer, some)
    if not some.right:
        return wrong(some.theorems, "the system has no solution")
    _require_length(question, answer.point.height)
    lifted = Span(Given(lifted_rows(answer)))
    judged = case.decide(Equal(lifted, homogeneous(question)))
    return judged if judged.right is not False else _how_wrong(case, question, answer, judged)


def _over_one_ring(case: Case, answer: Flat | Equations) -> tuple[Case, Flat | Equations]:
    if isinstance(answer, Flat):
        case, (point, directions) = case.fitted_all(answer.point, answer.directions)
        return case, Flat(point, directions)
    case, (matrix, right) = case.fitted_all(answer.matrix, answer.right)
    return case, Equations(matrix, right, answer.worked_out)


def _require_length(question: SolutionSet, length: int) -> None:
    if shape_of(question.matrix).width != length:
        noun = "entry" if length == 1 else "entries"
        message = f"read as points with {length} {noun}; the solutions have another number"
        raise NotRead("input.wrong-length", message)


def homogeneous(question: SolutionSet) -> Null:
    """Give the space of all (s x, s) that stands for the solutions x."""
    minus = Number(scalar(ring_of(question), -1))
    return Null(Augmented(question.matrix, Scaled(minus, question.right)))


def lifted_rows(answer: Flat) -> Matrix:
    """Give the rows (d, 0) of the directions and (p, 1) of the point."""
    ring = answer.point.ring
    zero, one = number(ring, 0), number(ring, 1)
    rows = [[*row, zero] for row in entries(answer.directions)]
    point = [x for (x,) in entries(answer.point)]
    return matrix_from(ring, [*rows, [*point, one]], len(point) + 1)


def _judge_equations(case: Case, question: SolutionSet, answer: Equations, some: Judged) -> Judged:
    _require_length(question, answer.matrix.width)
    mine = SolutionSet(Given(answer.matrix), Given(answer.right))
    system = mine.matrix, mine.right
    solvable = case.decide(Consistent(*system).claim, NoSolution(*system).claim)
    if solvable.right is None or not (some.right and solvable.right):
        right = None if solvable.right is None else solvable.right == some.right
        return Judged(right, (*some.theorems, *solvable.theorems))
    if not answer.worked_out and not _is_solved(answer.matrix):
        raise NotRead("input.not-worked-out", "these are equations still to be solved")
    return case.decide(Equal(homogeneous(mine), homogeneous(question)))


def _is_solved(matrix: Matrix) -> bool:
    """Say whether each equation has a coordinate of its own."""
    columns = list(zip(*[[bool(x) for x in row] for row in entries(matrix)], strict=True))
    alone = {column.index(True) for column in columns if sum(column) == 1}
    return len(alone) == matrix.height


def _how_wrong(case: Case, question: SolutionSet, answer: Flat, judged: Judged) -> Judged:
    """Say whether points of the answer solve the system, and whether some are missing."""
    whole = homogeneous(question)
    inside = case.decide(Included(Span(Given(lifted_rows(answer))), whole))
    if inside.right:
        text = "every point of the answer is a solution, but there are more solutions"
        return wrong(judged.theorems, text)
    point = Given(lifted_rows(Flat(answer.point, answer.directions.with_rows(()))).transpose)
    solves = case.decide(Member(point, whole))
    text = (
        "the point is a solution, but a direction leads out of the solutions"
        if solves.right
        else "the point does not solve the system"
    )
    return wrong(inside.theorems, text)
