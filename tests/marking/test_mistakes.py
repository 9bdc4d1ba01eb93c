"""Each named mistake is found in the answer that it leads to, and in no right answer."""

from __future__ import annotations

from fractions import Fraction

import pytest

from exactspaces.api.problems.tests import problem_tests
from exactspaces.marking.mistakes import MISTAKES
from tests.marking.samples import mark, problem_of
from tests.marking.test_made_mistakes import FOUND as MORE

A = "[1 2 1 3; 2 4 3 7; 3 6 4 10]"  # rank 2, pivots 1 and 3, third row the sum of the others
B = "[1 2; 2 4; 0 1]"
SYSTEM = "solve([1 2 -1; 2 4 1], (3, 9))"
TWO = "solve([1 2 3 4], 5)"
CHANGE = "change_of_basis({(1,2),(1,-1)}, {(1,1),(0,1)})"
BIG = "change_of_basis({(1,2),(3,7)}, {(2,1),(1,1)})"
SPANNED = "perp(span{(1,1,0), (2,5,-1), (3,6,-1)})"
FOUR = "independent{(1,2,0,1),(0,1,1,2),(1,3,1,3),(2,1,-1,-1)}"

# the mistake, the kind, what is asked for, the answer that shows it, a right answer
FOUND = [
    ("col.rref-columns", "basis", f"col({A})", "{(1,0,0), (0,1,0)}", "{(1,2,3), (1,3,4)}"),
    ("col.is-row", "basis", "col([1 2; 3 6])", "{(1, 2)}", "{(1, 3)}"),
    ("row.is-col", "basis", "row([1 2; 3 6])", "{(1, 3)}", "{(1, 2)}"),
    ("row.is-col", "basis-among", "{(1, 2, 3), (2, 4, 6)}", "{(1, 2)}", "{(1, 2, 3)}"),
    ("row.first-rows", "basis", f"row({B})", "{(1,2), (2,4)}", "{(1,2), (0,1)}"),
    ("col.free-columns", "basis", "col([1 0 1; 0 1 0; 0 0 0])", "{(1,0,0)}", None),
    ("basis.not-reduced", "basis", "col([1 2; 2 4])", "{(1,2), (2,4)}", "{(1,2)}"),
    ("basis.short", "basis", f"col({A})", "{(1, 2, 3)}", None),
    ("basis.outside", "basis", f"col({A})", "{(1, 2, 3), (0, 0, 1)}", None),
    ("basis.zero-vector", "basis", "null([1 0; 0 1])", "{(0, 0)}", "{}"),
    (
        "basis.union",
        "basis",
        "span{(1,0,0), (0,1,0)} + span{(1,1,0), (0,0,1)}",
        "{(1,0,0), (0,1,0), (1,1,0), (0,0,1)}",
        "{(1,0,0), (0,1,0), (0,0,1)}",
    ),
    (
        "meet.is-sum",
        "basis",
        "span{(1,0,0), (0,1,0)} & span{(0,1,0), (0,0,1)}",
        "{(1,0,0), (0,1,0), (0,0,1)}",
        "{(0, 1, 0)}",
    ),
    ("sum.is-meet", "basis", "span{(1,0,0), (0,1,0)} + span{(0,1,0), (0,0,1)}", "{(0,1,0)}", None),
    (
        "meet.common-vectors",
        "subspace",
        "span{(1,0,0), (0,1,0)} & span{(1,1,0), (0,0,1)}",
        "{(0, 0, 0)}",
        "{(1, 1, 0)}",
    ),
    ("null.sign", "basis", "null([1 2 3])", "{(2,1,0), (3,0,1)}", "{(-2,1,0), (-3,0,1)}"),
    ("null.all-ones", "basis", "null([1 2 3])", "{(-5, 1, 1)}", None),
    ("null.missing-free", "basis", "null([1 2 3])", "{(-2, 1, 0)}", "{(-2,1,0), (-1,-1,1)}"),
    ("null.no-free-slot", "basis", "null([1 0 2; 0 1 3])", "{(-2, -3)}", "{(-2, -3, 1)}"),
    ("null.left", "basis", "null([1 2; 3 6])", "{(-3, 1)}", "{(-2, 1)}"),
    ("perp.itself", "basis", "null([1 2 -1])", "{(1, 2, -1)}", "{(1,0,1), (0,1,2)}"),
    ("dim.rank-nullity", "dimension", "null([1 2 3])", "1", "2"),
    ("dim.rank-nullity", "dimension", "rank([1 2 3])", "2", "1"),
    ("det.swap", "scalar", "det([0 1; 1 0])", "1", "-1"),
    ("cob.inverse", "change-of-basis", CHANGE, "[2/3 1/3; 1/3 -1/3]", "[1 1; 1 -2]"),
    ("cob.transpose", "change-of-basis", BIG, "[-1 3; -4 11]", "[-1 -4; 3 11]"),
    ("cob.plain", "change-of-basis", BIG, "[1 3; 2 7]", None),
    ("cob.order", "change-of-basis", BIG, "[-2 5; -5 12]", None),
    ("cob.basis-order", "change-of-basis", BIG, "[-4 -1; 11 3]", None),
    ("coord.vector-itself", "coordinates", "coords((3, 5), {(1, 1), (1, 2)})", "(3, 5)", "(1, 2)"),
    ("prod.reversed", "matrix", "[1 2; 3 4] * [0 1; 1 1]", "[3 4; 4 6]", "[2 3; 4 7]"),
    ("prod.entrywise", "matrix", "[1 2; 3 4] * [0 1; 1 1]", "[0 2; 3 4]", None),
    ("inv.adjugate", "matrix", "inv([1 2; 3 4])", "[4 -2; -3 1]", "[-2 1; 3/2 -1/2]"),
    ("inv.cofactor", "matrix", "inv([1 2; 3 4])", "[-2 3/2; 1 -1/2]", None),
    ("inv.sign", "matrix", "inv([1 2; 3 4])", "[2 -1; -3/2 1/2]", None),
    ("rref.not-reduced", "rref", "[1 2; 3 4]", "[1 2; 0 1]", "[1 0; 0 1]"),
    ("matrix.transposed", "matrix", "[1 2; 3 4] * [1 2; 0 1]", "[1 3; 4 10]", "[1 4; 3 10]"),
    ("affine.particular-only", "affine-set", SYSTEM, "(2, 1, 1)", "(4,0,1) + t(-2,1,0)"),
    ("affine.free-zero", "affine-set", SYSTEM, "(4, 0, 1)", "(4,0,1) + t(-2,1,0)"),
    ("affine.free-zero", "affine-set", TWO, "(5, 0, 0, 0)", None),
    ("perp.columns", "basis", SPANNED, "{(1, 1, -1)}", "{(-1, 1, 3)}"),
    ("perp.columns", "subspace", SPANNED, "x = y, z = -x", None),
    ("perp.itself", "basis", SPANNED, "{(1, 1, 0), (2, 5, -1)}", None),
    ("null.left", "basis", "null([1 1 0; 2 5 -1; 3 6 -1])", "{(1, 1, -1)}", "{(-1, 1, 3)}"),
    ("affine.no-particular", "affine-set", SYSTEM, "t(-2, 1, 0)", None),
    ("affine.swapped", "affine-set", SYSTEM, "(-2,1,0) + t(4,0,1)", None),
    ("affine.sign", "affine-set", SYSTEM, "(4,0,1) + t(2,1,0)", None),
    ("affine.missing-direction", "affine-set", TWO, "(5,0,0,0) + t(-2,1,0,0)", None),
    ("affine.count", "affine-set", SYSTEM, "no solution", None),
    ("affine.wrong-order", "affine-set", SYSTEM, "(0,4,1) + t(1,-2,0)", None),
    ("indep.count", "yes-no", FOUR, "yes", "no"),
    ("indep.pairwise", "yes-no", "independent{(1,0,1,0),(0,1,0,1),(1,1,1,1)}", "yes", "no"),
    ("member.zero", "yes-no", "(0, 0) in span{(1, 2)}", "no", "yes"),
]


