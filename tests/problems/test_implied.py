"""The tests that a problem implies, its faults, and what a problem starts from.

The first variant of each problem of the bank is tested in test_bank.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib

import pytest

from exactspaces.api.problems.checks import check_seeds, implied_checks
from exactspaces.api.problems.files import load_problem
from exactspaces.api.problems.lint import lint
from exactspaces.api.problems.new import STARTS, new_problem
from exactspaces.api.problems.schema import schema
from exactspaces.reading.problems.generators import GENERATORS
from exactspaces.reading.problems.keys import TABLES
from exactspaces.reading.problems.kinds import FORMAL, KINDS
from exactspaces.variants.require import MEASURES, PREDICATES
from tests.architecture.source import ROOT
from tests.problems.bank import FILES, name_of
from tests.problems.schemas import unfit


@pytest.mark.long
@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_the_implied_tests_pass_on_many_variants(path):
    assert check_seeds(path, 40).faults == ()


def test_starts_are_of_kinds_that_there_are():
    assert set(STARTS) == {*KINDS, *FORMAL}


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("basis", "GF(5)"), ("affine-set", "GF(7)"), ("matrix", "GF(4)"), ("rref", "GF(3)"),
        ("change-of-basis", "GF(5)"), ("basis", "QQ(sqrt(2))"), ("coordinates", "QQ(i)"),
        ("columns", "GF(2)"),
    ],
)  # fmt: skip
def test_a_start_passes_over_other_fields(kind, field, tmp_path):
    path = tmp_path / "start.toml"
    text = new_problem("topic", "start", kind).replace('field   = "QQ"', f'field   = "{field}"')
    path.write_text(text.replace("require =", "# require ="), encoding="utf-8")
    found = check_seeds(path, 1)
    assert found.faults == ()
    assert found.checks >= 8


def test_a_solution_is_the_same_in_every_process():
    path = next(path for path in FILES if path.stem == "coordinates-in-two-bases")
    code = (
        "import sys, hashlib; from exactspaces import Problem;"
        "text = Problem.load(sys.argv[1], 2).solution().write('html');"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_the_page_about_the_format_has_everything():
    page = (ROOT / "docs" / "look-up" / "problem-format.md").read_text(encoding="utf-8")
    page = page.replace("\\|", "|")
    generators = [f"| `{g.example}` | {g.means} |" for g in GENERATORS.values()]
    words = [f"| `{w.example}` | {w.means} |" for w in (*PREDICATES.values(), *MEASURES.values())]
    keys = [key for table in TABLES.values() for key in table]
    assert [line for line in (*generators, *words) if line not in page] == []
    missing = [k.name for k in keys if f"`{k.name}`" not in page or f"| {k.means} |" not in page]
    assert missing == []


@pytest.mark.parametrize("kind", STARTS)
def test_a_start_is_without_faults_and_passes(kind, tmp_path):
    path = tmp_path / "start.toml"
    path.write_text(new_problem("topic", "start", kind), encoding="utf-8")
    assert lint(path, seeds=1) == ()
    found = check_seeds(path, 1)
    assert found.faults == ()
    assert found.checks >= 8
    assert list(unfit(tomllib.loads(path.read_text(encoding="utf-8")), schema())) == []


BROKEN_KEY = new_problem("topic", "start", "basis")


def whats(text):
    return {check.what for check in implied_checks(load_problem(text)) if check.fault}


def test_the_implied_tests_see_a_test_that_does_not_hold():
    text = BROKEN_KEY.replace('verdict = "invalid"', 'verdict = "correct"')
    assert whats(text) == {"a test of the file"}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("topics", "topisc", 'topisc: this key is not known; did you mean "topics"?'),
        ('kind = "basis"', 'kind = "bassis"', 'did you mean "basis"?'),
        ('of = "null(A)"', 'of = "null(B)"', "B is not given"),
        ('of = "null(A)"', 'of = "rank(A)"', "so a subspace is due"),
        ("first = [", "frist = [", 'no part is called "frist"; did you mean "first"?'),
        ("{A}", "{Q}", "Q is not given"),
        ("[[part]]", '[given]\nz = "1"\n[[part]]', "given.z: nothing uses this name"),
        ("seeds = 10", 'seeds = 10\nwaive = ["null.sgn"]', 'did you mean "null.sign"?'),
        ("working_height(A) <= 30", "rank(A) == 3", "require[1]: no variant for the seed 1"),
        ("points = 1", 'say = [{ on = "nul.sign", text = "x" }]', "no named mistake"),
        ("points = 1", "points = 0", "above 0"),
        ('verdict = "invalid"', 'verdict = "corect"', 'did you mean "correct"?'),
    ],
)  # fmt: skip
def test_a_fault_is_found(old, new, says):
    assert old in BROKEN_KEY
    found = lint(BROKEN_KEY.replace(old, new), seeds=1)
    assert any(says in fault for fault in found), found


def test_all_faults_are_found_at_once():
    text = (
        BROKEN_KEY.replace("topics ", "topisc ").replace('kind = "basis"', 'kind = "bassis"')
        .replace("points = 1", "points = 0").replace("level   = 1", "level = 9")
        .replace('"invalid"', '"invald"').replace("Let $A", "Let {B} $A")
    )  # fmt: skip
    found = lint(text)
    for key in ("topisc", "kind", "points", "level", "verdict", "part[1].ask"):
        assert any(key in fault for fault in found), (key, found)
    assert len(found) == len(set(found)) == 7


def test_a_name_that_only_a_requirement_uses_is_used():
    text = BROKEN_KEY.replace("seeds = 10", 'k = "integer(1, 3)"\nhidden = ["k"]\nseeds = 10')
    assert any("k: nothing uses this name" in fault for fault in lint(text, seeds=1))
    assert lint(text.replace("require = [", 'require = ["not k == 2", '), seeds=1) == ()


def test_a_part_without_implied_tests_needs_an_answer_that_is_right():
    text = BROKEN_KEY[: BROKEN_KEY.index("[tests]")]
    start, end = text.index("[variants]"), text.index("# What is asked")
    fixed = text[:start] + '[given]\nA = "[1 2; 2 4]"\n' + text[end:]
    assert lint(fixed) == ()
    open_one = fixed.replace('"QQ"', '"QQ(k)"').replace("[1 2; 2 4]", "[1 k; k 4]")
    assert [x for x in lint(open_one) if "must be correct" in x]


@pytest.mark.parametrize(
    "text", ["", "x = ", "\0\n", "a = 1\n", "part = 3\n", "[variants]\nA=1\n"]
)
def test_no_text_makes_the_lint_fail(text):
    assert lint(text + "\n")
