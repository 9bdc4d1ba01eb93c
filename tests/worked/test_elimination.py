"""The row reduction on paper: it ends where it should, and every line is proved."""

from fractions import Fraction
from itertools import pairwise

import pytest

from exactspaces.errors import TooLarge
from exactspaces.fields import QQ, entries, generator, matrix_from, number, read_field
from exactspaces.kernel import Given, Pivots, ReducedEchelon
from exactspaces.kernel.matrices import equal, identity
from exactspaces.questions import Combine, Multiply, Swap, ValueOf, meaning
from exactspaces.rendering.lines import line
from exactspaces.settle import settle
from exactspaces.worked import elimination
from exactspaces.worked.conditions import tidied
from exactspaces.worked.notation import labels
from tests.worked.build import FIELDS, chance, matrix, random_matrix

SHAPES = [(0, 0), (0, 3), (3, 0), (1, 1), (1, 4), (2, 2), (2, 3), (3, 2), (3, 3), (3, 5), (4, 4)]


def value(term):
    return settle(ValueOf(term)).answer


@pytest.mark.parametrize("ring", FIELDS.values(), ids=FIELDS)
@pytest.mark.parametrize("seed", range(4))
def test_the_chain_ends_in_the_reduced_form_and_each_line_is_proved(ring, seed):
    rng = chance(seed)
    for height, width in SHAPES:
        start = random_matrix(ring, height, width, rng)
        chain = elimination.reduce(start)
        assert equal(chain.end, value(ReducedEchelon(Given(start))).matrix)
        assert tuple(j + 1 for j in chain.pivots) == value(Pivots(Given(start))).positions
        before = chain.start
        for each in chain.lines:
            claim = meaning(each.theorem.recheck().claim)
            assert claim.before == before
            assert claim.operations == each.operations
            assert equal(claim.after, each.after)
            before = each.after


@pytest.mark.parametrize("seed", range(30))
def test_integers_stay_integers_until_the_pivots_become_one(seed):
    rng = chance(seed)
    start = matrix([[rng.randint(-9, 9) for _ in range(5)] for _ in range(4)])
    chain = elimination.reduce(start)
    assert all(each.after.denominator == 1 for each in (*chain.forward, *chain.backward[:-1]))


@pytest.mark.parametrize("seed", range(10))
def test_fractions_are_cleared_first(seed):
    rng = chance(seed)
    rows = [[Fraction(rng.randint(-5, 5), rng.randint(1, 6)) for _ in range(4)] for _ in range(3)]
    chain = elimination.reduce(matrix(rows))
    assert all(each.after.denominator == 1 for each in chain.forward)


@pytest.mark.parametrize("ring", FIELDS.values(), ids=FIELDS)
def test_no_line_changes_nothing(ring):
    rng = chance(1)
    for height, width in SHAPES:
        chain = elimination.reduce(random_matrix(ring, height, width, rng))
        states = [chain.start, *(each.after for each in chain.lines)]
        assert all(not equal(a, b) for a, b in pairwise(states))


def test_a_pivot_of_one_is_preferred():
    first, *_ = elimination.reduce(matrix([[2, 3], [1, 5]])).lines
    assert first.operations == (Swap(1, 2),)


def test_a_row_is_made_shorter_for_a_pivot_of_one():
    first, *_ = elimination.reduce(matrix([[2, 4], [3, 5]])).lines
    assert first.operations == (Multiply(1, matrix([[Fraction(1, 2)]])),)


def test_rows_are_combined_crosswise():
    first, *_ = elimination.reduce(matrix([[2, 3], [3, 5]])).lines
    assert first.operations == (Multiply(2, matrix([[2]])), Combine(2, matrix([[-3]]), 1))
    assert [line(x) for x in labels(first.operations)] == ["R₂ → 2R₂ − 3R₁"]


def test_several_rows_are_cleared_on_one_line():
    first, *_ = elimination.reduce(matrix([[1, 1], [2, 5], [-1, 3]])).lines
    assert [line(x) for x in labels(first.operations)] == ["R₂ → R₂ − 2R₁", "R₃ → R₃ + R₁"]


def test_pivots_are_looked_for_in_the_first_columns_only():
    chain = elimination.reduce(matrix([[1, 1, 1], [1, 1, 2]]), columns=2, forward_only=True)
    assert chain.pivots == (0,)
    assert chain.backward == ()
    assert entries(chain.end)[1] == [number(QQ, 0), number(QQ, 0), number(QQ, 1)]


def test_large_matrices_are_refused():
    with pytest.raises(TooLarge, match="12 x 16"):
        elimination.reduce(identity(QQ, 13))
    assert elimination.reduce(identity(QQ, 12)).lines == ()


def test_conditions_are_inserted():
    ring = read_field("QQ(a)")
    a = generator(ring, "a")
    under = type(ring)(ring.field, ring.names, ((a * 2 - 1).top,), (0,), ())
    short = tidied(matrix_from(under, [[type(a)(under, (a * a).top, a.bottom)]]))
    assert entries(short)[0][0] == number(under, Fraction(1, 4))
