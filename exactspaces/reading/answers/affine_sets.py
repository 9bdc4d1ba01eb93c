"""Solution sets and spaces as people write them: points with directions, parameters, equations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exactspaces.fields import Scalar, matrix_from, number
from exactspaces.kernel import Given, Matrix, Ring
from exactspaces.kernel.matrices import times
from exactspaces.questions import ValueOf
from exactspaces.reading.answers.forms import (
    Directions,
    Form,
    Linear,
    form_of,
    letters_in,
    with_roots,
)
from exactspaces.reading.answers.notations import set_notation
from exactspaces.reading.answers.setting import Answer, NotRead, Setting, cleaned, parsed
from exactspaces.reading.answers.values import (
    read_vector,
    says_none,
    value_part,
    vector_echo,
    wrong_length,
)
from exactspaces.reading.bindings import carried
from exactspaces.reading.grammar.syntax import Compare, Name, Node, Tuple
from exactspaces.reading.request import read_request
from exactspaces.spaces import Coordinates

_SET = re.compile(r"\{(?P<head>[^{}:|]*)[:|](?P<tail>[^{}]*)\}", re.DOTALL)
_IN_FIELD = re.compile(
    r"[\w\s,]{1,80}(?:\bin\b|∈)\s*(?:QQ|RR|CC|[QRCF]|ℝ|ℚ|ℂ|GF\(\d+\))(?:\^\d+)?\s*"
)
_FREE = re.compile(r"(?P<name>\w+)\s+(?:is\s+)?(?:free|arbitrary)\s*|(?P<other>\w+)\s*=\s*free\s*")
_COSET = re.compile(
    r"(?:x\s*=\s*)?\{?\s*(?P<point>[(\[<][^+]{1,2000})\+\s*(?:null|ker|kernel|nullspace|N|Null|Ker)\s*"
    r"(?:\(\s*)?(?P<matrix>\w{1,40}|\[[^\[\]]{1,2000}\])\s*\)?\s*\}?"
)
_USUAL = {1: ("x",), 2: ("x", "y"), 3: ("x", "y", "z")}  # with w there are two usual orders
_COUNTS = ("infinitely many", "infinite", "infinitely many solutions", "one", "unique")


@dataclass(frozen=True)
class Flat:
    """A point (a column) plus all combinations of the directions (rows)."""

    point: Matrix
    directions: Matrix


@dataclass(frozen=True)
class Equations:
    """All x with matrix * x = right; `worked_out` when they stand for a point plus null(A)."""

    matrix: Matrix
    right: Matrix
    worked_out: bool = False


def read_affine(setting: Setting, text: str) -> Answer:
    """Read a solution set; the value is a Flat, Equations, or None for no solution."""
    text = set_notation(cleaned(text))
    if says_none(text):
        return Answer(None, "no solution")
    coset = _coset(setting, text)
    if coset is not None:
        return coset
    if " ".join(text.lower().split()) in _COUNTS:
        raise NotRead("input.says-how-many", "that says how many, not which: give the set")
    head, tail = _set_builder(setting, text)
    if tail:
        return _equations(setting, tail, _variables(setting, head))
    if _is_system(head):
        return _equations(setting, head, _variables(setting, ""))
    head = value_part(head)
    node = parsed(head)
    setting = with_roots(setting, node)
    value = form_of(setting, node)
    if isinstance(value, Directions):
        n = len(value.rows[0]) if value.rows else _size(setting)
        value = Form((Linear(number(setting.over.ring, 0), {}),) * n, value.rows)
    if isinstance(value, Linear) and _size(setting) == 1:
        value = Form((value,))
    if not isinstance(value, Form):
        raise NotRead("input.wrong-sort", "a set such as (4, 0, 1) + t(-2, 1, 0) is due")
    return _flat(setting, value, letters_in(setting, node))


def _coset(setting: Setting, text: str) -> Answer | None:
    """Read (4, 0, 1) + null(A) as all x with A x = A (4, 0, 1); None for another form."""
    found = _COSET.fullmatch(text)
    if not found:
        return None
    point = read_vector(Setting(setting.over, setting.given, None), found["point"]).value
    request = read_request(found["matrix"], setting.over, setting.given)
    match request.question:
        case ValueOf(Given(matrix)):
            matrix = carried(matrix, point.ring)
        case _:
            raise NotRead("input.wrong-sort", f"{found['matrix'][:40]} is no matrix")
    if matrix.width != point.height:
        raise wrong_length(point.height)
    echo = f"{vector_echo(point, None)} + null({found['matrix']})"
    return Answer(Equations(matrix, times(matrix, point), worked_out=True), echo)


def _size(setting: Setting) -> int:
    return setting.ambient.dimension if setting.ambient else 0


def _flat(setting: Setting, form: Form, letters: Sequence[str]) -> Answer:
    n = len(form.entries)
    if setting.ambient is not None and n != setting.ambient.dimension:
        raise wrong_length(n)
    if any(len(row) != n for row in form.rows):
        raise NotRead("input.wrong-sort", "point and directions have different numbers of entries")
    zero = number(form.entries[0].constant.ring, 0) if n else number(setting.over.ring, 0)
    ring = zero.ring
    rows = [[x.parts.get(name, zero) for x in form.entries] for name in letters]
    rows += [list(row) for row in form.rows]
    point = matrix_from(ring, [[x.constant] for x in form.entries], 1)
    directions = matrix_from(ring, rows, n)
    return Answer(Flat(point, directions), _flat_echo(point, rows))


def _flat_echo(point: Matrix, rows: Sequence[Sequence[Scalar]]) -> str:
    plain = Coordinates(point.height).plain
    shown = vector_echo(point, None)
    return f"{shown} + span{{{', '.join(map(plain, rows))}}}" if rows else shown


def _set_builder(setting: Setting, text: str) -> tuple[str, str]:
    """Take {(x, y): x = y} apart, and leave out conditions such as t in R."""
    found = _SET.fullmatch(text)
    head, tail = (found["head"], found["tail"]) if found else (text, "")
    if not found:
        head = re.sub(r"(?:,|\bwith\b|\bfor\b)\s*" + _IN_FIELD.pattern + r"$", "", text)
        inside = re.fullmatch(r"\{(.*\+.*)\}", head, re.DOTALL)
        return (inside[1] if inside and "{" not in inside[1] else head), ""
    kept = [] if _IN_FIELD.fullmatch(tail) else [tail]
    head = re.sub(r"(?:\bin\b|∈)\s*\S{1,40}\s*$", "", head)
    del setting
    return head, " ".join(kept)


def _is_system(text: str) -> bool:
    pieces = _pieces(text)
    named = re.compile(r"\s*(?:x|v|S|\(\s*\w+(?:\s*,\s*\w+)*\s*\))\s*=\s*\(.*", re.DOTALL)
    equals = [piece for piece in pieces if re.search(r"(?<![=!<>])=", piece)]
    return bool(equals) and not (len(pieces) == 1 and named.fullmatch(text))


def _pieces(text: str) -> list[str]:
    """Split at commas, semicolons, line ends and the word and, outside of brackets."""
    out, depth = [""], 0
    for letter in re.sub(r"\band\b", ",", text):
        depth += (letter in "([{") - (letter in ")]}")
        if letter in ",;\n" and depth == 0:
            out.append("")
        else:
            out[-1] += letter
    return [piece.strip() for piece in out if piece.strip()]


def _variables(setting: Setting, head: str) -> tuple[str, ...]:
    """Give the names of the coordinates: those in the set, or none where they are to be found."""
    n = _size(setting)
    if not head:
        return ()
    node = parsed(head)
    items = node.items if isinstance(node, Tuple) else ()
    names = tuple(item.text for item in items if isinstance(item, Name))
    if len(names) != len(items) or len(set(names)) != len(names) or not names:
        raise NotRead("input.wrong-sort", "before the colon stand the coordinates, such as (x, y)")
    if n and len(names) != n:
        raise wrong_length(len(names))
    return names


def _guessed(setting: Setting, used: set[str]) -> tuple[str, ...]:
    """Find the names of the coordinates from the letters that are used."""
    n = _size(setting)
    numbered = tuple(f"x{k}" for k in range(1, n + 1))
    below = tuple(f"x_{k}" for k in range(1, n + 1))
    for names in (numbered, below, _USUAL.get(n, ()), ("a", "b", "c", "d")[:n]):
        if used <= set(names):
            return names
    strangers = ", ".join(sorted(used - set(numbered)))
    message = f"equations are read in x1, x2, ...; {strangers} stands for no coordinate"
    raise NotRead("input.unknown-letter", message)


def _equations(setting: Setting, text: str, names: tuple[str, ...]) -> Answer:
    free: set[str] = set()
    sides: list[tuple[Node, Node]] = []
    for piece in _pieces(text):
        said = _FREE.fullmatch(piece)
        if said:
            free.add(said["name"] or said["other"])
            continue
        if _IN_FIELD.fullmatch(piece):
            free |= set(re.findall(r"\w+", re.split(r"\bin\b|∈", piece)[0]))
            continue
        node = parsed(piece)
        if not isinstance(node, Compare) or node.operator != "==":
            raise NotRead("input.wrong-sort", f"an equation is due, not {piece[:60]}")
        sides.append((node.left, node.right))
    plain = with_roots(Setting(setting.over, {}, None), *(x for pair in sides for x in pair))
    used = {x for pair in sides for side in pair for x in letters_in(plain, side)}
    explicit = _explicit(sides)
    if not names:
        names = _named(setting, used | free, explicit)
    _require_defined(names, explicit, used, free)
    letters = sorted((used | free) - set(names))
    return _solved(plain, sides, names, letters)


def _named(setting: Setting, used: set[str], explicit: set[str]) -> tuple[str, ...]:
    n = _size(setting)
    return _guessed(setting, explicit if len(explicit) == n else used)


def _explicit(sides: Sequence[tuple[Node, Node]]) -> set[str]:
    """Give the letters that stand alone on a left side, each once; none otherwise."""
    left = [a.text for a, _ in sides if isinstance(a, Name)]
    return set(left) if len(left) == len(sides) == len(set(left)) else set()


def _require_defined(
    names: Sequence[str], explicit: set[str], used: set[str], free: set[str]
) -> None:
    """Refuse x1 = 4 - 2x2 when nothing is said of x2, once something is declared free."""
    missing = sorted(set(names) - explicit - free)
    if explicit and free and missing:
        message = f'"{missing[0]}" is neither given nor free; write "{missing[0]} free" or solve'
        raise NotRead("input.left-unknown", message)
    stray = sorted(used - set(names) - free)
    if stray and len(explicit) != len(names):
        message = f'"{stray[0]}" is neither given nor free'
        raise NotRead("input.left-unknown", message)


def _solved(
    setting: Setting,
    sides: Sequence[tuple[Node, Node]],
    names: Sequence[str],
    letters: Sequence[str],
) -> Answer:
    ring: Ring = setting.over.ring
    rows, right, values = [], [], {}
    for left, other in sides:
        a, b = form_of(setting, left), form_of(setting, other)
        if not isinstance(a, Linear) or not isinstance(b, Linear):
            raise NotRead("input.wrong-sort", "an equation between numbers is due")
        if isinstance(left, Name) and left.text in b.parts:
            raise NotRead("input.circular", f"{left.text} is defined through itself")
        values[left.text if isinstance(left, Name) else ""] = b
        whole = a + b.times(number(ring, -1))
        rows.append([whole.parts.get(name, number(ring, 0)) for name in names])
        right.append([-whole.constant])
    if letters:
        point = tuple(values[name] for name in names)
        return _flat(setting, Form(point), letters)
    matrix = matrix_from(ring, rows, len(names))
    found = Equations(matrix, matrix_from(ring, right, 1))
    plain = Coordinates(len(names)).plain
    listed = (f"{plain(r)} . x = {b[0]}" for r, b in zip(rows, right, strict=True))
    return Answer(found, "all x with " + ", ".join(listed))
