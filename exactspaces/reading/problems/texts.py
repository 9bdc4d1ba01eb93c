r"""Running text of problems: words, mathematics between $ signs, and {expressions} to be shown.

Inside mathematics a brace after ^, _ or a command that takes one groups, as in
\operatorname{col}, \frac{a}{b} and A^{-1}; any other brace holds an expression of ours, whose
value is shown there.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from exactspaces.reading.problems.faults import Place, nearest, shown
from exactspaces.reading.request import Request
from exactspaces.spaces import Ambient

_TOKEN = re.compile(
    r"(?P<blank>\s+)|\\(?P<command>[A-Za-z]+|[{},;:! |\\])|(?P<digits>\d+)|(?P<letter>[A-Za-z])"
    r"|(?P<sign>[-+=<>&,()\[\]_^'/|:])|(?P<brace>\{)|(?P<other>.)",
    re.DOTALL,
)
_SPACES = frozenset([*",;:! ", "quad"])
_GREEK = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau
    upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega infty
"""
_COMMANDS = """
    neq ne le leq ge geq in notin subseteq to mapsto leftrightarrow cap oplus otimes cdot times
    det dim ker dots ldots cdots vdots ddots sum operatorname mathrm mathbb sqrt frac begin end
    langle rangle Vert mid top lbrace rbrace quad
"""
GREEK = frozenset(_GREEK.split())
COMMANDS = GREEK | frozenset(_COMMANDS.split())
# How many braces after a sign group.
_GROUPED = {"frac": 2, **dict.fromkeys("^_", 1)} | dict.fromkeys(
    ("operatorname", "mathrm", "mathbb", "sqrt", "begin", "end"), 1
)
_MOST = 20_000


@dataclass(frozen=True)
class Shown:
    """An expression whose value is shown; `listed` when it is a list of vectors.

    The question of a list is about its span. `mapped` are the spaces of a map of the file, and
    `pieces` what it was given by.
    """

    expression: str
    request: Request
    listed: bool = False
    mapped: tuple[Ambient, Ambient] | None = None
    pieces: "Mapping[str, Shown]" = field(default_factory=dict)


@dataclass(frozen=True)
class Sign:
    r"""A piece of mathematics.

    The sort is "command" (such as \in), "digits", "letter", "sign" or "group".
    """

    sort: str
    text: str
    inside: "tuple[Sign | Shown, ...]" = ()


@dataclass(frozen=True)
class Mathematics:
    """What stands between two $ signs."""

    source: str
    signs: tuple[Sign | Shown, ...]


@dataclass(frozen=True)
class Text:
    """Running text: words, mathematics and values, in order; `source` is what was written."""

    source: str
    pieces: tuple[str | Mathematics | Shown, ...]

    def __str__(self) -> str:
        return self.source


Look = Callable[[Place, str], Shown]


def read_text(place: Place, source: str, look: Look) -> Text:
    """Take a text apart; `look` reads the expressions in it.

    Raises BadProblem.
    """
    if len(source) > _MOST:
        place.fail(f"the text has more than {_MOST:,} characters; split the problem")
    parts = re.split(r"(?<!\\)\$", source.strip())
    if len(parts) % 2 == 0:
        place.fail("a $ sign is not closed; mathematics stands between two, a lone one is \\$")
    pieces: list[str | Mathematics | Shown] = []
    for number, part in enumerate(parts):
        if number % 2:
            pieces.append(Mathematics(part, tuple(_Reader(place, part, look).signs())))
        else:
            pieces += _words(place, part, look)
    return Text(source, tuple(piece for piece in pieces if piece != ""))


def _words(place: Place, part: str, look: Look) -> Iterator[str | Shown]:
    at = 0
    for found in re.finditer(r"[{}]", part):
        if found.start() < at:
            continue
        yield _clean(part[at : found.start()])
        if found[0] == "}":
            place.fail(f"a brace closes that was not opened, in {shown(part)}")
        at = closing(place, part, found.start())
        yield look(place, part[found.end() : at - 1])
    yield _clean(part[at:])


def _clean(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("\\$", "$"))


def closing(place: Place, text: str, start: int) -> int:
    """Give the place after the brace that closes the one at `start`."""
    depth = 0
    for position in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[position], 0)
        if not depth:
            return position + 1
    place.fail(f"a brace is not closed in {shown(text)}; write both braces inside the $ signs")


class _Reader:
    """Reads the signs of mathematics from left to right."""

    def __init__(self, place: Place, text: str, look: Look, depth: int = 0) -> None:
        self.place, self.text, self.look, self.depth = place, text, look, depth
        if depth > 20:
            place.fail(f"braces are nested too deeply in {shown(text)}")
        if not text.strip():
            place.fail("there is no mathematics between two $ signs or braces; take them out")

    def signs(self) -> Iterator[Sign | Shown]:
        at, groups = 0, 0
        while at < len(self.text):
            found = _TOKEN.match(self.text, at)
            sort = str(found.lastgroup) if found else "other"
            value = found[sort] if found else ""
            end = found.end() if found else at + 1
            if sort == "brace":
                end = closing(self.place, self.text, at)
                yield self._braced(self.text[at + 1 : end - 1], groups=groups > 0)
            elif sort == "command" and value.isalpha() and value not in COMMANDS:
                remedy = nearest(value, COMMANDS)
                self.place.fail(f"\\{value} is not known in {shown(self.text)}; {remedy}")
            elif sort == "other":
                self.place.fail(f'"{value}" is not read inside $ signs, in {shown(self.text)}')
            elif sort != "blank" and not (sort == "command" and value in _SPACES):
                yield Sign(sort, "Vert" if value == "|" and sort == "command" else value)
            if sort != "blank":
                groups = groups - 1 if sort == "brace" else _GROUPED.get(value, 0)
            at = end

    def _braced(self, inner: str, *, groups: bool) -> Sign | Shown:
        if not groups:
            return self.look(self.place, inner)
        inside = tuple(_Reader(self.place, inner, self.look, self.depth + 1).signs())
        return Sign("group", inner, inside)
