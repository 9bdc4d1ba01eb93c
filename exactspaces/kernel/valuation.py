"""The value of a formula and the truth of a condition, as far as normal forms show them."""

from collections.abc import Callable
from fractions import Fraction

from exactspaces.kernel import formulas as f
from exactspaces.kernel import powers
from exactspaces.kernel import sums as s
from exactspaces.kernel.enclosures import whole_part_of_number
from exactspaces.kernel.errors import Rejected, require
from exactspaces.kernel.scalars import Rationals
from exactspaces.kernel.settings import Setting, Undefined
from exactspaces.kernel.sums import Sum

HALF = Fraction(1, 2)


def value(setting: Setting, formula: f.Formula) -> Sum:
    """Give a sum that is equal to the formula wherever the facts of the setting hold.

    Raises Rejected when it is not shown that the formula has a value there; Undefined when it
    surely has none.
    """
    match formula:
        case f.Constant(numerator, denominator):
            return s.number(Fraction(numerator, denominator))
        case f.Variable(name) if name in setting.domains:
            return setting.solved.get(name, s.atom("variable", name))
        case f.Variable("i"):
            return s.atom("i", 0)
        case f.Apply(function, arguments):
            return _FUNCTIONS[function](setting, *(value(setting, x) for x in arguments))
        case f.Conditional(condition, then, otherwise):
            chosen = truth(setting, condition)
            require(chosen is not None, "it is not shown which case applies")
            return value(setting, then if chosen else otherwise)
    raise Rejected("this formula has no value among the numbers")


def _by_exp(setting: Setting, x: Sum) -> tuple[Sum, Sum]:
    require(setting.is_real(x), "a real number is due")
    return powers.exp(setting, x), powers.exp(setting, s.scaled(x, -1))


def _sinh(setting: Setting, x: Sum) -> Sum:
    up, down = _by_exp(setting, x)
    return s.scaled(s.minus(up, down), HALF)


def _tanh(setting: Setting, x: Sum) -> Sum:
    up, down = _by_exp(setting, x)
    return s.times(s.minus(up, down), powers.inverse(setting, s.plus(up, down)))


def _asinh(setting: Setting, x: Sum) -> Sum:
    root = powers.power(setting, s.plus(s.times(x, x), s.ONE), s.number(HALF))
    return powers.log(setting, s.plus(x, root))


def _atanh(setting: Setting, x: Sum) -> Sum:
    above, below = powers.log(setting, s.plus(s.ONE, x)), powers.log(setting, s.minus(s.ONE, x))
    return s.scaled(s.minus(above, below), HALF)


def _absolute(setting: Setting, x: Sum) -> Sum:
    if setting.sign(x):
        return x
    opposite = s.scaled(x, -1)
    return opposite if setting.sign(opposite) else _unknown("abs", setting, x)


def _sign(setting: Setting, x: Sum) -> Sum:
    known = _sign_of(setting, x)
    return _unknown("sgn", setting, x) if known is None else s.number(known)


def _sign_of(setting: Setting, x: Sum) -> int | None:
    for sign, one in ((1, x), (-1, s.scaled(x, -1))):
        if setting.sign(one) == ">":
            return sign
    return 0 if setting.vanishes(x) else None


def _larger(setting: Setting, x: Sum, y: Sum) -> Sum:
    if setting.sign(s.minus(x, y)):
        return x
    return y if setting.sign(s.minus(y, x)) else _unknown("max", setting, *sorted((x, y)))


def _smaller(setting: Setting, x: Sum, y: Sum) -> Sum:
    if setting.sign(s.minus(y, x)):
        return x
    return y if setting.sign(s.minus(x, y)) else _unknown("min", setting, *sorted((x, y)))


def _floor(setting: Setting, x: Sum) -> Sum:
    """Give the integer part: of a number; of an integer; k where facts say k <= x < k + 1."""
    if s.is_independent(x) and setting.is_real(x):
        return s.number(whole_part_of_number(x))
    if setting.is_integer(x):
        return x
    for relation, fact in setting.facts:
        k = s.constant_of(s.minus(x, fact))
        whole = relation in (">", ">=") and k is not None and k.denominator == 1
        if whole and setting.sign(s.minus(s.number((k or 0) + 1), x)) == ">":
            return s.number(k or 0)
    return _unknown("floor", setting, x)


def _unknown(kind: str, setting: Setting, *arguments: Sum) -> Sum:
    """Give an atom for a function of real numbers that is not worked out."""
    require(all(map(setting.is_real, arguments)), "a real number is due")
    return s.atom(kind, arguments)


def _tan(_: Setting, x: Sum) -> Sum:
    """Give the tangent of an arc tangent; of other numbers it may have no value."""
    atoms = [each for monomial, _ in x for each, _ in monomial]
    require(len(atoms) == 1 and atoms[0][0] == "atan", "a tangent may have no value")
    require(x == s.atom(*atoms[0]), "a tangent may have no value")
    inner: Sum = atoms[0][1][0]
    return inner


def _root(setting: Setting, x: Sum, index: Sum) -> Sum:
    n = s.constant_of(index)
    require(n is not None and n.denominator == 1, "the index of a root is an integer from 2 up")
    return powers.root(setting, x, int(n or 0))


def _real_part(setting: Setting, x: Sum) -> Sum:
    return s.scaled(s.plus(x, powers.conjugate(setting, x)), HALF)


def _imaginary_part(setting: Setting, x: Sum) -> Sum:
    twice = s.minus(x, powers.conjugate(setting, x))
    return s.product(twice, s.atom("i", 0), s.number(-HALF))


