"""Functions of matrices and numbers."""

from collections.abc import Callable

from exactspaces.fields import Scalar, number, square_root, with_square_root
from exactspaces.kernel import (
    Augmented,
    Extension,
    Field,
    Given,
    Parameters,
    Rationals,
    Span,
    Term,
    Transpose,
)
from exactspaces.kernel.matrices import identity
from exactspaces.questions import (
    Consistent,
    NoSolution,
    shape_of,
)
from exactspaces.questions.equations import MatrixEquation
from exactspaces.reading.affine import solutions
from exactspaces.reading.context import Context, Grow
from exactspaces.reading.functions.arguments import Arguments, matrix, size, vector_term
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.lists import columns_list
from exactspaces.reading.meanings import (
    Asked,
    Constant,
    MatrixTerm,
    Meaning,
    SpaceTerm,
    decision,
)
from exactspaces.reading.words import kind_of
from exactspaces.spaces import Coordinates

Give = Callable[[Context, Node, Arguments], Meaning]


def of_matrix(make: Callable[[Term], Meaning]) -> Give:
    """Make a function of one matrix."""
    return lambda context, node, given: make(matrix(context, node, given[0]))


def space_of(make: Callable[[Term], Term]) -> Give:
    """Make a function from a matrix to a space."""

    def give(context: Context, node: Node, given: Arguments) -> Meaning:
        term = make(matrix(context, node, given[0]))
        return SpaceTerm(term, Coordinates(shape_of(term).height))

    return give


def solve(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the solutions of a system, or of A X = B for a matrix B of several columns."""
    left, right = _system(context, node, given)
    if shape_of(right).width != 1:
        return Asked(MatrixEquation(left, right))
    return solutions(context, left, right)


def _system(context: Context, node: Node, given: Arguments) -> tuple[Term, Term]:
    first = given[0]
    if len(given) == 1 and isinstance(first, MatrixTerm) and isinstance(first.term, Given):
        whole, bar = first.term.matrix, first.bar
        if bar is None:
            context.fail(node, "Write solve(A, b), or one matrix with a bar: solve([1 2 | 3]).")
        columns = range(bar), range(bar, whole.width)
        return Given(whole.columns(columns[0])), Given(whole.columns(columns[1]))
    if len(given) == 1:
        context.fail(node, "Write solve(A, b), or one matrix with a bar: solve([1 2 | 3]).")
    left = matrix(context, node, first)
    one = isinstance(given[1], Constant)
    right = vector_term(context, node, given[1:]).term if one else matrix(context, node, given[1])
    a, b = shape_of(left), shape_of(right)
    if b.height == 1 and a.height != 1:
        right, b = Transpose(right), shape_of(Transpose(right))
    if a.height != b.height:
        context.fail(
            node, f"{a} has {a.height} rows, so the right side has {a.height} entries, not {b}."
        )
    return left, right


def consistent(context: Context, node: Node, given: Arguments) -> Meaning:
    """Ask whether a system has a solution."""
    left, right = _system(context, node, given)
    if shape_of(right).width != 1:
        context.fail(node, f"The right side is one column here, not {shape_of(right)}.")
    return decision(Consistent(left, right).claim, NoSolution(left, right).claim)


def sqrt(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the principal square root, in the field or a larger one."""
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


def column(context: Context, node: Node, given: Arguments) -> Meaning:
    """Read col(A) as a column space, c(1, 2, 3) and col(1, 2, 3) as a vector."""
    if len(given) == 1 and not isinstance(given[0], Constant):
        return space_of(lambda a: Span(Transpose(a)))(context, node, given)
    return vector_term(context, node, given)


def unit(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give an identity matrix."""
    return MatrixTerm(Given(identity(context.ring, size(context, node, given[0]))))


def zeros(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give a matrix of zeros."""
    height, width = (size(context, node, given[k if k < len(given) else 0]) for k in (0, 1))
    rows = [[number(context.ring, 0)] * width for _ in range(height)]
    return MatrixTerm(Given(context.matrix(rows, width)))


def columns(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the columns as a list of vectors."""
    return columns_list(context, node, matrix(context, node, given[0]))


def rows(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the rows as a list of vectors."""
    return columns_list(context, node, Transpose(matrix(context, node, given[0])))


def augment(context: Context, node: Node, given: Arguments) -> Meaning:
    """Put two matrices side by side."""
    left, right = (matrix(context, node, m) for m in given)
    return MatrixTerm(Augmented(left, right), shape_of(left).width)
