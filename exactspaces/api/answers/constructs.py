"""Matrices, vectors and numbers with stated properties, as plain data and in one line."""

from typing import Any

from exactspaces.fields import entries, entry
from exactspaces.fields.numbers import Scalar
from exactspaces.fields.polynomials import polynomial_text
from exactspaces.kernel import Matrix
from exactspaces.questions.constructions import Construct, Part
from exactspaces.spaces import Ambient, Coordinates, Matrices


def construct_data(answer: Construct) -> Any:
    """Give the parts by name; a single part as it is; None for what does not exist."""
    if answer.missing:
        return None
    if len(answer.shown) == 1:
        return part_data(answer.shown[0])
    return {part.name: part_data(part) for part in answer.shown}


def part_data(part: Part) -> Any:
    """Give numbers as texts, vectors and polynomials as lists, matrices as lists of rows."""
    value = part.value
    if not isinstance(value, Matrix):
        return value
    if part.ambient is not None and part.kind in ("vector", "vectors"):
        rows_of_vectors = entries(value.transpose if part.kind == "vector" else value)
        listed = [part.ambient.data(row) for row in rows_of_vectors]
        return listed[0] if part.kind == "vector" else listed
    rows = [[str(x) for x in row] for row in entries(value)]
    if part.kind == "vector":
        return [x for (x,) in rows]
    if part.kind == "polynomial":
        return polynomial_text(entries(value)[0])
    return rows[0][0] if part.kind == "number" else rows


def construct_text(answer: Construct) -> str:
    """Write the parts in one line; "none" for what does not exist."""
    if answer.missing:
        return "none"
    if len(answer.shown) == 1:
        return part_text(answer.shown[0])
    return ", ".join(f"{part.name} = {part_text(part)}" for part in answer.shown)


def part_text(part: Part) -> str:
    """Write one part in the notation that the reader accepts."""
    value = part.value
    if not isinstance(value, Matrix):
        return value
    match part.kind:
        case "number":
            return str(entry(value))
        case "vector":
            return _vector([x for (x,) in entries(value)], part.ambient)
        case "vectors":
            return "{" + ", ".join(_vector(row, part.ambient) for row in entries(value)) + "}"
        case "polynomial":
            return polynomial_text(entries(value)[0])
    if not value.height or not value.width:
        return f"zeros({value.height}, {value.width})"
    flat = [x for row in entries(value) for x in row]
    return Matrices(value.height, value.width).plain(flat)


def _vector(values: list[Scalar], ambient: Ambient | None) -> str:
    return (ambient or Coordinates(len(values))).plain(values)
