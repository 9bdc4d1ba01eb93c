"""Signs read off terms, facts about terms, logarithms and integers that are never fractions."""

from __future__ import annotations

import pytest

from exactspaces.kernel import Rejected, check
from exactspaces.kernel.formulas import (
    Apply,
    Compare,
    Constant,
    Integers,
    Quantity,
    Reals,
    Variable,
)
from exactspaces.kernel.statements import ForAll, Normalised

x, y = Variable("x"), Variable("y")
REALS = (Quantity("x", Reals()), Quantity("y", Reals()))


def c(n, d=1):
    return Constant(n, d)


def plus(left, right):
    return Apply("+", (left, right))


def claim(hypotheses, conclusion, quantities=REALS):
    return ForAll(quantities, tuple(hypotheses), conclusion)


NEGATIVE_X, POSITIVE_X = Compare("<", x, c(0)), Compare(">", x, c(0))
MINUS_X = Apply("-", (x,))
LOG = Apply("log", (plus(c(1), Apply("exp", (x,))),))
FLOOR = Apply("floor", (x,))
WHOLE = (Quantity("x", Integers()),)


@pytest.mark.parametrize(
    "true",
    [
        claim([NEGATIVE_X], Compare(">", plus(Apply("exp", (y,)), MINUS_X), c(0))),
        claim([Compare("<=", x, c(0))], Compare(">=", plus(c(0), MINUS_X), c(0))),
        claim([], Compare(">", LOG, c(0))),
        claim([], Compare("!=", FLOOR, c(1, 2))),
        claim([], Compare("!=", x, c(1, 3)), WHOLE),
        claim([POSITIVE_X, Compare("=", plus(x, y), c(1))], Compare("<", y, c(1))),
    ],
)  # fmt: skip
def test_true_statements_are_shown(true):
    assert check(true, Normalised())


@pytest.mark.parametrize(
    "false",
    [
        claim([NEGATIVE_X], Compare(">", plus(Apply("exp", (y,)), x), c(0))),
        claim([POSITIVE_X], Compare(">", plus(Apply("exp", (y,)), MINUS_X), c(0))),
        claim([POSITIVE_X], Compare(">", Apply("log", (x,)), c(0))),
        claim([], Compare("!=", FLOOR, c(1))),
        claim([], Compare("!=", x, c(1, 2))),
        claim([], Compare("!=", plus(FLOOR, Apply("*", (c(1, 2), FLOOR))), c(3, 2))),
        claim([], Compare("!=", Apply("*", (c(1, 2), x)), c(1, 2)), WHOLE),
    ],
)
def test_false_statements_are_refused(false):
    with pytest.raises(Rejected):
        check(false, Normalised())
