"""Diagonal and Jordan forms: chains of generalised eigenvectors, in larger fields where asked.

Sources: R. Horn and C. Johnson, Matrix Analysis, chapters 1 and 3.
"""

from collections.abc import Callable, Sequence

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries, field_name, matrix_from, number, with_square_root
from exactspaces.fields.conjugation import lifted
from exactspaces.fields.numbers import lift
from exactspaces.fields.polynomials import polynomial_text
from exactspaces.kernel import Matrix, Rationals, Ring
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.spectra import NormalForm, Spectrum, shifted
from exactspaces.solvers.backends.choose import spectral
from exactspaces.solvers.evidence import echelon_of, null_basis
from exactspaces.solvers.inner import larger_field
from exactspaces.solvers.similar import negative_trace
from exactspaces.solvers.spectra import WIDTH, irreducible, square
from exactspaces.solvers.tables import augmented, diagonal, joined, product, row, zero

Coefficients = list[Scalar]


def normal_form(question: NormalForm, matrix: Matrix) -> Construct:
    """Find chains (A - c I) v_k = v_(k-1) for each eigenvalue; adjoin square roots where asked."""
    square(matrix, 20)
    asked = matrix.ring
    polynomial = spectral().characteristic(matrix)
    factors = spectral().factors(polynomial)
    if question.extend == "real" and isinstance(asked, Rationals) and not _all_real(factors):
        return _not_real(matrix, factors)
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


def _all_real(factors: list[tuple[Coefficients, int]]) -> bool:
    large = (f for f, _ in factors if len(f) > 2)
    return all(len(spectral().real_roots(f, WIDTH)) == len(f) - 1 for f in large)


def _not_real(matrix: Matrix, factors: list[tuple[Coefficients, int]]) -> Construct:
    """Show that some eigenvalues are not real: a polynomial for each distinct one suffices."""
    found = negative_trace(matrix, sum(len(f) - 1 for f, _ in factors))
    if found is None:
        raise NoAnswer("the signs and the number of real eigenvalues disagree")
    return found


def _not_split(factor: tuple[Coefficients, int], extend: str) -> Construct:
    """Show that the factor is irreducible; over RR and CC its roots may be there all the same."""
    f, e = factor
    ring, shown = f[0].ring, polynomial_text(f)
    if extend:
        raise NoAnswer(
            f"the characteristic polynomial has the factor {shown}, whose roots are not written "
            "out in square roots (ask diagonalizable(A))"
        )
    other = irreducible(f, e)
    if other.field is None:
        raise NoAnswer(
            f"the characteristic polynomial has the factor {shown}, for which no root is adjoined"
        )
    reason = f"the characteristic polynomial has the factor {shown}, irreducible over "
    reason += f"{field_name(ring)}: its roots are eigenvalues that are not in the field"
    return Spectrum((), "irreducible", reason, others=(other,))


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


MAKERS: dict[type[Construction], Callable[..., Construct]] = {NormalForm: normal_form}
