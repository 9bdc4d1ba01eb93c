"""What a claim talks about: matrices, numbers and spaces, built from given matrices.

Vectors are columns (n x 1 matrices); matrices act on the left. A space is a subspace of F^n. The
sort of a term is what its value is: a matrix (a number is a 1 x 1 matrix), a count (a natural
number: a rank, a dimension), a list of pivot columns, or a space.
"""

from functools import cached_property

from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.records import Record


class Term(Record):
    """Anything with a value."""

    @cached_property
    def parts(self) -> tuple["Term", ...]:
        """The terms it is built from, in the order of its fields."""
        return tuple(x for x in self.values if isinstance(x, Term))


class OfMatrix(Record):
    """What is about one matrix."""

    matrix: Term


class OfTwo(Record):
    """What is about two terms of one sort."""

    left: Term
    right: Term


class Given(Term):
    """The matrix itself."""

    matrix: Matrix


class Number(Term):
    """The scalar that is the entry of a 1 x 1 matrix."""

    value: Matrix


class Count(Term):
    """The natural number itself (negative ones occur as differences)."""

    value: int


class Columns(Term):
    """The list of column positions itself, counted from 1."""

    positions: tuple[int, ...]


class Product(OfTwo, Term):
    """left * right: of two matrices, or of two counts."""


class Add(OfTwo, Term):
    """left + right: of two matrices of one shape, or of two counts."""


class Scaled(Term):
    """A scalar (1 x 1 matrix) times each entry of a matrix."""

    factor: Term
    matrix: Term


class Power(OfMatrix, Term):
    """The product of `exponent` copies of a square matrix; the identity for exponent 0."""

    exponent: int


class Transpose(OfMatrix, Term):
    """Rows and columns exchanged."""


class Augmented(OfTwo, Term):
    """The columns of `left` followed by the columns of `right`."""


class Inverse(OfMatrix, Term):
    """The inverse of a square matrix; a term without value when there is none."""


class Diagonal(OfMatrix, Term):
    """The diagonal entries of a square matrix, as a column."""


class Trace(OfMatrix, Term):
    """The sum of the diagonal entries of a square matrix."""


class Determinant(OfMatrix, Term):
    """The determinant of a square matrix."""


class ReducedEchelon(OfMatrix, Term):
    """The reduced row echelon form, with the zero rows at the bottom."""


class Pivots(OfMatrix, Term):
    """The positions of the pivot columns of the reduced row echelon form, counted from 1."""


class Rank(OfMatrix, Term):
    """The dimension of the row space, which is that of the column space."""


class Dimension(Term):
    """The dimension of a space."""

    space: Term


class Span(Term):
    """All linear combinations of the rows of a matrix, as vectors of F^width."""

    rows: Term


class Null(OfMatrix, Term):
    """All x with A x = 0."""


class SpaceSum(OfTwo, Term):
    """All u + w with u in one space and w in the other."""


class Meet(OfTwo, Term):
    """The vectors that lie in both spaces."""


def column_space(matrix: Term) -> Span:
    """Give the term for the span of the columns."""
    return Span(Transpose(matrix))


def left_null(matrix: Term) -> Null:
    """Give the term for all y with y A = 0."""
    return Null(Transpose(matrix))
