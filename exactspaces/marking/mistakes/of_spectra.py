"""Mistakes with eigenvalues, eigenvectors and diagonal forms."""

from collections.abc import Iterator
from dataclasses import replace

from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.kernel import Add, Given, Inverse, Matrix, Null, Number, ReducedEchelon, Scaled
from exactspaces.kernel.matrices import equal, is_zero, times
from exactspaces.marking.judges.spectra import judge_eigenvalues
from exactspaces.marking.mistakes.base import Mistake, NoValue, Scene, part_of, rows_matrix
from exactspaces.marking.mistakes.made import directed, made, multiple
from exactspaces.questions import BasisFor
from exactspaces.questions.spectra import Eigenvalues, NormalForm, Spectrum, is_jordan, shifted
from exactspaces.reading.answers.eigenpairs import EigenPairs
from exactspaces.reading.bindings import carried

_SETS, _PAIRS = ("scalar-set", "eigenpairs"), ("eigenpairs", "basis")
_DIAGONAL = ("diagonalization",)
Vectors = list[tuple[Scalar, Matrix]]
Values = Matrix | EigenPairs


def matrix_of(scene: Scene) -> Matrix:
    """Give the matrix whose eigenvalues are asked for."""
    question = scene.case.question
    if isinstance(question, Eigenvalues | NormalForm):
        found: Matrix = scene.value(question.matrix)
        return found
    raise NoValue


def roots_of(scene: Scene) -> list[Scalar]:
    """Give the eigenvalues in the field."""
    found = scene.case.settle(Eigenvalues(Given(matrix_of(scene)))).answer
    if not isinstance(found, Spectrum):
        raise NoValue
    return [root.value for root in found.roots]


def _column(values: list[Scalar]) -> Matrix:
    if not values:
        raise NoValue
    return matrix_from(values[0].ring, [[x] for x in values], 1)


def _in_kind(scene: Scene, values: list[Scalar]) -> Values:
    """Give values alone, or with the right vectors beside them where pairs are asked for."""
    if scene.case.kind != "eigenpairs":
        return _column(values)
    spaces = _pairs(scene).spaces
    values = list(dict.fromkeys(values))
    return EigenPairs(_column(values), tuple(spaces[k % len(spaces)] for k in range(len(values))))


def negated(scene: Scene) -> Iterator[Values]:
    """Roots of det(A + x I)."""
    yield _in_kind(scene, [-value for value in roots_of(scene)])


def on_the_diagonal(scene: Scene) -> Iterator[Values]:
    """The entries on the diagonal."""
    yield _in_kind(scene, _diagonal(matrix_of(scene)))


def of_echelon_forms(scene: Scene) -> Iterator[Values]:
    """Eigenvalues of the reduced form, and of an echelon form without scaling."""
    matrix = matrix_of(scene)
    yield _in_kind(scene, _diagonal(scene.value(ReducedEchelon(Given(matrix)))))
    rows = entries(matrix)
    for k in range(len(rows)):
        for i in range(k + 1, len(rows)):
            if rows[k][k]:
                factor = rows[i][k] / rows[k][k]
                rows[i] = [x - factor * y for x, y in zip(rows[i], rows[k], strict=True)]
    if not any(rows[i][j] for i in range(len(rows)) for j in range(i)):
        yield _in_kind(scene, [row[k] for k, row in enumerate(rows)])


def _values(scene: Scene) -> Matrix:
    """Give the eigenvalues of an answer, as a column."""
    answer = scene.answer
    found = answer.values if isinstance(answer, EigenPairs) else answer
    if not isinstance(found, Matrix) or found.width != 1:
        raise NoValue
    return found


def _same_values(scene: Scene, due: Values) -> bool:
    """Say whether the answer has the same numbers, however often, and these are not right."""
    mine = _values(scene)
    theirs = carried(due.values if isinstance(due, EigenPairs) else due, mine.ring)
    same = {x for (x,) in entries(mine)} == {x for (x,) in entries(theirs)}
    return same and _are_eigenvalues(scene, mine) is False


def _are_eigenvalues(scene: Scene, values: Matrix) -> bool | None:
    return judge_eigenvalues(replace(scene.case, options={}), values).right


def _negated(scene: Scene) -> bool:
    """Say whether the numbers with the other sign are the eigenvalues, and these are not."""
    mine = _values(scene)
    turned = mine.height > 0 and _are_eigenvalues(scene, multiple(mine, -1)) is True
    return turned and _are_eigenvalues(scene, mine) is False


def _vectors(scene: Scene) -> tuple[Matrix, Vectors]:
    """Give the matrix, and the vectors of the answer with the values that they stand beside."""
    answer = scene.answer
    match scene.case.question:
        case Eigenvalues() if isinstance(answer, EigenPairs):
            matrix = carried(matrix_of(scene), answer.values.ring)
            values = [x for (x,) in entries(answer.values)]
            return matrix, list(zip(values, answer.spaces, strict=True))
        case BasisFor():
            matrix, value, _ = _eigenspace(scene)
            return matrix, [(value, answer)]
    raise NoValue


