"""Exact linear algebra over Q and F_p by SymPy's DomainMatrix, where python-flint is missing."""

from functools import partial
from math import lcm

from sympy import GF, QQ
from sympy.polys.matrices import DomainMatrix
from sympy.polys.matrices.exceptions import DMNonInvertibleMatrixError

from exactspaces.errors import NoAnswer
from exactspaces.kernel import Certificate, Matrix, Minor, PrimeField, Rationals, Ring
from exactspaces.solvers.backends import triangles
from exactspaces.solvers.backends.base import Echelon
from exactspaces.solvers.backends.minors import rational_minor
from exactspaces.solvers.backends.residues import exchange_plainly


class SympyBackend:
    """SymPy's DomainMatrix over the rationals and prime fields."""

    name = "sympy"

    def supports(self, ring: Ring) -> bool:
        return isinstance(ring, Rationals | PrimeField)

    def echelon(self, matrix: Matrix) -> Echelon:
        form, pivots = _reduced(matrix)
        return Echelon(form, pivots, self.minor(matrix, pivots))

    def minor(self, matrix: Matrix, columns: tuple[int, ...] | None) -> Minor:
        ring = matrix.ring
        if not isinstance(ring, PrimeField):
            return rational_minor(matrix, columns, self._exact_minor)
        part = matrix if columns is None else matrix.columns(columns)
        return exchange_plainly(part.rows, part.width, ring.p).minor(ring, columns)

    def _exact_minor(self, part: Matrix, columns: tuple[int, ...]) -> Minor:
        _, rows = _reduced(part.transpose)
        return Minor(rows, columns, 0, self.inverse(part.select(rows)))

    def inverse(self, matrix: Matrix) -> Matrix:
        if not matrix.height:
            return matrix
        try:
            return _to_matrix(matrix.ring, _from_matrix(matrix).inv())
        except DMNonInvertibleMatrixError:
            raise NoAnswer("the matrix has no inverse") from None

    def determinant(self, matrix: Matrix) -> tuple[Matrix, Certificate]:
        rank, ring = len(self.minor(matrix, None).rows), matrix.ring
        eliminate = triangles.fraction_free
        if isinstance(ring, PrimeField):
            eliminate = partial(triangles.modular, p=ring.p)
        return triangles.determinant(
            matrix, self.echelon, eliminate, regular=rank == matrix.height
        )


def _reduced(matrix: Matrix) -> tuple[Matrix, tuple[int, ...]]:
    """Give the non-zero rows of the reduced echelon form, and its pivot columns."""
    if not matrix.height or not matrix.width:
        return matrix.with_rows(()), ()
    form, pivots = _from_matrix(matrix).rref()
    kept = _to_matrix(matrix.ring, form)
    return kept.select(range(len(pivots))), tuple(map(int, pivots))


def _from_matrix(matrix: Matrix) -> DomainMatrix:
    ring, shape, d = matrix.ring, (matrix.height, matrix.width), matrix.denominator
    field = GF(ring.p, symmetric=False) if isinstance(ring, PrimeField) else QQ
    rows = [[field(x, d) if d > 1 else field(x) for x in row] for row in matrix.rows]
    return DomainMatrix(rows, shape, field)


def _to_matrix(ring: Ring, found: DomainMatrix) -> Matrix:
    height, width = found.shape
    rows = found.to_dense().rep.to_list() if height and width else [[]] * height
    if isinstance(ring, PrimeField):
        return Matrix(ring, tuple(tuple(int(x) % ring.p for x in row) for row in rows), width)
    d = lcm(*(int(x.denominator) for row in rows for x in row))
    return Matrix(
        ring,
        tuple(tuple(int(x.numerator) * (d // int(x.denominator)) for x in r) for r in rows),
        width,
        d,
    )
