"""Rational canonical form and what rests on it: against FLINT, SymPy and forged answers."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
import sympy
from flint import fmpz_mat, nmod_mat
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute
from exactspaces.errors import ExactSpacesError
from exactspaces.fields import GF, QQ
from exactspaces.kernel import Given, KernelError, Matrix, check
from exactspaces.kernel.matrices import identity, plus
from exactspaces.questions.similar import RationalForm, Similarity
from exactspaces.questions.spectra import CharacteristicPolynomial, MinimalPolynomial
from exactspaces.settle import settle
from exactspaces.solvers.constructions import evidence_for
from exactspaces.solvers.frobenius import companions

small = st.integers(-2, 2)
SIZE = 9  # above the size up to which det(x I - A) is expanded


def kernel_matrix(rows, ring=QQ):
    return Matrix(ring, tuple(tuple(ring.integer(x) for x in row) for row in rows), len(rows))


@st.composite
def squares(draw, least=1, most=5):
    n = draw(st.integers(least, most))
    return [[draw(small) for _ in range(n)] for _ in range(n)]


@st.composite
def repeated(draw):
    """A matrix with blocks that occur several times, in another basis."""
    block = sympy.Matrix(draw(squares(2, 3)))
    single = sympy.Matrix(draw(squares(1, 2)))
    whole = sympy.diag(
        *[block] * draw(st.integers(1, 3)), single, *[single] * draw(st.integers(0, 2))
    )
    n = whole.rows
    low = sympy.Matrix(n, n, lambda i, j: 1 if i == j else draw(small) if j == i - 1 else 0)
    return [[int(x) for x in row] for row in (low * whole * low.inv()).tolist()]


def invariant_factors(rows):
    """The invariant factors of x I - A from the greatest common divisors of its minors."""
    x = sympy.Symbol("x")
    n = len(rows)
    m = x * sympy.eye(n) - sympy.Matrix(rows)
    minors = [sympy.Integer(1)]
    for k in range(1, n + 1):
        found = sympy.Integer(0)
        for i in sympy.utilities.iterables.subsets(range(n), k):
            for j in sympy.utilities.iterables.subsets(range(n), k):
                found = sympy.gcd(found, m.extract(list(i), list(j)).det())
        minors.append(sympy.Poly(found, x).monic().as_expr())
    factors = [sympy.cancel(b / a) for a, b in itertools.pairwise(minors)]
    return [sympy.Poly(f, x).all_coeffs()[::-1] for f in factors if sympy.degree(f, x) > 0]


@settings(max_examples=15)
@given(A=squares(most=3))
def test_the_blocks_are_the_invariant_factors(A):
    outcome = settle(RationalForm(Given(kernel_matrix(A))))
    assert outcome.theorem is not None
    found = [[c.fraction for c in f] for f in outcome.answer.polynomials]
    assert found == invariant_factors(A)


@settings(max_examples=15, deadline=None)
@given(A=repeated(), p=st.sampled_from([0, 2, 3, 101]))
def test_it_goes_with_its_basis_over_several_fields(A, p):
    a = kernel_matrix(A, GF(p) if p else QQ)
    outcome = settle(RationalForm(Given(a)))
    assert outcome.verdict == "proved", outcome.reason
    blocks = outcome.answer.polynomials
    assert sum(len(f) - 1 for f in blocks) == len(A)
    flat = [x for row in a.rows for x in row]
    theirs = nmod_mat(len(A), len(A), flat, p) if p else fmpz_mat(len(A), len(A), flat)
    minimal = [int(c) for c in list(theirs.minpoly())] if p else list(theirs.minpoly())
    ours = [c.top for c in blocks[-1]] if p else [c.fraction for c in blocks[-1]]
    assert ours == [int(c) for c in minimal]


@settings(max_examples=6, deadline=None)
@given(A=repeated())
def test_large_matrices_have_the_polynomials_of_flint(A):
    n = len(A)
    size = max(n, SIZE)
    A = [[*row, *[0] * (size - n)] for row in A] + [[0] * size for _ in range(size - n)]
    theirs = fmpz_mat(size, size, [x for row in A for x in row])
    for question, due in ((CharacteristicPolynomial, theirs.charpoly()),
                          (MinimalPolynomial, theirs.minpoly())):  # fmt: skip
        outcome = settle(question(Given(kernel_matrix(A))))
        assert outcome.theorem is not None, outcome.reason
        (part,) = outcome.answer.shown
        assert list(part.value.rows[0]) == [int(c) for c in list(due)]


def test_e51_a_nilpotent_matrix_of_size_35():
    low = [
        [1 if i == j else (i * j) % 3 - 1 if j < i else 0 for j in range(35)] for i in range(35)
    ]
    inverse = fmpz_mat(35, 35, [x for row in low for x in row]).inv()
    shift = fmpz_mat(
        35, 35, [int(j == i + 1 and i % 9 != 8) for i in range(35) for j in range(35)]
    )
    found = fmpz_mat(35, 35, [x for row in low for x in row]) * shift * inverse.numer_denom()[0]
    A = [[int(found[i, j]) for j in range(35)] for i in range(35)]
    assert compute("charpoly(A)", A=A).answer == "x^35"
    assert compute("minpoly(A)", A=A).answer == "x^9"


def test_similar_matrices_of_size_40_are_recognised_and_others_refused():
    n = 40
    blocks = [
        [(3 * i + 5 * j) % 7 - 3 if i // 4 == j // 4 else 0 for j in range(n)] for i in range(n)
    ]
    turned = [row[::-1] for row in blocks[::-1]]
    outcome = settle(Similarity(*(Given(kernel_matrix(x)) for x in (blocks, turned))))
    assert outcome.verdict == "proved", outcome.reason
    turned[0][0] += 1
    outcome = settle(Similarity(*(Given(kernel_matrix(x)) for x in (blocks, turned))))
    assert outcome.verdict == "refuted"
    assert "traces" in outcome.answer.reason


def test_the_same_characteristic_polynomial_and_other_blocks():
    n = 14
    one = [[int(i == j) for j in range(n)] for i in range(n)]
    two = [row[:] for row in one]
    two[0][1] = two[2][3] = 1
    three = [row[:] for row in one]
    three[0][1] = three[1][2] = 1
    outcome = settle(Similarity(*(Given(kernel_matrix(x)) for x in (two, three))))
    assert outcome.verdict == "refuted"
    assert "ranks" in outcome.answer.reason


def proof(question, answer):
    claim = question.claim(answer)
    return check(claim, evidence_for(claim))


def refused(question, answer):
    with pytest.raises((KernelError, ExactSpacesError)):
        proof(question, answer)


def test_forged_forms_are_refused():
    a = kernel_matrix([[2, 0, 0], [0, 2, 0], [0, 0, 3]])
    question = RationalForm(Given(a))
    answer = settle(question).answer
    assert len(answer.blocks) == 2
    base = answer.base
    wrong = plus(base, identity(QQ, 3))
    refused(question, replace(answer, base=wrong))
    refused(question, replace(answer, base=base.select((0, 0, 2))))
    blocks = answer.blocks[::-1]
    with pytest.raises(ExactSpacesError):
        question.claim(replace(answer, blocks=blocks))
    other = CharacteristicPolynomial(Given(a))
    form = companions(a)
    part = settle(other).answer.parts[0]
    bad = replace(part, value=plus(part.value, Matrix(QQ, ((1, 0, 0, 0),), 4)))
    refused(other, replace(form, parts=(bad,), values=(a,)))
