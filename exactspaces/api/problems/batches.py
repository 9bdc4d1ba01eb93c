"""Many answers to one problem: read line by line, marked, written line by line."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from exactspaces.api.problems.marks import mark_answer
from exactspaces.api.problems.variants import variant
from exactspaces.api.processes.budget import Budget
from exactspaces.api.processes.workers import each
from exactspaces.api.text import DEFAULT
from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.reading.problems import Problem

_MOST_LINE = 2_000_000


@dataclass(frozen=True)
class Done:
    """What a batch run did: lines marked now, lines done before, and lines that failed."""

    marked: int
    skipped: int
    failed: int


@dataclass(frozen=True)
class Run:
    """How many processes share the work, who is told the number of lines done.

    With `seed_due` each line has to name the seed of its variant.
    """

    jobs: int = 1
    progress: Callable[[int], None] | None = None
    seed_due: bool = False


def mark_batch(
    problem: Problem,
    answers: "str | Path",
    out: "str | Path",
    *,
    budget: Budget = DEFAULT,
    run: Run = Run(),
) -> Done:
    """Mark the answers of a CSV or JSONL file, one mark a line; what stands in `out` is kept.

    A line has a part (which may be left out when there is one), an answer, and perhaps an id that
    is carried over; with a seed it is an answer to that variant, and with `run.seed_due` each
    line has to name one. A line that fails is reported in its place, and the rest goes on. After
    an interruption the run goes on behind the last full line of `out`. With several jobs the order
    of the lines stays.

    Raises NotUnderstood when a file cannot be opened, or has no column for answers.
    """
    source, target = Path(answers), Path(out)
    digest = problem.variants.digest if problem.variants else ""
    work = partial(_line, _Marker(_Drawn(digest, problem), budget, run.seed_due))
    _of_seed.cache_clear()  # a lock may have been written since
    failed = done = 0
    try:
        before = _full_lines(target)
        with source.open(encoding="utf-8-sig", newline="") as lines, target.open("a") as file:
            asked = _with_answers(problem, _rows(source, lines))
            for ok, text in each(work, islice(asked, before, None), jobs=run.jobs, lost=_lost):
                file.write(text + "\n")
                file.flush()
                done += 1
                failed += not ok
                if run.progress is not None:
                    run.progress(done)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise NotUnderstood(f"the answers cannot be read or written: {error}") from error
    return Done(done - failed, before, failed)


def _full_lines(target: Path) -> int:
    """Count the lines that are complete, and cut off what follows them."""
    if not target.exists():
        return 0
    data = target.read_bytes()
    whole = data.rfind(b"\n") + 1
    if whole < len(data):
        with target.open("r+b") as file:
            file.truncate(whole)
    return data.count(b"\n", 0, whole)


def _rows(source: Path, lines: TextIO) -> Iterator[Any]:
    if source.suffix.lower() == ".csv":
        reader = csv.DictReader(lines)
        if "answer" not in (reader.fieldnames or ()):
            raise NotUnderstood(f"{source}: the first line names the columns: id, part, answer")
        yield from reader
        return
    while line := lines.readline(_MOST_LINE):
        while not line.endswith("\n") and (rest := lines.readline(_MOST_LINE)):
            line = line[:_MOST_LINE] + rest[-1:]  # what is longer is not kept, and is refused
        if line.strip():
            yield line


@dataclass(frozen=True)
class _Line:
    """A line as it stands in the file, and what the same person answered before it."""

    row: Any
    answers: Mapping[str, str]


def _with_answers(problem: Problem, rows: Iterator[Any]) -> Iterator[_Line]:
    """Give each line with the answers of the same person so far, where parts follow others."""
    follows = any(part.follow for part in problem.parts)
    answers: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        yield _Line(row, _so_far(answers, row) if follows else {})


def _so_far(answers: dict[tuple[str, str], dict[str, str]], row: Any) -> dict[str, str]:
    try:
        row = _row(row)
    except (ExactSpacesError, ValueError, RecursionError):
        return {}
    if row.get("id") in (None, "") or not isinstance(row.get("part"), str):
        return {}
    own = answers.setdefault((str(row["id"]), str(row.get("seed"))), {})
    own[row["part"]] = row["answer"]
    return dict(own)


@dataclass(frozen=True)
class _Drawn:
    """A problem with its variants; one file, one digest."""

    digest: str
    problem: Problem = field(compare=False)


@lru_cache(maxsize=1024)
def _of_seed(drawn: _Drawn, seed: int, budget: Budget) -> Problem:
    if drawn.problem.variants is None:
        raise NotUnderstood("a seed is named, and this problem has no variants")
    return variant(drawn.problem.variants, seed, budget=budget)


def _line(marker: "_Marker", line: _Line) -> tuple[bool, str]:
    """Mark one line; give whether it could be marked, and what is written for it."""
    try:
        return True, json.dumps(marker.mark(line), ensure_ascii=True)
    except (ExactSpacesError, ValueError, TypeError, RecursionError, MemoryError) as error:
        return False, json.dumps({"error": str(error)[:500] or type(error).__name__})


def _lost(_: Any) -> tuple[bool, str]:
    return False, json.dumps({"error": "the process that marked this line was ended"})


@dataclass(frozen=True)
class _Marker:
    """What marks the lines of a file, in whichever process."""

    drawn: _Drawn
    budget: Budget
    seed_due: bool

    def mark(self, line: _Line) -> dict[str, Any]:
        row = _row(line.row)
        part = row.get("part") or ""
        if not isinstance(part, str):
            raise NotUnderstood("the part is named by a text")
        problem = self._problem(row.get("seed"))
        mark = mark_answer(
            problem, part, row["answer"], budget=self.budget, answers=line.answers
        ).as_dict()
        told = {key: row[key] for key in ("id", "seed") if row.get(key) is not None}
        return {**told, **mark}

    def _problem(self, seed: Any) -> Problem:
        if seed in (None, ""):
            if self.seed_due:
                raise NotUnderstood("this problem has variants; the line has to name its seed")
            return self.drawn.problem
        if not str(seed).isdigit():
            raise NotUnderstood(f"a seed is a whole number, and this is {str(seed)[:40]!r}")
        return _of_seed(self.drawn, int(str(seed)[:9]), self.budget)


def _row(row: Any) -> dict[str, Any]:
    if isinstance(row, str):
        if len(row) >= _MOST_LINE:
            raise NotUnderstood(f"the line has {_MOST_LINE:,} characters or more")
        row = json.loads(row)
    if not isinstance(row, dict) or not isinstance(row.get("answer"), str):
        raise NotUnderstood('a line has an answer: {"part": "...", "answer": "..."}')
    return row


def read_answers(path: "str | Path") -> dict[str, str]:
    """Read the answers of one person: a JSON object, or lines such as `part: answer`.

    Raises NotUnderstood when the file cannot be read.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise NotUnderstood(f"{path}: the file cannot be read: {error}") from error
    if text.lstrip().startswith("{"):
        return _of_json(path, text)
    found: dict[str, str] = {}
    part = ""
    for line in text.splitlines():
        name, colon, rest = line.partition(":")
        if colon and name.strip().replace("-", "").isalnum() and not line[0].isspace():
            part = name.strip()
            found[part] = rest.strip()
        elif part and line.strip():
            found[part] = f"{found[part]}\n{line.strip()}".strip()
    if not found:
        raise NotUnderstood(f"{path}: no answers are read; write lines such as basis: {{(1, 2)}}")
    return found


def _of_json(path: "str | Path", text: str) -> dict[str, str]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood(f"{path}: this is not JSON: {error}") from error
    if not isinstance(data, dict) or not all(isinstance(x, str) for x in data.values()):
        raise NotUnderstood(f'{path}: an object such as {{"part": "answer"}} is due')
    return data
