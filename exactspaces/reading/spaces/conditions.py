"""Reading relations: = != < <= > >= in chains, `in`, and what is said of ranks and degrees."""

from collections.abc import Callable, Sequence

from exactspaces.kernel.formulas import (
    Compare,
    Condition,
    Conditional,
    Every,
    Formula,
    Some,
    Within,
)
from exactspaces.reading.spaces import values
from exactspaces.reading.spaces.domains import domain_of
from exactspaces.reading.spaces.functions import at_least_rank, at_most_rank, zero
from exactspaces.reading.spaces.numbers import ONE, ZERO, value_of
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.trees import Node
from exactspaces.reading.spaces.values import Mat, MismatchError, Poly, Row, Value, padded

Evaluate = Callable[[Node, Scope], Value]
_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRRORED = {"=": "=", "!=": "!=", "<": ">", ">=": "<=", ">": "<", "<=": ">="}


def every(conditions: Sequence[Condition]) -> Condition:
    """Join conditions with "and"; one alone stays as it is."""
    flat: list[Condition] = []
    for one in conditions:
        flat += one.conditions if isinstance(one, Every) else [one]
    return flat[0] if len(flat) == 1 else Every(tuple(flat))


def some(conditions: Sequence[Condition]) -> Condition:
    """Join conditions with "or"; one alone stays as it is."""
    flat: list[Condition] = []
    for one in conditions:
        flat += one.conditions if isinstance(one, Some) else [one]
    return flat[0] if len(flat) == 1 else Some(tuple(flat))


def negated(condition: Condition) -> Condition:
    """Say the opposite.

    >>> negated(Compare("<", ZERO, ONE)).relation
    '>='
    """
    match condition:
        case Compare(relation, left, right):
            return Compare(_OPPOSITE[relation], left, right)
        case Every(conditions):
            return some([negated(one) for one in conditions])
        case Some(conditions):
            return every([negated(one) for one in conditions])
    return Compare("=", Conditional(condition, ZERO, ONE), ONE)


def compared(node: Node, scope: Scope, evaluate: Evaluate) -> Condition:
    """Read a chain of relations.

    Raises Slip.
    """
    relations = node.text.replace("not in", "not-in").split(" ")
    found = []
    for k, relation in enumerate(relations):
        left, right = node.parts[k], node.parts[k + 1]
        if relation in ("in", "not-in"):
            inside = _within(left, right, scope, evaluate)
            found.append(negated(inside) if relation == "not-in" else inside)
        else:
            found.append(_related(left, relation, right, scope, evaluate))
    return every(found)


def _related(
    left: Node, relation: str, right: Node, scope: Scope, evaluate: Evaluate
) -> Condition:
    for one, sign, other in ((left, relation, right), (right, _MIRRORED[relation], left)):
        special = _measured(one, sign, other, scope, evaluate)
        if special is not None:
            return special
    try:
        return related(evaluate(left, scope), relation, evaluate(right, scope))
    except MismatchError as error:
        raise left.fail(f"{str(error)[0].upper()}{str(error)[1:]}.") from None


def related(x: Value, relation: str, y: Value) -> Condition:
    """Compare numbers, or vectors component by component; 0 is also the zero vector.

    Raises MismatchError.
    """
    if isinstance(x, Formula) and isinstance(y, Formula):
        return Compare(relation, x, y)
    if isinstance(x, Condition) or isinstance(y, Condition):
        raise MismatchError("a condition is not compared with anything")
    pairs = [Compare(relation, a, b) for a, b in _pairs(x, y) if (a, b) != (ZERO, ZERO)]
    return some(pairs) if relation == "!=" else every(pairs)


def _pairs(x: Value, y: Value) -> list[tuple[Formula, Formula]]:
    first, second = values.components(x), values.components(y)
    if isinstance(x, Poly) or isinstance(y, Poly):
        size = max(len(first), len(second))
        first, second = padded(first, size), padded(second, size)
    elif second == (ZERO,):
        second = second * len(first)
    elif first == (ZERO,):
        first = first * len(second)
    elif type(x) is not type(y) or len(first) != len(second):
        raise MismatchError(f"{values.kind_of(x)} is not compared with {values.kind_of(y)}")
    return list(zip(first, second, strict=True))


