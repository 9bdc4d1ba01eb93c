"""Theorems that are accepted, and forgeries: projections, factors, reductions, cases."""

# ruff: noqa: PLR0915 - a table is as long as its lines

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from exactspaces.questions import (
    Combine,
    Factors,
    Multiply,
    Projection,
    Reduces,
    Swap,
)
from tests.kernel.build import (
    C,
    comp,
    g,
    m,
    minor,
    parameters,
)
from tests.kernel.prover import (
    evidence,
    prove,
)
from tests.kernel.sample_lines import (
    A1,
    AWAY,
    DIAGONAL,
    E1,
    MINUS,
    ONE,
    PLANE,
    SINGULAR,
    SPACE,
    B,
    Line,
    no,
    yes,
)


def projections() -> Iterator[Line]:
    onto = Projection(m("1 -1; 0 0"), E1, DIAGONAL)
    yield yes(onto.claim)
    for changed in (
        replace(onto, matrix=m("1 0; 0 0")),
        replace(onto, matrix=m("2 -2; 0 0")),
        replace(onto, along=E1),
        replace(onto, onto=PLANE),
        replace(onto, along=t.Span(g("0 0"))),
        Projection(m("0 1; 0 0"), E1, E1),
    ):
        yield no(changed.claim, prove(changed.claim), "the two values differ")
    flat = replace(onto, matrix=m("1 -1")).claim
    proof = prove(onto.claim)
    yield no(flat, proof, "only square matrices have powers")


def factors() -> Iterator[Line]:
    factors = Factors(g("0 1; 2 3"), (2, 1), m("1 0; 0 1"), m("2 3; 0 1"))
    plain = Factors(B, (1, 2), m("1 0; 3 1"), m("1 2; 0 -2"))
    yield yes(factors.claim)
    yield yes(plain.claim)
    scaled = replace(factors, lower=m("2 0; 0 1"), upper=m("1 3/2; 0 1"))
    above, below = "an entry above the diagonal is not zero", "the two values differ"
    for changed, reason in (
        (replace(factors, order=(1, 2)), below),
        (replace(factors, order=(2, 2)), below),
        (replace(plain, order=(2, 1)), below),
        (scaled, below),
        (Factors(B, (1, 2), m("1 1; 0 1"), m("-2 -2; 3 4")), above),
        (Factors(B, (1, 2), m("1 0; 0 1"), m("1 2; 3 4")), above),
    ):
        yield no(changed.claim, each_of(changed.claim), reason)
    long = Factors(g("1 2; 3 4; 1 1"), (1, 2, 3), m("1 0; 3 1; 1 1/2"), m("1 2; 0 -2")).claim
    yield no(long, prove(plain.claim), "only square matrices have a diagonal here")
    lower = s.LowerTriangular(g("1 0; 2 3"))
    yield yes(lower)
    yield yes(s.LowerTriangular(g("1 0 0; 2 3 0")))
    yield yes(s.LowerTriangular(t.Transpose(g("1 2 3; 0 4 5"))), comp(comp(C)))
    yield no(replace(lower, matrix=B), comp(C), above)
    yield no(s.LowerTriangular(g("0 0 1; 2 3 0")), comp(C), above)
    yield no(lower, comp(), "one certificate for each part is due")
    yield no(replace(lower, matrix=SPACE), comp(evidence(SPACE)[0]), "Matrix is due here")


def each_of(claim: s.AllOf) -> c.Each:
    """Give a certificate for each part, also for those that are false."""
    return c.Each(tuple(map(prove, claim.claims)))


