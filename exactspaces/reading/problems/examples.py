"""The tests in a problem file: answers that somebody may give, and the verdicts they must get."""

from collections.abc import Mapping
from typing import cast, get_args

from exactspaces.reading.problems.faults import nearest, shown
from exactspaces.reading.problems.keys import TEST, names_of
from exactspaces.reading.problems.model import Example, Verdict
from exactspaces.reading.problems.tables import Table

_SEVERAL = ("tuple", "counterexample", "example", "proof-order", "proof-slots")
_VERDICTS: tuple[str, ...] = get_args(Verdict)


def read_examples(table: Table, kinds: Mapping[str, str]) -> tuple[Example, ...]:
    """Give the tests of all parts; `kinds` tells the kind of answer for each name of a part."""
    found: list[Example] = []
    for part in table.data:
        if part not in kinds:
            table.place.at(part).fail(f'no part is called "{part[:60]}"; {nearest(part, kinds)}')
        rows = table.list_of_tables(part)
        found += [_example(row, part, kinds[part]) for row in rows]
    return tuple(found)


def _example(row: Table, part: str, kind: str) -> Example:
    row.only(names_of(TEST))
    key = "compute" if "compute" in row.data and "give" not in row.data else "give"
    several = kind in _SEVERAL and isinstance(row.data.get(key), list)
    return Example(
        part=part,
        give=row.texts(key) if several else (row.text(key),),
        verdict=cast("Verdict", row.word("verdict", _VERDICTS)),
        says=row.text("says", ""),
        at=row.text("at", ""),
        seed=_seed(row),
        computed=key == "compute",
    )


def _seed(row: Table) -> int | None:
    seed = row.data.get("seed")
    if seed is not None and (type(seed) is not int or seed < 1):
        row.place.at("seed").fail(f"a whole number from 1 is due, and this is {shown(seed)}")
    return seed
