"""Mistakes with numbers, products, inverses, coordinates and changes of basis."""

from itertools import permutations

from exactspaces.fields import entries, matrix_from
from exactspaces.kernel import (
    Count,
    Determinant,
    Dimension,
    Given,
    Inverse,
    Matrix,
    Null,
    Number,
    Product,
    Rank,
    ReducedEchelon,
    Span,
    Term,
    Transpose,
)
from exactspaces.kernel.matrices import scalar, scaled, times
from exactspaces.marking.mistakes.base import Mistake, NoValue, Scene, single
from exactspaces.marking.mistakes.made import made
from exactspaces.questions import (
    BasisChange,
    BasisFor,
    CoordinatesIn,
    InverseOf,
    ValueOf,
    shape_of,
)

_MOST_PERMUTED = 5


def _counted(scene: Scene) -> tuple[Term, str]:
    """Give the matrix of a rank or nullity, and which of the two it is."""
    match scene.case.question:
        case ValueOf(Rank(matrix)) | ValueOf(Dimension(Span(matrix))):
            return matrix, "rank"
        case BasisFor(Span(matrix)):
            return matrix, "rank"
        case ValueOf(Dimension(Null(matrix))) | BasisFor(Null(matrix)):
            return matrix, "nullity"
    raise NoValue


def _rank_nullity(scene: Scene) -> bool:
    matrix, which = _counted(scene)
    rank, shape = scene.value(Rank(matrix)), shape_of(matrix)
    others = {shape.width - rank, shape.height - rank} - {0 if which == "rank" else rank}
    wrong = others if which == "rank" else {rank, shape.height - rank}
    due = rank if which == "rank" else shape.width - rank
    return type(scene.answer) is int and scene.answer in wrong - {due}


def _change(scene: Scene) -> tuple[Matrix, Matrix, Matrix]:
    """Give the columns of the old and of the new basis, and the matrix that is right."""
    question = scene.case.question
    if not isinstance(question, BasisChange):
        raise NoValue
    right = scene.case.key.answer
    old, new = scene.value(Transpose(question.old)), scene.value(Transpose(question.new))
    if not isinstance(right, Matrix):
        raise NoValue
    return old, new, right


def _inverse(scene: Scene, matrix: Matrix) -> Matrix:
    found: Matrix = scene.value(Inverse(Given(matrix)))
    return found


def _cob_transpose(scene: Scene) -> bool:
    right = _change(scene)[2]
    turned = right.transpose
    return scene.same_matrix(turned) or scene.same_matrix(_inverse(scene, turned))


def _cob_plain(scene: Scene) -> bool:
    old, new, _ = _change(scene)
    return any(map(scene.same_matrix, (old, new, old.transpose, new.transpose)))


def _cob_order(scene: Scene) -> bool:
    old, new, _ = _change(scene)
    if not old.is_square or not new.is_square:
        return False
    back, forth = _inverse(scene, new), _inverse(scene, old)
    wrong = (times(old, back), times(new, forth), times(new, old))
    return any(map(scene.same_matrix, wrong))


def _cob_permuted(scene: Scene) -> bool:
    right = _change(scene)[2]
    if right.width > _MOST_PERMUTED:
        return False
    return any(scene.same_matrix(right.columns(p)) for p in permutations(range(right.width)))


def _coordinates(scene: Scene) -> tuple[Matrix, Matrix]:
    """Give the vector, and the matrix with the basis as columns."""
    question = scene.case.question
    if not isinstance(question, CoordinatesIn):
        raise NoValue
    return scene.value(question.vector), scene.value(Transpose(question.basis))


def _vector_itself(scene: Scene) -> bool:
    vector, basis = _coordinates(scene)
    products = [times(basis.transpose, vector)]
    products += [times(basis, vector)] if basis.width == vector.height else []
    return any(map(scene.same_matrix, (vector, *products)))


def _are_matrices(left: Term, right: Term) -> bool:
    return shape_of(left).sort == shape_of(right).sort == "matrix"


def _inverted(scene: Scene) -> Matrix:
    match scene.case.question:
        case InverseOf(matrix) | ValueOf(Inverse(matrix)):
            found: Matrix = scene.value(matrix)
            return found
    raise NoValue


def _not_reduced(scene: Scene) -> bool:
    match scene.case.question:
        case ValueOf(ReducedEchelon(matrix)):
            return scene.same_span(scene.value(matrix))
    return False


# What the mistakes lead to.


def _make_other_count(scene: Scene) -> int:
    matrix, which = _counted(scene)
    rank: int = scene.value(Rank(matrix))
    if which == "nullity":
        return rank
    if rank == shape_of(matrix).width:
        raise NoValue  # nobody takes 0 for a rank
    return shape_of(matrix).width - rank


def _make_minus_det(scene: Scene) -> Matrix:
    match scene.case.question:
        case ValueOf(Determinant() as term):
            return _negative(scene.value(term))
    raise NoValue


