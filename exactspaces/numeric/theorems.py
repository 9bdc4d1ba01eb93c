"""From floats to theorems of the kernel: all singular values or eigenvalues, enclosed exactly.

A float is a rational number with a power of two below it, so a matrix of floats is an exact one.
What LAPACK returned is the certificate: U and V, rounded to fixed point. The radius is computed
with exact fractions, as the rule of the kernel does, and rounded up to three digits; then the
kernel checks it.

Sources: H. Weyl 1912; A. Ostrowski 1959; S. M. Rump, Verified bounds for singular values, BIT 51
(2011); `exactspaces.kernel.rules` has the argument.
"""

from decimal import ROUND_CEILING, Context, Decimal
from fractions import Fraction
from math import isqrt
from typing import Any

import numpy as np

from exactspaces.errors import NoAnswer
from exactspaces.fields import QQ
from exactspaces.kernel import (
    Computed,
    Eigenvalues,
    Factored,
    Given,
    Matrix,
    Number,
    SingularValues,
    Theorem,
    check,
    identity,
)
from exactspaces.kernel.matrices import minus, times
from exactspaces.numeric.arrays import Array, widened
from exactspaces.numeric.inputs import read_matrix
from exactspaces.numeric.libraries import is_sparse

LARGEST = 300
_PLACES = 56
_TAIL = 80
_UP = Context(prec=3, rounding=ROUND_CEILING)


def kept(A: Any, shape: tuple[int, int]) -> Array | None:
    """Copy a matrix of which a theorem can be asked, as it was given; None for a larger one."""
    if max(shape) > LARGEST:
        return None
    read = read_matrix(A)
    array = read.toarray() if is_sparse(read) else read
    size = max(shape) * (2 if np.iscomplexobj(array) else 1)
    return widened(array).copy() if size <= LARGEST else None


def exact_rows(A: Array) -> tuple[list[list[int]], int]:
    """Give the entries of an array of finite floats as integers over one denominator.

    >>> exact_rows(np.array([[0.5, 3.0]]))
    ([[1, 6]], 2)
    """
    ratios = [[x.as_integer_ratio() for x in row] for row in A.astype(np.float64).tolist()]
    denominator = max((q for row in ratios for _, q in row), default=1)  # all are powers of two
    return [[p * (denominator // q) for p, q in row] for row in ratios], denominator


def theorem_on_singular_values(A: Array, U: Array, s: Array, V: Array) -> Theorem:
    """Prove how near all singular values of A, m x n, are to s, largest first.

    U is m x k, V is n x k, for k = min(m, n). For complex entries the theorem is about the real
    matrix with a block [x -y; y x] for each x + iy, which has every singular value twice.

    Raises NoAnswer when what the library returned is not finite.
    """
    return _proved(SingularValues, A, (U, s, V))


def theorem_on_eigenvalues(A: Array, w: Array, Q: Array) -> Theorem:
    """Prove how near all eigenvalues of a Hermitian A are to w, largest first.

    For complex entries the theorem is about the real matrix with a block [x -y; y x] for each
    x + iy, which has every eigenvalue twice.

    Raises NoAnswer when what the library returned is not finite.
    """
    return _proved(Eigenvalues, A, (Q, w, Q))


def _proved(
    kind: type[SingularValues] | type[Eigenvalues], A: Array, triple: tuple[Array, Array, Array]
) -> Theorem:
    if not all(np.all(np.isfinite(x)) for x in triple):
        raise NoAnswer("there is no theorem: the computed values or vectors are not finite")
    U, s, V = (widened(x) for x in triple)
    order = np.argsort(-s, kind="stable")
    U, s, V = U[:, order], s[order], V[:, order]
    if np.iscomplexobj(A):
        A, U, V, s = _real(A), _real(U), _real(V), np.repeat(s, 2)
    matrix, left, right = _matrix(*exact_rows(A)), _fixed(U), _fixed(V)
    numbers = _short(s)
    radius = _radius(matrix, left, numbers, right)
    done = Computed()
    claim = kind(Given(matrix), Given(numbers), Number(radius))
    return check(claim, Factored(left, right, (done, done, done)))


def _real(A: Array) -> Array:
    """Give a block [x -y; y x] for each x + iy: so sums, products and adjoints are preserved."""
    if not np.iscomplexobj(A):
        A = A.astype(np.complex128)
    rows = np.stack([np.stack([A.real, -A.imag], 2), np.stack([A.imag, A.real], 2)], 1)
    return rows.reshape(2 * A.shape[0], 2 * A.shape[1])


def _matrix(rows: list[list[int]], denominator: int) -> Matrix:
    return Matrix(QQ, tuple(map(tuple, rows)), len(rows[0]), denominator)


def _fixed(X: Array) -> Matrix:
    """Round to whole multiples of 2**-56: a certificate may be any matrix."""
    size = int(np.frexp(max(float(np.max(np.abs(X))), 1.0))[1])  # of nonsense, to be safe
    scaled = np.rint(np.ldexp(X, _PLACES - size))
    rows = [[int(x) << size for x in row] for row in scaled.tolist()]
    return _matrix(rows, 1 << _PLACES)


def _short(s: Array) -> Matrix:
    """Give the numbers; those that are tiny beside the first are rounded, to be short."""
    largest = float(np.max(np.abs(s)))
    unit = Fraction(2) ** (int(np.frexp(largest)[1]) - _TAIL)
    exact = [round(Fraction(x) / unit) * unit for x in s.tolist()]
    denominator = max(x.denominator for x in exact)
    return _matrix([[int(x * denominator)] for x in exact], denominator)


def _radius(matrix: Matrix, left: Matrix, numbers: Matrix, right: Matrix) -> Matrix:
    """Bound what the rule of the kernel has to find room for, from above."""
    values = [x for (x,) in numbers.rows]
    rows = tuple(tuple(map(int.__mul__, row, values)) for row in left.rows)
    middle = Matrix(QQ, rows, left.width, left.denominator * numbers.denominator)
    gap = minus(matrix, times(middle, right.transpose))
    square = sum(x * x for row in gap.rows for x in row)
    norm = Fraction(isqrt(square) + (square > 0), gap.denominator)
    size = Fraction(max(map(abs, values)), numbers.denominator)
    found = _rounded_up(norm + size * max(_defect(left), _defect(right)))
    return _matrix([[found.numerator]], found.denominator)


def _defect(columns: Matrix) -> Fraction:
    gram = times(columns.transpose, columns)
    off = minus(gram, identity(QQ, columns.width))
    return Fraction(max(sum(map(abs, row)) for row in off.rows), off.denominator)


def _rounded_up(x: Fraction) -> Fraction:
    """Round up to three digits.

    >>> _rounded_up(Fraction(1, 3))
    Fraction(167, 500)
    """
    return Fraction(_UP.divide(Decimal(x.numerator), Decimal(x.denominator)))
