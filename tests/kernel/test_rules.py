"""Every row of RULES and VALUES: what it accepts, and what it refuses and why."""

from collections import Counter

import pytest

from exactspaces.kernel import RULES, VALUES, KernelError, check, dump, load
from exactspaces.kernel.checker import Theorem
from exactspaces.kernel.readable import readable
from exactspaces.kernel.statements import Quantified  # see test_universal
from tests.kernel.samples import lines

LINES = lines()
ACCEPTED = [line for line in LINES if line.reason is None]
REFUSED = [line for line in LINES if line.reason is not None]


def name(line):
    return line.name


@pytest.mark.parametrize("line", ACCEPTED, ids=name)
def test_accepted(line):
    theorem = check(line.claim, line.certificate)
    assert theorem.claim == line.claim
    assert theorem.recheck() == theorem
    assert load(dump(theorem)) == (line.claim, line.certificate)
    assert readable(line.claim)


@pytest.mark.parametrize("line", REFUSED, ids=name)
def test_refused(line):
    with pytest.raises(KernelError) as caught:
        check(line.claim, line.certificate)
    assert str(caught.value) == line.reason


@pytest.mark.parametrize("line", REFUSED, ids=name)
def test_refused_from_a_file_as_well(line):
    claim, certificate = load(dump(Theorem(line.claim, line.certificate)))
    with pytest.raises(KernelError) as caught:
        check(claim, certificate)
    assert str(caught.value) == line.reason


def test_every_row_has_lines_of_both_kinds():
    rows = {row for row in (*RULES, *VALUES) if not issubclass(row[0], Quantified)}
    assert {line.row for line in ACCEPTED} >= rows
    assert {line.row for line in REFUSED} >= rows


def test_refusals_are_at_least_as_many_as_acceptances():
    assert len(REFUSED) >= len(ACCEPTED)
    accepted, refused = (Counter(x.row for x in some) for some in (ACCEPTED, REFUSED))
    assert [row for row in accepted if refused[row] < 1] == []


def test_no_refusal_comes_from_the_last_net():
    assert [line for line in REFUSED if "does not fit the claim" in line.reason] == []
