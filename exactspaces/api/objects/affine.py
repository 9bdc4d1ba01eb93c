"""Affine sets as objects: a point plus all combinations of directions."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from exactspaces.api.answers.data import vector_data
from exactspaces.api.answers.plain import space_text, vector_text
from exactspaces.api.objects.wanted import established
from exactspaces.errors import WrongShape
from exactspaces.fields import entries, matrix_from, number
from exactspaces.kernel import (
    Equal,
    Given,
    Included,
    Matrix,
    Member,
    NotIncluded,
    NotMember,
    Span,
    Term,
    Theorem,
    Unequal,
)
from exactspaces.questions import Decision, ValueOf
from exactspaces.reading.request import read_vector
from exactspaces.spaces import Coordinates


@dataclass(frozen=True, eq=False)
class Affine:
    """A point plus all combinations of directions: the solutions of a system.

    Two of them are equal, and have the same hash, when they contain the same points; `x in S` and
    `S <= T` are answered by the kernel. They are compared through the subspaces of F^(n + 1) that
    (x, 1) spans for x in the set: these are equal exactly when the sets are.
    """

    particular: Matrix
    directions: Matrix
    theorem: Theorem

    @property
    def is_unique(self) -> bool:
        """Whether the point is the only one."""
        return not self.directions.height

    @property
    def dim(self) -> int:
        """The number of independent directions."""
        return self.directions.height

    def point(self) -> tuple[Any, ...]:
        """Give the particular solution."""
        return tuple(x.fraction if x.fraction is not None else x for (x,) in self._point())

    def _point(self) -> list[list[Any]]:
        return entries(self.particular)

    @cached_property
    def lifted(self) -> Term:
        """The term for the span of all (x, 1) with x in the set."""
        ring = self.particular.ring
        one, zero = number(ring, 1), number(ring, 0)
        rows = [[*row, zero] for row in entries(self.directions)]
        rows.append([*(x for (x,) in self._point()), one])
        return Span(Given(matrix_from(ring, rows, self.particular.height + 1)))

    def __contains__(self, vector: object) -> bool:
        ring, n = self.particular.ring, self.particular.height
        column = read_vector(vector, ring, Coordinates(n))
        point = entries(established(ValueOf(column)).answer.matrix)
        lifted = Given(matrix_from(ring, [*point, [number(ring, 1)]], 1))
        asked = Decision(Member(lifted, self.lifted), NotMember(lifted, self.lifted))
        return bool(established(asked).answer)

    def _check(self, other: object) -> Term:
        if not isinstance(other, Affine) or other.particular.height != self.particular.height:
            raise WrongShape("both have to be affine sets of the same space")
        return other.lifted

    def __le__(self, other: "Affine") -> bool:
        mine, theirs = self.lifted, self._check(other)
        asked = Decision(Included(mine, theirs), NotIncluded(mine, theirs))
        return bool(established(asked).answer)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Affine):
            return NotImplemented
        if other.particular.height != self.particular.height:
            return False
        asked = Decision(Equal(self.lifted, other.lifted), Unequal(self.lifted, other.lifted))
        return bool(established(asked).answer)

    def __hash__(self) -> int:
        canonical = established(ValueOf(self.lifted)).answer.rows.matrix
        return hash(tuple(map(tuple, entries(canonical))))

    def as_dict(self) -> dict[str, Any]:
        """Give the set as plain data."""
        directions = [[str(x) for x in row] for row in entries(self.directions)]
        kind = "infinite" if directions else "unique"
        point = vector_data(self.particular)
        return {"kind": kind, "particular": point, "directions": directions, "witness": None}

    def __str__(self) -> str:
        point = vector_text([x for (x,) in self._point()])
        return point if self.is_unique else f"{point} + {space_text(self.directions, None)}"
