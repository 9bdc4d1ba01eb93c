"""Inverses modulo an equation for one parameter, such as t^2 - 2 = 0."""

from exactspaces.fields import Scalar, entries, lift, matrix_from, number
from exactspaces.fields.matrices import cross
from exactspaces.fields.numbers import normal
from exactspaces.kernel import Extension, Matrix, Parameters
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.solvers.backends.elimination import EliminationBackend


def inverse_modulo(ring: Parameters, x: Scalar) -> Scalar | None:
    """Give 1 / x when x is a polynomial in one parameter that satisfies an equation.

    Numerator and equation contain no other parameter; else the answer is None, and also when x
    has no inverse. (Linear algebra over the coefficient field: multiply the powers of the
    parameter by x, and solve for 1.)
    """
    for equation, main in zip(ring.zero, ring.solved, strict=True):
        d = poly.degree(equation, main)
        if d > 1 and _only(ring, equation, main) and _only(ring, x.top, main):
            inverse = _invert(ring, x.top, (equation, main, d))
            return None if inverse is None else inverse * normal(ring, x.bottom, ring.integer(1))
    return None


def _only(ring: Parameters, f: Polynomial, main: int) -> bool:
    """Say whether the polynomial contains no parameter but this one."""
    below = ring.count - len(ring.names)
    return all(
        not e or i == main or i < below for exponents, _ in f for i, e in enumerate(exponents)
    )


def _invert(
    ring: Parameters, f: Polynomial, modulus: tuple[Polynomial, int, int]
) -> Scalar | None:
    _, main, d = modulus
    columns = [_coefficients(ring, poly.shift(f, main, k), modulus) for k in range(d)]
    one = [number(ring.field, int(k == 0)) for k in range(d)]
    rows = [[*(column[k] for column in columns), one[k]] for k in range(d)]
    solved = _solve(matrix_from(ring.field, rows))
    if solved is None:
        return None
    unit = [0] * ring.count
    total = number(ring, 0)
    for k, c in enumerate(solved):
        unit[main] = k
        total = total + lift(ring, c) * Scalar(ring, ((tuple(unit), 1),), ring.integer(1))
    return total


def _coefficients(
    ring: Parameters, f: Polynomial, modulus: tuple[Polynomial, int, int]
) -> list[Scalar]:
    """Give the coefficients of f reduced by the equation, as numbers of the field."""
    equation, main, d = modulus
    lead = _coefficient(ring, equation, (main, d))
    scale = number(ring.field, 1)
    while poly.degree(f, main) >= d:
        head = poly.shift(poly.leading(f, main), main, poly.degree(f, main) - d)
        f = cross(ring, poly.leading(equation, main), f, head, equation)
        scale = scale * lead
    return [_coefficient(ring, f, (main, k)) / scale for k in range(d)]


def _coefficient(ring: Parameters, f: Polynomial, at: tuple[int, int]) -> Scalar:
    """Give the coefficient of a power of the parameter, as a number of the field."""
    main, power = at
    field, below = ring.field, ring.count - len(ring.names)
    terms = tuple((e[:below], c) for e, c in f if e[main] == power)
    if isinstance(field, Extension):
        return Scalar(field, terms, field.integer(1))
    return number(field, terms[0][1] if terms else 0)


def _solve(rows: Matrix) -> list[Scalar] | None:
    echelon = EliminationBackend().echelon(rows)
    n = rows.width - 1
    if echelon.pivots != tuple(range(n)):
        return None
    return [row[n] for row in entries(echelon.rows)]
