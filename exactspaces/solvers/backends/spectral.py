"""Characteristic polynomials, and factors and real roots of polynomials in one unknown.

By FLINT over Q and F_p; over other fields Berkowitz's method without division (S. J. Berkowitz,
Information Processing Letters 18, 1984).
"""

from contextlib import suppress
from fractions import Fraction

from flint import fmpq, fmpq_poly, fmpz_mat, nmod_mat, nmod_poly
from sympy import Poly, Rational, Symbol

from exactspaces.errors import NoAnswer, NotAField
from exactspaces.fields import Scalar, entries, generator, lift, matrix_from, number
from exactspaces.fields.rings import with_parameters
from exactspaces.fields.roots import square_root
from exactspaces.kernel import Extension, Matrix, PrimeField, Rationals, Ring
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.matrices import reduced
from exactspaces.kernel.polynomials import Exponents, Polynomial
from exactspaces.kernel.scalars import Value
from exactspaces.solvers.backends.extensions import factor_over

Coefficients = list[Scalar]


def characteristic(matrix: Matrix) -> Coefficients:
    """Give det(x I - A), from the constant term up."""
    ring, n = matrix.ring, matrix.height
    flat = [x for row in matrix.rows for x in row]
    if isinstance(ring, Rationals):
        found, d = fmpz_mat(n, n, flat).charpoly(), matrix.denominator
        return [number(ring, Fraction(int(found[k]), d ** (n - k))) for k in range(n + 1)]
    if isinstance(ring, PrimeField):
        image = nmod_mat(n, n, flat, ring.p).charpoly()
        return [number(ring, int(image[k])) for k in range(n + 1)]
    return _berkowitz(entries(matrix), ring)


def krylov_columns(matrix: Matrix, vector: Matrix, count: int) -> Matrix:
    """Give v, A v, ..., A^(count-1) v as columns, over Q or F_p.

    With integers over denominators d of A and e of v, column j is one of integers over d^j e; all
    are written over the last of these.
    """
    ring, n = matrix.ring, matrix.height
    flat, start = [x for row in matrix.rows for x in row], [x for (x,) in vector.rows]
    by: nmod_mat | fmpz_mat = fmpz_mat(n, n, flat)
    last: Value = fmpz_mat(n, 1, start)
    if isinstance(ring, PrimeField):
        by, last = nmod_mat(n, n, flat, ring.p), nmod_mat(n, 1, start, ring.p)
    columns = []
    for _ in range(count):
        columns.append([int(x) for x in last.entries()])
        last = by * last
    d = matrix.denominator
    if d > 1:
        columns = [[x * d ** (count - 1 - j) for x in c] for j, c in enumerate(columns)]
    rows = tuple(zip(*columns, strict=True)) if columns else ((),) * n
    return reduced(Matrix(ring, rows, count, vector.denominator * d ** max(count - 1, 0)))


def _from_flint(ring: Ring, value: fmpq) -> Scalar:
    return number(ring, Fraction(int(value.p), int(value.q)))


def _berkowitz(a: list[list[Scalar]], ring: Ring) -> Coefficients:
    """Multiply Toeplitz matrices for the leading submatrices; highest power first inside."""
    one, zero = number(ring, 1), number(ring, 0)
    result = [one]
    for k in range(len(a)):
        column, row = [a[i][k] for i in range(k)], a[k][:k]
        head = [one, -a[k][k]]
        for _ in range(k):
            head.append(-_dot(row, column, zero))
            column = [_dot(a[i][:k], column, zero) for i in range(k)]
        result = [
            sum((head[i - j] * result[j] for j in range(k + 1) if i - j >= 0), zero)
            for i in range(k + 2)
        ]
    return result[::-1]


def _dot(left: Coefficients, right: Coefficients, zero: Scalar) -> Scalar:
    return sum((x * y for x, y in zip(left, right, strict=True)), zero)


