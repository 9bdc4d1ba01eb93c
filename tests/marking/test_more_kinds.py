"""Spectra, inner products, maps, operations, letters: right, wrong and unread answers."""

from __future__ import annotations

import pytest

from exactspaces import Problem
from exactspaces.errors import NotUnderstood
from exactspaces.kernel import check, dump, load
from tests.marking.samples import mark

A = "[2 1; 1 2]"
J2 = "[2 1 0; 0 2 0; 0 0 3]"
T = "matrix_of([1 2; 3 4], {(1,1),(0,1)}, {(1,0),(1,1)})"
R = "[1 2 0 1; 0 0 1 1; 0 0 0 0]"
# kind, of, field, extra keys of the answer are put behind a bar, answers
RIGHT = [
    (
        "scalar-set",
        f"eigenvalues({A})",
        "QQ",
        [
            "{1, 3}",
            "3, 1",
            "1 and 3",
            "x = 1 or x = 3",
            "λ1 = 3, λ2 = 1",
            "lambda = 1; lambda = 3",
            "1\n3",
            "2 ± 1",
            "{1, 3, 3}",
        ],
    ),
    ("scalar-set", "eigenvalues([0 2; 1 0])", "RR", ["±sqrt(2)", "{sqrt(2), -√2}"]),
    ("scalar-set", "eigenvalues([0 2; 1 0])", "QQ", ["{}", "none"]),
    ("scalar-set", "eigenvalues([0 -1; 1 0])", "RR", ["none"]),
    ("scalar-set", "eigenvalues([0 -1; 1 0])", "CC", ["i, -i", "±i"]),
    ("scalar-set", "eigenvalues([0 -1; 1 0])", "QQ(i)", ["{i, -i}"]),
    ("scalar-set", "eigenvalues([1 1; 1 0])", "RR", ["(1 ± sqrt(5))/2"]),
    ("scalar-set", "eigenvalues([0 1; 1 1])", "GF(2)", ["{}"]),
    ("scalar-set", "['1/2', '2']", "QQ", ["2, 0.5", "{1/2, 2}"]),
    (
        "eigenpairs",
        A,
        "QQ",
        [
            "3: {(1,1)}; 1: {(1,-1)}",
            "1: (2,-2), 3: (-1,-1)",
            "lambda = 3, v = (1,1); lambda = 1, v = (1,-1)",
            "λ1 = 3, v1 = (1,1), λ2 = 1, v2 = (1,-1)",
            "3 -> (1,1)\n1 -> (1,-1)",
            "{3: [1;1], 1: [1;-1]}",
            "(3, {(1,1)}), (1, {(1,-1)})",
            "E_3 = span{(1,1)}, E_1 = span{(1,-1)}",
            "P = [1 1; 1 -1], D = [3 0; 0 1]",
            "eigenvalue 3: eigenvector (1,1); eigenvalue 1: eigenvector (1,-1)",
        ],
    ),
    (
        "eigenpairs",
        "[2 0 0; 0 2 0; 0 0 5]",
        "QQ",
        ["2: {(1,0,0), (0,1,0)}; 5: {(0,0,1)}", "2: (1,1,0), (1,-1,0); 5: (0,0,7)"],
    ),
    (
        "eigenpairs",
        "[1 1; 1 0]",
        "RR",
        ["(1+sqrt(5))/2: ((1+sqrt(5))/2, 1); (1-sqrt(5))/2: ((1-sqrt(5))/2, 1)"],
    ),
    ("eigenpairs", "[0 -1; 1 0]", "CC", ["i: (i, 1); -i: (-i, 1)", "i: (1, -i), -i: (1, i)"]),
    ("eigenpairs", J2, "QQ", ["2: (1,0,0); 3: (0,0,1)"]),
    (
        "diagonalization",
        A,
        "QQ",
        [
            "P = [1 1; 1 -1], D = [3 0; 0 1]",
            "D = [1 0; 0 3], P = [1 1; -1 1]",
            "P = [1 1; 1 -1], D = [3 0; 0 1], P^-1 = [1/2 1/2; 1/2 -1/2]",
            "P = [1 1; 1 -1]\nD = [3 0; 0 1]\nP^(-1) = 1/2 [1 1; 1 -1]",
            "S = [1 1; 1 -1], Λ = [3 0; 0 1]",
        ],
    ),
    ("diagonalization", J2, "QQ", ["not diagonalizable", "none"]),
    (
        "diagonalization",
        "[0 2; 1 0]",
        "RR",
        ["P = [sqrt(2) -sqrt(2); 1 1], D = [sqrt(2) 0; 0 -sqrt(2)]"],
    ),
    ("diagonalization", "[0 2; 1 0]", "QQ", ["not diagonalizable"]),
    (
        "jordan-form",
        J2,
        "QQ",
        [
            "[2 1 0; 0 2 0; 0 0 3]",
            "[3 0 0; 0 2 1; 0 0 2]",
            "J = [3 0 0; 0 2 1; 0 0 2]",
            "P = [1 0 0; 0 1 0; 0 0 1], J = [2 1 0; 0 2 0; 0 0 3]",
        ],
    ),
    (
        "polynomial",
        "charpoly([2 1 0; 0 2 0; 0 0 3])",
        "QQ",
        [
            "(t - 2)^2 (t - 3)",
            "(2 - λ)^2 (3 - λ)",
            "t^3 - 7t^2 + 16t - 12",
            "p(x) = -x^3 + 7x^2 - 16x + 12",
            "det(A - λI) = (2-λ)^2(3-λ) = 0",
            "\\lambda^3 - 7\\lambda^2 + 16\\lambda - 12",
        ],
    ),
    ("polynomial", "minpoly([2 0; 0 2])", "QQ", ["x - 2"]),
    ("polynomial", "charpoly([1 1; 0 1])", "GF(2)", ["x^2 + 1", "(t+1)^2"]),
    ("polynomial", "charpoly([i 0; 0 1])", "QQ(i)", ["(x - i)(x - 1)"]),
    (
        "orthogonal-basis",
        "span{(1,1,0), (1,0,1)}",
        "QQ",
        ["{(1,1,0), (1,-1,2)}", "(1,1,0), (1/2,-1/2,1)"],
    ),
    ("orthogonal-basis", "gram_schmidt{(1,1,0), (1,0,1)}", "QQ", ["{(1,1,0), (1,-1,2)}"]),
    ("orthogonal-basis", "span{(1,i)}", "QQ(i)", ["{(i, -1)}"]),
    (
        "orthonormal-basis",
        "span{(1,1,0), (1,0,1)}",
        "QQ",
        [
            "{(1/sqrt(2), 1/sqrt(2), 0), (1/sqrt(6), -1/sqrt(6), 2/sqrt(6))}",
            "{1/√2 (1,1,0), 1/√6 (1,-1,2)}",
            "(sqrt(2)/2, sqrt(2)/2, 0), (sqrt(6)/6, -sqrt(6)/6, sqrt(6)/3)",
        ],
    ),
    ("orthonormal-basis", "span{(3,4)}", "QQ", ["{(3/5, 4/5)}", "{(-0.6, -0.8)}"]),
    ("orthonormal-basis", "span{(1,i)}", "QQ(i)", ["{(1/sqrt(2), i/sqrt(2))}"]),
    (
        "projection",
        "proj((1,2,3), span{(1,1,0), (0,0,1)})",
        "QQ",
        ["(3/2, 3/2, 3)", "[1.5; 1.5; 3]"],
    ),
    ("projection", "proj(span{(1,1)})", "QQ", ["1/2 [1 1; 1 1]", "P = [1/2 1/2; 1/2 1/2]"]),
    ("projection", "projection(span{(1,0)}, span{(1,1)})", "QQ", ["[1 -1; 0 0]"]),
    ("matrix-of-map", T, "QQ", ["[-4 -2; 7 4]"]),
    (
        "row-operations",
        "[0 2; 1 3]",
        "QQ",
        [
            "R1 <-> R2, R2 -> 1/2 R2, R1 -> R1 - 3R2",
            "swap(1,2); R2 /= 2; R1 -= 3R2",
            "R1 ↔ R2\nR2 ← R2/2\nR1 ← R1 - 3R2",
            "1. R1 <-> R2\n2. R2 -> 1/2 R2\n3. -3R2 + R1 -> R1",
            "[1 -3; 0 1] * [1 0; 0 1/2] * [0 1; 1 0] * A",
            "[1 -3; 0 1][1 0; 0 1/2][0 1; 1 0]A",
        ],
    ),
    (
        "formal-basis",
        R,
        "QQ",
        [
            "{a1, a3}",
            "a_1, a_3",
            "{a1, a1 + a3}",
            "{a1, a4}",
            "{a2, 2a1 - a3}",
            "columns 1 and 3",
            "span{a1, a3}",
        ],
    ),
]


