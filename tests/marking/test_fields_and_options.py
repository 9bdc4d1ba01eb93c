"""What the field decides, and what the options of a kind do."""

from __future__ import annotations

import pytest

from exactspaces import Problem
from exactspaces.errors import NotUnderstood
from tests.marking.samples import R, mark

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
