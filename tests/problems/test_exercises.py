"""Every sub-part of the exercises that were taken over is a part of a problem of the bank.

The exercises are named as in the `source` of the files: EX-VSS 1 to 10 and EX-VS 1 to 10 with
their sub-parts, and the six drills on singular values. A sub-part that asks for several things
has several parts. The file exercises.toml tells where they are.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

BANK = ROOT / "problems"
SUB_PARTS = {
    "EX-VSS-1": ["a", "b", "b-variant", "c", "d", "e"],
    "EX-VSS-2": ["a", "b", "c", "d", "e"],
    "EX-VSS-3": ["a", "b", "c", "d", "e", "f", "g", "variant"],
    "EX-VSS-4": ["a", "b", "c", "d", "e", "e-variant"],
    "EX-VSS-5": ["a", "b", "c", "d", "e"],
    "EX-VSS-6": ["a", "b", "c", "d"],
    "EX-VSS-7": ["a", "b", "c", "d", "e", "e-variant", "variant"],
    "EX-VSS-8": ["a", "b", "c", "d", "e", "variants"],
    "EX-VSS-9": ["a", "b", "c", "d"],
    "EX-VSS-10": ["a", "b", "c", "d", "variants"],
    "EX-VS-1": ["a", "b", "c", "d"],
    "EX-VS-2": ["a", "b", "c"],
    "EX-VS-3": ["a", "b", "c", "d", "e", "f"],
    "EX-VS-4": ["a", "b", "c", "d", "e"],
    "EX-VS-5": ["a", "b", "c", "d"],
    "EX-VS-6": ["a", "b", "c"],
    "EX-VS-7": ["a", "b", "c", "d"],
    "EX-VS-8": ["a", "b", "c"],
    "EX-VS-9": ["a"],
    "EX-VS-10": ["a"],
    "SVD": ["1", "2", "3", "4", "5", "6"],
}

PLACES = tomllib.loads((Path(__file__).parent / "exercises.toml").read_text(encoding="utf-8"))


@cache
def parts_of(name):
    data = tomllib.loads((BANK / f"{name}.toml").read_text(encoding="utf-8"))
    return [part["id"] for part in data["part"]]


def test_every_sub_part_has_a_place():
    due = {f"{name} {part}" for name, parts in SUB_PARTS.items() for part in parts}
    assert set(PLACES) == due
    assert len(due) == 96


@pytest.mark.parametrize("name", PLACES)
def test_the_parts_are_there(name):
    found = [(file, part) for file, parts in PLACES[name].items() for part in parts.split()]
    assert found
    assert [(file, part) for file, part in found if part not in parts_of(file)] == []


def test_no_part_stands_for_two_sub_parts():
    told = [
        (file, part)
        for places in PLACES.values()
        for file, parts in places.items()
        for part in parts.split()
    ]
    assert len(told) == len(set(told))
