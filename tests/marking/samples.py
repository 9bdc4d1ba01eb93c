"""Problems of one part, for marking."""

from __future__ import annotations

from functools import cache

from exactspaces import Problem

A = "[2 1; 1 2]"
J2 = "[2 1 0; 0 2 0; 0 0 3]"
T = "matrix_of([1 2; 3 4], {(1,1),(0,1)}, {(1,0),(1,1)})"
R = "[1 2 0 1; 0 0 1 1; 0 0 0 0]"


@cache
def problem_of(kind, of, given=(), field="QQ", extra=""):
    """A problem with one part called p; `given` is a tuple of (name, text)."""
    key = "truth" if kind == "yes-no" else "of"
    shown = of if of.startswith("[") and kind in ("tuple", "scalar-set") else f"'{of}'"
    lines = [
        'format = "exactspaces-problem/1"',
        'id = "samples/one"',
        'title = "One"',
        'topics = ["one"]',
        "level = 1",
        f'field = "{field}"',
        "[given]",
        *(f"{name} = '{text}'" for name, text in given),
        "[[part]]",
        'id = "p"',
        "ask = 'Answer.'",
        f'answer = {{ kind = "{kind}", {key} = {shown} }}',
        "points = 3",
        extra,
    ]
    return Problem.load("\n".join(lines))


def mark(kind, of, answer, *, given=(), field="QQ", extra=""):
    return problem_of(kind, of, given, field, extra).mark("p", answer)


def flat(rows):
    """One row for each answer of rows with several."""
    return [(kind, of, field, answer) for kind, of, field, answers in rows for answer in answers]
