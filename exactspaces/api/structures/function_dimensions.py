"""The dimension of a space of functions or sequences, where an argument for it is at hand.

conditions at fixed points      infinite: the multiples of a polynomial that has zeros there
even, odd                       infinite: the even, the odd powers
f'' + f = 0, x_{n+2} = ...      the order: a linear equation with constant coefficients has
one solution for each choice of its first values
"""

import re
from collections.abc import Mapping
from typing import Any

from exactspaces.kernel.formulas import Compare, ComplexNumbers, Every, Reals
from exactspaces.kernel.scalars import Rationals
from exactspaces.spaces.sets import ConditionSet, linear_form
from exactspaces.spaces.user import Slots

_POLYNOMIAL_CLASSES = {"continuous", "differentiable", "smooth", "polynomial"}
_AT_POINT = re.compile(r"[A-Za-z]+('*)\((-?[0-9]+(?:/[0-9]+)?)\)")
_ENTRY = re.compile(r"[A-Za-z]_\{?([0-9]+)\}?")


def dimension_facts(one: ConditionSet) -> Mapping[str, Any]:
    """Give the dimension of a subspace of functions and why, as far as it is seen.

    >>> from exactspaces.kernel.formulas import Constant, Variable
    >>> vanishing = Compare("=", Variable("u"), Constant(0))
    >>> found = ConditionSet(Reals(), Slots(("f(1)",)), (Reals(),), vanishing, infinite=True)
    >>> dimension_facts(found)["family"]
    '(x - 1)*x^k for k = 0, 1, 2, ...'
    """
    if not isinstance(one.form, Slots) or not isinstance(
        one.field, Reals | ComplexNumbers | Rationals
    ):
        return {}
    names = one.form.quantities
    if one.generic:
        return _equation(one, names)
    if all(map(_ENTRY.fullmatch, names)):
        last = max(int(_ENTRY.fullmatch(name).group(1)) for name in names)  # type: ignore[union-attr]
        family = f"the sequences with a 1 at one place after {last} and 0 elsewhere"
        return {"dimension": "infinite", "family": family}
    points = [_AT_POINT.fullmatch(name) for name in names]
    if not set(one.classes) <= _POLYNOMIAL_CLASSES or not all(points):
        return {}
    zeros: dict[str, int] = {}
    for point in points:
        if point is not None:
            primes, at = point.groups()
            zeros[at] = max(zeros.get(at, 0), len(primes) + 1)
    product = "*".join(_factor(at, power) for at, power in zeros.items())
    return {"dimension": "infinite", "family": f"{product}*x^k for k = 0, 1, 2, ..."}


def _factor(at: str, power: int) -> str:
    base = "x" if at == "0" else f"(x + {at[1:]})" if at.startswith("-") else f"(x - {at})"
    return base if power == 1 else f"{base}^{power}"


def _equation(one: ConditionSet, names: tuple[str, ...]) -> Mapping[str, Any]:
    """Give the dimension where one linear equation holds at every point."""
    condition = one.condition
    if isinstance(condition, Every) and len(condition.conditions) == 1:
        (condition,) = condition.conditions
    if not isinstance(condition, Compare) or condition.relation != "=":
        return {}
    left, right = linear_form(condition.left), linear_form(condition.right)
    if left is None or right is None:
        return {}
    space = one.as_space()
    coefficients = {
        slot: left.get(name, 0) - right.get(name, 0)
        for slot, name in zip(names, space.names("u"), strict=True)
    }
    if one.order:
        return _of_order(one.order, coefficients)
    mirrored = {slot.replace("-", "") for slot in names}
    if len(names) == 2 and len(mirrored) == 1 and set(one.classes) <= _POLYNOMIAL_CLASSES:
        first, second = coefficients.values()
        powers = {0: "x^(2*k)", 1: "x^(2*k + 1)"}.get(0 if first == -second else 1)
        if first and first in (second, -second):
            return {"dimension": "infinite", "family": f"{powers} for k = 0, 1, 2, ..."}
    return {}


def _of_order(order: int, coefficients: Mapping[str, Any]) -> Mapping[str, Any]:
    coefficients = {slot.replace(" ", ""): c for slot, c in coefficients.items()}
    leading = [
        c for slot, c in coefficients.items() if slot.count("'") == order or f"+{order}" in slot
    ]
    local = all("(x)" in slot or "n" in slot for slot in coefficients)
    if not local or len(leading) != 1 or not leading[0]:
        return {}
    reason = "one solution for each choice of the first values: the equation is linear of order "
    return {"dimension": order, "because": f"{reason}{order} with constant coefficients"}
