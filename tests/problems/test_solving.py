"""Texts with mathematics, parts that stay undecided, and the judgement of answers by meaning."""

from __future__ import annotations

import os
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exactspaces.api.problems.files import load_problem, solve_problem
from exactspaces.api.problems.mathematics import math_pieces
from exactspaces.api.problems.tests import problem_tests
from exactspaces.api.processes.budget import Budget
from exactspaces.reading.problems import BadProblem
from exactspaces.reading.problems.faults import Place
from exactspaces.reading.problems.texts import read_text
from exactspaces.rendering.formulas import Sym
from exactspaces.rendering.latex import latex
from exactspaces.rendering.mathml import mathml
from exactspaces.rendering.text import text_line
from tests.architecture.source import ROOT

HEAD = """format = "exactspaces-problem/1"
id = "subspaces/sample"
title = "A sample"
topics = ["sample"]
level = 1
field = "{field}"

[given]
{given}

[[part]]
id = "part"
ask = {ask}
answer = {answer}
"""


def problem(answer, *, ask="'Find it.'", given='A = "[1 2; 2 4]"', field="QQ", more=""):
    return load_problem(HEAD.format(answer=answer, ask=ask, given=given, field=field) + more)


def asked(ask, **options):
    return text_line(
        solve_problem(problem('{ kind = "rref", of = "A" }', ask=ask, **options)).parts[0].ask
    )


@pytest.mark.parametrize(
    ("ask", "shown"),
    [
        (r"'$\operatorname{col}(A)\subseteq\mathbb{R}^2$'", "col(A) ⊆ ℝ²"),
        (r"'$A x=b$ and $A^T y=0$'", "A·x = b and Aᵀ·y = 0"),
        (r"'$A={A}$'", "A = [1 2; 2 4]"),
        (r"'{A} and {rref(A)}'", "[1 2; 2 4] and [1 2; 0 0]"),
        (r"'The system {A | (1, 2)}.'", "The system [1 2 | 1; 2 4 | 2]."),
        (r"'$[A\mid b]$'", "[A | b]"),
        (r"'$[v]_B=(3,-1)$'", "[v]_B = (3, −1)"),
        (r"'$u,v\in W$'", "u, v ∈ W"),
        (r"'$(c+d)v\neq cv+dv$'", "(c + d)·v ≠ c·v + d·v"),
        (r"'$U\cap W$, $U\oplus W$, $v\notin W$'", "U ∩ W, U ⊕ W, v ∉ W"),
        (r"'$\{v_1,\dots,v_{12}\}$'", "{v₁, …, v₁₂}"),
        (r"'$\operatorname{span}\{(1,0),{(0, 1)}\}$'", "span{(1, 0), (0, 1)}"),
        (r"'$A^{-1}$, $2x-3y$, $\lambda=1/2$'", "A⁻¹, 2x − 3y, λ = 1/2"),
        (r"'$u\otimes v\neq v\otimes u$'", "u ⊗ v ≠ v ⊗ u"),
        (r"'a $2\times 3$ matrix, $2\cdot 3$ entries'", "a 2×3 matrix, 2·3 entries"),
        (r"'$\frac{a+1}{2}x$, $-\frac{1}{2}$'", "(a + 1)/2·x, −1/2"),
        (r"'$0\le a<b$, $n\geq 3>m$, $a\le b$'", "0 ≤ a < b, n ≥ 3 > m, a ≤ b"),
        (r"'$x\mapsto A x$ on $\mathbb{C}^2$'", "x ↦ A·x on ℂ²"),
        (r"'$\|u+v\|\le\|u\|+\|v\|$'", "‖u + v‖ ≤ ‖u‖ + ‖v‖"),
        (r"'$\|u\|\|v\|$, $\|A\|_F^2$'", "‖u‖·‖v‖, ‖A‖_F²"),
        (r"'$\langle u,v\rangle=0$ for $n\to\infty$'", "⟨u, v⟩ = 0 for n → ∞"),
        (r"'$\sum_{k=1}^{n} a_k b_k+c$'", "∑_(k = 1)ⁿ a_k·b_k + c"),
        (r"'$2\sum_{1\le i<j}\sigma_i^2$, $(\sum_k a_k)^2$'", "2·∑_(1 ≤ i < j) σ_i², (∑_k a_k)²"),
        (r"'$\begin{pmatrix}1&-2\\ a&4\end{pmatrix}x$'", "[1 −2; a 4]·x"),
        (r"'$\begin{bmatrix}1&\ldots\\ \vdots&\ddots\\ \end{bmatrix}$'", "[1 …; ⋮ ⋱]"),
        (r"'$\mathbb{F}_3$ costs \\$3'", "GF(3) costs \\\\$3"),
        (r"'{null(A)}, {det(A)}, {solve(A, (1, 2))}'", "span{(−2, 1)}, 0, (1, 0) + span{(−2, 1)}"),
        (r"'{v1, v2} and {rank(A) == 1}'", "{(1, 0), (0, 1)} and rank [1 2; 2 4] = 1"),
    ],
)
def test_texts_show_mathematics_and_values(ask, shown):
    given = 'A = "[1 2; 2 4]"\nv1 = "(1, 0)"\nv2 = "(0, 1)"'
    assert asked(ask, given=given).replace("│", "|") == shown.replace("\\\\", "\\")


