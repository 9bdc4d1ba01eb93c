"""Reading the addition and the scaling of a space: formulas in the vectors and the scalar."""

from collections.abc import Mapping

from exactspaces.kernel.formulas import Constant, Domain, Variable
from exactspaces.reading.slips import Slip
from exactspaces.reading.spaces.carriers import Carrier, default_names, scope_of
from exactspaces.reading.spaces.evaluate import arguments, evaluate
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.shapes import (
    fitted,
    generic,
    names_for,
    shape_text,
    size_of,
    unknown_of,
)
from exactspaces.reading.spaces.trees import Node, parse, reading
from exactspaces.reading.spaces.values import Row, Value
from exactspaces.spaces.user import Coefficients, Entries, Form, Grid, Named, Single, Slots

SCALARS = ("a", "alpha", "lambda", "c", "k", "r", "s", "t")
_PAIRS: tuple[tuple[type[Form], str, str], ...] = (
    (Grid, "A", "B"), (Coefficients, "p", "q"), (Slots, "f", "g"), (Single, "x", "y"),
    (Single, "z", "w"), (Named, "x", "y"),
)  # fmt: skip


def read_addition(text: str, carrier: Carrier, scalars: Domain) -> Row:
    """Read an addition; the result is in the components of u and v.

    Raises Unreadable.
    """
    default = _plain_scope(carrier, scalars).having(addition_names(carrier))
    with reading(text):
        tree = parse(text, default.names)
        body, patterns = _split(tree, "(u, v) -> ...", "u (+) v = ...")
        scope = default
        if patterns:
            first, second = (
                _bound(p, carrier.form, x) for p, x in zip(patterns, "uv", strict=True)
            )
            _require_apart(patterns[1], first, second)
            scope = _plain_scope(carrier, scalars).having(first | second)
        return fitted(evaluate(body, scope), carrier.form, body, "The sum")


def read_scaling(text: str, carrier: Carrier, scalars: Domain) -> Row:
    """Read a scaling; the result is in the scalar a and the components of u.

    Raises Unreadable.
    """
    names = _vector_names(carrier) | carrier.names()
    default = _plain_scope(carrier, scalars).having(names)
    letters = [letter for letter in SCALARS if letter not in names]
    with reading(text):
        tree = parse(text, {*names, "a"})
        body, patterns = _split(tree, "(a, u) -> ...", "a*u = ...")
        if patterns:
            scalar = _scalar(patterns[0])
            vector = _bound(patterns[1], carrier.form, "u")
            _require_apart(patterns[1], scalar, vector)
            scope = _plain_scope(carrier, scalars).having(scalar | vector)
        else:
            used = _used(body, letters)
            scope = default.having({used: Variable("a")})
        return fitted(evaluate(body, scope), carrier.form, body, "The multiple")


def addition_names(carrier: Carrier) -> dict[str, Value]:
    """Give the names that the two vectors and their components have when none are said."""
    form = carrier.form
    first, second = generic(form, "u"), generic(form, "v")
    names: dict[str, Value] = {}
    for kind, one, other in _PAIRS:
        if isinstance(form, kind):
            names |= names_for(one, form, first) | names_for(other, form, second)
    if not isinstance(form, Grid):
        plain = default_names(carrier)
        primed = {f"{x}'": _moved(value) for x, value in plain.items()}
        names = (names | primed) if isinstance(form, Single) else (names | plain | primed)
    names |= carrier.names() | carrier.names("v", "'")
    if all(part[:1] == "x" for part in carrier.parts):
        names |= {
            "y" + part[1:]: x for part, x in zip(carrier.parts, second, strict=False) if part[1:]
        }
    return names


def _moved(value: Value) -> Value:
    return Variable("v" + value.name[1:]) if isinstance(value, Variable) else value


def _vector_names(carrier: Carrier) -> dict[str, Value]:
    form = carrier.form
    names = default_names(carrier)
    for kind, one, _ in _PAIRS:
        if isinstance(form, kind):
            names |= names_for(one, form, generic(form, "u"))
    return names


