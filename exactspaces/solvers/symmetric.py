"""Cofactors, symmetric matrices, maps in bases, and methods of Krylov type, without rounding.

Sources: G. Golub and C. Van Loan, Matrix Computations, chapters 4, 10 and 11.
"""

from collections.abc import Callable

from exactspaces.errors import NoAnswer, NotAField
from exactspaces.fields import Scalar, entries, entry, matrix_from, number
from exactspaces.fields.conjugation import imaginary_generators, lifted
from exactspaces.fields.roots import adjoined_root
from exactspaces.fields.signs import sign
from exactspaces.kernel import Given, Matrix, Parameters
from exactspaces.kernel.matrices import equal, identity, is_zero, minus, plus, scaled
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.symmetric import (
    Adjugate,
    ConjugateGradients,
    Cramer,
    Definiteness,
    DualBasis,
    KrylovReduction,
    MatrixOfMap,
    RootFactor,
    SymmetricFactors,
    form,
    without,
)
from exactspaces.solvers.backends.choose import backend_for
from exactspaces.solvers.decisions import full_row_minor
from exactspaces.solvers.inner import larger_field, square_roots
from exactspaces.solvers.spectra import square
from exactspaces.solvers.squares import squares
from exactspaces.solvers.systems import solution
from exactspaces.solvers.tables import (
    adjoint_of,
    augmented,
    column,
    diagonal,
    joined,
    product,
    row,
    zero,
)
from exactspaces.solvers.zero import vanishes

MAX_COFACTORS = 8


def determinant(matrix: Matrix) -> Scalar:
    """Give the determinant; 1 for no rows."""
    if not matrix.height:
        return number(matrix.ring, 1)
    return entry(backend_for(matrix.ring).determinant(matrix)[0])


def adjugate(_: Adjugate, matrix: Matrix) -> Construct:
    """Take a determinant for each entry."""
    n = square(matrix, MAX_COFACTORS)
    rows = [
        [determinant(without(matrix, i, j)) * (-1) ** (i + j) for i in range(n)] for j in range(n)
    ]
    return Construct((Part("adj", matrix_from(matrix.ring, rows, n)),))


def cramer(_: Cramer, matrix: Matrix, right: Matrix) -> Construct:
    """x_j = det A_j / det A."""
    square(matrix)
    d = determinant(matrix)
    value = row(matrix.ring, [d])
    part = Part("det", value, "number", shown=False)
    x = None if vanishes(value) else solution(matrix, right)
    if x is None:
        return Construct((part,), "singular", "det A = 0, so Cramer's rule does not apply")
    return Construct((part, Part("x", x, "vector")))


def _self_adjoint(matrix: Matrix) -> Construct | None:
    square(matrix)
    if equal(matrix, adjoint_of(matrix)):
        return None
    return Construct((), "not symmetric", "the matrix differs from its (conjugate) transpose")


def ldl(matrix: Matrix) -> tuple[list[list[Scalar]], list[Scalar], int | None]:
    """Eliminate symmetrically; the last is the place of a pivot 0 above what is not 0."""
    n = matrix.height
    rest = [list(r) for r in entries(matrix)]
    lower = [list(r) for r in entries(identity(matrix.ring, n))]
    pivots: list[Scalar] = []
    for k in range(n):
        pivot = rest[k][k]
        pivots.append(pivot)
        if not pivot and any(rest[i][k] for i in range(k + 1, n)):
            return lower, pivots, k
        for i in range(k + 1, n):
            factor = rest[i][k] / pivot if pivot else number(matrix.ring, 0)
            lower[i][k] = factor
            rest[i] = [x - factor * y for x, y in zip(rest[i], rest[k], strict=True)]
    return lower, pivots, None


