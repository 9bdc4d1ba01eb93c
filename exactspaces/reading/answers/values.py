"""Single values: numbers, whole numbers, vectors, matrices, column numbers, yes or no."""

import re

from exactspaces.fields import entries, entry, matrix_from
from exactspaces.kernel import Add, Given, Matrix, Number, Scaled, Term, Transpose
from exactspaces.kernel.matrices import plus, reduced, scaled
from exactspaces.questions import Question, ValueOf
from exactspaces.reading.answers.setting import (
    Answer,
    NotRead,
    Setting,
    cleaned,
    parsed,
    units_written_out,
)
from exactspaces.reading.expansion import walk
from exactspaces.reading.grammar.syntax import Brackets, Listing, Name
from exactspaces.reading.grammar.syntax import Number as NumberNode
from exactspaces.spaces import Ambient, Coordinates, Matrices, Polynomials

_NAMED = re.compile(
    r"\s*(?:\[\w+\]_\w+|[A-Za-z]\w*(?:\([^()=]*\))?)\s*=(?!=)\s*(?P<rest>.+)", re.DOTALL
)
YES = frozenset(["yes", "y", "true", "t", "ja", "oui"])
NO = frozenset(["no", "n", "false", "f", "nein", "non"])
NONE = frozenset(
    ("none", "no solution", "no solutions", "inconsistent", "dne", "does not exist", "∅", "{}",
     "not invertible", "singular", "empty", "empty set", "\\emptyset", "\\varnothing", "no",
     "no inverse")
)  # fmt: skip
_SUBJECT = re.compile(r"^(?:there (?:is|are)|(?:(?:the system|the matrix|it) )?(?:has|is)) ")
_ORDINAL = re.compile(r"^c_?(?=\d)|(?<=\d)(?:st|nd|rd|th)$")
_MOST_COLUMNS = 8


def says_none(text: str) -> bool:
    """Say whether an answer is one of the words for "there is none"."""
    return _SUBJECT.sub("", " ".join(text.lower().split()), count=1) in NONE


def value_part(text: str) -> str:
    """Leave out a name before an equals sign: det(A) = 5, [v]_B = (1, 2)."""
    found = _NAMED.fullmatch(text)
    return found["rest"] if found else text


def read_scalar(setting: Setting, text: str) -> Answer:
    """Read a number as a 1 x 1 matrix."""
    text = value_part(cleaned(text))
    node = parsed(text)
    if isinstance(node, Listing) and all(isinstance(x, NumberNode) for x in node.items):
        shown = " and ".join(x.text for x in node.items if isinstance(x, NumberNode))
        message = f"read as the entries {shown}, and one number is due; write 1.5 or 3/2"
        raise NotRead("input.decimal-comma", message)
    match setting.request(text).question:
        case ValueOf(Number(value)):
            return Answer(value, str(entry(value)))
    raise NotRead("input.wrong-sort", f"a number is due, and {text[:60]} is something else")


def read_count(setting: Setting, text: str) -> Answer:
    """Read a whole number; it is not taken modulo anything."""
    node = parsed(value_part(cleaned(text)))
    if not isinstance(node, NumberNode) or node.value.denominator != 1:
        raise NotRead("input.wrong-sort", f"a whole number such as 2 is due, not {text[:60]}")
    del setting
    return Answer(node.value.numerator, str(node.value))


def read_yes_no(text: str) -> Answer:
    """Read yes or no, with a reason after it or without."""
    word = re.split(r"[\s,.;:]+", cleaned(text).lower(), maxsplit=1)[0]
    if word not in YES | NO:
        raise NotRead("input.wrong-sort", f'"{text[:60]}" is read neither as yes nor as no')
    return Answer(word in YES, "yes" if word in YES else "no")


def read_columns(text: str) -> Answer:
    """Read the numbers of columns, counted from 1."""
    plain = cleaned(text).lower()
    words = re.sub(r"\b(?:the|columns?|and)\b|[{}()\[\],]", " ", plain).split()
    words = [_ORDINAL.sub("", word) for word in words]
    if not words and "".join(plain.split()) in ("{}", "()", "[]"):
        words = ["none"]
    found_none = words in (["none"], ["no"])
    words = [] if found_none else words
    if not (words or found_none) or not all(
        w.isascii() and w.isdigit() and len(w) < _MOST_COLUMNS for w in words
    ):
        message = f"numbers of columns such as 1, 3 are due, not {text[:60]}"
        raise NotRead("input.wrong-sort", message)
    found = tuple(sorted(set(map(int, words))))
    return Answer(found, "columns " + ", ".join(map(str, found)) if found else "no columns")


def read_matrix(setting: Setting, text: str) -> Answer:
    """Read a matrix; one row or one column as it stands."""
    text = value_part(cleaned(text))
    matrix = _by_columns(setting, text)
    if matrix is None:
        found = setting.request(text)
        matrix = worked_out(setting, found.question, text)
    return Answer(matrix, matrix_echo(matrix))


def _by_columns(setting: Setting, text: str) -> Matrix | None:
    """Read [v1 v2], whose columns are vectors that are given; None for another matrix."""
    node = parsed(text)
    if not isinstance(node, Brackets) or len(node.rows) != 1:
        return None
    names = [x.text for x in node.rows[0] if isinstance(x, Name)]
    if len(names) != len(node.rows[0]) or not set(names) <= set(setting.given):
        return None
    columns = [c for c in (_given_vector(setting, name) for name in names) if c is not None]
    alike = len({(c.ring, c.height) for c in columns}) == 1
    if len(columns) != len(names) or not alike:
        return None
    rows = zip(*([x for (x,) in entries(c)] for c in columns), strict=True)
    return matrix_from(columns[0].ring, [list(row) for row in rows], len(columns))


