"""Formulas and numbers: what is written, and that the reader takes it back."""

from __future__ import annotations

import pytest

from exactspaces.fields import GF, QQ, generator, number, read_field
from exactspaces.reading.grammar.echo import echo
from exactspaces.reading.grammar.parse import parse
from exactspaces.rendering import formulas as f
from exactspaces.rendering.boxes import drawn
from exactspaces.rendering.generators import generator_formula
from exactspaces.rendering.grouping import grouped
from exactspaces.rendering.latex import latex
from exactspaces.rendering.lines import line, plain
from exactspaces.rendering.mathml import mathml
from exactspaces.rendering.names import read_name
from tests.rendering.samples import FORMULAS, SCALARS, A, B, I, V, num

READ_BACK = [
    "matrix", "row", "augmented", "tuple", "set", "empty set", "span", "functions multiplied",
    "sum", "difference", "terms", "product", "beside", "digits", "fraction", "root", "negative",
    "powers", "digits only",
]  # fmt: skip


def subclasses(kind):
    return {x for sub in kind.__subclasses__() for x in ({sub} | subclasses(sub))}


def inside(value):
    if isinstance(value, f.Formula):
        yield type(value)
        for part in vars(value).values():
            yield from inside(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from inside(part)


def test_the_samples_have_every_class_of_formula():
    assert {x for formula in FORMULAS.values() for x in inside(formula)} == subclasses(f.Formula)


@pytest.mark.parametrize(
    ("value", "text", "ascii_text", "tex"),
    [
        (SCALARS[0], "−3/4", "-3/4", r"-\frac{3}{4}"),
        (SCALARS[2], "5", "5", "5"),
        (SCALARS[3], "−√2/2", "-sqrt(2)/2", r"-\frac{\sqrt{2}}{2}"),
        (SCALARS[4], "3√2/4", "3*sqrt(2)/4", r"\frac{3 \sqrt{2}}{4}"),
        (SCALARS[5], "1 + 2i", "1 + 2i", "1 + 2 i"),
        (SCALARS[6], "−i", "-i", "-i"),
        (
            SCALARS[8],
            "√(2 + √2)/2",
            "sqrt(2 + sqrt(2))/2",
            r"\frac{\sqrt{2 + \sqrt{2}}}{2}",
        ),
        (SCALARS[11], "−3a²·b + b − 1", "-3a^2*b + b - 1", "-3 a^{2} b + b - 1"),
        (SCALARS[12], "(a + 1)/(a − b)", "(a + 1)/(a - b)", r"\frac{a + 1}{a - b}"),
        (SCALARS[14], "−a/(2b)", "-a/(2b)", r"-\frac{a}{2 b}"),
    ],
)
def test_numbers(value, text, ascii_text, tex):
    formula = f.Num(value)
    assert (line(formula), plain(formula), latex(formula)) == (text, ascii_text, tex)


def test_long_whole_numbers_are_written_in_full():
    assert plain(f.Num(number(QQ, -(10**5000)))) == "-1" + "0" * 5000
    assert plain(f.Num(10**5000)) == "1" + "0" * 5000


@pytest.mark.parametrize("value", SCALARS, ids=str)
def test_the_reader_takes_numbers_back(value):
    assert parse(plain(f.Num(value))) == parse(str(value))
    assert parse(line(f.Num(value))) == parse(str(value))


@pytest.mark.parametrize("name", READ_BACK)
def test_the_reader_takes_formulas_back(name):
    text = plain(FORMULAS[name])
    assert text.isascii()
    assert parse(echo(parse(text))) == parse(text)


@pytest.mark.parametrize("value", SCALARS, ids=str)
def test_the_reader_takes_matrices_back_whatever_their_entries(value):
    grid = f.Grid(((f.Num(value), num(-3)), (num(1), f.Num(-value))), 1)
    column = f.Grid(((f.Num(value),), (num(1),)))
    for matrix in (grid, f.Grid(grid.rows), column):
        node = parse(plain(matrix))
        assert node.rows == tuple(
            tuple(parse(plain(entry)) for entry in row) for row in matrix.rows
        )
        assert node.bar == matrix.bar


def test_a_vector_with_one_entry_is_a_vector():
    assert plain(f.Tuple((num(5),))) == "(5,)"
    assert line(f.Tuple((num(5),))) == "(5)"


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (f.Join("+", (A, f.Negative(B))), "A − B"),
        (f.Join("-", (A, f.Negative(B))), "A − (−B)"),
        (f.Join("*", (num(2), num(-3))), "2·(−3)"),
        (f.Join("*", (num(-2), V)), "−2·v"),
        (f.Join("", (num(1), V)), "v"),
        (f.Join("", (num(-1), V)), "−v"),
        (f.Join("", (num("1/2"), V)), "1/2·v"),
        (f.Join("", (num(2), num(3))), "2·3"),
        (f.Join("", (f.Num(1 + I), V)), "(1 + i)·v"),
        (f.Join("*", (A, num("1/2"))), "A·(1/2)"),
        (f.Join("+", ()), "0"),
        (f.Join("*", ()), "1"),
        (f.Join("+", (A,)), "A"),
        (f.Raised(f.Negative(A), num(2)), "(−A)²"),
        (f.Raised(f.Raised(A, num(2)), num(3)), "(A²)³"),
        (f.Raised(A, f.Join("+", (f.Sym("k"), num(1)))), "A^(k + 1)"),
        (f.Fraction(f.Fraction(num(1), A), f.Fraction(num(1), B)), "(1/A)/(1/B)"),
        (f.Join("&", (A, f.Join("+", (A, B)))), "A ∩ (A + B)"),
        (f.Join("+", (A, f.Join("&", (A, B)))), "A + (A ∩ B)"),
        (f.Join("in", (V, f.Join("&", (A, B)))), "v ∈ A ∩ B"),
        (f.Join("*", (f.Call("dim", (A,)), V)), "dim(A)·v"),
        (f.Call("rank", (A,)), "rank A"),
        (f.Call("col", (A,)), "col(A)"),
        (f.Join("direct", (A, B)), "A ⊕ B"),
        (f.Raised(f.Sym("QQ"), f.Join("by", (num(2), num(3)))), "ℚ^(2×3)"),
    ],
)
def test_signs_and_parentheses(formula, text):
    assert line(formula) == text
    assert line(grouped(grouped(formula))) == text


