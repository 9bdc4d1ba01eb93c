"""Solve equations F(w) = target for components w, symbolically, one after the other."""

from collections.abc import Iterator

from exactspaces.kernel import formulas as f
from exactspaces.kernel import sums as s
from exactspaces.kernel.errors import KernelError
from exactspaces.kernel.formulas import Apply, Constant, Formula, Variable
from exactspaces.kernel.replacing import replaced, variables_in
from exactspaces.kernel.settings import Setting
from exactspaces.kernel.valuation import value
from exactspaces.solvers.laws.build import (
    ONE,
    call,
    constant,
    mul,
    neg,
    over,
    power,
    sub,
)
from exactspaces.solvers.laws.factoring import written

Equation = tuple[Formula, Formula]


def solved(
    equations: list[Equation], unknown: tuple[str, ...], setting: Setting
) -> Iterator[dict[str, Formula]]:
    """Give solutions of a triangular system: some equation has one unknown, and so on."""
    if not unknown:
        yield {}
        return
    for place, (left, right) in enumerate(equations):
        inside = (variables_in(left) | variables_in(right)) & set(unknown)
        if len(inside) != 1:
            continue
        (name,) = inside
        rest = [x for k, x in enumerate(equations) if k != place]
        for formula in isolated(left, right, name, setting):
            more = [(replaced(x, {name: formula}), replaced(y, {name: formula})) for x, y in rest]
            left_over = tuple(x for x in unknown if x != name)
            for found in solved(more, left_over, setting):
                yield {name: formula, **found}
    yield from _jointly(equations, unknown, setting)


def isolated(left: Formula, right: Formula, name: str, setting: Setting) -> Iterator[Formula]:
    """Give the solutions of left = right for a variable, as far as they are found."""
    linear = _linear(left, right, name, setting)
    if linear is not None:
        yield linear
    if _count(left, name) == 1 and name not in variables_in(right):
        yield from _unwrapped(left, right, name)


def _count(formula: Formula, name: str) -> int:
    match formula:
        case Variable(x):
            return int(x == name)
        case Apply(_, arguments):
            return sum(_count(x, name) for x in arguments)
        case f.Conditional(condition, then, otherwise):
            hidden = 2 if name in variables_in(condition) else 0
            return hidden + _count(then, name) + _count(otherwise, name)
    return 0


def _linear(left: Formula, right: Formula, name: str, setting: Setting) -> Formula | None:
    """Solve when the cleared difference is A x + B with A and B free of x."""
    try:
        one = s.cleared(value(setting, sub(left, right)))[0]
    except KernelError:
        return None
    slope, rest = s.ZERO, s.ZERO
    this = ("variable", name)
    for monomial, c in one:
        exponents = dict(monomial)
        e = exponents.pop(this, s.ZERO)
        term = ((tuple(sorted(exponents.items())), c),)
        if e == s.ONE and not _mentions(term, name):
            slope = s.plus(slope, term)
        elif not e and not _mentions(term, name):
            rest = s.plus(rest, term)
        else:
            return None
    if not slope:
        return None
    below = s.constant_of(slope)
    if below is not None:
        return written(s.scaled(rest, -1 / below))
    return over(written(s.scaled(rest, -1)), written(slope))


def _mentions(one: s.Sum, name: str) -> bool:
    return name in variables_in(written(one))


def _unwrapped(left: Formula, right: Formula, name: str) -> Iterator[Formula]:
    """Undo the functions around the variable, the outermost first."""
    match left:
        case Variable():
            yield right
        case Apply("+" | "*" | "/", (x, y)):
            first = name in variables_in(x)
            inner, other = (x, y) if first else (y, x)
            yield from _unwrapped(inner, _undone(left.function, right, other, first=first), name)
        case Apply("-", (x,)):
            yield from _unwrapped(x, neg(right), name)
        case Apply("^", (x, y)) if name in variables_in(x):
            for back in _bases(y, right):
                yield from _unwrapped(x, back, name)
        case Apply("^", (x, y)):
            yield from _unwrapped(y, over(call("log", right), call("log", x)), name)
        case Apply("root", (x, Constant() as n)):
            yield from _unwrapped(x, power(right, n), name)
        case Apply(function, (x,)) if function in INVERSES:
            yield from _unwrapped(x, call(INVERSES[function], right), name)


INVERSES = {
    "exp": "log", "log": "exp", "tanh": "atanh", "atanh": "tanh", "sinh": "asinh",
    "asinh": "sinh", "atan": "tan", "tan": "atan", "conj": "conj",
}  # fmt: skip


def _undone(function: str, right: Formula, other: Formula, *, first: bool) -> Formula:
    if function == "+":
        return sub(right, other)
    if function == "*":
        return over(right, other)
    return mul(right, other) if first else over(other, right)


def _bases(exponent: Formula, right: Formula) -> Iterator[Formula]:
    match exponent:
        case Constant(n, 1) if n > 1 and n % 2:
            yield call("root", right, constant(n))
        case Constant(n, 1) if n > 1:
            yield call("root", right, constant(n))
            yield neg(call("root", right, constant(n)))
        case Constant(-1, 1):
            yield over(ONE, right)
        case Constant(n, d):
            yield power(right, Constant(d if n > 0 else -d, abs(n)))
        case _:
            yield power(right, over(ONE, exponent))


def _jointly(
    equations: list[Equation], unknown: tuple[str, ...], setting: Setting
) -> Iterator[dict[str, Formula]]:
    """Solve a system that is linear in all unknowns together by Cramer's rule."""
    n = len(unknown)
    if n != len(equations) or not 2 <= n <= 4:
        return
    try:
        sides = [value(setting, sub(x, y)) for x, y in equations]
    except KernelError:
        return
    rows, right = [], []
    for side in sides:
        row, rest = [s.ZERO] * n, s.ZERO
        for monomial, c in s.cleared(side)[0]:
            exponents = dict(monomial)
            found = [k for k, x in enumerate(unknown) if ("variable", x) in exponents]
            if not found:
                rest = s.plus(rest, ((monomial, c),))
                continue
            if len(found) > 1 or exponents.pop(("variable", unknown[found[0]])) != s.ONE:
                return
            term = ((tuple(sorted(exponents.items())), c),)
            row[found[0]] = s.plus(row[found[0]], term)
        rows.append(row)
        right.append(s.scaled(rest, -1))
    below = _determinant(rows)
    if not below:
        return
    out = {}
    for k, name in enumerate(unknown):
        changed = [[*row[:k], b, *row[k + 1 :]] for row, b in zip(rows, right, strict=True)]
        out[name] = over(written(_determinant(changed)), written(below))
    yield out


def _determinant(rows: list[list[s.Sum]]) -> s.Sum:
    if not rows:
        return s.ONE
    total = s.ZERO
    for k, x in enumerate(rows[0]):
        if x:
            minor = [[*row[:k], *row[k + 1 :]] for row in rows[1:]]
            total = s.plus(total, s.scaled(s.times(x, _determinant(minor)), (-1) ** k))
    return total
