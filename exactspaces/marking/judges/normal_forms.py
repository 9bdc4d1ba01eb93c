"""The judges of diagonal and Jordan forms: any matrices that satisfy the equation are right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import Scalar, entries
from exactspaces.kernel import (
    Equal,
    Given,
    Invertible,
    Matrix,
    Product,
    Rank,
    Term,
    Theorem,
    identity,
)
from exactspaces.kernel.matrices import is_lower, times
from exactspaces.marking.judges.spectra import has_no_real_root
from exactspaces.marking.judging import Case, Judged, wrong
from exactspaces.questions import ValueOf
from exactspaces.questions.spectra import NormalForm, Spectrum, is_jordan, shifted
from exactspaces.reading.answers import NotRead
from exactspaces.reading.bindings import carried

Named = Mapping[str, Matrix]


def judge_normal_form(case: Case, answer: Named | None) -> Judged:
    """Judge P with D, or with J, or J alone; None says that there is no such P."""
    question = case.question
    if not isinstance(question, NormalForm):
        raise NotRead("input.wrong-sort", "a normal form is judged against a matrix")
    if answer is None:
        return _none(case)
    letter = "D" if question.diagonal else "J"
    form = answer[letter]
    matrix = _matrix(case, question, form)
    n = matrix.height
    if any(found.shape != (n, n) for found in answer.values()):
        raise NotRead("input.wrong-size", f"each of the matrices has the size of A: {n} x {n}")
    if "P" not in answer:
        return _jordan_alone(case, matrix, form)
    judged = _equation(case, matrix, answer, form)
    if not judged.right or is_jordan(form, diagonal=question.diagonal):
        return judged
    text = "D is not diagonal" if question.diagonal else "J is not in Jordan form"
    return wrong(judged.theorems, f"the equation A P = P {letter} holds, but {text}")


def _matrix(case: Case, question: NormalForm, like: Matrix) -> Matrix:
    """Give the matrix that is asked about, over the field of the answer."""
    term = question.matrix
    found = term if isinstance(term, Given) else case.settle(ValueOf(term)).answer
    if not isinstance(found, Given):
        raise NotRead("input.wrong-sort", "the matrix is not known")
    try:
        return carried(found.matrix, like.ring)
    except ExactSpacesError as error:
        raise NotRead("input.other-field", str(error)) from error


def _none(case: Case) -> Judged:
    outcome = case.key
    if outcome.theorem is None:
        return Judged(None, (), "", (f"undecided: {outcome.reason}",))
    if outcome.verdict != "refuted":
        return wrong((outcome.theorem,), "there are such matrices")
    if not holds_over(case, outcome.answer):
        reason = "undecided: the eigenvalues are not in the field that was used for the proof"
        return Judged(None, (outcome.theorem,), "", (reason,))
    return Judged(right=True, theorems=(outcome.theorem,))


def holds_over(case: Case, answer: Any) -> bool:
    """Say whether what was refuted in a small field is refuted in RR or CC as well.

    Too few eigenvectors are too few everywhere. An irreducible factor over Q says nothing about
    CC, and about RR only when its roots are not real.
    """
    growth = case.setting.over.growth
    if growth == "fixed" or not isinstance(answer, Spectrum):
        return True
    return growth == "real" and any(map(has_no_real_root, (x.polynomial for x in answer.others)))


def _equation(case: Case, matrix: Matrix, answer: Named, form: Matrix) -> Judged:
    """Prove A P = P D, that P is invertible, and that P^-1 is its inverse where it is given."""
    a, p, d = Given(matrix), Given(answer["P"]), Given(form)
    equation = case.decide(Equal(Product(a, p), Product(p, d)))
    regular = case.decide(Invertible(p))
    theorems = (*equation.theorems, *regular.theorems)
    if equation.right is None or regular.right is None:
        return equation if equation.right is None else regular
    if not equation.right:
        tag = "" if not _eigenvalues_right(case, matrix, form) else "values_only"
        return wrong(theorems, "A P and P times the form are different", tag)
    if not regular.right:
        return wrong(theorems, "P is not invertible", "not_invertible")
    if "P^-1" in answer:
        one = Given(identity(matrix.ring, matrix.height))
        back = case.decide(Equal(Product(p, Given(answer["P^-1"])), one))
        if not back.right:
            text = "P and the form are right, but P^-1 is not the inverse of P"
            return Judged(back.right, (*theorems, *back.theorems), "all_but_inverse", (text,))
        theorems += back.theorems
    return Judged(right=True, theorems=theorems)


def _eigenvalues_right(case: Case, matrix: Matrix, form: Matrix) -> bool:
    """Say whether the form is triangular with the right eigenvalues, so that P is wrong alone."""
    if not (is_lower(form) or is_lower(form.transpose)):
        return False  # the diagonal says nothing of the eigenvalues
    return bool(_ranks(case, matrix, form, range(1, matrix.height + 1)).right)


def _ranks(case: Case, matrix: Matrix, form: Matrix, powers: Sequence[int]) -> Judged:
    """Decide whether (A - c I)^k and (J - c I)^k have one rank for each c on the diagonal of J.

    For k = n this says that the eigenvalues are the same with their multiplicities; for all k from
    1 to n that a J in Jordan form is similar to A. No polynomial has to be factored for it.
    """
    theorems: list[Theorem] = []
    for value in dict.fromkeys(_diagonal(form)):
        left, right = (_powers(shifted(x, value), max(powers)) for x in (matrix, form))
        chains = [case.decide(Equal(*pair)) for x in (left, right) for pair in _steps(x)]
        ranks = [case.decide(Equal(Rank(left[k - 1]), Rank(right[k - 1]))) for k in powers]
        missed = next((x for x in (*ranks, *chains) if not x.right), None)
        if missed is not None:
            return replace(missed, theorems=(*theorems, *missed.theorems))
        theorems += [theorem for x in (*chains, *ranks) for theorem in x.theorems]
    return Judged(right=True, theorems=tuple(theorems))


def _powers(matrix: Matrix, most: int) -> list[Given]:
    """Give M, M^2, ... written out."""
    out = [matrix]
    while len(out) < most:
        out.append(times(out[-1], matrix))
    return list(map(Given, out))


def _steps(powers: list[Given]) -> Iterator[tuple[Term, Term]]:
    """Give both sides of M^k M = M^(k+1)."""
    return ((Product(a, powers[0]), b) for a, b in pairwise(powers))


def _jordan_alone(case: Case, matrix: Matrix, form: Matrix) -> Judged:
    """Prove that the form is similar to the matrix; the order of its blocks is free."""
    n = matrix.height
    judged = _ranks(case, matrix, form, range(1, n + 1))
    if not is_jordan(form, diagonal=False):
        return wrong(judged.theorems, "this matrix is not in Jordan form")
    if judged.right is not False:
        return judged
    values = _ranks(case, matrix, form, (n,))
    if values.right:
        text = "the eigenvalues are right, but not the sizes of the blocks"
        return wrong(judged.theorems, text, "values_only")
    return wrong(judged.theorems, "the eigenvalues, or how often they count, are not right")


def _diagonal(matrix: Matrix) -> list[Scalar]:
    return [row[k] for k, row in enumerate(entries(matrix))]