def _flat(rows):
    return [(kind, of, field, answer) for kind, of, field, answers in rows for answer in answers]


@pytest.mark.parametrize(("kind", "of", "field", "answer"), _flat(RIGHT))
def test_right_answers_in_many_forms(kind, of, field, answer):
    found = mark(kind, of, answer, field=field)
    assert found.verdict == "correct", found
    assert found.theorems
    for theorem in found.theorems:
        assert check(*load(dump(theorem))) == theorem


WRONG = [
    ("scalar-set", f"eigenvalues({A})", "QQ", ["{1}", "{1, 2}", "{}", "{1, 3, 0}", "3"]),
    ("scalar-set", "eigenvalues([0 2; 1 0])", "RR", ["sqrt(2)", "none", "{2, -2}"]),
    ("scalar-set", "eigenvalues([0 -1; 1 0])", "CC", ["i", "none", "1"]),
    ("scalar-set", "eigenvalues([0 1; 1 1])", "GF(2)", ["1", "{0, 1}"]),
    ("scalar-set", "eigenvalues([0 1; 1 1])", "GF(4)", ["none", "w"]),
    ("scalar-set", "['1/2', '2']", "QQ", ["2", "{1/2, 2, 3}", "{}"]),
    (
        "eigenpairs",
        A,
        "QQ",
        [
            "3: {(1,1)}",
            "3: {(1,-1)}; 1: {(1,1)}",
            "3: {(0,0)}; 1: {(1,-1)}",
            "3: {(1,1), (2,2)}; 1: {(1,-1)}",
            "3: (1,1); 1: (1,-1); 2: (1,0)",
        ],
    ),
    ("eigenpairs", "[2 0; 0 2]", "QQ", ["2: (1,0)", "none"]),
    (
        "diagonalization",
        A,
        "QQ",
        [
            "P = [1 1; 1 -1], D = [1 0; 0 3]",
            "P = [1 1; 1 1], D = [3 0; 0 3]",
            "P = [1 0; 0 1], D = [2 1; 1 2]",
            "not diagonalizable",
            "P = [1 1; 1 -1], D = [3 0; 0 1], P^-1 = [1 1; 1 -1]",
        ],
    ),
    ("jordan-form", J2, "QQ", ["[2 0 0; 0 2 0; 0 0 3]", "[2 0 0; 1 2 0; 0 0 3]"]),
    ("polynomial", "charpoly([1 2; 3 4])", "QQ", ["x^2 + 5x - 2", "-x^2 + 5x + 2", "x", "0", "7"]),
    ("polynomial", "minpoly([2 0; 0 2])", "QQ", ["(x - 2)^2", "2 - x"]),
    (
        "orthogonal-basis",
        "span{(1,1,0), (1,0,1)}",
        "QQ",
        ["{(1,1,0), (1,0,1)}", "{(1,0,0), (0,1,0)}", "{(1,1,0)}"],
    ),
    ("orthonormal-basis", "span{(1,1)}", "QQ", ["{(1,1)}", "{(1/2, 1/2)}", "{(1, 0)}"]),
    (
        "orthogonal-basis",
        "span{(1,i), (0,1)}",
        "QQ(i)",
        ["{(1,i), (i,1), (0,1)}", "{(1,i), (1,i)}"],
    ),
    ("projection", "proj((1,2,3), span{(1,1,0), (0,0,1)})", "QQ", ["(1,2,3)", "(0,0,0)"]),
    ("projection", "proj(span{(1,1)})", "QQ", ["[1 1; 1 1]"]),
    ("matrix-of-map", T, "QQ", ["[1 2; 3 4]"]),
    ("row-operations", "[0 2; 1 3]", "QQ", ["R1 <-> R2", "R2 -> 2R2", "none"]),
    (
        "formal-basis",
        R,
        "QQ",
        ["{a1}", "{a1, a2}", "{a1, a3, a4}", "{a1, a1 + a2}", "{}", "{a1, 0a3}"],
    ),
]


