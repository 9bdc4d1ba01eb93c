"""What people type, row by row: each spelling is the same object, each slip has its message."""

from __future__ import annotations

import pytest

from exactspaces import Problem
from tests.marking.samples import mark

GIVEN = (
    ("A", "[1 2 -1; 2 4 1]"),
    ("R", "[1 2; 3 4]"),
    ("v1", "(1, 3)"),
    ("v2", "(2, 4)"),
)
V = "[1 0 0; 0 1 0; 0 0 1] * (1, 2, 3)"
M = "[1 0; 0 1] * [1 2; 3 4]"
PLANE, SYSTEM, EMPTY = "null([1 1 -1])", "solve(A, (3, 9))", "solve([1 2; 2 4], (1, 3))"

SAME = {
    ("scalar", "3/4", "QQ"): ["3/4", "0.75", ".75", "6/8", "x = 3/4", "$3/4$", "\\frac{3}{4}"],
    ("scalar", "-3/4", "QQ"): ["-3/4", "−3/4", "-0.75"],
    ("scalar", "sqrt(2)/2", "RR"): ["sqrt(2)/2", "√2/2", "1/√2", "\\frac{\\sqrt{2}}{2}"],
    ("scalar", "1 + 2*i", "CC"): ["1+2i", "1 + 2*i", "2i + 1"],
    ("scalar", "2*x/3", "QQ(x)"): ["2/3x", "2x/3", "(2/3)x"],
    ("vector", V, "QQ"): [
        "(1, 2, 3)", "[1,2,3]", "[1;2;3]", "<1,2,3>", "[[1],[2],[3]]", "c(1,2,3)", "r(1,2,3)",
        "col(1,2,3)", "e1 + 2e2 + 3e3", "e_1 + 2e_2 + 3e_3",
        "\\begin{pmatrix}1\\\\2\\\\3\\end{pmatrix}",
        "\\begin{bmatrix}1&2&3\\end{bmatrix}", "1\n2\n3", "1, 2, 3", "[1 2 3]^T", "(1,2,3)'",
        "v = (1,2,3)", "“(1,2,3)”", "‘(1,2,3)’", "(1,2,3);", "; (1,2,3)", "(1,2,3,)", "⟨1,2,3⟩",
        "\\langle 1,2,3\\rangle", "[1\t2\t3]", "(１，2, 3)",
    ],
    ("vector", "2 * [1 0; 0 1] * (1, 0)", "QQ"): ["2e1", "2*e1", "(2, 0)"],
    ("matrix", M, "QQ"): [
        "[1 2; 3 4]", "[[1,2],[3,4]]", "matrix([1,2],[3,4])", "1 2\n3 4", "1,2\n3,4",
        "1\t2\n3\t4", "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "[1 2\n3 4]", "[1 | 2; 3 | 4]",
        "[v1 v2]", "[1 3; 2 4]^T", "[1 -(-2); 3 4]",
    ],
    ("basis", PLANE, "QQ"): [
        "{(1,0,1), (0,1,1)}", "(1,0,1), (0,1,1)", "(1,0,1); (0,1,1)", "(1,0,1)\n(0,1,1)",
        "(1,0,1) and (0,1,1)", "columns of [1 0; 0 1; 1 1]", "rows of [1 0 1; 0 1 1]",
        "span{(1,0,1), (0,1,1)}", "{[1;0;1], [0;1;1]}", "\\{(1,0,1), (0,1,1)\\}",
        "B = {(1,0,1), (0,1,1)}", "v1 = (1,0,1), v2 = (0,1,1)", "e1 + e3, e2 + e3",
        "<1,0,1>, <0,1,1>", "b_1 = (1,0,1); b_2 = (0,1,1)",
        "e1 + e3 and e2 + e3", "Span{(1,0,1), (0,1,1)}",
    ],
    ("basis", "null([1 0; 0 1])", "QQ"): ["{}", "{ }", "∅", "\\emptyset", "the empty set"],
    ("columns", "pivots([1 2 0; 0 0 1])", "QQ"): [
        "1, 3", "1 and 3", "columns 1 and 3", "the 1st and the 3rd column", "c1, c_3",
    ],
    ("polynomial", "charpoly([2 1; 1 2])", "QQ"): [
        "lambda^2 - 4lambda + 3", "\\lambda^2 - 4\\lambda + 3", "(x-1)(x-3)",
    ],
    ("matrix", "inv([1 1; 1 1])", "QQ"): ["none", "it has no inverse", "The matrix is singular."],
    ("subspace", PLANE, "QQ"): [
        "span{(1,0,1), (0,1,1)}", "{(1,0,1), (0,1,1)}", "x + y - z = 0", "x + y = z, 0 = 0",
        "x1 + x2 = x3", "(s, t, s+t)", "s(1,0,1) + t(0,1,1)", "{(x,y,z): x + y = z}",
        "{(x,y,z) | x + y = z}", "{(s,t,s+t) | s,t ∈ R}", "{(x,y,z) in R^3 : x + y - z = 0}",
        "\\{(x,y,z)\\in\\mathbb{R}^3 : x+y-z=0\\}", "z = x + y, x free, y free",
        "(s, t, s+t) for all s, t",
    ],
    ("subspace", "null([1 -1])", "QQ"): [
        "(t, t)", "(2t, 2t)", "(s, s)", "(x, x)", "(y, y)", "t(1, 1)", "{(t, t): t in R}",
    ],
    ("subspace", "null([1 1; 1 1])", "GF(2)"): ["(t, t)", "{(0,0), (1,1)}", "x = y"],
    ("affine-set", SYSTEM, "QQ"): [
        "(4,0,1) + t(-2,1,0)", "(4-2t, t, 1)", "x1 = 4 - 2x2, x2 free, x3 = 1",
        "{(4-2t, t, 1) : t in R}", "(4,0,1) + span{(-2,1,0)}", "(4,0,1) + null(A)",
        "(2,1,1) + null([1 2 -1; 2 4 1])", "[4;0;1] + t[-2;1;0]", "(4,0,1) + t<-2,1,0>",
        "\\begin{pmatrix}4\\\\0\\\\1\\end{pmatrix}+t\\begin{pmatrix}-2\\\\1\\\\0\\end{pmatrix}",
        "(4,0,1) + λ(-2,1,0)", "(4,0,1) + \\lambda(-2,1,0)", "(4,0,1) + α(-2,1,0)",
        "(x1,x2,x3) = (4,0,1) + t(-2,1,0)", "x1 = 4 - 2s, x2 = s, x3 = 1 for all s",
        "(4,0,1) + c(-2,1,0), c in R", "c(4,0,1) + t*c(-2,1,0)", "(4,0,1) + c*(-2,1,0)",
        "x = 4 - 2y, z = 1",
        "\\{(4,0,1)+t(-2,1,0) \\mid t\\in\\mathbb{R}\\}", "(4-2x2, x2, 1)",
    ],
    ("affine-set", EMPTY, "QQ"): [
        "no solution", "none", "inconsistent", "{}", "DNE", "∅", "\\emptyset", "empty set",
        "There is no solution.", "the system has no solution", "it is inconsistent",
    ],
    ("coordinates", "coords((3, 5), {(1, 1), (1, 2)})", "QQ"): ["[v]_B = (1,2)", "(1,2)", "[1;2]"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "of", "field", "answer"),
    [(*key, answer) for key, answers in SAME.items() for answer in answers],
)
def test_a_spelling_is_read(kind, of, field, answer):
    found = mark(kind, of, answer, given=GIVEN, field=field)
    assert found.verdict == "correct", found


