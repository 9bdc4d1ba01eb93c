"""Exact linear algebra over Q and F_p, with python-flint."""

from functools import partial

from exactspaces.kernel import Certificate, Matrix, Minor, PrimeField, Rationals, Ring
from exactspaces.solvers.backends import modular, rational, triangles
from exactspaces.solvers.backends.base import Echelon


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
        ring = matrix.ring
        if isinstance(ring, PrimeField):
            regular = len(self.minor(matrix, None).rows) == matrix.height
            modulo = partial(triangles.modular, p=ring.p)
            return triangles.determinant(matrix, self.echelon, modulo, regular=regular)
        regular = rational.integers(matrix).det() != 0
        return triangles.determinant(matrix, self.echelon, rational.triangle, regular=regular)
