"""Polynomials of matrices with parameters: against SymPy for many values of the parameters."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
import sympy

from exactspaces import compute
from exactspaces.errors import ExactSpacesError
from exactspaces.fields import generator, matrix_from, number, read_field
from exactspaces.kernel import Given, KernelError, check
from exactspaces.questions.constructions import Construct, Part
from exactspaces.questions.spectra import (
    CharacteristicPolynomial,
    Eigenvalues,
    Root,
    Spectrum,
    spectrum_words,
)
from exactspaces.solvers.constructions import evidence_for
from exactspaces.solvers.zero import NeedsSplit

X, T = sympy.symbols("x t")
MATRICES = [
    [[T, 1], [0, T]],
    [[T, 0], [0, 1]],
    [[T**2, T], [1, 2]],
    [[T, T, 0], [0, 1, 1], [1, 0, -T]],
    [[T, 1, 0], [0, T, 0], [0, 0, 2]],
    [[0, 0, 0], [0, 0, 0], [0, 0, T**2 - 1]],
    [[1, T, 0, 0], [0, 1, 0, 0], [0, 0, 1, T - 2], [0, 0, 0, 2]],
]
VALUES = range(-3, 4)


def text(rows):
    rows = (" ".join(str(x).replace("**", "^").replace(" ", "") for x in row) for row in rows)
    return f"[{'; '.join(rows)}]"


def cases(asked, rows, over="QQ(t)"):
    result = compute(f"{asked}({text(rows)})", over=over)
    assert result.verdict == "proved", result.reason
    result.theorem.recheck()
    return result.answer["cases"]


def holds(condition, t):
    """Say whether the value is in the case: its conditions joined by commas."""

    def one(part):
        left, right = part.replace("!=", "=").split("=")
        equal = sympy.sympify(f"({left}) - ({right})".replace("^", "**")).subs(T, t) == 0
        return equal != ("!=" in part)

    return condition == "always" or all(map(one, condition.split(", ")))


def least(matrix):
    """Give the minimal polynomial: the first power that depends on those before it."""
    n, powers = matrix.rows, [sympy.eye(matrix.rows)]
    while True:
        powers.append(powers[-1] * matrix)
        table = sympy.Matrix([list(p) for p in powers]).T
        relation = table.nullspace()
        if relation:
            (found,) = relation
            return sympy.Poly(list(reversed(list(found / found[-1]))), X)
        assert len(powers) <= n


@pytest.mark.parametrize("rows", MATRICES)
@pytest.mark.parametrize(
    ("asked", "theirs"),
    [("charpoly", lambda m: m.charpoly(X)), ("cayley_hamilton", lambda m: m.charpoly(X)),
     ("minpoly", least)],
)  # fmt: skip
def test_for_each_value_of_the_parameter_one_case_gives_the_polynomial(asked, theirs, rows):
    found = cases(asked, rows)
    for t in VALUES:
        (case,) = [case for case in found if holds(case["when"], t)]
        ours = sympy.sympify(case["answer"].replace("^", "**")).subs(T, t)
        expected = theirs(sympy.Matrix(rows).subs(T, t))
        assert sympy.expand(ours - expected.as_expr()) == 0


SPLIT = [
    [[T, 1], [0, T]],
    [[T, 1], [0, 1]],
    [[1, T], [T, 1]],
    [[T**2, 1], [0, 2 * T + 3]],
    [[0, T, 0], [0, 0, T - 1], [0, 0, 0]],
    [[T, 1, 0], [0, T, 0], [0, 0, 2]],
    [[T, 0, 1], [0, -T, 0], [0, 0, 1 - T]],
]


@pytest.mark.parametrize("rows", SPLIT)
def test_for_each_value_one_case_gives_the_eigenvalues(rows):
    found = cases("eigenvalues", rows)
    for t in VALUES:
        (case,) = [case for case in found if holds(case["when"], t)]
        parts = (part.removesuffix(")").split(" (") for part in case["answer"].split("; "))
        ours = {}
        for shown, sizes in parts:
            value = sympy.sympify(shown.replace("^", "**")).subs(T, t)
            assert value not in ours
            ours[value] = [int(word.split()[1]) for word in sizes.split(", ")]
        theirs = sympy.Matrix(rows).subs(T, t).eigenvects()
        assert ours == {value: [k, len(vectors)] for value, k, vectors in theirs}


def theirs_of(shown, t):
    return sympy.Matrix([[sympy.sympify(str(x).replace("^", "**")).subs(T, t) for x in row]
                         for row in shown])  # fmt: skip


@pytest.mark.parametrize("rows", SPLIT)
@pytest.mark.parametrize(("asked", "name"), [("jordan", "J"), ("diagonalize", "D")])
def test_for_each_value_one_case_gives_the_form(asked, name, rows):
    found = compute(f"{asked}({text(rows)})", over="QQ(t)")
    found.theorem.recheck()
    if found.answer is None or "cases" not in found.answer:
        assert (found.verdict, asked, rows) == ("refuted", "diagonalize", SPLIT[0])
        return
    for t in VALUES:
        (case,) = [case for case in found.answer["cases"] if holds(case["when"], t)]
        matrix = sympy.Matrix(rows).subs(T, t)
        if case["answer"] in (None, "none"):
            assert asked == "diagonalize"
            assert not matrix.is_diagonalizable()
            continue
        p, form = (theirs_of(case["answer"][part], t) for part in ("P", name))
        assert p.det() != 0
        assert matrix * p == p * form
        assert asked == "jordan" or form.is_diagonal()


def test_eigenvalues_that_may_be_equal_are_refused():
    ring = read_field("QQ(t)")
    t = generator(ring, "t")
    matrix = matrix_from(ring, [[t, number(ring, 0)], [number(ring, 0), number(ring, 1)]], 2)
    roots = Root(t, 1, 1), Root(number(ring, 1), 1, 1)
    found = Spectrum((), roots=roots, values=(matrix,))
    answer = replace(found, parts=(Part("eigenvalues", spectrum_words(found), "words"),))
    claim = Eigenvalues(Given(matrix)).claim(answer)
    with pytest.raises((KernelError, ExactSpacesError, NeedsSplit)):
        check(claim, evidence_for(claim))


def test_over_a_finite_field():
    for s, t in itertools.product(range(5), repeat=2):
        (case,) = compute("charpoly([s t; 1 s])", over="GF(5)(s, t)").answer["cases"]
        ours = sympy.sympify(case["answer"].replace("^", "**")).subs({"s": s, "t": t})
        theirs = sympy.Matrix([[s, t], [1, s]]).charpoly(X).as_expr()
        assert sympy.Poly(ours - theirs, X, modulus=5).is_zero


@pytest.mark.parametrize(
    ("asked", "over", "reason"),
    [
        ("charpoly([x 1; 0 x])", "QQ(x)", "the parameter x"),
        ("krylov([x 1; 0 x], (1, 0))", "QQ(x)", "the parameter x"),
        ("charpoly([t 1 0; 0 t 1; 1 1 0])", "GF(2)(t)", "more numbers in the field"),
        ("minpoly(t*identity(8))", "QQ(t)", "up to the size 7"),
        ("eigenvalues([0 t; 1 0])", "QQ(t)", "the factor x^2 - t"),
        ("jordan([0 t; 1 0])", "QQ(t)", "the factor x^2 - t"),
        ("eigenvalues([i*t 1; 0 t])", "QQ(i, t)", "not factored over this field"),
        ("ldl([t 1; 1 t])", "QQ(t)", "not worked out with parameters"),
    ],
)  # fmt: skip
def test_what_is_not_reached_stays_undecided(asked, over, reason):
    result = compute(asked, over=over)
    assert (result.verdict, result.theorem) == ("undecided", None)
    assert reason in result.reason


def test_a_wrong_polynomial_is_refused():
    ring = read_field("QQ(t)")
    one = number(ring, 1)
    matrix = matrix_from(ring, [[one, one], [one, one]], 2)
    question = CharacteristicPolynomial(Given(matrix))
    for coefficients, right in (((0, -2, 1), True), ((1, -2, 1), False), ((0, -1, 1), False)):
        row = matrix_from(ring, [[number(ring, c) for c in coefficients]], 3)
        answer = Construct((Part("charpoly", row, "polynomial"),), values=(matrix,))
        claim = question.claim(answer)
        if right:
            check(claim, evidence_for(claim))
        else:
            with pytest.raises((KernelError, ExactSpacesError)):
                check(claim, evidence_for(claim))
