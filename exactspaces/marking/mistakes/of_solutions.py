"""Mistakes with solution sets, and with yes and no about independence."""

from itertools import combinations, permutations

from exactspaces.fields import Scalar, entries
from exactspaces.kernel import AllOf, Given, Independent, Matrix, Member, Null, Rank, Span
from exactspaces.kernel.matrices import equal, is_zero, minus, plus, scalar, scaled, times
from exactspaces.marking.judges.affine import homogeneous, lifted_rows
from exactspaces.marking.mistakes.base import (
    Mistake,
    NoValue,
    Scene,
    listed,
    null_vectors,
    rows_matrix,
    single,
    spans_equal,
)
from exactspaces.questions import AffineSet, Decision, SolutionSet
from exactspaces.reading.answers.affine_sets import Flat

_AFFINE, _YES_NO = ("affine-set",), ("yes-no",)
_MOST_PERMUTED = 5


def _system(scene: Scene) -> tuple[Matrix, Matrix, Flat]:
    question = scene.case.question
    if not isinstance(question, SolutionSet) or not isinstance(scene.answer, Flat):
        raise NoValue
    return scene.value(question.matrix), scene.value(question.right), scene.answer


def _directions(flat: Flat) -> list[tuple[Scalar, ...]]:
    return [row for row in listed(flat.directions) if any(row)]


def _solves(matrix: Matrix, right: Matrix, point: Matrix) -> bool:
    return equal(times(matrix, point), right)


def _particular_only(scene: Scene) -> bool:
    matrix, right, answer = _system(scene)
    alone = not _directions(answer) and _solves(matrix, right, answer.point)
    return alone and scene.basis(Null(Given(matrix))).height > 0


def _free_zero(scene: Scene) -> bool:
    matrix, _, answer = _system(scene)
    free = scene.echelon(Given(matrix)).free
    return _particular_only(scene) and is_zero(answer.point.select(free))


def _no_particular(scene: Scene) -> bool:
    matrix, right, answer = _system(scene)
    if is_zero(right) or not is_zero(answer.point):
        return False
    return spans_equal(scene, answer.directions, scene.basis(Null(Given(matrix))))


def _swapped(scene: Scene) -> bool:
    matrix, right, answer = _system(scene)
    directions = _directions(answer)
    if len(directions) != 1 or is_zero(right):
        return False
    direction = rows_matrix(answer.directions, directions).transpose
    return _solves(matrix, right, direction) and is_zero(times(matrix, answer.point))


def _sign(scene: Scene) -> bool:
    matrix, right, answer = _system(scene)
    pivots = scene.echelon(Given(matrix)).pivots
    if not _directions(answer) or not _solves(matrix, right, answer.point):
        return False
    rows = [
        tuple(-x if j in pivots else x for j, x in enumerate(row)) for row in _directions(answer)
    ]
    flipped = rows_matrix(answer.directions, rows)
    return spans_equal(scene, flipped, scene.basis(Null(Given(matrix))))


def _wrong_order(scene: Scene) -> bool:
    _, _, answer = _system(scene)
    n, question = answer.point.height, scene.case.question
    if n > _MOST_PERMUTED or not isinstance(question, SolutionSet):
        return False
    due, mine = scene.basis(homogeneous(question)), lifted_rows(answer)
    orders = (p for p in permutations(range(n)) if p != tuple(range(n)))
    return any(spans_equal(scene, mine.columns((*p, n)), due) for p in orders)


def _missing_direction(scene: Scene) -> bool:
    matrix, right, answer = _system(scene)
    inside = is_zero(times(matrix, answer.directions.transpose))
    return bool(_directions(answer)) and inside and _solves(matrix, right, answer.point)


def _count(scene: Scene) -> bool:
    """Say whether "no solution" and a set were exchanged."""
    return isinstance(scene.case.question, SolutionSet) and (
        (scene.answer is None) != (scene.case.key.answer is None)
    )


def _vectors(scene: Scene) -> Matrix:
    """Give the vectors of a claim of independence that is false."""
    question = scene.case.question
    if not isinstance(question, Decision) or scene.answer is not True:
        raise NoValue
    match question.positive:
        case Independent(vectors) | AllOf((Independent(vectors), *_)):
            found: Matrix = scene.value(vectors)
            return found
    raise NoValue


def _enough(scene: Scene) -> bool:
    vectors = _vectors(scene)
    rank: int = scene.value(Rank(Given(vectors)))
    return rank < vectors.height and vectors.height >= vectors.width


def _pairwise(scene: Scene) -> bool:
    vectors = _vectors(scene)
    if not 3 <= vectors.height <= 12:
        return False
    pairs = combinations(range(vectors.height), 2)
    return all(scene.value(Rank(Given(vectors.select(p)))) == 2 for p in pairs)


