"""What the engine finds in the problems about statements is what the exercises' answers say."""

from __future__ import annotations

import pytest

from exactspaces.api.problems.files import load_problem, solve_problem
from exactspaces.api.problems.sheets import sheet
from tests.problems.bank import BANK, PATIENT

CLOSURES = ["closed_add", "closed_scale"]
TWO = [*CLOSURES, "zero_exists", "neg_exists"]

# the problem, the part, the answer: yes, no, the axioms that fail, a vector
ANSWERS = [
    ("axioms/only-the-first-entry-is-scaled", "which", [["scale_add_scalars"]]),
    ("axioms/only-the-first-entry-is-scaled", "space", [False]),
    ("axioms/only-the-first-entry-is-scaled", "zero-and-negative", ["(0,0)", "(-3,-5)"]),
    ("axioms/only-the-first-entry-is-scaled", "mod-3", [["scale_add_scalars"]]),
    ("axioms/positive-numbers", "which", [[]]),
    ("axioms/positive-numbers", "space", [True]),
    ("axioms/positive-numbers", "zero-and-negative", ["1", "1/3"]),
    ("axioms/positive-numbers", "rational", [False]),
    ("axioms/inherited-operations", "plane-axioms", [TWO]),
    ("axioms/inherited-operations", "plane", [False]),
    ("axioms/inherited-operations", "functions", [True]),
    ("axioms/inherited-operations", "ones-axioms", [TWO]),
    ("axioms/inherited-operations", "ones", [False]),
    ("axioms/subsets-of-known-spaces", "half-plane", [False]),
    ("axioms/subsets-of-known-spaces", "half-plane-axioms", [["closed_scale", "neg_exists"]]),
    ("axioms/subsets-of-known-spaces", "functions", [True]),
    ("axioms/subsets-of-known-spaces", "determinant", [False]),
    ("axioms/subsets-of-known-spaces", "plane", [False]),
    ("subspaces/is-it-a-subspace", "plane", [True]),
    ("subspaces/is-it-a-subspace", "axes", [False]),
    ("subspaces/is-it-a-subspace", "axes-multiple", [True]),
    ("subspaces/is-it-a-subspace", "traceless", [True]),
    ("subspaces/is-it-a-subspace", "root", [True]),
    ("subspaces/is-it-a-subspace", "cone", [False]),
    ("subspaces/is-it-a-subspace", "cone-mod-2", [True]),
    ("subspaces/is-it-a-subspace", "plane-dimension", ["2"]),
    ("subspaces/is-it-a-subspace", "traceless-dimension", ["3"]),
    ("subspaces/is-it-a-subspace", "root-dimension", ["3"]),
    ("subspaces/is-it-a-subspace", "cone-mod-2-dimension", ["2"]),
    ("subspaces/unions-and-direct-sums", "direct", [False]),
    ("subspaces/unions-and-direct-sums", "union", [False]),
    ("subspaces/unions-and-direct-sums", "intersection", [True]),
    ("subspaces/planes-by-conditions", "plane", [True]),
    ("subspaces/planes-by-conditions", "line", [True]),
    ("subspaces/planes-by-conditions", "whole", [False]),
    ("maps/constant-on-cosets", "same", [True]),
    ("maps/constant-on-cosets", "quotient-dimension", ["2"]),
    ("maps/constant-on-cosets", "demonstration", [["4", "5"]]),
    ("inner-products/corners-of-balls", "vertex-nearest", [True]),
    ("inner-products/corners-of-balls", "sparse", [False]),
    ("inner-products/corners-of-balls", "soft-threshold", [True]),
]


@pytest.mark.parametrize("name", sorted({name for name, *_ in ANSWERS}))
def test_the_keys_are_the_answers_of_the_exercise(name):
    due = {part: answer for one, part, answer in ANSWERS if one == name}
    found = solve_problem(load_problem(BANK / f"{name}.toml"), budget=PATIENT)
    answers = {part.part.id: list(part.answers) for part in found.parts}
    assert {part: answers[part] for part in due} == due


def test_a_sheet_lists_what_there_is_to_choose_and_its_key_the_answers():
    bank = [load_problem(BANK / f"subspaces/{x}.toml") for x in ("unions-and-direct-sums",)]
    text = sheet(bank).write("text")
    asked, key = text.split("Key\n===")
    assert "sum-is-smaller: the sum of the two planes is not the whole space" in asked
    assert asked.index("either: Whatever") < asked.index("end: So")
    assert "no, because d lies in both planes" in key
    assert "zero, take, first, second, end" in key


def test_no_false_reason_stands_in_a_solution():
    text = solve_problem(load_problem(BANK / "subspaces/unions-and-direct-sums.toml")).write(
        "text"
    )
    assert "Reason: d lies in both planes; or the dimensions do not add up to 3." in text
    assert "not the whole space" not in text
