"""Answers that say something else than their lines are refused, and what is right is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import QQ, matrix_from, number, read_field
from exactspaces.kernel import Given, KernelError, check
from exactspaces.questions.constructions import Construct, Part
from exactspaces.questions.decompositions import Schur, SpectralProjectors
from exactspaces.questions.invariant import GeneralizedNull
from exactspaces.questions.residuals import Residuals, UnitKrylovReduction
from exactspaces.questions.similar import Diagonalizable
from exactspaces.questions.spectra import Eigenvalues, NormalForm
from exactspaces.questions.symmetric import ConjugateGradients, Cramer, KrylovReduction
from exactspaces.settle import settle
from exactspaces.solvers.constructions import evidence_for
from exactspaces.spaces import Coordinates


def given(rows, ring=QQ):
    return Given(matrix_from(ring, [[number(ring, x) for x in r] for r in rows], len(rows[0])))


def attempted(question, answer):
    claim = question.claim(answer)
    return check(claim, evidence_for(claim))


def refused(question, answer):
    with pytest.raises((KernelError, ExactSpacesError)):
        attempted(question, answer)


def changed(answer, **new):
    names = {part.name for part in answer.parts}
    assert set(new) <= names
    parts = tuple(replace(p, value=new.get(p.name, p.value)) for p in answer.parts)
    return replace(answer, parts=parts)


def right(question):
    answer = settle(question).answer
    attempted(question, answer)
    return answer


TURN = given([[0, -1], [1, 0]])
STRETCH = given([[2, 1], [1, 2]])


def test_eigenvalues_in_words_are_those_of_the_lines():
    question = Eigenvalues(STRETCH)
    answer = right(question)
    refused(question, changed(answer, eigenvalues="7 (algebraic 2, geometric 2)"))
    refused(question, replace(answer, roots=answer.roots[:1] * 2))


def test_no_roots_in_q_say_nothing_of_the_real_or_complex_numbers():
    answer = right(NormalForm(TURN, diagonal=True))
    assert answer.missing == "irreducible"
    for extend in ("real", "complex"):
        refused(NormalForm(TURN, diagonal=True, extend=extend), answer)
        refused(Schur(TURN, extend), answer)


def test_eigenvalues_that_are_not_real_say_nothing_of_the_complex_numbers():
    answer = right(NormalForm(TURN, diagonal=False, extend="real"))
    assert answer.missing == "not real"
    refused(NormalForm(TURN, diagonal=False, extend="complex"), answer)
    refused(Schur(TURN, "complex"), answer)
    real = NormalForm(STRETCH, diagonal=False, extend="real")
    refused(real, answer)
    assert right(real).missing == ""
    assert right(Diagonalizable(TURN, real=True)).missing == "not real"
    refused(Diagonalizable(TURN), answer)


def test_a_field_with_a_root_in_the_field_of_the_matrix_shows_nothing():
    question = NormalForm(STRETCH, diagonal=True)
    found = right(NormalForm(TURN, diagonal=True))
    (other,) = found.others
    line = matrix_from(QQ, [[number(QQ, -3), number(QQ, 1)]], 2)
    refused(question, found)
    for field in (read_field("QQ(i)"), read_field("QQ(sqrt(2))")):
        refused(question, replace(found, others=(replace(other, polynomial=line, field=field),)))


def test_what_is_missing_of_lanczos_is_not_missing_of_arnoldi():
    a, b = given([[1, 2], [0, 1]]), given([[1], [1]])
    for kind in (KrylovReduction, UnitKrylovReduction):
        answer = right(kind(a, b, symmetric=True))
        assert answer.missing
        refused(kind(a, b), answer)


def test_cramers_rule_has_no_solution_only_for_the_determinant_0():
    b = given([[1], [2]])
    question = Cramer(STRETCH, b)
    answer = right(question)
    refused(question, replace(answer, missing="singular"))
    singular = Cramer(given([[1, 2], [2, 4]]), b)
    found = right(singular)
    assert found.missing
    parts = (*found.parts, Part("x", given([[9], [9]]).matrix, "vector"))
    refused(singular, Construct(parts, "", "", found.values))


def test_steps_and_last_vectors_are_those_that_are_shown():
    b = given([[1], [2]])
    for question, new in (
        (ConjugateGradients(STRETCH, b), {"steps": "7"}),
        (Residuals(STRETCH, b), {"x": given([[5], [5]]).matrix}),
    ):
        refused(question, changed(right(question), **new))


def test_dimensions_of_null_spaces_grow():
    question = GeneralizedNull(given([[0, 1], [0, 0]]), Coordinates(2))
    answer = right(question)
    assert answer["nullities"] == "1, 2"
    refused(question, changed(answer, nullities="1, 2, 2"))


def test_projectors_are_those_of_the_lines_and_are_not_0():
    question = SpectralProjectors(given([[2, 0], [0, 1]]))
    answer = right(question)
    refused(question, replace(answer, parts=answer.parts[::-1]))
    none = given([[0, 0], [0, 0]]).matrix
    refused(question, replace(answer, projectors=(none, *answer.projectors[1:])))


def test_a_diagonalizable_matrix_is_not_said_not_to_be_one():
    question = Diagonalizable(STRETCH)
    refused(question, changed(right(question), diagonalizable="no"))
