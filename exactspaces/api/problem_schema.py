"""The JSON Schema of problem files, from the tables that the reader itself uses."""

from typing import Any

from exactspaces.reading.problems.keys import ANSWER, FORMAT, TEST, TOP, VARIANTS, Key
from exactspaces.reading.problems.kinds import KINDS
from exactspaces.reading.spaces.tables import KEYS as SPACE_KEYS

_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT}
_SHARE = {"anyOf": [{"type": "string", "pattern": r"^\d{1,9}(/\d{1,9})?$"}, {"const": 1}]}
_POINTS = {"anyOf": [{"type": "string", "pattern": r"^\d{1,9}(/\d{1,9})?$"},
                     {"type": "integer", "minimum": 1, "maximum": 1000}]}  # fmt: skip


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
        case "space", _:
            return _of_names({"type": "object", "propertyNames": {"enum": list(SPACE_KEYS)}})
    return _held(key)


def _held(key: Key) -> dict[str, Any]:
    match key.holds:
        case "word":
            return {"enum": list(key.words)}
        case "texts":
            return _TEXTS
        case "texts or text":
            return {"anyOf": [_TEXT, _TEXTS]}
        case "whole":
            return {"type": "integer", "minimum": 1}
        case "share":
            return _SHARE
        case "points":
            return _POINTS
        case "shares":
            return _of_names(_SHARE)
        case "names":
            return _of_names(_TEXT)
        case "table":
            return _table(key.keys)
        case "tables":
            return {"type": "array", "items": _table(key.keys)}
    return _TEXT


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
        value = _TEXTS if name == "tuple" else _TEXT
        options = {word: _option(held, word) for word in kind.options}
        kinds.append({
            "type": "object",
            "description": kind.means,
            "properties": {"kind": {"const": name}, what: value, **options},
            "required": ["kind", what],
            "additionalProperties": False,
        })  # fmt: skip
    return {"oneOf": kinds}


def _option(held: dict[str, Key], word: str) -> dict[str, Any]:
    return _key(held[word]) if word in held else {}
