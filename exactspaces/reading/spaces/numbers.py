"""Building formulas: constants are written as such, everything else is kept as it was said."""

from collections.abc import Iterable
from fractions import Fraction

from exactspaces.kernel.formulas import Apply, Constant, Formula

ZERO, ONE = Constant(0), Constant(1)


def constant(value: Fraction | int) -> Constant:
    """Give a rational number as a formula.

    >>> constant(Fraction(1, 2))
    Constant(numerator=1, denominator=2)
    """
    return Constant(*Fraction(value).as_integer_ratio())


def value_of(formula: Formula) -> Fraction | None:
    """Give the rational number that a formula writes, if it does."""
    match formula:
        case Constant(n, d):
            return Fraction(n, d)
    return None


def apply(function: str, *arguments: Formula) -> Formula:
    """Give a function of its arguments."""
    return Apply(function, arguments)


def negative(x: Formula) -> Formula:
    """Give -x."""
    match x:
        case Constant(n, d):
            return Constant(-n, d)
    return apply("-", x)


def plus(x: Formula, y: Formula) -> Formula:
    """Give x + y."""
    return apply("+", x, y)


def minus(x: Formula, y: Formula) -> Formula:
    """Give x - y."""
    return apply("+", x, negative(y))


def times(x: Formula, y: Formula) -> Formula:
    """Give x*y."""
    return apply("*", x, y)


def over(x: Formula, y: Formula) -> Formula:
    """Give x/y; a quotient of numbers is a number."""
    above, below = value_of(x), value_of(y)
    if above is not None and below:
        return constant(above / below)
    return apply("/", x, y)


def power(x: Formula, y: Formula) -> Formula:
    """Give x^y."""
    return apply("^", x, y)


def root(x: Formula, index: int) -> Formula:
    """Give the real root with an index."""
    return apply("root", x, Constant(index))


def total(parts: Iterable[Formula]) -> Formula:
    """Give a sum; numbers that are zero are left out.

    >>> total([ZERO, ZERO])
    Constant(numerator=0, denominator=1)
    """
    kept = [part for part in parts if part != ZERO]
    result = kept[0] if kept else ZERO
    for part in kept[1:]:
        result = plus(result, part)
    return result


def product(x: Formula, y: Formula) -> Formula:
    """Give x*y, the factors 0 and 1 worked out."""
    if ZERO in (x, y):
        return ZERO
    if x == ONE:
        return y
    if y == ONE:
        return x
    a, b = value_of(x), value_of(y)
    return constant(a * b) if a is not None and b is not None else times(x, y)
