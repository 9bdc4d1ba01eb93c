"""The two sides of each law, as expressions in vectors and scalars."""

from collections.abc import Mapping
from dataclasses import dataclass

from exactspaces.kernel.formulas import Apply, Constant, Formula, Variable
from exactspaces.questions.laws import third_letter
from exactspaces.spaces.user import UserSpace, Vector


class Side:
    """A vector made from others by the operations of a space."""


@dataclass(frozen=True)
class Letter(Side):
    """A vector with a name."""

    name: str


@dataclass(frozen=True)
class Added(Side):
    """The sum of two vectors, by the addition of the space."""

    left: Side
    right: Side


@dataclass(frozen=True)
class Multiplied(Side):
    """The multiple of a vector by a scalar, a formula in a and b."""

    scalar: Formula
    vector: Side


_A, _B, _ONE = Variable("a"), Variable("b"), Constant(1)
_U, _V, _W = map(Letter, "uvw")
SIDES: Mapping[str, tuple[Side, Side]] = {
    "add_comm": (Added(_U, _V), Added(_V, _U)),
    "add_assoc": (Added(Added(_U, _V), _W), Added(_U, Added(_V, _W))),
    "one_scale": (Multiplied(_ONE, _U), _U),
    "scale_assoc": (
        Multiplied(_A, Multiplied(_B, _U)),
        Multiplied(Apply("*", (_A, _B)), _U),
    ),
    "scale_add_vectors": (
        Multiplied(_A, Added(_U, _V)),
        Added(Multiplied(_A, _U), Multiplied(_A, _V)),
    ),
    "scale_add_scalars": (
        Multiplied(Apply("+", (_A, _B)), _U),
        Added(Multiplied(_A, _U), Multiplied(_B, _U)),
    ),
}
RESULTS: Mapping[str, Side] = {"closed_add": Added(_U, _V), "closed_scale": Multiplied(_A, _U)}


def worked_out(space: UserSpace, side: Side) -> Vector:
    """Give the components of a side by the formulas of the space.

    >>> from exactspaces.kernel.formulas import Every, Reals
    >>> from exactspaces.spaces.user import Single
    >>> real, u, v = Reals(), Variable("u"), Variable("v")
    >>> line = UserSpace(real, Single(), (real,), Every(()), (Apply("+", (v, u)),), (u,))
    >>> worked_out(line, Added(Letter("w"), Letter("u")))[0].arguments
    (Variable(name='u'), Variable(name='w'))
    """
    match side:
        case Letter(name):
            return space.vector(third_letter(space) if name == "w" else name)
        case Added(left, right):
            return space.sum(worked_out(space, left), worked_out(space, right))
        case Multiplied(scalar, vector):
            return space.multiple(scalar, worked_out(space, vector))
    raise TypeError(f"{type(side).__name__} is no side of a law")
