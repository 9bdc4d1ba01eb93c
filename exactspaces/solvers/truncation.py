"""Low-rank truncation, polar, spectral and Schur decomposition, factors of full rank.

Sources: R. Horn and C. Johnson, Matrix Analysis, chapters 2, 4 and 7; C. Eckart and G. Young,
Psychometrika 1, 1936.
"""

from collections.abc import Callable

from exactspaces.errors import ExactSpacesError, NoAnswer
from exactspaces.fields import Scalar, entries, entry, matrix_from, number
from exactspaces.fields.conjugation import conjugate, lifted
from exactspaces.fields.numbers import lift
from exactspaces.fields.roots import adjoined_root
from exactspaces.kernel import Matrix, Ring
from exactspaces.kernel.matrices import equal, identity, minus, reduced, scaled
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.decompositions import (
    LowRank,
    Polar,
    Projectors,
    RankFactors,
    Schur,
    SpectralProjectors,
)
from exactspaces.questions.real_roots import error_words, roots_words
from exactspaces.questions.singular import Squares
from exactspaces.questions.spectra import NormalForm
from exactspaces.solvers.backends.choose import backend_for
from exactspaces.solvers.decisions import row_relation
from exactspaces.solvers.decompositions import eigenvectors, whole
from exactspaces.solvers.evidence import echelon_of
from exactspaces.solvers.frobenius import divided
from exactspaces.solvers.inner import larger_field, square_roots
from exactspaces.solvers.normal_forms import normal_form
from exactspaces.solvers.singular import (
    as_matrix,
    eigenvalues_of,
    embedded,
    in_words,
    ordered,
    together,
)
from exactspaces.solvers.spectra import as_row, inserted, square
from exactspaces.solvers.tables import (
    adjoint_of,
    augmented,
    diagonal,
    product,
    row,
    trace_of,
    zero,
)

Coefficients = list[Scalar]


def orthogonal_basis(found: Squares, ring: Ring) -> tuple[Matrix, list[Scalar]]:
    """Give orthogonal eigenvectors of the Gram matrix as columns, and their eigenvalues."""
    columns: list[Matrix] = []
    values: list[Scalar] = []
    for value, space in eigenvectors(found, ring):
        rows = space
        while rows.height:
            w = whole(rows.select((0,)))
            inverse = entry(product(conjugate(w), w.transpose)).inverse()
            share = scaled(row(w.ring, [inverse]), product(rows, adjoint_of(w)))
            rest = minus(rows, product(share, w))
            rows = rest.select(echelon_of(rest.transpose).pivots)
            columns.append(w.transpose)
            values.append(value)
    return as_matrix(values[0].ring, columns, columns[0].height), values


def of_columns(matrix: Matrix) -> Squares:
    """Give the eigenvalues of A* A, also when A A* is smaller."""
    ordered(matrix.ring)
    return eigenvalues_of(product(adjoint_of(matrix), matrix))


def low_rank(question: LowRank, matrix: Matrix) -> Construct:
    """Keep the part of A on the first eigenvectors of A* A."""
    found = of_columns(matrix)
    k, n = question.k, matrix.width
    try:
        w, squares = orthogonal_basis(found, matrix.ring)
        ring = w.ring
        kept = w.columns(range(min(k, n)))
        gram = product(adjoint_of(kept), kept)
        share = product(kept, backend_for(ring).inverse(gram), adjoint_of(kept)) if k else None
        whole_ = lifted(ring, matrix)
        low = reduced(product(whole_, share)) if share else zero(ring, *matrix.shape)
        rest = minus(whole_, low)
        next_square = squares[k] if k < n else number(ring, 0)
        errors = [
            adjoined_root(next_square),
            adjoined_root(trace_of(product(adjoint_of(rest), rest))),
        ]
    except ExactSpacesError as error:
        reason = f"the matrix is not written out: {error}"
        return in_words(found, {"operator error": error_words(found.roots, k)}, reason=reason)
    tie = 0 < k < n and squares[k - 1] == squares[k] and bool(squares[k])
    return Construct(
        (
            Part("A_k", low),
            Part("operator error", row(errors[0].ring, errors[:1]), "number"),
            Part("Frobenius error", row(errors[1].ring, errors[1:]), "number"),
            Part("G", product(adjoint_of(matrix), matrix), shown=False),
            Part("W", w, shown=False),
            Part("L", diagonal(ring, squares), shown=False),
        ),
        "",
        _tie_words(k) if tie else larger_field(matrix.ring, ring),
    )


