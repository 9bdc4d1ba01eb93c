"""Spectral inputs on which other systems have slipped (reference list E), and requirements."""

from __future__ import annotations

import json

import pytest

from exactspaces import compute, decide
from exactspaces.errors import ExactSpacesError

GRAPH = [
    [-3, 0, 0, -1, 0, -1, -1, 0], [0, -1, -1, 0, -1, 0, 0, -1], [0, -1, -1, 0, -1, 0, 0, -1],
    [-1, 0, 0, 1, 0, -1, -1, 0], [0, -1, -1, 0, -1, 0, 0, -1], [-1, 0, 0, -1, 0, 1, -1, 0],
    [-1, 0, 0, -1, 0, -1, 1, 0], [0, -1, -1, 0, -1, 0, 0, 3],
]  # fmt: skip
QUINTIC = "[0 0 0 0 1; 1 0 0 0 1; 0 1 0 0 0; 0 0 1 0 0; 0 0 0 1 0]"


def right(text, over="QQ", **names):
    """The result, after the theorem was checked once more."""
    result = compute(text, over=over, **names)
    assert result.theorem is not None, result.reason
    assert result.theorem.recheck() == result.theorem
    json.dumps(result.as_dict(steps=True))
    return result


HIDDEN_ZERO = [
    "4*atan(1/5)-atan(1/239)-pi/4",
    "log(6)-log(2)-log(3)",
    "tan(pi/7)*tan(2*pi/7)*tan(3*pi/7)-sqrt(7)",
    "8*cos(pi/9)^3-6*cos(pi/9)-1",
]


@pytest.mark.parametrize("zero", HIDDEN_ZERO)
@pytest.mark.parametrize("text", ["diagonalize([1 {}; 0 1])", "rank([1 1; 1 1+{}])",
                                  "solve([1 1; 1 1+{}], (1, 2))"])  # fmt: skip
def test_e4_e5_e6_e8_e10_what_is_not_read_is_not_answered(zero, text):
    with pytest.raises(ExactSpacesError, match="it is no function"):
        compute(text.format(zero), over="RR")


def test_e7_a_zero_of_complex_numbers():
    found = right("solve([1 1; 1 1+e], (1, 2))", over="CC", e="(1+i)^2-2i")
    assert found.answer["kind"] == "none"


def test_e15_twelve_parameters():
    rows = (
        "ax, ay, ax*t, ay*t, 0; bx, by, bx*t, by*t, 0; cx, cy, cx*t, cy*t, 1;"
        "dx, dy, dx*t, dy*t, 1; ex, ey, (2*u-t)*ex, (2*u-t)*ey, 0"
    )
    over = "QQ(ax, ay, bx, by, cx, cy, dx, dy, ex, ey, t, u)"
    assert decide(f"det([{rows}]) == 0", over=over).verdict == "proved"


@pytest.mark.parametrize(("a", "b", "k"), [(3, 4, 2), (0, 1, -1), (2, 1, "1/2"), (0, 0, 5)])
def test_e20_at_most_one_column_in_q(a, b, k):
    found = right("qr([a, k*a; b, k*b])", over="RR", a=a, b=b, k=k).answer
    width = len(found["Q"][0]) if (a, b) != (0, 0) and found["Q"] else 0
    assert width == int((a, b) != (0, 0))


def test_e29_the_product_of_a_complex_vector_with_itself():
    assert right("dot((1,i), (1,i))", over="CC").answer == "2"
    assert right("(1,i)^T * (1,i)", over="CC").answer == ["0"]


def test_e30_gram_schmidt_with_complex_vectors():
    found = right("gram_schmidt{(1,i,0), (i,0,-i)}", over="CC").answer
    assert found["u"][1] == ["i/2", "1/2", "-i"]


def test_e31_a_matrix_that_is_not_semidefinite():
    assert right("definite([0 0 0; 0 1 2; 0 2 1])").answer == "indefinite"
    assert decide("dot((0,1,-1), [0 0 0; 0 1 2; 0 2 1]*(0,1,-1)) == -2").verdict == "proved"


@pytest.mark.parametrize(
    ("b", "kind"), [(2, "positive semidefinite"), (-2, "negative semidefinite")]
)
def test_e32_the_sign_of_the_parameter_decides(b, kind):
    assert right("definite([0 0 0; 0 b 0; 0 0 b])", b=b).answer == kind
    assert compute("definite([0 0 0; 0 b 0; 0 0 b])", over="QQ(b)").verdict == "undecided"


def test_e33_the_convention_is_said():
    found = right("definite([1 2; -2 1])")
    assert found.answer == "positive definite"
    assert "not symmetric" in found.reason


def jordan_blocks(rows):
    n = len(rows)
    sizes, size = [], 1
    for k in range(n):
        if k + 1 < n and rows[k][k + 1] == "1":
            size += 1
        else:
            sizes.append((rows[k][k], size))
            size = 1
    return sorted(sizes)


