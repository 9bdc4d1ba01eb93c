"""Questions about statements in letters, about spaces of one's own, and about sets.

A search may take long here, so these are asked within a time. What is proved is a statement about
all values, its denial with exact values, or several of these together.
"""

from dataclasses import dataclass
from typing import Any

from exactspaces.kernel import AllOf, Claim, Matrix
from exactspaces.kernel.formulas import Condition, Constant, Domain, Quantity
from exactspaces.kernel.statements import ForAll, NotForAll
from exactspaces.questions import laws
from exactspaces.questions.asks import Question
from exactspaces.questions.laws import Statement
from exactspaces.questions.obligations import (
    Absent,
    Broken,
    Obligation,
    ObligationAnswer,
    Shown,
)
from exactspaces.questions.sets import SpannedBy
from exactspaces.spaces.user import UserSpace, Vector

CONDITIONS = ("zero", "closed_add", "closed_scale")


class Formal(Question):
    """A question about formulas."""


class YesNo(Formal):
    """A question with yes or no as the answer, and more data to show it."""

    def is_yes(self, answer: Any) -> bool:
        """Say whether the answer is yes."""
        raise NotImplementedError


@dataclass(frozen=True)
class Closed(YesNo):
    """Is a condition without variables true? The answer is True or False; `field` is named."""

    field: Domain
    condition: Condition

    def is_yes(self, answer: Any) -> bool:
        return answer is True

    def claim(self, answer: bool) -> Claim:
        parts = (Quantity("a", self.field),), (), self.condition
        return ForAll(*parts) if answer is True else NotForAll(*parts)


@dataclass(frozen=True)
class Universal(YesNo):
    """Does the statement hold for all values? The answer is Shown() or Broken(values)."""

    statement: Statement

    def is_yes(self, answer: Any) -> bool:
        return isinstance(answer, Shown)

    def claim(self, answer: ObligationAnswer) -> Claim:
        match answer:
            case Shown():
                return self.statement.proved()
            case Broken():
                return self.statement.refuted()
        return super().claim(answer)


@dataclass(frozen=True)
class CounterexampleTo(Formal):
    """For which values does the statement fail? The answer is Broken(values)."""

    statement: Statement

    def claim(self, answer: ObligationAnswer) -> Claim:
        return self.statement.refuted() if isinstance(answer, Broken) else super().claim(answer)


@dataclass(frozen=True)
class FailsAt(Formal):
    """Does the statement fail for these values, in the order of its quantities?

    The answer is True: the values themselves are the evidence. There is no answer otherwise.
    """

    statement: Statement
    point: Vector

    def claim(self, answer: bool) -> Claim:
        return self.statement.refuted() if answer is True else super().claim(answer)


@dataclass(frozen=True)
class Verdicts:
    """What was found of several obligations or conditions, by name."""

    found: tuple[tuple[str, ObligationAnswer], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all."""
        return tuple(name for name, _ in self.found)

    @property
    def failing(self) -> tuple[str, ...]:
        """The names of those that are not fulfilled."""
        return tuple(name for name, one in self.found if isinstance(one, Broken | Absent))

    def __getitem__(self, name: str) -> ObligationAnswer:
        return dict(self.found)[name]


@dataclass(frozen=True)
class AxiomsOf(Formal):
    """Which of the ten obligations of a vector space are fulfilled? The answer is Verdicts."""

    space: UserSpace

    def claim(self, answer: Verdicts) -> Claim:
        """State the verdict on each of the ten."""
        if answer.names != laws.OBLIGATIONS:
            raise TypeError("a verdict on each of the ten obligations is due")
        return _stated(self.space, answer)


@dataclass(frozen=True)
class IsVectorSpace(YesNo):
    """Is it a vector space? The answer is Verdicts: all ten fulfilled, or one that is not."""

    space: UserSpace

    def is_yes(self, answer: Any) -> bool:
        return not answer.failing

    def claim(self, answer: Verdicts) -> Claim:
        """State what is found; a yes needs all ten."""
        if not answer.failing and answer.names != laws.OBLIGATIONS:
            raise TypeError("a vector space fulfils all ten obligations")
        return _stated(self.space, answer)


@dataclass(frozen=True)
class IsSubspace(YesNo):
    """Is the set a subspace? `space` is the set with the usual operations.

    The answer is Verdicts on the three conditions, all fulfilled or one that is not; or a basis,
    when the set is shown to be its span.
    """

    space: UserSpace

    def is_yes(self, answer: Any) -> bool:
        return isinstance(answer, Matrix) or not answer.failing

    def claim(self, answer: "Verdicts | Matrix") -> Claim:
        """State what is found; a yes needs all three conditions, or a span."""
        if isinstance(answer, Matrix):
            return SpannedBy(self.space).claim(answer)
        if not answer.failing and answer.names != CONDITIONS:
            raise TypeError("a subspace fulfils all three conditions")
        return _stated(self.space, answer)


def _stated(space: UserSpace, answer: Verdicts) -> Claim:
    return AllOf(tuple(_one(space, answer, name, found) for name, found in answer.found))


def _one(space: UserSpace, answer: Verdicts, name: str, found: ObligationAnswer) -> Claim:
    if name == "zero":
        return Universal(contains_zero(space)).claim(found)
    zero = answer["zero_exists"] if name == "neg_exists" else None
    witness = zero.witness if isinstance(zero, Shown) else None
    return Obligation(space, name, witness).claim(found)


def contains_zero(space: UserSpace) -> Statement:
    """Say that the vector of zeros is in the set; a scalar `a` names the field."""
    zero: Vector = (Constant(0),) * space.size
    return laws.about(space, "", "a", laws.inside(space, zero))


def neutral(space: UserSpace, zero: Vector) -> Statement:
    """Say that adding the vector changes nothing."""
    u = space.vector("u")
    return laws.about(space, "u", "", laws.same(space.sum(u, zero), u))


@dataclass(frozen=True)
class ZeroOf(Formal):
    """What is the zero vector of the space? The answer is a vector of numbers."""

    space: UserSpace

    def claim(self, answer: Vector) -> Claim:
        return laws.zero_claim(self.space, answer)


@dataclass(frozen=True)
class Opposite:
    """The negative of a vector, with the zero vector."""

    zero: Vector
    negative: Vector


@dataclass(frozen=True)
class NegativeOf(Formal):
    """What is the negative of a vector of numbers? The answer is an Opposite."""

    space: UserSpace
    vector: Vector

    def claim(self, answer: Opposite) -> Claim:
        cancels = Closed(self.space.field, self.cancels(answer.zero, answer.negative))
        return AllOf((laws.zero_claim(self.space, answer.zero), cancels.claim(answer=True)))

    def cancels(self, zero: Vector, negative: Vector) -> Condition:
        """Give the condition that a vector is in the carrier and adds up to the zero vector."""
        sum_is_zero = laws.same(self.space.sum(self.vector, negative), zero)
        return laws.both(laws.inside(self.space, negative), sum_is_zero)


@dataclass(frozen=True)
class Definition(Formal):
    """What a name stands for: a space or a set. It is shown, and nothing is asked."""

    name: str
    space: UserSpace
    is_set: bool
