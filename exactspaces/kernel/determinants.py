"""Rules for determinants."""

from bisect import bisect, insort
from collections.abc import Sequence
from functools import reduce

from exactspaces.kernel import certificates as c
from exactspaces.kernel import matrices as m
from exactspaces.kernel import terms as t
from exactspaces.kernel.errors import require
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.scalars import Parameters, Rationals, Ring, Value
from exactspaces.kernel.spaces import check_relation
from exactspaces.kernel.values import VALUES

MAX_BITS = 1_000_000


def by_triangles(_: t.Determinant, certificate: c.Triangles, matrix: Matrix) -> Matrix:
    """From C A[order] = T, both triangular: det C * sign * det A = det T, det C being regular."""
    lower, value = certificate.lower, certificate.value
    permuted = _permuted(matrix, certificate.order)
    require(lower.is_square and m.is_lower(lower), "the left factor is not lower triangular")
    upper = m.times(lower, permuted)
    require(m.is_lower(upper.transpose), "the product is not upper triangular")
    regular = all(_is_regular(matrix.ring, row[i]) for i, row in enumerate(lower.rows))
    require(regular, "a diagonal entry of the left factor may vanish")
    left, right = _diagonal_product(lower), _diagonal_product(upper)
    sign = m.scalar(matrix.ring, _sign(certificate.order))
    agree = m.equal(m.times(left, value), m.times(sign, right))
    require(agree, "the diagonals give another value")
    return value


def by_residues(_: t.Determinant, certificate: c.Residues, matrix: Matrix) -> Matrix:
    """The residue of det A modulo k > 2 |det A| determines it, for an integer matrix A.

    A[order] V is lower triangular modulo k and V has ones on its diagonal, so det A is congruent
    to the sign times the diagonal product. By Hadamard's inequality |det A|^2 is at most the
    product of the squared lengths of the rows.
    """
    upper, k = certificate.upper, certificate.modulus
    plain = isinstance(matrix.ring, Rationals) and isinstance(upper.ring, Rationals)
    require(plain and upper.denominator == 1 and k > 1, "residues are for rational matrices")
    require(upper.is_square and m.is_lower(upper.transpose), "the factor is not upper triangular")
    require(all(row[i] == 1 for i, row in enumerate(upper.rows)), "its diagonal is not 1")
    integers = Matrix(matrix.ring, matrix.rows, matrix.width)
    lower = m.times(_permuted(integers, certificate.order), upper)
    residue, bound = _sign(certificate.order), 1
    for i, row in enumerate(lower.rows):
        require(not any(x % k for x in row[i + 1 :]), "the product is not lower triangular")
        residue = residue * row[i] % k
    for row in integers.rows:
        bound *= sum(map(int.__mul__, row, row))
    require(k * k > 4 * bound, "the modulus is too small")
    found = residue if 2 * residue < k else residue - k
    short = matrix.denominator.bit_length() * matrix.height <= MAX_BITS
    require(short, "the denominator of the determinant is too large")
    denominator = matrix.denominator**matrix.height
    expected = m.reduced(Matrix(matrix.ring, ((found,),), 1, denominator))
    require(m.equal(certificate.value, expected), "the residue gives another value")
    return certificate.value


def by_null_vector(_: t.Determinant, certificate: c.Combination, matrix: Matrix) -> Matrix:
    """A relation y A = 0 with a unit among its coefficients makes the determinant zero."""
    require(matrix.is_square, "only square matrices have a determinant")
    check_relation(matrix, certificate.coefficients)
    return m.scalar(matrix.ring, 0)


def _permuted(matrix: Matrix, order: Sequence[int]) -> Matrix:
    require(matrix.is_square, "only square matrices have a determinant")
    require(sorted(order) == list(range(matrix.height)), "the order is not one of all rows")
    return matrix.select(order)


def _sign(order: Sequence[int]) -> int:
    """Count the pairs in the wrong order."""
    seen: list[int] = []
    wrong = 0
    for k in order:
        wrong += len(seen) - bisect(seen, k)
        insort(seen, k)
    return -1 if wrong % 2 else 1


def _diagonal_product(matrix: Matrix) -> Matrix:
    column = m.main_diagonal(matrix)
    entries = (column.select((i,)) for i in range(matrix.height))
    return reduce(m.times, entries, m.identity(matrix.ring, 1))


def _is_regular(ring: Ring, value: Value) -> bool:
    """Without equations polynomials have no zero divisors, so that it is enough not to be 0."""
    if isinstance(ring, Parameters) and not ring.zero:
        return not ring.is_zero(value)
    return ring.is_unit(value)


VALUES.file(by_triangles, by_residues, by_null_vector)
