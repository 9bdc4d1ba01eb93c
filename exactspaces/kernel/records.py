"""Records: immutable values with named fields, equal when their kind and their fields are.

A record is a dataclass to `dataclasses.fields`, `replace` and pattern matching. Its methods are
written here once; `dataclass` would write them anew for each kind, at every start of Python.
"""

from functools import cache
from typing import Any, ClassVar, NoReturn, dataclass_transform


class _Fields:
    """What `dataclasses` asks a class for, made when it asks: that module imports slowly."""

    def __get__(self, _: object, kind: "type[Record]") -> Any:
        return _fields(kind.__match_args__)


@cache
def _fields(names: tuple[str, ...]) -> Any:
    from dataclasses import fields, make_dataclass  # noqa: PLC0415 - see above

    return {x.name: x for x in fields(make_dataclass("Fields", names))}


@dataclass_transform(frozen_default=True)
class Record:
    """A value whose fields are the annotated names of its class, in their order."""

    __dataclass_fields__: ClassVar[Any] = _Fields()
    __match_args__: ClassVar[Any] = ()

    def __init_subclass__(cls) -> None:
        own = vars(cls).get("__annotations__", ())
        cls.__match_args__ = (*cls.__match_args__, *own)  # type: ignore[misc]

    def __init__(self, *values: Any, **named: Any) -> None:
        names, own = self.__match_args__, self.__dict__
        own.update(zip(names, values, strict=False), **named)
        fits = len(own) == len(values) + len(named) and not named.keys() - names
        if len(own) < len(names):
            kind = type(self)
            own.update({x: getattr(kind, x) for x in names if x not in own and hasattr(kind, x)})
        if not fits or len(own) != len(names):
            raise TypeError(f"the fields of {type(self).__name__} are {', '.join(names)}")
        self.__post_init__()

    def __post_init__(self) -> None:
        """Check the fields, in those kinds that check themselves."""

    @property
    def values(self) -> tuple[Any, ...]:
        """The values of the fields, in the order of the class."""
        return tuple(map(self.__dict__.__getitem__, self.__match_args__))

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or self.values == other.values

    def __hash__(self) -> int:
        return hash(self.values)

    def __repr__(self) -> str:
        pairs = zip(self.__match_args__, self.values, strict=True)
        return f"{type(self).__qualname__}({', '.join(f'{k}={v!r}' for k, v in pairs)})"

    def __setattr__(self, name: str, *_: object) -> NoReturn:
        raise AttributeError(f"cannot change the field {name!r}")

    __delattr__ = __setattr__
