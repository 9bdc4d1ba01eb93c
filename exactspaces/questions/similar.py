"""Rational canonical form, and similarity."""

from dataclasses import dataclass
from typing import ClassVar

from exactspaces.fields import entries, number
from exactspaces.kernel import (
    Add,
    Equal,
    Invertible,
    Power,
    Product,
    Rank,
    Rationals,
    Term,
    Trace,
    Unequal,
)
from exactspaces.kernel.matrices import equal
from exactspaces.questions.companions import Companions, as_polynomial, companion_form, form_lines
from exactspaces.questions.constructions import Construct, Construction, Line, Literals, demand
from exactspaces.questions.irreducible import sign_changes
from exactspaces.questions.singular import Squares
from exactspaces.questions.spectra import (
    multiplied,
    negative_trace_lines,
    polynomial_at,
    zero_matrix,
)


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
        demand(answer["P"] == answer.base, "the basis in P")
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


@dataclass(frozen=True)
class Diagonalizable(Construction):
    """Is the matrix diagonalisable over the complex numbers, or over the real ones?

    Yes, when some polynomial m without multiple roots is 0 at A: u m + v m' = 1 leaves no common
    root of m and m'. Over the real numbers each irreducible factor has as many real roots as its
    degree besides. No, over every field, when a polynomial r in A is nilpotent and not 0: in
    diagonal form it could not be. No, over the real numbers, when some h(A)^2 has a negative
    trace: that is the sum of the squares of h(c) for the eigenvalues c.
    """

    asks: ClassVar[str] = "Decide whether {matrix} is diagonalisable"
    matrix: Term
    real: bool = False

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a = given[0]
        if answer.missing == "not real":
            demand(self.real, "what is said of the real numbers")
            return negative_trace_lines(a, answer)
        if answer.missing:
            r = polynomial_at(answer["r"], a)
            zero = zero_matrix(a)
            return (
                Line("r(A) is not 0.", Unequal(r, zero)),
                Line("A power of it is 0.", Equal(Power(r, a.matrix.height), zero)),
            )
        if not isinstance(answer, Squares):
            raise TypeError("roots are due")
        demand(answer["diagonalizable"] == "yes", "yes")
        m, u, v = (entries(answer[name])[0] for name in "muv")
        slope = [c * k for k, c in enumerate(m)][1:]
        parts = [Product(as_polynomial(x), as_polynomial(y)) for x, y in ((u, m), (v, slope))]
        one = as_polynomial([number(a.matrix.ring, 1)])
        lines = [
            Line("m is 0 at A.", Equal(polynomial_at(answer["m"], a), zero_matrix(a))),
            Line("u m + v m' = 1, so m has no multiple root.", Equal(Add(*parts), one)),
        ]
        if self.real:
            demand(isinstance(a.matrix.ring, Rationals), "a rational matrix")
            product = multiplied(answer.factors)
            lines.append(Line("m is the product of its factors.",
                              Equal(as_polynomial(m), product)))  # fmt: skip
            for f, _ in answer.factors:
                others = [x for x in answer.others if x.polynomial == f]
                demand(f.width == 2 or others, "intervals for a factor")
            for other in answer.others:
                demand(len(other.intervals) == other.polynomial.width - 1, "only real roots")
                words = "The factor changes its sign here."
                lines += [Line(words, claim) for claim in sign_changes(other)]
        return tuple(lines)
