"""Names for the matrices and vectors of a question that have none."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from exactspaces.kernel import Given, Span
from exactspaces.kernel.matrices import identity
from exactspaces.rendering.documents import Display
from exactspaces.rendering.formulas import Sym
from exactspaces.rendering.terms import matrix_grid
from exactspaces.worked.notation import equation
from exactspaces.worked.work import Work

_LISTS = {"vectors", "basis", "old", "new"}
_COLUMNS = {"vector", "right"}


def introduce(work: Work, question: Any) -> None:
    """Name each given matrix that has no name; lists of vectors are named where they are used."""
    for place, given in _givens("", question):
        if given in work.names or not given.matrix.height or not given.matrix.width:
            continue
        if given.matrix.height > 1 and given.matrix == identity(
            given.matrix.ring, given.matrix.height
        ):
            work.names[given] = "I"
            continue
        single = given.matrix.width == 1 and given.matrix.height > 1
        letters = "bvwy" if place == "right" else "vwxyb"
        is_column = given.matrix.width == 1 and place in _COLUMNS
        if is_column or (single and place != "matrix"):
            value = work.point(given.matrix)
        else:
            letters, value = "ABCDEFGHMNPQ", matrix_grid(given.matrix)
        name = work.free_letter(letters)
        work.names[given] = name
        work.given.append(Display(equation(Sym(name), value)))


def _givens(place: str, value: Any) -> Iterator[tuple[str, Given]]:
    """Give the matrices of a question with the name of the field in which each stands."""
    if isinstance(value, Given):
        yield place, value
    elif isinstance(value, tuple):
        for item in value:
            yield from _givens(place, item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            inner = getattr(value, field.name)
            if isinstance(inner, Given) and (field.name in _LISTS or isinstance(value, Span)):
                continue
            if field.name not in {"negative", "ring"}:
                yield from _givens(field.name, inner)