def _is_one(matrix: Matrix) -> bool:
    rows = entries(matrix)
    return matrix.is_square and all(
        x == number(matrix.ring, int(i == j)) for i, r in enumerate(rows) for j, x in enumerate(r)
    )


def _fits(matrix: Matrix, value: Scalar, row: list[Scalar]) -> bool:
    """Say whether A v = c v."""
    column = matrix_from(matrix.ring, [[x] for x in row], 1)
    return is_zero(times(shifted(matrix, value), column))


def _zero_vector(scene: Scene) -> bool:
    if not isinstance(scene.answer, EigenPairs):
        return False
    return any(not any(row) for rows in scene.answer.spaces for row in entries(rows))


def _other_value(scene: Scene) -> bool:
    matrix, vectors = _vectors(scene)
    for value, rows in vectors:
        for row in entries(rows):
            if not any(row) or _fits(matrix, value, row):
                continue
            lead = next(k for k, x in enumerate(row) if x)
            image = entries(times(matrix, matrix_from(matrix.ring, [[x] for x in row], 1)))
            if _fits(matrix, image[lead][0] / row[lead], row):
                return True
    return False


def _left(scene: Scene) -> bool:
    matrix, vectors = _vectors(scene)
    wrong = [(c, row) for c, rows in vectors for row in entries(rows) if not _fits(matrix, c, row)]
    return bool(wrong) and all(any(row) and _fits(matrix.transpose, c, row) for c, row in wrong)


def _sum(scene: Scene) -> bool:
    """Say whether a vector is the sum or difference of basis vectors of different eigenspaces."""
    matrix, vectors = _vectors(scene)
    found = scene.case.settle(Eigenvalues(Given(matrix))).answer
    if not isinstance(found, Spectrum):
        return False
    spaces = [entries(scene.basis(Null(Given(shifted(matrix, r.value))))) for r in found.roots]
    sums = [
        directed([x + sign * y for x, y in zip(u, w, strict=True)])
        for k, first in enumerate(spaces) for second in spaces[k + 1 :]
        for u in first for w in second for sign in (1, -1)
    ]  # fmt: skip
    mine = (row for c, rows in vectors for row in entries(rows) if not _fits(matrix, c, row))
    return any(any(row) and directed(row) in sums for row in mine)


# -------------------------------------------------------------------------------- P and D


def _named(scene: Scene) -> tuple[Matrix, Matrix, Matrix]:
    """Give A, P and D over the field of the answer."""
    answer = scene.answer
    p, d = answer["P"], answer["D"]
    return carried(matrix_of(scene), p.ring), p, d


def _diagonal(matrix: Matrix) -> list[Scalar]:
    return [row[k] for k, row in enumerate(entries(matrix))]


def _other_order(scene: Scene) -> bool:
    """Say whether A P = P D' where D' has the entries of D in another order."""
    a, p, d = _named(scene)
    images, columns = entries(times(a, p).transpose), entries(p.transpose)
    due = []
    for image, column in zip(images, columns, strict=True):
        lead = next((k for k, x in enumerate(column) if x), None)
        if lead is None:
            return False
        due.append(image[lead] / column[lead])
        if image != [due[-1] * x for x in column]:
            return False
    if not is_jordan(d, diagonal=True):
        return False
    mine = _diagonal(d)
    rest = list(mine)
    for value in due:
        if value not in rest:
            return False
        rest.remove(value)
    return mine != due


def _inverse_side(scene: Scene) -> bool:
    """Say whether A = P^-1 D P."""
    a, p, d = _named(scene)
    return equal(times(p, a), times(d, p)) and scene.value(Inverse(Given(p))) is not None


def _in_rows(scene: Scene) -> bool:
    """Say whether the eigenvectors are the rows of P."""
    a, p, d = _named(scene)
    turned = p.transpose
    similar = equal(times(a, turned), times(turned, d))
    return similar and scene.value(Inverse(Given(p))) is not None


def _repeated(scene: Scene) -> bool:
    """Say whether "not diagonalizable" was said of a matrix with a repeated eigenvalue."""
    if scene.answer is not None or scene.case.key.verdict != "proved":
        return False
    values = _diagonal(part_of(scene.case.key.answer, "D"))
    return len(set(values)) < len(values)


def _key(scene: Scene) -> tuple[Matrix, Matrix]:
    found = scene.case.key.answer
    if scene.case.key.verdict != "proved":
        raise NoValue
    return part_of(found, "P"), part_of(found, "D")


def exchanged_values(scene: Scene) -> Iterator[dict[str, Matrix]]:
    """D with its entries in the opposite order."""
    p, d = _key(scene)
    order = range(d.width - 1, -1, -1)
    yield {"P": p, "D": d.select(order).columns(order)}


def inverted(scene: Scene) -> Iterator[dict[str, Matrix]]:
    """P^-1 in the place of P."""
    p, d = _key(scene)
    yield {"P": scene.value(Inverse(Given(p))), "D": d}


def turned(scene: Scene) -> Iterator[dict[str, Matrix]]:
    """P with the eigenvectors as rows."""
    p, d = _key(scene)
    yield {"P": p.transpose, "D": d}


