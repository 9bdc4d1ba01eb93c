"""Formulas on finite sets: every value is worked out.

The elements of a finite field or of a set of labels are numbered from 0: a residue has itself as
its number, an element c0 + c1 g + ... of F_p[g]/(m) the number c0 + c1 p + ....
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from exactspaces.kernel import formulas as f
from exactspaces.kernel.errors import Rejected, require
from exactspaces.kernel.polynomials import canonical, degree
from exactspaces.kernel.records import Record
from exactspaces.kernel.scalars import Extension, PrimeField

MAX_SIZE = 10_000
Values = tuple[int, ...]
Worked = Callable[[Values], Any]


class NoValueError(Exception):
    """A denominator is zero."""


class Arithmetic(Record):
    """The operations of a finite field on the numbers of its elements."""

    size: int
    characteristic: int
    add: Any
    multiply: Any
    generator: tuple[str, int] | None = None

    def power(self, x: int, exponent: int) -> int:
        """Give x^exponent; in a field with q elements x^q = x."""
        if exponent < 0:
            if not x:
                raise NoValueError
            exponent = -exponent * (self.size - 2)
        result = 1
        for digit in f"{exponent:b}":
            result = self.multiply(result, result)
            if digit == "1":
                result = self.multiply(result, x)
        return result


def size_of(domain: f.Domain) -> int:
    """Give the number of elements."""
    match domain:
        case PrimeField(p):
            return p
        case Extension(PrimeField(p), _, moduli):
            return int(p ** degree(moduli[0], 0))
        case f.Labels(size):
            return size
    raise Rejected("this domain is not finite")


def arithmetic(domain: f.Finite) -> Arithmetic:
    """Give the operations of a finite field.

    Raises Rejected for a set of labels, and for fields with too many elements.
    """
    if isinstance(domain, PrimeField):
        p = domain.p
        return Arithmetic(p, p, lambda x, y: (x + y) % p, lambda x, y: x * y % p)
    if isinstance(domain, f.Labels):
        raise Rejected("labels are not calculated with")
    size, p = size_of(domain), domain.characteristic
    require(size <= MAX_SIZE, f"fields with more than {MAX_SIZE} elements are not run through")

    def element(n: int) -> Any:
        digits: dict[tuple[int, ...], int] = {}
        for k in range(degree(domain.moduli[0], 0)):
            n, digits[(k,)] = divmod(n, p)
        return canonical(digits, p)

    def place(x: Any) -> int:
        return sum(c * p**k for (k,), c in x)

    @cache
    def add(x: int, y: int) -> int:
        return place(domain.add(element(x), element(y)))

    @cache
    def multiply(x: int, y: int) -> int:
        return place(domain.multiply(element(x), element(y)))

    return Arithmetic(size, p, add, multiply, (domain.names[0], p))


def worked(formula: f.Formula, places: dict[str, int], field: Arithmetic | None) -> Worked:
    """Give the function that works out a formula from the values of the variables."""

    def inside(part: f.Formula) -> Worked:
        return worked(part, places, field)

    match formula:
        case f.Variable(name) if name in places:
            place = places[name]
            return lambda values: values[place]
        case f.Conditional(condition, then, otherwise):
            test, yes, no = decided(condition, places, field), inside(then), inside(otherwise)
            return lambda values: yes(values) if test(values) else no(values)
        case f.Lookup(table, row, column):
            at_row, at_column = inside(row), inside(column)
            return lambda values: _entry(table, at_row(values), at_column(values))
        case f.Constant(n, 1) if field is None:
            return lambda _: n
    if field is None:
        raise Rejected("labels are not calculated with")
    return _calculated(formula, field, inside)


def _entry(table: tuple[tuple[int, ...], ...], row: int, column: int) -> int:
    inside = 0 <= row < len(table) and 0 <= column < len(table[row])
    require(inside, "a table has no entry at a place")
    return table[row][column]


def _calculated(
    formula: f.Formula, field: Arithmetic, inside: Callable[[f.Formula], Worked]
) -> Worked:
    match formula:
        case f.Constant(n, d):
            below = d % field.characteristic
            require(below, f"the denominator {d} is zero in this field")
            number = field.multiply(n % field.characteristic, field.power(below, -1))
            return lambda _: number
        case f.Variable(name) if field.generator and name == field.generator[0]:
            number = field.generator[1]
            return lambda _: number
        case f.Apply("^", (base, f.Constant(n, 1))):
            under = inside(base)
            return lambda values: field.power(under(values), n)
        case f.Apply("-", (x,)):
            minus, one = field.characteristic - 1, inside(x)
            return lambda values: field.multiply(minus, one(values))
        case f.Apply(function, (x, y)) if function in "+*/":
            left, right = inside(x), inside(y)
            if function == "/":
                return lambda v: field.multiply(left(v), field.power(right(v), -1))
            operation = field.add if function == "+" else field.multiply
            return lambda values: operation(left(values), right(values))
    raise Rejected("this function is not one of a finite field")


def decided(condition: f.Condition, places: dict[str, int], field: Arithmetic | None) -> Worked:
    """Give the function that says whether a condition is true for values of the variables."""
    match condition:
        case f.Every(conditions):
            tests = [decided(x, places, field) for x in conditions]
            return lambda values: all(test(values) for test in tests)
        case f.Some(conditions):
            tests = [decided(x, places, field) for x in conditions]
            return lambda values: any(test(values) for test in tests)
        case f.Compare("=" | "!=" as relation, x, y):
            left, right = worked(x, places, field), worked(y, places, field)
            return _defined(lambda v: (left(v) == right(v)) == (relation == "="))
        case f.Within(x, domain):
            one, size = worked(x, places, field), size_of(domain)
            return _defined(lambda v: 0 <= one(v) < size)
    raise Rejected("this is no condition on a finite set")


def _defined(test: Worked) -> Worked:
    def checked(values: Values) -> bool:
        try:
            return bool(test(values))
        except NoValueError:
            return False

    return checked
