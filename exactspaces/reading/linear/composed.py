"""Matrices made of others: companions, block diagonals, columns below each other, forms."""

from exactspaces.fields import Scalar, entries, matrix_from
from exactspaces.kernel import Given, Product, Span, Term, Transpose
from exactspaces.questions import shape_of
from exactspaces.reading.context import Context
from exactspaces.reading.functions.arguments import Arguments, listed, matrix
from exactspaces.reading.functions.maps import MAX_ENTRIES
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.lists import flat
from exactspaces.reading.meanings import MatrixTerm, Meaning, Polynomial, SpaceTerm, VectorTerm
from exactspaces.spaces import Coordinates


def companion(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the companion matrix of a monic polynomial: its characteristic polynomial is this."""
    one = given[0]
    if not isinstance(one, Polynomial) or len(one.coefficients) < 2:
        context.fail(node, "A polynomial is expected, such as companion(x^2 - 3x + 2).")
    *low, top = one.coefficients
    if top != context.number(1):
        context.fail(node, f"The polynomial is to be monic, and its first coefficient is {top}.")
    n = len(low)
    rows = [[context.number(int(i == j + 1)) for j in range(n - 1)] + [-low[i]] for i in range(n)]
    return MatrixTerm(Given(context.matrix(rows, n)))


def external_sum(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the block diagonal matrix, or the external direct sum of subspaces."""
    if all(isinstance(m, SpaceTerm) for m in given):
        spans = [m.term for m in given if isinstance(m, SpaceTerm)]
        rows = [s.rows for s in spans if isinstance(s, Span)]
        if len(rows) < len(spans):
            context.fail(node, "Write each space as a span, such as col(A).")
        found = _diagonal(context, node, rows)
        return SpaceTerm(Span(found), Coordinates(shape_of(found).width))
    return MatrixTerm(_diagonal(context, node, [matrix(context, node, m) for m in given]))


def _diagonal(context: Context, node: Node, terms: list[Term]) -> Given:
    parts = [flat(context, node, term) for term in terms]
    width, at = sum(p.width for p in parts), 0
    if sum(p.height for p in parts) * width > MAX_ENTRIES:
        context.fail(node, f"Block diagonal matrices have at most {MAX_ENTRIES:,} entries.")
    rows: list[list[Scalar]] = []
    zero = context.number(0)
    for part in parts:
        before, after = [zero] * at, [zero] * (width - at - part.width)
        rows += [before + row + after for row in entries(part)]
        at += part.width
    return Given(matrix_from(context.ring, rows, width))


def vec(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the columns of a matrix, one below the other."""
    found = flat(context, node, matrix(context, node, given[0]))
    return VectorTerm(
        Given(context.matrix([[x] for row in entries(found.transpose) for x in row], 1))
    )


def form_matrix(context: Context, node: Node, given: Arguments) -> Meaning:
    """Give the matrix of the form u^T G v in a basis: P^T G P, with the basis as columns of P."""
    form = matrix(context, node, given[0])
    shape = shape_of(form)
    if shape.height != shape.width:
        context.fail(node, f"The matrix of a form is square, and this is {shape}.")
    rows = listed(context, node, given[1]).term
    if shape_of(rows).width != shape.width:
        context.fail(node, f"Vectors with {shape.width} coordinates are expected.")
    return MatrixTerm(Product(rows, Product(form, Transpose(rows))))
