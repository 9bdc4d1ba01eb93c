"""What an exercise is, and how an answer to it is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.marking.plain_fields import (
    drawn,
    invertible,
    rank,
    times,
)


@dataclass
class Exercise:
    """What is asked, right answers, how an answer is changed and written, and what is right."""

    kind: str
    of: str
    right: list[Any]
    is_right: Callable[[Any], bool]
    write: Callable[[Any], str]
    keys: str = ""
    given: dict[str, str] = field(default_factory=dict)


def changed(f, chance, value):
    """The same answer with one number in it changed."""
    places = list(_places(value))
    place = chance.choice(places)
    return _with(value, place, lambda x: x + f.draw(chance, nonzero=True))


def _places(value, at=()):
    if isinstance(value, list | tuple):
        for k, inner in enumerate(value):
            yield from _places(inner, (*at, k))
    else:
        yield at


def _with(value, place, change):
    if not place:
        return change(value)
    k, *rest = place
    items = [_with(x, rest, change) if j == k else x for j, x in enumerate(value)]
    return tuple(items) if isinstance(value, tuple) else items


def combined(f, chance, rows):
    """Another basis of the same span."""
    return times(invertible(f, chance, len(rows)), rows) if rows else []


def of_rank(f, chance, height, width, r):
    while True:
        a = times(drawn(f, chance, height, r), drawn(f, chance, r, width))
        if rank(a) == r:
            return a
