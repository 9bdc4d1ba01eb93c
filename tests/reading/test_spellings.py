"""Accepted spellings: everything in one group reads as the same tree."""

from fractions import Fraction

import pytest

from exactspaces.reading.grammar.echo import echo
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.grammar.syntax import (
    BasisClaim,
    Binary,
    Braces,
    Brackets,
    Call,
    Compare,
    Listing,
    Name,
    Negate,
    Not,
    Number,
    Property,
    Spanned,
    Tuple,
)

A, B, U, W, u, v, x, y, t = map(Name, "ABUWuvxyt")
e1, e3 = Name("e1"), Name("e3")


def number(value):
    return Number(Fraction(value))


ONE, TWO, THREE, FOUR = map(number, (1, 2, 3, 4))
SQUARE = Brackets(((ONE, TWO), (THREE, FOUR)))
COLUMN = Brackets(((ONE,), (TWO,), (THREE,)))
ROOT = Call("sqrt", (TWO,))
PAIRS = (Tuple((ONE, number(0))), Tuple((number(0), ONE)))

SPELLINGS = [
    (number("3/4"), ["3/4", "0.75", ".75", "0.750", "(3/4)", "3 / 4", "\\frac{3}{4}", "(3)/(4)"]),
    (number(-2), ["-2", "−2", "(-2)", "-(2)", "–2", "- 2"]),
    (Binary("/", THREE, number(6)), ["3/6", "\\frac{3}{6}", "3÷6"]),
    (Binary("/", ONE, number(0)), ["1/0"]),
    (ROOT, ["sqrt(2)", "√2", "√(2)", "\\sqrt{2}", "sqrt (2)"]),
    (Binary("/", ROOT, TWO), ["sqrt(2)/2", "√2/2", "\\frac{\\sqrt{2}}{2}"]),
    (Binary("*", TWO, x), ["2x", "2 x", "2*x", "2·x", "2×x", "2\\cdot x", "2(x)"]),
    (Binary("*", number("2/3"), x), ["2/3x", "2/3 x", "(2/3)x", "\\frac{2}{3}x"]),
    (Binary("*", TWO, ROOT), ["2sqrt(2)", "2√2", "2*sqrt(2)"]),
    (Binary("*", THREE, Tuple((ONE, TWO))), ["3(1,2)", "3 (1, 2)", "3<1,2>", "3⟨1,2⟩"]),
    (Binary("*", ROOT, x), ["sqrt(2)x", "√2x", "√2*x"]),
    (Negate(Binary("^", x, TWO)), ["-x^2", "-x²", "-(x^2)", "-x**2", "-x^{2}", "−x²"]),
    (Binary("^", number(-2), TWO), ["(-2)^2", "(-2)²"]),
    (Negate(Binary("^", TWO, TWO)), ["-2^2"]),
    (Binary("^", TWO, Binary("^", THREE, TWO)), ["2^3^2", "2^(3^2)", "2**3**2"]),
    (Binary("^", A, number(-1)), ["A^-1", "A⁻¹", "A^{-1}", "A^(-1)"]),
    (Binary("-", e1, Binary("*", TWO, e3)), ["e1 - 2e3", "e1-2*e3", "e₁ − 2e₃", "e1 -2e3"]),
    (
        Binary("-", Binary("-", x, y), Binary("*", Binary("*", TWO, x), y)),
        ["x - y - 2x*y", "(x - y) - (2x)*y"],
    ),
    (Name("v_2"), ["v_2", "v_{2}"]),
    (Name("lambda"), ["lambda", "λ", "\\lambda"]),
    (Binary("^", Name("R"), THREE), ["R^3", "ℝ³", "ℝ^3", "\\mathbb{R}^3"]),
    (
        Call("transpose", (A,)),
        ["A'", "A’", "A^T", "A^{T}", "Aᵀ", "A^\\top", "transpose(A)"],
    ),
    (Binary("@", Call("transpose", (A,)), B), ["A^T @ B", "A'@B"]),
    (
        Tuple((ONE, TWO, THREE)),
        ["(1,2,3)", "( 1 , 2 , 3 )", "<1,2,3>", "⟨1, 2, 3⟩", "(1,2,3,)", "\\langle 1,2,3\\rangle"],
    ),
    (Tuple((ONE,)), ["(1,)", "<1>"]),
    (
        SQUARE,
        [
            "[1 2; 3 4]",
            "[1, 2; 3, 4]",
            "[[1,2],[3,4]]",
            "[[1 2] [3 4]]",
            "[[1 2]\n [3 4]]",
            "[[1, 2],\n [3, 4]]",
            "matrix([1,2],[3,4])",
            "matrix([[1,2],[3,4]])",
            "[1 2\n3 4]",
            "[1 2;\n 3 4;]",
            "1 2\n3 4",
            "1, 2\n3, 4\n",
            "1\t2\n3\t4",
            "\n1 2\r\n3 4\r\n",
            "\\begin{pmatrix}1 & 2 \\\\ 3 & 4\\end{pmatrix}",
            "\\begin{bmatrix}1&2\\\\3&4\\\\\\end{bmatrix}",
            "\\left[\\begin{array}{cc}1&2\\\\3&4\\end{array}\\right]",
            "[1 +2; 3 (4)]",
        ],
    ),
    (COLUMN, ["[1;2;3]", "[[1],[2],[3]]", "1\n2\n3", "\\begin{pmatrix}1\\\\2\\\\3\\end{pmatrix}"]),
    (
        Brackets(((ONE, TWO, THREE),)),
        ["[1,2,3]", "[1 2 3]", "[[1,2,3]]", "1\t2\t3", "1 2\t3", "[1,2,3,]"],
    ),
    (
        Brackets(((ONE, TWO, THREE), (FOUR, ONE, TWO)), 2),
        [
            "[1 2 | 3; 4 1 | 2]",
            "[1, 2 | 3; 4, 1 | 2]",
            "1 2 | 3\n4 1 | 2",
            "\\begin{array}{cc|c}1&2&3\\\\4&1&2\\end{array}",
        ],
    ),
    (Brackets(((Name("v1"), Name("v2")),)), ["[v1 v2]", "[v1, v2]", "[v₁ v₂]"]),
    (Brackets(((ONE, number(-2)),)), ["[1 -2]", "[1, -2]", "[1, - 2]", "[1 −2]", "1\t-2"]),
    (Brackets(((number(-1),),)), ["[-1]", "[(-1)]"]),
    (
        Brackets(((Binary("+", x, ONE), TWO),)),
        ["[x+1 2]", "[(x + 1) 2]", "[x + 1, 2]", "[x+ 1 2]"],
    ),
    (Brackets(((number("1/2"), number("-3/4")),)), ["[1/2 -3/4]", "[0.5 -.75]", "[1 / 2 -3/4]"]),
    (Brackets(((TWO, ROOT),)), ["[2 sqrt(2)]", "[2 √2]", "[2, sqrt(2)]"]),
    (Brackets(((Binary("*", TWO, ROOT), ONE),)), ["[2*sqrt(2) 1]", "[2sqrt(2) 1]"]),
    (Brackets(((Call("f", (ONE, TWO)), THREE),)), ["[f(1, 2) 3]", "[f(1, 2), 3]"]),
    (Brackets(((Name("f"), ONE),)), ["[f (1)]"]),
    (Braces(PAIRS), ["{(1,0), (0,1)}", "{(1,0),(0,1),}", "\\{(1,0),(0,1)\\}", "{<1,0>, <0,1>}"]),
    (Braces(()), ["{}", "{ }"]),
    (Spanned(PAIRS), ["span{(1,0),(0,1)}", "span((1,0),(0,1))", "span {(1,0), (0,1)}"]),
    (Spanned((u,)), ["span{u}", "\\operatorname{span}\\left\\{u\\right\\}"]),
    (Listing(PAIRS), ["(1,0), (0,1)", "(1,0),(0,1),", "(1,0),\n(0,1)"]),
    (Call("columns", (A,)), ["columns of A", "columns(A)"]),
    (Call("c", (ONE, TWO, THREE)), ["c(1,2,3)", "c (1, 2, 3)"]),
    (Call("basis", (A,)), ["basis(A)"]),
    (
        Binary("+", Tuple((ONE, TWO)), Call("t", (THREE, FOUR))),
        ["(1,2) + t(3,4)", "(1,2)\t+\tt(3,4)", "(1,2) +\nt(3,4)"],
    ),
    (Binary("&", U, Binary("+", W, A)), ["U & W + A", "U ∩ W + A", "U \\cap (W + A)"]),
    (Compare("==", u, v), ["u == v", "u = v", "u=v", "(u = v)", "u =\nv"]),
    (Compare("!=", u, v), ["u != v", "u ≠ v", "u \\neq v"]),
    (Compare("in", u, W), ["u in W", "u ∈ W", "u \\in W"]),
    (Compare("not in", u, W), ["u not in W", "u ∉ W", "u \\notin W"]),
    (Compare("<=", U, W), ["U <= W", "U ≤ W", "U ⊆ W", "U \\subseteq W"]),
    (Compare(">=", U, W), ["U >= W", "U ≥ W", "U ⊇ W"]),
    (Compare("==", Tuple((ONE,)), v), ["<1>==v", "<1>=v", "<1> = v"]),
    (Not(Compare("in", u, W)), ["not u in W", "not (u in W)"]),
    (Not(Call("invertible", (A,))), ["not invertible(A)"]),
    (Not(Call("consistent", (A, v))), ["not consistent(A, v)"]),
    (Not(Property("independent", (u, v))), ["not independent{u, v}", "not independent(u, v)"]),
    (Property("dependent", (u, v)), ["dependent{u, v}", "dependent (u, v)"]),
    (BasisClaim(PAIRS, Call("col", (A,))), ["basis{(1,0), (0,1)} of col(A)"]),
    (
        Listing((Compare("==", u, ONE), Compare("==", v, TWO))),
        ["u = 1, v = 2", "u = 1\nv = 2", "u=1,\nv=2"],
    ),
]


