"""Several matrices with names: P = [...], D = [...], P^-1 = [...]."""

import re
from collections.abc import Mapping

from exactspaces.kernel import Matrix
from exactspaces.reading.answers.pieces import read_in_turn
from exactspaces.reading.answers.setting import Answer, NotRead, Setting, cleaned
from exactspaces.reading.answers.values import matrix_echo, read_matrix, says_none

_LETTER = re.compile(
    r"(?:^|(?<=[\s,;\]]))(?:and\s+)?(?P<name>[A-Z]|Lambda|\\Lambda|Λ)"
    r"(?P<back>\s*(?:\^\s*\(?\{?\s*[-−]\s*1\s*\}?\)?|⁻¹|inv))?\s*=\s*(?=[^=])"
)
_ALIASES: Mapping[str, str] = {"S": "P", "V": "P", "Lambda": "D", "\\Lambda": "D", "Λ": "D"}
_NOT = ("not diagonalizable", "not diagonalisable", "no such matrix", "impossible")


def named_matrices(setting: Setting, text: str, letters: str) -> dict[str, Matrix] | None:
    """Read matrices with names, all over one ring; None when there are no such names.

    `letters` are those that are due; P^-1 may stand beside P, and has the key "P^-1".
    """
    found = list(_LETTER.finditer(text))
    if not found or text[: found[0].start()].strip():
        return None
    names = [_named(one) for one in found]
    ends = [one.start() for one in found[1:]] + [len(text)]
    bodies = [
        text[one.end() : end].strip().rstrip(",; ") for one, end in zip(found, ends, strict=True)
    ]
    allowed = {*letters, *(f"{letter}^-1" for letter in letters)}
    if len(set(names)) != len(names) or not set(letters) <= set(names) <= allowed:
        return None
    read = read_in_turn(setting, [(read_matrix, body) for body in bodies])
    return {name: answer.value for name, answer in zip(names, read, strict=True)}


def _named(found: re.Match[str]) -> str:
    letter = _ALIASES.get(found["name"], found["name"])
    return f"{letter}^-1" if found["back"] else letter


def read_diagonalization(setting: Setting, text: str) -> Answer:
    """Read P and D, with P^-1 or without; None stands for "there are none"."""
    text = cleaned(text)
    if says_none(text) or " ".join(text.lower().split()) in _NOT:
        return Answer(None, "not diagonalizable")
    return _read(setting, text, "PD")


def read_jordan(setting: Setting, text: str) -> Answer:
    """Read a Jordan form J alone, or P and J; None stands for "there is none"."""
    text = cleaned(text)
    if says_none(text):
        return Answer(None, "there is none")
    if "=" in text and named_matrices(setting, text, "PJ") is not None:
        return _read(setting, text, "PJ")
    found = named_matrices(setting, text, "J") or {"J": read_matrix(setting, text).value}
    return Answer(found, matrix_echo(found["J"]))


def _read(setting: Setting, text: str, letters: str) -> Answer:
    found = named_matrices(setting, text, letters)
    if found is None:
        due = ", ".join(f"{letter} = [...]" for letter in letters)
        raise NotRead("input.wrong-sort", f"matrices are due with their names: {due}")
    echo = ", ".join(f"{name} = {matrix_echo(matrix)}" for name, matrix in found.items())
    return Answer(found, echo)
