"""Row reductions as people write them: matrices, and the operations between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exactspaces.fields import Scalar, matrix_from
from exactspaces.kernel import Matrix, Ring
from exactspaces.questions import Combine, Multiply, Operation, Swap
from exactspaces.reading.answers.forms import Linear, form_of, with_roots
from exactspaces.reading.answers.setting import Answer, NotRead, Setting, cleaned, parsed
from exactspaces.reading.answers.values import matrix_echo, read_matrix
from exactspaces.reading.bindings import carried

_ROW = re.compile(r"(?<![A-Za-z])(?:[Rr]ow|[RrLlZz]|ρ|rho|\\rho)[\s_]*\{?(\d+)\}?")
_SWAP = re.compile(
    r"R(\d+)\s*(?:<->|<=>|↔|⇔|\\leftrightarrow)\s*R(\d+)|(?:swap|exchange|interchange)\s*\(?\s*R?(\d+)\s*(?:,|and|with|&)\s*R?(\d+)\s*\)?"
)
_INTO = re.compile(r"R(\d+)\s*(?:->|→|<-|←|:=|=|\\to|\\rightarrow|\\leftarrow)\s*(.+)")
_FROM = re.compile(r"(.+?)\s*(?:->|→|\\to|\\rightarrow)\s*R(\d+)")
_CHANGE = re.compile(r"R(\d+)\s*([-+*/])=\s*(.+)")
_ROMANS = ("I", "II", "III", "IV", "V", "VI")
_ROMAN = re.compile(r"(?<![A-Za-z])(?:III|II|IV|VI|V|I)(?![A-Za-z])")
_MOST_LINES, _MOST_OPERATIONS = 200, 60
TWO_STEPS = "scaling a row and adding to it in one go counts as two elementary operations"


@dataclass(frozen=True)
class Step:
    """A matrix, and the operations stated between it and the one before.

    Each of `operations` is what one written operation says, in elementary ones.
    """

    operations: tuple[tuple[Operation, ...], ...]
    matrix: Matrix


def read_reduction(setting: Setting, text: str) -> Answer:
    """Read matrices line by line, with operations between them or without."""
    steps: list[Step] = []
    waiting: list[tuple[Operation, ...]] = []
    lines = _lines(cleaned(text))
    if len(lines) > _MOST_LINES:
        raise NotRead("input.too-long", f"at most {_MOST_LINES} lines are read")
    for line in (one.lstrip("~=⇒→ ").strip() for one in lines):
        if line.startswith(("[", "\\begin", "matrix", "(")) and not _ROW.search(line):
            steps.append(Step(tuple(waiting), read_matrix(setting, line).value))
            setting, waiting = over_ring(setting, steps[-1].matrix.ring), []
        elif line:
            setting, found = operations_of(setting, line)
            waiting += found
    if waiting or not steps:
        raise NotRead("input.no-matrix", "after operations the matrix that they lead to is due")
    if sum(len(step.operations) for step in steps) > _MOST_OPERATIONS:
        raise NotRead("input.too-long", f"at most {_MOST_OPERATIONS} operations are read")
    echo = " ~ ".join(matrix_echo(step.matrix) for step in steps)
    notes = (TWO_STEPS,) if any(len(x) > 1 for step in steps for x in step.operations) else ()
    return Answer(tuple(carried_step(step, setting.over.ring) for step in steps), echo, notes)


def over_ring(setting: Setting, ring: Ring) -> Setting:
    """Give the setting with the field that what was read so far needs."""
    return replace(setting, over=replace(setting.over, ring=ring))


def carried_step(step: Step, ring: Ring) -> Step:
    """Give a step over a larger ring."""
    groups = tuple(carried_operations(group, ring) for group in step.operations)
    return Step(groups, carried(step.matrix, ring))


def carried_operations(operations: Sequence[Operation], ring: Ring) -> tuple[Operation, ...]:
    """Give the operations with their factors over a larger ring."""
    return tuple(
        replace(one, factor=carried(one.factor, ring))
        if isinstance(one, Multiply | Combine)
        else one
        for one in operations
    )


def factors_of(operations: Sequence[Operation]) -> Iterator[Matrix]:
    """Give the factors of the operations that have one, as 1 x 1 matrices."""
    return (one.factor for one in operations if isinstance(one, Multiply | Combine))


def _lines(text: str) -> list[str]:
    """Split at line ends outside of brackets."""
    lines, depth = [[""]], 0
    for letter in text:
        depth += (letter in "[(") - (letter in "])")
        if letter == "\n" and depth <= 0:
            lines.append([])
        else:
            lines[-1].append(letter)
    return [line for line in ("".join(parts).strip() for parts in lines) if line]


def operations_of(setting: Setting, line: str) -> tuple[Setting, list[tuple[Operation, ...]]]:
    """Read the operations of one line, each as the elementary ones that it says.

    They are given with the setting over the field that they need, after the roots in them.
    Raises NotRead when a row is missing that is to be replaced, or when one is destroyed.
    """
    found = []
    for one in _split(line):
        found.append(_operation(setting, one))
        ring = next((x.ring for x in factors_of(found[-1])), setting.over.ring)
        setting = over_ring(setting, ring)
    return setting, found


def _split(line: str) -> list[str]:
    """Split operations at commas and semicolons outside of parentheses."""
    out, depth = [""], 0
    for letter in line:
        depth += (letter == "(") - (letter == ")")
        if letter in ",;" and depth == 0:
            out.append("")
        else:
            out[-1] += letter
    return [piece.strip() for piece in out if piece.strip()]


def _operation(setting: Setting, text: str) -> tuple[Operation, ...]:
    text = " ".join(text.split())  # long gaps would be searched again from each of their places
    plain = _ROW.sub(r"R\1", text if _ROW.search(text) else _ROMAN.sub(_arabic, text))
    plain = re.sub(r"^(?:the\s+)?new\s+(?=R\d)|(?<=\d)'(?=\s*:?=)", "", plain)
    found = _SWAP.fullmatch(plain)
    if found:
        first, second = (int(x) for x in found.groups() if x)
        return (Swap(first, second),)
    found = _CHANGE.fullmatch(plain)
    if found:
        row, sign, rest = int(found[1]), found[2], found[3]
        body = f"R{row} {sign} ({rest})" if sign in "+-" else f"({rest})*R{row}"
        return _elementary(setting, row, f"(1/({rest}))*R{row}" if sign == "/" else body, text)
    found = _INTO.fullmatch(plain)
    if found:
        return _elementary(setting, int(found[1]), found[2], text)
    found = _FROM.fullmatch(plain)
    if found:
        return _elementary(setting, int(found[2]), found[1], text)
    if _ROW.search(plain):
        message = f"which row is replaced by {text[:40]}? Write for instance R2 -> R2 - 3R1"
        raise NotRead("input.no-target", message)
    raise NotRead("input.wrong-sort", f"a matrix or a row operation is due, not {text[:60]}")


def _arabic(found: re.Match[str]) -> str:
    """Write II as R2, and 3II as 3R2."""
    return f"R{_ROMANS.index(found[0]) + 1}"


def _elementary(setting: Setting, row: int, body: str, text: str) -> tuple[Operation, ...]:
    """Give the elementary operations that replace a row by a combination of rows."""
    body = re.sub(r"(?<=[\d)])\s*(?=R\d)|(?<=\w)\s+(?=R\d)", "*", body)
    node = parsed(body)
    found = form_of(with_roots(Setting(setting.over, {}, None), node), node)
    if not isinstance(found, Linear) or found.constant:
        raise NotRead("input.wrong-sort", f"{text[:60]} is no combination of rows")
    parts = {name: x for name, x in found.parts.items() if x}
    if not all(re.fullmatch(r"R\d{1,4}", name) for name in parts):
        raise NotRead("input.wrong-sort", f"{text[:60]} is no combination of rows")
    own = parts.pop(f"R{row}", None)
    if own is None:
        message = f"{text[:60]} is not reversible: it destroys row {row}"
        raise NotRead("input.not-reversible", message)
    out: list[Operation] = [] if own == own**0 else [Multiply(row, _one(own))]
    out += [Combine(row, _one(x), int(name[1:])) for name, x in sorted(parts.items())]
    return tuple(out)


def _one(value: Scalar) -> Matrix:
    return matrix_from(value.ring, [[value]])
