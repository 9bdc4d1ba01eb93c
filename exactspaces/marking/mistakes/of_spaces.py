"""Mistakes with bases, spans, column, row and null spaces, sums and intersections."""

from collections.abc import Callable
from itertools import combinations

from exactspaces.kernel import Given, Matrix, Meet, Null, SpaceSum, Span, Term, Transpose
from exactspaces.marking.mistakes.base import (
    Mistake,
    NoValue,
    Scene,
    listed,
    null_of,
    null_vectors,
    rows_matrix,
    single,
    spans_equal,
)
from exactspaces.marking.mistakes.made import made
from exactspaces.questions import BasisAmong, BasisFor

SPACES = ("basis", "basis-among", "spanning-set", "subspace")


def space_of(scene: Scene) -> Term:
    """Give the space that is asked for."""
    match scene.case.question:
        case BasisFor(space):
            return space
        case BasisAmong(vectors):
            return Span(vectors)
    raise NoValue


def columns_of(space: Term) -> Term:
    """Give the matrix whose column space it is."""
    match space:
        case Span(Transpose(matrix)):
            return matrix
    raise NoValue


def rows_of(space: Term) -> Term:
    """Give the matrix whose row space it is, and not that of its transpose."""
    match space:
        case Span(Transpose()):
            raise NoValue
        case Span(matrix):
            return matrix
    raise NoValue


def _zero_vector(scene: Scene) -> bool:
    return isinstance(scene.answer, Matrix) and any(not any(r) for r in listed(scene.answer))


def _listing(scene: Scene, space: Term) -> Matrix:
    match space:
        case Span(Given(rows)):
            return rows
    return scene.basis(space)


def _null_sign(scene: Scene) -> bool:
    found = scene.echelon(null_of(space_of(scene)))
    flipped = [
        tuple(-x if j in found.pivots else x for j, x in enumerate(row))
        for row in listed(scene.answer)
    ]
    right = rows_matrix(scene.answer, null_vectors(found))
    return bool(flipped) and spans_equal(scene, rows_matrix(scene.answer, flipped), right)


def _missing_free(scene: Scene) -> bool:
    vectors = null_vectors(scene.echelon(null_of(space_of(scene))))
    if not 2 <= len(vectors) <= 8:
        return False
    subsets = (s for k in range(1, len(vectors)) for s in combinations(vectors, k))
    return any(scene.same_span(rows_matrix(scene.answer, list(s))) for s in subsets)


def _no_free_slot(scene: Scene) -> bool:
    found = scene.echelon(null_of(space_of(scene)))
    columns = listed(found.rref.select(range(len(found.pivots))).columns(found.free).transpose)
    signed = [*columns, *(tuple(-x for x in column) for column in columns)]
    mine = listed(scene.answer)
    return bool(mine) and all(row in signed for row in mine)


def _short(scene: Scene) -> bool:
    """Say whether the span of the answer is a part of the space, and not all of it."""
    space, answer = scene.basis(space_of(scene)), scene.answer
    if not isinstance(answer, Matrix):
        return False
    both = rows_matrix(answer, [*listed(space), *listed(answer)])
    return spans_equal(scene, both, space) and not spans_equal(scene, answer, space)


def _outside(scene: Scene) -> bool:
    space, answer = scene.basis(space_of(scene)), scene.answer
    if not isinstance(answer, Matrix) or answer.width != space.width:
        return False
    both = rows_matrix(answer, [*listed(space), *listed(answer)])
    return not spans_equal(scene, both, space)


# What the mistakes lead to.


def _required(rows: Matrix) -> Matrix:
    """Give a list that is not empty."""
    if not rows.height:
        raise NoValue
    return rows


def _make_rref_columns(scene: Scene) -> Matrix:
    found = scene.echelon(columns_of(space_of(scene)))
    return found.rref.columns(found.pivots).transpose


def _make_zero_vector(scene: Scene) -> Matrix:
    rows = listed(scene.basis(space_of(scene)))
    if not rows:
        raise NoValue
    zero = tuple(x - x for x in rows[0])
    return rows_matrix(scene.basis(space_of(scene)), [*rows, zero])


def _make_union(scene: Scene) -> Matrix:
    match space_of(scene):
        case SpaceSum(left, right) as space:
            parts = [_listing(scene, part) for part in (left, right)]
            joined = rows_matrix(parts[0], [row for part in parts for row in listed(part)])
            if scene.basis(space).height < joined.height:
                return joined
    raise NoValue


def _make_free_columns(scene: Scene) -> Matrix:
    found = scene.echelon(columns_of(space_of(scene)))
    return _required(found.matrix.columns(found.free).transpose)


def _make_all(scene: Scene) -> Matrix:
    match space_of(scene):
        case Span(rows) as space:
            spanning: Matrix = scene.value(rows)
            if scene.basis(space).height < spanning.height:
                return spanning
    raise NoValue


def _make_null_sign(scene: Scene) -> Matrix:
    found = scene.echelon(null_of(space_of(scene)))
    rows = [
        tuple(-x if j in found.pivots else x for j, x in enumerate(row))
        for row in null_vectors(found)
    ]
    return _required(rows_matrix(found.matrix, rows))


def _make_all_ones(scene: Scene) -> Matrix:
    found = scene.echelon(null_of(space_of(scene)))
    vectors = null_vectors(found)
    if len(vectors) < 2:
        raise NoValue
    total = tuple(sum(xs[1:], xs[0]) for xs in zip(*vectors, strict=True))
    return rows_matrix(found.matrix, [total])


