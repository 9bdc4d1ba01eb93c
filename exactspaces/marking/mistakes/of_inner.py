"""Mistakes with orthogonal bases, with the method of Gram and Schmidt, and with projections."""

from collections.abc import Iterator

from exactspaces.fields import Scalar, entries, matrix_from, number, with_square_root
from exactspaces.fields.conjugation import conjugate
from exactspaces.kernel import Given, Inverse, Matrix, Span
from exactspaces.kernel.matrices import equal, times
from exactspaces.marking.judges.inner import form_of, gram_of, of_length_one, spanned
from exactspaces.marking.mistakes.base import (
    Mistake,
    NoValue,
    Scene,
    part_of,
    rows_matrix,
    spans_equal,
)
from exactspaces.marking.mistakes.made import (
    chained,
    difference,
    made,
    multiple,
    same_directions,
)
from exactspaces.questions import BasisFor
from exactspaces.questions.inner import (
    MinimumNorm,
    Orthogonalised,
    OrthogonalProjector,
    ProjectionOfVector,
)
from exactspaces.reading.bindings import carried

_BASES, _UNIT = ("orthogonal-basis", "orthonormal-basis"), ("orthonormal-basis",)
_PROJECTION, _ROOTS = ("projection",), 3


def given_vectors(scene: Scene) -> Matrix:
    """Give the vectors that the method begins with, as rows."""
    match scene.case.question:
        case Orthogonalised(rows) | BasisFor(Span(rows)):
            found: Matrix = scene.value(rows)
            return found
    raise NoValue


def _product(u: Matrix, v: Matrix, form: Matrix | None) -> Scalar:
    """Give <u, v> of two rows."""
    middle = v.transpose if form is None else times(form, v.transpose)
    return entries(times(conjugate(u), middle))[0][0]


def _stacked(rows: list[Matrix]) -> Matrix:
    return rows_matrix(rows[-1], [entries(row)[0] for row in rows])


def orthogonal_vectors(scene: Scene) -> Iterator[Matrix]:
    """Orthogonal vectors that are not divided by their lengths."""
    question = Orthogonalised(Given(_basis(scene)), _form(scene))
    found = scene.case.settle(question).answer
    yield part_of(found, "u")


def _form(scene: Scene) -> Given | None:
    form = form_of(scene.case)
    return None if form is None else Given(form)


def only_normalised(scene: Scene) -> Iterator[Matrix]:
    """The given vectors divided by their lengths."""
    found = of_length_one(given_vectors(scene), form_of(scene.case))
    if found is not None and found.height:
        yield found


def as_given(scene: Scene) -> Iterator[Matrix]:
    """The given vectors themselves."""
    yield given_vectors(scene)


def old_vectors(scene: Scene) -> Iterator[Matrix]:
    """v_k minus its projections onto v_1, ..., v_(k-1) instead of u_1, ..., u_(k-1)."""
    rows, form = given_vectors(scene), form_of(scene.case)
    listed = [rows.select((k,)) for k in range(rows.height)]
    out = []
    for k, v in enumerate(listed):
        left = v
        for u in listed[:k]:
            left = difference(left, multiple(u, _product(u, v, form) / _product(u, u, form)))
        out.append(left)
    if len(out) > 2:
        yield _stacked(out)


def missing_squares(scene: Scene) -> Iterator[Matrix]:
    """v_k minus <u, v_k> / |u| u: divided by the length, not by its square."""
    rows, form = given_vectors(scene), form_of(scene.case)
    out: list[Matrix] = []
    for k in range(rows.height):
        v = left = rows.select((k,))
        for place in range(k):
            u = out[place]
            root = with_square_root(_product(u, u, form))
            if len(getattr(root.ring, "names", ())) > _ROOTS:
                return
            rows, v, left, u = (carried(x, root.ring) for x in (rows, v, left, u))
            form = form if form is None else carried(form, root.ring)
            out = [carried(x, root.ring) for x in out]
            left = difference(left, multiple(u, _product(u, v, form) / root))
        out.append(left)
    if len(out) > 1:
        yield _stacked(out)


