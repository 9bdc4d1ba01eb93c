"""Numbers that a user hands over, as formulas."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from exactspaces.errors import NotExact, NotUnderstood, WrongShape
from exactspaces.kernel.formulas import Constant, Formula
from exactspaces.spaces.user import UserSpace, Vector


def vector_of_numbers(space: UserSpace, vector: Any) -> Vector:
    """Read the components of a vector of numbers.

    Raises WrongShape when they are too many or too few, NotUnderstood for what is no number.
    """
    flat = list(_flat(vector))
    if len(flat) != space.size:
        raise WrongShape(f"a vector of the space has {space.size} components, not {len(flat)}")
    return tuple(map(number_formula, flat))


def _flat(vector: Any) -> Iterator[Any]:
    if isinstance(vector, tuple | list):
        for item in vector:
            yield from _flat(item)
    else:
        yield vector


def number_formula(value: Any) -> Formula:
    """Give an integer, a fraction, or the text of a number as a formula.

    Raises NotExact for a float, NotUnderstood for what is no number.

    >>> number_formula("1/2")
    Constant(numerator=1, denominator=2)
    """
    if isinstance(value, Formula):
        return value
    if isinstance(value, float):
        raise NotExact(f"{value} is a float: write {Fraction(str(value))}")
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        number = Fraction(value)
        return Constant(number.numerator, number.denominator)
    try:
        number = Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        raise NotUnderstood(f"{value!r} is no number") from None
    return Constant(number.numerator, number.denominator)
