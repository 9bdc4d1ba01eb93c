"""Theorem files: what is written is read again, and nothing else is read."""

import json

import pytest

from exactspaces.kernel import (
    Computed,
    Count,
    Equal,
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
from tests.kernel.build import F4, QQ, SQRT2, C, comp, g, m, parameters
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
    for modulus in (10**3999, 10**4000, 10**5000 + 1):
        residues = c.Residues((0, 1), m("1 -2; 0 1"), modulus, m("-2"), (C,))
        theorem = check(Equal(t.Determinant(g("1 2; 3 4")), t.Number(m("-2"))), comp(residues, C))
        assert load(dump(theorem)) == (theorem.claim, theorem.certificate)


def test_integers_of_any_length_are_written():
    for n in (0, -1, 10**3999, 10**4000, -(10**4000), 10**12345 + 7):
        text = digits(n)
        assert text.lstrip("-").isdigit()
        assert int(text[-50:].lstrip("-")) == abs(n) % 10**50
        assert len(text.lstrip("-")) >= abs(n).bit_length() * 3 // 10


@pytest.mark.parametrize(
    ("matrix", "reason"),
    [
        ({"ring": 0, "width": 1, "rows": [[1]]}, "a number is a string"),
        ({"ring": 0, "width": 1, "rows": [["01"]]}, "is not a number"),
        ({"ring": 0, "width": 1, "rows": [["1/0"]]}, "is not a number"),
        ({"ring": 0, "width": 1, "rows": [["1.5"]]}, "is not a number"),
        ({"ring": 0, "width": 1, "rows": [["١"]]}, "is not a number"),
        ({"ring": 0, "width": 1, "rows": [["1 "]]}, "is not a number"),
        ({"ring": 0, "width": 1, "rows": [["1\n"]]}, "is not a number"),
        ({"ring": 0, "width": 1, "rows": [["9" * 100_001]]}, "at most 100000 digits"),
        ({"ring": 0, "width": 2, "rows": [["1"]]}, "unequal lengths"),
        ({"ring": 0, "width": 1, "rows": ["1"]}, "a list is due"),
        ({"ring": 0, "width": 1, "rows": {}}, "a list is due"),
        ({"ring": 1, "width": 1, "rows": []}, "no ring 1"),
        ({"ring": -1, "width": 1, "rows": []}, "no ring -1"),
        ({"ring": 0, "width": -1, "rows": []}, "natural number"),
        ({"ring": 0, "width": True, "rows": []}, "int is due"),
        ({"ring": 0, "width": 10**7, "rows": []}, "at most 1000000 wide"),
        ({"ring": 0, "width": 1, "rows": [], "powers": [1]}, "one power for each"),
        ({"ring": 0, "width": 1}, "a matrix is due"),
        ([], "Matrix is due"),
    ],
)
def test_what_is_no_matrix(matrix, reason):
    with pytest.raises(Malformed, match=reason):
        load(file(matrix))


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("1", "a list is due"),
        ([["1", [1]], ["2", [1]]], "the same exponents"),
        ([["1", [10**9]]], "not a value of the ring"),
        ([["1", [-1]]], "not a value of the ring"),
        ([["1", [0, 0]]], "not a value of the ring"),
        ([["1"]], "a term is"),
        ([["1", 0]], "a tuple is due"),
        ([["1", [True]]], "int is due"),
    ],
)
def test_what_is_no_polynomial(entry, reason):
    ring = {
        "kind": "Parameters",
        "field": {"kind": "Rationals"},
        "names": ["a"],
        "zero": [],
        "solved": [],
        "nonzero": [],
    }
    with pytest.raises(Malformed, match=reason):
        load(file({"ring": 0, "width": 1, "rows": [[entry]]}, [ring]))


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


def test_a_common_denominator_that_is_too_long_is_refused():
    numbers = [digits(10**20_000 + 2 * k + 1) for k in range(12)]
    with pytest.raises(Malformed, match="common denominator"):
        load(file({"ring": 0, "width": 12, "rows": [[f"1/{n}" for n in numbers]]}))


def test_counts_come_back():
    claim = Equal(Count(2), Count(2))
    assert load(dump(Theorem(claim, prove(claim)))) == (claim, Computed((C, C)))
