"""From a file to its tables, with limits: a stranger's file costs little and runs nothing."""

import re
import stat
import tomllib
from pathlib import Path
from typing import Any

from exactspaces.errors import pointed_line
from exactspaces.reading.problems.faults import BadProblem

MOST_BYTES = 262_144
# Reading one key takes time quadratic in the number of its parts, so lines are bounded too.
MOST_IN_A_LINE = 8_000
_WHERE = re.compile(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


def read_tables(source: "str | Path") -> tuple[str, dict[str, Any]]:
    """Give the name of a file and its tables; a text with several lines is read itself.

    Raises BadProblem.
    """
    if isinstance(source, str) and "\n" in source:
        return "problem", tables(source, "problem")
    if not isinstance(source, str | Path):
        raise BadProblem("problem", "", f"a path or a text is due, not {type(source).__name__}")
    return str(source), tables(_text(Path(source)), str(source))


def _text(path: Path) -> str:
    name = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise BadProblem(name, "", "this is a folder; name one problem file in it")
        if not stat.S_ISREG(mode):
            raise BadProblem(name, "", "this is no ordinary file; name a problem file")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise BadProblem(name, "", f"there is no such file{_others(path)}") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BadProblem(name, "", f"the file cannot be opened: {why}") from error
    return _decoded(data, name)


def _others(path: Path) -> str:
    """Say where the problem of the bank is that may be meant, or what else the folder has."""
    found = _in_bank(path)
    if found is not None:
        return f"; the problem of the bank is {found}"
    try:
        names = sorted(p.name for p in path.parent.glob("*.toml"))[:8]
    except (OSError, ValueError):
        names = []
    return f"; the folder has {', '.join(names)}" if names else ""


def _in_bank(path: Path) -> Path | None:
    """Look in the bank that is installed with the package, or lies beside it in a checkout."""
    parts = path.parts[1:] if path.parts[:1] == ("problems",) else path.parts
    if path.is_absolute() or not parts or ".." in parts:
        return None
    package = Path(__file__).parents[2]
    banks = (package / "_problems", package.parent / "problems")
    try:
        found = (bank.joinpath(*parts) for bank in banks)
        return next((one for one in found if one.is_file()), None)
    except (OSError, ValueError):
        return None


def _decoded(data: bytes, name: str) -> str:
    if len(data) > MOST_BYTES:
        raise BadProblem(name, "", _too_large("The file has more"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"line {line} is not UTF-8 (byte {error.start + 1}); save the file as UTF-8"
        raise BadProblem(name, "", message) from error


def _too_large(start: str) -> str:
    most = MOST_BYTES // 1024
    return f"{start} than {most} KiB, and no more is read; split the problem"


def tables(text: str, name: str) -> dict[str, Any]:
    """Give the tables of a TOML text.

    Raises BadProblem with line and column.
    """
    if len(text) > MOST_BYTES:
        raise BadProblem(name, "", _too_large("The text has more"))
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MOST_IN_A_LINE:
            message = f"line {number} has {len(line):,} characters; at most {MOST_IN_A_LINE:,}"
            raise BadProblem(name, "", f"{message} are read; break the line")
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except RecursionError as error:
        message = "lists or tables are nested too deeply; write it flatter"
        raise BadProblem(name, "", message) from error
    except ValueError as error:
        raise BadProblem(name, "", _broken(text, str(error))) from error


def _broken(text: str, message: str) -> str:
    found = _WHERE.search(message)
    if found is None:
        return f"this is not TOML: {message}"
    what = message[: found.start()]
    lines = text.replace("\r\n", "\n").split("\n")
    line = int(found["line"] or len(lines))
    column = int(found["column"] or len(lines[-1]) + 1)
    position = sum(len(before) + 1 for before in lines[: line - 1]) + column - 1
    picture = "\n".join(pointed_line("\n".join(lines), position))
    return f"this is not TOML at line {line}, column {column}: {what}\n{picture}"
