"""Counterexamples: small exact values at which a statement fails, the smallest first."""

from functools import lru_cache

from exactspaces.kernel import formulas as f
from exactspaces.kernel.errors import KernelError
from exactspaces.kernel.formulas import Formula
from exactspaces.kernel.rules import prove as applied
from exactspaces.kernel.statements import Instance, NotForAll
from exactspaces.questions.laws import Statement
from exactspaces.solvers.laws.build import Deadline
from exactspaces.solvers.laws.guess import NoGuessError, tested
from exactspaces.solvers.laws.points import Point, ordered, values_of, vectors_in
from exactspaces.spaces.user import UserSpace

MAX_REFUSALS, MAX_POINTS = 60, 60_000


_small = lru_cache(maxsize=8)(vectors_in)  # the ten obligations ask for the same vectors


class Carrier:
    """The small vectors of a space, listed once."""

    def __init__(self, space: UserSpace) -> None:
        self.space = space
        self.points = _small(space.domains, space.names("u"), space.condition)
        self.scalars = [Point(x.height, (x.guess,), (x.formula,)) for x in values_of(space.field)]


def counterexample(
    carrier: Carrier, statement: Statement, deadline: Deadline
) -> tuple[Formula, ...] | None:
    """Give values that the kernel accepts as a counterexample, or None."""
    claim = statement.refuted()
    names = [q.name for q in claim.quantities]
    places = {name: k for k, name in enumerate(names)}
    scalars = [x for x in names if x in ("a", "b")]
    vectors = (len(names) - len(scalars)) // max(carrier.space.size, 1)
    lists = [carrier.scalars] * len(scalars) + [carrier.points] * vectors
    try:
        given = tested(f.Every(claim.hypotheses), places)
        fine = tested(claim.conclusion, places)
    except NoGuessError:
        return None
    refused = 0
    for count, point in enumerate(ordered(lists)):
        if count > MAX_POINTS or refused > MAX_REFUSALS or (not count % 64 and deadline.passed()):
            return None
        if not fine(point.guesses) and given(point.guesses):
            if confirmed(claim, point.formulas):
                return point.formulas
            refused += 1
    return None


def confirmed(claim: NotForAll, values: tuple[Formula, ...]) -> bool:
    """Say whether the kernel accepts the values as a counterexample."""
    try:
        applied(claim, Instance(values))
    except (KernelError, ArithmeticError, ValueError, TypeError, KeyError):
        return False
    return True
