"""What the reader knows beside the text: the field, names, the polynomial variable."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NoReturn

from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.fields import Scalar, matrix_from, number
from exactspaces.fields.matrices import content_free, quotient
from exactspaces.fields.names import Over
from exactspaces.kernel import Matrix, Parameters, Ring
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.reading.grammar.syntax import Node


class Grow(Exception):
    """The text needs a larger ring: a root was met, or a denominator with parameters."""

    def __init__(self, ring: Ring) -> None:
        super().__init__("a larger ring is needed")
        self.ring = ring


@dataclass(frozen=True)
class Context:
    """The ring to work in, what names stand for, and the free variable of polynomials."""

    text: str
    over: Over
    ring: Ring
    names: Mapping[str, Any]
    variable: str | None = None
    degree: int = 0
    open_names: tuple[str, ...] = ()

    def number(self, value: Fraction | int | Scalar) -> Scalar:
        """Give the number of the ring."""
        return number(self.ring, value)

    def matrix(self, rows: list[list[Scalar]], width: int | None = None) -> Matrix:
        """Give a kernel matrix; ask for a larger ring when denominators contain parameters."""
        if isinstance(self.ring, Parameters):
            for x in (x for row in rows for x in row):
                self.divided(x)
        return matrix_from(self.ring, rows, width)

    def divided(self, x: Scalar) -> Scalar:
        """Give the number; ask for a ring in which its denominator is not zero."""
        ring = self.ring
        if not isinstance(ring, Parameters) or poly.is_constant(x.bottom):
            return x
        if not ring.is_unit(x.bottom):
            bottom = content_free(x.bottom, ring.characteristic)
            raise Grow(Parameters(ring.field, ring.names, (), (), _with(ring, bottom)))
        return x

    def fail(self, node: Node, message: str) -> NoReturn:
        """Refuse, pointing at the node."""
        raise NotUnderstood(message, self.text, node.start)


def _with(ring: Parameters, bottom: Polynomial) -> tuple[Polynomial, ...]:
    """Add a denominator to those that are not zero, before the first that it divides.

    Denominators are split by these, the last first: none must hide behind its own factors.
    """
    places = (k for k, f in enumerate(ring.nonzero) if quotient(ring, f, bottom) is not None)
    place = next(places, len(ring.nonzero))
    return (*ring.nonzero[:place], bottom, *ring.nonzero[place:])


def describe(error: ExactSpacesError) -> str:
    """Give the message of an error without the place of another text."""
    return error.message if isinstance(error, NotUnderstood) else str(error)
