"""Linear maps: kernel and image together, restrictions, quotients, induced maps, isomorphisms.

A map T is its matrix in coordinates; a list of vectors is a matrix with the vectors as rows, so
that T B^T has the images of the vectors of B as columns. `source` and `target` say what the
coordinates mean.
"""

from dataclasses import dataclass
from typing import ClassVar

from exactspaces.fields import entries
from exactspaces.kernel import (
    Add,
    Count,
    Dimension,
    Equal,
    Given,
    Independent,
    Invertible,
    Matrix,
    Meet,
    Member,
    NotInvertible,
    NotMember,
    Null,
    Product,
    Rank,
    SpaceSum,
    Span,
    Term,
    Transpose,
    column_space,
    identity,
)
from exactspaces.kernel.matrices import stack
from exactspaces.questions.constructions import Construct, Construction, Line, Literals, demand
from exactspaces.questions.notions import BasisOf
from exactspaces.spaces import Ambient


def unit(matrix: Matrix, n: int) -> Given:
    """Give the identity over the ring of a matrix."""
    return Given(identity(matrix.ring, n))


def zeros(matrix: Matrix, height: int, width: int) -> Given:
    """Give a zero matrix over the ring of a matrix."""
    return Given(matrix.with_rows(((matrix.ring.integer(0),) * width,) * height, width))


def stacked(upper: Matrix, lower: Matrix) -> Given:
    """Give the vectors of two lists, one after the other."""
    return Given(stack(upper, lower))


def leaves(given: Literals, answer: Construct) -> tuple[Line, ...]:
    """Say that a vector of the space W has an image that is not in W."""
    t, b = given
    v, image = answer.given("v"), answer.given("image")
    return (
        Line("v lies in W.", Member(v, Span(b))),
        Line("This is its image.", Equal(Product(t, v), image)),
        Line("The image does not lie in W.", NotMember(image, Span(b))),
    )


def dimensions(rank: int, nullity: int) -> str:
    """Write rank and nullity with their sum."""
    return f"rank {rank} + nullity {nullity} = {rank + nullity}"


@dataclass(frozen=True)
class RankNullity(Construction):
    """What are bases of kernel and image, and do their sizes add up to the dimension?"""

    asks: ClassVar[str] = "Find kernel and image of the map with the matrix {matrix}"
    matrix: Term
    source: Ambient
    target: Ambient

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        t = given[0]
        kernel, image = answer.given("kernel"), answer.given("image")
        k, r = kernel.matrix.height, image.matrix.height
        demand(answer["dimensions"] == dimensions(r, k), "the numbers of vectors")
        total = Add(Rank(t), Dimension(Null(t)))
        return (
            Line("These vectors are a basis of the kernel.", BasisOf(kernel, Null(t)).claim),
            Line("These vectors are a basis of the image.", BasisOf(image, column_space(t)).claim),
            Line(
                "Rank and nullity add up to the dimension of the source.",
                Equal(total, Count(t.matrix.width)),
            ),
        )


@dataclass(frozen=True)
class Restriction(Construction):
    """Which matrix has T, restricted to an invariant subspace, in a basis of it?

    When the subspace is not invariant, a vector of it with its image outside is shown.
    """

    asks: ClassVar[str] = "Find the matrix of {matrix} restricted to {space}"
    matrix: Term
    space: Term
    source: Ambient

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        if answer.missing:
            return leaves(given, answer)
        (t, b), m = given, answer.given("M")
        demand(answer["basis"] == b.matrix, "the basis of the space")
        turned = Transpose(b)
        images = Equal(Product(t, turned), Product(turned, m))
        return (
            Line("The vectors are independent.", Independent(b)),
            Line("Column j combines the basis to the image of the j-th vector.", images),
        )


