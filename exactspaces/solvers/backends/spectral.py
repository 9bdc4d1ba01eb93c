"""Characteristic polynomials, and factors and real roots of polynomials in one unknown.

By FLINT over Q and F_p; over other fields Berkowitz's method without division (S. J. Berkowitz,
Information Processing Letters 18, 1984).
"""

from contextlib import suppress
from fractions import Fraction
from itertools import product as every
from math import ceil, floor, lcm

from flint import ctx, fmpq, fmpq_poly, fmpz_mat, fmpz_poly, nmod_mat, nmod_poly

from exactspaces.errors import NoAnswer, NotAField
from exactspaces.fields import (
    Scalar,
    entries,
    generator,
    lift,
    matrix_from,
    number,
    with_parameters,
)
from exactspaces.fields.matrices import simplified
from exactspaces.fields.roots import square_root
from exactspaces.kernel import Extension, Field, Matrix, Parameters, PrimeField, Rationals, Ring
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.matrices import reduced
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.kernel.scalars import Value
from exactspaces.solvers.backends.extensions import MOST_WORK, factor_over
from exactspaces.solvers.backends.factoring import factor
from exactspaces.solvers.zero import asks_for

Coefficients = list[Scalar]
_MAX_ELEMENTS = 1024


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
    """Give monic irreducible factors with exponents.

    By FLINT over Q and F_p; over fields of square roots quadratic factors are split by roots of
    discriminants; SymPy and FLINT do the rest over number fields and F_q.

    With parameters they are factors for all values, perhaps not irreducible for some.

    Raises NoAnswer where the degree is too high for them.
    """
    ring = f[0].ring
    if isinstance(ring, Parameters):
        return _over_parameters(f, ring)
    if isinstance(ring, PrimeField):
        found = nmod_poly([x.top for x in f], ring.p).factor()[1]
        return [([number(ring, int(c)) for c in _coefficients(g)], int(e)) for g, e in found]
    if all(x.fraction is not None for x in f):
        whole = fmpq_poly([fmpq(x.numerator, x.denominator) for x in map(_fraction, f)])
        pairs = [(_monic(ring, g), int(e)) for g, e in whole.factor()[1]]
        if isinstance(ring, Rationals):
            return pairs
        return [(g, e * k) for h, e in pairs for g, k in _split(h)]
    if isinstance(ring, Extension) and ring.characteristic and len(f) <= 4:
        return _by_roots(f, list(_elements(ring)))
    return _split(f)


def _split(f: Coefficients) -> list[tuple[Coefficients, int]]:
    """Split a polynomial over an extension field."""
    ring = f[0].ring
    if len(f) <= 2:
        return [(f, 1)]
    if len(f) == 3 and not ring.characteristic:
        with suppress(NotAField):  # no field of square roots: the others factor it
            return _collected(_halves(f))
    if not isinstance(ring, Extension):
        raise NoAnswer("polynomials are not factored over this field")
    above = with_parameters(ring, ("_x",))
    x, total = generator(above, "_x"), number(above, 0)
    for c in reversed(f):
        total = total * x + lift(above, c)
    found = factor_over(total.top, above, ring)
    if len(found) == 1 and found[0][1] == 1 and (len(f) - 1) * _degree(ring) > MOST_WORK:
        raise NoAnswer(f"polynomials of degree {len(f) - 1} are not factored over this field")
    return [(_listed(g, ring), e) for g, e in found]


def _over_parameters(f: Coefficients, ring: Parameters) -> list[tuple[Coefficients, int]]:
    """Factor as a polynomial in the parameters and one more unknown.

    Numbers that are not in the prime field are let in only where there is no parameter: else
    SymPy may not come to an end. Factors over the prime field may split further.

    Raises NeedsSplit at a leading coefficient that is not seen to be different from 0, and
    NoAnswer where the factors are not found.
    """
    p, above = ring.characteristic, with_parameters(ring.field, (*ring.names, "_x"))
    (row,) = matrix_from(ring, [[simplified(ring, c) for c in f]], len(f)).rows
    total = poly.canonical({(*e, k): c for k, x in enumerate(row) for e, c in x}, p)
    for zero, main in zip(reversed(ring.zero), reversed(ring.solved), strict=True):
        equation = poly.canonical({(*e, 0): c for e, c in zero}, p)
        total = above.reduce(poly.pseudo_remainder(total, equation, main, p))
    below = above.count - len(above.names)
    if any(any(e[below:-1]) for e, _ in total):
        if any(any(e[:below]) for e, _ in total):
            raise NoAnswer("polynomials with parameters are not factored over this field")
        prime: Field = PrimeField(p) if p else Rationals()
        above = with_parameters(prime, tuple(f"_{k}" for k in range(above.count)))
    field = above.field
    found = (
        factor_over(total, above, field) if isinstance(field, Extension) else factor(total, above)
    )
    return [(_listed(g, ring), e) for g, e in found if poly.degree(g, above.count - 1)]


