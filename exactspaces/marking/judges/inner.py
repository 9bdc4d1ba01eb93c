"""The judges of orthogonal and orthonormal bases and of projections."""

from dataclasses import replace

from exactspaces.errors import NotUnderstood
from exactspaces.fields import (
    Scalar,
    entries,
    entry,
    matrix_from,
    number,
    with_square_root,
)
from exactspaces.fields.conjugation import conjugate
from exactspaces.kernel import Equal, Given, Matrix, Span, Term, Transpose, Unequal
from exactspaces.kernel.matrices import times
from exactspaces.marking.judges.bases import judge_basis
from exactspaces.marking.judges.constructed import over_one_field
from exactspaces.marking.judges.values import judge_value
from exactspaces.marking.judging import Case, Judged, wrong, wrong_size
from exactspaces.questions import BasisFor, ValueOf
from exactspaces.questions.inner import (
    Orthogonalised,
    ProjectionOfVector,
    pairing,
)
from exactspaces.reading.bindings import carried
from exactspaces.reading.request import read_request

_MOST_ROOTS = 3


def spanned(case: Case) -> Case:
    """Ask for a basis of the span where the vectors of Gram and Schmidt are asked for."""
    question = case.question
    if isinstance(question, Orthogonalised):
        return replace(case, question=BasisFor(Span(question.vectors)))
    return case


def form_of(case: Case) -> Matrix | None:
    """Give the matrix of the inner product; None stands for the standard one.

    Raises NotUnderstood when what the file says is no matrix.
    """
    term: Term | None = None
    if isinstance(case.question, Orthogonalised):
        term = case.question.form
    elif "form" in case.options:
        text = case.options["form"]
        term = read_request(text, case.setting.over, case.setting.given).as_value().term
    if term is None:
        return None
    found = case.settle(ValueOf(term)).answer
    if not isinstance(found, Given):
        raise NotUnderstood("the matrix of the inner product is not known")
    return found.matrix


def gram_of(rows: Matrix, form: Matrix | None) -> Matrix:
    """Give the matrix of all products <row, row>."""
    middle = rows.transpose if form is None else times(form, rows.transpose)
    return times(conjugate(rows), middle)


def of_length_one(rows: Matrix, form: Matrix | None) -> Matrix | None:
    """Divide vectors by their lengths, with roots adjoined; None when it takes too many roots."""
    done: list[Matrix] = []
    for k in range(rows.height):
        row = rows.select((k,))
        root = with_square_root(entry(gram_of(row, form)))
        if len(getattr(root.ring, "names", ())) > _MOST_ROOTS:
            return None
        one = matrix_from(root.ring, [[root.inverse()]], 1)
        done = [*(carried(x, root.ring) for x in done), times(one, carried(row, root.ring))]
        rows, form = carried(rows, root.ring), None if form is None else carried(form, root.ring)
    listed = [entries(row)[0] for row in done]
    return matrix_from(rows.ring, listed, rows.width)


def judge_orthogonal_basis(case: Case, rows: Matrix) -> Judged:
    """Judge a basis whose vectors are orthogonal to one another; no lengths are asked for."""
    return _judge(case, rows, unit=False)


def judge_orthonormal_basis(case: Case, rows: Matrix) -> Judged:
    """Judge a basis of orthogonal vectors with length 1."""
    return _judge(case, rows, unit=True)


def _judge(case: Case, rows: Matrix, *, unit: bool) -> Judged:
    form = form_of(case)
    case, rows = spanned(case).fitted(rows)
    form = None if form is None else carried(form, rows.ring)
    basis = judge_basis(case, rows)
    if basis.right is None:
        return basis
    gram = gram_of(rows, form)
    orthogonal = _is(case, rows, form, _diagonal(gram))
    if orthogonal.right is None:
        return orthogonal
    proofs = (*basis.theorems, *orthogonal.theorems)
    if not basis.right:
        tag = "orthogonal_only" if orthogonal.right and rows.height else basis.tag
        return Judged(right=False, theorems=proofs, tag=tag, findings=basis.findings)
    if not orthogonal.right:
        return wrong(proofs, _not_orthogonal(gram), "basis_not_orthogonal")
    if not unit:
        return Judged(right=True, theorems=proofs)
    one = matrix_from(rows.ring, _unit(rows), rows.height)
    lengths = _is(case, rows, form, one)
    proofs = (*proofs, *lengths.theorems)
    if lengths.right is False:
        long = next(k for k, row in enumerate(entries(gram), 1) if row[k - 1] != row[k - 1] ** 0)
        text = f"the vectors are an orthogonal basis, but the length of vector {long} is not 1"
        return wrong(proofs, text, "orthogonal_not_unit")
    return Judged(lengths.right, proofs, "", lengths.findings)


def _is(case: Case, rows: Matrix, form: Matrix | None, due: Matrix) -> Judged:
    """Decide what the matrix of all products is."""
    listed = Given(rows)
    products = pairing(listed, Transpose(listed), None if form is None else Given(form))
    return case.decide(Equal(products, Given(due)), Unequal(products, Given(due)))


def _diagonal(gram: Matrix) -> Matrix:
    zero = number(gram.ring, 0)
    rows = [[x if i == j else zero for j, x in enumerate(r)] for i, r in enumerate(entries(gram))]
    return matrix_from(gram.ring, rows, gram.width)


def _unit(rows: Matrix) -> list[list[Scalar]]:
    size = range(rows.height)
    return [[number(rows.ring, int(i == j)) for j in size] for i in size]


def _not_orthogonal(gram: Matrix) -> str:
    """Name two vectors whose product is not 0."""
    for i, row in enumerate(entries(gram), 1):
        for j, x in enumerate(row, 1):
            if i < j and x:
                return f"the vectors are a basis, but vectors {i} and {j} have the product {x}"
    return "the vectors are a basis, but not orthogonal"


def judge_projection(case: Case, answer: Matrix | None) -> Judged:
    """Judge the projection of a vector, or the matrix of a projection."""
    if not isinstance(case.question, ProjectionOfVector):
        return judge_value(case, answer)
    key = case.key
    if key.theorem is None:
        return Judged(None, (), "", (f"undecided: {key.reason}",))
    if answer is None:
        return Judged(bool(key.answer.missing), (key.theorem,))
    if key.answer.missing:
        return wrong((key.theorem,), "what is asked for does not exist")
    due, given = over_one_field(key.answer["projection"], answer)
    if due.shape != given.shape:
        raise wrong_size(given.shape)
    judged = case.decide(Equal(Given(due), Given(given)), Unequal(Given(due), Given(given)))
    return replace(judged, theorems=(key.theorem, *judged.theorems))
