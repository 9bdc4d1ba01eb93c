"""Named systems 1 to 60: each row has its problem, and the problem says what is claimed.

That every part is decided, proved again and judged is tested with all other problems.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache

import pytest

from exactspaces.api.problems.files import load_problem, solve_problem
from exactspaces.api.problems.tests import problem_tests
from tests.architecture.source import ROOT

FOLDER = ROOT / "problems" / "named-systems"
ROWS = range(1, 61)
WITHOUT: dict[int, str] = {}  # rows that have no problem, with the reason
SOURCE = re.compile(r"Catalogue of named systems, row ([1-9][0-9]*); restated\.")


@cache
def by_row():
    """The files of each row with their tables, without reading what they mean."""
    found = {}
    for path in sorted(FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        source = SOURCE.fullmatch(data.get("source", ""))
        if source is not None and int(source[1]) in ROWS:
            found.setdefault(int(source[1]), []).append((path, data))
    return found


def test_each_row_has_one_problem_or_a_reason_why_not():
    assert sorted([*by_row(), *WITHOUT]) == list(ROWS)
    assert [row for row, problems in by_row().items() if len(problems) != 1] == []


@pytest.mark.parametrize("row", [n for n in ROWS if n not in WITHOUT])
def test_a_row_has_a_statement_and_several_parts_that_can_be_answered_wrongly(row):
    ((path, _),) = by_row()[row]
    problem = load_problem(path)
    assert problem.statement is not None
    assert 3 <= len(problem.parts) <= 8
    wrong = {e.part for e in problem.examples if e.verdict == "incorrect"}
    assert {part.id for part in problem.parts} - wrong == set()


def test_claims_about_all_values_are_stated_with_letters():
    lettered = [row for row, ((_, data),) in by_row().items() if "(" in data["field"]]
    assert len(lettered) >= 35


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("gaussian-kernel", "(1 - q^2)^2 * (1 - q^4)", "(1 - q^2)^3 * (1 - q^4)"),
        ("eckart-young", "4*(p^2 + q^2) + 21*", "4*(p^2 + q^2) + 20*"),
        ("concept-erasure", "identity(3) - P)", "identity(3) - 2*P)"),
        ("matern-kernel", "(b - r*a)^2", "(b + r*a)^2"),
    ],
)
def test_a_claim_with_a_changed_constant_is_refuted(name, old, new):
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    assert old in text
    changed = load_problem(text.replace(old, new))
    assert solve_problem(changed).is_complete
    assert [o for o in problem_tests(changed) if not o.is_right]
