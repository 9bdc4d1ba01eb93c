"""Angles, GMRES, and Krylov bases of length 1, without rounding.

Sources: Y. Saad and M. Schultz, SIAM Journal on Scientific and Statistical Computing 7, 1986;
A. Bjoerck and G. Golub, Mathematics of Computation 27, 1973.
"""

from collections.abc import Callable

from exactspaces.errors import ExactSpacesError, NoAnswer
from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.fields.conjugation import conjugate, lifted
from exactspaces.kernel import Matrix
from exactspaces.kernel.matrices import is_zero, minus, reduced
from exactspaces.questions.angles import CauchySchwarz, PrincipalAngles, minors
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.real_roots import lengths_words
from exactspaces.questions.residuals import Residuals, UnitKrylovReduction
from exactspaces.questions.symmetric import KrylovReduction
from exactspaces.solvers.backends.choose import backend_for
from exactspaces.solvers.inner import larger_field, square_roots
from exactspaces.solvers.singular import (
    eigenvalues_of,
    in_words,
    ordered,
    sigma_of,
    with_parts,
)
from exactspaces.solvers.spectra import krylov_powers, square
from exactspaces.solvers.symmetric import krylov_reduction
from exactspaces.solvers.tables import (
    adjoint_of,
    augmented,
    column,
    diagonal,
    product,
    row,
    trace_of,
    zero,
)


def principal_angles(_: PrincipalAngles, left: Matrix, right: Matrix) -> Construct:
    """Take the eigenvalues of G^-1 N H^-1 N*, with the Gram matrices of the two bases."""
    ordered(left.ring)
    if left.ring != right.ring:
        raise NoAnswer("the spaces are over different fields")
    turned = left.height > right.height
    u, w = (right, left) if turned else (left, right)
    if not u.height:
        raise NoAnswer("the zero space has no angles with others")
    back = backend_for(u.ring).inverse
    grams = [product(conjugate(m), m.transpose) for m in (u, w)]
    across = product(conjugate(u), w.transpose)
    x, y = product(back(grams[0]), across), product(back(grams[1]), adjoint_of(across))
    found = eigenvalues_of(reduced(product(x, y)), rows=turned)
    evidence = Part("X", reduced(x), shown=False), Part("Y", reduced(y), shown=False)
    try:
        cosines = sigma_of(found)
    except ExactSpacesError:
        words = {"cosines of the angles": lengths_words(found.roots)}
        return in_words(found, words, *evidence)
    part = Part("cosines", column(cosines[0].ring, cosines), "vector")
    reason = larger_field(left.ring, cosines[0].ring)
    return with_parts(found, part, *evidence, reason=reason)


def cauchy_schwarz(_: CauchySchwarz, left: Matrix, right: Matrix) -> Construct:
    """Compute both sides, and the minors whose squares add up to the difference."""
    ordered(left.ring)
    ring = left.ring
    inner = trace_of(product(adjoint_of(left), right))
    other = trace_of(product(adjoint_of(right), left))
    lengths = [trace_of(product(adjoint_of(v), v)) for v in (left, right)]
    rest = minors(left, right)
    kind = "equal, as the vectors are dependent" if is_zero(rest) else "strictly smaller"
    return Construct(
        (
            Part("|<u,v>|^2", row(ring, [inner * other]), "number"),
            Part("<u,u><v,v>", row(ring, [lengths[0] * lengths[1]]), "number"),
            Part("minors", rest, "vector", shown=False),
        ),
        "",
        f"the first is {kind}",
    )


def residuals(_: Residuals, matrix: Matrix, right: Matrix) -> Construct:
    """Solve (A K)* (A K) y = (A K)* b for the first columns of K = [b, A b, ...], one more a time.

    When the columns A K become dependent the space is invariant and A is singular on it.
    """
    n = square(matrix, 30)
    ordered(matrix.ring)
    if right.shape != (n, 1) or is_zero(right):
        raise NoAnswer(f"a right side with {n} entries that are not all 0 is due")
    powers, relation = krylov_powers(matrix, right)
    size = powers.width
    singular = not relation[0]
    count = size - 1 if singular else size
    images = product(matrix, powers)
    columns: list[list[Scalar]] = []
    for k in range(1, count + 1):
        part = images.columns(range(k))
        star = adjoint_of(part)
        y = product(backend_for(matrix.ring).inverse(product(star, part)), star, right)
        columns.append([x for (x,) in entries(y)] + [number(matrix.ring, 0)] * (count - k))
    ring = matrix.ring
    table = matrix_from(ring, columns, count).transpose if count else zero(ring, 0, 0)
    steps = product(powers.columns(range(count)), table) if count else zero(ring, n, 0)
    return _steps(matrix, right, (powers, table, steps), relation if singular else [])


def _steps(
    matrix: Matrix,
    right: Matrix,
    found: tuple[Matrix, Matrix, Matrix],
    relation: list[Scalar],
) -> Construct:
    powers, table, steps = found
    ring, count = matrix.ring, steps.width
    rest = zero(ring, right.height, 0)
    squares = [trace_of(product(adjoint_of(right), right))]
    for k in range(count):
        r = minus(right, product(matrix, steps.columns((k,))))
        rest = augmented(rest, r)
        squares.append(trace_of(product(adjoint_of(r), r)))
    parts = [
        Part("residuals^2", column(ring, squares), "vector"),
        Part("X", steps),
        Part("R", rest, shown=False),
        Part("K", powers, shown=False),
        Part("Y", table, shown=False),
    ]
    if not relation:
        last = steps.columns((count - 1,))
        return Construct((Part("x", last, "vector"), *parts))
    z = column(ring, relation[1:])
    parts.append(Part("z", z, "vector", shown=False))
    parts.append(Part("c", column(ring, [-c for c in relation[:-1]]), "vector", shown=False))
    shown = ", ".join(map(str, squares))
    reason = (
        f"breakdown: the Krylov space of dimension {powers.width} does not grow, A is singular "
    )
    reason += f"on it, and it contains no solution; the squared residuals are {shown}"
    return Construct(tuple(parts), "breakdown", reason)


def unit_krylov_reduction(
    question: UnitKrylovReduction, matrix: Matrix, vector: Matrix
) -> Construct:
    """Divide the orthogonal vectors by their lengths."""
    ordered(matrix.ring)
    asked = KrylovReduction(question.matrix, question.vector, question.symmetric)
    found = krylov_reduction(asked, matrix, vector)
    if found.missing:
        return found
    q, h, d = (found[name] for name in "QHD")
    squares = [r[k] for k, r in enumerate(entries(d))]
    lengths = square_roots(squares)
    ring = lengths[0].ring
    up, down = diagonal(ring, lengths), diagonal(ring, [x.inverse() for x in lengths])
    parts = (
        Part("Q", reduced(product(lifted(ring, q), down))),
        Part("H", reduced(product(up, lifted(ring, h), down))),
        Part("length", row(ring, lengths[:1]), "number", shown=False),
    )
    return Construct(parts, "", larger_field(matrix.ring, ring))


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    PrincipalAngles: principal_angles,
    CauchySchwarz: cauchy_schwarz,
    Residuals: residuals,
    UnitKrylovReduction: unit_krylov_reduction,
}
