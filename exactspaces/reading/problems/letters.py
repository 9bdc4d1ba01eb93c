"""Letters that stand for vectors, numbers and functions, and what is said in them."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property

from exactspaces.errors import NotUnderstood
from exactspaces.fields.names import Over
from exactspaces.kernel.formulas import (
    ComplexNumbers,
    Condition,
    Domain,
    Every,
    Quantity,
    Variable,
)
from exactspaces.questions import laws
from exactspaces.questions.laws import Statement
from exactspaces.reading.spaces.carriers import read_carrier
from exactspaces.reading.spaces.conditions import every, negated
from exactspaces.reading.spaces.domains import read_scalars
from exactspaces.reading.spaces.evaluate import condition, evaluate
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.sets import read_given
from exactspaces.reading.spaces.shapes import component_names, fitted, names_for, unknown_of
from exactspaces.reading.spaces.trees import Node, parse, reading
from exactspaces.reading.spaces.values import Value
from exactspaces.spaces.sets import ConditionSet
from exactspaces.spaces.user import Coefficients, Grid, Single, UserSpace, Vector

_NAME = re.compile(r"[A-Za-z][A-Za-z]*_?[0-9]*")


@dataclass(frozen=True)
class Letter:
    """A letter, where its values are taken from, and its components in a statement."""

    name: str
    space: UserSpace
    parts: tuple[str, ...]

    @property
    def is_vector(self) -> bool:
        """Say whether the letter stands for more than a number."""
        return not isinstance(self.space.form, Single)


@dataclass(frozen=True)
class World:
    """What expressions of a file may name: the field, what is given, spaces and sets."""

    over: Over
    given: Mapping[str, str]
    spaces: Mapping[str, UserSpace]
    sets: Mapping[str, ConditionSet]

    @property
    def scalars(self) -> Domain:
        """The field as a domain of numbers.

        Raises NotAField for a field over which formulas are not read.
        """
        return read_scalars(self.over)

    @cached_property
    def places(self) -> Mapping[str, UserSpace]:
        """The spaces and sets that a vector can be taken from, by name."""
        return {**self.spaces, **{name: one.as_space() for name, one in self.sets.items()}}

    @cached_property
    def known(self) -> Mapping[str, Value]:
        """What is given, as far as formulas can hold it."""
        return read_given(self.readable, self.scalars)

    @cached_property
    def readable(self) -> Mapping[str, str]:
        """What is given and can be held by formulas, as text."""
        return readable(self.given, self.scalars)


def readable(given: Mapping[str, str], scalars: Domain) -> Mapping[str, str]:
    """Leave out what formulas cannot hold, such as lists of vectors."""
    found = {}
    for name, text in given.items():
        with suppress(NotUnderstood):
            read_given({name: text}, scalars)
            found[name] = text
    return found


def letter(world: World, name: str, place: str) -> Letter:
    """Read a letter and the set that it runs over: a name of the file, or R^2, R>0, P_2, ...

    Raises NotUnderstood.
    """
    if not _NAME.fullmatch(name):
        raise NotUnderstood(f"{name[:40]!r} is no letter; write one such as u, v or A")
    space = world.places.get(place.strip())
    if space is None:
        base = read_carrier(place, world.scalars).base
        space = UserSpace(world.scalars, base.form, base.domains, base.condition, (), ())
    return Letter(name, space, component_names(name, len(space.domains)))


def number_letter(world: World, name: str) -> Letter:
    """Give a letter that stands for a number of the field."""
    scalars = world.scalars
    return Letter(name, UserSpace(scalars, Single(), (scalars,), Every(()), (), ()), (name,))


@dataclass(frozen=True)
class Lexicon:
    """Letters, with what their names and the names of their components mean."""

    world: World
    letters: tuple[Letter, ...]

    @cached_property
    def scope(self) -> Scope:
        """The names for reading."""
        names: dict[str, Value] = dict(self.world.known)
        size = None
        for one in self.letters:
            form = one.space.form
            names |= names_for(one.name, form, quantity_variables(one))
            if isinstance(form, Coefficients):
                names = unknown_of(form) | names
            if isinstance(form, Grid) and form.rows == form.columns:
                size = form.rows
        has_complex = any(ComplexNumbers() in x.space.domains for x in self.letters)
        return Scope(names, self.world.scalars, size, has_complex)

    def condition(self, text: str) -> Condition:
        """Read a condition on the letters; `u in W` may name a set or space of the file.

        Raises Unreadable.
        """
        with reading(text):
            return self._clause(parse(text, {*self.scope.names, *self.world.places}))

    def _clause(self, node: Node) -> Condition:
        if node.kind in ("listing", "both"):
            return every([self._clause(part) for part in node.parts])
        if node.kind == "group":
            return self._clause(node.parts[0])
        if node.kind == "chain" and node.text in ("in", "not in") and len(node.parts) == 2:
            left, right = node.parts
            space = self.world.places.get(right.text) if right.kind == "name" else None
            if space is not None:
                parts = fitted(evaluate(left, self.scope), space.form, left, "This")
                inside = laws.inside(space, parts)
                return negated(inside) if node.text == "not in" else inside
        return condition(node, self.scope)

    def value(self, text: str, scope: Scope | None = None) -> Value:
        """Read an expression in the letters.

        Raises Unreadable.
        """
        scope = scope or self.scope
        with reading(text):
            return evaluate(parse(text, scope.names), scope)

    def statement(self, hypotheses: tuple[Condition, ...], conclusion: Condition) -> Statement:
        """State something of all values of the letters."""
        inside = tuple(_contains(one) for one in self.letters)
        known = tuple(x for x in inside if x != Every(()))
        quantities = tuple(
            Quantity(part, domain)
            for one in self.letters
            for part, domain in zip(one.parts, one.space.domains, strict=True)
        )
        if not quantities:
            quantities = (Quantity("a", self.world.scalars),)
        return Statement(quantities, (*known, *hypotheses), conclusion)

    def having(self, letters: tuple[Letter, ...]) -> "Lexicon":
        """Give the lexicon with other letters."""
        return replace(self, letters=letters)


def _contains(one: Letter) -> Condition:
    return one.space.contains(quantity_variables(one))


def quantity_variables(one: Letter) -> Vector:
    """Give the components of a letter as variables."""
    return tuple(map(Variable, one.parts))
