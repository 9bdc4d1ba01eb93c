"""Functions of inner products.

<u, v> = conj(u)^T v over fields that contain i or another root of a negative number, u^T v over
all others; with a matrix G it is conj(u)^T G v.
"""

from dataclasses import replace

from exactspaces.errors import WrongShape
from exactspaces.fields import entries
from exactspaces.kernel import (
    Add,
    Given,
    Meet,
    Null,
    Product,
    Scaled,
    SpaceSum,
    Span,
    Term,
    Trace,
    Transpose,
)
from exactspaces.questions import shape_of
from exactspaces.questions.constructions import adjoint, conjugated
from exactspaces.questions.inner import (
    MinimumNorm,
    Orthogonalised,
    OrthogonalProjector,
    ProjectionOfVector,
    pairing,
    self_product,
    weighted,
)
from exactspaces.questions.lengths import AngleBetween, Distance, NormOf
from exactspaces.questions.roots import numeral
from exactspaces.reading.affine import point_and_space, solutions
from exactspaces.reading.context import Context
from exactspaces.reading.functions.arguments import Arguments, listed, matrix, space
from exactspaces.reading.grammar.syntax import Call, Node
from exactspaces.reading.lists import column_of, flat, polynomial_in, refitted, vectors_of
from exactspaces.reading.meanings import (
    AffineTerm,
    Asked,
    Constant,
    MatrixTerm,
    Meaning,
    NumberTerm,
    Polynomial,
    SpaceTerm,
    VectorTerm,
)
from exactspaces.reading.words import not_a_vector
from exactspaces.spaces import Coordinates, Polynomials


