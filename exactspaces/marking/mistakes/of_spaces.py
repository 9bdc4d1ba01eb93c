"""Mistakes with bases, spans, column, row and null spaces, sums and intersections."""

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


def _rref_columns(scene: Scene) -> bool:
    found = scene.echelon(columns_of(space_of(scene)))
    return scene.same_span(found.rref.columns(found.pivots).transpose)


def _column_is_row(scene: Scene) -> bool:
    return scene.same_span(scene.value(columns_of(space_of(scene))))


def _row_is_column(scene: Scene) -> bool:
    return scene.same_span(scene.value(rows_of(space_of(scene))).transpose)


def _first_rows(scene: Scene) -> bool:
    found = scene.echelon(rows_of(space_of(scene)))
    return scene.same_span(found.matrix.select(range(len(found.pivots))))


def _free_columns(scene: Scene) -> bool:
    found = scene.echelon(columns_of(space_of(scene)))
    return bool(found.free) and scene.same_list(found.matrix.columns(found.free).transpose)


def _not_reduced(scene: Scene) -> bool:
    space = space_of(scene)
    spanning = scene.value(space.rows) if isinstance(space, Span) else None
    return spanning is not None and scene.same_list(spanning)


def _zero_vector(scene: Scene) -> bool:
    return isinstance(scene.answer, Matrix) and any(not any(r) for r in listed(scene.answer))


def _union(scene: Scene) -> bool:
    space = space_of(scene)
    if not isinstance(space, SpaceSum):
        return False
    parts = [_listing(scene, part) for part in (space.left, space.right)]
    joined = [row for part in parts for row in listed(part)]
    dependent = scene.basis(space).height < len(joined)
    return dependent and scene.same_list(rows_matrix(parts[0], joined))


def _listing(scene: Scene, space: Term) -> Matrix:
    match space:
        case Span(Given(rows)):
            return rows
    return scene.basis(space)


def _common_vectors(scene: Scene) -> bool:
    space = space_of(scene)
    if not isinstance(space, Meet):
        return False
    left, right = (listed(_listing(scene, part)) for part in (space.left, space.right))
    common = [row for row in left if row in right]
    answer = scene.answer
    return isinstance(answer, Matrix) and scene.same_span(rows_matrix(answer, common))


def _meet_is_sum(scene: Scene) -> bool:
    match space_of(scene):
        case Meet(left, right):
            return scene.same_span(scene.basis(SpaceSum(left, right)))
    return False


def _sum_is_meet(scene: Scene) -> bool:
    match space_of(scene):
        case SpaceSum(left, right):
            return scene.same_span(scene.basis(Meet(left, right)))
    return False


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


def _all_ones(scene: Scene) -> bool:
    vectors = null_vectors(scene.echelon(null_of(space_of(scene))))
    total = [sum(xs[1:], xs[0]) for xs in zip(*vectors, strict=True)]
    return len(vectors) > 1 and scene.same_span(rows_matrix(scene.answer, [tuple(total)]))


def _no_free_slot(scene: Scene) -> bool:
    found = scene.echelon(null_of(space_of(scene)))
    columns = listed(found.rref.select(range(len(found.pivots))).columns(found.free).transpose)
    signed = [*columns, *(tuple(-x for x in column) for column in columns)]
    mine = listed(scene.answer)
    return bool(mine) and all(row in signed for row in mine)


def _null_left(scene: Scene) -> bool:
    return scene.same_span(scene.basis(Null(Transpose(null_of(space_of(scene))))))


def _null_is_row(scene: Scene) -> bool:
    return scene.same_span(scene.value(null_of(space_of(scene))))


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
    return _required(found.rref.columns(found.pivots).transpose)


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


def _make_null_left(scene: Scene) -> Matrix:
    return _required(scene.basis(Null(Transpose(null_of(space_of(scene))))))


def _make_perp_itself(scene: Scene) -> Matrix:
    return _required(scene.basis(Span(null_of(space_of(scene)))))


def _make_no_free_slot(scene: Scene) -> Matrix:
    found = scene.echelon(null_of(space_of(scene)))
    if not found.pivots:
        raise NoValue
    columns = found.rref.select(range(len(found.pivots))).columns(found.free).transpose
    return _required(columns)


def _make_meet_sum(scene: Scene) -> Matrix:
    match space_of(scene):
        case Meet(left, right):
            return _required(scene.basis(SpaceSum(left, right)))
        case SpaceSum(left, right):
            return _required(scene.basis(Meet(left, right)))
    raise NoValue


