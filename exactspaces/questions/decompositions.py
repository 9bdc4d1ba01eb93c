"""Low-rank truncation, polar, spectral and Schur decomposition, factors of full rank."""

from dataclasses import dataclass
from functools import reduce
from itertools import combinations, pairwise
from typing import ClassVar

from exactspaces.fields import Scalar, entries, matrix_from, number, sign
from exactspaces.fields.conjugation import lifted
from exactspaces.kernel import (
    Add,
    Count,
    Equal,
    Given,
    Independent,
    Invertible,
    LowerTriangular,
    Matrix,
    Power,
    Product,
    Rank,
    Scaled,
    Term,
    Transpose,
    Unequal,
    identity,
)
from exactspaces.kernel.matrices import is_zero, minus
from exactspaces.questions.constructions import (
    Construct,
    Construction,
    Line,
    Literals,
    adjoint,
    demand,
)
from exactspaces.questions.inner import self_product, zeros_like
from exactspaces.questions.real_roots import error_words, roots_words
from exactspaces.questions.singular import (
    Squares,
    demand_words,
    diagonal_of,
    gram_term,
    is_diagonal,
    orthonormal_line,
    squares_lines,
)
from exactspaces.questions.spectra import (
    no_form_lines,
    numeral,
    polynomial_at,
    zero_matrix,
)


def eigenvector_lines(a: Given, w: Given, values: Matrix, name: str) -> tuple[Line, ...]:
    """Say that the columns of W are orthogonal, not 0, and eigenvectors of a self-adjoint A."""
    square = Product(adjoint(w), w)
    return (
        Line(f"The columns of W are eigenvectors of {name}.",
             Equal(Product(a, w), Product(w, Given(values)))),
        Line("They are orthogonal.", LowerTriangular(square)),
        Line("None of them is 0: together they are a basis.", Invertible(w)),
    )  # fmt: skip


def _decreasing(values: list[Scalar]) -> bool:
    return all(sign(x - y) >= 0 for x, y in pairwise(values))


@dataclass(frozen=True)
class LowRank(Construction):
    """Which matrix of rank at most k is closest to A, and how far is it from A?

    W has orthogonal eigenvectors of A* A as columns, with eigenvalues l_1 >= l_2 >= ...; A_k acts
    as A on the first k and maps the others to 0. Each B of rank at most k maps some x that is not
    0 in the span of the first k + 1 columns to 0, and |A x|^2 >= l_(k+1) |x|^2 there. So the
    distance |A - B| is at least the root of l_(k+1) in the operator norm; that the Frobenius
    norm is at least the root of l_(k+1) + l_(k+2) + ... is the theorem of Eckart and Young.
    """

    asks: ClassVar[str] = "Find a closest matrix of rank at most k to {matrix}"
    matrix: Term
    k: int

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        if isinstance(answer, Squares):
            demand(not answer.rows, "the eigenvalues of A* A")
            demand_words(answer, {"operator error": error_words(answer.roots, self.k)})
            return squares_lines(given[0], answer)
        low, w, values = (answer.given(name) for name in ("A_k", "W", "L"))
        ring = w.matrix.ring
        squares = diagonal_of(values.matrix)
        demand(is_diagonal(values.matrix) and _decreasing(squares), "eigenvalues in order")
        a, k = Given(lifted(ring, given[0].matrix)), min(self.k, len(squares))
        n = w.matrix.width
        first = [[x if j < k else number(ring, 0) for j, x in enumerate(row)]
                 for row in entries(w.matrix)]  # fmt: skip
        kept = Given(matrix_from(ring, first, n))
        rank = sum(1 for x in squares[:k] if x)
        gram = Given(lifted(ring, answer["G"]))
        error, whole = answer["operator error"], answer["Frobenius error"]
        rest = Given(lifted(whole.ring, minus(a.matrix, low.matrix)))
        next_square = squares[k] if k < n else number(ring, 0)
        demand(all(sign(x) >= 0 for y in (error, whole) for (x,) in entries(y)), "lengths")
        return (
            Line("G = A* A.", Equal(gram_term(a, rows=False), gram)),
            *eigenvector_lines(gram, w, values.matrix, "A* A"),
            Line("A_k acts as A on the first k columns and maps the others to 0.",
                 Equal(Product(low, w), Product(a, kept))),
            Line("So its rank is at most k.", Equal(Rank(low), Count(rank))),
            Line("The square of the operator error is the next eigenvalue.",
                 _squared(error, numeral(number(error.ring, next_square)))),
            Line("The square of the Frobenius error is the sum of the squares of the entries.",
                 _squared(whole, self_product(rest))),
        )  # fmt: skip


def _squared(root: Matrix, square: Term) -> Equal:
    """Say that the square of a number is a number of the same or of a smaller field."""
    r = numeral(entries(root)[0][0])
    return Equal(Product(r, r), square)


