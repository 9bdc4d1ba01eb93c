"""Calls of generators: unreduce(nice_rref(3, 4, rank=2), ops=6). Read here, carried out above."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from exactspaces.errors import ExactSpacesError
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.problems.faults import Place, nearest, shown
from exactspaces.reading.problems.generators import GENERATORS, Generator
from exactspaces.reading.request import known_words

_CALL = re.compile(r"\s*([a-z][a-z0-9_]*)\s*\(")
_NAMED = re.compile(r"\s*([A-Za-z_]\w*)\s*=(?!=)\s*(.*)", re.DOTALL)
_OPEN, _CLOSE = "([{", ")]}"
_MOST_DEEP = 20


@dataclass(frozen=True)
class Drawing:
    """A call of a generator, with an argument for each parameter that was told.

    An argument is another call, or an expression; for a parameter that takes many, several.
    """

    name: str
    arguments: Mapping[str, "tuple[Argument, ...]"]
    text: str

    def expressions(self) -> Iterator[str]:
        """Give all expressions inside."""
        for several in self.arguments.values():
            for one in several:
                if isinstance(one, Drawing):
                    yield from one.expressions()
                else:
                    yield one


Argument = Drawing | str


def read_drawing(place: Place, text: str, depth: int = 0) -> Argument:
    """Read a call of a generator; what is none is an expression.

    Raises BadProblem.
    """
    if depth > _MOST_DEEP:
        place.fail(f"calls are nested too deeply in {shown(text)}; give inner ones names")
    found = _CALL.match(text)
    if found is None or found[1] not in GENERATORS:
        near = get_close_matches(found[1], GENERATORS, n=1, cutoff=0.8) if found else []
        if near and found and found[1] not in known_words():
            place.fail(f"no generator is called {found[1]}; did you mean {near[0]}?")
        _require_expression(place, text)
        return text.strip()
    inside, rest = _inside(place, text, found.end())
    if rest.strip():
        place.fail(
            f"after the call of {found[1]} stands {shown(rest.strip())}; a generator stands "
            "alone: give what it draws a name, and use the name"
        )
    return _bound(place, found[1], pieces(inside), depth)


def _require_expression(place: Place, text: str) -> None:
    for piece in pieces(text.strip()[1:-1]) if text.strip().startswith("{") else [text]:
        try:
            parse(piece)
        except ExactSpacesError as error:
            place.fail(f"{shown(text)} is not understood. {error}")


def _inside(place: Place, text: str, start: int) -> tuple[str, str]:
    """Give what stands in the brackets that were just opened, and what follows them."""
    depth = 1
    for at in range(start, len(text)):
        depth += (text[at] in _OPEN) - (text[at] in _CLOSE)
        if not depth:
            return text[start:at], text[at + 1 :]
    place.fail(f'a bracket is not closed in {shown(text)}; add ")"')


def pieces(text: str) -> list[str]:
    """Split at the commas outside of brackets."""
    out, depth = [""], 0
    for letter in text:
        depth += (letter in _OPEN) - (letter in _CLOSE)
        if letter == "," and not depth:
            out.append("")
        else:
            out[-1] += letter
    return [piece.strip() for piece in out if piece.strip()]


def _bound(place: Place, name: str, written: list[str], depth: int) -> Drawing:
    rule = GENERATORS[name]
    told: dict[str, tuple[Argument, ...]] = {}
    plain = [one for one in written if not _NAMED.fullmatch(one)]
    named = [found for one in written if (found := _NAMED.fullmatch(one))]
    open_ones = [p for p in rule.parameters if not (p.many and len(plain) == 0)]
    for parameter in open_ones:
        if not plain:
            break
        taken, plain = (plain, []) if parameter.many else (plain[:1], plain[1:])
        told[parameter.name] = tuple(read_drawing(place, one, depth + 1) for one in taken)
    if plain:
        place.fail(f"{name} takes no further argument {shown(plain[0])}; {_usage(rule)}")
    names = [parameter.name for parameter in rule.parameters]
    for found in named:
        if found[1] not in names:
            place.fail(f"{name} is not told {shown(found[1])}; {nearest(found[1], names)}")
        if found[1] in told:
            place.fail(f"{name} is told {found[1]} twice; {_usage(rule)}")
        told[found[1]] = (read_drawing(place, found[2], depth + 1),)
    for parameter in rule.parameters:
        if parameter.name not in told and parameter.default is None:
            place.fail(f"{name} has to be told {parameter.name}; {_usage(rule)}")
    return Drawing(name, told, f"{name}({', '.join(written)})")


def _usage(rule: Generator) -> str:
    return f"write for instance {rule.example}"
