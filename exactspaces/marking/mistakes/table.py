"""All mistakes, from special to general."""

from collections.abc import Iterator
from typing import Any

from exactspaces.marking.judging import Case
from exactspaces.marking.mistakes.base import Hit, Mistake, Scene
from exactspaces.marking.mistakes.of_inner import INNER_MISTAKES
from exactspaces.marking.mistakes.of_lengths import LENGTH_MISTAKES
from exactspaces.marking.mistakes.of_products import PRODUCT_MISTAKES
from exactspaces.marking.mistakes.of_solutions import SOLUTION_MISTAKES
from exactspaces.marking.mistakes.of_spaces import SPACE_MISTAKES
from exactspaces.marking.mistakes.of_spectra import SPECTRAL_MISTAKES
from exactspaces.marking.mistakes.of_values import VALUE_MISTAKES

MISTAKES: tuple[Mistake, ...] = (
    *PRODUCT_MISTAKES,
    *INNER_MISTAKES,
    *SPECTRAL_MISTAKES,
    *LENGTH_MISTAKES,
    *SPACE_MISTAKES,
    *VALUE_MISTAKES,
    *SOLUTION_MISTAKES,
)


def mistake_in(scene: Scene) -> Hit | None:
    """Give the most special mistake that leads to the answer, or None."""
    for mistake in MISTAKES:
        if mistake.is_in(scene):
            return Hit(mistake.id, mistake.text, mistake.names)
    return None


def names_of(mistake: str) -> tuple[str, ...]:
    """Give the names by which a problem file can mean a mistake, the most special one first."""
    return next((found.names for found in MISTAKES if found.id == mistake), (mistake,))


def wrong_answers(case: Case, only: str = "") -> Iterator[tuple[str, Any]]:
    """Give the answers that mistakes lead to, each with its mistake; of one, when it is named."""
    for mistake in MISTAKES:
        if only in ("", mistake.id):
            for value in mistake.answers(case):
                yield mistake.id, value
