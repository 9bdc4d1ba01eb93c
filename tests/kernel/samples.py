"""For every row of RULES and VALUES: theorems that are accepted, and forgeries with the reason."""

# ruff: noqa: PLR0915 - a table is as long as its lines

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from exactspaces.questions import (
    BasisOf,
    ChangeOfBasis,
    Combine,
    Consistent,
    DirectSum,
    Factors,
    HasCoordinates,
    Multiply,
    NoSolution,
    NotBasisOf,
    NotDirectSum,
    Projection,
    Reduces,
    Swap,
)
from tests.kernel.build import (
    F2,
    F4,
    F5,
    F7,
    SQRT2,
    C,
    column,
    comp,
    g,
    m,
    minor,
    n,
    nothing,
    parameters,
)
from tests.kernel.prover import (
    evidence,
    member_by_combination,
    minor_of,
    not_member_by_functional,
    prove,
)


@dataclass(frozen=True)
class Line:
    """A claim with a certificate that is accepted, or with the reason why it is refused."""

    row: tuple[type, type]
    claim: s.Claim
    certificate: c.Certificate
    reason: str | None = None

    @property
    def name(self) -> str:
        return f"{self.row[0].__name__}-{self.row[1].__name__}"


A = g("1 2 3; 2 4 6; 1 1 2")
B = g("1 2; 3 4")
P = g("1 0 1; 0 1 1")
A7 = g("1 2 3; 2 4 6; 1 1 2", F7)
WIDE = g("1 2 3; 2 4 6")
SINGULAR = g("1 2; 2 4")
SPACE = t.Span(P)
LINE = t.Span(g("1 1 2"))
E1, E2, DIAGONAL = (t.Span(g(text)) for text in ("1 0", "0 1", "1 1"))
PLANE = t.Span(g("1 0; 0 1"))
A1 = parameters("a")
UNEQUAL = "the two values are not shown to differ"
AWAY = parameters("a", nonzero=["a**2 - 1"])
ONE, MINUS = parameters("a", ["a - 1"]), parameters("a", ["a + 1"])


def yes(claim: s.Claim, certificate: c.Certificate | None = None) -> Line:
    certificate = certificate or prove(claim)
    return Line((type(claim), type(certificate)), claim, certificate)


def no(claim: s.Claim, certificate: c.Certificate, reason: str) -> Line:
    return Line((type(claim), type(certificate)), claim, certificate, reason)


def lines() -> list[Line]:
    """Give all of them."""
    tables = (
        _equalities, _members, _inclusions, _independence, _bases, _inverses, _systems,
        _coordinates, _sums, _projections, _factors, _reductions, _composed, _cases, _plain,
        _arithmetic, _determinants, _echelons, _spaces, _singular_values, _eigenvalues,
    )  # fmt: skip
    return [line for table in tables for line in table()]


def _equalities() -> Iterator[Line]:
    claim = s.Equal(t.Product(B, B), g("7 10; 15 22"))
    yield yes(claim)
    yield yes(s.Equal(t.SpaceSum(E1, E2), PLANE))
    yield no(replace(claim, right=g("7 10; 15 23")), prove(claim), "the two values differ")
    yield no(
        replace(claim, right=t.Count(1)),
        prove(claim),
        "values of different sorts are not compared",
    )
    yield no(claim, comp(C), "one certificate for each part is due")
    yield no(s.Equal(B, g("1 2; 3 4", F5)), comp(C, C), "the matrices are over different rings")
    claim = s.Unequal(B, g("1 2; 3 5"))
    yield yes(claim)
    yield yes(s.Unequal(B, g("1 2 3")))
    yield yes(s.Unequal(g("a, 1", A1), g("a + 1, 1", A1)), comp(C, C))
    yield no(s.Unequal(B, B), prove(claim), "the two values are not shown to differ")
    a = g("a, 1", A1)
    yield no(s.Unequal(a, g("1, 1", A1)), comp(C, C), "the two values are not shown to differ")
    ambient = s.Unequal(PLANE, LINE)
    yield no(ambient, prove(ambient), "the vectors have different lengths")