def _degree(ring: Extension) -> int:
    degree = 1
    for i, m in enumerate(ring.moduli):
        degree *= max(e[i] for e, _ in m)
    return degree


def _listed(g: Polynomial, ring: Extension | Parameters) -> Coefficients:
    """Give the monic polynomial in the last quantity as a list."""
    terms: list[dict[tuple[int, ...], int]] = [{} for _ in range(max(e[-1] for e, _ in g) + 1)]
    for e, c in g:
        terms[e[-1]][e[:-1]] = c
    tops = (poly.canonical(t, ring.characteristic) for t in terms)
    values = [Scalar(ring, top, ring.integer(1)) for top in tops]
    if isinstance(ring, Parameters) and not ring.is_unit(values[-1].top):
        raise asks_for(ring, values[-1].top)
    return [x / values[-1] for x in values]


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


def _halves(f: Coefficients) -> list[Coefficients]:
    """Split a quadratic polynomial where the square root of its discriminant is there."""
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


def _elements(ring: Extension) -> list[Scalar]:
    p = ring.characteristic
    degree = max(e[0] for e, _ in ring.moduli[0])
    if p**degree > _MAX_ELEMENTS:
        raise NoAnswer(f"roots are searched in fields with at most {_MAX_ELEMENTS} elements")
    one = ring.integer(1)
    found = []
    for digits in every(range(p), repeat=degree):
        terms = {(k,): d for k, d in enumerate(digits) if d}
        found.append(Scalar(ring, tuple(sorted(terms.items(), reverse=True)), one))
    return [Scalar(ring, ring.reduce(x.top), one) for x in found]


def _by_roots(f: Coefficients, elements: list[Scalar]) -> list[tuple[Coefficients, int]]:
    found: list[Coefficients] = []
    one = number(f[0].ring, 1)
    for x in elements:
        while len(f) > 1:
            quotient, rest = _divided(f, x)
            if rest:
                break
            f = quotient
            found.append([-x, one])
    if len(f) > 4:
        raise NoAnswer("what is left after the roots were taken out is not factored")
    return _collected([*found, f] if len(f) > 1 else found)


def _divided(f: Coefficients, x: Scalar) -> tuple[Coefficients, Scalar]:
    """Divide by (X - x)."""
    out: Coefficients = []
    carry = number(x.ring, 0)
    for c in reversed(f):
        carry = carry * x + c
        out.append(carry)
    rest = out.pop()
    return out[::-1], rest


def real_roots(f: Coefficients, width: Fraction) -> list[tuple[Fraction, Fraction]]:
    """Give disjoint intervals, each around one real root of an irreducible rational polynomial.

    The degree is at least 2. No interval is much wider than its root is large.
    """
    values = [_fraction(x) for x in f]
    d = lcm(*(x.denominator for x in values))
    whole = fmpz_poly([int(x * d) for x in values])
    precision = 64
    while True:
        found = _enclosures(whole, precision)
        room = [_room(found, k, width) for k in range(len(found))]
        if all(free > 0 and b - a <= free for (a, b), free in zip(found, room, strict=True)):
            steps = [ceil(2 / free) for free in room]
            return [(Fraction(floor(a * n), n), Fraction(ceil(b * n), n))
                    for (a, b), n in zip(found, steps, strict=True)]  # fmt: skip
        precision *= 2


def _room(found: list[tuple[Fraction, Fraction]], k: int, width: Fraction) -> Fraction:
    """Say how wide the interval for a root may be: away from its neighbours and from 0."""
    a, b = found[k]
    below = [a - found[k - 1][1]] if k else []
    above = [found[k + 1][0] - b] if k + 1 < len(found) else []
    return min([width, min(abs(a), abs(b)) / 2, *below, *above])


def _enclosures(f: fmpz_poly, precision: int) -> list[tuple[Fraction, Fraction]]:
    """Enclose the real roots by balls of FLINT; their imaginary parts are exactly 0."""
    with ctx.workprec(precision):
        found = []
        for pair in f.complex_roots():
            root: Value = pair[0]  # type: ignore[index]
            if root.imag == 0:
                middle, radius = _dyadic(root.real.mid()), _dyadic(root.real.rad())
                found.append((middle - radius, middle + radius))
    return sorted(found)


def _dyadic(x: Value) -> Fraction:
    mantissa, exponent = (int(k) for k in x.man_exp())
    return Fraction(mantissa) * Fraction(2) ** exponent


def as_row(f: Coefficients) -> Matrix:
    """Give the coefficients as a matrix with one row."""
    return matrix_from(f[0].ring, [f], len(f))