def _measured(
    node: Node, relation: str, other: Node, scope: Scope, evaluate: Evaluate
) -> Condition | None:
    """Read what is said of a rank or a degree."""
    word, inside = _word(node)
    if word not in ("rank", "deg", "degree") or word in scope.names:
        return None
    bound = value_of(bound) if isinstance(bound := evaluate(other, scope), Formula) else None
    if bound is None or bound.denominator != 1 or len(inside) != 1:
        raise other.fail("A whole number is due here.")
    value = evaluate(inside[0], scope)
    if word == "rank" and isinstance(value, Mat):
        at_most: Callable[[int], Condition] = lambda k: at_most_rank(value, k)  # noqa: E731
        at_least: Callable[[int], Condition] = lambda k: at_least_rank(value, k)  # noqa: E731
    elif word != "rank" and isinstance(value, Poly):
        row = value.coefficients
        at_most, at_least = lambda k: _degree_at_most(row, k), lambda k: _degree_at_least(row, k)
    else:
        raise inside[0].fail(f"This is {values.kind_of(value)}, and has no {word}.")
    return _bounded(relation, int(bound), at_most, at_least)


def _bounded(
    relation: str,
    k: int,
    at_most: Callable[[int], Condition],
    at_least: Callable[[int], Condition],
) -> Condition:
    match relation:
        case "<=" | "<":
            return at_most(k - (relation == "<"))
        case ">=" | ">":
            return at_least(k + (relation == ">"))
        case "=":
            return every([at_most(k), at_least(k)])
    return some([at_most(k - 1), at_least(k + 1)])


def _degree_at_most(row: Row, k: int) -> Condition:
    return Some(()) if k < -1 else zero(list(row[k + 1 :]))


def _degree_at_least(row: Row, k: int) -> Condition:
    if k < 0:
        return Every(())
    return some([Compare("!=", x, ZERO) for x in row[k:]])


def _word(node: Node) -> tuple[str, tuple[Node, ...]]:
    match node:
        case Node(kind="call", parts=(Node(kind="name", text=word), *inside)):
            return word, tuple(inside)
        case Node(kind="called", text=word, parts=inside):
            return word, inside
    return "", ()


def _within(left: Node, right: Node, scope: Scope, evaluate: Evaluate) -> Condition:
    value = evaluate(left, scope)
    base, count = right, None
    match right:
        case Node(kind="binary", text="^", parts=(inner, Node(kind="number", text=size))):
            base, count = inner, int(size) if len(size) < 6 else 0
    parts = (value,) if isinstance(value, Formula) else values.components(value)
    if count is not None and count != len(parts):
        raise right.fail(f"{values.kind_of(value)} does not lie in a space of {count} numbers.")
    return every([within(x, base, scope, evaluate) for x in parts])


def within(x: Formula, node: Node, scope: Scope, evaluate: Evaluate) -> Condition:
    """Say that a number lies in a domain, an interval, a finite set or a difference of sets.

    Raises Slip.
    """
    domain = domain_of(node, scope.scalars)
    if domain is not None:
        return Within(x, domain)
    if node.kind == "group":
        return within(x, node.parts[0], scope, evaluate)
    return _in_part(x, node, scope, evaluate)


def _in_part(x: Formula, node: Node, scope: Scope, evaluate: Evaluate) -> Condition:
    part = PARTS.get(node.text) if node.kind == "name" else None
    if part is not None:
        return Compare(part, x, ZERO)
    match node:
        case Node(kind="tuple" | "left_open" | "right_open", parts=(low, high)):
            return _interval(x, node.kind, (low, high), scope, evaluate)
        case Node(kind="brackets", parts=(Node(parts=(Node(parts=(low, high)),)),)):
            return _interval(x, "closed", (low, high), scope, evaluate)
        case Node(kind="binary", text="\\", parts=(whole, removed)):
            inside = within(x, whole, scope, evaluate)
            return every([inside, negated(within(x, removed, scope, evaluate))])
        case Node(kind="braces", parts=parts):
            listed = parts[0].parts if parts and parts[0].kind == "listing" else parts
            return some([related(x, "=", evaluate(one, scope)) for one in listed])
    raise node.fail("A set of numbers is due here.", "Write R, Q, Z, [0, 1], (0, oo) or {0, 1}.")


PARTS = {
    f"{letter}{sign}0": sign for letter in "RQZF" for sign in (">", ">=", "!=")
}  # as the scanner spells R_{>0}
_ENDLESS = frozenset({"oo", "infinity", "inf"})


def _interval(
    x: Formula, kind: str, ends: tuple[Node, Node], scope: Scope, evaluate: Evaluate
) -> Condition:
    """Say that a number lies in an interval."""
    low, high = ends
    found: list[Condition] = []
    if not _is_endless(low):
        sign = ">=" if kind in ("closed", "right_open") else ">"
        found.append(related(x, sign, evaluate(low, scope)))
    if not _is_endless(high):
        sign = "<=" if kind in ("closed", "left_open") else "<"
        found.append(related(x, sign, evaluate(high, scope)))
    return every(found)


def _is_endless(node: Node) -> bool:
    while node.kind in ("negative", "positive"):
        node = node.parts[0]
    return node.kind == "name" and node.text in _ENDLESS
