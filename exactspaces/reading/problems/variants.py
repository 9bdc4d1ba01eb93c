"""The table [variants] of a problem file: names to draw, and what must hold of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import Any

from exactspaces.errors import ExactSpacesError
from exactspaces.reading.bindings import bind
from exactspaces.reading.problems.drawings import Argument, read_drawing
from exactspaces.reading.problems.faults import Place, shown
from exactspaces.reading.problems.generators import GENERATORS
from exactspaces.reading.problems.keys import VARIANTS, names_of
from exactspaces.reading.problems.tables import Table
from exactspaces.reading.problems.toml import read_tables

MOST_SEEDS = 10_000
_MOST_NAMES = 100


@dataclass(frozen=True)
class Variants:
    """What is drawn, in the order of the file, and what must hold of every variant.

    `hidden` are names that serve to build others: they are told to nobody who answers. `tables`
    is the whole file, `digest` stands for all that decides what is drawn.
    """

    drawings: Mapping[str, Argument]
    seeds: int
    require: tuple[str, ...]
    separate: bool
    waive: tuple[str, ...]
    hidden: frozenset[str]
    tables: Mapping[str, Any]
    digest: str
    file: str

    @property
    def place(self) -> Place:
        """Where the table stands."""
        return Place(self.file).at("variants")


def read_variants(source: "str | Path") -> Variants | None:
    """Read the table [variants] of a problem file; None when it has none.

    Raises BadProblem.
    """
    file, data = read_tables(source)
    return variants_of(file, data)


def variants_of(file: str, data: Mapping[str, Any]) -> Variants | None:
    """Read the table [variants] among the tables of a file."""
    if "variants" not in data:
        return None
    table = Table(Place(file), data).table("variants")
    words = names_of(VARIANTS)
    names = [name for name in table.data if name not in words]
    if not 1 <= len(names) <= _MOST_NAMES:
        table.place.fail(
            f"{len(names)} names are drawn, and 1 to {_MOST_NAMES} are due; write for instance "
            'A = "nice_rref(3, 4, rank=2)"'
        )
    drawings = {name: _drawing(table, name) for name in names}
    return Variants(
        drawings=drawings,
        seeds=_seeds(table),
        require=table.texts("require"),
        separate="separate" in table.data and bool(table.word("separate", ("standard",))),
        waive=table.texts("waive"),
        hidden=_hidden(table, names),
        tables=data,
        digest=_digest(data),
        file=file,
    )


def _drawing(table: Table, name: str) -> Argument:
    text = table.text(name)
    place = table.place.at(name)
    if name in GENERATORS:
        place.fail("this is the name of a generator; choose another")
    try:
        bind(name, "1")
    except ExactSpacesError as error:
        place.fail(f"this name cannot be used. {error}")
    return read_drawing(place, text)


def _seeds(table: Table) -> int:
    seeds = table.data.get("seeds", 20)
    if type(seeds) is not int or not 1 <= seeds <= MOST_SEEDS:
        table.place.at("seeds").fail(
            f"a whole number from 1 to {MOST_SEEDS:,} is due, and this is {shown(seeds)}"
        )
    return seeds


def _hidden(table: Table, names: list[str]) -> frozenset[str]:
    hidden = table.texts("hidden")
    for number, name in enumerate(hidden, 1):
        if name not in names:
            place = table.place.at("hidden").item(number)
            place.fail(f"{shown(name)} is not drawn here; names that are: {', '.join(names)}")
    return frozenset(hidden)


def _digest(data: Mapping[str, Any]) -> str:
    """Give a digest of all that decides what is drawn and proved of it: not of the texts."""
    parts = [
        {k: v for k, v in part.items() if k in ("id", "field", "answer")}
        for part in data.get("part", ())
        if isinstance(part, dict)
    ]
    keys = ("format", "id", "field", "variants", "given")
    more = [data[key] for key in ("map", "space", "set") if key in data]
    decides = [[*(data.get(key) for key in keys), *more], parts]
    return sha256(dumps(decides, sort_keys=True, default=str).encode()).hexdigest()
