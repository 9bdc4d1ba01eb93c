"""Damaged theorem files: they never crash the checker and never prove what is false.

The default run damages each file some hundred times; `-m long` does it ten thousand times.
"""

# ruff: noqa: E501 - chance here is not secret; a table has one row on each line

import json
from dataclasses import replace
from random import Random

import pytest

from exactspaces.kernel import KernelError, check, dump, load
from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from exactspaces.kernel.checker import Theorem
from exactspaces.questions import ChangeOfBasis, NoSolution
from tests.kernel import chance
from tests.kernel.brute import Undefined, truth
from tests.kernel.build import F2, F3, C, column, comp, g, m, n
from tests.kernel.prover import (
    Hopeless,
    member_by_combination,
    not_member_by_functional,
    prove,
)
from tests.kernel.sample_lines import SINGULAR, A, B, P
from tests.kernel.sample_notions import cases_claim
from tests.kernel.sample_values import FACTORED, SINGULAR_VALUES
from tests.kernel.samples import lines

MUTATIONS = 500
MANY = 10_000


def _cases_pair():
    claim, proof = cases_claim()
    first = claim.cases[0]
    wrong = s.Case(first.ring, s.Equal(first.claim.left, t.Count(1)))
    return claim, proof, s.Cases(claim.ring, (wrong, *claim.cases[1:]))


def pairs():
    """For each kind of certificate: a true claim, its certificate, and a false claim beside it."""
    member, outside = (
        kind(column("1 2 3"), t.Span(g("1 0 1; 0 1 1"))) for kind in (s.Member, s.NotMember)
    )
    far = s.NotMember(column("1 2 4"), member.space)
    determinant = s.Equal(t.Determinant(B), n("-2"))
    change = ChangeOfBasis(B, g("1 0; 0 1"), m("1 3; 2 4")).claim
    meet = t.Meet(t.Span(P), t.Null(g("1 -1 0")))
    rows = [
        ("Computed", s.Equal(t.Product(B, B), g("7 10; 15 22")), s.Equal(t.Product(B, B), g("7 10; 15 23"))),
        ("Basis", s.Equal(t.Rank(A), t.Count(2)), s.Equal(t.Rank(A), t.Count(3))),
        ("Basis null", s.Equal(t.Dimension(t.Null(A)), t.Count(1)), s.Equal(t.Dimension(t.Null(A)), t.Count(2))),
        ("Basis meet", s.Equal(t.Dimension(meet), t.Count(1)), s.Equal(t.Dimension(meet), t.Count(2))),
        ("Basis small meet", s.Equal(t.Dimension(meet), t.Count(1)), s.Equal(t.Dimension(meet), t.Count(0))),
        ("Basis echelon", s.Equal(t.ReducedEchelon(A), g("1 0 1; 0 1 1; 0 0 0")), s.Equal(t.ReducedEchelon(A), g("1 0 1; 0 1 2; 0 0 0"))),
        ("Inverted", s.Equal(t.Inverse(B), g("-2 1; 3/2 -1/2")), s.Equal(t.Inverse(B), g("-2 1; 3/2 1/2"))),
        ("Triangles", determinant, s.Equal(t.Determinant(B), n("2"))),
        ("Combination det", s.Equal(t.Determinant(SINGULAR), n("0")), s.Equal(t.Determinant(B), n("0"))),
        ("Combination", s.Dependent(A), s.Dependent(P)),
        ("Choice no solution", NoSolution(SINGULAR, column("1 0")).claim, NoSolution(SINGULAR, column("1 2")).claim),
        ("Regular", s.Independent(P), s.Independent(A)),
        ("Regular invertible", s.Invertible(B), s.Invertible(SINGULAR)),
        ("Each change", change, ChangeOfBasis(B, g("1 0; 0 1"), m("1 2; 3 4")).claim),
        ("Each", s.AllOf((s.Independent(P), s.Dependent(A))), s.AllOf((s.Independent(A), s.Dependent(A)))),
        ("Choice", s.AnyOf((s.Independent(A), s.Dependent(A))), s.AnyOf((s.Independent(A), s.Dependent(P)))),
        ("Computed not member", far, outside),
    ]  # fmt: skip
    yield from ((name, claim, prove(claim), false) for name, claim, false in rows)
    false = s.Member(far.vector, far.space)
    yield "Combination member", member, member_by_combination(member), false
    yield "Functional member", far, not_member_by_functional(far), outside
    yield "Covered", *_cases_pair()
    yield "Factored", SINGULAR_VALUES, FACTORED, replace(SINGULAR_VALUES, numbers=g("6; 5/2"))


