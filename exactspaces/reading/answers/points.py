"""Values of letters: c = 0, d = 2, v = (1, 0); also without the names, in their order."""

import re
from collections.abc import Sequence

from exactspaces.errors import NotUnderstood
from exactspaces.kernel.formulas import Constant, Formula, Variable
from exactspaces.kernel.replacing import replaced
from exactspaces.reading.answers.setting import NotRead, cleaned
from exactspaces.reading.problems.letters import Letter, Lexicon
from exactspaces.reading.spaces.evaluate import evaluate
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.shapes import fitted, unknown_of
from exactspaces.reading.spaces.trees import parse, reading
from exactspaces.reading.spaces.values import Mat, Tup, Value
from exactspaces.spaces.user import Entries, Named, Slots, UserSpace, Vector
from exactspaces.spaces.values import value_of

_NAMED = re.compile(r"\s*(?P<name>[A-Za-z]\w*)\s*(?::=|=|:)\s*(?P<value>.+)", re.DOTALL)
_AT = re.compile(r"[A-Za-z]\w*\((?P<place>[^()]+)\)")
_OPEN, _CLOSE = "([{<", ")]}>"


def pieces(text: str, signs: str = ",;\n") -> list[str]:
    """Split at signs that stand outside of all brackets, and at the word "and".

    >>> pieces("u = (1, 0), v = (0, 1)")
    ['u = (1, 0)', 'v = (0, 1)']
    """
    out, depth = [""], 0
    for letter in re.sub(r"\s+and\s+", signs[0], text):
        depth += (letter in _OPEN) - (letter in _CLOSE)
        if letter in signs and depth <= 0:
            out.append("")
        else:
            out[-1] += letter
    return [piece.strip() for piece in out if piece.strip()]


def read_point(letters: Sequence[Letter], lexicon: Lexicon, text: str) -> tuple[Vector, ...]:
    """Give the components of each letter.

    Raises NotRead for letters that are missing or not asked for, and for values of another form.
    """
    texts = _by_letter(letters, pieces(cleaned(text)))
    return tuple(
        read_value(one.space, lexicon, value) for one, value in zip(letters, texts, strict=True)
    )


def _by_letter(letters: Sequence[Letter], found: list[str]) -> list[str]:
    names = [one.name for one in letters]
    told = [_NAMED.fullmatch(piece) for piece in found]
    known = [x for x in told if x is not None]
    listed = ", ".join(f"{name} = ..." for name in names)
    if not known:
        if len(found) == len(names):
            return found
        message = f"read as {len(found)} values; write {listed}"
        raise NotRead("input.several", message)
    if len(known) < len(told):
        raise NotRead(
            "input.unreadable", f"some values have a letter and others not; write {listed}"
        )
    values: dict[str, str] = {}
    for one in known:
        name = one["name"]
        if name not in names:
            raise NotRead("input.other-letter", f"{name[:20]} is not asked for; write {listed}")
        if name in values:
            raise NotRead("input.twice", f"{name} has two values; write {listed}")
        values[name] = one["value"]
    missing = [name for name in names if name not in values]
    if missing:
        raise NotRead("input.missing", f"{', '.join(missing)} has no value; write {listed}")
    return [values[name] for name in names]


def read_value(space: UserSpace, lexicon: Lexicon, text: str) -> Vector:
    """Give the components of a value of the form of a space.

    Raises NotRead.
    """
    text = text.strip()
    match space.form:
        case Named(labels):
            return (_label(text, labels),)
        case Slots(quantities):
            parts = _values_of_function(space, lexicon, text, quantities)
        case _:
            parts = _components(space, lexicon, text)
    values = [value_of(x, domain) for x, domain in zip(parts, space.domains, strict=True)]
    if None in values:
        raise NotRead("input.no-value", f"{text[:60]} has no value")
    return tuple(x for x in values if x is not None)


def _label(text: str, labels: tuple[str, ...]) -> Formula:
    if text not in labels:
        listed = ", ".join(labels[:12])
        raise NotRead("input.wrong-sort", f"{text[:40]} is none of the elements {listed}")
    return Constant(labels.index(text))


def _components(space: UserSpace, lexicon: Lexicon, text: str) -> Vector:
    names = {**lexicon.world.known, **unknown_of(space.form)}
    scope = Scope(names, space.field, complex=True)
    try:
        with reading(text):
            node = parse(text, scope.names)
            value = _column_as_tuple(evaluate(node, scope), space)
            return fitted(value, space.form, node, "The value")
    except NotUnderstood as error:
        message = error.message.replace("The value leaves the carrier: ", "")
        raise NotRead("input.wrong-sort", f"{text[:60]}: {message}") from error


def _column_as_tuple(value: Value, space: UserSpace) -> Value:
    """Read a column or a row as a tuple where tuples are due."""
    if isinstance(value, Mat) and isinstance(space.form, Entries):
        rows = value.transposed().rows if value.shape[1] == 1 else value.rows
        return Tup(rows[0]) if len(rows) == 1 else value
    return value


def _values_of_function(
    space: UserSpace, lexicon: Lexicon, text: str, quantities: tuple[str, ...]
) -> Vector:
    """Give the values of a function, an expression in x, at the places that matter."""
    letters: dict[str, Value] = {name: Variable("x") for name in ("x", "t")}
    scope = Scope({**lexicon.world.known, **letters}, space.field)
    try:
        with reading(text):
            formula = evaluate(parse(text, scope.names), scope)
    except NotUnderstood as error:
        raise NotRead("input.wrong-sort", f"{text[:60]}: {error.message}") from error
    if not isinstance(formula, Formula):
        raise NotRead("input.wrong-sort", f"{text[:60]}: a function such as 1 + x is due")
    found = []
    for quantity in quantities:
        at = _AT.fullmatch(quantity)
        place = None if at is None else _place(at["place"], scope)
        if place is None:
            raise NotRead("input.wrong-sort", f"{quantity} of a formula is not worked out here")
        found.append(replaced(formula, {"x": place}))
    return tuple(found)


def _place(text: str, scope: Scope) -> Formula | None:
    try:
        with reading(text):
            found = evaluate(parse(text), Scope({}, scope.scalars))
    except NotUnderstood:
        return None
    return found if isinstance(found, Formula) else None