def _basis(scene: Scene) -> Matrix:
    """Give a basis of the space that is asked for."""
    question = spanned(scene.case).question
    if not isinstance(question, BasisFor):
        raise NoValue
    return scene.basis(question.space)


def _spans_right(scene: Scene) -> bool:
    return spans_equal(scene, scene.answer, carried(_basis(scene), scene.answer.ring))


def _is_diagonal(matrix: Matrix) -> bool:
    return not any(x for i, r in enumerate(entries(matrix)) for j, x in enumerate(r) if i != j)


def _unnormalised(scene: Scene) -> bool:
    """Say whether the vectors are an orthogonal basis whose lengths are not all 1."""
    form = form_of(scene.case)
    gram = gram_of(scene.answer, None if form is None else carried(form, scene.answer.ring))
    return scene.answer.height > 0 and _is_diagonal(gram) and _spans_right(scene)


def _is_normalised(scene: Scene, due: Matrix) -> bool:
    """Say whether the rows are those that were given, with length 1, up to signs."""
    if not same_directions(scene, due):
        return False
    form = form_of(scene.case)
    gram = gram_of(scene.answer, None if form is None else carried(form, scene.answer.ring))
    return all(row[k] == number(gram.ring, 1) for k, row in enumerate(entries(gram)))


def _for_standard(scene: Scene) -> bool:
    """Say whether the vectors are orthogonal for the standard product and not for the given."""
    if form_of(scene.case) is None or not scene.answer.height:
        return False
    return _is_diagonal(gram_of(scene.answer, None)) and _spans_right(scene)


def standard_vectors(scene: Scene) -> Iterator[Matrix]:
    """Orthogonal vectors for the standard product."""
    if form_of(scene.case) is not None:
        found = scene.case.settle(Orthogonalised(Given(_basis(scene)))).answer
        yield part_of(found, "u")


def _unconjugated(scene: Scene) -> bool:
    """Say whether the vectors are orthogonal without conjugation."""
    form = form_of(scene.case)
    rows = scene.answer
    middle = rows.transpose if form is None else times(carried(form, rows.ring), rows.transpose)
    if rows.height < 2 or equal(conjugate(rows), rows):
        return False
    return _is_diagonal(times(rows, middle)) and _spans_right(scene)


# ------------------------------------------------------------------------------- projections


def _projected(scene: Scene) -> tuple[Matrix, Matrix, Matrix | None]:
    """Give the vector, a basis of the space as columns, and the form."""
    question = scene.case.question
    if not isinstance(question, ProjectionOfVector):
        raise NoValue
    match question.space:
        case Span(Given(rows)) if scene.basis(question.space).height == rows.height:
            basis = rows
        case _:
            basis = scene.basis(question.space)
    form = None if question.form is None else scene.value(question.form)
    return scene.value(question.vector), basis.transpose, form


def _key(scene: Scene) -> Matrix:
    return part_of(scene.case.key.answer, "projection")


def rejections(scene: Scene) -> Iterator[Matrix]:
    """b - p for p; I - P for P."""
    question = scene.case.question
    if isinstance(question, OrthogonalProjector):
        found = part_of(scene.case.key.answer, "P")
        one = [[number(found.ring, int(i == j)) for j in range(found.width)]
               for i in range(found.width)]  # fmt: skip
        yield difference(matrix_from(found.ring, one, found.width), found)
        return
    yield difference(_projected(scene)[0], _key(scene))


def other_way(scene: Scene) -> Iterator[Matrix]:
    """The projection of the direction on the vector."""
    b, a, form = _projected(scene)
    if a.width == 1:
        rows = b.transpose, a.transpose
        yield multiple(b, _product(rows[0], rows[1], form) / _product(rows[0], rows[0], form))


