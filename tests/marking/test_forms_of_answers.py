"""Right answers in many forms; their theorems are checked once more."""

from __future__ import annotations

import pytest

from exactspaces.kernel import check, dump, load
from tests.marking.samples import J2, A, R, T, flat, mark

# kind, of, field, answers
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


@pytest.mark.parametrize(("kind", "of", "field", "answer"), flat(RIGHT))
def test_right_answers_in_many_forms(kind, of, field, answer):
    found = mark(kind, of, answer, field=field)
    assert found.verdict == "correct", found
    assert found.theorems
    for theorem in found.theorems:
        assert check(*load(dump(theorem))) == theorem