def _members() -> Iterator[Line]:
    claim = s.Member(column("1 2 3"), SPACE)
    outside = s.NotMember(column("1 2 4"), SPACE)
    yield yes(claim)
    yield no(replace(claim, vector=column("1 2 4")), prove(claim), "the vector is outside")
    yield no(
        replace(claim, vector=column("1 2")), prove(claim), "the vectors have different lengths"
    )
    yield no(
        replace(claim, vector=g("1 2 3")), prove(claim), "a vector is a matrix with one column"
    )
    seven = replace(claim, vector=column("1 2 3", F7))
    yield no(seven, prove(claim), "the matrices are over different rings")
    by_rows = member_by_combination(claim)
    yield yes(claim, by_rows)
    yield no(claim, replace(by_rows, coefficients=m("1 1")), "the combination is not the vector")
    null = replace(claim, space=t.Null(g("1 1 -1")))
    yield no(null, by_rows, "Computed is no evidence for Null")
    yield yes(outside)
    yield no(
        replace(outside, vector=column("1 2 3")),
        prove(outside),
        "the vector is not shown to be outside",
    )
    by_row = not_member_by_functional(outside)
    yield yes(outside, by_row)
    wrong = "the functional does not vanish on the spanning vectors"
    yield no(outside, replace(by_row, row=m("1 0 0")), wrong)
    yield no(outside, replace(by_row, row=m("2 2 -2")), "the functional is not 1 on the vector")
    yield no(outside, replace(by_row, row=m("1 1 -1; 1 1 -1")), "a functional is one row")


def _inclusions() -> Iterator[Line]:
    claim = s.Included(LINE, SPACE)
    yield yes(claim)
    yield no(
        s.Included(SPACE, LINE), comp(*reversed(prove(claim).parts)), "a basis vector is outside"
    )
    yield no(claim, comp(C, C), "Computed is no evidence for Span")
    claim = s.NotIncluded(SPACE, LINE)
    yield yes(claim)
    swapped = s.NotIncluded(LINE, SPACE)
    yield no(
        swapped, comp(*reversed(prove(claim).parts)), "no basis vector is shown to be outside"
    )
    with_a = s.NotIncluded(t.Span(g("1, a", A1)), t.Span(g("1, 0", A1)))
    one = m("1", A1)
    parts = [c.Basis((0,), m(x, A1), minor((0,), (0,), one), (C,)) for x in ("1, a", "1, 0")]
    yield no(with_a, comp(*parts), "no basis vector is shown to be outside")


def _independence() -> Iterator[Line]:
    claim = s.Independent(g("1 2 3; 2 4 7"))
    proof = prove(claim)
    yield yes(claim)
    modular = minor((0, 1), (0, 2), m("0 1; 1 2", width=2), 7)
    half = replace(modular, inverse=m("0 4; 3 1"))
    yield yes(
        s.Independent(g("2 0 1; 0 1 1")), c.Regular(minor((0, 1), (0, 1), m("2 0; 0 1"), 3), (C,))
    )
    yield yes(s.Independent(g("", width=3)), c.Regular(nothing(), (C,)))
    wrong = "the minor times its inverse is not I"
    yield no(replace(claim, vectors=WIDE), proof, wrong)
    yield no(claim, replace(proof, minor=half), f"{wrong} modulo 7")
    swapped = replace(proof.minor, columns=proof.minor.columns[::-1])
    yield no(claim, replace(proof, minor=swapped), wrong)
    small = replace(proof.minor, rows=(0,), columns=(0,), inverse=m("1"))
    yield no(claim, replace(proof, minor=small), "a minor of size 2 is due")
    one_sided = replace(proof.minor, inverse=m("1 0 0; 0 1 0"))
    yield no(claim, replace(proof, minor=one_sided), "the inverse of the minor has the wrong size")
    for modulus in (1, -7):
        low = replace(modular, modulus=modulus)
        yield no(claim, replace(proof, minor=low), "a modulus is above 1, inverses are integers")
    twice = replace(proof.minor, rows=(0, 0))
    yield no(s.Independent(g("1 2 3; 2 4 6")), replace(proof, minor=twice), wrong)
    claim = s.Dependent(A)
    yield yes(claim)
    yield yes(s.Dependent(g("0 0 0")))
    yield no(claim, c.Combination(m("0 0 0"), (C,)), "all coefficients are zero")
    yield no(claim, c.Combination(m("1 1 0"), (C,)), "the combination is not zero")
    yield no(claim, c.Combination(m("2 -1 0; 2 -1 0"), (C,)), "coefficients are one row")
    yield no(claim, c.Combination(m("2 -1"), (C,)), "the shapes do not fit for a product")
    maybe = s.Dependent(g("a; 0", A1))
    yield yes(maybe, c.Combination(m("0, 1", A1), (C,)))
    yield no(maybe, c.Combination(m("0, a", A1), (C,)), "all coefficients are zero")


