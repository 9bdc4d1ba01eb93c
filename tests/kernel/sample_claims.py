"""Theorems that are accepted, and forgeries: members, bases, systems, coordinates, sums."""

# ruff: noqa: PLR0915 - a table is as long as its lines

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from exactspaces.questions import (
    BasisOf,
    ChangeOfBasis,
    Consistent,
    DirectSum,
    HasCoordinates,
    NoSolution,
    NotBasisOf,
    NotDirectSum,
)
from tests.kernel.build import (
    F5,
    F7,
    SQRT2,
    C,
    column,
    comp,
    g,
    m,
    minor,
    nothing,
    parameters,
)
from tests.kernel.prover import (
    member_by_combination,
    minor_of,
    not_member_by_functional,
    prove,
)
from tests.kernel.sample_lines import (
    A1,
    DIAGONAL,
    E1,
    E2,
    LINE,
    PLANE,
    SINGULAR,
    SPACE,
    UNEQUAL,
    WIDE,
    A,
    B,
    Line,
    no,
    yes,
)


def equalities() -> Iterator[Line]:
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


def members() -> Iterator[Line]:
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


def inclusions() -> Iterator[Line]:
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


def independence() -> Iterator[Line]:
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


def bases() -> Iterator[Line]:
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


def inverses() -> Iterator[Line]:
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


def systems() -> Iterator[Line]:
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


def coordinates() -> Iterator[Line]:
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


def sums() -> Iterator[Line]:
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
