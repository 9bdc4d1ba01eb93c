"""Lists of vectors: of F^n, of matrices, of polynomials; as the rows of one matrix."""

from collections.abc import Sequence

from exactspaces.fields import Scalar, entries
from exactspaces.kernel import Computed, Given, KernelError, Matrix, Term, Transpose
from exactspaces.kernel.matrices import plus
from exactspaces.kernel.values import value_of
from exactspaces.reading.context import Context
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.meanings import (
    Constant,
    ElementTerm,
    MatrixTerm,
    Meaning,
    Polynomial,
    Vectors,
    VectorTerm,
)
from exactspaces.reading.words import not_a_vector
from exactspaces.spaces import Ambient, Coordinates, Matrices, Polynomials


def flat(context: Context, node: Node, term: Term) -> Matrix:
    """Give the literal matrix of a term that consists of sums, products and the like."""
    try:
        value = value_of(term, _plain(term))
    except KernelError as error:
        context.fail(node, f"This is not worked out inside a list: {error}.")
    if not isinstance(value, Matrix):
        context.fail(node, "A matrix is expected here.")
    return value


def _plain(term: Term) -> Computed:
    return Computed(tuple(map(_plain, term.parts)))


def vectors_of(context: Context, node: Node, meanings: Sequence[Meaning]) -> Vectors:
    """Put vectors of one ambient space into the rows of a matrix.

    A single matrix among the items stands for the list of its columns when nothing else is there.
    """
    if len(meanings) == 1 and isinstance(meanings[0], Vectors):
        return meanings[0]
    if not meanings:
        return Vectors(Given(context.matrix([], 0)), Coordinates(0))
    rows, ambients = [], []
    for meaning in meanings:
        row, ambient = coordinates(context, node, meaning)
        rows.append(row)
        ambients.append(ambient)
    for ambient in ambients[1:]:
        if ambient != ambients[0]:
            context.fail(
                node,
                f"The items belong to different spaces: the first to {ambients[0].name('F')}, "
                f"another to {ambient.name('F')}.",
            )
    return Vectors(Given(context.matrix(rows, ambients[0].dimension)), ambients[0])


def coordinates(context: Context, node: Node, meaning: Meaning) -> tuple[list[Scalar], Ambient]:
    """Give the coordinates of a vector, matrix or polynomial, and the space it belongs to."""
    match meaning:
        case VectorTerm(term) | ElementTerm(term):
            column = flat(context, node, term)
            space = getattr(meaning, "ambient", Coordinates(column.height))
            return [x for (x,) in entries(column)], space
        case MatrixTerm(term):
            matrix = flat(context, node, term)
            flattened = [x for row in entries(matrix) for x in row]
            return flattened, matrix_space(matrix.height, matrix.width)
        case Polynomial() | Constant() if context.variable:
            return _polynomial(context, meaning)
        case Constant(value) if not value:
            context.fail(node, "Read as the number 0; write the zero vector as (0, 0, 0).")
    context.fail(node, not_a_vector("A vector is expected in a list", meaning))


def matrix_space(height: int, width: int) -> Ambient:
    """Give the space of matrices of a shape; one row or one column is a vector of F^n."""
    if 1 in (height, width):
        return Coordinates(height * width)
    return Matrices(height, width)


def _polynomial(context: Context, meaning: Polynomial | Constant) -> tuple[list[Scalar], Ambient]:
    given = meaning.coefficients if isinstance(meaning, Polynomial) else (meaning.value,)
    degree = max(context.degree, len(given) - 1)
    padded = [*given, *[context.number(0)] * (degree + 1 - len(given))]
    return padded, Polynomials(degree, context.variable or "x")


def column_of(context: Context, node: Node, meaning: Meaning, ambient: Ambient) -> Term:
    """Give the term of a vector of the stated ambient space, as a column of coordinates."""
    if isinstance(meaning, ElementTerm) and meaning.ambient == ambient:
        return meaning.term
    if isinstance(meaning, VectorTerm) and isinstance(ambient, Coordinates):
        return meaning.term
    if isinstance(ambient, Polynomials):
        return Given(polynomial_in(context, node, meaning, ambient))
    row, found = coordinates(context, node, meaning)
    if found != ambient:
        context.fail(node, f"This is in {found.name('F')}, and {ambient.name('F')} is expected.")
    return Given(context.matrix([[x] for x in row], 1))


def polynomial_in(context: Context, node: Node, meaning: Meaning, ambient: Polynomials) -> Matrix:
    """Give a polynomial as the column of its coordinates in a space of polynomials.

    Raises NotUnderstood when its degree is too high.
    """
    match meaning:
        case Polynomial(coefficients):
            given: Sequence[Scalar] = coefficients
        case Constant(value):
            given = (value,)
        case _:
            given, found = coordinates(context, node, meaning)
            if not isinstance(found, Polynomials):
                places = found.name("F"), ambient.name("F")
                context.fail(node, f"This is in {places[0]}, and {places[1]} is expected.")
    size = ambient.dimension
    if any(given[size:]):
        where = ambient.name("F")
        context.fail(node, f"The degree is {len(given) - 1}, and a vector of {where} is expected.")
    padded = [*given[:size], *[context.number(0)] * (size - len(given))]
    return context.matrix([[x] for x in padded], 1)


def refitted(context: Context, node: Node, rows: Matrix, ambient: Polynomials) -> Matrix:
    """Give polynomials, as rows of coefficients, in a space of another degree.

    Raises NotUnderstood when a degree is too high.
    """
    listed = [
        entries(polynomial_in(context, node, Polynomial(tuple(row)), ambient))
        for row in entries(rows)
    ]
    return context.matrix([[x for (x,) in column] for column in listed], ambient.dimension)


def columns_list(context: Context, node: Node, term: Term) -> Vectors:
    """Give the columns of a matrix as a list of vectors."""
    if isinstance(term, Given):
        matrix = term.matrix.transpose
        return Vectors(Given(matrix), Coordinates(matrix.width))
    matrix = flat(context, node, Transpose(term))
    return Vectors(Given(matrix), Coordinates(matrix.width))


def together(first: Matrix, second: Matrix) -> Matrix:
    """Put the rows of one list under those of another."""
    zero = (first.ring.integer(0),) * first.width
    wide = first.with_rows(first.rows + (zero,) * second.height)
    return plus(wide, second.with_rows((zero,) * first.height + second.rows))
