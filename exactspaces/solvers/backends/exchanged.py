"""What an elimination modulo a prime leaves: pivots, and the exchanged table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exactspaces.kernel import Matrix, Minor, Ring

IntRows = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Exchanged:
    """The pivots of a matrix modulo a prime, and the table that the exchange leaves."""

    prime: int
    rows: tuple[int, ...]
    pivots: tuple[int, ...]
    table: Any

    @property
    def rank(self) -> int:
        return len(self.pivots)

    def inverse(self) -> IntRows:
        """Give the inverse of the part in the pivot rows and columns, from 0 to prime - 1."""
        if isinstance(self.table, list):
            return [[self.table[i][j] for j in self.pivots] for i in self.rows]
        part = self.table[list(self.rows)][:, list(self.pivots)]
        part[part < 0] += self.prime
        found: IntRows = part.astype("int64").tolist()
        return found

    def echelon_rows(self) -> tuple[tuple[int, ...], ...]:
        """Give the non-zero rows of the reduced echelon form, from 0 to prime - 1."""
        if isinstance(self.table, list):
            rows = [list(self.table[i]) for i in self.rows]
        else:
            part = self.table[list(self.rows)]
            part[part < 0] += self.prime
            rows = part.astype("int64").tolist()
        for i, row in enumerate(rows):
            for k, j in enumerate(self.pivots):
                row[j] = int(i == k)
        return tuple(map(tuple, rows))

    def minor(self, ring: Ring, columns: Sequence[int] | None = None) -> Minor:
        """Give the inverse as evidence for a matrix over Q or F_p.

        `columns` are the names of the columns that were reduced.
        """
        named = self.pivots if columns is None else tuple(columns[j] for j in self.pivots)
        inverse = Matrix(ring, tuple(map(tuple, self.inverse())), self.rank)
        modulus = 0 if ring.characteristic else self.prime
        return Minor(self.rows, named, modulus, inverse)