@pytest.mark.parametrize(
    ("A", "over", "blocks"),
    [
        ([[1, 1, 1, 0], [-2, -1, 0, -1], [0, 0, -1, -1], [0, 0, 2, 1]], "CC",
         [("-i", 2), ("i", 2)]),
        ([[2, 4, 1, 0], [-4, 2, 0, 1], [0, 0, 2, 4], [0, 0, -4, 2]], "CC",
         [("2 + 4*i", 2), ("2 - 4*i", 2)]),
        ([[1, 0, 0, 1], [0, 1, 1, 0], [0, 0, 1, 1], [0, 0, 0, 1]], "QQ", [("1", 1), ("1", 3)]),
    ],
)  # fmt: skip
def test_e34_e35_e36_jordan_blocks(A, over, blocks):
    assert jordan_blocks(right("jordan(A)", over=over, A=A).answer["J"]) == blocks
    assert right("diagonalizable(A)", over="CC", A=A).verdict == "refuted"


def test_e37_a_rational_matrix_with_three_eigenvalues():
    A = [[0, 1, 1], ["1/2", 0, 0], ["1/2", 0, 0]]
    assert right("charpoly(A)", A=A).answer == "x^3 - x"
    assert right("diagonalize(A)", A=A).verdict == "proved"


def test_e39_the_side_of_a_kernel_is_said():
    columns, rows = right("null([0 -1; 0 0])"), right("leftnull([0 -1; 0 0])")
    assert (columns.answer["basis"], rows.answer["basis"]) == ([["1", "0"]], [["0", "1"]])


def test_e40_five_eigenspaces():
    assert right("minpoly(A)", A=GRAPH).answer == "x^5 + 2*x^4 - 20*x^3 - 24*x^2 + 96*x"
    due = {"0": 3, "2": 2, "-4": 1, "2*sqrt(3)": 1, "-2*sqrt(3)": 1}
    for c, dimension in due.items():
        assert right(f"eigenspace(A, {c})", over="RR", A=GRAPH).answer["dim"] == dimension
    assert "QQ(sqrt(3))" in right("spectral(A)", A=GRAPH).reason


def test_e41_diagonalisable_over_the_complex_numbers_only():
    assert right(f"diagonalizable({QUINTIC})", over="CC").verdict == "proved"
    assert right(f"diagonalizable({QUINTIC})", over="QQ").verdict == "refuted"
    found = right(f"diagonalizable({QUINTIC})", over="RR")
    assert found.verdict == "refuted"
    assert "not all eigenvalues are real" in found.reason
    assert compute(f"diagonalize({QUINTIC})", over="CC").verdict == "undecided"


@pytest.mark.parametrize(
    ("A", "verdict"),
    [
        ("[0 1 0 0; 1 0 1 0; 0 1 0 1; 0 0 1 1]", "proved"),
        ("[1 1; 0 1]", "refuted"),
        ("[0 -1; 1 0]", "refuted"),
        ("[0 -1 0; 1 0 0; 0 0 1]", "refuted"),
        ("identity(3)", "proved"),
    ],
)
def test_diagonalisable_over_the_real_numbers(A, verdict):
    assert right(f"diagonalizable({A})", over="RR").verdict == verdict


def test_e64_the_wronskian_does_not_decide():
    columns = "{(4, 1, 1), (4, -1, 1)}"  # x^2 and x |x| at 2, -1, 1: independent values suffice
    assert decide(f"independent{columns}").verdict == "proved"


def test_e65_three_lines_and_no_formula_for_dimensions():
    lines = "span{(0,1)} + span{(1,0)} + span{(1,1)}"
    assert right(f"dim({lines})").answer == "2"
    for pair in ("span{(0,1)} & span{(1,0)}", "span{(1,0)} & span{(1,1)}"):
        assert right(f"dim({pair})").answer == "0"


def test_e13_exponentials_as_powers_of_one_letter():
    """With s = exp(q/3) the entries are s^3, 1/s^3 and 2 cosh(q/3) = s + 1/s."""
    matrix = "[-(s+1/s) 1/s^3 1; s^3 -(s+1/s) 1; 1 1 -(s+1/s)]"
    rank = compute(f"rank({matrix})", over="QQ(s)")
    assert rank.answer["cases"][0]["answer"] == "2"
    form = compute(f"rref({matrix})", over="QQ(s)").answer["cases"][0]
    assert "s != 0" in str(form["when"])
    assert [row[2] for row in form["answer"]["matrix"]] == ["-1/s", "-s", "0"]


def test_e14_a_rank_for_every_tangent():
    """T stands for tan(13 pi/45) and t for sqrt(3); the rank is 1 wherever it is defined."""
    x, y = "8*T/(T+sqrt(3))", "(-8*sqrt(3)*T^2+24*T)/(T^2-3)"
    found = compute(f"rank([-{x} -{y}; 1-{x} -sqrt(3)-{y}])", over="QQ(sqrt(3), T)")
    assert found.verdict == "proved"
    assert {case["answer"] for case in found.answer["cases"]} == {"1"}


@pytest.mark.parametrize("order", ["1/(T+1) 1/(T^2-1)", "1/(T^2-1) 1/(T+1)", "1/(T^2-1) 1/(T-1)"])
@pytest.mark.parametrize("over", ["QQ(T)", "GF(5)(T)", "QQ(sqrt(3), T)"])
def test_denominators_that_divide_one_another(order, over):
    assert compute(f"rank([{order}])", over=over).verdict == "proved"
