"""From the tables of a file to a problem."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from exactspaces.errors import ExactSpacesError
from exactspaces.fields.names import Over, read_over
from exactspaces.reading.bindings import bind
from exactspaces.reading.problems.defined import read_sets, read_spaces, require_different
from exactspaces.reading.problems.examples import read_examples
from exactspaces.reading.problems.expressions import Names, known_kind
from exactspaces.reading.problems.faults import Place, shown
from exactspaces.reading.problems.formal import read_formal_answer
from exactspaces.reading.problems.kinds import KINDS
from exactspaces.reading.problems.model import AnswerSpec, Follow, Part, Problem, Remark
from exactspaces.reading.problems.tables import SLUG, Table, share
from exactspaces.reading.problems.texts import Text, read_text
from exactspaces.reading.problems.toml import read_tables
from exactspaces.reading.request import Request

FORMAT = "exactspaces-problem/1"
_CREDITS = ("author", "licence", "source")
_TOP = (
    "format", "id", "title", "topics", "level", "field", "statement", *_CREDITS,
    "given", "part", "solution", "tests",
)  # fmt: skip
_PART = ("id", "ask", "field", "answer", "points", "hints", "credit", "say", "follow")
_MOST_NAMES, _MOST_PARTS, _MOST_LEVEL, _MOST_POINTS = 200, 100, 5, 1000


def read_problem(source: "str | Path") -> Problem:
    """Read a problem file, or a text of several lines that is one.

    Nothing is worked out, and nothing in the file is ever run.

    Raises BadProblem with the file, the key, what was read, what is due, and the remedy.
    """
    file, data = read_tables(source)
    top = Table(Place(file), data)
    _check_format(top)
    top.only((*_TOP, "space", "set"), ("variants",))
    field = _field(top, top.text("field"))
    spaces, sets = read_spaces(top, field.label), read_sets(top, field)
    names = Names(field, _given(top, field), spaces, sets)
    require_different(top, names.given, spaces, sets)
    parts = _parts(top, names)
    return Problem(
        id=_id(top),
        title=_text(top, "title", names),
        topics=_topics(top),
        level=_level(top),
        field=field.label,
        given=names.given,
        statement=_text(top, "statement", names) if "statement" in top.data else None,
        parts=parts,
        routes=_routes(top),
        examples=read_examples(top.table("tests"), {p.id: p.answer.kind for p in parts}),
        credits={name: top.text(name) for name in _CREDITS if name in top.data},
        file=file,
        spaces=spaces,
        sets=sets,
    )


def _check_format(top: Table) -> None:
    if "format" not in top.data:
        top.place.fail(f'this is no problem file; it begins with format = "{FORMAT}"')
    value = top.text("format")
    if value != FORMAT:
        top.place.at("format").fail(f'{shown(value)} is not read here; "{FORMAT}" is')


def _id(top: Table) -> str:
    value = top.text("id")
    words = value.split("/")
    if len(value) > 200 or len(words) != 2 or not all(map(SLUG.fullmatch, words)):
        top.place.at("id").fail(
            f"{shown(value)} is no name of a problem; write the topic and the name of the file, "
            'such as "subspaces/rank-nullity"'
        )
    return value


def _topics(top: Table) -> tuple[str, ...]:
    topics = top.texts("topics")
    where = top.place.at("topics")
    if not topics:
        where.fail('a list of topics is missing; write for instance topics = ["null-space"]')
    for number, topic in enumerate(topics, 1):
        if not SLUG.fullmatch(topic):
            where.item(number).fail(f'{shown(topic)} is no topic; write one such as "null-space"')
    return topics


def _level(top: Table) -> int:
    level = top.data.get("level")
    if type(level) is not int or not 1 <= level <= _MOST_LEVEL:
        read = "nothing is given" if level is None else f"this is {shown(level)}"
        top.place.at("level").fail(f"a whole number from 1 to {_MOST_LEVEL} is due, and {read}")
    return level


def _field(table: Table, label: str) -> Over:
    try:
        return read_over(label)
    except ExactSpacesError as error:
        table.place.at("field").fail(f"no field is read. {error}")


def _given(top: Table, over: Over) -> Mapping[str, str]:
    table = top.table("given")
    if len(table.data) > _MOST_NAMES:
        table.place.fail(f"{len(table.data):,} names are given; at most {_MOST_NAMES} are read")
    given: dict[str, str] = {}
    for name in table.data:
        given[name] = table.text(name)
        try:
            bind(name, given[name])
        except ExactSpacesError as error:
            table.place.at(name).fail(f"{shown(given[name])} is not understood. {error}")
    names = Names(over, given)
    for name in given:
        names.check(table.place.at(name), name)
    return given


def _text(table: Table, name: str, names: Names) -> Text:
    return read_text(table.place.at(name), table.text(name), names.look)


def _routes(top: Table) -> tuple[str, ...]:
    table = top.table("solution")
    table.only(("derive",))
    return table.texts("derive")


def _parts(top: Table, names: Names) -> tuple[Part, ...]:
    tables = top.list_of_tables("part")
    if not 1 <= len(tables) <= _MOST_PARTS:
        top.place.at("part").fail(
            f"{len(tables)} parts are there; write [[part]] from 1 to {_MOST_PARTS} times"
        )
    seen: dict[str, int] = {}
    parts = []
    for number, table in enumerate(tables, 1):
        name = table.slug("id")
        if name in seen:
            table.place.at("id").fail(f'part {seen[name]} is called "{name}" too; rename one')
        parts.append(_part(table, names, tuple(seen)))
        seen[name] = number
    return tuple(parts)


def _part(table: Table, names: Names, earlier: Sequence[str]) -> Part:
    table.only(_PART)
    if "field" in table.data:
        names = replace(names, over=_field(table, table.text("field")))
    answer, requests = _answer(table.table("answer"), names)
    return Part(
        id=table.text("id"),
        ask=_text(table, "ask", names),
        answer=answer,
        requests=requests,
        points=table.share("points", _MOST_POINTS, "1"),
        hints=table.texts("hints"),
        credit=_credit(table.table("credit")),
        say=tuple(map(_remark, table.list_of_tables("say"))),
        follow=_follow(table.table("follow"), earlier) if "follow" in table.data else None,
    )


def _answer(table: Table, names: Names) -> tuple[AnswerSpec, tuple[Request, ...]]:
    found = read_formal_answer(table, names.world, names.look)
    if found is not None:
        return found
    kind = known_kind(table.place.at("kind"), table.text("kind"))
    key = "truth" if kind == "yes-no" else "of"
    table.only(("kind", key, *KINDS[kind].options))
    expressions = table.texts(key) if kind == "tuple" else (table.text(key),)
    where = table.place.at(key)
    if not expressions:
        where.fail(f"the list is empty; write for instance {KINDS[kind].example}")
    places = [where.item(k + 1) for k in range(len(expressions))] if kind == "tuple" else [where]
    asked = zip(places, expressions, strict=True)
    requests = tuple(names.asked(place, kind, text) for place, text in asked)
    return AnswerSpec(kind, expressions, _options(table, kind)), requests


def _options(table: Table, kind: str) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for name in KINDS[kind].options:
        if name in table.data:
            found[name] = _OPTIONS[name](table, name)
    return found


def _lines(table: Table, name: str) -> int:
    return int(table.share(name, 100))


_OPTIONS: Mapping[str, Callable[[Table, str], Any]] = {
    "target": lambda table, name: table.word(name, ("rref",)),
    "ops": lambda table, name: table.word(name, ("required", "optional")),
    "ops_per_line": _lines,
    "which": lambda table, name: table.word(name, ("pivot", "free")),
    "because": lambda table, name: table.texts(name),
}


def _credit(table: Table) -> Mapping[str, Fraction]:
    for name in table.data:
        if not re.fullmatch(r"[a-z][a-z_]{0,60}", name):
            table.place.at(name).fail("a share of the points has a name such as target")
    return {name: share(table.place.at(name), value, 1) for name, value in table.data.items()}


def _remark(table: Table) -> Remark:
    table.only(("on", "text", "credit"))
    credit = table.share("credit", 1) if "credit" in table.data else None
    return Remark(table.text("on"), table.text("text"), credit)


def _follow(table: Table, earlier: Sequence[str]) -> Follow:
    table.only(("part", "when", "credit"))
    part = table.text("part")
    if part not in earlier:
        table.place.at("part").fail(f"no earlier part is called {shown(part)}")
    return Follow(part, table.text("when"), table.share("credit", 1))
