"""Rules for row operations and triangular factors: the kernel replays and multiplies."""

from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel import matrices as m
from exactspaces.kernel.errors import Rejected, require
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.rules import RULES

MAX_OPERATIONS = 10_000


def reduces_by_replay(claim: s.Reduces, _: c.Computed) -> None:
    """The operations are carried out; each is reversible, as factors of rows are units."""
    few = len(claim.operations) <= MAX_OPERATIONS
    require(few, f"at most {MAX_OPERATIONS} operations are carried out")
    matrix = claim.before
    for operation in claim.operations:
        matrix = apply(operation, matrix)
    require(m.equal(matrix, claim.after), "the operations lead to another matrix")


def apply(operation: s.Operation, matrix: Matrix) -> Matrix:
    """Carry out one row operation; refuse one that is not reversible.

    Raises Rejected for rows that do not exist and for factors that are no units.
    """
    if isinstance(operation, s.Swap):
        i, j = _row(matrix, operation.first), _row(matrix, operation.second)
        order = list(range(matrix.height))
        order[i], order[j] = j, i
        return matrix.select(order)
    if isinstance(operation, s.Multiply):
        return _multiplied(operation, matrix)
    if isinstance(operation, s.Combine):
        return _combined(operation, matrix)
    raise Rejected("this is no row operation")


def _multiplied(operation: s.Multiply, matrix: Matrix) -> Matrix:
    i = _row(matrix, operation.row)
    require(operation.factor.height == operation.factor.width == 1, "a factor is one number")
    require(operation.factor.ring.is_unit(operation.factor.rows[0][0]), "the factor may be zero")
    change = m.minus(operation.factor, m.identity(matrix.ring, 1))
    return m.plus(matrix, _only(i, m.scaled(change, matrix.select((i,))), matrix))


def _combined(operation: s.Combine, matrix: Matrix) -> Matrix:
    i, j = _row(matrix, operation.row), _row(matrix, operation.source)
    require(i != j, "a row is added to itself")
    return m.plus(matrix, _only(i, m.scaled(operation.factor, matrix.select((j,))), matrix))


def _row(matrix: Matrix, number: int) -> int:
    require(1 <= number <= matrix.height, f"there is no row {number}")
    return number - 1


def _only(i: int, row: Matrix, like: Matrix) -> Matrix:
    """Give a matrix of zeros with this row at position i."""
    zero = (like.ring.integer(0),) * like.width
    return row.with_rows(row.rows[0] if k == i else zero for k in range(like.height))


def factors_by_product(claim: s.Factors, _: c.Computed, matrix: Matrix) -> None:
    """The kernel multiplies, and looks at the shapes of the factors."""
    order = [number - 1 for number in claim.order]
    require(sorted(order) == list(range(matrix.height)), "the order is not one of all rows")
    product = m.is_product(claim.lower, claim.upper, matrix.select(order))
    require(product, "the product is not the reordered matrix")
    require(claim.lower.is_square, "the lower factor is not square")
    require(m.is_lower(claim.lower), "an entry above the diagonal is not zero")
    one = m.identity(matrix.ring, 1)
    ones = all(m.equal(x, one) for x in m.diagonal_entries(claim.lower))
    require(ones, "a diagonal entry is not 1")
    require(m.is_lower(claim.upper.transpose), "an entry below the diagonal is not zero")


RULES.file(reduces_by_replay, factors_by_product)