def factors(f: Coefficients) -> list[tuple[Coefficients, int]]:
    """Give monic factors with exponents; over Q and F_p they are irreducible.

    Over a field of square roots quadratic polynomials are split where they can be; others, and
    those over F_q, are factored by SymPy and FLINT.

    Raises NoAnswer for a polynomial that they do not take on.
    """
    ring = f[0].ring
    if isinstance(ring, PrimeField):
        found = nmod_poly([x.top for x in f], ring.p).factor()[1]
        return [([number(ring, int(c)) for c in _coefficients(g)], int(e)) for g, e in found]
    if isinstance(ring, Rationals):
        whole = fmpq_poly([fmpq(x.numerator, x.denominator) for x in map(_fraction, f)])
        return [(_monic(ring, g), int(e)) for g, e in whole.factor()[1]]
    if not isinstance(ring, Extension):
        raise NoAnswer("polynomials are not factored with parameters")
    if len(f) <= 3 and not ring.characteristic:
        with suppress(NotAField):  # no field of square roots
            return _collected(_split(f))
    return _over_extension(f, ring)


def _over_extension(f: Coefficients, field: Extension) -> list[tuple[Coefficients, int]]:
    """Factor in the ring with one letter more.

    Raises NoAnswer for a polynomial beyond what is taken on there.
    """
    letter = next(x for x in ("x", "y", "z", "x0") if x not in field.names)
    ring = with_parameters(field, (letter,))
    x = generator(ring, letter)
    total = number(ring, 0)
    for c in reversed(f):
        total = total * x + lift(ring, c)
    found = [(_in_letter(g, field), e) for g, e in factor_over(total.top, ring, field)]
    if len(found) == 1 and found[0][1] == 1 and len(f) > 4 and not field.characteristic:
        raise NoAnswer("polynomials of this degree are not factored over this field")
    return [(_to_monic(g), e) for g, e in found]


def _in_letter(g: Polynomial, field: Extension) -> Coefficients:
    """Give the coefficients of a polynomial in the letter behind the generators."""
    values: dict[int, dict[Exponents, int]] = {}
    for exponents, c in g:
        values.setdefault(exponents[-1], {})[exponents[:-1]] = c
    top = max(values)
    terms = (poly.canonical(values.get(k, {}), field.characteristic) for k in range(top + 1))
    return [Scalar(field, term, field.integer(1)) for term in terms]


def _to_monic(g: Coefficients) -> Coefficients:
    return [c / g[-1] for c in g]


def _fraction(x: Scalar) -> Fraction:
    value = x.fraction
    if value is None:
        raise NoAnswer(f"{x} is not rational")
    return value


def _coefficients(g: nmod_poly) -> list[Value]:
    return [g[k] for k in range(g.degree() + 1)]


def _monic(ring: Ring, g: fmpq_poly) -> Coefficients:
    top = g[g.degree()]
    return [_from_flint(ring, fmpq(g[k]) / top) for k in range(g.degree() + 1)]


def _split(f: Coefficients) -> list[Coefficients]:
    """Split a quadratic polynomial where the square root of its discriminant is there."""
    if len(f) <= 2:
        return [f]
    if len(f) > 3:
        raise NoAnswer("polynomials of degree above 2 are not factored over this field")
    c, b, a = f
    root = square_root(b * b - a * c * 4)
    if root is None:
        return [f]
    one = number(f[0].ring, 1)
    return [[(b + root) / (a * 2), one], [(b - root) / (a * 2), one]]


def _collected(parts: list[Coefficients]) -> list[tuple[Coefficients, int]]:
    unique: list[Coefficients] = []
    for part in parts:
        if part not in unique:
            unique.append(part)
    return [(part, parts.count(part)) for part in unique]


def real_roots(f: Coefficients, width: Fraction) -> list[tuple[Fraction, Fraction]]:
    """Give disjoint intervals, each around one real root of a square-free rational polynomial."""
    values = [Rational(x.numerator, x.denominator) for x in map(_fraction, reversed(f))]
    found = Poly(values, Symbol("x")).intervals(eps=Rational(width.numerator, width.denominator))
    return [(_back(pair[0]), _back(pair[1])) for pair, _ in found]


def _back(value: Rational) -> Fraction:
    return Fraction(int(value.p), int(value.q))


def as_row(f: Coefficients) -> Matrix:
    """Give the coefficients as a matrix with one row."""
    return matrix_from(f[0].ring, [f], len(f))