def _bases() -> Iterator[Line]:
    basis = BasisOf(g("1 1 2; 1 0 1"), SPACE)
    yield yes(basis.claim)
    proof = prove(basis.claim)
    rows = g("1 1 2; 1 0 1; 2 1 3")
    repeated, wrong = BasisOf(rows, SPACE), "the minor times its inverse is not I"
    spans = prove(s.Equal(t.Span(rows), SPACE))
    for minor_ in (proof.proofs[0].minor, minor_of(rows.matrix)):
        yield no(
            repeated.claim,
            c.Each((c.Regular(minor_, (C,)), spans)),
            "a minor of size 3 is due",
        )
    ones = c.Regular(minor((0, 1, 2), (0, 1, 2), m("1 0 0; 0 1 0; 0 0 1")), (C,))
    yield no(repeated.claim, c.Each((ones, spans)), wrong)
    fewer = BasisOf(g("1 1 2"), SPACE)
    yield no(fewer.claim, prove(fewer.claim), "the two values differ")
    yield no(basis.claim, c.Each(proof.proofs[:1]), "one proof for each claim is due")
    bare = c.Each((proof.proofs[0], comp(C, C)))
    yield no(basis.claim, bare, "Computed is no evidence for Span")
    denied = NotBasisOf(rows, SPACE).claim
    yield yes(denied)
    yield yes(NotBasisOf(g("1 1 2"), SPACE).claim)
    yield yes(NotBasisOf(g("1 1 2; 1 0 0"), SPACE).claim)
    claim = NotBasisOf(basis.vectors, SPACE).claim
    yield no(claim, c.Choice(1, proof.proofs[1]), UNEQUAL)
    none = c.Choice(0, c.Combination(m("0 0"), (C,)))
    yield no(claim, none, "all coefficients are zero")
    yield no(denied, c.Choice(1, comp(*spans.parts)), UNEQUAL)


def _inverses() -> Iterator[Line]:
    claim = s.Invertible(B)
    proof = prove(claim)
    yield yes(claim)
    root = s.Invertible(g("s, 1; 1, s", SQRT2))
    root_proof = c.Regular(minor((0, 1), (0, 1), m("s, -1; -1, s", SQRT2)), (C,))
    yield yes(root, root_proof)
    yield no(s.Invertible(SINGULAR), proof, "the minor times its inverse is not I")
    yield no(s.Invertible(WIDE), proof, "the matrix is not square")
    modular = minor((0, 1), (0, 1), m("s, 1; 1, s", SQRT2), 2)
    yield no(root, replace(root_proof, minor=modular), "a modulus is for rational matrices")
    zero = s.Invertible(g("0 0; 0 0"))
    composite = c.Regular(minor((0, 1), (0, 1), m("1 0; 0 1"), 6), (C,))
    yield no(zero, composite, "the minor times its inverse is not I modulo 6")
    claim = s.NotInvertible(SINGULAR)
    yield yes(claim)
    yield no(s.NotInvertible(B), prove(claim), "the combination is not zero")
    yield no(claim, c.Combination(m("0 0"), (C,)), "all coefficients are zero")
    claim = s.NotInvertible(WIDE)
    yield yes(claim, comp(C))
    yield no(s.NotInvertible(B), comp(C), "the matrix is square")
    yield no(claim, comp(), "one certificate for each part is due")


