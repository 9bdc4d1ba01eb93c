"""Restrictions, quotients, induced maps and isomorphisms, worked out in bases.

Source: P. Halmos, Finite-Dimensional Vector Spaces, sections 18 to 22 and 41 to 43.
"""

from collections.abc import Callable

from exactspaces.errors import NoAnswer
from exactspaces.fields import entries
from exactspaces.kernel import Matrix
from exactspaces.kernel.matrices import identity, minus, reduced
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.linear_maps import (
    BlockForm,
    DoubleDual,
    FirstIsomorphism,
    InducedMap,
    RankNullity,
    Restriction,
    SecondIsomorphism,
    ThirdIsomorphism,
    dimensions,
)
from exactspaces.solvers.bases import joined, without_fractions
from exactspaces.solvers.evidence import echelon_of, null_basis
from exactspaces.solvers.systems import augmented, solution
from exactspaces.solvers.tables import product, zero
from exactspaces.solvers.zero import vanishes
from exactspaces.spaces import Ambient


def kernel_of(matrix: Matrix) -> Matrix:
    """Give a basis of the null space, as rows."""
    return without_fractions(null_basis(echelon_of(matrix)).basis)


def image_of(matrix: Matrix) -> Matrix:
    """Give the pivot columns, as rows."""
    return reduced(matrix.transpose.select(echelon_of(matrix).pivots))


def completing(rows: Matrix) -> Matrix:
    """Give unit vectors that complete independent rows to a basis.

    Raises NoAnswer when the rows are dependent.
    """
    one = identity(rows.ring, rows.width)
    return among(rows, one)


def among(first: Matrix, more: Matrix) -> Matrix:
    """Give those rows of `more` that are no combinations of the rows before them.

    Raises NoAnswer when the first rows are dependent.
    """
    pivots = echelon_of(joined(first, more).transpose).pivots
    if sum(1 for j in pivots if j < first.height) < first.height:
        raise NoAnswer("the vectors of the basis are dependent")
    return reduced(more.select([j - first.height for j in pivots if j >= first.height]))


def in_basis(rows: Matrix, columns: Matrix) -> Matrix | None:
    """Give the coordinates of columns in a basis (rows); None when one is outside its span."""
    found = zero(rows.ring, rows.height, 0)
    for k in range(columns.width):
        x = solution(rows.transpose, columns.columns((k,)))
        if x is None:
            return None
        found = augmented(found, x)
    return found


def rank_nullity(question: RankNullity, matrix: Matrix) -> Construct:
    """Reduce the matrix once for the kernel and the pivot columns."""
    kernel, image = kernel_of(matrix), image_of(matrix)
    r, k = image.height, kernel.height
    return Construct((
        Part("kernel", kernel, "vectors", ambient=question.source),
        Part("image", image, "vectors", ambient=question.target),
        Part("dimensions", dimensions(r, k), "words"),
    ))  # fmt: skip


def outside(matrix: Matrix, rows: Matrix, ambient: Ambient) -> Construct | None:
    """Give a basis vector of W with its image outside W; None when W is invariant."""
    for k in range(rows.height):
        v = rows.select((k,)).transpose
        image = product(matrix, v)
        if solution(rows.transpose, image) is None:
            parts = _witness(v, image, (ambient, ambient))
            return Construct(parts, "not invariant", _said(*parts, ambient))
    return None


def _witness(v: Matrix, image: Matrix, spaces: tuple[Ambient, Ambient]) -> tuple[Part, Part]:
    return (
        Part("v", reduced(v), "vector", ambient=spaces[0]),
        Part("image", reduced(image), "vector", ambient=spaces[1]),
    )


def _said(v: Part, image: Part, space: Ambient) -> str:
    shown = [space.plain(entries(part.value.transpose)[0]) for part in (v, image)
             if isinstance(part.value, Matrix)]  # fmt: skip
    return f"v = {shown[0]} is in W, and its image {shown[1]} is not in W"


def restriction(question: Restriction, matrix: Matrix, rows: Matrix) -> Construct:
    """Write the images of the basis of W in this basis."""
    broken = outside(matrix, rows, question.source)
    if broken is not None:
        return broken
    m = in_basis(rows, product(matrix, rows.transpose))
    if m is None:
        raise NoAnswer("the images of the basis are not its combinations")
    basis = Part("basis", rows, "vectors", ambient=question.source)
    return Construct((basis, Part("M", m)))


def blocks(matrix: Matrix, rows: Matrix) -> tuple[Matrix, Matrix]:
    """Give P, which begins with a basis of W, and the matrix of the map in its columns."""
    p = joined(rows, completing(rows)).transpose
    form = solution_matrix(p, product(matrix, p))
    return p, form


def solution_matrix(left: Matrix, right: Matrix) -> Matrix:
    """Give X with left X = right, for an invertible left side.

    Raises NoAnswer when the left side is singular.
    """
    n = left.width
    echelon = echelon_of(augmented(left, right))
    if echelon.pivots != tuple(range(n)):
        raise NoAnswer("the vectors are no basis")
    return reduced(echelon.rows.columns(range(n, n + right.width)))


