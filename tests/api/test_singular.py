"""Singular values and decompositions: against SymPy and NumPy, over several fields, forged."""

from __future__ import annotations

import cmath
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute
from exactspaces.errors import ExactSpacesError, NoAnswer
from exactspaces.fields import QQ, matrix_from, number, read_field
from exactspaces.kernel import Given, KernelError, Matrix, check
from exactspaces.kernel.matrices import scaled
from exactspaces.questions.decompositions import LowRank, Polar, SpectralProjectors
from exactspaces.questions.real_roots import RealRoot
from exactspaces.questions.singular import SingularDecomposition, SingularValues
from exactspaces.reading.request import read_request
from exactspaces.settle import settle
from exactspaces.solvers.constructions import evidence_for
from exactspaces.solvers.find import find
from tests.api.asked import proved

small = st.integers(-4, 4)


@st.composite
def tables(draw, most=3, square=False):
    m = draw(st.integers(1, most))
    n = m if square else draw(st.integers(1, most))
    return [[draw(small) for _ in range(n)] for _ in range(m)]


@st.composite
def symmetric(draw, most=4):
    A = draw(tables(most, square=True))
    return [[A[max(i, j)][min(i, j)] for j in range(len(A))] for i in range(len(A))]


def floats(rows):
    value = {"sqrt": cmath.sqrt, "i": 1j}
    return np.array([[complex(eval(str(x).replace("^", "**"), value)) for x in row]  # noqa: S307
                     for row in rows])  # fmt: skip


def kernel_matrix(rows):
    return Matrix(QQ, tuple(map(tuple, rows)), len(rows[0]))


@settings(max_examples=25, deadline=None)
@given(A=tables())
def test_the_decomposition_multiplies_to_the_matrix(A):
    found = proved("svd(A)", A=A).answer
    due = np.linalg.svd(np.array(A, dtype=float), compute_uv=False)
    if "U" not in found:
        assert int(found["rank"]) == np.linalg.matrix_rank(np.array(A, dtype=float))
        return
    u, s, v = (floats(found[name]) for name in "USV")
    assert (u.shape[0], u.shape[1]) == (len(A), len(A))
    assert np.allclose(u @ s @ v.conj().T, A, atol=1e-6)
    assert np.allclose(u.conj().T @ u, np.eye(len(A)), atol=1e-6)
    assert np.allclose(np.diag(s)[: len(due)], due, atol=1e-6)


@settings(max_examples=25, deadline=None)
@given(A=tables(4))
def test_the_singular_values_are_those_of_numpy(A):
    answer = settle(SingularValues(Given(kernel_matrix(A)))).answer
    due = np.linalg.svd(np.array(A, dtype=float), compute_uv=False)
    ours = []
    for root in answer.roots:
        assert root.low is not None
        ours += [((root.low + root.high) / 2, root.high - root.low)] * root.times
    assert len(ours) == len(due)
    for (square, width), s in zip(ours, due, strict=True):
        assert abs(float(square) - s * s) <= float(width) + 1e-8


@settings(max_examples=25, deadline=None)
@given(A=tables(), k=st.integers(0, 3))
def test_no_matrix_of_low_rank_is_closer(A, k):
    result = proved("low_rank(A, k)", A=A, k=k)
    found = result.answer
    due = np.linalg.svd(np.array(A, dtype=float), compute_uv=False)
    rest = due[k:]
    if not isinstance(found, dict):
        assert "not written out" in result.reason
        return
    low = floats(found["A_k"])
    assert np.linalg.matrix_rank(low, tol=1e-7) <= k
    operator, whole = (floats([[found[f"{name} error"]]])[0, 0].real
                       for name in ("operator", "Frobenius"))  # fmt: skip
    assert operator == pytest.approx(max(rest, default=0), abs=1e-6)
    assert whole == pytest.approx(np.sqrt((rest**2).sum()), abs=1e-6)
    assert np.linalg.norm(np.array(A) - low) == pytest.approx(whole, abs=1e-6)


@settings(max_examples=25, deadline=None)
@given(A=tables(square=True))
def test_norms_and_condition_numbers(A):
    due = np.linalg.svd(np.array(A, dtype=float), compute_uv=False)
    norm = proved("operator_norm(A)", A=A).answer
    if not norm.startswith("the square root"):
        assert floats([[norm]])[0, 0].real == pytest.approx(due[0], abs=1e-6)
    result = proved("condition(A)", A=A)
    if sympy.Matrix(A).det() == 0:
        assert (result.verdict, result.answer) == ("refuted", None)
    elif not result.answer.startswith("the square root"):
        assert floats([[result.answer]])[0, 0].real == pytest.approx(due[0] / due[-1], rel=1e-6)


@settings(max_examples=20, deadline=None)
@given(A=tables(square=True))
def test_polar_factors(A):
    result = proved("polar(A)", A=A)
    if not isinstance(result.answer, dict) or "Q" not in result.answer:
        return
    q, p = floats(result.answer["Q"]), floats(result.answer["P"])
    assert np.allclose(q @ p, A, atol=1e-6)
    assert np.allclose(q.T @ q, np.eye(len(A)), atol=1e-6)
    least = np.linalg.eigvalsh(p.real).min()
    assert least > -1e-6 if sympy.Matrix(A).det() == 0 else least > 0


