"""Exact linear algebra over F_p: the exchange algorithm, and FLINT for large p.

python-flint ends the whole process on a composite modulus. The moduli here are those of a
`PrimeField`, whose constructor refuses composite ones.
"""

from itertools import chain

from flint import fmpz, fmpz_mod_ctx, fmpz_mod_mat, nmod_mat

from exactspaces.errors import NoAnswer
from exactspaces.kernel import Matrix, Minor, PrimeField
from exactspaces.solvers.backends.base import Echelon
from exactspaces.solvers.backends.exchanged import Exchanged
from exactspaces.solvers.backends.residues import LARGEST_FLOAT_PRIME, exchange, exchange_plainly

_WORD = 2**63
_PLAIN_WORK = 1000


def echelon(matrix: Matrix, p: int) -> Echelon:
    """Give the reduced echelon form over F_p."""
    found = _exchanged(matrix, p)
    if found:
        form = matrix.with_rows(found.echelon_rows())
        return Echelon(form, found.pivots, found.minor(matrix.ring))
    reduced, rank = to_flint(matrix, p).rref()
    rows = tuple(tuple(map(int, row)) for row in reduced.tolist()[:rank])
    pivots = tuple(next(j for j, x in enumerate(row) if x) for row in rows)
    return Echelon(matrix.with_rows(rows), pivots, minor(matrix, p, pivots))


def minor(matrix: Matrix, p: int, columns: tuple[int, ...] | None) -> Minor:
    """Give an invertible part: of named independent columns, or as large as the rank."""
    if columns is None:
        return echelon(matrix, p).minor
    part = matrix.columns(columns)
    found = _exchanged(part, p)
    if found:
        return found.minor(matrix.ring, columns)
    rows = _pivots(part.transpose, p)
    if len(rows) < len(columns):
        raise NoAnswer("the columns are dependent")
    return Minor(rows, columns, 0, inverse(part.select(rows), p))


def inverse(matrix: Matrix, p: int) -> Matrix:
    """Give the inverse over F_p."""
    found = _exchanged(matrix, p)
    if found is None:
        return _inverse_by_flint(matrix, p)
    if found.rank < matrix.width:
        raise NoAnswer("the matrix has no inverse")
    rows = found.inverse()
    order = sorted(range(found.rank), key=found.rows.__getitem__)
    return matrix.with_rows(tuple(row[k] for k in order) for row in rows)


def _inverse_by_flint(matrix: Matrix, p: int) -> Matrix:
    try:
        rows = to_flint(matrix, p).inv().tolist()
    except ZeroDivisionError:
        raise NoAnswer("the matrix has no inverse") from None
    return matrix.with_rows(tuple(map(int, row)) for row in rows)


def _exchanged(matrix: Matrix, p: int) -> Exchanged | None:
    if p < LARGEST_FLOAT_PRIME:
        return exchange(matrix.rows, matrix.width, p)
    if matrix.height * matrix.width * min(matrix.height, matrix.width) <= _PLAIN_WORK:
        return exchange_plainly(matrix.rows, matrix.width, p)
    return None


def to_flint(matrix: Matrix, p: int) -> nmod_mat | fmpz_mod_mat:
    """Give the matrix to FLINT; whatever comes here, a composite modulus is refused once more."""
    PrimeField(p)
    shape, flat = (matrix.height, matrix.width), list(chain.from_iterable(matrix.rows))
    if p < _WORD:
        return nmod_mat(*shape, flat, p)
    return fmpz_mod_mat(*shape, flat, fmpz_mod_ctx(fmpz(p)))


def _pivots(matrix: Matrix, p: int) -> tuple[int, ...]:
    found, rank = to_flint(matrix, p).rref()
    pivots, column = [], 0
    for i in range(rank):
        while not int(found[i, column]):
            column += 1
        pivots.append(column)
    return tuple(pivots)
