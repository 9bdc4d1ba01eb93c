"""What can be done with maps: values, images of spaces, sums, multiples, compositions, powers."""

from typing import NoReturn

from exactspaces.fields import Scalar, entries
from exactspaces.kernel import (
    Add,
    Given,
    Inverse,
    Number,
    Power,
    Product,
    Scaled,
    Span,
    Term,
    Trace,
    Transpose,
)
from exactspaces.kernel.matrices import identity
from exactspaces.questions import shape_of
from exactspaces.reading.context import Context
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.lists import coordinates, flat, polynomial_in, refitted
from exactspaces.reading.meanings import (
    Constant,
    ElementTerm,
    MapTerm,
    MatrixTerm,
    Meaning,
    NumberTerm,
    Polynomial,
    SpaceTerm,
    Vectors,
    VectorTerm,
)
from exactspaces.reading.words import kind_of
from exactspaces.spaces import Ambient, Coordinates, Matrices, Polynomials

MAX_EXPONENT = 1000


def element(context: Context, node: Node, meaning: Meaning, ambient: Ambient) -> Term:
    """Give a vector of a space as the column of its coordinates.

    Raises NotUnderstood when it belongs to another space.
    """
    match meaning:
        case ElementTerm(term, found) if found == ambient:
            return term
        case VectorTerm(term) | MatrixTerm(term) if isinstance(ambient, Coordinates):
            shape = shape_of(term)
            if (shape.height, shape.width) == (ambient.n, 1):
                return term
        case Constant(value) if ambient == Coordinates(1):
            return Given(context.matrix([[value]], 1))
        case Polynomial() | Constant() | ElementTerm() if isinstance(ambient, Polynomials):
            return Given(polynomial_in(context, node, meaning, ambient))
        case NumberTerm() | Vectors() | SpaceTerm() | MapTerm():
            pass
        case MatrixTerm() | VectorTerm():
            row, found = coordinates(context, node, meaning)
            if found == ambient:
                return Given(context.matrix([[x] for x in row], 1))
    context.fail(node, f"A vector of {ambient.name('F')} is expected, not {kind_of(meaning)}.")


def basis_of(context: Context, node: Node, meaning: Meaning, ambient: Ambient) -> Term:
    """Give a list of vectors of a space as rows of coordinates.

    Raises NotUnderstood when they belong to another space, or are not as many as its dimension.
    """
    found = rows_of(context, node, meaning, ambient)
    have, due = shape_of(found).height, ambient.dimension
    if have != due:
        where = ambient.name("F")
        context.fail(node, f"A basis of {where} has {due} vectors, and these are {have}.")
    return found


def rows_of(context: Context, node: Node, meaning: Meaning, ambient: Ambient) -> Term:
    """Give a list of vectors of a space as rows of coordinates.

    Raises NotUnderstood when they belong to another space.
    """
    if isinstance(meaning, MatrixTerm) and isinstance(ambient, Coordinates) and ambient.n != 1:
        meaning = Vectors(Transpose(meaning.term), Coordinates(shape_of(meaning.term).height))
    if not isinstance(meaning, Vectors):
        return Transpose(element(context, node, meaning, ambient))
    if meaning.ambient == ambient:
        return meaning.term
    if not shape_of(meaning.term).height:
        return Given(context.matrix([], ambient.dimension))
    if isinstance(meaning.ambient, Polynomials) and isinstance(ambient, Polynomials):
        return Given(refitted(context, node, flat(context, node, meaning.term), ambient))
    places = meaning.ambient.name("F"), ambient.name("F")
    context.fail(node, f"The vectors lie in {places[0]}, and vectors of {places[1]} are expected.")


def subspace(context: Context, node: Node, meaning: Meaning, ambient: Ambient) -> SpaceTerm:
    """Give a subspace of a space.

    Raises NotUnderstood when it lies in another one.
    """
    if isinstance(meaning, SpaceTerm):
        if meaning.ambient == ambient:
            return meaning
        if isinstance(meaning.term, Span) and isinstance(meaning.ambient, Polynomials):
            meaning = Vectors(meaning.term.rows, meaning.ambient)
        else:
            where = ambient.name("F")
            context.fail(node, f"A subspace of {where} is expected, not {kind_of(meaning)}.")
    return SpaceTerm(Span(rows_of(context, node, meaning, ambient)), ambient)


def matched(
    context: Context, node: Node, sides: tuple[Meaning, Meaning]
) -> tuple[Meaning, Meaning]:
    """Take two spaces of polynomials of different degrees as subspaces of one space."""
    match sides:
        case SpaceTerm(a, Polynomials() as x), SpaceTerm(b, Polynomials() as y) if x != y:
            if isinstance(b, Span) and isinstance(b.rows, Given):
                return sides[0], subspace(context, node, sides[1], x)
            if isinstance(a, Span) and isinstance(a.rows, Given):
                return subspace(context, node, sides[0], y), sides[1]
    return sides


def element_of(term: Term, ambient: Ambient) -> Meaning:
    """Give the meaning of a column of coordinates that is computed."""
    if ambient == Coordinates(1):
        return NumberTerm(Trace(term))
    if isinstance(ambient, Coordinates):
        return VectorTerm(term)
    return ElementTerm(term, ambient)


