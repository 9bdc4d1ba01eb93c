"""Singular values: the eigenvalues of A* A as roots of polynomials, in order.

Source: R. Horn and C. Johnson, Topics in Matrix Analysis, chapter 3.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from exactspaces.errors import ExactSpacesError, NoAnswer
from exactspaces.fields import (
    QQ,
    Scalar,
    entries,
    field_name,
    matrix_from,
    number,
    sign,
    with_square_root,
)
from exactspaces.fields.conjugation import lifted
from exactspaces.fields.numbers import lift
from exactspaces.fields.roots import adjoined_root, parts_over
from exactspaces.kernel import Extension, Matrix, Rationals, Ring
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.irreducible import Irreducible
from exactspaces.questions.real_roots import (
    RealRoot,
    is_larger,
    lengths_words,
    quotient_words,
)
from exactspaces.questions.singular import (
    ConditionNumber,
    OperatorNorm,
    SingularValues,
    Squares,
)
from exactspaces.questions.spectra import SYMBOLIC
from exactspaces.solvers.backends.choose import spectral
from exactspaces.solvers.decisions import row_relation
from exactspaces.solvers.frobenius import companions
from exactspaces.solvers.inner import larger_field
from exactspaces.solvers.spectra import as_row, root_field
from exactspaces.solvers.squares import squares
from exactspaces.solvers.tables import adjoint_of, column, horner, product, row

MAX_SIZE = 30
Coefficients = list[Scalar]
Factors = list[tuple[Coefficients, int]]


def ordered(ring: Ring) -> None:
    """Refuse fields without absolute value, and those whose generators are no square roots.

    Raises NoAnswer.
    """
    if ring.characteristic:
        raise NoAnswer("lengths are real numbers; over a finite field there are none")
    if isinstance(ring, Extension):
        parts_over(number(ring, 1))


def squares_of(matrix: Matrix) -> Squares:
    """Give the squared singular values: the eigenvalues of the smaller of A* A and A A*.

    Raises NoAnswer over fields where they are not found.
    """
    ordered(matrix.ring)
    m, n = matrix.shape
    if not 0 < min(m, n) <= MAX_SIZE:
        raise NoAnswer(f"this is worked out for sizes from 1 to {MAX_SIZE}, not {min(m, n)}")
    rows = m < n
    star = adjoint_of(matrix)
    gram = product(matrix, star) if rows else product(star, matrix)
    return eigenvalues_of(gram, rows=rows)


def eigenvalues_of(gram: Matrix, *, rows: bool = False) -> Squares:
    """Give the eigenvalues of a matrix that has only real ones, in decreasing order."""
    polynomial = spectral().characteristic(gram)
    form = companions(gram, polynomial) if gram.height > SYMBOLIC else None
    factors = _factors(polynomial)
    if all(isinstance(f[0].ring, Rationals) for f, _ in factors):
        roots, others = isolated(factors)
    else:
        roots, others = _in_towers(factors), ()
    pairs = tuple((as_row(f), e) for f, e in factors)
    return Squares((), "", "", (), gram, rows, pairs, others, form, roots)


def _factors(polynomial: Coefficients) -> Factors:
    """Factor over Q where the coefficients are rational, as those of A* A often are."""
    fractions = [c.fraction for c in polynomial]
    if all(c is not None for c in fractions):
        polynomial = [number(QQ, c or 0) for c in fractions]
    found: Factors = spectral().factors(polynomial)
    return found


def isolated(factors: Factors) -> tuple[tuple[RealRoot, ...], tuple[Irreducible, ...]]:
    """Isolate the roots of rational polynomials, more finely until their order is seen."""
    width = Fraction(1, 1000)
    for _ in range(60):
        found: list[RealRoot] = []
        for f, times in factors:
            found += _roots_of(f, times, width)
        found.sort(key=lambda r: ((r.low or 0) + (r.high or 0), r.low or 0), reverse=True)
        if all(is_larger(a, b) for a, b in pairwise(found)):
            return tuple(found), tuple(_irreducible(f, e, width) for f, e in factors if len(f) > 2)
        width = width**2 if width > Fraction(1, 10**80) else width / 10**80
    raise NoAnswer("the order of the singular values is not seen: some lie too close together")


def _roots_of(f: Coefficients, times: int, width: Fraction) -> list[RealRoot]:
    polynomial = as_row(f)
    if len(f) == 2:
        only = -f[0]
        return [RealRoot(times, polynomial, only, only.fraction, only.fraction)]
    places = spectral().real_roots(f, width)
    if len(places) != len(f) - 1:
        raise NoAnswer("the matrix has eigenvalues that are not real")
    values = sorted_pair(f) if len(f) == 3 else [None] * len(places)
    return [RealRoot(times, polynomial, v, a, b)
            for v, (a, b) in zip(values, places, strict=True)]  # fmt: skip


def sorted_pair(f: Coefficients) -> list[Scalar | None]:
    """Give the two real roots of a monic quadratic polynomial, the smaller first."""
    c, b, _ = f
    root = with_square_root(b * b - c * 4)
    start = lift(root.ring, b)
    pair: list[Scalar | None] = [(-start - root) / 2, (root - start) / 2]
    return pair if sign(root) > 0 else pair[::-1]


def _irreducible(f: Coefficients, exponent: int, width: Fraction) -> Irreducible:
    field, scale = root_field(f)
    places = []
    for a, b in spectral().real_roots(f, width):
        ends = [number(QQ, a), number(QQ, b)]
        change = -(horner(f, ends[0]) * horner(f, ends[1]))
        found = [number(QQ, s) for s in squares(change.fraction or Fraction(0))]
        places.append((row(QQ, ends[:1]), row(QQ, ends[1:]), column(QQ, found)))
    return Irreducible(as_row(f), exponent, scale, field, tuple(places))


def _in_towers(factors: Factors) -> tuple[RealRoot, ...]:
    """Give linear and quadratic roots over a field of square roots, ordered by signs."""
    found: list[RealRoot] = []
    for f, times in factors:
        if len(f) > 3:
            raise NoAnswer(
                f"the eigenvalues are roots of a polynomial of degree {len(f) - 1} over "
                f"{field_name(f[0].ring)}; beyond QQ only degrees 1 and 2 are worked out"
            )
        polynomial = as_row(f)
        pair: list[Scalar | None] = [-f[0]] if len(f) == 2 else sorted_pair(f)
        found += [RealRoot(times, polynomial, value) for value in pair]
    values = together((r.value for r in found if r.value is not None), found[0].polynomial.ring)
    moved = [
        RealRoot(r.times, r.polynomial, value) for r, value in zip(found, values, strict=True)
    ]
    out: list[RealRoot] = []
    for root in moved:
        place = next((k for k, x in enumerate(out) if is_larger(root, x)), len(out))
        out.insert(place, root)
    return tuple(out)


def embedded(x: Scalar, ring: Ring) -> Scalar:
    """Give the same number in the ring, or in the smallest larger field of square roots.

    Raises NoAnswer when more than five square roots are needed.
    """
    if x.ring == ring:
        return x
    if x.fraction is not None:
        return number(ring, x.fraction)
    a, b, d = parts_over(x)
    first = embedded(a, ring)
    second = embedded(b, first.ring)
    root = adjoined_root(embedded(d, second.ring))
    return lift(root.ring, first) + lift(root.ring, second) * root


def together(values: Iterable[Scalar], ring: Ring) -> list[Scalar]:
    """Give numbers in one field that contains the ring."""
    found: list[Scalar] = []
    for x in values:
        found.append(embedded(x, ring))
        ring = found[-1].ring
    return [lift(ring, x) for x in found]


def roots_of_all(values: list[Scalar], ring: Ring) -> list[Scalar]:
    """Give the principal square roots in one field, which holds the given one.

    Raises NoAnswer when it would have more than five generators.
    """
    found: list[Scalar] = []
    for x in together(values, ring):
        found.append(adjoined_root(embedded(x, found[-1].ring if found else ring)))
    return [lift(found[-1].ring, x) for x in found]


def singular_values(_: SingularValues, matrix: Matrix) -> Construct:
    """Take square roots of the eigenvalues of A* A where fields of square roots hold them."""
    found = squares_of(matrix)
    try:
        sigma = sigma_of(found)
    except ExactSpacesError:
        return in_words(found, {"singular values": lengths_words(found.roots)})
    part = Part("sigma", column(sigma[0].ring, sigma), "vector")
    return with_parts(found, part, reason=larger_field(matrix.ring, sigma[0].ring))


def sigma_of(found: Squares) -> list[Scalar]:
    """Give the singular values in one field, in order.

    Raises NoAnswer when fields of square roots do not hold them.
    """
    values = [root.value for root in found.roots]
    if any(v is None for v in values):
        raise NoAnswer("the squared singular values lie in no field of square roots that is used")
    sigma = roots_of_all([v for v in values if v is not None], QQ)
    return [x for x, root in zip(sigma, found.roots, strict=True) for _ in range(root.times)]


def with_parts(found: Squares, *parts: Part, reason: str = "") -> Squares:
    """Give the same evidence for an answer."""
    kept = found.gram, found.rows, found.factors, found.others, found.form, found.roots
    return Squares(parts, "", reason, (), *kept)


def in_words(found: Squares, words: dict[str, str], *hidden: Part, reason: str = "") -> Squares:
    """Give the same evidence for an answer in words."""
    parts = tuple(Part(name, text, "words") for name, text in words.items())
    return with_parts(found, *parts, *hidden, reason=reason)


def operator_norm(_: OperatorNorm, matrix: Matrix) -> Construct:
    """Take the largest singular value."""
    found = squares_of(matrix)
    top = found.roots[0]
    if top.value is None:
        return in_words(found, {"norm": lengths_words((replace(top, times=1),))})
    value = adjoined_root(top.value)
    part = Part("norm", row(value.ring, [value]), "number")
    return with_parts(found, part, reason=larger_field(matrix.ring, value.ring))


def condition(_: ConditionNumber, matrix: Matrix) -> Construct:
    """Divide the largest by the smallest singular value, of min(m, n)."""
    found = squares_of(matrix)
    first, last = found.roots[0], found.roots[-1]
    if last.is_zero:
        side = adjoint_of(matrix) if found.rows else matrix
        relation = row_relation(side.transpose)
        if relation is None:
            raise NoAnswer("the rank and the singular values disagree")
        reason = "the smallest singular value is 0, so the quotient is infinite"
        return Construct((Part("v", relation.transpose, "vector"),), "singular", reason)
    if first.value is None or last.value is None:
        return in_words(found, {"condition": quotient_words(found.roots)})
    top, bottom = together((first.value, last.value), QQ)
    value = adjoined_root(top / bottom)
    part = Part("condition", row(value.ring, [value]), "number")
    return with_parts(found, part, reason=larger_field(matrix.ring, value.ring))


def as_matrix(ring: Ring, columns: list[Matrix], height: int) -> Matrix:
    """Put columns over subfields beside one another."""
    moved = [[x for (x,) in entries(lifted(ring, c))] for c in columns]
    rows = [[c[i] for c in moved] for i in range(height)]
    return matrix_from(ring, rows, len(columns))


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    SingularValues: singular_values,
    OperatorNorm: operator_norm,
    ConditionNumber: condition,
}
