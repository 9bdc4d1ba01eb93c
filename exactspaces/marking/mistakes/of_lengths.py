"""Mistakes that show in the number of entries: vectors of a smaller space."""

from collections.abc import Iterator

from exactspaces.fields import entries
from exactspaces.kernel import Matrix
from exactspaces.marking.mistakes.base import Mistake, Scene
from exactspaces.marking.mistakes.made import made
from exactspaces.marking.mistakes.of_spaces import SPACES, space_of


def without_zero_coordinate(scene: Scene) -> Iterator[Matrix]:
    """A basis with a coordinate left out that is 0 in all vectors of the space."""
    basis = scene.basis(space_of(scene))
    for place in range(basis.width):
        if basis.height and not any(row[place] for row in entries(basis)):
            yield basis.columns([k for k in range(basis.width) if k != place])


def _same_span(scene: Scene, due: Matrix) -> bool:
    mine = scene.answer
    return isinstance(mine, Matrix) and mine.height > 0 and scene.same_span(due)


LENGTH_MISTAKES: tuple[Mistake, ...] = (
    made("subspace.embedding", SPACES, "this is what one gets by leaving out a coordinate that is "
         "0 in the whole space; the vectors still have it", without_zero_coordinate, _same_span),
)  # fmt: skip