@pytest.mark.parametrize(
    ("name", "kind", "of", "wrong", "right"), FOUND, ids=lambda v: str(v)[:22]
)
def test_a_mistake_is_found_in_the_answer_it_leads_to(name, kind, of, wrong, right):
    found = mark(kind, of, wrong)
    assert found.mistake == name, found
    assert found.verdict in ("incorrect", "partial", "invalid")
    if right is not None:
        good = mark(kind, of, right)
        assert (good.verdict, good.mistake) == ("correct", ""), good


def test_every_mistake_has_such_an_answer():
    assert {row[0] for row in (*FOUND, *MORE)} == {mistake.id for mistake in MISTAKES}


def test_what_a_file_says_of_a_general_mistake_holds_for_the_special_one():
    say = """say = [{ on = "affine.particular-only", credit = "1/2", text = "One of many." }]
[tests]
p = [{ give = "(4, 0, 1)", verdict = "partial", says = "affine.particular-only" },
     { give = "(4, 0, 1)", verdict = "partial", says = "affine.free-zero" }]
"""
    found = mark("affine-set", SYSTEM, "(4, 0, 1)", extra=say)
    assert (found.mistake, found.points) == ("affine.free-zero", Fraction(3, 2))
    assert found.findings[-1] == "One of many."
    tests = problem_tests(problem_of("affine-set", SYSTEM, extra=say))
    assert [one.is_right for one in tests] == [True, True]


def test_what_a_file_says_of_the_special_mistake_comes_first():
    say = """say = [{ on = "affine.particular-only", credit = "1/2", text = "One of many." },
       { on = "affine.free-zero", text = "Let x2 be free." }]"""
    found = mark("affine-set", SYSTEM, "(4, 0, 1)", extra=say)
    assert found.findings[-1] == "Let x2 be free."
    assert mark("affine-set", SYSTEM, "(2, 1, 1)", extra=say).findings[-1] == "One of many."
