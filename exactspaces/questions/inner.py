"""Inner products: projections, orthogonal vectors, least squares, pseudo-inverse, QR.

<u, v> = conj(u)^T G v, with G = I unless a form is given: conjugate-linear in the first place over
fields that contain i or another root of a negative number, bilinear over all others.
"""

from dataclasses import dataclass
from typing import ClassVar

from exactspaces.fields.conjugation import lifted
from exactspaces.kernel import (
    Add,
    Equal,
    Given,
    Independent,
    Invertible,
    LowerTriangular,
    Matrix,
    Member,
    Number,
    Power,
    Product,
    Rank,
    Span,
    Term,
    Trace,
    Transpose,
    Unequal,
    column_space,
)
from exactspaces.kernel.matrices import identity
from exactspaces.questions.constructions import (
    Construct,
    Construction,
    Line,
    Literals,
    adjoint,
    conjugated,
    unit_diagonal,
)
from exactspaces.questions.notions import HasCoordinates


def zeros_like(left: Given, height: int, width: int) -> Given:
    """Give the zero matrix of a shape over the same ring."""
    ring = left.matrix.ring
    return Given(Matrix(ring, ((ring.integer(0),) * width,) * height, width))


def weighted(form: Term | None, right: Term) -> Term:
    """Give G * right, or `right` for the standard product."""
    return right if form is None else Product(form, right)


def pairing(rows: Term, columns: Term, form: Given | None = None) -> Term:
    """Give the matrix of all <row, column>."""
    return Product(conjugated(rows), weighted(form, columns))


def self_product(column: Term, form: Term | None = None) -> Trace:
    """Give <v, v> as a number."""
    return Trace(Product(adjoint(column), weighted(form, column)))


def isotropic_lines(given: Given, w: Given, form: Given | None) -> tuple[Line, ...]:
    """Say that w is not 0, lies in the span of the rows and is orthogonal to all of it."""
    zero = zeros_like(given, given.matrix.height, 1)
    return (
        Line("w lies in the space.", Member(w, Span(given))),
        Line("w is orthogonal to every vector of it.", Equal(pairing(given, w, form), zero)),
        Line("w is not 0.", Independent(Transpose(w))),
    )


def _form(given: Literals, place: int) -> Given | None:
    return given[place] if len(given) > place else None


@dataclass(frozen=True)
class OrthogonalProjector(Construction):
    """Which matrix projects orthogonally onto the space?"""

    asks: ClassVar[str] = "Find the matrix of the orthogonal projection onto {space}"
    space: Term
    form: Term | None = None

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        basis, form = given[0], _form(given, 1)
        if answer.missing:
            return isotropic_lines(basis, answer.given("w"), form)
        p = answer.given("P")
        same = Equal(adjoint(p), p)
        if form is not None:
            same = Equal(Product(adjoint(p), form), Product(form, p))
        return (
            Line("P is a projection: applying it twice changes nothing.", Equal(Power(p, 2), p)),
            Line("P is self-adjoint for the inner product.", same),
            Line("P projects onto the space.", Equal(column_space(p), Span(basis))),
        )


@dataclass(frozen=True)
class ProjectionOfVector(Construction):
    """What is the orthogonal projection of the vector, what is left, and how long is that?"""

    asks: ClassVar[str] = "Find the orthogonal projection of {vector} onto {space}"
    vector: Term
    space: Term
    form: Term | None = None

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        v, basis, form = given[0], given[1], _form(given, 2)
        if answer.missing:
            return isotropic_lines(basis, answer.given("w"), form)
        p, r = answer.given("projection"), answer.given("residual")
        zero = zeros_like(v, basis.matrix.height, 1)
        square = Equal(self_product(r, form), Number(answer["distance^2"]))
        return (
            Line("The projection lies in the space.", Member(p, Span(basis))),
            Line("Projection and residual add up to the vector.", Equal(Add(p, r), v)),
            Line("The residual is orthogonal to the space.", Equal(pairing(basis, r, form), zero)),
            Line("This is the square of its length, the distance.", square),
        )


