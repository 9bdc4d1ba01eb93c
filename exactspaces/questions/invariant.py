"""Generalised eigenspaces, invariant complements, eigenvectors of two maps."""

from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.kernel import (
    Count,
    Dimension,
    Equal,
    Given,
    Independent,
    Invertible,
    Matrix,
    NotMember,
    Null,
    Power,
    Product,
    Scaled,
    Term,
    Transpose,
    column_space,
)
from exactspaces.questions.constructions import Construct, Construction, Line, Literals, demand
from exactspaces.questions.linear_maps import leaves
from exactspaces.questions.notions import BasisOf
from exactspaces.questions.spectra import numeral
from exactspaces.spaces import Ambient


@dataclass(frozen=True)
class GeneralizedNull(Construction):
    """What is the null space of the powers N, N^2, ... of N = A - c I, and where does it stop?

    The part `nullities` has the dimensions for N, N^2, ..., N^k; for N^(k+1) it is the same as
    for N^k, so for all higher powers as well. k is the index.
    """

    asks: ClassVar[str] = "Find the null spaces of the powers of {matrix}"
    matrix: Term
    source: Ambient

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        n, k = given[0], int(answer["index"])
        sizes = [int(x) for x in answer["nullities"].split(", ")] if k else []
        demand(len(sizes) == k, "one dimension for each power up to the index")
        if not k:
            demand(answer["nullities"] == "0", "no dimension but 0")
            demand(not answer["basis"].height, "no vectors")
            return (Line("N is invertible, so the null spaces are 0.", Invertible(n)),)
        grow = all(a < b for a, b in pairwise((0, *sizes)))
        demand(grow, "dimensions that grow up to the index")
        powers = [n if j == 1 else Power(n, j) for j in range(1, k + 2)]
        pairs = zip(powers, [*sizes, sizes[-1]], range(1, k + 2), strict=True)
        return (
            *(Line(f"The dimension for the power {j}.", Equal(Dimension(Null(p)), Count(size)))
              for p, size, j in pairs),
            Line("These vectors are a basis of the last of them.",
                 BasisOf(answer.given("basis"), Null(powers[k - 1])).claim),
        )  # fmt: skip


def splitting_matrix(upper: Matrix, lower: Matrix) -> Matrix:
    """Give the matrix of X -> M X - X Q, with the entries of X row by row."""
    a, b = entries(upper), entries(lower)
    k, m = upper.height, lower.height
    zero = number(upper.ring, 0)
    rows: list[list[Scalar]] = []
    for i in range(k):
        for j in range(m):
            line = [zero] * (k * m)
            for s in range(k):
                line[s * m + j] = line[s * m + j] + a[i][s]
            for s in range(m):
                line[i * m + s] = line[i * m + s] - b[s][j]
            rows.append(line)
    return matrix_from(upper.ring, rows, k * m)


def as_column(matrix: Matrix) -> Matrix:
    """Give the entries of a matrix, row by row, as a column."""
    return matrix_from(matrix.ring, [[x] for row in entries(matrix) for x in row], 1)


@dataclass(frozen=True)
class InvariantComplement(Construction):
    """Which invariant subspace completes an invariant subspace W to the whole space?

    In a basis that begins with one of W the map is [M S; 0 Q]. Each complement has a basis
    c_j + (a combination of the basis of W by column j of some X), and it is invariant if and only
    if M X - X Q = -S. Where this system has no solution, there is no invariant complement.
    """

    asks: ClassVar[str] = "Find a subspace invariant under {matrix} that completes {space}"
    matrix: Term
    space: Term
    source: Ambient

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        if answer.missing == "not invariant":
            return leaves(given, answer)
        t, b = given
        p, form = answer.given("P"), answer.given("form")
        k, n = b.matrix.height, t.matrix.height
        demand(entries(p.matrix.columns(range(k))) == entries(b.matrix.transpose), "W first")
        blocks = [form.matrix.select(r).columns(c) for r, c in _corners(k, n)]
        demand(not any(x for row in entries(blocks[2]) for x in row), "zeros in the lower corner")
        basis = Line("The columns of P are a basis that begins with one of W.", Invertible(p))
        same = Line("In it the map has block form.", Equal(Product(t, p), Product(p, form)))
        if not answer.missing:
            demand(not any(x for row in entries(blocks[1]) for x in row), "zeros in both corners")
            rest = entries(p.matrix.columns(range(k, n)).transpose)
            demand(rest == entries(answer["complement"]), "the complement after W")
            return basis, same
        system = Given(splitting_matrix(blocks[0], blocks[3]))
        right = Scaled(numeral(number(t.matrix.ring, -1)), Given(as_column(blocks[1])))
        return (
            basis,
            same,
            Line("The system M X - X Q = -S for the entries of X has no solution.",
                 NotMember(right, column_space(system))),
        )  # fmt: skip


def _corners(k: int, n: int) -> list[tuple[range, range]]:
    first, last = range(k), range(k, n)
    return [(first, first), (first, last), (last, first), (last, last)]


@dataclass(frozen=True)
class CommonEigenvector(Construction):
    """Which vector is an eigenvector of both matrices?"""

    asks: ClassVar[str] = "Find a common eigenvector of {left} and {right}"
    left: Term
    right: Term
    source: Ambient

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        v = answer.given("v")
        values = [numeral(entries(answer[name])[0][0]) for name in ("a", "b")]
        return (
            Line("v is not 0.", Independent(Transpose(v))),
            *(Line("It is an eigenvector.", Equal(Product(x, v), Scaled(c, v)))
              for x, c in zip(given, values, strict=True)),
        )  # fmt: skip
