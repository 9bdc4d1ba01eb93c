"""Determinants by cofactors, symmetric matrices, maps in bases, and methods of Krylov type."""

from dataclasses import dataclass
from typing import ClassVar

from exactspaces.fields import Scalar, entries, entry, lift, matrix_from, number
from exactspaces.fields.conjugation import imaginary_generators, lifted
from exactspaces.kernel import (
    Add,
    Determinant,
    Equal,
    Given,
    Independent,
    Invertible,
    LowerTriangular,
    Matrix,
    NotInvertible,
    Number,
    Product,
    Rank,
    Scaled,
    Term,
    Trace,
    Transpose,
    Unequal,
    identity,
)
from exactspaces.questions.constructions import (
    Construct,
    Construction,
    Line,
    Literals,
    adjoint,
    demand,
    unit_diagonal,
)
from exactspaces.questions.inner import zeros_like
from exactspaces.questions.roots import numeral
from exactspaces.questions.signs import signed_lines
from exactspaces.questions.spectra import is_jordan


def without(matrix: Matrix, i: int, j: int) -> Matrix:
    """Give the matrix without row i and column j."""
    rows = [k for k in range(matrix.height) if k != i]
    return matrix.select(rows).columns([k for k in range(matrix.width) if k != j])


@dataclass(frozen=True)
class Adjugate(Construction):
    """Which matrix has the cofactors of the given one, transposed?"""

    asks: ClassVar[str] = "Find the adjugate of {matrix}"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a, found = given[0].matrix, answer["adj"]
        n = a.height
        demand(found.shape == a.shape, "a matrix of the same shape")
        cofactors = [
            Line(f"Entry ({j + 1}, {i + 1}) is the cofactor of row {i + 1}, column {j + 1}.",
                 Equal(Determinant(Given(without(a, i, j))),
                       numeral(entries(found)[j][i] * (-1) ** (i + j))))
            for i in range(n) for j in range(n)
        ]  # fmt: skip
        scale = Scaled(Determinant(given[0]), Given(identity(a.ring, n)))
        product = Equal(Product(given[0], Given(found)), scale)
        return (*cofactors, Line("Times the matrix it gives det A times I.", product))


@dataclass(frozen=True)
class Cramer(Construction):
    """What is the solution of A x = b by quotients of determinants?"""

    asks: ClassVar[str] = "Solve the system with {matrix} and {right} by Cramer's rule"
    matrix: Term
    right: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a, b = given
        d = Number(answer["det"])
        if answer.missing:
            d = numeral(number(a.matrix.ring, 0))
        start = Line("This is the determinant of A.", Equal(Determinant(a), d))
        if answer.missing:
            return (start,)
        demand(entry(answer["det"]), "a determinant that is not 0")
        x = answer["x"]
        lines = [start]
        for j, (value,) in enumerate(entries(x)):
            columns = [b.matrix if k == j else a.matrix.columns((k,)) for k in range(x.height)]
            replaced = Determinant(Given(side_by_side(columns)))
            right = Equal(replaced, Product(d, numeral(value)))
            lines.append(Line(f"With b in column {j + 1}, it is det A times x_{j + 1}.", right))
        return (*lines, Line("x solves the system.", Equal(Product(a, Given(x)), b)))


def side_by_side(columns: list[Matrix]) -> Matrix:
    """Put columns beside one another, values unchanged."""
    from_rows = [[x for (x,) in entries(c)] for c in columns]
    rows = [list(row) for row in zip(*from_rows, strict=True)]
    return matrix_from(columns[0].ring, rows, len(columns))


@dataclass(frozen=True)
class SymmetricFactors(Construction):
    """Which unit lower triangular L and diagonal D give A = L D L*?"""

    asks: ClassVar[str] = "Write {matrix} as L D L*"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a = given[0]
        if answer.missing == "not symmetric":
            return (Line("The matrix is not its own adjoint.", Unequal(a, adjoint(a))),)
        if answer.missing:
            k = answer["block"].height
            demand(
                answer["block"] == a.matrix.select(range(k)).columns(range(k)), "a leading block"
            )
            rows = Given(a.matrix.select(range(k)))
            words = (
                "The leading block has a smaller rank than its rows, so there are no such L, D."
            )
            return (Line(words, Unequal(Rank(answer.given("block")), Rank(rows))),)
        low, d = answer.given("L"), answer.given("D")
        demand(is_jordan(d.matrix, diagonal=True), "a diagonal D")
        return (
            Line("L D L* is the matrix.", Equal(a, Product(low, Product(d, adjoint(low))))),
            Line("L is lower triangular.", LowerTriangular(low)),
            unit_diagonal(low),
        )


