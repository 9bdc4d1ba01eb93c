"""The commands for those who write problems."""

import argparse
import re
from argparse import Namespace
from collections.abc import Callable

from exactspaces.cli.progress import counted
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
    lint = tasks.add_parser("lint", help="list all faults of problem files")
    lint.add_argument("paths", nargs="+", metavar="PATH", help="problem files, or folders")
    lint.add_argument("--seeds", type=int, default=3, metavar="N", help="variants to draw, 3")
    test = tasks.add_parser("test", help="run the tests that problems imply, and their own")
    test.add_argument("paths", nargs="+", metavar="PATH", help="problem files, or folders")
    test.add_argument("--seeds", type=int, default=3, metavar="N", help="variants to test, 3")
    new = tasks.add_parser("new", help="write a problem to start from")
    new.add_argument("file", metavar="FILE", help="TOPIC/NAME.toml, a file that does not exist")
    new.add_argument("--kind", default="basis", metavar="KIND", help="the kind of answer: basis")
    schema = tasks.add_parser("schema", help="print the JSON Schema of problem files")
    for one in (variants, lint, test, new, schema):
        one.add_argument("--budget", type=float, default=10.0, metavar="SECONDS")


def run(options: Namespace, seconds: float, say: Say) -> int:
    """Do what was asked for; give the exit code."""
    return TASKS[options.task](options, seconds, say)


def _variants(options: Namespace, seconds: float, say: Say) -> int:
    from exactspaces.api.problems.variants import drawn_variant, write_lock  # noqa: PLC0415
    from exactspaces.api.processes.budget import Budget  # noqa: PLC0415 - loaded when it runs
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
    say(f"{counted(len(found), 'variant')}, each proved to be as required{proved}")
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


def _lint(options: Namespace, seconds: float, say: Say) -> int:
    from exactspaces.api.problems.banks import problem_files  # noqa: PLC0415 - loaded when it runs
    from exactspaces.api.problems.lint import lint  # noqa: PLC0415
    from exactspaces.api.processes.budget import Budget  # noqa: PLC0415

    files, faults = problem_files(options.paths), 0
    for path in files:
        found = lint(path, seeds=options.seeds, budget=Budget(seconds=seconds))
        faults += len(found)
        for fault in found:
            say(fault)
    say(f"{counted(len(files), 'problem')}, {counted(faults, 'fault')}")
    return 1 if faults else 0


def _test(options: Namespace, seconds: float, say: Say) -> int:
    from exactspaces.api.problems.banks import problem_files  # noqa: PLC0415 - loaded when it runs
    from exactspaces.api.problems.checks import check_seeds  # noqa: PLC0415
    from exactspaces.api.processes.budget import Budget  # noqa: PLC0415

    if options.seeds < 1:
        raise NotUnderstood(f"--seeds {options.seeds}: at least one variant is tested")
    files, bad, total = problem_files(options.paths), 0, 0
    for path in files:
        found = check_seeds(path, options.seeds, budget=Budget(seconds=seconds))
        bad, total = bad + bool(found.faults), total + found.checks
        seeds = f"{counted(found.seeds, 'variant')}, " if found.seeds else ""
        tests = counted(found.checks, "test")
        say(f"{'failed' if found.faults else 'passed'}: {path}: {seeds}{tests}")
        for fault in found.faults:
            say(f"  {fault}")
    tried = f"{counted(len(files), 'problem')}, {counted(total, 'test')}"
    say(f"{tried}, {counted(bad, 'problem')} failed")
    return 1 if bad else 0


def _new(options: Namespace, _: float, say: Say) -> int:
    from exactspaces.api.problems.new import write_new  # noqa: PLC0415 - loaded when it runs

    path = write_new(options.file, options.kind)
    say(f"written: {path}")
    say(f"next: exactspaces problem test {path}")
    return 0


def _schema(_: Namespace, __: float, say: Say) -> int:
    import json  # noqa: PLC0415 - loaded when it runs

    from exactspaces.api.problems.schema import schema  # noqa: PLC0415

    say(json.dumps(schema(), indent=2))
    return 0


TASKS = {"variants": _variants, "lint": _lint, "test": _test, "new": _new, "schema": _schema}
