"""Answers over Q against SymPy's matrices, and for parameters at many points."""

from __future__ import annotations

from functools import cache

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces import compute, matrix

EXAMPLES = 20
fractions = st.fractions(-4, 4, max_denominator=3)


@st.composite
def tables(draw, square=False):
    m = draw(st.integers(1, 4))
    n = m if square else draw(st.integers(1, 4))
    rows = [[draw(fractions) for _ in range(n)] for _ in range(m)]
    if m > 1 and draw(st.booleans()):
        rows[-1] = [2 * x - y for x, y in zip(rows[0], rows[1], strict=True)]
    return rows


def their(rows):
    return sympy.Matrix(
        [[sympy.Rational(x.numerator, x.denominator) for x in row] for row in rows]
    )


def same(ours, theirs):
    return [[sympy.Rational(x) for x in row] for row in ours] == theirs.tolist()


def answer(text, **names):
    result = compute(text, **names)
    assert result.theorem is not None, result.reason
    result.theorem.recheck()
    return result.answer


@settings(max_examples=EXAMPLES)
@given(A=tables())
def test_forms_ranks_and_null_spaces(A):
    form, pivots = their(A).rref()
    found = answer("rref(A)", A=A)
    assert same(found["matrix"], form)
    assert found["pivots"] == [j + 1 for j in pivots]
    assert answer("rank(A)", A=A) == str(their(A).rank())
    assert answer("nullity(A)", A=A) == str(len(their(A).nullspace()))
    assert answer("null(A)", A=A)["dim"] == len(their(A).nullspace())
    assert answer("pivots(A)", A=A) == [j + 1 for j in pivots]


@settings(max_examples=EXAMPLES)
@given(A=tables(square=True))
def test_determinants_and_inverses(A):
    det = their(A).det()
    assert sympy.Rational(answer("det(A)", A=A)) == det
    result = compute("inv(A)", A=A)
    assert result.theorem is not None
    if det:
        assert same(result.answer, their(A).inv())
    else:
        assert (result.verdict, result.answer) == ("refuted", None)
    assert compute("invertible(A)", A=A).answer is bool(det)
    assert sympy.Rational(answer("trace(A)", A=A)) == their(A).trace()
    assert same(answer("A^3 - 2*A", A=A), their(A) ** 3 - 2 * their(A))


@settings(max_examples=EXAMPLES)
@given(A=tables(), data=st.data())
def test_systems(A, data):
    b = [data.draw(fractions) for _ in A]
    found = answer("solve(A, b)", A=A, b=b)
    right = their([[x] for x in b])
    consistent = their(A).row_join(right).rank() == their(A).rank()
    if not consistent:
        assert found["kind"] == "none"
        y = sympy.Matrix([[sympy.Rational(x) for x in found["witness"]]])
        assert (y * their(A)).is_zero_matrix
        assert (y * right)[0] == 1
        return
    point = sympy.Matrix([sympy.Rational(x) for x in found["particular"]])
    assert their(A) * point == right
    for direction in found["directions"]:
        assert (their(A) * sympy.Matrix(list(map(sympy.Rational, direction)))).is_zero_matrix
    assert len(found["directions"]) == len(A[0]) - their(A).rank()


@settings(max_examples=EXAMPLES)
@given(A=tables())
def test_triangular_factors(A):
    found = matrix(A).lu()
    permuted = [matrix(A).rows()[i - 1] for i in found.order]
    assert (found.lower @ found.upper).rows() == permuted
    assert all(not x for i, row in enumerate(found.upper.rows()) for x in row[:i])
    assert all(row[i] == 1 and not any(row[i + 1 :]) for i, row in enumerate(found.lower.rows()))


# ------------------------------------------------------------------------- case trees

# Each matrix has parameters a, b; the points include those on every condition.
PARAMETRIC = [
    "[a 1; 1 a]",
    "[a b; 2a 2b]",
    "[1 a; a 4]",
    "[a b; b a]",
    "[1 1 1; a b 1; a^2 b^2 1]",
    "[a 0; 0 b]",
    "[a-b 1; 1 a+b]",
    "[0 a; b 0]",
    "[a*b 1 0; 0 a 1]",
    "[a^2+1 a; a 1]",
    "[1 2 a; 2 4 b; 1 1 1]",
]
SQUARE = [text for text in PARAMETRIC if text.count(";") + 1 == len(text.split(";")[0].split())]
VALUES = [sympy.Rational(x) for x in ("0", "1", "-1", "2", "-2", "4", "1/2", "-7/3")]
POINTS = [(x, y) for x in VALUES for y in VALUES]
a, b = sympy.symbols("a b")


