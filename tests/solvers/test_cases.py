"""Case trees against the same question at each point, by an elimination that stands here.

Over F_p the points have coordinates in a larger field, so that conditions of higher degree have
points too; up to 50 of them, evenly chosen, are taken.
"""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exactspaces import compute, decide
from exactspaces.fields import (
    GF,
    QQ,
    Scalar,
    entries,
    generator,
    lift,
    matrix_from,
    number,
    read_field,
)
from exactspaces.fields.matrices import quotient
from exactspaces.kernel import (
    Covered,
    Determinant,
    Empty,
    Given,
    Null,
    Rank,
    ReducedEchelon,
    Split,
)
from exactspaces.kernel import polynomials as poly
from exactspaces.questions import SolutionSet, ValueOf
from exactspaces.settle import settle
from exactspaces.solvers.backends.choose import factors_of
from tests.strategies import PARAMETRIC, numbers

SMALL = [number(QQ, x) for x in (0, 1, -1, 2, -2, 3)]


def elements(q):
    """All elements of F_q."""
    field = GF(q)
    p = field.characteristic
    if p == q:
        return [number(field, c) for c in range(p)]
    w, degree = generator(field, "w"), poly.degree(field.moduli[0], 0)
    return [
        sum((c * w**i for i, c in enumerate(digits)), start=number(field, 0))
        for digits in product(range(p), repeat=degree)
    ]


def of_root_two():
    field = read_field("QQ(sqrt(2))")
    r = generator(field, "sqrt(2)")
    return [number(field, x) + y * r for x in (-1, 0, 1, 2) for y in (-1, 0, 1)]


POINTS = {
    "QQ(a, b)": SMALL,
    "QQ(a, b, c)": SMALL[:4],
    "QQ(t)": SMALL,
    "GF(2)(a, b)": elements(8),
    "GF(2)(a, b, c)": elements(4),
    "GF(3)(a, b)": elements(9),
    "GF(3)(t)": elements(27),
    "GF(5)(t)": elements(25),
    "GF(4)(t)": elements(4),
    "GF(4)(s, t)": elements(4),
    "GF(9)(t)": elements(9),
    "QQ(sqrt(2), t)": of_root_two(),
}


@st.composite
def entry(draw, ring):
    """A polynomial of degree at most 2 in the parameters."""
    parts = [number(ring, draw(st.integers(-2, 2)))]
    quantities = [*ring.names, *getattr(ring.field, "names", ())]
    for _ in range(draw(st.integers(0, 2))):
        one, other = (draw(st.sampled_from([*quantities, None])) for _ in range(2))
        term = number(ring, draw(st.sampled_from([1, 1, 2, -1])))
        for name in filter(None, (one, other)):
            term = term * generator(ring, name)
        parts.append(term)
    return sum(parts[1:], start=parts[0])


@st.composite
def tables(draw, ring, height, width):
    return [[draw(entry(ring)) for _ in range(width)] for _ in range(height)]


def at(value, point):
    """The value of a quotient of polynomials at a point."""
    field = point[0].ring

    def evaluated(f):
        own = [lift(field, generator(value.ring.field, n)) for n in names(value.ring.field)]
        total = number(field, 0)
        for exponents, c in f:
            term = number(field, c)
            for quantity, e in zip([*own, *point], exponents, strict=True):
                term = term * quantity**e
            total = total + term
        return total

    return evaluated(value.top) / evaluated(value.bottom)


def names(field):
    return getattr(field, "names", ())


def table_at(matrix, point):
    return [[at(x, point) for x in row] for row in entries(matrix)]


def applies(ring, point):
    def vanishes(f):
        return not at(Scalar(ring, f, ring.integer(1)), point)

    return all(map(vanishes, ring.zero)) and not any(map(vanishes, ring.nonzero))


