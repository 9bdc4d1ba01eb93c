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
    match operation:
        case s.Swap(first, second):
            i, j = _row(matrix, first), _row(matrix, second)
            order = list(range(matrix.height))
            order[i], order[j] = j, i
            return matrix.select(order)
        case s.Multiply(row, factor):
            i = _row(matrix, row)
            require(factor.shape == (1, 1), "a factor is one number")
            require(factor.ring.is_unit(factor.rows[0][0]), "the factor may be zero")
            factor = m.minus(factor, m.identity(matrix.ring, 1))
            change = m.scaled(factor, matrix.select((i,)))
        case s.Combine(row, factor, source):
            i, j = _row(matrix, row), _row(matrix, source)
            require(i != j, "a row is added to itself")
            change = m.scaled(factor, matrix.select((j,)))
        case _:
            raise Rejected("this is no row operation")
    zero = (matrix.ring.integer(0),) * matrix.width
    places = range(matrix.height)
    return m.plus(matrix, change.with_rows(change.rows[0] if k == i else zero for k in places))


def _row(matrix: Matrix, number: int) -> int:
    require(1 <= number <= matrix.height, f"there is no row {number}")
    return number - 1


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
