"""Other quantities for the old ones: positive parameters of intervals, half-lines and simplexes.

x = (a + b p) / (1 + p) runs through (a, b) when p runs through the positive numbers; x = a + p
through (a, oo); x_i = p_i / (p_1 + ... + p_n) through the open simplex; x = (p - 1/p) / 2 through
all reals, and then sqrt(1 + x^2) = (p + 1/p) / 2. After that most signs are those of the terms.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from exactspaces.kernel import formulas as f
from exactspaces.kernel.formulas import Condition, Formula, Quantity, Reals, Variable
from exactspaces.kernel.replacing import replaced
from exactspaces.kernel.statements import ForAll
from exactspaces.kernel.universal import comparisons
from exactspaces.solvers.laws.build import ONE, add, call, constant, mul, over, positive, sub
from exactspaces.solvers.laws.samples import Samples
from exactspaces.solvers.laws.splits import parts_of


@dataclass(frozen=True)
class Change:
    """New quantities with hypotheses, formulas both ways, and the conclusion in the new ones."""

    quantities: tuple[Quantity, ...]
    hypotheses: tuple[Condition, ...]
    old: tuple[Formula, ...]
    new: tuple[Formula, ...]
    conclusion: Condition
    back: Condition


Ways = dict[str, tuple[Formula, Formula]]  # the old one in the new one, and the other way round


def substitutions(claim: ForAll) -> Iterator[Change]:
    """Give changes of the quantities that may help."""
    reals = [q.name for q in claim.quantities if isinstance(q.domain, Reals)]
    facts = comparisons(claim.hypotheses)
    ways: Ways = {}
    for group in _simplexes(facts, reals):
        total = add(*map(Variable, group))
        ways |= {x: (over(Variable(x), total), Variable(x)) for x in group}
    simplex = bool(ways)
    for name in reals:
        if name not in ways:
            low, high = _ends(facts, name)
            way = _interval(Variable(name), low, high)
            if way is not None:
                ways[name] = way
    scaled = {} if ways else _hyperbolic(claim, reals)
    if ways and (simplex or _has_relevant(claim)):
        yield _change(claim, ways)
    if scaled:
        yield _change(claim, scaled)


def _has_relevant(claim: ForAll) -> bool:
    return any(isinstance(x, f.Apply) and x.function in _RELEVANT for x in parts_of(claim))


_RELEVANT = {"/", "^", "root", "log", "atanh", "tanh", "exp", "*"}


def _change(claim: ForAll, ways: Ways) -> Change:
    old = {x: way[0] for x, way in ways.items()}
    new = {x: way[1] for x, way in ways.items()}
    quantities = claim.quantities
    bounds = tuple(positive(Variable(x)) for x in ways)
    others = tuple(
        replaced(x, old)
        for x in claim.hypotheses
        if not _is_about(x, set(ways)) and not says_defined(x)
    )
    names = [q.name for q in quantities]
    olds = tuple(old.get(x, Variable(x)) for x in names)
    news = tuple(new.get(x, Variable(x)) for x in names)
    bound = dict(zip(names, news, strict=True))
    domains = [f.Within(bound[q.name], q.domain) for q in quantities]
    meets = [replaced(x, bound) for x in (*bounds, *others)]
    returns = [
        f.Compare("=", replaced(x, bound), Variable(name))
        for x, name in zip(olds, names, strict=True)
    ]
    conclusion = replaced(claim.conclusion, old)
    back = f.Every((*domains, *meets, *returns))
    return Change(quantities, (*bounds, *others), olds, news, conclusion, back)


def says_defined(condition: Condition) -> bool:
    """Say whether it is x = x: that a formula has a value, which is shown again."""
    return isinstance(condition, f.Compare) and condition.left == condition.right


def _is_about(condition: Condition, names: set[str]) -> bool:
    found = {x.name for x in parts_of(condition) if isinstance(x, Variable)}
    simple = all(x.function in ("+", "-") for x in parts_of(condition) if isinstance(x, f.Apply))
    return bool(found) and found <= names and simple


def _simplexes(facts: list[f.Compare], names: list[str]) -> list[tuple[str, ...]]:
    """Give groups of positive quantities with sum 1."""
    found = []
    above = {
        x.left.name
        for x in facts
        if isinstance(x.left, Variable) and x.relation == ">" and x.right == constant(0)
    } | {
        x.right.name
        for x in facts
        if isinstance(x.right, Variable) and x.relation == "<" and x.left == constant(0)
    }
    for one in facts:
        for side, other in ((one.left, one.right), (one.right, one.left)):
            group = tuple(dict.fromkeys(_summands(side)))
            inside = set(group) <= above & set(names)
            if one.relation == "=" and other == ONE and len(group) > 1 and inside:
                found.append(group)
    return found


def _summands(side: Formula) -> list[str]:
    match side:
        case Variable(name):
            return [name]
        case f.Apply("+", (x, y)):
            return [*_summands(x), *_summands(y)]
    return [""]


def _ends(facts: list[f.Compare], name: str) -> tuple[Fraction | None, Fraction | None]:
    low: Fraction | None = None
    high: Fraction | None = None
    for one in facts:
        match one:
            case f.Compare("<" | ">", Variable(x), f.Constant(n, d)) if x == name:
                end, above = Fraction(n, d), one.relation == ">"
            case f.Compare("<" | ">", f.Constant(n, d), Variable(x)) if x == name:
                end, above = Fraction(n, d), one.relation == "<"
            case _:
                continue
        if above:
            low = end if low is None else max(low, end)
        else:
            high = end if high is None else min(high, end)
    return low, high


def _interval(
    x: Formula, low: Fraction | None, high: Fraction | None
) -> tuple[Formula, Formula] | None:
    if low is not None and high is not None:
        a, b = constant(low), constant(high)
        return over(add(a, mul(b, x)), add(ONE, x)), over(sub(x, a), sub(b, x))
    if low is not None and low != 0:
        return add(constant(low), x), sub(x, constant(low))
    if high is not None:
        return sub(constant(high), x), sub(constant(high), x)
    return None


def _hyperbolic(claim: ForAll, names: list[str]) -> Ways:
    """Give x = k (p - 1/p) / 2 for the quantities when sqrt(k^2 + x^2) or asinh(x) occurs."""
    scale: Formula | None = None
    samples = Samples(claim)
    for one in parts_of(claim.conclusion):
        match one:
            case f.Apply("asinh", _):
                scale = scale or ONE
            case f.Apply("root", (inner, f.Constant(2, 1))) | f.Apply(
                "^", (inner, f.Constant(1, 2))
            ):
                scale = scale or _offset(inner, samples)
    if scale is None:
        return {}
    return {x: _reals_by_positive(Variable(x), scale) for x in names if x not in ("a", "b")}


def _offset(inner: Formula, samples: Samples) -> Formula | None:
    ends = [x for x in parts_of(inner) if isinstance(x, f.Constant)]
    del samples
    big = [x for x in ends if x.numerator > 0 and not _is_exponent(inner, x)]
    if not big:
        return None
    return ONE if big[0] == ONE else call("root", big[0], constant(2))


def _is_exponent(inner: Formula, one: f.Constant) -> bool:
    powers = [x for x in parts_of(inner) if isinstance(x, f.Apply) and x.function == "^"]
    return any(x.arguments[1] == one for x in powers) and one != ONE


def _reals_by_positive(x: Formula, k: Formula) -> tuple[Formula, Formula]:
    there = over(mul(k, sub(x, over(ONE, x))), constant(2))
    root = call("root", add(mul(k, k), mul(x, x)), constant(2))
    return there, over(add(x, root), k)
