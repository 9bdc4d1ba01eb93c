"""What a solver may ask a backend for."""

from dataclasses import dataclass
from typing import Protocol

from exactspaces.kernel import Certificate, Matrix, Minor, Ring


@dataclass(frozen=True)
class Echelon:
    """The non-zero rows of a reduced row echelon form, its pivot columns (from 0), and evidence.

    `minor` is an invertible part of the matrix that was reduced, in its pivot columns, so its size
    is the rank. With it (`Basis(pivots, rows, minor, parts)`) the kernel accepts the form.
    """

    rows: Matrix
    pivots: tuple[int, ...]
    minor: Minor

    @property
    def rank(self) -> int:
        return len(self.pivots)


def with_pivots(
    part: list[list[int]], free: list[int], pivots: tuple[int, ...], d: int
) -> tuple[tuple[int, ...], ...]:
    """Put d times the identity into the pivot columns, and the part into the free ones."""
    width, out = len(free) + len(pivots), []
    for pivot, values in zip(pivots, part, strict=True):
        row = [0] * width
        row[pivot] = d
        for j, x in zip(free, values, strict=True):
            row[j] = x
        out.append(tuple(row))
    return tuple(out)


class Backend(Protocol):
    """Exact linear algebra over some rings; every answer is checked by others.

    Matrices are kernel matrices. None of the methods is called with a ring that `supports`
    denies, or over a composite modulus: rings of the kernel have none.
    """

    @property
    def name(self) -> str:
        """What the backend is called in reports."""

    def supports(self, ring: Ring) -> bool:
        """Say whether the backend works over the ring."""

    def echelon(self, matrix: Matrix) -> Echelon:
        """Give the reduced row echelon form."""

    def minor(self, matrix: Matrix, columns: tuple[int, ...] | None) -> Minor:
        """Give an invertible part, in these columns where they are named.

        Named columns are independent, and the part has all of them. Else its size is a lower
        bound of the rank: the rank modulo one prime, or the rank itself.
        """

    def inverse(self, matrix: Matrix) -> Matrix:
        """Give the inverse of an invertible matrix."""

    def determinant(self, matrix: Matrix) -> tuple[Matrix, Certificate]:
        """Give the determinant of a square matrix, as a 1 x 1 matrix, and evidence for it.

        The evidence is Triangles, and for determinant 0 a Combination with y A = 0; it
        comes with parts=(), which the caller replaces.
        """
