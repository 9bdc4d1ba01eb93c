"""Symbols for numbers, and the functions of them: they write down formulas.

>>> exp(Symbol(Variable("x"))).formula
Apply(function='exp', arguments=(Variable(name='x'),))
"""

from decimal import Decimal
from fractions import Fraction
from typing import NoReturn

from exactspaces.errors import NotExact, NotUnderstood, WrongShape
from exactspaces.kernel.formulas import Apply, Compare, Condition, Conditional, Formula, Variable
from exactspaces.reading.spaces import numbers
from exactspaces.reading.spaces.conditions import every, negated, some

_NO_BRANCH = (
    "whether this holds is not known while the formula is written down, so if, and, or, not, min "
    "and max of Python do not work here; write cases(condition, x, y), & | ~, minimum and maximum"
)


class Symbol:
    """A number given by a formula."""

    __hash__ = None  # type: ignore[assignment]
    __slots__ = ("formula",)

    def __init__(self, formula: Formula) -> None:
        self.formula = formula

    def __repr__(self) -> str:
        return f"Symbol({self.formula!r})"

    def __add__(self, other: object) -> "Symbol":
        return _joined("+", self, other)

    def __radd__(self, other: object) -> "Symbol":
        return _joined("+", other, self)

    def __sub__(self, other: object) -> "Symbol":
        return Symbol(numbers.minus(self.formula, formula_of(other)))

    def __rsub__(self, other: object) -> "Symbol":
        return Symbol(numbers.minus(formula_of(other), self.formula))

    def __mul__(self, other: object) -> "Symbol":
        if hasattr(other, "__rmul__") and not _is_number(other):
            return NotImplemented
        return _joined("*", self, other)

    def __rmul__(self, other: object) -> "Symbol":
        return _joined("*", other, self)

    def __truediv__(self, other: object) -> "Symbol":
        return Symbol(numbers.over(self.formula, formula_of(other)))

    def __rtruediv__(self, other: object) -> "Symbol":
        return Symbol(numbers.over(formula_of(other), self.formula))

    def __pow__(self, other: object) -> "Symbol":
        return _joined("^", self, other)

    def __rpow__(self, other: object) -> "Symbol":
        return _joined("^", other, self)

    def __mod__(self, other: object) -> "Symbol":
        return self - other * floor(self / other)

    def __neg__(self) -> "Symbol":
        return Symbol(numbers.negative(self.formula))

    def __abs__(self) -> "Symbol":
        return Symbol(numbers.apply("abs", self.formula))

    def __eq__(self, other: object) -> "TruthSymbol":  # type: ignore[override]
        return _compared("=", self, other)

    def __ne__(self, other: object) -> "TruthSymbol":  # type: ignore[override]
        return _compared("!=", self, other)

    def __lt__(self, other: object) -> "TruthSymbol":
        return _compared("<", self, other)

    def __le__(self, other: object) -> "TruthSymbol":
        return _compared("<=", self, other)

    def __gt__(self, other: object) -> "TruthSymbol":
        return _compared(">", self, other)

    def __ge__(self, other: object) -> "TruthSymbol":
        return _compared(">=", self, other)

    def __bool__(self) -> NoReturn:
        raise NotUnderstood(_NO_BRANCH)

    def __float__(self) -> NoReturn:
        raise NotExact(
            "a formula has no float; use exp, log, ... of this package instead of those of math"
        )

    def __index__(self) -> NoReturn:
        raise NotUnderstood("a formula is not a whole number that is known")


class TruthSymbol:
    """A condition on numbers, for `cases`."""

    __slots__ = ("condition",)

    def __init__(self, condition: Condition) -> None:
        self.condition = condition

    def __and__(self, other: "TruthSymbol") -> "TruthSymbol":
        return TruthSymbol(every([self.condition, other.condition]))

    def __or__(self, other: "TruthSymbol") -> "TruthSymbol":
        return TruthSymbol(some([self.condition, other.condition]))

    def __invert__(self) -> "TruthSymbol":
        return TruthSymbol(negated(self.condition))

    def __bool__(self) -> NoReturn:
        raise NotUnderstood(_NO_BRANCH)


def _is_number(value: object) -> bool:
    return isinstance(value, Symbol | int | float | Fraction | Decimal)


