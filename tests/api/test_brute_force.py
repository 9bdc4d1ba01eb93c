"""Answers over F_2 and F_3 against enumeration of all vectors, which shares no code with us."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute, decide

PRIMES = (2, 3)
EXAMPLES = 25


def rows(p, n, most=4, least=0):
    return st.lists(st.tuples(*[st.integers(0, p - 1)] * n), min_size=least, max_size=most)


def spanned(vectors, p, n):
    """All linear combinations, by adding one vector after the other."""
    found = {(0,) * n}
    for vector in vectors:
        found = {
            tuple((x + c * y) % p for x, y in zip(u, vector, strict=True))
            for u in found
            for c in range(p)
        }
    return found


def solutions(A, b, p, n):
    return {
        x
        for x in product(range(p), repeat=n)
        if all(
            sum(a * y for a, y in zip(row, x, strict=True)) % p == c
            for row, c in zip(A, b, strict=True)
        )
    }


def text(vectors, n):
    shown = ", ".join(
        "(" + ", ".join(map(str, v)) + ("," if n == 1 else "") + ")" for v in vectors
    )
    return "{" + (shown or "(" + "0," * n + ")") + "}"


def matrix_text(A, n):
    return "[" + "; ".join(" ".join(map(str, row)) for row in A) + "]" if A else f"zeros(0, {n})"


def verdict(claim, p):
    """The verdict, after its theorem was rechecked and the contrary was asked."""
    result = decide(claim, over=f"GF({p})")
    assert result.theorem is not None, result.reason
    result.theorem.recheck()
    contrary = decide(f"not {claim}", over=f"GF({p})")
    assert {result.verdict, contrary.verdict} == {"proved", "refuted"}
    return result.verdict == "proved"


def answer(question, p):
    result = compute(question, over=f"GF({p})")
    assert result.theorem is not None, result.reason
    result.theorem.recheck()
    return result.answer


def numbers(vectors):
    return [tuple(map(int, v)) for v in vectors]


@st.composite
def two_lists(draw):
    p, n = draw(st.sampled_from(PRIMES)), draw(st.integers(1, 3))
    return p, n, draw(rows(p, n)), draw(rows(p, n))


@st.composite
def a_system(draw):
    p, n = draw(st.sampled_from(PRIMES)), draw(st.integers(1, 3))
    A = draw(rows(p, n, least=1))
    return p, n, A, [draw(st.integers(0, p - 1)) for _ in A]


@settings(max_examples=EXAMPLES)
@given(case=two_lists())
def test_claims_about_two_spans(case):
    p, n, S, T = case
    U, W = spanned(S, p, n), spanned(T, p, n)
    left, right = f"span{text(S, n)}", f"span{text(T, n)}"
    assert verdict(f"{left} == {right}", p) == (U == W)
    assert verdict(f"{left} <= {right}", p) == (U <= W)
    whole = p**n
    direct = len(U & W) == 1 and len(U) * len(W) == whole
    assert verdict(f"direct_sum({left}, {right}) == F^{n}", p) == direct


@settings(max_examples=EXAMPLES)
@given(case=two_lists())
def test_sums_and_intersections(case):
    p, n, S, T = case
    U, W = spanned(S, p, n), spanned(T, p, n)
    left, right = f"span{text(S, n)}", f"span{text(T, n)}"
    both = spanned([*S, *T], p, n)
    found = answer(f"{left} + {right}", p)
    assert spanned(numbers(found["basis"]), p, n) == both
    assert p ** found["dim"] == len(both)
    found = answer(f"{left} & {right}", p)
    assert spanned(numbers(found["basis"]), p, n) == U & W
    assert p ** found["dim"] == len(U & W)


@settings(max_examples=EXAMPLES)
@given(case=two_lists())
def test_complements(case):
    p, n, S, T = case
    U = spanned(S, p, n)
    found = numbers(answer(f"complement(span{text(S, n)})", p)["basis"])
    C = spanned(found, p, n)
    assert len(C) == p ** len(found)
    assert len(U & C) == 1
    assert len(U) * len(C) == p**n
    inside = compute(f"complement(span{text(S, n)}, span{text(T, n)})", over=f"GF({p})")
    assert (inside.answer is None) == (not spanned(T, p, n) >= U)
    assert inside.verdict == ("refuted" if inside.answer is None else "proved")


@settings(max_examples=EXAMPLES)
@given(case=two_lists(), data=st.data())
def test_membership(case, data):
    p, n, S, _ = case
    v = data.draw(st.tuples(*[st.integers(0, p - 1)] * n))
    vector = text([v], n)[1:-1]
    assert verdict(f"{vector} in span{text(S, n)}", p) == (v in spanned(S, p, n))


@settings(max_examples=EXAMPLES)
@given(case=two_lists())
def test_independence_and_bases(case):
    p, n, S, T = case
    independent = len(spanned(S, p, n)) == p ** len(S)
    if S:
        assert verdict(f"independent{text(S, n)}", p) == independent
        assert verdict(f"dependent{text(S, n)}", p) != independent
        same = spanned(S, p, n) == spanned(T, p, n)
        claim = f"basis{text(S, n)} of span{text(T, n)}"
        assert verdict(claim, p) == (independent and same)
        chosen = numbers(answer(f"basis({text(S, n)})", p)["basis"])
        assert set(chosen) <= set(S)
        assert p ** len(chosen) == len(spanned(chosen, p, n)) == len(spanned(S, p, n))


@settings(max_examples=EXAMPLES)
@given(case=a_system())
def test_solution_sets(case):
    p, n, A, b = case
    every = solutions(A, b, p, n)
    vector = "(" + "".join(f"{x}, " for x in b) + ")"
    found = answer(f"solve({matrix_text(A, n)}, {vector})", p)
    kind = "none" if not every else "unique" if len(every) == 1 else "infinite"
    assert found["kind"] == kind
    assert verdict(f"consistent({matrix_text(A, n)}, {vector})", p) == bool(every)
    if not every:
        y = list(map(int, found["witness"]))
        columns = [sum(c * row[j] for c, row in zip(y, A, strict=True)) % p for j in range(n)]
        assert not any(columns)
        assert sum(c * x for c, x in zip(y, b, strict=True)) % p == 1
        return
    (point,) = numbers([found["particular"]])
    lines = spanned(numbers(found["directions"]), p, n)
    assert every == {tuple((x + y) % p for x, y in zip(point, d, strict=True)) for d in lines}
    assert len(lines) == p ** len(found["directions"])


@settings(max_examples=EXAMPLES)
@given(one=a_system(), data=st.data())
def test_comparing_solution_sets(one, data):
    p, n, A, b = one
    B = data.draw(rows(p, n, least=1))
    d = [data.draw(st.integers(0, p - 1)) for _ in B]
    sets = solutions(A, b, p, n), solutions(B, d, p, n)
    shown = [
        f"solve({matrix_text(M, n)}, ({''.join(f'{x}, ' for x in r)}))"
        for M, r in ((A, b), (B, d))
    ]
    for relation, expected in (("==", sets[0] == sets[1]), ("<=", sets[0] <= sets[1])):
        result = decide(f"{shown[0]} {relation} {shown[1]}", over=f"GF({p})")
        nothing = not sets[0] and (relation == "<=" or not sets[1])
        assert result.verdict == ("undecided" if nothing else "proved" if expected else "refuted")


@settings(max_examples=EXAMPLES)
@given(case=a_system())
def test_null_spaces_and_ranks(case):
    p, n, A, _ = case
    kernel = solutions(A, [0] * len(A), p, n)
    found = answer(f"null({matrix_text(A, n)})", p)
    assert spanned(numbers(found["basis"]), p, n) == kernel
    assert p ** found["dim"] == len(kernel)
    assert p ** int(answer(f"rank({matrix_text(A, n)})", p)) == len(spanned(A, p, n))
    form = answer(f"rref({matrix_text(A, n)})", p)
    assert spanned(numbers(form["matrix"]), p, n) == spanned(A, p, n)
    for k, pivot in enumerate(form["pivots"]):
        column = [row[pivot - 1] for row in form["matrix"]]
        assert column == ["1" if i == k else "0" for i in range(len(A))]


@pytest.mark.parametrize("p", PRIMES)
def test_projections(p):
    for v, w in product(product(range(p), repeat=2), repeat=2):
        U, W = spanned([v], p, 2), spanned([w], p, 2)
        result = compute(f"projection(span{text([v], 2)}, span{text([w], 2)})", over=f"GF({p})")
        assert result.theorem is not None
        if len(U & W) > 1 or len(U) * len(W) != p * p:
            assert (result.verdict, result.answer) == ("refuted", None)
            continue
        P = [list(map(int, row)) for row in result.answer]
        image = {
            x: tuple(sum(a * y for a, y in zip(row, x, strict=True)) % p for row in P)
            for x in product(range(p), repeat=2)
        }
        assert all(image[u] == u for u in U)
        assert all(image[x] == (0, 0) for x in W)
