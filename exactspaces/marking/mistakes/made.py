"""Mistakes that show when an answer is one of those that they lead to."""

from collections.abc import Callable
from typing import Any

from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.kernel import Matrix
from exactspaces.kernel.matrices import equal, minus, scalar, scaled, times
from exactspaces.marking.judges.constructed import over_one_field
from exactspaces.marking.mistakes.base import Build, Mistake, Scene

Same = Callable[[Scene, Any], bool]


def same_value(scene: Scene, due: Matrix) -> bool:
    """Say whether the answer is this matrix, number or vector."""
    mine = scene.answer
    if not isinstance(mine, Matrix) or mine.shape != due.shape:
        return False
    return equal(*over_one_field(mine, due))


def same_directions(scene: Scene, due: Matrix) -> bool:
    """Say whether the rows of the answer are these, in any order, each up to a factor."""
    mine = scene.answer
    if not isinstance(mine, Matrix) or mine.shape != due.shape or not due.height:
        return False
    left, right = over_one_field(mine, due)
    waiting = [directed(row) for row in entries(right)]
    for row in map(directed, entries(left)):
        if row not in waiting:
            return False
        waiting.remove(row)
    return True


def directed(row: list[Scalar]) -> list[Scalar]:
    """Scale a row so that its first entry that is not 0 becomes 1."""
    lead = next((x for x in row if x), None)
    return row if lead is None else [x / lead for x in row]


def made(
    name: str, kinds: tuple[str, ...], text: str, build: Build, same: Same = same_value
) -> Mistake:
    """Make a mistake that shows when the answer is one of those that are built."""

    def shows(scene: Scene) -> bool:
        return any(same(scene, due) for due in build(scene))

    return Mistake(name, kinds, text, shows, build)


def difference(a: Matrix, b: Matrix) -> Matrix:
    """Give a - b over the larger field."""
    return minus(*over_one_field(a, b))


def multiple(matrix: Matrix, factor: Scalar | int) -> Matrix:
    """Give a multiple of a matrix."""
    ring = matrix.ring
    value = scalar(ring, factor) if isinstance(factor, int) else _one(number(ring, factor))
    return scaled(value, matrix)


def _one(value: Scalar) -> Matrix:
    return matrix_from(value.ring, [[value]], 1)


def chained(*factors: Matrix) -> Matrix:
    """Multiply matrices from left to right."""
    total = factors[0]
    for factor in factors[1:]:
        total = times(total, factor)
    return total
