"""Projections, orthogonalisation, least squares, pseudo-inverses and QR, without rounding.

Sources: G. Strang, Linear Algebra and its Applications, chapter 3; A. Ben-Israel and T. Greville,
Generalized Inverses, chapter 1, for the pseudo-inverse from a full-rank factorisation.
"""

from collections.abc import Callable
from dataclasses import dataclass

from exactspaces.errors import ExactSpacesError, NoAnswer
from exactspaces.fields import (
    Scalar,
    entries,
    entry,
    field_name,
    matrix_from,
    number,
    with_square_root,
)
from exactspaces.fields.conjugation import conjugate, lifted
from exactspaces.fields.numbers import lift
from exactspaces.fields.polynomials import combination_text
from exactspaces.kernel import Matrix, Ring
from exactspaces.kernel.matrices import equal, identity, minus, reduced
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.inner import (
    MinimumNorm,
    OrthogonalFactors,
    Orthogonalised,
    OrthogonalProjector,
    ProjectionOfVector,
    PseudoInverse,
)
from exactspaces.solvers.backends.choose import backend_for
from exactspaces.solvers.decisions import row_relation
from exactspaces.solvers.evidence import echelon_of
from exactspaces.solvers.tables import adjoint_of, column, diagonal, product, row
from exactspaces.solvers.zero import vanishes

MAX_ROOTS = 3


def form_for(n: int, ring: Ring, form: Matrix | None) -> Matrix:
    """Give the matrix of the form.

    Raises NoAnswer unless it is Hermitian (symmetric) and of the right size.
    """
    if form is None:
        return identity(ring, n)
    if form.shape != (n, n):
        raise NoAnswer(f"the form is a {n} x {n} matrix, not {form.height} x {form.width}")
    if not equal(adjoint_of(form), form):
        raise NoAnswer("a form is given by a matrix that equals its (conjugate) transpose")
    return form


def _isotropic(basis: Matrix, gram: Matrix) -> Construct | None:
    """Give a vector of the space that is orthogonal to the whole space, when there is one."""
    relation = row_relation(gram.transpose)
    if relation is None:
        return None
    w = product(relation, basis).transpose
    shown = ", ".join(str(x) for (x,) in entries(w))
    reason = f"w = ({shown}) lies in the space and is orthogonal to all of it, also to itself"
    return Construct((Part("w", w, "vector"),), "isotropic", reason)


def _projector(basis: Matrix, form: Matrix, gram: Matrix) -> Matrix:
    back = backend_for(gram.ring).inverse(gram)
    return reduced(product(basis.transpose, back, conjugate(basis), form))


def projector(_: OrthogonalProjector, basis: Matrix, form: Matrix | None = None) -> Construct:
    """P = B (B* G B)^-1 B* G for a basis in the columns of B."""
    g = form_for(basis.width, basis.ring, form)
    gram = product(conjugate(basis), g, basis.transpose)
    missing = _isotropic(basis, gram)
    return missing or Construct((Part("P", _projector(basis, g, gram)),))


def projection(
    _: ProjectionOfVector, vector: Matrix, basis: Matrix, form: Matrix | None = None
) -> Construct:
    """Apply the projector, and take the difference."""
    g = form_for(basis.width, basis.ring, form)
    gram = product(conjugate(basis), g, basis.transpose)
    missing = _isotropic(basis, gram)
    if missing:
        return missing
    p = product(_projector(basis, g, gram), vector)
    r = minus(vector, p)
    square = product(adjoint_of(r), g, r)
    parts = Part("projection", p, "vector"), Part("residual", r, "vector")
    return Construct((*parts, Part("distance^2", square, "number")))


@dataclass
class Progress:
    """Orthogonal rows so far, their products with themselves, and the coefficients used."""

    rows: list[list[Scalar]]
    squares: list[Scalar]
    coefficients: list[list[Scalar]]


def next_vector(done: Progress, vector: Matrix, form: Matrix) -> Matrix:
    """Subtract the projections onto the vectors so far; note the coefficients."""
    ring, left, used = vector.ring, vector, []
    for u, square in zip(done.rows, done.squares, strict=True):
        earlier = row(ring, u)
        top = entry(product(conjugate(earlier), form, vector.transpose))
        factor = top / square
        used.append(factor)
        left = minus(left, product(row(ring, [factor]), earlier))
    done.coefficients.append(used)
    return reduced(left)


def orthogonalised(_: Orthogonalised, vectors: Matrix, form: Matrix | None = None) -> Construct:
    """u_k = v_k - sum of <u_j, v_k> / <u_j, u_j> u_j."""
    g = form_for(vectors.width, vectors.ring, form)
    done = Progress([], [], [])
    for k in range(vectors.height):
        u = next_vector(done, vectors.select((k,)), g)
        if vanishes(u):
            return _dependent(vectors, k)
        done.rows.append(entries(u)[0])
        done.squares.append(entry(product(conjugate(u), g, u.transpose)))
        if vanishes(row(u.ring, done.squares[-1:])):
            shown = ", ".join(map(str, done.rows[-1]))
            where = f"after vector {k + 1} the method cannot go on"
            reason = f"{where}: u_{k + 1} = ({shown}) is isotropic, its product with itself is 0"
            return Construct(_orthogonal_parts(vectors, done), "isotropic", reason)
    return Construct(_orthogonal_parts(vectors, done))


