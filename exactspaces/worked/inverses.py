"""Inverse matrices and triangular factors."""

from exactspaces.fields import entries, matrix_from
from exactspaces.kernel import (
    Count,
    Equal,
    Given,
    Inverse,
    Invertible,
    Matrix,
    NotInvertible,
    Product,
    Rank,
    identity,
)
from exactspaces.questions import (
    Combine,
    InverseOf,
    LowerUpper,
    RowReduction,
    TriangularFactors,
    ValueOf,
    shape_of,
)
from exactspaces.rendering.formulas import Grid, Join, Sym
from exactspaces.rendering.terms import matrix_grid
from exactspaces.solvers.systems import augmented
from exactspaces.worked import elimination
from exactspaces.worked.chains import forward, fully, write_lines
from exactspaces.worked.conditions import tidied
from exactspaces.worked.elimination import Line
from exactspaces.worked.notation import equation
from exactspaces.worked.proofs import proved
from exactspaces.worked.relations import column_relation
from exactspaces.worked.work import Work


def inverse_of(work: Work, question: InverseOf) -> None:
    """Reduce [A | I] to [I | inverse]; a missing pivot shows that there is none."""
    matrix: Matrix = work.value(question.matrix)
    if proved(InverseOf(Given(matrix))).answer is None:
        not_invertible(work, matrix)
        return
    _inverse(work, matrix)


def inverse(work: Work, term: Inverse) -> Matrix:
    """Work out the inverse of a matrix that has one; one divided by a number needs no words."""
    matrix: Matrix = work.value(term.matrix)
    if shape_of(term.matrix).sort == "number":
        value: Matrix = proved(ValueOf(term)).answer.value
        return value
    return _inverse(work, matrix)


def _inverse(work: Work, matrix: Matrix) -> Matrix:
    n = matrix.height
    one = identity(matrix.ring, n)
    work.say("We write the identity matrix beside the matrix and reduce both together.")
    found = fully(work, augmented(matrix, one), n)
    result = tidied(found.matrix.columns(range(n, 2 * n)))
    work.say("On the left there is the identity matrix, so on the right there is the inverse.")
    work.fact(Equal(Inverse(Given(matrix)), Given(result)))
    product = Equal(Product(Given(matrix), Given(result)), Given(one))
    work.check(product, "the product of the matrix and its inverse is ", _identity(one), ".")
    return result


def _identity(one: Matrix) -> Grid | Sym:
    return matrix_grid(one) if 0 < one.height <= 4 else Sym("I")


def not_invertible(work: Work, matrix: Matrix) -> None:
    """Give the reason: the shape, or a relation of the columns."""
    claim = NotInvertible(Given(matrix))
    if not matrix.is_square:
        work.fact(
            claim,
            f"The matrix has {matrix.height} rows and {matrix.width} columns. "
            "Only square matrices have an inverse.",
        )
        return
    work.say("An invertible matrix has a pivot in every column. We look for the pivots.")
    forward(work, matrix)
    column_relation(work, matrix, Sym(work.free_letter("acde")))


def invertible(work: Work, claim: Invertible, *, holds: bool) -> None:
    """Look for a pivot in every column."""
    matrix: Matrix = work.value(claim.matrix)
    if not holds:
        not_invertible(work, matrix)
        return
    work.say("An invertible matrix has a pivot in every column. We look for the pivots.")
    found = forward(work, matrix)
    full = Equal(Rank(Given(matrix)), Count(found.rank))
    work.fact(full, "Every column has a pivot, so the matrix is invertible.")
    result: Matrix | None = proved(InverseOf(Given(matrix))).answer
    if result is not None and 0 < matrix.height <= 4:
        one = identity(matrix.ring, matrix.height)
        product = Equal(Product(Given(matrix), Given(result)), Given(one))
        work.check(product, "the inverse is ", matrix_grid(result), "; the product is I.")


def triangular_factors(work: Work, question: TriangularFactors) -> None:
    """Eliminate below the diagonal; the multiples that are taken off are the lower factor."""
    matrix: Matrix = work.value(question.matrix)
    answer: LowerUpper = proved(TriangularFactors(Given(matrix))).answer
    start = tidied(matrix.select([i - 1 for i in answer.order]))
    if answer.order != tuple(range(1, matrix.height + 1)):
        order = ", ".join(map(str, answer.order))
        work.say(f"A pivot would be 0, so we take the rows in the order {order}.")
    work.say("We clear below the pivots and use no other operation than subtracting multiples.")
    if elimination.is_large(matrix):
        work.say("The operations are not written out: the matrix is too large.")
    else:
        _subtract(work, start, answer.lower)
    work.say("The multiples that were subtracted stand in the lower factor, ones on its diagonal:")
    work.show(equation(Sym("L"), matrix_grid(answer.lower)))
    work.say("The upper factor is the matrix at the end:")
    work.show(equation(Sym("U"), matrix_grid(answer.upper)))
    work.rests_on(proved(TriangularFactors(Given(matrix))).theorem)
    work.names.setdefault(Given(answer.lower), "L")
    work.names.setdefault(Given(answer.upper), "U")
    product = Equal(Product(Given(answer.lower), Given(answer.upper)), Given(start))
    sides = equation(Join("*", (Sym("L"), Sym("U"))), matrix_grid(start))
    work.check(product, "multiplied out, ", sides, ".")


def _subtract(work: Work, start: Matrix, lower: Matrix) -> None:
    factors, lines, matrix = entries(lower), [], start
    for k in range(start.height):
        operations = tuple(
            Combine(i + 1, matrix_from(start.ring, [[-factors[i][k]]]), k + 1)
            for i in range(k + 1, start.height)
            if factors[i][k]
        )
        if operations:
            found = proved(RowReduction(matrix, operations))
            matrix = tidied(found.answer)
            lines.append(Line(operations, matrix, found.theorem))
    if lines:
        write_lines(work, lines, matrix_grid(start))
