"""The JSON Schema of problem files, from the tables that the reader itself uses."""

from typing import Any

from exactspaces.reading.problems.keys import (
    ANSWER,
    FORMAL_ANSWERS,
    FORMAT,
    MAP,
    REASON,
    TEST,
    TOP,
    VARIANTS,
    Key,
)
from exactspaces.reading.problems.kinds import KINDS
from exactspaces.reading.spaces.tables import KEYS as SPACE_KEYS

_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT}
_SHARE = {"anyOf": [{"type": "string", "pattern": r"^\d{1,9}(/\d{1,9})?$"}, {"const": 1}]}
_POINTS = {"anyOf": [{"type": "string", "pattern": r"^\d{1,9}(/\d{1,9})?$"},
                     {"type": "integer", "minimum": 1, "maximum": 1000}]}  # fmt: skip

_SIMPLE: dict[str, dict[str, Any]] = {
    "texts": _TEXTS,
    "texts or text": {"anyOf": [_TEXT, _TEXTS]},
    "whole": {"type": "integer", "minimum": 1},
    "share": _SHARE,
    "points": _POINTS,
    "shares": {"type": "object", "additionalProperties": _SHARE},
}


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of what a TOML reader makes of a problem file.

    >>> schema()["properties"]["format"]
    {'description': 'the format and its version', 'enum': ['exactspaces-problem/1']}
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **_table(TOP),
    }


def _table(keys: tuple[Key, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {key.name: _key(key) for key in keys},
        "required": [key.name for key in keys if key.due],
        "additionalProperties": False,
    }


def _key(key: Key) -> dict[str, Any]:
    return {"description": key.means, **_named(key)}


def _named(key: Key) -> dict[str, Any]:
    match key.name, key.holds:
        case "answer", "table":
            return _answer()
        case "variants", _:
            return {**_table(VARIANTS), "additionalProperties": _TEXT}
        case "tests", _:
            return _of_names({"type": "array", "items": _test()})
        case "set", _:
            return _of_names({"type": "object", "additionalProperties": _TEXT})
        case "map", _:
            return _of_names(_table(MAP))
        case "space", _:
            return _of_names({"type": "object", "propertyNames": {"enum": list(SPACE_KEYS)}})
    return _held(key)


def _held(key: Key) -> dict[str, Any]:
    match key.holds:
        case "word":
            return {"enum": list(key.words)}
        case "names":
            return _of_names(_TEXT)
        case "table":
            return _table(key.keys)
        case "tables":
            return {"type": "array", "items": _table(key.keys)}
        case "reasons":
            return {"type": "array", "items": {"anyOf": [_TEXT, _table(REASON)]}}
    return _SIMPLE.get(key.holds, _TEXT)


def _of_names(value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": value}


def _test() -> dict[str, Any]:
    either = [{"required": ["give"]}, {"required": ["compute"]}]
    return {**_table(TEST), "anyOf": either}


def _answer() -> dict[str, Any]:
    """Give one alternative for each kind of answer, with the keys that it takes."""
    held = {key.name: key for key in ANSWER}
    kinds = []
    for name, kind in KINDS.items():
        what = "truth" if name == "yes-no" else "of"
        value = {"tuple": _TEXTS, "scalar-set": {"anyOf": [_TEXT, _TEXTS]}}.get(name, _TEXT)
        words = (*kind.options, *(("letters", "where") if name == "yes-no" else ()))
        options = {word: _key(held[word]) for word in words}
        kinds.append({
            "type": "object",
            "description": kind.means,
            "properties": {"kind": {"const": name}, what: value, **options},
            "required": ["kind", what],
            "additionalProperties": False,
        })  # fmt: skip
    for name, keys in FORMAL_ANSWERS.items():
        table = _table((Key("kind", "word", "the kind", due=True, words=(name,)), *keys))
        kinds.append(table)
    return {"oneOf": kinds}
