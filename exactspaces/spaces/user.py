"""Spaces of your own: a carrier, an addition and a scaling, all given by formulas.

A vector is a tuple of components. The vector called `u` has the components `u` (when there is one)
or `u1`, `u2`, ... Formulas for the addition are in `u` and `v`, for the scaling in the scalar `a`
and `u`, the condition of the carrier is in `u`.
"""

from dataclasses import dataclass

from exactspaces.kernel.formulas import (
    Apply,
    Condition,
    Domain,
    Every,
    Formula,
    Quantity,
    Variable,
)
from exactspaces.kernel.replacing import replaced

Vector = tuple[Formula, ...]


@dataclass(frozen=True)
class Form:
    """What a vector looks like: a number, a tuple, a matrix, a polynomial, a label, a function."""


@dataclass(frozen=True)
class Single(Form):
    """One number."""


@dataclass(frozen=True)
class Entries(Form):
    """A tuple of numbers."""

    length: int


@dataclass(frozen=True)
class Grid(Form):
    """A matrix; the components are its entries row by row."""

    rows: int
    columns: int


@dataclass(frozen=True)
class Coefficients(Form):
    """A polynomial up to a degree; the components are its coefficients from the constant up."""

    degree: int
    variable: str = "x"


@dataclass(frozen=True)
class Named(Form):
    """An element of a finite set; the component is its position in the list."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class Slots(Form):
    """A function or sequence, of which only these quantities matter: f(0), f'(1), x_n, ...

    Every tuple of numbers occurs, so what holds for all tuples holds for all functions.
    """

    quantities: tuple[str, ...]


@dataclass(frozen=True)
class UserSpace:
    """A set with two operations and a field of scalars; whether it is a space is the question.

    `domains` has the domain of each component. `add`, `scale` have a formula for each component.
    """

    field: Domain
    form: Form
    domains: tuple[Domain, ...]
    condition: Condition
    add: Vector
    scale: Vector

    @property
    def size(self) -> int:
        """The number of components."""
        return len(self.domains)

    def names(self, letter: str) -> tuple[str, ...]:
        """Give the names of the components of the vector with this letter.

        >>> from exactspaces.kernel.formulas import Every, Reals
        >>> real = Reals()
        >>> UserSpace(real, Entries(2), (real, real), Every(()), (), ()).names("v")
        ('v1', 'v2')
        """
        if self.size == 1:
            return (letter,)
        return tuple(f"{letter}{k}" for k in range(1, self.size + 1))

    def vector(self, letter: str) -> Vector:
        """Give the generic vector with this letter."""
        return tuple(map(Variable, self.names(letter)))

    def quantities(self, letters: str) -> tuple[Quantity, ...]:
        """Give the components of these vectors as quantities of a statement."""
        return tuple(
            Quantity(name, domain)
            for letter in letters
            for name, domain in zip(self.names(letter), self.domains, strict=True)
        )

    def contains(self, vector: Vector) -> Condition:
        """Give the condition of the carrier for a vector; the domains are not part of it."""
        return replaced(self.condition, self._bound({"u": vector}))

    def sum(self, left: Vector, right: Vector) -> Vector:
        """Give the sum of two vectors by the formula of the space."""
        bound = self._bound({"u": left, "v": right})
        return tuple(replaced(formula, bound) for formula in self.add)

    def multiple(self, scalar: Formula, vector: Vector) -> Vector:
        """Give the multiple of a vector by the formula of the space."""
        bound = self._bound({"u": vector}) | {"a": scalar}
        return tuple(replaced(formula, bound) for formula in self.scale)

    def _bound(self, vectors: dict[str, Vector]) -> dict[str, Formula]:
        return {
            name: part
            for letter, vector in vectors.items()
            for name, part in zip(self.names(letter), vector, strict=True)
        }


def has_usual_operations(space: UserSpace) -> bool:
    """Say whether vectors are added and multiplied component by component, as in F^n."""
    u, v, a = space.vector("u"), space.vector("v"), Variable("a")
    sums = tuple(Apply("+", pair) for pair in zip(u, v, strict=True))
    multiples = tuple(Apply("*", (a, x)) for x in u)
    return (space.add, space.scale) == (sums, multiples)


EVERYTHING = Every(())