def _tie_words(k: int) -> str:
    return f"singular values {k} and {k + 1} are equal, so other matrices are as close"


def polar(_: Polar, matrix: Matrix) -> Construct:
    """P = sum of s_i P_i with the projectors onto the eigenspaces of A* A; Q = A P^-1."""
    ordered(matrix.ring)
    relation = row_relation(matrix.transpose)
    if relation is not None:
        shown = ", ".join(str(x) for x in entries(relation)[0])
        reason = f"A v = 0 for v = ({shown}), so P is not definite and Q is not determined"
        return Construct((Part("v", relation.transpose, "vector"),), "singular", reason)
    found = of_columns(matrix)
    try:
        w, squares = orthogonal_basis(found, matrix.ring)
        roots: list[Scalar] = []
        ring = w.ring
        for x in squares:
            roots.append(adjoined_root(embedded(x, ring)))
            ring = roots[-1].ring
    except ExactSpacesError as error:
        reason = f"Q and P are not written out: {error}"
        return in_words(found, {"eigenvalues of P^2": roots_words(found.roots)}, reason=reason)
    sigma = [lift(ring, x) for x in roots]
    w = lifted(ring, w)
    back = backend_for(ring).inverse(w)
    values = diagonal(ring, sigma)
    p = reduced(product(w, values, back))
    inverse = product(w, diagonal(ring, [x.inverse() for x in sigma]), back)
    q = reduced(product(lifted(ring, matrix), inverse))
    parts = Part("Q", q), Part("P", p), Part("W", w, shown=False), Part("L", values, shown=False)
    return Construct(parts, "", larger_field(matrix.ring, ring))


def spectral_projectors(_: SpectralProjectors, matrix: Matrix) -> Construct:
    """Insert A into polynomials that are 1 at one eigenvalue (or factor) and 0 at the others."""
    square(matrix, 20)
    if not equal(matrix, adjoint_of(matrix)):
        reason = "the matrix differs from its (conjugate) transpose"
        return Construct((), "not self-adjoint", reason)
    ordered(matrix.ring)
    found = eigenvalues_of(matrix)
    known = [root.value for root in found.roots if root.value is not None]
    try:
        values = together(known, matrix.ring)
    except ExactSpacesError:
        raise NoAnswer("the eigenvalues need more than five square roots") from None
    ring = values[-1].ring if values else matrix.ring
    numbers = [lift(ring, v) for v in values]
    blocks = list(dict.fromkeys(root.polynomial for root in found.roots if root.value is None))
    one = number(ring, 1)
    factors = [[-v, one] for v in numbers]
    factors += [[number(ring, c) for c in entries(f)[0]] for f in blocks]
    ps = tuple(_projector(lifted(ring, matrix), factors, k) for k in range(len(factors)))
    labels: list[Scalar | None] = [*numbers, *[None] * len(blocks)]
    parts = []
    for k, (p, v, f) in enumerate(zip(ps, labels, factors, strict=True), start=1):
        parts.append(_label(k, v, f, ring))
        parts.append(Part(f"P_{k}", p))
    reason = larger_field(matrix.ring, ring)
    rows = tuple(as_row(f) for f in factors)
    return Projectors(
        tuple(parts), reason=reason, projectors=ps, numbers=tuple(labels), factors=rows
    )


def _label(k: int, value: Scalar | None, factor: Coefficients, ring: Ring) -> Part:
    if value is not None:
        return Part(f"c_{k}", row(ring, [value]), "number")
    return Part(f"f_{k}", as_row(factor), "polynomial")


