"""What the pages say is what happens.

The blocks of a page run in order, in one empty folder that has the problem bank in it:

- `python` blocks with `>>>` in them run as doctests; names live to the end of the page;
- `console` blocks run line by line: `$ exactspaces ...` or `$ python -m exactspaces...`, followed
  by what is printed; in both kinds of block `...` stands for any text;
- a block with `no-run` after its language is left alone.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,})(?P<info>.*)$")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)\)")
COMMAND_LINE = (
    "import sys; sys.argv[0] = 'exactspaces'; from exactspaces.cli import main; sys.exit(main())"
)


@dataclass(frozen=True)
class Block:
    """A fenced block of a page; `line` is the number of its first line of content."""

    info: str
    line: int
    lines: tuple[str, ...]

    @property
    def language(self) -> str:
        return (self.info.split() or [""])[0]

    @property
    def is_run(self) -> bool:
        return "no-run" not in self.info.split()


def blocks(text: str) -> list[Block]:
    found: list[Block] = []
    opened: tuple[str, str, int] | None = None
    inside: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        fence = FENCE.match(line)
        if opened is None:
            if fence:
                opened = (fence["fence"], fence["info"].strip(), number + 1)
                inside = []
        elif fence and not fence["info"].strip() and len(fence["fence"]) >= len(opened[0]):
            found.append(Block(opened[1], opened[2], tuple(inside)))
            opened = None
        else:
            inside.append(line)
    if opened is not None:
        raise ValueError(f"the block that begins on line {opened[2] - 1} is not closed")
    return found


def run_python(block: Block, page: str, names: dict[str, object]) -> str:
    """Run the prompts of a block; the report of what differed, empty if nothing did."""
    source = "\n".join(block.lines) + "\n"
    test = doctest.DocTestParser().get_doctest(source, names, page, page, block.line - 1)
    test.globs = names
    report = io.StringIO()
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS)
    runner.run(test, out=report.write, clear_globs=False)
    return report.getvalue()


def commands(block: Block) -> list[tuple[int, str, str]]:
    """The line number, the command and the expected output of each command of a block."""
    found: list[tuple[int, str, str]] = []
    for number, line in enumerate(block.lines, start=block.line):
        if line.startswith("$ "):
            found.append((number, line[2:].strip(), ""))
        elif found:
            start, command, wanted = found[-1]
            found[-1] = (start, command, f"{wanted}{line}\n")
        elif line.strip():
            raise ValueError(f"line {number}: a console block begins with a command")
    return found


def program(command: str) -> list[str]:
    words = shlex.split(command)
    if words[0] == "exactspaces":
        return [sys.executable, "-c", COMMAND_LINE, *words[1:]]
    if (
        words[:2] == ["python", "-m"]
        and words[2:3]
        and words[2].partition(".")[0] == "exactspaces"
    ):
        return [sys.executable, *words[1:]]
    raise ValueError(f"a page can run only exactspaces, or be marked no-run: {command}")


def run_console(block: Block, page: str) -> str:
    """Run the commands of a block; the report of what differed, empty if nothing did."""
    report = []
    environment = {
        **os.environ,
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(ROOT),
    }
    for number, command, wanted in commands(block):
        run = subprocess.run(
            program(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=environment,
            timeout=300,
            check=False,
        )
        want, got = wanted.rstrip() + "\n", run.stdout.rstrip() + "\n"
        if not doctest.OutputChecker().check_output(want, got, doctest.ELLIPSIS):
            report.append(f"{page}:{number}: $ {command}\nexpected:\n{want}printed:\n{got}")
    return "\n".join(report)


def run_page(text: str, page: str, folder: Path) -> str:
    """Run every block of a page inside the folder; the report of what differed."""
    names: dict[str, object] = {"__name__": "__main__"}
    reports = []
    with contextlib.chdir(folder):
        for block in blocks(text):
            if block.is_run and block.language == "python" and ">>>" in "\n".join(block.lines):
                reports.append(run_python(block, page, names))
            elif block.is_run and block.language == "console":
                reports.append(run_console(block, page))
    return "\n".join(report for report in reports if report)


def page_name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.fixture
def folder(tmp_path):
    if (ROOT / "problems").is_dir():
        (tmp_path / "problems").symlink_to(ROOT / "problems", target_is_directory=True)
    return tmp_path


@pytest.mark.parametrize("path", PAGES, ids=page_name)
def test_the_examples_of_a_page_run_as_shown(path, folder):
    report = run_page(path.read_text(encoding="utf-8"), page_name(path), folder)
    assert not report, report


@pytest.mark.parametrize("path", PAGES, ids=page_name)
def test_the_links_of_a_page_lead_somewhere(path):
    targets = [match["target"] for match in LINK.finditer(path.read_text(encoding="utf-8"))]
    local = [target for target in targets if "://" not in target and not target.startswith("#")]
    assert [to for to in local if not (path.parent / to.partition("#")[0]).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=page_name)
def test_a_page_has_one_title_and_it_comes_first(path):
    text = path.read_text(encoding="utf-8")
    fenced = {
        number
        for block in blocks(text)
        for number in range(block.line, block.line + len(block.lines))
    }
    lines = [line for number, line in enumerate(text.splitlines(), 1) if number not in fenced]
    assert lines[0].startswith("# ")
    assert sum(line.startswith("# ") for line in lines) == 1


@pytest.mark.parametrize(
    "text",
    [
        "```python\n>>> 1 + 1\n3\n```",
        "```python\n>>> x = 1\n```\n\n```python\n>>> x\n2\n```",
        "```console\n$ python -m exactspaces.no_such_module\nfine\n```",
    ],
)
def test_a_page_that_does_not_tell_the_truth_is_seen(text, folder):
    assert run_page(text, "page", folder)


@pytest.mark.parametrize(
    "text",
    [
        "```console\n$ rm -rf somewhere\n```",
        "```console\noutput of what?\n```",
        "```python\n>>> 1\n1\n",
    ],
)
def test_a_block_that_cannot_be_run_is_an_error(text, folder):
    with pytest.raises(ValueError, match=r"no-run|begins"):
        run_page(text, "page", folder)


@pytest.mark.parametrize(
    "text",
    [
        "```python\n>>> x = [1, 2]\n```\n\n```python\n>>> x\n[1, ...]\n```",
        "```python\n1 / 0\n```",
        "```python no-run\n>>> 1\n2\n```",
        "```console no-run\n$ cat theorem.json\n```",
        "```sh\nmake it so\n```",
    ],
)
def test_a_page_that_tells_the_truth_passes(text, folder):
    assert run_page(text, "page", folder) == ""
