"""What a JSON Schema says against a value, for the keywords that ours uses."""

from __future__ import annotations

import re

TYPES = {"object": dict, "array": list, "string": str, "integer": int}


def unfit(value, rule, where="file"):
    """What the JSON Schema says against a value; the keywords that our schema uses."""
    if "const" in rule and value != rule["const"]:
        yield f"{where}: {rule['const']} is due"
    if "enum" in rule and value not in rule["enum"]:
        yield f"{where}: {value!r} is none of {rule['enum']}"
    if "type" in rule and (type(value) is not TYPES[rule["type"]]):
        yield f"{where}: {rule['type']} is due"
        return
    yield from unfit_plain(value, rule, where)
    for word, wanted in (("anyOf", range(1, 99)), ("oneOf", (1,))):
        if word in rule:
            good = sum(not list(unfit(value, one, where)) for one in rule[word])
            if good not in wanted:
                yield f"{where}: {good} alternatives fit"
    if isinstance(value, list) and "items" in rule:
        for k, item in enumerate(value):
            yield from unfit(item, rule["items"], f"{where}[{k}]")
    if isinstance(value, dict):
        yield from unfit_table(value, rule, where)


def unfit_plain(value, rule, where):
    short = isinstance(value, str) and len(value) < rule.get("minLength", 0)
    if short or (isinstance(value, str) and not re.search(rule.get("pattern", ""), value)):
        yield f"{where}: {value!r} does not fit"
    if type(value) is int:
        least, most = rule.get("minimum", value), rule.get("maximum", value)
        if not least <= value <= most:
            yield f"{where}: {value} is out of range"


def unfit_table(value, rule, where):
    known = rule.get("properties", {})
    for name in rule.get("required", ()):
        if name not in value:
            yield f"{where}: {name} is missing"
    for name, item in value.items():
        if name not in rule.get("propertyNames", {}).get("enum", [name]):
            yield f"{where}: {name} is not known"
        if name in known:
            yield from unfit(item, known[name], f"{where}.{name}")
        elif rule.get("additionalProperties") is False:
            yield f"{where}: {name} is not known"
        elif isinstance(rule.get("additionalProperties"), dict):
            yield from unfit(item, rule["additionalProperties"], f"{where}.{name}")