@dataclass(frozen=True)
class RootFactor(Construction):
    """Which lower triangular L gives A = L L*?"""

    asks: ClassVar[str] = "Write {matrix} as L L*, with L lower triangular"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a = given[0]
        if answer.missing == "not symmetric":
            return (Line("The matrix is not its own adjoint.", Unequal(a, adjoint(a))),)
        if answer.missing:
            return bad_vector(a, answer)
        low = answer.given("L")
        whole = Given(lifted(low.matrix.ring, a.matrix))
        return (
            Line("L L* is the matrix.", Equal(whole, Product(low, adjoint(low)))),
            Line("L is lower triangular.", LowerTriangular(low)),
        )


def value_at(a: Given, x: Given) -> Trace:
    """Give x* A x, which is x^T A x over Q."""
    return Trace(Product(adjoint(x), Product(a, x)))


def form(a: Given) -> str:
    """Write what the signs are of."""
    return "x* A x" if imaginary_generators(a.matrix.ring) else "x^T A x"


def bad_vector(a: Given, answer: Construct) -> tuple[Line, ...]:
    """Say that x^T A x is not positive for an x that is not 0."""
    x = answer.given("x")
    if not any(part.name == "squares" for part in answer.parts):
        zero = Equal(value_at(a, x), numeral(number(a.matrix.ring, 0)))
        return (Line(f"{form(a)} = 0.", zero), Line("x is not 0.", Independent(Transpose(x))))
    return _with_sign(a, answer, "x", "squares", -1)


def _with_sign(a: Given, answer: Construct, x: str, squares: str, sign: int) -> tuple[Line, ...]:
    s = answer.given(squares)
    larger = Given(lifted(s.matrix.ring, a.matrix))
    at = Given(lifted(s.matrix.ring, answer[x]))
    return signed_lines(form(a), value_at(larger, at), s, sign)


KINDS = (
    "positive definite", "negative definite", "positive semidefinite", "negative semidefinite",
    "indefinite",
)  # fmt: skip


@dataclass(frozen=True)
class Definiteness(Construction):
    """Which signs does x^T A x take? For a matrix that is not symmetric, (A + A^T)/2 decides.

    Over QQ(i), for a Hermitian matrix, the conjugate transpose takes the place of the transpose.
    T (A + A*) T* = D with an invertible T and a diagonal D: for x = T* y, twice x* A x is the sum
    of d_k |y_k|^2, so the signs of D are those that x* A x takes (J. Sylvester's law of inertia).
    A number is positive where it is a sum of squares that are not all 0: of four rational ones
    (J.-L. Lagrange), or of its own root. Two vectors with values of both signs show an indefinite
    matrix.
    """

    asks: ClassVar[str] = "Find out which signs x^T A x takes for {matrix}"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a, kind = given[0], answer["kind"]
        demand(kind in KINDS, "one of the five kinds")
        if kind == "indefinite":
            return (
                *_with_sign(a, answer, "x", "squares", 1),
                *_with_sign(a, answer, "y", "others", -1),
            )
        t, d = answer.given("T"), answer.given("D")
        demand(is_jordan(d.matrix, diagonal=True), "a diagonal D")
        values = [row[k] for k, row in enumerate(entries(d.matrix))]
        demand(("semi" in kind) == (not all(values)), "a zero in D for a semidefinite matrix")
        whole = Add(a, adjoint(a))
        square = Line("T times A plus its adjoint times T* is diagonal.",
                      Equal(Product(t, Product(whole, adjoint(t))), d))  # fmt: skip
        sign = -1 if kind.startswith("negative") else 1
        return (
            square,
            Line("T is invertible.", Invertible(t)),
            *(line for k, value in enumerate(values) if value
              for line in _entry_lines(k + 1, value, answer.given(f"s_{k + 1}"), sign)),
        )  # fmt: skip


def _entry_lines(place: int, value: Scalar, squares: Given, sign: int) -> tuple[Line, ...]:
    lifted_value = numeral(lift(squares.matrix.ring, value))
    return signed_lines(f"Entry {place} of D", lifted_value, squares, sign)


