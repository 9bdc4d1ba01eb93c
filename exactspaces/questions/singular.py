"""Singular values, exactly: square roots of the eigenvalues of A* A (or of A A*, when smaller).

These are roots of polynomials over Q or a field of square roots. Their order is that of real
numbers: compared by disjoint intervals with rational ends, or by signs in a field of square roots.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar

from exactspaces.fields import Scalar, entries, number, sign
from exactspaces.fields.conjugation import lifted
from exactspaces.kernel import (
    Equal,
    Given,
    Independent,
    Matrix,
    Product,
    Term,
    Transpose,
    identity,
)
from exactspaces.questions.companions import Companions
from exactspaces.questions.constructions import (
    Construct,
    Construction,
    Line,
    Literals,
    adjoint,
    demand,
)
from exactspaces.questions.inner import zeros_like
from exactspaces.questions.irreducible import Irreducible, sign_changes
from exactspaces.questions.real_roots import (
    RealRoot,
    is_decreasing,
    lengths_words,
    quotient_words,
    squares_words,
)
from exactspaces.questions.roots import irreducible_line, root_of
from exactspaces.questions.spectra import characteristic_lines, numeral


@dataclass(frozen=True)
class Squares(Construct):
    """The squared singular values in decreasing order, and what shows that they are these.

    `gram` is A* A, or A A* for `rows`; `factors` multiply to its characteristic polynomial.
    """

    gram: Matrix | None = None
    rows: bool = False
    factors: tuple[tuple[Matrix, int], ...] = ()
    others: tuple[Irreducible, ...] = ()
    form: Companions | None = None
    roots: tuple[RealRoot, ...] = ()


def roots_lines(gram: Given, answer: Squares) -> list[Line]:
    """Say that the roots with their multiplicities are the eigenvalues of the matrix."""
    demand(sum(root.times for root in answer.roots) == gram.matrix.height, "as many as the size")
    demand(is_decreasing(answer.roots), "roots in decreasing order")
    factors = tuple((lifted(gram.matrix.ring, f), e) for f, e in answer.factors)
    lines = characteristic_lines(gram, factors, answer.form)
    for other in answer.others:
        if other.field is not None:
            lines.append(irreducible_line(other.field, other.scale, other.polynomial))
        lines += [Line("The factor changes its sign here.", x) for x in sign_changes(other)]
    known = dict(answer.factors)
    for root in answer.roots:
        demand(known.get(root.polynomial) == root.times, "a root of a factor, as often as that")
        if root.value is not None:
            lines.append(root_of(root.value, root.polynomial))
            demand(_in_interval(root.value, root), "a root inside its interval")
        else:
            own = [x.intervals for x in answer.others if x.polynomial == root.polynomial]
            ends = {(_number(a), _number(b)) for found in own for a, b, _ in found}
            demand((root.low, root.high) in ends, "an interval where the factor has a root")
    return lines


def _number(matrix: Matrix) -> Fraction | None:
    return entries(matrix)[0][0].fraction


def _in_interval(value: Scalar, root: RealRoot) -> bool:
    """Say whether a number is inside, or is the only number where both ends are the same."""
    if root.low is None or root.high is None:
        return True
    if root.low == root.high:
        return not value - root.low
    return sign(value - root.low) > 0 and sign(value - root.high) < 0


def demand_words(answer: Construct, words: dict[str, str]) -> None:
    """Refuse an answer whose shown parts are not these words.

    Raises NoAnswer.
    """
    shown = {part.name: part.value for part in answer.shown}
    demand(shown == words, "what is said in words about the roots")


def root_lines(roots: list[Scalar], answer: Squares) -> tuple[Line, ...]:
    """Say that numbers that are not negative have the squares of the answer, in their order."""
    squares = [root.value for root in answer.roots for _ in range(root.times)]
    demand(all(sign(x) >= 0 for x in roots), "numbers that are not negative")
    demand(len(roots) == len(squares), "a number for each square")
    pairs = dict.fromkeys(zip(roots, squares, strict=True))
    return tuple(square_line(x, square) for x, square in pairs)


def gram_term(a: Term, *, rows: bool) -> Term:
    """Give A* A, or A A*."""
    return Product(a, adjoint(a)) if rows else Product(adjoint(a), a)


def squares_lines(a: Given, answer: Squares) -> tuple[Line, ...]:
    """Say that the roots are the squared singular values of A."""
    if answer.gram is None:
        raise TypeError("a Gram matrix is due")
    gram = Given(answer.gram)
    name = "A A*" if answer.rows else "A* A"
    return (
        Line(f"This is {name}; its eigenvalues are the squares of the singular values.",
             Equal(gram_term(a, rows=answer.rows), gram)),
        *roots_lines(gram, answer),
    )  # fmt: skip


def values_lines(a: Given, answer: Squares) -> tuple[Line, ...]:
    """Say that the roots are the squares of all min(m, n) singular values of an m x n matrix."""
    demand(answer.rows == (a.matrix.height < a.matrix.width), "the smaller of A* A and A A*")
    return squares_lines(a, answer)


@dataclass(frozen=True)
class SingularValues(Construction):
    """What are the singular values, in decreasing order?"""

    asks: ClassVar[str] = "Find the singular values of {matrix}"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        if not isinstance(answer, Squares):
            raise TypeError("squared singular values are due")
        lines = values_lines(given[0], answer)
        if any(part.name == "sigma" for part in answer.parts):
            return lines + root_lines([x for (x,) in entries(answer["sigma"])], answer)
        demand_words(answer, {"singular values": lengths_words(answer.roots)})
        return lines


def square_line(root: Scalar, square: Scalar | None) -> Line:
    """Say that one number is the square of the other."""
    if square is None:
        raise TypeError("a number is due")
    r = numeral(root)
    same = Equal(Product(r, r), numeral(number(root.ring, square)))
    return Line(f"The square of {root} is {square}.", same)


@dataclass(frozen=True)
class OperatorNorm(Construction):
    """By which factor are vectors lengthened at most? It is the largest singular value."""

    asks: ClassVar[str] = "Find the operator norm of {matrix}"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        if not isinstance(answer, Squares):
            raise TypeError("squared singular values are due")
        lines = squares_lines(given[0], answer)
        if answer.roots[0].value is None:
            demand_words(answer, {"norm": lengths_words((replace(answer.roots[0], times=1),))})
            return lines
        (norm,) = entries(answer["norm"])[0]
        demand(sign(norm) >= 0, "a number that is not negative")
        return (*lines, square_line(norm, answer.roots[0].value))


@dataclass(frozen=True)
class ConditionNumber(Construction):
    """What is the quotient of the largest and the smallest singular value?

    There is none when the rank is smaller than the numbers of rows and columns: a vector that is
    not 0 is then mapped to 0 by A, or by A* where A has fewer rows.
    """

    asks: ClassVar[str] = "Find the condition number of {matrix}"
    matrix: Term

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a = given[0]
        if answer.missing:
            v = answer.given("v")
            matrix = adjoint(a) if v.matrix.height != a.matrix.width else a
            height = a.matrix.width if matrix is not a else a.matrix.height
            zero = zeros_like(v, height, 1)
            return (
                Line("The vector is mapped to 0, so 0 is a singular value.",
                     Equal(Product(matrix, v), zero)),
                Line("The vector is not 0.", Independent(Transpose(v))),
            )  # fmt: skip
        if not isinstance(answer, Squares):
            raise TypeError("squared singular values are due")
        lines = values_lines(a, answer)
        ends = answer.roots[0].value, answer.roots[-1].value
        demand(entries(answer.roots[-1].polynomial)[0][0], "a smallest value that is not 0")
        if None in ends:
            demand_words(answer, {"condition": quotient_words(answer.roots)})
            return lines
        (c,) = entries(answer["condition"])[0]
        demand(sign(c) > 0, "a positive number")
        first, last = (numeral(number(c.ring, x)) for x in ends if x is not None)
        k = numeral(c)
        return (
            *lines,
            Line("Its square is the quotient of the largest and the smallest square.",
                 Equal(Product(Product(k, k), last), first)),
        )  # fmt: skip


@dataclass(frozen=True)
class SingularDecomposition(Construction):
    """Which U, V with orthonormal columns and which diagonal S give A = U S V*?

    The full form has square U and V; the thin one as many columns as the smaller side of A. The
    entries of S do not increase. When U and V are not written out, the squared singular values
    are given.
    """

    asks: ClassVar[str] = "Write {matrix} as U S V* with orthonormal columns in U and V"
    matrix: Term
    thin: bool = False

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        a = given[0]
        if isinstance(answer, Squares):
            demand_words(answer, squares_words(answer.roots))
            return values_lines(a, answer)
        u, s, v = (answer.given(name) for name in "USV")
        m, n = a.matrix.shape
        sizes = (min(m, n),) * 2 if self.thin else (m, n)
        demand((u.matrix.width, v.matrix.width) == sizes, "as many columns as asked for")
        sigma = diagonal_of(s.matrix)
        demand(s.matrix.shape == sizes and is_diagonal(s.matrix), "a diagonal S")
        demand(all(sign(x) >= 0 for x in sigma), "singular values that are not negative")
        demand(all(sign(x - y) >= 0 for x, y in pairwise(sigma)), "singular values in order")
        whole = Given(lifted(u.matrix.ring, a.matrix))
        return (
            Line("U S V* is the matrix.", Equal(whole, Product(u, Product(s, adjoint(v))))),
            orthonormal_line("U", u),
            orthonormal_line("V", v),
        )


def diagonal_of(matrix: Matrix) -> list[Scalar]:
    """Give the entries with equal indices."""
    return [row[k] for k, row in enumerate(entries(matrix)) if k < matrix.width]


def is_diagonal(matrix: Matrix) -> bool:
    """Say whether all entries with unequal indices are 0."""
    return all(not x for i, row in enumerate(entries(matrix)) for j, x in enumerate(row) if i != j)


def orthonormal_line(name: str, q: Given) -> Line:
    """Say that Q* Q = I."""
    one = Given(identity(q.matrix.ring, q.matrix.width))
    return Line(f"The columns of {name} are orthonormal.", Equal(Product(adjoint(q), q), one))
