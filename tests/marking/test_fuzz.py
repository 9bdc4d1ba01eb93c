"""No answer, however strange, makes marking fail."""

from __future__ import annotations

import random

import pytest

from tests.marking.samples import mark

SIGNS = [*"()[]{},;|:+-*/^012tsxy=", "1/2", "x1", "x2", "R1", "R2", "->", "<->", "free", "span"]
SIGNS += ["sqrt(2)", "e1", "yes", "none", "i", "(1,2)", "(1,2,3)", "{(1,2,-1)}", "c(1,2)"]
SIGNS += ["swap(1,2)", "in", "L=", "U=", "columns of"]
SIGNS += ["P=", "D=", "λ=", "a1", "a2", "±", "[1 2;3 4]", "3:", "lambda", "t"]
CASES = [
    ("scalar", "det([1 2; 3 4])"),
    ("vector", "[1 0; 0 1] * (1, 2)"),
    ("matrix", "inv([1 2; 3 4])"),
    ("basis", "col([1 2; 2 4; 0 1])"),
    ("subspace", "null([1 1 -1])"),
    ("affine-set", "solve([1 2 -1; 2 4 1], (3, 9))"),
    ("tuple", "['1', '2']"),
    ("row-reduction", "[1 2; 3 4]"),
    ("factorization", "[1 2; 3 4]"),
    ("scalar-set", "eigenvalues([2 1; 1 2])"),
    ("eigenpairs", "[2 1; 1 2]"),
    ("diagonalization", "[2 1; 1 2]"),
    ("jordan-form", "[2 1; 1 2]"),
    ("polynomial", "charpoly([2 1; 1 2])"),
    ("orthonormal-basis", "span{(1,1)}"),
    ("projection", "proj((1,2), {(1,1)})"),
    ("row-operations", "[1 2; 3 4]"),
    ("formal-basis", "[1 2; 3 4]"),
]


@pytest.mark.parametrize(("kind", "of"), CASES)
def test_random_answers(kind, of):
    chance = random.Random(7)
    for _ in range(200):
        between = chance.choice(["", " ", "\n"])
        text = between.join(chance.choices(SIGNS, k=chance.randint(1, 12)))
        found = mark(kind, of, text)
        assert found.verdict in ("correct", "partial", "incorrect", "invalid", "undecided")
        assert found.findings or found.verdict != "invalid"