def symmetric_factors(_: SymmetricFactors, matrix: Matrix) -> Construct:
    """Eliminate without exchanging rows."""
    missing = _self_adjoint(matrix)
    if missing:
        return missing
    lower, pivots, stuck = ldl(matrix)
    if stuck is not None:
        block = matrix.select(range(stuck + 1)).columns(range(stuck + 1))
        reason = f"pivot {stuck + 1} is 0 and something below it is not"
        return Construct((Part("block", block),), "pivot", reason)
    low = matrix_from(matrix.ring, lower, matrix.width)
    return Construct((Part("L", low), Part("D", diagonal(matrix.ring, pivots))))


def root_factor(_: RootFactor, matrix: Matrix) -> Construct:
    """Multiply the columns of L by the roots of the pivots; needs an ordered field."""
    missing = _self_adjoint(matrix)
    if missing:
        return missing
    _ordered(matrix)
    signs = Signs(matrix)
    if signs.negative is not None:
        return signs.bad(matrix)
    lower, pivots, stuck = ldl(matrix)
    if stuck is not None:
        raise NoAnswer("a pivot is 0 although no value is negative")
    lengths = square_roots(pivots)
    ring = lengths[0].ring
    low = lifted(ring, matrix_from(matrix.ring, lower, matrix.width))
    part = Part("L", product(low, diagonal(ring, lengths)))
    return Construct((part,), "", larger_field(matrix.ring, ring))


def _ordered(matrix: Matrix) -> None:
    ring = matrix.ring
    if ring.characteristic:
        raise NoAnswer("signs need an ordered field, and a finite field has no order")
    if isinstance(ring, Parameters):
        raise NoAnswer("the signs depend on the parameters; give them values")
    if _is_complex(matrix) and not equal(matrix, adjoint_of(matrix)):
        raise NoAnswer("x* A x is real for all x when A is Hermitian only, and this matrix is not")


def _is_complex(matrix: Matrix) -> bool:
    try:
        return bool(imaginary_generators(matrix.ring))
    except NotAField as error:
        raise NoAnswer(str(error)) from error


def _sign(x: Scalar) -> int:
    try:
        return sign(x)
    except NotAField as error:
        raise NoAnswer(f"signs are worked out in fields of square roots: {error}") from error


class Signs:
    """Vectors with positive, negative and zero value x^T S x, and the diagonal form of S.

    The rows of `change` satisfy change S change* = diagonal of `values`; S is Hermitian.
    """

    def __init__(self, matrix: Matrix) -> None:
        self.change, self.values = congruent(matrix)
        found = list(map(_sign, self.values))
        self.positive, self.negative, self.null = (
            found.index(one) if one in found else None for one in (1, -1, 0)
        )

    def vector(self, place: int) -> Matrix:
        """Give a row of the change as a column."""
        return adjoint_of(self.change.select((place,)))

    def bad(self, matrix: Matrix) -> Construct:
        """Give the vector with a negative value."""
        place = self.negative or 0
        x = self.vector(place)
        shown = ", ".join(str(v) for (v,) in entries(x))
        value = entry(product(adjoint_of(x), matrix, x))
        reason = f"x = ({shown}) gives {form(Given(matrix))} = {value}"
        parts = Part("x", x, "vector"), Part("squares", squares_of(-value), shown=False)
        return Construct(parts, "negative", reason)


def squares_of(value: Scalar) -> Matrix:
    """Give numbers whose squares add up to a positive real number, as a column.

    Rational numbers for a rational one, else the square root, over a larger field.
    """
    if value.fraction is None:
        root = adjoined_root(value)
        return column(root.ring, [root])
    return column(value.ring, [number(value.ring, x) for x in squares(value.fraction) if x])


def congruent(matrix: Matrix) -> tuple[Matrix, list[Scalar]]:
    """Give T with independent rows and T S T* diagonal, for a Hermitian S (Lagrange's method)."""
    ring, n = matrix.ring, matrix.height
    change, values = zero(ring, 0, n), list[Scalar]()
    left = identity(ring, n)
    while left.height:
        left = _with_square(left, matrix)
        first = left.select((0,))
        others = left.select(range(1, left.height))
        value = entry(product(first, matrix, adjoint_of(first)))
        change, values = joined(change, first), [*values, value]
        if value:
            factors = product(others, matrix, adjoint_of(first))
            share = scaled(row(ring, [value.inverse()]), factors)
            others = minus(others, product(share, first))
        left = others
    return change, values


