"""The keys of exercises that were taken over agree with the answers of their source."""

from __future__ import annotations

import pytest

from exactspaces.api.problems.files import load_problem, solve_problem
from tests.problems.bank import BANK, PATIENT

DUE = {
    "inner-products/orthogonalisation": {
        "independent": True,
        "determinant": "-2",
        "mod-2": False,
        "second": ["1/2", "-1/2", "1"],
        "third": ["-2/3", "2/3", "2/3"],
        "products": [["2", "0", "0"], ["0", "3/2", "0"], ["0", "0", "4/3"]],
        "orthonormal": [["1", "0", "0"], ["0", "1", "0"], ["0", "0", "1"]],
        "squares": "14",
        "projector": [["2/3", "1/3", "1/3"], ["1/3", "2/3", "-1/3"], ["1/3", "-1/3", "2/3"]],
        "image": ["7/3", "2/3", "5/3"],
        "difference": ["-4/3", "4/3", "4/3"],
        "lengths": ["26/3", "16/3"],
    },
    "maps/matrix-in-another-basis": {
        "first": [["10/3", "-2/3"], ["2/3", "5/3"]],
        "second": [["8/3", "2/3"], ["1/3", "7/3"]],
        "conjugate": True,
        "trace": "5",
        "determinant": "6",
        "equation": True,
        "eigenbasis": [["3", "0"], ["0", "0"]],
        "other-basis": [["3", "0"], ["3", "0"]],
        "other-invariants": ["3", "0"],
    },
    "maps/rank-one-update": {
        "determinant": "0",
        "rank": "2",
        "full": False,
        "bounds": ["1", "3"],
        "outside": True,
        "new-matrix": [["2", "3", "0"], ["0", "1", "1"], ["3", "6", "1"]],
        "sum": "3",
        "new": "-1",
        "outer": [["1", "1", "0"], ["0", "0", "0"], ["1", "1", "0"]],
        "inside-columns": "2",
        "inside-rows": "2",
        "inside-both": "2",
        "smaller": "1",
        "counterexample": "1",
    },
    "inner-products/three-directions-in-a-plane": {
        "products": [["1", "-1/2", "-1/2"], ["-1/2", "1", "-1/2"], ["-1/2", "-1/2", "1"]],
        "rank": "2",
        "frame": [["3/2", "0"], ["0", "3/2"]],
        "nothing": True,
        "all-squares": "9/2",
        "one-feature": ["1", "-1/2", "-1/2"],
        "two-features": ["1/2", "1/2", "-1"],
        "three-features": ["0", "0", "0"],
        "error": {"cases": [{"when": "always", "answer": True}]},
    },
    "inner-products/two-vectors": {
        "product": "2",
        "length-u": "sqrt(6)",
        "length-v": "sqrt(10)",
        "projected": ["3/5", "0", "1/5"],
        "residual": ["2/5", "2", "-6/5"],
        "squares": ["2/5", "28/5"],
        "second": ["8/3", "-2/3", "4/3"],
        "second-length": "28/3",
    },
    "subspaces/rank-nullity": {
        "pivots": [1, 2],
        "rank-and-nullity": ["2", "1"],
        "left-dimension": "1",
    },
    "inner-products/projection-matrices": {
        "other": [["8/9", "-2/9", "-2/9"], ["-2/9", "5/9", "-4/9"], ["-2/9", "-4/9", "5/9"]],
        "gram": [["2", "1"], ["1", "2"]],
        "gram-inverse": [["2/3", "-1/3"], ["-1/3", "2/3"]],
        "columns": [["2/3", "-1/3", "1/3"], ["-1/3", "2/3", "1/3"], ["1/3", "1/3", "2/3"]],
        "normal": True,
        "second-rank-and-trace": ["2", "2"],
    },
    "inner-products/many-dimensions": {
        "variance": "1/100",
        "deviation": "1/10",
        "distance": "sqrt(2)",
    },
    "maps/queries-and-keys": {
        "largest-rank": "64",
        "nullity": "0",
        "blind": "448",
        "small-nullity": "0",
        "complement": True,
        "same-query": True,
    },
    "inner-products/norms": {
        "sum-of-sizes": "8",
        "length": "sqrt(26)",
        "largest-size": "4",
        "three-squares": ["16", "26", "64"],
        "frobenius": "sqrt(10)",
        "operator-norm": "3",
    },
    "maps/cosets-of-a-line": {"value": ["4", "5"], "same": True, "rank": "2"},
}


def solved(name):
    return solve_problem(load_problem(BANK / f"{name}.toml"), budget=PATIENT)


@pytest.mark.parametrize("name", DUE)
def test_keys_are_the_answers_of_the_source(name):
    lists = {part.part.id: list(part.answers) for part in solved(name).parts}
    found = {part: one if len(one) > 1 else one[0] for part, one in lists.items()}
    assert {part: found[part] for part in DUE[name]} == DUE[name]


def test_the_expected_errors_are_polynomials_in_the_probability():
    parts = {p.part.id: p for p in solved("inner-products/three-directions-in-a-plane").parts}
    found = {name: parts[name].answers[0]["cases"][0]["answer"]
             for name in ("expected", "expected-size", "expected-square", "variance")}  # fmt: skip
    assert found == {
        "expected": "-p",
        "expected-size": "p",
        "expected-square": "(p^2 + p)/2",
        "variance": "(-p^2 + p)/2",
    }
