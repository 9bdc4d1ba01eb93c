"""From a tree to what it stands for: a number, a condition, a tuple, a matrix, a polynomial."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from exactspaces.kernel.formulas import Condition, Conditional, Formula
from exactspaces.reading.spaces import numbers, values
from exactspaces.reading.spaces.conditions import compared, every, negated, some
from exactspaces.reading.spaces.functions import FUNCTIONS, modulus, remainder, rooted
from exactspaces.reading.spaces.powers import raised
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.trees import Node
from exactspaces.reading.spaces.values import Mat, MismatchError, Poly, Tup, Value
from exactspaces.reading.spaces.vocabulary import CALLED, UNREAD

Reader = Callable[[Node, Scope], Value]


def evaluate(node: Node, scope: Scope) -> Value:
    """Give what a tree stands for.

    Raises Slip.
    """
    reader = _READERS.get(node.kind)
    if reader is None:
        raise node.fail("This has no meaning inside a formula.")
    try:
        return reader(node, scope)
    except MismatchError as error:
        raise node.fail(f"{str(error)[0].upper()}{str(error)[1:]}.") from None


def number(node: Node, scope: Scope) -> Formula:
    """Give the number that a tree stands for.

    Raises Slip.
    """
    value = evaluate(node, scope)
    if not isinstance(value, Formula):
        raise node.fail(f"A number is due, and this is {values.kind_of(value)}.")
    return value


def condition(node: Node, scope: Scope) -> Condition:
    """Give the condition that a tree stands for; a list means that all of them are true.

    Raises Slip.
    """
    if node.kind == "listing":
        return _listed(node, scope)
    value = evaluate(node, scope)
    if not isinstance(value, Condition):
        raise node.fail(
            f"A condition is due, and this is {values.kind_of(value)}.",
            "Write a relation, such as x > 0 or x + y = 1.",
        )
    return value


def _listed(node: Node, scope: Scope) -> Condition:
    """Read x > 0, y > 0, and x, y > 0 in the same sense."""
    found: list[Condition] = []
    waiting: list[Node] = []
    for part in node.parts:
        if part.kind in ("name", "prime", "item") and not _is_condition(part, scope):
            waiting.append(part)
            continue
        found.append(condition(part, scope))
        for earlier in waiting:
            if part.kind != "chain":
                raise earlier.fail("A condition is due here.")
            chain = Node("chain", earlier.start, part.end, (earlier, *part.parts[1:]), part.text)
            found.append(condition(chain, scope))
        waiting = []
    if waiting:
        raise waiting[0].fail("A condition is due here.")
    return every(found)


def _is_condition(node: Node, scope: Scope) -> bool:
    return isinstance(evaluate(node, scope), Condition)


def arguments(node: Node) -> tuple[Node, ...]:
    """Give the arguments of a call."""
    inside = node.parts[1:]
    return inside[0].parts if inside and inside[0].kind == "listing" else inside


def _number(node: Node, _scope: Scope) -> Value:
    return numbers.constant(Fraction(node.text))


def _name(node: Node, scope: Scope) -> Value:
    if node.text in CALLED and node.text not in scope.names:
        raise node.fail(f"The function {node.text} needs its argument.", f"Write {node.text}(x).")
    return scope.look(node)


def _binary(node: Node, scope: Scope) -> Value:
    left, right = node.parts
    if node.text == "^":
        return raised(node, scope, evaluate)
    if node.text == "\\":
        raise node.fail("A difference of sets stands alone, as in R \\ {0}.")
    if node.text in ("(+)", "(.)"):
        raise node.fail(
            "Your own operation is not known inside a formula.",
            "Write + and * for the operations of numbers; u (+) v stands before the = only.",
        )
    x, y = evaluate(left, scope), evaluate(right, scope)
    match node.text:
        case "+" | "-":
            _require_bracketed(right)
            return values.add(x, y, negate=node.text == "-")
        case "/":
            return values.divide(x, y)
        case "mod":
            return remainder(number(left, scope), number(right, scope))
    return values.multiply(x, y)


def _require_bracketed(node: Node) -> None:
    """Refuse x + y mod 2, where it is unclear what mod is said of."""
    if node.kind == "binary" and node.text == "mod":
        raise node.fail(
            "It is unclear how much of this is meant by mod.",
            "Write (x + y) mod 2 or x + (y mod 2), (-x) mod 2 or -(x mod 2).",
        )


def _negative(node: Node, scope: Scope) -> Value:
    _require_bracketed(node.parts[0])
    return values.opposite(evaluate(node.parts[0], scope))


def _inner(node: Node, scope: Scope) -> Value:
    return evaluate(node.parts[0], scope)


def _primes(node: Node) -> tuple[Node, int]:
    """Give what stands before the primes, and how many there are."""
    count = 0
    while node.kind == "prime" and node.text != "^T":
        count += len(node.text)
        node = node.parts[0]
    return node, count


def _prime(node: Node, scope: Scope) -> Value:
    inner, count = _primes(node)
    if inner.kind == "name":
        found = scope.names.get(inner.text + "'" * count)
        if found is not None:
            return found
        if scope.unknowns is not None and scope.unknowns.owns(inner.text) and count:
            return scope.unknowns.value(inner.text, count, None)
    value = evaluate(node.parts[0], scope)
    match value:
        case Mat():
            return value.transposed()
        case Poly() if node.text != "^T":
            return value.derivative() if node.text == "'" else value.derivative().derivative()
    raise node.fail(
        f"A prime means a derivative, a transpose or another name, and this is "
        f"{values.kind_of(value)}.",
        "Write u and v, or x, y and x', y', for the two vectors.",
    )


def _call(node: Node, scope: Scope) -> Value:
    callee, inside = node.parts[0], arguments(node)
    inner, count = _primes(callee)
    name = inner.text if inner.kind == "name" else ""
    if scope.unknowns is not None and scope.unknowns.owns(name) and len(inside) == 1:
        return scope.unknowns.value(name, count, inside[0])
    if name in CALLED and not count and name not in scope.names:
        return _function(node, name, inside, scope)
    value = evaluate(callee, scope)
    if isinstance(value, Poly) and len(inside) == 1:
        point = evaluate(inside[0], scope)
        return (
            value.after(point) if isinstance(point, Poly) else value.at(number(inside[0], scope))
        )
    if len(inside) == 1:
        return values.multiply(value, evaluate(inside[0], scope))
    if inside and isinstance(value, Formula):
        return values.multiply(value, Tup(tuple(number(x, scope) for x in inside)))
    raise node.fail("Only functions and polynomials are followed by arguments.")


def _function(node: Node, name: str, inside: tuple[Node, ...], scope: Scope) -> Value:
    if name in UNREAD:
        raise node.fail(
            f"{name} is not among the functions here.",
            "There are exp, log, tan, atan, sinh, asinh, tanh, atanh, roots, abs, sgn, floor, "
            "min, max, mod, conj, re and im.",
        )
    if scope.unknowns is not None:
        known = scope.unknowns.named(name, inside, node)
        found = known if known is not None else scope.unknowns.integral(inside, node)
        if found is not None and name not in ("abs", "floor"):
            return found
    return FUNCTIONS[name](node, tuple(evaluate(x, scope) for x in inside), scope)


def _called(node: Node, scope: Scope) -> Value:
    """Read a function without brackets, as in det A."""
    return _function(node, node.text, node.parts, scope)


def _superscript(node: Node, scope: Scope) -> Value:
    exponent = Node("number", node.end, node.end, (), node.text.lstrip("-"))
    if node.text.startswith("-"):
        exponent = Node("negative", node.end, node.end, (exponent,), "-")
    return raised(
        Node("binary", node.start, node.end, (*node.parts, exponent), "^"), scope, evaluate
    )


def _item(node: Node, scope: Scope) -> Value:
    """Read u[1], A[1, 2] and x_{n+1}."""
    whole = node.parts[0]
    if scope.unknowns is not None and scope.unknowns.owns(whole.text):
        return scope.unknowns.value(whole.text, 0, node.parts[1])
    value, places = evaluate(whole, scope), [_place(x) for x in arguments(node)]
    match value, places:
        case Tup(items) | Poly(items), [k] if k <= len(items):
            return items[k - 1]
        case Mat(rows), [i, j] if i <= value.shape[0] and j <= value.shape[1]:
            return rows[i - 1][j - 1]
        case Mat(rows), [ij] if 11 <= ij <= 99:
            return rows[ij // 10 - 1][ij % 10 - 1]
        case Formula(), [1]:
            return value
    raise node.fail(f"There is no such place: this is {values.kind_of(value)}.", "Count from 1.")


def _place(node: Node) -> int:
    if node.kind != "number" or not node.text.isdigit() or not 1 <= int(node.text) <= 999:
        raise node.fail("A place is counted from 1.", "Write for instance u[1] or A[1, 2].")
    return int(node.text)


def _tuple(node: Node, scope: Scope) -> Value:
    return Tup(tuple(number(x, scope) for x in node.parts))


def _brackets(node: Node, scope: Scope) -> Value:
    """Read [1 2; 3 4], [[1, 2], [3, 4]], and [x, y] as a tuple."""
    rows = node.parts[0].parts
    if len(rows) == 1 and all(x.kind == "brackets" for x in rows[0].parts):
        rows = tuple(x.parts[0].parts[0] for x in rows[0].parts)
    elif len(rows) == 1:
        return Tup(tuple(number(x, scope) for x in rows[0].parts))
    if len({len(row.parts) for row in rows}) > 1:
        raise node.fail("The rows of this matrix do not have the same length.")
    return Mat(tuple(tuple(number(x, scope) for x in row.parts) for row in rows))


def _choice(node: Node, scope: Scope) -> Value:
    then, test, otherwise = node.parts
    return _chosen(condition(test, scope), evaluate(then, scope), evaluate(otherwise, scope))


def _chosen(test: Condition, then: Value, otherwise: Value) -> Value:
    """Choose between numbers, or component by component between vectors of one shape."""
    if isinstance(then, Formula) and isinstance(otherwise, Formula):
        return Conditional(test, then, otherwise)
    first, second = values.components(then), values.components(otherwise)
    if type(then) is not type(otherwise) or len(first) != len(second):
        raise MismatchError(
            f"the cases give {values.kind_of(then)} and {values.kind_of(otherwise)}"
        )
    rest = iter(second)
    return values.mapped(then, lambda x: Conditional(test, x, next(rest)))


def _cases(node: Node, scope: Scope) -> Value:
    *before, last = node.parts
    if len(last.parts) != 1:
        raise last.fail("The last case is for all others.", "End with: otherwise: ...")
    result = evaluate(last.parts[0], scope)
    for case in reversed(before):
        if len(case.parts) != 2:
            raise case.fail("What is otherwise stands last.")
        result = _chosen(condition(case.parts[0], scope), evaluate(case.parts[1], scope), result)
    return result


def _braces(node: Node, scope: Scope) -> Value:
    if len(node.parts) == 1 and node.parts[0].kind == "choice":
        return _choice(node.parts[0], scope)
    raise node.fail("A set has no meaning inside a formula.", "Write {A if C else B} for cases.")


def _bars(node: Node, scope: Scope) -> Value:
    inner = node.parts[0]
    if inner.kind == "bars":  # the length ||x|| of a vector; of a number, its absolute value
        return _bars(inner, scope)
    return modulus(evaluate(inner, scope), scope)


def _root(node: Node, scope: Scope) -> Value:
    return rooted(number(node.parts[0], scope), 3 if node.text == "cbrt" else 2)


def _fraction(node: Node, scope: Scope) -> Value:
    x, y = (evaluate(part, scope) for part in node.parts)
    return values.divide(x, y)


def _chain(node: Node, scope: Scope) -> Value:
    return compared(node, scope, evaluate)


def _either(node: Node, scope: Scope) -> Value:
    return some([condition(part, scope) for part in node.parts])


def _both(node: Node, scope: Scope) -> Value:
    return every([condition(part, scope) for part in node.parts])


def _denial(node: Node, scope: Scope) -> Value:
    return negated(condition(node.parts[0], scope))


_READERS: Mapping[str, Reader] = {
    "number": _number, "name": _name, "binary": _binary, "negative": _negative,
    "positive": _inner, "group": _inner, "prime": _prime, "call": _call, "called": _called,
    "superscript": _superscript, "item": _item, "tuple": _tuple, "brackets": _brackets,
    "choice": _choice, "cases": _cases, "braces": _braces, "bars": _bars, "root": _root,
    "fraction": _fraction, "chain": _chain, "either": _either, "both": _both, "denial": _denial,
}  # fmt: skip