def _given_vector(setting: Setting, name: str) -> Matrix | None:
    match setting.request(name).question:
        case ValueOf(Given(matrix)) if matrix.width == 1:
            return reduced(matrix)
    return None


def read_vector(setting: Setting, text: str) -> Answer:
    """Read a vector of the space of the setting, as a column of coordinates."""
    text, notes = units_written_out(value_part(cleaned(text)))
    ambient = setting.ambient
    if isinstance(parsed(text), Listing):
        return read_vector(setting, f"({text})") if _flat(text) else _several(text)
    found = setting.request(text)
    if isinstance(found.question, ValueOf) and isinstance(found.question.term, Number):
        return _zero_vector(found.question.term.value, ambient)
    matrix = worked_out(setting, found.question, text)
    if isinstance(ambient, Matrices) and found.ambient is None:
        flat = matrix.with_rows(((x,) for row in matrix.rows for x in row), 1)
        matrix = flat if matrix.shape == (ambient.height, ambient.width) else matrix
    elif isinstance(ambient, Polynomials) and isinstance(found.ambient, Polynomials):
        matrix = fitted_degree(matrix.transpose, ambient.dimension).transpose
    matrix = matrix.transpose if matrix.width != 1 and matrix.height == 1 else matrix
    if matrix.width != 1:
        raise NotRead("input.wrong-sort", "read as a matrix, and a vector is due")
    if ambient is not None and matrix.height != ambient.dimension:
        raise wrong_length(matrix.height)
    return Answer(matrix, vector_echo(matrix, ambient), notes)


def padded(rows: Matrix, width: int) -> Matrix:
    """Append zeros to rows of coefficients."""
    zero = (rows.ring.integer(0),) * max(width - rows.width, 0)
    return rows.with_rows((row + zero for row in rows.rows), rows.width + len(zero))


def fitted_degree(rows: Matrix, width: int) -> Matrix:
    """Give polynomials with as many coefficients as are due, where no other one is left out.

    What is given may have a higher degree, so that answers are read with more coefficients.
    """
    if rows.width > width and not any(x for row in entries(rows) for x in row[width:]):
        return rows.with_rows((row[:width] for row in rows.rows), width)
    return padded(rows, width)


def wrong_length(length: int) -> NotRead:
    """Give the refusal of a vector from another space; the length that is due stays a secret."""
    noun = "entry" if length == 1 else "entries"
    message = f"read as a vector with {length} {noun}; the vectors asked for have another number"
    return NotRead("input.wrong-length", message)


def _flat(text: str) -> bool:
    node = parsed(text)
    return isinstance(node, Listing) and all(isinstance(x, NumberNode) for x in node.items)


def _several(text: str) -> Answer:
    node = parsed(text)
    count = len(node.items) if isinstance(node, Listing) else 1
    raise NotRead("input.several", f"read as a list of {count} vectors; one vector is expected")


def _zero_vector(value: Matrix, ambient: Ambient | None) -> Answer:
    if entry(value) or ambient is None:
        if isinstance(ambient, Coordinates) and ambient.dimension == 1:
            return Answer(value, vector_echo(value, ambient))
        if isinstance(ambient, Polynomials):
            constant = padded(value, ambient.dimension).transpose
            return Answer(constant, vector_echo(constant, ambient))
        raise NotRead("input.wrong-sort", "read as a number, and a vector is due")
    zero = value.with_rows((value.rows[0],) * ambient.dimension, 1)
    note = "read the number 0 as the zero vector"
    return Answer(zero, vector_echo(zero, ambient), (note,))


def worked_out(setting: Setting, question: Question, text: str) -> Matrix:
    """Give the matrix of an answer in which nothing is left to be computed."""
    named = any(isinstance(n, Name) and n.text in setting.given for n in walk(parsed(text)))
    match question:
        case ValueOf(Given(matrix)):
            return reduced(matrix)
        case ValueOf(term) if not named:
            found = _simple(term)
            if found is not None:
                return reduced(found)
    raise NotRead(
        "input.not-worked-out", f"a matrix or vector, worked out, is due, not {text[:60]}"
    )


def _simple(term: Term) -> Matrix | None:
    """Carry out sums and multiples: 1/3 [1 2; 3 4] is a way to write a matrix."""
    match term:
        case Given(matrix):
            return matrix
        case Transpose(Given(matrix)):
            return matrix.transpose
        case Scaled(Number(factor), inner):
            found = _simple(inner)
            return None if found is None else scaled(factor, found)
        case Add(left, right):
            a, b = _simple(left), _simple(right)
            return plus(a, b) if a and b and a.shape == b.shape else None
    return None


def matrix_echo(matrix: Matrix) -> str:
    """Write a matrix in the notation that is read."""
    flat = [x for row in entries(matrix) for x in row]
    return Matrices(matrix.height, matrix.width).plain(flat)


def vector_echo(column: Matrix, ambient: Ambient | None) -> str:
    """Write a vector in the notation that is read."""
    return (ambient or Coordinates(column.height)).plain([x for (x,) in entries(column)])
