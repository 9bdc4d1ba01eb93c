"""Angles, shortest residuals, orthonormal Krylov bases: against NumPy, and forged."""

from __future__ import annotations

import cmath
from dataclasses import replace

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute, decide
from exactspaces.errors import ExactSpacesError
from exactspaces.fields import QQ
from exactspaces.kernel import Given, KernelError, Matrix, Span, check
from exactspaces.questions.angles import CauchySchwarz, PrincipalAngles
from exactspaces.questions.residuals import Residuals, UnitKrylovReduction
from exactspaces.settle import settle
from exactspaces.solvers.constructions import evidence_for
from tests.api.asked import proved

small = st.integers(-3, 3)


@st.composite
def systems(draw, most=4):
    n = draw(st.integers(2, most))
    A = [[draw(small) for _ in range(n)] for _ in range(n)]
    b = [draw(small) for _ in range(n)]
    return A, tuple(b) if any(b) else (1, *b[1:])


def value(text):
    names = {"sqrt": cmath.sqrt, "i": 1j}
    return complex(eval(str(text).replace("^", "**"), names)).real  # noqa: S307


def kernel_matrix(rows):
    return Matrix(QQ, tuple(map(tuple, rows)), len(rows[0]))


@settings(max_examples=20, deadline=None)
@given(system=systems())
def test_residuals_are_the_shortest(system):
    A, b = system
    result = proved("gmres(A, b)", A=A, b=b)
    n = len(b)
    a, right = sympy.Matrix(A), sympy.Matrix(b)
    krylov = [a**k * right for k in range(n)]
    dimension = sympy.Matrix.hstack(*krylov).rank()
    image = sympy.Matrix.hstack(*krylov[:dimension])
    singular = (a * image).rank() < dimension
    assert (result.answer is None) == singular
    if singular:
        assert "breakdown" in result.reason
        return
    assert list(map(sympy.Rational, result.answer["x"])) == list(
        image * (a * image).solve(right)
        if dimension == n
        else (image * (a * image).pinv() * right)
    )
    squares = [sympy.Rational(x) for x in result.answer["residuals^2"]]
    assert len(squares) == dimension + 1
    for k in range(1, dimension + 1):
        part = a * sympy.Matrix.hstack(*krylov[:k])
        rest = right - part * part.pinv() * right
        assert squares[k] == rest.dot(rest)


@settings(max_examples=15, deadline=None)
@given(U=st.lists(st.tuples(small, small, small, small), min_size=1, max_size=2),
       W=st.lists(st.tuples(small, small, small, small), min_size=1, max_size=3))  # fmt: skip
def test_angles_are_those_of_the_singular_values(U, W):
    bases = [np.array(sympy.Matrix(x).rowspace(), dtype=float).reshape(-1, 4) for x in (U, W)]
    if not all(len(x) for x in bases):
        return
    q = [np.linalg.qr(x.T)[0] for x in bases]
    due = np.linalg.svd(q[0].T @ q[1], compute_uv=False)
    found = proved("angles(U, W)", U=set(U), W=set(W)).answer
    if isinstance(found, str):
        assert "the root of" in found
        return
    assert np.allclose([value(x) for x in found], due, atol=1e-6)


@settings(max_examples=15, deadline=None)
@given(system=systems(3))
def test_unit_vectors_in_krylov_spaces(system):
    A, b = system
    result = compute("unit_arnoldi(A, b)", A=A, b=b)
    if result.theorem is None:
        assert "square roots" in result.reason
        return
    result.theorem.recheck()
    q, h = (np.array([[value(x) for x in row] for row in result.answer[k]]) for k in "QH")
    assert np.allclose(np.array(A) @ q, q @ h, atol=1e-6)
    assert np.allclose(q.T @ q, np.eye(q.shape[1]), atol=1e-6)
    assert np.allclose(np.tril(h, -2), 0)


@given(st.lists(st.tuples(small, small), min_size=1, max_size=4))
@settings(max_examples=15, deadline=None)
def test_products_and_lengths(pairs):
    u, v = (tuple(x) for x in zip(*pairs, strict=True))
    found = proved("cauchy_schwarz(u, v)", u=list(u), v=list(v))
    left, right = (int(found.answer[k]) for k in ("|<u,v>|^2", "<u,u><v,v>"))
    assert left == np.dot(u, v) ** 2 <= right == np.dot(u, u) * np.dot(v, v)
    assert ("dependent" in found.reason) == (left == right)
    claim = "norm2(u + v) + norm2(u - v) == 2*norm2(u) + 2*norm2(v)"
    assert decide(claim, u=list(u), v=list(v)).verdict == "proved"


CYCLE = "[0 0 1; 1 0 0; 0 1 0]"
KNOWN = [
    (f"gmres({CYCLE}, (1,0,0))", "QQ", ["1", "1", "1", "0"]),
    ("gmres([2 1; 1 3], (1,2))", "QQ", ["5", "1/65", "0"]),
    ("gmres([1 0; 0 0], (1,0))", "QQ", ["1", "0"]),
    ("gmres([i 1; 0 1], (1,1))", "QQ(i)", ["2", "1/3", "0"]),
]


@pytest.mark.parametrize(("text", "over", "squares"), KNOWN)
def test_residuals_step_by_step(text, over, squares):
    assert proved(text, over).answer["residuals^2"] == squares


