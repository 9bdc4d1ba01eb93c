"""Isomorphism theorems on instances: against the ranks that SymPy finds."""

from __future__ import annotations

import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.api.asked import answer, proved, their

small = st.integers(-2, 2)


def matrices(height, width):
    return st.lists(st.lists(small, min_size=width, max_size=width), min_size=height,
                    max_size=height)  # fmt: skip


def columns(vectors):
    return their(vectors).T if vectors else None


def rank(*parts):
    parts = [p for p in parts if p is not None]
    return sympy.Matrix.hstack(*parts).rank() if parts else 0


@settings(max_examples=15)
@given(A=matrices(3, 3))
def test_the_first_isomorphism(A):
    found, theirs = answer("first_isomorphism(A)", A=A), their(A)
    r = theirs.rank()
    assert len(found["cosets"]) == len(found["image"]) == r
    if r:
        cosets, image = columns(found["cosets"]), columns(found["image"])
        assert theirs * cosets == image * their(found["M"])
        assert their(found["M"]) * their(found["N"]) == sympy.eye(r)
        kernel = columns(found["kernel"])
        assert rank(kernel, cosets) == 3


@settings(max_examples=15)
@given(U=matrices(2, 4), W=matrices(2, 4))
def test_the_second_isomorphism(U, W):
    found = answer("second_isomorphism(row(U), row(W))", U=U, W=W)
    u, w = their(U).T, their(W).T
    meet = rank(u) + rank(w) - rank(u, w)
    assert len(found["meet"]) == meet
    assert len(found["cosets"]) == rank(u) - meet
    assert rank(w, columns(found["cosets"])) == rank(u, w)


@settings(max_examples=20)
@given(V=matrices(3, 4), chosen=st.lists(st.integers(0, 2), max_size=2), U=matrices(2, 4))
def test_the_third_isomorphism(V, chosen, U):
    """W is spanned by some vectors of V, or by other ones; U by one of them."""
    for w in ([V[k] for k in chosen] or [[0] * 4], U):
        names = {"V": V, "W": w, "U": w[:1]}
        result = proved("third_isomorphism(row(V), row(W), row(U))", **names)
        whole, middle, lower = (columns(m) for m in (V, w, w[:1]))
        inside = rank(whole, middle) == rank(whole)
        assert (result.verdict == "proved") == inside
        if inside:
            found = result.answer
            assert len(found["cosets"]) == rank(whole) - rank(middle)
            assert len(found["inside"]) == rank(middle) - rank(lower)
            cosets, more = columns(found["cosets"]), columns(found["inside"])
            assert rank(middle, cosets) == rank(whole) == rank(whole, cosets)
            assert rank(lower, more) == rank(middle) == rank(middle, more)


def test_the_third_isomorphism_needs_spaces_in_one_another():
    text = "third_isomorphism(span{(1, 0), (0, 1)}, span{(1, 1)}, span{(1, 0)})"
    result = proved(text)
    assert (result.verdict, result.reason) == ("refuted", "v = (1, 0) is in U, and not in W")
    result = proved("third_isomorphism(span{(1, 1)}, span{(1, 0)}, span{(2, 0)})")
    assert (result.verdict, result.reason) == ("refuted", "v = (1, 0) is in W, and not in V")
    found = answer("third_isomorphism(P_2, span{1, x}, span{1 + x})")
    assert (found["inside"], found["cosets"]) == (["1"], ["x^2"])