_FUNCTIONS: dict[str, Callable[..., Sum]] = {
    "+": lambda _, x, y: s.plus(x, y),
    "-": lambda _, x: s.scaled(x, -1),
    "*": lambda _, x, y: s.times(x, y),
    "/": lambda setting, x, y: s.times(x, powers.inverse(setting, y)),
    "^": powers.power,
    "root": _root,
    "exp": powers.exp,
    "log": powers.log,
    "tan": _tan,
    "atan": lambda setting, x: _unknown("atan", setting, x),
    "sinh": _sinh,
    "asinh": _asinh,
    "tanh": _tanh,
    "atanh": _atanh,
    "abs": _absolute,
    "sgn": _sign,
    "floor": _floor,
    "max": _larger,
    "min": _smaller,
    "conj": powers.conjugate,
    "re": _real_part,
    "im": _imaginary_part,
}


def truth(setting: Setting, condition: f.Condition) -> bool | None:
    """Say whether the condition is true wherever the facts hold, or false; None when unseen.

    Raises Rejected when it is not shown that its formulas have values.
    """
    match condition:
        case f.Every(conditions):
            found = [_seen(setting, x) for x in conditions]
            return False if False in found else None if None in found else True
        case f.Some(conditions):
            found = [_seen(setting, x) for x in conditions]
            return True if True in found else None if None in found else False
        case f.Within(formula, domain):
            return _within(setting, formula, domain)
        case f.Compare(relation, left, right):
            try:
                a, b = value(setting, left), value(setting, right)
            except Undefined:
                return False
            return compared(setting, relation, s.minus(a, b))
    raise Rejected("this is no condition")


def _seen(setting: Setting, condition: f.Condition) -> bool | None:
    try:
        return truth(setting, condition)
    except Undefined:
        return False
    except Rejected:
        return None


def compared(setting: Setting, relation: str, one: Sum) -> bool | None:
    """Say whether the relation to zero holds, or fails, wherever the facts hold."""
    if relation in ("=", "!="):
        if setting.vanishes(one):
            return relation == "="
        return relation == "!=" if setting.is_nonzero(one) else None
    if not setting.is_real(one) and s.is_independent(one):
        return False  # the difference is a number with an imaginary part, so a side is not real
    require(setting.is_real(one), "an order is between real numbers")
    if setting.vanishes(one):
        return relation in ("<=", ">=")
    if relation in ("<", "<="):
        relation, one = {"<": ">", "<=": ">="}[relation], s.scaled(one, -1)
    above, below = setting.sign(one), setting.sign(s.scaled(one, -1))
    if relation == ">":
        return True if above == ">" else False if below else None
    return True if above else False if below == ">" else None


def _within(setting: Setting, formula: f.Formula, domain: f.Domain) -> bool | None:
    try:
        one = value(setting, formula)
    except Undefined:
        return False
    numerator, below = s.cleared(one)
    number = not below and s.is_independent(numerator)
    if isinstance(domain, f.ComplexNumbers):
        return True
    if isinstance(domain, f.Reals):
        imaginary = any(a[0] == "i" for m, _ in one for a, _ in m)
        real = setting.is_real(one) or s.is_zero(s.minus(one, powers.conjugate(setting, one)))
        return True if real else False if number and imaginary else None
    if isinstance(domain, Rationals):
        return True if setting.is_rational(one) else False if number else None
    require(isinstance(domain, f.Integers), "this domain has no numbers")
    return True if setting.is_integer(one) else False if number else None


def assume(setting: Setting, conditions: tuple[f.Condition, ...]) -> None:
    """Add what the conditions say to the facts, as far as it is understood.

    The formulas in a true condition have values. What is not understood is left out.
    """
    for condition in conditions:
        if isinstance(condition, f.Every):
            assume(setting, condition.conditions)
        elif isinstance(condition, f.Compare):
            for side in (condition.left, condition.right):
                _assume_defined(setting, side)
            _assume(setting, condition.relation, condition.left, condition.right)
        elif isinstance(condition, f.Within):
            _assume_defined(setting, condition.formula)


def _assume_defined(setting: Setting, formula: f.Formula) -> None:
    """Add that the formula has a value: that of its parts, and what the functions ask for."""
    if not isinstance(formula, f.Apply):
        return
    for part in formula.arguments:
        _assume_defined(setting, part)
    one, zero = f.Constant(1), f.Constant(0)
    match formula:
        case f.Apply("/", (_, below)):
            _assume(setting, "!=", below, zero)
        case f.Apply("^", (below, f.Constant(n))) if n < 0:
            _assume(setting, "!=", below, zero)
        case f.Apply("log", (x,)):
            _assume(setting, ">", x, zero)
        case f.Apply("root", (x, f.Constant(n, 1))) if n % 2 == 0:
            _assume(setting, ">=", x, zero)
        case f.Apply("atanh", (x,)):
            _assume(setting, ">", one, x)
            _assume(setting, ">", x, f.Constant(-1))


def _assume(setting: Setting, relation: str, left: f.Formula, right: f.Formula) -> None:
    try:
        state(setting, relation, s.minus(value(setting, left), value(setting, right)))
    except Rejected:
        return


def state(setting: Setting, relation: str, one: Sum) -> None:
    """Add to the facts that the sum has this relation to zero."""
    if relation in ("<", "<="):
        relation, one = {"<": ">", "<=": ">="}[relation], s.scaled(one, -1)
    numerator, below = s.cleared(one)
    if relation == "=" and setting.solve(numerator):
        return
    exact = relation in ("=", "!=") or all(setting.sign(a[1]) == ">" for a in below)
    fact = relation, numerator if exact else one
    if fact not in setting.facts:
        setting.facts.append(fact)
