"""Inputs on which other systems have slipped, with the right answers (reference list E)."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from exactspaces import compute, decide, matrix, span
from exactspaces.errors import ExactSpacesError, NotAField


def right(text, over="QQ", **names):
    """The answer, after the theorem was checked once more."""
    result = compute(text, over=over, **names)
    assert result.theorem is not None, result.reason
    assert result.theorem.recheck() == result.theorem
    json.dumps(result.as_dict())
    return result.answer


def holds(claim, over="QQ", **names):
    return right(claim, over, **names)


def basis(text, over="QQ", **names):
    return right(text, over, **names)["basis"]


def cases(text, over, **names):
    return {case["when"]: case["answer"] for case in right(text, over, **names)["cases"]}


# -------------------------------------------------------------------------- E1 to E12

E1 = "[1000001000 (-1/501000500) 3; 1 -1 1]"
LAST = ["1503001499/501001001000499999", "-501000999497498500/501001001000499999"]


def test_e1_a_large_and_a_small_entry():
    found = right(f"rref({E1})")
    assert [row[2] for row in found["matrix"]] == LAST
    assert found["pivots"] == [1, 2]


def test_e2_the_solution_has_residual_zero():
    found = right("solve([1000001000 (-1/501000500); 1 -1], (3, 1))")
    assert found["kind"] == "unique"
    assert found["particular"] == LAST
    x, y = map(Fraction, found["particular"])
    assert (1000001000 * x - y / 501000500, x - y) == (3, 1)


def test_e3_row_spaces_are_equal():
    assert holds("row(A) == row(rref(A))", A=E1)
    assert matrix(E1).row() == matrix(E1).rref().matrix.row()


def test_e9_an_entry_that_is_zero_in_disguise():
    found = right("rref([(sqrt(5+2*sqrt(6))-sqrt(2)-sqrt(3)) 1; 0 1])", "RR")
    assert found["matrix"] == [["0", "1"], ["0", "0"]]
    assert found["pivots"] == [2]


def test_e11_a_multiple_in_disguise():
    assert right("rank([-5+5*s, -5; -5*s/2+5, -5*s/2])", "RR", s="sqrt(2)") == "1"
    assert right("det([-5+5*s, -5; -5*s/2+5, -5*s/2])", "RR", s="sqrt(2)") == "0"


def test_e12_complex_entries():
    assert right("rank([3+3*t*i, -9; 4, -3+3*t*i])", "CC", t="sqrt(3)") == "1"


# ------------------------------------------------------------------------- E16 to E19


def test_e16_the_rank_depends_on_k():
    assert cases("rank([2 -1 7; 1 2 2; 0 5 -3; 5 0 (5+k)])", "QQ(k)") == {
        "k != 11": "3",
        "k = 11": "2",
    }


def test_e17_three_cases():
    found = cases("rref([[a,1],[1,a]])", "QQ(a)")
    assert {when: form["matrix"] for when, form in found.items()} == {
        "a != 1, a != -1": [["1", "0"], ["0", "1"]],
        "a = 1": [["1", "1"], ["0", "0"]],
        "a = -1": [["1", "-1"], ["0", "0"]],
    }
    kernels = cases("null([[a,1],[1,a]])", "QQ(a)")
    assert {when: space["dim"] for when, space in kernels.items()} == {
        "a != 1, a != -1": 0,
        "a = 1": 1,
        "a = -1": 1,
    }


def test_e18_the_columns_span_a_line_unless_all_vanish():
    found = cases("col([[a,b],[2a,2b]])", "QQ(a,b)")
    assert [space["basis"] for space in found.values()] == [[["a", "2*a"]], [["b", "2*b"]], []]
    assert next(iter(found)) == "a != 0"


@pytest.mark.parametrize(("over", "generic"), [("QQ(X)", "3"), ("GF(2)(X)", "2")])
def test_e19_the_rank_over_rational_functions(over, generic):
    found = cases("rank([X X 0; X 0 X; 0 X X])", over)
    assert found == {"X != 0": generic, "X = 0": "0"}


def test_e19_the_determinant():
    assert right("det([X X 0; X 0 X; 0 X X])", "QQ(X)") == {
        "cases": [{"when": "always", "answer": "-2*X^3"}]
    }


# ------------------------------------------------------------------------- E21 to E28


def test_e21_rows_that_are_multiples_modulo_7():
    assert right("rref([3 1; 5 4])", "GF(7)") == {
        "matrix": [["1", "5"], ["0", "0"]],
        "pivots": [1],
        "rank": 1,
    }


def test_e22_the_rank_depends_on_the_field():
    text = "[1 1 0; 0 1 1; 1 0 1]"
    assert right("rank(A)", "GF(2)", A=text) == "2"
    assert right("rank(A)", "QQ", A=text) == "3"
    assert basis("null(A)", "GF(2)", A=text) == [["1", "1", "1"]]


def test_e23_gf4_is_a_field():
    assert right("rref([1 w; w w^2])", "GF(4)")["matrix"] == [["1", "w"], ["0", "0"]]
    assert holds("w^2 == w + 1", "GF(4)")
    assert holds("w + w == 0", "GF(4)")


@pytest.mark.parametrize(
    ("over", "factors"),
    [
        ("GF(6)", ["2 * 3"]),
        ("Z/4", ["2 * 2 = 0"]),
        ("Z/6", ["2 * 3 = 0"]),
        ("GF(12)", ["2 * 6"]),
        ("QQ[x]/(x^2-1)", ["x - 1", "x + 1"]),
        ("QQ(a: a^4+4)", ["a^2 - 2*a + 2", "a^2 + 2*a + 2"]),
    ],
)
def test_e24_e25_rings_that_are_no_fields_are_refused_with_the_factor(over, factors):
    with pytest.raises(NotAField) as refusal:
        compute("[2]", over=over)
    assert all(factor in str(refusal.value) for factor in factors)


def test_e26_leading_ones_over_gf3():
    found = right("rref([1 0 1 0; 1 0 0 0; 1 0 0 0; 0 1 0 0])", "GF(3)")
    assert found["pivots"] == [1, 2, 3]
    assert found["matrix"][3] == ["0"] * 4


def test_e27_a_complement_over_gf2_is_one():
    W = span([(1, 1)], over="GF(2)")
    C = W.complement()
    assert C.dim == 1
    assert (W & C).dim == 0
    assert (W + C).dim == 2
    (vector,) = basis("complement(span{(1,1)})", "GF(2)")
    assert vector in (["1", "0"], ["0", "1"])
    assert holds("direct_sum(span{(1,1)}, span{v}) == F^2", "GF(2)", v=tuple(map(int, vector)))


# ------------------------------------------------------------------------- E38 to E50


def test_e38_left_and_right_kernels():
    text = "[0 -2 -2; -1 1 -2; 1 -1 2]"
    assert holds("null(A) == span{(-3,-1,1)}", A=text)
    assert holds("leftnull(A) == span{(0,1,1)}", A=text)


def test_e42_lu_has_one_nonzero_row():
    found = right("lu([1 2 3; 2 4 6; 3 6 9])")
    assert found["U"] == [["1", "2", "3"], ["0", "0", "0"], ["0", "0", "0"]]
    assert holds(
        "P*A == L*U",
        A="[1 2 3; 2 4 6; 3 6 9]",
        P=found["P"],
        L=found["L"],
        U=found["U"],
    )


def test_e43_two_lines_that_nearly_agree():
    assert basis("null([1 -1; 0.0216 -1])") == []
    assert right("solve([1 -1; 0.0216 -1], (0, 0))")["particular"] == ["0", "0"]


def test_e44_decimals_are_exact():
    assert right("0.1 + 0.2 - 0.3") == "0"
    assert right("rank([0.1+0.2-0.3])") == "0"


def test_e45_a_determinant_that_floats_lose():
    assert right("det([10^17 10^17+1; 10^17-1 10^17])") == "1"


def hilbert(n):
    return [[Fraction(1, i + j + 1) for j in range(n)] for i in range(n)]


def test_e46_hilbert_matrices():
    assert right("rank(H)", H=hilbert(15)) == "15"
    assert right("det(H)", H=hilbert(6)) == "1/186313420339200000"
    assert holds("invertible(H)", H=hilbert(15))


def test_e47_fractions_in_the_solution():
    found = right("solve([1 0 0; 0 1 1; 0 -1 2], (-3491943, 157936, 590604))")
    assert found["particular"] == ["-3491943", "-274732/3", "748540/3"]


def test_e48_rank_four():
    text = (
        "[1 1 1 -1 -1 -1 0 0 0; 0 0 0 1 1 1 -1 -1 -1; 1 -1 0 1 -1 0 1 -1 0;"
        "0 1 -1 0 1 -1 0 1 -1; 0 1 1 -1 0 0 -1 0 0]"
    )
    assert right(f"rank({text})") == "4"


def test_e49_one_sign_decides():
    text = "[0 -3 -6 4 9; -1 -2 -1 3 1; -2 -3 0 3 {}; 1 4 5 -9 -7]"
    assert right(f"rref({text.format(1)})")["pivots"] == [1, 2, 4, 5]
    other = right(f"rref({text.format(-1)})")
    assert other["pivots"] == [1, 2, 4]
    assert [row[4] for row in other["matrix"]] == ["5", "-3", "0", "0"]
    result = compute(f"rref({text.format(1)})")
    assert "-2 -3 0 3 1" in result.as_dict()["question"]


@pytest.mark.parametrize("over", ["QQ", "GF(2)", "GF(4)", "QQ(sqrt(2))"])
def test_e50_matrices_without_rows_or_columns(over):
    assert right("rank(zeros(0,3))", over) == "0"
    assert right("rank(zeros(3,0))", over) == "0"
    assert right("null(zeros(0,3))", over)["dim"] == 3
    assert holds("null(zeros(0,3)) == F^3", over)
    assert right("null(zeros(3,0))", over)["dim"] == 0
    assert right("col(zeros(3,0))", over)["dim"] == 0
    assert right("rref(zeros(0,3))", over) == {"matrix": [], "pivots": [], "rank": 0}
    assert right("det(zeros(0,0))", over) == "1"
    assert right("basis(span{(0,0)})", over)["basis"] == []
    assert holds("basis{} of span{(0,0,0)}", over)
    assert holds("independent{}", over)
    assert right("solve(zeros(0,2), zeros(0,1))", over)["kind"] == "infinite"
    assert right("solve(zeros(2,0), (0,0))", over)["kind"] == "unique"
    assert right("solve(zeros(2,0), (0,1))", over)["kind"] == "none"


def test_e50_the_zero_space_as_an_object():
    zero = span([], length=3)
    assert (zero.dim, zero.basis()) == (0, [])
    assert zero.complement().dim == 3
    assert (0, 0, 0) in zero
    assert (0, 1, 0) not in zero
    assert (zero + zero) == (zero & zero) == zero
    assert (zero / zero).dim == 0


def test_a_decision_keeps_its_field():
    text = "independent{(1,1,0),(0,1,1),(1,0,1)}"
    assert decide(text).verdict == "proved"
    assert decide(text, over="GF(2)").verdict == "refuted"


def test_every_refusal_is_one_of_ours():
    for over in ("GF(6)", "Z/4", "QQ[x]/(x^2-1)", "GF(1)", "GF(0)", "nothing"):
        with pytest.raises(ExactSpacesError):
            compute("1", over=over)
