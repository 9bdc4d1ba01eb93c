"""What is written back reads as the same data."""

import random

import pytest

from exactspaces.errors import NoAnswer
from exactspaces.kernel import formulas as f
from exactspaces.kernel.scalars import Rationals
from exactspaces.kernel.sentences import condition_text, formula_text
from exactspaces.reading.spaces import numbers, read_user_space
from exactspaces.reading.spaces.conditions import every, some
from exactspaces.reading.spaces.echo import echo_set, echo_space
from exactspaces.reading.spaces.evaluate import condition, number
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.sets import read_condition_set
from exactspaces.reading.spaces.tables import read_space_table
from exactspaces.reading.spaces.trees import parse

NAMES = {name: f.Variable(name) for name in ("u", "v1", "a")}
ONE = [name for name, count in f.FUNCTIONS.items() if count == 1 and name != "-"]


def formula(chance, depth):
    if not depth or chance.random() < 0.2:
        number_ = numbers.constant(chance.choice([0, 1, 2, -3]))
        return chance.choice([number_, *NAMES.values()])
    x, y = formula(chance, depth - 1), formula(chance, depth - 1)
    match chance.randrange(9):
        case 0:
            return numbers.negative(x)
        case 1:
            return numbers.plus(x, y)
        case 2:
            return numbers.minus(x, y)
        case 3:
            return numbers.times(x, y)
        case 4:
            return numbers.over(x, y)
        case 5:
            return numbers.power(x, numbers.constant(chance.choice([2, 3, -1])))
        case 6:
            return f.Conditional(relation(chance, depth - 1), x, y)
        case 7:
            return numbers.root(x, chance.choice([2, 3]))
    return numbers.apply(chance.choice(ONE), x)


def relation(chance, depth):
    if depth and chance.random() < 0.4:
        join = chance.choice([every, some])
        return join([relation(chance, depth - 1) for _ in range(2)])
    if chance.random() < 0.2:
        return f.Within(formula(chance, depth), chance.choice([f.Integers(), Rationals()]))
    return f.Compare(chance.choice(f.RELATIONS), formula(chance, depth), formula(chance, depth))


@pytest.mark.parametrize("seed", range(300))
def test_formulas_and_conditions(seed):
    chance = random.Random(seed)
    scope = Scope(NAMES)
    one, other = formula(chance, 4), relation(chance, 3)
    assert number(parse(formula_text(one), NAMES), scope) == one
    assert condition(parse(condition_text(other), NAMES), scope) == other


@pytest.mark.parametrize(
    "given",
    [
        ("R", "x > 0", "u*v", "u^a"),
        ("Q", "R^2", "(x+x', y+y'+xx')", "a*u"),
        ("R", "R^(2x2)", "A*B", "a*A'"),
        ("GF(4)", "GF(4)^2", "u + v", "a^2*u"),
        ("C", "P_2", "p + q", "conj(a)*p"),
        ("R", "{(p,q,r) : p,q,r > 0, p+q+r = 1}", "u + v", "a*u"),
        ("R", "R \\ {0}", "u*v", "cases(u > 0: u^a, otherwise: -|u|^a)"),
        ("R", "R × Z", "u + v", "a*u"),
        ("R", "{o, s}", "(u, v) -> u", "(a, u) -> u"),
        ("R", "{f : f(0) = 0}", "f + g", "a*f"),
        ("R", "C[0,1]", "f + g", "a*f"),
    ],
)
def test_spaces(given):
    space = read_user_space(*given)
    if "f" in given[1]:
        assert read_condition_set(echo_space(space)["carrier"]).condition == space.condition
    else:
        assert read_user_space(**echo_space(space)) == space


@pytest.mark.parametrize(
    "text",
    [
        "{(x,y,z) in R^3 : 2x - y + 3z = 0}",
        "{A in R^(2x2) : rank(A) <= 1}",
        "{p in P_3 : p(0) = p'(1)}",
        "{f : f(0) = 1}",
        "{f in C[0,1] : f(0) = f(1)}",
        "{f : even(f)}",
        "{f : f'' + f = 0}",
        "{f : integral(f, 0, 1) = 0}",
        "{(x_n) : x_{n+2} = x_{n+1} + x_n}",
        "{(x_n) : lim(x_n) = 0}",
        "Z^2",
        "{(x,y) : |x| = |y| or x in Q}",
        "{}",
    ],
)
def test_sets(text):
    found = read_condition_set(text)
    assert read_condition_set(echo_set(found)) == found


def test_tables_are_not_written_as_formulas():
    space = read_space_table({"field": "R", "elements": "o", "add_table": "o", "scale": "x"})
    with pytest.raises(NoAnswer):
        echo_space(space)
