"""The tables [space.V] and [set.W] of a problem file."""

from collections.abc import Mapping
from typing import Any

from exactspaces.errors import ExactSpacesError
from exactspaces.fields.names import Over
from exactspaces.reading.problems.letters import readable
from exactspaces.reading.problems.tables import Table
from exactspaces.reading.spaces.carriers import read_carrier
from exactspaces.reading.spaces.domains import read_scalars
from exactspaces.reading.spaces.sets import read_condition_set
from exactspaces.reading.spaces.tables import read_space_table
from exactspaces.spaces.sets import ConditionSet
from exactspaces.spaces.user import UserSpace

_MOST_NAMES = 200


def read_spaces(
    top: Table, label: str, given: Mapping[str, str] | None = None
) -> Mapping[str, UserSpace]:
    """Read the tables [space.V]; a field that is not named is that of the problem.

    Carriers and operations may name what is given.

    Raises BadProblem.
    """
    return {name: _space(one, label, given or {}) for name, one in _tables(top, "space").items()}


def _space(table: Table, label: str, given: Mapping[str, str]) -> UserSpace:
    field = table.data.get("field", label)
    try:
        known = readable(given, read_scalars(field)) if isinstance(field, str) else {}
        return read_space_table(table.data, label, known)
    except ExactSpacesError as error:
        table.place.fail(f"this space is not understood. {error}")


def read_sets(
    top: Table, over: Over, given: Mapping[str, str] | None = None
) -> Mapping[str, ConditionSet]:
    """Read the tables [set.W]: `within` and `where`, or `set = "{(x, y) in R^2 : x = y}"`.

    The whole set in braces may name what is given.

    Raises BadProblem.
    """
    return {name: _set(one, over, given or {}) for name, one in _tables(top, "set").items()}


def _set(table: Table, over: Over, given: Mapping[str, str]) -> ConditionSet:
    table.only(("field", "within", "where", "set"))
    field: Any = table.text("field") if "field" in table.data else over
    if "set" in table.data and {"within", "where"} & set(table.data):
        table.place.at("set").fail("the whole set is written here; leave out within and where")
    try:
        if "set" in table.data:
            known = readable(given, read_scalars(field))
            return read_condition_set(table.text("set"), field, known)
        scalars = read_scalars(field)
        where = table.text("where") if "where" in table.data else None
        base = read_carrier(table.text("within"), scalars, where).base
    except ExactSpacesError as error:
        if hasattr(error, "key"):
            raise
        table.place.fail(f"this set is not understood. {error}")
    return ConditionSet(scalars, base.form, base.domains, base.condition)


def _tables(top: Table, key: str) -> dict[str, Table]:
    table = top.table(key)
    if len(table.data) > _MOST_NAMES:
        table.place.fail(f"{len(table.data):,} are given; at most {_MOST_NAMES} are read")
    for name in table.data:
        if not name.isidentifier():
            table.place.at(name).fail("a name such as V or W1 is due")
    return {name: table.table(name) for name in table.data}


def require_different(top: Table, *groups: Mapping[str, Any]) -> None:
    """Refuse a name that stands for two things.

    Raises BadProblem.
    """
    seen: set[str] = set()
    for key, group in zip(("given", "space", "set"), groups, strict=True):
        for name in group:
            if name in seen:
                top.place.at(key).at(name).fail("this name stands for something else as well")
        seen |= set(group)
