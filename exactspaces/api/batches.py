"""Many answers to one problem: read line by line, marked, written line by line."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from exactspaces.api.budget import Budget
from exactspaces.api.marks import mark_answer
from exactspaces.api.text import DEFAULT
from exactspaces.api.variants import variant
from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.reading.problems import Problem

_MOST_LINE = 2_000_000


@dataclass(frozen=True)
class Done:
    """What a batch run did: lines marked now, lines done before, and lines that failed."""

    marked: int
    skipped: int
    failed: int


def mark_batch(
    problem: Problem,
    answers: "str | Path",
    out: "str | Path",
    *,
    budget: Budget = DEFAULT,
    seed_due: bool = False,
) -> Done:
    """Mark the answers of a CSV or JSONL file, one mark a line; what stands in `out` is kept.

    A line has a part (which may be left out when there is one), an answer, and perhaps an id that
    is carried over; with a seed it is an answer to that variant, and with `seed_due` each line
    has to name one. A line that fails is reported in its place, and the rest goes on. After an
    interruption the run goes on behind the last full line of `out`.

    Raises NotUnderstood when a file cannot be opened, or has no column for answers.
    """
    source, target = Path(answers), Path(out)
    try:
        before = _full_lines(target)
        with source.open(encoding="utf-8-sig", newline="") as lines, target.open("a") as file:
            one = _Marker(problem, budget, seed_due=seed_due)
            rows = _rows(source, lines)
            for row in islice(rows, before):
                one.remember(row)
            counts = _marked(one, rows, file)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise NotUnderstood(f"the answers cannot be read or written: {error}") from error
    return Done(counts[0], before, counts[1])


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
    for line in lines:
        if line.strip():
            yield line


def _marked(marker: "_Marker", rows: Iterator[Any], file: TextIO) -> tuple[int, int]:
    marked = failed = 0
    for row in rows:
        try:
            data = marker.mark(row)
            marked += 1
        except (ExactSpacesError, ValueError, TypeError, RecursionError) as error:
            data = {"error": str(error)[:500]}
            failed += 1
        file.write(json.dumps(data, ensure_ascii=True) + "\n")
        file.flush()
    return marked, failed


@dataclass
class _Marker:
    """What marks the lines of a file: the problem, with those of its variants that were asked."""

    problem: Problem
    budget: Budget
    seed_due: bool
    variants: dict[int, Problem] = field(default_factory=dict)
    answers: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def remember(self, row: Any) -> Mapping[str, str]:
        """Give the answers that a person gave so far, with that of this line."""
        try:
            row = _row(row)
        except (ExactSpacesError, ValueError, RecursionError):
            return {}
        follows = any(part.follow for part in self.problem.parts)
        if not follows or row.get("id") in (None, "") or not isinstance(row.get("part"), str):
            return {}
        own = self.answers.setdefault((str(row["id"]), str(row.get("seed"))), {})
        own[row["part"]] = row["answer"]
        return own

    def mark(self, row: Any) -> dict[str, Any]:
        answers = self.remember(row)
        row = _row(row)
        part = row.get("part") or ""
        if not isinstance(part, str):
            raise NotUnderstood("the part is named by a text")
        problem = self._of_seed(row.get("seed"))
        mark = mark_answer(
            problem, part, row["answer"], budget=self.budget, answers=answers
        ).as_dict()
        told = {key: row[key] for key in ("id", "seed") if row.get(key) is not None}
        return {**told, **mark}

    def _of_seed(self, seed: Any) -> Problem:
        if seed in (None, ""):
            if self.seed_due:
                raise NotUnderstood("this problem has variants; the line has to name its seed")
            return self.problem
        if self.problem.variants is None:
            raise NotUnderstood("a seed is named, and this problem has no variants")
        if not str(seed).isdigit():
            raise NotUnderstood(f"a seed is a whole number, and this is {str(seed)[:40]!r}")
        number = int(str(seed)[:9])
        if number not in self.variants:
            self.variants[number] = variant(self.problem.variants, number, budget=self.budget)
        return self.variants[number]


def _row(row: Any) -> dict[str, Any]:
    if isinstance(row, str):
        if len(row) > _MOST_LINE:
            raise NotUnderstood(f"the line has {len(row):,} characters")
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
