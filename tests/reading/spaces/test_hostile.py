"""Any text at all gives data or one of our own errors, and soon."""

import random
import time

import pytest

from exactspaces.errors import ExactSpacesError
from exactspaces.reading.spaces import read_user_space
from exactspaces.reading.spaces.maps import read_formula_form, read_formula_map
from exactspaces.reading.spaces.sets import read_condition_set

PIECES = [
    "x", "y", "u", "v", "a", "f", "p", "A", "x_n", "x_{n+1}", "R", "R^2", "R^(2x2)", "P_2", "C",
    "0", "1", "2.5", "(", ")", "[", "]", "{", "}", "|", "||", ",", ";", ":", "=", "<", ">", "<=",
    "!=", "+", "-", "*", "/", "^", "'", "\\", " ", " in ", " and ", " or ", "not ", " if ",
    " else ", "cases(", "otherwise", "->", "(+)", "(.)", ".", "√", "∛", "²", "⁻¹", "sqrt", "log ",
    "det ", "tr(", "rank", "deg ", "mod", "integral(", "even(", "oo", "_{", "_1", "∈", "⊕", "ℝ",
    "\\frac{", "\\mathbb{R}", "x > 0", "{(x,y) in R^2 : ", "{f : ", "f(0)", "{(x_n) : ", "conj ",
    "lim(", "norm(", "I", "e^", "i", "\n", "\t", "é", "\x00", "€", "true", "GF(4)", "F_3", "u1",
]  # fmt: skip
READERS = [
    read_condition_set,
    read_formula_map,
    read_formula_form,
    lambda text: read_user_space("R", text, "u", "u"),
    lambda text: read_user_space("C", "C^2", text, "a*u"),
    lambda text: read_user_space("GF(4)", "GF(4)", "u + v", text),
    lambda text: read_user_space("R", "R^2", "u + v", "a*u", where=text),
]


def outcome(reader, text):
    try:
        return type(reader(text)).__name__
    except ExactSpacesError as error:
        return str(error)


@pytest.mark.parametrize("seed", range(40))
def test_random_texts(seed):
    chance = random.Random(seed)
    for _ in range(50):
        text = "".join(chance.choices(PIECES, k=chance.randrange(1, 14)))
        assert outcome(chance.choice(READERS), text)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000,
        "x" * 100_000,
        "x+" * 50_000 + "x",
        "-" * 100_000 + "x",
        "x^" * 50_000 + "x",
        "|" * 100_000,
        "x'" * 50_000,
        "x" + "'" * 100_000,
        "9" * 100_000,
        "{" * 50_000 + "}" * 50_000,
        "not " * 25_000 + "x > 0",
        "x < " * 25_000 + "x",
        "(x,y)" * 20_000,
        "[" + "1 " * 50_000 + "]",
        "x, " * 33_000 + "x",
        "((((((x+1)^9)^9)^9)^9)^9)^9",
        "9^9^9^9^9",
        "x^(9^9^9)",
        "R^99999999999999",
        "R^(99999x99999)",
        "P_99999999",
        "{p in P_64 : integral(p*p*p*p*p*p*p*p, 0, 1) = 0}",
        "{A in R^(8x8) : det A = 0}",
        "{A in R^(4x4) : A^12 = 0}",
        "GF(" + "9" * 50_000 + ")",
        "{f : f" + "'" * 90 + " = 0}",
        "{(x_n) : x_{n + 999999999} = 0}",
        "x mod 0",
        "1/0",
    ],
    ids=lambda text: text[:20],
)
def test_hostile_texts_are_quick(text):
    for reader in READERS:
        start = time.perf_counter()
        assert len(outcome(reader, text)) < 2000
        assert time.perf_counter() - start < 5
