"""A bank of problems: which files belong to it, and whether each passes its own tests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from exactspaces.api.problems.files import load_problem
from exactspaces.api.problems.tests import problem_tests
from exactspaces.api.processes.budget import Budget
from exactspaces.api.processes.workers import each
from exactspaces.api.text import DEFAULT
from exactspaces.errors import ExactSpacesError, NotUnderstood


@dataclass(frozen=True)
class Checked:
    """How many tests a file has, and what is wrong with it."""

    tests: int
    faults: tuple[str, ...]


def problem_files(paths: Sequence[str]) -> list[Path]:
    """Give the problem files among the paths, and those in the folders among them.

    Raises NotUnderstood when a path does not exist, or when there is no problem file.
    """
    found: list[Path] = []
    for path in map(Path, paths):
        if not path.exists():
            raise NotUnderstood(f"{path}: there is no such file or folder")
        found += sorted(path.rglob("*.toml")) if path.is_dir() else [path]
    if not found:
        raise NotUnderstood(f"{', '.join(paths)}: there are no problem files (*.toml)")
    return found


def check_files(
    paths: Sequence[Path], *, budget: Budget = DEFAULT, jobs: int = 1
) -> Iterator[Checked]:
    """Check problem files in so many processes; what is found comes in the order of the files."""
    work = partial(check_file, budget=budget)
    return each(work, paths, jobs=jobs, lost=_lost, chunk=1)


def _lost(path: Path) -> Checked:
    return Checked(0, (f"{path}: the process that checked this file was ended",))


def check_file(path: Path, *, budget: Budget = DEFAULT) -> Checked:
    """Read a problem and mark the answers in its tests."""
    try:
        outcomes = problem_tests(load_problem(path), budget=budget)
    except ExactSpacesError as error:
        return Checked(0, (str(error),))
    wrong = (
        f"{outcome} (due: {outcome.example.verdict} {outcome.example.says})".replace(" )", ")")
        for outcome in outcomes
        if not outcome.is_right
    )
    return Checked(len(outcomes), tuple(wrong))
