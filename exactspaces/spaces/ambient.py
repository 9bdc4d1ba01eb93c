"""Ambient spaces: F^n, m x n matrices, polynomials up to a degree; each with coordinates.

The kernel knows F^n only. A matrix has its entries as coordinates, row by row; a polynomial its
coefficients, from the constant term up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exactspaces.fields import Scalar


@dataclass(frozen=True)
class Coordinates:
    """F^n."""

    n: int

    @property
    def dimension(self) -> int:
        return self.n

    def name(self, field: str) -> str:
        """Write the space, such as QQ^3."""
        return f"{field}^{self.n}"

    def plain(self, coordinates: Sequence[Scalar]) -> str:
        """Write a vector as the reader accepts it."""
        return "(" + ", ".join(map(str, coordinates)) + ("" if self.n != 1 else ",") + ")"

    def data(self, coordinates: Sequence[Scalar]) -> Any:
        """Give a vector as plain data: a list of texts."""
        return [str(x) for x in coordinates]


@dataclass(frozen=True)
class Matrices:
    """The matrices with this many rows and columns."""

    height: int
    width: int

    @property
    def dimension(self) -> int:
        return self.height * self.width

    def name(self, field: str) -> str:
        """Write the space, such as QQ^(2x3)."""
        return f"{field}^({self.height}x{self.width})"

    def rows(self, coordinates: Sequence[Scalar]) -> list[list[Scalar]]:
        """Give the matrix with these coordinates."""
        w = self.width
        return [list(coordinates[i * w : (i + 1) * w]) for i in range(self.height)]

    def plain(self, coordinates: Sequence[Scalar]) -> str:
        """Write a matrix as the reader accepts it."""
        return "[" + "; ".join(" ".join(map(_tight, row)) for row in self.rows(coordinates)) + "]"

    def data(self, coordinates: Sequence[Scalar]) -> Any:
        """Give a matrix as plain data: a list of rows of texts."""
        return [[str(x) for x in row] for row in self.rows(coordinates)]


@dataclass(frozen=True)
class Polynomials:
    """The polynomials in one variable up to a degree."""

    degree: int
    variable: str

    @property
    def dimension(self) -> int:
        return self.degree + 1

    def name(self, field: str) -> str:
        """Write the space, such as P_3 over QQ."""
        return f"P_{self.degree} over {field}"

    def plain(self, coordinates: Sequence[Scalar]) -> str:
        """Write a polynomial as the reader accepts it, lowest powers first."""
        text = ""
        for power, c in enumerate(coordinates):
            if c:
                text = _appended(text, str(c), self._power(power))
        return text or "0"

    def _power(self, power: int) -> str:
        return "" if power == 0 else self.variable if power == 1 else f"{self.variable}^{power}"

    def data(self, coordinates: Sequence[Scalar]) -> Any:
        """Give a polynomial as plain data: its text."""
        return self.plain(coordinates)


Ambient = Coordinates | Matrices | Polynomials


def _tight(x: Scalar) -> str:
    """Write an entry without blanks, in parentheses where a sign stands inside."""
    text = str(x)
    return text.replace(" ", "") if " " not in text else f"({text})".replace(" ", "")


def _appended(text: str, number: str, power: str) -> str:
    negative = number.startswith("-") and " " not in number
    size = number[1:] if negative else number
    size = f"({size})" if " " in size else size
    body = size if not power else power if size == "1" else f"{size}*{power}"
    if not text:
        return f"-{body}" if negative else body
    return f"{text} - {body}" if negative else f"{text} + {body}"