def _negative(matrix: Matrix) -> Matrix:
    return scaled(scalar(matrix.ring, -1), matrix)


def _make_inverse(scene: Scene) -> Matrix:
    return _inverse(scene, _change(scene)[2])


def _make_transpose(scene: Scene) -> Matrix:
    return _change(scene)[2].transpose


def _make_plain(scene: Scene) -> Matrix:
    return _change(scene)[0]


def _make_order(scene: Scene) -> Matrix:
    old, new, _ = _change(scene)
    return times(old, _inverse(scene, new))


def _make_permuted(scene: Scene) -> Matrix:
    right = _change(scene)[2]
    return right.columns(range(right.width - 1, -1, -1))


def _make_vector_itself(scene: Scene) -> Matrix:
    return _coordinates(scene)[0]


def _make_reversed(scene: Scene) -> Matrix:
    match scene.case.question:
        case ValueOf(Product(left, right) as term) if _are_matrices(left, right):
            found: Matrix = scene.value(Product(right, left))
            return _of_shape(scene, term, found)
    raise NoValue


def _of_shape(scene: Scene, term: Term, found: Matrix) -> Matrix:
    """Require a matrix of the size of what is asked for: another one is refused when read."""
    if found.shape != scene.value(term).shape:
        raise NoValue
    return found


def _make_entrywise(scene: Scene) -> Matrix:
    match scene.case.question:
        case ValueOf(Product(left, right)) if shape_of(left) == shape_of(right):
            a, b = scene.value(left), scene.value(right)
            pairs = zip(entries(a), entries(b), strict=True)
            return matrix_from(
                a.ring, [[p * q for p, q in zip(x, y, strict=True)] for x, y in pairs]
            )
    raise NoValue


def _make_adjugate(scene: Scene) -> Matrix:
    matrix = _inverted(scene)
    return scaled(scene.value(Determinant(Given(matrix))), _inverse(scene, matrix))


def _make_cofactors(scene: Scene) -> Matrix:
    return _inverse(scene, _inverted(scene)).transpose


def _make_negative_inverse(scene: Scene) -> Matrix:
    return _negative(_inverse(scene, _inverted(scene)))


def _make_not_reduced(scene: Scene) -> Matrix:
    match scene.case.question:
        case ValueOf(ReducedEchelon(matrix)):
            found: Matrix = scene.value(matrix)
            return found
    raise NoValue


def _make_transposed(scene: Scene) -> Matrix:
    match scene.case.question:
        case ValueOf(term) if not isinstance(term, Number | Count):
            return _of_shape(scene, term, scene.value(term).transpose)
    raise NoValue


_CHANGE, _MATRIX = ("change-of-basis",), ("matrix",)
VALUE_MISTAKES = (
    Mistake("dim.rank-nullity", ("dimension", "scalar"), "this is what one gets by exchanging "
            "rank and nullity, or rows and columns: the two add up to the number of columns",
            _rank_nullity, single(_make_other_count)),
    made("det.swap", ("scalar",), "this is the determinant with the other sign, as one gets it "
         "by losing count of the exchanges of rows", single(_make_minus_det)),
    made("cob.inverse", _CHANGE, "this is the matrix of the other direction",
         single(_make_inverse)),
    Mistake("cob.transpose", _CHANGE, "this is what one gets by writing rows where columns are "
            "due", _cob_transpose, single(_make_transpose)),
    Mistake("cob.plain", _CHANGE, "this is the matrix of one of the bases itself; it goes to "
            "standard coordinates", _cob_plain, single(_make_plain)),
    Mistake("cob.order", _CHANGE, "this is what one gets by multiplying in another order",
            _cob_order, single(_make_order)),
    Mistake("cob.basis-order", _CHANGE, "the columns are right, but in another order than the "
            "basis has", _cob_permuted, single(_make_permuted)),
    Mistake("coord.vector-itself", ("coordinates",), "this is the vector itself, or its products "
            "with the basis vectors; coordinates are the coefficients that combine the basis to "
            "the vector", _vector_itself, single(_make_vector_itself)),
    made("prod.reversed", _MATRIX, "this is the product in the other order",
         single(_make_reversed)),
    made("prod.entrywise", _MATRIX, "this is what one gets by multiplying entry by entry",
         single(_make_entrywise)),
    made("inv.adjugate", _MATRIX, "this is the inverse without the division by the "
         "determinant", single(_make_adjugate)),
    made("inv.cofactor", _MATRIX, "this is what one gets by not transposing the cofactors",
         single(_make_cofactors)),
    made("inv.sign", _MATRIX, "this is the inverse with the other sign",
         single(_make_negative_inverse)),
    Mistake("rref.not-reduced", ("rref",), "the rows span what they should, but the matrix is not "
            "reduced: leading entries are 1, alone in their columns, and zero rows stand last",
            _not_reduced, single(_make_not_reduced)),
    made("matrix.transposed", _MATRIX, "this is the transposed matrix", single(_make_transposed)),
)  # fmt: skip
