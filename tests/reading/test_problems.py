"""Broken problem files: every one is refused with the file, the key, and what to do."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest

from exactspaces.api.problems.files import load_problem
from exactspaces.errors import NotUnderstood
from exactspaces.reading.problems import BadProblem
from exactspaces.reading.problems.toml import MOST_BYTES

GOOD = r"""format = "exactspaces-problem/1"
id = "subspaces/sample"
title = "A sample"
topics = ["null-space"]
level = 2
field = "QQ"

[given]
A = "[1 2; 2 4]"
b = "(1, 2)"

[[part]]
id = "null"
ask = 'Let $A={A}$. Give a basis of $\operatorname{null}(A)$.'
answer = { kind = "basis", of = "null(A)" }
points = 3
hints = ["null.meaning"]
credit = { spans_but_dependent = "1/3" }
say = [{ on = "null.sign", credit = "1/3", text = "The sign is off." }]

[[part]]
id = "solve"
ask = "Solve the system {A | b}."
answer = { kind = "affine-set", of = "solve(A, b)" }
follow = { part = "null", when = "rank(A) == 1", credit = "2/3" }

[solution]
derive = ["reduce A"]

[tests]
null = [{ give = "{(-2, 1)}", verdict = "correct" }]
"""


def test_the_sample_is_read():
    problem = load_problem(GOOD)
    assert [part.id for part in problem.parts] == ["null", "solve"]
    assert problem.parts[1].follow.part == "null"
    assert problem.routes == ("reduce A",)
    assert problem.examples[0].verdict == "correct"
    assert str(problem.parts[0].say[0].credit) == "1/3"


# What is replaced in the sample, by what, and what the message says after the name of the file.
BROKEN = [
    ('format = "exactspaces-problem/1"\n', "\n", "this is no problem file; it begins with format"),
    ("problem/1", "problem/9", 'format: "exactspaces-problem/9" is not read here'),
    (
        'format = "exactspaces-problem/1"',
        "format = 1",
        "format: a text in quotes is due, and this",
    ),
    ("title =", "titel =", 'titel: this key is not known; did you mean "title"?'),
    ('title = "A sample"\n', "", "title: this key is missing; add it"),
    ('title = "A sample"', 'title = ""', "title: the text is empty"),
    ('"subspaces/sample"', '"sample"', 'id: "sample" is no name of a problem'),
    ('"subspaces/sample"', '"../../etc/x"', "is no name of a problem"),
    ('["null-space"]', "[]", "topics: a list of topics is missing"),
    (
        '["null-space"]',
        '"null-space"',
        'topics: a list of texts in brackets is due, and this is "nu',
    ),
    ('["null-space"]', '["Null Space"]', 'topics[1]: "Null Space" is no topic'),
    ('["null-space"]', "[1979-05-27]", "topics[1]: a text in quotes is due, and this is a date"),
    ("level = 2", "level = 9", "level: a whole number from 1 to 5 is due, and this is 9"),
    ("level = 2", "level = true", "level: a whole number from 1 to 5 is due, and this is true"),
    ("level = 2\n", "", "level: a whole number from 1 to 5 is due, and nothing is given"),
    ("level = 2", f"level = {'9' * 5000}", "this is not TOML"),
    ('field = "QQ"', 'field = "GF(6)"', "field: no field is read."),
    ('field = "QQ"', 'field = "the reals"', "field: no field is read."),
    ("[1 2; 2 4]", "[1 2; 2]", "given.A: "),
    ("[1 2; 2 4]", "[1 2; 2 4", "given.A: "),
    ("[1 2; 2 4]", "__import__('os').system('id')", "given.A: "),
    ("[1 2; 2 4]", "A + A", "given.A: "),
    (
        'A = "[1 2; 2 4]"',
        "A = [[1, 2], [2, 4]]",
        "given.A: a text in quotes is due, and this is a",
    ),
    ('b = "', 'span = "', "given.span: "),
    ('b = "', '"b c" = "', 'given."b c": '),
    ("[given]", "[set]", "set.A: a table such as { key = value } is due"),
    ("[given]", "[givn]", 'givn: this key is not known; did you mean "given"?'),
    ('id = "solve"', 'id = "null"', 'part[2].id: part 1 is called "null" too'),
    ('id = "solve"', 'id = "Solve it"', 'part[2].id: "Solve it" is no name'),
    ("[[part]]", "[part]", "this is not TOML at line 21, column 7"),
    ("hints =", "hint =", 'part[1].hint: this key is not known; did you mean "hints"?'),
    (
        "points = 3",
        "points = 2.5",
        'part[1].points: a number such as 2 or "1/3" is due, not as a f',
    ),
    ("points = 3", "points = -1", "part[1].points: a number such as 2"),
    ("points = 3", 'points = "1/0"', "part[1].points: a number such as 2"),
    ("points = 3", "points = [3]", "above 0 and at most 1000, and this is a list"),
    ('_dependent = "1/3"', '_dependent = "4/3"', "part[1].credit.spans_but_dependent: a number"),
    (
        '"basis"',
        '"bassis"',
        'part[1].answer.kind: "bassis" is no kind of answer; did you mean "ba',
    ),
    ('"basis"', '"xyz"', "is no kind of answer; expected one of affine-set, basis, "),
    ('"basis"', '"proof-slots"', "part[1].answer.of: this key is not known; expected one of func"),
    ('"basis"', '"scalar"', "the kind scalar is a number, so a number or a whole number is due"),
    ('"basis"', '"yes-no"', "part[1].answer.of: this key is not known; expected"),
    ('kind = "basis", ', "", "part[1].answer.kind: this key is missing"),
    ('{ kind = "basis", of = "null(A)" }', '"null(A)"', "part[1].answer: a table such as"),
    ('"null(A)" }', '"nul(A)" }', 'part[1].answer.of: "nul(A)" is not understood.'),
    ('"null(A)" }', '"null(A" }', 'part[1].answer.of: "null(A" is not understood.'),
    (
        '"null(A)" }',
        '["null(A)"] }',
        "part[1].answer.of: a text in quotes is due, and this is a li",
    ),
    ('"null(A)" }', '"rank(A)" }', 'so a subspace is due, and "rank(A)" is a whole number'),
    ("solve(A, b)", "solve(A, (1, 2, 3))", "part[2].answer.of: "),
    ("{A}$", "{B}$", "part[1].ask: the expression {B} is not understood."),
    ("{A}$", "{A$", "part[1].ask: a brace is not closed"),
    ("{A | b}", "A}", "part[2].ask: a brace closes that was not opened"),
    ("(A)$.", "(A).", "part[1].ask: a $ sign is not closed"),
    ("operatorname", "operatornam", "\\operatornam is not known in "),
    ("Let $A=", "Let $A \\in \\in ", "\\in is out of place"),
    ("Let $A=", "Let $" + "(" * 4000, "part[1].ask: the mathematics "),
    (
        'part = "null", when',
        'part = "later", when',
        'follow.part: no earlier part is called "later',
    ),
    ("when =", "if =", "part[2].follow.if: this key is not known"),
    ('on = "null.sign"', 'at = "null.sign"', "part[1].say[1].at: this key is not known"),
    (
        "[solution]\nderive",
        "[solution]\nderives",
        "solution.derives: this key is not known; did you",
    ),
    ('derive = ["reduce A"]', "derive = [1]", "solution.derive[1]: a text in quotes is due"),
    ('"correct"', '"right"', 'tests.null[1].verdict: "right" is not known here; expected one of'),
    ("\nnull = [{", "\nnul = [{", 'tests.nul: no part is called "nul"; did you mean "null"?'),
    ("[{ give", "[{ gives", 'tests.null[1].gives: this key is not known; did you mean "give"?'),
    (
        '[{ give = "{(-2, 1)}", verdict = "correct" }]',
        '"{(-2, 1)}"',
        "tests.null: a list of tables",
    ),
    ("level = 2", "level 2", "this is not TOML at line 5, column 7"),
    ("level = 2", "level = 2\nlevel = 3", "this is not TOML at line 6"),
    ("level = 2", "level = " + "[" * 3000 + "]" * 3000, "nested too deeply"),
    ("level = 2", "level = 2\n" + "a." * 9000 + "a = 1", "line 6 has 18,005 characters"),
]


@pytest.mark.parametrize(("old", "new", "says"), BROKEN)
def test_a_broken_file_is_refused_where_it_is_broken(old, new, says, tmp_path):
    assert old in GOOD
    path = tmp_path / "broken.toml"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadProblem) as caught:
        load_problem(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert says in str(caught.value)
    assert len(str(caught.value)) < 2000
    assert isinstance(caught.value, NotUnderstood)


@pytest.mark.parametrize("cut", range(0, len(GOOD), 7))
def test_a_file_that_was_cut_off_is_read_or_refused(cut):
    with suppress(BadProblem):
        assert load_problem(GOOD[:cut] + "\n").parts


def refusal(path):
    with pytest.raises(BadProblem) as caught:
        load_problem(path)
    return str(caught.value)


def test_a_missing_file_is_refused_with_its_neighbours(tmp_path):
    (tmp_path / "there.toml").write_text(GOOD, encoding="utf-8")
    assert "there is no such file; the folder has there.toml" in refusal(tmp_path / "here.toml")
    assert "there is no such file" in refusal(tmp_path / "nowhere" / "here.toml")


@pytest.mark.parametrize(
    "path", ["problems/subspaces/rank-nullity.toml", "subspaces/rank-nullity.toml"]
)
def test_a_problem_of_the_bank_is_found_from_another_folder(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = refusal(Path(path))
    found = Path(said.partition("the problem of the bank is ")[2])
    assert found.is_absolute()
    assert 'id      = "subspaces/rank-nullity"' in found.read_text(encoding="utf-8")


def test_nothing_outside_of_the_bank_is_looked_up(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "bank" not in refusal(Path("problems/../pyproject.toml"))
    assert "bank" not in refusal(tmp_path / "subspaces" / "rank-nullity.toml")


def test_a_folder_is_no_problem(tmp_path):
    assert "this is a folder; name one problem file in it" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "this is no ordinary file" in refusal(tmp_path / "pipe")


@pytest.mark.parametrize("path", ["bad\0name", "x" * 10_000, 7, None])
def test_what_is_no_path_is_refused(path):
    assert refusal(path)


def test_another_encoding_is_refused_with_the_line(tmp_path):
    path = tmp_path / "latin.toml"
    path.write_bytes(GOOD.replace("A sample", "Größe").encode("latin-1"))
    assert "line 3 is not UTF-8" in refusal(path)


def test_a_mark_at_the_beginning_and_line_ends_of_windows_are_read(tmp_path):
    path = tmp_path / "windows.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_problem(path).id == "subspaces/sample"


def test_a_large_file_is_refused_without_being_read(tmp_path):
    path = tmp_path / "large.toml"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    assert f"more than {MOST_BYTES // 1024} KiB" in refusal(path)


def test_many_keys_are_refused(tmp_path):
    path = tmp_path / "many.toml"
    path.write_text(GOOD + "".join(f"k{n} = 1\n" for n in range(10**6)), encoding="utf-8")
    assert "KiB" in refusal(path)
    few = "".join(f'k{n} = "1"\n' for n in range(5000))
    assert "at most 200" in refusal(GOOD.replace("[given]\n", f"[given]\n{few}"))


def test_nothing_in_a_file_is_run(tmp_path):
    trap = tmp_path / "trap"
    text = f"open('{trap}', 'w')"
    places = {'"null(A)" }': f'"{text}" }}', "{A}$": f"{{{text}}}$", "{A | b}": f"{{{text}}}"}
    for old, new in {"[1 2; 2 4]": text, **places}.items():
        assert old in GOOD
        with pytest.raises(BadProblem):
            load_problem(GOOD.replace(old, new, 1))
    assert not trap.exists()
