"""Functions of maps in bases, of symmetric matrices and of systems with them."""

from collections.abc import Callable

from exactspaces.fields import entries
from exactspaces.kernel import Given, Meet, Null, SpaceSum, Span, Term
from exactspaces.questions import shape_of
from exactspaces.questions.constructions import Construction
from exactspaces.questions.symmetric import DualBasis, KrylovReduction
from exactspaces.reading.context import Context
from exactspaces.reading.functions.arguments import Arguments, listed, matrix, space
from exactspaces.reading.functions.spectra import square
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.lists import flat, vectors_of
from exactspaces.reading.meanings import Asked, MatrixTerm, Meaning, SpaceTerm
from exactspaces.spaces import Coordinates

Give = Callable[[Context, Node, Arguments], Meaning]
MAX_ENTRIES = 250_000


def system(make: Callable[[Term, Term], Construction]) -> Give:
    """Make a function of a square matrix and a vector."""

    def give(context: Context, node: Node, given: Arguments) -> Meaning:
        left, right = square(context, node, given[0]), matrix(context, node, given[1])
        n, shape = shape_of(left).height, shape_of(right)
        if (shape.height, shape.width) != (n, 1):
            context.fail(node, f"A vector with {n} entries is expected, and this is {shape}.")
        return Asked(make(left, right))

    return give


def lanczos(left: Term, right: Term) -> Construction:
    """Ask for orthogonal vectors in which a symmetric matrix is tridiagonal."""
    return KrylovReduction(left, right, symmetric=True)


def dual(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the dual basis."""
    one = given[0] if len(given) == 1 else vectors_of(context, node, given)
    vectors = listed(context, node, one)
    return Asked(DualBasis(vectors.term), Coordinates(shape_of(vectors.term).width))


def annihilator(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give all functionals, as rows of coefficients, that are 0 on the space."""
    found = space(context, node, given[0])
    term = _annihilator(found.term)
    if term is None:
        context.fail(node, "Write the space with spans, null spaces, sums and intersections.")
    return SpaceTerm(term, Coordinates(found.ambient.dimension))


def _annihilator(term: Term) -> Term | None:
    """Give the rows of a null space; of a sum the intersection, of an intersection the sum."""
    match term:
        case Span(rows):
            return Null(rows)
        case Null(matrix):
            return Span(matrix)
        case SpaceSum(left, right) | Meet(left, right):
            first, second = _annihilator(left), _annihilator(right)
            if first is None or second is None:
                return None
            both = (first, second)
            return Meet(*both) if isinstance(term, SpaceSum) else SpaceSum(*both)
    return None


def tensor(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the Kronecker product of two matrices that are written out."""
    left, right = (flat(context, node, matrix(context, node, m)) for m in given)
    if left.height * right.height * left.width * right.width > MAX_ENTRIES:
        context.fail(node, f"Tensor products have at most {MAX_ENTRIES:,} entries.")
    rows = [
        [x * y for x in upper for y in lower]
        for upper in entries(left)
        for lower in entries(right)
    ]
    return MatrixTerm(Given(context.matrix(rows, left.width * right.width)))
