"""Long texts that lead a reader astray are refused at once."""

from __future__ import annotations

import time

import pytest

from tests.marking.samples import mark

LONG, SECONDS = 19_000, 2.0
SQUARE = "[1 2; 3 4]"


def filled(text):
    return (text * LONG)[:LONG]


TEXTS = [
    ("formal-basis", SQUARE, "columns " + "1" * 60 + "!"),
    ("formal-basis", SQUARE, "columns " + filled("1 , ") + "!"),
    ("affine-set", "solve([1 2], (1))", filled("for ")),
    ("affine-set", "solve([1 2], (1))", filled("with a in ")),
    ("affine-set", "solve([1 2], (1))", filled("a b, ")),
    ("affine-set", "solve([1 2], (1))", "{" + filled("∈") + " x: y = 0}"),
    ("subspace", "null([1 2])", filled("x free, ")),
    ("row-operations", SQUARE, "x" + " " * LONG + "y"),
    ("row-reduction", SQUARE, "R1" + "\t" * LONG + "R2"),
    ("scalar", "1", "0." + filled("3")),
    ("scalar", "1", filled("1") + " 2"),
]


@pytest.mark.parametrize(("kind", "of", "text"), TEXTS)
def test_long_texts_are_refused_in_short_time(kind, of, text):
    mark(kind, of, "1")  # the problem is read before the clock starts
    start = time.process_time()
    found = mark(kind, of, text)
    assert time.process_time() - start < SECONDS
    assert found.verdict in ("invalid", "incorrect")
    assert found.points == 0
