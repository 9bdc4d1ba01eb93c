"""Functions of spaces and lists of vectors."""

from collections.abc import Callable

from exactspaces.kernel import (
    Dimension,
    Meet,
    SpaceSum,
    Term,
)
from exactspaces.questions import (
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    Complement,
    CoordinatesIn,
    ProjectionOnto,
    shape_of,
)
from exactspaces.reading.context import Context
from exactspaces.reading.functions.arguments import Arguments, listed, space, whole_of
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.lists import column_of, vectors_of
from exactspaces.reading.meanings import (
    Asked,
    CountTerm,
    DirectSumOf,
    Meaning,
    SpaceTerm,
)
from exactspaces.spaces import Coordinates


def dim(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the dimension of a space."""
    return CountTerm(Dimension(space(context, node, given[0]).term))


def span(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the span of a list."""
    if len(given) == 1 and isinstance(given[0], SpaceTerm):
        return given[0]
    if len(given) == 1:
        return space(context, node, listed(context, node, given[0]))
    return space(context, node, vectors_of(context, node, given))


def basis(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for a basis of a space, or among vectors."""
    if len(given) == 1 and isinstance(given[0], SpaceTerm):
        return Asked(BasisFor(given[0].term), given[0].ambient)
    one = given[0] if len(given) == 1 else vectors_of(context, node, given)
    vectors = listed(context, node, one)
    return Asked(BasisAmong(vectors.term), vectors.ambient)


def extend(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for a basis that begins with the vectors."""
    vectors, whole = listed(context, node, given[0]), whole_of(context, node, given)
    return Asked(BasisExtension(vectors.term, whole.term), whole.ambient)


def complement(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for a complement."""
    part, whole = space(context, node, given[0]), whole_of(context, node, given)
    if part.ambient != whole.ambient:
        context.fail(node, "The two spaces lie in different ambient spaces.")
    return Asked(Complement(part.term, whole.term), whole.ambient)


def quotient(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for a basis of V modulo W."""
    return complement(context, node, (given[1], given[0]))


def projection(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the projection onto the one space along the other."""
    onto, along = (space(context, node, m) for m in given)
    if onto.ambient != along.ambient:
        context.fail(node, "The two spaces lie in different ambient spaces.")
    return Asked(ProjectionOnto(onto.term, along.term))


def direct_sum(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the direct sum, to be compared with a space."""
    return DirectSumOf(tuple(space(context, node, m) for m in given))


def space_sum(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the sum of the spaces."""
    return _folded(context, node, given, SpaceSum)


def intersection(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the intersection of the spaces."""
    return _folded(context, node, given, Meet)


def _folded(
    context: Context, node: Node, given: Arguments, make: Callable[[Term, Term], Term]
) -> Meaning:
    first, *others = (space(context, node, m) for m in given)
    for other in others:
        if other.ambient != first.ambient:
            context.fail(node, "The spaces lie in different ambient spaces.")
        first = SpaceTerm(make(first.term, other.term), first.ambient)
    return first


def coords(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the coordinates in a basis."""
    basis = listed(context, node, given[1])
    vector = column_of(context, node, given[0], basis.ambient)
    if shape_of(vector).height != basis.ambient.dimension:
        context.fail(node, "The vector and the basis belong to different spaces.")
    return Asked(CoordinatesIn(vector, basis.term), Coordinates(shape_of(basis.term).height))


def change(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the change of basis."""
    old, new = (listed(context, node, m) for m in given)
    if old.ambient != new.ambient:
        context.fail(node, "The two bases belong to different spaces.")
    return Asked(BasisChange(old.term, new.term))
