"""The tables [map.T]: three ways to give one map, how it is shown, and what is refused."""

from __future__ import annotations

import pytest
import sympy

from exactspaces import Problem
from exactspaces.api.problems.files import load_problem
from exactspaces.api.problems.lint import lint
from exactspaces.api.problems.schema import schema
from exactspaces.api.problems.texts import given_blocks, text_pieces
from exactspaces.errors import NotUnderstood
from exactspaces.reading.problems.faults import Place
from exactspaces.reading.problems.toml import read_tables
from exactspaces.reading.problems.variants import variants_of
from exactspaces.rendering.text import text_line
from tests.problems.schemas import unfit

HEAD = """
format = "exactspaces-problem/1"
id     = "maps/named"
title  = "Named"
topics = ["linear-maps"]
level  = 1
field  = "{field}"
"""
PART = """
[[part]]
id     = "p"
ask    = '''Look at $T$, which is {T}.'''
answer = { kind = "matrix", of = "matrix_of(T)" }
[[part]]
id     = "v"
ask    = "Find its value."
answer = { kind = "vector", of = "T(w)" }
"""
FORMULA = """
[given]
w = "(2, 3)"
k = "4"
[map.T]
takes = "(x, y) -> (x + k*y, 2x, y)"
"""
MATRIX = """
[given]
w  = "(2, 3)"
b1 = "(1, 1)"
M  = "[1 2; 3 4; 5 6]"
[map.T]
matrix       = "M"
basis        = "{b1, (1, 2)}"
target_basis = "{(1, 0, 0), (1, 1, 0), (1, 1, 1)}"
"""
IMAGES = """
[given]
w = "(2, 3)"
c = "(1, 0, 5)"
[map.T]
basis  = "{(1, 1), (1, 2)}"
images = "{c, (0, 1, 1)}"
"""


def made(tables, field="QQ", part=PART):
    return HEAD.replace("{field}", field) + tables + part


def standard(images, basis):
    return sympy.Matrix(images).T * sympy.Matrix(basis).T.inv()


TARGET = sympy.Matrix([[1, 0, 0], [1, 1, 0], [1, 1, 1]]).T
IN_BASES = TARGET * sympy.Matrix([[1, 2], [3, 4], [5, 6]]) * sympy.Matrix([[1, 1], [1, 2]]).inv()


@pytest.mark.parametrize(
    ("tables", "right"),
    [
        (FORMULA, sympy.Matrix([[1, 4], [2, 0], [0, 1]])),
        (MATRIX, IN_BASES),
        (IMAGES, standard([[1, 0, 5], [0, 1, 1]], [[1, 1], [1, 2]])),
    ],
)
def test_a_map_is_the_same_matrix(tables, right):
    for field, p in (("QQ", 0), ("GF(7)", 7)):
        problem = Problem.load(made(tables, field))
        value = right * sympy.Matrix([2, 3])
        rows, column = ([x % p if p else x for x in m] for m in (right, value))
        matrix = f"[{rows[0]} {rows[1]}; {rows[2]} {rows[3]}; {rows[4]} {rows[5]}]"
        assert problem.mark("p", matrix).verdict == "correct"
        assert problem.mark("v", f"({', '.join(map(str, column))})").verdict == "correct"
        other = f"[{rows[0] + 1} {rows[1]}; {rows[2]} {rows[3]}; {rows[4]} {rows[5]}]"
        assert problem.mark("p", other).verdict == "incorrect"


def shown(problem):
    return text_line(text_pieces(Place("f"), problem.parts[0].ask)), text_line(
        (given_blocks(problem)[-1].formula,)
    )


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        (FORMULA, "(x, y) → (x + 4y, 2x, y)"),
        (
            MATRIX,
            (
                "[1 2; 3 4; 5 6] from the basis {(1, 1), (1, 2)} "
                "to the basis {(1, 0, 0), (1, 1, 0), (1, 1, 1)}"
            ),
        ),
        (IMAGES, "(1, 1) → (1, 0, 5), (1, 2) → (0, 1, 1)"),
        ('[map.T]\nmatrix = "[1 2; 3 4]"', "(x, y) → (x + 2y, 3x + 4y)"),
        ('[map.T]\nmatrix = "[0 0; 0 1]"', "(x, y) → (0, y)"),
        (
            "[map.T]\nfrom = 'P_2'\nto = 'P_1'\ntakes = \"p -> p' + p(0)*x\"",
            "a₀ + a₁·x + a₂·x² → a₁ + (a₀ + 2a₂)·x",
        ),
        (
            "[map.T]\nfrom = 'R^(2x2)'\nto = 'R^(2x2)'\ntakes = 'A -> A^T'",
            "[a₁₁ a₁₂; a₂₁ a₂₂] → [a₁₁ a₂₁; a₁₂ a₂₂]",
        ),
    ],
)
def test_a_map_is_shown_as_it_was_given(tables, said):
    part = PART.split('[[part]]\nid     = "v"', maxsplit=1)[0]
    text, given = shown(load_problem(made(tables, part=part)))
    assert said in text
    assert said in given


