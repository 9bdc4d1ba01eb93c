"""A X = B: every solution of small fields is reached, and what has none is refuted."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import ExactSpacesError, compute
from exactspaces.errors import NoAnswer
from exactspaces.fields import QQ, entries, matrix_from
from exactspaces.kernel import KernelError, check
from exactspaces.questions.equations import MatrixEquation
from exactspaces.solvers.constructions import evidence_for
from exactspaces.solvers.find import find
from tests.api.asked import literal


def shaped(height, width, most):
    row = st.lists(st.integers(0, most), min_size=width, max_size=width)
    return st.lists(row, min_size=height, max_size=height)


def times(a, x, p):
    return [[sum(u * v for u, v in zip(row, col, strict=True)) % p
             for col in zip(*x, strict=True)] for row in a]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(a=shaped(2, 2, 2), b=shaped(2, 2, 2))
def test_solutions_over_three_elements_are_those_found_by_trying(a, b):
    tried = [x for x in product(range(3), repeat=4)
             if times(a, [x[:2], x[2:]], 3) == b]  # fmt: skip
    result = compute("solve(A, B)", over="GF(3)", A=a, B=b)
    assert result.theorem is not None
    result.theorem.recheck()
    if not tried:
        assert result.verdict == "refuted"
        return
    assert result.verdict == "proved"
    found = result.answer if isinstance(result.answer, list) else result.answer["X"]
    assert tuple(int(v) for row in found for v in row) in tried
    basis = [] if isinstance(result.answer, list) else result.answer["N"]
    assert len(tried) == 3 ** (2 * len(basis))


@settings(max_examples=25, deadline=None)
@given(a=shaped(3, 3, 4), x=shaped(3, 2, 4))
def test_what_was_multiplied_is_solved(a, x):
    b = [[sum(u * v for u, v in zip(row, col, strict=True)) for col in zip(*x, strict=True)]
         for row in a]  # fmt: skip
    assert compute("solve(A, B)", A=a, B=b).verdict == "proved"


def test_a_bar_and_parameters():
    assert compute("solve([1 2 | 1 0; 3 4 | 0 1])").answer == [["-2", "1"], ["3/2", "-1/2"]]
    cases = compute("solve([1 a; a 1], identity(2))", over="QQ(a)")
    assert cases.verdict == "proved"
    assert len(cases.as_dict()["answer"]["cases"]) == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("solve([1 2; 3 4], [1 2; 3 4; 5 6])", "2 entries"),
        ("consistent([1 2; 3 4], [1 0; 0 1])", "one column"),
        ("solve([1 2; 3 4])", "with a bar"),
    ],
)
def test_what_does_not_fit_is_refused(text, words):
    with pytest.raises(ExactSpacesError, match=words):
        compute(text)


def proof(question, answer):
    claim = question.claim(answer)
    return check(claim, evidence_for(claim))


@pytest.mark.parametrize("rows", [[[1, 2], [2, 4]], [[1, 2], [3, 4]]])
@pytest.mark.parametrize("right", [[[1, 0], [2, 0]], [[1, 0], [0, 1]]])
def test_changed_answers_are_refused(rows, right):
    question = MatrixEquation(literal(*rows), literal(*right))
    found = find(question)
    assert check(question.claim(found.answer), found.certificate)
    values = [list(row) for row in entries(found.answer.parts[0].value)]
    values[0][0] = values[0][0] + 1
    part = replace(found.answer.parts[0], value=matrix_from(QQ, values))
    answer = replace(found.answer, parts=(part, *found.answer.parts[1:]))
    with pytest.raises((NoAnswer, KernelError)):
        proof(question, answer)


def test_no_solution_is_not_claimed_of_an_equation_that_has_one():
    question = MatrixEquation(literal([1, 2], [2, 4]), literal([1, 0], [2, 0]))
    none = find(MatrixEquation(question.matrix, literal([1, 0], [0, 1]))).answer
    forged = replace(none, values=find(question).answer.values)
    with pytest.raises((NoAnswer, KernelError)):
        proof(question, forged)