STEP = [
    "R2 -> R2 - 3R1", "R2 <- R2 - 3R1", "R2 := R2 - 3R1", "R2 = R2 - 3R1", "-3R1 + R2 -> R2",
    "R2 -= 3R1", "r2 -> r2 - 3r1", "rho2 -> rho2 - 3rho1", "ρ2 → ρ2 − 3ρ1", "L2 <- L2 - 3L1",
    "Row 2 -> Row 2 - 3 Row 1", "R_2 \\to R_2 - 3R_1", "II -> II - 3I", "new R2 = R2 - 3R1",
    "R2' = R2 - 3R1", "R2 -> R2 + (-3)*R1", "[1 0; -3 1] * R", "E = [1 0; -3 1]",
    "R2 -> 2R2 - 6R1, R2 -> 1/2 R2",
]  # fmt: skip
SWAPS = [
    "R1 <-> R2",
    "R2 ↔ R1",
    "swap(1,2)",
    "swap R1 and R2",
    "exchange rows 1 and 2",
    "[0 1; 1 0] R",
]


def operations(answer, to):
    text = f"""
format = "exactspaces-problem/1"
id = "samples/one"
title = "One"
topics = ["one"]
level = 1
field = "QQ"
[given]
R = "[1 2; 3 4]"
A = "[1 2 -1; 2 4 1]"
[[part]]
id = "p"
ask = 'Answer.'
answer = {{ kind = "row-operations", of = "R", to = "{to}" }}
[[part]]
id = "s"
ask = 'Answer.'
answer = {{ kind = "subspace", of = "null(A)", named = "allowed" }}
"""
    return Problem.load(text.replace('to = ""', 'to = "ref"')).mark("p" if to else "s", answer)


@pytest.mark.parametrize("answer", STEP)
def test_a_row_operation_is_read(answer):
    assert operations(answer, "[1 2; 0 -2]").verdict == "correct", operations(
        answer, "[1 2; 0 -2]"
    )


@pytest.mark.parametrize("answer", SWAPS)
def test_an_exchange_of_rows_is_read(answer):
    assert operations(answer, "[3 4; 1 2]").verdict == "correct", operations(answer, "[3 4; 1 2]")


def test_two_steps_in_one_are_noted():
    found = operations("R2 -> 2R2 - 6R1", "[1 2; 0 -4]")
    assert found.verdict == "correct"
    assert "two elementary operations" in found.findings[0]


