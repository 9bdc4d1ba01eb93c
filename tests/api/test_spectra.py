"""Spectra: against SymPy, against the traps of other systems, over several fields."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute, decide
from exactspaces.errors import ExactSpacesError
from exactspaces.solvers.squares import squares as sum_of_squares
from tests.api.asked import answer, proved, their

small = st.integers(-3, 3)
X = sympy.Symbol("x")
PETERSEN = [
    [-3, 0, 0, -1, 0, -1, -1, 0], [0, -1, -1, 0, -1, 0, 0, -1], [0, -1, -1, 0, -1, 0, 0, -1],
    [-1, 0, 0, 1, 0, -1, -1, 0], [0, -1, -1, 0, -1, 0, 0, -1], [-1, 0, 0, -1, 0, 1, -1, 0],
    [-1, 0, 0, -1, 0, -1, 1, 0], [0, -1, -1, 0, -1, 0, 0, 3],
]  # fmt: skip
QUINTIC = [[0, 0, 0, 0, 1], [1, 0, 0, 0, 1], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0]]


@st.composite
def squares(draw, least=1, most=4):
    n = draw(st.integers(least, most))
    return [[draw(small) for _ in range(n)] for _ in range(n)]


def polynomial(text):
    return sympy.Poly(sympy.sympify(text.replace("^", "**")), X)


@settings(max_examples=20)
@given(A=squares())
def test_polynomials_are_those_of_sympy(A):
    p = their(A).charpoly(X)
    assert polynomial(answer("charpoly(A)", A=A)) == p.as_expr().as_poly(X)
    assert answer("cayley_hamilton(A)", A=A) == answer("charpoly(A)", A=A)
    m = polynomial(answer("minpoly(A)", A=A))
    assert m.rem(sympy.prod(f for f, _ in p.factor_list()[1]).as_expr().as_poly(X)).is_zero
    assert p.as_expr().as_poly(X).rem(m).is_zero
    value = sympy.zeros(len(A))
    for c in m.all_coeffs():
        value = value * their(A) + c * sympy.eye(len(A))
    assert value.is_zero_matrix


@settings(max_examples=20)
@given(A=squares())
def test_diagonal_forms_are_those_of_sympy(A):
    result = proved("diagonalize(A)", A=A)
    values = their(A).eigenvals()
    rational = all(value.is_Rational for value in values)
    expected = rational and their(A).is_diagonalizable()
    assert (result.answer is not None) == expected
    if expected:
        p, d = their(result.answer["P"]), their(result.answer["D"])
        assert their(A) * p == p * d
        assert p.det() != 0
        assert d.is_diagonal()


@settings(max_examples=15)
@given(A=squares(most=3))
def test_jordan_forms_over_the_complex_numbers(A):
    result = compute("jordan(A)", over="CC", A=A)
    if result.verdict == "undecided":
        assert "no root is adjoined" in result.reason or "square roots" in result.reason
        return
    result.theorem.recheck()
    if result.answer is None:
        assert sympy.Poly(their(A).charpoly(X).as_expr(), X).degree() > 2
        return
    sizes = their(A).jordan_cells()[1]
    ones = sum(result.answer["J"][k][k + 1] == "1" for k in range(len(A) - 1))
    assert ones == len(A) - len(sizes)


@settings(max_examples=15)
@given(A=squares(most=3), data=st.data())
def test_similar_matrices_are_recognised(A, data):
    n = len(A)
    P = sympy.eye(n)
    for i in range(n):
        for j in range(i):
            P = P.elementary_row_op("n->n+km", row=i, k=data.draw(small), row1=i, row2=j)
    B = [[int(x) for x in row] for row in (P * their(A) * P.inv()).tolist()]
    assert answer("similar(A, B)", A=A, B=B) is not None
    C = [[2 * x for x in row] for row in A]
    result = proved("similar(A, C)", A=A, C=C)
    same = their(A).charpoly(X) == their(C).charpoly(X)
    assert result.answer is None or same


@settings(max_examples=15)
@given(A=squares(most=3), data=st.data())
def test_krylov_spaces_are_those_of_sympy(A, data):
    n = len(A)
    b = tuple(data.draw(small) for _ in range(n))
    columns = [their(A) ** k * sympy.Matrix(b) for k in range(n)]
    rank = sympy.Matrix.hstack(*columns).rank()
    found = answer("krylov(A, b)", A=A, b=b) if n > 1 else {"dimension": str(rank)}
    assert found["dimension"] == str(rank)


@given(st.fractions(0, 10**12, max_denominator=10**6))
@settings(max_examples=30)
def test_positive_numbers_are_sums_of_squares(x):
    assert sum(s * s for s in sum_of_squares(x)) == x


KNOWN = [
    ("charpoly([3 2; 2 0])", "x^2 - 3*x - 4"),
    ("minpoly(identity(3))", "x - 1"),
    ("minpoly([1 1; 0 1])", "x^2 - 2*x + 1"),
    ("eigenvalues([3 2; 2 0])",
     "4 (algebraic 1, geometric 1); -1 (algebraic 1, geometric 1)"),
    ("eigenvalues([1 1; 0 1])", "1 (algebraic 2, geometric 1)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_known_values(text, expected):
    assert answer(text) == expected


def test_the_graph_with_irrational_eigenvalues():
    assert answer("minpoly(A)", A=PETERSEN) == "x^5 + 2*x^4 - 20*x^3 - 24*x^2 + 96*x"
    p = polynomial(answer("charpoly(A)", A=PETERSEN))
    assert p == sympy.Poly(X**3 * (X - 2) ** 2 * (X + 4) * (X**2 - 12), X)
    found = answer("eigenvalues(A)", A=PETERSEN)
    assert "2 (algebraic 2, geometric 2)" in found
    assert "the roots of x^2 - 12" in found
    assert answer("eigenspace(A, 2)", A=PETERSEN)["dim"] == 2


def test_intervals_hold_the_real_roots():
    found = answer("eigenvalues(A)", A=QUINTIC)
    assert found.startswith("the roots of x^5 - x - 1")
    low, high = (Fraction(x) for x in found.rpartition("(")[2].rstrip(")").split(", "))
    assert low < Fraction(11673, 10000) < high


def blocks(rows):
    return sorted(rows[k][k] for k in range(len(rows)))


def test_jordan_forms_that_others_got_wrong():
    A = [[1, 1, 1, 0], [-2, -1, 0, -1], [0, 0, -1, -1], [0, 0, 2, 1]]
    j = answer("jordan(A)", "CC", A=A)["J"]
    assert blocks(j) == ["-i", "-i", "i", "i"]
    assert [j[k][k + 1] for k in range(3)] == ["1", "0", "1"]
    A = [[2, 4, 1, 0], [-4, 2, 0, 1], [0, 0, 2, 4], [0, 0, -4, 2]]
    j = answer("jordan(A)", "CC", A=A)["J"]
    assert [j[k][k + 1] for k in range(3)] == ["1", "0", "1"]
    assert blocks(j) == ["2 + 4*i", "2 + 4*i", "2 - 4*i", "2 - 4*i"]
    A = [[1, 0, 0, 1], [0, 1, 1, 0], [0, 0, 1, 1], [0, 0, 0, 1]]
    j = answer("jordan(A)", A=A)["J"]
    assert [j[k][k + 1] for k in range(3)] == ["1", "1", "0"]
    A = [[0, 1, 1], ["1/2", 0, 0], ["1/2", 0, 0]]
    assert blocks(answer("diagonalize(A)", A=A)["D"]) == ["-1", "0", "1"]


def test_a_nilpotent_matrix_has_no_other_eigenvalue():
    A = [[int(j == i + 1) * (i + 2) for j in range(35)] for i in range(35)]
    assert answer("charpoly(A)", A=A) == "x^35"


@pytest.mark.parametrize(
    ("text", "over", "reason"),
    [
        ("diagonalize([1 1; 0 1])", "QQ", "generalised eigenvector"),
        ("diagonalize([0 -1; 1 0])", "QQ", "x^2 + 1, irreducible over QQ"),
        ("jordan([0 -1; 1 0])", "RR", "not all eigenvalues are real"),
        ("diagonalize([0 1; 1 1])", "GF(2)", "x^2 + x + 1, irreducible over GF(2)"),
        ("similar([1 1; 0 1], [1 0; 0 1])", "QQ", "x - 1 the ranks"),
        ("similar([1 0; 0 2], [1 0; 0 3])", "QQ", "the ranks"),
    ],
)
def test_what_does_not_exist_is_refuted_with_the_reason(text, over, reason):
    result = compute(text, over=over)
    assert (result.verdict, result.answer) == ("refuted", None)
    assert reason in result.reason
    result.theorem.recheck()


def test_the_same_matrix_over_a_larger_field():
    assert answer("diagonalize([0 -1; 1 0])", "CC")["D"] == [["-i", "0"], ["0", "i"]]
    assert answer("diagonalize([0 -1; 1 0])", "GF(5)") is not None
    assert answer("diagonalize([0 1; 1 1])", "GF(4)") is not None
    assert answer("diagonalize([2 1; 1 3])", "RR") is not None
    assert answer("charpoly([i 1; 1 i])", "QQ(i)") == "x^2 - 2*i*x - 2"


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("eigenvalues([0 a; 1 0])", "QQ(a)"),
        ("charpoly(a*identity(8))", "QQ(a)"),
        ("jordan([0 0 2; 1 0 0; 0 1 0])", "QQ(i)"),
        ("minpoly(identity(61))", "QQ"),
        ("similar(identity(61), identity(61))", "QQ"),
    ],
)
def test_what_is_not_settled_says_why(text, over):
    result = compute(text, over=over)
    assert result.verdict == "undecided"
    assert result.reason


@pytest.mark.parametrize(
    "text",
    [
        "charpoly([1 2 3])",
        "eigenvalues((1, 2))",
        "eigenspace([1 2; 3 4], (1, 2))",
        "similar([1 2; 3 4], [1])",
        "krylov([1 2; 3 4], (1, 2, 3))",
        "krylov([1 2; 3 4], (1, 2), 0)",
        "invariant([1 2; 3 4], span{(1, 2, 3)})",
        "invariant([1 2; 3 4], span{(1, 2)} + null([1 2]))",
        "jordan(5)",
    ],
)
def test_what_does_not_fit_is_refused_in_words(text):
    with pytest.raises(ExactSpacesError) as refusal:
        compute(text)
    assert str(refusal.value)


@pytest.mark.parametrize(
    ("claim", "over", "verdict"),
    [
        ("invariant([1 1; 0 1], span{(1,0)})", "QQ", "proved"),
        ("invariant([1 1; 0 1], null([1 0]))", "QQ", "refuted"),
        ("eigenspace([3 2; 2 0], 4) == span{(2,1)}", "QQ", "proved"),
        ("krylov([3 2; 2 0], (1,1), 2) == QQ^2", "QQ", "proved"),
        ("krylov([3 2; 2 0], (1,1), 2) == GF^2", "GF(3)", "refuted"),
        ("dim(eigenspace([1 2; 3 4], 7)) == 0", "QQ", "proved"),
    ],
)
def test_claims(claim, over, verdict):
    assert decide(claim, over=over).verdict == verdict


@pytest.mark.parametrize(
    ("text", "over", "part"),
    [
        ("eigenvalues([sqrt(2) 1 0; 1 0 1; 0 1 sqrt(2)])", "QQ(sqrt(2))",
         "sqrt(2) (algebraic 1, geometric 1); the roots of x^2 - sqrt(2)*x - 2"),
        ("eigenvalues([1 i 0; 0 2 1; 0 0 3+i])", "QQ(i)", "3 + i (algebraic 1, geometric 1)"),
        ("eigenvalues([i 1 0; 0 i 1; 1 0 2])", "QQ(i)", "the roots of x^3 + (-2 - 2*i)*x^2"),
        ("eigenvalues([a 0 0; 1 a 0; 0 0 1])", "QQ(a: a^3 - 2)", "a (algebraic 2, geometric 1)"),
        ("eigenvalues([w 1 0 0; 0 w 1 0; 1 0 0 1; 0 1 1 w])", "GF(4)",
         "the roots of x^2 + w*x + 1"),
    ],
)  # fmt: skip
def test_polynomials_over_larger_fields_are_factored(text, over, part):
    assert part in answer(text, over)


@settings(max_examples=8, deadline=None)
@given(A=squares(least=3, most=3), c=small)
def test_forms_over_the_complex_numbers(A, c):
    rows = [[f"{A[i][j]} + {c if j > i else 0}*i" if j >= i else 0 for j in range(3)]
            for i in range(3)]  # fmt: skip
    result = proved("jordan(A)", "QQ(i)", A=rows)
    assert sorted(result.answer["J"][k][k] for k in range(3)) == sorted(
        str(A[k][k]) for k in range(3)
    )
