"""Lists of vectors: bases, spanning sets, spaces that are given by vectors or equations."""

import re

from exactspaces.fields import entries
from exactspaces.kernel import Given, Matrix, Span
from exactspaces.kernel.matrices import reduced
from exactspaces.questions import BasisFor
from exactspaces.reading.answers.pieces import split_outside
from exactspaces.reading.answers.setting import (
    ANSWER,
    Answer,
    NotRead,
    Setting,
    cleaned,
    parsed,
    units_written_out,
)
from exactspaces.reading.answers.values import fitted_degree, value_part, wrong_length
from exactspaces.reading.grammar.syntax import Brackets, Call, Name, Number, Spanned
from exactspaces.spaces import Ambient, Coordinates, Matrices, Polynomials

_OF = re.compile(r"(?i)^(?:the\s+)?(columns|rows)\s+of\s+(.+)$", re.DOTALL)
_LABEL = re.compile(
    r"[A-Za-z]\w{0,10}(?:_\{\w{1,9}\})?\s*=\s*(?P<vector>[(\[<].*|\\begin.*)", re.DOTALL
)
_OPEN, _CLOSE = "([{<", ")]}>"
_EMPTY = frozenset(["{}", "()", "[]", "∅", "empty", "emptyset", "theemptyset", "theemptylist"])


def read_list(setting: Setting, text: str) -> Answer:
    """Read vectors of the space of the setting, as the rows of a matrix."""
    text, notes = units_written_out(one_line(value_part(_separated(cleaned(text)))))
    text = _OF.sub(lambda found: f"{found[1].lower()}({found[2]})", text)
    ambient = setting.ambient
    if "".join(text.split()).lower().lstrip("\\") in _EMPTY and ambient:
        return Answer(Matrix(setting.over.ring, (), ambient.dimension), "{}", notes)
    text = "0" if "".join(text.split()) in ("{0}", "{0,}") else text
    node = parsed(text)
    if isinstance(node, Number) and not node.value and ambient:
        zeros = ", ".join("0" * ambient.dimension)
        text, notes = f"({zeros},)", (*notes, "read the number 0 as the zero vector")
        node = parsed(text)
    if isinstance(node, Brackets) and not isinstance(ambient, Matrices):
        _refuse_matrix(node)
    if isinstance(node, Spanned):
        notes = (*notes, "the list is read, not its span")
    rows, found = _rows(setting, text)
    rows = _in_ambient(rows, found, ambient)
    shown = ambient or found
    echo = "{" + ", ".join(shown.plain(row) for row in entries(rows)) + "}"
    return Answer(rows, echo, notes)


def _separated(text: str) -> str:
    """Put a comma for a semicolon or the word and between vectors; leave out their names."""
    text = re.sub(r"(?<=\S)\s+and\s+(?=\S)", ", ", re.sub(r"^S(?:pan|PAN)\b", "span", text))
    pieces = split_outside(text, ";")
    text = ", ".join(pieces) if len(pieces) > 1 else text
    found = [_LABEL.fullmatch(piece) for piece in split_outside(text, ",\n")]
    if len(found) > 1 and all(found):
        return ", ".join(one["vector"] for one in found if one)
    return text


def _refuse_matrix(node: Brackets) -> None:
    """Ask which vectors are meant by a matrix with several rows and columns."""
    if len(node.rows) > 1 and len(node.rows[0]) > 1 and not _names_only(node):
        message = (
            "a matrix can be the list of its columns or of its rows; "
            "write columns of [...] or rows of [...]"
        )
        raise NotRead("input.two-readings", message)


def _names_only(node: Brackets) -> bool:
    return all(isinstance(x, Name) for row in node.rows for x in row)


def _rows(setting: Setting, text: str) -> tuple[Matrix, Ambient]:
    node = parsed(text)
    direct = isinstance(node, Spanned | Call) or "span" in text[:5]
    request = setting.request(text, ANSWER if direct and _is_span(text) else f"span({ANSWER})")
    match request.question, request.ambient:
        case BasisFor(Span(Given(rows))), ambient if ambient is not None:
            return reduced(rows), ambient
    raise NotRead("input.wrong-sort", "a list of vectors such as {(1, 0), (0, 1)} is due")


def _is_span(text: str) -> bool:
    return isinstance(parsed(text), Spanned)


def _in_ambient(rows: Matrix, found: Ambient, due: Ambient | None) -> Matrix:
    """Require vectors of the space that is due."""
    match found, due:
        case Polynomials(), Polynomials(most, _):
            fitting = fitted_degree(rows, most + 1)
            if fitting.width == most + 1:
                return fitting
        case _, None:
            return rows
    if found == due:
        return rows
    if isinstance(found, Coordinates) and isinstance(due, Coordinates):
        raise wrong_length(rows.width)
    raise NotRead("input.wrong-sort", "the vectors belong to another space than those asked for")


def one_line(text: str) -> str:
    """Put vectors that stand on lines of their own into one list."""
    lines, depth, line = [], 0, ""
    for letter in text:
        depth += (letter in _OPEN) - (letter in _CLOSE)
        if letter == "\n" and depth <= 0:
            lines.append(line)
            line = ""
        else:
            line += letter
    lines = [part.strip().rstrip(",;") for part in (*lines, line) if part.strip()]
    listed = len(lines) > 1 and all(part.startswith(("(", "[", "<", "c(")) for part in lines)
    return ", ".join(lines) if listed else text
