"""Answers to try are right and wrong as they say, for every kind and over every field."""

from __future__ import annotations

import random

import pytest

from exactspaces import Problem
from exactspaces.api.problems.marks import settle_kept
from exactspaces.api.text import DEFAULT
from exactspaces.marking.marker import case_of
from exactspaces.reading.problems.kinds import KINDS
from exactspaces.variants.answers import _MAKERS, trial
from exactspaces.variants.stream import Stream
from tests.marking.plain_fields import FIELDS
from tests.marking.test_all_kinds import EXERCISES, TEMPLATE
from tests.marking.test_models import OPEN

HEAD = 'format = "exactspaces-problem/1"\nid = "samples/one"\ntitle = "One"\ntopics = ["one"]\n'


def tried(problem):
    """The answers to try, with the marks that they get."""
    part = problem.parts[0]
    case = case_of(part, part.requests[0], problem.told, lambda q: settle_kept(q, DEFAULT))
    found = trial(case, Stream("test", problem.id))
    if found is None:
        return None
    marks = [(x, problem.mark("p", x).verdict, True) for x in (found.key, *found.same)]
    return marks + [(x, problem.mark("p", x).verdict, False) for x in found.wrong]


def faults(marks):
    return [x for x in marks if (x[1] == "correct") != x[2] or x[1] == "undecided"]


@pytest.mark.parametrize("f", FIELDS, ids=lambda f: f.label)
@pytest.mark.parametrize("make", EXERCISES, ids=lambda make: make.__name__)
def test_what_is_right_is_accepted_and_what_is_wrong_is_refused(make, f):
    found = make(f, random.Random(f"trial {f.label} {make.__name__}"))
    text = TEMPLATE.format(field=f.label, kind=found.kind, of=found.of, keys=found.keys)
    marks = tried(Problem.load(text))
    if marks is None:
        assert (make.__name__, f.label) in OPEN
        return
    assert faults(marks) == []
    assert len(marks) > 1


SPECIAL = [
    ("scalar-set", '["1/2", "3", "3"]', "QQ", ', repeated = "counted"', 4),
    ("scalar-set", '["sqrt(2)", "-sqrt(2)"]', "RR", "", 4),
    ("scalar-set", '"eigenvalues([2 1 0; 0 2 0; 0 0 5])"', "QQ", ', repeated = "counted"', 5),
    ("scalar-set", '"eigenvalues([1 1; 1 0])"', "RR", "", 4),
    ("eigenpairs", '"[2 0 0; 0 2 0; 0 0 5]"', "QQ", "", 8),
    ("eigenpairs", '"[0 -1 0; 1 0 0; 0 0 3]"', "RR", "", 4),
    ("eigenpairs", '"[0 -1; 1 0]"', "CC", "", 6),
    ("diagonalization", '"[2 1; 0 2]"', "QQ", "", 2),
    ("diagonalization", '"[2 0; 0 2]"', "QQ", "", 6),
    ("diagonalization", '"[1 1; 1 0]"', "RR", "", 6),
    ("jordan-form", '"[2 1 0; 0 2 0; 0 0 2]"', "QQ", "", 6),
    ("jordan-form", '"[2 1 0 0; 0 2 0 0; 0 0 2 1; 0 0 0 2]"', "QQ", "", 6),
    ("jordan-form", '"[0 -1; 1 0]"', "QQ", "", 1),
    ("polynomial", '"minpoly([2 0; 0 2])"', "QQ", "", 4),
    ("orthonormal-basis", '"span{(1,1,0), (0,1,1)}"', "QQ", "", 5),
    ("orthonormal-basis", '"span{(3,4)}"', "QQ", "", 3),
    ("orthonormal-basis", '"span{(1,i), (0,1)}"', "QQ(i)", "", 4),
    ("orthonormal-basis", '"span{(1,0), (0,1)}"', "QQ", ', form = "[2 1; 1 2]"', 4),
    ("orthogonal-basis", '"span{(1,0), (0,1)}"', "QQ", ', form = "[2 1; 1 2]"', 4),
    ("projection", '"proj(span{(1,1)})"', "QQ", "", 4),
    ("row-operations", '"[1 2; 3 4]"', "QQ", ', to = "[3 4; 1 2]", most = 1', 2),
    ("row-operations", '"[1 2; 3 4]"', "QQ", ', to = "[1 2; 0 -2]", most = 1', 2),
    ("row-operations", '"[1 2; 3 4]"', "QQ", ', to = "[2 4; 3 4]", most = 1', 2),
    ("row-operations", '"[1 2; 3 4]"', "QQ", ', to = "ref"', 4),
    ("row-operations", '"[1 2; 3 4]"', "GF(5)", ', to = "[3 4; 4 1]"', 4),
    ("formal-basis", '"[1 2 0; 0 0 1]"', "QQ", ', letter = "v"', 5),
    ("columns", '"[1 2 0; 0 0 1]"', "QQ", ', which = "free"', 1),
    ("factorization", '"svd([0 2; 1 0; 0 0])"', "QQ", "", 5),
    ("factorization", '"svd([1 2; 2 1])"', "RR", "", 5),
    ("factorization", '"thin_svd([1 2; 2 4; 0 0])"', "RR", "", 5),
    ("factorization", '"svd([0 0; 0 0])"', "QQ", "", 1),
    ("factorization", '"polar([0 1; 2 0])"', "QQ", "", 3),
    ("factorization", '"polar([1 1; 0 1])"', "RR", "", 3),
    ("factorization", '"qr([3 1; 4 2])"', "QQ", "", 5),
    ("factorization", '"rank_factors([1 2; 2 4])"', "GF(5)", "", 3),
    ("definiteness", '"[2 1; 1 2]"', "QQ", "", 6),
    ("definiteness", '"[0 0; 0 0]"', "QQ", "", 5),
    ("definiteness", '"[1 i; -i 2]"', "CC", "", 6),
]


@pytest.mark.parametrize(("kind", "of", "field", "keys", "least"), SPECIAL)
def test_special_cases(kind, of, field, keys, least):
    answer = f'answer = {{ kind = "{kind}", of = {of}{keys} }}\n'
    part = f'level = 1\nfield = "{field}"\n[[part]]\nid = "p"\nask = \'Answer.\'\n{answer}'
    marks = tried(Problem.load(HEAD + part))
    assert faults(marks) == []
    assert len(marks) >= least, marks


def test_every_kind_has_answers_to_try():
    assert set(KINDS) == {*_MAKERS, "tuple"}
