"""GMRES with exact numbers, and the methods of Arnoldi and Lanczos with vectors of length 1."""

from dataclasses import dataclass
from typing import ClassVar

from exactspaces.fields import entries, sign
from exactspaces.fields.conjugation import lifted
from exactspaces.kernel import (
    Add,
    Diagonal,
    Equal,
    Given,
    Independent,
    LowerTriangular,
    NotMember,
    Product,
    Scaled,
    Term,
    Transpose,
    Unequal,
    column_space,
)
from exactspaces.questions.constructions import (
    Construct,
    Construction,
    Line,
    Literals,
    adjoint,
    demand,
)
from exactspaces.questions.inner import zeros_like
from exactspaces.questions.singular import orthonormal_line
from exactspaces.questions.spectra import krylov_lines
from exactspaces.questions.symmetric import is_hessenberg, side_by_side


@dataclass(frozen=True)
class Residuals(Construction):
    """Which x in each Krylov space of A and b makes b - A x shortest?

    Column k of X lies in the span of b, A b, ..., A^(k-1) b, and its residual is orthogonal to A
    times that space, which makes it shortest. The last residual is 0, or the space does not grow
    further and A is singular on it: then the method has broken down.
    """

    asks: ClassVar[str] = "Solve the system with {matrix} and {right} by shortest residuals"
    matrix: Term
    right: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a, b = given
        if answer.missing and not answer["X"].width:
            return self._ends(a, b, answer)
        k, y, x = answer["K"], answer.given("Y"), answer.given("X")
        r, steps = answer.given("R"), answer["X"].width
        powers = Given(k.columns(range(steps)))
        start = Given(side_by_side([b.matrix] * steps))
        images = Product(adjoint(Product(a, powers)), r)
        squares = answer["residuals^2"]
        demand(squares.height == steps + 1, "a residual for each step")
        begin = Equal(Product(adjoint(b), b), Given(squares.select((0,))))
        after = Given(squares.select(range(1, steps + 1)))
        lines = [
            *krylov_lines(a, b, k),
            Line("The steps are combinations of these columns.", Equal(x, Product(powers, y))),
            Line("Step k uses the first k only.", LowerTriangular(Transpose(y))),
            Line("The residuals b - A x.", Equal(Add(Product(a, x), r), start)),
            Line("Residual k is orthogonal to A times the first k columns: above the diagonal ...",
                 LowerTriangular(images)),
            Line("... and on it.", Equal(Diagonal(images), zeros_like(r, steps, 1))),
            Line("The squared length of b.", begin),
            Line("The squared lengths of the residuals.",
                 Equal(Diagonal(Product(adjoint(r), r)), after)),
        ]  # fmt: skip
        if answer.missing:
            return (*lines, *self._ends(a, b, answer))
        zero = zeros_like(b, b.matrix.height, 1)
        last = Given(r.matrix.columns((steps - 1,)))
        found = entries(x.matrix.columns((steps - 1,)))
        demand(entries(answer["x"]) == found, "x as the last step")
        return (*lines, Line("The last residual is 0.", Equal(last, zero)))

    @staticmethod
    def _ends(a: Given, b: Given, answer: Construct) -> tuple[Line, ...]:
        """Say that the space is invariant, A singular on it, and b not in A times it."""
        k = answer["K"]
        z, c = answer.given("z"), answer.given("c")
        last = Given(k.columns((k.width - 1,)))
        zero = zeros_like(b, b.matrix.height, 1)
        return (
            *(() if answer["X"].width else krylov_lines(a, b, k)),
            Line("A times the last column is a combination: the space does not grow.",
                 Equal(Product(a, last), Product(Given(k), c))),
            Line("A maps this combination of the columns to 0.",
                 Equal(Product(a, Product(Given(k), z)), zero)),
            Line("It is not 0, as the columns are independent.", Independent(Transpose(z))),
            Line("No combination x of the columns has A x = b.",
                 NotMember(b, column_space(Product(a, Given(k))))),
        )  # fmt: skip


@dataclass(frozen=True)
class UnitKrylovReduction(Construction):
    """Which orthonormal vectors span the Krylov spaces, and which H gives A Q = Q H?

    H is upper Hessenberg with positive numbers below its diagonal, and tridiagonal for Lanczos'
    method, where A is its own adjoint. The first column of Q is b divided by its length.
    """

    asks: ClassVar[str] = "Find orthonormal vectors in the Krylov space of {matrix} and {vector}"
    matrix: Term
    vector: Term
    symmetric: bool = False

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        if answer.missing:
            demand(self.symmetric, "what is said of Lanczos' method")
            words = "The matrix is not its own adjoint."
            return (Line(words, Unequal(given[0], adjoint(given[0]))),)
        q, h, length = (answer.given(name) for name in ("Q", "H", "length"))
        ring = q.matrix.ring
        a, b = (Given(lifted(ring, x.matrix)) for x in given)
        demand(is_hessenberg(h.matrix, tridiagonal=self.symmetric), "zeros where they are due")
        rows = entries(h.matrix)
        below = [rows[k + 1][k] for k in range(len(rows) - 1)]
        demand(all(sign(x) > 0 for x in (*below, entries(length.matrix)[0][0])), "lengths")
        first = Given(q.matrix.columns((0,)))
        return (
            Line("The first column times the length of b is b.", Equal(Scaled(length, first), b)),
            orthonormal_line("Q", q),
            Line("A Q = Q H, so the columns span an invariant space.",
                 Equal(Product(a, q), Product(q, h))),
        )  # fmt: skip
