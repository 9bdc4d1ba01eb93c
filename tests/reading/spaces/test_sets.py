"""Sets by conditions: tuples, matrices, polynomials, functions, sequences."""

from fractions import Fraction

import pytest

from exactspaces.kernel.formulas import Integers
from exactspaces.kernel.sentences import condition_text
from exactspaces.reading.slips import Unreadable
from exactspaces.reading.spaces.sets import read_condition_set

GIVEN = {"B": "[1 2; 0 1]", "M": "[1 2 3; 4 5 6]", "b": "[1; 2]"}


@pytest.mark.parametrize(
    ("text", "rows", "right"),
    [
        ("{(x,y,z) in R^3 : 2x - y + 3z = 0}", ["2 -1 3"], "0"),
        ("{A in R^(2x2) : tr(A) = 0}", ["1 0 0 1"], "0"),
        ("{A in R^(2x2) : A^T = -A}", ["2 0 0 0", "0 1 1 0", "0 1 1 0", "0 0 0 2"], "0 0 0 0"),
        ("{A in R^(2x2) : symmetric(A)}", ["0 1 -1 0"], "0"),
        ("{A in R^(2x2) : upper_triangular(A)}", ["0 0 1 0"], "0"),
        ("{p in P_3 : p(1) = 0}", ["1 1 1 1"], "0"),
        ("{p in P_2 : p(0) = p'(1)}", ["1 -1 -2"], "0"),
        ("{p in P_2 : p''(7) = 0}", ["0 0 2"], "0"),
        ("{p in P_2 : integral(p, 0, 1) = 0}", ["1 1/2 1/3"], "0"),
        ("{p in P_2 : even(p)}", ["0 1 0"], "0"),
        ("{x in R^3 : M*x = b}", ["1 2 3", "4 5 6"], "1 2"),
        ("{x in R^3 : Mx = 0}", ["1 2 3", "4 5 6"], "0 0"),
        ("{f : f(0) = 1}", ["1"], "1"),
        ("{f : f(0) = f(1)}", ["1 -1"], "0"),
    ],
)
def test_linear_sets(text, rows, right):
    system = read_condition_set(text, "R", GIVEN).linear_system()
    assert system.rows == tuple(tuple(map(Fraction, row.split())) for row in rows)
    assert system.right == tuple(map(Fraction, right.split()))


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("{(x,y) : xy = 0}", "u1*u2 = 0"),
        ("{A in R^(2x2) : rank(A) <= 1}", "u1*u4 - u2*u3 = 0"),
        ("{A in R^(2x2) : det A = 0}", "u1*u4 - u2*u3 = 0"),
        ("{p in P_2 : deg p = 2}", "u3 != 0"),
        ("{(x,y) : |x| = |y|}", "abs(u1) = abs(u2)"),
        ("{x in R^2 : norm(x) <= 1}", "sqrt(u1^2 + u2^2) <= 1"),
        ("{x in R^2 : ||x|| = 1}", "sqrt(u1^2 + u2^2) = 1"),
        ("{(x,y) : x >= 0 or y >= 0}", "u1 >= 0 or u2 >= 0"),
    ],
)
def test_other_sets(text, condition):
    found = read_condition_set(text)
    assert condition_text(found.condition) == condition
    assert found.linear_system() is None


def test_matrices_that_commute_with_a_given_one():
    found = read_condition_set("{A in R^(2x2) : AB = BA}", "R", GIVEN)
    assert len(found.linear_system().rows) == 4


@pytest.mark.parametrize(
    ("text", "quantities", "condition", "rest"),
    [
        ("{f : f(0) = 1}", ("f(0)",), "u = 1", ((), False, 0)),
        ("{f in C[0,1] : f(0) = f(1)}", ("f(0)", "f(1)"), "u1 = u2", (("continuous",), False, 0)),
        ("{f : R->R : f(-x) = f(x)}", ("f(-x)", "f(x)"), "u1 = u2", ((), True, 0)),
        ("{f : odd(f)}", ("f(-x)", "f(x)"), "u1 = -u2", ((), True, 0)),
        ("{f : f'' + f = 0}", ("f''(x)", "f(x)"), "u1 + u2 = 0", ((), True, 2)),
        ("{f : f >= 0}", ("f(x)",), "u >= 0", ((), True, 0)),
        ("{f : f'(0) = 0}", ("f'(0)",), "u = 0", ((), False, 0)),
        ("{f : bounded(f)}", ("f(x)",), "true", (("bounded",), True, 0)),
        ("{f : continuous(f), f(1/2) = 0}", ("f(1/2)",), "u = 0", (("continuous",), False, 0)),
        (
            "{f : integral(f, 0, 1) = 0}",
            ("integral(f, 0, 1)",), "u = 0", (("integrable",), False, 0)),
        (
            "{(x_n) : x_{n+2} = x_{n+1} + x_n}",
            ("x_{n + 2}", "x_{n + 1}", "x_n"), "u1 = u2 + u3", ((), True, 2)),
        ("{(x_n) : x_1 = 0}", ("x_1",), "u = 0", ((), False, 0)),
        ("{(x_n) : lim(x_n) = 0}", ("lim(x)",), "u = 0", (("convergent",), False, 0)),
    ],
)  # fmt: skip
def test_functions_and_sequences(text, quantities, condition, rest):
    found = read_condition_set(text)
    assert found.form.quantities == quantities
    assert condition_text(found.condition) == condition
    assert (found.classes, found.generic, found.order) == rest
    assert found.infinite


def test_lattices_have_no_linear_system():
    found = read_condition_set("Z^2 in R^2")
    assert found.domains == (Integers(), Integers())
    assert found.linear_system() is None


def test_the_usual_operations():
    space = read_condition_set("{(x,y) : x = 0}").as_space()
    assert space.size == len(space.add) == len(space.scale) == 2


@pytest.mark.parametrize(
    "text",
    [
        "{f : x f(x) = 1}",
        "{f : not continuous(f)}",
        "{f : continuous(f) or f(0) = 1}",
        "{f : periodic(f)}",
        "{f : lim(f) = 0}",
        "{(x_n) : x_n' = 0}",
        "{(x_n) : x_{1/2} = 0}",
        "{(x,y) : x^2 + y^2 < }",
        "{A in R^(2x2) : rank(A) = x}",
        "{p in P_3 : p = (1, 2)",
    ],
)
def test_refusals(text):
    with pytest.raises(Unreadable):
        read_condition_set(text)
