"""Running the commands: what is printed where, and the exit codes."""

import json
import math
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from exactspaces.cli.arguments import parser
from exactspaces.errors import ExactSpacesError, NotUnderstood

if TYPE_CHECKING:
    from exactspaces.api.results import Result

CODES = {"proved": 0, "refuted": 1, "undecided": 3}
RECHECKED = {"accepted": 0, "rejected": 1, "unreadable": 2}
NOT_UNDERSTOOD = 2


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; give the exit code."""
    options = parser().parse_args(arguments)
    if options.version:
        print(f"exactspaces {_version()}")
        return 0
    command = COMMANDS.get(options.command)
    if command is None:
        parser().print_help()
        return 0
    try:
        return command(options)
    except ExactSpacesError as error:
        print(f"not understood: {error}", file=sys.stderr)
        return NOT_UNDERSTOOD
    except BrokenPipeError:
        with suppress(OSError):
            sys.stdout.close()
        return 0
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("exactspaces")
    except PackageNotFoundError:
        return "(not installed)"


def _names(options: Namespace) -> Mapping[str, str]:
    from exactspaces.reading.linear.texts import arrows, head_of

    names: dict[str, str] = {}
    for item in options.let:
        head = head_of(arrows(item))
        if head:
            names[head] = item
            continue
        name, equals, text = item.partition("=")
        if not equals or not name.strip().isidentifier():
            raise NotUnderstood(
                f"--let {item}: write --let NAME=TEXT, such as --let A='[1 2; 3 4]'"
            )
        names[name.strip()] = text
    return names


def _expression(options: Namespace) -> str:
    return sys.stdin.read().strip() if options.expression == "-" else str(options.expression)


def _budget(options: Namespace) -> float:
    seconds: float = options.budget
    if not math.isfinite(seconds) or seconds <= 0:
        raise NotUnderstood(f"--budget {seconds}: a positive number of seconds is due")
    return seconds


def _compute(options: Namespace) -> int:
    from exactspaces.api.processes.budget import Budget
    from exactspaces.api.text import ask, ask_decision

    method = ask if options.command == "compute" else ask_decision
    budget = Budget(seconds=_budget(options))
    result = method(_expression(options), options.over, _names(options), budget)
    if options.save:
        _save(result, options.save)
    print(_written(result, options))
    return CODES[result.verdict]


def _written(result: "Result", options: Namespace) -> str:
    if options.how == "json":
        return json.dumps(result.as_dict(steps=options.steps), indent=2, ensure_ascii=False)
    return result.write(options.how, steps=options.steps)


def _save(result: "Result", path: str) -> None:
    from exactspaces.api.theorems import save

    if result.theorem is None:
        print("there is no theorem to save", file=sys.stderr)
        return
    try:
        save(result.theorem, path)
    except OSError as error:
        raise NotUnderstood(f"--save {path}: {error}") from error


def _axioms(options: Namespace) -> int:
    from exactspaces.cli.spaces import axioms

    return axioms(options)


def _subspace(options: Namespace) -> int:
    from exactspaces.api.structures.questions import subspace
    from exactspaces.cli.spaces import asked

    return asked(subspace)(options)


def _linear(options: Namespace) -> int:
    from exactspaces.api.structures.questions import linear
    from exactspaces.cli.spaces import asked

    return asked(linear)(options)


def _inner(options: Namespace) -> int:
    from exactspaces.api.structures.questions import inner_product
    from exactspaces.cli.spaces import asked

    return asked(inner_product)(options)


def _recheck(options: Namespace) -> int:
    from exactspaces.api.expected import expected_claims
    from exactspaces.api.theorems import read_file, recheck

    try:
        text = read_file(options.file)
    except ExactSpacesError as error:
        print(f"unreadable: {error}")
        return RECHECKED["unreadable"]
    expect = None
    if options.expect is not None:
        expect = expected_claims(options.expect, options.over, _names(options))
    found = recheck(text, expect)
    print(f"{found.verdict}: {found.reason}")
    return RECHECKED[found.verdict]


def _solve(options: Namespace) -> int:
    from exactspaces.api.problems.files import load_problem, solve_problem
    from exactspaces.api.processes.budget import Budget

    budget = Budget(seconds=_budget(options))
    solved = solve_problem(load_problem(options.problem, options.seed), budget=budget)
    if options.how == "json":
        print(json.dumps(solved.as_dict(), indent=2, ensure_ascii=False))
    else:
        print(solved.write(options.how))
    return 0 if solved.is_complete else CODES["undecided"]


def _mark(options: Namespace) -> int:
    from exactspaces.cli import marking

    method = {"mark": marking.mark, "bank": marking.bank}.get(options.command, marking.batch)
    return method(options, _budget(options), print)


def _sheet(options: Namespace) -> int:
    from exactspaces.cli.sheets import sheet

    return sheet(options, _budget(options), print)


def _problem(options: Namespace) -> int:
    from exactspaces.cli import problems

    return problems.run(options, _budget(options), print)


def _rules(_: Namespace) -> int:
    from exactspaces.api.theorems import rules

    print("\n".join(rules()))
    return 0


def _numeric(options: Namespace) -> int:
    from exactspaces.cli.floating import run

    return run(options)


COMMANDS: Mapping[str, Callable[[Namespace], int]] = {
    "compute": _compute,
    "decide": _compute,
    "axioms": _axioms,
    "subspace": _subspace,
    "linear": _linear,
    "inner-product": _inner,
    "recheck": _recheck,
    "solve": _solve,
    "mark": _mark,
    "mark-batch": _mark,
    "bank": _mark,
    "sheet": _sheet,
    "problem": _problem,
    "rules": _rules,
    "numeric": _numeric,
}
