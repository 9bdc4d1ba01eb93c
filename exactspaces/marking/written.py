"""Answers as text: what a person would type who means a certain value."""

from collections.abc import Mapping
from typing import Any

from exactspaces.fields import entries, entry
from exactspaces.fields.polynomials import polynomial_text
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Matrix
from exactspaces.marking.judging import Case
from exactspaces.questions import Combine, Multiply, Swap
from exactspaces.reading.answers.affine_sets import Flat
from exactspaces.reading.answers.eigenpairs import EigenPairs
from exactspaces.reading.answers.formal import formal_echo
from exactspaces.reading.answers.operations import shown
from exactspaces.reading.answers.values import matrix_echo
from exactspaces.spaces import Ambient, Coordinates

LISTS = (
    "basis", "basis-among", "spanning-set", "subspace", "orthogonal-basis", "orthonormal-basis",
)  # fmt: skip
COLUMNS = ("vector", "vector-up-to-scalar", "coordinates")


def answer_text(case: Case, value: Any) -> str:
    """Write an answer of the kind of the case so that the reader of answers reads this value.

    Raises TypeError for a value that is none of the kind.
    """
    match value:
        case bool():
            return "yes" if value else "no"
        case int() | str():
            return str(value)
        case None:
            return "no solution" if case.kind == "affine-set" else "none"
        case tuple():
            return ", ".join(map(_item, value)) or "none"
        case Flat():
            return _flat_text(value)
        case EigenPairs():
            return _pairs_text(value, case.setting.ambient)
        case Matrix():
            return _matrix_text(case, value)
        case Mapping():
            return ", ".join(f"{name} = {matrix_echo(m)}" for name, m in value.items())
    raise TypeError(f"an answer of the kind {case.kind} is no {type(value).__name__}")


def _item(item: Any) -> str:
    return shown(item) if isinstance(item, Swap | Multiply | Combine) else str(item)


def _matrix_text(case: Case, value: Matrix) -> str:
    """Write what is read as a matrix: a number, numbers, a vector, vectors, or a matrix."""
    rows = entries(value)
    is_column = case.kind in COLUMNS or (case.kind == "projection" and value.width == 1)
    if case.kind in LISTS:
        return list_text(value, case.setting.ambient)
    if case.kind == "scalar":
        return str(entry(value))
    if case.kind == "scalar-set":
        return "{" + ", ".join(str(x) for (x,) in rows) + "}"
    if case.kind == "polynomial":
        taken = quantity_names(value.ring)
        return polynomial_text(rows[0], next(x for x in ("x", "t", "z", "s") if x not in taken))
    if case.kind == "formal-basis":
        letter = case.options.get("letter", "a")
        return formal_echo(rows, [f"{letter}{k}" for k in range(1, value.width + 1)])
    if is_column:
        return _space(case.setting.ambient, value.height).plain([x for (x,) in rows])
    return matrix_echo(value)


def _pairs_text(value: EigenPairs, ambient: Ambient | None) -> str:
    """Write each value with its vectors."""
    pairs = zip(entries(value.values), value.spaces, strict=True)
    return "; ".join(f"{x}: {list_text(rows, ambient)}" for (x,), rows in pairs) or "none"


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
