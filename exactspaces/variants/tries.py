"""Small changes of exact values, from which answers to try are made."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.kernel import Matrix, Ring
from exactspaces.variants.arguments import Told
from exactspaces.variants.linear import times
from exactspaces.variants.matrices import base_change
from exactspaces.variants.stream import Stream
from exactspaces.variants.values import Row, Rows

MOST = 5
# The right answer, others that mean the same, and wrong ones.
Tries = tuple[Any, list[Any], list[Any]]


@dataclass(frozen=True)
class Trial:
    """The right answer, others that mean the same, and wrong ones, all as text."""

    key: str
    same: tuple[str, ...]
    wrong: tuple[str, ...]


def rows_of(matrix: Matrix) -> Rows:
    """Give the rows as tuples."""
    return tuple(tuple(row) for row in entries(matrix))


def nonzero(ring: Ring, chance: Stream) -> Scalar:
    """Give a small number that is not 0."""
    while True:
        x = number(ring, chance.one_of((-3, -2, -1, 1, 2, 3, 4)))
        if x:
            return x


def changed(due: Matrix, chance: Stream) -> list[Any]:
    """Give matrices that differ in one entry."""
    out: list[Any] = []
    for _ in range(4 * MOST if due.height and due.width else 0):
        rows = [list(row) for row in entries(due)]
        i, j = chance.below(due.height), chance.below(due.width)
        rows[i][j] += nonzero(due.ring, chance)
        out.append(matrix_from(due.ring, rows))
    return out


def spread(wrong: list[Rows]) -> list[Rows]:
    """Take from both ends, so that few of them show all sorts."""
    return wrong[::2] + wrong[1::2]


def list_like(like: Matrix, rows: Rows) -> Matrix:
    """Give a matrix with these rows."""
    return matrix_from(like.ring, rows, like.width)


def recombined(due: Matrix, chance: Stream) -> Iterator[Matrix]:
    """Give lists of vectors with the same span: other bases when this is one."""
    rows = rows_of(due)
    for _ in range(2 * MOST if rows else 0):
        if len(rows) == 1:
            factor = nonzero(due.ring, chance)
            yield list_like(due, (tuple(factor * x for x in rows[0]),))
        else:
            change = base_change(Told(due.ring, chance, {}), len(rows), 30)[0]
            yield list_like(due, tuple(chance.shuffled(times(change, rows))))


def column_like(like: Matrix, column: Row) -> Matrix:
    """Give a column of these numbers."""
    return matrix_from(like.ring, [[x] for x in column], 1)
