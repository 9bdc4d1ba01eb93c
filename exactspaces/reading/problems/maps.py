"""The tables [map.T] of a problem file: a formula, a matrix in bases, or images of a basis.

A table becomes a text of the expression language, so that the map can be named wherever something
given can: in answers, claims, texts and requirements.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from exactspaces.errors import ExactSpacesError
from exactspaces.reading.bindings import bind
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.linear.texts import arrows
from exactspaces.reading.problems.keys import MAP, names_of
from exactspaces.reading.problems.tables import Table

_MOST_NAMES = 200
# What stands beside each way to give a map.
_BESIDE: Mapping[str, tuple[str, ...]] = {
    "takes": ("from", "to"),
    "matrix": ("basis", "target_basis"),
    "images": ("basis",),
}


@dataclass(frozen=True)
class GivenMap:
    """A map of the file: its text in the expression language, and the pieces it was made of."""

    text: str
    pieces: Mapping[str, str]


def read_maps(top: Table) -> Mapping[str, GivenMap]:
    """Read the tables [map.T], without looking for a meaning.

    Raises BadProblem.
    """
    table = top.table("map")
    if len(table.data) > _MOST_NAMES:
        table.place.fail(f"{len(table.data):,} are given; at most {_MOST_NAMES} are read")
    return {name: _map(name, table.table(name)) for name in table.data}


def _map(name: str, table: Table) -> GivenMap:
    table.only(names_of(MAP))
    ways = [key for key in _BESIDE if key in table.data]
    if len(ways) != 1:
        table.place.fail(
            f"one of takes, matrix and images is due, and {len(ways)} of them are there; write "
            'for instance takes = "(x, y) -> (x + y, 2x)"'
        )
    way = ways[0]
    for key in table.data:
        if key not in (way, *_BESIDE[way]):
            table.place.at(key).fail(f"{key} does not stand beside {way}; take one of them out")
    text = _WRITE[way](name, table)
    try:
        bind(name, text)
    except ExactSpacesError as error:
        table.place.fail(f"this map is not understood. {error}")
    return GivenMap(text, {key: table.text(key) for key in table.data})


def _by_formula(name: str, table: Table) -> str:
    takes = arrows(table.text("takes"))
    if takes.count("->") != 1 or "=" in takes:
        table.place.at("takes").fail(
            "a vector, an arrow and its image are due, such as (x, y) -> (x + y, 2x)"
        )
    if ("from" in table.data) != ("to" in table.data):
        table.place.fail("from and to go together; write both, or none where tuples say enough")
    if "from" not in table.data:
        return f"{name}: {takes}"
    return f"{name}: {_place(table, 'from')} -> {_place(table, 'to')}, {takes}"


def _place(table: Table, key: str) -> str:
    text = table.text(key)
    if any(sign in arrows(text) for sign in (",", "=", "->", ":", ";")):
        table.place.at(key).fail("a space is due, such as R^2, P_2 or R^(2x2)")
    return text


def _by_matrix(_name: str, table: Table) -> str:
    if "target_basis" in table.data and "basis" not in table.data:
        table.place.fail("the basis of the source is missing; write basis, too")
    keys = [key for key in ("matrix", "basis", "target_basis") if key in table.data]
    return f"linear_map({', '.join(_piece(table, key) for key in keys)})"


def _by_images(_name: str, table: Table) -> str:
    return f"map_sending({_piece(table, 'basis')}, {_piece(table, 'images')})"


def _piece(table: Table, key: str) -> str:
    """Give an expression that is one by itself, so that it can stand among others."""
    text = table.text(key).strip()
    try:
        parse(text)
    except ExactSpacesError as error:
        table.place.at(key).fail(f"this is not understood. {error}")
    return text


_WRITE: Mapping[str, Callable[[str, Table], str]] = {
    "takes": _by_formula,
    "matrix": _by_matrix,
    "images": _by_images,
}
