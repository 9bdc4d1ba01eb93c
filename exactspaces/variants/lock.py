"""Locks: the variants of a problem as they were drawn once, so that no course changes any more.

A lock is a JSON file beside the problem: the digest of all that decides what is drawn, the names
as drawn for each seed, and a digest of these. While there is one, nothing is drawn.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from exactspaces.reading.problems.faults import BadProblem
from exactspaces.reading.problems.variants import Variants

FORMAT = "exactspaces-variants/1"
_MOST_BYTES = 20_000_000
Drawn = Mapping[str, str]


@dataclass(frozen=True)
class Lock:
    """The names as drawn, for each seed."""

    file: str
    seeds: Mapping[int, Drawn]

    def drawn(self, seed: int) -> Drawn:
        """Give what was drawn for a seed.

        Raises BadProblem for a seed that is not locked.
        """
        if seed not in self.seeds:
            have = ", ".join(map(str, sorted(self.seeds)[:20]))
            raise BadProblem(
                self.file, f"seeds.{seed}",
                f"this variant is not locked; those that are: {have}; lock more with "
                "exactspaces problem variants FILE --seeds a..b --lock",
            )  # fmt: skip
        return self.seeds[seed]


def lock_path(file: str) -> Path:
    """Give the name of the lock of a problem file."""
    return Path(file).with_suffix(".variants.lock")


def lock_text(variants: Variants, seeds: Mapping[int, Drawn]) -> str:
    """Write a lock."""
    data = {str(seed): dict(seeds[seed]) for seed in sorted(seeds)}
    whole = {
        "format": FORMAT,
        "problem": variants.tables.get("id"),
        "definition": variants.digest,
        "data": _digest(data),
        "seeds": data,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _digest(data: Mapping[str, Any]) -> str:
    return sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def read_lock(variants: Variants) -> Lock | None:
    """Read the lock beside a problem file; None when there is none.

    Raises BadProblem when it is none, was changed by hand, or belongs to another state of the
    problem.
    """
    path = lock_path(variants.file)
    if not Path(variants.file).is_file() or not path.is_file():
        return None
    name, data = str(path), _data(path)
    if data.get("definition") != variants.digest:
        raise BadProblem(
            name, "definition",
            f"the problem {variants.file} was changed after its variants were locked; take the "
            "change back, or lock again with exactspaces problem variants FILE --lock",
        )  # fmt: skip
    seeds = data.get("seeds")
    if not isinstance(seeds, dict) or data.get("data") != _digest(seeds):
        raise BadProblem(
            name, "seeds", "the variants were changed by hand; restore the file, or lock again"
        )
    names = set(variants.drawings)
    found: dict[int, Drawn] = {}
    for seed, drawn in seeds.items():
        good = isinstance(drawn, dict) and set(drawn) == names
        if not good or not seed.isdigit() or not all(isinstance(x, str) for x in drawn.values()):
            raise BadProblem(name, f"seeds.{seed[:20]}", "a text for each name drawn is due")
        found[int(seed)] = drawn
    if not found:
        raise BadProblem(name, "seeds", "no variant is locked; lock some, or remove the file")
    return Lock(name, found)


def _data(path: Path) -> dict[str, Any]:
    name = str(path)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise BadProblem(name, "", "the file is too large")
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise BadProblem(name, "", f"the lock cannot be read: {error}") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise BadProblem(name, "format", f'this is no lock of variants; "{FORMAT}" is due')
    return data