def _plain_scope(carrier: Carrier, scalars: Domain) -> Scope:
    """Give the scope without any vectors: labels, the polynomial x, the identity matrix."""
    scope = scope_of(carrier, scalars)
    names: dict[str, Value] = dict(unknown_of(carrier.form))
    if isinstance(carrier.form, Named):
        names |= {label: Constant(k) for k, label in enumerate(carrier.form.labels)}
    return Scope(names, scalars, scope.size, scope.complex)


def _split(tree: Node, arrow: str, equation: str) -> tuple[Node, tuple[Node, ...]]:
    """Give the formula, and the two things it is about where they are named."""
    while tree.kind == "group" and tree.parts[0].kind in ("arrow", "chain"):
        tree = tree.parts[0]
    if tree.kind == "arrow":
        left, right = tree.parts
        if left.kind != "tuple" or len(left.parts) != 2:
            raise left.fail("Two names are due before the arrow.", f"Write {arrow}")
        return right, left.parts
    if tree.kind != "chain":
        return tree, ()
    if tree.text != "=":
        raise tree.fail("A formula is due, not a condition.", f"Write {equation}")
    left, right = tree.parts
    patterns = left.parts
    if left.kind == "call":
        inside = arguments(left)
        named = len(inside) == 2 and left.parts[0].text in ("add", "plus", "scale", "f")
        patterns = inside if named else (left.parts[0], _tuple(inside))
    if left.kind not in ("binary", "call") or len(patterns) != 2:
        raise left.fail("The two things that are joined are due here.", f"Write {equation}")
    return right, patterns


def _tuple(parts: tuple[Node, ...]) -> Node:
    if len(parts) == 1:
        return parts[0]
    return Node("tuple", parts[0].start, parts[-1].end, parts)


def _bound(pattern: Node, form: Form, letter: str) -> dict[str, Value]:
    """Give what the names in a pattern stand for: u, u', (x1, y1), [p q; r s].

    Raises Slip.
    """
    components = generic(form, letter)
    while pattern.kind == "group":
        pattern = pattern.parts[0]
    if pattern.kind in ("name", "prime"):
        return names_for(_name(pattern), form, components)
    parts = [pattern]
    while parts and parts[0].kind in ("tuple", "brackets", "rows", "row"):
        parts = [inner for part in parts for inner in part.parts]
    if len(parts) != size_of(form):
        raise pattern.fail(
            f"There are {len(parts)} names, and a vector of the carrier is {shape_text(form)}."
        )
    names = [_name(part) for part in parts]
    for k, part in enumerate(parts):
        if names.index(names[k]) < k:
            raise part.fail(f'The name "{names[k]}" stands here twice.')
    found: dict[str, Value] = dict(zip(names, components, strict=True))
    return found


def _name(node: Node) -> str:
    primes = ""
    while node.kind == "prime" and node.text != "^T":
        primes, node = primes + node.text, node.parts[0]
    if node.kind != "name":
        raise node.fail("A name is due here.", "Write names only before the sign, as in (x, y).")
    return (node.text.replace("_", "") if node.text[-1:].isdigit() else node.text) + primes


def _scalar(node: Node) -> dict[str, Value]:
    if node.kind != "name":
        raise node.fail("The name of the scalar is due here.", "Write (a, u) -> ... or a*u = ...")
    return {node.text: Variable("a")}


def _require_apart(node: Node, first: Mapping[str, Value], second: Mapping[str, Value]) -> None:
    """Refuse a name with two meanings."""
    both = first.keys() & second.keys()
    if both:
        raise node.fail(f'The name "{min(both)}" stands for two things.', "Use other names.")


def _used(body: Node, letters: list[str]) -> str:
    """Give the letter of the scalar: a, or the only one of the usual letters that occurs."""
    found = {x.text: x for x in _all_names(body) if x.text in letters}
    if len(found) > 1:
        first, second = list(found)[:2]
        raise Slip(
            f'Which of "{first}" and "{second}" is the scalar?',
            found[second].start,
            remedy=f"Write ({first}, u) -> ... to say it.",
        )
    if not found and "a" not in letters:
        raise body.fail('"a" is a component here, and not the scalar.', "Write (c, u) -> ...")
    return next(iter(found), "a")


def _all_names(node: Node) -> list[Node]:
    own = [node] if node.kind == "name" else []
    return own + [name for part in node.parts for name in _all_names(part)]


__all__ = ["Entries", "SCALARS", "addition_names", "read_addition", "read_scaling"]
