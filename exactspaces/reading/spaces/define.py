"""Reading a space of your own: a field, a carrier, an addition, a scaling, all as text."""

from exactspaces.fields.names import Over
from exactspaces.kernel.formulas import Domain
from exactspaces.reading.spaces.carriers import Carrier, read_carrier
from exactspaces.reading.spaces.domains import read_scalars
from exactspaces.reading.spaces.operations import read_addition, read_scaling
from exactspaces.reading.spaces.values import Row
from exactspaces.spaces.user import UserSpace


def read_user_space(
    field: "str | Domain | Over", carrier: str, add: str, scale: str, where: str | None = None
) -> UserSpace:
    """Read a space of your own.

    Raises Unreadable with the text, the place, what was expected and what to write instead;
    NotAField where the scalars are no field.

    >>> space = read_user_space("R", "x > 0", "u*v", "u^a")
    >>> space.add
    (Apply(function='*', arguments=(Variable(name='u'), Variable(name='v'))),)
    """
    scalars = read_scalars(field)
    read = read_carrier(carrier, scalars, where)
    return space_on(
        read, scalars, read_addition(add, read, scalars), read_scaling(scale, read, scalars)
    )


def space_on(carrier: Carrier, scalars: Domain, add: Row, scale: Row) -> UserSpace:
    """Give the space with a carrier and two operations that were read."""
    base = carrier.base
    return UserSpace(scalars, base.form, base.domains, base.condition, add, scale)
