"""How one calculates with rows on paper: with integers over Q, with ones as pivots elsewhere."""

from collections.abc import Iterator, Sequence
from math import gcd, lcm
from typing import Protocol

from exactspaces.fields import Scalar, number
from exactspaces.kernel import Extension, Parameters, Rationals, Ring
from exactspaces.kernel import polynomials as poly

Row = Sequence[Scalar]
Cost = tuple[int, int]


class Style(Protocol):
    """The habits of a person with rows of numbers of one field."""

    def cleared(self, rows: Sequence[Row]) -> Iterator[tuple[int, Scalar]]:
        """Give the rows that are to be multiplied before the start, each with its factor."""

    def cost(self, row: Row, column: int) -> Cost | None:
        """Say how unwelcome the row is for a pivot in the column; None when it is unfit."""

    def before(self, row: Row, column: int) -> Scalar:
        """Give the factor that the pivot row gets before it is used."""

    def crosswise(self, entry: Scalar, pivot: Scalar) -> tuple[Scalar, Scalar]:
        """Give (m, f) with m * entry + f * pivot = 0."""

    def shortened(self, row: Row) -> Scalar:
        """Give the factor that makes a row shorter after it was multiplied."""


class Integers:
    """Rows over Q, kept as integers."""

    def __init__(self, ring: Rationals) -> None:
        self.ring = ring

    def cleared(self, rows: Sequence[Row]) -> Iterator[tuple[int, Scalar]]:
        for i, row in enumerate(rows):
            common = lcm(*(x.bottom for x in row))
            if common != 1:
                yield i, number(self.ring, common)

    def cost(self, row: Row, column: int) -> Cost | None:
        common = _content(row)
        return abs(row[column].top) // common, int(common != 1)

    def before(self, row: Row, column: int) -> Scalar:
        factor = self.shortened(row)
        return -factor if row[column].top < 0 and not is_one(factor) else factor

    def crosswise(self, entry: Scalar, pivot: Scalar) -> tuple[Scalar, Scalar]:
        e, p = entry.top, pivot.top
        multiple = abs(p) // gcd(e, p)
        return number(self.ring, multiple), number(self.ring, -multiple * e // p)

    def shortened(self, row: Row) -> Scalar:
        return number(self.ring, 1) / (_content(row) or 1)


class Ones:
    """Rows over any other field: the pivot becomes 1, and then clears its column."""

    def __init__(self, ring: Ring) -> None:
        self.ring = ring
        self.one = number(ring, 1)

    def cleared(self, rows: Sequence[Row]) -> Iterator[tuple[int, Scalar]]:  # noqa: ARG002
        return iter(())

    def cost(self, row: Row, column: int) -> Cost | None:
        entry = row[column]
        if isinstance(self.ring, Parameters) and not self.ring.is_unit(entry.top):
            return None
        if self.ring.characteristic:
            return 0, 0
        if isinstance(self.ring, Extension | Parameters) and not poly.is_constant(entry.top):
            return 2, len(entry.top)
        return (0 if is_one(entry * entry) else 1), 0

    def before(self, row: Row, column: int) -> Scalar:
        return row[column].inverse()

    def crosswise(self, entry: Scalar, pivot: Scalar) -> tuple[Scalar, Scalar]:  # noqa: ARG002
        return self.one, -entry

    def shortened(self, row: Row) -> Scalar:  # noqa: ARG002
        return self.one


def is_one(x: Scalar) -> bool:
    """Say whether a number is 1."""
    return not x - 1


def style_for(ring: Ring) -> Style:
    """Give the habits that fit the ring."""
    return Integers(ring) if isinstance(ring, Rationals) else Ones(ring)


def _content(row: Row) -> int:
    """Give the largest common factor of a row of integers."""
    return gcd(*(x.top for x in row))
