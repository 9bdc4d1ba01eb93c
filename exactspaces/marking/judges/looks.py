"""What a set that is no subspace looks like: a plane that misses zero, a union of subspaces."""

from collections.abc import Iterator
from dataclasses import replace

from exactspaces.kernel.formulas import Apply, Compare, Condition, Constant, Every, Formula, Some
from exactspaces.spaces.sets import ConditionSet, linear_form


def is_affine(one: ConditionSet) -> bool:
    """Say whether a set is given by linear equations that are not all homogeneous."""
    system = one.linear_system()
    return system is not None and any(system.right)


def is_union(one: ConditionSet) -> bool:
    """Say whether a set is written as a union of subspaces.

    That is: as one system of homogeneous linear equations or another, or by one product of linear
    forms that is zero, perhaps with further such equations beside it.

    >>> from exactspaces.reading.spaces.sets import read_condition_set
    >>> is_union(read_condition_set("{(x, y) : x*y = 0}"))
    True
    >>> is_union(read_condition_set("{(x, y) : x*(y - 1) = 0}"))
    False
    """
    parts = one.condition.conditions if isinstance(one.condition, Every) else (one.condition,)
    open_ones = [x for x in parts if not _is_subspace(one, x)]
    match open_ones:
        case [Some(conditions)]:
            return all(_is_subspace(one, x) for x in conditions)
        case [Compare("=", left, right)] if Constant(0) in (left, right):
            factors = list(_factors(left if right == Constant(0) else right))
            forms = [linear_form(x) for x in factors]
            return len(forms) > 1 and all(x is not None and not x.get("", 0) for x in forms)
    return False


def _is_subspace(one: ConditionSet, condition: Condition) -> bool:
    """Say whether a condition consists of homogeneous linear equations."""
    system = replace(one, condition=condition).linear_system()
    return system is not None and not any(system.right)


def _factors(formula: Formula) -> Iterator[Formula]:
    if isinstance(formula, Apply) and formula.function == "*":
        for inner in formula.arguments:
            yield from _factors(inner)
    else:
        yield formula
