"""Verdicts: right answers in every form, wrong ones, and those that are not read."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest

from exactspaces.kernel import check, dump, load
from tests.marking.samples import mark

A = "[1 2 -1 3; 2 4 1 3; -1 -2 4 -6]"
V = "(1, 0, 2)"
COL, NULL, SYSTEM = f"col({A})", f"null({A})", "solve([1 2 -1; 2 4 1], (3, 9))"
RIGHT = [
    ("ref", "[1 2; 3 4]", ["[1 2; 0 -2]", "[1 2; 0 1]", "[3 4; 0 5]"]),
    ("row-equivalent", "[1 2; 3 4]", ["[0 1; 1 0]"]),
    ("factorization", "[1 2; 3 4]", ["L = [1 0; 3 1], U = [1 2; 0 -2]"]),
    ("factorization", "[0 1; 2 3]", ["P = [0 1; 1 0], L = [1 0; 0 1], U = [2 3; 0 1]"]),
    ("vector-up-to-scalar", "[1 0; 0 1] * (1, 2)", ["(2, 4)", "(-1/2, -1)"]),
    ("scalar", "det([1 2; 3 4])", ["-2", "−2", "-4/2", "-2.0", "det(A) = -2", "1 - 3"]),
    ("dimension", COL, ["2", "rank = 2"]),
    (
        "vector",
        f"[1 1 0; 0 1 1] * {V}",
        ["(1, 2)", "[1; 2]", "<1, 2>", "[1 2]", "c(1, 2)", "e1 + 2e2", "1, 2", "[[1],[2]]"],
    ),
    ("matrix", "[1 2; 3 4] * [0 1; 1 0]", ["[2 1; 4 3]", "[[2,1],[4,3]]", "2 1\n4 3"]),
    ("matrix", "inv([1 2; 3 4])", ["[-2 1; 3/2 -1/2]", "-1/2 [4 -2; -3 1]", "1/2*[-4 2; 3 -1]"]),
    ("matrix", "inv([1 2; 2 4])", ["none", "not invertible"]),
    ("rref", A, ["[1 2 0 2; 0 0 1 -1; 0 0 0 0]"]),
    ("columns", A, ["1, 3", "1 and 3", "{3, 1}"]),
    (
        "basis",
        COL,
        [
            "{(1,2,-1), (-1,1,4)}",
            "(1,2,-1), (-1,1,4)",
            "(1,2,-1)\n(-1,1,4)",
            "columns of [1 -1; 2 1; -1 4]",
            "rows of [2 4 -2; 0 3 3]",
            "span{(1,2,-1), (0,1,1)}",
            "{[1;2;-1], [0;1;1]}",
        ],
    ),
    ("basis", "null([1 0; 0 1])", ["{}"]),
    ("basis", "span{1 + x, x^2}", ["{1 + x, x^2 + 1 + x}"]),
    ("basis", "complement(span{(1, 0)}, QQ^2)", ["{(0, 1)}", "{(5, 1)}"]),
    ("spanning-set", COL, ["{(1,2,-1), (-1,1,4), (0,3,3)}"]),
    (
        "subspace",
        "null([1 1 -1])",
        [
            "span{(1,0,1), (0,1,1)}",
            "{(1,0,1), (0,1,1)}",
            "x + y - z = 0",
            "x1 + x2 = x3",
            "(s, t, s + t)",
            "s(1,0,1) + t(0,1,1)",
            "{(x, y, z) : z = x + y}",
            "{(a, b, c) : a + b - c = 0}",
        ],
    ),
    (
        "affine-set",
        SYSTEM,
        [
            "(4,0,1) + t(-2,1,0)",
            "(4,0,1) + span{(-2,1,0)}",
            "(4 - 2t, t, 1)",
            "(2 + 2s, 1 - s, 1)",
            "x1 = 4 - 2x2, x2 free, x3 = 1",
            "x = 4 - 2y, y free, z = 1",
            "x1 = 4 - 2t, x2 = t, x3 = 1",
            "{(4 - 2t, t, 1) : t in R}",
            "{(4,0,1) + t(-2,1,0) : t in R}",
            "x = (4,0,1) + t(-2,1,0)",
        ],
    ),
    ("affine-set", "solve([1 2; 2 4], (1, 3))", ["no solution", "none", "inconsistent", "{}"]),
    ("coordinates", "coords((3, 5), {(1, 1), (1, 2)})", ["(1, 2)", "[v]_B = (1, 2)"]),
    ("change-of-basis", "change_of_basis({(1,0),(0,1)}, {(1,1),(0,1)})", ["[1 0; -1 1]"]),
    ("yes-no", "(1,2,-1) in col(" + A + ")", ["yes", "Yes.", "yes, because it is a column"]),
    ("tuple", "['rank([1 2; 2 4])', 'det([1 2; 3 4])']", ["1, -2", "1; -2"]),
]


@pytest.mark.parametrize(("kind", "of", "answers"), RIGHT, ids=lambda v: str(v)[:25])
def test_right_answers_in_many_forms(kind, of, answers):
    for answer in answers:
        found = mark(kind, of, answer)
        assert (answer, found.verdict, found.points) == (answer, "correct", Fraction(3)), found
        assert found.theorems
        for theorem in found.theorems:
            assert check(*load(dump(theorem))) == theorem


WRONG = [
    ("ref", "[1 2; 3 4]", ["[0 1; 1 0]", "[1 2; 0 0]"]),
    ("row-equivalent", "[1 2; 2 4]", ["[1 0; 0 1]"]),
    (
        "factorization",
        "[1 2; 3 4]",
        ["L = [1 0; 2 1], U = [1 2; 0 -2]", "L = [1 0; 0 1], U = [1 2; 3 4]"],
    ),
    ("vector-up-to-scalar", "[1 0; 0 1] * (1, 2)", ["(2, 5)", "0"]),
    ("scalar", "det([1 2; 3 4])", ["5", "2.01"]),
    ("dimension", COL, ["3"]),
    ("vector", "[1 0; 0 1] * (1, 2)", ["(2, 1)", "0"]),
    ("matrix", "[1 2; 3 4] * [0 1; 1 0]", ["[2 1; 4 5]"]),
    ("matrix", "inv([1 2; 3 4])", ["none"]),
    ("matrix", "inv([1 2; 2 4])", ["[1 0; 0 1]", "[0 0; 0 0]"]),
    ("columns", A, ["1, 2", "1", "no columns"]),
    ("basis", COL, ["{(1,0,0), (0,1,0)}", "{(1,2,-1)}", "{}"]),
    ("subspace", "null([1 1 -1])", ["x + y + z = 0", "(s, t, s)", "(1 + s, t, s + t)"]),
    ("affine-set", SYSTEM, ["(4,0,1) + t(2,1,0)", "no solution", "x1 = 4, x2 = 0, x3 = 1"]),
    ("affine-set", "solve([1 2; 2 4], (1, 3))", ["(1, 0)", "(1,0) + t(-2,1)"]),
    ("yes-no", "(1,2,0) in col(" + A + ")", ["yes"]),
    ("tuple", "['rank([1 2; 2 4])', 'det([1 2; 3 4])']", ["2, -2", "1, 2"]),
]


@pytest.mark.parametrize(("kind", "of", "answers"), WRONG, ids=lambda v: str(v)[:25])
def test_wrong_answers_come_with_the_theorem_that_says_so(kind, of, answers):
    for answer in answers:
        found = mark(kind, of, answer)
        partial = found.mistake == "affine.particular-only"
        assert found.verdict == ("partial" if partial else "incorrect"), (answer, found)
        assert found.theorems


INVALID = [
    ("scalar", "det([1 2; 3 4])", "1,5", "read as the entries 1 and 5"),
    ("scalar", "det([1 2; 3 4])", "det([1 2; 3 4])", "is not worked out"),
    ("scalar", "det([1 2; 3 4])", "(1, 2)", "a number is due"),
    ("scalar", "det([1 2; 3 4])", "i", "i is not a number here"),
    ("scalar", "det([1 2; 3 4])", "", "nothing was typed"),
    ("scalar", "det([1/3 0; 0 1])", "0.33", "read exactly as 33/100"),
    ("dimension", COL, "1/2", "a whole number"),
    ("vector", "[1 0; 0 1] * (1, 2)", "(1, 2, 3)", "another number"),
    ("vector", "[1 0; 0 1] * (1, 2)", "(1,2),(3,4)", "a list of 2 vectors"),
    ("matrix", "[1 2; 3 4] * [0 1; 1 0]", "[1 2; 3]", "Row 2 has 1 entry, row 1 has 2"),
    ("matrix", "[1 2; 3 4] * [0 1; 1 0]", "[1 - 2; 3 4]", "can be one entry"),
    ("matrix", "[1 2; 3 4] * [0 1; 1 0]", "[1 2 3]", "another size"),
    ("basis", COL, "[1 2 3; 4 5 6; 7 8 9]", "columns of [...] or rows of [...]"),
    ("basis", COL, f"col({A})", "is not worked out"),
    ("subspace", "null([1 1 -1])", "(s, t, s*t)", "not linear in the parameters s, t"),
    ("subspace", "null([1 1 -1])", "(s, t, s^2)", "not linear"),
    ("affine-set", SYSTEM, "infinitely many", "not which"),
    ("affine-set", SYSTEM, "x1 = 2 + x1, x2 free, x3 = 1", "defined through itself"),
    ("affine-set", SYSTEM, "x1 = 4 - 2x2, x3 free", "neither given nor free"),
    ("yes-no", "1 == 1", "maybe", "neither as yes nor as no"),
    ("scalar", "det([1 2; 3 4])", "(1 + 2", "never closed"),
    ("tuple", "['1', '2']", "1", "2 are due"),
]


@pytest.mark.parametrize(("kind", "of", "answer", "message"), INVALID, ids=lambda v: str(v)[:25])
def test_what_is_not_read_costs_nothing_and_says_why(kind, of, answer, message):
    found = mark(kind, of, answer)
    assert found.verdict == "invalid"
    assert message in " ".join(found.findings)
    assert "nothing is taken off" in str(found)


HOSTILE = ["1" * 10**6, "(" * 5000, "2^2^2^2^2^9999", "[" + "1 " * 9000, "x" * 19_000, "1/0"]
HOSTILE += ["E_" + "1" * 2000 + " ", "[1]" * 3000, "a" * 2000 + "=", "1 " + " " * 5000 + "2"]
HOSTILE += ["__import__('os')", "1" + "+1" * 9000, "\x00", "{" * 50 + "}" * 50, "(s" + ",t" * 900]


HOSTILE_OF = {
    "scalar": "1",
    "affine-set": SYSTEM,
    "tuple": "['1']",
    "scalar-set": "eigenvalues([1 2; 3 4])",
    "eigenpairs": "[1 2; 3 4]",
    "diagonalization": "[1 2; 3 4]",
    "polynomial": "charpoly([1 2; 3 4])",
    "row-operations": "[1 2; 3 4]",
    "formal-basis": "[1 2; 3 4]",
    "basis": COL,
    "subspace": COL,
}


@pytest.mark.parametrize("kind", HOSTILE_OF)
@pytest.mark.parametrize("answer", HOSTILE, ids=lambda t: repr(t[:12]))
def test_hostile_answers_give_a_message_quickly(kind, answer):
    begin = time.process_time()
    found = mark(kind, HOSTILE_OF[kind], answer)
    assert found.verdict in ("invalid", "incorrect")
    assert time.process_time() - begin < 3


@pytest.mark.parametrize("field", ["GF(7)", "QQ(sqrt(2))", "GF(4)"])
def test_other_fields(field):
    assert mark("basis", "span{(1, 1)}", "{(1, 1)}", field=field).verdict == "correct"
    assert mark("basis", "span{(1, 1)}", "{(1, 0)}", field=field).verdict == "incorrect"
    assert mark("scalar", "det([1 1; 0 1])", "1", field=field).verdict == "correct"


def test_the_field_decides():
    assert mark("scalar", "det([3 0; 0 1])", "-4", field="GF(7)").verdict == "correct"
    assert mark("dimension", "col([1 1; 1 3])", "1", field="GF(2)").verdict == "correct"
    assert mark("dimension", "col([1 1; 1 3])", "3", field="GF(2)").verdict == "incorrect"


def test_roots_over_the_reals():
    due = "sqrt(2) * 3"
    assert mark("scalar", due, "3sqrt(2)", field="RR").verdict == "correct"
    assert mark("scalar", due, "sqrt(18)", field="RR").verdict == "correct"
    assert mark("scalar", due, "4", field="RR").verdict == "incorrect"
    assert mark("scalar", "det([1 2; 3 4])", "-sqrt(4)", field="RR").verdict == "correct"
    assert mark("scalar", "det([1 2; 3 4])", "sqrt(2)", field="RR").verdict == "incorrect"


def test_parameters():
    of, field = "det([a 1; 1 a])", "QQ(a)"
    assert mark("scalar", of, "(a - 1)(a + 1)", field=field).verdict == "correct"
    assert mark("scalar", of, "a^2 + 1", field=field).verdict == "incorrect"


def test_partial_credit_is_what_the_file_says():
    extra = 'credit = { spans_but_dependent = "1/3", independent_but_short = "2/3" }'
    long = mark("basis", COL, "{(1,2,-1), (-1,1,4), (0,3,3)}", extra=extra)
    assert (long.verdict, long.points) == ("partial", 1)
    short = mark("basis", COL, "{(0, 1, 1)}", extra=extra)
    assert (short.verdict, short.points) == ("partial", 2)
    assert mark("basis", COL, "{(0, 1, 1)}").verdict == "incorrect"


def test_what_a_file_says_about_a_mistake():
    extra = 'say = [{ on = "col.rref-columns", credit = "1/3", text = "Go back." }]'
    found = mark("basis", COL, "{(1,0,0), (0,1,0)}", extra=extra)
    assert (found.verdict, found.points, found.mistake) == ("partial", 1, "col.rref-columns")
    assert "Go back." in found.findings


def test_the_expected_size_stays_a_secret():
    found = mark("vector", "[1 0 0; 0 1 0] * (1, 2, 3)", "(1, 2, 3, 4, 5)")
    assert "2" not in " ".join(found.findings)