def _systems() -> Iterator[Line]:
    right = column("6 12 4")
    claim = s.Solutions(A, right, m("2; 2; 0"), m("-1 -1 1"))
    proof = prove(claim)
    yield yes(claim)
    yield yes(s.Solutions(B, column("3 7"), m("1; 1"), m("", width=2)))
    wrong = "the particular solution does not solve"
    yield no(replace(claim, particular=m("2; 2; 1")), proof, wrong)
    yield no(replace(claim, right=column("6 12 5")), proof, wrong)
    yield no(replace(claim, particular=m("2 2; 2 2; 0 0")), proof, wrong)
    wide = replace(claim, particular=m("2 2; 2 2; 0 0"), right=g("6 6; 12 12; 4 4"))
    yield no(wide, proof, wrong)
    yield no(replace(claim, particular=m("2 2 0")), proof, "the shapes do not fit for a product")
    wrong = "the directions are not the established basis"
    yield no(replace(claim, directions=m("-1 -1 2")), proof, wrong)
    yield no(replace(claim, directions=m("", width=3)), proof, wrong)
    yield no(replace(claim, directions=m("-1 -1 1; -2 -2 2")), proof, wrong)
    none = replace(proof.parts[2], columns=(), rows=m("", width=3))
    lost = comp(*proof.parts[:2], none)
    yield no(replace(claim, directions=m("", width=3)), lost, "a minor of size 3 is due")
    yield no(claim, comp(*proof.parts[:2]), "one certificate for each part is due")
    some = Consistent(A, right).claim
    yield yes(some)
    by_solution = c.Each((c.Combination(m("2 2 0"), (C, comp(C))),))
    yield yes(some, by_solution)
    (found,) = by_solution.proofs
    astray = c.Each((replace(found, coefficients=m("2 2 1")),))
    yield no(some, astray, "the combination is not the vector")
    two = c.Each((replace(found, coefficients=m("2 2 0; 2 2 0")),))
    yield no(some, two, "the combination is not the vector")
    unsolved = NoSolution(SINGULAR, column("1 0")).claim
    by_row = c.Choice(0, c.Functional(m("1 -1/2"), (C, comp(C))))
    yield yes(unsolved)
    yield yes(unsolved, by_row)
    solvable = NoSolution(SINGULAR, column("1 2")).claim
    yield no(solvable, by_row, "the functional is not 1 on the vector")
    away = c.Choice(0, c.Functional(m("1 0"), (C, comp(C))))
    yield no(unsolved, away, "the functional does not vanish on the spanning vectors")
    yield no(unsolved, c.Choice(1, by_row.proof), "there is no such claim")


def _coordinates() -> Iterator[Line]:
    wrong, singular = "the two values differ", "the minor times its inverse is not I"
    has = HasCoordinates(column("3 5"), g("1 1; 1 2"), m("1; 2"))
    proof = prove(has.claim)
    yield yes(has.claim)
    yield no(replace(has, coordinates=m("2; 1")).claim, proof, wrong)
    flat = replace(has, coordinates=m("1 2")).claim
    yield no(flat, proof, "the shapes do not fit for a product")
    dependent = HasCoordinates(column("3 6"), SINGULAR, m("1; 1"))
    yield no(dependent.claim, proof, singular)
    change = ChangeOfBasis(B, g("1 0; 0 1"), m("1 3; 2 4"))
    yield yes(change.claim)
    proof = prove(change.claim)
    yield no(replace(change, matrix=m("1 2; 3 4")).claim, prove(
        replace(change, matrix=m("1 2; 3 4")).claim), wrong)  # fmt: skip
    fewer = replace(change, old=g("1 2")).claim
    yield no(fewer, proof, "a minor of size 1 is due")
    yield no(replace(change, old=SINGULAR).claim, proof, singular)
    more = ChangeOfBasis(g("1 2"), g("1 0; 0 1"), m("1; 2")).claim
    one = prove(s.Independent(g("1 2")))
    tall = c.Each((one, proof.proofs[1], proof.proofs[2]))
    yield no(more, tall, "the matrix is not square")


