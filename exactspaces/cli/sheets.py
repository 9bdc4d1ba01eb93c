"""The command that puts problems onto an exercise sheet."""

import argparse
from argparse import Namespace
from collections.abc import Callable

from exactspaces.cli.marking import add_seed

UNDECIDED = 3


def add_sheet(command: argparse.ArgumentParser) -> None:
    """Declare the options of `sheet`."""
    command.add_argument("paths", nargs="+", metavar="PROBLEM", help="problem files, or folders")
    command.add_argument("--title", default="Exercises", metavar="TEXT")
    command.add_argument(
        "--format", choices=("text", "markdown", "latex", "html"), default="text", dest="how"
    )
    command.add_argument(
        "--key",
        choices=("none", "answers", "solutions"),
        default="answers",
        help="what stands behind the sheet (answers)",
    )
    add_seed(command)
    command.add_argument("--budget", type=float, default=10.0, metavar="SECONDS")


def sheet(options: Namespace, seconds: float, say: Callable[[str], None]) -> int:
    """Write a sheet with its key; the exit code is 3 when a part is undecided."""
    from exactspaces.api.problems.banks import problem_files  # noqa: PLC0415 - loaded when it runs
    from exactspaces.api.problems.files import load_any  # noqa: PLC0415
    from exactspaces.api.problems.sheets import sheet as sheet_of  # noqa: PLC0415
    from exactspaces.api.processes.budget import Budget  # noqa: PLC0415

    files = problem_files(options.paths)
    problems = [load_any(path, options.seed) for path in files]
    made = sheet_of(problems, title=options.title, key=options.key, budget=Budget(seconds=seconds))
    say(made.write(options.how).rstrip("\n"))
    return 0 if made.is_complete else UNDECIDED