def _with_square(rows: Matrix, form: Matrix) -> Matrix:
    """Begin with a vector whose value is not 0, when there is one in the span."""
    gram = entries(product(rows, form, adjoint_of(rows)))
    count = len(gram)
    place = next((i for i in range(count) if gram[i][i]), None)
    if place is not None:
        return rows.select([place, *(k for k in range(count) if k != place)])
    pairs = ((i, j) for i in range(count) for j in range(i) if gram[i][j])
    pair = next(pairs, None)
    if pair is None:
        return rows
    i, j = pair
    other = rows.select((j,))
    if not gram[i][j] + gram[j][i]:
        other = scaled(row(rows.ring, [gram[i][j]]), other)
    added = plus(rows.select((i,)), other)
    return joined(added, rows.select([k for k in range(count) if k != i]))


def definiteness(_: Definiteness, matrix: Matrix) -> Construct:
    """Diagonalise A + A* by congruence, and read off the signs."""
    square(matrix)
    _ordered(matrix)
    whole = plus(matrix, adjoint_of(matrix))
    signs = Signs(whole)
    note = ""
    if not equal(matrix, adjoint_of(matrix)):
        note = "the matrix is not symmetric: the signs of x^T A x are those of (A + A^T)/2"
    if signs.positive is not None and signs.negative is not None:
        return _indefinite(matrix, signs, note)
    way = -1 if signs.negative is not None else 1
    kind = ("negative " if way < 0 else "positive ") + ("semi" if signs.null is not None else "")
    parts = [
        Part("kind", f"{kind}definite", "words"),
        Part("T", signs.change, shown=False),
        Part("D", diagonal(matrix.ring, signs.values), shown=False),
        *(
            Part(f"s_{k}", squares_of(value * way), shown=False)
            for k, value in enumerate(signs.values, start=1)
            if value
        ),
    ]
    if signs.null is not None:
        shown = ", ".join(str(v) for (v,) in entries(signs.vector(signs.null)))
        note = "; ".join(filter(None, (note, f"x = ({shown}) gives {form(Given(matrix))} = 0")))
    return Construct(tuple(parts), "", note)


def _indefinite(matrix: Matrix, signs: Signs, note: str) -> Construct:
    parts, said = [Part("kind", "indefinite", "words")], []
    names = (("x", "squares", signs.positive, 1), ("y", "others", signs.negative, -1))
    for name, evidence, place, way in names:
        v = signs.vector(place or 0)
        value = entry(product(adjoint_of(v), matrix, v))
        parts.append(Part(name, v, "vector", shown=False))
        parts.append(Part(evidence, squares_of(value * way), shown=False))
        shown = ", ".join(str(x) for (x,) in entries(v))
        said.append(f"{name} = ({shown}) gives {value}")
    return Construct(tuple(parts), "", "; ".join(filter(None, (note, *said))))


def matrix_of_map(_: MatrixOfMap, matrix: Matrix, source: Matrix, target: Matrix) -> Construct:
    """Solve C M = T B for the bases in the columns of B and C."""
    for name, basis, due in (("source", source, matrix.width), ("target", target, matrix.height)):
        if basis.width != due:
            raise NoAnswer(f"the {name} vectors have {basis.width} entries, not {due}")
        if not basis.is_square or full_row_minor(basis) is None:
            return Construct((), name, f"the {name} vectors are no basis of F^{due}")
    back = backend_for(matrix.ring).inverse(target.transpose)
    return Construct((Part("M", product(back, matrix, source.transpose)),))


def dual_basis(_: DualBasis, vectors: Matrix) -> Construct:
    """Invert the matrix of the vectors: the functionals are the rows."""
    if not vectors.is_square or full_row_minor(vectors) is None:
        return Construct((), "no basis", f"the vectors are no basis of F^{vectors.width}")
    found = backend_for(vectors.ring).inverse(vectors.transpose)
    return Construct((Part("f", found, "vectors"),))


