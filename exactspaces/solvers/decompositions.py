"""Singular value decompositions in fields of square roots, and what is made from them.

Sources: R. Horn and C. Johnson, Matrix Analysis, section 7.3; C. Eckart and G. Young,
Psychometrika 1, 1936.
"""

from collections.abc import Callable
from itertools import product as every
from math import gcd

from exactspaces.errors import ExactSpacesError, NoAnswer
from exactspaces.fields import QQ, Scalar, entry, number, square_root
from exactspaces.fields.conjugation import conjugate, lifted
from exactspaces.fields.numbers import lift
from exactspaces.fields.roots import adjoined_root
from exactspaces.kernel import Matrix, Rationals, Ring
from exactspaces.kernel.matrices import minus, scaled
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.real_roots import squares_words
from exactspaces.questions.singular import SingularDecomposition, Squares
from exactspaces.questions.spectra import shifted
from exactspaces.solvers.evidence import echelon_of, null_basis
from exactspaces.solvers.inner import larger_field
from exactspaces.solvers.singular import (
    as_matrix,
    embedded,
    in_words,
    ordered,
    squares_of,
    together,
)
from exactspaces.solvers.tables import adjoint_of, diagonal, joined, product, row, zero

MAX_COMBINATIONS = 400


def singular_decomposition(question: SingularDecomposition, matrix: Matrix) -> Construct:
    """Find V from the eigenspaces of A* A, U from A v / s, and complete both.

    Where the eigenvalues or the lengths lie in no field of few square roots, the squared singular
    values are the answer.
    """
    ordered(matrix.ring)
    found = squares_of(matrix)
    try:
        return _decomposed(matrix, found, thin=question.thin)
    except ExactSpacesError as error:
        reason = f"U and V are not written out: {error}"
        return in_words(found, squares_words(found.roots), reason=reason)


def _decomposed(matrix: Matrix, found: Squares, *, thin: bool) -> Construct:
    if found.rows:
        v, s, u = _factors(adjoint_of(matrix), found, thin=thin)
        s = s.transpose
    else:
        u, s, v = _factors(matrix, found, thin=thin)
    parts = Part("U", u), Part("S", s), Part("V", v)
    return Construct(parts, "", larger_field(matrix.ring, u.ring))


def _factors(matrix: Matrix, found: Squares, *, thin: bool) -> tuple[Matrix, Matrix, Matrix]:
    """Give U, S and V for a matrix with at least as many rows as columns."""
    m, n = matrix.shape
    pairs = eigenvectors(found, matrix.ring)
    ring: Ring = pairs[0][1].ring
    right: list[Matrix] = []
    left: list[Matrix] = []
    sigma: list[Scalar] = []
    for value, space in pairs:
        s = adjoined_root(embedded(value, ring))
        units, ring = orthonormal(lifted(s.ring, space), s.ring)
        right += units
        sigma += [s] * len(units)
        if s:
            left += [_image(matrix, v, s) for v in units]
    missing = (n if thin else m) - len(left)
    if missing:
        rest = null_basis(echelon_of(adjoint_of(lifted(ring, matrix)))).basis
        units, ring = orthonormal(rest, ring, missing)
        left += units
    values = [lift(ring, s) for s in sigma]
    square = diagonal(ring, values)
    size = n if thin else m
    middle = joined(square, zero(ring, size - n, n)) if size > n else square
    return as_matrix(ring, left, m), middle, as_matrix(ring, right, n)


def _image(matrix: Matrix, v: Matrix, s: Scalar) -> Matrix:
    ring = v.ring
    factor = row(ring, [lift(ring, s).inverse()])
    return scaled(factor, product(lifted(ring, matrix), v))


def eigenvectors(found: Squares, ring: Ring) -> list[tuple[Scalar, Matrix]]:
    """Give eigenvalues of the Gram matrix, largest first, each with a basis (rows) of its space.

    Raises NoAnswer when fields of square roots do not hold them.
    """
    if found.gram is None:
        raise NoAnswer("there is no Gram matrix")
    values = []
    for root in found.roots:
        if root.value is None:
            degree = root.polynomial.width - 1
            why = "no field of square roots holds them"
            if not degree & (degree - 1):
                why = "they are not looked for in fields of square roots"
            words = f"eigenvalues are roots of an irreducible polynomial of degree {degree}"
            raise NoAnswer(f"{words}, and {why}")
        values.append(root.value)
    out = []
    for value in together(values, ring):
        shift = shifted(lifted(value.ring, found.gram), value)
        out.append((value, null_basis(echelon_of(shift)).basis))
    return out


def orthonormal(rows: Matrix, ring: Ring, most: int | None = None) -> tuple[list[Matrix], Ring]:
    """Give orthonormal columns with the span of the rows, in the ring or a larger field.

    Vectors whose length lies in the field are preferred.

    Raises NoAnswer when too many square roots are needed.
    """
    found: list[Matrix] = []
    while rows.height and (most is None or len(found) < most):
        w = whole(_short(rows))
        square = entry(product(conjugate(w), w.transpose))
        length = adjoined_root(embedded(square, ring))
        ring = length.ring
        found.append(scaled(row(ring, [length.inverse()]), lifted(ring, w).transpose))
        share = scaled(row(w.ring, [square.inverse()]), product(rows, adjoint_of(w)))
        rest = minus(rows, product(share, w))
        kept = echelon_of(rest.transpose).pivots
        rows = rest.select(kept)
    return found, ring


def _short(rows: Matrix) -> Matrix:
    """Choose a small combination whose length lies in the field, or else the first vector."""
    first = rows.select((0,))
    if not isinstance(rows.ring, Rationals) or rows.height == 1:
        return first
    high = 2 if rows.height < 4 else 1
    span = range(-high, high + 1)
    tried = 0
    for factors in sorted(every(span, repeat=min(rows.height, 5)), key=_size):
        if tried > MAX_COMBINATIONS:
            break
        tried += 1
        if not any(factors) or next(x for x in factors if x) < 0:
            continue
        padded = [*factors, *[0] * (rows.height - len(factors))]
        w = product(row(QQ, [number(QQ, x) for x in padded]), rows)
        if square_root(entry(product(w, w.transpose))) is not None:
            return w
    return first


def _size(factors: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    return sum(map(abs, factors)), tuple(-x for x in factors)


def whole(w: Matrix) -> Matrix:
    """Multiply a rational row so that it has coprime integers, the first of them positive."""
    if not isinstance(w.ring, Rationals):
        return Matrix(w.ring, w.rows, w.width)
    common = gcd(*w.rows[0]) or 1
    common = -common if next((x for x in w.rows[0] if x), 1) < 0 else common
    return Matrix(w.ring, (tuple(x // common for x in w.rows[0]),), w.width)


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    SingularDecomposition: singular_decomposition,
}
