"""Elimination over any field, in plain Python: for F_q and number fields.

FLINT has no matrices over these fields in its Python package, and SymPy none over towers. The
method is Gauss-Jordan elimination with the first non-zero pivot, as in every textbook.
"""

from collections.abc import Iterable

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.kernel import (
    Certificate,
    Combination,
    Extension,
    Matrix,
    Minor,
    PrimeField,
    Rationals,
    Ring,
    Triangles,
)
from exactspaces.kernel.matrices import identity
from exactspaces.solvers.backends.base import Echelon

Rows = list[list[Scalar]]


class EliminationBackend:
    """The plain method over any field of the kernel."""

    name = "elimination"

    def supports(self, ring: Ring) -> bool:
        return isinstance(ring, Extension | Rationals | PrimeField)

    def echelon(self, matrix: Matrix) -> Echelon:
        rows = entries(matrix)
        pivots = tuple(_reduce(rows, matrix.width))
        kept = matrix_from(matrix.ring, rows[: len(pivots)], matrix.width)
        return Echelon(kept, pivots, self.minor(matrix, pivots))

    def minor(self, matrix: Matrix, columns: tuple[int, ...] | None) -> Minor:
        if columns is None:
            columns = tuple(_reduce(entries(matrix), matrix.width))
        part = matrix.columns(columns)
        rows = tuple(_reduce(entries(part.transpose), part.height))
        return Minor(rows, columns, 0, self.inverse(part.select(rows)))

    def inverse(self, matrix: Matrix) -> Matrix:
        rows = _with_identity(matrix)
        if len(_reduce(rows, matrix.width)) < matrix.width:
            raise NoAnswer("the matrix has no inverse")
        return matrix_from(matrix.ring, [row[matrix.width :] for row in rows], matrix.width)

    def determinant(self, matrix: Matrix) -> tuple[Matrix, Certificate]:
        rows, n = _with_identity(matrix), matrix.width
        order, total = list(range(n)), number(matrix.ring, 1)
        for k in range(n):
            at = next((i for i in range(k, n) if rows[i][k]), None)
            if at is None:
                return _singular(matrix)
            if at != k:
                rows[k], rows[at], total = rows[at], rows[k], -total
                order[k], order[at] = order[at], order[k]
            total = total * rows[k][k]
            _clear(rows, k, k, range(k + 1, n))
        lower = [[row[n + i] for i in order] for row in rows]
        value = matrix_from(matrix.ring, [[total]])
        return value, Triangles(tuple(order), matrix_from(matrix.ring, lower, n), value, ())


def _with_identity(matrix: Matrix) -> Rows:
    one = entries(identity(matrix.ring, matrix.height))
    return [row + unit for row, unit in zip(entries(matrix), one, strict=True)]


def _singular(matrix: Matrix) -> tuple[Matrix, Certificate]:
    """Give determinant 0 and a relation of the rows: a row that elimination made zero."""
    rows = _with_identity(matrix)
    rank = len(_reduce(rows, matrix.width))
    relation = matrix_from(matrix.ring, [rows[rank][matrix.width :]])
    return matrix_from(matrix.ring, [[number(matrix.ring, 0)]]), Combination(relation, ())


def _reduce(rows: Rows, width: int) -> list[int]:
    """Bring the first `width` columns to reduced echelon form in place; give the pivots."""
    pivots: list[int] = []
    for column in range(width):
        k = len(pivots)
        at = next((i for i in range(k, len(rows)) if rows[i][column]), None)
        if at is None:
            continue
        rows[k], rows[at] = rows[at], rows[k]
        inverse = rows[k][column].inverse()
        rows[k] = [inverse * x if x else x for x in rows[k]]
        _clear(rows, k, column, (i for i in range(len(rows)) if i != k))
        pivots.append(column)
    return pivots


def _clear(rows: Rows, k: int, column: int, others: Iterable[int]) -> None:
    pivot = rows[k][column]
    for i in others:
        if rows[i][column]:
            factor = rows[i][column] / pivot
            rows[i] = [x - factor * y if y else x for x, y in zip(rows[i], rows[k], strict=True)]
