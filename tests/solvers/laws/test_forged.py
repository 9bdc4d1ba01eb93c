"""Certificates and answers that were changed are refused."""

from __future__ import annotations

import pytest

from exactspaces.kernel import KernelError, check
from exactspaces.kernel.formulas import Constant
from exactspaces.kernel.statements import Instance, Normalised
from exactspaces.questions import laws
from exactspaces.questions.obligations import Absent, Broken, Obligation, Shown
from exactspaces.reading.spaces import read_user_space
from exactspaces.solvers.find import find

HALF = read_user_space("R", "R^2", "(u1+v1, u2+v2)", "(a*u1, u2)")
POSITIVE = read_user_space("R", "x > 0", "u*v", "u^a")


def test_a_law_that_fails_is_not_proved():
    question = Obligation(HALF, "scale_add_scalars")
    for evidence in (Normalised(), find(Obligation(HALF, "add_comm")).certificate):
        with pytest.raises(KernelError):
            check(question.claim(Shown()), evidence)


@pytest.mark.parametrize("place", range(4))
def test_a_counterexample_that_is_none_is_refused(place):
    question = Obligation(HALF, "scale_add_scalars")
    values = [Constant(1), Constant(0), Constant(0), Constant(0)]
    values[place] = Constant(2 if place < 3 else 0)
    with pytest.raises(KernelError):
        check(question.claim(Broken(tuple(values))), Instance(tuple(values)))


@pytest.mark.parametrize("number", [0, 2, -1])
def test_another_zero_is_refused(number):
    found = find(Obligation(POSITIVE, "zero_exists"))
    question = Obligation(POSITIVE, "zero_exists")
    with pytest.raises(KernelError):
        check(question.claim(Shown((Constant(number),))), found.certificate)


def test_a_negative_outside_the_carrier_is_refused():
    zero = (Constant(1),)
    question = Obligation(POSITIVE, "neg_exists", zero)
    found = find(question)
    with pytest.raises(KernelError):
        check(question.claim(Shown(POSITIVE.vector("u"))), found.certificate)
    with pytest.raises(KernelError):
        check(question.claim(Absent((Constant(2),))), found.certificate)


def test_every_obligation_has_evidence_of_its_own():
    for name in laws.LAWS:
        question = Obligation(POSITIVE, name)
        assert check(question.claim(Shown()), find(question).certificate)