def _orthogonal_parts(vectors: Matrix, done: Progress) -> tuple[Part, ...]:
    ring, k = vectors.ring, len(done.rows)
    one, nothing = number(ring, 1), number(ring, 0)
    table = [[*done.coefficients[i], one, *[nothing] * (k - i - 1)] for i in range(k)]
    return (
        Part("u", matrix_from(ring, done.rows, vectors.width), "vectors"),
        Part("T", matrix_from(ring, table, k)),
        Part("D", diagonal(ring, done.squares)),
    )


def _dependent(vectors: Matrix, k: int) -> Construct:
    """Give the relation, and offer the list without the vectors that depend on earlier ones."""
    relation = row_relation(vectors.select(range(k + 1)))
    if relation is None:
        raise NoAnswer("the two methods for independence disagree")
    values = entries(relation)[0]
    coefficients = [-x / values[k] for x in values[:k]]
    terms = combination_text(coefficients, [f"v{j + 1}" for j in range(k)])
    kept = echelon_of(vectors.transpose).pivots
    offer = ", ".join(f"v{j + 1}" for j in kept)
    reason = f"v{k + 1} = {terms}; the list {{{offer}}} is independent"
    reason += " and has the same span" if kept else ""
    part = Part("coefficients", column(vectors.ring, coefficients), "vector")
    return Construct((part,), "dependent", reason)


def minimum_norm(_: MinimumNorm, matrix: Matrix, right: Matrix) -> Construct:
    """x = A^+ b."""
    found = pseudo_inverse_of(matrix)
    if isinstance(found, str):
        raise NoAnswer("over this field there is no pseudo-inverse, so no shortest solution")
    return Construct((Part("x", product(found, right), "vector"),))


def pseudo_inverse(_: PseudoInverse, matrix: Matrix) -> Construct:
    """From a full-rank factorisation A = C R: R* (R R*)^-1 (C* C)^-1 C*."""
    found = pseudo_inverse_of(matrix)
    if isinstance(found, str):
        product_ = "A* A" if found == "left" else "A A*"
        reason = f"{product_} has a smaller rank than A, so no X satisfies Penrose's equations"
        return Construct((), found, reason)
    return Construct((Part("X", found),))


def pseudo_inverse_of(matrix: Matrix) -> Matrix | str:
    """Give the pseudo-inverse, or the side on which the product loses rank."""
    echelon = echelon_of(matrix)
    c, r = matrix.columns(echelon.pivots), echelon.rows
    grams = product(adjoint_of(c), c), product(r, adjoint_of(r))
    for side, gram in zip(("left", "right"), grams, strict=True):
        if row_relation(gram) is not None:
            return side
    left, right = (backend_for(matrix.ring).inverse(gram) for gram in grams)
    return reduced(product(adjoint_of(r), right, left, adjoint_of(c)))


def orthogonal_factors(_: OrthogonalFactors, matrix: Matrix) -> Construct:
    """Orthogonalise the columns, leave out those that become 0; then divide by the lengths."""
    ring, columns = matrix.ring, matrix.transpose
    g = identity(ring, columns.width)
    done = Progress([], [], [])
    table: list[list[Scalar]] = []
    for k in range(columns.height):
        u = next_vector(done, columns.select((k,)), g)
        used = done.coefficients[-1]
        if any(entries(u)[0]):
            done.rows.append(entries(u)[0])
            done.squares.append(entry(product(conjugate(u), u.transpose)))
            used = [*used, number(ring, 1)]
            if not done.squares[-1]:
                shown = ", ".join(map(str, done.rows[-1]))
                raise NoAnswer(f"the method stops at ({shown}), whose product with itself is 0")
        table.append(used)
    rank = len(done.rows)
    padded = [[*used, *[number(ring, 0)] * (rank - len(used))] for used in table]
    q = matrix_from(ring, done.rows, columns.width).transpose
    r = matrix_from(ring, padded, rank).transpose
    return _normalised(q, r, done.squares)


def _normalised(q: Matrix, r: Matrix, squares: list[Scalar]) -> Construct:
    """Divide the columns by their lengths; leave them where roots are not to be had."""
    try:
        lengths = square_roots(squares)
    except ExactSpacesError:
        d = diagonal(q.ring, squares)
        reason = "the columns are not divided by their lengths, which this field does not have"
        return Construct((Part("Q", q), Part("R", r), Part("D", d)), "", reason)
    ring = lengths[0].ring if lengths else q.ring
    scale, back = diagonal(ring, lengths), diagonal(ring, [x.inverse() for x in lengths])
    parts = Part("Q", product(lifted(ring, q), back)), Part("R", product(scale, lifted(ring, r)))
    return Construct(parts, "", larger_field(q.ring, ring))


def larger_field(asked: Ring, used: Ring) -> str:
    """Say which field the answer lies in, when it is a larger one."""
    return "" if asked == used else f"the entries of the answer lie in {field_name(used)}"


def square_roots(squares: list[Scalar]) -> list[Scalar]:
    """Give principal roots in one field of square roots.

    Raises NoAnswer when more than three have to be adjoined, or where there are no such roots.
    """
    if any(x.ring.characteristic for x in squares):
        raise NoAnswer("lengths are real numbers; over a finite field there are none")
    if not squares:
        return []
    ring = squares[0].ring
    for x in squares:
        ring = with_square_root(lift(ring, x)).ring
        if len(getattr(ring, "names", ())) > MAX_ROOTS:
            raise NoAnswer("the lengths need more than three square roots")
    return [with_square_root(lift(ring, x)) for x in squares]


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    OrthogonalProjector: projector,
    ProjectionOfVector: projection,
    Orthogonalised: orthogonalised,
    MinimumNorm: minimum_norm,
    PseudoInverse: pseudo_inverse,
    OrthogonalFactors: orthogonal_factors,
}
