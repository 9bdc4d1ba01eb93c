"""Formulas of a map as polynomials in the coordinates, and whether they are linear.

A polynomial is a table from exponents to coefficients. Over a finite field x^q and x are the same
function, so exponents are lowered first.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product

from exactspaces.fields import Scalar, generator, number
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Extension, PrimeField, Ring
from exactspaces.kernel.formulas import Apply, Constant, Formula, Variable
from exactspaces.kernel.polynomials import degree

Exponents = tuple[int, ...]
Table = dict[Exponents, Scalar]
Point = tuple[Scalar, ...]
MAX_DEGREE, MAX_TERMS, MAX_POINTS = 12, 2000, 400


class NotPolynomialError(Exception):
    """A formula that is no polynomial in the coordinates; the text names the function."""


class Tables:
    """From formulas to polynomials over a ring; `leaf` gives the value of other names."""

    def __init__(
        self,
        ring: Ring,
        names: Sequence[str],
        leaf: Callable[[str], Scalar | None],
        root: Callable[[Scalar], Scalar],
    ) -> None:
        """Take the names of the coordinates, and what is to be done at names and square roots."""
        self.ring, self.names = ring, {name: k for k, name in enumerate(names)}
        self.leaf, self.root = leaf, root
        self.one = (0,) * len(names)

    def table(self, formula: Formula) -> Table:
        """Give the polynomial.

        Raises NotPolynomialError.
        """
        match formula:
            case Constant(top, bottom):
                return self.constant(number(self.ring, top) / number(self.ring, bottom))
            case Variable(name):
                return self._variable(name)
            case Apply("+", (left, right)):
                return plus(self.table(left), self.table(right))
            case Apply("-", (inner,)):
                return {e: -c for e, c in self.table(inner).items()}
            case Apply("*", (left, right)):
                return times(self.table(left), self.table(right))
            case Apply("/", (left, right)):
                inverse = self.constant(1 / self._number(right, "/"))
                return times(self.table(left), inverse)
            case Apply("^", (base, Constant(k, 1))):
                return self._power(base, k)
            case Apply("root", (base, Constant(2, 1))):
                return self.constant(self.root(self._number(base, "sqrt")))
        raise NotPolynomialError(getattr(formula, "function", "a distinction of cases"))

    def constant(self, value: Scalar) -> Table:
        """Give a polynomial without variables."""
        return {self.one: value} if value else {}

    def _variable(self, name: str) -> Table:
        place = self.names.get(name)
        if place is not None:
            exponents = tuple(int(k == place) for k in range(len(self.one)))
            return {exponents: number(self.ring, 1)}
        value = self.leaf(name)
        if value is None and name in quantity_names(self.ring):
            value = generator(self.ring, name)
        if value is None:
            value = self.root(number(self.ring, -1)) if name == "i" else None
        if value is None:
            raise NotPolynomialError(name)
        return self.constant(value)

    def _number(self, formula: Formula, function: str) -> Scalar:
        table = self.table(formula)
        if any(e != self.one for e in table):
            raise NotPolynomialError(function)
        value = table.get(self.one)
        if value is None:
            if function == "/":
                raise NotPolynomialError("division by zero")
            return number(self.ring, 0)
        return value

    def _power(self, base: Formula, k: int) -> Table:
        if k < 0:
            return self.constant(self._number(base, "^") ** k)
        if k > MAX_DEGREE:
            raise NotPolynomialError(f"the power {k}")
        result, table = self.constant(number(self.ring, 1)), self.table(base)
        for _ in range(k):
            result = times(result, table)
        return result


def plus(left: Table, right: Table) -> Table:
    """Add two polynomials."""
    out = dict(left)
    for e, c in right.items():
        total = out[e] + c if e in out else c
        if total:
            out[e] = total
        else:
            del out[e]
    return out


def times(left: Table, right: Table) -> Table:
    """Multiply two polynomials.

    Raises NotPolynomialError beyond the limits.
    """
    out: Table = {}
    for (e, c), (f, d) in product(left.items(), right.items()):
        key = tuple(x + y for x, y in zip(e, f, strict=True))
        if sum(key) > MAX_DEGREE:
            raise NotPolynomialError(f"a product of degree {sum(key)}")
        out = plus(out, {key: c * d})
        if len(out) > MAX_TERMS:
            raise NotPolynomialError("a product of so many terms")
    return out


def lowered(table: Table, ring: Ring) -> Table:
    """Replace x^q by x over the field with q elements: they are one function."""
    q = size_of(ring)
    if not q:
        return table
    out: Table = {}
    for exponents, c in table.items():
        key = tuple((e - 1) % (q - 1) + 1 if e else 0 for e in exponents)
        out = plus(out, {key: c})
    return out


def size_of(ring: Ring) -> int:
    """Give the number of elements of a finite field, 0 for others."""
    match ring:
        case PrimeField(p):
            return p
        case Extension(PrimeField(p), _, moduli):
            size = p
            for place, modulus in enumerate(moduli):
                size **= degree(modulus, place)
            return size
    return 0


def rows_of(tables: Sequence[Table], width: int, zero: Scalar) -> list[list[Scalar]] | None:
    """Give the matrix of linear polynomials; None when one is not linear."""
    units = [tuple(int(j == k) for j in range(width)) for k in range(width)]
    if any(e not in units for table in tables for e in table):
        return None
    return [[table.get(e, zero) for e in units] for table in tables]


def at(tables: Sequence[Table], point: Point, zero: Scalar) -> Point:
    """Give the values of polynomials at a point."""
    out = []
    for table in tables:
        total = zero
        for exponents, c in table.items():
            term = c
            for x, e in zip(point, exponents, strict=True):
                term = term * x**e if e else term
            total = total + term
        out.append(total)
    return tuple(out)


def points(ring: Ring, width: int) -> Iterator[Point]:
    """Give unit vectors, their sums and differences, then other small vectors."""
    zero, one = number(ring, 0), number(ring, 1)
    units = [tuple(one if j == k else zero for j in range(width)) for k in range(width)]
    yield from units
    yield from (tuple(-x for x in u) for u in units)
    for u, v in product(units, units):
        yield tuple(x + y for x, y in zip(u, v, strict=True))
    small = [number(ring, k) for k in (0, 1, 2, -1)]
    yield from islice(product(small, repeat=width), MAX_POINTS)


def factors(ring: Ring) -> Iterator[Scalar]:
    """Give a few numbers to multiply by."""
    yield from (number(ring, k) for k in (-1, 2, 3))
    for name in quantity_names(ring):
        yield generator(ring, name)


Values = Callable[[Point], Point | None]
Failure = tuple[str, tuple[Point, ...], Scalar | None]


def failure(ring: Ring, width: int, values: Values) -> Failure | None:
    """Find vectors at which a map is not additive, or a vector and a factor where not homogeneous.

    `values` gives the value at a point, None where that is not known.
    """
    zero: Point = (number(ring, 0),) * width
    origin = values(zero)
    if origin is not None and any(origin):
        return "zero", (zero,), None
    some = list(islice(points(ring, width), MAX_POINTS))
    few = some[: max(2 * width, 8)]
    for u, v in product(few, few):
        both = values(tuple(x + y for x, y in zip(u, v, strict=True)))
        left, right = values(u), values(v)
        if both is None or left is None or right is None:
            continue
        if any(a - b - c for a, b, c in zip(both, left, right, strict=True)):
            return "additive", (u, v), None
    for u, a in product(some, list(factors(ring))):
        left, right = values(tuple(a * x for x in u)), values(u)
        if left and right and any(x - a * y for x, y in zip(left, right, strict=True)):
            return "homogeneous", (u,), a
    return None