def reductions() -> Iterator[Line]:
    steps = (Swap(1, 2), Multiply(1, m("1/2")), Combine(2, m("-3"), 1))
    reduces = Reduces(m("3 4; 2 4"), steps, m("1 2; 0 -2"))
    yield yes(reduces.claim)
    proof = prove(reduces.claim)
    wrong = "the minor times its inverse is not I"
    yield no(replace(reduces, after=m("1 2; 0 2")).claim, proof, "the two values differ")
    yield no(reduces.claim, c.Each(proof.proofs[:-1]), "one proof for each claim is due")
    swapped = c.Each((proof.proofs[0], *proof.proofs[:0:-1]))
    yield no(reduces.claim, swapped, wrong)
    killed = g("0 0; 0 1")
    leads = s.Equal(t.Product(killed, g("3 4; 2 4")), g("0 0; 2 4"))
    ones = c.Regular(minor((0, 1), (0, 1), m("1 0; 0 1")), (C,))
    claim = s.AllOf((leads, s.Invertible(killed)))
    yield no(claim, c.Each((prove(leads), ones)), wrong)
    by_a = s.AllOf((s.Equal(t.Product(g("a", A1), g("1, a", A1)), g("a, a**2", A1)),
                    s.Invertible(g("a", A1))))  # fmt: skip
    proofs = comp(comp(C, C), C), c.Regular(minor((0,), (0,), m("1", A1)), (C,))
    yield no(by_a, c.Each(proofs), wrong)


def composed() -> Iterator[Line]:
    true, false = s.Independent(B), s.Independent(SINGULAR)
    also, untrue = s.Dependent(SINGULAR), s.Dependent(B)
    proof, other = prove(true), prove(also)
    both = s.AllOf((true, also))
    yield yes(both)
    yield yes(s.AllOf(()))
    yield yes(s.AllOf((both, s.AnyOf((false, true)))))
    due = "one proof for each claim is due"
    yield no(both, c.Each((proof,)), due)
    yield no(both, c.Each(()), due)
    yield no(both, c.Each((proof, other, other)), due)
    yield no(both, c.Each((other, proof)), "Combination is no evidence for Independent")
    yield no(both, comp(proof, other), "Computed is no evidence for AllOf")
    yield no(both, c.Choice(0, proof), "Choice is no evidence for AllOf")
    wrong = "the minor times its inverse is not I"
    yield no(s.AllOf((true, false)), c.Each((proof, proof)), wrong)
    yield no(s.AllOf((true, untrue)), c.Each((proof, other)), "the combination is not zero")
    some = s.AnyOf((false, true))
    yield yes(some)
    yield yes(s.AnyOf((some, both)))
    yield no(some, c.Choice(0, proof), wrong)
    for position in (2, -1, -2, 10**30):
        yield no(some, c.Choice(position, proof), "there is no such claim")
    yield no(s.AnyOf(()), c.Choice(0, proof), "there is no such claim")
    yield no(some, c.Each((proof, proof)), "Each is no evidence for AnyOf")
    yield no(some, c.Choice(1, c.Choice(1, proof)), "Choice is no evidence for Independent")
    deep, deeper = some, c.Choice(1, proof)
    for _ in range(20):
        deep, deeper = s.AllOf((s.AnyOf((false, deep)),)), c.Each((c.Choice(1, deeper),))
    yield yes(deep, deeper)
    yield no(deep, c.Each((c.Choice(0, deeper),)), "Each is no evidence for Independent")
    spoilt = c.Choice(1, other)
    for _ in range(20):
        spoilt = c.Each((c.Choice(1, spoilt),))
    yield no(deep, spoilt, "Combination is no evidence for Independent")


def cases_claim() -> tuple[s.Cases, c.Covered]:
    """The rank of [a 1; 1 a]: 2 where a^2 is not 1, and 1 for a = 1 and for a = -1."""
    inverse = replace(m("a, -1; -1, a", AWAY), powers=(1,))
    regular = c.Basis((0, 1), m("1, 0; 0, 1", AWAY), minor((0, 1), (0, 1), inverse), (C,))
    proofs, cases = [comp(regular, C)], [_case(AWAY, 2)]
    for ring, row in ((ONE, "1, 1"), (MINUS, "1, -1")):
        sign = "1" if ring == ONE else "-1"
        single = c.Basis((0,), m(row, ring), minor((0,), (0,), m(sign, ring)), (C,))
        proofs.append(comp(single, C))
        cases.append(_case(ring, 1))
    factors = m("a - 1, a + 1", A1)
    tree = c.Split(m("a**2 - 1", A1), factors, (1, 1), c.Reached(0), (c.Reached(1), c.Reached(2)))
    return s.Cases(A1, tuple(cases)), c.Covered(tree, tuple(proofs))


