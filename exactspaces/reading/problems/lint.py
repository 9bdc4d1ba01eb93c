"""All faults of a problem file at once: each piece is read by itself, and the rest goes on."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from exactspaces.errors import ExactSpacesError
from exactspaces.reading.expansion import used_names
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.problems import read
from exactspaces.reading.problems.defined import read_sets, read_spaces
from exactspaces.reading.problems.drawings import Drawing, pieces
from exactspaces.reading.problems.examples import read_examples
from exactspaces.reading.problems.expressions import Names
from exactspaces.reading.problems.faults import BadProblem, Place, nearest
from exactspaces.reading.problems.keys import FOLLOW, PART, SAY, SOLUTION, TEST, TOP, names_of
from exactspaces.reading.problems.maps import read_maps
from exactspaces.reading.problems.model import Problem
from exactspaces.reading.problems.tables import Table
from exactspaces.reading.problems.texts import Mathematics, Shown, Text

Tables = Mapping[str, Any]
_PROSE = ("id", "kind", "text", "wrong", "says", "among", "reason", "supports", "credit")
_KNOWN = {
    "": TOP, "part": PART, "part.say": SAY, "part.follow": FOLLOW, "solution": SOLUTION,
    "tests": TEST,
}  # fmt: skip


@dataclass
class Faults:
    """The faults that were found, each place once."""

    found: list[BadProblem] = field(default_factory=list)

    def add(self, fault: BadProblem) -> None:
        """Note a fault."""
        if (fault.key, str(fault)) not in {(f.key, str(f)) for f in self.found}:
            self.found.append(fault)

    def tried(self, step: Callable[[], Any]) -> Any:
        """Do a step; note its fault, and give None then."""
        try:
            return step()
        except BadProblem as fault:
            self.add(fault)
        return None


def known_keys(file: str, data: Tables, faults: Faults) -> dict[str, Any]:
    """Give the tables without the keys that are not known; each of these is a fault."""
    return _known(Place(file), data, "", faults)


def _known(place: Place, data: Tables, path: str, faults: Faults) -> dict[str, Any]:
    words = names_of(_KNOWN[path])
    out: dict[str, Any] = {}
    for name, value in data.items():
        inner = f"{path}.{name}".lstrip(".")
        if name not in words:
            message = f"this key is not known; {nearest(name, words)}"
            faults.add(BadProblem(place.file, place.at(name).key, message))
        elif inner in _KNOWN and inner != "tests":
            out[name] = _inside(place.at(name), value, inner, faults)
        elif inner == "tests" and isinstance(value, dict):
            out[name] = {k: _inside(place.at(name).at(k), v, inner, faults)
                         for k, v in value.items()}  # fmt: skip
        else:
            out[name] = value
    return out


def _inside(place: Place, value: Any, path: str, faults: Faults) -> Any:
    if isinstance(value, dict):
        return _known(place, value, path, faults)
    if isinstance(value, list):
        return [
            _known(place.item(k), one, path, faults) if isinstance(one, dict) else one
            for k, one in enumerate(value, 1)
        ]
    return value


def piecewise(file: str, data: Tables, drawn: Mapping[str, str], faults: Faults) -> None:
    """Read every piece of a file by itself."""
    top = Table(Place(file), data)
    for step in (read.check_format, read.id_of, read.topics_of, read.level_of, read.routes_of):
        faults.tried(lambda step=step: step(top))  # type: ignore[misc]
    over = faults.tried(lambda: read.field_of(top))
    if over is None:
        return
    names = Names(over, _given(top, over, drawn, faults))
    spaces = faults.tried(lambda: read_spaces(top, over.label, names.given)) or {}
    sets = faults.tried(lambda: read_sets(top, over, names.given)) or {}
    maps = faults.tried(lambda: read_maps(top)) or {}
    names = replace(
        names,
        own_spaces=spaces,
        own_sets=sets,
        own_maps={k: v for k, v in maps.items() if k in names.given},
    )
    for name in ("title", "statement"):
        if name == "title" or name in data:
            faults.tried(lambda name=name: read.text_of(top, name, names))  # type: ignore[misc]
    kinds: dict[str, str] = {}
    for table in faults.tried(lambda: top.list_of_tables("part")) or ():
        _part(table, names, kinds, faults)
    if not data.get("part"):
        faults.tried(lambda: top.place.at("part").fail("no part is there; write [[part]]"))
    _tests(top, kinds, faults)


def _given(top: Table, over: Any, drawn: Mapping[str, str], faults: Faults) -> dict[str, str]:
    """Read the names one by one; those that are not understood are left out."""
    table = faults.tried(lambda: top.table("given"))
    good: dict[str, str] = dict(drawn)
    for name, text in () if table is None else table.data.items():
        one = Table(top.place, {"given": {name: text}})
        if faults.tried(lambda one=one: read.bound_names(one, drawn)) is not None:  # type: ignore[misc]
            good[name] = text
    maps = faults.tried(lambda: top.table("map").data) or {}
    for name, value in maps.items():
        one = Table(top.place, {"map": {name: value}})
        found = faults.tried(lambda one=one, known=dict(good): read.bound_names(one, known))  # type: ignore[misc]
        good |= {name: found[name]} if found is not None else {}
    names = Names(over, good)
    for name in [name for name in good if name not in drawn]:
        place = top.place.at("map" if name in maps else "given").at(name)
        faults.tried(lambda place=place, name=name: names.check(place, name))  # type: ignore[misc]
    return good


def _part(table: Table, names: Names, kinds: dict[str, str], faults: Faults) -> None:
    if "field" in table.data:
        own = faults.tried(lambda: read.field_of(table))
        names = names if own is None else replace(names, over=own)
    name = faults.tried(lambda: table.slug("id"))
    earlier = tuple(kinds)
    if name in kinds:
        faults.tried(lambda: table.place.at("id").fail(f'another part is called "{name}" too'))
    faults.tried(lambda: read.text_of(table, "ask", names))
    found = faults.tried(lambda: read.answer_of(table.table("answer"), names))
    faults.tried(lambda: table.share("points", 1000, "1"))
    faults.tried(lambda: table.texts("hints"))
    faults.tried(lambda: read.credit_of(table.table("credit")))
    faults.tried(lambda: list(map(read.remark_of, table.list_of_tables("say"))))
    if "follow" in table.data:
        faults.tried(lambda: read.follow_of(table.table("follow"), earlier))
    if isinstance(name, str):
        kinds[name] = found[0].kind if found is not None else "tuple"


def _tests(top: Table, kinds: Mapping[str, str], faults: Faults) -> None:
    table = faults.tried(lambda: top.table("tests"))
    for name in () if table is None else table.data:
        rows = table.data[name] if isinstance(table.data[name], list) else [table.data[name]]
        for row in rows:
            one = Table(table.place, {name: [row]})
            faults.tried(lambda one=one: read_examples(one, kinds))  # type: ignore[misc]


def unused_names(problem: Problem, data: Mapping[str, Any]) -> Iterator[BadProblem]:
    """Give a fault for each name that nothing uses; `data` is the file as it stands."""
    used = _used(problem, tuple(_mentions(data)))
    variants = problem.variants.drawings if problem.variants is not None else {}
    for name in problem.given:
        if name not in used:
            where = "variants" if name in variants else "map" if name in problem.maps else "given"
            place = Place(problem.file).at(where).at(name)
            yield BadProblem(
                problem.file, place.key, "nothing uses this name: no text shows it, no answer is "
                "about it; use it, or take it out",
            )  # fmt: skip


def untold_names(problem: Problem) -> Iterator[BadProblem]:
    """Give a fault for each drawn name that no text tells, and that is not hidden."""
    if problem.variants is None or problem.statement is None:
        return
    told: set[str] = set(problem.variants.hidden)
    for node in _nodes(_shown_expressions(problem)):
        told |= used_names(node, {})
    for name in told & set(problem.maps):
        told |= set(_strings(dict(problem.maps[name].pieces)))
    for name in problem.variants.drawings:
        if name not in told:
            key = problem.variants.place.at(name).key
            yield BadProblem(
                problem.file, key, "no text tells what this name stands for; show it in one as "
                f"{{{name}}}, or list it under hidden",
            )  # fmt: skip


def _mentions(data: Mapping[str, Any]) -> Iterator[str]:
    """Give the expressions in what answers, spaces, sets and maps are."""
    for name in ("space", "set", "map"):
        yield from _strings(data.get(name, {}))
    for part in data.get("part", ()):
        yield from _strings(part.get("answer", {}))


def _strings(value: Any) -> Iterator[str]:
    """Give all texts in a value but those that are prose or names."""
    if isinstance(value, str):
        yield from re.findall(r"[A-Za-z]\w*", value)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _PROSE:
                yield from _strings(item)


def _used(problem: Problem, mentions: tuple[str, ...]) -> set[str]:
    texts = {k: n for k, v in problem.given.items() for n in _nodes([v])}
    used: set[str] = set()
    for node in _nodes((*_expressions(problem), *mentions)):
        used |= used_names(node, texts)
    for clause in problem.variants.require if problem.variants is not None else ():
        used |= set(re.findall(r"[A-Za-z]\w*", clause))
    return used


def _shown_expressions(problem: Problem) -> Iterator[str]:
    for text in _texts(problem):
        for shown in _shown(text):
            yield shown.expression if "|" not in shown.expression else f"[{shown.expression}]"
            yield from pieces(shown.expression)


def _expressions(problem: Problem) -> Iterator[str]:
    yield from _shown_expressions(problem)
    for part in problem.parts:
        yield from part.answer.of
        if part.follow is not None:
            yield from filter(None, (part.follow.when, part.follow.of))
    for example in problem.examples:
        yield from example.give if example.computed else ()
    if problem.variants is not None:
        for drawing in problem.variants.drawings.values():
            yield from drawing.expressions() if isinstance(drawing, Drawing) else (drawing,)


def _nodes(texts: Any) -> Iterator[Node]:
    for text in texts:
        try:
            yield parse(text)
        except ExactSpacesError:
            continue


def _texts(problem: Problem) -> Iterator[Text]:
    yield problem.title
    if problem.statement is not None:
        yield problem.statement
    for part in problem.parts:
        yield part.ask


def _shown(text: Text) -> Iterator[Shown]:
    for piece in text.pieces:
        if isinstance(piece, Shown):
            yield piece
        elif isinstance(piece, Mathematics):
            yield from _among(piece.signs)


def _among(signs: Any) -> Iterator[Shown]:
    for sign in signs:
        if isinstance(sign, Shown):
            yield sign
        else:
            yield from _among(sign.inside)
