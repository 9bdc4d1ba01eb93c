"""Small tables of exact numbers: what the solvers calculate with."""

from collections.abc import Sequence

from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.fields.conjugation import conjugate
from exactspaces.kernel import Matrix, Ring
from exactspaces.kernel.matrices import times
from exactspaces.solvers.bases import joined
from exactspaces.solvers.systems import augmented

__all__ = ["augmented", "column", "conjugate", "diagonal", "entries", "joined", "row", "zero"]

Row = Sequence[Scalar]


def row(ring: Ring, values: Row) -> Matrix:
    """Give a matrix with one row."""
    return matrix_from(ring, [list(values)], len(values))


def column(ring: Ring, values: Row) -> Matrix:
    """Give a matrix with one column."""
    return matrix_from(ring, [[x] for x in values], 1)


def diagonal(ring: Ring, values: Row) -> Matrix:
    """Give the square matrix with these numbers on its diagonal."""
    nothing = number(ring, 0)
    n = len(values)
    rows = [[values[i] if i == j else nothing for j in range(n)] for i in range(n)]
    return matrix_from(ring, rows, n)


def zero(ring: Ring, height: int, width: int) -> Matrix:
    """Give the zero matrix."""
    return Matrix(ring, ((ring.integer(0),) * width,) * height, width)


def product(*factors: Matrix) -> Matrix:
    """Give the product of several matrices."""
    result = factors[0]
    for factor in factors[1:]:
        result = times(result, factor)
    return result


def adjoint_of(matrix: Matrix) -> Matrix:
    """Give the conjugate transpose."""
    return conjugate(matrix).transpose


def trace_of(matrix: Matrix) -> Scalar:
    """Give the sum of the diagonal entries."""
    return sum((r[i] for i, r in enumerate(entries(matrix))), number(matrix.ring, 0))


def horner(f: Row, x: Scalar) -> Scalar:
    """Give the value of a polynomial, listed from the constant term up."""
    total = number(x.ring, 0)
    for c in reversed(f):
        total = total * x + c
    return total


def convolved(f: Row, g: Row) -> list[Scalar]:
    """Give the product of two polynomials, listed from the constant term up."""
    out = [number(f[0].ring, 0)] * (len(f) + len(g) - 1)
    for i, x in enumerate(f):
        for j, y in enumerate(g):
            out[i + j] = out[i + j] + x * y
    return out
