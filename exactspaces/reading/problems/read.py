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
from exactspaces.reading.problems.faults import Place, nearest, shown
from exactspaces.reading.problems.formal import read_formal_answer
from exactspaces.reading.problems.keys import FOLLOW, FORMAT, PART, SAY, SOLUTION, TOP, names_of
from exactspaces.reading.problems.kinds import KINDS, ON_ONE_LINE
from exactspaces.reading.problems.maps import read_maps
from exactspaces.reading.problems.model import AnswerSpec, Follow, Part, Problem, Remark
from exactspaces.reading.problems.tables import SLUG, Table, share
from exactspaces.reading.problems.texts import Text, read_text
from exactspaces.reading.problems.toml import read_tables
from exactspaces.reading.problems.variants import Variants
from exactspaces.reading.request import Request

_CREDITS = ("author", "licence", "source")
_MOST_NAMES, _MOST_PARTS, _MOST_LEVEL, _MOST_POINTS = 200, 100, 5, 1000


def read_problem(source: "str | Path") -> Problem:
    """Read a problem file, or a text of several lines that is one.

    Nothing is worked out, and nothing in the file is ever run. A file with [variants] is read
    with `variant_of`.

    Raises BadProblem with the file, the key, what was read, what is due, and the remedy.
    """
    file, data = read_tables(source)
    if "variants" in data:
        Place(file).at("variants").fail(
            "the names of this problem are drawn; load it with load_problem, which draws them"
        )
    return problem_of(file, data, {})


def variant_of(variants: Variants, seed: int, drawn: Mapping[str, str]) -> Problem:
    """Read a problem whose names in [variants] stand for what was drawn.

    Raises BadProblem.
    """
    found = problem_of(variants.file, variants.tables, drawn)
    return replace(found, variants=variants, seed=seed)


def problem_of(file: str, data: Mapping[str, Any], drawn: Mapping[str, str]) -> Problem:
    """Read the tables of a file; `drawn` are names with their texts besides those of [given]."""
    top = Table(Place(file), data)
    check_format(top)
    top.only(names_of(TOP))
    field = field_of(top)
    given = given_of(top, field, drawn)
    maps = read_maps(top)
    spaces, sets = read_spaces(top, field.label, given), read_sets(top, field, given)
    names = Names(field, given, spaces, sets, maps)
    require_different(top, names.given, spaces, sets)
    parts = _parts(top, names)
    return Problem(
        id=id_of(top),
        title=text_of(top, "title", names),
        topics=topics_of(top),
        level=level_of(top),
        field=field.label,
        given=names.given,
        statement=text_of(top, "statement", names) if "statement" in top.data else None,
        parts=parts,
        routes=routes_of(top),
        examples=read_examples(top.table("tests"), {p.id: p.answer.kind for p in parts}),
        credits={name: top.text(name) for name in _CREDITS if name in top.data},
        file=file,
        spaces=spaces,
        sets=sets,
        maps=maps,
    )


def check_format(top: Table) -> None:
    """Refuse a file of another format."""
    if "format" not in top.data:
        top.place.fail(f'this is no problem file; it begins with format = "{FORMAT}"')
    value = top.text("format")
    if value != FORMAT:
        top.place.at("format").fail(f'{shown(value)} is not read here; "{FORMAT}" is')


def id_of(top: Table) -> str:
    """Read the name of a problem."""
    value = top.text("id")
    words = value.split("/")
    if len(value) > 200 or len(words) != 2 or not all(map(SLUG.fullmatch, words)):
        top.place.at("id").fail(
            f"{shown(value)} is no name of a problem; write the topic and the name of the file, "
            'such as "subspaces/rank-nullity"'
        )
    return value


def topics_of(top: Table) -> tuple[str, ...]:
    """Read the topics."""
    topics = top.texts("topics")
    where = top.place.at("topics")
    if not topics:
        where.fail('a list of topics is missing; write for instance topics = ["null-space"]')
    for number, topic in enumerate(topics, 1):
        if not SLUG.fullmatch(topic):
            where.item(number).fail(f'{shown(topic)} is no topic; write one such as "null-space"')
    return topics


def level_of(top: Table) -> int:
    """Read the level."""
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


def field_of(top: Table) -> Over:
    """Read the field of a problem."""
    return _field(top, top.text("field"))


def given_of(top: Table, over: Over, drawn: Mapping[str, str]) -> Mapping[str, str]:
    """Read what is given, besides what was drawn."""
    given = bound_names(top, drawn)
    names, maps = Names(over, given), top.table("map").data
    for name in given:
        if name not in drawn:  # what was drawn has a meaning already
            names.check(top.place.at("map" if name in maps else "given").at(name), name)
    return given


def bound_names(top: Table, drawn: Mapping[str, str]) -> Mapping[str, str]:
    """Read the names and their texts, those of maps too, without looking for a meaning."""
    table = top.table("given")
    if len(table.data) > _MOST_NAMES:
        table.place.fail(f"{len(table.data):,} names are given; at most {_MOST_NAMES} are read")
    given: dict[str, str] = dict(drawn)
    for name in table.data:
        if name in drawn:
            table.place.at(name).fail("this name is drawn in [variants] already; rename one")
        given[name] = table.text(name)
        try:
            bind(name, given[name])
        except ExactSpacesError as error:
            table.place.at(name).fail(f"{shown(given[name])} is not understood. {error}")
    for name, one in read_maps(top).items():
        if name in given:
            top.place.at("map").at(name).fail("this name stands for something else as well")
        given[name] = one.text
    return given


