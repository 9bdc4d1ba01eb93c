"""Theorems that are accepted, and forgeries: values of terms, sizes of eigenvalues."""

# ruff: noqa: PLR0915 - a table is as long as its lines

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from tests.kernel.build import (
    F2,
    F4,
    F5,
    C,
    column,
    comp,
    g,
    m,
    minor,
    n,
    nothing,
)
from tests.kernel.prover import (
    evidence,
    minor_of,
    prove,
)
from tests.kernel.sample_lines import (
    A1,
    A7,
    ONE,
    SINGULAR,
    SPACE,
    WIDE,
    A,
    B,
    Line,
    P,
    no,
    yes,
)


def val(term: t.Term, value: t.Term, proof: c.Certificate | None = None, reason=None) -> Line:
    """Make a line for a row of VALUES: the term has the value."""
    proof = proof or evidence(term)[0]
    return Line((type(term), type(proof)), s.Equal(term, value), comp(proof, C), reason)


DIFFER = "the two values differ"


def plain() -> Iterator[Line]:
    extra = "one certificate for each part is due"
    for term, other in ((B, g("1 2; 3 5")), (n("3"), n("4")), (t.Count(3), t.Count(4)),
                        (t.Columns((1, 3)), t.Columns((3, 1)))):  # fmt: skip
        yield val(term, term)
        yield val(term, other, C, DIFFER)
        yield val(term, term, comp(C), extra)
    yield val(n("3"), g("3"))
    yield val(t.Number(m("1 2")), n("1"), C, "a number is a 1 x 1 matrix")


def arithmetic() -> Iterator[Line]:
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


def determinants() -> Iterator[Line]:
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


def echelons() -> Iterator[Line]:
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


def spaces() -> Iterator[Line]:
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


def singular_values() -> Iterator[Line]:
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


def eigenvalues() -> Iterator[Line]:
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