@dataclass(frozen=True)
class MatrixOfMap(Construction):
    """Which matrix does x -> T x have in the bases (rows) of its source and target?"""

    asks: ClassVar[str] = "Find the matrix of the map x -> {matrix} x in the given bases"
    matrix: Term
    source: Term
    target: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        t, b, c = given
        if answer.missing:
            return tuple(_no_bases(given, answer))
        images = Equal(Product(t, Transpose(b)), Product(Transpose(c), answer.given("M")))
        return (
            Line("The source vectors are a basis.", Invertible(b)),
            Line("The target vectors are a basis.", Invertible(c)),
            Line("Column j combines the target basis to the image of the j-th vector.", images),
        )


def _no_bases(given: Literals, answer: Construct) -> list[Line]:
    which = given[1] if answer.missing == "source" else given[2]
    return [Line("These vectors are no basis.", NotInvertible(which))]


@dataclass(frozen=True)
class DualBasis(Construction):
    """Which linear functionals are the dual basis: f_i(b_j) = 1 for i = j, else 0?"""

    asks: ClassVar[str] = "Find the dual basis of {vectors}"
    vectors: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        b = given[0]
        if answer.missing:
            return (Line("These vectors are no basis.", NotInvertible(b)),)
        f = answer.given("f")
        one = Given(identity(b.matrix.ring, b.matrix.height))
        return (Line("f_i(b_j) is 1 for i = j and 0 else.", Equal(Product(f, Transpose(b)), one)),)


@dataclass(frozen=True)
class KrylovReduction(Construction):
    """Which orthogonal vectors span the Krylov spaces, and which matrix has A in them?

    A Q = Q H without roots: H is upper Hessenberg, and tridiagonal for a symmetric A.
    """

    asks: ClassVar[str] = "Find orthogonal vectors in the Krylov space of {matrix} and {vector}"
    matrix: Term
    vector: Term
    symmetric: bool = False

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a, b = given
        if answer.missing:
            demand(self.symmetric, "what is said of Lanczos' method")
            return (Line("The matrix is not its own adjoint.", Unequal(a, adjoint(a))),)
        q, h, d = answer.given("Q"), answer.given("H"), answer.given("D")
        demand(is_hessenberg(h.matrix, tridiagonal=self.symmetric), "zeros where they are due")
        return (
            Line("The first column is the vector.", Equal(Given(q.matrix.columns((0,))), b)),
            Line("These are the products of the columns.", Equal(Product(adjoint(q), q), d)),
            Line("So they are orthogonal.", LowerTriangular(d)),
            Line("None of the products is 0.", Invertible(d)),
            Line("A Q = Q H, so the columns span an invariant space.",
                 Equal(Product(a, q), Product(q, h))),
        )  # fmt: skip


def is_hessenberg(h: Matrix, *, tridiagonal: bool) -> bool:
    """Say whether all entries further below the diagonal than by one are 0 (or above, as well)."""
    for i, row in enumerate(entries(h)):
        for j, x in enumerate(row):
            if x and (j < i - 1 or (tridiagonal and j > i + 1)):
                return False
    return True


@dataclass(frozen=True)
class ConjugateGradients(Construction):
    """Which steps does the method of conjugate gradients take to solve A x = b?

    Columns: x_1, ..., x_k of X; search directions of P; residuals b - A x of R. The last is 0.
    """

    asks: ClassVar[str] = "Solve the system with {matrix} and {right} by conjugate gradients"
    matrix: Term
    right: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a, b = given
        x = answer.given("x")
        solved = Line("x solves the system.", Equal(Product(a, x), b))
        if not any(part.name == "P" for part in answer.parts):
            return (solved,)
        p, r, d, e = (answer.given(name) for name in ("P", "R", "D", "E"))
        k, n = r.matrix.width, b.matrix.height
        later = [r.matrix.columns((j,)) for j in range(1, k)]
        new = Given(side_by_side([*later, zeros_like(b, n, 1).matrix]))
        steps = answer.given("X")
        last = steps.matrix.columns((k - 1,))
        demand(entries(last) == entries(x.matrix), "x as the last step")
        demand(answer["steps"] == str(k), "the number of steps")
        residues = Equal(Add(Product(a, steps), new), Given(side_by_side([b.matrix] * k)))
        return (
            Line("x_k and the k-th new residual are one for the other: A x_k + r = b.", residues),
            Line("The first direction is b.", Equal(Given(p.matrix.columns((0,))), b)),
            Line("The products of directions with the form A.",
                 Equal(Product(adjoint(p), Product(a, p)), d)),
            Line("So the directions are conjugate.", LowerTriangular(d)),
            Line("The products of the residuals.", Equal(Product(adjoint(r), r), e)),
            Line("So the residuals are orthogonal.", LowerTriangular(e)),
            solved,
        )  # fmt: skip
