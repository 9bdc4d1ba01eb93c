"""What the names in a formula stand for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Protocol

from exactspaces.kernel.formulas import (
    Apply,
    ComplexNumbers,
    Condition,
    Constant,
    Domain,
    Every,
    Formula,
    Reals,
    Some,
    Variable,
)
from exactspaces.reading.spaces.domains import generator_of
from exactspaces.reading.spaces.trees import Node
from exactspaces.reading.spaces.values import Value, identity


class Unknowns(Protocol):
    """Functions and sequences of which nothing is known but the condition that is being read."""

    def value(self, name: str, order: int, point: Node | None) -> Formula: ...
    def owns(self, name: str) -> bool: ...
    def named(self, word: str, arguments: tuple[Node, ...], node: Node) -> Condition | None: ...
    def integral(self, arguments: tuple[Node, ...], node: Node) -> Formula | None: ...


@dataclass(frozen=True)
class Scope:
    """The names that have a meaning, and the field of the scalars.

    `size` is that of the identity matrix I, where there are square matrices. `complex` says that
    i and conjugates occur, so that |z| is the modulus.
    """

    names: Mapping[str, Value]
    scalars: Domain = field(default_factory=Reals)
    size: int | None = None
    complex: bool = False
    unknowns: Unknowns | None = None

    def having(self, names: Mapping[str, Value]) -> "Scope":
        """Give the scope with further names."""
        return replace(self, names={**self.names, **names})

    def find(self, name: str) -> Value | None:
        """Give what a name stands for; u_1 is the same name as u1."""
        found = self.names.get(name)
        if found is None and "_" in name:
            found = self.names.get(name.replace("_", ""))
        return found if found is not None else self._constant(name)

    def look(self, node: Node) -> Value:
        """Give what a name stands for.

        Raises Slip.
        """
        found = self.find(node.text)
        if found is not None:
            return found
        if self.unknowns is not None and self.unknowns.owns(node.text):
            return self.unknowns.value(node.text, 0, None)
        raise node.fail(f'"{node.text[:40]}" has no meaning here.', self._remedy(node.text))

    def _constant(self, name: str) -> Value | None:
        if name == "i" and (self.complex or isinstance(self.scalars, ComplexNumbers)):
            return Variable("i")
        if name in ("true", "false"):
            return Every(()) if name == "true" else Some(())
        if name == "e":
            return Apply("exp", (Constant(1),))
        if name == "pi":
            return Apply("*", (Constant(4), Apply("atan", (Constant(1),))))
        if name == "I" and self.size:
            return identity(self.size)
        return Variable(name) if name == generator_of(self.scalars) else None

    def _remedy(self, name: str) -> str:
        known = sorted(name for name in self.names if "_" not in name)
        near = get_close_matches(name[:40], known, n=1)
        if near:
            return f'Did you mean "{near[0]}"?'
        if not known:
            return "Only numbers are known here."
        return f"The names known here are {', '.join(known[:16])}."
