"""Values at which the hypotheses of a statement seem true: to guess signs and to test answers."""

import random
from collections.abc import Sequence
from typing import Any

from exactspaces.kernel import formulas as f
from exactspaces.kernel.statements import ForAll
from exactspaces.solvers.laws.guess import NoGuessError, guessed, tested
from exactspaces.solvers.laws.points import numbers_in, values_of, vectors_in

WANTED, TRIES = 24, 600


class Samples:
    """Values of the quantities of a statement."""

    def __init__(self, claim: ForAll) -> None:
        self.places = {q.name: k for k, q in enumerate(claim.quantities)}
        self.rows = _rows(claim, self.places)

    def values(self, formula: f.Formula) -> list[Any]:
        """Give the values of a formula where it has one."""
        return [x for x in self.everywhere(formula) if x is not None]

    def everywhere(self, formula: f.Formula) -> list[Any]:
        """Give the value of a formula at each sample, None where it has none."""
        try:
            work = guessed(formula, self.places)
        except NoGuessError:
            return [None] * len(self.rows)
        out: list[Any] = []
        for row in self.rows:
            try:
                out.append(work(row))
            except (ArithmeticError, ValueError, TypeError):
                out.append(None)
        return out

    def always(self, condition: f.Condition) -> bool:
        """Say whether a condition seems true at each sample."""
        try:
            test = tested(condition, self.places)
        except NoGuessError:
            return False
        return all(map(test, self.rows))


def _rows(claim: ForAll, places: dict[str, int]) -> list[Sequence[Any]]:
    condition = f.Every(claim.hypotheses)
    try:
        test = tested(condition, places)
    except NoGuessError:
        return []
    chance = random.Random(1)  # noqa: S311
    near = tuple(numbers_in(condition))[:12]
    lists = [
        [
            x.guess
            for x in values_of(q.domain, more=() if isinstance(q.domain, f.Integers) else near)
        ]
        for q in claim.quantities
    ]
    found: list[Sequence[Any]] = []
    for _ in range(TRIES):
        row = [chance.choice(x) for x in lists]
        if test(row):
            found.append(row)
            if len(found) == WANTED:
                return found
    if len(claim.quantities) <= 8 and len(found) < 4:
        domains = tuple(q.domain for q in claim.quantities)
        names = tuple(q.name for q in claim.quantities)
        found += [list(x.guesses) for x in vectors_in(domains, names, condition, 600)[:WANTED]]
    return found
