"""Matrices and vectors as objects. Everything they answer is proved by the kernel."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from exactspaces.api.answers.data import matrix_data
from exactspaces.api.answers.plain import matrix_text
from exactspaces.api.objects.affine import Affine
from exactspaces.api.objects.subspaces import Subspace
from exactspaces.api.objects.wanted import established
from exactspaces.errors import NotUnderstood, WrongShape
from exactspaces.fields import Scalar, entries, entry, field_name, matrix_from
from exactspaces.fields.names import Over, read_over
from exactspaces.kernel import (
    Add,
    Augmented,
    Determinant,
    Given,
    Null,
    Power,
    Product,
    Rank,
    ReducedEchelon,
    Ring,
    Scaled,
    Span,
    Term,
    Theorem,
    Trace,
    Transpose,
)
from exactspaces.kernel import Matrix as KernelMatrix
from exactspaces.kernel import Number as NumberTerm
from exactspaces.questions import (
    AffineSet,
    BasisFor,
    InverseOf,
    LowerUpper,
    SolutionSet,
    TriangularFactors,
    ValueOf,
    shape_of,
)
from exactspaces.reading.bindings import BoundMatrix, carried
from exactspaces.reading.request import read_number, read_request
from exactspaces.spaces import Coordinates

Entry = Fraction | Scalar


@dataclass(frozen=True)
class Echelon:
    """The reduced row echelon form: the matrix, its pivots (from 1), its rank, the theorem."""

    matrix: "Matrix"
    pivots: tuple[int, ...]
    theorem: Theorem

    @property
    def rank(self) -> int:
        """The number of pivots."""
        return len(self.pivots)

    def rows(self) -> list[list[Entry]]:
        """Give the entries, zero rows included."""
        return self.matrix.rows()

    def as_dict(self) -> dict[str, Any]:
        """Give matrix, pivots and rank as plain data."""
        rows = matrix_data(self.matrix.data)
        return {"matrix": rows, "pivots": list(self.pivots), "rank": self.rank}


@dataclass(frozen=True)
class Factorisation:
    """P A = L U: the row order (from 1), the factors, the theorem."""

    order: tuple[int, ...]
    lower: "Matrix"
    upper: "Matrix"
    theorem: Theorem


@dataclass(frozen=True)
class Matrix:
    """A matrix of any shape over a field; make one with `matrix`.

    Operators: A + B, A - B, c * A, A @ B (also A * B), A**k, A | B (side by side), A == B,
    A[i, j] counted from 0.
    What is computed from it (rref, rank, det, null, ...) is checked by the kernel.
    """

    data: KernelMatrix

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width."""
        return self.data.height, self.data.width

    @property
    def field(self) -> str:
        """The name of the field."""
        return field_name(self.data.ring)

    def rows(self) -> list[list[Entry]]:
        """Give the entries: fractions over Q, numbers of the field otherwise."""
        return [[_entry(x) for x in row] for row in entries(self.data)]

    def __getitem__(self, place: tuple[int, int]) -> Entry:
        i, j = place
        one = self.data.select((range(self.data.height)[i],))
        return _entry(entry(one.columns((range(self.data.width)[j],))))

    def __hash__(self) -> int:
        return hash(tuple(tuple(row) for row in entries(self.data)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Matrix):
            return NotImplemented
        return self.shape == other.shape and entries(self.data) == entries(other.data)

    def _term(self) -> Term:
        return Given(self.data)

    def _value(self, term: Term) -> "Matrix":
        shape_of(term)
        return Matrix(established(ValueOf(term)).answer.matrix)

    def _other(self, other: object) -> KernelMatrix:
        if not isinstance(other, Matrix):
            raise WrongShape(f"a matrix is due, not {type(other).__name__}")
        return carried(other.data, self.data.ring)

    def __add__(self, other: "Matrix") -> "Matrix":
        return self._value(Add(self._term(), Given(self._other(other))))

    def __sub__(self, other: "Matrix") -> "Matrix":
        return self + (-1) * other

    def __neg__(self) -> "Matrix":
        return (-1) * self

    def __matmul__(self, other: "Matrix") -> "Matrix":
        return self._value(Product(self._term(), Given(self._other(other))))

    def __mul__(self, other: "Matrix | int | Fraction | Scalar") -> "Matrix":
        return self @ other if isinstance(other, Matrix) else other * self

    def __rmul__(self, factor: "int | Fraction | Scalar") -> "Matrix":
        ring = self.data.ring
        scalar = NumberTerm(matrix_from(ring, [[read_number(factor, ring)]]))
        return self._value(Scaled(scalar, self._term()))

    def __pow__(self, exponent: int) -> "Matrix":
        if not isinstance(exponent, int):
            raise WrongShape(f"the exponent of a matrix is a whole number, not {exponent!r}")
        shape_of(Power(self._term(), 1))
        base = self.inverse() if exponent < 0 else self
        return self._value(Power(Given(base.data), abs(exponent)))

    @property
    def T(self) -> "Matrix":
        """The transposed matrix."""
        return self._value(Transpose(self._term()))

    def __or__(self, other: "Matrix") -> "Matrix":
        return self._value(Augmented(self._term(), Given(self._other(other))))

    def rref(self) -> Echelon:
        """Give the reduced row echelon form with its pivots, rank and theorem."""
        outcome = established(ValueOf(ReducedEchelon(self._term())))
        reduced = outcome.answer.matrix
        leads = (next((j for j, x in enumerate(r) if x), None) for r in reduced.rows)
        pivots = tuple(j + 1 for j in leads if j is not None)
        return Echelon(Matrix(reduced), pivots, outcome.certified)

    def rank(self) -> int:
        """Give the rank."""
        return int(established(ValueOf(Rank(self._term()))).answer.value)

    def det(self) -> Entry:
        """Give the determinant of a square matrix."""
        shape_of(Determinant(self._term()))
        return _entry(entry(established(ValueOf(Determinant(self._term()))).answer.value))

    def trace(self) -> Entry:
        """Give the sum of the diagonal entries."""
        shape_of(Trace(self._term()))
        return _entry(entry(established(ValueOf(Trace(self._term()))).answer.value))

    def inverse(self) -> "Matrix":
        """Give the inverse.

        Raises NoAnswer, with a relation of the rows as the reason, when there is none.
        """
        outcome = established(InverseOf(self._term()))
        return Matrix(outcome.answer)

    def solve(self, right: "Matrix | Sequence[Any]") -> "Affine | None":
        """Give all x with A x = right: a point and directions; None when there is none."""
        column = column_from(right, self.data.ring)
        shape_of(Augmented(self._term(), Given(column)))
        outcome = established(SolutionSet(self._term(), Given(column)))
        found: AffineSet | None = outcome.answer
        if found is None:
            return None
        return Affine(found.particular, found.directions, outcome.certified)

    def lu(self) -> Factorisation:
        """Give the row order and the triangular factors."""
        outcome = established(TriangularFactors(self._term()))
        found: LowerUpper = outcome.answer
        return Factorisation(
            found.order, Matrix(found.lower), Matrix(found.upper), outcome.certified
        )

    def _space(self, term: Term, n: int) -> Subspace:
        outcome = established(BasisFor(term))
        return Subspace(Coordinates(n), term, outcome.answer, outcome.certified)

    def null(self) -> Subspace:
        """Give the null space."""
        return self._space(Null(self._term()), self.data.width)

    def col(self) -> Subspace:
        """Give the column space; its basis are pivot columns of the matrix."""
        return self._space(Span(Transpose(self._term())), self.data.height)

    def row(self) -> Subspace:
        """Give the row space."""
        return self._space(Span(self._term()), self.data.width)

    def left_null(self) -> Subspace:
        """Give the space of all y with y A = 0."""
        return self._space(Null(Transpose(self._term())), self.data.height)

    def _repr_html_(self) -> str:
        from exactspaces.rendering.html import html_formula  # noqa: PLC0415 - loaded when shown
        from exactspaces.rendering.terms import matrix_grid  # noqa: PLC0415 - likewise

        return html_formula(matrix_grid(self.data))

    def __str__(self) -> str:
        return matrix_text(self.data)

    def __repr__(self) -> str:
        over = "" if self.field == "QQ" else f", over={self.field!r}"
        return f"matrix({str(self)!r}{over})"

    def __exactspaces__(self) -> BoundMatrix:
        return BoundMatrix(self.data)


def _entry(value: Scalar) -> Entry:
    fraction = value.fraction
    return value if fraction is None else fraction


def matrix(data: Any, over: "str | Ring | Over" = "QQ", *, width: int | None = None) -> Matrix:
    """Make a matrix from nested lists, text, NumPy or SymPy matrices; entries are read exactly.

    `width` is for matrices without rows. Raises NotExact for floats, NotUnderstood for what is
    not a matrix.

    >>> matrix([[1, 2], [3, 4]]).det()
    Fraction(-2, 1)
    >>> matrix("[1 w; w w^2]", over="GF(4)").rank()
    1
    """
    chosen = read_over(over)
    quick = _plain_integers(data, chosen.ring)
    if quick is not None:
        return Matrix(quick)
    if isinstance(data, list | tuple) and not data:
        if width is None:
            raise NotUnderstood("a matrix without rows: say how wide it is with width=n")
        return Matrix(matrix_from(chosen.ring, [], width))
    request = read_request("data", chosen, {"data": data})
    if not isinstance(request.question, ValueOf):
        raise NotUnderstood(f"a matrix is due, and this is {request.text}")
    found = established(request.question).answer
    if not isinstance(found, Given):
        raise NotUnderstood("a matrix is due, and this is something else")
    return Matrix(found.matrix)


def _plain_integers(data: Any, ring: Ring) -> KernelMatrix | None:
    """Take rows of integers as they are."""
    if not isinstance(data, list) or not data or ring.characteristic:
        return None
    if type(data[0]) is not list or not data[0]:
        return None
    widths = {len(row) if type(row) is list else -1 for row in data}
    if len(widths) != 1 or not all({int} == set(map(type, row)) for row in data):
        return None
    if field_name(ring) != "QQ":
        return None
    return KernelMatrix(ring, tuple(map(tuple, data)), len(data[0]))


def vector(data: Any, over: "str | Ring | Over" = "QQ") -> Matrix:
    """Make a vector: a matrix with one column.

    >>> vector((1, 2)).shape
    (2, 1)
    """
    return Matrix(column_from(data, read_over(over).ring))


def column_from(data: Any, ring: Ring) -> KernelMatrix:
    """Give a column of the ring for a vector in any of the accepted forms."""
    if isinstance(data, Matrix):
        matrix_ = carried(data.data, ring)
        return matrix_ if matrix_.width == 1 or matrix_.height != 1 else matrix_.transpose
    if isinstance(data, list | tuple):
        data = tuple(data)
    found = established(read_request("data", ring, {"data": data}).as_value()).answer
    if not isinstance(found, Given) or found.matrix.width != 1:
        raise WrongShape("a vector is due: a tuple or a list of numbers")
    return found.matrix