@dataclass(frozen=True)
class Polar(Construction):
    """Which Q with orthonormal columns and which positive definite P give A = Q P?

    The columns of W are orthogonal eigenvectors of P with positive eigenvalues. There is one such
    pair exactly when the columns of A are independent.
    """

    asks: ClassVar[str] = "Write {matrix} as Q P with orthonormal columns in Q, P definite"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a = given[0]
        if isinstance(answer, Squares):
            demand(not answer.rows, "the eigenvalues of A* A")
            demand_words(answer, {"eigenvalues of P^2": roots_words(answer.roots)})
            return squares_lines(a, answer)
        if answer.missing:
            v = answer.given("v")
            zero = zeros_like(v, a.matrix.height, 1)
            return (
                Line("A v = 0, so P v = 0 and P is not definite.", Equal(Product(a, v), zero)),
                Line("v is not 0.", Independent(Transpose(v))),
            )
        q, p, w, values = (answer.given(name) for name in ("Q", "P", "W", "L"))
        positive = all(sign(x) > 0 for x in diagonal_of(values.matrix))
        demand(positive and is_diagonal(values.matrix), "positive eigenvalues")
        whole = Given(lifted(q.matrix.ring, a.matrix))
        return (
            Line("Q P is the matrix.", Equal(whole, Product(q, p))),
            orthonormal_line("Q", q),
            Line("P is self-adjoint.", Equal(adjoint(p), p)),
            *eigenvector_lines(p, w, values.matrix, "P, with positive eigenvalues"),
        )


@dataclass(frozen=True)
class Projectors(Construct):
    """Projectors P_1, P_2, ..., each with a number, or with a polynomial for several numbers."""

    projectors: tuple[Matrix, ...] = ()
    numbers: tuple[Scalar | None, ...] = ()
    factors: tuple[Matrix, ...] = ()


@dataclass(frozen=True)
class SpectralProjectors(Construction):
    """Which orthogonal projectors P_i and numbers c_i give A = sum of c_i P_i, P_i P_j = 0?

    Where the eigenvalues are not written out, a projector belongs to all roots of an irreducible
    factor f: f(A) P = 0.
    """

    asks: ClassVar[str] = "Write {matrix} as a sum of numbers times orthogonal projectors"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a = given[0]
        if answer.missing:
            return (Line("The matrix is not its own adjoint.", Unequal(a, adjoint(a))),)
        if not isinstance(answer, Projectors):
            raise TypeError("projectors are due")
        ring = answer.projectors[0].ring
        _demand_shown(answer)
        whole = Given(lifted(ring, a.matrix))
        ps: list[Term] = [Given(p) for p in answer.projectors]
        one = Given(identity(ring, a.matrix.height))
        zero, lines = zero_matrix(one), list[Line]()
        for k, p in enumerate(ps, start=1):
            lines.append(Line(f"P_{k} is a projection.", Equal(Power(p, 2), p)))
            lines.append(Line("It is self-adjoint.", Equal(adjoint(p), p)))
        for (i, p), (j, q) in combinations(enumerate(ps, start=1), 2):
            lines.append(Line(f"P_{i} P_{j} = 0.", Equal(Product(p, q), zero)))
        lines.append(Line("Together they are the identity.", Equal(reduce(Add, ps), one)))
        parts: list[Term] = []
        for p, value, factor in zip(ps, answer.numbers, answer.factors, strict=True):
            if value is None:
                f = polynomial_at(lifted(ring, factor), whole)
                words = "The polynomial with A inserted is 0 on the image of the projector."
                lines.append(Line(words, Equal(Product(f, p), zero)))
                parts.append(Product(whole, p))
            else:
                parts.append(Scaled(numeral(number(ring, value)), p))
        lines.append(Line("A is the sum of its parts.", Equal(whole, reduce(Add, parts))))
        return tuple(lines)


def _demand_shown(answer: Projectors) -> None:
    """Refuse parts that are not what the lines are about, equal numbers, and projectors 0."""
    found = [part.value for part in answer.parts]
    pairs = zip(answer.numbers, answer.factors, answer.projectors, strict=True)
    due = [x for c, f, p in pairs for x in (f if c is None else numeral(c).value, p)]
    demand(found == due, "the numbers (or polynomials) and projectors in their order")
    numbers = [c for c in answer.numbers if c is not None]
    demand(len(set(numbers)) == len(numbers), "each number once")
    demand(all(not is_zero(p) for p in answer.projectors), "projectors that are not 0")


@dataclass(frozen=True)
class Schur(Construction):
    """Which Q with orthonormal columns and which upper triangular T give A Q = Q T?

    Without few enough square roots for the lengths the columns are orthogonal only: Q* Q = D.
    """

    asks: ClassVar[str] = "Write {matrix} as Q T Q* with an upper triangular T"
    matrix: Term
    extend: str = ""

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a = given[0]
        if answer.missing:
            return no_form_lines(a, answer, self.extend)
        q, t = answer.given("Q"), answer.given("T")
        whole = Given(lifted(q.matrix.ring, a.matrix))
        columns: tuple[Line, ...] = (orthonormal_line("Q", q),)
        if any(part.name == "D" for part in answer.parts):
            d = answer.given("D")
            columns = (
                Line("The columns of Q are orthogonal.", Equal(Product(adjoint(q), q), d)),
                Line("D is diagonal, as it is its own adjoint.", LowerTriangular(d)),
                Line("No column is 0.", Invertible(d)),
            )
        return (
            Line("A Q = Q T.", Equal(Product(whole, q), Product(q, t))),
            *columns,
            Line("T has zeros below the diagonal.", LowerTriangular(Transpose(t))),
        )


@dataclass(frozen=True)
class RankFactors(Construction):
    """Which C with independent columns and R with independent rows give A = C R?"""

    asks: ClassVar[str] = "Write {matrix} as C R with as many columns in C as the rank"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        c, r = answer.given("C"), answer.given("R")
        return (
            Line("C R is the matrix.", Equal(given[0], Product(c, r))),
            Line("The columns of C are independent.", Independent(Transpose(c))),
            Line("The rows of R are independent.", Independent(r)),
        )
