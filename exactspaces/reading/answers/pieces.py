"""Answers in several pieces: where they are split, and how all get into one field."""

import re
from collections.abc import Sequence
from dataclasses import replace

from exactspaces.kernel import Matrix
from exactspaces.reading.answers.setting import Answer, NotRead, Read, Setting
from exactspaces.reading.bindings import carried

_OPEN, _CLOSE = "([{<", ")]}>"
_NO_BRACKETS = re.compile(r"<?[-=]>|(?:[RrLlZzρ]_?|[Rr]ow )\{?\d{1,4}\}?\s{0,9}<[-=]")
_ARROWS = re.compile(r"\|->|->|=>|↦|→|⇒|\\mapsto|\\to\b")


def split_outside(text: str, at: str) -> list[str]:
    """Split at any of these characters, outside of brackets; empty pieces are left out.

    >>> split_outside("R2 <- R2 - 3R1, <-1, 2>", ",")
    ['R2 <- R2 - 3R1', '<-1, 2>']
    """
    out, depth = [""], 0
    hidden = _NO_BRACKETS.sub(lambda found: "." * len(found[0]), text)
    for letter, shown in zip(text, hidden, strict=True):
        depth += (shown in _OPEN) - (shown in _CLOSE)
        if letter in at and depth <= 0:
            out.append("")
        else:
            out[-1] += letter
    return [piece.strip() for piece in out if piece.strip()]


def plain_arrows(text: str) -> str:
    """Write a colon for every arrow, so that no arrow is taken for a bracket."""
    return _ARROWS.sub(":", text)


def without_braces(text: str) -> str:
    r"""Leave out one pair of brackets { } around the whole; \{ and \} are the same.

    >>> without_braces("{1, 2}"), without_braces("{1}, {2}")
    ('1, 2', '{1}, {2}')
    """
    text = text.replace("\\{", "{").replace("\\}", "}").strip()
    if not (text.startswith("{") and text.endswith("}")):
        return text
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if not depth and place < len(text) - 1:
            return text
    return text[1:-1].strip()


def read_in_turn(setting: Setting, pieces: Sequence[tuple[Read, str]]) -> list[Answer]:
    """Read pieces one by one, each over the field that those before it need.

    All are carried to the field of the last; the value of each is a matrix.
    """
    found: list[Answer] = []
    for read, text in pieces:
        answer = read(setting, text)
        if not isinstance(answer.value, Matrix):
            raise NotRead("input.wrong-sort", f"{text[:60]} has no value here")
        setting = replace(setting, over=replace(setting.over, ring=answer.value.ring))
        found.append(answer)
    ring = setting.over.ring
    return [replace(answer, value=carried(answer.value, ring)) for answer in found]
