"""Spectra, exactly: polynomials by FLINT, vectors by elimination, the rest by comparison of ranks.

Sources: R. Horn and C. Johnson, Matrix Analysis, chapters 1 and 3.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from math import lcm
from random import Random

from exactspaces.errors import ExactSpacesError, NoAnswer
from exactspaces.fields import Scalar, entries, number
from exactspaces.fields.rings import adjoin, galois_extension
from exactspaces.kernel import Extension, Matrix, PrimeField, Rationals, Ring
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.matrices import identity, is_zero, plus, scaled
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.irreducible import Irreducible
from exactspaces.questions.spectra import (
    SYMBOLIC,
    CayleyHamilton,
    CharacteristicPolynomial,
    Eigenvalues,
    KrylovSpace,
    MinimalPolynomial,
    Root,
    Spectrum,
    shifted,
    spectrum_words,
)
from exactspaces.solvers.backends.choose import spectral
from exactspaces.solvers.evidence import echelon_of
from exactspaces.solvers.frobenius import companions
from exactspaces.solvers.squares import squares
from exactspaces.solvers.systems import solution
from exactspaces.solvers.tables import (
    augmented,
    column,
    horner,
    product,
    row,
    zero,
)

MAX_SIZE = 60
MAX_FIELD_DEGREE = 8
WIDTH = Fraction(1, 1000)
Coefficients = list[Scalar]


def square(matrix: Matrix, most: int = MAX_SIZE) -> int:
    """Give the size of a square matrix.

    Raises NoAnswer for others, and for large ones.
    """
    if not matrix.is_square:
        raise NoAnswer(f"a square matrix is due, and this is {matrix.height} x {matrix.width}")
    if not 0 < matrix.height <= most:
        raise NoAnswer(f"this is worked out for sizes from 1 to {most}, not {matrix.height}")
    return matrix.height


def as_row(f: Coefficients) -> Matrix:
    """Give the coefficients as a matrix with one row."""
    return row(f[0].ring, f)


def characteristic(_: CharacteristicPolynomial | CayleyHamilton, matrix: Matrix) -> Construct:
    """Compute det(x I - A); for a large matrix show it by companion matrices."""
    n = square(matrix)
    p = spectral().characteristic(matrix)
    found = companions(matrix, p) if n > SYMBOLIC else Construct(())
    return replace(found, parts=(Part("charpoly", as_row(p), "polynomial"),))


def krylov_powers(matrix: Matrix, vector: Matrix) -> tuple[Matrix, Coefficients]:
    """Give b, A b, ... as columns while independent, and the monic relation that ends them."""
    powers = zero(matrix.ring, matrix.height, 0)
    last = vector
    while True:
        x = solution(powers, last)
        if x is not None:
            tail = [-c for (c,) in entries(x)]
            return powers, [*tail, number(matrix.ring, 1)]
        powers = augmented(powers, last)
        last = product(matrix, last)


def krylov(_: KrylovSpace, matrix: Matrix, vector: Matrix) -> Construct:
    """Multiply by A until the next vector is a combination of those before it."""
    n = square(matrix)
    if vector.shape != (n, 1):
        raise NoAnswer(f"the vector has {n} entries, not {vector.height} x {vector.width}")
    powers, relation = krylov_powers(matrix, vector)
    return Construct((
        Part("dimension", str(powers.width), "words"),
        Part("basis", powers.transpose, "vectors"),
        Part("minpoly", as_row(relation), "polynomial"),
    ))  # fmt: skip


def minimal(_: MinimalPolynomial, matrix: Matrix) -> Construct:
    """Find a vector whose Krylov space has the degree of the minimal polynomial as dimension.

    There is one over every field; unit vectors and small combinations are tried, the largest
    degree wins, and m(A) = 0 shows that it is the minimal polynomial.
    """
    n = square(matrix)
    if n > SYMBOLIC:
        form = companions(matrix)
        return replace(form, parts=(Part("minpoly", form.blocks[-1], "polynomial"),))
    best: tuple[Matrix, Coefficients, Matrix] | None = None
    for vector in vectors(matrix.ring, n):
        powers, relation = krylov_powers(matrix, vector)
        if best is None or powers.width > best[0].width:
            best = powers, relation, vector
            if is_zero(inserted(relation, matrix)):
                break
    if best is None or not is_zero(inserted(best[1], matrix)):
        raise NoAnswer("no vector was found that shows the degree of the minimal polynomial")
    m = Part("minpoly", as_row(best[1]), "polynomial")
    inner = Part("v", best[2], "vector", shown=False), Part("K", best[0], shown=False)
    return Construct((m, *inner))


def vectors(ring: Ring, n: int) -> Iterator[Matrix]:
    """Give unit vectors and then random small vectors."""
    one = identity(ring, n)
    yield from (one.columns((k,)) for k in range(n))
    choose = Random(n)  # noqa: S311 - any vectors will do
    for bound in range(1, 60):
        yield column(ring, [number(ring, choose.randint(-bound, bound)) for _ in range(n)])


def inserted(f: Coefficients, matrix: Matrix) -> Matrix:
    """Give f(A)."""
    total = zero(matrix.ring, matrix.height, matrix.height)
    one = identity(matrix.ring, matrix.height)
    for c in reversed(f):
        total = plus(product(total, matrix), scaled(row(matrix.ring, [c]), one))
    return total


def nullity(matrix: Matrix) -> int:
    """Give the dimension of the null space."""
    return matrix.width - echelon_of(matrix).rank


def spectrum(_: Eigenvalues, matrix: Matrix) -> Construct:
    """Factor the characteristic polynomial; count eigenvectors; isolate real roots."""
    n = square(matrix, 30)
    p = spectral().characteristic(matrix)
    form = companions(matrix, p) if n > SYMBOLIC else None
    factors = spectral().factors(p)
    roots = tuple(
        Root(-f[0], e, nullity(shifted(matrix, -f[0]))) for f, e in factors if len(f) == 2
    )
    others = tuple(irreducible(f, e) for f, e in factors if len(f) > 2)
    found = Spectrum((), roots=roots, others=others, form=form)
    return replace(found, parts=(Part("eigenvalues", spectrum_words(found), "words"),))


def irreducible(f: Coefficients, exponent: int) -> Irreducible:
    """Give the field of a root of a factor where there is one, and its real roots over Q."""
    field, scale = root_field(f)
    intervals = _intervals(f) if isinstance(f[0].ring, Rationals) else ()
    return Irreducible(as_row(f), exponent, scale, field, intervals)


def root_field(f: Coefficients) -> tuple[Extension | None, int]:
    """Give the field generated by an integer multiple of a root, and the integer."""
    ring, degree = f[0].ring, len(f) - 1
    if degree > MAX_FIELD_DEGREE or not isinstance(ring, Rationals | PrimeField):
        return None, 1
    try:
        if isinstance(ring, PrimeField):
            return galois_extension(ring.p, tuple(c.top for c in f), "theta"), 1
        scale = lcm(*(c.bottom for c in f))
        whole = [c * scale ** (degree - k) for k, c in enumerate(f)]
        terms: dict[tuple[int, ...], int] = {(k,): c.top for k, c in enumerate(whole)}
        return adjoin(ring, "theta", poly.canonical(terms, 0)), scale
    except ExactSpacesError:
        return None, 1


def _intervals(f: Coefficients) -> tuple[tuple[Matrix, Matrix, Matrix], ...]:
    """Isolate the real roots; the product of the values at the ends is minus a sum of squares."""
    out = []
    ring = f[0].ring
    for a, b in spectral().real_roots(f, WIDTH):
        ends = [number(ring, a), number(ring, b)]
        change = -(horner(f, ends[0]) * horner(f, ends[1]))
        found = [number(ring, s) for s in squares(change.fraction or Fraction(0))]
        pair = [row(ring, [x]) for x in ends]
        out.append((pair[0], pair[1], column(ring, found)))
    return tuple(out)


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    CharacteristicPolynomial: characteristic,
    CayleyHamilton: characteristic,
    MinimalPolynomial: minimal,
    KrylovSpace: krylov,
    Eigenvalues: spectrum,
}
