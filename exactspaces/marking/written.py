"""Answers as text: what a person would type who means a certain value."""

from collections.abc import Mapping
from typing import Any

from exactspaces.fields import entries, entry
from exactspaces.kernel import Matrix
from exactspaces.marking.judging import Case
from exactspaces.reading.answers.affine_sets import Flat
from exactspaces.reading.answers.values import matrix_echo
from exactspaces.spaces import Ambient, Coordinates

LISTS = ("basis", "basis-among", "spanning-set", "subspace")
COLUMNS = ("vector", "vector-up-to-scalar", "coordinates")


def answer_text(case: Case, value: Any) -> str:
    """Write an answer of the kind of the case so that the reader of answers reads this value.

    Raises TypeError for a value that is none of the kind.
    """
    match value:
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case None:
            return "no solution" if case.kind == "affine-set" else "none"
        case tuple():
            return ", ".join(map(str, value)) or "none"
        case Flat():
            return _flat_text(value)
        case Matrix() if case.kind in LISTS:
            return list_text(value, case.setting.ambient)
        case Matrix() if case.kind == "scalar":
            return str(entry(value))
        case Matrix() if case.kind in COLUMNS:
            column = [x for (x,) in entries(value)]
            return _space(case.setting.ambient, value.height).plain(column)
        case Matrix():
            return matrix_echo(value)
        case Mapping():
            return ", ".join(f"{name} = {matrix_echo(m)}" for name, m in value.items())
    raise TypeError(f"an answer of the kind {case.kind} is no {type(value).__name__}")


def _space(ambient: Ambient | None, dimension: int) -> Ambient:
    fits = ambient is not None and ambient.dimension == dimension
    return ambient if ambient is not None and fits else Coordinates(dimension)


def list_text(rows: Matrix, ambient: Ambient | None) -> str:
    """Write vectors as a list in braces."""
    space = _space(ambient, rows.width)
    return "{" + ", ".join(space.plain(row) for row in entries(rows)) + "}"


def _flat_text(value: Flat) -> str:
    point = [x for (x,) in entries(value.point)]
    shown = Coordinates(len(point)).plain(point)
    if not value.directions.height:
        return shown
    return f"{shown} + span{list_text(value.directions, None)}"
