"""The commands for those who write problems."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exactspaces.cli import main
from tests.architecture.source import ROOT

DRAWN = str(ROOT / "problems" / "systems" / "reduce-and-solve.toml")
FIXED = str(ROOT / "problems" / "subspaces" / "rank-nullity.toml")


def run(capsys, *words):
    code = main(list(words))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def started(capsys, tmp_path):
    path = str(tmp_path / "topic" / "mine.toml")
    assert run(capsys, "problem", "new", path)[0] == 0
    return path


def test_a_new_problem_passes_its_tests(capsys, started):
    assert run(capsys, "problem", "lint", started, "--seeds", "1") == (
        0,
        "1 problem, 0 faults\n",
        "",
    )
    code, out, _ = run(capsys, "problem", "test", started, "--seeds", "2")
    assert code == 0
    assert out.startswith(f"passed: {started}: 2 variants")


def test_a_new_problem_overwrites_nothing(capsys, started):
    code, _, err = run(capsys, "problem", "new", started)
    assert code == 2
    assert "exists already" in err


@pytest.mark.parametrize("name", ["Mine.toml", "mine.txt", "my mine.toml"])
def test_a_name_that_is_none_is_refused(capsys, tmp_path, name):
    code, _, err = run(capsys, "problem", "new", str(tmp_path / "topic" / name))
    assert code == 2
    assert "TOPIC/NAME.toml" in err


def test_an_unknown_kind_is_refused(capsys, tmp_path):
    code, _, err = run(
        capsys, "problem", "new", str(tmp_path / "a" / "b.toml"), "--kind", "bassis"
    )
    assert code == 2
    assert 'did you mean "basis"?' in err


def test_variants_are_printed_and_locked(capsys, started):
    code, out, _ = run(capsys, "problem", "variants", started, "--seeds", "1..2", "--lock")
    assert code == 0
    assert out.count("A = [") == 2
    assert "2 variants, each proved" in out
    lock = started.removesuffix(".toml") + ".variants.lock"
    assert f"locked: {lock}" in out
    assert set(json.loads(Path(lock).read_text(encoding="utf-8"))["seeds"]) == {"1", "2"}
    code, _, err = run(capsys, "solve", started, "--seed", "3")
    assert code == 2
    assert "not locked" in err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["problem", "variants", FIXED], "no table [variants]"),
        (["problem", "variants", DRAWN, "--seeds", "x"], "write one seed"),
        (["problem", "variants", DRAWN, "--seeds", "5..2"], "write one seed"),
        (["problem", "variants", DRAWN, "--seeds", "999"], "variants are 1 to 30"),
        (["problem", "test", FIXED, "--seeds", "0"], "at least one"),
        (["problem", "lint", "no-such-folder"], "no such file"),
        (["mark", DRAWN, "--part", "solve", "--answer", "none"], "--seed N"),
        (["mark", FIXED, "--seed", "1", "--part", "null", "--answer", "{}"], "no variants"),
        (["solve", DRAWN, "--seed", "99"], "variants are 1 to 30"),
    ],
)
def test_what_cannot_be_done_is_said(capsys, words, says):
    code, _, err = run(capsys, *words)
    assert code == 2
    assert says in err


def test_faults_are_listed_and_the_code_is_1(capsys, started):
    text = Path(started).read_text(encoding="utf-8")
    text = text.replace("points = 1", "pionts = 1").replace("level   = 1", "level = 7")
    Path(started).write_text(text, encoding="utf-8")
    code, out, _ = run(capsys, "problem", "lint", started)
    assert code == 1
    assert "2 faults" in out
    code, out, _ = run(capsys, "problem", "test", started, FIXED, "--seeds", "1")
    assert code == 1
    assert f"failed: {started}" in out
    assert f"passed: {FIXED}" in out


def test_a_variant_is_marked_and_solved_by_its_seed(capsys):
    code, out, _ = run(capsys, "solve", DRAWN, "--seed", "2", "--format", "json")
    data = json.loads(out)
    assert (code, data["seed"], data["complete"]) == (0, 2, True)
    basis = data["parts"][2]["answers"][0]["basis"]
    answer = "{" + ", ".join("(" + ", ".join(row) + ")" for row in basis) + "}"
    words = ["mark", DRAWN, "--part", "null", "--answer", answer]
    assert run(capsys, *words, "--seed", "2")[0] == 0
    assert run(capsys, *words, "--seed", "3")[0] == 1


def test_a_batch_may_name_the_seed_in_each_line(capsys, tmp_path):
    lines = "id,seed,part,answer\na,1,solve,none\nb,,solve,none\nc,x,solve,none\n"
    (tmp_path / "a.csv").write_text(lines, encoding="utf-8")
    out = tmp_path / "m.jsonl"
    code, text, _ = run(capsys, "mark-batch", DRAWN, str(tmp_path / "a.csv"), "--out", str(out))
    assert (code, text) == (1, "1 marked, 0 done before, 2 failed\n")
    first, second, third = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert (first["seed"], first["verdict"]) == ("1", "incorrect")
    assert "name its seed" in second["error"]
    assert "whole number" in third["error"]
    out.unlink()
    assert run(
        capsys, "mark-batch", DRAWN, str(tmp_path / "a.csv"), "--out", str(out), "--seed", "1"
    )[1].startswith("2 marked")


def test_the_schema_is_json(capsys):
    code, out, _ = run(capsys, "problem", "schema")
    assert code == 0
    assert json.loads(out)["properties"]["variants"]["additionalProperties"]
