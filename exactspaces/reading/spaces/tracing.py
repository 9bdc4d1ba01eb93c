"""Spaces from Python functions: each is called once, with symbols that write down what is done.

The symbols know + - * / ** abs and comparisons, and vectors know u[0], u.x and their usual
operations. The functions of numbers are in `exactspaces.reading.spaces.symbols`.
"""

from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from exactspaces.errors import ExactSpacesError, NotUnderstood, WrongShape
from exactspaces.fields.names import Over
from exactspaces.kernel.formulas import Domain, Formula, Variable
from exactspaces.reading.slips import Slip
from exactspaces.reading.spaces import values
from exactspaces.reading.spaces.carriers import Carrier, default_names, read_carrier
from exactspaces.reading.spaces.define import space_on
from exactspaces.reading.spaces.domains import read_scalars
from exactspaces.reading.spaces.operations import read_addition, read_scaling
from exactspaces.reading.spaces.shapes import fitted, generic, vector
from exactspaces.reading.spaces.symbols import Symbol, formula_of
from exactspaces.reading.spaces.trees import Node
from exactspaces.reading.spaces.values import Mat, MismatchError, Poly, Row, Tup, Value
from exactspaces.spaces.user import UserSpace

Operation = "str | Callable[[Any, Any], Any]"
_NOWHERE = Node("call", 0, 0)


class VectorSymbol:
    """A vector of which only the shape is known."""

    __slots__ = ("_names", "_value")

    def __init__(self, value: Value, names: dict[str, Formula] | None = None) -> None:
        self._value, self._names = value, names or {}

    def __getitem__(self, place: object) -> Symbol:
        """Give a component, counted from 0: u[0], A[0, 1]."""
        try:
            match self._value, place:
                case Mat(rows), (int(i), int(j)):
                    return Symbol(rows[i][j])
                case ((Tup(items) | Poly(items)), int(k)):
                    return Symbol(items[k])
        except IndexError:
            pass
        raise WrongShape(
            f"{values.kind_of(self._value)} has no component [{place!r}]; count from 0"
        )

    def __getattr__(self, name: str) -> Symbol:
        """Give a component by its name."""
        found = self._names.get(name)
        if found is None:
            known = ", ".join(self._names) or "none"
            raise AttributeError(f"this vector has no component {name}; the names are: {known}")
        return Symbol(found)

    def __iter__(self) -> Iterator[Symbol]:
        return map(Symbol, values.components(self._value))

    def __len__(self) -> int:
        return len(values.components(self._value))

    def __add__(self, other: object) -> "VectorSymbol":
        return _joined(values.add, self, other)

    def __sub__(self, other: object) -> "VectorSymbol":
        return _joined(lambda x, y: values.add(x, y, negate=True), self, other)

    def __mul__(self, other: object) -> "VectorSymbol":
        return _joined(values.multiply, self, other)

    def __rmul__(self, other: object) -> "VectorSymbol":
        return _joined(values.multiply, other, self)

    def __matmul__(self, other: object) -> "VectorSymbol":
        return _joined(values.multiply, self, other)

    def __truediv__(self, other: object) -> "VectorSymbol":
        return _joined(values.divide, self, other)

    def __neg__(self) -> "VectorSymbol":
        return VectorSymbol(values.opposite(self._value), self._names)

    def __bool__(self) -> NoReturn:
        raise NotUnderstood("whether a vector is zero is not known; use cases(condition, x, y)")

    @property
    def T(self) -> "VectorSymbol":
        """The transpose of a matrix."""
        if not isinstance(self._value, Mat):
            raise WrongShape(f"{values.kind_of(self._value)} has no transpose")
        return VectorSymbol(self._value.transposed())


def _joined(join: Callable[[Value, Value], Value], x: object, y: object) -> VectorSymbol:
    try:
        return VectorSymbol(join(value_of(x), value_of(y)))
    except MismatchError as error:
        raise WrongShape(str(error)) from None


def value_of(result: object) -> Value:
    """Give what a traced function has returned.

    Raises WrongShape, NotExact or NotUnderstood.
    """
    if isinstance(result, VectorSymbol):
        return result._value  # noqa: SLF001
    if isinstance(result, list | tuple):
        rows = [value_of(x) for x in result]
        if rows and all(isinstance(row, Tup) for row in rows):
            return _matrix([values.components(row) for row in rows])
        return Tup(tuple(formula_of(x) for x in result))
    return formula_of(result)


def _matrix(rows: list[Row]) -> Mat:
    if len({len(row) for row in rows}) > 1:
        raise WrongShape("the rows of this matrix do not have the same length")
    return Mat(tuple(rows))


def trace_user_space(
    field: "str | Domain | Over",
    carrier: str,
    add: "str | Callable[[Any, Any], Any]",
    scale: "str | Callable[[Any, Any], Any]",
    where: str | None = None,
) -> UserSpace:
    """Give the space whose operations are texts or Python functions.

    Raises what `read_user_space` raises, and WrongShape for a result that is no vector.

    >>> space = trace_user_space("R", "x > 0", lambda u, v: u * v, lambda a, u: u**a)
    >>> space.scale
    (Apply(function='^', arguments=(Variable(name='u'), Variable(name='a'))),)
    """
    scalars = read_scalars(field)
    read = read_carrier(carrier, scalars, where)
    added = read_addition(add, read, scalars) if isinstance(add, str) else _added(add, read)
    scaled = read_scaling(scale, read, scalars) if isinstance(scale, str) else _scaled(scale, read)
    return space_on(read, scalars, added, scaled)


def _added(function: Callable[[Any, Any], Any], carrier: Carrier) -> Row:
    return _traced(function, (_symbol(carrier, "u"), _symbol(carrier, "v")), carrier, "The sum")


def _scaled(function: Callable[[Any, Any], Any], carrier: Carrier) -> Row:
    given = (Symbol(Variable("a")), _symbol(carrier, "u"))
    return _traced(function, given, carrier, "The multiple")


def _symbol(carrier: Carrier, letter: str) -> "Symbol | VectorSymbol":
    """Give the vector with a letter."""
    components = generic(carrier.form, letter)
    value = vector(carrier.form, components)
    if isinstance(value, Formula):
        return Symbol(value)
    names = carrier.parts or tuple(default_names(carrier))
    return VectorSymbol(value, dict(zip(names, components, strict=False)))


def _traced(
    function: Callable[[Any, Any], Any], given: tuple[Any, Any], carrier: Carrier, what: str
) -> Row:
    """Call a function with symbols."""
    try:
        return fitted(value_of(function(*given)), carrier.form, _NOWHERE, what)
    except ExactSpacesError:
        raise
    except Slip as slip:
        raise WrongShape(f"{slip.message} {slip.remedy}".strip()) from None
    except TypeError as error:
        raise NotUnderstood(
            f"this function cannot be followed: {error}; use + - * / ** abs, and the functions "
            "that come with the package, such as exp, log, root and cases"
        ) from error
