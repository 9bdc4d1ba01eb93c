"""Spaces with the verdict of each obligation, fixed beforehand: P proved, R refuted."""

from __future__ import annotations

from pathlib import Path

import pytest

from exactspaces.questions import laws
from exactspaces.questions.obligations import Obligation, Shown, TransportOf
from exactspaces.reading.spaces import read_user_space
from exactspaces.settle import settle

TABLE = Path(__file__).with_name("spaces.txt").read_text(encoding="utf-8").splitlines()
ROWS = {name: rest for name, *rest in (line.split("|") for line in TABLE)}
# What is true but not found yet; a verdict other than the expected one is never given.
OPEN = {
    "mod": {"closed_add", "closed_scale", "add_assoc", "scale_add_scalars"},
    "R0": {"scale_add_vectors", "scale_add_scalars"},
    "hyp": {"scale_assoc"},
    "quart": {"scale_assoc"},
    "swap": {"zero_exists", "neg_exists"},
}
SLOW = {"mod", "swap", "ait3"}


def settled(space):
    outcomes, zero = {}, None
    for name in laws.OBLIGATIONS:
        outcomes[name] = settle(Obligation(space, name, zero if name == "neg_exists" else None))
        if name == "zero_exists" and isinstance(outcomes[name].answer, Shown):
            zero = outcomes[name].answer.witness
    return outcomes


@pytest.mark.parametrize(
    "name", [pytest.param(x, marks=pytest.mark.long) if x in SLOW else x for x in ROWS]
)
def test_each_obligation_is_judged_as_expected(name):
    *parts, expected = ROWS[name]
    meaning = {"P": "proved", "R": "refuted"}
    for obligation, outcome, letter in zip(
        laws.OBLIGATIONS, settled(read_user_space(*parts)).values(), expected, strict=True
    ):
        allowed = {meaning[letter]}
        if obligation in OPEN.get(name, ()):
            allowed.add("undecided")
        assert outcome.verdict in allowed, (obligation, outcome.reason)
        assert (outcome.theorem is None) == (outcome.verdict == "undecided")


def test_the_table_is_large_and_little_of_it_is_open():
    assert len(ROWS) >= 80
    assert sum(map(len, OPEN.values())) * 20 <= len(ROWS) * len(laws.OBLIGATIONS)


@pytest.mark.parametrize(
    "name", ["posR", "shift1", "shift2", "cbrt", "vel", "circ1", "aff", "line", "R2", "F5"]
)
def test_a_chart_is_found(name):
    *parts, _ = ROWS[name]
    assert settle(TransportOf(read_user_space(*parts))).verdict == "proved"


@pytest.mark.parametrize("name", ["max", "posQ", "heis", "comp"])
def test_no_chart_is_given_for_what_is_no_space(name):
    *parts, _ = ROWS[name]
    assert settle(TransportOf(read_user_space(*parts))).verdict == "undecided"
