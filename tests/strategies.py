"""What Hypothesis and the conformance suites draw: rings, matrices, spaces, questions."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from exactspaces.fields import QQ, generator, matrix_from, number, read_field
from exactspaces.kernel import Augmented, Given, Meet, Null, Product, SpaceSum, Span, Transpose
from exactspaces.kernel import claims as c
from exactspaces.questions import (
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    Complement,
    CoordinatesIn,
    Decision,
    InverseOf,
    ProjectionOnto,
    SolutionSet,
    TriangularFactors,
    ValueOf,
    invertibility,
)
from exactspaces.questions import notions as q

RINGS = {
    name: read_field(name)
    for name in ("QQ", "GF(2)", "GF(3)", "GF(7)", "GF(4)", "GF(9)", "QQ(sqrt(2))", "QQ(i)")
}
PARAMETRIC = {
    name: read_field(name)
    for name in ("QQ(t)", "QQ(a, b)", "GF(3)(t)", "GF(4)(t)", "QQ(sqrt(2), t)")
}


def numbers(ring):
    """Small numbers of the ring, zero often enough."""
    whole = st.integers(-3, 3).map(lambda n: number(ring, n))
    if ring == QQ:
        return st.one_of(whole, st.fractions(-3, 3, max_denominator=4).map(as_number))
    names = getattr(ring, "names", ())
    if not names:
        return whole
    return st.builds(
        lambda a, b, name: a + b * generator(ring, name), whole, whole, st.sampled_from(names)
    )


def as_number(value: Fraction):
    return number(QQ, value)


@st.composite
def matrices(draw, ring, height=None, width=None):
    """A matrix of up to 4 x 4 entries, or of the stated shape; rows repeat and vanish often."""
    height = draw(st.integers(0, 4)) if height is None else height
    width = draw(st.integers(0, 4)) if width is None else width
    one = numbers(ring)
    rows = []
    for _ in range(height):
        kind = draw(st.integers(0, 5))
        if kind == 0:
            rows.append([number(ring, 0)] * width)
        elif kind == 1 and rows:
            a, b = draw(one), draw(st.integers(0, len(rows) - 1))
            rows.append([a * x + y for x, y in zip(rows[b], rows[-1], strict=True)])
        else:
            rows.append([draw(one) for _ in range(width)])
    return matrix_from(ring, rows, width)


def givens(ring, height=None, width=None):
    """A literal matrix as a term."""
    return matrices(ring, height, width).map(Given)


@st.composite
def spaces(draw, ring, n):
    """A term for a subspace of F^n: spans, null spaces, sums and intersections of them."""
    kind = draw(st.integers(0, 4))
    if kind == 0:
        return Null(draw(givens(ring, None, n)))
    if kind == 1:
        return Span(Transpose(draw(givens(ring, n, None))))
    left = Span(draw(givens(ring, None, n)))
    if kind == 2:
        return left
    make = SpaceSum if kind == 3 else Meet
    return make(left, Null(draw(givens(ring, None, n))))


def pairs(positive, negative, *parts):
    """A question whether the claim holds, with its contrary."""
    return st.builds(lambda *p: Decision(positive(*p), negative(*p)), *parts)


def notions(positive, negative, *parts):
    """A question whether what is said with several claims holds."""
    return st.builds(lambda *p: Decision(positive(*p).claim, negative(*p).claim), *parts)


@st.composite
def questions(draw, ring):
    """Any question that has an answer."""
    n, k, m = draw(st.integers(0, 4)), draw(st.integers(0, 4)), draw(st.integers(0, 4))
    vector = givens(ring, n, 1)
    rows, square, space = givens(ring, k, n), givens(ring, n, n), spaces(ring, n)
    kinds = [
        st.builds(ValueOf, values(ring)),
        st.builds(InverseOf, givens(ring, n, k)),
        st.builds(InverseOf, square),
        st.builds(BasisFor, space),
        st.builds(BasisAmong, rows),
        st.builds(BasisExtension, rows, space),
        st.builds(SolutionSet, rows, givens(ring, k, 1)),
        st.builds(CoordinatesIn, vector, rows),
        st.builds(BasisChange, rows, givens(ring, m, n)),
        st.builds(BasisChange, rows, rows),
        st.builds(Complement, space, space),
        st.builds(Complement, space, st.just(everything(ring, n))),
        st.builds(ProjectionOnto, space, space),
        st.builds(TriangularFactors, rows),
        st.builds(invertibility, st.one_of(square, rows)),
        decisions(ring, n, k),
    ]
    return draw(draw(st.sampled_from(kinds)))


def everything(ring, n):
    """All of F^n."""
    one, zero = number(ring, 1), number(ring, 0)
    rows = [[one if i == j else zero for j in range(n)] for i in range(n)]
    return Span(Given(matrix_from(ring, rows, n)))


@st.composite
def values(draw, ring):
    """A term of any sort that has a value."""
    n, k, m = draw(st.integers(0, 4)), draw(st.integers(0, 4)), draw(st.integers(0, 3))
    one, square = draw(givens(ring, k, n)), draw(givens(ring, n, n))
    product = Product(one, draw(givens(ring, n, m)))
    wide = Augmented(one, draw(givens(ring, k, m)))
    matrix = draw(st.sampled_from([one, square, product, wide]))
    from exactspaces.kernel import terms as t  # noqa: PLC0415 - only these names are meant

    kinds = [
        t.ReducedEchelon(matrix),
        t.Rank(matrix),
        t.Dimension(t.Null(matrix)),
        t.Pivots(matrix),
        t.Determinant(square),
        t.Trace(square),
        t.Power(square, draw(st.integers(0, 3))),
        t.Dimension(draw(spaces(ring, n))),
        t.Transpose(matrix),
        draw(spaces(ring, n)),
    ]
    return draw(st.sampled_from(kinds))


def decisions(ring, n, k):
    """A claim of any form beside its contrary."""
    rows, vector, space = givens(ring, k, n), givens(ring, n, 1), spaces(ring, n)
    system = givens(ring, k, n), givens(ring, k, 1)
    summands = st.lists(space, min_size=1, max_size=3).map(tuple)
    whole = st.one_of(space, st.just(everything(ring, n)))
    return st.one_of(
        pairs(c.Equal, c.Unequal, rows, rows),
        pairs(c.Equal, c.Unequal, space, space),
        pairs(c.Member, c.NotMember, vector, space),
        pairs(c.Included, c.NotIncluded, space, space),
        pairs(c.Independent, c.Dependent, rows),
        notions(q.BasisOf, q.NotBasisOf, rows, space),
        notions(q.Consistent, q.NoSolution, *system),
        notions(q.DirectSum, q.NotDirectSum, summands, whole),
    )
