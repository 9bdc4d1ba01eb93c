"""Subspaces and affine sets as objects. Every answer is proved by the kernel."""

from dataclasses import dataclass
from typing import Any

from exactspaces.api.answers.data import space_data
from exactspaces.api.answers.plain import space_text
from exactspaces.api.objects.wanted import established
from exactspaces.errors import WrongShape
from exactspaces.fields import Scalar, entries, field_name
from exactspaces.fields.names import Over
from exactspaces.kernel import (
    Given,
    Included,
    Matrix,
    Meet,
    Member,
    NotIncluded,
    NotMember,
    Ring,
    SpaceSum,
    Span,
    Term,
    Theorem,
)
from exactspaces.kernel.matrices import identity
from exactspaces.questions import (
    BasisFor,
    Complement,
    CoordinatesIn,
    Decision,
    DirectSum,
    NotDirectSum,
    ProjectionOnto,
    ValueOf,
)
from exactspaces.reading.bindings import BoundSpace
from exactspaces.reading.lists import together
from exactspaces.reading.request import read_space, read_vector
from exactspaces.spaces import Ambient, Coordinates


@dataclass(frozen=True)
class Subspace:
    """A subspace of F^n, of matrices or of polynomials; make one with `span`, `A.null()`, ...

    Operators: v in W, U + W, U & W, U <= W, U == W, V / W (a basis of the quotient). Two subspaces
    are equal, and have the same hash, when they contain the same vectors.
    """

    ambient: Ambient
    term: Term
    basis_rows: Matrix
    theorem: Theorem

    @property
    def dim(self) -> int:
        """The dimension."""
        return self.basis_rows.height

    @property
    def field(self) -> str:
        """The name of the field."""
        return field_name(self.basis_rows.ring)

    def basis(self) -> list[Any]:
        """Give the basis: vectors as tuples of numbers, matrices as rows, polynomials as text."""
        rows = entries(self.basis_rows)
        if isinstance(self.ambient, Coordinates):
            return [tuple(_plain(x) for x in row) for row in rows]
        return [self.ambient.data(row) for row in rows]

    @property
    def canonical(self) -> Matrix:
        """The basis in reduced echelon form: the same for equal spaces."""
        found: Matrix = established(ValueOf(Span(Given(self.basis_rows)))).answer.rows.matrix
        return found

    def __hash__(self) -> int:
        return hash((self.ambient, tuple(map(tuple, entries(self.canonical)))))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Subspace):
            return NotImplemented
        same_place = self.ambient == other.ambient
        return same_place and self.dim == other.dim and bool(self <= other)

    def __contains__(self, vector: object) -> bool:
        column = read_vector(vector, self.basis_rows.ring, self.ambient)
        asked = Decision(Member(column, self.term), NotMember(column, self.term))
        return bool(established(asked).answer)

    def __le__(self, other: "Subspace") -> bool:
        self._check(other)
        asked = Decision(Included(self.term, other.term), NotIncluded(self.term, other.term))
        return bool(established(asked).answer)

    def __ge__(self, other: "Subspace") -> bool:
        return other <= self

    def __add__(self, other: "Subspace") -> "Subspace":
        return self._made(SpaceSum(self.term, self._check(other)))

    def __and__(self, other: "Subspace") -> "Subspace":
        return self._made(Meet(self.term, self._check(other)))

    def __truediv__(self, other: "Subspace") -> "Quotient":
        return Quotient(self, other, other.complement(within=self))

    def _check(self, other: "Subspace") -> Term:
        if getattr(other, "ambient", None) != self.ambient:
            raise WrongShape("both have to be subspaces of the same space")
        if other.basis_rows.ring != self.basis_rows.ring:
            raise WrongShape(f"one space is over {self.field}, the other over {other.field}")
        return other.term

    def _made(self, term: Term) -> "Subspace":
        outcome = established(BasisFor(term))
        return Subspace(self.ambient, term, outcome.answer, outcome.certified)

    def _whole(self) -> Term:
        return Span(Given(identity(self.basis_rows.ring, self.ambient.dimension)))

    def complement(self, within: "Subspace | None" = None) -> "Subspace":
        """Give a space W with V the direct sum of this one and W; V is all unless named."""
        whole = self._whole() if within is None else self._check(within)
        outcome = established(Complement(self.term, whole))
        if outcome.answer is None:
            raise WrongShape("the space does not lie in the one it is to be complemented in")
        term = Span(Given(outcome.answer))
        return Subspace(self.ambient, term, outcome.answer, outcome.certified)

    def is_direct_sum_with(self, other: "Subspace", whole: "Subspace | None" = None) -> bool:
        """Say whether V (all unless named) is the direct sum of the two spaces."""
        parts = (self.term, self._check(other))
        of = self._whole() if whole is None else self._check(whole)
        asked = Decision(DirectSum(parts, of).claim, NotDirectSum(parts, of).claim)
        return bool(established(asked).answer)

    def projection_along(self, other: "Subspace") -> list[list[Any]]:
        """Give the matrix (rows of numbers) that fixes this space and kills the other one."""
        found = established(ProjectionOnto(self.term, self._check(other))).answer
        return [[_plain(x) for x in row] for row in entries(found)]

    def coordinates(self, vector: object) -> tuple[Any, ...] | None:
        """Give the coordinates of a vector in `basis()`; None when it is not in the space."""
        column = read_vector(vector, self.basis_rows.ring, self.ambient)
        found = established(CoordinatesIn(column, Given(self.basis_rows))).answer
        return None if isinstance(found, str) else tuple(_plain(x) for (x,) in entries(found))

    def as_dict(self) -> dict[str, Any]:
        """Give ambient space, dimension and basis as plain data."""
        return space_data(self.basis_rows, self.ambient)

    def _repr_html_(self) -> str:
        from exactspaces.rendering.ambients import vector_of  # noqa: PLC0415 - loaded when shown
        from exactspaces.rendering.html import html_formula  # noqa: PLC0415 - likewise
        from exactspaces.rendering.terms import span_formula  # noqa: PLC0415 - likewise

        return html_formula(span_formula(self.basis_rows, vector_of(self.ambient)))

    def __str__(self) -> str:
        return space_text(self.basis_rows, self.ambient)

    def __repr__(self) -> str:
        return f"<Subspace of {self.ambient.name(self.field)}: {self}>"

    def __exactspaces__(self) -> BoundSpace:
        return BoundSpace(self.basis_rows, self.ambient)