def _sums() -> Iterator[Line]:
    direct = DirectSum((E1, DIAGONAL), PLANE)
    proof = prove(direct.claim)
    yield yes(direct.claim)
    yield yes(DirectSum((), t.Span(g("", width=2))).claim)
    yield yes(DirectSum((E1,), E1).claim)
    yield yes(DirectSum((E1, t.Span(g("", width=2)), E2), PLANE).claim)
    for parts, whole in (((E1, E1), PLANE), ((E1,), PLANE), ((E1,), E2), ((), PLANE)):
        claim = DirectSum(parts, whole).claim
        yield no(claim, prove(claim), "the two values differ")
    three = DirectSum((E1, E2, DIAGONAL), PLANE).claim
    yield no(three, prove(three), "the two values differ")
    yield no(direct.claim, c.Each(proof.proofs[:1]), "one proof for each claim is due")
    denied = NotDirectSum((E1, E2, DIAGONAL), PLANE).claim
    yield yes(denied)
    for parts, whole in (((E1,), E2), ((E1, E1), PLANE), ((), PLANE)):
        yield yes(NotDirectSum(parts, whole).claim)
    claim = NotDirectSum((E1, DIAGONAL), PLANE).claim
    for position in (0, 1):
        yield no(claim, c.Choice(position, proof.proofs[position]), UNEQUAL)
    yield no(denied, c.Choice(0, prove(three).proofs[0]), UNEQUAL)
    yield no(denied, c.Choice(0, comp(C)), "one certificate for each part is due")
    lone = parameters("a")
    line, other = t.Span(g("1, a", lone)), t.Span(g("1, a + 1", lone))
    parts = [c.Basis((0,), m(x, lone), minor((0,), (0,), m("1", lone)), (C,))
             for x in ("1, a", "1, a + 1")]  # fmt: skip
    yield yes(s.Unequal(line, other), comp(*parts))
    maybe = t.Span(g("1, 0", lone))
    part = c.Basis((0,), m("1, 0", lone), minor((0,), (0,), m("1", lone)), (C,))
    yield no(s.Unequal(line, maybe), comp(parts[0], part), UNEQUAL)


def _projections() -> Iterator[Line]:
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


def _factors() -> Iterator[Line]:
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


def _reductions() -> Iterator[Line]:
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


def _composed() -> Iterator[Line]:
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


def _cases() -> Iterator[Line]:
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


def val(term: t.Term, value: t.Term, proof: c.Certificate | None = None, reason=None) -> Line:
    """Make a line for a row of VALUES: the term has the value."""
    proof = proof or evidence(term)[0]
    return Line((type(term), type(proof)), s.Equal(term, value), comp(proof, C), reason)


DIFFER = "the two values differ"


def _plain() -> Iterator[Line]:
    extra = "one certificate for each part is due"
    for term, other in ((B, g("1 2; 3 5")), (n("3"), n("4")), (t.Count(3), t.Count(4)),
                        (t.Columns((1, 3)), t.Columns((3, 1)))):  # fmt: skip
        yield val(term, term)
        yield val(term, other, C, DIFFER)
        yield val(term, term, comp(C), extra)
    yield val(n("3"), g("3"))
    yield val(t.Number(m("1 2")), n("1"), C, "a number is a 1 x 1 matrix")


def _arithmetic() -> Iterator[Line]:
    both, one = comp(C, C), comp(C)
    yield val(t.Product(B, B), g("7 10; 15 22"))
    yield val(t.Product(t.Count(2), t.Count(3)), t.Count(6))
    yield val(t.Product(B, B), g("7 10; 15 21"), both, DIFFER)
    yield val(t.Product(P, B), B, both, "the shapes do not fit for a product")
    yield val(t.Product(B, t.Count(2)), B, both, "a matrix and a count are not combined")
    yield val(t.Product(g("", width=0), g("", width=2)), g("", width=2))
    yield val(t.Add(B, B), g("2 4; 6 8"))
    yield val(t.Add(g("1/2"), g("1/3")), g("5/6"))
    yield val(t.Add(B, P), B, both, "the shapes do not fit for a sum")
    yield val(t.Add(g("1/2"), g("1/3")), g("2/5"), both, DIFFER)
    yield val(t.Scaled(n("1/2"), B), g("1/2 1; 3/2 2"))
    yield val(t.Scaled(B, B), B, both, "a factor is a single number")
    yield val(t.Scaled(n("2"), B), B, both, DIFFER)
    yield val(t.Power(B, 3), g("37 54; 81 118"))
    yield val(t.Power(B, 0), g("1 0; 0 1"))
    yield val(t.Power(B, 3), B, one, DIFFER)
    yield val(t.Power(B, -1), B, one, "exponents go from 0 to 1000")
    yield val(t.Power(B, 1001), B, one, "exponents go from 0 to 1000")
    yield val(t.Power(P, 2), P, one, "only square matrices have powers")
    yield val(t.Transpose(P), g("1 0; 0 1; 1 1"))
    yield val(t.Transpose(g("", width=2)), g(";", width=0), one, DIFFER)
    yield val(t.Transpose(P), P, one, DIFFER)
    yield val(t.Augmented(B, g("1/2; 1")), g("1 2 1/2; 3 4 1"))
    yield val(t.Augmented(B, g("1")), B, both, "the matrices have different heights")
    yield val(t.Augmented(B, B), g("1 2 3 4; 3 4 1 2"), both, DIFFER)
    yield val(t.Trace(B), n("5"))
    yield val(t.Trace(P), n("2"), one, "only square matrices have a trace")
    yield val(t.Trace(B), n("6"), one, DIFFER)
    yield val(t.Diagonal(B), column("1 4"))
    yield val(t.Diagonal(g("", width=0)), g("", width=1))
    yield val(t.Diagonal(g("1/2 1; 0 1/3")), column("1/2 1/3"))
    yield val(t.Diagonal(B), column("1 2"), one, DIFFER)
    yield val(t.Diagonal(P), column("1 1"), one, "only square matrices have a diagonal here")
    inverse = evidence(t.Inverse(B))[0]
    yield val(t.Inverse(B), g("-2 1; 3/2 -1/2"))
    yield val(t.Inverse(B), B, inverse, DIFFER)
    yield val(t.Inverse(g("1 2; 3 5")), g("1"), inverse, "the product is not the identity")
    one_sided = c.Inverted(m("1 0; 0 1; 0 0"), (C,))
    yield val(t.Inverse(g("1 0 0; 0 1 0")), P, one_sided, "only square matrices have an inverse")