def literal(context: Context, node: Node, meaning: Meaning) -> Meaning:
    """Work out a matrix or polynomial that is computed; leave other things as they are."""
    if not isinstance(meaning, ElementTerm):
        return meaning
    column = [x for (x,) in entries(flat(context, node, meaning.term))]
    match meaning.ambient:
        case Matrices():
            return MatrixTerm(Given(context.matrix(meaning.ambient.rows(column))))
        case Polynomials():
            while len(column) > 1 and not column[-1]:
                column.pop()
            return Polynomial(tuple(column))
    return VectorTerm(meaning.term)


def applied(context: Context, node: Node, one: MapTerm, given: Meaning) -> Meaning:
    """Give T(v) for a vector, or T(W) for a space or a list of vectors."""
    if isinstance(given, SpaceTerm | Vectors):
        inside = subspace(context, node, given, one.source).term
        if not isinstance(inside, Span):
            context.fail(node, "Write the space as a span: the image is spanned by the images.")
        return SpaceTerm(Span(Product(inside.rows, Transpose(one.term))), one.target)
    if isinstance(given, MapTerm):
        return composed(context, node, one, given)
    column = element(context, node, given, one.source)
    return element_of(Product(one.term, column), one.target)


def composed(context: Context, node: Node, after: MapTerm, first: MapTerm) -> MapTerm:
    """Give the composition S T: first T, then S."""
    if first.target != after.source:
        places = first.target.name("F"), after.source.name("F")
        context.fail(
            node, f"The first map goes to {places[0]}, and the second one starts in {places[1]}."
        )
    return MapTerm(Product(after.term, first.term), first.source, after.target)


def combined(
    context: Context, node: Node, operator: str, sides: tuple[Meaning, Meaning]
) -> Meaning:
    """Give S + T, c T, S T, T v, T^k for maps.

    Raises NotUnderstood.
    """
    match operator, *sides:
        case "+", MapTerm(a, source, target), MapTerm(b, start, end):
            if (source, target) == (start, end):
                return MapTerm(Add(a, b), source, target)
            context.fail(node, "Maps that are added go between the same spaces.")
        case "*", MapTerm() as after, MapTerm() as first:
            return composed(context, node, after, first)
        case ("*", Constant(value), MapTerm() as one) | ("*", MapTerm() as one, Constant(value)):
            factor = Number(context.matrix([[value]], 1))
            return MapTerm(Scaled(factor, one.term), one.source, one.target)
        case "*", MapTerm() as one, given:
            return applied(context, node, one, given)
        case "^", MapTerm() as one, Constant(_, exponent) if exponent is not None:
            if exponent.denominator == 1 and abs(exponent) <= MAX_EXPONENT:
                return power(context, node, one, exponent.numerator)
    _no_operation(context, node, operator, sides)


def _no_operation(
    context: Context, node: Node, operator: str, sides: tuple[Meaning, Meaning]
) -> NoReturn:
    left, right = map(kind_of, sides)
    context.fail(node, f"{left} {operator} {right} has no meaning.")


def power(context: Context, node: Node, one: MapTerm, k: int) -> MapTerm:
    """Give T^k; with a negative k, powers of the inverse."""
    if k == -1:
        return inverse(context, node, one)
    endomorphism(context, node, one)
    if k == 0:
        return MapTerm(Given(identity(context.ring, one.source.dimension)), *_ends(one))
    term = Inverse(one.term) if k < 0 else one.term
    return MapTerm(Power(term, abs(k)) if abs(k) > 1 else term, *_ends(one))


def _ends(one: MapTerm) -> tuple[Ambient, Ambient]:
    return one.source, one.target


def inverse(context: Context, node: Node, one: MapTerm) -> MapTerm:
    """Give the inverse map."""
    if one.source.dimension != one.target.dimension:
        sizes = one.source.dimension, one.target.dimension
        context.fail(
            node, f"There is no inverse: the spaces have the dimensions {sizes[0]} and {sizes[1]}."
        )
    return MapTerm(Inverse(one.term), one.target, one.source)


def endomorphism(context: Context, node: Node, one: MapTerm) -> MapTerm:
    """Require a map from a space to itself."""
    if one.source != one.target:
        places = one.source.name("F"), one.target.name("F")
        context.fail(
            node,
            "A map from a space to itself is expected here, and this one goes from "
            f"{places[0]} to {places[1]}.",
        )
    return one


def relation(rows: list[list[Scalar]]) -> list[Scalar] | None:
    """Give factors with which the rows add up to 0, not all 0; None for independent rows.

    Each row is reduced by those before it, and the factors are carried along.
    """
    done: list[tuple[int, list[Scalar], list[Scalar]]] = []
    for k, row in enumerate(rows):
        rest = list(row)
        used = [x * 0 for x in rows[0][:1]] * len(rows)
        used[k] = used[k] + 1
        for place, other, factors in done:
            factor = rest[place] / other[place]
            rest = [x - factor * y for x, y in zip(rest, other, strict=True)]
            used = [x - factor * y for x, y in zip(used, factors, strict=True)]
        leading = [j for j, x in enumerate(rest) if x]
        if not leading:
            return used
        done.append((leading[0], rest, used))
    return None


def combination(factors: list[Scalar], vectors: list[str]) -> str:
    """Write a combination of vectors; factors that are 0 are left out."""
    pairs = zip(factors, vectors, strict=True)
    return " + ".join(f"({c})*{v}" if v[:1] in "([" else f"({c})*({v})" for c, v in pairs if c)
