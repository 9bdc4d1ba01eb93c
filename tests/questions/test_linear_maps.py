"""Answers about maps that were changed are refused: by the form of the claim, or by the kernel."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exactspaces.errors import NoAnswer
from exactspaces.fields import QQ, entries, matrix_from, number
from exactspaces.kernel import Given, KernelError, Matrix, Span, check
from exactspaces.questions.invariant import CommonEigenvector, GeneralizedNull, InvariantComplement
from exactspaces.questions.linear_maps import (
    BlockForm,
    DoubleDual,
    FirstIsomorphism,
    InducedMap,
    RankNullity,
    Restriction,
    SecondIsomorphism,
    ThirdIsomorphism,
)
from exactspaces.solvers.decisions import proof_of
from exactspaces.solvers.find import find
from exactspaces.spaces import Coordinates

PLACE = Coordinates(3)


def given(*rows):
    return Given(matrix_from(QQ, [[number(QQ, x) for x in row] for row in rows]))


A = given((1, 2, 0), (0, 3, 0), (0, 0, 3))
N = given((0, 1, 0), (0, 0, 0), (0, 0, 0))
F = given((1, 0, 1), (0, 1, 1), (1, 1, 2))
LINE, OTHER = Span(given((1, 0, 0))), Span(given((1, 1, 1)))
PLANE = Span(given((1, 0, 0), (0, 1, 0)))

QUESTIONS = [
    RankNullity(F, PLACE, PLACE),
    Restriction(A, PLANE, PLACE),
    Restriction(A, OTHER, PLACE),
    BlockForm(A, LINE, PLACE),
    BlockForm(A, LINE, PLACE, quotient=True),
    BlockForm(A, OTHER, PLACE),
    InducedMap(F, Span(given((-1, -1, 1))), PLACE),
    InducedMap(F, LINE, PLACE),
    FirstIsomorphism(F, PLACE, PLACE),
    SecondIsomorphism(PLANE, Span(given((0, 1, 0), (1, 0, 1))), PLACE),
    ThirdIsomorphism(Span(given((1, 0, 0), (0, 1, 0), (0, 0, 1))), PLANE, LINE, PLACE),
    ThirdIsomorphism(PLANE, PLANE, LINE, PLACE),
    ThirdIsomorphism(PLANE, LINE, PLANE, PLACE),
    ThirdIsomorphism(PLANE, OTHER, OTHER, PLACE),
    DoubleDual(given((1, 2), (1, -1)), Coordinates(2)),
    InvariantComplement(A, LINE, PLACE),
    InvariantComplement(N, LINE, PLACE),
    InvariantComplement(A, OTHER, PLACE),
    GeneralizedNull(N, PLACE),
    CommonEigenvector(A, N, PLACE),
]


def changed(matrix):
    """Give the matrix with 1, and with 2, added to each entry in turn."""
    for i in range(matrix.height):
        for j in range(matrix.width):
            for more in (1, 2):
                rows = entries(matrix)
                rows[i][j] = rows[i][j] + more
                yield matrix_from(QQ, rows, matrix.width)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: type(q).__name__)
def test_what_is_found_is_accepted(question):
    found = find(question)
    assert check(question.claim(found.answer), found.certificate)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: type(q).__name__)
def test_changed_answers_are_refused(question):
    """A changed part is accepted only where it is another right answer, proved from scratch."""
    found = find(question)
    refused = 0
    for k, part in enumerate(found.answer.parts):
        values = changed(part.value) if isinstance(part.value, Matrix) else _texts(part.value)
        for value in values:
            parts = list(found.answer.parts)
            parts[k] = replace(part, value=value)
            answer = replace(found.answer, parts=tuple(parts))
            try:
                claim = question.claim(answer)
                check(claim, proof_of(claim))
                continue
            except (NoAnswer, KernelError):
                refused += 1
            with pytest.raises((NoAnswer, KernelError)):
                check(question.claim(answer), found.certificate)
    assert refused


def _texts(value):
    return [value.replace(d, str(int(d) + 1)) for d in sorted(set(value)) if d.isdigit()]
