"""Affine sets: a point plus a space, and solution sets."""

from exactspaces.errors import WrongShape
from exactspaces.fields import entries, matrix_from
from exactspaces.kernel import Augmented, Given, Matrix, Null, Number, Product, Scaled, Span, Term
from exactspaces.questions import SolutionSet, shape_of
from exactspaces.reading.context import Context
from exactspaces.reading.meanings import AffineTerm, SpaceTerm
from exactspaces.spaces import Coordinates


def solutions(context: Context, matrix: Term, right: Term) -> AffineTerm:
    """Give the set of all x with matrix * x = right: the null space of [A | -b] stands for it."""
    n = shape_of(matrix).width
    minus = Number(matrix_from(context.ring, [[context.number(-1)]]))
    term = Null(Augmented(matrix, Scaled(minus, right)))
    shape_of(term)
    return AffineTerm(term, Coordinates(n), SolutionSet(matrix, right))


def shifted(context: Context, point: Term, space: SpaceTerm) -> AffineTerm:
    """Give point + space, for a literal span or a null space."""
    n = space.ambient.dimension
    if shape_of(point).height != n:
        raise WrongShape(
            f"the point has {shape_of(point).height} entries, the space lies in F^{n}"
        )
    match space.term, point:
        case Span(Given(rows)), Given(column):
            return AffineTerm(Span(Given(_lifted(context, rows, column))), space.ambient)
        case Null(matrix), _:
            made = solutions(context, matrix, Product(matrix, point))
            return AffineTerm(made.term, space.ambient, made.question)
    raise WrongShape("write an affine set as a vector plus span{...} or null(A)")


def _lifted(context: Context, rows: Matrix, column: Matrix) -> Matrix:
    zero, one = context.number(0), context.number(1)
    point = [x for (x,) in entries(column)]
    lifted = [[*row, zero] for row in entries(rows)] + [[*point, one]]
    return matrix_from(context.ring, lifted, rows.width + 1)


def point_and_space(context: Context, affine: AffineTerm) -> tuple[Term, SpaceTerm]:
    """Give the point and the space of an affine set that was written as point + span{...}.

    Raises WrongShape.
    """
    if not isinstance(affine.term, Span) or not isinstance(affine.term.rows, Given):
        raise WrongShape("write the set as a vector plus span{...}")
    *rows, point = entries(affine.term.rows.matrix)
    n = affine.ambient.dimension
    space = matrix_from(context.ring, [row[:-1] for row in rows], n)
    start = matrix_from(context.ring, [[x] for x in point[:-1]], 1)
    return Given(start), SpaceTerm(Span(Given(space)), affine.ambient)


def lifted_point(context: Context, point: Term) -> Term:
    """Give (x, 1) for a literal x."""
    if not isinstance(point, Given):
        raise WrongShape("write the point as a vector")
    one = [[context.number(1)]]
    return Given(matrix_from(context.ring, entries(point.matrix) + one, 1))
