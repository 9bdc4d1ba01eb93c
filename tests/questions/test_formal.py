"""Questions about statements state what they ask, and forged answers are refused."""

from __future__ import annotations

import pytest

from exactspaces.errors import NoAnswer
from exactspaces.kernel import AllOf, Each, KernelError, check
from exactspaces.kernel.formulas import Compare, Constant, Reals
from exactspaces.kernel.statements import Instance, Normalised, NotForAll
from exactspaces.questions import laws
from exactspaces.questions.formal import (
    AxiomsOf,
    Closed,
    CounterexampleTo,
    FailsAt,
    IsSubspace,
    IsVectorSpace,
    NegativeOf,
    Opposite,
    Universal,
    Verdicts,
    ZeroOf,
    contains_zero,
)
from exactspaces.questions.obligations import Absent, Broken, Shown
from exactspaces.reading.spaces.sets import read_condition_set
from exactspaces.reading.spaces.tables import read_space_table
from exactspaces.settle import settle
from exactspaces.solvers.formal import find_failure

ZERO, ONE, TWO = map(Constant, (0, 1, 2))
SHIFTED = read_space_table({"carrier": "R", "add": "u + v + 1", "scale": "a*u + a - 1"}, "R")
SQUARED = read_space_table({"carrier": "R", "add": "u + v", "scale": "a^2*u"}, "R")
AXES = read_condition_set("{(x, y) in R^2 : x*y = 0}").as_space()
LINE = read_condition_set("{(x, y) in R^2 : x = 2y}").as_space()


def test_yes_and_no_are_told_apart():
    assert settle(IsVectorSpace(SHIFTED)).verdict == "proved"
    assert settle(IsVectorSpace(SQUARED)).verdict == "refuted"
    assert settle(IsSubspace(LINE)).verdict == "proved"
    assert settle(IsSubspace(AXES)).verdict == "refuted"
    assert settle(Closed(Reals(), Compare("<", ONE, TWO))).verdict == "proved"
    assert settle(Closed(Reals(), Compare("<", TWO, ONE))).verdict == "refuted"


def test_all_ten_are_stated():
    found = settle(AxiomsOf(SQUARED))
    assert found.answer.names == laws.OBLIGATIONS
    assert found.answer.failing == ("scale_add_scalars",)
    assert isinstance(found.theorem.claim, AllOf)
    assert len(found.theorem.claim.claims) == 10
    assert isinstance(found.theorem.claim.claims[-1], NotForAll)


def test_a_yes_from_fewer_than_all_is_no_claim():
    few = Verdicts((("closed_add", Shown()),))
    for question in (IsVectorSpace(SQUARED), IsSubspace(AXES), AxiomsOf(SQUARED)):
        with pytest.raises(TypeError):
            question.claim(few)


def test_a_forged_yes_is_refused():
    forged = Verdicts(tuple((name, Shown()) for name in ("zero", "closed_add", "closed_scale")))
    claim = IsSubspace(AXES).claim(forged)
    with pytest.raises(KernelError):
        check(claim, Each((Normalised(),) * 3))


def test_a_forged_no_is_refused():
    forged = Verdicts((("closed_add", Broken((ZERO,) * 4)),))
    with pytest.raises(KernelError):
        check(IsSubspace(LINE).claim(forged), Each((Instance((ZERO,) * 4),)))


def test_zero_and_negative():
    assert settle(ZeroOf(SHIFTED)).answer == (Constant(-1),)
    found = settle(NegativeOf(SHIFTED, (Constant(3),)))
    assert found.answer == Opposite((Constant(-1),), (Constant(-5),))


@pytest.mark.parametrize("number", [0, 1, -2])
def test_another_zero_is_refused(number):
    with pytest.raises(KernelError):
        check(ZeroOf(SHIFTED).claim((Constant(number),)), Each((Normalised(), Normalised())))


@pytest.mark.parametrize("pair", [(-1, -3), (0, -5), (-1, 5)])
def test_another_negative_is_refused(pair):
    answer = Opposite(*((Constant(x),) for x in pair))
    proofs = Each((Each((Normalised(), Normalised())), Normalised()))
    with pytest.raises(KernelError):
        check(NegativeOf(SHIFTED, (Constant(3),)).claim(answer), proofs)


def test_values_at_which_a_statement_holds_are_no_evidence():
    statement = laws.statement(SQUARED, "scale_add_scalars")
    assert settle(FailsAt(statement, (ONE, ONE, ONE))).theorem is not None
    for point in ((ONE, ONE, ZERO), (ZERO, TWO, ONE)):
        assert settle(FailsAt(statement, point)).theorem is None
        with pytest.raises(KernelError):
            check(statement.refuted(), Instance(point))
    with pytest.raises(NoAnswer):
        find_failure(FailsAt(statement, (ONE, ONE)))


def test_a_true_statement_has_no_counterexample():
    true = CounterexampleTo(laws.statement(SQUARED, "add_comm"))
    found = settle(true)
    assert found.theorem is None
    assert "true for all values" in found.reason


def test_no_answer_of_another_kind_is_stated():
    statement = contains_zero(AXES)
    for question in (Universal(statement), CounterexampleTo(statement), FailsAt(statement, ())):
        with pytest.raises(TypeError):
            question.claim(Absent(None))


def test_statements_are_settled_over_finite_sets_as_well():
    space = read_space_table({"carrier": "F", "add": "u + v", "scale": "a^2*u"}, "GF(2)")
    assert settle(Universal(laws.statement(space, "scale_add_scalars"))).verdict == "proved"
    space = read_space_table({"carrier": "F", "add": "u + v", "scale": "a^2*u"}, "GF(3)")
    assert settle(Universal(laws.statement(space, "scale_add_scalars"))).verdict == "refuted"