def without_gram(scene: Scene) -> Iterator[Matrix]:
    """A A^T b for A (A^T A)^-1 A^T b, and A A^T for the matrix."""
    question = scene.case.question
    if isinstance(question, OrthogonalProjector):
        a = _basis_of(scene, question).transpose
        yield chained(a, conjugate(a).transpose)
        return
    b, a, form = _projected(scene)
    weighted = b if form is None else times(form, b)
    yield chained(a, conjugate(a).transpose, weighted)


def _basis_of(scene: Scene, question: OrthogonalProjector) -> Matrix:
    match question.space:
        case Span(Given(rows)):
            return rows
    return scene.basis(question.space)


def _solved(scene: Scene, b: Matrix, a: Matrix, left: Matrix) -> Matrix:
    """Give (L A)^-1 L b."""
    inverse: Matrix = scene.value(Inverse(Given(times(left, a))))
    return chained(inverse, left, b)


def coefficients(scene: Scene) -> Iterator[Matrix]:
    """The coefficients x of the combination A x for A x itself, and the other way round."""
    question = scene.case.question
    if isinstance(question, MinimumNorm):
        yield times(scene.value(question.matrix), part_of(scene.case.key.answer, "x"))
        return
    b, a, form = _projected(scene)
    left = conjugate(a).transpose
    yield _solved(scene, b, a, left if form is None else times(left, form))


def standard_projections(scene: Scene) -> Iterator[Matrix]:
    """The projection for the standard product."""
    b, a, form = _projected(scene)
    if form is not None:
        yield times(a, _solved(scene, b, a, conjugate(a).transpose))


def bilinear_projections(scene: Scene) -> Iterator[Matrix]:
    """The projection without conjugation, or with the wrong factor conjugated."""
    b, a, form = _projected(scene)
    if equal(conjugate(a), a) and equal(conjugate(b), b):
        return
    left = a.transpose if form is None else times(a.transpose, form)
    yield times(a, _solved(scene, b, a, left))
    if a.width == 1 and form is None:
        rows = a.transpose, b.transpose
        yield multiple(a, _product(rows[1], rows[0], None) / _product(rows[0], rows[0], None))


INNER_MISTAKES: tuple[Mistake, ...] = (
    Mistake("inner.standard", _BASES, "these are orthogonal for the dot product; another "
            "inner product is given", _for_standard, standard_vectors),
    Mistake("gs.unnormalised", _UNIT, "these are orthogonal, but not divided by their "
            "lengths", _unnormalised, orthogonal_vectors),
    made("gs.only-normalised", _UNIT, "these are the given vectors divided by their lengths; they "
         "are not orthogonal", only_normalised, _is_normalised),
    made("gs.as-given", _BASES, "these are the given vectors, which are not orthogonal yet",
         as_given, same_directions),
    made("gs.old-vectors", _BASES, "this is what one gets by subtracting the projections onto the "
         "given vectors; those onto the new ones are due", old_vectors, same_directions),
    made("gs.missing-square", _BASES, "this is what one gets by dividing by the length of a "
         "vector; in a projection its square is due", missing_squares, same_directions),
    Mistake("inner.conjugate", _BASES, "these are orthogonal without the conjugation, which "
            "belongs to the inner product here", _unconjugated),
    made("inner.standard", _PROJECTION, "this is the projection for the dot product; another "
         "inner product is given", standard_projections),
    made("proj.rejection", _PROJECTION, "this is what is left after the projection; the "
         "projection itself is due", rejections),
    made("proj.other-way", _PROJECTION, "this is the projection of the direction on the vector; "
         "the other way round is due", other_way),
    made("proj.no-gram", _PROJECTION, "this is what one gets without (A^T A)^-1, which is there "
         "unless the columns are orthonormal", without_gram),
    made("proj.coefficients", ("projection", "vector"), "these are the coefficients of the "
         "combination, or the combination where its coefficients are due", coefficients),
    made("inner.conjugate", _PROJECTION, "this is what one gets by leaving out the conjugation, "
         "or by conjugating the other vector", bilinear_projections),
)  # fmt: skip
