"""Matrices, subspaces and affine sets as Python objects."""

from __future__ import annotations

from fractions import Fraction

import pytest

from exactspaces import matrix, span, vector
from exactspaces.errors import ExactSpacesError, NoAnswer, NotUnderstood, WrongShape

A = matrix([[1, 2], [3, 4]])


def test_matrices_compute():
    assert A.shape == (2, 2)
    assert A.field == "QQ"
    assert (A + A, A - A, -A) == (2 * A, 0 * A, (-1) * A)
    assert (A * Fraction(1, 2))[1, 0] == Fraction(3, 2)
    assert A @ A == A * A == A**2
    assert A.inverse() == A**-1
    assert A @ A**-1 == A**0 == matrix("identity(2)")
    assert A.T.T == A
    assert (A | vector((5, 6))).shape == (2, 3)
    assert (A.det(), A.trace(), A.rank()) == (-2, 5, 2)
    assert A.rref().rows() == [[1, 0], [0, 1]]
    assert A.rref().as_dict() == {
        "matrix": [["1", "0"], ["0", "1"]],
        "pivots": [1, 2],
        "rank": 2,
    }
    assert repr(A) == "matrix('[1 2; 3 4]')"
    assert eval(repr(A)) == A  # noqa: S307 - our own text


def test_matrices_over_other_fields():
    B = matrix("[1 w; w w^2]", over="GF(4)")
    assert (B.rank(), B.field) == (1, "GF(4)")
    assert eval(repr(B)) == B  # noqa: S307 - our own text
    assert B.det() == 0 * B.det()
    assert A != B


def test_equal_values_are_one_element_of_a_set():
    assert len({A, matrix("[1 2; 3 4]"), matrix([["1", 2], [3, "4"]])}) == 1
    U, W = span([(1, 2), (2, 4)]), span([(3, 6)])
    assert len({U, W, span([(1, 3)])}) == 2
    S, T = matrix([[1, 1]]).solve([2]), matrix([[2, 2]]).solve([4])
    assert len({S, T}) == 1


def test_the_four_subspaces():
    M = matrix([[1, 2, 3], [2, 4, 6], [1, 1, 2]])
    assert [s.dim for s in (M.col(), M.row(), M.null(), M.left_null())] == [2, 2, 1, 1]
    assert (-1, -1, 1) in M.null()
    assert (-2, 1, 0) in M.left_null()
    assert M.null() == span([(1, 1, -1)])
    assert M.null().theorem.recheck()


def test_systems():
    S = matrix([[1, 2], [2, 4]]).solve([1, 2])
    assert (S.dim, S.is_unique, S.point()) == (1, False, (1, 0))
    assert (-1, 1) in S
    assert (0, 0) not in S
    assert S.as_dict()["kind"] == "infinite"
    assert str(S) == "(1, 0) + span{(-2, 1)}"
    one = A.solve((5, 6))
    assert (one.is_unique, str(one)) == (True, "(-4, 9/2)")
    assert matrix([[1, 2], [2, 4]]).solve([1, 3]) is None
    assert matrix([[1, 2], [3, 6]]).solve([1, 3]) <= matrix([[2, 4]]).solve([2])
    assert matrix([[1, 0]]).solve([1]) != matrix([[1, 0]]).solve([2])


def test_subspaces():
    U, W = span([(1, 0, 1), (0, 1, 1)]), span([(1, 1, 2), (0, 0, 1)])
    assert (U + W).dim == 3
    assert span([(1, 1, 2)]) == U & W
    assert U & W <= U <= U + W
    assert U + W >= W
    assert not U <= W
    assert U.basis() == [(1, 0, 1), (0, 1, 1)]
    assert U.coordinates((2, 3, 5)) == (2, 3)
    assert U.coordinates((0, 0, 1)) is None
    C = U.complement()
    assert U.is_direct_sum_with(C)
    assert not U.is_direct_sum_with(W)
    P = matrix(U.projection_along(C))
    assert P @ P == P
    assert P.col() == U
    assert P.null() == C
    assert U.as_dict() == {
        "ambient": "QQ^3",
        "dim": 2,
        "basis": [["1", "0", "1"], ["0", "1", "1"]],
    }
    assert repr(U) == "<Subspace of QQ^3: span{(1, 0, 1), (0, 1, 1)}>"
    line = U & W
    assert line.complement(within=U).dim == 1


def test_quotients():
    V, W = span([(1, 0, 0), (0, 1, 0)]), span([(1, 1, 0)])
    Q = V / W
    assert (Q.dim, len(Q.basis())) == (1, 1)
    assert Q.are_equal((1, 0, 0), (0, -1, 0))
    assert not Q.are_equal((1, 0, 0), (0, 1, 0))
    assert Q.coordinates((1, 1, 0)) == (0,)
    assert Q.coordinates((0, 0, 1)) is None


def test_polynomials_and_matrices_as_vectors():
    P = span(["1 + x", "1 - x"])
    assert "x" in P
    assert P.basis() == ["1", "x"]
    M = span([[[1, 0], [0, 1]], [[0, 1], [1, 0]]])
    assert [[2, 3], [3, 2]] in M
    assert [[1, 2], [3, 4]] not in M


@pytest.mark.parametrize(
    "action",
    [
        lambda: A + matrix([[1]]),
        lambda: A + 1,
        lambda: A @ matrix([[1, 2]]),
        lambda: matrix([[1, 2]]).det(),
        lambda: matrix([[1, 2]]).trace(),
        lambda: matrix([[1, 2]]) ** 2,
        lambda: A**0.5,
        lambda: A**10**9,
        lambda: A * "a",
        lambda: A + matrix([[1, 2], [3, 4]], over="GF(7)"),
        lambda: A.solve([1, 2, 3]),
        lambda: matrix([[1, 2], [2, 4]]).inverse(),
        lambda: matrix([[1, 2], [2, 4]]) ** -2,
        lambda: matrix([]),
        lambda: matrix("rank([1 2])"),
        lambda: matrix("abc"),
        lambda: matrix([[1, 2], [3]]),
        lambda: vector([[1, 2], [3, 4]]),
        lambda: span([]),
        lambda: span(5),
        lambda: span([(1, 2), (1, 2, 3)]),
        lambda: span([5]),
        lambda: (1, 2, 3) in span([(1, 2)]),
        lambda: None in span([(1, 2)]),
        lambda: span([(1, 2)]) + span([(1, 2, 3)]),
        lambda: span([(1, 2)]) & span([(1, 2)], over="GF(7)"),
        lambda: span([(1, 2)]) <= 5,
        lambda: span([(1, 0)]).complement(within=span([(0, 1)])),
        lambda: span([(1, 0)]).projection_along(span([(1, 0)])),
        lambda: span([(1, 2)]) / span([(1, 0)]),
        lambda: matrix([["a", 1], [1, "a"]], over="QQ(a)").rref(),
    ],
)
def test_what_does_not_fit_is_refused_in_words(action):
    with pytest.raises(ExactSpacesError) as refusal:
        action()
    assert str(refusal.value)


def test_the_kind_of_refusal():
    with pytest.raises(NoAnswer, match="singular"):
        matrix([[1, 2], [2, 4]]).inverse()
    with pytest.raises(WrongShape, match="a 2 x 2 matrix and a 1 x 1 matrix cannot be added"):
        A + matrix([[1]])
    with pytest.raises(NotUnderstood, match="a matrix over GF"):
        A + matrix([[1, 2], [3, 4]], over="GF(7)")
    with pytest.raises(IndexError):
        A[2, 0]
