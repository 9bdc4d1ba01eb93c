"""Putting one expression in place of another."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from exactspaces.errors import TooLarge
from exactspaces.reading.grammar.syntax import Brackets, Name, Node

_MOST_ROUNDS = 100


def expanded(node: Node, texts: Mapping[str, Node]) -> Node:
    """Put in what the names stand for, until none of them is left.

    Raises TooLarge for names that are defined in a circle.
    """
    for _ in range(_MOST_ROUNDS):
        before = node
        node = _mapped(node, lambda one: texts.get(one.text, one) if _is_name(one) else one)
        if node == before:
            return node
    raise TooLarge("the names are defined through one another")


def replaced(node: Node, old: Node, new: Node) -> Node:
    """Put one expression in place of each occurrence of another."""
    found: Node = _mapped(node, lambda one: new if one == old else one)
    return found


def sides_of(node: Node) -> tuple[Node, Node] | None:
    """Give what stands left and right of the bar in [A | b]; None for anything else."""
    match node:
        case Brackets(((left, right),), 1):
            return left, right
    return None


def _is_name(node: Any) -> bool:
    return isinstance(node, Name)


def _mapped(node: Any, change: Any) -> Any:
    """Change a node, or else what is inside."""
    changed = change(node)
    if changed is not node:
        return changed
    found = {}
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, tuple):
            found[field.name] = _mapped_tuple(value, change)
        elif hasattr(value, "__dataclass_fields__"):
            found[field.name] = _mapped(value, change)
    return replace(node, **found)


def _mapped_tuple(values: Any, change: Any) -> Any:
    return tuple(
        _mapped_tuple(one, change) if isinstance(one, tuple) else _mapped(one, change)
        for one in values
    )
