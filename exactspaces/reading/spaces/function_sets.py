"""Reading sets of functions and sequences: {f : f(0) = 1}, {f in C[0,1] : ...}, {(x_n) : ...}."""

import re
from collections.abc import Iterator

from exactspaces.kernel.formulas import Condition, Domain, Every
from exactspaces.kernel.replacing import replaced
from exactspaces.reading.spaces.conditions import every
from exactspaces.reading.spaces.evaluate import arguments, condition
from exactspaces.reading.spaces.patterns import bare
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.trees import Node
from exactspaces.reading.spaces.unknowns import Slotted
from exactspaces.reading.spaces.vocabulary import CLASSES
from exactspaces.spaces.sets import CLASS_THEOREMS, ConditionSet
from exactspaces.spaces.user import Slots

_FUNCTIONS = frozenset({"f", "g", "h", "phi", "psi"})
_SEQUENCE = re.compile(r"([A-Za-z])_([a-z])")


def function_set(node: Node, scope: Scope) -> ConditionSet | None:
    """Read a set of functions or sequences; None where it is a set of something else.

    Raises Slip.
    """
    if node.kind != "such_that":
        classes = _space(node)
        if classes is None:
            return None
        whole = _with_classes(Slotted("f", sequence=False, scope=scope), classes)
        return _finished(Every(()), whole, scope.scalars)
    element, conditions = node.parts
    found = _unknown(element, conditions, scope)
    if found is None:
        return None
    inner = Scope(scope.names, scope.scalars, None, scope.complex, found)
    read = every([part for one in _flat(conditions) for part in _read(one, found, inner)])
    return _finished(read, found, scope.scalars)


def _finished(read: Condition, found: Slotted, scalars: Domain) -> ConditionSet:
    if not found.quantities:
        found.value(found.letter, 0, None)  # any function: one value stands for all
    quantities = tuple(found.quantities)
    return ConditionSet(
        scalars,
        Slots(quantities),
        (scalars,) * len(quantities),
        replaced(read, found.final_names()),
        tuple(found.classes),
        found.generic,
        found.order,
        infinite=True,
    )


def _unknown(element: Node, conditions: Node, scope: Scope) -> Slotted | None:
    """Give the unknown that the element names."""
    inner, classes = _element(element)
    if inner is None:
        return None
    sequence = _SEQUENCE.fullmatch(inner.text)
    if sequence:
        found = Slotted(sequence.group(1), sequence=True, scope=scope)
        return _with_classes(found, classes or [])
    typed = classes is not None
    plain = element.kind == "name"
    if typed or (plain and (inner.text in _FUNCTIONS or _is_called(inner.text, conditions))):
        return _with_classes(Slotted(inner.text, sequence=False, scope=scope), classes or [])
    return None


def _with_classes(found: Slotted, classes: list[str]) -> Slotted:
    for word in classes:
        found.take_class(word)
    return found


def _element(node: Node) -> tuple[Node | None, list[str] | None]:
    """Give the name of the element, and the classes of the space that it is taken from."""
    classes: list[str] | None = None
    if node.kind == "typed":
        arrow = node.parts[1]
        if arrow.kind != "arrow":
            raise arrow.fail("Where the function goes from and to is due.", "Write f : R -> R.")
        node, classes = node.parts[0], []
    elif node.kind == "chain" and node.text == "in":
        classes = _space(node.parts[1])
        node = node.parts[0]
        if classes is None and not _SEQUENCE.fullmatch(bare(node).text):
            return None, None
    inner = bare(node)
    return (inner, classes) if inner.kind == "name" else (None, None)


def _space(node: Node) -> list[str] | None:
    """Read C[0, 1], C([0, 1]), C(R), C^1(R), R^R and F(R, R) as classes of functions."""
    match node:
        case Node(kind="item" | "call", parts=(Node(kind="name", text="C"), *_)):
            return ["continuous"]
        case Node(kind="binary", text="", parts=(inner, _)) if _is_smooth(inner):
            return ["differentiable", "continuous"]
        case Node(kind="binary", text="^", parts=(Node(text="C"), Node(kind="call", parts=parts))):
            return ["smooth", "continuous"] if parts[0].text in ("oo", "infinity") else None
        case Node(kind="binary", text="^", parts=(Node(kind="name", text="R" | "C"), above)):
            plain = above.kind == "name" and above.text in ("R", "Q", "C", "Z", "N")
            return [] if plain or above.kind in ("brackets", "left_open", "right_open") else None
        case Node(kind="call", parts=(Node(kind="name", text="F"), Node(kind="listing"))):
            return []
    return None


def _is_smooth(node: Node) -> bool:
    match node:
        case Node(kind="binary", text="^", parts=(Node(kind="name", text="C"), Node(text=degree))):
            return degree.isdigit()
    return node.kind == "superscript" and node.parts[0].text == "C"


def _is_called(name: str, node: Node) -> bool:
    """Whether a name is used like a function."""
    if node.kind in ("call", "prime") and node.parts[0].kind in ("name", "prime"):
        inner = node.parts[0]
        while inner.kind == "prime":
            inner = inner.parts[0]
        if inner.text == name and not name.isupper():
            return True
    return any(_is_called(name, part) for part in node.parts)


def _flat(node: Node) -> Iterator[Node]:
    """Give the conditions that are joined with commas or "and"."""
    if node.kind in ("listing", "both"):
        for part in node.parts:
            yield from _flat(part)
    else:
        yield node


def _read(node: Node, found: Slotted, scope: Scope) -> Iterator[Condition]:
    """Read a condition, or note a class such as continuous(f)."""
    word = node.parts[0].text if node.kind == "call" and node.parts[0].kind == "name" else ""
    inside = arguments(node) if word else ()
    if word in CLASSES and len(inside) == 1 and found.mentions(inside[0]):
        if word not in CLASS_THEOREMS:
            raise node.fail(
                f"{word} is no class that is known to be a subspace.",
                f"The classes are {', '.join(sorted(CLASS_THEOREMS))}.",
            )
        found.take_class(word)
        return
    yield condition(node, scope)