def text_of(table: Table, name: str, names: Names) -> Text:
    """Read a text with the expressions in it."""
    return read_text(table.place.at(name), table.text(name), names.look)


def routes_of(top: Table) -> tuple[str, ...]:
    """Read the route of the solution."""
    table = top.table("solution")
    table.only(names_of(SOLUTION))
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
    table.only(names_of(PART))
    if "field" in table.data:
        names = replace(names, over=_field(table, table.text("field")))
    answer, requests = answer_of(table.table("answer"), names)
    return Part(
        id=table.text("id"),
        ask=text_of(table, "ask", names),
        answer=answer,
        requests=requests,
        points=table.share("points", _MOST_POINTS, "1"),
        hints=table.texts("hints"),
        credit=credit_of(table.table("credit")),
        say=tuple(map(remark_of, table.list_of_tables("say"))),
        follow=follow_of(table.table("follow"), earlier) if "follow" in table.data else None,
    )


def answer_of(table: Table, names: Names) -> tuple[AnswerSpec, tuple[Request, ...]]:
    """Read what the answer is, and the questions that it means."""
    found = read_formal_answer(table, names.world, names.look)
    if found is not None:
        return found
    kind = known_kind(table.place.at("kind"), table.text("kind"))
    key = "truth" if kind == "yes-no" else "of"
    table.only(("kind", key, *KINDS[kind].options))
    several = kind == "tuple" or (kind == "scalar-set" and isinstance(table.data.get(key), list))
    expressions = table.texts(key) if several else (table.text(key),)
    where = table.place.at(key)
    if not expressions:
        where.fail(f"the list is empty; write for instance {KINDS[kind].example}")
    places = [where.item(k + 1) for k in range(len(expressions))] if several else [where]
    options = _options(table, kind)
    kinds = options.get("kinds") or (kind,) * len(places)
    if len(kinds) != len(places):
        table.place.at("kinds").fail(
            f"{len(places)} answers are due, and {len(kinds)} kinds named"
        )
    asked = zip(places, kinds, expressions, strict=True)
    requests = tuple(names.asked(place, one, text) for place, one, text in asked)
    if "to" in options and options["to"] not in ("rref", "ref"):
        names.matrix(table.place.at("to"), options["to"])
    if "form" in options:
        at, form = table.place.at("form"), options["form"]
        requests = tuple(names.formed(at, request, form) for request in requests)
    return AnswerSpec(kind, expressions, options), requests


def _options(table: Table, kind: str) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for name in KINDS[kind].options:
        if name in table.data:
            found[name] = _OPTIONS[name](table, name)
    return found


def _lines(table: Table, name: str) -> int:
    return int(table.share(name, 100))


def _kinds(table: Table, name: str) -> tuple[str, ...]:
    """Read the kinds of several answers; each has to fit on one line."""
    found = table.texts(name)
    for k, kind in enumerate(found, 1):
        if kind not in ON_ONE_LINE:
            place = table.place.at(name).item(k)
            place.fail(f"{shown(kind)} cannot be one of several; {nearest(kind, ON_ONE_LINE)}")
    return found


def _letter(table: Table, name: str) -> str:
    found = table.text(name)
    if not re.fullmatch(r"[A-Za-z]", found):
        table.place.at(name).fail(f"{shown(found)} is no letter; write one, such as a")
    return found


_OPTIONS: Mapping[str, Callable[[Table, str], Any]] = {
    "target": lambda table, name: table.word(name, ("rref",)),
    "ops": lambda table, name: table.word(name, ("required", "optional")),
    "ops_per_line": _lines,
    "which": lambda table, name: table.word(name, ("pivot", "free")),
    "repeated": lambda table, name: table.word(name, ("ignored", "counted")),
    "mixed": lambda table, name: table.word(name, ("allowed", "refused")),
    "named": lambda table, name: table.word(name, ("allowed", "refused")),
    "form": lambda table, name: table.text(name),
    "to": lambda table, name: table.text(name),
    "most": _lines,
    "letter": _letter,
    "kinds": _kinds,
    "because": lambda table, name: table.texts(name),
}


def credit_of(table: Table) -> Mapping[str, Fraction]:
    """Read shares of the points."""
    for name in table.data:
        if not re.fullmatch(r"[a-z][a-z_]{0,60}", name):
            table.place.at(name).fail("a share of the points has a name such as target")
    return {name: share(table.place.at(name), value, 1) for name, value in table.data.items()}


def remark_of(table: Table) -> Remark:
    """Read what is said about a mistake."""
    table.only(names_of(SAY))
    credit = table.share("credit", 1) if "credit" in table.data else None
    return Remark(table.text("on"), table.text("text"), credit)


def follow_of(table: Table, earlier: Sequence[str]) -> Follow:
    """Read when an earlier answer is carried forward."""
    table.only(names_of(FOLLOW))
    part = table.text("part")
    if part not in earlier:
        table.place.at("part").fail(f"no earlier part is called {shown(part)}")
    return Follow(part, table.text("when"), table.share("credit", 1), table.text("of", ""))
