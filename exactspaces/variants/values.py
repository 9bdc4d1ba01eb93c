"""What is drawn: numbers, vectors, matrices and lists, each with the text that says it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import Scalar, number
from exactspaces.kernel import Ring
from exactspaces.spaces import Coordinates, Matrices

Sort = Literal["a number", "a vector", "a matrix", "a list of vectors", "a list of numbers",
               "something else"]  # fmt: skip
Row = tuple[Scalar, ...]
Rows = tuple[Row, ...]


class Unlucky(ExactSpacesError):
    """A draw that came to nothing; another one may do better."""


@dataclass(frozen=True)
class Value:
    """What a name stands for.

    `rows` holds the rows of a matrix, the vectors of a list, the numbers of a list one a row, and
    one row for a vector or a number. What is none of these has its text alone.
    """

    sort: Sort
    rows: Rows = ()
    written: str = ""

    @property
    def text(self) -> str:
        """The value in the expression language."""
        match self.sort:
            case "something else":
                return self.written
            case "a number":
                return str(self.rows[0][0])
            case "a vector":
                return vector_text(self.rows[0])
            case "a matrix":
                return matrix_text(self.rows)
            case "a list of numbers":
                return "{" + ", ".join(str(x) for (x,) in self.rows) + "}"
        return "{" + ", ".join(map(vector_text, self.rows)) + "}"


def vector_text(row: Sequence[Scalar]) -> str:
    """Write a vector."""
    return Coordinates(len(row)).plain(row)


def matrix_text(rows: Rows) -> str:
    """Write a matrix that has entries."""
    return Matrices(len(rows), len(rows[0])).plain([x for row in rows for x in row])


def number_value(x: Scalar) -> Value:
    """Give a number."""
    return Value("a number", ((x,),))


def vector_value(row: Iterable[Scalar]) -> Value:
    """Give a vector."""
    return Value("a vector", (tuple(row),))


def matrix_value(rows: Iterable[Iterable[Scalar]]) -> Value:
    """Give a matrix."""
    return Value("a matrix", tuple(tuple(row) for row in rows))


def list_value(rows: Iterable[Iterable[Scalar]]) -> Value:
    """Give a list of vectors."""
    return Value("a list of vectors", tuple(tuple(row) for row in rows))


def whole(ring: Ring, rows: Iterable[Iterable[int]]) -> Rows:
    """Give rows of the ring for rows of whole numbers."""
    return tuple(tuple(number(ring, x) for x in row) for row in rows)


def heights(rows: Iterable[Iterable[Scalar]]) -> Iterator[int]:
    """Give the sizes of all numerators and denominators, of rational numbers only."""
    for row in rows:
        for x in row:
            fraction = x.fraction
            if fraction is not None:
                yield abs(fraction.numerator)
                yield fraction.denominator


def height(rows: Iterable[Iterable[Scalar]]) -> int:
    """Give the largest numerator or denominator; 0 where there are none."""
    return max(heights(rows), default=0)
