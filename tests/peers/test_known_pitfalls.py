"""Inputs on which other systems are known to slip, with the right answers."""

import pytest

from exactspaces import ExactSpacesError, compute, decide, matrix

E1 = "[1000001000 -1/501000500 3; 1 -1 1]"


def answer(text, over="QQ", **names):
    result = compute(text, over=over, **names)
    assert result.theorem is not None, result.reason
    assert result.theorem.recheck() == result.theorem
    return result.answer


VALUES = [
    ("rank([-5+5sqrt(2) -5; -5sqrt(2)/2+5 -5sqrt(2)/2])", "RR", "1"),
    ("rank([3+3sqrt(3)*i -9; 4 -3+3sqrt(3)*i])", "CC", "1"),
    ("rank([X X 0; X 0 X; 0 X X])", "GF(2)(X)", None),
    ("rank([1 1 0; 0 1 1; 1 0 1])", "GF(2)", "2"),
    ("rank([1 1 0; 0 1 1; 1 0 1])", "QQ", "3"),
    ("rank([1 w; w w^2])", "GF(4)", "1"),
    (
        "det([100000000000000000 100000000000000001; 99999999999999999 100000000000000000])",
        "QQ",
        "1",
    ),
    ("rank(zeros(0, 3))", "QQ", "0"),
    ("dim(null(zeros(0, 3)))", "QQ", "3"),
    ("dim(span{(0, 0)})", "QQ", "0"),
    ("0.1 + 0.2 - 0.3", "QQ", "0"),
]


@pytest.mark.parametrize(("text", "over", "due"), VALUES)
def test_a_number_comes_out_right(text, over, due):
    found = answer(text, over)
    if due is None:
        assert [case["answer"] for case in found["cases"]] == ["2", "0"]
    else:
        assert found == due


def test_a_form_with_large_numbers():
    rows = answer(f"rref({E1})")["matrix"]
    assert [row[2] for row in rows] == [
        "1503001499/501001001000499999",
        "-501000999497498500/501001001000499999",
    ]


def test_a_hidden_zero_is_a_zero():
    found = answer("rref([sqrt(5+2sqrt(6))-sqrt(2)-sqrt(3) 1; 0 1])", "RR")
    assert found["matrix"] == [["0", "1"], ["0", "0"]]


@pytest.mark.parametrize("field", ["GF(6)", "Z/4", "Z/6", "Q[x]/(x^2-1)"])
def test_what_is_no_field_is_refused_with_a_factor(field):
    with pytest.raises(ExactSpacesError, match=r"\d|x - 1"):
        compute("rank([2])", over=field)


def test_parameters_give_cases():
    cases = answer("rref([a 1; 1 a])", "QQ(a)")["cases"]
    assert [case["when"] for case in cases] == ["a != 1, a != -1", "a = 1", "a = -1"]
    assert [case["answer"]["rank"] for case in cases] == [2, 1, 1]
    cases = answer("rank([2 -1 7; 1 2 2; 0 5 -3; 5 0 5+k])", "QQ(k)")["cases"]
    assert [(c["when"], c["answer"]) for c in cases] == [("k != 11", "3"), ("k = 11", "2")]


def test_a_column_that_may_vanish():
    cases = answer("col([a b; 2a 2b])", "QQ(a, b)")["cases"]
    assert [case["answer"]["basis"] for case in cases] == [[["a", "2*a"]], [["b", "2*b"]], []]


def test_forms_over_finite_fields():
    assert answer("rref([3 1; 5 4])", "GF(7)")["matrix"] == [["1", "5"], ["0", "0"]]
    assert answer("rref([1 w; w w^2])", "GF(4)")["matrix"] == [["1", "w"], ["0", "0"]]
    found = answer("rref([1 0 1 0; 1 0 0 0; 1 0 0 0; 0 1 0 0])", "GF(3)")
    assert found["pivots"] == [1, 2, 3]
    assert answer("null([1 1 0; 0 1 1; 1 0 1])", "GF(2)")["basis"] == [["1", "1", "1"]]


def test_a_complement_over_two_elements_is_one():
    line = "span{(1, 1)}"
    basis = answer(f"complement({line})", "GF(2)")["basis"]
    other = f"span{{({', '.join(basis[0])})}}"
    assert decide(f"direct_sum({line}, {other}) == QQ^2", over="GF(2)").verdict == "proved"


def test_kernels_on_both_sides():
    A = "[0 -2 -2; -1 1 -2; 1 -1 2]"
    assert decide(f"null({A}) == span{{(-3, -1, 1)}}").verdict == "proved"
    assert decide(f"leftnull({A}) == span{{(0, 1, 1)}}").verdict == "proved"


def test_triangular_factors_of_a_singular_matrix():
    factors = answer("lu([1 2 3; 2 4 6; 3 6 9])")
    assert factors["U"] == [["1", "2", "3"], ["0", "0", "0"], ["0", "0", "0"]]


def test_hilbert_matrices():
    rows = [[f"1/{i + j + 1}" for j in range(15)] for i in range(15)]
    assert matrix(rows).rank() == 15
    small = [row[:6] for row in rows[:6]]
    assert str(matrix(small).det()) == "1/186313420339200000"


def test_a_system_with_thirds():
    found = answer("solve([1 0 0; 0 1 1; 0 -1 2], (-3491943, 157936, 590604))")
    assert found["kind"] == "unique"
    assert found["particular"] == ["-3491943", "-274732/3", "748540/3"]


def test_nearly_parallel_lines_meet_in_zero_only():
    assert answer("null([1 -1; 0.0216 -1])")["dim"] == 0


def test_ranks_and_pivots_of_reported_matrices():
    rows = (
        "[1 1 1 -1 -1 -1 0 0 0; 0 0 0 1 1 1 -1 -1 -1; 1 -1 0 1 -1 0 1 -1 0; "
        "0 1 -1 0 1 -1 0 1 -1; 0 1 1 -1 0 0 -1 0 0]"
    )
    assert answer(f"rank({rows})") == "4"
    first = "[0 -3 -6 4 9; -1 -2 -1 3 1; -2 -3 0 3 1; 1 4 5 -9 -7]"
    assert answer(f"pivots({first})") == [1, 2, 4, 5]
    second = first.replace("3 1; 1 4", "3 -1; 1 4")
    assert answer(f"pivots({second})") == [1, 2, 4]


def test_the_zero_space_has_the_empty_basis():
    assert decide("basis{} of span{(0, 0)}").verdict == "proved"
    assert answer("null([1 0; 0 1])")["basis"] == []
