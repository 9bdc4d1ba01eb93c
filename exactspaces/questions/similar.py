"""Rational canonical form, and similarity."""

from dataclasses import dataclass
from typing import ClassVar

from exactspaces.kernel import Equal, Invertible, Power, Product, Rank, Term, Trace, Unequal
from exactspaces.kernel.matrices import equal
from exactspaces.questions.companions import Companions, companion_form, form_lines
from exactspaces.questions.constructions import Construct, Construction, Line, Literals, demand
from exactspaces.questions.spectra import polynomial_at


@dataclass(frozen=True)
class RationalForm(Construction):
    """Which P takes the matrix to rational canonical form: companion blocks d_1 | d_2 | ...?"""

    asks: ClassVar[str] = "Find {matrix} in the form P F P^(-1) with companion blocks in F"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        if not isinstance(answer, Companions):
            raise TypeError("companion matrices are due")
        due = companion_form(given[0].matrix.ring, answer.polynomials)
        demand(equal(due, answer["F"]), "companion blocks in F")
        return form_lines(given[0], answer)


@dataclass(frozen=True)
class Similarity(Construction):
    """Are the two matrices similar: is there an invertible P with A P = P B?

    When not, some polynomial q gives q(A) and q(B) different ranks, or two powers have different
    traces.
    """

    asks: ClassVar[str] = "Decide whether {left} and {right} are similar"
    left: Term
    right: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a, b = given
        if answer.missing == "traces":
            powers = (Power(x, int(answer["k"])) for x in given)
            traces = Unequal(*map(Trace, powers))
            return (Line("Similar matrices have powers with the same traces.", traces),)
        if answer.missing:
            q = answer["q"]
            ranks = (Rank(polynomial_at(q, x)) for x in given)
            return (Line("The ranks of q(A) and q(B) differ.", Unequal(*ranks)),)
        p = answer.given("P")
        return (
            Line("A P = P B.", Equal(Product(a, p), Product(p, b))),
            Line("P is invertible.", Invertible(p)),
        )
