"""Wrong answers have a theorem, unread ones a message, and half right ones a share."""

from __future__ import annotations

import pytest

from tests.marking.samples import J2, A, R, T, flat, mark

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


@pytest.mark.parametrize(("kind", "of", "field", "answer"), flat(WRONG))
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
