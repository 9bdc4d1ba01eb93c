"""Functions that take a matrix apart: singular values, decompositions, norms."""

from collections.abc import Callable

from exactspaces.errors import WrongShape
from exactspaces.kernel import Term
from exactspaces.questions import shape_of
from exactspaces.questions.angles import CauchySchwarz, PrincipalAngles
from exactspaces.questions.constructions import Construction
from exactspaces.questions.decompositions import LowRank, Schur
from exactspaces.questions.residuals import UnitKrylovReduction
from exactspaces.questions.singular import SingularDecomposition
from exactspaces.reading.context import Context
from exactspaces.reading.functions.arguments import Arguments, matrix, size, space
from exactspaces.reading.functions.inner import line
from exactspaces.reading.functions.spectra import square
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.meanings import Asked, Meaning

Give = Callable[[Context, Node, Arguments], Meaning]


def of_any(make: Callable[[Term], Construction]) -> Give:
    """Make a function that asks something of a matrix that has rows and columns."""

    def give(context: Context, node: Node, given: Arguments) -> Meaning:
        return Asked(make(filled(context, node, given)))

    return give


def of_matrix(make: Callable[[Term], Construction]) -> Give:
    """Make a function that asks something of a matrix of any shape."""
    return lambda context, node, given: Asked(make(matrix(context, node, given[0])))


def filled(context: Context, node: Node, given: Arguments) -> Term:
    """Require a matrix with at least one row and one column."""
    term = matrix(context, node, given[0])
    shape = shape_of(term)
    if not shape.height or not shape.width:
        raise WrongShape(f"{shape} has no entries, so there is nothing to decompose")
    return term


def thin_svd(term: Term) -> Construction:
    """Ask for a decomposition with as many columns as the smaller side."""
    return SingularDecomposition(term, thin=True)


def low_rank(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for a closest matrix of rank at most k."""
    term, k = filled(context, node, given), size(context, node, given[1])
    return Asked(LowRank(term, k))


def schur(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the Schur form; over RR and CC square roots are adjoined for eigenvalues."""
    extend = {"RR": "real", "CC": "complex"}.get(context.over.label, "")
    return Asked(Schur(square(context, node, given[0]), extend))


def unit_lanczos(left: Term, right: Term) -> Construction:
    """Ask for orthonormal vectors in which a symmetric matrix is tridiagonal."""
    return UnitKrylovReduction(left, right, symmetric=True)


def angles(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the principal angles between two spaces; a vector stands for its line."""
    left, right = (space(context, node, line(m)) for m in given)
    if left.ambient != right.ambient:
        sizes = [shape_of(x.term).height for x in (left, right)]
        raise WrongShape(f"subspaces of F^{sizes[0]} and F^{sizes[1]} have no angles")
    return Asked(PrincipalAngles(left.term, right.term))


def cauchy_schwarz(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for both sides of the inequality of Cauchy and Schwarz."""
    left, right = (matrix(context, node, m) for m in given)
    shapes = shape_of(left), shape_of(right)
    if shapes[0] != shapes[1] or shapes[0].width != 1:
        raise WrongShape(f"two vectors of one length are due, not {shapes[0]} and {shapes[1]}")
    return Asked(CauchySchwarz(left, right))
