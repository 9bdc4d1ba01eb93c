"""Reading keys strictly: every key is known, and has the type that is due."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from exactspaces.reading.problems.faults import Place, nearest, shown

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SHARE = re.compile(r"\d{1,9}(/\d{1,9})?")


@dataclass(frozen=True)
class Table:
    """A table of a file, with the place where it stands."""

    place: Place
    data: Mapping[str, Any]

    def only(self, known: Iterable[str], later: Iterable[str] = ()) -> None:
        """Refuse keys that are not known; `later` are those that the format has in store."""
        known, later = set(known), set(later)
        for name in self.data:
            if name in later:
                self.place.at(name).fail(
                    "this key is in the format, but not read yet; take it out"
                )
            if name not in known:
                self.place.at(name).fail(f"this key is not known; {nearest(name, known)}")

    def text(self, name: str, default: str | None = None) -> str:
        """Give a text that is not empty."""
        value = self._value(name, default)
        if not isinstance(value, str):
            self.place.at(name).fail(f"a text in quotes is due, and this is {shown(value)}")
        if not value.strip() and value != default:
            self.place.at(name).fail("the text is empty; write something, or take the key out")
        return value

    def slug(self, name: str) -> str:
        """Give a name of lower-case words with hyphens."""
        value = self.text(name)
        if not SLUG.fullmatch(value):
            self.place.at(name).fail(
                f"{shown(value)} is no name of lower-case letters, digits and hyphens; "
                'write one such as "null-space"'
            )
        return value

    def word(self, name: str, known: Iterable[str]) -> str:
        """Give one of the words that are known."""
        value, words = self.text(name), tuple(known)
        if value not in words:
            self.place.at(name).fail(f"{shown(value)} is not known here; {nearest(value, words)}")
        return value

    def share(self, name: str, most: int, default: str | None = None) -> Fraction:
        """Give a positive whole number or a fraction such as "1/3", up to `most`."""
        return share(self.place.at(name), self._value(name, default), most)

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts; empty when the key is not there."""
        value = self.data.get(name, [])
        where = self.place.at(name)
        if not isinstance(value, list):
            where.fail(f"a list of texts in brackets is due, and this is {shown(value)}")
        for number, item in enumerate(value, 1):
            if not isinstance(item, str) or not item.strip():
                where.item(number).fail(f"a text in quotes is due, and this is {shown(item)}")
        return tuple(value)

    def table(self, name: str) -> "Table":
        """Give a table inside; empty when the key is not there."""
        return as_table(self.place.at(name), self.data.get(name, {}))

    def list_of_tables(self, name: str) -> "list[Table]":
        """Give a list of tables; empty when the key is not there."""
        value = self.data.get(name, [])
        where = self.place.at(name)
        if not isinstance(value, list):
            where.fail(f"a list of tables is due, and this is {shown(value)}; {_how(name)}")
        return [as_table(where.item(k), item) for k, item in enumerate(value, 1)]

    def _value(self, name: str, default: Any) -> Any:
        if name not in self.data and default is None:
            self.place.at(name).fail("this key is missing; add it")
        return self.data.get(name, default)


def _how(name: str) -> str:
    return f"write [[{name}]]" if name == "part" else "write [{ ... }, { ... }]"


def as_table(place: Place, value: Any) -> Table:
    """Require a table."""
    if not isinstance(value, dict):
        place.fail(f"a table such as {{ key = value }} is due, and this is {shown(value)}")
    return Table(place, value)


def share(place: Place, value: Any, most: int) -> Fraction:
    """Require a number of points, or a share of them."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    good = isinstance(text, str) and len(text) < 20 and _SHARE.fullmatch(text)
    if not good or text.endswith("/0") or not 0 < Fraction(text) <= most:
        hint = "not as a float" if isinstance(value, float) else f"above 0 and at most {most}"
        place.fail(f'a number such as 2 or "1/3" is due, {hint}, and this is {shown(value)}')
    return Fraction(text)
