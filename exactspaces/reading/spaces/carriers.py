"""Reading carriers: a set by its name, by a condition, or by the list of its elements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from exactspaces.kernel.formulas import (
    Compare,
    ComplexNumbers,
    Condition,
    Domain,
    Every,
    Labels,
    Reals,
)
from exactspaces.kernel.records import Record
from exactspaces.reading.spaces.bases import Base, base_of, default_base
from exactspaces.reading.spaces.conditions import every
from exactspaces.reading.spaces.evaluate import condition
from exactspaces.reading.spaces.function_sets import function_set
from exactspaces.reading.spaces.patterns import bare, name_of, pattern_parts
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.shapes import generic, names_for, shape_text, size_of, unknown_of
from exactspaces.reading.spaces.trees import Node, parse, reading
from exactspaces.reading.spaces.values import Value
from exactspaces.reading.spaces.vocabulary import WHOLE
from exactspaces.spaces.sets import ConditionSet
from exactspaces.spaces.user import Entries, Form, Grid, Named, Single, Slots

_LETTERS = ("x", "y", "z")


@dataclass(frozen=True)
class Carrier:
    """A set of vectors; `parts` has the names of the components, `letter` that of the vector.

    `pointwise` says that a function is in the set whenever its values are as the condition says.
    """

    base: Base
    parts: tuple[str, ...] = ()
    letter: str = ""
    pointwise: bool = True

    @property
    def form(self) -> Form:
        """What a vector looks like."""
        return self.base.form

    def names(self, letter: str = "u", primes: str = "") -> dict[str, Value]:
        """Give what the names of a vector and of its components mean for the vector `letter`."""
        components = generic(self.form, letter)
        found: dict[str, Value] = {}
        for name in {letter, self.letter + primes if self.letter else letter}:
            found |= names_for(name, self.form, components)
        return found | {
            name + primes: part for name, part in zip(self.parts, components, strict=False)
        }


def read_carrier(
    text: str,
    scalars: Domain,
    where: str | None = None,
    known: Mapping[str, Value] | None = None,
) -> Carrier:
    """Read a carrier over a field of scalars; `known` are names with a meaning of their own.

    Raises Unreadable.

    >>> from exactspaces.kernel.formulas import Reals
    >>> read_carrier("R>0", Reals()).base.condition.relation
    '>'
    """
    known = known or {}
    scope = Scope(known, scalars)
    with reading(text):
        carrier = carrier_of(parse(text, known), scope)
    if where is None:
        return carrier
    scope = scope_of(carrier, scalars)
    scope = replace(scope, names={**known, **scope.names})
    with reading(where):
        further = condition(parse(where, scope.names), scope)
    return narrowed(carrier, further)


def scope_of(carrier: Carrier, scalars: Domain) -> Scope:
    """Give the scope of a condition on the vectors of a carrier."""
    form = carrier.form
    square = form.rows if isinstance(form, Grid) and form.rows == form.columns else None
    names = default_names(carrier) | carrier.names()
    has_complex = ComplexNumbers() in carrier.base.domains
    return Scope(names | unknown_of(form), scalars, square, has_complex)


def default_names(carrier: Carrier) -> dict[str, Value]:
    """Give x, y, z as the names of the components, where none are given."""
    if (
        carrier.parts
        or size_of(carrier.form) > 3
        or not isinstance(carrier.form, Single | Entries)
    ):
        return {}
    return dict(zip(_LETTERS, generic(carrier.form, "u"), strict=False))


def narrowed(carrier: Carrier, further: Condition) -> Carrier:
    """Give the carrier with one more condition."""
    whole = every([carrier.base.condition, further])
    return replace(carrier, base=replace(carrier.base, condition=whole))


def carrier_of(node: Node, scope: Scope) -> Carrier:
    """Give the carrier that a tree stands for.

    Raises Slip.
    """
    functions = function_set(node, scope)
    if functions is not None:
        return _functions(functions)
    if node.kind == "such_that":
        return _such_that(node, scope)
    if node.kind == "chain" and node.text.endswith("in") and len(node.parts) == 2:
        return _element(node, scope)
    if node.kind == "braces" and _has_names(node):
        return _labels(node)
    base = base_of(node, scope)
    if base is not None:
        return Carrier(base)
    if node.kind in ("chain", "listing", "both", "either", "denial"):
        return _bare(node, scope)
    raise node.fail(
        "A set is due here.",
        "Write for instance R, R>0, [0, oo), R^2, R^(2x2), P_2, {(x, y) in R^2 : x + y = 0}.",
    )


def _functions(found: ConditionSet) -> Carrier:
    """Give the carrier of a set of functions or sequences."""
    quantities = found.form.quantities if isinstance(found.form, Slots) else ()
    values = all("'" not in x and x[:1] == x[:1].lower() and "," not in x for x in quantities)
    plain = values and not found.classes
    letter = quantities[0][0] if plain and quantities else "f"
    return Carrier(Base(found.form, found.domains, found.condition), (), letter, plain)


def _such_that(node: Node, scope: Scope) -> Carrier:
    """Read {(x, y) in R^2 : x + y = 0}."""
    carrier = _element(node.parts[0], scope)
    inner = scope_of(carrier, scope.scalars)
    inner = replace(inner, names={**scope.names, **inner.names})
    found = condition(node.parts[1], inner)
    return real_where_ordered(narrowed(carrier, found), given=node.parts[0].kind == "chain")


def real_where_ordered(carrier: Carrier, *, given: bool) -> Carrier:
    """Take real numbers instead of complex ones where an order stands in the condition."""
    base = carrier.base
    if given or ComplexNumbers() not in base.domains or not has_order(base.condition):
        return carrier
    return replace(carrier, base=replace(base, domains=(Reals(),) * len(base.domains)))


def has_order(part: object) -> bool:
    """Whether an order occurs in a condition."""
    if isinstance(part, Compare) and part.relation not in ("=", "!="):
        return True
    inner = part if isinstance(part, tuple) else part.values if isinstance(part, Record) else ()
    return any(map(has_order, inner))


def _element(node: Node, scope: Scope) -> Carrier:
    """Read (x, y) in R^2, or (x, y) alone."""
    pattern, base = node, None
    if node.kind == "chain" and node.text == "in":
        pattern = node.parts[0]
        base = base_of(node.parts[1], scope)
        if base is None:
            inside = carrier_of(node.parts[1], scope)
            base = inside.base
    elif node.kind == "chain" and len(node.parts) == 2:
        return _bare(node, scope)
    pattern = bare(pattern)
    names = _names(pattern)
    if pattern.kind == "name":
        base = base or default_base(Single(), scope.scalars)
        return Carrier(base, (), pattern.text)
    base = base or default_base(Entries(len(names)), scope.scalars)
    if size_of(base.form) != len(names):
        raise pattern.fail(
            f"There are {len(names)} names, and a vector is {shape_text(base.form)}."
        )
    return Carrier(base, names)


def _names(pattern: Node) -> tuple[str, ...]:
    """Give the names in a tuple or matrix of names."""
    parts = pattern_parts(pattern)
    names = tuple(name_of(part) for part in parts)
    for k, part in enumerate(parts):
        if names.index(names[k]) < k:
            raise part.fail(f'The name "{names[k]}" stands here twice.')
    return names


def free_names(node: Node) -> Iterator[Node]:
    """Give the names in a tree that are not words of the language."""
    if node.kind == "name" and node.text not in WHOLE | {
        "i",
        "e",
        "true",
        "false",
        "R",
        "Q",
        "Z",
        "C",
        "F",
    }:
        yield node
    for part in node.parts:
        yield from free_names(part)


def _bare(node: Node, scope: Scope) -> Carrier:
    """Read x > 0 for the set of all such numbers."""
    names = tuple(dict.fromkeys(one.text for one in free_names(node)))
    if not names:
        raise node.fail("A set is due here.", "Name the vectors: {x in R : ...}.")
    if names != tuple(sorted(names)):
        order = ", ".join(names)
        raise node.fail(
            f"It is unclear which of {order} is the first component.",
            f"Write {{({order}) : ...}}.",
        )
    form = Single() if len(names) == 1 else Entries(len(names))
    carrier = Carrier(default_base(form, scope.scalars), names)
    inner = scope_of(carrier, scope.scalars)
    return real_where_ordered(narrowed(carrier, condition(node, inner)), given=False)


def _has_names(node: Node) -> bool:
    return any(True for _ in free_names(node))


def _labels(node: Node) -> Carrier:
    """Read a finite set of names."""
    inside = node.parts[0]
    listed = inside.parts if inside.kind == "listing" else (inside,)
    labels = tuple(part.text for part in listed)
    for k, part in enumerate(listed):
        if part.kind not in ("name", "number"):
            raise part.fail("A name is due here.", "Write the elements as names: {o, a, b}.")
        if labels.index(part.text) < k:
            raise part.fail(f'The element "{part.text}" stands here twice.')
    return label_carrier(labels)


def label_carrier(labels: tuple[str, ...]) -> Carrier:
    """Give the carrier of a finite set of names."""
    return Carrier(Base(Named(labels), (Labels(len(labels)),), Every(())))