def written(mathematics):
    def look(place, text):
        return place.fail(text)

    place = Place("file", "ask")
    (piece,) = read_text(place, f"${mathematics}$", look).pieces
    return math_pieces(place, piece, lambda shown: Sym(shown.expression))


@pytest.mark.parametrize(
    ("mathematics", "in_latex", "in_html"),
    [
        (r"u\otimes v", r"u \otimes v", "<mo>⊗</mo>"),
        (r"\frac{a}{b}", r"\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
        (r"a\le b", r"a \leq b", "<mo>≤</mo>"),
        (r"a<b", "a < b", "<mo>&lt;</mo>"),
        (r"n\to\infty", r"n \to \infty", "<mi>∞</mi>"),
        (r"x\mapsto y", r"x \mapsto y", "<mo>↦</mo>"),
        (r"\langle u,v\rangle", r"\langle u, v \rangle", "⟨"),
        (r"\|v\|_1", r"\lVert v \rVert_{1}", "<msub><mrow><mo"),
        (r"\sum_{k=1}^{n} k", r"\sum_{k = 1}^{n} k", "<munderover><mo>∑</mo>"),
        (r"\sum^{n} k", r"\sum^{n} k", "<mover><mo>∑</mo>"),
        (r"\sum_{i<j\le n} k", r"\sum_{i~<~j~\leq~n} k", "<munder><mo>∑</mo>"),
        (
            r"\begin{matrix}1&2\\3&4\end{matrix}",
            r"\left[\begin{array}{rr} 1 & 2 \\ 3 & 4 \end{array}\right]",
            "<mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>",
        ),
    ],
)
def test_mathematics_of_texts_in_latex_and_html(mathematics, in_latex, in_html):
    (formula,) = written(mathematics)
    assert latex(formula) == in_latex
    assert in_html in mathml(formula)


@pytest.mark.parametrize(
    ("mathematics", "said"),
    [
        (r"\foo", r"\foo is not known"),
        (r"\frac12", r"\frac is followed by braces"),
        (r"\frac{1}", r"\frac is followed by braces"),
        (r"\|v", r'"\|" is missing'),
        (r"\langle u", r'"\rangle" is missing'),
        (r"\sum", "it ends too early"),
        (r"\sum_{k}_{j} a", "a sum has one limit below and one above"),
        (r"\begin{cases}1\end{cases}", r"\begin{cases} is not known"),
        (r"\begin{pmatrix}1\end{bmatrix}", r"\begin{pmatrix} ends with \end{pmatrix}"),
        (r"\begin{pmatrix}1&2\\3\end{pmatrix}", "the rows of a matrix have one"),
        (r"\begin{pmatrix}\end{pmatrix}", "the rows of a matrix have one"),
        (r"\begin{pmatrix}1", r'"\end" is missing'),
        ("a & b", '"&" is out of place'),
        (r"a \\ b", r'"\\" is out of place'),
    ],
)
def test_mathematics_that_is_not_read_says_why(mathematics, said):
    with pytest.raises(BadProblem) as caught:
        written(mathematics)
    assert said in str(caught.value)


SIGNS = st.sampled_from(
    [
        *(rf"\{word}" for word in ("operatorname", "mathbb", "in", "cap", "sqrt", "det", "alpha")),
        *(rf"\{word}" for word in ("frac", "sum", "langle", "rangle", "|", "otimes", "le", "\\")),
        r"\begin{pmatrix}",
        r"\end{pmatrix}",
        *"abA012+-=<&,()[]{}_^'/|:;$",
        r"\{",
        r"\}",
        " ",
        "span",
        "{A}",
        "T",
        "é",
    ]
)


@given(st.lists(SIGNS, max_size=25))
def test_no_mathematics_makes_the_reader_fail_otherwise(signs):
    def look(place, text):
        return place.fail(text)

    place = Place("file", "ask")
    with suppress(BadProblem):
        text = read_text(place, f"${''.join(signs)}$", look)
        for piece in text.pieces:
            if not isinstance(piece, str):
                math_pieces(place, piece, lambda shown: Sym(shown.expression))


def test_a_part_that_stays_undecided_is_reported_and_the_others_are_solved():
    more = """
[[part]]
id = "easy"
ask = "What is the rank?"
answer = { kind = "dimension", of = "rank(A)" }
"""
    given = 'A = "[1 2; 2 5]"\nB = "[1 2 3 4; 5 6 7 9; 1 0 1 0; 0 1 1 2]^999"'
    solved = solve_problem(
        problem('{ kind = "scalar", of = "det(B)" }', given=given, more=more),
        budget=Budget(seconds=0.01),
    )
    hard, easy = solved.parts
    assert not solved.is_complete
    assert not hard.is_complete
    assert "budget" in hard.result.reason
    assert easy.answers == ("2",)
    assert "Undecided: budget" in solved.write("text")
    assert "dim" in solved.write("text") or "rank" in solved.write("text")
    assert not solved.as_dict()["complete"]


def verdicts(answer, gives, **options):
    rows = ", ".join(f'{{ give = "{x}", verdict = "{due}" }}' for x, due in gives.items())
    more = f"\n[tests]\npart = [{rows}]\n"
    return [o.found or o.reason for o in problem_tests(problem(answer, more=more, **options))]


@pytest.mark.parametrize(
    ("answer", "gives"),
    [
        ('{ kind = "scalar", of = "det(A)" }', {"0": "correct", "1": "incorrect",
                                              "(1,": "invalid"}),
        ('{ kind = "dimension", of = "null(A)" }', {"1": "correct", "nullity(A)": "invalid",
                                                   "2": "incorrect", "(1, 2)": "invalid"}),
        ('{ kind = "vector", of = "A*(1, 1)" }', {"(3, 6)": "correct", "[3; 6]": "correct",
                                                 "(6, 3)": "incorrect", "(1, 2, 3)": "invalid"}),
        ('{ kind = "matrix", of = "A^2" }', {"[5 10; 10 20]": "correct", "5*A": "invalid",
                                            "A": "incorrect", "[5, 10, 10, 20]": "invalid"}),
        ('{ kind = "rref", of = "A" }', {"[1 2; 0 0]": "correct", "[2 4; 0 0]": "incorrect"}),
        ('{ kind = "columns", of = "A", which = "free" }', {"2": "correct", "1": "incorrect",
                                                           "first": "invalid"}),
        ('{ kind = "spanning-set", of = "col(A)" }', {"{(1, 2)}": "correct",
                                                     "columns(A)": "correct",
                                                     "{(1, 0), (0, 1)}": "incorrect"}),
        ('{ kind = "basis", of = "col(A)" }', {"{(-3, -6)}": "correct", "{(1, 2), (2, 4)}":
                                               "incorrect", "{(1, 2, 3)}": "invalid"}),
        ('{ kind = "basis", of = "complement(col(A))" }', {"{(1, 0)}": "correct", "{(5, 7)}":
                         "correct", "{(2, 4)}": "incorrect", "{(1, 0), (2, 0)}": "incorrect"}),
        ('{ kind = "affine-set", of = "solve(A, (1, 2))" }', {"(1, 0) + span{(-2, 1)}": "correct",
                         "(3, -1) + span{(2, -1)}": "correct", "none": "incorrect"}),
        ('{ kind = "affine-set", of = "solve(A, (1, 3))" }', {"no solution": "correct"}),
        ('{ kind = "yes-no", truth = "rank(A) == 1" }', {"yes": "correct", "No": "incorrect",
                                                         "perhaps": "invalid"}),
    ],
)  # fmt: skip
def test_answers_are_judged_by_what_they_mean(answer, gives):
    assert verdicts(answer, gives) == list(gives.values())


@pytest.mark.parametrize(("field", "due"), [("QQ", "incorrect"), ("GF(2)", "incorrect")])
def test_a_dimension_is_a_whole_number_in_every_field(field, due):
    assert verdicts('{ kind = "dimension", of = "QQ^2" }', {"0": due}, field=field) == [due]


def test_the_whole_worked_solution_reads_as_reviewed():
    golden = ROOT / "tests" / "problems" / "golden" / "rank-nullity.txt"
    written = solve_problem(load_problem(ROOT / "problems" / "subspaces" / "rank-nullity.toml"))
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(written.write("text"), encoding="utf-8")
    assert written.write("text") == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("how", ["markdown", "latex", "html"])
def test_every_format_has_every_part(how):
    path = ROOT / "problems" / "subspaces" / "rank-nullity.toml"
    solved = solve_problem(load_problem(path))
    text = solved.write(how)
    assert all(part.part.id in text for part in solved.parts)