def test_known_polar_factors():
    assert proved("polar([1 2; 2 4])").answer["P"] == [["1", "2"], ["2", "4"]]
    found = proved("polar([0 1; 0 0])")
    assert found.answer == {"Q": [["0", "1"], ["1", "0"]], "P": [["0", "0"], ["0", "1"]]}
    assert "other Q" in found.reason
    assert proved("polar([1 2 3; 4 5 6])").verdict == "refuted"


def test_a_polar_factor_with_a_negative_eigenvalue_is_refused():
    matrix = matrix_from(QQ, [[number(QQ, x) for x in row] for row in ([1, 0], [0, 2])])
    question = Polar(Given(matrix))
    found = find(question).answer
    minus = number(QQ, -1)
    turned = {name: scaled(matrix_from(QQ, [[minus]]), found[name]) for name in ("Q", "P", "L")}
    parts = tuple(replace(part, value=turned.get(part.name, part.value)) for part in found.parts)
    with pytest.raises(NoAnswer, match="not negative"):
        question.claim(replace(found, parts=parts))


@settings(max_examples=20, deadline=None)
@given(A=symmetric())
def test_spectral_projectors_add_up(A):
    found = proved("spectral(A)", A=A).answer
    found = {"P_1": found} if not isinstance(found, dict) else found
    ps = [floats(p) for name, p in found.items() if name.startswith("P")]
    assert np.allclose(sum(ps), np.eye(len(A)), atol=1e-6)
    values = np.linalg.eigvalsh(np.array(A, dtype=float))
    numbers = [c for name, c in found.items() if name.startswith("c")]
    for c in numbers:
        assert min(abs(values - floats([[c]])[0, 0].real)) < 1e-6
    assert len(ps) == len(sympy.Matrix(A).charpoly().factor_list()[1]) or len(numbers) > 0


@settings(max_examples=10, deadline=None)
@given(A=tables(square=True))
def test_schur_forms(A):
    result = compute("schur(A)", over="CC", A=A)
    if result.theorem is None:
        assert result.reason
        return
    if result.answer is None:
        assert "irreducible" in result.reason
        return
    q, t = floats(result.answer["Q"]), floats(result.answer["T"])
    assert np.allclose(np.array(A) @ q, q @ t, atol=1e-6)
    assert np.allclose(np.tril(t, -1), 0)


@settings(max_examples=25)
@given(A=tables(4))
def test_factors_of_full_rank(A):
    found = proved("rank_factors(A)", A=A).answer
    rank = sympy.Matrix(A).rank()
    if rank:
        assert sympy.Matrix(found["C"]) * sympy.Matrix(found["R"]) == sympy.Matrix(A)
        assert len(found["R"]) == rank


RATIONAL = "[-1/15 32/15; 22/15 46/15; 46/15 28/15]"
KNOWN = [
    ("svd([1 0; 0 2])", "QQ", {"U": [["0", "1"], ["1", "0"]], "S": [["2", "0"], ["0", "1"]],
                               "V": [["0", "1"], ["1", "0"]]}),
    ("singular_values([1 0; 0 2])", "QQ", ["2", "1"]),
    ("singular_values([1 1; 0 1; 1 0])", "QQ", ["sqrt(3)", "1"]),
    (f"singular_values({RATIONAL})", "QQ", ["5", "2"]),
    ("singular_values([0 1; -1 0])", "QQ", ["1", "1"]),
    ("singular_values([1 i; -i 1])", "QQ(i)", ["2", "0"]),
    ("operator_norm([2 1; 1 2])", "QQ", "3"),
    ("operator_norm(zeros(2, 3))", "QQ", "0"),
    ("condition([1 0; 0 1/1000000])", "QQ", "1000000"),
    ("condition([1 1; 0 1])", "QQ", "(3 + sqrt(5))/2"),
    ("frobenius_norm([2 1; 1 2])", "RR", "sqrt(10)"),
    ("rank_factors([1 1; 1 1])", "GF(2)", {"C": [["1"], ["1"]], "R": [["1", "1"]]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "over", "answer"), KNOWN)
def test_known_answers(text, over, answer):
    assert proved(text, over).answer == answer


def test_a_rational_decomposition_stays_rational():
    result = proved(f"svd({RATIONAL})")
    assert result.reason == ""
    assert result.answer["S"] == [["5", "0"], ["0", "2"], ["0", "0"]]


@pytest.mark.parametrize("text", ["svd(zeros(2, 3))", "thin_svd([1 2; 2 4; 3 6])", "svd([0])",
                                  "svd([1 2 3])", "thin_svd([1 i; 0 1])"])  # fmt: skip
def test_every_shape_and_rank_has_one(text):
    assert set(proved(text, "QQ(i)" if "i;" in text else "QQ").answer) == {"U", "S", "V"}


def test_why_the_factors_are_not_written_out():
    result = proved("svd([1 2 0; 0 1 1; 1 0 1])")
    assert "degree 3, and no field of square roots holds them" in result.reason
    assert result.answer["rank"] == "3"


def test_tiny_singular_values_are_kept_apart():
    n = 10
    hilbert = [[f"1/{i + j + 1}" for j in range(n)] for i in range(n)]
    answer = settle(SingularValues(read_request("A", "QQ", {"A": hilbert}).question.term)).answer
    assert len(answer.roots) == n
    smallest = answer.roots[-1]
    assert 0 < smallest.low < smallest.high < Fraction(1, 10**25)
    assert proved("condition(A)", A=hilbert).answer.startswith("the square root")


@pytest.mark.parametrize("k", [3, 4, 7])
def test_nothing_is_lost_when_the_rank_suffices(k):
    found = proved(f"low_rank([1 2 0; 0 1 1; 1 0 1], {k})")
    assert found.answer == f"0, as the matrix itself has rank at most {k}"


def test_a_tie_is_said_to_be_one():
    assert "other matrices are as close" in proved("low_rank(identity(2), 1)").reason


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("svd([1 2; 3 4])", "GF(5)"),
        ("singular_values([1 2; 3 4])", "GF(9)"),
        ("polar([1 1; 0 1])", "GF(3)"),
        ("low_rank([1 1; 0 1], 1)", "GF(3)"),
        ("spectral([1 1; 1 0])", "GF(3)"),
        ("schur([1 1; 1 0])", "GF(3)"),
        ("svd([a 1; 0 1])", "QQ(a)"),
        ("svd([1 0; 0 a])", "QQ(a: a^3 - 2)"),
    ],
)
def test_fields_without_lengths_are_undecided_with_the_reason(text, over):
    result = compute(text, over=over)
    assert result.verdict == "undecided"
    assert result.reason


