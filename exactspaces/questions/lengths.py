"""Lengths, distances and angles: square roots of what inner products give."""

from dataclasses import dataclass
from typing import ClassVar

from exactspaces.fields import entry, number, sign
from exactspaces.fields.conjugation import lifted
from exactspaces.kernel import (
    Add,
    Equal,
    Given,
    Matrix,
    Member,
    Number,
    Product,
    Ring,
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
from exactspaces.questions.inner import (
    isotropic_lines,
    pairing,
    self_product,
    weighted,
    zeros_like,
)
from exactspaces.questions.roots import numeral
from exactspaces.questions.symmetric import Definiteness
from exactspaces.spaces import Ambient


@dataclass(frozen=True)
class Distance(Construction):
    """How far is the vector from the space, or from the point plus the space?

    As far as from p, where v - p is orthogonal to the space: then
    |v - w|^2 = |v - p|^2 + |p - w|^2 for every other w. Products are conj(u)^T G v for a positive
    definite G = M M*.
    """

    asks: ClassVar[str] = "Find the distance of {vector} from {space}"
    vector: Term
    space: Term
    point: Term | None = None
    form: Term | None = None
    ambient: Ambient | None = None

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        v, basis, *others = given
        form = others.pop() if self.form is not None else None
        if answer.missing:
            return isotropic_lines(basis, answer.given("w"), form)
        p, r = answer.given("nearest"), answer.given("residual")
        direction: Term = p
        if self.point is not None:
            minus = numeral(number(v.matrix.ring, -1))
            direction = Add(p, Scaled(minus, others[0]))
        zero = zeros_like(v, basis.matrix.height, 1)
        across = pairing(basis, r, form)
        return (
            *inner_product_lines(form, answer),
            Line("The nearest vector lies there.", Member(direction, Span(basis))),
            Line("It and what is left add up to the vector.", Equal(Add(p, r), v)),
            Line("What is left is orthogonal to the space.", Equal(across, zero)),
            length_line(answer["distance"], r, form),
        )


def inner_product_lines(form: Given | None, answer: Construct) -> tuple[Line, ...]:
    """Say that a form, where one is given, is Hermitian and positive definite."""
    if form is None:
        return ()
    demand(answer["kind"] == "positive definite", "a positive definite form")
    symmetric = Line("The form is its own adjoint.", Equal(adjoint(form), form))
    return symmetric, *Definiteness(form).lines((form,), answer)


def length_line(length: Matrix, vector: Given, form: Given | None) -> Line:
    """Say that a number is the length of a vector; it is not negative."""
    demand(sign(entry(length)) >= 0, "a length that is not negative")
    norm = Number(length)
    v, g = lifted_together(length.ring, vector, form)
    words = "Its square is the product of the vector with itself."
    return Line(words, Equal(Product(norm, norm), self_product(v, g)))


def lifted_together(ring: Ring, vector: Given, form: Given | None) -> tuple[Given, Given | None]:
    """Give a vector and a form over a larger field."""
    g = None if form is None else Given(lifted(ring, form.matrix))
    return Given(lifted(ring, vector.matrix)), g


@dataclass(frozen=True)
class NormOf(Construction):
    """How long is the vector? The square of the answer is <v, v>."""

    asks: ClassVar[str] = "Find the length of {vector}"
    vector: Term
    form: Term | None = None

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        form = given[1] if self.form is not None else None
        return *inner_product_lines(form, answer), length_line(answer["norm"], given[0], form)


@dataclass(frozen=True)
class AngleBetween(Construction):
    """What is the cosine of the angle? Its square times <u, u> <v, v> is <u, v>^2."""

    asks: ClassVar[str] = "Find the cosine of the angle between {left} and {right}"
    left: Term
    right: Term
    form: Term | None = None

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        cosine, lengths = Number(answer["cosine"]), Number(answer["lengths"])
        demand(sign(entry(answer["lengths"])) > 0, "lengths that are positive")
        form = given[2] if self.form is not None else None
        ring = cosine.value.ring
        u, g = lifted_together(ring, given[0], form)
        v, _ = lifted_together(ring, given[1], form)
        product = Trace(Product(adjoint(u), weighted(g, v)))
        squares = Product(self_product(u, g), self_product(v, g))
        return (
            *inner_product_lines(form, answer),
            Line("This is the product of the lengths: its square is right.",
                 Equal(Product(lengths, lengths), squares)),
            Line("The cosine times it is the inner product.",
                 Equal(Product(cosine, lengths), product)),
        )  # fmt: skip