@pytest.mark.parametrize(("kind", "of", "field", "answer"), _flat(WRONG))
def test_wrong_answers_come_with_the_theorem_that_says_so(kind, of, field, answer):
    found = mark(kind, of, answer, field=field)
    assert found.verdict == "incorrect", found
    assert found.theorems


INVALID = [
    ("scalar-set", f"eigenvalues({A})", "QQ", "(1, 2)", "a number is due"),
    ("scalar-set", f"eigenvalues({A})", "QQ", "sqrt(2)", "sqrt(2)"),
    ("scalar-set", f"eigenvalues({A})", "QQ", "eigenvalues(A)", "not worked out"),
    ("eigenpairs", A, "QQ", "3", "for each eigenvalue its vectors are due"),
    ("eigenpairs", A, "QQ", "(1,1)", "for each eigenvalue its vectors are due"),
    ("eigenpairs", A, "QQ", "3: (1,1,1); 1: (1,-1)", "another number"),
    ("diagonalization", A, "QQ", "[1 1; 1 -1]", "matrices are due with their names"),
    ("diagonalization", A, "QQ", "P = [1 1; 1 -1]", "matrices are due with their names"),
    ("diagonalization", A, "QQ", "P = [1], D = [3]", "the size of A"),
    ("polynomial", "charpoly([1 2; 3 4])", "QQ", "x^2 - y", "these letters are there"),
    ("polynomial", "charpoly([1 2; 3 4])", "QQ", "1/x", ""),
    ("orthogonal-basis", "span{(1,1,0)}", "QQ", "{(1,1)}", "another number"),
    ("orthogonal-basis", "span{(1,1,0)}", "QQ", "gram_schmidt{(1,1,0)}", "not worked out"),
    ("projection", "proj((1,2,3), span{(1,1,0)})", "QQ", "(1,2),(3,4)", "a list of 2 vectors"),
    ("matrix-of-map", T, "QQ", "[1 2 3]", "another size"),
    ("row-operations", "[0 2; 1 3]", "QQ", "[1 0; 0 1]", "row operations are due"),
    ("row-operations", "[0 2; 1 3]", "QQ", "R2 - 2R1", "which row is replaced"),
    ("row-operations", "[0 2; 1 3]", "QQ", "R1 -> 0R1", "not reversible"),
    ("row-operations", "[0 2; 1 3]", "QQ", "R3 -> R3 + R1", "no row 3"),
    ("row-operations", "[0 2; 1 3]", "QQ", "[1 2; 3 4] A", "not elementary"),
    ("formal-basis", R, "QQ", "{a1, a5}", "a5 is not among"),
    ("formal-basis", R, "QQ", "{(1,0,0), (0,1,0)}", "no combination"),
    ("formal-basis", R, "QQ", "{a1 + 1}", "no combination"),
    ("formal-basis", R, "QQ", "{a1*a2}", "not linear"),
]