@pytest.mark.parametrize(
    ("table", "key", "said"),
    [
        ('takes = "(x, y) -> (x*y, y)"', "map.T", "is not linear"),
        ('takes = "(x, y) -> (x + 1, y)"', "map.T", "takes 0 to 0"),
        ('takes = "p -> p"\nto = "P_2"', "map.T", "from and to go together"),
        ('takes = "T(x, y) = (x, y)"', "map.T.takes", "an arrow and its image"),
        ('takes = "x -> x -> x"', "map.T.takes", "an arrow and its image"),
        ('takes = "p -> p"\nfrom = "P_2, q -> 0"\nto = "P_2"', "map.T.from", "a space is due"),
        ('takes = "x -> x"\nmatrix = "[1]"', "map.T", "2 of them are there"),
        ('basis = "{(1, 0), (0, 1)}"', "map.T", "0 of them are there"),
        ('takes = "x -> x"\nbasis = "{(1, 0)}"', "map.T.basis", "does not stand beside takes"),
        ('matrix = "[1 2; 3 4]"\ntarget_basis = "{(1, 0), (0, 1)}"', "map.T", "of the source"),
        ('matrix = "[1 2; 3 4]"\nbasis = "{(1, 1), (2, 2)}"', "map.T", "no basis"),
        ('matrix = "[1 2; 3 4]), det(A"', "map.T.matrix", "not understood"),
        ('images = "{(1, 0)}"', "map.T.basis", "missing"),
        ('basis = "{(1, 0), (0, 1)}"\nimages = "{(1, 0)}"', "map.T", "1 images are given"),
        ('takez = "x -> x"', "map.T.takez", "did you mean"),
        ("takes = 3", "map.T.takes", "a text in quotes"),
        ('takes = "x -> m*x"', "map.T", "no meaning"),
    ],
)
def test_what_is_no_map_is_refused(table, key, said):
    text = made(f"[map.T]\n{table}\n")
    with pytest.raises(NotUnderstood, match=said) as caught:
        load_problem(text)
    assert f": {key}: " in str(caught.value)
    assert str(caught.value) in [str(fault) for fault in lint(text)]


def test_a_name_stands_for_one_thing():
    for other in ('[given]\nT = "1"', '[space.T]\ncarrier = "R"\nadd = "u + v"\nscale = "a*u"'):
        with pytest.raises(NotUnderstood, match="something else"):
            load_problem(made(f'{other}\n[map.T]\ntakes = "x -> x"\n'))
    for name in ('"a b"', "sqrt"):
        with pytest.raises(NotUnderstood, match="cannot be a name"):
            load_problem(made(f'[map.{name}]\ntakes = "x -> x"\n'))


def test_the_schema_knows_the_tables():
    for tables in (FORMULA, MATRIX, IMAGES):
        _file, data = read_tables(made(tables))
        assert list(unfit(data, schema())) == []
        data["map"]["T"]["takez"] = "x"
        assert list(unfit(data, schema())) == ["file.map.T: takez is not known"]


DRAWN = """
[variants]
k       = "integer(2, 5)"
w       = "random_vector(2, height=3)"
require = ["injective(T)", "not T(w) == (0, 0, 0)"]
[map.T]
takes = "(x, y) -> (x + k*y, 2x, y)"
[map.S]
takes = "x -> k*x"
"""


def test_what_is_drawn_is_told_by_the_map_that_is_shown():
    text = made(DRAWN).replace("[variants]", 'statement = "Let $w={w}$."\n[variants]')
    found = [str(fault) for fault in lint(text, seeds=1)]
    assert len(found) == 1
    assert "map.S: nothing uses this name" in found[0]


def test_what_is_required_may_name_a_map():
    text = made(DRAWN)
    first, second = load_problem(text, 1), load_problem(text, 2)
    for problem in (first, second):
        k = problem.given["k"]
        assert f"(x, y) → (x + {k}y, 2x, y)" in shown_ask(problem)
    with pytest.raises(NotUnderstood, match="not injective"):
        load_problem(text.replace('"injective(T)"', '"not injective(T)"'), 1)


def shown_ask(problem):
    return text_line(text_pieces(Place("f"), problem.parts[0].ask))


def test_a_lock_belongs_to_the_maps_too():
    digests = set()
    for takes in ("x + k*y", "x - k*y"):
        _, data = read_tables(made(DRAWN.replace("x + k*y", takes)))
        digests.add(variants_of("f", data).digest)
    assert len(digests) == 2


POLYNOMIALS = """
[given]
q = "1 + 2x + 3x^2"
r = "1 + 2x"
[map.T]
from  = "P_2"
to    = "P_1"
takes = "p -> p'"
[[part]]
id     = "q"
ask    = "Find the value."
answer = { kind = "vector", of = "T(q)" }
[[part]]
id     = "r"
ask    = "Find the value."
answer = { kind = "vector", of = "T(r)" }
[[part]]
id     = "image"
ask    = "Find the image of $T$."
answer = { kind = "basis", of = "image(T)" }
"""


def test_answers_in_a_space_of_lower_degree_than_what_is_given():
    problem = Problem.load(made(POLYNOMIALS, part=""))
    for part, text, verdict in (
        ("q", "2 + 6x", "correct"),
        ("q", "6x + 2", "correct"),
        ("q", "2 + 5x", "incorrect"),
        ("q", "2", "incorrect"),
        ("q", "2 + 6x + x^2", "invalid"),
        ("r", "2", "correct"),
        ("r", "3", "incorrect"),
        ("r", "2x", "incorrect"),
        ("image", "{1, x}", "correct"),
        ("image", "{1, 2}", "incorrect"),
        ("image", "{1, x^2}", "invalid"),
    ):
        assert problem.mark(part, text).verdict == verdict, (part, text)
