"""Formulas of a map as polynomials in the coordinates, and whether they are linear.

A polynomial is a table from exponents to coefficients. Over a finite field x^q and x are the same
function, so exponents are lowered first.
"""

from collections.abc import Callable, Sequence
from itertools import product

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
        self.known: dict[int, tuple[Formula, Table]] = {}

    def table(self, formula: Formula) -> Table:
        """Give the polynomial; a part that occurs several times is worked out once.

        Raises NotPolynomialError.
        """
        if id(formula) not in self.known:
            self.known[id(formula)] = formula, self._table(formula)
        return self.known[id(formula)][1]

    def _table(self, formula: Formula) -> Table:
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
        _put(out, e, c)
    return out


def _put(table: Table, exponents: Exponents, value: Scalar) -> None:
    """Add a term to a polynomial that is being made."""
    total = table[exponents] + value if exponents in table else value
    if total:
        table[exponents] = total
    else:
        table.pop(exponents, None)


def times(left: Table, right: Table) -> Table:
    """Multiply two polynomials.

    Raises NotPolynomialError beyond the limits.
    """
    out: Table = {}
    for (e, c), (f, d) in product(left.items(), right.items()):
        key = tuple(x + y for x, y in zip(e, f, strict=True))
        if sum(key) > MAX_DEGREE:
            raise NotPolynomialError(f"a product of degree {sum(key)}")
        _put(out, key, c * d)
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
        _put(out, key, c)
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


def pairs_of(table: Table, width: int, zero: Scalar) -> list[list[Scalar]] | None:
    """Give the matrix of a bilinear polynomial in u and v; None when it is none."""
    rows = [[zero] * width for _ in range(width)]
    for exponents, c in table.items():
        first, second = exponents[:width], exponents[width:]
        if sum(first) != 1 or sum(second) != 1:
            return None
        rows[first.index(1)][second.index(1)] = c
    return rows
