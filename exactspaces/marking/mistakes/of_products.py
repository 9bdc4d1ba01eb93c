"""Mistakes with products, powers, inverses, determinants, dimensions and maps in bases."""

from collections.abc import Iterator
from itertools import permutations

from exactspaces.fields import entries, matrix_from
from exactspaces.fields.conjugation import conjugate
from exactspaces.kernel import (
    Add,
    Determinant,
    Dimension,
    Given,
    Inverse,
    Matrix,
    Power,
    Product,
    Scaled,
    SpaceSum,
    Term,
    Trace,
    Transpose,
)
from exactspaces.kernel.matrices import equal, plus
from exactspaces.marking.mistakes.base import Mistake, NoValue, Scene
from exactspaces.marking.mistakes.made import chained, difference, made, multiple
from exactspaces.questions import BasisFor, InverseOf, ValueOf
from exactspaces.questions.symmetric import MatrixOfMap

_MATRIX, _SCALAR, _MAP = ("matrix",), ("scalar",), ("matrix-of-map", "matrix")
_MOST_PERMUTED = 5


def asked(scene: Scene) -> Term:
    """Give the term whose value is asked for."""
    question = scene.case.question
    if isinstance(question, ValueOf):
        return question.term
    if isinstance(question, InverseOf):
        return Inverse(question.matrix)
    raise NoValue


def old_order(scene: Scene) -> Iterator[Matrix]:
    """(A B)^-1 = A^-1 B^-1, (A B)^T = A^T B^T."""
    match asked(scene):
        case Inverse(Product(left, right)):
            yield chained(scene.value(Inverse(left)), scene.value(Inverse(right)))
        case Transpose(Product(left, right)):
            yield chained(scene.value(Transpose(left)), scene.value(Transpose(right)))


def expanded_squares(scene: Scene) -> Iterator[Matrix]:
    """(A + B)^2 = A^2 + 2 A B + B^2 or A^2 + B^2; (A + B)(A - B) = A^2 - B^2."""
    match asked(scene):
        case Power(Add(left, right), 2):
            yield from _binomials(scene, left, right)
        case Product(Add(left, right), Add(again, same)) if (left, right) == (again, same):
            yield from _binomials(scene, left, right)
        case Product(Add(left, right), Add(again, Scaled(_, same))) if (left, right) == (
            again,
            same,
        ):
            a, b = scene.value(left), scene.value(right)
            yield difference(chained(a, a), chained(b, b))


def _binomials(scene: Scene, left: Term, right: Term) -> Iterator[Matrix]:
    a, b = scene.value(left), scene.value(right)
    squares = plus(chained(a, a), chained(b, b))
    yield plus(squares, multiple(chained(a, b), 2))
    yield plus(squares, multiple(chained(b, a), 2))
    yield squares


def scaled_determinants(scene: Scene) -> Iterator[Matrix]:
    """det(c A) = c det A."""
    match asked(scene):
        case Determinant(Scaled(factor, matrix)):
            yield chained(scene.value(factor), scene.value(Determinant(matrix)))


def added_determinants(scene: Scene) -> Iterator[Matrix]:
    """det(A + B) = det A + det B."""
    match asked(scene):
        case Determinant(Add(left, right)):
            yield plus(scene.value(Determinant(left)), scene.value(Determinant(right)))


def diagonal_products(scene: Scene) -> Iterator[Matrix]:
    """det A as the product of the entries on the diagonal."""
    match asked(scene):
        case Determinant(term):
            rows = entries(scene.value(term))
            total = rows[0][0]
            for k in range(1, len(rows)):
                total = total * rows[k][k]
            yield matrix_from(total.ring, [[total]], 1)


def without_conjugation(scene: Scene) -> Iterator[Matrix]:
    """<u, v> without conjugation, or with it in the other place."""
    match asked(scene):
        case Trace(Product(Transpose(left), right)):
            a, b = scene.value(left), scene.value(right)
            if equal(conjugate(a), a) and equal(conjugate(b), b):
                return  # nothing is conjugated here
            yield scene.value(Trace(Product(Transpose(Given(conjugate(a))), Given(b))))
            value = scene.value(asked(scene))
            if not equal(conjugate(value), value):  # <v, v> is the same in both places
                yield conjugate(value)