def _plain(value: Scalar) -> Any:
    fraction = value.fraction
    return value if fraction is None else fraction


def span(vectors: Any, over: "str | Ring | Over" = "QQ", *, length: int | None = None) -> Subspace:
    """Give the span of vectors: tuples, matrices, or texts; `length` is for an empty list.

    Raises NotUnderstood or NotExact for vectors that are not read, WrongShape for mixed sizes.

    >>> U = span([(1, 0, 1), (0, 1, 1)])
    >>> (1, 2, 3) in U, U.dim
    (True, 2)
    >>> U & span([(1, 1, 2), (0, 0, 1)])
    <Subspace of QQ^3: span{(1, 1, 2)}>
    """
    term, ambient = read_space(vectors, over, length)
    outcome = established(BasisFor(term))
    return Subspace(ambient, term, outcome.answer, outcome.certified)


@dataclass(frozen=True)
class Quotient:
    """The quotient space V / W: the cosets v + W. `lifts` is a complement of W in V.

    The cosets of the basis vectors of `lifts` are a basis of the quotient.
    """

    space: Subspace
    by: Subspace
    lifts: Subspace

    @property
    def dim(self) -> int:
        """The dimension, dim V - dim W."""
        return self.lifts.dim

    def basis(self) -> list[Any]:
        """Give one representative of each coset of the basis."""
        return self.lifts.basis()

    def coordinates(self, vector: object) -> tuple[Any, ...] | None:
        """Give the coordinates of the coset of a vector; None when it is not in V."""
        column = read_vector(vector, self.by.basis_rows.ring, self.space.ambient)
        both = Given(together(self.by.basis_rows, self.lifts.basis_rows))
        found = established(CoordinatesIn(column, both)).answer
        if isinstance(found, str):
            return None
        return tuple(_plain(x) for (x,) in entries(found))[self.by.dim :]

    def are_equal(self, first: object, second: object) -> bool:
        """Say whether two vectors of V have the same coset."""
        return self.coordinates(first) == self.coordinates(second)

    def __str__(self) -> str:
        return f"{self.lifts} + {self.by}"

    def __repr__(self) -> str:
        return f"<Quotient of dimension {self.dim}: {self.space} / {self.by}>"