def _make_meet_is_sum(scene: Scene) -> Matrix:
    if not isinstance(space_of(scene), Meet):
        raise NoValue
    return _make_meet_sum(scene)


def _make_sum_is_meet(scene: Scene) -> Matrix:
    if not isinstance(space_of(scene), SpaceSum):
        raise NoValue
    return _make_meet_sum(scene)


def _make_common(scene: Scene) -> Matrix:
    match space_of(scene):
        case Meet(left, right):
            rows = [_listing(scene, part) for part in (left, right)]
            common = [row for row in listed(rows[0]) if row in listed(rows[1])]
            return _required(rows_matrix(rows[0], common))
    raise NoValue


def _make_row_for_column(scene: Scene) -> Matrix:
    return _required(scene.basis(Span(columns_of(space_of(scene)))))


def _make_column_for_row(scene: Scene) -> Matrix:
    return _required(scene.basis(Span(Transpose(rows_of(space_of(scene))))))


def _make_first_rows(scene: Scene) -> Matrix:
    found = scene.echelon(rows_of(space_of(scene)))
    return _required(found.matrix.select(range(len(found.pivots))))


SPACE_MISTAKES = (
    Mistake("col.rref-columns", SPACES, "this is what one gets by taking the pivot columns from "
            "the reduced form; row operations keep the row space only, so go back to the columns "
            "of the matrix itself", _rref_columns, single(_make_rref_columns)),
    Mistake("basis.zero-vector", ("basis", "basis-among"), "the zero vector is among the vectors; "
            "it is never part of a basis, and the zero space has the empty basis {}",
            _zero_vector, single(_make_zero_vector)),
    Mistake("basis.union", ("basis",), "this is what one gets by joining bases of the two spaces; "
            "together they are dependent", _union, single(_make_union)),
    Mistake("col.free-columns", SPACES, "this is what one gets by taking the columns without a "
            "pivot", _free_columns, single(_make_free_columns)),
    Mistake("basis.not-reduced", ("basis", "basis-among"), "this is what one gets by keeping all "
            "of the spanning vectors; they are dependent", _not_reduced, single(_make_all)),
    Mistake("null.sign", SPACES, "this is what one gets by leaving the pivot coordinates with "
            "their sign from the reduced form; moved to the other side it changes",
            _null_sign, single(_make_null_sign)),
    Mistake("null.all-ones", SPACES, "this is what one gets by setting all free variables to 1 "
            "at once; set one to 1 and the others to 0, for each in turn",
            _all_ones, single(_make_all_ones)),
    Mistake("null.missing-free", SPACES, "this is what one gets by forgetting a free variable; "
            "each of them gives a vector", _missing_free, single(_make_missing_free)),
    Mistake("null.left", SPACES, "this is the null space of the transposed matrix",
            _null_left, single(_make_null_left)),
    Mistake("perp.itself", SPACES, "this is the row space, the span of the equations themselves; "
            "the null space was asked for", _null_is_row, single(_make_perp_itself)),
    Mistake("null.no-free-slot", SPACES, "this is what one gets by leaving out the free "
            "coordinates; a vector has one entry for each unknown",
            _no_free_slot, single(_make_no_free_slot)),
    Mistake("meet.is-sum", SPACES, "this is the sum of the two spaces; the intersection was asked "
            "for", _meet_is_sum, single(_make_meet_is_sum)),
    Mistake("sum.is-meet", SPACES, "this is the intersection of the two spaces; the sum was asked "
            "for", _sum_is_meet, single(_make_sum_is_meet)),
    Mistake("meet.common-vectors", SPACES, "this is what one gets by looking for vectors that "
            "stand in both lists; the spaces can have other vectors in common",
            _common_vectors, single(_make_common)),
    Mistake("col.is-row", SPACES, "this is the row space; the column space was asked for",
            _column_is_row, single(_make_row_for_column)),
    Mistake("row.is-col", SPACES, "this is the column space; the row space was asked for",
            _row_is_column, single(_make_column_for_row)),
    Mistake("row.first-rows", SPACES, "this is what one gets by taking the first rows of the "
            "matrix, as many as the rank; these can be dependent",
            _first_rows, single(_make_first_rows)),
    Mistake("basis.short", SPACES, "all of this lies in the space, but it does not span it",
            _short),
    Mistake("basis.outside", SPACES, "not all of the vectors lie in the space", _outside),
)  # fmt: skip
