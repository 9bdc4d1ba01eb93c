"""Systems of linear equations: solutions, and the row combination that shows there are none."""

from math import lcm

from exactspaces.errors import NoAnswer
from exactspaces.kernel import (
    Choice,
    Computed,
    Functional,
    Matrix,
    Minor,
    Rationals,
)
from exactspaces.kernel.matrices import identity, plus, reduced
from exactspaces.questions import AffineSet, Finding, SolutionSet
from exactspaces.solvers.backends.base import Echelon
from exactspaces.solvers.backends.choose import backend_for
from exactspaces.solvers.evidence import (
    LITERAL,
    basis_certificate,
    echelon_of,
    evaluate,
    null_basis,
)


def augmented(left: Matrix, right: Matrix) -> Matrix:
    """Put the columns of one matrix before those of another, over a common denominator."""
    width = left.width + right.width
    if left.denominator == right.denominator and left.powers == right.powers:
        pairs = zip(left.rows, right.rows, strict=True)
        return left.with_rows((row + rest for row, rest in pairs), width)
    if isinstance(left.ring, Rationals):
        return _over_integers(left, right, width)
    zero = left.ring.integer(0)
    wide = left.with_rows((row + (zero,) * right.width for row in left.rows), width)
    rest = right.with_rows(((zero,) * left.width + row for row in right.rows), width)
    return plus(wide, rest)


def _over_integers(left: Matrix, right: Matrix, width: int) -> Matrix:
    d = lcm(left.denominator, right.denominator)
    a, b = d // left.denominator, d // right.denominator
    rows = (
        (*(a * x for x in row), *(b * y for y in rest))
        for row, rest in zip(left.rows, right.rows, strict=True)
    )
    return reduced(Matrix(left.ring, tuple(rows), width, d))


def find_solutions(question: SolutionSet) -> Finding:
    """Reduce [A | b] and read off a particular solution and the null space."""
    matrix, right = evaluate(question.matrix), evaluate(question.right)
    whole = augmented(matrix.value, right.value)
    echelon = echelon_of(whole)
    n = matrix.value.width
    if echelon.pivots and echelon.pivots[-1] == n:
        row = functional(matrix.value, right.value)
        parts = (right.certificate, Computed((matrix.certificate,)))
        return Finding(None, Choice(0, Functional(row, parts)))
    directions = null_basis(_left_part(echelon, n))
    particular = _particular(echelon, n)
    minor = _minor_of_left(echelon.minor, whole, matrix.value)
    of_null = basis_certificate(directions, minor, (matrix.certificate,))
    product = Computed((matrix.certificate, LITERAL))
    certificate = Computed((product, right.certificate, of_null))
    return Finding(AffineSet(particular, directions.basis), certificate)


def _minor_of_left(minor: Minor, whole: Matrix, left: Matrix) -> Minor:
    """Give a minor of A for one of [A | b]: another when b has brought in a denominator.

    A minor modulo a number is about the integers over the common denominator.
    """
    if not minor.modulus or whole.denominator == left.denominator:
        return minor
    return backend_for(left.ring).minor(left, minor.columns)


def _left_part(echelon: Echelon, n: int) -> Echelon:
    return Echelon(reduced(echelon.rows.columns(range(n))), echelon.pivots, echelon.minor)


def _particular(echelon: Echelon, n: int) -> Matrix:
    rows = [(echelon.rows.ring.integer(0),)] * n
    for row, pivot in zip(echelon.rows.rows, echelon.pivots, strict=True):
        rows[pivot] = (row[n],)
    return reduced(echelon.rows.with_rows(rows, 1))


def solution(matrix: Matrix, right: Matrix) -> Matrix | None:
    """Give one x (a column) with matrix * x = right, or None."""
    echelon = echelon_of(augmented(matrix, right))
    if echelon.pivots and echelon.pivots[-1] == matrix.width:
        return None
    return _particular(echelon, matrix.width)


def functional(matrix: Matrix, right: Matrix) -> Matrix:
    """Give y (one row) with y * matrix = 0 and y * right = 1, for an inconsistent system."""
    turned = augmented(matrix, right).transpose
    one = identity(matrix.ring, turned.height).columns((turned.height - 1,))
    y = solution(turned, one)
    if y is None:
        raise NoAnswer("the system was thought to be inconsistent, and is not")
    return y.transpose
