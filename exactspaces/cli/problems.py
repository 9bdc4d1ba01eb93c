"""The commands for those who write problems."""

import argparse
import re
from argparse import Namespace
from collections.abc import Callable

from exactspaces.errors import NotUnderstood

Say = Callable[[str], None]
_SEEDS = re.compile(r"(\d{1,6})(?:\.\.(\d{1,6}))?")


def add_problem(command: argparse.ArgumentParser) -> None:
    """Declare what can be done with problem files."""
    tasks = command.add_subparsers(dest="task", metavar="TASK", required=True)
    variants = tasks.add_parser("variants", help="draw and prove the variants of a problem")
    variants.add_argument("file", metavar="FILE", help="a problem file with [variants]")
    variants.add_argument("--seeds", metavar="A..B", help="all unless told otherwise")
    variants.add_argument("--lock", action="store_true", help="write FILE's .variants.lock")
    for one in (variants,):
        one.add_argument("--budget", type=float, default=10.0, metavar="SECONDS")


def run(options: Namespace, seconds: float, say: Say) -> int:
    """Do what was asked for; give the exit code."""
    return TASKS[options.task](options, seconds, say)


def _variants(options: Namespace, seconds: float, say: Say) -> int:
    from exactspaces.api.budget import Budget  # noqa: PLC0415 - loaded when it runs
    from exactspaces.api.variants import drawn_variant, write_lock  # noqa: PLC0415
    from exactspaces.reading.problems import read_variants  # noqa: PLC0415

    variants = read_variants(options.file)
    if variants is None:
        raise NotUnderstood(f"{options.file}: this problem has no table [variants]")
    found = []
    for seed in _seeds(options.seeds, variants.seeds):
        one = drawn_variant(variants, seed, budget=Budget(seconds=seconds))
        found.append(one)
        draws = "the first draw" if one.draws == 1 else f"draw {one.draws}"
        say(f"seed {seed}, {draws}")
        for name, text in one.drawn.items():
            say(f"  {name} = {text}")
    proved = "; the named mistakes are wrong and different" if variants.separate else ""
    say(f"{len(found)} variants, each proved to be as required{proved}")
    if options.lock:
        say(f"locked: {write_lock(variants, found)}")
    return 0


def _seeds(text: str | None, most: int) -> range:
    if text is None:
        return range(1, most + 1)
    found = _SEEDS.fullmatch(text.strip())
    if found is None or int(found[2] or found[1]) < int(found[1]):
        raise NotUnderstood(f"--seeds {text}: write one seed, or two as in 1..10")
    return range(int(found[1]), int(found[2] or found[1]) + 1)


TASKS = {"variants": _variants}
