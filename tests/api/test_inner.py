"""Inner products: against SymPy, against figures from textbooks, and over fields without order."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute, decide
from exactspaces.errors import ExactSpacesError

small = st.integers(-3, 3)


@st.composite
def tables(draw, height=None, width=None):
    m, n = height or draw(st.integers(1, 3)), width or draw(st.integers(1, 3))
    return [[draw(small) for _ in range(n)] for _ in range(m)]


def answer(text, over="QQ", **names):
    result = compute(text, over=over, **names)
    assert result.theorem is not None, result.reason
    result.theorem.recheck()
    assert result.as_dict(steps=True)["steps"]
    return result.answer


def their(rows):
    return sympy.Matrix([[sympy.sympify(x) for x in row] for row in rows])


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
