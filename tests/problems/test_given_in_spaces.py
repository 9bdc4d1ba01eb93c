"""Carriers and operations of spaces may name what is given or drawn; their letters come first."""

from __future__ import annotations

import pytest

from exactspaces import Problem
from exactspaces.errors import NotUnderstood

FILE = """
format = "exactspaces-problem/1"
id     = "axioms/shifted"
title  = "Shifted"
topics = ["axioms"]
level  = 1
field  = "{field}"
{given}
[space.V]
{space}
[[part]]
id     = "zero"
ask    = "Find the zero vector."
answer = {{ kind = "vector", of = "zero(V)" }}
[[part]]
id     = "space"
ask    = "Is it one?"
answer = {{ kind = "yes-no", truth = "vector_space(V)" }}
"""


def space(add, scale, carrier="R^2", where=""):
    more = f'\nwhere = "{where}"' if where else ""
    return f'carrier = "{carrier}"\nadd = "{add}"\nscale = "{scale}"{more}'


@pytest.mark.parametrize(
    ("field", "given", "table", "zero"),
    [
        ("QQ", 'h = "(3, -2)"', space("u + v + h", "a*u + (a - 1)*h"), "(-3, 2)"),
        ("QQ", 'k = "3"', space("u + v - k", "a*u - a*k + k", "R"), "3"),
        ("GF(7)", 'k = "3"', space("u + v + k", "a*u + a*k - k", "F"), "4"),
        ("QQ", 'k = "3"', space("(u1 + v1 + k, u2 + v2)", "(a*u1 + a*k - k, a*u2)"), "(-3, 0)"),
        ("QQ", 'K = "[1 2; 3 4]"', space("A + B + K", "c*A + (c - 1)*K", "R^(2x2)"),
         "[-1 -2; -3 -4]"),
        # The letters of vectors and of the scalar stand before what is given.
        ("QQ", 'u = "(5, 6)"\na = "2"\nv = "(1, 1)"', space("u + v", "a*u"), "(0, 0)"),
        ("QQ", 'c = "5"', space("u + v", "c*u"), "(0, 0)"),
        ("QQ", 'k = "2"', space("u + v", "a*u", "{(x, y) in R^2 : x = k*y}"), "(0, 0)"),
        ("QQ", 'k = "2"', space("u + v", "a*u", where="x = k*y"), "(0, 0)"),
    ],
)  # fmt: skip
def test_operations_name_what_is_given(field, given, table, zero):
    problem = Problem.load(FILE.format(field=field, given=f"[given]\n{given}", space=table))
    assert problem.mark("zero", zero).verdict == "correct"
    assert problem.mark("space", "yes").verdict == "correct"
    other = zero.replace("2", "1").replace("0", "1").replace("3", "5").replace("4", "6")
    assert problem.mark("zero", other).verdict == "incorrect"


@pytest.mark.parametrize("condition", ["x = k", "x = k*y + 1"])
def test_a_carrier_that_what_is_given_makes_no_space(condition):
    given = '[given]\nk = "2"'
    for table in (space("u + v", "a*u", where=condition),
                  space("u + v", "a*u", f"{{(x, y) in R^2 : {condition}}}")):  # fmt: skip
        text = FILE.format(field="QQ", given=given, space=table)
        problem = Problem.load(
            text.replace("zero(V)", "zero(U)")
            + f"""
[space.U]
{space("u + v", "a*u")}
"""
        )
        assert problem.mark("space", "no").verdict == "correct"
        assert problem.mark("space", "yes").verdict == "incorrect"


def test_what_is_drawn_can_be_named():
    given = '[variants]\nh = "random_vector(2, height=5, zeros=0)"'
    table = space("u + v + h", "a*u + (a - 1)*h")
    text = FILE.format(field="QQ", given=given, space=table)
    seen = set()
    for seed in (1, 2, 3):
        problem = Problem.load(text, seed)
        first, second = (int(x) for x in problem.given["h"].strip("()").split(","))
        assert problem.mark("zero", f"({-first}, {-second})").verdict == "correct"
        assert problem.mark("zero", f"({first}, {second})").verdict == "incorrect"
        seen.add((first, second))
    assert len(seen) > 1


def test_what_has_no_meaning_is_refused():
    for given, name in (('[given]\nk = "1"', "m"), ('[given]\nL = "{(1, 2), (0, 1)}"', "L")):
        table = space(f"u + v + {name}", "a*u", "R")
        with pytest.raises(NotUnderstood, match="no meaning"):
            Problem.load(FILE.format(field="QQ", given=given, space=table))
