"""Several answers in one: of every kind that fits on a line."""

from __future__ import annotations

from fractions import Fraction

import pytest

from exactspaces.errors import NotUnderstood
from exactspaces.reading.problems.kinds import KINDS, ON_ONE_LINE
from tests.marking.samples import A, R, T, problem_of

# for each kind what it is asked of, a right answer and a wrong one
MEMBERS = {
    "scalar": (f"det({A})", "3", "4"),
    "dimension": (f"null({R})", "2", "1"),
    "vector": (f"{A} * (1, 0)", "(2, 1)", "(1, 2)"),
    "matrix": (f"inv({A})", "1/3 [2 -1; -1 2]", "none"),
    "rref": (A, "[1 0; 0 1]", "[1 0; 1 1]"),
    "columns": (R, "1, 3", "1, 2"),
    "basis": (f"row({R})", "(1, 2, 0, 1), (0, 0, 1, 1)", "(1, 2, 0, 1), (2, 4, 0, 2)"),
    "basis-among": ("{(1, 2), (2, 4), (0, 1)}", "{(1, 2), (0, 1)}", "{(1, 0), (0, 1)}"),
    "spanning-set": ("null([1 1])", "(1, -1), (2, -2)", "(1, 1)"),
    "subspace": ("null([1 1])", "x + y = 0", "x - y = 0"),
    "affine-set": ("solve([1 1], (1))", "x = 1 - y, y free", "x = 1 + y, y free"),
    "coordinates": ("coords((3, 5), {(1, 1), (1, 2)})", "(1, 2)", "(3, 5)"),
    "change-of-basis": (
        "change_of_basis({(1,0),(0,1)}, {(1,1),(0,1)})",
        "[1 0; -1 1]",
        "[1 0; 1 1]",
    ),
    "vector-up-to-scalar": (f"{A} * (1, 0)", "(4, 2)", "(1, 2)"),
    "ref": (R, "[1 2 0 1; 0 0 2 2; 0 0 0 0]", "[0 0 1 1; 1 2 0 1; 0 0 0 0]"),
    "row-equivalent": (A, "[1 0; 0 1]", "[1 1; 1 1]"),
    "factorization": (A, "L = [1 0; 1/2 1], U = [2 1; 0 3/2]", "L = [1 0; 1 1], U = [2 1; 0 1]"),
    "definiteness": (A, "positive definite", "indefinite"),
    "scalar-set": (f"eigenvalues({A})", "1, 3", "1, 2"),
    "eigenpairs": (A, "3: (1, 1), 1: (1, -1)", "3: (1, -1), 1: (1, 1)"),
    "diagonalization": (A, "P = [1 1; 1 -1], D = [3 0; 0 1]", "P = [1 1; 1 -1], D = [1 0; 0 3]"),
    "jordan-form": ("[2 1; 0 2]", "J = [2 1; 0 2]", "J = [2 0; 0 2]"),
    "polynomial": (f"charpoly({A})", "(x - 1)(x - 3)", "x^2 + 4x + 3"),
    "orthogonal-basis": ("row([1 2; 3 4])", "(1, 1), (1, -1)", "(1, 1), (1, 0)"),
    "orthonormal-basis": ("row([3 4])", "(3/5, 4/5)", "(3, 4)"),
    "projection": ("proj((1, 2), span{(1, 1)})", "(3/2, 3/2)", "(-1/2, 1/2)"),
    "matrix-of-map": (T, "[-4 -2; 7 4]", "[-4 7; -2 4]"),
    "row-operations": ("[1 2; 0 1]", "R1 <- R1 - 3R2, R1 <- R1 + R2", "R1 <- R1 + 2R2"),
    "formal-basis": (R, "a1, a1 + a3", "a1, a2"),
    "yes-no": (f"rank({A}) == 2", "yes", "no"),
}


def test_every_kind_on_one_line_is_tried():
    assert set(MEMBERS) == set(ON_ONE_LINE) == set(KINDS) - {"tuple", "row-reduction"}


def two_of(kind, *, first):
    """A problem with an answer of the kind, and the dimension of a space before or after it."""
    of, kinds = [f"'{MEMBERS[kind][0]}'", "'span{(1, 2)}'"], [f"'{kind}'", "'dimension'"]
    if not first:
        of, kinds = of[::-1], kinds[::-1]
    extra = f"kinds = [{', '.join(kinds)}]"
    return problem_of("tuple", f"[{', '.join(of)}], {extra}", extra='credit = { each = "1" }')


@pytest.mark.parametrize("kind", MEMBERS)
def test_an_answer_of_any_kind_stands_beside_another(kind):
    of, right, wrong = MEMBERS[kind]
    after, before = two_of(kind, first=True), two_of(kind, first=False)
    for found in (
        after.mark("p", f"{right}; 1"),
        after.mark("p", f"{right}\n1"),
        before.mark("p", f"1; {right}"),
    ):
        assert found.verdict == "correct", (of, str(found))
        assert len(found.theorems) > 1
    found = before.mark("p", f"1; {wrong}")
    assert (found.verdict, found.points) == ("partial", Fraction(3, 2)), str(found)
    found = after.mark("p", f"{right}; 2")
    assert (found.verdict, found.points) == ("partial", Fraction(3, 2)), str(found)


def test_what_is_asked_tells_the_kind():
    of = f"['eigenvalues({A})', 'charpoly({A})', 'rank({A}) == 2', 'proj((1, 2), span{{(1, 1)}})']"
    problem = problem_of("tuple", of)
    assert problem.mark("p", "1, 3; x^2 - 4x + 3; yes; (3/2, 3/2)").verdict == "correct"
    assert problem.mark("p", "{3, 1}, (x-1)(x-3), yes, (3/2, 3/2)").verdict == "correct"
    assert problem.mark("p", "{3, 1}, (x-1)(x-3), no, (3/2, 3/2)").verdict == "incorrect"
    assert problem.mark("p", "1, 3, x^2 - 4x + 3, yes, (3/2, 3/2)").mistake == "input.several"


def test_the_same_question_can_be_asked_with_two_kinds():
    both = problem_of("tuple", "['row([1 1])', 'row([1 1])'], kinds = ['basis', 'spanning-set']")
    assert both.mark("p", "{(1, 1)}; {(1, 1), (2, 2)}").verdict == "correct"
    assert both.mark("p", "{(1, 1), (2, 2)}; {(1, 1)}").verdict == "incorrect"


@pytest.mark.parametrize(
    ("kinds", "message"),
    [
        ("['row-reduction', 'rref']", "cannot be one of several"),
        ("['tuple', 'rref']", "cannot be one of several"),
        ("['rref']", "2 answers are due, and 1 kinds named"),
        ("['rref', 'basis']", "the kind basis is a basis of a space"),
    ],
)
def test_kinds_that_do_not_fit_are_refused_with_their_place(kinds, message):
    with pytest.raises(NotUnderstood, match=message):
        problem_of("tuple", f"['{A}', '{R}'], kinds = {kinds}")
