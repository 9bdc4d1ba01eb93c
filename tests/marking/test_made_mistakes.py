"""Mistakes with a generator: found in what it makes and in typed answers, in no right answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exactspaces import Problem
from exactspaces.api.problems.marks import settle_kept
from exactspaces.api.text import DEFAULT
from exactspaces.marking.kinds import JUDGES
from exactspaces.marking.marker import case_of
from exactspaces.marking.mistakes import MISTAKES, Scene, mistake_in
from exactspaces.reading.answers import NotRead
from exactspaces.reading.problems.kinds import KINDS
from tests.architecture.source import ROOT
from tests.marking.samples import mark, problem_of

AB = (("A", "[1 2; 3 4]"), ("B", "[0 1; 1 1]"), ("P", "[1 1; 0 1]"), ("G", "[2 1; 1 2]"))
E = "[2 1; 0 3]"
MAP = "matrix_of([1 2; 3 4], {(1,1),(0,1)}, {(1,0),(1,1)})"
SAME = "matrix_of([1 2; 3 4], {(1,1),(0,1)})"
THREE = "span{(1,1,0), (1,0,1), (0,1,1)}"
LINE = "proj((1,2), {(1,1)})"
LONG = "proj((1,2), {(2,0)})"
PLANE = "proj((1,2,3), span{(1,1,0), (0,1,0)})"
HERE = "proj((1,i), {(1,1)})"
GIVEN = "proj((1,2), span{(1,0)}, G)"

# mistake, kind, of, wrong answer, right answer, field, keys
FOUND = [
    ("inv.order", "matrix", "inv(A*B)", "[3 -2; -2 3/2]", "[7/2 -3/2; -2 1]"),
    ("inv.order", "matrix", "transpose(A*B)", "[3 4; 4 6]", None),
    ("square.expand", "matrix", "(A + B)^2", "[12 17; 24 38]", "[13 18; 24 37]"),
    ("det.scale", "scalar", "det(3*A)", "-6", "-18"),
    ("det.sum", "scalar", "det(A + B)", "-3", "-7"),
    ("det.diagonal", "scalar", "det(A)", "4", "-2"),
    ("inner.conjugate", "scalar", "dot((1,i), (i,2))", "3i", "-i", "QQ(i)"),
    ("inner.conjugate", "scalar", "norm2((1,2i))", "-3", "5", "QQ(i)"),
    ("similar.direction", "matrix", "inv(P)*A*P", "[4 2; 3 1]", "[-2 -4; 3 7]"),
    ("similar.direction", "matrix-of-map", SAME, "[-1 2; -2 6]", "[3 2; 4 2]"),
    ("map.rows", "matrix-of-map", MAP, "[-4 7; -2 4]", "[-4 -2; 7 4]"),
    ("map.standard", "matrix-of-map", MAP, "[1 2; 3 4]", None),
    ("map.images", "matrix-of-map", MAP, "[3 2; 7 4]", None),
    ("map.source", "matrix-of-map", MAP, "[-2 -2; 3 4]", None),
    ("map.basis-order", "matrix-of-map", MAP, "[-2 -4; 4 7]", None),
    ("dim.union", "dimension", "span{(1,0),(0,1)} + span{(1,1)}", "3", "2"),
    ("dim.union", "scalar", "dim(span{(1,0),(0,1)} + span{(1,1)})", "3", "2"),
    ("gs.unnormalised", "orthonormal-basis", "span{(1,1)}", "{(1,1)}", "{(1/sqrt(2),1/sqrt(2))}"),
    (
        "gs.only-normalised",
        "orthonormal-basis",
        "span{(3,4), (1,0)}",
        "{(3/5,4/5), (1,0)}",
        "{(3/5,4/5), (4/5,-3/5)}",
    ),
    ("gs.as-given", "orthogonal-basis", "span{(1,1), (1,0)}", "{(1,1), (2,0)}", "{(1,1), (1,-1)}"),
    (
        "gs.old-vectors",
        "orthogonal-basis",
        THREE,
        "{(1,1,0), (1/2,-1/2,1), (-1,1/2,1/2)}",
        "{(1,1,0), (1,-1,2), (-1,1,1)}",
    ),
    (
        "gs.missing-square",
        "orthogonal-basis",
        "span{(3,4), (1,0)}",
        "{(3,4), (-4/5,-12/5)}",
        "{(3,4), (4,-3)}",
    ),
    (
        "inner.conjugate",
        "orthogonal-basis",
        "span{(1,i,0), (0,0,1), (1,0,0)}",
        "{(1,2i,0), (2i,-1,0), (0,0,1)}",
        "{(1,0,0), (0,1,0), (0,0,1)}",
        "QQ(i)",
    ),
    ("inner.standard", "projection", GIVEN, "(1, 0)", "(2, 0)"),
    ("proj.rejection", "projection", LINE, "(-1/2, 1/2)", "(3/2, 3/2)"),
    ("proj.rejection", "projection", "proj(span{(1,1)})", "[1/2 -1/2; -1/2 1/2]", None),
    ("proj.other-way", "projection", LINE, "(3/5, 6/5)", None),
    ("proj.no-gram", "projection", LONG, "(4, 0)", "(1, 0)"),
    ("proj.no-gram", "projection", "proj(span{(1,1)})", "[1 1; 1 1]", "[1/2 1/2; 1/2 1/2]"),
    ("proj.coefficients", "projection", PLANE, "(1, 1)", "(1, 2, 0)"),
    (
        "inner.conjugate",
        "projection",
        "proj((1,1), {(1,2i)})",
        "((1+2i)/5, (-4+2i)/5)",
        "((1-2i)/5, (4+2i)/5)",
        "QQ(i)",
    ),
    ("eig.negated", "scalar-set", f"eigenvalues({E})", "-2, -3", "2, 3"),
    ("eig.negated", "scalar-set", "eigenvalues([1 1; 1 0])", "(-1±sqrt(5))/2", None, "RR"),
    ("eig.diagonal", "scalar-set", "eigenvalues(A)", "1, 4", None),
    ("eig.diagonal", "scalar-set", "eigenvalues([2 1; 1 2])", "2", "1, 3"),
    ("eig.reduced-first", "scalar-set", "eigenvalues([2 1; 1 2])", "2, 3/2", None),
    ("eig.reduced-first", "scalar-set", "eigenvalues([2 1; 1 2])", "1", None),
    ("eig.zero", "eigenpairs", E, "2: (0,0); 3: (1,1)", "2: (1,0); 3: (1,1)"),
    ("eig.negated", "eigenpairs", E, "-2: (1,0); -3: (1,1)", None),
    ("eig.other-value", "eigenpairs", E, "2: (1,1); 3: (1,0)", None),
    ("eig.other-value", "basis", f"eigenspace({E}, 2)", "{(1,1)}", "{(1,0)}"),
    ("eig.left", "eigenpairs", E, "2: (1,-1); 3: (0,1)", None),
    ("eig.sum", "eigenpairs", E, "2: (2,1); 3: (1,1)", None),
    ("eig.sum", "eigenpairs", "[4 1; 2 3]", "5: (2,-1); 2: (1,-2)", "5: (1,1); 2: (1,-2)"),
    ("eig.sum", "eigenpairs", "[4 1; 2 3]", "5: (0,1); 2: (1,-2)", None),
    (
        "diag.order",
        "diagonalization",
        E,
        "P = [1 1; 0 1], D = [3 0; 0 2]",
        "P = [1 1; 0 1], D = [2 0; 0 3]",
    ),
    ("diag.inverse", "diagonalization", E, "P = [1 -1; 0 1], D = [2 0; 0 3]", None),
    ("diag.rows", "diagonalization", "[1 2; 3 2]", "P = [2 3; 1 -1], D = [4 0; 0 -1]", None),
    ("subspace.embedding", "basis", "span{(1,0,2)}", "{(1,2)}", "{(1,0,2)}"),
    ("subspace.embedding", "subspace", "null([0 1 0])", "{(1,0), (0,1)}", "y = 0"),
    ("diag.multiplicity", "diagonalization", "[2 0; 0 2]", "not diagonalizable", None),
]
ROWS = [(*row, "QQ") if len(row) == 5 else row for row in FOUND]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_a_mistake_is_found_in_the_answer_it_leads_to(row):
    name, kind, of, wrong, right, field = row
    found = mark(kind, of, wrong, given=AB, field=field)
    assert found.mistake == name, found
    assert found.verdict in ("incorrect", "partial", "invalid")
    if right is not None:
        good = mark(kind, of, right, given=AB, field=field)
        assert (good.verdict, good.mistake) == ("correct", ""), good


# seen by a property of the answer; there is no single wrong answer to make
WITHOUT_GENERATOR = {("inner.conjugate", "orthogonal-basis")}
# what is made has another number of entries than the answer that is due, and is not judged
WITHOUT_GENERATOR |= {("proj.coefficients", "projection")}
WITHOUT_GENERATOR |= {("subspace.embedding", kind) for kind in ("basis", "subspace")}


def scene_of(kind, of, field):
    part = problem_of(kind, of, AB, field).parts[0]
    case = case_of(part, part.requests[0], dict(AB), lambda q: settle_kept(q, DEFAULT))
    return Scene(case, None)


def shown_by_what_is_made(row):
    """The mistakes that are found in the wrong answers that the mistake of a row makes."""
    name, kind, of, _, _, field = row
    scene = scene_of(kind, of, field)
    names = set()
    for one in MISTAKES:
        if one.id != name:
            continue
        for answer in one.answers(scene.case):
            try:
                wrong = JUDGES[kind](scene.case, answer).right is False
            except NotRead:
                continue
            if wrong:
                names.add(mistake_in(replace(scene, answer=answer)).id)
    return names


def test_what_a_mistake_makes_shows_it():
    due = {row[:2] for row in ROWS} - WITHOUT_GENERATOR
    found = {row[:2] for row in ROWS if row[0] in shown_by_what_is_made(row)}
    assert due == found


def test_no_mistake_is_said_twice_of_one_kind():
    pairs = [(one.id, kind) for one in MISTAKES for kind in one.kinds]
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize("one", MISTAKES, ids=lambda one: one.id)
def test_messages_are_in_the_voice_of_a_friend(one):
    assert "you " not in one.text.lower()
    assert one.text[0].islower()


def test_another_inner_product():
    text = """
format = "exactspaces-problem/1"
id = "samples/one"
title = "One"
topics = ["one"]
level = 1
field = "QQ"
[given]
G = "[2 1; 1 2]"
[[part]]
id = "p"
ask = 'Answer.'
answer = { kind = "orthogonal-basis", of = "span{(1,0), (0,1)}", form = "G" }
"""
    problem = Problem.load(text)
    assert problem.mark("p", "{(1,1), (1,-1)}").verdict == "correct"  # orthogonal for both
    assert problem.mark("p", "{(1,2), (2,-1)}").mistake == "inner.standard"
    assert problem.mark("p", "{(1,2), (5,-4)}").verdict == "correct"


def test_the_page_of_kinds_names_every_mistake_and_every_kind():
    page = (ROOT / "docs" / "look-up" / "answer-kinds.md").read_text(encoding="utf-8")
    for name in [mistake.id for mistake in MISTAKES] + list(KINDS):
        assert f"`{name}`" in page, name