def _projector(matrix: Matrix, factors: list[Coefficients], place: int) -> Matrix:
    """Give h(A) for the h of least degree that is 1 modulo one factor and 0 modulo the others."""
    ring = matrix.ring
    f, rest = factors[place], [number(ring, 1)]
    for k, g in enumerate(factors):
        if k != place:
            rest = _times(rest, g)
    inverse = _inverse_modulo(rest, f)
    return reduced(inserted(_times(rest, inverse), matrix))


def _times(f: Coefficients, g: Coefficients) -> Coefficients:
    out = [number(f[0].ring, 0)] * (len(f) + len(g) - 1)
    for i, x in enumerate(f):
        for j, y in enumerate(g):
            out[i + j] = out[i + j] + x * y
    return out


def _inverse_modulo(g: Coefficients, f: Coefficients) -> Coefficients:
    """Solve g h = 1 modulo a monic f without common factor: the matrix of h -> g h, inverted."""
    ring, d = f[0].ring, len(f) - 1
    columns = []
    for k in range(d):
        shifted_ = [*[number(ring, 0)] * k, *g]
        rest = divided(shifted_, f)[1][:d] if len(shifted_) > d else shifted_
        columns.append([*rest, *[number(ring, 0)] * (d - len(rest))])
    back = backend_for(ring).inverse(matrix_from(ring, columns, d).transpose)
    return [x for (x,) in entries(back.columns((0,)))]


def schur(question: Schur, matrix: Matrix) -> Construct:
    """From A P = P J and P = Q R follows A Q = Q (R J R^-1), and R J R^-1 is upper triangular."""
    square(matrix, 12)
    ordered(matrix.ring)
    found = normal_form(
        NormalForm(question.matrix, diagonal=False, extend=question.extend), matrix
    )
    if found.missing:
        return found
    p, j = found["P"], found["J"]
    ring = p.ring
    q, r = _orthogonal(p)
    t = product(r, j, backend_for(ring).inverse(r))
    squares = [row_[k] for k, row_ in enumerate(entries(product(adjoint_of(q), q)))]
    try:
        lengths = square_roots(squares)
    except ExactSpacesError:
        reason = "the columns are not divided by their lengths: that needs too many square roots"
        plain = Part("Q", q), Part("T", reduced(t)), Part("D", diagonal(ring, squares))
        return Construct(plain, "", reason)
    field = lengths[0].ring
    up, down = diagonal(field, lengths), diagonal(field, [x.inverse() for x in lengths])
    unit = product(lifted(field, q), down)
    upper = product(up, lifted(field, t), down)
    parts = Part("Q", reduced(unit)), Part("T", reduced(upper))
    return Construct(parts, "", larger_field(matrix.ring, field))


def _orthogonal(p: Matrix) -> tuple[Matrix, Matrix]:
    """Write an invertible P as Q R with orthogonal columns in Q and a unit upper triangular R."""
    ring, n = p.ring, p.width
    q = zero(ring, n, 0)
    table = [list(r) for r in entries(identity(ring, n))]
    for k in range(n):
        left = p.columns((k,))
        for j in range(k):
            u = q.columns((j,))
            factor = entry(product(adjoint_of(u), p.columns((k,)))) / entry(
                product(adjoint_of(u), u)
            )
            table[j][k] = factor
            left = minus(left, scaled(row(ring, [factor]), u))
        q = augmented(q, left)
    return q, matrix_from(ring, table, n)


def rank_factors(_: RankFactors, matrix: Matrix) -> Construct:
    """Take the pivot columns, and the rows of the reduced echelon form that are not 0."""
    echelon = echelon_of(matrix)
    return Construct((Part("C", matrix.columns(echelon.pivots)), Part("R", echelon.rows)))


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    LowRank: low_rank,
    Polar: polar,
    SpectralProjectors: spectral_projectors,
    Schur: schur,
    RankFactors: rank_factors,
}