@dataclass(frozen=True)
class BlockForm(Construction):
    """Which basis that begins with one of an invariant subspace W makes T block triangular?

    T P = P [M S; 0 Q]: M belongs to W, and Q to the quotient V/W, whose basis are the cosets of
    the vectors after those of W. With `quotient` the answer is these vectors and Q.
    """

    asks: ClassVar[str] = "Find the block form of {matrix} for the invariant subspace {space}"
    matrix: Term
    space: Term
    source: Ambient
    quotient: bool = False

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        if answer.missing:
            return leaves(given, answer)
        (t, b), p, form = given, answer.given("P"), answer.given("form")
        k, n = b.matrix.height, t.matrix.height
        first = p.matrix.columns(range(k))
        demand(entries(first) == entries(b.matrix.transpose), "P begins with the basis of W")
        lower = form.matrix.select(range(k, n)).columns(range(k))
        demand(not any(x for row in entries(lower) for x in row), "zeros below the first block")
        if self.quotient:
            rest = form.matrix.select(range(k, n)).columns(range(k, n))
            demand(entries(rest) == entries(answer["Q"]), "Q in the lower right corner")
            cosets = p.matrix.columns(range(k, n)).transpose
            demand(entries(cosets) == entries(answer["cosets"]), "the last columns of P")
        return (
            Line("The columns of P are a basis that begins with one of W.", Invertible(p)),
            Line("In it the map has this block form.", Equal(Product(t, p), Product(p, form))),
        )


@dataclass(frozen=True)
class InducedMap(Construction):
    """Which map on V/W does f induce when W lies in its kernel: f = F pi?

    pi takes a vector to the coordinates of its coset in the basis of cosets of V/W. When W does
    not lie in the kernel, a vector of W with f(w) != 0 is shown.
    """

    asks: ClassVar[str] = "Find the map on the quotient by {space} that {matrix} induces"
    matrix: Term
    space: Term
    source: Ambient

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        f, b = given
        if answer.missing:
            return _not_killed(given, answer)
        c, pi, induced = (answer.given(name) for name in ("cosets", "pi", "F"))
        n, k = b.matrix.width, c.matrix.height
        nothing = zeros(b.matrix, k, b.matrix.height)
        return (
            Line("With a basis of W the vectors are a basis of V.",
                 Invertible(stacked(b.matrix, c.matrix))),
            Line("pi is 0 on W.", Equal(Product(pi, Transpose(b)), nothing)),
            Line("pi takes them to the unit vectors; so it gives the coset of a vector.",
                 Equal(Product(pi, Transpose(c)), unit(b.matrix, k))),
            Line("f = F pi: first to the coset, then by F.", Equal(Product(induced, pi), f)),
        ) if n else ()  # fmt: skip


def _not_killed(given: Literals, answer: Construct) -> tuple[Line, ...]:
    f, b = given
    v, image = answer.given("v"), answer.given("image")
    return (
        Line("w lies in W.", Member(v, Span(b))),
        Line("This is its image.", Equal(Product(f, v), image)),
        Line("The image is not 0.", Independent(Transpose(image))),
    )


@dataclass(frozen=True)
class FirstIsomorphism(Construction):
    """Which isomorphism is there from V modulo the kernel to the image?

    M takes coordinates in the basis of cosets to coordinates in the basis of the image, N goes
    back.
    """

    asks: ClassVar[str] = (
        "Find the isomorphism from V/ker T to im T for T with the matrix {matrix}"
    )
    matrix: Term
    source: Ambient
    target: Ambient

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        t = given[0]
        kernel, cosets, image = (answer.given(x) for x in ("kernel", "cosets", "image"))
        m, n = answer.given("M"), answer.given("N")
        r = image.matrix.height
        return (
            Line("These vectors are a basis of the kernel.", BasisOf(kernel, Null(t)).claim),
            Line("With the others they are a basis of V; so the cosets are one of V/ker T.",
                 Invertible(stacked(kernel.matrix, cosets.matrix))),
            Line("These vectors are a basis of the image.", BasisOf(image, column_space(t)).claim),
            Line("Column j of M combines the basis of the image to the image of the j-th coset.",
                 Equal(Product(t, Transpose(cosets)), Product(Transpose(image), m))),
            Line("N is the inverse of M.", Equal(Product(m, n), unit(t.matrix, r))),
        )  # fmt: skip


