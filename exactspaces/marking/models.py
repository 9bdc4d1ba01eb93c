"""Right answers for the kinds about spectra, inner products, maps and letters.

They are made of what the solvers find, as the reader of the kind would give them; whether one is
right is for the judge to say.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from exactspaces.errors import ExactSpacesError, NoAnswer
from exactspaces.fields import Scalar, entries, entry, matrix_from, number
from exactspaces.kernel import Given, KernelError, Matrix, Null, Pivots
from exactspaces.marking.judges.inner import form_of, of_length_one, spanned
from exactspaces.marking.judges.lettered import columns_of
from exactspaces.marking.judges.normal_forms import holds_over
from exactspaces.marking.judges.spectra import has_no_real_root
from exactspaces.marking.judging import Case
from exactspaces.marking.written import answer_text
from exactspaces.questions import BasisFor, Question, ValueOf, shape_of
from exactspaces.questions.inner import Orthogonalised
from exactspaces.questions.spectra import Eigenvalues, NormalForm, Spectrum, shifted
from exactspaces.reading.answers.eigenpairs import EigenPairs


def model_value(case: Case) -> Any:
    """Give a right answer as the reader of the kind gives it; None stands for "there is none".

    Raises NoAnswer where the kind has none here, and where nothing was found.
    """
    make = MODELS.get(case.kind)
    if make is None:
        raise NoAnswer(f"no answer of the kind {case.kind} is made here")
    try:
        return make(case)
    except (KernelError, StopIteration) as error:
        raise NoAnswer(str(error)) from error


def model_answer(case: Case) -> str | None:
    """Write a right answer; None where the kind has no model here or nothing was found."""
    try:
        return answer_text(case, model_value(case))
    except ExactSpacesError:
        return None


def _found(case: Case, question: Question) -> object:
    outcome = case.settle(question)
    if outcome.theorem is None:
        raise NoAnswer(outcome.reason)
    return outcome.answer


def _basis(case: Case, question: Question) -> Matrix:
    found = _found(case, question)
    if not isinstance(found, Matrix):
        raise NoAnswer("there is no basis to write")
    return found


def _column(case: Case, values: list[Scalar]) -> Matrix:
    ring = values[0].ring if values else case.setting.over.ring
    return matrix_from(ring, [[x] for x in values], 1)


def _spectrum(case: Case) -> Spectrum:
    found = _found(case, case.question)
    if not isinstance(found, Spectrum):
        raise NoAnswer("there are no eigenvalues to write")
    return found


def scalar_set(case: Case) -> Matrix:
    """Give the eigenvalues in the field, or the numbers of the list, as a column."""
    if not isinstance(case.question, Eigenvalues):
        questions = (case.question, *case.options.get("others", ()))
        return _column(case, [_number(_found(case, question)) for question in questions])
    counted = case.options.get("repeated") == "counted"
    pairs = _eigenspaces(case)
    return _column(case, [x for x, often, _ in pairs for _ in range(often if counted else 1)])


Eigenspace = tuple[Scalar, int, Matrix]


def _eigenspaces(case: Case) -> list[Eigenspace]:
    """Give each eigenvalue with its algebraic multiplicity and a basis of its eigenspace.

    In RR and CC the roots that are not in the field at hand are adjoined to it.
    """
    spectrum, growth = _spectrum(case), case.setting.over.growth
    real = growth == "real" and all(has_no_real_root(x.polynomial) for x in spectrum.others)
    if growth != "fixed" and spectrum.others and not real:
        return _of_jordan_form(case)
    matrix = spectrum.values[0]
    spaces = (Null(Given(shifted(matrix, root.value))) for root in spectrum.roots)
    bases = [_basis(case, BasisFor(space)) for space in spaces]
    return [(x.value, x.algebraic, y) for x, y in zip(spectrum.roots, bases, strict=True)]


def _of_jordan_form(case: Case) -> list[Eigenspace]:
    """Read eigenvalues off a Jordan form: each block begins with an eigenvector."""
    if not isinstance(case.question, Eigenvalues):
        raise NoAnswer("there are no eigenvalues to write")
    form = NormalForm(case.question.matrix, diagonal=False, extend=case.setting.over.growth)
    found = case.settle(form).answer
    if found is None or isinstance(found, Spectrum) or found.missing:
        raise NoAnswer("the eigenvalues are roots that are not written out here")
    rows, columns = entries(found["J"]), found["P"].transpose
    values = [row[k] for k, row in enumerate(rows)]
    starts = [k for k in range(len(rows)) if not k or not rows[k - 1][k]]
    own = {x: [k for k in starts if values[k] == x] for x in values}
    return [(x, values.count(x), columns.select(places)) for x, places in own.items()]


def _number(found: object) -> Scalar:
    value = getattr(found, "value", None)
    if not isinstance(value, Matrix):
        raise NoAnswer("there is no number to write")
    return entry(value)


def eigenpairs(case: Case) -> EigenPairs:
    """Give each eigenvalue in the field with a basis of its eigenspace."""
    pairs = _eigenspaces(case)
    return EigenPairs(_column(case, [x for x, _, _ in pairs]), tuple(x for _, _, x in pairs))


def normal_form(case: Case) -> dict[str, Matrix] | None:
    """Give P and D or J; None when there are none."""
    outcome = case.key
    if outcome.theorem is None or not isinstance(case.question, NormalForm):
        raise NoAnswer(outcome.reason)
    if outcome.verdict == "refuted":
        if not holds_over(case, outcome.answer):
            raise NoAnswer("the eigenvalues are not in the field that was used for the proof")
        return None
    letter = "D" if case.question.diagonal else "J"
    return {"P": outcome.answer["P"], letter: outcome.answer[letter]}


def polynomial(case: Case) -> Matrix:
    """Give the coefficients of the polynomial, from the constant term up, as a row."""
    _found(case, case.question)
    part = next(p for p in case.key.answer.shown if p.kind == "polynomial")
    found: Matrix = part.value
    return found


def orthogonal_basis(case: Case) -> Matrix:
    """Give orthogonal vectors as rows; with lengths of 1 where that is asked for."""
    form = form_of(case)
    rows = _orthogonal(case, _basis(case, spanned(case).question), form)
    if case.kind != "orthonormal-basis":
        return rows
    if rows.ring.characteristic:
        raise NoAnswer("there are no lengths in this field")
    found = of_length_one(rows, form)
    if found is None or (case.setting.over.growth == "fixed" and found.ring != rows.ring):
        raise NoAnswer("the lengths are not in the field")
    return found


def _orthogonal(case: Case, basis: Matrix, form: Matrix | None) -> Matrix:
    for rows in _mixed(basis):
        question = Orthogonalised(Given(rows), None if form is None else Given(form))
        found = case.settle(question).answer
        if found is not None and not found.missing:
            vectors: Matrix = found["u"]
            return vectors
    raise NoAnswer("the method meets vectors whose product with themselves is 0")


def _mixed(rows: Matrix) -> Iterator[Matrix]:
    """Give other bases of the span: the method can stop at one and not at another."""
    listed = entries(rows)
    yield rows
    yield rows.select(range(rows.height - 1, -1, -1))
    for i, first in enumerate(listed):
        for j, second in enumerate(listed):
            if i != j:
                total = [x + y for x, y in zip(first, second, strict=True)]
                others = [row for k, row in enumerate(listed) if k != i]
                yield matrix_from(rows.ring, [total, *others], rows.width)


def constructed(case: Case) -> Matrix | None:
    """Give the one matrix or vector that was constructed; None where it does not exist."""
    found = _found(case, case.question)
    if isinstance(found, Given):
        return found.matrix
    if isinstance(found, Matrix):
        return found
    if getattr(found, "missing", "") or found is None:
        return None
    made: Matrix = case.key.answer.shown[0].value
    return made


def formal_basis(case: Case) -> Matrix:
    """Give the letters of the pivot columns, as rows of coefficients."""
    columns = columns_of(case)
    found = _found(case, ValueOf(Pivots(columns)))
    ring, width = case.setting.over.ring, shape_of(columns).width
    places = getattr(found, "positions", ())
    rows = [[number(ring, int(j == k)) for j in range(1, width + 1)] for k in places]
    return matrix_from(ring, rows, width)


def definiteness(case: Case) -> str:
    """Give the words for the signs that a form takes."""
    _found(case, case.question)
    said: str = case.key.answer["kind"]
    return said


MODELS: Mapping[str, Callable[[Case], Any]] = {
    "scalar-set": scalar_set,
    "eigenpairs": eigenpairs,
    "diagonalization": normal_form,
    "jordan-form": normal_form,
    "polynomial": polynomial,
    "orthogonal-basis": orthogonal_basis,
    "orthonormal-basis": orthogonal_basis,
    "projection": constructed,
    "matrix-of-map": constructed,
    "formal-basis": formal_basis,
    "definiteness": definiteness,
}
