"""Exercise sheets: what is asked, the key, and what it looks like."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from exactspaces.api.problems.files import load_problem
from exactspaces.api.problems.sheets import sheet
from exactspaces.cli import main
from tests.architecture.source import ROOT

GOLDEN = Path(__file__).parent / "golden"
HEAD = """format = "exactspaces-problem/1"
id = "sample/sample"
title = "A sample"
topics = ["sample"]
level = 1
field = "{field}"
[given]
A = "[1 2; 2 4]"
b = "(1, 2)"
x = "(1, 0)"
"""


def problem(*parts, field="QQ", statement=""):
    text = HEAD.format(field=field)
    if statement:
        text = text.replace("[given]", f"statement = '{statement}'\n[given]")
    for number, (ask, answer) in enumerate(parts):
        text += f"[[part]]\nid = 'p{number}'\nask = '{ask}'\nanswer = {answer}\n"
    return load_problem(text)


def keys(*parts, **options):
    written = sheet([problem(*parts, **options)]).write("text")
    return re.sub(r"\s+", " ", written.split("Key\n===")[1]).split(" -", 1)[1].strip("- ")


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ('{ kind = "basis", of = "null(A)" }', "{(−2, 1)}"),
        ('{ kind = "basis-among", of = "columns(A)" }', "{(1, 2)}"),
        ('{ kind = "subspace", of = "null(A)" }', "span{(−2, 1)}"),
        ('{ kind = "columns", of = "A", which = "free" }', "2"),
        ('{ kind = "columns", of = "A", which = "pivot" }', "1"),
        ('{ kind = "affine-set", of = "solve(A, b)" }', "(1, 0) + span{(−2, 1)}"),
        ('{ kind = "affine-set", of = "solve(A, x)" }', "no solution"),
        ('{ kind = "matrix", of = "inv(A)" }', "there is none"),
        ('{ kind = "yes-no", truth = "det(A) == 0" }', "yes"),
        ('{ kind = "tuple", of = ["det(A)", "A*x"] }', "0; (1, 2)"),
        ('{ kind = "scalar", of = "trace(A)" }', "5"),
    ],
)
def test_keys(answer, key):
    assert keys(("Find it.", answer)) == key


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ('{ kind = "basis", of = "null(A)" }', "{(1, 1)}"),
        ('{ kind = "dimension", of = "null(A)" }', "1"),
    ],
)
def test_keys_over_another_field(answer, key):
    assert keys(("Find it.", answer), field="GF(3)") == key


RANK = '{ kind = "dimension", of = "rank(A)" }'


def test_what_no_part_shows_is_given_before_the_parts():
    both = sheet([problem(("What is the rank of $A$?", RANK))]).write("text")
    assert "Given over ℚ:" in both
    assert "x = " not in both
    assert both.index("Given") < both.index("What is")


def test_what_the_parts_show_is_not_given_again():
    assert "Given" not in sheet([problem(("The rank of $A={A}$?", RANK))]).write("text")
    assert "Work over" in sheet([problem(("The rank of $A={A}$?", RANK), field="GF(5)")]).write(
        "text"
    )


def test_a_statement_stands_for_itself():
    text = sheet([problem(("What is the rank?", RANK), statement="Let $A={A}$.")]).write("text")
    assert "Given" not in text
    assert "Let A = [1 2; 2 4]." in text


def test_without_a_key_no_answer_is_shown():
    shown = problem(("Give a basis of null $A={A}$.", '{ kind = "basis", of = "null(A)" }'))
    assert "−2" not in sheet([shown], key="none").write("text")
    assert "As above" not in sheet([shown], key="solutions").write("text")
    assert "−2" in sheet([shown], key="solutions").write("text")


FILES = ("subspaces/rank-nullity", "spectra/krylov-spaces")


@pytest.mark.parametrize(
    ("how", "ending"), [("text", "txt"), ("markdown", "md"), ("latex", "tex"), ("html", "html")]
)
def test_two_problems_on_a_sheet(how, ending):
    problems = [load_problem(ROOT / "problems" / f"{name}.toml") for name in FILES]
    written = sheet(problems, title="Subspaces & spectra").write(how)
    path = GOLDEN / f"sheet.{ending}"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(written)
    assert written == path.read_text()


def test_the_command(capsys, tmp_path):
    files = [str(ROOT / "problems" / f"{name}.toml") for name in FILES]
    assert main(["sheet", *files, "--key", "none", "--title", "Week 3"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Week 3\n======\n")
    assert "2. A Krylov space" in out
    (tmp_path / "a.toml").write_text("format = 1\n")
    assert main(["sheet", *files, str(tmp_path)]) == 2
    assert "a.toml" in capsys.readouterr().err
