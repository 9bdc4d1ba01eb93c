"""Between kernel matrices and rows of numbers."""

from collections.abc import Sequence
from functools import reduce
from math import gcd, lcm

from exactspaces.errors import NoAnswer
from exactspaces.fields.numbers import Scalar, lift, normal, number
from exactspaces.kernel import Extension, Matrix, Parameters, PrimeField, Rationals, Ring
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.matrices import reduced
from exactspaces.kernel.polynomials import Polynomial

Rows = Sequence[Sequence[Scalar]]


def entries(matrix: Matrix) -> list[list[Scalar]]:
    """Give the entries of a kernel matrix as numbers."""
    ring, scale = matrix.ring, matrix.scale
    if isinstance(ring, Parameters):
        return [[cancelled(ring, x, scale) for x in row] for row in matrix.rows]
    return [[normal(ring, x, scale) for x in row] for row in matrix.rows]


def cancelled(ring: Parameters, top: Polynomial, bottom: Polynomial) -> Scalar:
    """Give top / bottom after cancelling polynomials that the ring states to be non-zero."""
    for g in ring.nonzero:
        while top and not poly.is_constant(g):
            upper = quotient(ring, top, g)
            lower = None if upper is None else quotient(ring, bottom, g)
            if upper is None or lower is None:
                break
            top = poly.scale(upper[0], lower[1], ring.characteristic)
            bottom = poly.scale(lower[0], upper[1], ring.characteristic)
    if top and isinstance(ring.field, Extension):
        top, bottom = _rationalised(ring, top, bottom)
    return normal(ring, top, bottom if top else ring.integer(1))


