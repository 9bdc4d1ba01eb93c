"""Generalised eigenspaces, invariant complements, eigenvectors of two matrices.

Source: I. Gohberg, P. Lancaster, L. Rodman, Invariant Subspaces of Matrices, chapters 1 and 3.
"""

from collections.abc import Callable

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.kernel import Matrix
from exactspaces.kernel.matrices import reduced, scaled
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.invariant import (
    CommonEigenvector,
    GeneralizedNull,
    InvariantComplement,
    as_column,
    splitting_matrix,
)
from exactspaces.questions.spectra import shifted
from exactspaces.solvers.backends.choose import spectral
from exactspaces.solvers.linear_maps import blocks, in_basis, kernel_of, outside, solution_matrix
from exactspaces.solvers.spectra import square
from exactspaces.solvers.systems import solution
from exactspaces.solvers.tables import augmented, product, row

MAX_UNKNOWNS = 400


def generalized_null(question: GeneralizedNull, matrix: Matrix) -> Construct:
    """Multiply until the null space grows no more."""
    square(matrix, 30)
    sizes: list[int] = []
    space, power = kernel_of(matrix), matrix
    while space.height > (sizes[-1] if sizes else 0):
        sizes.append(space.height)
        last, power = space, product(power, matrix)
        space = kernel_of(power)
    last = last if sizes else space
    return Construct((
        Part("index", str(len(sizes)), "words"),
        Part("nullities", ", ".join(map(str, sizes)) or "0", "words"),
        Part("basis", last, "vectors", ambient=question.source),
    ))  # fmt: skip


def invariant_complement(question: InvariantComplement, matrix: Matrix, rows: Matrix) -> Construct:
    """Solve M X - X Q = -S for the entries of X."""
    broken = outside(matrix, rows, question.source)
    if broken is not None:
        return broken
    p, form = blocks(matrix, rows)
    k, n = rows.height, matrix.height
    m, q = (reduced(form.select(r).columns(r)) for r in (range(k), range(k, n)))
    s = reduced(form.select(range(k)).columns(range(k, n)))
    if k * (n - k) > MAX_UNKNOWNS:
        raise NoAnswer(f"the system has more than {MAX_UNKNOWNS} unknowns")
    minus = row(matrix.ring, [number(matrix.ring, -1)])
    x = solution(splitting_matrix(m, q), scaled(minus, as_column(s))) if k < n and k else None
    if x is None and k * (n - k):
        parts = Part("P", p), Part("form", form)
        reason = "in the basis P the map is [M S; 0 Q], and M X - X Q = -S has no solution X"
        return Construct(parts, "no complement", reason)
    rest = p.columns(range(k, n))
    if x is not None:
        listed = [value for (value,) in entries(x)]
        table = [listed[i * (n - k) : (i + 1) * (n - k)] for i in range(k)]
        change = product(rows.transpose, matrix_from(matrix.ring, table, n - k))
        rest = _sum(rest, change)
    whole = augmented(p.columns(range(k)), rest)
    return Construct((
        Part("complement", reduced(rest.transpose), "vectors", ambient=question.source),
        Part("P", reduced(whole), shown=False),
        Part("form", solution_matrix(whole, product(matrix, whole)), shown=False),
    ))  # fmt: skip


def _sum(left: Matrix, right: Matrix) -> Matrix:
    pairs = zip(entries(left), entries(right), strict=True)
    rows = [[x + y for x, y in zip(a, b, strict=True)] for a, b in pairs]
    return matrix_from(left.ring, rows, left.width)


def common_eigenvector(question: CommonEigenvector, left: Matrix, right: Matrix) -> Construct:
    """Look, for each eigenvalue of A in the field, for eigenvectors of B in its eigenspace.

    The largest subspace of the eigenspace that B maps into itself contains all of them.
    """
    square(left, 20)
    for a in _eigenvalues(left):
        space = kernel_of(shifted(left, a))
        space = _largest_invariant(space, right)
        if not space.height:
            continue
        inner = in_basis(space, product(right, space.transpose))
        if inner is None:
            raise NoAnswer("the subspace is not invariant")
        for b in _eigenvalues(inner):
            v = product(space.transpose, kernel_of(shifted(inner, b)).select((0,)).transpose)
            return Construct((
                Part("v", reduced(v), "vector", ambient=question.source),
                Part("a", row(left.ring, [a]), "number"),
                Part("b", row(left.ring, [b]), "number"),
            ))  # fmt: skip
    raise NoAnswer("no common eigenvector has its eigenvalues in the field")


def _eigenvalues(matrix: Matrix) -> list[Scalar]:
    factors = spectral().factors(spectral().characteristic(matrix))
    return [-f[0] for f, _ in factors if len(f) == 2]


def _largest_invariant(space: Matrix, matrix: Matrix) -> Matrix:
    """Cut a space down to those vectors whose images stay in it, until nothing changes."""
    while space.height:
        conditions = kernel_of(space)  # functionals that are 0 on the space
        if not conditions.height:
            return space
        stay = kernel_of(product(conditions, product(matrix, space.transpose)))
        if stay.height == space.height:
            return space
        space = reduced(product(stay, space))
    return space


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    GeneralizedNull: generalized_null,
    InvariantComplement: invariant_complement,
    CommonEigenvector: common_eigenvector,
}