def krylov_reduction(question: KrylovReduction, matrix: Matrix, vector: Matrix) -> Construct:
    """Orthogonalise A q_k against q_1, ..., q_k until nothing is left."""
    n = square(matrix, 30)
    if vector.shape != (n, 1) or is_zero(vector):
        raise NoAnswer(f"a vector with {n} entries that are not all 0 is due")
    if question.symmetric and not equal(matrix, adjoint_of(matrix)):
        reason = "Lanczos' method is for symmetric (Hermitian) matrices; ask arnoldi(A, b)"
        return Construct((), "not symmetric", reason)
    ring, nothing, one = matrix.ring, number(matrix.ring, 0), number(matrix.ring, 1)
    q, squares, columns = vector, list[Scalar](), list[list[Scalar]]()
    last = vector
    while True:
        squares.append(entry(product(adjoint_of(last), last)))
        if not squares[-1]:
            raise NoAnswer(f"vector {q.width} is isotropic: its product with itself is 0")
        image = product(matrix, last)
        values = [x for (x,) in entries(product(adjoint_of(q), image))]
        used = [x / s for x, s in zip(values, squares, strict=True)]
        last = minus(image, product(q, column(ring, used)))
        columns.append(used)
        if is_zero(last):
            break
        used.append(one)
        q = augmented(q, last)
    k = q.width
    rows = [[c[i] if i < len(c) else nothing for c in columns] for i in range(k)]
    parts = Part("Q", q), Part("H", matrix_from(ring, rows, k)), Part("D", diagonal(ring, squares))
    return Construct(parts)


def conjugate_gradients(_: ConjugateGradients, matrix: Matrix, right: Matrix) -> Construct:
    """M. Hestenes and E. Stiefel, 1952: from x = 0, at most n steps for a definite matrix."""
    n = square(matrix, 30)
    if right.shape != (n, 1):
        raise NoAnswer(f"the right side has {n} entries")
    if not equal(matrix, adjoint_of(matrix)):
        raise NoAnswer("conjugate gradients are for symmetric (Hermitian) positive matrices")
    x, r = zero(matrix.ring, n, 1), right
    if is_zero(r):
        return Construct((Part("x", x, "vector"),))
    p, steps, directions, residuals = r, zero(matrix.ring, n, 0), r, r
    while True:
        image = product(matrix, p)
        square_, curvature = entry(product(adjoint_of(r), r)), entry(product(adjoint_of(p), image))
        if not curvature or not square_:
            raise NoAnswer("the method breaks down: a direction has p* A p = 0; is A definite?")
        alpha = row(matrix.ring, [square_ / curvature])
        x, new = plus(x, scaled(alpha, p)), minus(r, scaled(alpha, image))
        steps = augmented(steps, x)
        if is_zero(new):
            break
        beta = row(matrix.ring, [entry(product(adjoint_of(new), new)) / square_])
        p, r = plus(new, scaled(beta, p)), new
        directions, residuals = augmented(directions, p), augmented(residuals, r)
    return Construct(_cg_parts(matrix, x, (steps, directions, residuals)))


def _cg_parts(matrix: Matrix, x: Matrix, found: tuple[Matrix, ...]) -> tuple[Part, ...]:
    steps, p, r = found
    return (
        Part("x", x, "vector"),
        Part("steps", str(steps.width), "words"),
        Part("X", steps),
        Part("P", p),
        Part("R", r),
        Part("D", product(adjoint_of(p), matrix, p), shown=False),
        Part("E", product(adjoint_of(r), r), shown=False),
    )


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    Adjugate: adjugate,
    Cramer: cramer,
    SymmetricFactors: symmetric_factors,
    RootFactor: root_factor,
    Definiteness: definiteness,
    MatrixOfMap: matrix_of_map,
    DualBasis: dual_basis,
    KrylovReduction: krylov_reduction,
    ConjugateGradients: conjugate_gradients,
}
