"""Spectra, exactly: polynomials by FLINT, vectors by elimination, the rest by comparison of ranks.

Sources: R. Horn and C. Johnson, Matrix Analysis, chapters 1 and 3.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm
from random import Random

from exactspaces.errors import ExactSpacesError, NoAnswer
from exactspaces.fields import Scalar, entries, field_name, matrix_from, number, with_square_root
from exactspaces.fields.conjugation import lifted
from exactspaces.fields.numbers import lift
from exactspaces.fields.polynomials import polynomial_text
from exactspaces.fields.rings import adjoin, galois_extension
from exactspaces.kernel import Extension, Matrix, PrimeField, Rationals, Ring
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.matrices import identity, is_zero, plus, scaled
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.spectra import (
    SYMBOLIC,
    CayleyHamilton,
    CharacteristicPolynomial,
    Eigenvalues,
    Irreducible,
    KrylovSpace,
    MinimalPolynomial,
    NormalForm,
    Root,
    Spectrum,
    shifted,
)
from exactspaces.solvers.backends.choose import spectral
from exactspaces.solvers.evidence import echelon_of, null_basis
from exactspaces.solvers.frobenius import companions
from exactspaces.solvers.inner import larger_field
from exactspaces.solvers.squares import squares
from exactspaces.solvers.systems import solution
from exactspaces.solvers.tables import (
    augmented,
    column,
    diagonal,
    horner,
    joined,
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
    others = tuple(_irreducible(f, e) for f, e in factors if len(f) > 2)
    words = [_root_words(root) for root in roots] + [_other_words(x) for x in others]
    part = Part("eigenvalues", "; ".join(words), "words")
    return Spectrum((part,), roots=roots, others=others, form=form)


def _root_words(root: Root) -> str:
    both = f"algebraic {root.algebraic}, geometric {root.geometric}"
    return f"{root.value} ({both})"


def _other_words(other: Irreducible) -> str:
    f = polynomial_text(entries(other.polynomial)[0])
    known = "" if other.field else ", not shown irreducible"
    words = f"the roots of {f} (algebraic {other.exponent} each{known})"
    places = [f"({entries(a)[0][0]}, {entries(b)[0][0]})" for a, b, _ in other.intervals]
    return words + (f", real ones in {', '.join(places)}" if places else "")


def _irreducible(f: Coefficients, exponent: int) -> Irreducible:
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


def normal_form(question: NormalForm, matrix: Matrix) -> Construct:
    """Find chains (A - c I) v_k = v_(k-1) for each eigenvalue; adjoin square roots where asked."""
    square(matrix, 20)
    asked = matrix.ring
    polynomial = spectral().characteristic(matrix)
    factors = spectral().factors(polynomial)
    ring = _splitting(question, factors)
    if ring != matrix.ring:
        matrix, polynomial = lifted(ring, matrix), [lift(ring, c) for c in polynomial]
        factors = spectral().factors(polynomial)
    stuck = [(f, e) for f, e in factors if len(f) > 2]
    if stuck:
        return _not_split(stuck[0], question.extend)
    columns: list[Matrix] = []
    sizes: list[tuple[Scalar, int]] = []
    for f, _ in factors:
        for chain in chains(shifted(matrix, -f[0])):
            if question.diagonal and len(chain) > 1:
                return _no_basis(chain, -f[0])
            columns += chain
            sizes.append((-f[0], len(chain)))
    p = columns[0]
    for v in columns[1:]:
        p = augmented(p, v)
    form = diagonal(ring, [c for c, k in sizes for _ in range(k)])
    name = "D" if question.diagonal else "J"
    if not question.diagonal:
        form = _with_ones(form, sizes)
    return Construct((Part("P", p), Part(name, form)), "", larger_field(asked, ring))


def _with_ones(form: Matrix, sizes: Sequence[tuple[Scalar, int]]) -> Matrix:
    rows = [list(r) for r in entries(form)]
    at = 0
    for _, size in sizes:
        for k in range(at, at + size - 1):
            rows[k][k + 1] = number(form.ring, 1)
        at += size
    return matrix_from(form.ring, rows, form.width)


def _splitting(question: NormalForm, factors: list[tuple[Coefficients, int]]) -> Ring:
    """Adjoin the square roots of discriminants of quadratic factors, as far as asked."""
    ring = factors[0][0][0].ring
    if not question.extend:
        return ring
    for f, _ in factors:
        if len(f) == 3:
            c, b, a = (lift(ring, x) for x in f)
            value = b * b - a * c * 4
            rational = value.fraction
            negative = rational is not None and rational < 0
            if question.extend == "complex" or not negative:
                ring = with_square_root(value).ring
    return ring


def _not_split(factor: tuple[Coefficients, int], extend: str) -> Construct:
    """Show that the factor is irreducible; over RR and CC its roots may be there all the same."""
    f, e = factor
    if extend == "complex" or (extend == "real" and _all_real(f)):
        where = "complex" if extend == "complex" else "real"
        raise NoAnswer(
            f"the characteristic polynomial has the factor {polynomial_text(f)}; its roots are "
            f"{where} numbers, but are not written out in square roots (ask diagonalizable(A))"
        )
    other = _irreducible(f, e)
    ring, shown = f[0].ring, polynomial_text(f)
    if other.field is None:
        raise NoAnswer(
            f"the characteristic polynomial has the factor {shown}, for which no root is adjoined"
        )
    reason = f"the characteristic polynomial has the factor {shown}, irreducible over "
    reason += f"{field_name(ring)}: its roots are eigenvalues that are not in the field"
    return Spectrum((), "irreducible", reason, others=(other,))


def _all_real(f: Coefficients) -> bool:
    if not isinstance(f[0].ring, Rationals):
        return True
    return len(spectral().real_roots(f, WIDTH)) == len(f) - 1


def _no_basis(chain: list[Matrix], value: Scalar) -> Construct:
    v, w = chain[1], chain[0]
    shown = ", ".join(str(x) for (x,) in entries(v))
    reason = f"v = ({shown}) is a generalised eigenvector for {value} and no eigenvector: "
    reason += "there are fewer independent eigenvectors than the multiplicity"
    parts = Part("v", v, "vector"), Part("w", w, "vector")
    where = Part("eigenvalue", row(value.ring, [value]), "number")
    return Construct((*parts, where), "defective", reason)


def chains(shift: Matrix) -> list[list[Matrix]]:
    """Give a basis of the generalised null space of N that consists of chains N v_k = v_(k-1).

    The longest chains come first: vectors of the null space of N^k that are independent modulo
    that of N^(k-1) and the chains so far start them.
    """
    spaces = [zero(shift.ring, 0, shift.width)]
    power = shift
    while True:
        space = null_basis(echelon_of(power)).basis
        if space.height == spaces[-1].height:
            break
        spaces.append(space)
        power = product(power, shift)
    found: list[list[Matrix]] = []
    for level in range(len(spaces) - 1, 0, -1):
        known = spaces[level - 1]
        for chain in found:
            if len(chain) >= level:
                known = joined(known, chain[level - 1].transpose)
        starts = _independent_of(known, spaces[level])
        found += [_chain(shift, start, level) for start in starts]
    return found


def _independent_of(known: Matrix, candidates: Matrix) -> list[Matrix]:
    pivots = echelon_of(joined(known, candidates).transpose).pivots
    chosen = [j - known.height for j in pivots if j >= known.height]
    return [candidates.select((j,)).transpose for j in chosen]


def _chain(shift: Matrix, top: Matrix, length: int) -> list[Matrix]:
    out = [top]
    for _ in range(length - 1):
        out.append(product(shift, out[-1]))
    return out[::-1]


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    CharacteristicPolynomial: characteristic,
    CayleyHamilton: characteristic,
    MinimalPolynomial: minimal,
    KrylovSpace: krylov,
    Eigenvalues: spectrum,
    NormalForm: normal_form,
}
