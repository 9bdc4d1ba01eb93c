"""Functions of square matrices: polynomials, eigenvalues, normal forms, Krylov spaces."""

from collections.abc import Callable
from functools import reduce

from exactspaces.kernel import (
    Add,
    Augmented,
    Given,
    Included,
    Meet,
    NotIncluded,
    Null,
    Power,
    Product,
    Scaled,
    SpaceSum,
    Span,
    Term,
    Transpose,
    column_space,
    identity,
)
from exactspaces.questions import shape_of
from exactspaces.questions.constructions import Construction
from exactspaces.questions.roots import numeral
from exactspaces.questions.similar import Diagonalizable, Similarity
from exactspaces.questions.spectra import KrylovSpace, NormalForm
from exactspaces.reading.context import Context
from exactspaces.reading.functions.arguments import Arguments, matrix, size, space
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.meanings import Asked, Constant, Meaning, SpaceTerm, decision
from exactspaces.reading.words import kind_of
from exactspaces.spaces import Coordinates

Give = Callable[[Context, Node, Arguments], Meaning]


def square(context: Context, node: Node, meaning: Meaning) -> Term:
    """Require a square matrix."""
    term = matrix(context, node, meaning)
    shape = shape_of(term)
    if shape.height != shape.width:
        context.fail(node, f"A square matrix is expected here, and this is {shape}.")
    return term


def of_square(make: Callable[[Term], Construction]) -> Give:
    """Make a function that asks something of a square matrix."""
    return lambda context, node, given: Asked(make(square(context, node, given[0])))


def shifted(context: Context, node: Node, term: Term, value: Meaning) -> Term:
    """Give A - c I for a square matrix."""
    if not isinstance(value, Constant):
        context.fail(node, f"An eigenvalue is a number, and this is {kind_of(value)}.")
    if not value.value:
        return term
    unit = Given(identity(context.ring, shape_of(term).height))
    return Add(term, Scaled(numeral(-value.value), unit))


def eigenspace(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give null(A - c I)."""
    term = shifted(context, node, square(context, node, given[0]), given[1])
    return SpaceTerm(Null(term), Coordinates(shape_of(term).height))


def normal_form(*, diagonal: bool) -> Give:
    """Ask for the diagonal or the Jordan form; over RR and CC square roots are adjoined."""

    def give(context: Context, node: Node, given: Arguments) -> Meaning:
        extend = {"RR": "real", "CC": "complex"}.get(context.over.label, "")
        return Asked(NormalForm(square(context, node, given[0]), diagonal, extend))

    return give


def diagonalizable(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask whether there is a diagonal form over RR or CC; over other fields ask for it."""
    term = square(context, node, given[0])
    if context.over.label not in ("RR", "CC"):
        return Asked(NormalForm(term, diagonal=True))
    return Asked(Diagonalizable(term, real=context.over.label == "RR"))


def similar(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask whether two matrices are similar."""
    left, right = (square(context, node, m) for m in given)
    if shape_of(left) != shape_of(right):
        context.fail(node, f"Similar matrices have one size: {shape_of(left)}, {shape_of(right)}.")
    return Asked(Similarity(left, right))


def invariant(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask whether A maps the space into itself."""
    term, inside = square(context, node, given[0]), space(context, node, given[1]).term
    if shape_of(term).height != shape_of(inside).height:
        context.fail(node, "The matrix does not act on the vectors of the space.")
    image = _image(term, inside)
    if image is not None:
        return decision(Included(image, inside), NotIncluded(image, inside))
    larger = _preimage(term, inside)
    if larger is None:
        context.fail(
            node, "Write the space with spans or with null spaces, or ask restriction(T, W)."
        )
    return decision(Included(inside, larger), NotIncluded(inside, larger))


def _image(matrix: Term, space: Term) -> Term | None:
    """Give A W for a space that is made of spans."""
    match space:
        case Span(rows):
            return Span(Product(rows, Transpose(matrix)))
        case SpaceSum(left, right):
            first, second = _image(matrix, left), _image(matrix, right)
            return None if first is None or second is None else SpaceSum(first, second)
    return None


def _preimage(matrix: Term, space: Term) -> Term | None:
    """Give all x with A x in W, for a space that is made of null spaces."""
    match space:
        case Null(inner):
            return Null(Product(inner, matrix))
        case Meet(left, right):
            first, second = _preimage(matrix, left), _preimage(matrix, right)
            return None if first is None or second is None else Meet(first, second)
    return None


def krylov(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the whole Krylov space, or give the k-th one."""
    term, vector = square(context, node, given[0]), matrix(context, node, given[1])
    shape = shape_of(vector)
    if (shape.height, shape.width) != (shape_of(term).height, 1):
        context.fail(node, f"The vector has {shape_of(term).height} entries, and this is {shape}.")
    if len(given) == 2:
        return Asked(KrylovSpace(term, vector))
    k = size(context, node, given[2])
    if not 1 <= k <= 50:
        context.fail(node, "The number of powers is from 1 to 50.")
    columns = [vector, *(Product(Power(term, j) if j > 1 else term, vector) for j in range(1, k))]
    return SpaceTerm(column_space(reduce(Augmented, columns)), Coordinates(shape.height))
