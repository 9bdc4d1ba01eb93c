"""Equations between matrices."""

from dataclasses import dataclass
from typing import ClassVar

from exactspaces.kernel import Equal, Independent, Null, Product, Span, Term, Transpose, Unequal
from exactspaces.questions.constructions import Construct, Construction, Line, Literals, demand
from exactspaces.questions.inner import zeros_like


@dataclass(frozen=True)
class MatrixEquation(Construction):
    """Which matrices X give A X = B?

    The rows of N are a basis of null(A): all solutions are X with vectors of null(A) added to its
    columns, and X is the only one where null(A) = {0}. A vector y with y^T A = 0 and y^T B not
    0 shows that there is none.
    """

    asks: ClassVar[str] = "Solve {matrix} X = {right}"
    matrix: Term
    right: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a, b = given
        if answer.missing:
            y = Transpose(answer.given("y"))
            zeros = (zeros_like(a, 1, x.matrix.width) for x in (a, b))
            return (
                Line("y^T A = 0.", Equal(Product(y, a), next(zeros))),
                Line("y^T B is not 0, so A X = B for no X.", Unequal(Product(y, b), next(zeros))),
            )
        solved = Line("X solves the equation.", Equal(Product(a, answer.given("X")), b))
        if not any(part.name == "N" for part in answer.parts):
            words = "X is the only solution:"
            return solved, Line(words, Independent(Transpose(a)))
        n = answer.given("N")
        demand(n.matrix.height, "vectors in N")
        return (
            solved,
            Line("Vectors of null(A) may be added to each column of X:", Equal(Null(a), Span(n))),
            Line("They are a basis of it:", Independent(n)),
        )
