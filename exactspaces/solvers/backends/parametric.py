"""Elimination over polynomials in parameters, dividing by units only.

A pivot has to be a unit under the stated conditions. Where none is found although the column does
not vanish, the question is split (`NeedsSplit`), and asked again under more conditions.
"""

from math import lcm

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.fields.matrices import cross, is_unit, leading_inverse, quotient, simplified
from exactspaces.fields.numbers import normal
from exactspaces.kernel import Certificate, Matrix, Minor, Parameters, Ring, Triangles
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.matrices import identity, reduced
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.solvers.backends.base import Echelon
from exactspaces.solvers.backends.quotients import inverse_modulo
from exactspaces.solvers.zero import asks_for, size

Rows = list[list[Scalar]]


class ParametricBackend:
    """Elimination that says what it has to know about the parameters."""

    name = "parametric"

    def supports(self, ring: Ring) -> bool:
        return isinstance(ring, Parameters)

    def echelon(self, matrix: Matrix) -> Echelon:
        rows, pivots = _reduced(matrix)
        kept = matrix_from(matrix.ring, rows[: len(pivots)], matrix.width)
        return Echelon(kept, pivots, self._minor(matrix, pivots))

    def minor(self, matrix: Matrix, columns: tuple[int, ...] | None) -> Minor:
        return self._minor(matrix, _reduced(matrix)[1] if columns is None else columns)

    def _minor(self, matrix: Matrix, columns: tuple[int, ...]) -> Minor:
        part = matrix.columns(columns)
        rows = _reduced(part.transpose)[1]
        return Minor(rows, columns, 0, self.inverse(part.select(rows)))

    def inverse(self, matrix: Matrix) -> Matrix:
        n = matrix.height
        one = entries(identity(matrix.ring, n))
        rows = [row + unit for row, unit in zip(entries(matrix), one, strict=True)]
        _eliminate(_ring(matrix), rows, n)
        return matrix_from(matrix.ring, [row[n:] for row in rows], n)

    def determinant(self, matrix: Matrix) -> tuple[Matrix, Certificate]:
        """Triangularise [A | I] without fractions (Bareiss, Math. Comp. 22, 1968)."""
        ring, n = _ring(matrix), matrix.height
        if ring.zero:
            return _by_units(matrix)
        one = identity(ring, n)
        rows = [list(r + u) for r, u in zip(matrix.rows, one.rows, strict=True)]
        order = list(range(n))
        _bareiss(ring, rows, order)
        lower = Matrix(ring, tuple(tuple(r[n + j] for j in order) for r in rows), n)
        value = _determinant_value(matrix, rows, order)
        return value, Triangles(tuple(order), lower, value, ())


def _by_units(matrix: Matrix) -> tuple[Matrix, Certificate]:
    """Triangularise [A | I] by adding multiples of rows whose leading entry is a unit."""
    ring, n = _ring(matrix), matrix.height
    one = entries(identity(ring, n))
    rows = [row + unit for row, unit in zip(entries(matrix), one, strict=True)]
    rows = [[simplified(ring, x) for x in row] for row in rows]
    order, total = list(range(n)), number(ring, 1)
    for k in range(n):
        below = [(i, rows[i][k]) for i in range(k, n) if rows[i][k].top]
        if below:
            at, inverse = _pivot(ring, below)
            rows[k], rows[at] = rows[at], rows[k]
            order[k], order[at] = order[at], order[k]
            total = -total if at != k else total
            for i in range(k + 1, n):
                factor = rows[i][k] * inverse
                rows[i] = [
                    simplified(ring, x - factor * y) for x, y in zip(rows[i], rows[k], strict=True)
                ]
        total = simplified(ring, total * rows[k][k])
    lower = matrix_from(ring, [[row[n + j] for j in order] for row in rows], n)
    value = matrix_from(ring, [[total]])
    return value, Triangles(tuple(order), lower, value, ())


