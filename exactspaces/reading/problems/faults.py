"""What is wrong with a problem file: where, what was read, what was due, the remedy."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NoReturn

from exactspaces.errors import NotUnderstood

_SHOWN = 60


class BadProblem(NotUnderstood):
    """A problem file that cannot be used; `file` and `key` say where."""

    def __init__(self, file: str, key: str, message: str) -> None:
        where = f"{file}: {key}" if key else file
        super().__init__(f"{where}: {message}")
        self.file, self.key = file, key


@dataclass(frozen=True)
class Place:
    """A key of a file, by the names that lead to it."""

    file: str
    key: str = ""

    def at(self, name: str) -> "Place":
        """Give the place of a key inside."""
        plain = name if name.replace("-", "").replace("_", "").isalnum() else shown(name)
        return Place(self.file, f"{self.key}.{plain}" if self.key else plain)

    def at_path(self, path: str) -> "Place":
        """Give the place of a dotted path inside."""
        return Place(self.file, f"{self.key}.{path}" if self.key else path)

    def item(self, number: int) -> "Place":
        """Give the place of an item of a list, counted from 1."""
        return Place(self.file, f"{self.key}[{number}]")

    def fail(self, message: str) -> NoReturn:
        """Refuse what stands here."""
        raise BadProblem(self.file, self.key, message)


def shown(value: object) -> str:
    """Say what was read: a short text in full, a long one cut, a table or list by its name."""
    match value:
        case str():
            cut = value if len(value) <= _SHOWN else value[:_SHOWN] + "..."
            return '"' + "".join(c if c.isprintable() else " " for c in cut) + '"'
        case bool():
            return "true" if value else "false"
        case int() | float():
            text = str(value) if not isinstance(value, int) or abs(value) < 10**18 else ""
            return text or "a number with many digits"
        case dict():
            return "a table"
        case list():
            return "an empty list" if not value else "a list"
    return "a date or time"


def nearest(name: str, known: Iterable[str], *, all_of_them: bool = True) -> str:
    """Give the remedy for a word that is not known: the nearest one, or all there are."""
    words = sorted(known)
    near = get_close_matches(name[:_SHOWN], words, n=1)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"expected one of {', '.join(words)}" if all_of_them and words else "take it out"
