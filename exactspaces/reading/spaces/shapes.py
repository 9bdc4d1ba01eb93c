"""What a vector looks like, as a value: the names of its components, and back to components."""

from exactspaces.kernel.formulas import Formula, Variable
from exactspaces.reading.spaces import values
from exactspaces.reading.spaces.numbers import ONE, ZERO
from exactspaces.reading.spaces.trees import Node
from exactspaces.reading.spaces.values import Mat, Poly, Row, Tup, Value, padded
from exactspaces.spaces.user import Coefficients, Entries, Form, Grid, Named, Single, Slots


def size_of(form: Form) -> int:
    """Give the number of components."""
    match form:
        case Entries(length):
            return length
        case Grid(rows, columns):
            return rows * columns
        case Coefficients(degree):
            return degree + 1
        case Slots(quantities):
            return len(quantities)
    return 1


def component_names(letter: str, size: int) -> tuple[str, ...]:
    """Give the names of the components of the vector with a letter."""
    return (letter,) if size == 1 else tuple(f"{letter}{k}" for k in range(1, size + 1))


def generic(form: Form, letter: str) -> Row:
    """Give the components of the vector with a letter."""
    return tuple(map(Variable, component_names(letter, size_of(form))))


def vector(form: Form, parts: Row) -> Value:
    """Give the vector with these components."""
    match form:
        case Single() | Named():
            return parts[0]
        case Grid(rows, columns):
            return Mat(tuple(parts[k * columns : (k + 1) * columns] for k in range(rows)))
        case Coefficients():
            return Poly(parts)
    return Tup(parts)


def names_for(name: str, form: Form, parts: Row) -> dict[str, Value]:
    """Give what u, u1, u2, ... mean for the vector u with these components.

    >>> sorted(names_for("u", Entries(2), generic(Entries(2), "v")))
    ['u', 'u1', 'u2']
    """
    stem = name.rstrip("'")
    primes = name[len(stem) :]
    found: dict[str, Value] = {f"{stem}{k}{primes}": part for k, part in enumerate(parts, 1)}
    if isinstance(form, Grid):
        places = ((i, j) for i in range(1, form.rows + 1) for j in range(1, form.columns + 1))
        letters = {stem, stem.lower()}
        pairs = list(zip(places, parts, strict=True))
        found |= {f"{x}{i}{j}{primes}": part for x in letters for (i, j), part in pairs}
    found[name] = vector(form, parts)
    return found


def shape_text(form: Form) -> str:
    """Say what a vector of this form is."""
    match form:
        case Entries(length):
            return f"a tuple of {length} numbers"
        case Grid(rows, columns):
            return f"a {rows}x{columns} matrix"
        case Coefficients(degree):
            return f"a polynomial of degree at most {degree}"
        case Named():
            return "an element of the set"
        case Slots():
            return "a function"
    return "one number"


def fitted(value: Value, form: Form, node: Node, what: str) -> Row:
    """Give the components of a result, which must have the form of the vectors.

    Raises Slip.
    """
    match form, value:
        case (Single() | Named(), Formula()):
            return (value,)
        case (Entries() | Slots(), Tup(items)) if len(items) == size_of(form):
            return items
        case Entries(1), Formula():
            return (value,)
        case Entries(length), Mat() if value.shape == (length, 1):
            return values.components(value)
        case Grid(rows, columns), Mat() if value.shape == (rows, columns):
            return values.components(value)
        case Coefficients(degree), Poly(items) if not _beyond(items, degree):
            return padded(items[: degree + 1], degree + 1)
        case Coefficients(degree), Formula():
            return padded((value,), degree + 1)
        case Coefficients(degree), Tup(items) if len(items) == degree + 1:
            return items
    raise node.fail(
        f"{what} leaves the carrier: {shape_text(form)} is due, and this is {_said(value)}.",
        "Write one formula for each component.",
    )


def _beyond(items: Row, degree: int) -> bool:
    return any(x != ZERO for x in items[degree + 1 :])


def _said(value: Value) -> str:
    if isinstance(value, Poly):
        return f"a polynomial of degree {len(value.coefficients) - 1}"
    return "one number" if isinstance(value, Formula) else values.kind_of(value)


def unknown_of(form: Form) -> dict[str, Value]:
    """Give the polynomial x (or t), where vectors are polynomials."""
    if isinstance(form, Coefficients):
        return {form.variable: Poly((ZERO, ONE))}
    return {}
