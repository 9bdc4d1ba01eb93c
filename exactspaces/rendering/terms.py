"""Matrices, vectors, spaces and the other terms of the kernel as formulas."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from exactspaces.fields import Scalar, entries, entry
from exactspaces.kernel import (
    Add,
    Augmented,
    Columns,
    Count,
    Determinant,
    Diagonal,
    Dimension,
    Given,
    Inverse,
    Matrix,
    Meet,
    Null,
    Number,
    Pivots,
    Power,
    Product,
    Rank,
    ReducedEchelon,
    Scaled,
    SpaceSum,
    Span,
    Term,
    Trace,
    Transpose,
)
from exactspaces.rendering.formulas import (
    Call,
    Formula,
    Grid,
    Join,
    Num,
    Phrase,
    Raised,
    SetOf,
    Sym,
    Tuple,
    Words,
)

Vector = Callable[[Sequence[Scalar]], Formula]
Names = Mapping[Term, str]


def tuple_formula(row: Sequence[Scalar]) -> Formula:
    """Give the vector (1, 2, 3)."""
    return Tuple(tuple(map(Num, row)))


@dataclass(frozen=True)
class Notation:
    """How things are called: terms that have a name, and what a vector with coordinates is."""

    names: Names = field(default_factory=dict)
    vector: Vector = tuple_formula


_FUNCTIONS: dict[type[Term], str] = {
    Trace: "tr", Determinant: "det", ReducedEchelon: "rref", Pivots: "pivots", Rank: "rank",
    Dimension: "dim", Diagonal: "diag",
}  # fmt: skip


def term_formula(
    term: Term, names: Names | None = None, vector: Vector = tuple_formula
) -> Formula:
    """Give the formula for a term; a term that has a name is its name."""
    return term_in(Notation(names or {}, vector), term)


def matrix_grid(matrix: Matrix, bar: int | None = None) -> Grid:
    """Give a matrix in brackets, with a line after `bar` columns."""
    return Grid(tuple(tuple(map(Num, row)) for row in entries(matrix)), bar)


def vector_formula(matrix: Matrix, vector: Vector = tuple_formula) -> Formula:
    """Give the vector that is a matrix with one column, or with one row."""
    row = matrix.transpose if matrix.width == 1 else matrix
    return vector(entries(row)[0] if row.height else [])


def basis_formula(rows: Matrix, vector: Vector = tuple_formula) -> SetOf:
    """Give the rows of a matrix as a list of vectors in braces."""
    return SetOf(tuple(vector(row) for row in entries(rows)))


def term_in(notation: Notation, term: Term, *, column: bool = False) -> Formula:
    """Give the formula for a term; with `column` a matrix of one column is a vector."""
    name = notation.names.get(term)
    if name is not None:
        return Sym(name)
    match term:
        case Given(matrix):
            return _given(notation, matrix, column=column)
        case Number(value):
            return Num(entry(value))
        case Count(count):
            return Num(count)
        case Columns(positions):
            return Tuple(tuple(map(Num, positions)))
        case Span() | Null() | SpaceSum() | Meet():
            return _space(notation, term)
        case Augmented(left, right):
            return _augmented(notation, left, right)
        case _:
            return _compound(notation, term)


def _given(notation: Notation, matrix: Matrix, *, column: bool) -> Formula:
    if matrix.height == 0 or matrix.width == 0:
        return Words(f"the empty {matrix.height} × {matrix.width} matrix")
    if column and matrix.width == 1:
        return vector_formula(matrix, notation.vector)
    return matrix_grid(matrix)


def _compound(notation: Notation, term: Term) -> Formula:
    def part(inner: Term, *, column: bool = False) -> Formula:
        return term_in(notation, inner, column=column)

    match term:
        case Product(left, right):
            return Join("*", (part(left), part(right, column=True)))
        case Add(left, right):
            return Join("+", (part(left, column=True), part(right, column=True)))
        case Scaled(factor, matrix):
            return Join("", (part(factor), part(matrix, column=True)))
        case Power(_, 0):
            return Sym("I")
        case Power(matrix, exponent):
            return Raised(part(matrix), Num(exponent))
        case Trace(Product(Transpose(Given(left) as u), Given(right) as v)) if (
            left.width == right.width == 1
        ):
            return Call("dot", (part(u, column=True), part(v, column=True)))
        case Transpose(matrix):
            return Raised(part(matrix), Sym("T"))
        case Inverse(matrix):
            return Raised(part(matrix), Num(-1))
        case _:
            return Call(_FUNCTIONS[type(term)], tuple(map(part, term.parts)))


def _augmented(notation: Notation, left: Term, right: Term) -> Formula:
    """Set two matrices side by side in one pair of brackets."""
    literal = isinstance(left, Given) and isinstance(right, Given)
    if literal and left not in notation.names and right not in notation.names:
        first, second = term_in(notation, left), term_in(notation, right)
        if isinstance(first, Grid) and isinstance(second, Grid):
            rows = (a + b for a, b in zip(first.rows, second.rows, strict=True))
            return Grid(tuple(rows), len(first.rows[0]))
    return Grid(((term_in(notation, left), term_in(notation, right, column=True)),), 1)


def _space(notation: Notation, term: Span | Null | SpaceSum | Meet) -> Formula:
    def called(name: str, inner: Term) -> Formula:
        return Call(name, (term_in(notation, inner),))

    match term:
        case SpaceSum(left, right):
            return Join("+", (term_in(notation, left), term_in(notation, right)))
        case Meet(left, right):
            return Join("&", (term_in(notation, left), term_in(notation, right)))
        case Null(Transpose(matrix)):
            return called("leftnull", matrix)
        case Null(matrix):
            return called("null", matrix)
        case Span(Transpose(matrix)):
            return called("col", matrix)
        case Span(Given(matrix) as given) if given not in notation.names:
            return span_formula(matrix, notation.vector)
        case Span(matrix):
            return called("row", matrix)


def span_formula(rows: Matrix, vector: Vector = tuple_formula) -> Formula:
    """Give span{...} of the rows; for no rows the space that contains the zero vector only."""
    if rows.height == 0 and rows.width:
        zero = Matrix(rows.ring, ((rows.ring.integer(0),) * rows.width,), rows.width)
        return basis_formula(zero, vector)
    return Call("span", (basis_formula(rows, vector),))


def list_in(notation: Notation, term: Term) -> tuple[Formula, str]:
    """Give the rows of a matrix as a list of vectors, and the verb after it."""
    match term:
        case Given(matrix):
            return basis_formula(matrix, notation.vector), "is"
        case Transpose(matrix):
            return Phrase((Words("the columns of"), term_in(notation, matrix))), "are"
        case _:
            return Phrase((Words("the rows of"), term_in(notation, term))), "are"


def combination_formula(coefficients: Sequence[Scalar], parts: Sequence[Formula]) -> Formula:
    """Give 2 v1 - v3, terms with coefficient 0 left out; 0 when there are none."""
    pairs = zip(coefficients, parts, strict=True)
    terms = tuple(Join("", (Num(c), part)) for c, part in pairs if c)
    return Join("+", terms)
