"""Files with spaces of your own: TOML, one table [space.NAME] for each."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exactspaces.api.processes.budget import Budget
from exactspaces.api.structures.space_reports import SpaceReport, SpaceReports
from exactspaces.api.structures.spaces import PARTS, as_space, judged
from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.reading.problems.toml import read_tables
from exactspaces.spaces.user import UserSpace

Report = SpaceReport | SpaceReports
_EXAMPLE = """
  [space.V]
  field = "R"
  carrier = "x > 0"
  add = "u*v"
  scale = "u^a\""""


@dataclass(frozen=True)
class Judgement:
    """The report on one space of a file, or why its table was not understood."""

    name: str
    report: Report | None
    error: str = ""


def judge_file(path: str | Path, over: str | None, budget: Budget) -> tuple[Judgement, ...]:
    """Judge each space of a file; a table that is not understood does not stop the others.

    Raises NotUnderstood when the file has no spaces, or is no TOML.
    """
    return tuple(
        _judged(path, name, parts, over, budget) for name, parts in space_tables(path).items()
    )


def space_tables(path: str | Path) -> dict[str, Any]:
    """Give the tables [space.NAME] of a file by name; a field at the top is for all of them.

    Raises NotUnderstood when there are none.
    """
    label, tables = read_tables(path)
    found = tables.get("space")
    if not isinstance(found, dict) or not found:
        raise NotUnderstood(
            f"{label}: there is no table [space.NAME]; write for instance{_EXAMPLE}"
        )
    if all(isinstance(x, str) for x in found.values()):
        found = {"V": found}
    field = tables.get("field")
    if not isinstance(field, str):
        return found
    return {
        name: {"field": field, **parts} if isinstance(parts, dict) else parts
        for name, parts in found.items()
    }


def _space_of(name: str, parts: Any) -> UserSpace:
    if not isinstance(parts, dict):
        raise NotUnderstood(f"space.{name}: a table with {', '.join(PARTS)} is due")
    return as_space(parts)


def _judged(
    path: str | Path, name: str, parts: Any, over: str | None, budget: Budget
) -> Judgement:
    try:
        return Judgement(name, judged(_space_of(name, parts), over, budget, name))
    except ExactSpacesError as error:
        return Judgement(name, None, f"{path}, [space.{name}]: {error}")
