"""Does a space of your own fulfil an obligation of a vector space? Is it a copy of F^n?"""

from dataclasses import dataclass

from exactspaces.kernel import Claim
from exactspaces.kernel.formulas import Formula
from exactspaces.questions import laws
from exactspaces.questions.asks import Question
from exactspaces.spaces.user import UserSpace, Vector


@dataclass(frozen=True)
class Shown:
    """The obligation is fulfilled.

    `witness` is the zero vector (numbers) or the negative (formulas in u) where one is asked for.
    """

    witness: Vector | None = None


@dataclass(frozen=True)
class Broken:
    """The obligation fails for these values of the quantities of its statement, in their order."""

    values: tuple[Formula, ...]


@dataclass(frozen=True)
class Absent:
    """What is asked for does not exist.

    For the zero vector, `witness` is a vector w (formulas in u) with w + u != w for every u of the
    carrier; for the negative, a vector of numbers that has none. It is None for an empty carrier.
    """

    witness: Vector | None


ObligationAnswer = Shown | Broken | Absent


@dataclass(frozen=True)
class Obligation(Question):
    """Does the space fulfil the obligation of this name, one of `laws.OBLIGATIONS`?

    `zero` is the zero vector that was found, for "neg_exists".
    """

    space: UserSpace
    name: str
    zero: Vector | None = None

    def claim(self, answer: ObligationAnswer) -> Claim:
        if self.name in laws.EXISTENCE:
            return self._existence(answer)
        statement = laws.statement(self.space, self.name)
        match answer:
            case Shown():
                return statement.proved()
            case Broken():
                return statement.refuted()
        return super().claim(answer)

    def _existence(self, answer: ObligationAnswer) -> Claim:
        space, zero = self.space, self.zero
        match answer:
            case Absent(None):
                return laws.empty_claim(space)
            case Shown(tuple() as witness) if self.name == "zero_exists":
                return laws.zero_claim(space, witness)
            case Absent(tuple() as witness) if self.name == "zero_exists" or zero is None:
                return laws.no_zero_claim(space, witness)
            case Shown(tuple() as witness) if zero is not None:
                return laws.negative_claim(space, zero, witness)
            case Absent(tuple() as witness) if zero is not None:
                return laws.no_negative_claim(space, zero, witness)
        return super().claim(answer)


@dataclass(frozen=True)
class Chart:
    """An isomorphism onto F^n: formulas in u, and its inverse: formulas in t, or t1, t2, ..."""

    there: Vector
    back: Vector


@dataclass(frozen=True)
class TransportOf(Question):
    """Which map is an isomorphism of the space onto F^n? The answer is a Chart."""

    space: UserSpace

    def claim(self, answer: Chart) -> Claim:
        return laws.transport_claim(self.space, answer.there, answer.back)
