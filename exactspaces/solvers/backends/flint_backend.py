"""Exact linear algebra by python-flint: over Q and F_p.

python-flint ends the whole process on a composite modulus. The moduli here are those of a
`PrimeField`, whose constructor refuses composite ones, and primes found below by `is_prime`.
"""

from functools import cache
from itertools import count

from flint import fmpq_mat, fmpz, fmpz_mat, fmpz_mod_ctx, fmpz_mod_mat, nmod_mat

from exactspaces.kernel import Certificate, Matrix, Minor, PrimeField, Rationals, Ring
from exactspaces.kernel.irreducible import is_prime
from exactspaces.kernel.matrices import reduced
from exactspaces.solvers.backends.base import Echelon
from exactspaces.solvers.backends.elimination import EliminationBackend

_SMALL = 2**63
_FIRST_PRIME = 1009


class FlintBackend:
    """FLINT over the rationals and prime fields."""

    name = "flint"

    def supports(self, ring: Ring) -> bool:
        return isinstance(ring, Rationals | PrimeField)

    def echelon(self, matrix: Matrix) -> Echelon:
        if not matrix.height or not matrix.width:
            return Echelon(matrix.with_rows(()), (), self.minor(matrix, ()))
        if isinstance(matrix.ring, PrimeField):
            return _modular_echelon(matrix, matrix.ring.p)
        found, d, rank = _integers(matrix).rref()
        rows = tuple(tuple(map(int, row)) for row in found.tolist()[:rank])
        sign = -1 if d < 0 else 1
        if sign < 0:
            rows = tuple(tuple(-x for x in row) for row in rows)
        form = reduced(Matrix(matrix.ring, rows, matrix.width, int(abs(d))))
        pivots = _pivots(rows)
        return Echelon(form, pivots, self.minor(matrix, pivots))

    def minor(self, matrix: Matrix, columns: tuple[int, ...] | None) -> Minor:
        ring = matrix.ring
        if isinstance(ring, PrimeField):
            return _modular_minor(matrix, columns, ring.p, 0)
        for p in _primes():
            found = _modular_minor(matrix, columns, p, p)
            if columns is None or len(found.rows) == len(columns):
                return found
        raise ValueError("no prime was found")

    def inverse(self, matrix: Matrix) -> Matrix:
        ring = matrix.ring
        if not matrix.height:
            return matrix
        if isinstance(ring, PrimeField):
            rows = _modular(matrix.rows, ring.p).inv().tolist()
            return Matrix(ring, tuple(tuple(map(int, row)) for row in rows), matrix.width)
        found, d = fmpq_mat(_integers(matrix)).inv().numer_denom()
        scale = matrix.denominator
        rows = tuple(tuple(int(x) * scale for x in row) for row in found.tolist())
        return reduced(Matrix(ring, rows, matrix.width, int(d)))

    def determinant(self, matrix: Matrix) -> tuple[Matrix, Certificate]:
        return EliminationBackend().determinant(matrix)


def _integers(matrix: Matrix) -> fmpz_mat:
    return fmpz_mat(matrix.height, matrix.width, [x for row in matrix.rows for x in row])


def _modular(rows: tuple[tuple[int, ...], ...], p: int) -> nmod_mat | fmpz_mod_mat:
    height, width = len(rows), len(rows[0])
    flat = [x for row in rows for x in row]
    if p < _SMALL:
        return nmod_mat(height, width, [x % p for x in flat], p)
    return fmpz_mod_mat(height, width, flat, fmpz_mod_ctx(fmpz(p)))


def _modular_echelon(matrix: Matrix, p: int) -> Echelon:
    found, rank = _modular(matrix.rows, p).rref()
    rows = tuple(tuple(map(int, row)) for row in found.tolist()[:rank])
    pivots = _pivots(rows)
    minor = _modular_minor(matrix, pivots, p, 0)
    return Echelon(Matrix(matrix.ring, rows, matrix.width), pivots, minor)


def _pivots(rows: tuple[tuple[int, ...], ...]) -> tuple[int, ...]:
    return tuple(next(j for j, x in enumerate(row) if x) for row in rows)


def _modular_minor(matrix: Matrix, columns: tuple[int, ...] | None, p: int, modulus: int) -> Minor:
    """Give a minor that is invertible modulo p, as large as the rank modulo p in the columns."""
    ring = matrix.ring
    none = Minor((), (), modulus and 2, Matrix(ring, (), 0))
    if not matrix.height or not matrix.width or columns == ():
        return none
    if columns is None:
        columns = _modular_pivots(matrix.rows, p)
    part = matrix.columns(columns)
    if not columns:
        return none
    rows = _modular_pivots(part.transpose.rows, p)
    if len(rows) != len(columns):
        return none
    inverse = _modular(part.select(rows).rows, p).inv().tolist()
    integers = tuple(tuple(map(int, row)) for row in inverse)
    return Minor(rows, columns, modulus, Matrix(ring, integers, len(rows)))


def _modular_pivots(rows: tuple[tuple[int, ...], ...], p: int) -> tuple[int, ...]:
    found, rank = _modular(rows, p).rref()
    pivots, column = [], 0
    for i in range(rank):
        while not int(found[i, column]):
            column += 1
        pivots.append(column)
    return tuple(pivots)


@cache
def _first_primes() -> tuple[int, ...]:
    return tuple(n for n in range(_FIRST_PRIME, _FIRST_PRIME + 400) if is_prime(n))


def _primes():  # type: ignore[no-untyped-def]
    yield from _first_primes()
    yield from filter(is_prime, count(2**61))