def _make_missing_free(scene: Scene) -> Matrix:
    found = scene.echelon(null_of(space_of(scene)))
    vectors = null_vectors(found)
    if len(vectors) < 2:
        raise NoValue
    return rows_matrix(found.matrix, vectors[:-1])


def _make_perp_columns(scene: Scene) -> Matrix:
    if not scene.case.options.get("complement"):
        raise NoValue
    return scene.basis(Null(Transpose(null_of(space_of(scene)))))


def _make_null_left(scene: Scene) -> Matrix:
    if scene.case.options.get("complement"):
        raise NoValue
    return scene.basis(Null(Transpose(null_of(space_of(scene)))))


def _make_perp_itself(scene: Scene) -> Matrix:
    return scene.basis(Span(null_of(space_of(scene))))


def _make_no_free_slot(scene: Scene) -> Matrix:
    found = scene.echelon(null_of(space_of(scene)))
    if not found.pivots:
        raise NoValue
    columns = found.rref.select(range(len(found.pivots))).columns(found.free).transpose
    return _required(columns)


def _make_meet_is_sum(scene: Scene) -> Matrix:
    match space_of(scene):
        case Meet(left, right):
            return scene.basis(SpaceSum(left, right))
    raise NoValue


def _make_sum_is_meet(scene: Scene) -> Matrix:
    match space_of(scene):
        case SpaceSum(left, right):
            return scene.basis(Meet(left, right))
    raise NoValue


def _make_common(scene: Scene) -> Matrix:
    match space_of(scene):
        case Meet(left, right):
            rows = [_listing(scene, part) for part in (left, right)]
            common = [row for row in listed(rows[0]) if row in listed(rows[1])]
            return rows_matrix(rows[0], common)
    raise NoValue


def _make_row_for_column(scene: Scene) -> Matrix:
    return scene.basis(Span(columns_of(space_of(scene))))


def _make_column_for_row(scene: Scene) -> Matrix:
    return scene.basis(Span(Transpose(rows_of(space_of(scene)))))


def _make_first_rows(scene: Scene) -> Matrix:
    found = scene.echelon(rows_of(space_of(scene)))
    return found.matrix.select(range(len(found.pivots)))


def _spans(name: str, text: str, make: Callable[[Scene], Matrix]) -> Mistake:
    """Make a mistake that shows when the answer spans what is built; empty lists are not made."""
    return Mistake(
        name,
        SPACES,
        text,
        lambda scene: scene.same_span(make(scene)),
        single(lambda scene: _required(make(scene))),
    )


SPACE_MISTAKES = (
    _spans("col.rref-columns", "this is what one gets by taking the pivot columns from the "
           "reduced form; row operations keep the row space only, so go back to the columns of "
           "the matrix itself", _make_rref_columns),
    Mistake("basis.zero-vector", ("basis", "basis-among"), "the zero vector is among the vectors; "
            "it is never part of a basis, and the zero space has the empty basis {}",
            _zero_vector, single(_make_zero_vector)),
    made("basis.union", ("basis",), "this is what one gets by joining bases of the two spaces; "
         "together they are dependent", single(_make_union), Scene.same_list),
    made("col.free-columns", SPACES, "this is what one gets by taking the columns without a "
         "pivot", single(_make_free_columns), Scene.same_list),
    made("basis.not-reduced", ("basis", "basis-among"), "this is what one gets by keeping all "
         "of the spanning vectors; they are dependent", single(_make_all), Scene.same_list),
    Mistake("null.sign", SPACES, "this is what one gets by leaving the pivot coordinates with "
            "their sign from the reduced form; moved to the other side it changes",
            _null_sign, single(_make_null_sign)),
    _spans("null.all-ones", "this is what one gets by setting all free variables to 1 at once; "
           "set one to 1 and the others to 0, for each in turn", _make_all_ones),
    Mistake("null.missing-free", SPACES, "this is what one gets by forgetting a free variable; "
            "each of them gives a vector", _missing_free, single(_make_missing_free)),
    _spans("perp.columns", "this is what one gets by writing the vectors into the columns of the "
           "matrix whose null space is taken; a complement needs them as its rows",
           _make_perp_columns),
    _spans("null.left", "this is the null space of the transposed matrix", _make_null_left),
    _spans("perp.itself", "this is the row space, the span of the equations themselves; the "
           "null space was asked for", _make_perp_itself),
    Mistake("null.no-free-slot", SPACES, "this is what one gets by leaving out the free "
            "coordinates; a vector has one entry for each unknown",
            _no_free_slot, single(_make_no_free_slot)),
    _spans("meet.is-sum", "this is the sum of the two spaces; the intersection was asked for",
           _make_meet_is_sum),
    _spans("sum.is-meet", "this is the intersection of the two spaces; the sum was asked for",
           _make_sum_is_meet),
    _spans("meet.common-vectors", "this is what one gets by looking for vectors that stand in "
           "both lists; the spaces can have other vectors in common", _make_common),
    _spans("col.is-row", "this is the row space; the column space was asked for",
           _make_row_for_column),
    _spans("row.is-col", "this is the column space; the row space was asked for",
           _make_column_for_row),
    _spans("row.first-rows", "this is what one gets by taking the first rows of the matrix, as "
           "many as the rank; these can be dependent", _make_first_rows),
    Mistake("basis.short", SPACES, "all of this lies in the space, but it does not span it",
            _short),
    Mistake("basis.outside", SPACES, "not all of the vectors lie in the space", _outside),
)  # fmt: skip
