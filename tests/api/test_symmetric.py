"""Cofactors, symmetric matrices, maps in bases and Krylov methods: against SymPy."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute, decide
from exactspaces.errors import ExactSpacesError, NoAnswer
from exactspaces.fields import generator, matrix_from, number, read_field
from exactspaces.kernel import Given, KernelError, check
from exactspaces.kernel.matrices import identity, plus
from exactspaces.questions.constructions import Construct, Part
from exactspaces.questions.symmetric import Definiteness
from exactspaces.solvers.decisions import proof_of
from tests.api.asked import answer, proved, their

small = st.integers(-3, 3)


@st.composite
def squares(draw, least=1, most=4, symmetric=False):
    n = draw(st.integers(least, most))
    rows = [[draw(small) for _ in range(n)] for _ in range(n)]
    if symmetric:
        rows = [[rows[max(i, j)][min(i, j)] for j in range(n)] for i in range(n)]
    return rows


@settings(max_examples=15)
@given(A=squares())
def test_adjugates_are_those_of_sympy(A):
    assert their(answer("adj(A)", A=A)) == their(A).adjugate()


@settings(max_examples=15)
@given(A=squares(least=2, most=3), data=st.data())
def test_quotients_of_determinants_solve_the_system(A, data):
    b = tuple(data.draw(small) for _ in A)
    result = proved("cramer(A, b)", A=A, b=b)
    if their(A).det() == 0:
        assert result.answer is None
    else:
        x = their(A).LUsolve(sympy.Matrix(b))
        assert [sympy.Rational(e) for e in result.answer] == list(x)


@settings(max_examples=30)
@given(A=squares(most=3))
def test_signs_are_those_of_the_symmetric_part(A):
    values = (their(A) + their(A).T).eigenvals(multiple=True)
    signs = [sympy.sign(sympy.re(v.evalf(40)).evalf(15)) if abs(v.evalf(40)) > 1e-25 else 0
             for v in values]  # fmt: skip
    found = answer("definite(A)", A=A)
    if 1 in signs and -1 in signs:
        assert found == "indefinite"
    else:
        sign = "negative" if -1 in signs else "positive"
        assert found == f"{sign} {'semi' if 0 in signs else ''}definite"


@settings(max_examples=20)
@given(A=squares(symmetric=True))
def test_symmetric_factors_multiply_to_the_matrix(A):
    result = proved("ldl(A)", A=A)
    if result.answer is not None:
        low, d = their(result.answer["L"]), their(result.answer["D"])
        assert low * d * low.T == their(A)
    else:
        assert any(their(A)[:k, :k].det() == 0 for k in range(1, len(A)))


@settings(max_examples=15)
@given(A=squares(least=2, most=3))
def test_roots_of_positive_matrices(A):
    B = [[int(x) for x in row] for row in (their(A) * their(A).T).tolist()]
    low = their(answer("cholesky(B)", B=B))
    assert (low * low.T - their(B)).applyfunc(sympy.simplify).is_zero_matrix
    assert low.is_lower


@settings(max_examples=15)
@given(A=squares(least=2, most=3, symmetric=True), data=st.data())
def test_orthogonal_vectors_of_krylov_spaces(A, data):
    b = tuple(data.draw(small) for _ in A)
    if not any(b):
        return
    found = answer("lanczos(A, b)", A=A, b=b)
    q, h = their(found["Q"]), their(found["H"])
    assert their(A) * q == q * h
    assert (q.T * q).is_diagonal()
    assert found == answer("arnoldi(A, b)", A=A, b=b)


@settings(max_examples=15)
@given(A=squares(least=2, most=4), data=st.data())
def test_conjugate_gradients_end(A, data):
    n = len(A)
    B = [[int(x) for x in row] for row in (their(A) * their(A).T + sympy.eye(n)).tolist()]
    b = tuple(data.draw(small) for _ in A)
    found = answer("cg(B, b)", B=B, b=b)
    x = found["x"] if isinstance(found, dict) else found
    assert [sympy.Rational(e) for e in x] == list(their(B).LUsolve(sympy.Matrix(b)))
    assert not isinstance(found, dict) or int(found["steps"]) <= n


KNOWN = [
    ("adj([1 2 0; 0 1 1; 2 5 1])", [["-4", "-2", "2"], ["2", "1", "-1"], ["-2", "-1", "1"]]),
    ("matrix_of([2 1; 0 3], {(1,2), (1,-1)})", [["10/3", "-2/3"], ["2/3", "5/3"]]),
    ("matrix_of([2 1; 0 3], {(2,1), (-1,1)})", [["8/3", "2/3"], ["1/3", "7/3"]]),
    ("matrix_of([1 1; 2 2], {(1,2), (1,-1)})", [["3", "0"], ["0", "0"]]),
    ("dual{(1,2), (1,-1)}", [["1/3", "1/3"], ["2/3", "-1/3"]]),
    ("definite([0 0 0; 0 1 2; 0 2 1])", "indefinite"),
    ("definite([1 2; -2 1])", "positive definite"),
    ("cholesky([4 2; 2 3])", [["2", "0"], ["1", "sqrt(2)"]]),
]


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_known_values(text, expected):
    assert answer(text) == expected


def test_the_exercise_on_krylov_spaces():
    found = answer("lanczos([3 2; 2 0], (1,1))")
    assert found["Q"] == [["1", "3/2"], ["1", "-3/2"]]
    assert found["H"] == [["7/2", "9/4"], ["1", "-1/2"]]
    assert answer("lanczos([2 1; 1 2], (1,1))")["H"] == [["3"]]


def test_hilbert_matrices_are_positive():
    H = [[f"1/{i + j + 1}" for j in range(6)] for i in range(6)]
    assert answer("definite(H)", H=H) == "positive definite"
    assert answer("det(H)", H=H) == "1/186313420339200000"


@pytest.mark.parametrize(
    ("text", "over", "reason"),
    [
        ("cramer([1 2; 2 4], (5,6))", "QQ", "det A = 0"),
        ("ldl([0 1; 1 0])", "QQ", "pivot 1 is 0"),
        ("ldl([1 2; 3 4])", "QQ", "transpose"),
        ("cholesky([1 2; 2 1])", "QQ", "x^T A x = -3"),
        ("cholesky([1 2; 3 4])", "QQ", "transpose"),
        ("matrix_of([2 1; 0 3], {(1,2), (2,4)})", "QQ", "source vectors are no basis"),
        ("matrix_of([2 1; 0 3], {(1,2), (0,1)}, {(0,0), (1,0)})", "QQ", "target vectors"),
        ("dual{(1,2)}", "QQ", "no basis"),
        ("lanczos([1 1; 0 3], (1,1))", "QQ", "arnoldi"),
    ],
)
def test_what_does_not_exist_is_refuted_with_the_reason(text, over, reason):
    result = compute(text, over=over)
    assert (result.verdict, result.answer) == ("refuted", None)
    assert reason in result.reason
    result.theorem.recheck()


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("definite([1 0; 0 1])", "GF(5)"),
        ("definite([1 i; i 1])", "QQ(i)"),
        ("definite([1 a; a 1])", "QQ(a: a^2 + a + 1)"),
        ("definite([1 a; a 1])", "QQ(a: a^3 - 2)"),
        ("arnoldi([0 1; 1 0], (1,1))", "GF(2)"),
        ("arnoldi([0 1; 1 0], (0,0))", "QQ"),
        ("cg([1 2; 3 4], (1,1))", "QQ"),
        ("cg([0 1; 1 0], (1,0))", "QQ"),
        ("adj(identity(9))", "QQ"),
    ],
)
def test_what_is_not_settled_says_why(text, over):
    result = compute(text, over=over)
    assert result.verdict == "undecided"
    assert result.reason


@pytest.mark.parametrize(
    "text",
    [
        "definite([1 2 3])",
        "cramer([1 2; 3 4], (1,2,3))",
        "cg([1 2; 3 4], 5)",
        "matrix_of([1 2; 3 4], {(1,2,3)})",
        "tensor([1 2], 3)",
        "tensor(identity(400), identity(400))",
    ],
)
def test_what_does_not_fit_is_refused_in_words(text):
    with pytest.raises(ExactSpacesError) as refusal:
        compute(text)
    assert str(refusal.value)


@pytest.mark.parametrize(
    "claim",
    [
        "rank(tensor([1 2; 2 4], [1 2; 3 4])) == 2",
        "tensor([1 2], identity(2)) * tensor(identity(2), [0; 1]) == tensor([1 2], [0; 1])",
        "annihilator(span{(1,2,3)}) == null([1 2 3])",
        "image([1 2; 2 4]) == span{(1,2)}",
    ],
)
def test_claims(claim):
    assert decide(claim).verdict == "proved"


HERMITIAN = [
    ("[2 i; -i 2]", "positive definite"),
    ("[1 i; -i 1]", "positive semidefinite"),
    ("[0 i; -i 0]", "indefinite"),
    ("[1 2i; -2i 1]", "indefinite"),
    ("[-2 1+i; 1-i -3]", "negative definite"),
    ("[0 1 0; 1 0 i; 0 -i 0]", "indefinite"),
    ("zeros(2, 2)", "positive semidefinite"),
]


@pytest.mark.parametrize(("text", "kind"), HERMITIAN)
def test_signs_of_hermitian_matrices(text, kind):
    assert answer(f"definite({text})", "QQ(i)") == kind


@settings(max_examples=15, deadline=None)
@given(a=small, b=small, c=small, d=small)
def test_two_by_two_hermitian_matrices(a, b, c, d):
    found = answer("definite([a b+c*i; b-c*i d])", "QQ(i)", a=a, b=b, c=c, d=d)
    determinant, trace = a * d - b * b - c * c, a + d
    if determinant < 0:
        assert found == "indefinite"
    else:
        semi = "semi" if determinant == 0 else ""
        assert found == f"{'negative' if trace < 0 else 'positive'} {semi}definite"


def test_a_matrix_that_is_not_hermitian_has_no_signs():
    result = compute("definite([1 i; i 1])", over="QQ(i)")
    assert result.verdict == "undecided"
    assert "Hermitian" in result.reason


def test_roots_of_hermitian_matrices():
    assert proved("cholesky([2 i; -i 2])", "QQ(i)").answer[0][0] == "sqrt(2)"
    assert proved("cholesky([1 2i; -2i 1])", "QQ(i)").verdict == "refuted"


REAL = [
    ("[2 sqrt(2); sqrt(2) 3]", "positive definite"),
    ("[1 sqrt(2); sqrt(2) 1]", "indefinite"),
    ("[1 sqrt(2); sqrt(2) 2]", "positive semidefinite"),
    ("[1-sqrt(2) 0; 0 sqrt(2)-2]", "negative definite"),
    ("[sqrt(2)-1 1; -1 sqrt(3)]", "positive definite"),
    ("[sqrt(2) i; -i sqrt(2)]", "positive definite"),
    ("[1 i*sqrt(3); -i*sqrt(3) 2]", "indefinite"),
]


@pytest.mark.parametrize(("text", "kind"), REAL)
def test_signs_over_fields_with_roots(text, kind):
    assert answer(f"definite({text})", "CC") == kind


@settings(max_examples=15, deadline=None)
@given(numbers=st.lists(small, min_size=6, max_size=6))
def test_signs_over_a_field_with_a_root_are_those_of_the_leading_minors(numbers):
    a, b, c, d, e, f = numbers
    w = sympy.sqrt(2)
    found = answer("definite([a+b*w c+d*w; c+d*w e+f*w])", "QQ(sqrt(2))",
                   a=a, b=b, c=c, d=d, e=e, f=f, w="sqrt(2)")  # fmt: skip
    first, last = a + b * w, e + f * w
    determinant = sympy.sign(sympy.expand(first * last - (c + d * w) ** 2))
    if determinant < 0:
        assert found == "indefinite"
    else:
        semi = "semi" if determinant == 0 else ""
        sign = "negative" if first + last < 0 else "positive"
        assert found == f"{sign} {semi}definite"


def test_roots_of_matrices_with_roots():
    found = proved("cholesky([sqrt(2) 1; 1 sqrt(2)])", "RR").answer
    assert found[0][0] == "sqrt(sqrt(2))"
    assert proved("cholesky([1 sqrt(2); sqrt(2) 1])", "RR").verdict == "refuted"


def one_by_one(field, entry, root):
    """The question whether a 1 x 1 matrix is positive, and a forged yes: twice it is |root|^2."""
    ring = read_field(field)
    letter = generator(ring, ring.names[0]) if hasattr(ring, "names") else number(ring, 1)
    matrix, square = (
        Given(matrix_from(ring, [[number(ring, c) + letter * d]], 1)) for c, d in (entry, root)
    )
    parts = (
        Part("kind", "positive definite", "words"), Part("T", identity(ring, 1)),
        Part("D", plus(matrix.matrix, matrix.matrix)), Part("s_1", square.matrix),
    )  # fmt: skip
    return Definiteness(matrix), Construct(parts, values=(matrix.matrix,))


def test_a_right_answer_of_that_form_is_accepted():
    question, answer = one_by_one("QQ", (8, 0), (4, 0))
    claim = question.claim(answer)
    assert check(claim, proof_of(claim))


def test_squares_of_imaginary_numbers_show_no_sign():
    question, answer = one_by_one("QQ(i)", (-8, 0), (0, 4))
    claim = question.claim(answer)
    with pytest.raises((NoAnswer, KernelError)):
        check(claim, proof_of(claim))


def test_roots_that_are_no_known_numbers_show_no_sign():
    question, answer = one_by_one("QQ(a: a^2 + a + 1)", (-2, -2), (0, 2))
    with pytest.raises(NoAnswer, match="square roots"):
        question.claim(answer)
