"""Sets of numbers as people write them: {1, -2}, x = 1 or x = 2, ±sqrt(2), 3 (twice)."""

import re

from exactspaces.fields import entry, matrix_from
from exactspaces.kernel import Matrix
from exactspaces.reading.answers.pieces import read_in_turn, split_outside, without_braces
from exactspaces.reading.answers.setting import Answer, NotRead, Setting, cleaned
from exactspaces.reading.answers.values import read_scalar, says_none

_WORDS = {"double": 2, "twice": 2, "triple": 3, "thrice": 3, "simple": 1, "once": 1}
_REPEATED = re.compile(
    r"(.+?)\s*\(?\s*(?:(?:with\s+)?(?:algebraic\s+)?mult(?:iplicity|\.)?\s*(?:of\s+)?(\d{1,3})|"
    rf"(?:x\s*|×\s*|\\times\s*)(\d{{1,3}})|({'|'.join(_WORDS)})(?:\s+root)?)\s*\)?\s*",
    re.IGNORECASE,
)
_NAME = re.compile(r"\\?[A-Za-zλ]\w*(?:_\{\w+\})?\s*=(?!=)\s*")
_BOTH = re.compile(r"±|\\pm\b|\+/-|\+-")
_MOST, _LONG = 60, 300


def read_scalar_set(setting: Setting, text: str) -> Answer:
    """Read numbers in any order, as a column; a number may stand there several times.

    >>> from exactspaces.fields.names import read_over
    >>> read_scalar_set(Setting(read_over("QQ"), {}), "x = 1/2 or x = -3 (twice)").echo
    '{1/2, -3, -3}'
    >>> read_scalar_set(Setting(read_over("RR"), {}), "1 ± sqrt(2)").echo
    '{1 + sqrt(2), 1 - sqrt(2)}'
    """
    text = cleaned(text)
    if says_none(text) or without_braces(text) in ("", "∅"):
        return Answer(Matrix(setting.over.ring, (), 1), "{}")
    pieces: list[str] = []
    for piece in split_outside(re.sub(r"\b(?:and|or)\b", ",", without_braces(text)), ",;\n"):
        pieces += repeated(piece)
    if len(pieces) > _MOST:
        raise NotRead("input.too-long", f"at most {_MOST} numbers are read")
    found = read_in_turn(setting, [(read_scalar, piece) for piece in pieces])
    values: list[Matrix] = [answer.value for answer in found]
    rows = stacked(values) if values else Matrix(setting.over.ring, (), 1)
    echo = "{" + ", ".join(str(entry(value)) for value in values) + "}"
    return Answer(rows, echo, tuple(note for answer in found for note in answer.notes))


def stacked(values: list[Matrix]) -> Matrix:
    """Put 1 x 1 matrices over one ring below one another."""
    return matrix_from(values[0].ring, [[entry(value)] for value in values], 1)


def repeated(piece: str) -> list[str]:
    """Give a value as often as it is said to count; ± gives two values.

    >>> repeated("3 (multiplicity 2)"), repeated("±2")
    (['3', '3'], ['+2', '-2'])
    """
    piece = _NAME.sub("", piece, count=1) if _NAME.match(piece) else piece
    found = _REPEATED.fullmatch(piece) if len(piece) < _LONG else None
    times = 1
    if found:
        piece = found[1]
        times = int(found[2] or found[3] or _WORDS[(found[4] or "once").lower()])
    if times > _MOST:
        raise NotRead("input.too-long", f"at most {_MOST} numbers are read")
    values = [_BOTH.sub(sign, piece) for sign in "+-"] if _BOTH.search(piece) else [piece]
    return values * times
