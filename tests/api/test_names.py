"""What names can be bound to, and what is refused, with what to write instead."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import sympy

from exactspaces import compute, decide, matrix, span, vector
from exactspaces.errors import ExactSpacesError, NotExact, NotUnderstood
from exactspaces.fields import GF, generator, number, read_field

a = sympy.Symbol("a")
MATRICES = [
    "[1 2; 3 4]",
    "[[1,2],[3,4]]",
    [[1, 2], [3, 4]],
    [["1", "2"], ["6/2", "2^2"]],
    [[Fraction(1), Fraction(4, 2)], [3, 4]],
    [(1, 3), (2, 4)],
    {(1, 3), (2, 4)},
    np.array([[1, 2], [3, 4]]),
    np.array([[1, 2], [3, 4]], dtype=np.int8),
    np.array([[Fraction(1), 2], [3, 4]], dtype=object),
    sympy.Matrix([[1, 2], [3, 4]]),
    sympy.ImmutableMatrix([[1, 2], [3, 4]]),
    sympy.SparseMatrix([[1, 2], [3, 4]]),
    matrix([[1, 2], [3, 4]]),
]


@pytest.mark.parametrize("value", MATRICES, ids=lambda v: type(v).__name__)
def test_a_matrix_in_many_forms(value):
    assert compute("det(A)^2", A=value).answer == "4"
    assert compute("rank(A)", A=value).answer == "2"


VECTORS = [
    "(1, 2)",
    "<1, 2>",
    (1, 2),
    [1, 2],
    ["1", 2],
    range(1, 3),
    np.array([1, 2]),
    vector((1, 2)),
    (Fraction(1), Decimal("2.0")),
    sympy.Matrix([1, 2]),
]


@pytest.mark.parametrize("value", VECTORS, ids=lambda v: type(v).__name__)
def test_a_vector_in_many_forms(value):
    assert decide("v == (1, 2)", v=value).answer is True
    assert (1, 2) in span([(1, 2)])
    assert value in span([(1, 2)])


@pytest.mark.parametrize(
    ("value", "over", "answer"),
    [
        (3, "QQ", "3"),
        (-(10**300), "QQ", "-1" + "0" * 300),
        (Fraction(3, 4), "QQ", "3/4"),
        (Fraction(3, 4), "GF(5)", "2"),
        (Decimal("0.1"), "QQ", "1/10"),
        ("0.1", "QQ", "1/10"),
        (np.int64(3), "QQ", "3"),
        (np.array(3), "QQ", "3"),
        (sympy.Rational(1, 3), "QQ", "1/3"),
        (sympy.sqrt(2) / 2, "RR", "sqrt(2)/2"),
        (2 * sympy.I + 1, "CC", "1 + 2*i"),
        (sympy.Add(1, 2, evaluate=False), "QQ", "3"),
        (number(read_field("QQ"), Fraction(1, 2)), "QQ", "1/2"),
        (generator(GF(4), "w"), "GF(4)", "w"),
    ],
)
def test_a_number_in_many_forms(value, over, answer):
    assert compute("x", over=over, x=value).answer == answer


def test_sympy_symbols_are_parameters():
    found = compute("rank(A)", over="QQ(a)", A=sympy.Matrix([[1, a], [a, 1]])).answer
    assert [case["answer"] for case in found["cases"]] == ["2", "1", "1"]


def test_spaces_and_texts_that_use_other_names():
    U = span([(1, 0, 1), (0, 1, 1)])
    assert decide("v in U", U=U, v=(1, 2, 3)).answer is True
    assert compute("dim(U & W)", U=U, W="span{u, (0,0,1)}", u="(1,1,2)").answer == "1"
    assert (
        compute("rank(n0)", n200="[1 2]", **{f"n{k}": f"n{k + 1}" for k in range(200)}).answer
        == "1"
    )


def test_arrays_without_entries_keep_their_shape():
    for shape, dimension in (((0, 3), "3"), ((3, 0), "0")):
        empty = np.zeros(shape, dtype=int)
        assert compute("dim(null(A))", A=empty).answer == dimension
        assert compute("dim(null(A))", A=sympy.zeros(*shape)).answer == dimension


def test_unused_names_do_not_matter():
    result = compute("rank([1 2])", over="RR", unused="sqrt(2)")
    assert (result.answer, result.field) == ("1", "QQ")


# -------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (0.5, 'A: 0.5 is a float, and floats are not exact: write "0.5" for 1/2'),
        (0.1, 'write "0.1" for 1/10, or Fraction(3602879701896397, 36028797018963968) for'),
        ([[1, 0.25]], 'A: 0.25 is a float, and floats are not exact: write "0.25" for 1/4'),
        (1e-7, 'write "1/10000000" for 1/10000000'),
        (np.float64(0.1), 'A: 0.1 is a float, and floats are not exact: write "0.1" for 1/10'),
        (np.array([[0.5]]), 'write "0.5" for 1/2'),
        (np.float32(0.5), 'write "0.5" for 1/2'),
        (sympy.Float("0.5"), 'write "0.5" for 1/2'),
        (sympy.Matrix([[0.5]]), 'write "0.5" for 1/2'),
        (float("nan"), "A: nan is no number"),
        (float("-inf"), "A: -inf is no number"),
        (1 + 2j, 'write the number as text, such as "1/2 + 3*i" over CC or QQ(i)'),
    ],
)
def test_floats_are_refused_with_the_exact_spelling(value, message):
    with pytest.raises(NotExact) as refusal:
        compute("A", A=value)
    assert message in str(refusal.value)


@pytest.mark.parametrize(
    "action",
    [
        lambda: matrix([[0.5]]),
        lambda: vector((0.5,)),
        lambda: span([(0.5, 1)]),
        lambda: (0.5, 1) in span([(1, 2)]),
        lambda: matrix([[1, 2]]) * 0.5,
        lambda: 0.5 * matrix([[1, 2]]),
        lambda: matrix([[1, 2]]).solve([0.5]),
        lambda: number(read_field("QQ"), 0.5),
        lambda: number(read_field("QQ"), 1) + 0.5,
    ],
)
def test_no_object_takes_a_float(action):
    with pytest.raises(NotExact, match=r"0\.5 is a float"):
        action()


ITSELF = [[1]]
ITSELF[0].append(ITSELF)
FLAT = [1]
FLAT.append(FLAT)
DEEP = [1]
for _ in range(3000):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "A: NoneType is not read; names stand for text, whole numbers"),
        (True, "A: bool is not read as a number"),
        ([[True]], "A: bool is not read as a number"),
        (b"[1 2]", "A: bytes is not read as a number"),
        (bytearray(b"1"), "A: bytearray is not read as a number"),
        (object(), "A: object is not read"),
        ({1: 2}, "A: dict is not read"),
        ((x for x in (1, 2)), "A: generator is not read"),
        (len, "A: builtin_function_or_method is not read"),
        (np.array([[None]]), "A: NoneType is not read"),
        (np.zeros((2, 2, 2), dtype=int), "A: an array with 3 axes is no matrix"),
        (np.array([[True]]), "A: bool is not read as a number"),
        ([[1, 2], [3]], "A: row 2 has 1 entry, row 1 has 2; give every row the same number"),
        ([[], []], "A: for a matrix without columns write zeros(2, 0)"),
        ([[1], 2], "A: a list has rows, or numbers, not both"),
        (FLAT, "A: a list has rows, or numbers, not both"),
        (ITSELF, "nested more than 60 deep, or contain themselves"),
        (DEEP, "nested more than 60 deep, or contain themselves"),
        (10**10000, "A: a number with about 9,966 digits; at most 4,000 are read"),
        ([[10 ** (10**6)]], "at most 4,000 are read"),
        (Fraction(1, 3**10000), "at most 4,000 are read"),
        (Decimal("1E+1000000000"), "a number has at most 4,000 digits"),
        (Decimal("NaN"), "A: NaN is no number"),
        (a, "A: a is not given, and it is no function. Give it a value, or make it a parameter"),
        (sympy.pi, "A: pi is not given"),
        (sympy.oo, "A: oo is not given"),
        (sympy.nan, "A: nan is not given"),
        (sympy.Integral(a, a), "A: "),
        (sympy.Rational(2) ** sympy.Rational(1, 3), "A: An exponent is a whole number"),
        ("", "There is nothing to read"),
        ("A", "A is defined through itself"),
        ("[1 2; 3]", "Row 2 has 1 entry, row 1 has 2"),
    ],
    ids=lambda v: type(v).__name__,
)
def test_what_is_no_mathematics_is_refused_in_words(value, message):
    with pytest.raises(ExactSpacesError) as refusal:
        compute("A", A=value)
    assert message in str(refusal.value)


@pytest.mark.parametrize("name", ["not", "in", "of", "span", "basis", "sqrt", "a b", "1", ""])
def test_words_of_the_language_are_no_names(name):
    with pytest.raises(NotUnderstood, match="cannot be a name here"):
        compute("1", **{name: 2})


def test_names_that_stand_for_each_other_are_refused():
    with pytest.raises(NotUnderstood, match="is defined through itself"):
        compute("a", a="b", b="a")


def test_names_that_double_at_each_step_are_refused_at_once():
    names = {f"n{k}": f"n{k + 1} + n{k + 1}" for k in range(40)}
    with pytest.raises(ExactSpacesError, match="more than 500,000 parts"):
        compute("n0", n40="[1 2]", **names)