@pytest.mark.parametrize(
    ("tree", "text"),
    [(tree, text) for tree, texts in SPELLINGS for text in texts],
)
def test_spelling_reads_as_the_tree(tree, text):
    assert parse(text) == tree


@pytest.mark.parametrize("tree", [tree for tree, _ in SPELLINGS])
def test_echo_reads_as_the_tree(tree):
    assert parse(echo(tree)) == tree


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("0.75", "3/4"),
        ("√2/2", "sqrt(2)/2"),
        ("<1,2,3>", "(1, 2, 3)"),
        ("[[1,2],[3,4]]", "[1 2; 3 4]"),
        ("[1,2|3;4,5|6]", "[1 2 | 3; 4 5 | 6]"),
        ("{(1,0) , (0,1)}", "{(1, 0), (0, 1)}"),
        ("span((1,0,1))", "span{(1, 0, 1)}"),
        ("2/3x", "(2/3)*x"),
        ("[a+1, 2]", "[(a + 1) 2]"),
        ("transpose(A)", "A^T"),
        ("x^(T)", "x^(T)"),
        ("u=v", "u == v"),
    ],
)
def test_canonical_echo(text, spelled):
    assert echo(parse(text)) == spelled


def test_a_letter_declared_elsewhere_decides_about_2e1():
    assert parse("e2 + 2e1") == parse("e2 + 2*e1")


def test_styles_are_kept_beside_the_tree():
    texts = ["[1 2]", "[[1,2]]", "matrix([1,2])", "1\t2", "\\begin{pmatrix}1&2\\end{pmatrix}"]
    assert [parse(text).style for text in texts] == [
        "brackets",
        "nested",
        "matrix",
        "lines",
        "latex",
    ]


def test_nodes_know_their_places():
    text = "x + [1 −2; sqrt(2) 3/4]"
    matrix = parse(text).right
    places = [text[entry.start : entry.end] for row in matrix.rows for entry in row]
    assert (matrix.start, matrix.end) == (4, len(text))
    assert places == ["1", "−2", "sqrt(2)", "3/4"]
