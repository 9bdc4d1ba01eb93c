"""Functions of maps: kernel, image, matrices in bases, restrictions, quotients, isomorphisms.

A matrix stands for the map x -> A x.
"""

from collections.abc import Callable, Mapping
from functools import reduce

from exactspaces.fields import entries
from exactspaces.kernel import (
    AllOf,
    AnyOf,
    Claim,
    Dependent,
    Given,
    Included,
    Independent,
    Inverse,
    NotIncluded,
    Null,
    Parameters,
    Product,
    Span,
    Term,
    Transpose,
    column_space,
)
from exactspaces.kernel.matrices import identity
from exactspaces.questions import Decision, shape_of
from exactspaces.questions import linear_maps as ask
from exactspaces.questions.invariant import CommonEigenvector, GeneralizedNull, InvariantComplement
from exactspaces.questions.symmetric import MatrixOfMap
from exactspaces.reading.affine import solutions
from exactspaces.reading.context import Context
from exactspaces.reading.functions.arguments import Arguments, listed, matrix
from exactspaces.reading.functions.spectra import invariant as is_invariant
from exactspaces.reading.functions.spectra import krylov as krylov_of
from exactspaces.reading.functions.spectra import shifted
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.linear import algebra
from exactspaces.reading.linear.algebra import basis_of, element, endomorphism, subspace
from exactspaces.reading.lists import flat
from exactspaces.reading.meanings import (
    AffineTerm,
    Asked,
    MapTerm,
    MatrixTerm,
    Meaning,
    SpaceTerm,
    Vectors,
    VectorTerm,
)
from exactspaces.reading.words import kind_of
from exactspaces.spaces import Ambient, Coordinates

Give = Callable[[Context, Node, Arguments], Meaning]


def as_map(context: Context, node: Node, meaning: Meaning) -> MapTerm:
    """Require a map; a matrix stands for the map x -> A x."""
    if isinstance(meaning, MapTerm):
        return meaning
    if not isinstance(meaning, MatrixTerm):
        context.fail(
            node,
            f"A map is expected here, and this is {kind_of(meaning)}. "
            "Give a name to one, as in T(x, y) = (x + y, 2x), or write its matrix.",
        )
    shape = shape_of(meaning.term)
    return MapTerm(meaning.term, Coordinates(shape.width), Coordinates(shape.height))


def on_itself(context: Context, node: Node, meaning: Meaning) -> MapTerm:
    """Require a map from a space to itself."""
    return endomorphism(context, node, as_map(context, node, meaning))