@dataclass(frozen=True)
class Orthogonalised(Construction):
    """Which orthogonal vectors does the method of Gram and Schmidt give, without roots?

    vectors = T U with a unit lower triangular T; the rows of U are orthogonal, their products
    with themselves are not 0. Otherwise the first vector is named that is a combination of those
    before it, or whose orthogonal part has product 0 with itself.
    """

    asks: ClassVar[str] = "Orthogonalise {vectors} by the method of Gram and Schmidt"
    vectors: Term
    form: Term | None = None

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        rows, form = given[0], _form(given, 1)
        if answer.missing == "dependent":
            c = answer["coefficients"]
            k = c.height
            last = Given(rows.matrix.select((k,)).transpose)
            found = HasCoordinates(last, Given(rows.matrix.select(range(k))), c)
            return (Line("The vector is a combination of those before it.", found.claim),)
        u, t, d = answer.given("u"), answer.given("T"), answer.given("D")
        first = Given(rows.matrix.select(range(u.matrix.height)))
        products = Equal(pairing(u, Transpose(u), form), d)
        regular = Line("No product of a vector with itself is 0.", Invertible(d))
        if answer.missing:
            nonzero = Given(u.matrix.select((u.matrix.height - 1,)))
            regular = Line("The last vector is not 0, but its product is.", Independent(nonzero))
        return (
            Line("Each vector is its combination of the orthogonal ones.",
                 Equal(first, Product(t, u))),
            Line("T is lower triangular.", LowerTriangular(t)),
            unit_diagonal(t),
            Line("These are the products of the vectors.", products),
            Line("So they are orthogonal.", LowerTriangular(d)),
            regular,
        )  # fmt: skip


@dataclass(frozen=True)
class MinimumNorm(Construction):
    """Which x of least length makes A x - b as short as possible?"""

    asks: ClassVar[str] = "Find the shortest least-squares solution for {matrix} and {right}"
    matrix: Term
    right: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        (a, b), x = given, answer.given("x")
        normal = Equal(Product(adjoint(a), Product(a, x)), Product(adjoint(a), b))
        return (
            Line("x satisfies the normal equations.", normal),
            Line("x lies in the row space, so no other solution is as short.",
                 Member(x, Span(conjugated(a)))),
        )  # fmt: skip


@dataclass(frozen=True)
class PseudoInverse(Construction):
    """Which X satisfies the four equations of Penrose?

    There is one exactly when A, A* A and A A* have one rank, as over Q and QQ(i) always (M. Pearl,
    Generalized inverses of matrices with entries taken from an arbitrary field, 1968).
    """

    asks: ClassVar[str] = "Find the pseudo-inverse of {matrix}"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        (a,) = given
        if answer.missing:
            product = Product(adjoint(a), a)
            if answer.missing == "right":
                product = Product(a, adjoint(a))
            return (Line("The ranks differ.", Unequal(Rank(product), Rank(a))),)
        x = answer.given("X")
        ax, xa = Product(a, x), Product(x, a)
        return (
            Line("A X A = A.", Equal(Product(ax, a), a)),
            Line("X A X = X.", Equal(Product(xa, x), x)),
            Line("A X is self-adjoint.", Equal(adjoint(ax), ax)),
            Line("X A is self-adjoint.", Equal(adjoint(xa), xa)),
        )


@dataclass(frozen=True)
class OrthogonalFactors(Construction):
    """Which Q with orthogonal columns and upper triangular R give A = Q R?

    Q has as many columns as the rank. They have length 1 where square roots of few numbers
    suffice (part "D" is then missing); else Q* Q = D is diagonal.
    """

    asks: ClassVar[str] = "Write {matrix} as Q R with orthogonal columns in Q"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        q, r = answer.given("Q"), answer.given("R")
        ring, rank = q.matrix.ring, q.matrix.width
        plain = any(part.name == "D" for part in answer.parts)
        d = answer.given("D") if plain else Given(identity(ring, rank))
        words = "orthogonal" if plain else "orthonormal"
        regular = (
            Line("No column of Q has the product 0 with itself.", Invertible(d)),
            Line("D is diagonal, as it is its own adjoint.", LowerTriangular(d)),
        )
        upper = LowerTriangular(Transpose(r))
        whole = Given(lifted(ring, given[0].matrix))
        return (
            Line("Q R is the matrix.", Equal(whole, Product(q, r))),
            Line(f"The columns of Q are {words}.", Equal(Product(adjoint(q), q), d)),
            Line("R has zeros below the diagonal.", upper),
            *(regular if plain else ()),
        )
