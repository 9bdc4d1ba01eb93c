"""The commands mark and mark-batch."""

from __future__ import annotations

import json

import pytest

from exactspaces.cli import main
from tests.architecture.source import ROOT

FILE = str(ROOT / "problems" / "subspaces" / "rank-nullity.toml")


@pytest.mark.parametrize(
    ("answer", "code", "verdict"),
    [
        ("{(1, 1, -1)}", 0, "correct"),
        ("{(1, 1, 1)}", 1, "incorrect"),
        ("{(1, 1", 2, "invalid"),
    ],
)
def test_exit_codes_and_json(capsys, answer, code, verdict):
    options = ["mark", FILE, "--part", "null", "--answer", answer]
    assert main(options) == code
    assert f"null: {verdict}" in capsys.readouterr().out
    assert main([*options, "--format", "json"]) == code
    data = json.loads(capsys.readouterr().out)
    assert data["verdict"] == verdict
    assert bool(data["claims"]) == (verdict != "invalid")


def test_answers_of_one_person(capsys, tmp_path):
    path = tmp_path / "answers.txt"
    path.write_text("null: {(1, 1, -1)}\ncol: {(1,2,1),\n(2,4,1)}\n")
    assert main(["mark", FILE, "--answers", str(path)]) in (0, 2)
    out = capsys.readouterr()
    assert "null: correct" in out.out or "no part is called" in out.err


def test_a_part_that_is_not_there(capsys):
    assert main(["mark", FILE, "--part", "nul", "--answer", "1"]) == 2
    assert 'did you mean "null"' in capsys.readouterr().err


def test_a_batch_goes_on_after_bad_lines_and_where_it_stopped(capsys, tmp_path):
    answers, out = tmp_path / "a.jsonl", tmp_path / "m.jsonl"
    good = json.dumps({"id": 1, "part": "null", "answer": "{(1, 1, -1)}"})
    lines = [good, "{", "[1]", '{"part": "null"}', '{"part": "zzz", "answer": "1"}', good]
    answers.write_text("\n".join(lines) + "\n")
    assert main(["mark-batch", FILE, str(answers), "--out", str(out)]) == 1
    assert "2 marked, 0 done before, 4 failed" in capsys.readouterr().out
    marks = [json.loads(line) for line in out.read_text().splitlines()]
    assert [m.get("verdict", "") for m in marks] == ["correct", "", "", "", "", "correct"]
    out.write_text("\n".join(out.read_text().splitlines()[:4]) + '\n{"half')
    assert main(["mark-batch", FILE, str(answers), "--out", str(out)]) == 1
    assert "1 marked, 4 done before, 1 failed" in capsys.readouterr().out
    assert [json.loads(line) for line in out.read_text().splitlines()] == marks


def test_a_batch_without_a_file(capsys, tmp_path):
    assert main(["mark-batch", FILE, str(tmp_path / "no.csv"), "--out", str(tmp_path / "o")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_the_bank_is_tested_and_a_broken_file_does_not_stop_it(capsys, tmp_path):
    (tmp_path / "a.toml").write_text("format = 1\n")
    (tmp_path / "b.toml").write_text(
        (ROOT / "problems" / "subspaces" / "rank-nullity.toml").read_text()
    )
    assert main(["bank", "test", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "failed: " in out
    assert "passed: " in out
    assert "2 problems, " in out
    assert " tests, 1 problem failed" in out
    assert main(["bank", "test", FILE]) == 0
    assert main(["bank", "test", str(tmp_path / "none")]) == 2


def test_several_processes_write_the_same_marks_in_the_same_order(capsys, tmp_path):
    answers = tmp_path / "a.csv"
    rows = [f'{i},null,"{{({i}, {i}, -1)}}"' for i in range(60)]
    answers.write_text("id,part,answer\n" + "\n".join(rows) + "\n")
    written = []
    for jobs in ("1", "2"):
        out = tmp_path / f"m{jobs}.jsonl"
        assert main(["mark-batch", FILE, str(answers), "--out", str(out), "--jobs", jobs]) == 0
        assert "60 marked" in capsys.readouterr().out
        written.append(out.read_text())
    assert written[0] == written[1]
    assert [json.loads(line)["id"] for line in written[0].splitlines()] == list(
        map(str, range(60))
    )


@pytest.mark.parametrize("jobs", ["-1", "two", "1000", "0"])
def test_a_bad_number_of_jobs(capsys, jobs):
    with pytest.raises(SystemExit):
        main(["mark-batch", FILE, "a.csv", "--out", "b", "--jobs", jobs])
    assert "from 1 to 256" in capsys.readouterr().err


def test_a_line_that_is_too_long_is_refused_and_the_rest_goes_on(capsys, tmp_path):
    answers, out = tmp_path / "a.jsonl", tmp_path / "m.jsonl"
    good = json.dumps({"part": "null", "answer": "{(1, 1, -1)}"})
    huge = json.dumps({"part": "null", "answer": "1" * 5_000_000})
    answers.write_text(f"{good}\n{huge}\n{good}")
    assert main(["mark-batch", FILE, str(answers), "--out", str(out)]) == 1
    assert "2 marked, 0 done before, 1 failed" in capsys.readouterr().out
    assert "characters or more" in json.loads(out.read_text().splitlines()[1])["error"]
