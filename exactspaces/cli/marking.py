"""The commands about marks."""

import argparse
import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from exactspaces.cli.progress import Progress, counted
from exactspaces.errors import NotUnderstood

if TYPE_CHECKING:
    from exactspaces.marking import Mark
    from exactspaces.reading.problems import Problem

CODES = {"correct": 0, "partial": 1, "incorrect": 1, "invalid": 2, "undecided": 3}
_MOST_JOBS = 256
Say = Callable[[str], None]


def add_seed(command: argparse.ArgumentParser) -> None:
    """Declare the option that names a variant."""
    command.add_argument("--seed", type=int, metavar="N", help="which variant of the problem")


def add_mark(command: argparse.ArgumentParser) -> None:
    """Declare the options of `mark`."""
    command.add_argument("problem", metavar="PROBLEM", help="a problem file (TOML)")
    command.add_argument("--part", default="", metavar="ID", help="which part is answered")
    given = command.add_mutually_exclusive_group(required=True)
    given.add_argument("--answer", metavar="TEXT", help="the answer; - reads standard input")
    given.add_argument("--answers", metavar="FILE", help="JSON, or lines such as part: answer")
    add_seed(command)
    command.add_argument("--hints", type=int, default=0, metavar="N", help="show N hints")
    command.add_argument("--format", choices=("text", "json"), default="text", dest="how")
    command.add_argument("--budget", type=float, default=10.0, metavar="SECONDS")


def add_batch(command: argparse.ArgumentParser) -> None:
    """Declare the options of `mark-batch`."""
    command.add_argument("problem", metavar="PROBLEM", help="a problem file (TOML)")
    command.add_argument("answers", metavar="ANSWERS", help="CSV or JSONL: id, part, answer, seed")
    add_seed(command)
    command.add_argument("--out", required=True, metavar="FILE", help="marks, one JSON a line")
    _add_jobs(command)
    command.add_argument("--budget", type=float, default=10.0, metavar="SECONDS")


def add_bank(command: argparse.ArgumentParser) -> None:
    """Declare the options of `bank`."""
    command.add_argument("what", choices=("test",), help="mark the answers in [tests]")
    command.add_argument("paths", nargs="+", metavar="PATH", help="problem files, or folders")
    _add_jobs(command)
    command.add_argument("--budget", type=float, default=10.0, metavar="SECONDS")


def _add_jobs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--jobs", type=_count, default=0, metavar="N", help="processes (as many as processors)"
    )


def _count(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {_MOST_JOBS}")
    return int(text)


def mark(options: Namespace, seconds: float, say: Say) -> int:
    """Mark one answer, or those of one person; give the exit code."""
    from exactspaces.api.problems.files import load_problem  # noqa: PLC0415
    from exactspaces.api.problems.marks import mark_answer, part_of  # noqa: PLC0415
    from exactspaces.api.processes.budget import Budget  # noqa: PLC0415 - loaded when the command runs

    problem = load_problem(options.problem, options.seed)
    _require_seed(problem, options)
    budget = Budget(seconds=seconds)
    given = _given(options)
    answers = dict(given) if options.answers else None
    marks = [
        mark_answer(problem, part, text, budget=budget, answers=answers) for part, text in given
    ]
    if options.how == "json":
        shown = [one.as_dict() for one in marks]
        say(json.dumps(shown if options.answers else shown[0], indent=2, ensure_ascii=False))
    else:
        say("\n".join(map(str, marks)))
        for part, _ in given:
            for hint in part_of(problem, part).hints[: max(options.hints, 0)]:
                say(f"  hint: {hint}")
    return _code(marks)


def _require_seed(problem: "Problem", options: Namespace) -> None:
    """Refuse to mark an answer to a problem with variants without knowing which one it is to."""
    if problem.variants is not None and options.seed is None:
        raise NotUnderstood(
            f"{options.problem}: this problem has {problem.variants.seeds} variants; say with "
            "--seed N which one was answered"
        )


def _given(options: Namespace) -> list[tuple[str, str]]:
    from exactspaces.api.problems.batches import read_answers  # noqa: PLC0415

    if options.answers is None:
        text = sys.stdin.read() if options.answer == "-" else str(options.answer)
        return [(options.part, text)]
    found = read_answers(options.answers)
    if options.part and options.part not in found:
        raise NotUnderstood(f"{options.answers}: there is no answer to the part {options.part}")
    return [(part, x) for part, x in found.items() if options.part in ("", part)]


def _code(marks: Sequence["Mark"]) -> int:
    """Give 0 when all is correct, and otherwise what the first other verdict says."""
    codes = [CODES[one.verdict] for one in marks]
    return next((code for code in (1, 2, 3) if code in codes), 0)


def batch(options: Namespace, seconds: float, say: Say) -> int:
    """Mark many answers; the exit code is 1 when a line failed."""
    from exactspaces.api.problems.batches import Run, mark_batch  # noqa: PLC0415 - loaded when it runs
    from exactspaces.api.problems.files import load_problem  # noqa: PLC0415
    from exactspaces.api.processes.budget import Budget  # noqa: PLC0415

    problem = load_problem(options.problem, options.seed)
    progress = Progress("answers")
    done = mark_batch(
        problem,
        options.answers,
        options.out,
        budget=Budget(seconds=seconds),
        run=Run(
            _jobs(options),
            progress,
            seed_due=options.seed is None and problem.variants is not None,
        ),
    )
    progress.close()
    say(f"{done.marked} marked, {done.skipped} done before, {done.failed} failed")
    return 1 if done.failed else 0


def bank(options: Namespace, seconds: float, say: Say) -> int:
    """Run the tests in problem files; what cannot be read is reported, and the rest goes on."""
    from exactspaces.api.problems.banks import check_files, problem_files  # noqa: PLC0415
    from exactspaces.api.processes.budget import Budget  # noqa: PLC0415

    files = problem_files(options.paths)
    tests = bad = 0
    progress = Progress("problems", len(files))
    checked = check_files(files, budget=Budget(seconds=seconds), jobs=_jobs(options))
    for number, (path, found) in enumerate(zip(files, checked, strict=True), 1):
        progress.close()
        tests += found.tests
        bad += bool(found.faults)
        say(f"{'failed' if found.faults else 'passed'}: {path}: {counted(found.tests, 'test')}")
        for fault in found.faults:
            say(f"  {fault}")
        progress(number)
    progress.close()
    tried = f"{counted(len(files), 'problem')}, {counted(tests, 'test')}"
    say(f"{tried}, {counted(bad, 'problem')} failed")
    return 1 if bad else 0


def _jobs(options: Namespace) -> int:
    return int(options.jobs) or os.cpu_count() or 1
