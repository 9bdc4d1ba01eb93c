"""Row reductions: sound lines pass, the first wrong line, its row and its slip are named."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from tests.marking.samples import mark

START = "[1 2 -1 | 3; 2 4 1 | 9; -1 -2 4 | 0]"
GOOD = f"""{START}
R2 -> R2 - 2R1, R3 -> R3 + R1
[1 2 -1 | 3; 0 0 3 | 3; 0 0 3 | 3]
R3 -> R3 - R2
R2 -> 1/3 R2, R1 -> R1 + R2
[1 2 0 | 4; 0 0 1 | 1; 0 0 0 | 0]"""


def reduction(text, extra=""):
    return mark("row-reduction", START, text, extra=extra)


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.replace("R2 -> R2 - 2R1", "-2R1 + R2 -> R2"),
        GOOD.replace("R2 -> R2 - 2R1", "r2 -= 2 r1").replace("R3 -> R3 + R1", "R3 += R1"),
        GOOD.replace("->", "<-").replace("1/3 R2", "R2/3"),
        GOOD.replace("->", ":="),
        GOOD.replace("R2 -> 1/3 R2", "R2 /= 3"),
        "\n".join(line for line in GOOD.splitlines() if line[0] == "["),
        "[1 2 0 4; 0 0 1 1; 0 0 0 0]",
    ],
)
def test_sound_reductions(text):
    found = reduction(text)
    assert found.verdict == "correct", found
    assert found.theorems


def test_the_first_wrong_line_is_named():
    found = reduction(f"{START}\nR3 -> R3 + R1\n[1 2 -1 | 3; 2 4 1 | 9; -2 -4 5 | -3]")
    assert (found.verdict, found.mistake, found.at) == (
        "incorrect",
        "step.sign",
        "matrix 2, row 3",
    )


def test_not_finished():
    found = reduction("\n".join(GOOD.splitlines()[:3]))
    assert (found.verdict, found.mistake) == ("incorrect", "rref.not-reduced")
    assert "row 2, column 3: the leading entry is 3" in found.findings[0]
    credit = 'credit = { sound_lines = "2/3", target = "1/3" }'
    half = reduction("\n".join(GOOD.splitlines()[:3]), credit)
    assert (half.verdict, half.points) == ("partial", 2)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("R2 - 2R1", "which row is replaced"),
        ("R2 -> 0R2", "not reversible"),
        ("R2 -> R1", "not reversible"),
        ("R9 -> R9 + R1", "no row 9"),
        ("hello", "a row operation is due"),
    ],
)
def test_operations_that_are_not_read(line, message):
    found = reduction(f"{START}\n{line}\n[1 0 0 0; 0 1 0 0; 0 0 1 0]")
    assert found.verdict == "invalid"
    assert message in " ".join(found.findings)


# ------------------------------------------------------------------------- a corpus of errors


def shown(rows):
    return "[" + "; ".join(" ".join(map(str, row)) for row in rows) + "]"


def added(rows, i, c, j):
    out = [list(row) for row in rows]
    out[i] = [x + c * y for x, y in zip(rows[i], rows[j], strict=True)]
    return out


def lines_of(rows):
    """Gauss-Jordan with one addition a line: (i, factor, j), and the matrix after it."""
    rows, out, top = [list(map(Fraction, row)) for row in rows], [], 0
    for j in range(len(rows[0]) - 1):
        pivot = next((i for i in range(top, len(rows)) if rows[i][j]), None)
        if pivot is None:
            continue
        if pivot != top:
            rows = added(rows, top, Fraction(1), pivot)
            out.append(((top, Fraction(1), pivot), rows))
        for i in range(len(rows)):
            if i != top and rows[i][j]:
                c = -rows[i][j] / rows[top][j]
                rows = added(rows, i, c, top)
                out.append(((i, c, top), rows))
        top += 1
        if top == len(rows):
            break
    return out


def written(start, lines):
    text = [shown(start)]
    for (i, c, j), rows in lines:
        text += [f"R{i + 1} -> R{i + 1} + ({c}) R{j + 1}", shown(rows)]
    return "\n".join(text)


def seeded(kind, before, step, after):
    """The matrix that one gets by the slip; None where it would be right or look like another."""
    (i, c, j), width = step, len(before[0])
    if sum(map(bool, before[j])) < 3 or not before[j][-1] or not before[j][-2]:
        return None
    match kind:
        case "step.sign":
            return added(before, i, -c, j)
        case "step.multiplier":
            return added(before, i, c + 3 if c != -Fraction(3, 2) else c + 5, j)
        case "step.entry":
            out = [list(row) for row in after]
            out[i][(i + 1) % width] += 1
            same = out[i][(i + 1) % width] == before[i][(i + 1) % width]
            return None if same or out == added(before, i, -c, j) else out
        case "step.wrong-target":
            out = [list(row) for row in before]
            out[j] = after[i]
            return out
        case "step.partial-row":
            out = [list(row) for row in after]
            out[i][-1] = before[i][-1]
            return out


KINDS = ["step.sign", "step.multiplier", "step.entry", "step.wrong-target", "step.partial-row"]


def corpus(size):
    chance, found = random.Random(5), []
    while len(found) < size:
        start = [[chance.randint(-4, 4) for _ in range(4)] for _ in range(3)]
        lines = lines_of(start)
        kind = KINDS[len(found) % len(KINDS)]
        for at in chance.sample(range(len(lines)), len(lines)):
            step, after = lines[at]
            before = lines[at - 1][1] if at else [list(map(Fraction, row)) for row in start]
            wrong = seeded(kind, before, step, after)
            if wrong is not None and wrong != after:
                text = written(start, [*lines[:at], (step, wrong)])
                rows = [k for k, (a, b) in enumerate(zip(after, wrong, strict=True)) if a != b]
                found.append((shown(start), text, kind, f"matrix {at + 2}, row {rows[0] + 1}"))
                break
    return found


def test_a_corpus_of_reductions_with_one_error_each():
    failed = []
    rows = corpus(220)
    for start, text, kind, at in rows:
        found = mark("row-reduction", start, text)
        if (found.verdict, found.mistake, found.at) != ("incorrect", kind, at):
            failed.append((text, kind, at, found.mistake, found.at))
    assert len(rows) >= 200
    assert failed == []


def test_the_same_reductions_without_the_error_are_sound():
    chance = random.Random(6)
    for _ in range(40):
        start = [[chance.randint(-4, 4) for _ in range(4)] for _ in range(3)]
        lines = lines_of(start)
        found = mark("row-reduction", shown(start), written(start, lines))
        assert found.mistake in ("", "rref.not-reduced"), found
        assert not found.at


def test_old_rows_used_at_once():
    text = "[1 1; 1 2]\nR1 -> R1 + R2, R2 -> R2 + R1\n[2 3; 2 3]"
    assert mark("row-reduction", "[1 1; 1 2]", text).mistake == "step.simultaneous"


def test_a_column_operation():
    text = "[1 2; 3 4]\nR2 -> R2 - 2R1\n[1 0; 3 -2]"
    assert mark("row-reduction", "[1 2; 3 4]", text).mistake == "step.column-op"


def test_a_jump_to_another_row_space():
    assert mark("row-reduction", "[1 2; 2 4]", "[1 0; 0 1]").mistake == "step.unsound"
