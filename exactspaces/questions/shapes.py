"""Sort and shape of a term, found before anything is computed."""

from dataclasses import dataclass
from typing import Literal

from exactspaces.errors import WrongShape
from exactspaces.kernel import (
    Add,
    Augmented,
    Columns,
    Count,
    Determinant,
    Diagonal,
    Dimension,
    Given,
    Inverse,
    Meet,
    Null,
    Number,
    Pivots,
    Power,
    Product,
    Rank,
    ReducedEchelon,
    Scaled,
    SpaceSum,
    Span,
    Term,
    Trace,
    Transpose,
)

Sort = Literal["matrix", "number", "count", "columns", "space"]


@dataclass(frozen=True)
class Shape:
    """The sort of a term, with height and width of a matrix, or height = the n of F^n."""

    sort: Sort
    height: int = 1
    width: int = 1

    def __str__(self) -> str:
        match self.sort:
            case "matrix":
                return f"a {self.height} x {self.width} matrix"
            case "space":
                return f"a subspace of F^{self.height}"
            case "count":
                return "a whole number"
            case "columns":
                return "a list of columns"
            case _:
                return "a number"


NUMBER, COUNT, COLUMNS = Shape("number"), Shape("count"), Shape("columns")


def shape_of(term: Term) -> Shape:
    """Give sort and shape.

    Raises WrongShape, with both shapes named, when parts do not fit together.
    """
    match term:
        case Given(matrix):
            return Shape("matrix", matrix.height, matrix.width)
        case Number():
            return NUMBER
        case Count() | Rank() | Dimension():
            _check_parts(term)
            return COUNT
        case Columns() | Pivots():
            _check_parts(term)
            return COLUMNS
        case Product(left, right):
            return _product(shape_of(left), shape_of(right))
        case Add(left, right):
            return _alike(shape_of(left), shape_of(right), "added")
        case Scaled(factor, matrix):
            _expect(shape_of(factor), "number")
            return shape_of(matrix)
        case Augmented(left, right):
            return _augmented(_matrix(left), _matrix(right))
        case _:
            return _of_one(term)


def _of_one(term: Term) -> Shape:
    match term:
        case Determinant(matrix) | Trace(matrix):
            _square(matrix)
            return NUMBER
        case Power(matrix) | Inverse(matrix):
            return _square(matrix)
        case Diagonal(matrix):
            return Shape("matrix", _square(matrix).height)
        case Transpose(matrix):
            shape = _matrix(matrix)
            return Shape("matrix", shape.width, shape.height)
        case ReducedEchelon(matrix):
            return _matrix(matrix)
        case Span(matrix) | Null(matrix):
            return Shape("space", _matrix(matrix).width)
        case SpaceSum(left, right) | Meet(left, right):
            return _alike(_space(left), _space(right), "combined")
        case _:
            raise WrongShape(f"{type(term).__name__} has no shape")


def _check_parts(term: Term) -> None:
    for part in term.parts:
        shape = shape_of(part)
        _expect(shape, "space" if isinstance(term, Dimension) else "matrix")


def _expect(shape: Shape, sort: Sort) -> Shape:
    if shape.sort != sort:
        raise WrongShape(f"a {sort} is due here, and this is {shape}")
    return shape


def _matrix(term: Term) -> Shape:
    return _expect(shape_of(term), "matrix")


def _space(term: Term) -> Shape:
    return _expect(shape_of(term), "space")


def _square(term: Term) -> Shape:
    shape = shape_of(term)
    if shape.sort == "number":
        return shape
    _expect(shape, "matrix")
    if shape.height != shape.width:
        raise WrongShape(f"a square matrix is due here, and this is {shape}")
    return shape


def _product(left: Shape, right: Shape) -> Shape:
    if left.sort == right.sort == "count":
        return COUNT
    if left.sort == right.sort == "number":
        return NUMBER
    for side in (left, right):
        _expect(side, "matrix")
    if left.width != right.height:
        raise WrongShape(
            f"{left} times {right}: the {left.width} columns of the first do not meet "
            f"the {right.height} rows of the second"
        )
    return Shape("matrix", left.height, right.width)


def _alike(left: Shape, right: Shape, verb: str) -> Shape:
    if left != right or left.sort == "columns":
        raise WrongShape(f"{left} and {right} cannot be {verb}")
    return left


def _augmented(left: Shape, right: Shape) -> Shape:
    if left.height != right.height:
        raise WrongShape(f"{left} and {right} have different numbers of rows")
    return Shape("matrix", left.height, left.width + right.width)
