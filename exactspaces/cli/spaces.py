"""The commands about spaces of your own: what is printed, and the exit codes."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from exactspaces.errors import NotUnderstood

if TYPE_CHECKING:
    from exactspaces.kernel import Theorem

CODES = {"proved": 0, "refuted": 1, "undecided": 3}
NOT_UNDERSTOOD = 2
INLINE = ("field", "carrier", "add", "scale")


def axioms(options: Namespace) -> int:
    """Judge the spaces of a file, or the one on the command line."""
    given = [name for name in (*INLINE, "where") if getattr(options, name) is not None]
    if bool(options.file) == bool(given):
        raise NotUnderstood("name a file, or give --field, --carrier, --add and --scale")
    return _of_file(options) if options.file else _inline(options)


def _inline(options: Namespace) -> int:
    from exactspaces.api.structures.space_files import Judgement
    from exactspaces.api.structures.spaces import as_space, budget_of, fields_in, judged

    if options.field is None and options.over is not None:
        options.field = fields_in(options.over)[0]
    missing = [f"--{name}" for name in INLINE if getattr(options, name) is None]
    if missing:
        raise NotUnderstood(f"a space needs {', '.join(missing)}, too")
    parts = {name: getattr(options, name) for name in (*INLINE, "where")}
    space = as_space({name: text for name, text in parts.items() if text is not None})
    report = judged(space, options.over, budget_of(options.budget))
    return _finish([Judgement("V", report)], options)


def _of_file(options: Namespace) -> int:
    from exactspaces.api.structures.space_files import judge_file
    from exactspaces.api.structures.spaces import budget_of

    found = judge_file(options.file, options.over, budget_of(options.budget))
    return _finish(found, options)


def _finish(found: Sequence[Any], options: Namespace) -> int:
    from exactspaces.api.structures.space_reports import joined
    from exactspaces.worked.judged import verdict_of

    reports = [x.report for x in found if x.report is not None]
    if options.save:
        save(joined([x.theorem for x in reports]) if reports[1:] else _only(reports), options.save)
    if options.how == "json":
        data = {x.name: x.report.as_dict(steps=options.steps) for x in found if x.report}
        one = next(iter(data.values())) if len(found) == 1 and data else data
        print(json.dumps(one, indent=2, ensure_ascii=False))
    elif reports:
        print("\n\n".join(x.write(options.how, steps=options.steps) for x in reports))
    for one in found:
        if one.report is None:
            print(f"not understood: {one.error}", file=sys.stderr)
    if len(reports) < len(found):
        return NOT_UNDERSTOOD
    return CODES[verdict_of(x.verdict for x in reports)]


def _only(reports: Sequence[Any]) -> "Theorem | None":
    return reports[0].theorem if reports else None


def asked(ask: Callable[..., Any]) -> Callable[[Namespace], int]:
    """Give the command that puts a text to a question and prints the report."""

    def command(options: Namespace) -> int:
        from exactspaces.api.structures.spaces import budget_of

        text = sys.stdin.read().strip() if options.text == "-" else options.text
        report = ask(text, options.over, budget_of(options.budget))
        if options.save:
            save(report.theorem, options.save)
        if options.how == "json":
            data = report.as_dict(steps=options.steps)
            print(json.dumps(data, indent=2, ensure_ascii=False))
        else:
            print(report.write(options.how, steps=options.steps))
        return CODES[report.verdict]

    return command


def save(theorem: "Theorem | None", path: str) -> None:
    """Write a theorem to a file; say so when there is none.

    Raises NotUnderstood when the file cannot be written.
    """
    from exactspaces.api.theorems import save as write

    if theorem is None:
        print("there is no theorem to save", file=sys.stderr)
        return
    try:
        write(theorem, path)
    except OSError as error:
        raise NotUnderstood(f"--save {path}: {error}") from error
