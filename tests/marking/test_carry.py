"""Answers carried forward: only under the condition of the file, and for its share."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from exactspaces import Problem
from exactspaces.api.problems.batches import mark_batch
from exactspaces.api.problems.lint import lint
from exactspaces.kernel import check

HEAD = """format = "exactspaces-problem/1"
id = "systems/sample"
title = "A sample"
topics = ["sample"]
level = 1
field = "QQ"
[given]
A = "[1 2 -1; 2 4 1; -1 -2 4]"
b = "(3, 9, 0)"
v = "(3, 1)"
"""
PART = """
[[part]]
id = "{id}"
ask = "Find it."
answer = {answer}
points = 3
"""
REDUCE = PART.format(id="reduce", answer='{ kind = "row-reduction", of = "[A | b]" }')
SOLVE = PART.format(id="solve", answer='{ kind = "affine-set", of = "solve(A, b)" }')
FOLLOW = 'follow = { part = "reduce", when = "rank(reduce) == rank([A | b])", credit = "2/3" }\n'
TESTS = """
[tests]
reduce = [{ give = "[1 2 0 4; 0 0 1 1; 0 0 0 0]", verdict = "correct" }]
solve = [{ give = "(4, 0, 1) + t(-2, 1, 0)", verdict = "correct" }]
"""
TEXT = HEAD + REDUCE + SOLVE + FOLLOW
START = "[1 2 -1 3; 2 4 1 9; -1 -2 4 0]\n"
SLIPPED = START + "[1 2 0 5; 0 0 1 1; 0 0 0 0]"


@pytest.fixture(scope="module")
def problem():
    return Problem.load(TEXT)


def solved(problem, reduce, solve):
    return problem.mark_all({"reduce": reduce, "solve": solve})[1]


def test_what_is_right_for_the_own_earlier_answer_has_its_share(problem):
    mark = solved(problem, SLIPPED, "(5, 0, 1) + t(-2, 1, 0)")
    assert (mark.verdict, mark.points) == ("partial", Fraction(2))
    assert "right for your own answer to the part reduce" in mark.findings[-1]
    assert all(check(t.claim, t.certificate) == t for t in mark.theorems)
    assert len(mark.theorems) >= 3  # it is wrong; the condition holds; it is right after all


def test_alone_the_answer_is_wrong(problem):
    assert problem.mark("solve", "(5, 0, 1) + t(-2, 1, 0)").verdict == "incorrect"


@pytest.mark.parametrize(
    ("reduce", "solve", "verdict"),
    [
        (START + "[1 2 0 4; 0 0 1 1; 0 0 0 0]", "(4, 0, 1) + t(-2, 1, 0)", "correct"),
        (SLIPPED, "(4, 0, 1) + t(-2, 1, 0)", "correct"),  # right is right, whatever came before
        (SLIPPED, "(6, 0, 1) + t(-2, 1, 0)", "incorrect"),
        ("[0 0 0 0; 0 0 0 0; 0 0 0 0]", "(0, 0, 0) + span{(1,0,0),(0,1,0),(0,0,1)}", "incorrect"),
        (START + "[1 0 0 0; 0 1 0 0; 0 0 1 0]", "(0, 0, 0)", "incorrect"),
        ("nonsense", "(5, 0, 1) + t(-2, 1, 0)", "incorrect"),
        (SLIPPED, "(5, 0", "invalid"),
    ],
)
def test_a_condition_that_is_not_proved_carries_nothing(problem, reduce, solve, verdict):
    assert solved(problem, reduce, solve).verdict == verdict


def test_what_is_asked_then_can_be_said():
    change = PART.format(id="change-it", answer='{ kind = "matrix", of = "[2 0; 0 3]" }')
    use = PART.format(id="use", answer='{ kind = "vector", of = "[2 0; 0 3] * v" }')
    more = ('follow = { part = "change-it", when = "invertible(change_it)", credit = "1/2", '
            'of = "change_it * v" }\n')  # fmt: skip
    problem = Problem.load(HEAD + change + use + more)
    mark = problem.mark_all({"change-it": "[1 1; 0 1]", "use": "(4, 1)"})[1]
    assert (mark.verdict, mark.points) == ("partial", Fraction(3, 2))
    singular = problem.mark_all({"change-it": "[0 0; 0 0]", "use": "(0, 0)"})[1]
    assert singular.verdict == "incorrect"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "rank(reduce)",
            "rank(reduced)",
            "when: rank(reduced) == rank([A | b]) is not",
        ),
        ("== rank([A | b])", "", "is no claim"),
        ('of = "solve(A, b)"', 'of = "solve(A, (1, 2, 3))"', "does not use [A | b]"),
        ('credit = "2/3" }', 'credit = "2/3", of = "A" }', "follow.of"),
        ('part = "reduce", when', 'part = "solve", when', "no earlier part"),
    ],
)
def test_the_lint_knows_when_nothing_can_be_carried(old, new, says):
    assert old in TEXT
    shown = TEXT.replace('"Find it."', "'Of $v={v}$.'")
    assert lint(shown + TESTS) == ()
    found = lint((shown + TESTS).replace(old, new))
    assert any(says in fault for fault in found), found


def test_a_batch_knows_the_earlier_answers_of_each_person(tmp_path, problem):
    rows = [
        {"id": "ann", "part": "reduce", "answer": SLIPPED},
        {"id": "bob", "part": "solve", "answer": "(5, 0, 1) + t(-2, 1, 0)"},
        {"id": "ann", "part": "solve", "answer": "(5, 0, 1) + t(-2, 1, 0)"},
    ]
    source, out = tmp_path / "answers.jsonl", tmp_path / "marks.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    mark_batch(problem, source, out)
    lines = out.read_text(encoding="utf-8").splitlines(keepends=True)
    assert [json.loads(line)["verdict"] for line in lines][1:] == ["incorrect", "partial"]
    out.write_text("".join(lines[:1]), encoding="utf-8")  # interrupted after the first line
    mark_batch(problem, source, out)
    assert out.read_text(encoding="utf-8") == "".join(lines)


def test_what_is_said_about_a_mistake_shows_values():
    part = PART.format(id="col", answer='{ kind = "basis", of = "col(A)" }')
    text = "These span $\\operatorname{col}(R)$, $R={rref(A)}$."
    say = f"say = [{{ on = 'col.rref-columns', text = '{text}' }}]\n"
    mark = Problem.load(HEAD + part + say).mark("col", "{(1, 0, 0), (0, 1, 0)}")
    assert mark.findings[-1] == "These span col(R), R = [1 2 0; 0 0 1; 0 0 0]."
    assert any("say" in fault for fault in lint(HEAD + part + say.replace("rref(A)", "rref(Q)")))
