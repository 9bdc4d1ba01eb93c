"""Whether an object has the declared form: each field holds what its annotation says."""

from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from exactspaces.kernel.errors import demand
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
        demand(depth <= MAX_DEPTH, f"{where}: nested more than {MAX_DEPTH} levels deep")
        demand(count <= MAX_PARTS, f"{where}: more than {MAX_PARTS} parts")
        waiting.extend((item, depth + 1) for item in inner)


def check_fields(value: Any) -> None:
    """Refuse as malformed unless each field of a dataclass has its declared type."""
    for part in _fields(value):
        check_form(*part)


def kind_names(declared: Any) -> str:
    """Give the names of the kinds that a declared type allows."""
    return " or ".join(one.__name__ for one in get_args(declared) or (declared,))


def field_types(kind: type) -> dict[str, Any]:
    """Give the declared type of each field of a dataclass."""
    return dict(_field_types(kind))


@cache
def _field_types(kind: Any) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((f.name, hints[f.name]) for f in fields(kind))


def _fields(value: Any) -> list[Part]:
    kind: Any = type(value)
    return [
        (declared, getattr(value, name, None), f"{kind.__name__}.{name}")
        for name, declared in _field_types(kind)
    ]


def _parts(declared: Any, value: Any, where: str) -> list[Part]:
    kind = type(value)
    if get_origin(declared) is tuple:
        demand(kind is tuple, f"{where}: a tuple is due, not {kind.__name__}")
        inner = get_args(declared)
        if inner[-1] is Ellipsis:
            return [(inner[0], item, where) for item in value]
        demand(len(value) == len(inner), f"{where}: a tuple of {len(inner)} is due")
        return [(*pair, where) for pair in zip(inner, value, strict=True)]
    allowed = get_args(declared) if get_origin(declared) in (Union, UnionType) else (declared,)
    if kind in (int, str, bool):
        good = kind in allowed
    else:
        good = is_dataclass(kind) and issubclass(kind, allowed)
    names = " or ".join(one.__name__ for one in allowed)
    demand(good, f"{where}: {names} is due, not {kind.__name__}")
    whole = kind in (int, str, bool) or kind.__post_init__ is not Record.__post_init__
    return [] if whole else _fields(value)