@dataclass(frozen=True)
class SecondIsomorphism(Construction):
    """Which vectors are, as cosets, a basis of both U/(U & W) and (U + W)/W?

    The map u + (U & W) -> u + W takes the one basis to the other.
    """

    asks: ClassVar[str] = "Find the isomorphism from U/(U & W) to (U + W)/W for {left} and {right}"
    left: Term
    right: Term
    source: Ambient

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        u, w = given
        meet, cosets = answer["meet"], answer["cosets"]
        spaces = Span(u), Span(w)
        inside, joint = stacked(meet, cosets), stacked(w.matrix, cosets)
        return (
            Line("These vectors are a basis of U & W.",
                 BasisOf(Given(meet), Meet(*spaces)).claim),
            Line("With the others they are a basis of U, so these give a basis of U/(U & W).",
                 BasisOf(inside, spaces[0]).claim),
            Line("A basis of W and the others are one of U + W, so these give one of (U + W)/W.",
                 BasisOf(joint, SpaceSum(*spaces)).claim),
        )  # fmt: skip


@dataclass(frozen=True)
class ThirdIsomorphism(Construction):
    """Which vectors are, as cosets, a basis of both (V/U)/(W/U) and V/W, for U in W in V?

    The map (v + U) + W/U -> v + W takes the one basis to the other. Without inclusion a vector of
    the one space that is not in the other is shown.
    """

    asks: ClassVar[str] = (
        "Find the isomorphism from (V/U)/(W/U) to V/W for {whole}, {middle} and {lower}"
    )
    whole: Term
    middle: Term
    lower: Term
    source: Ambient

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        v, w, u = given
        if answer.missing:
            return self._sticking_out(given, answer)
        inside, cosets = answer["inside"], answer["cosets"]
        lower = stacked(u.matrix, inside)
        return (
            Line("A basis of U and the first vectors are one of W, so these give one of W/U.",
                 BasisOf(lower, Span(w)).claim),
            Line("With the cosets they are a basis of V; so modulo U the first vectors and the "
                 "cosets are a basis of V/U, and the cosets are one of (V/U)/(W/U).",
                 BasisOf(stacked(lower.matrix, cosets), Span(v)).claim),
            Line("A basis of W and the cosets are one of V, so these give one of V/W.",
                 BasisOf(stacked(w.matrix, cosets), Span(v)).claim),
        )  # fmt: skip

    @staticmethod
    def _sticking_out(given: Literals, answer: Construct) -> tuple[Line, ...]:
        v, w, u = given
        vector = answer.given("v")
        pairs = {"U is not in W": (u, w), "W is not in V": (w, v)}
        demand(answer.missing in pairs, "which space is not in which")
        small, large = pairs[answer.missing]
        return (
            Line("v lies in the smaller space.", Member(vector, Span(small))),
            Line("v does not lie in the larger space.", NotMember(vector, Span(large))),
        )


@dataclass(frozen=True)
class DoubleDual(Construction):
    """What is the dual basis of the dual basis? Under v -> (f -> f(v)) it is the basis itself."""

    asks: ClassVar[str] = "Find the dual basis of the dual basis of {vectors}"
    vectors: Term
    source: Ambient

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        b = given[0]
        if answer.missing:
            return (Line("These vectors are no basis.", NotInvertible(b)),)
        f, again = answer.given("f"), answer.given("b")
        one = unit(b.matrix, b.matrix.height)
        return (
            Line("f_i(b_j) is 1 for i = j and 0 else.", Equal(Product(f, Transpose(b)), one)),
            Line("These are dual to the functionals.", Equal(Product(again, Transpose(f)), one)),
            Line("They are the vectors of the basis.", Equal(again, b)),
        )