def formula_of(value: object) -> Formula:
    """Give the formula of a symbol or an exact number.

    Raises NotExact for a float, WrongShape for anything else.
    """
    if isinstance(value, Symbol):
        return value.formula
    if isinstance(value, bool):
        raise WrongShape("a number is due here, not a truth; write cases(condition, x, y)")
    if isinstance(value, int | Fraction):
        return numbers.constant(value)
    if isinstance(value, Decimal) and value.is_finite():
        return numbers.constant(Fraction(value))
    if isinstance(value, float | Decimal):
        raise NotExact(f"{value!r} is no exact number; write a fraction such as Fraction(1, 2)")
    if isinstance(value, complex):
        raise NotExact(f"{value!r} is a float; write 2 + 3*i with the i of this package")
    raise WrongShape(f"a number is due here, not {type(value).__name__}")


def _joined(function: str, x: object, y: object) -> Symbol:
    return Symbol(numbers.apply(function, formula_of(x), formula_of(y)))


def _compared(relation: str, x: Symbol, y: object) -> TruthSymbol:
    return TruthSymbol(Compare(relation, x.formula, formula_of(y)))


def _one(function: str, x: object) -> Symbol:
    return Symbol(numbers.apply(function, formula_of(x)))


i = Symbol(Variable("i"))


def exp(x: object) -> Symbol:
    """Give the exponential."""
    return _one("exp", x)


def log(x: object) -> Symbol:
    """Give the natural logarithm."""
    return _one("log", x)


def tan(x: object) -> Symbol:
    """Give the tangent."""
    return _one("tan", x)


def atan(x: object) -> Symbol:
    """Give the arctangent."""
    return _one("atan", x)


def sinh(x: object) -> Symbol:
    """Give the hyperbolic sine."""
    return _one("sinh", x)


def asinh(x: object) -> Symbol:
    """Give the inverse of the hyperbolic sine."""
    return _one("asinh", x)


def tanh(x: object) -> Symbol:
    """Give the hyperbolic tangent."""
    return _one("tanh", x)


def atanh(x: object) -> Symbol:
    """Give the inverse of the hyperbolic tangent."""
    return _one("atanh", x)


def sgn(x: object) -> Symbol:
    """Give the sign: -1, 0 or 1."""
    return _one("sgn", x)


def floor(x: object) -> Symbol:
    """Give the greatest integer that is not above x."""
    return _one("floor", x)


def conj(x: object) -> Symbol:
    """Give the conjugate."""
    return _one("conj", x)


def re(x: object) -> Symbol:
    """Give the real part."""
    return _one("re", x)


def im(x: object) -> Symbol:
    """Give the imaginary part."""
    return _one("im", x)


def root(x: object, index: int) -> Symbol:
    """Give the real root with an index."""
    if type(index) is not int or index < 2:
        raise NotUnderstood("the index of a root is a whole number from 2 on")
    return Symbol(numbers.root(formula_of(x), index))


def sqrt(x: object) -> Symbol:
    """Give the square root."""
    return root(x, 2)


def cbrt(x: object) -> Symbol:
    """Give the real cube root."""
    return root(x, 3)


def maximum(x: object, y: object) -> Symbol:
    """Give the larger of two numbers."""
    return _joined("max", x, y)


def minimum(x: object, y: object) -> Symbol:
    """Give the smaller of two numbers."""
    return _joined("min", x, y)


def cases(condition: TruthSymbol, then: object, otherwise: object) -> Symbol:
    """Give one number where a condition is true, the other where it is not.

    >>> x = Symbol(Variable("x"))
    >>> cases(x > 0, x, -x).formula.otherwise
    Apply(function='-', arguments=(Variable(name='x'),))
    """
    if not isinstance(condition, TruthSymbol):
        raise NotUnderstood("the first argument of cases is a condition such as x > 0")
    then_formula, other = formula_of(then), formula_of(otherwise)
    return Symbol(Conditional(condition.condition, then_formula, other))


__all__ = [
    "Apply", "Symbol", "TruthSymbol", "asinh", "atan", "atanh", "cases", "cbrt", "conj", "exp",
    "floor", "formula_of", "i", "im", "log", "maximum", "minimum", "re", "root", "sgn", "sinh",
    "sqrt", "tan", "tanh",
]  # fmt: skip