def _determinants() -> Iterator[Line]:
    three = g("0 2 3; 2 4 6; 1 1 2")
    term, det = t.Determinant(three), evidence(t.Determinant(three))[0]
    yield val(term, n("-2"))
    yield val(t.Determinant(g("", width=0)), n("1"))
    yield val(term, n("2"), replace(det, value=m("2")), "the diagonals give another value")
    order = replace(det, order=(0, 1, 2))
    yield val(term, n("-2"), order, "the product is not upper triangular")
    yield val(term, n("-2"), replace(det, order=(0, 0, 2)), "the order is not one of all rows")
    zero = replace(det, lower=m("0 0 0; 0 0 0; 0 0 0"), value=m("5"))
    yield val(term, n("5"), zero, "a diagonal entry of the left factor may vanish")
    full = replace(det, lower=m("1 1 1; 0 1 1; 0 0 1"))
    yield val(term, n("-2"), full, "the left factor is not lower triangular")
    yield val(t.Determinant(P), n("1"), det, "only square matrices have a determinant")
    with_a = t.Determinant(g("a, 1; 1, a", A1))
    by_a = c.Triangles((0, 1), m("1, 0; -1, a", A1), m("a**2 - 1", A1), (C,))
    yield val(with_a, n("a**2 - 1", A1), by_a)
    at_one = t.Determinant(g("a, 1; 1, a", ONE))
    spoilt = c.Triangles((0, 1), m("1, 0; 0, a - 1", ONE), m("5", ONE), (C,))
    yield val(at_one, n("5", ONE), spoilt, "a diagonal entry of the left factor may vanish")
    term = t.Determinant(B)
    relation = evidence(t.Determinant(SINGULAR))[0]
    yield val(t.Determinant(SINGULAR), n("0"))
    yield val(term, n("0"), relation, "the combination is not zero")
    yield val(t.Determinant(WIDE), n("0"), relation, "only square matrices have a determinant")