PAIRS = list(pairs())


def read_and_check(data) -> bool:
    """Say whether it is accepted; anything but a KernelError goes through."""
    try:
        check(*load(json.dumps(data)))
    except KernelError:
        return False
    return True


def survive(claim, certificate, false, times: int, seed: int) -> None:
    rng = Random(seed)
    good = json.loads(dump(Theorem(claim, certificate)))
    bad = json.loads(dump(Theorem(false, certificate)))
    if not read_and_check(good) or read_and_check(bad):
        raise RuntimeError("the pair is not one of a true and a false claim")
    for _ in range(times):
        damaged = chance.damage(good["certificate"], rng)
        read_and_check(good | {"certificate": damaged})
        forged = bad | {"certificate": damaged}
        if read_and_check(forged):
            raise RuntimeError(f"a false claim is accepted: {json.dumps(forged)}")
        read_and_check(chance.damage(good, rng))


@pytest.mark.parametrize(
    ("claim", "certificate", "false"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS]
)
def test_damaged_certificates_never_prove_a_false_claim(claim, certificate, false):
    survive(claim, certificate, false, MUTATIONS, seed=1)


@pytest.mark.long
@pytest.mark.parametrize(
    ("claim", "certificate", "false"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS]
)
def test_ten_thousand_damaged_certificates(claim, certificate, false):
    survive(claim, certificate, false, MANY, seed=2)


def test_every_kind_of_certificate_is_damaged():
    names = {p[0].split()[0] for p in PAIRS}
    evidence = {c.Computed, c.Basis, c.Inverted, c.Triangles, c.Combination, c.Functional, c.Regular, c.Each, c.Choice, c.Covered, c.Factored}  # fmt: skip
    assert names == {kind.__name__ for kind in evidence}


def accepted_lies(times: int, seed: int) -> tuple[int, list[str]]:
    """Damage whole files over F_2 and F_3; every accepted claim is decided by brute force."""
    rng, accepted, lies = Random(seed), 0, []
    while times > 0:
        claim = chance.claim(rng)
        try:
            certificate = (
                prove(chance.denial(claim) or claim) if rng.randrange(3) == 0 else prove(claim)
            )
        except Hopeless:
            continue
        data = json.loads(dump(Theorem(claim, certificate)))
        for _ in range(10):
            times -= 1
            damaged = chance.damage(data, rng)
            text = json.dumps(damaged)
            if read_and_check(damaged):
                accepted += 1
                try:
                    lies += [] if truth(load(text)[0]) else [text]
                except Undefined:
                    continue
    return accepted, lies


def test_what_a_damaged_file_proves_is_true():
    accepted, lies = accepted_lies(6000, seed=3)
    assert lies == []
    assert accepted > 100


@pytest.mark.long
def test_what_very_many_damaged_files_prove_is_true():
    assert accepted_lies(200_000, seed=4)[1] == []


def test_damaged_text_is_malformed_or_refused():
    rng = Random(5)
    for line in lines()[::7]:
        text = dump(Theorem(line.claim, line.certificate))
        for _ in range(30):
            at, to = sorted(rng.randrange(len(text)) for _ in range(2))
            damaged = rng.choice(
                (text[:at] + text[to:], text[:at] + rng.choice('"[]{},:0-/e.') + text[at + 1 :])
            )
            try:
                check(*load(damaged))
            except KernelError:
                continue


def test_fields_are_not_swapped():
    for ring in (F2, F3):
        claim = s.Equal(t.Rank(g("1 1 0; 0 1 1; 1 0 1", ring)), t.Count(2 if ring == F2 else 3))
        data = json.loads(dump(Theorem(claim, prove(claim))))
        assert read_and_check(data)
        data["rings"] = [{"kind": "PrimeField", "p": 5 - ring.p}]
        assert not read_and_check(data)
        data["rings"] = [{"kind": "Rationals"}]
        assert not read_and_check(data)


def test_evidence_of_another_theorem_is_refused():
    proofs = [p[2] for p in PAIRS]
    false = [p[3] for p in PAIRS]
    for claim in false:
        for proof in (*proofs, comp(*proofs[:2]), C):
            with pytest.raises(KernelError):
                check(claim, proof)
