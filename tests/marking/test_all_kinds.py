"""Every kind over six fields: marks agree with an oracle that shares nothing with the package.

For each kind an exercise is drawn, right answers are written in other words, and answers are
changed in a random place; what the oracle says of each is what the mark has to say.
"""

from __future__ import annotations

import random

import pytest

from exactspaces import Problem
from tests.marking.oracles.base import changed
from tests.marking.oracles.inner import orthogonal_basis, orthonormal_basis, projection
from tests.marking.oracles.maps import matrix_of_map, row_operations
from tests.marking.oracles.matrices import (
    direction,
    echelon,
    matrix,
    row_equivalent,
    rref,
    scalar,
    vector,
)
from tests.marking.oracles.spaces import (
    affine,
    basis,
    change,
    coordinates,
    formal,
    spanning,
    subspace,
)
from tests.marking.oracles.spectra import (
    diagonalization,
    eigenpairs,
    jordan,
    polynomial,
    scalar_set,
)
from tests.marking.plain_fields import FIELDS

EXERCISES = [
    scalar, vector, direction, matrix, rref, row_equivalent, echelon, basis, spanning, subspace,
    affine, coordinates, change, formal, scalar_set, eigenpairs, diagonalization, jordan,
    polynomial, orthogonal_basis, orthonormal_basis, projection, matrix_of_map, row_operations,
]  # fmt: skip
TEMPLATE = """
format = "exactspaces-problem/1"
id = "samples/one"
title = "One"
topics = ["one"]
level = 1
field = "{field}"
[[part]]
id = "p"
ask = 'Answer.'
answer = {{ kind = "{kind}", of = "{of}"{keys} }}
"""


def check(f, make, seed, changes):
    chance = random.Random(seed)
    found = make(f, chance)
    text = TEMPLATE.format(field=f.label, kind=found.kind, of=found.of, keys=found.keys)
    problem = Problem.load(text)
    tried = [(answer, True) for answer in found.right]
    for _ in range(changes):
        answer = changed(f, chance, chance.choice(found.right))
        tried.append((answer, found.is_right(answer)))
    for answer, right in tried:
        assert found.is_right(answer) == right
        written = found.write(answer)
        mark = problem.mark("p", written)
        due = ("correct",) if right else ("incorrect", "partial")
        assert mark.verdict in due, (found.of, written, mark.verdict, mark.findings)
        assert mark.theorems
    return sum(1 for _, right in tried if not right)


@pytest.mark.parametrize("f", FIELDS, ids=lambda f: f.label)
@pytest.mark.parametrize("make", EXERCISES, ids=lambda make: make.__name__)
def test_marks_agree_with_the_oracle(f, make):
    check(f, make, f"{f.label} {make.__name__}", 2)


@pytest.mark.long
@pytest.mark.parametrize("f", FIELDS, ids=lambda f: f.label)
@pytest.mark.parametrize("make", EXERCISES, ids=lambda make: make.__name__)
def test_many_marks_agree_with_the_oracle(f, make):
    wrong = sum(check(f, make, f"{f.label} {make.__name__} {k}", 6) for k in range(8))
    if make is not formal:  # there a changed number seldom makes vectors dependent
        assert wrong > 3