def echelon(rows, width):
    """The reduced echelon form, its pivots, and the determinant where the matrix is square."""
    rows, pivots = [list(row) for row in rows], []
    det = number(rows[0][0].ring, 1)
    for column in range(width):
        k = len(pivots)
        found = next((i for i in range(k, len(rows)) if rows[i][column]), None)
        if found is None:
            continue
        det = -det if found != k else det
        rows[k], rows[found] = rows[found], rows[k]
        det = det * rows[k][column]
        inverse = rows[k][column].inverse()
        rows[k] = [x * inverse for x in rows[k]]
        for i, row in enumerate(rows):
            if i != k:
                rows[i] = [x - row[column] * y for x, y in zip(row, rows[k], strict=True)]
        pivots.append(column)
    return rows, pivots, det if len(pivots) == len(rows) else det * 0


def times(rows, column):
    return [
        sum((a * x for a, x in zip(row, column, strict=True)), start=row[0] * 0) for row in rows
    ]


def cases_of(question):
    outcome = settle(question)
    assume(outcome.theorem is not None)  # how many are undecided is tested below
    return outcome.answer


def most(name):
    """How large matrices are taken: small ones where there are many quantities."""
    return 3 if name in ("QQ(t)", "QQ(a, b)", "GF(2)(a, b)", "GF(3)(t)", "GF(5)(t)") else 2


