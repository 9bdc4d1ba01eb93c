"""Random operations on small finite fields, against an enumeration written here."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.kernel import PrimeField
from exactspaces.kernel.formulas import Apply, Constant, Every, Labels, Lookup, Variable
from exactspaces.questions import laws
from exactspaces.questions.obligations import Obligation, Shown
from exactspaces.settle import settle
from exactspaces.spaces.user import Named, Single, UserSpace

u, v, a = map(Variable, "uva")


def verdicts(space):
    out, zero = {}, None
    for name in laws.OBLIGATIONS:
        outcome = settle(Obligation(space, name, zero if name == "neg_exists" else None))
        out[name] = outcome.verdict
        if name == "zero_exists" and isinstance(outcome.answer, Shown):
            zero = outcome.answer.witness
    return out


def brute(scalars, vectors, add, scale, plus, times, one):  # noqa: PLR0917
    zeros = [z for z in vectors if all(add(x, z) == x for x in vectors)]
    pairs = list(product(vectors, repeat=2))
    found = {
        "closed_add": all(add(x, y) in vectors for x, y in pairs),
        "closed_scale": all(scale(c, x) in vectors for c in scalars for x in vectors),
        "add_comm": all(add(x, y) == add(y, x) for x, y in pairs),
        "add_assoc": all(
            add(add(x, y), z) == add(x, add(y, z)) for x, y in pairs for z in vectors
        ),
        "zero_exists": bool(zeros),
        "one_scale": all(scale(one, x) == x for x in vectors),
        "scale_assoc": all(
            scale(c, scale(d, x)) == scale(times(c, d), x)
            for c, d in product(scalars, repeat=2)
            for x in vectors
        ),
        "scale_add_vectors": all(
            scale(c, add(x, y)) == add(scale(c, x), scale(c, y)) for c in scalars for x, y in pairs
        ),
        "scale_add_scalars": all(
            scale(plus(c, d), x) == add(scale(c, x), scale(d, x))
            for c, d in product(scalars, repeat=2)
            for x in vectors
        ),
    }
    return found, zeros


def compared(space, found, zeros, vectors, add):
    got = verdicts(space)
    for name, true in found.items():
        assert got[name] == ("proved" if true else "refuted"), name
    possible = {all(any(add(x, w) == z for w in vectors) for x in vectors) for z in zeros}
    expected = {"proved" if x else "refuted" for x in possible} or {"refuted"}
    assert got["neg_exists"] in expected


def polynomial(coefficients, x, y):
    total = Constant(coefficients[0])
    for c, term in zip(
        coefficients[1:],
        (x, y, Apply("*", (x, y)), Apply("*", (x, x))),
        strict=True,
    ):
        total = Apply("+", (total, Apply("*", (Constant(c), term))))
    return total


@pytest.mark.parametrize("p", [2, 3, 5])
@settings(deadline=None, max_examples=25)
@given(data=st.data())
def test_polynomials_over_prime_fields(p, data):
    numbers = st.lists(st.integers(0, p - 1), min_size=5, max_size=5)
    f, g = data.draw(numbers), data.draw(numbers)
    if data.draw(st.booleans()):
        f = [f[0], 1, 1, 0, 0]

    def work(c, x, y):
        return (c[0] + c[1] * x + c[2] * y + c[3] * x * y + c[4] * x * x) % p

    field = PrimeField(p)
    space = UserSpace(
        field, Single(), (field,), Every(()), (polynomial(f, u, v),), (polynomial(g, a, u),)
    )
    elements = list(range(p))

    def add(x, y):
        return work(f, x, y)

    found, zeros = brute(
        elements, elements, add, lambda c, x: work(g, c, x),
        lambda x, y: (x + y) % p, lambda x, y: x * y % p, 1,
    )  # fmt: skip
    compared(space, found, zeros, elements, add)


@pytest.mark.parametrize(("p", "n"), [(2, 2), (3, 3), (2, 4)])
@settings(deadline=None, max_examples=20)
@given(data=st.data())
def test_tables_with_an_entry_changed(p, n, data):
    plus = [[x ^ y if p == 2 else (x + y) % n for y in range(n)] for x in range(n)]
    times = [[c * x % n if p == 3 else c * x for x in range(n)] for c in range(p)]
    if data.draw(st.booleans()):
        at = data.draw(st.tuples(*[st.integers(0, n - 1)] * 3))
        plus[at[0]][at[1]] = at[2]
    if data.draw(st.booleans()):
        c = data.draw(st.integers(0, p - 1))
        at = data.draw(st.tuples(*[st.integers(0, n - 1)] * 2))
        times[c][at[0]] = at[1]
    field = PrimeField(p)
    space = UserSpace(
        field,
        Named(tuple(map(str, range(n)))),
        (Labels(n),),
        Every(()),
        (Lookup(tuple(map(tuple, plus)), u, v),),
        (Lookup(tuple(map(tuple, times)), a, u),),
    )
    vectors = list(range(n))

    def add(x, y):
        return plus[x][y]

    found, zeros = brute(
        range(p), vectors, add, lambda c, x: times[c][x],
        lambda x, y: (x + y) % p, lambda x, y: x * y % p, 1,
    )  # fmt: skip
    compared(space, found, zeros, vectors, add)