@pytest.mark.parametrize(
    "text",
    ["svd(5)", "svd(zeros(0, 3))", "polar(zeros(3, 0))", "low_rank([1 2], -1)", "schur([1 2])",
     "spectral([1 2 3])", "low_rank([1 2], 1/2)", "condition((1, 2), 3)"],
)  # fmt: skip
def test_what_does_not_fit_is_refused_in_words(text):
    with pytest.raises(ExactSpacesError) as refusal:
        compute(text)
    assert str(refusal.value)


def refused(question, answer):
    with pytest.raises((KernelError, ExactSpacesError)):
        attempted(question, answer)


def attempted(question, answer):
    claim = question.claim(answer)
    return check(claim, evidence_for(claim))


def changed(answer, name, value):
    parts = tuple(replace(p, value=value) if p.name == name else p for p in answer.parts)
    return replace(answer, parts=parts)


def test_forged_decompositions_are_refused():
    a = Given(kernel_matrix([[3, 0], [0, 2]]))
    question = SingularDecomposition(a)
    answer = settle(question).answer
    turned = kernel_matrix([[0, 1], [1, 0]])
    refused(question, changed(answer, "U", turned))
    refused(question, changed(answer, "S", kernel_matrix([[2, 0], [0, 3]])))
    refused(question, changed(answer, "S", kernel_matrix([[-3, 0], [0, 2]])))
    swapped = settle(SingularDecomposition(Given(kernel_matrix([[2, 0], [0, 3]])))).answer
    unordered = changed(changed(changed(swapped, "U", turned), "V", turned), "S",
                        kernel_matrix([[2, 0], [0, 3]]))  # fmt: skip
    refused(SingularDecomposition(Given(kernel_matrix([[2, 0], [0, 3]]))), unordered)


def test_forged_singular_values_are_refused():
    question = SingularValues(Given(kernel_matrix([[1, 2, 0], [0, 1, 1], [1, 0, 1]])))
    answer = settle(question).answer
    first, *rest = answer.roots
    refused(question, replace(answer, roots=(replace(first, low=first.low - 1), *rest)))
    refused(question, replace(answer, roots=tuple(answer.roots[::-1])))
    refused(question, replace(answer, roots=(first, first, rest[-1])))
    (other,) = answer.others
    smaller = replace(other, field=read_field("QQ(sqrt(2))"))
    refused(question, replace(answer, others=(smaller,)))
    wrong = RealRoot(1, first.polynomial, rest[0].value, first.low + 9, first.high + 9)
    refused(question, replace(answer, roots=(wrong, *rest)))


def test_forged_truncations_projectors_and_polar_factors_are_refused():
    a = Given(kernel_matrix([[2, 0], [0, 1]]))
    low = LowRank(a, 1)
    answer = settle(low).answer
    refused(low, changed(answer, "A_k", kernel_matrix([[0, 0], [0, 1]])))
    refused(low, changed(answer, "operator error", kernel_matrix([[2]])))
    refused(low, changed(answer, "Frobenius error", kernel_matrix([[-1]])))
    refused(low, changed(answer, "L", kernel_matrix([[1, 0], [0, 4]])))
    polar = Polar(a)
    found = settle(polar).answer
    refused(polar, changed(found, "P", kernel_matrix([[-2, 0], [0, 1]])))
    projectors = SpectralProjectors(a)
    found = settle(projectors).answer
    refused(projectors, replace(found, projectors=found.projectors[::-1]))