def each(question, name):
    """Each point with the answers of all cases that hold there; there is at least one."""
    cases = cases_of(question)
    count = len(cases[0][0].names)
    points = list(product(POINTS[name], repeat=count))
    for point in points[:: 1 + len(points) // 50]:
        found = [answer for ring, answer in cases if applies(ring, point)]
        assert found, f"no case at {point}"
        for answer in found:
            yield point, answer


@pytest.mark.parametrize("name", POINTS)
@settings(max_examples=5)
@given(data=st.data())
def test_forms_ranks_and_determinants(name, data):
    ring = read_field(name)
    n = data.draw(st.integers(2, most(name)))
    matrix = matrix_from(ring, data.draw(tables(ring, n, n)))
    for point, answer in each(ValueOf(ReducedEchelon(Given(matrix))), name):
        assert table_at(answer.matrix, point) == echelon(table_at(matrix, point), n)[0]
    for point, answer in each(ValueOf(Rank(Given(matrix))), name):
        assert answer.value == len(echelon(table_at(matrix, point), n)[1])
    for point, answer in each(ValueOf(Determinant(Given(matrix))), name):
        assert table_at(answer.value, point) == [[echelon(table_at(matrix, point), n)[2]]]


@pytest.mark.parametrize("name", POINTS)
@settings(max_examples=5)
@given(data=st.data())
def test_null_spaces_and_systems(name, data):
    ring = read_field(name)
    height, width = data.draw(st.integers(2, most(name))), data.draw(st.integers(2, 3))
    matrix = matrix_from(ring, data.draw(tables(ring, height, width)))
    right = matrix_from(ring, data.draw(tables(ring, height, 1)))
    for point, answer in each(ValueOf(Null(Given(matrix))), name):
        rows = table_at(matrix, point)
        basis = table_at(answer.rows.matrix, point)
        assert len(basis) == width - len(echelon(rows, width)[1])
        assert not any(any(times(rows, v)) for v in basis)
        assert not basis or len(echelon(basis, width)[1]) == len(basis)
    for point, answer in each(SolutionSet(Given(matrix), Given(right)), name):
        rows, b = table_at(matrix, point), [row[0] for row in table_at(right, point)]
        whole = [[*row, x] for row, x in zip(rows, b, strict=True)]
        solvable = width not in echelon(whole, width + 1)[1]
        assert (answer is not None) == solvable
        if solvable:
            x = [row[0] for row in table_at(answer.particular, point)]
            assert times(rows, x) == b
            assert len(table_at(answer.directions, point)) == width - len(echelon(rows, width)[1])


def has_parameter(ring, f):
    below = ring.count - len(ring.names)
    return any(any(e[below:]) for e, _ in f)


@pytest.mark.parametrize(
    "name", [*PARAMETRIC, "GF(9)(t)", "QQ(sqrt(2), i, t)", "QQ(c: c^3 - 2, t)"]
)
@settings(max_examples=12)
@given(data=st.data())
def test_factors_of_conditions(name, data):
    """The product of the factors is the polynomial up to a number; squares are seen."""
    ring = read_field(name)
    one, other = data.draw(numbers(ring)), data.draw(numbers(ring))
    f = (one * one * other).top
    assume(has_parameter(ring, f))
    factors, rest = factors_of(f, ring), f
    for g, exponent in factors:
        assert has_parameter(ring, g)
        for _ in range(exponent):
            rest, _ = quotient(ring, rest, g)
    assert not has_parameter(ring, rest)
    if has_parameter(ring, one.top) and len(ring.names) == 1:
        assert any(exponent > 1 for _, exponent in factors)


@pytest.mark.parametrize(
    ("text", "field", "cases"),
    [
        ("invertible([s-t 1; -1 s-t])", "QQ(i, s, t)", 3),
        ("invertible([s-t 1; 2 s-t])", "QQ(sqrt(2), s, t)", 3),
        ("invertible([s+t+u 1; -1 s+t+u])", "QQ(i, s, t, u)", 3),
        ("invertible([s t; -t s])", "QQ(i, s, t)", 5),
    ],
)
def test_conditions_in_differences_of_letters_are_split(text, field, cases):
    """SymPy's own factoring has no end where a polynomial is one in s - t."""
    result = compute(text, over=field)
    assert len(result.as_dict()["answer"]["cases"]) == cases, result
    result.theorem.recheck()


# Two parameters, three rows, entries such as a*b - 1: chosen by chance once and for all.
CHANCE = Random(5)
PIECES = ["0", "1", "2", "a", "b", "a + 1", "a - b", "a*b", "b^2", "a*b - 1"]
CHOSEN = [
    "[" + "; ".join(" ".join(f"({CHANCE.choice(PIECES)})" for _ in "123") for _ in "123") + "]"
    for _ in range(24)
]


@pytest.mark.parametrize("text", CHOSEN)
def test_two_parameters_are_answered(text):
    for asked in (f"rank({text})", f"det({text})", f"null({text})", f"solve({text}, (1, a, b))"):
        result = compute(asked, over="QQ(a, b)")
        assert result.theorem is not None, result.reason
        result.theorem.recheck()


def kinds(tree):
    yield type(tree)
    if isinstance(tree, Split):
        for branch in (tree.nonzero, *tree.vanishing):
            yield from kinds(branch)


def test_branches_that_contradict_are_closed():
    text = "rank([(a*b+b) 3 0; -3 (a+b) a; (a-2) b^2 a])"
    certificate = compute(text, over="QQ(a, b)").theorem.certificate
    assert isinstance(certificate, Covered)
    assert Empty in set(kinds(certificate.tree))


LINEAR = st.tuples(*[st.integers(-2, 2)] * 3)


@given(st.lists(st.tuples(LINEAR, LINEAR), min_size=1, max_size=3))
@settings(max_examples=60)
def test_vectors_with_parameters_are_equal_or_differ_somewhere(pairs):
    left, right = (
        ", ".join(f"{c[0]}*a + {c[1]}*b + {c[2]}" for c in side)
        for side in zip(*pairs, strict=True)
    )
    result = decide(f"({left},) == ({right},)", over="QQ(a,b)")
    assert result.verdict == ("proved" if all(f == g for f, g in pairs) else "refuted")


def test_a_number_that_an_equation_leaves_is_no_condition_worth_saying():
    result = decide("(a, a + 1) == (0, 0)", over="QQ(a)")
    assert result.verdict == "refuted"
    assert [case["when"] for case in result.answer["cases"]] == ["a != 0", "a = 0"]


@pytest.mark.parametrize("bottom", ["a*b", "a^2 - b^2", "2*a*(a + b)", "a^2*b"])
def test_a_condition_that_is_a_product_is_used_by_its_factors(bottom):
    cases = compute(f"rank([a 1/({bottom}); b 1])", over="QQ(a,b)").answer["cases"]
    assert {case["answer"] for case in cases} == {"1", "2"}