def dot(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the inner product of two vectors, or of two matrices entry by entry."""
    (left, right), form = _weighed(context, node, given, 2)
    return NumberTerm(Trace(Product(adjoint(left), weighted(form, right))))


def _weighed(
    context: Context, node: Node, given: Arguments, count: int
) -> tuple[list[Term], Term | None]:
    """Give vectors (matrices) of one shape, and the matrix of the inner product behind them.

    With that matrix, polynomials stand for their coefficients.
    """
    form = matrix(context, node, given[count]) if len(given) > count else None
    terms = [_vector_in(context, node, m, form) for m in given[:count]]
    shapes = [shape_of(term) for term in terms]
    if any(shape != shapes[0] for shape in shapes):
        raise WrongShape(f"{shapes[0]} and {shapes[-1]} have no product <u, v>")
    if form is not None and shape_of(form).height != shapes[0].height:
        raise WrongShape(f"the inner product is given by {shape_of(form)}, and the vectors have "
                         f"{shapes[0].height} entries")  # fmt: skip
    return terms, form


def _vector_in(context: Context, node: Node, meaning: Meaning, form: Term | None) -> Term:
    if not isinstance(meaning, Polynomial | Constant) or not context.variable:
        return _vector_or_matrix(context, node, meaning)
    if form is None:
        name = node.function if isinstance(node, Call) else "dot"
        context.fail(
            node,
            f"Name the inner product of polynomials: {name}(..., G), where G is its matrix or a "
            "text such as <p, q> = integral(p*q, 0, 1) on P_2.",
        )
    space = Polynomials(shape_of(form).height - 1, context.variable)
    return Given(polynomial_in(context, node, meaning, space))


def _vector_or_matrix(context: Context, node: Node, meaning: Meaning) -> Term:
    if isinstance(meaning, VectorTerm | MatrixTerm):
        return meaning.term
    context.fail(node, not_a_vector("A vector or a matrix is expected here", meaning))


def norm2(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the square of the length."""
    (vector,), form = _weighed(context, node, given, 1)
    return NumberTerm(self_product(vector, form))


def norm(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the length."""
    (vector,), form = _weighed(context, node, given, 1)
    return Asked(NormOf(vector, form))


def distance(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the distance of a vector from another, or from a space or a point plus a space."""
    second = given[1]
    if isinstance(second, VectorTerm | MatrixTerm | Polynomial | Constant):
        terms, form = _weighed(context, node, given, 2)
        return Asked(NormOf(Add(terms[0], Scaled(numeral(context.number(-1)), terms[1])), form))
    point = None
    if isinstance(second, AffineTerm):
        point, second = point_and_space(context, second)
    form = matrix(context, node, given[2]) if len(given) > 2 else None
    onto = _fitting(context, node, space(context, node, second), form)
    vector = column_of(context, node, given[0], onto.ambient)
    if shape_of(vector).height != onto.ambient.dimension:
        raise WrongShape("the vector and the space belong to different spaces")
    return Asked(Distance(vector, onto.term, point, form, onto.ambient), onto.ambient)


def _fitting(context: Context, node: Node, given: SpaceTerm, form: Term | None) -> SpaceTerm:
    """Give polynomials in the space that the inner product is of."""
    match given, form:
        case SpaceTerm(Span(Given(rows)), Polynomials() as ambient), Term():
            larger = replace(ambient, degree=shape_of(form).height - 1)
            return SpaceTerm(Span(Given(refitted(context, node, rows, larger))), larger)
    return given


def angle(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the cosine of the angle."""
    (left, right), form = _weighed(context, node, given, 2)
    return Asked(AngleBetween(left, right, form))


def perp(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the orthogonal complement: all x with <w, x> = 0 for each w in the space."""
    first = space(context, node, given[0])
    if len(given) == 1:
        return SpaceTerm(orthogonal(first.term), first.ambient)
    form = matrix(context, node, given[1])
    if not isinstance(first.term, Span):
        context.fail(node, "For perp(W, G) write W as a span, such as span{(1, 2)} or col(A).")
    return SpaceTerm(Null(Product(conjugated(first.term.rows), form)), first.ambient)


def orthogonal(term: Term) -> Term:
    """Give the orthogonal complement: spans become null spaces, sums intersections."""
    match term:
        case Span(rows):
            return Null(conjugated(rows))
        case Null(inner):
            return Span(conjugated(inner))
        case SpaceSum(left, right):
            return Meet(orthogonal(left), orthogonal(right))
        case Meet(left, right):
            return SpaceSum(orthogonal(left), orthogonal(right))
    raise WrongShape("the orthogonal complement is of a span, a null space, a sum or intersection")


def proj(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the projection matrix, or for the projection of a vector."""
    if len(given) == 1:
        return Asked(OrthogonalProjector(space(context, node, given[0]).term))
    form = matrix(context, node, given[2]) if len(given) == 3 else None
    if len(given) == 2 and isinstance(given[0], SpaceTerm):
        whole = space(context, node, given[0])
        return Asked(OrthogonalProjector(whole.term, matrix(context, node, given[1])))
    onto = _fitting(context, node, space(context, node, line(given[1])), form)
    vector = column_of(context, node, given[0], onto.ambient)
    if shape_of(vector).height != onto.ambient.dimension:
        raise WrongShape("the vector and the space belong to different spaces")
    return Asked(ProjectionOfVector(vector, onto.term, form), onto.ambient)


def line(meaning: Meaning) -> Meaning:
    """Read one vector as the line that it spans."""
    if isinstance(meaning, VectorTerm):
        n = shape_of(meaning.term).height
        term = meaning.term
        row = Given(term.matrix.transpose) if isinstance(term, Given) else Transpose(term)
        return SpaceTerm(Span(row), Coordinates(n))
    return meaning


def gram(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the matrix of all inner products."""
    one = given[0] if len(given) == 1 else vectors_of(context, node, given)
    rows = listed(context, node, one).term
    return MatrixTerm(pairing(rows, Transpose(rows)))


def gram_schmidt(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for orthogonal vectors with the same spans."""
    if len(given) == 2 and isinstance(given[1], MatrixTerm):
        vectors = listed(context, node, given[0])
        return Asked(Orthogonalised(vectors.term, given[1].term), vectors.ambient)
    one = given[0] if len(given) == 1 else vectors_of(context, node, given)
    vectors = listed(context, node, one)
    return Asked(Orthogonalised(vectors.term), vectors.ambient)


def _system(context: Context, node: Node, given: Arguments) -> tuple[Term, Term]:
    left, right = (matrix(context, node, m) for m in given)
    a, b = shape_of(left), shape_of(right)
    if b.width != 1 or a.height != b.height:
        context.fail(node, f"The right side is a vector with {a.height} entries, not {b}.")
    return left, right


def least_squares(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give all solutions of the normal equations A* A x = A* b."""
    left, right = _system(context, node, given)
    return solutions(context, Product(adjoint(left), left), Product(adjoint(left), right))


def min_norm(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the shortest solution, or least-squares solution."""
    return Asked(MinimumNorm(*_system(context, node, given)))


def cross(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the cross product in F^3 as a skew matrix times the second vector."""
    left, right = (_vector_or_matrix(context, node, m) for m in given)
    if shape_of(left) != shape_of(right) or (shape_of(left).height, shape_of(left).width) != (
        3,
        1,
    ):
        context.fail(node, "The cross product is of two vectors with 3 entries.")
    a, b, c = (x for (x,) in entries(flat(context, node, left)))
    zero = context.number(0)
    skew = context.matrix([[zero, -c, b], [c, zero, -a], [-b, a, zero]])
    return VectorTerm(Product(Given(skew), right))
