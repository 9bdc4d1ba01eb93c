"""Inverses modulo an equation for one parameter, such as t^2 - 2 = 0."""

from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.fields.numbers import normal
from exactspaces.kernel import Matrix, Parameters, PrimeField, Rationals
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.solvers.backends.elimination import EliminationBackend


def inverse_modulo(ring: Parameters, x: Scalar) -> Scalar | None:
    """Give 1 / x when x is a polynomial in one parameter that satisfies an equation.

    Numerator and equation contain no other parameter, and the coefficients are rational or in a
    prime field; else the answer is None. (Linear algebra over the coefficient field: multiply the
    powers of the parameter by x, and solve for 1.)
    """
    if not isinstance(ring.field, Rationals | PrimeField):
        return None
    for equation, main in zip(ring.zero, ring.solved, strict=True):
        d = poly.degree(equation, main)
        if d > 1 and _only(equation, main) and _only(x.top, main):
            inverse = _invert(ring, x.top, (equation, main, d))
            return None if inverse is None else inverse * normal(ring, x.bottom, ring.integer(1))
    return None


def _only(f: Polynomial, main: int) -> bool:
    return all(not e or i == main for exponents, _ in f for i, e in enumerate(exponents))


def _invert(
    ring: Parameters, f: Polynomial, modulus: tuple[Polynomial, int, int]
) -> Scalar | None:
    equation, main, d = modulus
    columns = [
        _coefficients(ring, poly.shift(f, main, k), (equation, main, d)) for k in range(d)
    ]
    one = [number(ring.field, int(k == 0)) for k in range(d)]
    rows = [[*(column[k] for column in columns), one[k]] for k in range(d)]
    solved = _solve(matrix_from(ring.field, rows))
    if solved is None:
        return None
    unit = [0] * ring.count
    total = number(ring, 0)
    for k, c in enumerate(solved):
        unit[main] = k
        power = Scalar(ring, ((tuple(unit), 1),), ring.integer(1))
        total = total + normal(ring, ring.integer(c.top), ring.integer(c.bottom)) * power
    return total


def _coefficients(
    ring: Parameters, f: Polynomial, modulus: tuple[Polynomial, int, int]
) -> list[Scalar]:
    """Give the coefficients of f reduced by the equation, as numbers of the field."""
    equation, main, d = modulus
    p, bottom = ring.characteristic, 1
    (lead,) = (c for e, c in equation if e[main] == d)
    while poly.degree(f, main) >= d:
        head = poly.shift(poly.leading(f, main), main, poly.degree(f, main) - d)
        f = poly.add(poly.scale(f, lead, p), poly.scale(poly.multiply(head, equation, p), -1, p), p)
        bottom *= lead
    found = {e[main]: c for e, c in f}
    return [number(ring.field, found.get(k, 0)) / number(ring.field, bottom) for k in range(d)]


def _solve(rows: Matrix) -> list[Scalar] | None:
    echelon = EliminationBackend().echelon(rows)
    n = rows.width - 1
    if echelon.pivots != tuple(range(n)):
        return None
    return [row[n] for row in entries(echelon.rows)]
