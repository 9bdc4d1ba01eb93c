"""Formulas written as Python expressions, their values as floating-point numbers, random ones."""

from __future__ import annotations

import cmath
import math

from hypothesis import strategies as st

from exactspaces.kernel.formulas import Apply, Compare, Conditional, Constant, Formula, Variable


def c(numerator, denominator=1):
    return Constant(numerator, denominator)


def ap(function, *arguments):
    return Apply(function, tuple(x if isinstance(x, Formula) else c(x) for x in arguments))


def plus(*terms):
    first, *rest = terms
    for term in rest:
        first = ap("+", first, term)
    return first


def times(*factors):
    first, *rest = factors
    for factor in rest:
        first = ap("*", first, factor)
    return first


def minus(x, y):
    return ap("+", x, ap("-", y))


def holds(relation, x, y):
    return Compare(
        relation, x if isinstance(x, Formula) else c(x), y if isinstance(y, Formula) else c(y)
    )


def root(x, n):
    x = real(x)
    if x < 0:
        if n % 2 == 0:
            raise ValueError("no real number")
        return -((-x) ** (1 / n))
    return x ** (1 / n)


def real(x):
    if isinstance(x, complex):
        if x.imag:
            raise ValueError("no real number")
        return x.real
    return x


def raised(x, y):
    if isinstance(y, complex) or (x == 0 and y < 0):
        raise ValueError("no real number")
    if y == int(y):
        return x ** int(y)
    if isinstance(x, complex) or x < 0:
        raise ValueError("no real number")
    return x**y


NUMERIC = {
    "+": lambda x, y: x + y,
    "-": lambda x: -x,
    "*": lambda x, y: x * y,
    "/": lambda x, y: x / y,
    "^": raised,
    "root": lambda x, n: root(x, int(n)),
    "exp": lambda x: cmath.exp(x) if isinstance(x, complex) else math.exp(x),
    "log": lambda x: math.log(real(x)),
    "tan": lambda x: math.tan(real(x)),
    "atan": lambda x: math.atan(real(x)),
    "sinh": lambda x: math.sinh(real(x)),
    "asinh": lambda x: math.asinh(real(x)),
    "tanh": lambda x: math.tanh(real(x)),
    "atanh": lambda x: math.atanh(real(x)),
    "abs": lambda x: abs(real(x)),
    "sgn": lambda x: (real(x) > 0) - (real(x) < 0),
    "floor": lambda x: math.floor(real(x) + 1e-9),
    "max": lambda x, y: max(real(x), real(y)),
    "min": lambda x, y: min(real(x), real(y)),
    "conj": lambda x: x.conjugate(),
    "re": lambda x: complex(x).real,
    "im": lambda x: complex(x).imag,
}
RELATIONS = {
    "=": lambda x, y: x == y,
    "!=": lambda x, y: x != y,
    "<": lambda x, y: real(x) < real(y),
    "<=": lambda x, y: real(x) <= real(y),
    ">": lambda x, y: real(x) > real(y),
    ">=": lambda x, y: real(x) >= real(y),
}


def numeric(formula, values):
    """The value in floating point; ValueError or ZeroDivisionError where there is none."""
    match formula:
        case Constant(n, d):
            return n / d
        case Variable(name):
            return values[name]
        case Apply(function, arguments):
            return NUMERIC[function](*(numeric(x, values) for x in arguments))
        case Conditional(condition, then, otherwise):
            return numeric(then if true(condition, values) else otherwise, values)
    raise TypeError(formula)


def true(condition, values):
    return RELATIONS[condition.relation](
        numeric(condition.left, values), numeric(condition.right, values)
    )


def numeric_sum(one, values):
    """The value of a normal form as a floating-point number."""
    return sum(
        float(coefficient) * math.prod(_power(a, e, values) for a, e in monomial)
        for monomial, coefficient in one
    )


def _power(atom, exponent, values):
    power = numeric_sum(exponent, values)
    base = _atom(atom, values)
    if isinstance(power, complex) or isinstance(base, complex):
        return cmath.exp(power) if atom[0] == "e" else complex(base) ** power
    return raised(base, round(power) if abs(power - round(power)) < 1e-12 else power)


def _atom(atom, values):
    kind, payload = atom
    match kind:
        case "variable":
            return values[payload]
        case "conjugate":
            return values[payload].conjugate()
        case "e":
            return math.e
        case "prime":
            return payload
        case "i":
            return 1j
        case "sum":
            return numeric_sum(payload, values)
        case "log":
            return math.log(_atom(payload, values))
        case "root":
            return root(numeric_sum(payload[1], values), payload[0])
    return NUMERIC[kind](*(numeric_sum(x, values) for x in payload))


def formulas(names, functions, *, depth=3):
    """Random formulas in these variables and functions."""
    leaves = st.one_of(
        st.sampled_from([Variable(name) for name in names]),
        st.builds(Constant, st.integers(-3, 3), st.integers(1, 3)),
    )

    def extend(inner):
        options = []
        for function, count in functions.items():
            if function == "root":
                options.append(st.builds(lambda x, n: ap("root", x, n), inner, st.integers(2, 3)))
            else:
                options.append(st.builds(lambda *xs, f=function: Apply(f, xs), *[inner] * count))
        return st.one_of(options)

    return st.recursive(leaves, extend, max_leaves=2**depth)
