"""Maps and forms given by formulas."""

from dataclasses import dataclass

from exactspaces.kernel.formulas import Formula
from exactspaces.kernel.replacing import replaced
from exactspaces.spaces.user import UserSpace, Vector


@dataclass(frozen=True)
class FormulaMap:
    """A map between two spaces over one field; `formulas` are in the components of u."""

    source: UserSpace
    target: UserSpace
    formulas: Vector
    name: str = "T"

    def at(self, vector: Vector) -> Vector:
        """Give the image of a vector."""
        bound = dict(zip(self.source.names("u"), vector, strict=True))
        return tuple(replaced(x, bound) for x in self.formulas)


@dataclass(frozen=True)
class FormulaForm:
    """A function of two vectors with numbers as values; `formula` is in u and v."""

    space: UserSpace
    formula: Formula
    name: str = "B"

    def at(self, left: Vector, right: Vector) -> Formula:
        """Give the value at two vectors."""
        names = self.space.names("u") + self.space.names("v")
        return replaced(self.formula, dict(zip(names, left + right, strict=True)))
