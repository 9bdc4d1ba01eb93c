"""Lengths, distances and angles: square roots of what inner products give."""

from dataclasses import dataclass
from typing import ClassVar

from exactspaces.fields import entry, matrix_from, number, sign
from exactspaces.fields.conjugation import lifted
from exactspaces.kernel import (
    Add,
    Equal,
    Given,
    Matrix,
    Member,
    Number,
    Product,
    Scaled,
    Span,
    Term,
    Trace,
)
from exactspaces.questions.constructions import (
    Construct,
    Construction,
    Line,
    Literals,
    adjoint,
    demand,
)
from exactspaces.questions.inner import isotropic_lines, pairing, self_product, zeros_like


@dataclass(frozen=True)
class Distance(Construction):
    """How far is the vector from the space, or from the point plus the space?

    As far as from p, where v - p is orthogonal to the space: then
    |v - w|^2 = |v - p|^2 + |p - w|^2 for every other w.
    """

    asks: ClassVar[str] = "Find the distance of {vector} from {space}"
    vector: Term
    space: Term
    point: Term | None = None

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        v, basis = given[:2]
        if answer.missing:
            return isotropic_lines(basis, answer.given("w"), None)
        p, r = answer.given("nearest"), answer.given("residual")
        zero = zeros_like(v, basis.matrix.height, 1)
        direction: Term = p
        if self.point is not None:
            minus = Number(matrix_from(v.matrix.ring, [[number(v.matrix.ring, -1)]]))
            direction = Add(p, Scaled(minus, given[2]))
        return (
            Line("The nearest vector lies there.", Member(direction, Span(basis))),
            Line("It and what is left add up to the vector.", Equal(Add(p, r), v)),
            Line("What is left is orthogonal to the space.", Equal(pairing(basis, r), zero)),
            length_line(answer["distance"], r),
        )


def length_line(length: Matrix, vector: Given) -> Line:
    """Say that a number is the length of a vector; it is not negative."""
    demand(sign(entry(length)) >= 0, "a length that is not negative")
    norm = Number(length)
    square = self_product(Given(lifted(length.ring, vector.matrix)))
    words = "Its square is the product of the vector with itself."
    return Line(words, Equal(Product(norm, norm), square))


@dataclass(frozen=True)
class NormOf(Construction):
    """How long is the vector? The square of the answer is <v, v>."""

    asks: ClassVar[str] = "Find the length of {vector}"
    vector: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        return (length_line(answer["norm"], given[0]),)


@dataclass(frozen=True)
class AngleBetween(Construction):
    """What is the cosine of the angle? Its square times <u, u> <v, v> is <u, v>^2."""

    asks: ClassVar[str] = "Find the cosine of the angle between {left} and {right}"
    left: Term
    right: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        cosine, lengths = Number(answer["cosine"]), Number(answer["lengths"])
        demand(sign(entry(answer["lengths"])) > 0, "lengths that are positive")
        ring = cosine.value.ring
        u, v = (Given(lifted(ring, x.matrix)) for x in given)
        product = Trace(Product(adjoint(u), v))
        squares = Product(self_product(u), self_product(v))
        return (
            Line("This is the product of the lengths: its square is right.",
                 Equal(Product(lengths, lengths), squares)),
            Line("The cosine times it is the inner product.",
                 Equal(Product(cosine, lengths), product)),
        )  # fmt: skip
