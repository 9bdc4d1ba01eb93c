"""Quick values of formulas: rational where they are, else floating numbers.

Nothing here is believed: it tells which points and answers are worth showing to the kernel.
"""

import cmath
import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from exactspaces.kernel import formulas as f
from exactspaces.kernel.scalars import Rationals

Guess = Callable[[Sequence[Any]], Any]
CLOSE = 1e-9


class NoGuessError(ArithmeticError):
    """The formula has no value there, as far as one sees."""


def guessed(formula: f.Formula, places: dict[str, int]) -> Guess:
    """Give the function from values of the variables to the value of the formula."""
    match formula:
        case f.Constant(n, d):
            number = n if d == 1 else Fraction(n, d)
            return lambda _: number
        case f.Variable(name):
            if name in places:
                place = places[name]
                return lambda values: values[place]
            return lambda _: 1j
        case f.Apply(function, arguments):
            work = FUNCTIONS[function]
            parts = [guessed(x, places) for x in arguments]
            if len(parts) == 1:
                (one,) = parts
                return lambda values: work(one(values))
            left, right = parts
            return lambda values: work(left(values), right(values))
        case f.Conditional(condition, then, otherwise):
            test, yes, no = tested(condition, places), *_pair(then, otherwise, places)
            return lambda values: yes(values) if test(values) else no(values)
    raise NoGuessError


def _pair(x: f.Formula, y: f.Formula, places: dict[str, int]) -> tuple[Guess, Guess]:
    return guessed(x, places), guessed(y, places)


def tested(condition: f.Condition, places: dict[str, int]) -> Guess:
    """Give the function that says whether the condition seems true."""
    match condition:
        case f.Every(conditions):
            tests = [tested(x, places) for x in conditions]
            return lambda values: all(test(values) for test in tests)
        case f.Some(conditions):
            tests = [tested(x, places) for x in conditions]
            return lambda values: any(test(values) for test in tests)
        case f.Within(formula, domain):
            one = guessed(formula, places)
            return _safe(lambda values: _inside(one(values), domain))
        case f.Compare(relation, left, right):
            a, b = _pair(left, right, places)
            relate = RELATIONS[relation]
            return _safe(lambda values: relate(a(values), b(values)))
    raise NoGuessError


def _safe(test: Guess) -> Guess:
    def safe(values: Sequence[Any]) -> bool:
        try:
            return bool(test(values))
        except (ArithmeticError, ValueError, TypeError):
            return False

    return safe


def _inside(x: Any, domain: f.Domain) -> bool:
    if isinstance(domain, f.ComplexNumbers):
        return True
    if isinstance(domain, f.Reals):
        return not isinstance(x, complex) or abs(x.imag) < CLOSE
    if isinstance(domain, Rationals):
        return isinstance(x, int | Fraction) or (isinstance(x, complex) and _is_plain(x))
    if isinstance(x, float):
        return abs(x - round(x)) < CLOSE
    return isinstance(x, int | Fraction) and Fraction(x).denominator == 1


def _is_plain(x: complex) -> bool:
    return abs(x.imag) < CLOSE and abs(x.real * 720 - round(x.real * 720)) < CLOSE


def equal(x: Any, y: Any) -> bool:
    """Say whether two values seem equal."""
    if isinstance(x, float | complex) or isinstance(y, float | complex):
        return bool(abs(x - y) <= CLOSE * (1 + abs(x) + abs(y)))
    return bool(x == y)


def _real(x: Any) -> Any:
    if isinstance(x, complex):
        if abs(x.imag) > CLOSE:
            raise NoGuessError
        return x.real
    return x


def _less(x: Any, y: Any) -> bool:
    x, y = _real(x), _real(y)
    return not equal(x, y) and bool(x < y)


RELATIONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": equal,
    "!=": lambda x, y: not equal(x, y),
    "<": _less,
    ">": lambda x, y: _less(y, x),
    "<=": lambda x, y: equal(_real(x), _real(y)) or _less(x, y),
    ">=": lambda x, y: equal(_real(x), _real(y)) or _less(y, x),
}


def _divide(x: Any, y: Any) -> Any:
    if equal(y, 0):
        raise NoGuessError
    if isinstance(x, int) and isinstance(y, int):
        return x // y if x % y == 0 else Fraction(x, y)
    return x / y


def _power(x: Any, y: Any) -> Any:
    y = _real(y)
    whole = int(y) if y == int(y) else None
    if whole is not None:
        if abs(whole) > 400:
            raise NoGuessError
        if whole < 0:
            return _divide(1, x**-whole)
        return x**whole
    x = _real(x)
    if equal(x, 0) and y > 0:
        return 0
    if x <= 0:
        raise NoGuessError
    if isinstance(y, Fraction) and isinstance(x, int | Fraction):
        root = _exact_root(Fraction(x), y.denominator)
        if root is not None:
            return _power(root, y.numerator)
    return float(x) ** float(y)


def _exact_root(x: Fraction, n: int) -> Fraction | int | None:
    try:
        top, bottom = (round(k ** (1 / n)) for k in (x.numerator, x.denominator))
    except OverflowError:
        return None
    if top**n != x.numerator or bottom**n != x.denominator:
        return None
    return top if bottom == 1 else Fraction(top, bottom)


def _root(x: Any, n: Any) -> Any:
    x = _real(x)
    if equal(x, 0):
        return 0
    if x < 0:
        if n % 2 == 0:
            raise NoGuessError
        return -_root(-x, n)
    return _power(x, Fraction(1, int(n)))


def _real_function(work: Callable[[float], Any]) -> Callable[[Any], Any]:
    def result(x: Any) -> Any:
        found = work(float(_real(x)))
        return int(found) if found == int(found) and abs(found) < 1e6 else found

    return result


def _log(x: Any) -> Any:
    x = _real(x)
    if x <= 0:
        raise NoGuessError
    return 0 if x == 1 else math.log(x)


def _floor(x: Any) -> Any:
    x = _real(x)
    return math.floor(x + CLOSE) if isinstance(x, float) else math.floor(x)


def _conjugate(x: Any) -> Any:
    return x.conjugate() if isinstance(x, complex) else x


def _sgn(x: Any) -> int:
    x = _real(x)
    return 0 if equal(x, 0) else (1 if x > 0 else -1)


def _exp(x: Any) -> Any:
    if x == 0:
        return 1
    return cmath.exp(x) if isinstance(x, complex) else math.exp(x)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "+": lambda x, y: x + y,
    "-": lambda x: -x,
    "*": lambda x, y: x * y,
    "/": _divide,
    "^": _power,
    "root": _root,
    "exp": _exp,
    "log": _log,
    "tan": _real_function(math.tan),
    "atan": _real_function(math.atan),
    "sinh": _real_function(math.sinh),
    "asinh": _real_function(math.asinh),
    "tanh": _real_function(math.tanh),
    "atanh": _real_function(math.atanh),
    "abs": lambda x: abs(_real(x)),
    "sgn": _sgn,
    "floor": _floor,
    "max": lambda x, y: max(_real(x), _real(y)),
    "min": lambda x, y: min(_real(x), _real(y)),
    "conj": _conjugate,
    "re": lambda x: x.real if isinstance(x, complex) else x,
    "im": lambda x: x.imag if isinstance(x, complex) else 0,
}
