"""Inner products: against SymPy, against figures from textbooks, and over fields without order."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute, decide
from exactspaces.errors import ExactSpacesError, NoAnswer
from exactspaces.kernel import KernelError, Span, check
from exactspaces.kernel.matrices import scaled
from exactspaces.questions.lengths import AngleBetween, Distance, NormOf
from exactspaces.solvers.constructions import evidence_for
from exactspaces.solvers.find import find
from tests.api.asked import answer, literal, their

small = st.integers(-3, 3)


@st.composite
def tables(draw, height=None, width=None):
    m, n = height or draw(st.integers(1, 3)), width or draw(st.integers(1, 3))
    return [[draw(small) for _ in range(n)] for _ in range(m)]


@settings(max_examples=15)
@given(A=tables())
def test_pseudo_inverses_are_those_of_sympy(A):
    assert their(answer("pinv(A)", A=A)) == their(A).pinv()


@settings(max_examples=15)
@given(A=tables())
def test_factors_multiply_to_the_matrix(A):
    found = answer("qr(A)", A=A)
    q, r = their(found["Q"]), their(found["R"])
    if not q.cols:
        assert not any(any(row) for row in A)
        return
    assert (q * r - their(A)).applyfunc(sympy.simplify) == sympy.zeros(*their(A).shape)
    gram = (q.T * q).applyfunc(sympy.simplify)
    assert gram == (their(found["D"]) if "D" in found else sympy.eye(q.cols))
    assert q.cols == their(A).rank()


@settings(max_examples=15)
@given(A=tables(height=2, width=3), data=st.data())
def test_projections_are_those_of_sympy(A, data):
    v = tuple(data.draw(small) for _ in range(3))
    basis = list(their(A).rowspace())
    result = compute("proj(row(A))", A=A)
    expected = sympy.zeros(3)
    if basis:
        b = sympy.Matrix.vstack(*basis).T
        expected = b * (b.T * b).inv() * b.T
    assert their(result.answer) == expected
    found = answer("proj(v, row(A))", A=A, v=v)
    p = expected * sympy.Matrix(v)
    assert [sympy.Rational(x) for x in found["projection"]] == list(p)
    assert sympy.Rational(found["distance^2"]) == (sympy.Matrix(v) - p).dot(sympy.Matrix(v) - p)


@settings(max_examples=15)
@given(A=tables(height=3, width=3))
def test_orthogonal_vectors_are_those_of_sympy(A):
    result = compute("gram_schmidt(rows(A))", A=A)
    result.theorem.recheck()
    rows = [their(A).row(k) for k in range(3)]
    if their(A).rank() < 3:
        assert (result.verdict, result.answer) == ("refuted", None)
        assert "independent" in result.reason or "= 0" in result.reason
        return
    assert their(result.answer["u"]) == sympy.Matrix.vstack(*sympy.GramSchmidt(rows))


@settings(max_examples=10)
@given(A=tables(height=3, width=2), data=st.data())
def test_least_squares_against_sympy(A, data):
    b = tuple(data.draw(small) for _ in range(3))
    x = their(A).pinv() * sympy.Matrix(b)
    assert [sympy.Rational(e) for e in answer("min_norm(A, b)", A=A, b=b)] == list(x)
    assert decide("x in least_squares(A, b)", A=A, b=b, x=tuple(map(str, x))).verdict == "proved"


KNOWN = [
    ("dot((1,2,-1), (3,0,1))", "2"),
    ("norm((1,2,-1))", "sqrt(6)"),
    ("norm((3,4))", "5"),
    ("norm([2 1; 1 2])", "sqrt(10)"),
    ("norm2((3,-4,0,1))", "26"),
    ("proj(span{(1,1,0), (1,0,1)})",
     [["2/3", "1/3", "1/3"], ["1/3", "2/3", "-1/3"], ["1/3", "-1/3", "2/3"]]),
    ("pinv([1 2; 2 4])", [["1/25", "2/25"], ["2/25", "4/25"]]),
    ("cross((1,2,3), (4,5,6))", ["-3", "6", "-3"]),
    ("det(gram{(1,0,1), (0,1,1)})", "3"),
    ("inner((1,2), (3,4))", "11"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_known_values(text, expected):
    assert answer(text) == expected


def test_the_exercise_on_orthogonal_vectors():
    found = answer("gram_schmidt{(1,1,0), (1,0,1), (0,1,1)}")
    assert found["u"] == [["1", "1", "0"], ["1/2", "-1/2", "1"], ["-2/3", "2/3", "2/3"]]
    assert [found["D"][k][k] for k in range(3)] == ["2", "3/2", "4/3"]
    found = answer("proj((1,2,-1), (3,0,1))")
    assert found["projection"] == ["3/5", "0", "1/5"]
    assert found["residual"] == ["2/5", "2", "-6/5"]


def test_hermitian_products_are_conjugate_linear_in_the_first_place():
    assert answer("dot((1,i), (1,i))", "QQ(i)") == "2"
    assert answer("dot((i,0), (1,0))", "QQ(i)") == "-i"
    found = answer("gram_schmidt{(1,i,0), (i,0,-i)}", "QQ(i)")
    assert found["u"][1] == ["i/2", "1/2", "-i"]
    assert decide("(i,1) in perp(span{(1,i)})", over="QQ(i)").verdict == "proved"
    assert decide("(1,i)^T * (1,i) == [0]", over="QQ(i)").verdict == "proved"


@pytest.mark.parametrize(
    ("text", "over", "reason"),
    [
        ("gram_schmidt{(1,1), (1,0)}", "GF(2)", "isotropic"),
        ("gram_schmidt{(1,2), (1,0)}", "GF(5)", "isotropic"),
        ("gram_schmidt{(1,1), (2,2), (1,0)}", "QQ", "v2 = 2*v1; the list {v1, v3}"),
        ("gram_schmidt{(1,1), (1,0), (0,1)}", "QQ", "v3 = v1 - v2; the list {v1, v2}"),
        ("gram_schmidt{(2,0), (-1,0)}", "QQ", "v2 = -1/2*v1; the list {v1}"),
        ("gram_schmidt{(1,0), (1+sqrt(2),0)}", "QQ(sqrt(2))", "v2 = (1 + sqrt(2))*v1; the"),
        ("gram_schmidt{(0,0), (1,0)}", "QQ", "v1 = 0; the list {v2}"),
        ("proj(span{(1,1)})", "GF(2)", "orthogonal to all of it"),
        ("proj((1,0), (1,2))", "GF(5)", "orthogonal to all of it"),
        ("proj(span{(1,0)}, [0 1; 1 0])", "QQ", "orthogonal to all of it"),
        ("pinv([1 1; 1 1])", "GF(2)", "smaller rank"),
    ],
)
def test_what_does_not_exist_is_refuted_with_the_reason(text, over, reason):
    result = compute(text, over=over)
    assert (result.verdict, result.answer) == ("refuted", None)
    assert reason in result.reason
    result.theorem.recheck()
    assert "none" in str(result)
    assert result.solution() is not None


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("norm((1,1))", "GF(7)"),
        ("qr([1 a; 0 1])", "QQ(a)"),
        ("qr([1 1; 1 0])", "GF(2)"),
        ("gram_schmidt({(1,0), (0,1)}, [1 2; 3 4])", "QQ"),
        ("gram_schmidt({(1,0), (0,1)}, [1 2 3])", "QQ"),
        ("angle((0,0), (1,0))", "QQ"),
        ("min_norm([1 1; 1 1], (1, 1))", "GF(2)"),
    ],
)
def test_what_is_not_settled_says_why(text, over):
    result = compute(text, over=over)
    assert result.verdict == "undecided"
    assert result.reason


@pytest.mark.parametrize(
    "text",
    [
        "dot(1, 2)",
        "dot((1,2), (1,2,3))",
        "cross((1,2), (3,4))",
        "proj((1,2), span{(1,2,3)})",
        "proj(5)",
        "perp(5)",
        "perp(null([1 2]), [1 0; 0 1])",
        "least_squares([1 2; 3 4], (1,2,3))",
        "norm(span{(1,2)})",
        "angle((1,2), (1,2,3))",
        "gram_schmidt{(1,2), (1,2,3)}",
    ],
)
def test_what_does_not_fit_is_refused_in_words(text):
    with pytest.raises(ExactSpacesError) as refusal:
        compute(text)
    assert str(refusal.value)


@pytest.mark.parametrize(
    ("claim", "over"),
    [
        ("perp(null([1 2 3])) == row([1 2 3])", "QQ"),
        ("perp(span{(1,1)}) == span{(1,1)}", "GF(2)"),
        ("perp(span{(1,1,0)} + span{(0,1,1)}) == span{(1,-1,1)}", "QQ"),
        ("perp(span{(1,1)}, [2 0; 0 1]) == span{(1,-2)}", "QQ"),
        ("dot((1,2), (2,-1)) == 0", "QQ"),
        ("perp(perp(col([1 2; 3 4; 5 6]))) == col([1 2; 3 4; 5 6])", "GF(7)"),
        ("dim(perp(span{(1,1,0)} & span{(1,1,0), (0,0,1)})) == 2", "QQ"),
    ],
)
def test_claims_about_orthogonality(claim, over):
    assert decide(claim, over=over).verdict == "proved"


def test_the_solution_tells_how_orthogonal_vectors_are_found():
    text = compute("gram_schmidt{(1,1,0), (1,0,1), (0,1,1)}").write("text", steps=True)
    assert "u₃ = v₃ − 1/2·u₁ − 1/3·u₂ = (−2/3, 2/3, 2/3)" in text
    assert "No product of a vector with itself is 0. D is invertible." in text
    text = compute("proj((1,2,3), (1,1,0))").write("text", steps=True)
    assert "The projection lies in the space." in text
    for how in ("markdown", "latex", "html"):
        assert compute("gram_schmidt{(1,1), (1,0)}", over="GF(2)").write(how, steps=True)


@settings(max_examples=20, deadline=None)
@given(rows=tables(height=2, width=3), v=tables(height=1, width=3), p=tables(height=1, width=3))
def test_distances_are_those_of_the_normal_equations(rows, v, p):
    W = their(rows)
    basis = W.rowspace()
    x = their(v).T - their(p).T
    if basis:
        B = sympy.Matrix.vstack(*basis).T
        x -= B * (B.T * B).inv() * B.T * x
    due = sympy.sqrt(x.dot(x))
    vector, point = (f"({', '.join(map(str, r[0]))})" for r in (v, p))
    span = "span{" + ", ".join(f"({', '.join(map(str, r))})" for r in rows) + "}"
    found = answer(f"distance({vector}, {point} + {span})")
    assert sympy.simplify(sympy.sympify(found) - due) == 0


@pytest.mark.parametrize(
    ("text", "over", "due"),
    [
        ("distance((1, 2), (4, 6))", "QQ", "5"),
        ("dist((1, 2, 3), null([1 1 1]))", "QQ", "2*sqrt(3)"),
        ("distance((1, i), span{(1, 1)})", "QQ(i)", "1"),
        ("distance((1, 2), span{(2, 4)})", "QQ", "0"),
    ],
)
def test_known_distances(text, over, due):
    assert answer(text, over) == due


def test_no_distance_from_isotropic_vectors():
    result = compute("distance((1, 2), span{(1, 2)})", over="GF(5)")
    assert result.verdict == "refuted"
    assert "orthogonal to all of it" in result.reason


def negative(answer, name):
    parts = tuple(
        replace(p, value=scaled(literal([-1]).matrix, p.value)) if p.name == name else p
        for p in answer.parts
    )
    return replace(answer, parts=parts)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        (NormOf(literal([3], [4])), "norm"),
        (Distance(literal([3], [4]), Span(literal([1, 0]))), "distance"),
        (AngleBetween(literal([3], [4]), literal([1], [0])), "lengths"),
    ],
)
def test_negative_lengths_are_refused(question, name):
    found = find(question)
    assert check(question.claim(found.answer), found.certificate)
    with pytest.raises(NoAnswer, match="right form"):
        question.claim(negative(found.answer, name))


def test_the_nearest_vector_has_to_lie_there():
    question = Distance(literal([3], [3]), Span(literal([1, 1])), literal([1], [0]))
    found = find(question)
    forged = replace(question, point=None)
    claim = forged.claim(replace(found.answer, values=found.answer.values[:2]))
    with pytest.raises((NoAnswer, KernelError)):
        check(claim, evidence_for(claim))


LEGENDRE = "<p, q> = integral(p*q, -1, 1) on P_2"


@pytest.mark.parametrize(
    ("text", "form", "due"),
    [
        ("dot(x + 1, x^2, G)", LEGENDRE, "2/3"),
        ("norm2(x, G)", LEGENDRE, "2/3"),
        ("norm(x, G)", LEGENDRE, "sqrt(6)/3"),
        ("angle(1, x^2, G)", LEGENDRE, "sqrt(5)/3"),
        ("distance(x^2, span{1, x}, G)", LEGENDRE, "2*sqrt(10)/15"),
        ("distance(x^2, x, G)", LEGENDRE, "4*sqrt(15)/15"),
        ("dot((1, 2), (3, 4), G)", "[2 1; 1 3]", "40"),
        ("norm((1, 2), G)", "[2 1; 1 3]", "3*sqrt(2)"),
        ("angle((1, 0), (0, 1), G)", "[2 1; 1 3]", "sqrt(6)/6"),
        ("distance((1, 2), span{(1, 1)}, G)", "[2 1; 1 3]", "sqrt(35)/7"),
        ("distance((2, 3), (1, 1) + span{(1, 1)}, G)", "[2 1; 1 3]", "sqrt(35)/7"),
    ],
)
def test_lengths_in_other_inner_products(text, form, due):
    assert answer(text, G=form) == due


def test_orthogonal_polynomials_are_polynomials():
    result = compute("gram_schmidt({1, x, x^2}, G)", G=LEGENDRE)
    assert "u = {1, x, -1/3 + x^2}" in str(result)
    assert "u₃ = v₃ − 1/3·u₁ = −1/3 + x²" in str(result.solution())
    found = compute("proj(x^2, span{1, x}, G)", G=LEGENDRE)
    assert "projection = 1/3, residual = -1/3 + x^2" in str(found)


@pytest.mark.parametrize(
    ("text", "form", "words"),
    [
        ("norm((1, 2), G)", "[2 1; 1 -3]", "indefinite"),
        ("norm((1, 2), G)", "[1 1; 1 1]", "semidefinite"),
        ("norm((1, 2), G)", "[2 1; 0 3]", "transpose"),
        ("distance((1, 2), span{(1, 1)}, G)", "[1 0; 0 -2]", "indefinite"),
    ],
)
def test_forms_that_give_no_lengths(text, form, words):
    result = compute(text, G=form)
    assert result.verdict == "undecided"
    assert words in result.reason


@pytest.mark.parametrize(
    ("text", "form", "words"),
    [
        ("dot(x, x^2)", "1", "Name the inner product"),
        ("norm(x^3, G)", LEGENDRE, "degree is 3"),
        ("norm((1, 2, 3), G)", "[2 1; 1 3]", "3 entries"),
        ("norm(x, G)", "<p, q> = integral(p*q, 0, 1)", "on P_2"),
    ],
)
def test_inner_products_that_do_not_fit_are_refused(text, form, words):
    with pytest.raises(ExactSpacesError, match=words):
        compute(text, G=form)


def test_a_form_has_to_be_shown_positive():
    question = NormOf(literal([1], [1]), literal([2, 1], [1, 3]))
    found = find(question)
    forged = replace(question, form=literal([2, 1], [1, -3]))
    values = (found.answer.values[0], forged.form.matrix)
    claim = forged.claim(replace(found.answer, values=values))
    with pytest.raises((NoAnswer, KernelError)):
        check(claim, evidence_for(claim))
