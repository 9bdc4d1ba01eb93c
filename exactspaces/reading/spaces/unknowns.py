"""Functions and sequences under a condition: the finitely many values of them that matter."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from exactspaces.kernel.formulas import Apply, Compare, Condition, Constant, Formula, Variable
from exactspaces.kernel.sentences import formula_text
from exactspaces.reading.spaces import numbers
from exactspaces.reading.spaces.evaluate import number
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.trees import Node
from exactspaces.reading.spaces.vocabulary import CLASSES

_MOST_SLOTS, _MOST_ORDER = 40, 20
_INDEX = re.compile(r"[a-z]|[0-9]{1,4}")
_PARAMETER = "slot "


@dataclass
class Slotted:
    """The quantities of one unknown function or sequence, in the order in which they occur."""

    letter: str
    sequence: bool
    scope: Scope
    quantities: list[str] = field(default_factory=list)
    generic: bool = False
    order: int = 0
    classes: list[str] = field(default_factory=list)

    @property
    def variable(self) -> str:
        """The letter of a generic point."""
        return "n" if self.sequence else "x"

    def owns(self, name: str) -> bool:
        """Whether this is the name of the unknown, or x_n of the sequence x."""
        stem, _, index = name.partition("_")
        if not index:
            return name == self.letter
        return self.sequence and stem == self.letter and _INDEX.fullmatch(index) is not None

    def value(self, name: str, order: int, point: Node | None) -> Formula:
        """Give the quantity f(c), f'(c), x_n, ... as a variable."""
        place = Node("name", 0, 0, (), self.variable)
        index = name.partition("_")[2]
        if point is not None:
            place = point
        elif index:
            place = Node("number" if index.isdigit() else "name", 0, 0, (), index)
        if order and self.sequence:
            raise place.fail("Sequences have no derivative.", "Write x_{n+1} for the next term.")
        return self._slot(place, order)

    def _slot(self, node: Node, order: int) -> Formula:
        """Give the quantity at a point."""
        letters = {self.variable: Variable(self.variable)}
        if not self.sequence:
            letters |= {"t": Variable("x")}
        point = number(node, Scope({**self.scope.names, **letters}, self.scope.scalars))
        generic = self.variable in _variables(point)
        shift = _shift(point, self.variable)
        if order > _MOST_ORDER or shift > _MOST_ORDER:
            raise node.fail(f"Derivatives and steps go up to {_MOST_ORDER}.")
        if self.sequence and not generic:
            _require_place(node, point)
        self.generic |= generic
        self.order = (
            max(self.order, order if not self.sequence else shift) if generic else self.order
        )
        text = formula_text(point)
        if self.sequence:
            text = text if text.isalnum() else f"{{{text}}}"
            return self.named_slot(f"{self.letter}_{text}", node)
        return self.named_slot(f"{self.letter}{chr(39) * order}({text})", node)

    def named_slot(self, text: str, node: Node) -> Formula:
        """Give the variable for a quantity."""
        if text not in self.quantities:
            if len(self.quantities) == _MOST_SLOTS:
                raise node.fail(f"More than {_MOST_SLOTS} values of the function occur.")
            self.quantities.append(text)
        return Variable(f"{_PARAMETER}{self.quantities.index(text)}")

    def named(self, word: str, arguments: tuple[Node, ...], node: Node) -> Condition | None:
        """Read even(f) and odd(f); a class such as continuous(f) stands on its own only."""
        own = len(arguments) == 1 and self.mentions(arguments[0])
        if word in CLASSES and own:
            raise node.fail(
                f"{word} is said of the whole function.", f"Write it on its own: , {word}(f)"
            )
        if word not in ("even", "odd") or not own or self.sequence:
            return None
        x = Node("name", node.start, node.end, (), "x")
        mirrored = self._slot(Node("negative", node.start, node.end, (x,), "-"), 0)
        value = self._slot(x, 0)
        return Compare("=", mirrored, value if word == "even" else numbers.negative(value))

    def integral(self, arguments: tuple[Node, ...], node: Node) -> Formula | None:
        """Read an integral over an interval, and a limit."""
        if not arguments or not self.mentions(arguments[0]):
            return None
        if len(arguments) == 1 and node.parts and node.parts[0].text in ("lim", "limit"):
            if not self.sequence:
                raise node.fail("Only sequences have a limit here.", "Write {(x_n) : ...}.")
            self.take_class("convergent")
            return self.named_slot(f"lim({self.letter})", node)
        word = node.parts[0].text if node.parts else ""
        if len(arguments) != 3 or word not in ("integral", "int") or self.sequence:
            return None
        ends = [formula_text(number(x, self.scope)) for x in arguments[1:]]
        self.take_class("integrable")
        return self.named_slot(f"integral({self.letter}, {', '.join(ends)})", node)

    def mentions(self, node: Node) -> bool:
        """Whether a node is the unknown itself: f, x_n, (x_n)."""
        while node.kind == "group":
            node = node.parts[0]
        return node.kind == "name" and self.owns(node.text)

    def take_class(self, word: str) -> None:
        """Note that the function belongs to a class."""
        if word not in self.classes:
            self.classes.append(word)

    def final_names(self) -> Mapping[str, Formula]:
        """Give the variables of a space in the place of the quantities."""
        size = len(self.quantities)
        names = ["u"] if size == 1 else [f"u{k + 1}" for k in range(size)]
        return {f"{_PARAMETER}{k}": Variable(name) for k, name in enumerate(names)}


def _variables(formula: Formula) -> set[str]:
    match formula:
        case Variable(name):
            return {name}
        case Apply(_, arguments):
            return {name for x in arguments for name in _variables(x)}
    return set()


def _shift(formula: Formula, variable: str) -> int:
    match formula:
        case Apply("+", (Variable(name), Constant(n, 1))) if name == variable:
            return abs(n)
    return 0


def _require_place(node: Node, point: Formula) -> None:
    value = numbers.value_of(point)
    if value is None or value.denominator != 1 or value < 0:
        raise node.fail("The place in a sequence is a whole number, or n.", "Write x_1, x_{n+1}.")