def quotient(ring: Parameters, f: Polynomial, g: Polynomial) -> tuple[Polynomial, int] | None:
    """Give q and a positive integer m with m f = q g, or None when there are none.

    Without generators the division is over the integers (or modulo p), and m = 1.
    """
    p, below = ring.characteristic, ring.count - len(ring.names)
    if not below:
        found = poly.divide(f, g, p)
        return None if found is None else (found, 1)
    if not poly.is_constant(leading_number(ring, g)):
        inverse = leading_inverse(ring, g).top
        return quotient(ring, ring.multiply(inverse, f), ring.multiply(inverse, g))
    ((_, lead),) = leading_number(ring, g)
    unit = pow(lead, -1, p) if p else 1
    end = max(e[below:] for e, _ in g)
    total, factor = ring.integer(0), 1
    while f:
        top = max(e[below:] for e, _ in f)
        step = tuple(x - y for x, y in zip(top, end, strict=True))
        if min(step) < 0:
            return None
        head = tuple(((*e[:below], *step), c * unit) for e, c in f if e[below:] == top)
        if not p and any(c % lead for _, c in head):
            total, f, head = (poly.scale(x, abs(lead), p) for x in (total, f, head))
            factor *= abs(lead)
        part = poly.canonical({e: c if p else c // lead for e, c in head}, p)
        total = ring.add(total, part)
        f = ring.add(f, poly.scale(ring.multiply(part, g), -1, p))
    return total, factor


def divided_out(ring: Parameters, f: Polynomial, g: Polynomial) -> tuple[Polynomial, int]:
    """Divide by g, up to numbers, as often as that is possible; say how often."""
    exponent = 0
    while f and not poly.is_constant(g) and (found := quotient(ring, f, g)) is not None:
        f, exponent = found[0], exponent + 1
    return f, exponent


def _number_part(ring: Parameters, f: Polynomial) -> Polynomial:
    for g in ring.nonzero:
        f, _ = divided_out(ring, f, g)
    return f


def is_unit(ring: Parameters, f: Polynomial) -> bool:
    """Say whether f is, up to a number, a product of polynomials stated to be non-zero."""
    below = ring.count - len(ring.names)
    return bool(f) and not any(any(e[below:]) for e, _ in _number_part(ring, f))


def _rationalised(
    ring: Parameters, top: Polynomial, bottom: Polynomial
) -> tuple[Polynomial, Polynomial]:
    """Multiply both so that the bottom is an integer times polynomials that are not zero."""
    rest = _number_part(ring, bottom)
    if poly.is_constant(rest):
        return top, bottom
    inverse = normal(ring, ring.integer(1), rest)
    if not poly.is_constant(inverse.bottom):
        return top, bottom
    product = ring.multiply(bottom, inverse.top)
    return ring.multiply(top, inverse.top), product


def entry(matrix: Matrix) -> Scalar:
    """Give the entry of a 1 x 1 matrix."""
    return entries(matrix)[0][0]


def cross(
    ring: Parameters, a: Polynomial, b: Polynomial, c: Polynomial, d: Polynomial
) -> Polynomial:
    """Give a b - c d."""
    product = ring.multiply(c, d)
    minus = poly.scale(product, -1, ring.characteristic)
    total: Polynomial = ring.add(ring.multiply(a, b), minus)
    return total


def stripped(ring: Parameters, f: Polynomial) -> Polynomial:
    """Divide by the polynomials that are known not to vanish, and by a leading number."""
    return monic(ring, _number_part(ring, f))


def monic(ring: Parameters, f: Polynomial) -> Polynomial:
    """Divide by the number before the highest powers of the parameters, over an extension."""
    if not f or not isinstance(ring.field, Extension):
        return f
    inverse = leading_inverse(ring, f)
    product: Polynomial = content_free(ring.multiply(f, inverse.top), ring.characteristic)
    return product


def leading_number(ring: Parameters, f: Polynomial) -> Polynomial:
    """Give the number before the highest powers of the parameters."""
    below = ring.count - len(ring.names)
    top = max(e[below:] for e, _ in f)
    return tuple(((*e[:below], *(0,) * len(top)), c) for e, c in f if e[below:] == top)


def leading_inverse(ring: Parameters, f: Polynomial) -> Scalar:
    """Give 1 / c for the number c before the highest powers; 1 when it is rational."""
    field = ring.field
    if not isinstance(field, Extension):
        return number(ring, 1)
    lead = tuple((e[: field.count], c) for e, c in leading_number(ring, f))
    return lift(ring, Scalar(field, lead, field.integer(1)).inverse())


def simplified(ring: Parameters, x: Scalar) -> Scalar:
    """Use the equations of the ring on the numerator, and cancel what is known not to vanish."""
    top, bottom = x.top, x.bottom
    for f, main in zip(reversed(ring.zero), reversed(ring.solved), strict=True):
        lead = poly.leading(f, main)
        while poly.degree(top, main) >= poly.degree(f, main):
            head = poly.leading(top, main)
            head = poly.shift(head, main, poly.degree(top, main) - poly.degree(f, main))
            top, bottom = cross(ring, lead, top, head, f), ring.multiply(lead, bottom)
    if not top:
        return number(ring, 0)
    return cancelled(ring, top, bottom)


def matrix_from(ring: Ring, rows: Rows, width: int | None = None) -> Matrix:
    """Give the kernel matrix with these entries; `width` is due when there are no rows.

    Raises NoAnswer when a denominator contains parameters and is not, up to a number, a product
    of polynomials that the ring states to be non-zero.
    """
    width = (len(rows[0]) if rows else 0) if width is None else width
    if isinstance(ring, PrimeField):
        return Matrix(ring, tuple(tuple(x.top for x in row) for row in rows), width)
    if isinstance(ring, Rationals):
        d = lcm(*(x.bottom for row in rows for x in row))
        whole = tuple(tuple(x.top * (d // x.bottom) for x in row) for row in rows)
        return Matrix(ring, whole, width, d)
    if ring.characteristic and not isinstance(ring, Parameters):
        return Matrix(ring, tuple(tuple(x.top for x in row) for row in rows), width)
    return _over_common(ring, rows, width)


def _over_common(ring: Extension | Parameters, rows: Rows, width: int) -> Matrix:
    split = [[_split(ring, x.bottom) for x in row] for row in rows]
    flat = [item for row in split for item in row]
    d = lcm(*(number for number, _, _ in flat))
    nonzero = ring.nonzero if isinstance(ring, Parameters) else ()
    powers = tuple(max((p[k] for _, _, p in flat), default=0) for k in range(len(nonzero)))

    def whole(x: Scalar, number: int, factor: int, have: tuple[int, ...]) -> Polynomial:
        value = poly.scale(x.top, factor * (d // number), ring.characteristic)
        for k, power in enumerate(have):
            for _ in range(powers[k] - power):
                value = ring.multiply(value, nonzero[k])
        return value

    out = tuple(
        tuple(whole(x, *parts) for x, parts in zip(row, pair, strict=True))
        for row, pair in zip(rows, split, strict=True)
    )
    if ring.characteristic:
        return Matrix(ring, out, width, 1, powers if any(powers) else ())
    return reduced(Matrix(ring, out, width, d, powers if any(powers) else ()))


def _split(ring: Ring, bottom: Polynomial) -> tuple[int, int, tuple[int, ...]]:
    """Give c, m and exponents: m times a denominator is c times powers of what is not zero."""
    powers, factor = list[int](), 1
    for f in reversed(ring.nonzero) if isinstance(ring, Parameters) else ():
        count = 0
        while not poly.is_constant(f) and isinstance(ring, Parameters):
            found = quotient(ring, bottom, f)
            if found is None:
                break
            bottom, factor, count = found[0], factor * found[1], count + 1
        powers.append(count)
    if not poly.is_constant(bottom):
        raise NoAnswer("a denominator is not among the polynomials stated to be non-zero")
    number, p = bottom[0][1], ring.characteristic
    if p:
        return 1, factor * pow(number, -1, p) % p, tuple(reversed(powers))
    return abs(number), factor if number > 0 else -factor, tuple(reversed(powers))


def content_free(f: Polynomial, p: int) -> Polynomial:
    """Give the primitive polynomial proportional to f, with a positive (or monic) first term."""
    if p:
        return poly.scale(f, pow(f[0][1], -1, p), p) if f else f
    common = reduce(gcd, (c for _, c in f), 0) or 1
    common = common if not f or f[0][1] > 0 else -common
    return tuple((e, c // common) for e, c in f)
