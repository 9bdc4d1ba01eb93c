"""Dependence relations, written out: v1 + v2 - v3 = 0."""

from collections.abc import Sequence

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.kernel import (
    Dependent,
    Equal,
    Given,
    Matrix,
    Product,
    Rationals,
    ReducedEchelon,
    Transpose,
)
from exactspaces.questions import ValueOf
from exactspaces.rendering.formulas import Formula, Sym
from exactspaces.rendering.terms import vector_formula
from exactspaces.worked.arithmetic import Integers
from exactspaces.worked.conditions import tidied
from exactspaces.worked.notation import ZERO, combination, equation, split_sign
from exactspaces.worked.proofs import proved
from exactspaces.worked.work import Work, each_row


def null_vectors(reduced: Matrix, pivots: Sequence[int]) -> list[tuple[int, list[Scalar]]]:
    """Give for each free column a solution of R x = 0: 1 there, 0 in the other free columns."""
    rows, n = entries(reduced), reduced.width
    out = []
    for j in (j for j in range(n) if j not in set(pivots)):
        x = [number(reduced.ring, int(k == j)) for k in range(n)]
        for row, pivot in zip(rows, pivots, strict=False):
            x[pivot] = -row[j]
        out.append((j, x))
    return out


def first_relation(columns: Matrix) -> list[Scalar] | None:
    """Give the coefficients of a relation of the columns, whole numbers over Q; None for none."""
    found: Matrix = proved(ValueOf(ReducedEchelon(Given(columns)))).answer.matrix
    rows = entries(tidied(found))
    pivots = [next(j for j, x in enumerate(row) if x) for row in rows if any(row)]
    vectors = null_vectors(tidied(found), pivots)
    if not vectors:
        return None
    coefficients = whole([-x for x in vectors[0][1]])
    sign, _ = split_sign(next(x for x in coefficients if x))
    return coefficients if sign == "+" else [-x for x in coefficients]


def whole(row: Sequence[Scalar]) -> list[Scalar]:
    """Scale a rational vector to whole numbers without common factor."""
    if not row or not isinstance(row[0].ring, Rationals):
        return list(row)
    style = Integers(row[0].ring)
    for _, factor in style.cleared([row]):
        row = [factor * x for x in row]
    factor = style.shortened(row)
    return [factor * x for x in row]


def write_relation(work: Work, rows: Matrix, symbols: Sequence[Formula]) -> list[Scalar]:
    """Write a relation of the rows, which proves that they are dependent."""
    coefficients = first_relation(rows.transpose)
    if coefficients is None:
        raise NoAnswer("there is no relation")
    relation = equation(combination(coefficients, symbols), ZERO)
    work.fact(Dependent(Given(rows)), "So ", relation, ".")
    row = matrix_from(rows.ring, [coefficients])
    zero = matrix_from(rows.ring, [[number(rows.ring, 0)] * rows.width], rows.width)
    values = work.points(rows)
    sides = equation(combination(coefficients, values), work.point(zero))
    work.check(Equal(Product(Given(row), Given(rows)), Given(zero)), sides, ".")
    return coefficients


def column_relation(work: Work, matrix: Matrix, letter: Sym) -> None:
    """Write a relation of the columns of a matrix."""
    coefficients = first_relation(matrix)
    if coefficients is None:
        raise NoAnswer("the columns are independent")
    symbols = [Sym(f"{letter.name}_{k + 1}") for k in range(matrix.width)]
    work.fact(
        Dependent(Transpose(Given(matrix))),
        "Not every column has a pivot, so the columns are dependent. With ",
        Sym(f"{letter.name}_k"),
        " for column k of the matrix, ",
        equation(combination(coefficients, symbols), ZERO),
        ".",
    )
    values = [vector_formula(column) for column in each_row(matrix.transpose)]
    column = matrix_from(matrix.ring, [[x] for x in coefficients])
    zero = matrix_from(matrix.ring, [[number(matrix.ring, 0)]] * matrix.height, 1)
    claim = Equal(Product(Given(matrix), Given(column)), Given(zero))
    work.check(claim, equation(combination(coefficients, values), vector_formula(zero)), ".")
