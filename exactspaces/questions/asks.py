"""What can be asked: one frozen class per kind of question.

`question.claim(answer)` is the statement that the answer is right. It is built from what the
question holds, so a solver cannot prove the wrong thing.
"""

from dataclasses import dataclass
from typing import Any

from exactspaces.kernel import (
    Case,
    Cases,
    Certificate,
    Claim,
    Dependent,
    Equal,
    Given,
    Inverse,
    Invertible,
    Matrix,
    NotIncluded,
    NotInvertible,
    NotMember,
    Parameters,
    Solutions,
    Span,
    Term,
    Unequal,
)
from exactspaces.kernel.matrices import identity
from exactspaces.questions.notions import (
    BasisOf,
    ChangeOfBasis,
    DirectSum,
    Factors,
    HasCoordinates,
    NoSolution,
    NotDirectSum,
    Projection,
    Reduces,
)
from exactspaces.questions.operations import Operation
from exactspaces.questions.rings import ring_of, with_ring
from exactspaces.questions.shapes import shape_of


class Question:
    """A claim with holes."""

    def claim(self, answer: Any) -> Claim:
        """Give the statement that this answer is right."""
        raise TypeError(f"{type(self).__name__} builds no claim from {answer!r}")


@dataclass(frozen=True)
class Finding:
    """What a solver hands over: an answer, and the evidence for it. Nobody believes it yet."""

    answer: Any
    certificate: Certificate


@dataclass(frozen=True)
class ValueOf(Question):
    """What is the value of the term? The answer is a literal term of the same sort."""

    term: Term

    def claim(self, answer: Term) -> Claim:
        return Equal(self.term, answer)


@dataclass(frozen=True)
class InverseOf(Question):
    """What is the inverse of the matrix? The answer is a matrix, or None when there is none."""

    matrix: Term

    def claim(self, answer: Matrix | None) -> Claim:
        if answer is None:
            return NotInvertible(self.matrix)
        return Equal(Inverse(self.matrix), Given(answer))


@dataclass(frozen=True)
class BasisFor(Question):
    """What is a basis of the space? The answer is a matrix whose rows are one."""

    space: Term

    def claim(self, answer: Matrix) -> Claim:
        return BasisOf(Given(answer), self.space).claim


@dataclass(frozen=True)
class Decision(Question):
    """Does the claim hold? The answer is True or False; the negation is stated beside it.

    Affine sets are compared through spaces of vectors (s x, s), which says nothing when the sets
    are empty: the claims answer the question unless all of `systems` (matrix, right side) are
    without solution.
    """

    positive: Claim
    negative: Claim
    affine: bool = False
    systems: tuple[tuple[Term, Term], ...] = ()

    def claim(self, answer: bool) -> Claim:
        return self.positive if answer else self.negative


@dataclass(frozen=True)
class BasisAmong(Question):
    """Which of the rows are a basis of their span? The answer is the matrix of these rows."""

    vectors: Term

    def claim(self, answer: Matrix) -> Claim:
        return BasisOf(Given(answer), Span(self.vectors)).claim


@dataclass(frozen=True)
class BasisExtension(Question):
    """Which basis of `whole` begins with these independent rows? The answer is all its rows.

    It is None when the rows are dependent, "outside" when they do not lie in `whole`.
    """

    vectors: Term
    whole: Term

    def claim(self, answer: "Matrix | str | None") -> Claim:
        if answer is None:
            return Dependent(self.vectors)
        if not isinstance(answer, Matrix):
            return NotIncluded(Span(self.vectors), self.whole)
        return BasisOf(Given(answer), self.whole).claim


@dataclass(frozen=True)
class AffineSet:
    """The point (a column) plus all combinations of the directions (independent rows)."""

    particular: Matrix
    directions: Matrix


