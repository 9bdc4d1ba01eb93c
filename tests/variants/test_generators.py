"""Each generator keeps its promise: judged by SymPy, which has no part in drawing."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from exactspaces.fields.names import read_over
from exactspaces.reading.problems import BadProblem
from exactspaces.reading.problems.generators import GENERATORS
from exactspaces.reading.request import read_request
from exactspaces.variants.table import GIVE
from exactspaces.variants.values import Unlucky
from tests.variants.samples import drawn, fractions

SEEDS = st.integers(min_value=1, max_value=10**6)
BASE = {
    "L": "independent_list(4, 3, height=3)", "v": "random_vector(3)", "D": "diagonal(1, 2, 3)",
    "R": "nice_rref(3, 4, rank=2)", "A": "random_matrix(3, 3)",
}  # fmt: skip
# There are few numbers, or no angles, or a height that is small for numbers with roots.
TOO_MUCH = {
    *((name, "GF(7)") for name in GENERATORS if "orthog" in name or "orthon" in name),
    *((name, "GF(4)") for name in GENERATORS if "orthog" in name or "orthon" in name),
    *((name, field) for name in ("rational", "symmetric_with_eigenvalues")
      for field in ("GF(7)", "GF(4)")),
    *((name, "GF(4)") for name in ("integer", "distinct_integers", "dependent_list")),
}  # fmt: skip
few = settings(max_examples=25, deadline=None)


def matrix(value):
    return sympy.Matrix([[sympy.Rational(x.numerator, x.denominator) for x in row]
                         for row in fractions(value)])  # fmt: skip


def largest(value):
    return max(max(abs(x.numerator), x.denominator) for row in fractions(value) for x in row)


def one(seed, call, **names):
    return drawn(seed=seed, **names, Z=call)["Z"]


def test_every_generator_that_is_told_of_is_there_and_no_other():
    assert set(GENERATORS) == set(GIVE)


@pytest.mark.parametrize("field", ["QQ", "GF(2)", "GF(7)", "GF(4)", "QQ(sqrt(2))"])
@pytest.mark.parametrize("name", GENERATORS)
def test_what_is_drawn_is_read_again_as_the_same(name, field):
    if field == "GF(2)" or (name, field) in TOO_MUCH:
        with suppress(BadProblem, Unlucky):
            drawn(field, **BASE, Z=GENERATORS[name].example)
        return
    value = drawn(field, **BASE, Z=GENERATORS[name].example)["Z"]
    text = value.text if value.sort not in ("a list of vectors", "a list of numbers") else "1"
    assert read_request(text, read_over(field), {}).text
    again = drawn(field, **BASE, Z=GENERATORS[name].example)["Z"]
    assert again.text == value.text


@pytest.mark.parametrize("name", GENERATORS)
def test_seeds_matter(name):
    made = {drawn(seed=seed, **BASE, Z=GENERATORS[name].example)["Z"].text for seed in range(12)}
    fixed = {"diagonal", "polynomial_with_roots"}
    assert (len(made) == 1) == (name in fixed)


@few
@given(SEEDS, st.integers(-6, 0), st.integers(0, 6))
def test_an_integer_stays_in_its_range_and_away_from_what_is_left_out(seed, low, high):
    if (low, high) != (0, 0):
        x = fractions(one(seed, f"integer({low}, {high}, without={{0}})"))[0][0]
        assert low <= x <= high
        assert x != 0


@few
@given(SEEDS)
def test_a_fraction_is_none_of_the_whole_numbers(seed):
    x = fractions(one(seed, "rational(height=7, denominator=4)"))[0][0]
    assert 2 <= x.denominator <= 4
    assert abs(x.numerator) <= 7


@few
@given(SEEDS)
def test_different_integers_are_different(seed):
    (row,) = fractions(one(seed, "distinct_integers(4, -2, 4, without={0})"))
    assert len(set(row)) == 4
    assert 0 not in row
    assert all(-2 <= x <= 4 for x in row)


@few
@given(SEEDS, st.integers(1, 3))
def test_an_unreduced_matrix_has_the_echelon_form_that_was_drawn(seed, rank):
    values = drawn(
        seed=seed, R=f"nice_rref(3, 5, rank={rank}, height=3)", A="unreduce(R, ops=6, height=12)"
    )
    reduced, pivots = matrix(values["A"]).rref()
    assert reduced == matrix(values["R"])
    assert len(pivots) == rank
    assert pivots[0] == 0
    assert largest(values["A"]) <= 12
    assert all(any(column) for column in zip(*fractions(values["R"]), strict=True))


@few
@given(SEEDS, st.integers(2, 4))
def test_a_unimodular_matrix_has_a_whole_inverse(seed, n):
    found = one(seed, f"unimodular({n}, height=8)")
    assert matrix(found).det() == 1
    inverse = matrix(found).inv()
    assert all(x.is_integer and abs(x) <= 8 for x in inverse)
    assert largest(found) <= 8


@few
@given(SEEDS, st.sampled_from([0, 1, -2, 3]))
def test_an_invertible_matrix_has_the_determinant_that_is_named(seed, det):
    found = matrix(one(seed, f"invertible_matrix(3, height=8, det={det})"))
    assert found.det() != 0
    assert det in (0, found.det())


@few
@given(SEEDS, st.lists(st.integers(-3, 3), min_size=2, max_size=3))
def test_eigenvalues_are_those_that_are_named(seed, values):
    listed = ", ".join(map(str, values))
    found = one(seed, f"with_eigenvalues({listed}, height=60)")
    assert sorted(x for x, n in matrix(found).eigenvals().items() for _ in range(n)) == sorted(
        values
    )
    assert matrix(found).is_diagonalizable()
    assert all(x.denominator == 1 for row in fractions(found) for x in row)


@few
@given(SEEDS)
def test_jordan_blocks_have_their_sizes(seed):
    found = matrix(one(seed, "with_jordan({2, 2, -1}, {2, 1, 1}, height=60)"))
    plain = found - 2 * sympy.eye(4)
    assert found.charpoly().as_expr().subs("lambda", 2) == 0
    assert (4 - plain.rank(), 4 - (plain**2).rank()) == (2, 3)
    assert (found + sympy.eye(4)).rank() == 3


@few
@given(SEEDS)
def test_symmetric_matrices_have_their_eigenvalues_and_whole_entries(seed):
    found = matrix(one(seed, "symmetric_with_eigenvalues(1, 3)"))
    assert found == found.T
    assert found.eigenvals() == {1: 1, 3: 1}
    assert all(x.is_integer for x in found)


@few
@given(SEEDS, st.sampled_from([2, 3, 4]))
def test_columns_are_orthogonal_or_orthonormal(seed, n):
    plain = matrix(one(seed, f"orthogonal_columns({n}, height=6)"))
    assert (plain.T * plain).is_diagonal()
    assert plain.det() != 0
    unit = matrix(one(seed, f"orthonormal_columns({n}, height=30)"))
    assert unit.T * unit == sympy.eye(n)


@few
@given(SEEDS)
def test_lists_are_independent_dependent_and_rebased(seed):
    free = matrix(one(seed, "independent_list(4, 3, height=4)"))
    assert free.rank() == 3
    bound = matrix(one(seed, "dependent_list(4, relation=(2, -3, 1), height=15)"))
    assert bound.rank() == 2
    assert sympy.Matrix([[2, -3, 1]]) * bound == sympy.zeros(1, 4)
    values = drawn(seed=seed, L="independent_list(4, 2, height=3)", M="rebased(L, height=20)")
    old, new = matrix(values["L"]), matrix(values["M"])
    assert old.col_join(new).rank() == new.rank() == 2
    assert old != new
    assert abs(matrix(one(seed, "basis_list(3, height=6)")).det()) == 1


@few
@given(SEEDS)
def test_vectors_lie_inside_and_outside(seed):
    values = drawn(seed=seed, L="independent_list(4, 2)", v="vector_in(L)", w="vector_outside(L)")
    span = matrix(values["L"])
    assert span.col_join(matrix(values["v"])).rank() == 2
    assert span.col_join(matrix(values["w"])).rank() == 3


@few
@given(SEEDS, st.integers(1, 2))
def test_a_random_matrix_has_the_rank_that_is_named(seed, rank):
    assert matrix(one(seed, f"random_matrix(3, 4, height=9, rank={rank})")).rank() == rank
    assert matrix(one(seed, "random_matrix(3, 4, height=5)")).rank() == 3


def test_polynomials_have_their_roots():
    x = sympy.Symbol("x")
    text = one(1, "polynomial_with_roots(1, -2, 3)").text
    assert sympy.expand((x - 1) * (x + 2) * (x - 3) - sympy.sympify(text)) == 0


def test_expressions_of_polynomials_are_worked_out():
    values = drawn(p="random_polynomial(2)", q="p", r="2*p - q + 1", s="p - p + x")
    assert values["s"].text == "x"
    assert not set("pq") & set(values["r"].text)


def test_later_names_use_earlier_ones_and_expressions():
    values = drawn(n="integer(2, 3)", A="unimodular(n)", x="random_vector(n)", b="A * x",
                   c="choice(b, x)", k="entry(b, 1)")  # fmt: skip
    product = matrix(values["A"]) * matrix(values["x"]).T
    assert matrix(values["b"]) == product.T
    assert fractions(values["k"])[0][0] == Fraction(int(product[0]))
    assert values["c"].text in (values["b"].text, values["x"].text)


def test_a_name_more_does_not_change_the_others():
    short = drawn(A="random_matrix(2, 2)", B="random_matrix(2, 2)")
    more = drawn(Z="integer(1, 9)", B="random_matrix(2, 2)", A="random_matrix(2, 2)")
    assert [short[x].text for x in "AB"] == [more[x].text for x in "AB"]


def test_what_is_drawn_does_not_change_with_versions():
    calls = {
        "A": "unreduce(nice_rref(3, 4, rank=2), ops=6, height=12)", "P": "unimodular(3)",
        "E": "with_eigenvalues(1, 2, height=12)", "L": "orthogonal_list(3, 2)",
        "q": "rational()", "D": "dependent_list(3, relation=(1, 2, -1))",
    }  # fmt: skip
    assert {name: value.text for name, value in drawn(seed=5, **calls).items()} == PINNED


PINNED = {
    "A": "[-1 3 2 -6; -1 3 -3 4; 1 -3 1 0]",
    "P": "[1 2 0; 0 1 -1; -2 -6 3]",
    "E": "[0 1; -2 3]",
    "L": "{(2, 0, -1), (1, 0, 2)}",
    "q": "-1/4",
    "D": "{(-4, -3, 6), (4, -3, -5), (4, -9, -4)}",
}