SLIPS = [
    ("matrix", M, "[1 2; 3 4 5]", "Row 2 has 3 entries, row 1 has 2"),
    ("matrix", M, "[1 - 2; 3 4]", '"1 - 2" can be one entry (-1) or two (1, -2)'),
    ("scalar", "3/2", "1,5", "read as the entries 1 and 5"),
    ("scalar", "1/3", "0.33", "read exactly as 33/100"),
    ("projection", "proj((1, 2), {(1, 2)/3})", "(1.001, 2)", "read exactly as 1001/1000"),
    ("scalar", "20", "2e1", '"2e1" could be 20 or 2*e1'),
    ("scalar", "1", "i", "i is not a number here"),
    ("vector", V, "(1, i, 2)", "unit vectors are e1, e2, e3"),
    ("vector", V, "(1,2,3),(3,4,5)", "read as a list of 2 vectors; one vector is expected"),
    ("affine-set", SYSTEM, "(4,0,1) + c(-2,1,0)", "c(...) can be a column, or c times a vector"),
    ("affine-set", "solve([1 1 -1], 0)", "c(1,0,1) + d(0,1,1)", "c(...) can be a column"),
    ("affine-set", "solve([1 1 -1], 0)", "c(1,0,1)", "c(...) can be a column"),
    ("affine-set", "solve([1 1 -1], 0)", "c(1,0,1) + r(0,1,1)", "c(...) can be a column"),
    ("subspace", PLANE, "c(1,0,1) + d(0,1,1)", "c(...) can be a column"),
    ("subspace", PLANE, "c(1,0,1) + r(0,1,1)", "c(...) can be a column"),
    ("affine-set", SYSTEM, "x1 = 4 - 2x2, x3 free", "neither given nor free"),
    ("affine-set", SYSTEM, "(s^2, t, 1)", "not linear"),
    ("affine-set", SYSTEM, "(s*t, t, 1)", "not linear in the parameters s, t"),
    ("affine-set", SYSTEM, "(1/t, t, 1)", "only a number divides"),
    ("affine-set", SYSTEM, "x1 = 2 + x1, x2 free, x3 = 1", "x1 is defined through itself"),
    ("affine-set", SYSTEM, "infinitely many", "that says how many, not which"),
    ("affine-set", SYSTEM, "(4,0) + null(A)", "another number"),
    ("affine-set", SYSTEM, "(4,0,1) + null(Q)", "Q is not given"),
    ("row-operations", "[1 2; 3 4]", "R2 - 3R1", "which row is replaced"),
    ("row-operations", "[1 2; 3 4]", "R2 -> 0R2", "not reversible: it destroys row 2"),
    ("row-operations", "[1 2; 3 4]", "E*A", "row operation is due"),
    ("vector", V, "(1,2,3", 'This "(" is never closed'),
    ("vector", V, "(1,2,3))", 'This ")" closes nothing'),
    ("subspace", PLANE, "null([1 1 -1])", "is not worked out"),
]


@pytest.mark.parametrize(("kind", "of", "answer", "message"), SLIPS)
def test_a_slip_has_its_message_and_costs_nothing(kind, of, answer, message):
    found = mark(kind, of, answer, given=GIVEN)
    assert found.verdict == "invalid", found
    assert message in " ".join(found.findings), found


def test_rounded_roots_are_asked_for_again():
    found = mark("scalar", "sqrt(2)", "1.414", field="RR")
    assert (found.verdict, found.mistake) == ("invalid", "input.rounded")
    assert mark("scalar", "sqrt(2)", "1.42", field="RR").verdict == "invalid"
    assert mark("scalar", "sqrt(2)", "1.51", field="RR").verdict == "incorrect"
    found = mark("orthonormal-basis", "span{(1,1)}", "{(0.707, 0.707)}")
    assert (found.verdict, found.mistake) == ("invalid", "input.rounded")
    assert mark("orthonormal-basis", "span{(1,1)}", "{(0.9, 0.9)}").verdict == "incorrect"
    assert mark("orthonormal-basis", "span{(1,-1)}", "{(0.707, 0.707)}").verdict == "incorrect"


@pytest.mark.parametrize("answer", ["{0}", "{(0,0)}", "0"])
def test_the_zero_vector_for_the_zero_space(answer):
    found = mark("basis", "null([1 0; 0 1])", answer)
    assert (found.verdict, found.mistake) == ("incorrect", "basis.zero-vector")


def test_zero_for_the_zero_vector():
    found = mark("vector", "[1 0; 0 1] * (0, 0)", "0")
    assert found.verdict == "correct"
    assert "read the number 0 as the zero vector" in found.findings


def test_a_wrong_point_before_a_null_space():
    assert mark("affine-set", SYSTEM, "(1,0,1) + null(A)", given=GIVEN).verdict == "incorrect"
    assert mark("affine-set", SYSTEM, "(4,0,1) + null(R)", given=GIVEN).verdict == "invalid"


def test_spaces_by_name_where_the_file_allows_it():
    assert operations("null(A)", "").verdict == "correct"
    assert operations("col(R)", "").verdict == "invalid"  # vectors of another length
    assert operations("row(A)", "").verdict == "incorrect"
    assert operations("(-2, 1, 0)", "").verdict == "correct"