def kernel(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the kernel."""
    one = as_map(context, node, given[0])
    return SpaceTerm(Null(one.term), one.source)


def image(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the image."""
    one = as_map(context, node, given[0])
    return SpaceTerm(column_space(one.term), one.target)


def whole(context: Context, ambient: Ambient) -> Term:
    """Give all of a space."""
    return Span(Given(identity(context.ring, ambient.dimension)))


def injective(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask whether only 0 goes to 0: the columns of the matrix are independent."""
    one = as_map(context, node, given[0])
    columns = Transpose(one.term)
    return _claim(one, Independent(columns), Dependent(columns))


def _claim(one: MapTerm, yes: Claim, no: Claim) -> Asked:
    """Ask whether the one or the other holds of a map."""
    return Asked(Decision(yes, no), ends=(one.source, one.target))


def surjective(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask whether every vector is an image."""
    one = as_map(context, node, given[0])
    sides = whole(context, one.target), column_space(one.term)
    return _claim(one, Included(*sides), NotIncluded(*sides))


def isomorphism(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask whether the map is injective and surjective."""
    one = as_map(context, node, given[0])
    columns, sides = Transpose(one.term), (whole(context, one.target), column_space(one.term))
    yes = AllOf((Independent(columns), Included(*sides)))
    return _claim(one, yes, AnyOf((Dependent(columns), NotIncluded(*sides))))


def rank_nullity(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for bases of kernel and image."""
    one = as_map(context, node, given[0])
    return Asked(ask.RankNullity(one.term, one.source, one.target))


def matrix_of(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the matrix in coordinates, or ask for the one in a basis of each space."""
    one = as_map(context, node, given[0])
    if len(given) == 1:
        return MatrixTerm(one.term)
    source = basis_of(context, node, given[1], one.source)
    if len(given) == 2:
        target = basis_of(context, node, given[1], endomorphism(context, node, one).target)
    else:
        target = basis_of(context, node, given[2], one.target)
    return Asked(MatrixOfMap(one.term, source, target))


def inverse(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the inverse map."""
    return algebra.inverse(context, node, as_map(context, node, given[0]))


def compose(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give S T ...: the last one comes first."""
    maps = [as_map(context, node, m) for m in given]
    return reduce(lambda s, t: algebra.composed(context, node, s, t), maps)


def linear_map(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the map with a matrix, in the standard bases or in given ones."""
    term = matrix(context, node, given[0])
    if len(given) == 1:
        return as_map(context, node, MatrixTerm(term))
    shape = shape_of(term)
    source = _basis(context, node, given[1], shape.width)
    target = _basis(context, node, given[len(given) - 1], shape.height)
    change = Inverse(Transpose(source.term))
    product = Product(Transpose(target.term), Product(term, change))
    return MapTerm(product, source.ambient, target.ambient)


def _basis(context: Context, node: Node, meaning: Meaning, due: int) -> Vectors:
    """Require a basis of a space, with as many vectors as are due."""
    found = listed(context, node, meaning)
    shape = shape_of(found.term)
    if shape.height != due:
        context.fail(
            node, f"A basis with {due} vectors is expected, and these are {shape.height}."
        )
    if shape.height != shape.width:
        where = found.ambient.name("F")
        context.fail(
            node, f"{shape.height} vectors are no basis of {where}, which needs {shape.width}."
        )
    if not isinstance(context.ring, Parameters):
        rows = entries(flat(context, node, found.term))
        factors = algebra.relation(rows)
        if factors is not None:
            shown = algebra.combination(factors, [found.ambient.plain(row) for row in rows])
            context.fail(node, f"These vectors are no basis: {shown} = 0.")
    return found


def map_sending(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the map that takes the vectors of a basis to other vectors."""
    first = listed(context, node, given[0])
    source = _basis(context, node, first, shape_of(first.term).height)
    images = listed(context, node, given[1])
    have, due = shape_of(images.term).height, shape_of(source.term).height
    if have != due:
        context.fail(node, f"The basis has {due} vectors, and {have} images are given.")
    term = Product(Transpose(images.term), Inverse(Transpose(source.term)))
    return MapTerm(term, source.ambient, images.ambient)


def restriction(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the matrix of the map on an invariant subspace."""
    one = on_itself(context, node, given[0])
    inside = subspace(context, node, given[1], one.source)
    return Asked(ask.Restriction(one.term, inside.term, one.source))


def block_form(*, quotient: bool) -> Give:
    """Ask for a block triangular form, or for the map on the quotient."""

    def give(context: Context, node: Node, given: Arguments) -> Meaning:
        one = on_itself(context, node, given[0])
        inside = subspace(context, node, given[1], one.source)
        return Asked(ask.BlockForm(one.term, inside.term, one.source, quotient))

    return give


def induced(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the map on V/W."""
    one = as_map(context, node, given[0])
    inside = subspace(context, node, given[1], one.source)
    return Asked(ask.InducedMap(one.term, inside.term, one.source))


def first_isomorphism(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the isomorphism from V/ker T to im T."""
    one = as_map(context, node, given[0])
    return Asked(ask.FirstIsomorphism(one.term, one.source, one.target))


def second_isomorphism(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the isomorphism from U/(U & W) to (U + W)/W."""
    ambient, (left, right) = _together(context, node, given)
    return Asked(ask.SecondIsomorphism(left, right, ambient))


def third_isomorphism(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the isomorphism from (V/U)/(W/U) to V/W."""
    ambient, (whole, middle, lower) = _together(context, node, given)
    return Asked(ask.ThirdIsomorphism(whole, middle, lower, ambient))


def _together(context: Context, node: Node, given: Arguments) -> tuple[Ambient, tuple[Term, ...]]:
    """Read subspaces of the space in which the first one lies."""
    first = given[0]
    ambient = (
        first.ambient if isinstance(first, SpaceTerm) else listed(context, node, first).ambient
    )
    return ambient, tuple(subspace(context, node, m, ambient).term for m in given)


def double_dual(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the dual basis of the dual basis."""
    found = listed(context, node, given[0])
    return Asked(ask.DoubleDual(found.term, found.ambient))


def dual_map(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give g -> g T, from functionals on the target to functionals on the source."""
    one = as_map(context, node, given[0])
    sizes = one.target.dimension, one.source.dimension
    return MapTerm(Transpose(one.term), *map(Coordinates, sizes))


def invariant_complement(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for an invariant complement."""
    one = on_itself(context, node, given[0])
    inside = subspace(context, node, given[1], one.source)
    return Asked(InvariantComplement(one.term, inside.term, one.source))


def generalized_eigenspace(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the generalised eigenspace, its index and the nullities of the powers."""
    one = on_itself(context, node, given[0])
    return Asked(GeneralizedNull(shifted(context, node, one.term, given[1]), one.source))


def eigenspace(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the kernel of T - c."""
    one = on_itself(context, node, given[0])
    return SpaceTerm(Null(shifted(context, node, one.term, given[1])), one.source)


def common_eigenvector(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for an eigenvector of both."""
    left, right = (on_itself(context, node, m) for m in given)
    if left.source != right.source:
        context.fail(node, "Both maps go from one space to itself.")
    return Asked(CommonEigenvector(left.term, right.term, left.source))


def krylov(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask for the smallest invariant subspace with a vector, or give the k-th Krylov space."""
    one = on_itself(context, node, given[0])
    vector = element(context, node, given[1], one.source)
    found = krylov_of(context, node, (MatrixTerm(one.term), VectorTerm(vector), *given[2:]))
    return SpaceTerm(found.term, one.source) if isinstance(found, SpaceTerm) else found


def solve(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give all v with T v = w, in coordinates."""
    one = as_map(context, node, given[0])
    if len(given) < 2:
        context.fail(node, "Write solve(T, w) for all v with T v = w.")
    found = solutions(context, one.term, element(context, node, given[1], one.target))
    return AffineTerm(found.term, one.source, found.question)


def invariant(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask whether the map takes the space into itself."""
    one = on_itself(context, node, given[0])
    inside = subspace(context, node, given[1], one.source)
    return is_invariant(context, node, (MatrixTerm(one.term), inside))


# Functions that mean something else, or more, of a map than of a matrix.
OF_MAPS: Mapping[str, Give] = {
    "null": kernel,
    "col": image,
    "inv": inverse,
    "invertible": isomorphism,
    "eigenspace": eigenspace,
    "krylov": krylov,
    "solve": solve,
    "invariant": invariant,
    "matrix_of": matrix_of,
}
# Functions that are about a map from a space to itself.
OF_ENDOMORPHISMS = frozenset(
    ["det", "trace", "charpoly", "minpoly", "eigenvalues", "diagonalize", "jordan", "similar",
     "cayley_hamilton"]
)  # fmt: skip