@cache
def expression(text):
    return sympy.sympify(text.replace("^", "**"), locals={"a": a, "b": b})


def at(text, point):
    """A text of ours as a number, at a point."""
    return expression(text).xreplace({a: point[0], b: point[1]})


def applies(when, point):
    """Whether the conditions, as printed, hold at a point."""
    if when == "always":
        return True
    for part in when.split(", "):
        left, relation, right = part.partition(" != ") if "!=" in part else part.partition(" = ")
        equal = at(left, point) == at(right, point)
        if equal == ("!=" in relation):
            return False
    return True


def matrix_at(text, point):
    rows = [row.split() for row in text.strip("[]").split(";")]
    spelled = [[x.replace("2a", "2*a").replace("2b", "2*b") for x in row] for row in rows]
    return sympy.Matrix([[at(x, point) for x in row] for row in spelled])


def leaves(question):
    result = compute(question, over="QQ(a,b)")
    assert result.theorem is not None, result.reason
    result.theorem.recheck()
    return result.answer["cases"]


def each_point(question, text):
    """Each point with the matrix there and the one or more leaves that speak of it."""
    cases = leaves(question)
    for point in POINTS:
        found = [case["answer"] for case in cases if applies(case["when"], point)]
        assert found, f"{question}: no case at {point}"
        for answer in found:
            yield matrix_at(text, point), answer, point


@pytest.mark.parametrize("text", PARAMETRIC)
def test_forms_at_points(text):
    for A, found, point in each_point(f"rref({text})", text):
        form, pivots = A.rref()
        assert [[at(x, point) for x in row] for row in found["matrix"]] == form.tolist()
        assert found["pivots"] == [j + 1 for j in pivots]


@pytest.mark.parametrize("text", PARAMETRIC)
def test_ranks_and_null_spaces_at_points(text):
    for A, found, _ in each_point(f"rank({text})", text):
        assert int(found) == A.rank()
    for A, found, point in each_point(f"null({text})", text):
        vectors = [sympy.Matrix([at(x, point) for x in v]) for v in found["basis"]]
        assert len(vectors) == A.shape[1] - A.rank()
        assert all((A * v).is_zero_matrix for v in vectors)
        assert not vectors or sympy.Matrix.hstack(*vectors).rank() == len(vectors)


@pytest.mark.parametrize("text", SQUARE)
def test_determinants_and_inverses_at_points(text):
    for A, found, point in each_point(f"det({text})", text):
        assert at(found, point) == A.det()
    for A, found, point in each_point(f"inv({text})", text):
        assert (found is None) == (A.det() == 0)
        if found is not None:
            inverse = sympy.Matrix([[at(x, point) for x in row] for row in found])
            assert A * inverse == sympy.eye(A.shape[0])
    for A, found, _ in each_point(f"invertible({text})", text):
        assert found is (A.det() != 0)


@pytest.mark.parametrize("text", PARAMETRIC)
def test_solutions_at_points(text):
    height = text.count(";") + 1
    right = "(1, a, b)" if height == 3 else "(1, a)"
    for A, found, point in each_point(f"solve({text}, {right})", text):
        b_at = sympy.Matrix([at(x, point) for x in right.strip("()").split(", ")])
        consistent = A.row_join(b_at).rank() == A.rank()
        assert (found["kind"] == "none") == (not consistent)
        if not consistent:
            y = sympy.Matrix([[at(x, point) for x in found["witness"]]])
            assert (y * A).is_zero_matrix
            assert (y * b_at)[0] == 1
            continue
        x = sympy.Matrix([at(v, point) for v in found["particular"]])
        assert A * x == b_at
        directions = [sympy.Matrix([at(v, point) for v in d]) for d in found["directions"]]
        assert all((A * d).is_zero_matrix for d in directions)
        assert len(directions) == A.shape[1] - A.rank()


@pytest.mark.parametrize("text", PARAMETRIC)
def test_factors_at_points(text):
    for A, found, point in each_point(f"lu({text})", text):
        P, L, U = (sympy.Matrix([[at(x, point) for x in row] for row in found[k]]) for k in "PLU")
        assert P * A == L * U
        assert L.is_lower
        assert U.is_upper
