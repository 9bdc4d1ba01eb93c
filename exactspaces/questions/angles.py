"""Principal angles between subspaces, and the inequality of Cauchy and Schwarz."""

from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from exactspaces.fields import entries, matrix_from
from exactspaces.kernel import (
    Add,
    Equal,
    Given,
    Independent,
    Matrix,
    Product,
    Term,
    Trace,
    Transpose,
)
from exactspaces.questions.constructions import (
    Construct,
    Construction,
    Line,
    Literals,
    adjoint,
    demand,
)
from exactspaces.questions.inner import pairing, self_product
from exactspaces.questions.real_roots import lengths_words
from exactspaces.questions.singular import Squares, demand_words, root_lines, roots_lines
from exactspaces.questions.spectra import numeral


@dataclass(frozen=True)
class PrincipalAngles(Construction):
    """What are the cosines of the principal angles between the two subspaces?

    With bases u (of the smaller space) and w and their Gram matrices G and H, the squares of the
    cosines are the eigenvalues of G^-1 N H^-1 N*, N the matrix of the products <u_i, w_j>
    (A. Bjoerck and G. Golub, Mathematics of Computation 27, 1973).
    """

    asks: ClassVar[str] = "Find the cosines of the principal angles between {left} and {right}"
    left: Term
    right: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        if not isinstance(answer, Squares) or answer.gram is None:
            raise TypeError("squares of cosines are due")
        u, w = given if not answer.rows else given[::-1]
        demand(u.matrix.height <= w.matrix.height, "the smaller space first")
        across, x, y = pairing(u, Transpose(w)), answer.given("X"), answer.given("Y")
        gram = Given(answer.gram)
        lines = [
            Line("The vectors u are independent.", Independent(u)),
            Line("The vectors w are independent.", Independent(w)),
            Line("X = G^-1 N.", Equal(Product(pairing(u, Transpose(u)), x), across)),
            Line("Y = H^-1 N*.", Equal(Product(pairing(w, Transpose(w)), y), adjoint(across))),
            Line("This is X Y; its eigenvalues are the squares of the cosines.",
                 Equal(Product(x, y), gram)),
            *roots_lines(gram, answer),
        ]  # fmt: skip
        if any(part.name == "cosines" for part in answer.parts):
            cosines = [c for (c,) in entries(answer["cosines"])]
            return (*lines, *root_lines(cosines, answer))
        demand_words(answer, {"cosines of the angles": lengths_words(answer.roots)})
        return tuple(lines)


@dataclass(frozen=True)
class CauchySchwarz(Construction):
    """By how much does <u, u> <v, v> exceed |<u, v>|^2?

    The difference is the sum of |u_i v_j - u_j v_i|^2 for i < j (Lagrange's identity). So it is
    not negative, and 0 exactly when u and v are dependent.
    """

    asks: ClassVar[str] = "Compare |<u, v>|^2 with <u, u> <v, v> for {left} and {right}"
    left: Term
    right: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        u, v = given
        product, lengths = numeral_of(answer["|<u,v>|^2"]), numeral_of(answer["<u,u><v,v>"])
        rest = Given(answer["minors"])
        demand(entries(rest.matrix) == entries(minors(u.matrix, v.matrix)), "all minors")
        inner = Trace(Product(adjoint(u), v))
        other = Trace(Product(adjoint(v), u))
        return (
            Line("The square of the inner product.", Equal(Product(inner, other), product)),
            Line("The product of the squared lengths.",
                 Equal(Product(self_product(u), self_product(v)), lengths)),
            Line("The difference is a sum of squares, one for each two places.",
                 Equal(lengths, Add(product, self_product(rest)))),
        )  # fmt: skip


def numeral_of(matrix: Matrix) -> Term:
    """Give the term for the number in a 1 x 1 matrix."""
    return numeral(entries(matrix)[0][0])


def minors(u: Matrix, v: Matrix) -> Matrix:
    """Give u_i v_j - u_j v_i for i < j as a column."""
    a, b = ([x for (x,) in entries(m)] for m in (u, v))
    pairs = combinations(range(len(a)), 2)
    return matrix_from(u.ring, [[a[i] * b[j] - a[j] * b[i]] for i, j in pairs], 1)