def _zero_space(scene: Scene) -> bool:
    """Say whether membership was denied that holds in sight: the zero vector."""
    question = scene.case.question
    match question:
        case Decision(Member(vector, Span())) if scene.answer is False:
            return not any(x for (x,) in entries(scene.value(vector)))
    return False


# What the mistakes lead to.


def _solved(scene: Scene) -> tuple[Matrix, Matrix, Matrix]:
    """Give the matrix of a system with solutions, a solution, and the directions."""
    question, key = scene.case.question, scene.case.key.answer
    if not isinstance(question, SolutionSet) or not isinstance(key, AffineSet):
        raise NoValue
    return scene.value(question.matrix), key.particular, key.directions


def _make_free_zero(scene: Scene) -> Flat:
    """Give the solution whose free variables are all 0."""
    matrix, point, directions = _solved(scene)
    found = scene.echelon(Given(matrix))
    if not found.free:
        raise NoValue
    for free, vector in zip(found.free, null_vectors(found), strict=True):
        steps = times(rows_matrix(point, [vector]).transpose, point.select((free,)))
        point = minus(point, steps)
    return Flat(point, directions.with_rows(()))


def _make_particular_only(scene: Scene) -> Flat:
    """Give the solution whose free variables are all 1."""
    flat = _make_free_zero(scene)
    point = flat.point
    for vector in null_vectors(scene.echelon(Given(_solved(scene)[0]))):
        point = plus(point, rows_matrix(point, [vector]).transpose)
    return Flat(point, flat.directions)


def _make_no_particular(scene: Scene) -> Flat:
    _, point, directions = _solved(scene)
    if not directions.height or is_zero(point):
        raise NoValue
    return Flat(scaled(scalar(point.ring, 0), point), directions)


def _make_swapped(scene: Scene) -> Flat:
    _, point, directions = _solved(scene)
    if directions.height != 1 or is_zero(point):
        raise NoValue
    return Flat(directions.transpose, point.transpose)


def _make_sign(scene: Scene) -> Flat:
    matrix, point, directions = _solved(scene)
    found = scene.echelon(Given(matrix))
    rows = [
        tuple(-x if j in found.pivots else x for j, x in enumerate(row))
        for row in null_vectors(found)
    ]
    if not rows:
        raise NoValue
    return Flat(point, rows_matrix(directions, rows))


def _make_missing_direction(scene: Scene) -> Flat:
    _, point, directions = _solved(scene)
    if directions.height < 2:
        raise NoValue
    return Flat(point, directions.select(range(directions.height - 1)))


def _make_count(scene: Scene) -> None:
    _solved(scene)


def _make_wrong_order(scene: Scene) -> Flat:
    _, point, directions = _solved(scene)
    backwards = range(point.height - 1, -1, -1)
    return Flat(point.select(backwards), directions.columns(backwards))


SOLUTION_MISTAKES = (
    Mistake("affine.free-zero", _AFFINE, "this is the one solution whose free variables are all "
            "0; each of them may take any value",
            _free_zero, single(_make_free_zero), within="affine.particular-only"),
    Mistake("affine.particular-only", _AFFINE, "this is one solution of several; the solutions of "
            "the homogeneous system are missing",
            _particular_only, single(_make_particular_only)),
    Mistake("affine.no-particular", _AFFINE, "these are the solutions of the homogeneous system; "
            "a particular solution is missing", _no_particular, single(_make_no_particular)),
    Mistake("affine.swapped", _AFFINE, "this is what one gets by exchanging point and direction",
            _swapped, single(_make_swapped)),
    Mistake("affine.sign", _AFFINE, "this is what one gets by leaving the pivot coordinates of a "
            "direction with their sign; moved to the other side it changes",
            _sign, single(_make_sign)),
    Mistake("affine.missing-direction", _AFFINE, "this is what one gets by forgetting a free "
            "variable", _missing_direction, single(_make_missing_direction)),
    Mistake("affine.count", _AFFINE, "this is what one gets by misreading a row of zeros: 0 = 0 "
            "says nothing, 0 = 1 says that there is no solution", _count, single(_make_count)),
    Mistake("affine.wrong-order", _AFFINE, "the coordinates are right, but in another order",
            _wrong_order, single(_make_wrong_order)),
    Mistake("indep.count", _YES_NO, "this is what one gets by counting: as many vectors as "
            "entries can still be dependent", _enough),
    Mistake("indep.pairwise", _YES_NO, "no two of them are parallel, and still they are dependent",
            _pairwise),
    Mistake("member.zero", _YES_NO, "the zero vector lies in every space", _zero_space),
)  # fmt: skip
