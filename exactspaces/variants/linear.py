"""The little exact arithmetic that drawing needs; what is drawn is proved afterwards."""

from exactspaces.fields import Scalar, number
from exactspaces.kernel import Ring
from exactspaces.variants.values import Row, Rows


def unit(ring: Ring, n: int) -> Rows:
    """Give the identity matrix."""
    one, zero = number(ring, 1), number(ring, 0)
    return tuple(tuple(one if i == j else zero for j in range(n)) for i in range(n))


def turned(rows: Rows) -> Rows:
    """Give the transpose."""
    return tuple(zip(*rows, strict=True))


def dot(a: Row, b: Row) -> Scalar:
    """Give the sum of the products of the entries."""
    total = a[0] * b[0]
    for x, y in zip(a[1:], b[1:], strict=True):
        total += x * y
    return total


def times(a: Rows, b: Rows) -> Rows:
    """Give the product."""
    columns = turned(b)
    return tuple(tuple(dot(row, column) for column in columns) for row in a)


def plus(a: Row, factor: Scalar, b: Row) -> Row:
    """Give a + factor * b."""
    return tuple(x + factor * y for x, y in zip(a, b, strict=True))


def reduced(rows: Rows) -> tuple[list[Row], list[int]]:
    """Give the reduced echelon form without its zero rows, and the pivot columns from 0."""
    work, pivots = [tuple(row) for row in rows], list[int]()
    for column in range(len(work[0]) if work else 0):
        k = len(pivots)
        at = next((i for i in range(k, len(work)) if work[i][column]), None)
        if at is None:
            continue
        work[k], work[at] = work[at], work[k]
        lead = work[k][column].inverse()
        work[k] = tuple(lead * x for x in work[k])
        for i in range(len(work)):
            if i != k and work[i][column]:
                work[i] = plus(work[i], -work[i][column], work[k])
        pivots.append(column)
    return work[: len(pivots)], pivots


def rank(rows: Rows) -> int:
    """Give the rank."""
    return len(reduced(rows)[1])


def inverse(ring: Ring, rows: Rows) -> Rows:
    """Give the inverse of an invertible matrix."""
    n = len(rows)
    joined = tuple(a + b for a, b in zip(rows, unit(ring, n), strict=True))
    return tuple(row[n:] for row in reduced(joined)[0])
