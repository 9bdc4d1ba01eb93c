"""The named functions of the expression language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NoReturn

from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.fields import Scalar, number, square_root, with_square_root
from exactspaces.kernel import (
    Augmented,
    Consistent,
    Determinant,
    Dimension,
    Extension,
    Field,
    Given,
    Inverse,
    Meet,
    NoSolution,
    Null,
    Nullity,
    Parameters,
    Pivots,
    Rank,
    Rationals,
    ReducedEchelon,
    SpaceSum,
    Span,
    Term,
    Trace,
    Transpose,
)
from exactspaces.kernel.matrices import identity
from exactspaces.questions import (
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    Complement,
    CoordinatesIn,
    ProjectionOnto,
    TriangularFactors,
    invertibility,
    shape_of,
)
from exactspaces.reading.affine import solutions
from exactspaces.reading.context import Context, Grow
from exactspaces.reading.lists import column_of, columns_list, vectors_of
from exactspaces.reading.meanings import (
    Asked,
    ColumnsTerm,
    Constant,
    CountTerm,
    DirectSumOf,
    MatrixTerm,
    Meaning,
    NumberTerm,
    SpaceTerm,
    Vectors,
    VectorTerm,
    decision,
)
from exactspaces.reading.syntax import Node
from exactspaces.reading.words import kind_of
from exactspaces.spaces import Coordinates

Arguments = Sequence[Meaning]


@dataclass(frozen=True)
class Function:
    """A function: how many arguments it takes, how to write it, and what it gives."""

    least: int
    most: int
    usage: str
    give: Callable[[Context, Node, Arguments], Meaning]


def apply(context: Context, node: Node, name: str, arguments: Arguments) -> Meaning:
    """Give the value of a function, as a meaning.

    Raises NotUnderstood when there is no such function or the arguments do not fit.
    """
    function = FUNCTIONS.get(name) or FUNCTIONS.get(ALIASES.get(name, ""))
    if function is None:
        no_name(context, node, name)
    if not function.least <= len(arguments) <= function.most:
        context.fail(node, f"{name} takes {_many(function)}: write {function.usage}.")
    try:
        found = function.give(context, node, arguments)
        term = getattr(found, "term", None)
        if isinstance(term, Term):
            shape_of(term)
        return found
    except NotUnderstood:
        raise
    except ExactSpacesError as error:
        context.fail(node, f"{name}: {error}.")


def _many(function: Function) -> str:
    if function.least == function.most:
        return "one argument" if function.least == 1 else f"{function.least} arguments"
    return f"{function.least} to {function.most} arguments"


def no_name(context: Context, node: Node, name: str) -> NoReturn:
    """Refuse a name that stands for nothing, with the nearest known one."""
    known = [*context.names, *FUNCTIONS, *ALIASES]
    near = get_close_matches(name, known, n=1)
    guess = f" Did you mean {near[0]}?" if near else ""
    if len(name) == 1 and name not in ("A", "B", "U", "V", "W"):
        guess = f" Give it a value, or make it a parameter with the field {_with(context, name)}."
    if name == "i":
        guess = " i is not a number of this field; work over QQ(i) or CC."
    context.fail(node, f"{name} is not given, and it is no function.{guess}")


def _with(context: Context, name: str) -> str:
    label = context.over.label
    if label.endswith(")") and not label.startswith("GF"):
        return f"{label[:-1]}, {name})"
    return f"{label}({name})" if label not in ("RR", "CC") else f"QQ({name})"


def matrix(context: Context, node: Node, meaning: Meaning) -> Term:
    """Require a matrix; a vector counts as a column, a list of vectors as its columns."""
    match meaning:
        case MatrixTerm(term) | VectorTerm(term):
            return term
        case Vectors(term):
            return Transpose(term)
    context.fail(node, f"A matrix is expected here, and this is {kind_of(meaning)}.")


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


def _of_matrix(make: Callable[[Term], Meaning]) -> Callable[[Context, Node, Arguments], Meaning]:
    return lambda context, node, given: make(matrix(context, node, given[0]))


def _space_of(make: Callable[[Term], Term]) -> Callable[[Context, Node, Arguments], Meaning]:
    def give(context: Context, node: Node, given: Arguments) -> Meaning:
        term = make(matrix(context, node, given[0]))
        return SpaceTerm(term, Coordinates(shape_of(term).height))

    return give


def _dim(context: Context, node: Node, given: Arguments) -> Meaning:
    return CountTerm(Dimension(space(context, node, given[0]).term))


def _span(context: Context, node: Node, given: Arguments) -> Meaning:
    if len(given) == 1 and isinstance(given[0], SpaceTerm):
        return given[0]
    if len(given) == 1:
        return space(context, node, listed(context, node, given[0]))
    return space(context, node, vectors_of(context, node, given))


def _basis(context: Context, node: Node, given: Arguments) -> Meaning:
    if len(given) == 1 and isinstance(given[0], SpaceTerm):
        return Asked(BasisFor(given[0].term), given[0].ambient)
    one = given[0] if len(given) == 1 else vectors_of(context, node, given)
    vectors = listed(context, node, one)
    return Asked(BasisAmong(vectors.term), vectors.ambient)


def _extend(context: Context, node: Node, given: Arguments) -> Meaning:
    vectors, whole = listed(context, node, given[0]), _whole(context, node, given)
    return Asked(BasisExtension(vectors.term, whole.term), whole.ambient)


def _whole(context: Context, node: Node, given: Arguments) -> SpaceTerm:
    """Take the second argument, or all of the ambient space of the first."""
    if len(given) > 1:
        return space(context, node, given[1])
    first = given[0]
    ambient = first.ambient if isinstance(first, SpaceTerm | Vectors) else None
    if ambient is None:
        ambient = listed(context, node, first).ambient
    return SpaceTerm(Span(Given(identity(context.ring, ambient.dimension))), ambient)


def _complement(context: Context, node: Node, given: Arguments) -> Meaning:
    part, whole = space(context, node, given[0]), _whole(context, node, given)
    if part.ambient != whole.ambient:
        context.fail(node, "The two spaces lie in different ambient spaces.")
    return Asked(Complement(part.term, whole.term), whole.ambient)


def _quotient(context: Context, node: Node, given: Arguments) -> Meaning:
    return _complement(context, node, (given[1], given[0]))


def _projection(context: Context, node: Node, given: Arguments) -> Meaning:
    onto, along = (space(context, node, m) for m in given)
    if onto.ambient != along.ambient:
        context.fail(node, "The two spaces lie in different ambient spaces.")
    return Asked(ProjectionOnto(onto.term, along.term))


def _solve(context: Context, node: Node, given: Arguments) -> Meaning:
    left, right = _system(context, node, given)
    return solutions(context, left, right)


def _system(context: Context, node: Node, given: Arguments) -> tuple[Term, Term]:
    first = given[0]
    if len(given) == 1 and isinstance(first, MatrixTerm) and isinstance(first.term, Given):
        whole, bar = first.term.matrix, first.bar
        if bar is None or bar != whole.width - 1:
            context.fail(node, "Write solve(A, b), or one matrix with a bar: solve([1 2 | 3]).")
        return Given(whole.columns(range(bar))), Given(whole.columns((bar,)))
    if len(given) == 1:
        context.fail(node, "Write solve(A, b), or one matrix with a bar: solve([1 2 | 3]).")
    left = matrix(context, node, first)
    one = isinstance(given[1], Constant)
    right = _vector(context, node, given[1:]).term if one else matrix(context, node, given[1])
    a, b = shape_of(left), shape_of(right)
    if b.width != 1 and b.height == 1:
        right, b = Transpose(right), shape_of(Transpose(right))
    if b.width != 1 or a.height != b.height:
        context.fail(
            node, f"{a} has {a.height} rows, so the right side has {a.height} entries, not {b}."
        )
    return left, right


def _consistent(context: Context, node: Node, given: Arguments) -> Meaning:
    left, right = _system(context, node, given)
    return decision(Consistent(left, right), NoSolution(left, right))


def _coords(context: Context, node: Node, given: Arguments) -> Meaning:
    basis = listed(context, node, given[1])
    vector = column_of(context, node, given[0], basis.ambient)
    if shape_of(vector).height != basis.ambient.dimension:
        context.fail(node, "The vector and the basis belong to different spaces.")
    return Asked(CoordinatesIn(vector, basis.term), Coordinates(shape_of(basis.term).height))


def _change(context: Context, node: Node, given: Arguments) -> Meaning:
    old, new = (listed(context, node, m) for m in given)
    if old.ambient != new.ambient:
        context.fail(node, "The two bases belong to different spaces.")
    return Asked(BasisChange(old.term, new.term))


def _direct_sum(context: Context, node: Node, given: Arguments) -> Meaning:
    return DirectSumOf(tuple(space(context, node, m) for m in given))


def _sum(context: Context, node: Node, given: Arguments) -> Meaning:
    return _folded(context, node, given, SpaceSum)


def _intersection(context: Context, node: Node, given: Arguments) -> Meaning:
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


def _sqrt(context: Context, node: Node, given: Arguments) -> Meaning:
    value = given[0].value if isinstance(given[0], Constant) else None
    if value is None:
        context.fail(node, f"sqrt is taken of a number, and this is {kind_of(given[0])}.")
    field = context.ring.field if isinstance(context.ring, Parameters) else context.ring
    if not isinstance(field, Rationals | Extension) or field.characteristic:
        context.fail(node, f"Roots are not read over {context.over.label}; name the element.")
    if field != context.ring:
        value = _constant_of(context, node, value, field)
    root = square_root(value)
    if root is not None:
        return Constant(context.number(root), root.fraction)
    if context.over.growth == "real" and value.fraction is not None and value.fraction < 0:
        context.fail(node, f"sqrt({value}) is not real; work over CC.")
    if context.over.growth == "fixed":
        context.fail(
            node,
            f"sqrt({value}) is not in {context.over.label}; work over RR, CC, "
            f"or the field that contains it, such as QQ(sqrt({value})).",
        )
    raise Grow(with_square_root(value).ring)


def _constant_of(context: Context, node: Node, value: Scalar, field: Field) -> Scalar:
    """Give a number without parameters as a number of the field below."""
    if value.fraction is None:
        context.fail(node, "sqrt is taken of rational numbers where there are parameters.")
    return number(field, value.fraction)


def _column(context: Context, node: Node, given: Arguments) -> Meaning:
    """Read col(A) as a column space, c(1, 2, 3) and col(1, 2, 3) as a vector."""
    if len(given) == 1 and not isinstance(given[0], Constant):
        return _space_of(lambda a: Span(Transpose(a)))(context, node, given)
    return _vector(context, node, given)


def _vector(context: Context, node: Node, given: Arguments) -> VectorTerm:
    column = []
    for meaning in given:
        if not isinstance(meaning, Constant):
            context.fail(node, f"An entry of a vector is a number, not {kind_of(meaning)}.")
        column.append([meaning.value])
    return VectorTerm(Given(context.matrix(column, 1)))


def _identity(context: Context, node: Node, given: Arguments) -> Meaning:
    return MatrixTerm(Given(identity(context.ring, _size(context, node, given[0]))))


def _zeros(context: Context, node: Node, given: Arguments) -> Meaning:
    height, width = (_size(context, node, given[k if k < len(given) else 0]) for k in (0, 1))
    rows = [[number(context.ring, 0)] * width for _ in range(height)]
    return MatrixTerm(Given(context.matrix(rows, width)))


def _size(context: Context, node: Node, meaning: Meaning) -> int:
    rational = meaning.rational if isinstance(meaning, Constant) else None
    if rational is None or rational.denominator != 1 or not 0 <= rational <= 500:
        context.fail(node, "A size is a whole number from 0 to 500.")
    return rational.numerator


def _columns(context: Context, node: Node, given: Arguments) -> Meaning:
    return columns_list(context, node, matrix(context, node, given[0]))


def _rows(context: Context, node: Node, given: Arguments) -> Meaning:
    return columns_list(context, node, Transpose(matrix(context, node, given[0])))


def _augment(context: Context, node: Node, given: Arguments) -> Meaning:
    left, right = (matrix(context, node, m) for m in given)
    return MatrixTerm(Augmented(left, right), shape_of(left).width)


FUNCTIONS: Mapping[str, Function] = {
    "rref": Function(1, 1, "rref(A)", _of_matrix(lambda a: MatrixTerm(ReducedEchelon(a)))),
    "rank": Function(1, 1, "rank(A)", _of_matrix(lambda a: CountTerm(Rank(a)))),
    "nullity": Function(1, 1, "nullity(A)", _of_matrix(lambda a: CountTerm(Nullity(a)))),
    "pivots": Function(1, 1, "pivots(A)", _of_matrix(lambda a: ColumnsTerm(Pivots(a)))),
    "det": Function(1, 1, "det(A)", _of_matrix(lambda a: NumberTerm(Determinant(a)))),
    "trace": Function(1, 1, "trace(A)", _of_matrix(lambda a: NumberTerm(Trace(a)))),
    "inv": Function(1, 1, "inv(A)", _of_matrix(lambda a: MatrixTerm(Inverse(a)))),
    "transpose": Function(1, 1, "transpose(A)", _of_matrix(lambda a: MatrixTerm(Transpose(a)))),
    "lu": Function(1, 1, "lu(A)", _of_matrix(lambda a: Asked(TriangularFactors(a)))),
    "invertible": Function(1, 1, "invertible(A)", _of_matrix(lambda a: Asked(invertibility(a)))),
    "null": Function(1, 1, "null(A)", _space_of(Null)),
    "row": Function(1, 1, "row(A)", _space_of(Span)),
    "col": Function(1, 500, "col(A)", _column),
    "leftnull": Function(1, 1, "leftnull(A)", _space_of(lambda a: Null(Transpose(a)))),
    "span": Function(1, 500, "span{(1, 0), (0, 1)}", _span),
    "dim": Function(1, 1, "dim(U)", _dim),
    "basis": Function(1, 500, "basis(U)", _basis),
    "extend": Function(1, 2, "extend({(1, 1, 0)}, QQ^3)", _extend),
    "complement": Function(1, 2, "complement(U) or complement(U, V)", _complement),
    "quotient": Function(2, 2, "quotient(V, W)", _quotient),
    "projection": Function(2, 2, "projection(U, W)", _projection),
    "direct_sum": Function(1, 50, "direct_sum(U, W) == V", _direct_sum),
    "sum": Function(1, 50, "sum(U, W)", _sum),
    "intersection": Function(1, 50, "intersection(U, W)", _intersection),
    "solve": Function(1, 2, "solve(A, b)", _solve),
    "consistent": Function(1, 2, "consistent(A, b)", _consistent),
    "coords": Function(2, 2, "coords(v, {b1, b2})", _coords),
    "change_of_basis": Function(2, 2, "change_of_basis(B, C)", _change),
    "identity": Function(1, 1, "identity(3)", _identity),
    "zeros": Function(1, 2, "zeros(2, 3)", _zeros),
    "columns": Function(1, 1, "columns(A)", _columns),
    "rows": Function(1, 1, "rows(A)", _rows),
    "augment": Function(2, 2, "augment(A, b)", _augment),
    "sqrt": Function(1, 1, "sqrt(2)", _sqrt),
    "c": Function(1, 500, "c(1, 2, 3)", _vector),
    "r": Function(1, 500, "r(1, 2, 3)", _vector),
}

ALIASES: Mapping[str, str] = {
    "determinant": "det",
    "inverse": "inv",
    "tr": "trace",
    "T": "transpose",
    "kernel": "null",
    "ker": "null",
    "nullspace": "null",
    "null_space": "null",
    "colspace": "col",
    "column_space": "col",
    "rowspace": "row",
    "row_space": "row",
    "left_null": "leftnull",
    "left_nullspace": "leftnull",
    "dimension": "dim",
    "coordinates": "coords",
    "eye": "identity",
    "projector": "projection",
    "plu": "lu",
    "intersect": "intersection",
}
