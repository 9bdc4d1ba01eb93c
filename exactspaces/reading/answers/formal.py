"""Combinations of vectors that are known by their names only: {a1, a1 + a2}."""

import re

from exactspaces.fields import Scalar, matrix_from, number
from exactspaces.reading.answers.forms import Linear, form_of, with_roots
from exactspaces.reading.answers.pieces import split_outside, without_braces
from exactspaces.reading.answers.setting import Answer, NotRead, Setting, cleaned, parsed
from exactspaces.reading.answers.values import value_part

_INDEX = re.compile(r"(?:\\(?:mathbf|vec|boldsymbol)\s*\{\s*)?([A-Za-z])\s*\}?_\{?(\d{1,4})\}?")
_COLUMNS = re.compile(
    r"(?i)(?:the\s+)?(?:pivot\s+)?columns?\s+"
    r"(\d{1,4}(?:(?:\s*(?:,\s*and|,|and|&)\s*|\s+)\d{1,4})*)\s*(?:of\s+\w+)?"
)


def read_formal(setting: Setting, text: str, letter: str, count: int) -> Answer:
    """Read combinations of a1, ..., an, as the rows of a matrix of coefficients.

    >>> from exactspaces.fields.names import read_over
    >>> setting = Setting(read_over("QQ"), {})
    >>> read_formal(setting, "a_1, 2a_1 - a_2/3", "a", 4).echo
    '{a1, 2*a1 - 1/3*a2}'
    """
    text = _INDEX.sub(r"\1\2", value_part(cleaned(text)))
    columns = _COLUMNS.fullmatch(text)
    if columns:
        text = ", ".join(f"{letter}{k}" for k in re.findall(r"\d+", columns[1]))
    text = re.sub(r"^span\s*(?=[({])", "", text)
    if text.startswith(("(", "[")) and text.endswith((")", "]")) and "," in text:
        text = "{" + text[1:-1] + "}"
    letters = [f"{letter}{k}" for k in range(1, count + 1)]
    pieces = split_outside(without_braces(text), ",;\n")
    nodes = [parsed(piece) for piece in pieces]
    plain = with_roots(Setting(setting.over, {}, None), *nodes)
    ring, rows = plain.over.ring, []
    for piece, node in zip(pieces, nodes, strict=True):
        found = form_of(plain, node)
        if not isinstance(found, Linear) or found.constant:
            message = f"{piece[:60]} is no combination of {_list(letters)}"
            raise NotRead("input.wrong-sort", message)
        strange = sorted(name for name, x in found.parts.items() if x and name not in letters)
        if strange:
            message = f"{strange[0]} is not among the vectors {_list(letters)}"
            raise NotRead("input.unknown-letter", message)
        rows.append([found.parts.get(name, number(ring, 0)) for name in letters])
    return Answer(matrix_from(ring, rows, count), formal_echo(rows, letters))


def _list(letters: list[str]) -> str:
    return ", ".join(letters) if len(letters) <= 3 else f"{letters[0]}, ..., {letters[-1]}"


def formal_echo(rows: list[list[Scalar]], letters: list[str]) -> str:
    """Write combinations in the notation that is read."""
    return "{" + ", ".join(_sum(row, letters) for row in rows) + "}"


def _sum(row: list[Scalar], letters: list[str]) -> str:
    out = ""
    for x, name in zip(row, letters, strict=True):
        if not x:
            continue
        shown = str(x)
        negative = shown.startswith("-") and " " not in shown
        size = shown.removeprefix("-") if negative else shown
        body = name if size == "1" else f"({size})*{name}" if " " in size else f"{size}*{name}"
        sign = ("-" if negative else "") if not out else (" - " if negative else " + ")
        out += sign + body
    return out or "0"