@pytest.mark.parametrize(
    ("name", "text", "tex"),
    [
        ("x1", "x₁", "x_{1}"),
        ("x_12", "x₁₂", "x_{12}"),
        ("v_n", "v_n", "v_{n}"),
        ("lambda", "λ", r"\lambda"),
        ("R^3", "ℝ³", r"\mathbb{R}^{3}"),
        ("R", "R", "R"),
        ("R2", "R₂", "R_{2}"),
        ("QQ", "ℚ", r"\mathbb{Q}"),
        ("GF(9)", "GF(9)", r"\mathbb{F}_{9}"),
        ("v'", "v'", "v'"),
        ("total", "total", r"\mathit{total}"),
    ],
)
def test_names(name, text, tex):
    assert (line(f.Sym(name)), latex(f.Sym(name))) == (text, tex)


def test_a_name_of_another_form_is_a_word():
    assert read_name("a b").style == "word"


@pytest.mark.parametrize("name", ["sqrt(", "sqrt()", "sqrt(2))", "sqrt(2*)", "sqrt(" * 2000 + ")"])
def test_a_generator_that_cannot_be_read_keeps_its_name(name):
    assert isinstance(generator_formula(name), f.Sym | f.Root)


def test_generators_are_set_as_roots():
    assert line(generator_formula("sqrt(-3)")) == "√(−3)"
    assert line(generator_formula("sqrt(2*sqrt(2)^2-(1+i))")) == "√(2·(√2)² − (1 + i))"
    assert line(f.Num(generator(read_field("QQ(sqrt(2), sqrt(3))"), "sqrt(3)"))) == "√3"
    assert line(f.Num(generator(GF(9), GF(9).names[0]))) == GF(9).names[0]


def test_matrices_are_drawn_with_columns_to_the_right():
    assert drawn(FORMULAS["matrix"]) == [
        "A = ⎡ 1  −1/2⎤",
        "    ⎣30     4⎦",
    ]
    assert drawn(FORMULAS["augmented"]) == [
        "⎡2   −1 │  5⎤",
        "⎣0  3/2 │ −7⎦",
    ]


def test_a_long_formula_is_broken_between_its_words():
    total = f.Join("+", tuple(f.Sym(f"x{k}") for k in range(40)))
    lines = drawn(total, 60)
    assert len(lines) > 1
    assert all(len(text) <= 60 for text in lines)
    assert " ".join(lines) == line(total)


@pytest.mark.parametrize("write", [line, plain, latex, mathml])
def test_something_else_is_no_formula(write):
    with pytest.raises((TypeError, KeyError)):
        write(f.Join("nonsense", (A, f.Formula())))