def _echelons() -> Iterator[Line]:
    proof = evidence(t.ReducedEchelon(A))[0]
    reduced = g("1 0 1; 0 1 1; 0 0 0")
    values = ((t.ReducedEchelon, reduced), (t.Pivots, t.Columns((1, 2))), (t.Rank, t.Count(2)))
    for kind, value in values:
        term = kind(A)
        yield val(term, value)
        changed = replace(proof, rows=m("1 0 1; 0 1 2"))
        yield val(term, value, changed, "a row is not a combination of the stated basis")
        small = replace(proof, columns=(0,), rows=m("1 0 1"))
        yield val(term, value, small, "a row is not a combination of the stated basis")
        extra = replace(proof, columns=(0, 1, 2), rows=m("1 0 0; 0 1 0; 0 0 1"))
        yield val(term, value, extra, "a minor of size 3 is due")
        doubled = replace(proof, columns=(0, 0))
        yield val(term, value, doubled, "a column is named twice")
        other = replace(proof, minor=minor_of(g("1 5 0; 0 1 0").matrix))
        yield val(term, value, other, "the minor times its inverse is not I")
        yield val(term, value, replace(proof, columns=(1, 0)), "the identity block is missing")
        yield val(kind(A7), value, proof, "the matrices are over different rings")
    late = c.Basis((2, 1), m("1 0 1; 1 1 0"), proof.minor, (C,))
    swapped = replace(proof, columns=(1, 0), rows=m("0 1 1; 1 0 1"))
    yield val(t.Pivots(A), t.Columns((2, 1)), swapped, "the pivot columns are not in order")
    yield val(t.ReducedEchelon(A), reduced, swapped, "the pivot columns are not in order")
    backwards = replace(late, columns=(1, 2), rows=m("1 1 0; 1 0 1"))
    matrix = g("1 1 0; 1 0 1")
    backwards = replace(backwards, minor=minor_of(matrix.matrix))
    yield val(t.ReducedEchelon(matrix), matrix, backwards, "an entry left of a pivot is not zero")
    yield val(
        t.Pivots(matrix), t.Columns((2, 3)), backwards, "an entry left of a pivot is not zero"
    )
    over_four = g("0, w; 1, w + 1", F4)
    yield val(t.ReducedEchelon(over_four), g("1, 0; 0, 1", F4), _over_four())


def _over_four() -> c.Basis:
    inverse = m("w, 1; w + 1, 0", F4)
    return c.Basis((0, 1), m("1, 0; 0, 1", F4), minor((0, 1), (0, 1), inverse), (C,))


def _spaces() -> Iterator[Line]:
    two = comp(evidence(SPACE)[0])
    yield val(t.Dimension(SPACE), t.Count(2))
    yield val(t.Dimension(SPACE), t.Count(3), two, DIFFER)
    yield val(t.Dimension(B), t.Count(2), comp(C), "Space is due here")
    for kind, value, matrix in ((t.Span, SPACE, A), (t.Null, t.Span(g("-1 -1 1")), A)):
        proof = evidence(kind(matrix))[0]
        equal = s.Equal(kind(matrix), value)
        yield Line((kind, c.Basis), equal, prove(equal))
        right = evidence(value)[0]
        inside = "a row is not a combination of the stated basis"
        outside = inside if kind is t.Span else "a stated vector is not in the null space"
        size = proof.rows.height
        spoilt = m("1 0 1; 0 1 2") if kind is t.Span else m("-1 -2 1")
        for changes, reason in (
            ({"rows": spoilt}, outside),
            ({"columns": proof.columns[:-1]}, "one column for each basis vector is due"),
            (
                {"columns": (0, 7, 7)[:size]},
                "no such column" if size > 1 else "the identity block is missing",
            ),
            ({"minor": nothing()}, "a minor of size 2 is due"),
            ({"parts": ()}, "one certificate for each part is due"),
        ):
            yield Line((kind, c.Basis), equal, comp(replace(proof, **changes), right), reason)
    everything = t.Null(g("", F2, 3))
    all_of_it = c.Basis((0, 1, 2), m("1 0 0; 0 1 0; 0 0 1", F2), nothing(F2), (C,))
    yield val(t.Dimension(everything), t.Count(3), comp(all_of_it))
    none = replace(all_of_it, columns=(), rows=m("", F2, 3))
    yield Line((t.Null, c.Basis), s.Equal(t.Dimension(everything), t.Count(0)),
               comp(comp(none), C), "a minor of size 3 is due")  # fmt: skip
    u, w = t.Span(g("1 0 0; 0 1 0")), t.Span(g("0 1 0; 0 0 1"))
    for kind, value in ((t.SpaceSum, t.Null(g("0 0 0"))), (t.Meet, t.Span(g("0 2 0")))):
        proof = evidence(kind(u, w))[0]
        equal = s.Equal(kind(u, w), value)
        yield Line((kind, c.Basis), equal, prove(equal))
        right = evidence(value)[0]
        spoilt, wrong = (
            (m("1 0 0; 0 1 0"), "one column for each basis vector is due")
            if kind is t.SpaceSum
            else (m("1 1 0"), "a stated vector is not in both spaces")
        )
        none = {"rows": m("", width=3), "columns": ()}
        lost = "a row is not a combination of the stated basis"
        for changes, reason in (
            ({"rows": spoilt}, wrong),
            (none, lost if kind is t.SpaceSum else "a minor of size 4 is due"),
            ({"parts": proof.parts[:1]}, "one certificate for each part is due"),
        ):
            yield Line((kind, c.Basis), equal, comp(replace(proof, **changes), right), reason)


