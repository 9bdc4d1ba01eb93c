"""What a piece of text means: a term with its sort, a polynomial, a list, a question, a claim."""

from dataclasses import dataclass, replace
from fractions import Fraction

from exactspaces.fields import Scalar
from exactspaces.kernel import Claim, Term
from exactspaces.questions import Decision, Question
from exactspaces.spaces import Ambient


class Meaning:
    """Anything an expression can mean."""


@dataclass(frozen=True)
class Constant(Meaning):
    """A number written out; `rational` is what was written, before it was taken modulo a prime."""

    value: Scalar
    rational: Fraction | None


@dataclass(frozen=True)
class NumberTerm(Meaning):
    """A number that is computed: a determinant, a trace."""

    term: Term


@dataclass(frozen=True)
class CountTerm(Meaning):
    """A whole number that is computed: a rank, a dimension."""

    term: Term


@dataclass(frozen=True)
class MatrixTerm(Meaning):
    """A matrix; `bar` is where its text had a vertical bar."""

    term: Term
    bar: int | None = None


@dataclass(frozen=True)
class VectorTerm(Meaning):
    """A vector of F^n: the term is a matrix with one column."""

    term: Term


@dataclass(frozen=True)
class ColumnsTerm(Meaning):
    """A list of pivot columns."""

    term: Term


@dataclass(frozen=True)
class SpaceTerm(Meaning):
    """A subspace of an ambient space; the term is its image under the coordinates."""

    term: Term
    ambient: Ambient


@dataclass(frozen=True)
class AffineTerm(Meaning):
    """A point plus a space, or the solutions of a system.

    The term is the space of all (s x, s) and limits of these: the subspace of F^(n + 1) that meets
    "last coordinate 1" in the affine set. Two non-empty affine sets are equal, or one inside the
    other, exactly when these spaces are.
    """

    term: Term
    ambient: Ambient
    question: Question | None = None


@dataclass(frozen=True)
class MapTerm(Meaning):
    """A linear map; the term is its matrix in the coordinates of the two spaces."""

    term: Term
    source: Ambient
    target: Ambient


@dataclass(frozen=True)
class ElementTerm(Meaning):
    """A matrix or polynomial that is computed: the term is the column of its coordinates."""

    term: Term
    ambient: Ambient


@dataclass(frozen=True)
class Polynomial(Meaning):
    """A polynomial in the free variable, by coefficients from the constant term up."""

    coefficients: tuple[Scalar, ...]


@dataclass(frozen=True)
class Vectors(Meaning):
    """A list of vectors of one ambient space: the rows of a matrix term."""

    term: Term
    ambient: Ambient


@dataclass(frozen=True)
class Asked(Meaning):
    """Something that stands alone: solve(A, b), lu(A), coords(v, B), a claim.

    A claim about a map has the spaces at its ends.
    """

    question: Question
    ambient: Ambient | None = None
    ends: tuple[Ambient, Ambient] | None = None


@dataclass(frozen=True)
class DirectSumOf(Meaning):
    """direct_sum(U, W), waiting for the space that it is compared with."""

    spaces: tuple[SpaceTerm, ...]


def denied(decision: Decision) -> Decision:
    """Give the contrary question."""
    return replace(decision, positive=decision.negative, negative=decision.positive)


def decision(positive: Claim, negative: Claim) -> Asked:
    """Give the question whether the one or the other holds."""
    return Asked(Decision(positive, negative))


def affine_decision(
    positive: Claim, negative: Claim, systems: tuple[tuple[Term, Term], ...] = ()
) -> Asked:
    """Give the question of affine sets; it has no answer when all the systems have none."""
    return Asked(Decision(positive, negative, affine=True, systems=systems))
