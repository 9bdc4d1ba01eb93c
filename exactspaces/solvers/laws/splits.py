"""Where a formula asks for more than is known: definedness, and cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any

from exactspaces.kernel import formulas as f
from exactspaces.kernel.errors import KernelError
from exactspaces.kernel.formulas import Apply, Compare, Constant, Formula
from exactspaces.kernel.records import Record
from exactspaces.kernel.settings import Setting
from exactspaces.kernel.valuation import truth, value
from exactspaces.solvers.laws.build import ONE, ZERO, constant, sub
from exactspaces.solvers.laws.samples import Samples


@dataclass(frozen=True)
class Split:
    """A formula to be split by: by its sign, or by whether it vanishes."""

    formula: Formula
    signs: bool = True


def parts_of(part: Any) -> Iterator[Any]:
    """Give the formulas and conditions in something, the inner ones first."""
    if isinstance(part, tuple):
        for x in part:
            yield from parts_of(x)
    elif isinstance(part, Record):
        for x in part.values:
            yield from parts_of(x)
        yield part


def demands(part: Any, samples: Samples) -> Iterator[f.Condition]:
    """Give the conditions under which the formulas have values, the inner ones first."""
    for one in parts_of(part):
        match one:
            case Apply("/", (_, below)) | Apply("^", (below, Constant())) if _divides(one):
                yield _away_from_zero(below, samples)
            case Apply("^", (_, Constant(_, 1))):
                continue
            case Apply("^", (base, _)):
                yield Compare(">", base, ZERO)
            case Apply("log", (x,)):
                yield Compare(">", x, ZERO)
            case Apply("root", (x, Constant(n, 1))) if n % 2 == 0:
                yield Compare(">=" if _touches_zero(x, samples) else ">", x, ZERO)
            case Apply("atanh", (x,)):
                yield Compare("<", x, ONE)
                yield Compare(">", x, Constant(-1))


def _divides(one: Apply) -> bool:
    match one.arguments:
        case (_, Constant(n, 1)) if one.function == "^":
            return n < 0
    return one.function == "/"


def _touches_zero(x: Formula, samples: Samples) -> bool:
    return any(_number(y) == 0 for y in samples.values(x))


def _number(x: Any) -> float:
    return 0.0 if isinstance(x, complex) or abs(x) < 1e-12 else float(x)


def _away_from_zero(x: Formula, samples: Samples) -> f.Condition:
    values = samples.values(x)
    if values and not any(isinstance(y, complex) for y in values):
        if all(y > 0 for y in values):
            return Compare(">", x, ZERO)
        if all(y < 0 for y in values):
            return Compare("<", x, ZERO)
    return Compare("!=", x, ZERO)


def cases(part: Any, setting: Setting, samples: Samples) -> Iterator[Split | f.Condition]:
    """Give what a proof by cases would split by; a condition is to be a lemma first."""
    for one in parts_of(part):
        match one:
            case Apply("abs" | "sgn", (x,)):
                yield from _open(setting, x)
            case Apply("max" | "min", (x, y)):
                yield from _open(setting, sub(x, y))
            case f.Conditional(condition, _, _):
                yield from _conditions(setting, condition)
            case Apply("floor", (x,)):
                yield from _floors(setting, x, samples)


def _open(setting: Setting, x: Formula) -> Iterator[Split]:
    try:
        one = value(setting, x)
        known = setting.sign(one) == ">" or setting.vanishes(one)
        if not known and setting.sign(value(setting, Apply("-", (x,)))) != ">":
            yield Split(x)
    except KernelError:
        return


def _conditions(setting: Setting, condition: f.Condition) -> Iterator[Split]:
    for one in parts_of(condition):
        if isinstance(one, Compare):
            try:
                if truth(setting, one) is None:
                    yield Split(sub(one.left, one.right), one.relation not in ("=", "!="))
            except KernelError:
                continue


def _floors(setting: Setting, x: Formula, samples: Samples) -> Iterator[Split | f.Condition]:
    values = [y for y in samples.values(x) if not isinstance(y, complex)]
    try:
        if not values or setting.is_integer(value(setting, x)):
            return
    except KernelError:
        return
    low, high = floor(min(values)), floor(max(values))
    if high - low > 5:
        return
    ends = (Compare(">=", x, constant(low)), Compare("<", x, constant(high + 1)))
    for end in ends:
        if _unseen(setting, end):
            yield end
    for k in range(low + 1, high + 1):
        yield from _open(setting, sub(x, constant(Fraction(k))))


def _unseen(setting: Setting, condition: f.Condition) -> bool:
    try:
        return truth(setting, condition) is not True
    except KernelError:
        return True