@dataclass(frozen=True)
class SolutionSet(Question):
    """What are all x with matrix * x = right? The answer is an AffineSet, or None for no x."""

    matrix: Term
    right: Term

    def claim(self, answer: AffineSet | None) -> Claim:
        if answer is None:
            return NoSolution(self.matrix, self.right).claim
        return Solutions(self.matrix, self.right, answer.particular, answer.directions)


@dataclass(frozen=True)
class CoordinatesIn(Question):
    """What are the coordinates of the vector in the basis (rows)?

    The answer is a column; "dependent" when the rows are; "outside" when the vector is not in
    their span.
    """

    vector: Term
    basis: Term

    def claim(self, answer: "Matrix | str") -> Claim:
        if answer == "dependent":
            return Dependent(self.basis)
        if answer == "outside":
            return NotMember(self.vector, Span(self.basis))
        if isinstance(answer, Matrix):
            return HasCoordinates(self.vector, self.basis, answer).claim
        return super().claim(answer)


@dataclass(frozen=True)
class BasisChange(Question):
    """Which matrix takes coordinates in the old basis to coordinates in the new one?

    The answer is "first dependent" or "second dependent" when one of the two is no basis, and
    "different spaces" when they are bases of two spaces.
    """

    old: Term
    new: Term

    def claim(self, answer: "Matrix | str") -> Claim:
        if not isinstance(answer, Matrix):
            return self._refusal(answer)
        return ChangeOfBasis(self.old, self.new, answer).claim

    def _refusal(self, answer: str) -> Claim:
        if answer == "first dependent":
            return Dependent(self.old)
        if answer == "second dependent":
            return Dependent(self.new)
        if answer == "different spaces":
            return Unequal(Span(self.old), Span(self.new))
        return super().claim(answer)


@dataclass(frozen=True)
class Complement(Question):
    """Which space makes `whole` the direct sum of itself and `space`?

    The answer is a basis of it, as rows; None when `space` does not lie in `whole`.
    """

    space: Term
    whole: Term

    def claim(self, answer: Matrix | None) -> Claim:
        if answer is None:
            return NotDirectSum((self.space, self.whole), self.whole).claim
        return DirectSum((self.space, Span(Given(answer))), self.whole).claim


@dataclass(frozen=True)
class ProjectionOnto(Question):
    """Which matrix projects onto the one space along the other?

    The answer is None when F^n is not the direct sum of the two.
    """

    onto: Term
    along: Term

    def claim(self, answer: Matrix | None) -> Claim:
        if answer is None:
            whole = identity(ring_of(self), shape_of(self.onto).height)
            return NotDirectSum((self.onto, self.along), Span(Given(whole))).claim
        return Projection(answer, self.onto, self.along).claim


@dataclass(frozen=True)
class LowerUpper:
    """Row order (from 1), unit lower triangular and upper triangular factor."""

    order: tuple[int, ...]
    lower: Matrix
    upper: Matrix


@dataclass(frozen=True)
class TriangularFactors(Question):
    """Which row order, lower and upper factor give the matrix? The answer is a LowerUpper."""

    matrix: Term

    def claim(self, answer: LowerUpper) -> Claim:
        return Factors(self.matrix, answer.order, answer.lower, answer.upper).claim


@dataclass(frozen=True)
class RowReduction(Question):
    """Which matrix do these row operations lead to?"""

    before: Matrix
    operations: tuple[Operation, ...]

    def claim(self, answer: Matrix) -> Claim:
        return Reduces(self.before, self.operations, answer).claim


@dataclass(frozen=True)
class ByCases(Question):
    """What is the answer, for all values of the parameters?

    The answer is a tuple of (ring with conditions, answer to the question over it).
    """

    ring: Parameters
    question: Question

    def claim(self, answer: tuple[tuple[Parameters, Any], ...]) -> Claim:
        cases = (Case(ring, with_ring(self.question, ring).claim(a)) for ring, a in answer)
        return Cases(self.ring, tuple(cases))


def invertibility(matrix: Term) -> Decision:
    """Ask whether the matrix has an inverse."""
    return Decision(Invertible(matrix), NotInvertible(matrix))
