"""What a part of a formula can stand for, and the arithmetic of tuples, matrices, polynomials.

A number is a kernel `Formula`, a truth a kernel `Condition`; both need no class here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from exactspaces.kernel.formulas import Condition, Constant, Formula
from exactspaces.reading.spaces.numbers import (
    ONE,
    ZERO,
    constant,
    minus,
    negative,
    over,
    plus,
    power,
    product,
    times,
    total,
)

Row = tuple[Formula, ...]
_MOST_COEFFICIENTS = 130


@dataclass(frozen=True)
class Tup:
    """A tuple of numbers."""

    items: Row


@dataclass(frozen=True)
class Mat:
    """A matrix of numbers."""

    rows: tuple[Row, ...]

    @property
    def shape(self) -> tuple[int, int]:
        """The numbers of rows and columns."""
        return len(self.rows), len(self.rows[0])

    def transposed(self) -> "Mat":
        """Give the transpose."""
        return Mat(tuple(zip(*self.rows, strict=True)))


@dataclass(frozen=True)
class Poly:
    """A polynomial by its coefficients, from the constant up."""

    coefficients: Row

    def derivative(self) -> "Poly":
        """Give the derivative."""
        return Poly(
            tuple(product(constant(k), c) for k, c in enumerate(self.coefficients))[1:] or (ZERO,)
        )

    def at(self, point: Formula) -> Formula:
        """Give the value at a point."""
        powers = [ONE, *(_power(point, k) for k in range(1, len(self.coefficients)))]
        return total(product(c, p) for c, p in zip(self.coefficients, powers, strict=True))

    def after(self, inner: "Poly") -> "Poly":
        """Give the polynomial with another one in the place of its variable.

        Raises MismatchError beyond the limits.
        """
        total = Poly((self.coefficients[-1],))
        for c in reversed(self.coefficients[:-1]):
            total = add(multiply(total, inner), Poly((c,)))  # type: ignore[assignment]
        return total

    def integral(self) -> "Poly":
        """Give the integral that is 0 at 0."""
        factors = [over(ONE, constant(k + 1)) for k in range(len(self.coefficients))]
        return Poly((ZERO, *map(product, self.coefficients, factors)))


Value = Formula | Condition | Tup | Mat | Poly


class MismatchError(Exception):
    """Values that do not fit together; the text says why."""


def kind_of(value: Value) -> str:
    """Say in a few words what something is."""
    match value:
        case Tup(items):
            return f"a tuple of {len(items)}"
        case Mat():
            return "a {}x{} matrix".format(*value.shape)
        case Poly():
            return "a polynomial"
        case Condition():
            return "a condition"
    return "a number"


def add(x: Value, y: Value, *, negate: bool = False) -> Value:
    """Give x + y, or x - y.

    Raises MismatchError.
    """
    join = minus if negate else plus
    match x, y:
        case Formula(), Formula():
            return join(x, y)
        case Tup(a), Tup(b) if len(a) == len(b):
            return Tup(tuple(map(join, a, b)))
        case Mat(a), Mat(b) if x.shape == y.shape:
            return Mat(tuple(tuple(map(join, r, s)) for r, s in zip(a, b, strict=True)))
        case Poly(a), Poly(b):
            size = max(len(a), len(b))
            return Poly(tuple(map(join, padded(a, size), padded(b, size))))
        case Poly(), Formula():
            return add(x, Poly((y,)), negate=negate)
        case Formula(), Poly():
            return add(Poly((x,)), y, negate=negate)
    raise MismatchError(
        f"{kind_of(x)} and {kind_of(y)} have no {'difference' if negate else 'sum'}"
    )


def opposite(x: Value) -> Value:
    """Give -x.

    Raises MismatchError.
    """
    return negative(x) if isinstance(x, Formula) else mapped(x, negative)


def multiply(x: Value, y: Value) -> Value:
    """Give x*y: of numbers, of a number and a vector, of matrices, of polynomials.

    Raises MismatchError.
    """
    match x, y:
        case Formula(), Formula():
            return times(x, y)
        case Formula(), Tup() | Mat() | Poly():
            return mapped(y, lambda c: times(x, c))
        case Tup() | Mat() | Poly(), Formula():
            return mapped(x, lambda c: times(c, y))
        case Mat(rows), Mat() if x.shape[1] == y.shape[0]:
            columns = y.transposed().rows
            return Mat(tuple(tuple(dot(r, c) for c in columns) for r in rows))
        case Mat(rows), Tup(items) if x.shape[1] == len(items):
            return Tup(tuple(dot(r, items) for r in rows))
        case Poly(a), Poly(b):
            size = len(a) + len(b) - 1
            if size > _MOST_COEFFICIENTS:
                raise MismatchError(f"a product of degree {size - 1} is too large to be read")
            return Poly(tuple(total(_convolved(a, b, k)) for k in range(size)))
    if isinstance(x, Tup) and isinstance(y, Tup):
        raise MismatchError("a product of two tuples may mean several things; write it out")
    raise MismatchError(f"{kind_of(x)} and {kind_of(y)} have no product")


def divide(x: Value, y: Value) -> Value:
    """Give x/y.

    Raises MismatchError.
    """
    match x, y:
        case Formula(), Formula():
            return over(x, y)
        case Tup() | Mat() | Poly(), Formula():
            return mapped(x, lambda c: over(c, y))
    raise MismatchError(f"{kind_of(x)} is not divided by {kind_of(y)}")


def mapped(x: Value, change: Callable[[Formula], Formula]) -> Value:
    """Give the vector with each component changed.

    Raises MismatchError.
    """
    match x:
        case Tup(items):
            return Tup(tuple(map(change, items)))
        case Mat(rows):
            return Mat(tuple(tuple(map(change, row)) for row in rows))
        case Poly(coefficients):
            return Poly(tuple(map(change, coefficients)))
    raise MismatchError(f"a vector is due, not {kind_of(x)}")


def components(x: Value) -> Row:
    """Give the numbers that a vector is made of.

    Raises MismatchError.
    """
    match x:
        case Formula():
            return (x,)
        case Tup(items) | Poly(items):
            return items
        case Mat(rows):
            return tuple(entry for row in rows for entry in row)
    raise MismatchError(f"a vector is due, not {kind_of(x)}")


def dot(x: Row, y: Row) -> Formula:
    """Give the sum of the products."""
    return total(map(product, x, y))


def determinant(rows: tuple[Row, ...]) -> Formula:
    """Give the determinant by expansion along the first row."""
    if len(rows) == 1:
        return rows[0][0]
    terms = []
    for k, entry in enumerate(rows[0]):
        minor = determinant(tuple(row[:k] + row[k + 1 :] for row in rows[1:]))
        term = product(entry, minor)
        terms.append(negative(term) if k % 2 and term != ZERO else term)
    return total(terms)


def identity(size: int) -> Mat:
    """Give the identity matrix."""
    return Mat(tuple(tuple(Constant(int(i == j)) for j in range(size)) for i in range(size)))


def padded(items: Row, size: int) -> Row:
    """Give a tuple with zeros put behind it up to a size."""
    return items + (ZERO,) * (size - len(items))


def _convolved(a: Row, b: Row, k: int) -> list[Formula]:
    return [product(a[i], b[k - i]) for i in range(len(a)) if 0 <= k - i < len(b)]


def _power(x: Formula, k: int) -> Formula:
    if isinstance(x, Constant) and max(abs(x.numerator), x.denominator) < 10**6:
        return Constant(x.numerator**k, x.denominator**k)
    return x if k == 1 else power(x, constant(k))
