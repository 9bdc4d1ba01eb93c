"""Eigenvalues with their vectors as people write them: 3: {(1, 0)}; lambda = 3, v = (1, 0)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from exactspaces.fields import entries, entry, matrix_from
from exactspaces.kernel import Matrix
from exactspaces.reading.answers.lists import read_list
from exactspaces.reading.answers.matrices_by_name import named_matrices
from exactspaces.reading.answers.pieces import (
    plain_arrows,
    read_in_turn,
    split_outside,
    without_braces,
)
from exactspaces.reading.answers.scalar_sets import stacked
from exactspaces.reading.answers.setting import Answer, NotRead, Setting, cleaned
from exactspaces.reading.answers.values import read_scalar, says_none, wrong_length
from exactspaces.spaces import Coordinates

_VALUE = re.compile(
    r"(?:an?\s+)?(?:eigenvalue\s*)?(?:\\?lambda|λ|eigenvalue)[_\s]*\{?\w*\}?\s*[:=]?\s*(?=[^:=])",
    re.IGNORECASE,
)
_VECTOR = re.compile(
    r"(?:(?:an?\s+)?(?:eigenvectors?|eigenspace|basis)\s*[:=]?\s*)?"
    r"(?:[A-Za-z]\w*(?:_\{?[^=,;]*\}?)?\s*=\s*)?(?=[\[({<]|\\begin|c\(|span|columns|rows)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"E_?\s*[({]?\s*([^=(){}]+?)\s*[)}]?\s*=\s*(.+)", re.DOTALL)
_DUE = "for each eigenvalue its vectors are due, such as 3: {(1, 0)}; -1: {(0, 1), (1, 1)}"
_MOST, _LONG = 60, 2000


@dataclass(frozen=True)
class EigenPairs:
    """Eigenvalues in a column, and for each of them its vectors as rows, all over one ring."""

    values: Matrix
    spaces: tuple[Matrix, ...]


def read_eigenpairs(setting: Setting, text: str) -> Answer:
    """Read values with vectors; the value of the answer is an EigenPairs."""
    text = plain_arrows(cleaned(text))
    if says_none(text):
        return Answer(EigenPairs(Matrix(setting.over.ring, (), 1), ()), "no eigenvalues")
    named = named_matrices(setting, text, "PD")
    if named is not None:
        return _echoed(setting, *_from_matrices(named))
    pairs = list(_pairs(text))
    if not pairs or len(pairs) > _MOST or not all(vectors for _, vectors in pairs):
        raise NotRead("input.wrong-sort", _DUE)
    pieces = []
    for value, vectors in pairs:
        pieces += [(read_scalar, value), (_read_vectors, vectors)]
    found = [answer.value for answer in read_in_turn(setting, pieces)]
    return _echoed(setting, *_joined(found[::2], found[1::2]))


def _read_vectors(setting: Setting, text: str) -> Answer:
    return read_list(setting, text)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Give the text of each value with that of its vectors."""
    value, vectors = "", ""
    for piece in _pieces(text):
        start = _start(piece)
        if start is None:
            vectors += ", " + _without(_VECTOR, piece)
            continue
        if value:
            yield value, _listed(vectors)
        value, vectors = start
        if not value:
            raise NotRead("input.wrong-sort", _DUE)
    if value:
        yield value, _listed(vectors)
    elif vectors:
        raise NotRead("input.wrong-sort", _DUE)


def _pieces(text: str) -> list[str]:
    """Split at commas, semicolons and line ends; (3, {...}) is a pair of its own."""
    inner = without_braces(text)
    text = inner if split_outside(inner, ":") != [inner] else text
    out: list[str] = []
    for piece in split_outside(re.sub(r"\b(?:and|with)\b", ",", text), ",;\n"):
        bare = piece[1:-1] if piece.startswith("(") and piece.endswith(")") else ""
        parts = split_outside(bare, ",")
        if len(parts) == 2 and parts[1].startswith(("(", "[", "{", "<", "span")):
            out.append(f"{parts[0]}: {parts[1]}")
        else:
            out.append(piece)
    return out


def _without(pattern: re.Pattern[str], text: str) -> str:
    """Leave out what the pattern finds at the beginning."""
    found = pattern.match(text)
    return text[found.end() :] if found else text


def _start(piece: str) -> tuple[str, str] | None:
    """Give value and vectors of a piece that begins with a value; None for vectors alone."""
    sides = split_outside(piece, ":")
    if len(sides) == 2:
        value = _without(_VALUE, sides[0])
        if re.fullmatch(r"(?i)\s*(?:eigenvectors?|eigenspace|vectors?|v\d*)\s*", value):
            return None
        if not value.strip() or re.fullmatch(r"(?i)\s*(?:eigenvalues?)\s*", value):
            return sides[1], ""
        return value.strip(), _without(_VECTOR, sides[1])
    space = _SPACE.fullmatch(piece) if len(piece) < _LONG else None
    if space:
        return space[1], space[2]
    found = _VALUE.match(piece)
    return (piece[found.end() :], "") if found and found.end() < len(piece) else None


def _listed(vectors: str) -> str:
    """Make one list of what is listed in pieces: {a}, b and span{c} are a, b, c."""
    out = []
    for piece in split_outside(vectors, ","):
        inner = piece[4:].strip() if piece.startswith("span") else piece
        out.append(without_braces(inner) if inner.startswith(("{", "\\{")) else piece)
    return "{" + ", ".join(out) + "}" if out else ""


def _joined(values: list[Matrix], spaces: list[Matrix]) -> tuple[Matrix, list[Matrix]]:
    """Put the vectors of a value that is listed twice together."""
    unique: list[Matrix] = []
    rows: list[Matrix] = []
    for value, space in zip(values, spaces, strict=True):
        same = next((k for k, x in enumerate(unique) if entry(x) == entry(value)), None)
        if same is None:
            unique.append(value)
            rows.append(space)
        else:
            both = [*entries(rows[same]), *entries(space)]
            rows[same] = matrix_from(space.ring, both, space.width)
    return stacked(unique), rows


def _from_matrices(named: dict[str, Matrix]) -> tuple[Matrix, list[Matrix]]:
    """Take the diagonal of D for values and the columns of P for vectors."""
    p, d = named["P"], named["D"]
    if not d.is_square or p.width != d.width:
        raise NotRead("input.wrong-size", "P has as many columns as D")
    values = [matrix_from(d.ring, [[row[k]]], 1) for k, row in enumerate(entries(d))]
    off = [x for i, row in enumerate(entries(d)) for j, x in enumerate(row) if i != j]
    if any(off):
        raise NotRead("input.wrong-sort", "D is read as a matrix that is not diagonal")
    return _joined(values, [p.columns((k,)).transpose for k in range(p.width)])


def _echoed(setting: Setting, values: Matrix, spaces: list[Matrix]) -> Answer:
    due = setting.ambient
    shown = []
    for (value,), rows in zip(entries(values), spaces, strict=True):
        if due is not None and rows.width != due.dimension:
            raise wrong_length(rows.width)
        plain = (due or Coordinates(rows.width)).plain
        shown.append(f"{value}: {{{', '.join(map(plain, entries(rows)))}}}")
    return Answer(EigenPairs(values, tuple(spaces)), "; ".join(shown))


def one_pair(pairs: EigenPairs, k: int) -> EigenPairs:
    """Give one of the pairs alone."""
    return replace(pairs, values=pairs.values.select((k,)), spaces=(pairs.spaces[k],))
