"""Theorem files: what is written is read again, and nothing else is read."""

import json

import pytest

from exactspaces.kernel import (
    Computed,
    Count,
    Equal,
    Invertible,
    Malformed,
    Matrix,
    Theorem,
    check,
    dump,
    load,
)
from exactspaces.kernel import certificates as c
from exactspaces.kernel import terms as t
from exactspaces.kernel.wire import FORMAT, digits
from tests.kernel.build import F4, QQ, SQRT2, C, comp, g, m, minor, parameters
from tests.kernel.prover import prove


def file(matrix, rings=({"kind": "Rationals"},)):
    given = {"kind": "Given", "matrix": matrix}
    claim = {"kind": "Invertible", "matrix": given}
    whole = {"format": FORMAT, "rings": list(rings), "claim": claim}
    return json.dumps(whole | {"certificate": {"kind": "Computed", "parts": []}})


@pytest.mark.parametrize(
    "matrix",
    [
        m("1/2 -3; 0 7/6"),
        m("s + 1/2, 3; -s, 0", SQRT2),
        m("w + 1, w; 1, 0", F4),
        m("a**2 - 1/3, a", parameters("a", nonzero=["a"]), powers=(2,)),
        Matrix(QQ, (), 3),
        Matrix(QQ, ((), ()), 0),
        Matrix(QQ, ((10**9000, -(10**4000)),), 2),
    ],
)
def test_matrices_come_back(matrix):
    theorem = Theorem(Equal(t.Given(matrix), t.Given(matrix)), comp(C, C))
    claim, certificate = load(dump(theorem))
    assert check(claim, certificate) == theorem


def test_large_moduli_come_back():
    for modulus in (10**3999, 10**4000, 10**4200 + 1):
        inverse = minor((0, 1), (0, 1), m("1 -1; -1 2"), modulus)
        theorem = check(Invertible(g("2 1; 1 1")), c.Regular(inverse, (C,)))
        assert load(dump(theorem)) == (theorem.claim, theorem.certificate)


def test_integers_of_any_length_are_written():
    for n in (0, -1, 10**3999, 10**4000, -(10**4000), 10**12345 + 7):
        text = digits(n)
        assert text.lstrip("-").isdigit()
        assert int(text[-50:].lstrip("-")) == abs(n) % 10**50
        assert len(text.lstrip("-")) >= abs(n).bit_length() * 3 // 10


WIDTH = {"kind": "Matrix", "ring": 0, "width": 1, "denominator": 1, "powers": []}


@pytest.mark.parametrize(
    ("matrix", "reason"),
    [
        ({"rows": [["1"]]}, "not a value of the ring"),
        ({"rows": [["01"]]}, "not a value of the ring"),
        ({"rows": [["1/2"]]}, "not a value of the ring"),
        ({"rows": [["0x1 "]]}, "not a value of the ring"),
        ({"rows": [["0x١"]]}, "not a value of the ring"),
        ({"rows": [["0x1_0"]]}, "not a value of the ring"),
        ({"rows": [["0x1\n"]]}, "not a value of the ring"),
        ({"rows": [[True]]}, "not a value of the ring"),
        ({"rows": [[None]]}, "not a value of the ring"),
        ({"rows": [[[1]]]}, "not a value of the ring"),
        ({"rows": [["0x" + "9" * 100_000]]}, "at most 100000 digits"),
        ({"rows": [[1]], "denominator": 0}, "denominators are positive"),
        ({"rows": [[1]], "denominator": -1}, "denominators are positive"),
        ({"rows": [[1]], "denominator": True}, "denominators are positive"),
        ({"rows": [[1]], "width": 2}, "unequal lengths"),
        ({"rows": ["1"]}, "tuple of tuples"),
        ({"rows": {}}, "no such kind"),
        ({"rows": 3}, "tuple of tuples"),
        ({"rows": [], "ring": 1}, "no ring 1"),
        ({"rows": [], "ring": -1}, "no ring -1"),
        ({"rows": [], "ring": False}, "no ring False"),
        ({"rows": [], "ring": {"kind": "Rationals"}}, "no ring"),
        ({"rows": [], "width": -1}, "natural number"),
        ({"rows": [], "width": True}, "natural number"),
        ({"rows": [], "width": 10**7}, "at most 1000000 wide"),
        ({"rows": [], "powers": [1]}, "one power for each"),
        ({"rows": [], "powers": 1}, "the powers are a tuple"),
        ({}, "Matrix has the fields"),
        ({"rows": [], "kind": "Given"}, "Given has the fields"),
        ({"rows": [], "kind": None}, "no such kind"),
    ],
)
def test_what_is_no_matrix(matrix, reason):
    with pytest.raises(Malformed, match=reason):
        load(file(WIDTH | matrix))


def test_a_list_is_no_matrix():
    with pytest.raises(Malformed, match="Matrix is due"):
        load(file([]))


def test_a_matrix_modulo_p_has_no_denominator():
    with pytest.raises(Malformed, match="no denominators modulo p"):
        load(file(WIDTH | {"rows": [[1]], "denominator": 2}, [{"kind": "PrimeField", "p": 5}]))


@pytest.mark.parametrize(
    "entry",
    [
        "1",
        1,
        [[[1], 1], [[1], 2]],
        [[[0], 1], [[1], 2]],
        [[[1], 0]],
        [[[10**9], 1]],
        [[[-1], 1]],
        [[[0, 0], 1]],
        [[[0]]],
        [[0, 1]],
        [[[True], 1]],
        [[[1], True]],
        [[[1], "1"]],
        [[[1], 1, 1]],
    ],
)
def test_what_is_no_polynomial(entry):
    ring = {
        "kind": "Parameters",
        "field": {"kind": "Rationals"},
        "names": ["a"],
        "zero": [],
        "solved": [],
        "nonzero": [],
    }
    with pytest.raises(Malformed, match="not a value of the ring"):
        load(file(WIDTH | {"rows": [[entry]]}, [ring]))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{}",
        "[1",
        "1e5",
        "NaN",
        '{"a": Infinity}',
        '"\\ud800"',
        "\0",
        "[" * 10**6,
        "9" * 10**5,
    ],
)
def test_what_is_no_theorem_file(text):
    with pytest.raises(Malformed):
        load(text)


def test_long_integers_are_hexadecimal():
    matrix = Matrix(QQ, ((-(10**5000), 3),), 2, 10**4500 + 1)
    theorem = Theorem(Equal(t.Given(matrix), t.Given(matrix)), comp(C, C))
    text = dump(theorem)
    assert hex(-(10**5000)) in text
    assert load(text) == (theorem.claim, theorem.certificate)


def test_counts_come_back():
    claim = Equal(Count(2), Count(2))
    assert load(dump(Theorem(claim, prove(claim)))) == (claim, Computed((C, C)))
