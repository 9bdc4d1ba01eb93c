"""Reading powers: of numbers, matrices and polynomials, with limits on their size."""

from collections.abc import Callable
from fractions import Fraction

from exactspaces.kernel.formulas import Apply, Constant, Formula
from exactspaces.reading.spaces import numbers, values
from exactspaces.reading.spaces.functions import inverse
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.trees import Node
from exactspaces.reading.spaces.values import Mat, MismatchError, Poly, Value

MOST_EXPONENT = 1000
_MOST_STEPS = 12
_TALLEST_TOWER = 3


def raised(node: Node, scope: Scope, evaluate: Callable[[Node, Scope], Value]) -> Value:
    """Read a power; e^x is exp(x).

    Raises Slip.
    """
    under, above = node.parts
    _require_low(node)
    exponent = evaluate(above, scope)
    if not isinstance(exponent, Formula):
        raise above.fail(f"An exponent is a number, and this is {values.kind_of(exponent)}.")
    _require_small(above, exponent)
    if under.kind == "name" and under.text == "e" and "e" not in scope.names:
        return numbers.apply("exp", exponent)
    base = evaluate(under, scope)
    if isinstance(base, Formula):
        return numbers.power(base, exponent)
    value = numbers.value_of(exponent)
    if value is None or value.denominator != 1:
        raise above.fail("A whole number is due as the exponent of a matrix or polynomial.")
    return _repeated(base, int(value), above)


def _repeated(base: Value, exponent: int, node: Node) -> Value:
    if exponent == -1 and isinstance(base, Mat):
        return inverse(base)
    if not 1 <= exponent <= _MOST_STEPS:
        raise node.fail(f"The exponent of a matrix or polynomial is from 1 to {_MOST_STEPS}.")
    if not isinstance(base, Mat | Poly):
        raise MismatchError(f"{values.kind_of(base)} has no powers")
    result: Value = base
    for _ in range(exponent - 1):
        result = values.multiply(result, base)
    return result


def _require_low(node: Node) -> None:
    """Refuse a tower of exponents."""
    height = 0
    while node.kind == "binary" and node.text == "^":
        height += 1
        node = node.parts[1]
        while node.kind in ("group", "negative"):
            node = node.parts[0]
    if height > _TALLEST_TOWER:
        raise node.fail(
            f"More than {_TALLEST_TOWER} exponents stand on top of one another.",
            "Write a product in the exponent, or name the power.",
        )


def _require_small(node: Node, exponent: Formula) -> None:
    """Refuse a numerical exponent that is too large to be worked with."""
    value = _size(exponent)
    if value is not None and max(abs(value.numerator), value.denominator) > MOST_EXPONENT:
        raise node.fail(
            f"The exponent is too large; numbers up to {MOST_EXPONENT:,} are read as exponents.",
            "Write a smaller exponent.",
        )


def _size(formula: Formula) -> Fraction | None:
    """Give the value of a numerical exponent, or a large number instead of a larger one."""
    match formula:
        case Constant(n, d):
            return Fraction(n, d)
        case Apply("+" | "*" | "^" | "-" as function, arguments):
            parts = [_size(x) for x in arguments]
            found = [x for x in parts if x is not None]
            return _worked(function, found) if len(found) == len(parts) else None
    return None


def _worked(function: str, parts: list[Fraction]) -> Fraction | None:
    if any(max(abs(x.numerator), x.denominator) > MOST_EXPONENT for x in parts):
        return Fraction(MOST_EXPONENT + 1)
    match function, parts:
        case "-", [x]:
            return -x
        case "+", [x, y]:
            return x + y
        case "*", [x, y]:
            return x * y
        case "^", [x, y] if y.denominator == 1 and (x or y >= 0):
            return x ** int(y)
    return None