@pytest.mark.parametrize(
    ("text", "squares"),
    [("gmres([0 1; 0 0], (1,0))", "1"), ("gmres([0 1 0; 0 0 1; 0 0 0], (0,0,1))", "1, 1, 1")],
)
def test_a_nilpotent_matrix_breaks_the_method_down(text, squares):
    result = proved(text)
    assert result.verdict == "refuted"
    assert result.reason.endswith(f"the squared residuals are {squares}")


@pytest.mark.parametrize(
    ("text", "over", "answer"),
    [
        ("angles(span{(1,0,0),(0,1,0)}, span{(1,0,1),(0,1,1)})", "QQ", ["1", "sqrt(3)/3"]),
        ("angles((1,1), (1,0))", "QQ", ["sqrt(2)/2"]),
        ("angles((1,0,0), span{(0,1,0),(0,0,1)})", "QQ", ["0"]),
        ("angles((1,i), (1,1))", "QQ(i)", ["sqrt(2)/2"]),
        ("unit_lanczos([2 1 0; 1 2 1; 0 1 2], (1,0,0))", "QQ",
         {"Q": [["1", "0", "0"], ["0", "1", "0"], ["0", "0", "1"]],
          "H": [["2", "1", "0"], ["1", "2", "1"], ["0", "1", "2"]]}),
        ("unit_arnoldi([1 2; 3 4], (1,1))", "QQ",
         {"Q": [["sqrt(2)/2", "-sqrt(2)/2"], ["sqrt(2)/2", "sqrt(2)/2"]],
          "H": [["5", "1"], ["2", "0"]]}),
        ("unit_lanczos([1 2; 3 4], (1,1))", "QQ", None),
    ],
)  # fmt: skip
def test_known_answers(text, over, answer):
    assert proved(text, over).answer == answer


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("angles((1,1), (1,0))", "GF(3)"),
        ("angles(null(identity(2)), span{(1,0)})", "QQ"),
        ("gmres([1 1; 0 1], (1,0))", "GF(5)"),
        ("gmres(identity(2), (0,0))", "QQ"),
        ("unit_arnoldi([1 2; 3 4], (0,0))", "QQ"),
        ("cauchy_schwarz((1,2), (3,4))", "GF(7)"),
    ],
)
def test_what_is_not_settled_says_why(text, over):
    result = compute(text, over=over)
    assert result.verdict == "undecided"
    assert result.reason


@pytest.mark.parametrize(
    "text",
    ["angles((1,0), (1,0,0))", "angles([1 2; 3 4], 5)", "gmres([1 2 3], (1,2))",
     "gmres([1 2; 3 4], (1,2,3))", "cauchy_schwarz((1,2), (1,2,3))",
     "cauchy_schwarz([1 2; 3 4], [1 2; 3 4])", "unit_lanczos([1 2 3], (1,2))"],
)  # fmt: skip
def test_what_does_not_fit_is_refused_in_words(text):
    with pytest.raises(ExactSpacesError) as refusal:
        compute(text)
    assert str(refusal.value)


def attempted(question, answer):
    claim = question.claim(answer)
    return check(claim, evidence_for(claim))


def refused(question, answer):
    with pytest.raises((KernelError, ExactSpacesError)):
        attempted(question, answer)


def changed(answer, name, new):
    parts = tuple(replace(p, value=new) if p.name == name else p for p in answer.parts)
    return replace(answer, parts=parts)


def test_forged_answers_are_refused():
    a, b = Given(kernel_matrix([[2, 1], [1, 3]])), Given(kernel_matrix([[1], [2]]))
    question = Residuals(a, b)
    answer = settle(question).answer
    attempted(question, answer)
    refused(question, changed(answer, "residuals^2", kernel_matrix([[5], [1], [0]])))
    refused(question, changed(answer, "X", kernel_matrix([[1, 0], [0, 1]])))
    refused(question, changed(answer, "Y", kernel_matrix([[1, 0], [1, 1]])))
    broken = Residuals(Given(kernel_matrix([[0, 1], [0, 0]])), Given(kernel_matrix([[0], [1]])))
    answer = settle(broken).answer
    attempted(broken, answer)
    refused(broken, changed(answer, "z", kernel_matrix([[0], [0]])))
    refused(broken, changed(answer, "z", kernel_matrix([[1], [0]])))
    refused(broken, changed(answer, "c", kernel_matrix([[1], [0]])))
    unit = UnitKrylovReduction(a, Given(kernel_matrix([[1], [0]])))
    answer = settle(unit).answer
    refused(unit, changed(answer, "length", kernel_matrix([[-1]])))
    refused(unit, changed(answer, "H", kernel_matrix([[2, 1], [1, 2]])))
    angles = PrincipalAngles(
        Span(Given(kernel_matrix([[1, 0]]))), Span(Given(kernel_matrix([[1, 1]])))
    )
    answer = settle(angles).answer
    one = kernel_matrix([[1]])
    refused(angles, changed(answer, "cosines", one))
    refused(angles, replace(answer, gram=one))
    schwarz = CauchySchwarz(b, Given(kernel_matrix([[1], [0]])))
    answer = settle(schwarz).answer
    refused(schwarz, changed(answer, "minors", kernel_matrix([[2]])))