@pytest.mark.parametrize(("kind", "of", "field", "answer", "message"), INVALID)
def test_what_is_not_read_costs_nothing_and_says_why(kind, of, field, answer, message):
    found = mark(kind, of, answer, field=field)
    assert found.verdict == "invalid", found
    assert message in " ".join(found.findings), found


ROOTS = [
    ("scalar-set", "['sqrt(2)', '1']", "RR", "1, sqrt(2)", "correct"),
    ("scalar-set", "['sqrt(2)', '1']", "RR", "1, 2", "incorrect"),
    ("scalar-set", "['1', 'sqrt(2)']", "RR", "1, sqrt(3)", "incorrect"),
    ("scalar-set", "['sqrt(3)', 'sqrt(2)']", "RR", "√2, √3", "correct"),
    ("scalar-set", "['sqrt(3)', 'sqrt(2)']", "RR", "√2, √5", "incorrect"),
    ("scalar", "sqrt(2)", "RR", "sqrt(3)", "incorrect"),
    ("scalar", "norm((1,2))", "QQ", "sqrt(5)", "correct"),
    ("scalar", "norm((1,2))", "QQ", "sqrt(3)", "incorrect"),
    ("diagonalization", "[0 -1; 1 0]", "RR", "not diagonalizable", "correct"),
    ("diagonalization", "[0 -1; 1 0]", "CC", "not diagonalizable", "incorrect"),
    ("diagonalization", "[1 1; 0 1]", "CC", "not diagonalizable", "correct"),
    # three real eigenvalues, none of them with square roots alone: nothing is proved over RR
    ("diagonalization", "[0 0 -1; 1 0 3; 0 1 0]", "RR", "not diagonalizable", "undecided"),
    ("diagonalization", "[0 0 -1; 1 0 3; 0 1 0]", "QQ", "not diagonalizable", "correct"),
    ("scalar-set", "eigenvalues([0 3; 1 0])", "QQ(sqrt(2))", "none", "correct"),
    ("scalar-set", "eigenvalues([0 2; 1 0])", "QQ(sqrt(2))", "none", "incorrect"),
    ("scalar-set", "eigenvalues([0 0 2; 1 0 0; 0 1 0])", "RR", "none", "incorrect"),
    ("projection", "proj((1,0), {(1,2)})", "GF(5)", "none", "correct"),
    ("projection", "proj((1,0), {(1,2)})", "GF(5)", "(1,2)", "incorrect"),
    ("jordan-form", "[0 -1; 1 0]", "QQ", "none", "correct"),
    ("formal-basis", "[0 0; 0 0]", "QQ", "{}", "correct"),
    ("diagonalization", "[a 0; 0 1]", "QQ(a)", "P = [1 0; 0 1], D = [a 0; 0 1]", "correct"),
]


