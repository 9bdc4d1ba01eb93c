"""Polynomials in the components of a vector, and quadratic forms as sums of squares."""

from collections.abc import Sequence
from fractions import Fraction

from exactspaces.kernel import sums as s
from exactspaces.kernel.formulas import Apply, Compare, Constant, Formula
from exactspaces.kernel.formulas import Variable as Unknown
from exactspaces.kernel.settings import Setting
from exactspaces.kernel.sums import Sum
from exactspaces.kernel.valuation import value

Linear = dict[str, Fraction]


def difference(setting: Setting, condition: Compare) -> Sum:
    """Give left - right as a sum.

    Raises KernelError when a side has no normal form.
    """
    return s.minus(value(setting, condition.left), value(setting, condition.right))


def linear_part(one: Sum) -> Linear | None:
    """Give the coefficients of a linear form without constant term, or None."""
    found: Linear = {}
    for monomial, coefficient in one:
        if len(monomial) != 1 or monomial[0][0][0] != "variable" or monomial[0][1] != s.ONE:
            return None
        found[monomial[0][0][1]] = coefficient
    return found


def linear_formula(form: Linear) -> Formula:
    """Give a linear form as a formula."""
    total: Formula | None = None
    for name, c in form.items():
        if not c:
            continue
        term = Apply("*", (Constant(c.numerator, c.denominator), Unknown(name)))
        total = term if total is None else Apply("+", (total, term))
    return Constant(0) if total is None else total


def quadratic(one: Sum, names: Sequence[str]) -> list[list[Fraction]] | None:
    """Give the symmetric matrix of a quadratic form in these variables, or None."""
    place = {name: k for k, name in enumerate(names)}
    matrix = [[Fraction(0)] * len(names) for _ in names]
    for monomial, c in one:
        powers = [(a[1], s.constant_of(e)) for a, e in monomial if a[0] == "variable"]
        found = [name for name, power in powers for _ in range(int(power or 0)) if name in place]
        if len(powers) != len(monomial) or len(found) != 2 or sum(p or 0 for _, p in powers) != 2:
            return None
        i, j = place[found[0]], place[found[1]]
        matrix[i][j] += c / 2
        matrix[j][i] += c / 2
    return matrix


def squares(matrix: list[list[Fraction]]) -> list[tuple[Fraction, list[Fraction]]] | None:
    """Write a form as a sum of positive numbers times squares of linear forms, or give None.

    Completing the square; it ends without result when the form takes negative values.
    """
    rest = [list(row) for row in matrix]
    found = []
    for k in range(len(rest)):
        d = rest[k][k]
        if d < 0 or (d == 0 and any(rest[k])):
            return None
        if d == 0:
            continue
        line = [x / d for x in rest[k]]
        found.append((d, line))
        rest = [
            [x - d * line[i] * line[j] for j, x in enumerate(row)] for i, row in enumerate(rest)
        ]
    return found


def quotient(one: Sum, by: Linear) -> Sum | None:
    """Divide a polynomial by a linear form exactly, or give None.

    One variable of the form is written as the form and the others; then the form is a variable.
    """
    name = next(name for name, c in by.items() if c)
    rest = {k: -c / by[name] for k, c in by.items() if k != name}
    new = s.atom("variable", "")
    inserted = s.plus(
        s.scaled(new, 1 / by[name]),
        *(s.scaled(s.atom("variable", k), c) for k, c in rest.items()),
    )
    if not s.is_polynomial(tuple(x for x in one if x[0])):
        return None
    turned = s.inserted(one, name, inserted)
    form = s.plus(*(s.scaled(s.atom("variable", k), c) for k, c in by.items()))
    if any(("variable", "") not in dict(monomial) for monomial, _ in turned):
        return None
    lowered = s.times(turned, ((((("variable", ""), s.number(-1)),), Fraction(1)),))
    return s.inserted(lowered, "", form)