def _bareiss(ring: Parameters, rows: list[list[Polynomial]], order: list[int]) -> None:
    previous = ring.integer(1)
    for k in range(len(rows)):
        at = next((i for i in range(k, len(rows)) if not ring.is_zero(rows[i][k])), None)
        if at is None:
            continue
        rows[k], rows[at] = rows[at], rows[k]
        order[k], order[at] = order[at], order[k]
        pivot = rows[k][k]
        for i in range(k + 1, len(rows)):
            row = [
                cross(ring, pivot, x, rows[i][k], y) for x, y in zip(rows[i], rows[k], strict=True)
            ]
            rows[i] = _divided(ring, row, previous)
        previous = pivot


def _divided(ring: Parameters, row: list[Polynomial], g: Polynomial) -> list[Polynomial]:
    """Divide a row where all of it can be, up to an integer; the row may have any multiple."""
    found = [quotient(ring, f, g) for f in row]
    m = lcm(*(pair[1] for pair in found if pair))
    if None in found:
        return row
    return [poly.scale(pair[0], m // pair[1], ring.characteristic) for pair in found if pair]


def _determinant_value(matrix: Matrix, rows: list[list[Polynomial]], order: list[int]) -> Matrix:
    """Divide the diagonal of the product by the diagonal of the left factor."""
    ring, n = _ring(matrix), matrix.height
    top, bottom = ring.integer(1), ring.integer(1)
    for k in range(n):
        top = ring.multiply(top, rows[k][k])
        bottom = ring.multiply(bottom, rows[k][n + order[k]])
    inversions = sum(order[i] > order[j] for i in range(n) for j in range(i + 1, n))
    sign = -1 if inversions % 2 else 1
    found = quotient(ring, top, bottom)
    if found is None:
        raise NoAnswer("the determinant is not what is left of the diagonals")
    value = poly.scale(found[0], sign, ring.characteristic)
    powers = tuple(k * n for k in matrix.powers)
    return reduced(Matrix(ring, ((value,),), 1, matrix.denominator**n * found[1], powers))


def _ring(matrix: Matrix) -> Parameters:
    """Give the ring, which has parameters: `supports` says so."""
    if not isinstance(matrix.ring, Parameters):
        raise TypeError("this backend is for rings with parameters")
    return matrix.ring


def _reduced(matrix: Matrix) -> tuple[Rows, tuple[int, ...]]:
    rows = entries(matrix)
    return rows, _eliminate(_ring(matrix), rows, matrix.width)


def _eliminate(ring: Parameters, rows: Rows, width: int) -> tuple[int, ...]:
    """Bring the first `width` columns to reduced echelon form in place; give the pivots."""
    rows[:] = [[simplified(ring, x) for x in row] for row in rows]
    pivots: list[int] = []
    for column in range(width):
        k = len(pivots)
        below = [(i, rows[i][column]) for i in range(k, len(rows)) if rows[i][column].top]
        if not below:
            continue
        at, inverse = _pivot(ring, below)
        rows[k], rows[at] = rows[at], rows[k]
        rows[k] = [simplified(ring, inverse * x) for x in rows[k]]
        for i, row in enumerate(rows):
            if i != k and row[column].top:
                factor = row[column]
                rows[i] = [
                    simplified(ring, x - factor * y) if y.top else x
                    for x, y in zip(row, rows[k], strict=True)
                ]
        pivots.append(column)
    return tuple(pivots)


def _pivot(ring: Parameters, candidates: list[tuple[int, Scalar]]) -> tuple[int, Scalar]:
    """Choose the simplest entry that is a unit, with its inverse; split where there is none."""
    ranked = sorted(candidates, key=lambda pair: size(pair[1].top))
    for i, x in ranked:
        factor = leading_inverse(ring, x.top)
        scaled = factor * x
        if is_unit(ring, scaled.top):
            return i, factor * normal(ring, scaled.bottom, scaled.top)
    for i, x in ranked:
        inverse = inverse_modulo(ring, x)
        if inverse is not None:
            return i, inverse
    raise asks_for(ring, ranked[0][1].top)
