"""Exact linear algebra over Q and F_p, with python-flint."""

from exactspaces.kernel import Certificate, Matrix, Minor, PrimeField, Rationals, Ring
from exactspaces.solvers.backends import modular, rational
from exactspaces.solvers.backends.base import Echelon
from exactspaces.solvers.backends.triangles import determinant


class FlintBackend:
    """FLINT over the rationals and prime fields, with floating arrays where they are exact."""

    name = "flint"

    def supports(self, ring: Ring) -> bool:
        return isinstance(ring, Rationals | PrimeField)

    def echelon(self, matrix: Matrix) -> Echelon:
        ring = matrix.ring
        if isinstance(ring, PrimeField):
            return modular.echelon(matrix, ring.p)
        return rational.echelon(matrix)

    def minor(self, matrix: Matrix, columns: tuple[int, ...] | None) -> Minor:
        ring = matrix.ring
        if isinstance(ring, PrimeField):
            return modular.minor(matrix, ring.p, columns)
        return rational.minor(matrix, columns)

    def inverse(self, matrix: Matrix) -> Matrix:
        ring = matrix.ring
        if isinstance(ring, PrimeField):
            return modular.inverse(matrix, ring.p)
        return rational.inverse(matrix)

    def determinant(self, matrix: Matrix) -> tuple[Matrix, Certificate]:
        rank = len(self.minor(matrix, None).rows)
        return determinant(matrix, self.echelon, regular=rank == matrix.height)
