"""Each row from 61 to 120 of the table of named systems has its problem."""

import re
import tomllib

import pytest

from exactspaces.reading.problems import read_problem
from tests.architecture.source import ROOT

SYSTEMS = ROOT / "problems" / "named-systems"
ROWS = range(61, 121)
SOURCE = re.compile(r"Catalogue of named systems, row (\d+); restated\.")
# Kinds whose key is worked out, and claims: a system shows at least two of its facts.
LEAST, MOST = 2, 8


def rows():
    """The files of each row, without reading what they mean."""
    found = {}
    for path in sorted(SYSTEMS.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        match = SOURCE.fullmatch(data.get("source", ""))
        if match and int(match[1]) in ROWS:
            found.setdefault(int(match[1]), []).append(path)
    return found


FILES = rows()


def test_every_row_has_one_problem():
    assert {row: len(FILES.get(row, ())) for row in ROWS} == dict.fromkeys(ROWS, 1)


@pytest.mark.parametrize("row", ROWS)
def test_the_problem_explains_the_system_and_each_part_has_a_right_and_a_wrong_answer(row):
    (path,) = FILES[row]
    problem = read_problem(path)
    assert problem.statement is not None
    assert 2 <= len(re.findall(r"\.(?:\s|$)", problem.statement.source)) <= 9
    assert LEAST <= len(problem.parts) <= MOST
    for verdict in ("correct", "incorrect"):
        given = {example.part for example in problem.examples if example.verdict == verdict}
        assert {part.id for part in problem.parts} <= given
