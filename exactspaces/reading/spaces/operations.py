"""Reading the addition and the scaling of a space: formulas in the vectors and the scalar."""

from collections.abc import Callable, Mapping
from functools import partial

from exactspaces.kernel.formulas import Constant, Domain, Variable
from exactspaces.kernel.replacing import replaced
from exactspaces.reading.slips import Slip, Unreadable
from exactspaces.reading.spaces.bases import default_base
from exactspaces.reading.spaces.carriers import Carrier, default_names, scope_of
from exactspaces.reading.spaces.evaluate import arguments, evaluate
from exactspaces.reading.spaces.numbers import plus, times
from exactspaces.reading.spaces.patterns import bound, scalar_of, together
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.shapes import fitted, generic, names_for, unknown_of
from exactspaces.reading.spaces.trees import Node, parse, reading
from exactspaces.reading.spaces.values import Row, Value
from exactspaces.spaces.user import Coefficients, Form, Grid, Named, Single, Slots

Known = Mapping[str, Value]
_NOTHING: Known = {}
_U, _V, _A = Variable("u"), Variable("v"), Variable("a")
_USUAL = (plus(_U, _V), plus(_V, _U), times(_A, _U), times(_U, _A))
SCALARS = ("a", "alpha", "lambda", "c", "k", "r", "s", "t")
_PAIRS: tuple[tuple[type[Form], str, str], ...] = (
    (Grid, "A", "B"), (Coefficients, "p", "q"), (Single, "x", "y"),
    (Single, "z", "w"), (Single, "f", "g"), (Named, "x", "y"),
)  # fmt: skip


def read_addition(text: str, carrier: Carrier, scalars: Domain, known: Known = _NOTHING) -> Row:
    """Read an addition; the result is in the components of u and v.

    `known` are names with a meaning of their own; letters for vectors come before them.

    Raises Unreadable.
    """
    if isinstance(carrier.form, Slots):
        return slotwise(text, carrier, scalars, partial(read_addition, known=known))
    plain = _plain_scope(carrier, scalars, known)
    with reading(text):
        tree = parse(text, {**known, **addition_names(carrier)})
        used = {x.text[:1] for x in _all_names(tree)}
        default = plain.having(addition_names(carrier, used))
        body, patterns = _split(tree, "(u, v) -> ...", "u (+) v = ...")
        scope = default
        if patterns:
            first, second = (
                bound(p, carrier.form, x) for p, x in zip(patterns, "uv", strict=True)
            )
            _require_apart(patterns[1], first, second)
            scope = plain.having(first | second)
        return fitted(evaluate(body, scope), carrier.form, body, "The sum")


def read_scaling(text: str, carrier: Carrier, scalars: Domain, known: Known = _NOTHING) -> Row:
    """Read a scaling; the result is in the scalar a and the components of u.

    `known` are names with a meaning of their own; letters for vectors, and a letter that is the
    only one that can be the scalar, come before them.

    Raises Unreadable.
    """
    if isinstance(carrier.form, Slots):
        return slotwise(text, carrier, scalars, partial(read_scaling, known=known))
    plain = _plain_scope(carrier, scalars, known)
    names = _vector_names(carrier) | carrier.names()
    default = plain.having(names)
    letters = [letter for letter in SCALARS if letter not in names]
    with reading(text):
        tree = parse(text, {*known, *names, "a"})
        body, patterns = _split(tree, "(a, u) -> ...", "a*u = ...")
        if patterns:
            scalar = scalar_of(patterns[0])
            vector = bound(patterns[1], carrier.form, "u")
            _require_apart(patterns[1], scalar, vector)
            scope = plain.having(scalar | vector)
        else:
            used = _used(body, letters, known)
            scope = default.having({used: Variable("a")})
        return fitted(evaluate(body, scope), carrier.form, body, "The multiple")


def slotwise(
    text: str, carrier: Carrier, scalars: Domain, read: Callable[[str, Carrier, Domain], Row]
) -> Row:
    """Read an operation on functions, which is done with their values.

    Raises Unreadable.
    """
    one = Carrier(default_base(Single(), scalars), (), carrier.letter or "f")
    (formula,) = read(text, one, scalars)
    if not carrier.pointwise and formula not in _USUAL:
        raise Unreadable(
            "Only the usual operations are read where derivatives, integrals, limits or classes "
            "such as continuous stand in the carrier.",
            text,
            0,
            (),
            "Write f + g and a*f.",
        )
    pairs = zip(generic(carrier.form, "u"), generic(carrier.form, "v"), strict=True)
    return tuple(replaced(formula, {"u": u, "v": v}) for u, v in pairs)


def addition_names(carrier: Carrier, used: set[str] | None = None) -> dict[str, Value]:
    """Give the names that the two vectors and their components have when none are said.

    With the letters that are used: a second letter, such as y, has a meaning beside its first.
    """
    form = carrier.form
    first, second = generic(form, "u"), generic(form, "v")
    names: dict[str, Value] = {}
    for kind, one, other in _PAIRS:
        if isinstance(form, kind) and (used is None or one in used):
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


def _plain_scope(carrier: Carrier, scalars: Domain, known: Known) -> Scope:
    """Give the scope without any vectors: labels, the polynomial x, the identity matrix."""
    scope = scope_of(carrier, scalars)
    names: dict[str, Value] = {**known, **unknown_of(carrier.form)}
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
        patterns = inside if named else (left.parts[0], together(inside))
    if left.kind not in ("binary", "call") or len(patterns) != 2:
        raise left.fail("The two things that are joined are due here.", f"Write {equation}")
    return right, patterns


def _require_apart(node: Node, first: Mapping[str, Value], second: Mapping[str, Value]) -> None:
    """Refuse a name with two meanings."""
    both = first.keys() & second.keys()
    if both:
        raise node.fail(f'The name "{min(both)}" stands for two things.', "Use other names.")


def _used(body: Node, letters: list[str], known: Known) -> str:
    """Give the letter of the scalar: a, or the only one of the usual letters that occurs.

    Of several letters, those that are known otherwise are not the scalar.
    """
    found = {x.text: x for x in _all_names(body) if x.text in letters}
    if len(found) > 1:
        found = {word: x for word, x in found.items() if word not in known} or found
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
