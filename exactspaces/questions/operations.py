"""Elementary row operations: what they do, and the invertible matrices that do it."""

from dataclasses import dataclass

from exactspaces.errors import WrongShape
from exactspaces.fields import entry, matrix_from
from exactspaces.kernel import Matrix, Ring
from exactspaces.kernel.matrices import identity, minus, plus, reduced, scaled


class Operation:
    """An elementary row operation on rows counted from 1."""


@dataclass(frozen=True)
class Swap(Operation):
    """Exchange two rows."""

    first: int
    second: int


@dataclass(frozen=True)
class Multiply(Operation):
    """Multiply a row by a unit: the entry of a 1 x 1 matrix."""

    row: int
    factor: Matrix


@dataclass(frozen=True)
class Combine(Operation):
    """Add a multiple of the row `source` to the row `row`."""

    row: int
    factor: Matrix
    source: int


def apply(operation: Operation, matrix: Matrix) -> Matrix:
    """Carry out one row operation.

    Raises WrongShape for rows that do not exist, and for what is not reversible.
    """
    match operation:
        case Swap(first, second):
            i, j = _row(matrix, first), _row(matrix, second)
            order = list(range(matrix.height))
            order[i], order[j] = j, i
            return matrix.select(order)
        case Multiply(row, factor):
            i = _row(matrix, row)
            _demand(factor.shape == (1, 1), "a factor is one number")
            _demand(factor.ring.is_unit(factor.rows[0][0]), "the factor may be zero")
            factor = minus(factor, identity(matrix.ring, 1))
            change = scaled(factor, matrix.select((i,)))
        case Combine(row, factor, source):
            i, j = _row(matrix, row), _row(matrix, source)
            _demand(i != j, "a row is added to itself")
            _demand(factor.shape == (1, 1), "a factor is one number")
            change = scaled(factor, matrix.select((j,)))
        case _:
            raise WrongShape("this is no row operation")
    zero = (matrix.ring.integer(0),) * matrix.width
    places = range(matrix.height)
    return plus(matrix, change.with_rows(change.rows[0] if k == i else zero for k in places))


def _demand(condition: bool, reason: str) -> None:
    if not condition:
        raise WrongShape(reason)


def _row(matrix: Matrix, number: int) -> int:
    _demand(1 <= number <= matrix.height, f"there is no row {number}")
    return number - 1


def elementary(operation: Operation, ring: Ring, n: int) -> Matrix:
    """Give the n x n matrix E for which E * A is A after the operation."""
    return apply(operation, identity(ring, n))


def undone(operation: Operation) -> Operation:
    """Give the operation that leads back."""
    match operation:
        case Multiply(row, factor):
            return Multiply(row, matrix_from(factor.ring, [[entry(factor).inverse()]]))
        case Combine(row, factor, source):
            one = identity(factor.ring, 1)
            return Combine(row, scaled(minus(one, plus(one, one)), factor), source)
    return operation


def operation_of(matrix: Matrix) -> Operation | None:
    """Give an operation whose matrix this may be; None when it surely is none."""
    if not matrix.is_square or not matrix.height:
        return None
    one = identity(matrix.ring, matrix.height)
    change = minus(matrix, one).rows
    rows = [i for i, row in enumerate(change) if not all(map(matrix.ring.is_zero, row))]
    if len(rows) == 2:
        return Swap(rows[0] + 1, rows[1] + 1)
    if len(rows) > 2:
        return None
    i = rows[0] if rows else 0
    places = [j for j, x in enumerate(matrix.rows[i]) if not matrix.ring.is_zero(x) and j != i]
    j = places[0] if places else i
    factor = reduced(matrix.select((i,)).columns((j,)))
    return Multiply(i + 1, factor) if i == j else Combine(i + 1, factor, j + 1)