@pytest.mark.parametrize(("kind", "of", "field", "answer", "verdict"), ROOTS)
def test_the_field_decides_and_roots_are_adjoined(kind, of, field, answer, verdict):
    found = mark(kind, of, answer, field=field)
    assert found.verdict == verdict, found


def extra(**shares):
    return "credit = { " + ", ".join(f'{k} = "{v}"' for k, v in shares.items()) + " }"


PARTIAL = [
    ("scalar-set", f"eigenvalues({A})", "1", "some_values"),
    ("eigenpairs", A, "3: (1,1); 1: (1,1)", "values_only"),
    ("eigenpairs", A, "3: (1,1)", "some_pairs"),
    ("diagonalization", A, "P = [1 1; 1 -1], D = [1 0; 0 3]", "values_only"),
    ("diagonalization", A, "P = [1 1; 1 1], D = [3 0; 0 3]", "not_invertible"),
    (
        "diagonalization",
        A,
        "P = [1 1; 1 -1], D = [3 0; 0 1], P^-1 = [1 0; 0 1]",
        "all_but_inverse",
    ),
    ("jordan-form", J2, "[2 0 0; 0 2 0; 0 0 3]", "values_only"),
    ("orthogonal-basis", "span{(1,1,0), (1,0,1)}", "{(1,1,0), (1,0,1)}", "basis_not_orthogonal"),
    ("orthogonal-basis", "span{(1,1,0), (1,0,1)}", "{(1,0,0), (0,1,0)}", "orthogonal_only"),
    ("orthonormal-basis", "span{(1,1)}", "{(2,2)}", "orthogonal_not_unit"),
    ("row-operations", "[0 2; 1 3]", "R1 <-> R2", "echelon_only"),
    ("formal-basis", R, "{a1, a2, a3}", "spans_but_dependent"),
    ("formal-basis", R, "{a1}", "independent_but_short"),
]


@pytest.mark.parametrize(("kind", "of", "answer", "tag"), PARTIAL)
def test_a_share_of_the_points_for_what_is_right(kind, of, answer, tag):
    found = mark(kind, of, answer, extra=extra(**{tag: "1/3"}))
    assert (found.verdict, found.points) == ("partial", 1), found
    assert mark(kind, of, answer, extra=extra(another="1/3")).verdict == "incorrect"


def mark_with(kind, of, keys, answer, field="QQ"):
    shown = of if of.startswith("['") else f"'{of}'"
    return Problem.load(
        f"""
format = "exactspaces-problem/1"
id = "samples/one"
title = "One"
topics = ["one"]
level = 1
field = "{field}"
[given]
G = "[2 1; 1 2]"
[[part]]
id = "p"
ask = 'Answer.'
answer = {{ kind = "{kind}", of = {shown}{keys} }}
"""
    ).mark("p", answer)