def _case(ring, rank: int) -> s.Case:
    return s.Case(ring, s.Equal(t.Rank(g("a, 1; 1, a", ring)), t.Count(rank)))


def cases() -> Iterator[Line]:
    claim, proof = cases_claim()
    tree = proof.tree
    yield yes(claim, proof)
    missing = s.Cases(A1, claim.cases[:2])
    fewer = replace(proof, proofs=proof.proofs[:2])
    yield no(missing, fewer, "there is no such case")
    unmet = "a condition of the case is not met there"
    yield no(claim, replace(proof, tree=c.Reached(0)), unmet)
    swapped = replace(tree, vanishing=tree.vanishing[::-1])
    yield no(claim, replace(proof, tree=swapped), unmet)
    for changes, reason in (
        ({"factors": m("a - 1", A1), "exponents": (1,), "vanishing": (c.Reached(1),)},
         "the factors do not give the polynomial"),
        ({"polynomial": m("0", A1)}, "the factors do not give the polynomial"),
        ({"exponents": (1, 0)}, "exponents are positive, and together at most 100"),
        ({"exponents": (1, 10**9)}, "exponents are positive, and together at most 100"),
        ({"exponents": (1,)}, "one tree for each factor"),
        ({"polynomial": m("a**2 - 1, 1", A1)}, "a split is at one polynomial"),
        ({"polynomial": m("1/2*a**2 - 1/2", A1)}, "conditions are polynomials"),
        ({"factors": m("a - 1, a + 1", AWAY)}, "one row is due"),
    ):  # fmt: skip
        yield no(claim, replace(proof, tree=replace(tree, **changes)), reason)
    yield from _empty_branches(claim, proof)
    yield no(claim, fewer, "one proof for each case is due")
    other = replace(claim.cases[0], claim=claim.cases[1].claim)
    foreign = replace(claim, cases=(other, *claim.cases[1:]))
    yield no(foreign, proof, "a claim is not over the ring of its case")
    nested = replace(claim, cases=(replace(claim.cases[0], claim=claim), *claim.cases[1:]))
    yield no(nested, proof, "cases are not nested")
    wrong = replace(claim, cases=(_case(AWAY, 1), *claim.cases[1:]))
    yield no(wrong, proof, "the two values differ")
    yield no(replace(claim, ring=parameters("b")), proof, "a case has other parameters")
    yield no(
        replace(claim, ring=ONE),
        proof,
        "the points are all those where stated polynomials do not vanish",
    )


def _empty_branches(claim: s.Cases, proof: c.Covered) -> Iterator[Line]:
    """Where a = 1, the tree asks once more whether a = -1; 1 (a - 1) - 1 (a + 1) = -2."""

    def asked(row: str, at: str = "a + 1", ring=A1) -> c.Covered:
        f, empty = m(at, A1), c.Empty(m(row, ring))
        again = c.Split(f, f, (1,), c.Reached(1), (empty,))
        vanishing = (again, proof.tree.vanishing[1])
        return replace(proof, tree=replace(proof.tree, vanishing=vanishing))

    yield yes(claim, asked("1, -1"))
    yield yes(claim, asked("a + 2, -a"))
    wrong = "the branch is not shown to be empty"
    yield no(claim, asked("1, 1"), wrong)
    yield no(claim, asked("0, 0"), wrong)
    yield no(claim, asked("a + 1, 1 - a"), wrong)
    yield no(claim, asked("a, -2", "a**2 + a - 2"), wrong)
    yield no(claim, asked("1"), "one coefficient for each equation is due")
    yield no(claim, asked("1, -1, 0"), "one coefficient for each equation is due")
    yield no(claim, asked("1/2, 1/2"), "conditions are polynomials")
    yield no(claim, asked("1, -1", ring=AWAY), "one row is due")
    away = replace(proof.tree, nonzero=c.Empty(m("1", A1)))
    yield no(claim, replace(proof, tree=away), "one coefficient for each equation is due")