def block_form(question: BlockForm, matrix: Matrix, rows: Matrix) -> Construct:
    """Complete a basis of W, and write the map in the whole basis."""
    broken = outside(matrix, rows, question.source)
    if broken is not None:
        return broken
    p, form = blocks(matrix, rows)
    k, n = rows.height, matrix.height
    whole = Part("P", p, shown=not question.quotient)
    parts = [whole, Part("form", form, shown=not question.quotient)]
    if question.quotient:
        cosets = reduced(p.columns(range(k, n)).transpose)
        corner = reduced(form.select(range(k, n)).columns(range(k, n)))
        parts += [
            Part("cosets", cosets, "vectors", ambient=question.source),
            Part("Q", corner),
        ]
    return Construct(tuple(parts))


def induced(question: InducedMap, matrix: Matrix, rows: Matrix) -> Construct:
    """Complete a basis of W; the inverse of the whole basis gives the coordinates of cosets."""
    for k in range(rows.height):
        v = rows.select((k,)).transpose
        image = product(matrix, v)
        if not vanishes(image):
            return _not_in_kernel(question, v, image)
    cosets = completing(rows)
    n, k = rows.width, rows.height
    inverse = solution_matrix(joined(rows, cosets).transpose, identity(rows.ring, n))
    pi = reduced(inverse.select(range(k, n)))
    return Construct((
        Part("cosets", cosets, "vectors", ambient=question.source),
        Part("pi", pi),
        Part("F", reduced(product(matrix, cosets.transpose))),
    ))  # fmt: skip


def _not_in_kernel(question: InducedMap, v: Matrix, image: Matrix) -> Construct:
    parts = (
        Part("v", reduced(v), "vector", ambient=question.source),
        Part("image", reduced(image), "vector"),
    )
    shown = question.source.plain(entries(v.transpose)[0])
    return Construct(parts, "not in the kernel", f"w = {shown} is in W, and its image is not 0")


def first_isomorphism(question: FirstIsomorphism, matrix: Matrix) -> Construct:
    """Complete a basis of the kernel, and write the images of the others in a reduced basis."""
    kernel = kernel_of(matrix)
    cosets = completing(kernel)
    echelon = echelon_of(matrix.transpose)
    image = without_fractions(reduced(echelon.rows))
    m = in_basis(image, product(matrix, cosets.transpose))
    if m is None:
        raise NoAnswer("the images are no combinations of the basis of the image")
    inverse = solution_matrix(m, identity(m.ring, m.height))
    return Construct((
        Part("kernel", kernel, "vectors", ambient=question.source),
        Part("cosets", cosets, "vectors", ambient=question.source),
        Part("image", image, "vectors", ambient=question.target),
        Part("M", m),
        Part("N", inverse),
    ))  # fmt: skip


def second_isomorphism(question: SecondIsomorphism, left: Matrix, right: Matrix) -> Construct:
    """Complete a basis of the intersection by vectors of U."""
    opposite = minus(zero(right.ring, right.height, right.width), right)
    relations = null_basis(echelon_of(joined(left, opposite).transpose)).basis
    meet = product(relations.columns(range(left.height)), left)
    meet = without_fractions(reduced(echelon_of(meet).rows))
    cosets = among(meet, left)
    return Construct((
        Part("meet", meet, "vectors", ambient=question.source),
        Part("cosets", cosets, "vectors", ambient=question.source),
    ))  # fmt: skip


def third_isomorphism(
    question: ThirdIsomorphism, whole: Matrix, middle: Matrix, lower: Matrix
) -> Construct:
    """Complete a basis of U by vectors of W, and one of W by vectors of V."""
    for names, small, large in (("UW", lower, middle), ("WV", middle, whole)):
        for k in range(small.height):
            v = small.select((k,)).transpose
            if solution(large.transpose, v) is None:
                shown = question.source.plain(entries(v.transpose)[0])
                part = Part("v", reduced(v), "vector", ambient=question.source)
                reason = f"v = {shown} is in {names[0]}, and not in {names[1]}"
                return Construct((part,), f"{names[0]} is not in {names[1]}", reason)
    return Construct((
        Part("inside", among(lower, middle), "vectors", ambient=question.source),
        Part("cosets", among(middle, whole), "vectors", ambient=question.source),
    ))  # fmt: skip


def double_dual(_: DoubleDual, rows: Matrix) -> Construct:
    """Invert twice."""
    one = identity(rows.ring, rows.height)
    if not rows.is_square or len(echelon_of(rows).pivots) < rows.height:
        return Construct((), "no basis", "these vectors are no basis")
    f = solution_matrix(rows, one).transpose
    again = solution_matrix(f, one).transpose
    return Construct((Part("f", reduced(f), "vectors"), Part("b", reduced(again), "vectors")))


MAKERS: dict[type[Construction], Callable[..., Construct]] = {
    RankNullity: rank_nullity,
    Restriction: restriction,
    BlockForm: block_form,
    InducedMap: induced,
    FirstIsomorphism: first_isomorphism,
    SecondIsomorphism: second_isomorphism,
    ThirdIsomorphism: third_isomorphism,
    DoubleDual: double_dual,
}