def denied(scene: Scene) -> Iterator[None]:
    """That there are no such matrices."""
    if _repeated(replace(scene, answer=None)):
        yield None


def _pairs(scene: Scene) -> EigenPairs:
    """Give the right pairs."""
    matrix, values = matrix_of(scene), roots_of(scene)
    spaces = (scene.basis(Null(Given(shifted(matrix, value)))) for value in values)
    return EigenPairs(_column(values), tuple(spaces))


def with_zero_vectors(scene: Scene) -> Iterator[EigenPairs]:
    """The zero vector as the eigenvector of each value."""
    right = _pairs(scene)
    zero = [rows_matrix(rows, [[x - x for x in entries(rows)[0]]]) for rows in right.spaces]
    yield replace(right, spaces=tuple(zero))


def _eigenspace(scene: Scene) -> tuple[Matrix, Scalar, list[Matrix]]:
    """Give matrix and value of an eigenspace that is asked for, and bases of the other ones."""
    match scene.case.question:
        case BasisFor(Null(Add(term, Scaled(Number(minus), Given(one))))) if _is_one(one):
            value, matrix = -entries(minus)[0][0], scene.value(term)
        case _:
            raise NoValue
    found = scene.case.settle(Eigenvalues(Given(matrix))).answer
    roots = (root.value for root in getattr(found, "roots", ()))
    others = [scene.basis(Null(Given(shifted(matrix, x)))) for x in roots if x != value]
    return matrix, value, others


def with_exchanged_vectors(scene: Scene) -> Iterator[Values]:
    """Vectors that belong to another value."""
    if scene.case.kind == "basis":
        yield from _eigenspace(scene)[2]
        return
    right = _pairs(scene)
    if len(right.spaces) > 1:
        yield replace(right, spaces=(*right.spaces[1:], right.spaces[0]))


def with_left_vectors(scene: Scene) -> Iterator[Values]:
    """Eigenvectors of the transposed matrix."""
    if scene.case.kind == "basis":
        term, value, _ = _eigenspace(scene)
        yield scene.basis(Null(Given(shifted(term.transpose, value))))
        return
    right, matrix = _pairs(scene), matrix_of(scene).transpose
    values = [x for (x,) in entries(right.values)]
    spaces = (scene.basis(Null(Given(shifted(matrix, value)))) for value in values)
    yield replace(right, spaces=tuple(spaces))


def _added(first: Matrix, second: Matrix) -> Matrix:
    """Give the sum of the first rows."""
    pairs = zip(entries(first)[0], entries(second)[0], strict=True)
    return rows_matrix(first, [[x + y for x, y in pairs]])


def with_sums(scene: Scene) -> Iterator[Values]:
    """The sum of the first two eigenvectors in the place of the second."""
    if scene.case.kind == "basis":
        term, value, others = _eigenspace(scene)
        own = scene.basis(Null(Given(shifted(term, value))))
        yield from (_added(own, other) for other in others)
        return
    right = _pairs(scene)
    if len(right.spaces) > 1:
        total = _added(right.spaces[0], right.spaces[1])
        yield replace(right, spaces=(right.spaces[0], total, *right.spaces[2:]))


SPECTRAL_MISTAKES: tuple[Mistake, ...] = (
    Mistake("eig.zero", ("eigenpairs",), "the zero vector is among the vectors; it is never "
            "an eigenvector", _zero_vector, with_zero_vectors),
    Mistake("eig.negated", _SETS, "these are the eigenvalues with the other sign, the roots "
            "of det(A + x I)", _negated, negated),
    made("eig.diagonal", _SETS, "these are the entries on the diagonal, which are the eigenvalues "
         "of triangular matrices", on_the_diagonal, _same_values),
    made("eig.reduced-first", _SETS, "these are the eigenvalues of an echelon form; row "
         "operations change the eigenvalues", of_echelon_forms, _same_values),
    Mistake("eig.left", _PAIRS, "these are eigenvectors of the transposed matrix", _left,
            with_left_vectors),
    Mistake("eig.other-value", _PAIRS, "there is an eigenvector beside an eigenvalue to "
            "which it does not belong", _other_value, with_exchanged_vectors),
    Mistake("eig.sum", _PAIRS, "this is what one gets by adding eigenvectors of different "
            "eigenvalues; the sum is no eigenvector", _sum, with_sums),
    Mistake("diag.order", _DIAGONAL, "the columns of P do not stand in the order of the "
            "eigenvalues in D", _other_order, exchanged_values),
    Mistake("diag.inverse", _DIAGONAL, "this is P^-1 in the place of P: the columns of P are "
            "the eigenvectors", _inverse_side, inverted),
    Mistake("diag.rows", _DIAGONAL, "the eigenvectors stand in the rows of P; they are its "
            "columns", _in_rows, turned),
    Mistake("diag.multiplicity", _DIAGONAL, "this is what one gets by taking a repeated "
            "eigenvalue for an obstacle; there are enough eigenvectors all the same",
            _repeated, denied),
)  # fmt: skip
