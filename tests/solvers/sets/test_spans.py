"""Sets given by conditions that are spans: the basis, with a proof; sets that are none."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.errors import NoAnswer
from exactspaces.kernel import Extension, KernelError, PrimeField, Rationals, check
from exactspaces.kernel.formulas import ComplexNumbers, Constant, Every, Reals, Variable
from exactspaces.questions.laws import statement
from exactspaces.questions.obligations import Obligation, Shown
from exactspaces.questions.sets import SpannedBy, combined
from exactspaces.solvers.sets.spans import find_closure, find_span
from exactspaces.spaces.user import Entries, Single, UserSpace
from tests.kernel.formulas import ap, c, holds, minus, plus, times

R, CC, Q = Reals(), ComplexNumbers(), Rationals()
F2, F3, F5, F7, F11, F13 = map(PrimeField, (2, 3, 5, 7, 11, 13))
F4 = Extension(PrimeField(2), ("w",), ((((2,), 1), ((1,), 1), ((0,), 1)),), ())


def subset(field, size, *conditions):
    """The set of all vectors of F^n with these conditions, with the usual operations."""
    space = UserSpace(
        field, Single() if size == 1 else Entries(size), (field,) * size, Every(conditions), (), ()
    )
    u, v = space.vector("u"), space.vector("v")

    a = Variable("a")
    return UserSpace(
        field, space.form, space.domains, space.condition,
        tuple(plus(x, y) for x, y in zip(u, v, strict=True)), tuple(times(a, x) for x in u),
    )  # fmt: skip


def components(size):
    return subset(R, size).vector("u")


x, y, z = components(3)
X, Y = components(2)


def square(one):
    return ap("^", one, 2)


def cube(one):
    return ap("^", one, 3)


circle = holds("=", plus(square(X), square(Y)), 0)
cubes = holds("=", cube(X), cube(Y))
mixed = holds(
    "=", plus(square(x), square(y), square(z)), plus(times(x, y), times(y, z), times(z, x))
)
plane = holds("=", plus(times(c(2), x), ap("-", y), times(c(3), z)), 0)

SPANS = [
    (subset(R, 3, plane), 2),
    (subset(Q, 3, plane), 2),
    (subset(CC, 3, plane), 2),
    (subset(F5, 3, plane), 2),
    (subset(R, 3, plane, holds("=", plus(x, y, z), 0)), 1),
    (subset(R, 3), 3),
    (subset(R, 3, holds("=", x, 0), holds("=", y, 0), holds("=", z, 0)), 0),
    (subset(R, 2, circle), 0),
    (subset(Q, 2, circle), 0),
    (subset(F2, 2, circle), 1),
    (subset(F3, 2, circle), 0),
    (subset(F7, 2, circle), 0),
    (subset(F11, 2, circle), 0),
    (subset(R, 2, cubes), 1),
    (subset(Q, 2, cubes), 1),
    *((subset(field, 2, cubes), 1) for field in (F2, F3, F5, F11)),
    (subset(F2, 2, holds("=", square(X), Y)), 1),
    (subset(F2, 2, holds("=", square(X), X)), 2),
    (subset(F4, 2, holds("=", square(X), square(Y))), 1),
    (subset(R, 3, mixed), 1),
    (subset(F2, 3, mixed), 1),
    (subset(F3, 3, mixed), 2),
    (subset(R, 2, holds("=", square(minus(X, Y)), 0)), 1),
    (subset(CC, 2, holds("=", square(minus(X, Y)), 0)), 1),
    (subset(R, 2, holds("=", times(X, Y), 0), holds("=", X, Y)), 0),
    (subset(R, 2, holds("<=", square(plus(X, Y)), 0)), 1),
    (subset(R, 2, holds("=", plus(ap("^", X, 4), square(Y)), 0)), 0),
    (subset(R, 2, holds("=", X, times(c(2), Y)), holds("=", times(X, X), times(c(4), Y, Y))), 1),
    (subset(R, 2, holds("=", ap("abs", X), 0)), 1),
]
NONE = [
    subset(R, 2, holds("=", times(X, Y), 0)),
    subset(R, 2, holds("=", plus(X, Y), 1)),
    subset(R, 2, holds(">=", X, 0)),
    subset(R, 2, holds("=", square(X), square(Y))),
    subset(R, 2, holds("=", ap("abs", X), ap("abs", Y))),
    subset(CC, 2, circle),
    subset(CC, 2, cubes),
    subset(F5, 2, circle),
    subset(F13, 2, circle),
    subset(F7, 2, cubes),
    subset(R, 2, holds("=", plus(square(X), square(Y)), 1)),
    subset(R, 2, holds("=", plus(square(X), square(Y)), -1)),
]


@pytest.mark.parametrize(("space", "dimension"), SPANS)
def test_a_span_is_found_with_its_proof(space, dimension):
    question = SpannedBy(space)
    finding = find_span(question)
    assert finding.answer.height == dimension
    check(question.claim(finding.answer), finding.certificate)


@pytest.mark.parametrize("name", ["closed_add", "closed_scale"])
@pytest.mark.parametrize(("space", "dimension"), SPANS)
def test_a_span_is_closed(space, dimension, name):
    finding = find_closure(Obligation(space, name))
    assert finding.answer == Shown()
    check(statement(space, name).proved(), finding.certificate)
    assert dimension >= 0


@pytest.mark.parametrize("space", NONE)
def test_other_sets_are_no_spans(space):
    with pytest.raises(NoAnswer):
        find_span(SpannedBy(space))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([2, 3, 5]), st.data())
def test_against_enumeration(p, data):
    """Random conditions of degree 2 over F_p: a span is found exactly when the set is one."""
    coefficients = data.draw(st.lists(st.integers(0, p - 1), min_size=5, max_size=5))
    monomials = [times(X, X), times(X, Y), times(Y, Y), X, Y]
    left = plus(*(times(c(k), m) for k, m in zip(coefficients, monomials, strict=True)))
    space = subset(PrimeField(p), 2, holds("=", left, 0))
    members = {
        (a, b)
        for a, b in product(range(p), repeat=2)
        if sum(k * m for k, m in zip(coefficients, (a * a, a * b, b * b, a, b), strict=True)) % p
        == 0
    }
    closed = all(
        ((a + e) % p, (b + f) % p) in members for (a, b), (e, f) in product(members, repeat=2)
    ) and all((k * a % p, k * b % p) in members for k in range(p) for a, b in members)
    try:
        finding = find_span(SpannedBy(space))
    except NoAnswer:
        assert not closed
    else:
        assert closed
        assert p**finding.answer.height == len(members)


def test_a_wrong_basis_is_refused():
    space = subset(R, 3, plane)
    question = SpannedBy(space)
    finding = find_span(question)
    short = finding.answer.select((0,))

    with pytest.raises(KernelError):
        check(question.claim(short), finding.certificate)
    assert combined(short, (Constant(1),))[0] == Constant(1)