LITTLE = "the factors do not show so small a radius"
UNFIT = "rational matrices of fitting shapes are due"
# The singular values are the roots of 45 and of 5.
SINGULAR_VALUES = s.SingularValues(g("3 0; 4 5"), g("6708/1000; 2236/1000"), n("1/100"))
FACTORED = c.Factored(
    m("316/1000 949/1000; 949/1000 -316/1000"),
    m("707/1000 707/1000; 707/1000 -707/1000"),
    (C, C, C),
)


def _singular_values() -> Iterator[Line]:
    claim, proof = SINGULAR_VALUES, FACTORED
    yield yes(claim, proof)
    yield yes(s.SingularValues(g("0 2; 1 0"), g("2; 1"), n("0")), replace(
        proof, left=m("1 0; 0 1"), right=m("0 1; 1 0")))  # fmt: skip
    tall = s.SingularValues(g("1; 2; 2"), g("3"), n("0"))
    yield yes(tall, replace(proof, left=m("1/3; 2/3; 2/3"), right=m("1")))
    none = s.SingularValues(g("", width=2), g("", width=1), n("0"))
    yield yes(none, replace(proof, left=m("", width=0), right=m("", width=2).transpose))
    yield no(replace(claim, radius=n("1/1000")), proof, LITTLE)
    yield no(replace(claim, radius=n("-1")), proof, LITTLE)
    yield no(replace(claim, numbers=g("6; 5/2")), proof, LITTLE)
    yield no(replace(claim, numbers=g("5/2; 6708/1000")), proof, "the numbers are not in order")
    negative = replace(claim, numbers=g("6708/1000; -2236/1000"))
    turned = replace(proof, right=m("707/1000 -707/1000; 707/1000 707/1000"))
    yield no(negative, turned, "a singular value is not negative")
    # The product fits as well as before, but the columns are not orthonormal.
    long = replace(proof, left=m("632/1000 1898/1000; 1898/1000 -632/1000"))
    yield no(replace(claim, numbers=g("3354/1000; 1118/1000")), long, LITTLE)
    short = replace(proof, left=m("316/1000; 949/1000"), right=m("707/1000; 707/1000"))
    yield no(replace(claim, numbers=g("6708/1000")), short, UNFIT)
    yield no(claim, short, UNFIT)
    yield no(replace(claim, radius=g("1 1")), proof, UNFIT)
    yield no(replace(claim, matrix=g("3 0; 4 0", F5)), proof, UNFIT)
    yield no(replace(claim, numbers=g("4; 3", F5)), proof, UNFIT)
    yield no(replace(claim, radius=n("4", F5)), proof, UNFIT)
    other = replace(proof, left=m("1 0; 0 1; 0 0"))
    yield no(claim, other, "the shapes do not fit for a sum")
    yield no(replace(claim, numbers=t.Span(g("1 1"))), proof, "Computed is no evidence for Span")
    yield no(replace(claim, radius=t.Count(1)), proof, "Matrix is due here")
    yield no(claim, replace(proof, parts=(C, C)), "one certificate for each part is due")


def _eigenvalues() -> Iterator[Line]:
    # The eigenvalues are 3 and -1.
    claim = s.Eigenvalues(g("1 2; 2 1"), g("3; -1"), n("1/100"))
    columns = m("707/1000 707/1000; 707/1000 -707/1000")
    proof = c.Factored(columns, columns, (C, C, C))
    yield yes(claim, proof)
    yield no(replace(claim, radius=n("1/1000")), proof, LITTLE)
    yield no(replace(claim, numbers=g("-1; 3")), proof, "the numbers are not in order")
    pair = "the matrix and its factors are not symmetric"
    yield no(replace(claim, matrix=g("1 2; 201/100 1")), proof, pair)
    turned = replace(proof, right=m("707/1000 -707/1000; 707/1000 707/1000"))
    yield no(replace(claim, numbers=g("3; 1")), turned, pair)
    yield no(replace(claim, matrix=g("1 2 0; 2 1 0")), proof, pair)
