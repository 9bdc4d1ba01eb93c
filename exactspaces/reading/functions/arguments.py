"""What a function requires of its arguments."""

from collections.abc import Sequence

from exactspaces.kernel import (
    Given,
    Span,
    Term,
    Transpose,
)
from exactspaces.kernel.matrices import identity
from exactspaces.reading.context import Context
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.lists import columns_list, vectors_of
from exactspaces.reading.meanings import (
    Constant,
    MapTerm,
    MatrixTerm,
    Meaning,
    SpaceTerm,
    Vectors,
    VectorTerm,
)
from exactspaces.reading.words import kind_of, not_a_vector

Arguments = Sequence[Meaning]


def matrix(context: Context, node: Node, meaning: Meaning) -> Term:
    """Require a matrix; a vector counts as a column, a list of vectors as its columns."""
    match meaning:
        case MatrixTerm(term) | VectorTerm(term) | MapTerm(term):
            return term
        case Vectors(term):
            return Transpose(term)
    context.fail(node, not_a_vector("A matrix is expected here", meaning))


def space(context: Context, node: Node, meaning: Meaning) -> SpaceTerm:
    """Require a space; a list of vectors counts as its span."""
    match meaning:
        case SpaceTerm():
            return meaning
        case Vectors(term, ambient):
            return SpaceTerm(Span(term), ambient)
    context.fail(node, f"A space is expected here, and this is {kind_of(meaning)}.")


def listed(context: Context, node: Node, meaning: Meaning) -> Vectors:
    """Require a list of vectors; a matrix counts as the list of its columns."""
    match meaning:
        case Vectors():
            return meaning
        case MatrixTerm(term):
            return columns_list(context, node, term)
    return vectors_of(context, node, [meaning])


def whole_of(context: Context, node: Node, given: Arguments) -> SpaceTerm:
    """Take the second argument, or all of the ambient space of the first."""
    if len(given) > 1:
        return space(context, node, given[1])
    first = given[0]
    ambient = first.ambient if isinstance(first, SpaceTerm | Vectors) else None
    if ambient is None:
        ambient = listed(context, node, first).ambient
    return SpaceTerm(Span(Given(identity(context.ring, ambient.dimension))), ambient)


def size(context: Context, node: Node, meaning: Meaning) -> int:
    """Require a size: a whole number from 0 to 500."""
    rational = meaning.rational if isinstance(meaning, Constant) else None
    if rational is None or rational.denominator != 1 or not 0 <= rational <= 500:
        context.fail(node, "A size is a whole number from 0 to 500.")
    return rational.numerator


def vector_term(context: Context, node: Node, given: Arguments) -> VectorTerm:
    """Give the vector with these entries."""
    column = []
    for meaning in given:
        if not isinstance(meaning, Constant):
            context.fail(node, f"An entry of a vector is a number, not {kind_of(meaning)}.")
        column.append([meaning.value])
    return VectorTerm(Given(context.matrix(column, 1)))