def other_conjugates(scene: Scene) -> Iterator[Matrix]:
    """P T P^-1 for P^-1 T P, for products and for maps in one basis."""
    question = scene.case.question
    if isinstance(question, MatrixOfMap):
        t, source, target = _map(scene)
        yield chained(target, t, _inverse(scene, source))
        return
    match asked(scene):
        case Product(Product(Inverse(p), inner), q) if p == q:
            yield chained(scene.value(p), scene.value(inner), scene.value(Inverse(p)))
        case Product(Product(p, inner), Inverse(q)) if p == q:
            yield chained(scene.value(Inverse(p)), scene.value(inner), scene.value(p))


def _map(scene: Scene) -> tuple[Matrix, Matrix, Matrix]:
    """Give the matrix of the map, and both bases as columns."""
    question = scene.case.question
    if not isinstance(question, MatrixOfMap):
        raise NoValue
    bases = (scene.value(Transpose(b)) for b in (question.source, question.target))
    source, target = bases
    return scene.value(question.matrix), source, target


def _inverse(scene: Scene, matrix: Matrix) -> Matrix:
    found: Matrix = scene.value(Inverse(Given(matrix)))
    return found


def _right(scene: Scene) -> Matrix:
    t, source, target = _map(scene)
    return chained(_inverse(scene, target), t, source)


def images_as_rows(scene: Scene) -> Iterator[Matrix]:
    """Coordinates of the images written as rows."""
    yield _right(scene).transpose


def standard_matrices(scene: Scene) -> Iterator[Matrix]:
    """The matrix in the standard bases."""
    yield _map(scene)[0]


def plain_images(scene: Scene) -> Iterator[Matrix]:
    """The images themselves, not their coordinates in the basis of the target."""
    t, source, _ = _map(scene)
    yield chained(t, source)


def only_target(scene: Scene) -> Iterator[Matrix]:
    """The images of the standard vectors in the basis of the target."""
    t, _, target = _map(scene)
    yield chained(_inverse(scene, target), t)


def other_order(scene: Scene) -> Iterator[Matrix]:
    """Columns in another order than the basis has."""
    right = _right(scene)
    if right.width <= _MOST_PERMUTED:
        for order in permutations(range(right.width)):
            if order != tuple(range(right.width)):
                yield right.columns(order)


def added_dimensions(scene: Scene) -> Iterator[int]:
    """dim(U + W) = dim U + dim W."""
    match scene.case.question:
        case ValueOf(Dimension(SpaceSum(left, right))) | BasisFor(SpaceSum(left, right)):
            yield scene.basis(left).height + scene.basis(right).height


def _same_count(scene: Scene, due: int) -> bool:
    return type(scene.answer) is int and scene.answer == due


PRODUCT_MISTAKES: tuple[Mistake, ...] = (
    made("inv.order", _MATRIX, "this is what one gets by keeping the order of the factors; the "
         "inverse and the transpose of a product reverse it", old_order),
    made("square.expand", _MATRIX, "this is what one gets by expanding as with numbers; A B and "
         "B A are different here", expanded_squares),
    made("det.scale", _SCALAR, "this is what one gets by taking the factor out once; it comes out "
         "of every row", scaled_determinants),
    made("det.sum", _SCALAR, "this is the sum of the determinants; the determinant of a sum is "
         "something else", added_determinants),
    made("det.diagonal", _SCALAR, "this is the product of the entries on the diagonal, which is "
         "the determinant of triangular matrices", diagonal_products),
    made("inner.conjugate", _SCALAR, "this is what one gets by leaving out the conjugation, or "
         "by conjugating the other vector", without_conjugation),
    made("similar.direction", _MAP, "this is what one gets by exchanging P and its inverse",
         other_conjugates),
    made("map.rows", _MAP, "this is what one gets by writing the coordinates of the images as "
         "rows; they are columns", images_as_rows),
    made("map.standard", _MAP, "this is the matrix in the standard bases", standard_matrices),
    made("map.images", _MAP, "these are the images themselves; their coordinates in the basis of "
         "the target are due", plain_images),
    made("map.source", _MAP, "this is what one gets by taking the standard vectors for the basis "
         "of the source", only_target),
    made("map.basis-order", _MAP, "the columns are right, but in another order than the basis "
         "has", other_order),
    made("dim.union", ("dimension", "scalar"), "this is the sum of the dimensions; what the two "
         "spaces have in common counts once", added_dimensions, _same_count),
)  # fmt: skip
