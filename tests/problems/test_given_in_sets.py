"""Sets in braces may name what is given; the letters of a set stand before what is given."""

from __future__ import annotations

import pytest

from exactspaces import Problem
from exactspaces.errors import NotUnderstood

FILE = """
format = "exactspaces-problem/1"
id     = "axioms/named"
title  = "Named"
topics = ["subspaces"]
level  = 1
field  = "QQ"
[given]
x = "5"
k = "2"
A = "[1 2; 3 4]"
L = "{{(1, 2), (0, 1)}}"
{sets}
[[part]]
id     = "p"
ask    = "Is it one?"
answer = {{ kind = "yes-no", truth = "is_subspace({text})", because = ["zero-missing"] }}
"""


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("{(x, y) in Q^2 : k*x = y}", "yes", "no, zero-missing"),
        ("{(x, y) in Q^2 : x = k}", "no, zero-missing", "yes"),
        ("{(x, y) in Q^2 : x = 0}", "yes", "no, zero-missing"),
        ("{(k, y) in Q^2 : k = 0}", "yes", "no, zero-missing"),
        ("{M in Q^(2x2) : A*M = M*A}", "yes", "no, zero-missing"),
        ("{M in Q^(2x2) : A*M = A}", "no, zero-missing", "yes"),
    ],
)
def test_sets_name_what_is_given(text, right, wrong):
    for sets, name in (("", text), (f'[set.W]\nset = "{text}"', "W")):
        problem = Problem.load(FILE.format(sets=sets, text=name))
        assert problem.mark("p", right).verdict == "correct"
        assert problem.mark("p", wrong).verdict == "incorrect"


def test_a_list_is_no_number():
    with pytest.raises(NotUnderstood, match="no meaning"):
        Problem.load(FILE.format(sets="", text="{(x, y) in Q^2 : x = L}"))
