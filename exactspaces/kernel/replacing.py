"""Formulas put in the place of variables."""

from collections.abc import Mapping
from typing import Any, TypeVar

from exactspaces.kernel.formulas import Condition, Formula, Variable
from exactspaces.kernel.records import Record

Written = TypeVar("Written", Formula, Condition)


def replaced(written: Written, by: Mapping[str, Formula]) -> Written:
    """Give a formula or condition with formulas in the place of variables, all at once.

    >>> from exactspaces.kernel.formulas import Apply
    >>> replaced(Apply("-", (Variable("x"),)), {"x": Variable("y")})
    Apply(function='-', arguments=(Variable(name='y'),))
    """
    return _replaced(written, by)  # type: ignore[no-any-return]


def _replaced(part: Any, by: Mapping[str, Formula]) -> Any:
    if isinstance(part, Variable):
        return by.get(part.name, part)
    if isinstance(part, tuple):
        return tuple(_replaced(x, by) for x in part)
    if isinstance(part, Formula | Condition):
        return type(part)(*(_replaced(x, by) for x in part.values))
    return part


def variables_in(part: Any) -> set[str]:
    """Give the names of the variables in a formula or condition."""
    if isinstance(part, Variable):
        return {part.name}
    values = part if isinstance(part, tuple) else part.values if isinstance(part, Record) else ()
    return {name for x in values for name in variables_in(x)}
