"""Over F_2 and F_3 the kernel agrees with running through all vectors."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.kernel import KernelError, Solutions, check
from tests.kernel import chance
from tests.kernel.brute import Undefined, truth
from tests.kernel.prover import Hopeless, prove

SEEDS = st.integers(0, 2**40)


def accepts(claim, certificate) -> bool:
    try:
        check(claim, certificate)
    except KernelError:
        return False
    return True


def attempt(claim):
    try:
        return prove(claim)
    except Hopeless:
        return None


@settings(max_examples=1500)
@given(SEEDS)
def test_what_is_proved_is_true_and_what_is_true_is_proved(seed):
    claim = chance.claim(Random(seed))
    certificate = attempt(claim)
    proved = certificate is not None and accepts(claim, certificate)
    if isinstance(claim, Solutions) and not proved:
        return  # its rule wants the directions in the form of the established basis
    assert proved == truth(claim)


@settings(max_examples=600)
@given(SEEDS)
def test_a_claim_and_its_denial_never_both_pass(seed):
    claim = chance.claim(Random(seed))
    denial = chance.denial(claim)
    if denial is None:
        return
    certificates = [x for x in (attempt(claim), attempt(denial)) if x is not None]
    passed = {kind for kind in (claim, denial) for x in certificates if accepts(kind, x)}
    assert len(passed) == 1


@pytest.mark.parametrize("seed", range(40))
def test_the_oracle_decides_random_claims(seed):
    claims = [chance.claim(Random(seed * 1000 + k)) for k in range(20)]
    answers = []
    for claim in claims:
        try:
            answers.append(truth(claim))
        except Undefined:
            answers.append(None)
    assert None not in answers
    assert {True, False} <= set(answers)