OPTIONS = [
    ("scalar-set", "eigenvalues([2 1; 0 2])", ', repeated = "counted"', "2, 2", "correct"),
    ("scalar-set", "eigenvalues([2 1; 0 2])", ', repeated = "counted"', "2 (twice)", "correct"),
    ("scalar-set", "eigenvalues([2 1; 0 2])", ', repeated = "counted"', "2", "incorrect"),
    ("scalar-set", "['2', '2', '3']", ', repeated = "counted"', "2, 2, 3", "correct"),
    ("scalar-set", "['2', '2', '3']", ', repeated = "counted"', "2, 3, 3", "incorrect"),
    ("scalar-set", "['2', '2', '3']", "", "2, 3", "correct"),
    ("scalar", "7/3", ', mixed = "allowed"', "2 1/3", "correct"),
    ("scalar", "-7/3", ', mixed = "allowed"', "-2 1/3", "correct"),
    ("scalar", "7/3", "", "2 1/3", "invalid"),
    ("orthogonal-basis", "span{(1,0), (0,1)}", ', form = "G"', "{(1,0), (1,-2)}", "correct"),
    ("orthogonal-basis", "span{(1,0), (0,1)}", ', form = "G"', "{(1,0), (0,1)}", "incorrect"),
    (
        "orthogonal-basis",
        "gram_schmidt{(1,0), (0,1)}",
        ', form = "G"',
        "{(1,0), (1,-2)}",
        "correct",
    ),
    (
        "orthogonal-basis",
        "gram_schmidt{(1,0), (0,1)}",
        ', form = "G"',
        "{(1,0), (0,1)}",
        "incorrect",
    ),
    ("orthogonal-basis", "gram_schmidt({(1,0), (0,1)}, G)", "", "{(1,0), (1,-2)}", "correct"),
    ("orthonormal-basis", "span{(1,-1)}", ', form = "G"', "{(1/sqrt(2),-1/sqrt(2))}", "correct"),
    ("row-operations", "[0 2; 1 3]", ', to = "[1 3; 0 2]"', "R1 <-> R2", "correct"),
    ("row-operations", "[0 2; 1 3]", ', to = "[1 3; 0 2]"', "none", "incorrect"),
    ("row-operations", "[0 2; 1 3]", ', to = "ref"', "R1 <-> R2", "correct"),
    ("row-operations", "[0 2; 1 3]", ', to = "ref"', "R2 -> 2R2", "incorrect"),
    ("row-operations", "[0 2; 1 3]", ', most = "1"', "R1 <-> R2, R2 -> 2R2", "invalid"),
    ("formal-basis", R, ', letter = "v"', "{v1, v1 + v3}", "correct"),
    ("formal-basis", R, ', letter = "v"', "{a1, a3}", "invalid"),
]


@pytest.mark.parametrize(("kind", "of", "keys", "answer", "verdict"), OPTIONS)
def test_options_of_a_kind(kind, of, keys, answer, verdict):
    found = mark_with(kind, of, keys, answer)
    assert found.verdict == verdict, found


@pytest.mark.parametrize(
    ("kind", "of", "keys", "message"),
    [
        ("orthogonal-basis", "span{(1,0)}", ', form = "det(G)"', "a matrix is due"),
        ("orthogonal-basis", "span{(1,0)}", ', form = "H"', "H"),
        ("orthogonal-basis", "gram_schmidt({(1,0)}, G)", ', form = "G"', "given twice"),
        ("orthogonal-basis", "gram_schmidt{(1,0)}", ', form = "det(G)"', "a matrix is due"),
        ("row-operations", "G", ', to = "rank(G)"', "a matrix is due"),
        ("formal-basis", "G", ', letter = "ab"', "is no letter"),
        ("eigenpairs", "det(G)", "", "a matrix is due"),
        ("polynomial", "det(G)", "", "a polynomial is due"),
    ],
)
def test_what_the_author_wrote_is_refused_when_the_file_is_read(kind, of, keys, message):
    with pytest.raises(NotUnderstood, match=message):
        mark_with(kind, of, keys, "1")
