"""Spaces from tables of keys, alone and in problem files."""

import pytest

from exactspaces.errors import NotUnderstood
from exactspaces.fields import GF
from exactspaces.kernel.formulas import Lookup, Variable
from exactspaces.reading.problems import BadProblem, read_problem
from exactspaces.reading.spaces.tables import element_names, read_space_table
from exactspaces.spaces.user import Named, Single

XOR = [["0", "1"], ["1", "0"]]


def test_formulas():
    space = read_space_table({"field": "Q", "carrier": "R^2", "add": "u+v", "scale": "a*u"})
    assert space.size == 2


def test_operation_tables_on_names():
    space = read_space_table(
        {
            "field": "GF(2)",
            "elements": ["o", "p"],
            "add_table": "o p; p o",
            "scale_table": [["o", "o"], ["o", "p"]],
        }
    )
    assert space.form == Named(("o", "p"))
    assert space.add == (Lookup(((0, 1), (1, 0)), Variable("u"), Variable("v")),)
    assert space.scale == (Lookup(((0, 0), (0, 1)), Variable("a"), Variable("u")),)


def test_operation_tables_on_a_field():
    table = {"field": "GF(2)", "carrier": "GF(2)", "add_table": XOR, "scale": "a*u"}
    space = read_space_table(table)
    assert space.form == Single()
    assert isinstance(space.add[0], Lookup)


def test_the_elements_of_a_field_are_named_in_the_order_of_the_kernel():
    name = GF(4).names[0]
    assert element_names(GF(4)) == ["0", "1", name, f"{name}+1"]
    assert element_names(GF(9))[4] == f"{GF(9).names[0]}+1"


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({"carrier": "R", "add": "u", "scale": "u", "plus": "u"}, '"plus" is not known'),
        ({"carrier": "R", "scale": "u"}, "add: one of the keys"),
        ({"add": "u", "scale": "u"}, "carrier: a text"),
        ({"carrier": "R", "add_table": XOR, "scale": "u"}, "finite carrier"),
        ({"elements": ["o"], "add_table": XOR, "scale": "x"}, "1 rows are due"),
        ({"elements": "o p", "add_table": "o p; o", "scale": "x"}, "2 entries in each row"),
        ({"elements": "o p", "add_table": "o p; p q", "scale": "x"}, '"q" is none of'),
        ({"elements": "o o", "add": "x", "scale": "x"}, "different names"),
        ({"elements": ["o"], "carrier": "R", "add": "x", "scale": "x"}, "leave out"),
        ({"elements": "o", "add": "x", "scale_table": "o"}, "finitely many scalars"),
        ({"carrier": 5, "add": "x", "scale": "x"}, "a text in quotes"),
    ],
)
def test_refusals(table, says):
    with pytest.raises(NotUnderstood) as caught:
        read_space_table(table, "R")
    assert says in str(caught.value)


PROBLEM = """
format = "exactspaces-problem/1"
id = "spaces/positive"
title = "Positive numbers"
topics = ["axioms"]
level = 1
field = "RR"
author = "x"
licence = "x"
source = "x"
[given]
A = "[1 2; 3 4]"
[space.V]
carrier = "R>0"
add = "u*v"
scale = "u^a"
[[part]]
id = "p"
ask = "What is {rank(A)}?"
[part.answer]
kind = "scalar"
of = "rank(A)"
"""


def test_a_problem_file_with_a_space():
    assert read_problem(PROBLEM).spaces["V"].size == 1


def test_a_space_that_is_not_understood_is_placed():
    with pytest.raises(BadProblem) as caught:
        read_problem(PROBLEM.replace("u*v", "u*w"))
    assert "space.V" in str(caught.value)
    assert "has no meaning" in str(caught.value)
