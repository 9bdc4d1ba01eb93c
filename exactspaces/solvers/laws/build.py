"""Short ways to build formulas, and a time limit."""

import time
from dataclasses import dataclass, field
from fractions import Fraction

from exactspaces.errors import NoAnswer
from exactspaces.kernel.formulas import Apply, Compare, Constant, Formula, Variable

SECONDS = 10.0
ZERO, ONE = Constant(0), Constant(1)


@dataclass(frozen=True)
class Deadline:
    """The moment at which a search ends, in processor time: a busy machine ends no search."""

    seconds: float = SECONDS
    start: float = field(default_factory=time.process_time)

    def passed(self) -> bool:
        """Say whether the time is used up."""
        return time.process_time() - self.start > self.seconds

    def check(self) -> None:
        """Raise NoAnswer when the time is used up."""
        if self.passed():
            raise NoAnswer(f"undecided: budget of {self.seconds:g} s used")

    def within(self, seconds: float) -> "Deadline":
        """Give an earlier moment: so many seconds from now, but not later than this one."""
        left = self.start + self.seconds - time.process_time()
        return Deadline(max(0.0, min(seconds, left)))


def constant(value: Fraction | int) -> Constant:
    """Give a rational number as a formula."""
    value = Fraction(value)
    return Constant(value.numerator, value.denominator)


def add(*parts: Formula) -> Formula:
    """Give a sum; zeros are left out."""
    kept = [x for x in parts if x != ZERO]
    if not kept:
        return ZERO
    total = kept[0]
    for part in kept[1:]:
        total = Apply("+", (total, part))
    return total


def mul(*parts: Formula) -> Formula:
    """Give a product; ones are left out."""
    if ZERO in parts:
        return ZERO
    kept = [x for x in parts if x != ONE]
    if not kept:
        return ONE
    total = kept[0]
    for part in kept[1:]:
        total = Apply("*", (total, part))
    return total


def neg(x: Formula) -> Formula:
    """Give the opposite."""
    match x:
        case Constant(n, d):
            return Constant(-n, d)
        case Apply("-", (inner,)):
            return inner
    return Apply("-", (x,))


def sub(x: Formula, y: Formula) -> Formula:
    """Give a difference."""
    return add(x, neg(y))


def over(x: Formula, y: Formula) -> Formula:
    """Give a quotient."""
    return x if y == ONE else Apply("/", (x, y))


def power(x: Formula, y: Formula) -> Formula:
    """Give a power."""
    return x if y == ONE else Apply("^", (x, y))


def call(function: str, *arguments: Formula) -> Formula:
    """Apply a function."""
    return Apply(function, arguments)


def positive(x: Formula) -> Compare:
    """Say that a number is positive."""
    return Compare(">", x, ZERO)


def variables(names: tuple[str, ...]) -> tuple[Formula, ...]:
    """Give variables."""
    return tuple(map(Variable, names))
