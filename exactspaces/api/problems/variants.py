"""Variants of problems: drawn or taken from the lock, proved, and locked."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic

from exactspaces.api.problems.marks import settle_kept
from exactspaces.api.processes.budget import Budget
from exactspaces.api.text import DEFAULT
from exactspaces.errors import NotUnderstood
from exactspaces.reading.problems import Problem, Variants, variant_of
from exactspaces.reading.problems.faults import Place
from exactspaces.reading.problems.read import field_of
from exactspaces.reading.problems.tables import Table
from exactspaces.variants.draw import draw_names, words_of
from exactspaces.variants.instance import MOST_UNLUCKY, Instance, draw_variant
from exactspaces.variants.lock import lock_path, lock_text, read_lock
from exactspaces.variants.values import Unlucky

_MOST_SECONDS = 10.0  # for names that are drawn to read the rest of a file only


def variant(variants: Variants, seed: int, *, budget: Budget = DEFAULT) -> Problem:
    """Give the problem of a seed: from the lock where there is one, and otherwise drawn.

    Raises BadProblem for a seed that is none of the problem, a lock of another state of the file,
    and requirements that no draw meets.
    """
    lock = read_lock(variants)
    if lock is not None:
        return variant_of(variants, seed, lock.drawn(seed))
    return drawn_variant(variants, seed, budget=budget).problem


def seeds_of(variants: Variants) -> Sequence[int]:
    """Give the seeds of a problem: those that are locked where there is a lock."""
    lock = read_lock(variants)
    return range(1, variants.seeds + 1) if lock is None else sorted(lock.seeds)


def drawn_variant(variants: Variants, seed: int, *, budget: Budget = DEFAULT) -> Instance:
    """Draw the variant of a seed, whatever a lock says."""
    return draw_variant(variants, seed, lambda question: settle_kept(question, budget))


def write_lock(variants: Variants, instances: Sequence[Instance]) -> Path:
    """Write the lock of a problem file, with these variants.

    Raises NotUnderstood when it cannot be written.
    """
    path = lock_path(variants.file)
    text = lock_text(variants, {one.seed: one.drawn for one in instances})
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise NotUnderstood(f"{path}: the lock cannot be written: {error}") from error
    return path


def some_draw(variants: Variants) -> Mapping[str, str]:
    """Draw the names once, whatever is required of them: enough to read the rest of a file.

    Raises BadProblem for a call that cannot be carried out.
    """
    over = field_of(Table(Place(variants.file), variants.tables))
    reason, end = "", monotonic() + _MOST_SECONDS
    for attempt in range(MOST_UNLUCKY):
        words = words_of(variants, 1, attempt)
        try:
            return draw_names(variants, over, words, lambda q: settle_kept(q, DEFAULT)).texts
        except Unlucky as error:
            reason = str(error)
        if monotonic() > end:
            break
    variants.place.fail(f"nothing is drawn in {attempt + 1} draws: {reason}")
