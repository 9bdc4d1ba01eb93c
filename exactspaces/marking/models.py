"""Right answers as text, for the kinds about spectra, inner products, maps and letters.

They are written from what the solvers find, in the notation that is read; whether one is right is
for the judge to say.
"""

from collections.abc import Callable, Iterator, Mapping

from exactspaces.errors import ExactSpacesError, NoAnswer
from exactspaces.fields import Scalar, entries, entry, matrix_from
from exactspaces.fields.polynomials import polynomial_text
from exactspaces.kernel import Given, KernelError, Matrix, Null, Pivots, Transpose
from exactspaces.marking.inner import form_of, spanned
from exactspaces.marking.judging import Case
from exactspaces.marking.lettered import columns_of
from exactspaces.questions import BasisFor, Question, ValueOf
from exactspaces.questions.inner import OrthogonalFactors, Orthogonalised
from exactspaces.questions.spectra import Eigenvalues, NormalForm, Spectrum, shifted
from exactspaces.reading.answers.values import matrix_echo, vector_echo


def model_answer(case: Case) -> str | None:
    """Write a right answer; None where the kind has no writer here or nothing was found."""
    write = MODELS.get(case.kind)
    if write is None:
        return None
    try:
        return write(case)
    except (ExactSpacesError, KernelError, StopIteration):
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


def _vectors(rows: Matrix) -> str:
    listed = (vector_echo(rows.select((k,)).transpose, None) for k in range(rows.height))
    return "{" + ", ".join(listed) + "}"


def _spectrum(case: Case) -> Spectrum:
    found = _found(case, case.question)
    if not isinstance(found, Spectrum):
        raise NoAnswer("there are no eigenvalues to write")
    return found


def scalar_set(case: Case) -> str:
    """Write the eigenvalues in the field, or the numbers of the list."""
    if isinstance(case.question, Eigenvalues):
        counted = case.options.get("repeated") == "counted"
        spectrum = _spectrum(case)
        if case.setting.over.growth != "fixed" and spectrum.others:
            raise NoAnswer("the eigenvalues are roots that are not written out here")
        values = [
            str(r.value) for r in spectrum.roots for _ in range(r.algebraic if counted else 1)
        ]
    else:
        questions = (case.question, *case.options.get("others", ()))
        values = [str(_number(_found(case, question))) for question in questions]
    return "{" + ", ".join(values) + "}"


def _number(found: object) -> Scalar:
    value = getattr(found, "value", None)
    if not isinstance(value, Matrix):
        raise NoAnswer("there is no number to write")
    return entry(value)


def eigenpairs(case: Case) -> str:
    """Write each eigenvalue in the field with a basis of its eigenspace."""
    spectrum = _spectrum(case)
    if case.setting.over.growth != "fixed" and spectrum.others:
        raise NoAnswer("the eigenvalues are roots that are not written out here")
    matrix = spectrum.values[0]
    pairs = []
    for root in spectrum.roots:
        space = Null(Given(shifted(matrix, root.value)))
        pairs.append(f"{root.value}: {_vectors(_basis(case, BasisFor(space)))}")
    return "; ".join(pairs) or "none"


def normal_form(case: Case) -> str:
    """Write P and D or J, or that there are none."""
    outcome = case.key
    if outcome.theorem is None or not isinstance(case.question, NormalForm):
        raise NoAnswer(outcome.reason)
    if outcome.verdict == "refuted":
        return "none"
    letter = "D" if case.question.diagonal else "J"
    found = outcome.answer
    return f"P = {matrix_echo(found['P'])}, {letter} = {matrix_echo(found[letter])}"


def polynomial(case: Case) -> str:
    """Write the polynomial."""
    _found(case, case.question)
    part = next(p for p in case.key.answer.shown if p.kind == "polynomial")
    return polynomial_text(entries(part.value)[0])


def orthogonal_basis(case: Case) -> str:
    """Write orthogonal vectors; in lengths of 1 where that is asked for."""
    basis = Given(_basis(case, spanned(case).question))
    form = form_of(case)
    if case.kind == "orthonormal-basis":
        if form is not None:
            raise NoAnswer("lengths for another inner product are not written out here")
        factors = _found(case, OrthogonalFactors(Transpose(basis)))
        parts = {part.name: part.value for part in getattr(factors, "parts", ())}
        if "D" in parts or not isinstance(parts.get("Q"), Matrix):
            raise NoAnswer("the lengths are not in the field")
        return _vectors(parts["Q"].transpose)
    for rows in _mixed(basis.matrix):
        question = Orthogonalised(Given(rows), None if form is None else Given(form))
        found = case.settle(question).answer
        if found is not None and not found.missing:
            return _vectors(found["u"])
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


def constructed(case: Case) -> str:
    """Write the one matrix or vector that was constructed; none where it does not exist."""
    found = _found(case, case.question)
    if isinstance(found, Matrix):
        return matrix_echo(found)
    if getattr(found, "missing", "") or found is None:
        return "none"
    part = case.key.answer.shown[0]
    is_vector = part.kind == "vector"
    return vector_echo(part.value, None) if is_vector else matrix_echo(part.value)


def formal_basis(case: Case) -> str:
    """Write the letters of the pivot columns."""
    found = _found(case, ValueOf(Pivots(columns_of(case))))
    letter = case.options.get("letter", "a")
    return "{" + ", ".join(f"{letter}{k}" for k in getattr(found, "positions", ())) + "}"


MODELS: Mapping[str, Callable[[Case], str]] = {
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
}
