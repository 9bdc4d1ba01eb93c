"""Whether an object has the declared form: each field holds what its annotation says."""

from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from exactspaces.kernel.errors import Malformed, demand
from exactspaces.kernel.records import Record

MAX_PARTS = 1_000_000
MAX_DEPTH = 100

Part = tuple[Any, object, str]  # the declared type, the value, and where it stands


def check_form(declared: Any, value: object, where: str) -> None:
    """Refuse as malformed unless the value, and all it is built from, has the declared type.

    What has a `__post_init__` has checked itself when it was made.

    >>> check_form(tuple[int, ...], (1, 2), "order")
    """
    waiting: list[tuple[Part, int]] = [((declared, value, where), 0)]
    count = 0
    while waiting:
        part, depth = waiting.pop()
        inner = _parts(*part)
        count += len(inner)
        if depth > MAX_DEPTH:
            raise Malformed(f"{where}: nested more than {MAX_DEPTH} levels deep")
        if count > MAX_PARTS:
            raise Malformed(f"{where}: more than {MAX_PARTS} parts")
        waiting += [(item, depth + 1) for item in inner]


def check_fields(value: Record) -> None:
    """Refuse as malformed unless each field of a record has its declared type."""
    for part in _fields(value):
        check_form(*part)


def kind_names(declared: Any) -> str:
    """Give the names of the kinds that a declared type allows."""
    return " or ".join(one.__name__ for one in get_args(declared) or (declared,))


def _parts(declared: Any, value: Any, where: str) -> list[Part]:
    kind = type(value)
    if kind is declared and kind in (int, str, bool):
        return []
    inner = _inside(declared)
    if inner:
        demand(kind is tuple, f"{where}: a tuple is due, not {kind.__name__}")
        if inner[-1] is Ellipsis:
            if inner[0] is int and set(map(type, value)) <= {int}:
                return []
            return [(inner[0], item, where) for item in value]
        demand(len(value) == len(inner), f"{where}: a tuple of {len(inner)} is due")
        return [(*pair, where) for pair in zip(inner, value, strict=True)]
    if not (issubclass(kind, Record) and issubclass(kind, declared)):
        raise Malformed(f"{where}: {kind_names(declared)} is due, not {kind.__name__}")
    checked = kind.__post_init__ is not Record.__post_init__
    return [] if checked else _fields(value)


def _fields(value: Record) -> list[Part]:
    kind: Any = type(value)
    kinds = zip(_declared(kind), value.values, strict=True)
    return [(declared, item, where) for (declared, where), item in kinds]


@cache
def _inside(declared: Any) -> tuple[Any, ...]:
    return get_args(declared) if get_origin(declared) is tuple else ()


@cache
def _declared(kind: Any) -> tuple[tuple[Any, str], ...]:
    hints = get_type_hints(kind)
    return tuple((hints[name], f"{kind.__name__}.{name}") for name in kind.__match_args__)
