"""Questions for matrices, vectors and numbers with stated properties.

The claim is a list of lines: a few words and the claim that says the same. What is given and is
not written out is stated first, by its value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar, Literal, Self

from exactspaces.errors import NoAnswer
from exactspaces.fields.conjugation import conjugate
from exactspaces.kernel import (
    AllOf,
    Claim,
    Diagonal,
    Equal,
    Given,
    Matrix,
    Ring,
    Span,
    Term,
    Transpose,
)
from exactspaces.kernel.matrices import identity
from exactspaces.questions.asks import Question
from exactspaces.questions.notions import BasisOf
from exactspaces.questions.rings import changed
from exactspaces.questions.shapes import shape_of
from exactspaces.spaces import Ambient

Kind = Literal["matrix", "vector", "vectors", "number", "polynomial", "words"]
Literals = tuple[Given, ...]


@dataclass(frozen=True)
class Part:
    """One thing that was found; a polynomial is its coefficients from the constant term up.

    What is not `shown` belongs to the evidence, not to the answer. Vectors are coordinates in
    `ambient` where that is given.
    """

    name: str
    value: Matrix | str
    kind: Kind = "matrix"
    shown: bool = True
    ambient: Ambient | None = None


@dataclass(frozen=True)
class Construct:
    """What was found, and the values of what was given.

    `missing` names the way in which what was asked for does not exist; the parts then show it.
    """

    parts: tuple[Part, ...]
    missing: str = ""
    reason: str = ""
    values: tuple[Matrix, ...] = ()

    @property
    def shown(self) -> tuple[Part, ...]:
        """The parts that belong to the answer."""
        return tuple(part for part in self.parts if part.shown)

    def __getitem__(self, name: str) -> Any:
        return next(part.value for part in self.parts if part.name == name)

    def in_space(self, ambient: Ambient | None) -> Self:
        """Say that vectors with no space of their own are coordinates in the ambient space."""
        if ambient is None:
            return self
        parts = (
            replace(part, ambient=ambient) if _fits(part, ambient) else part for part in self.parts
        )
        return replace(self, parts=tuple(parts))

    def given(self, name: str) -> Given:
        """Give the term for a part that is a matrix."""
        return Given(self[name])


def _fits(part: Part, ambient: Ambient) -> bool:
    value = part.value
    if part.ambient is not None or not isinstance(value, Matrix):
        return False
    sizes = {"vector": value.height, "vectors": value.width}
    return sizes.get(part.kind) == ambient.dimension


@dataclass(frozen=True)
class Line:
    """A claim, and what it says in words."""

    words: str
    claim: Claim


class Construction(Question):
    """A question for matrices, vectors or numbers with stated properties.

    `asks` is the question as a sentence, with the names of fields in braces.
    """

    asks: ClassVar[str] = ""

    def lines(self, given: Literals, answer: Construct) -> tuple[Line, ...]:
        """Give the properties, in the values of what is given, that the answer has."""
        raise NotImplementedError

    @property
    def terms(self) -> tuple[Term, ...]:
        """What is given, in the order of the fields."""
        found = (getattr(self, f.name) for f in fields(self))  # type: ignore[arg-type]
        return tuple(x for x in found if isinstance(x, Term))

    def all_lines(self, answer: Construct) -> tuple[Line, ...]:
        """Give the lines of the claim."""
        given = self.literals(answer)
        return tuple(_pins(self.terms, given)) + self.lines(given, answer)

    def literals(self, answer: Construct) -> Literals:
        """Give what is given, written out: a matrix, or a basis of a space as its rows."""
        pairs = zip(self.terms, answer.values, strict=True)
        return tuple(term if isinstance(term, Given) else Given(v) for term, v in pairs)

    def claim(self, answer: Construct) -> Claim:
        return AllOf(tuple(line.claim for line in self.all_lines(answer)))


def _pins(terms: tuple[Term, ...], given: Literals) -> Iterator[Line]:
    for term, value in zip(terms, given, strict=True):
        if term == Span(value):
            continue
        if shape_of(term).sort == "space":
            yield Line("These vectors are a basis of the space.", BasisOf(value, term).claim)
        elif term != value:
            yield Line("This is the value of what is given.", Equal(term, value))


def conjugated(term: Term) -> Term:
    """Give the term of the conjugate value: conjugation is compatible with all operations."""
    return changed(term, conjugate)


def adjoint(term: Term) -> Term:
    """Give the conjugate transpose; over fields without i just the transpose."""
    return Transpose(conjugated(term))


def ones(ring: Ring, n: int) -> Given:
    """Give the column of n ones."""
    one = identity(ring, 1)
    return Given(one.with_rows(one.rows * n))


def demand(condition: object, what: str) -> None:
    """Refuse to state a claim for an answer that does not have the form it should have.

    Raises NoAnswer.
    """
    if not condition:
        raise NoAnswer(f"the answer that was found has not the right form: {what}")


def unit_diagonal(matrix: Given) -> Line:
    """Say that a square matrix has ones on its diagonal."""
    n = matrix.matrix.height
    return Line("Its diagonal is 1.", Equal(Diagonal(matrix), ones(matrix.matrix.ring, n)))
