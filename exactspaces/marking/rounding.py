"""Rounded numbers in answers: what is near to the exact answer is asked for again, not wrong."""

import re
from collections.abc import Iterator

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import entries
from exactspaces.fields.roots import approximate
from exactspaces.kernel import Matrix
from exactspaces.kernel.matrices import times
from exactspaces.marking.inner import form_of, gram_of, spanned
from exactspaces.marking.judging import Case
from exactspaces.questions import BasisFor
from exactspaces.questions.constructions import Construct
from exactspaces.questions.inner import OrthogonalProjector
from exactspaces.reading.bindings import carried

_DECIMAL = re.compile(r"\.(\d+)")
_KINDS = (
    "scalar", "vector", "matrix", "rref", "coordinates", "change-of-basis", "projection",
    "matrix-of-map",
)  # fmt: skip


def rounded(case: Case, value: object, text: str) -> str:
    """Say what was read when a decimal number was typed and the exact number beside it is right.

    The approximate values decide about this message only; no mark rests on them.
    """
    decimals = [len(found) for found in _DECIMAL.findall(text)]
    if not decimals or not isinstance(value, Matrix):
        return ""
    most = 10.0 ** -min(*decimals, 9)
    try:
        if case.kind == "orthonormal-basis":
            return _of_lengths(case, value, most)
        return _of_values(case, value, most) if case.kind in _KINDS else ""
    except ExactSpacesError:  # over this field there are no approximate values
        return ""


def _of_values(case: Case, mine: Matrix, most: float) -> str:
    due = case.key.answer
    if isinstance(due, Construct):
        due = next((part.value for part in due.shown if isinstance(part.value, Matrix)), None)
    due = getattr(due, "matrix", getattr(due, "value", due))
    if not isinstance(due, Matrix) or due.shape != mine.shape:
        return ""
    pairs = list(zip(_numbers(mine), _numbers(due), strict=True))
    if any(abs(a - b) > most for a, b in pairs):
        return ""
    shown = [str(x) for row in entries(mine) for x in row]
    first = next(k for k, (a, b) in enumerate(pairs) if a != b)
    return _message(shown[first])


def _of_lengths(case: Case, rows: Matrix, most: float) -> str:
    """Compare the products of vectors with those of an orthonormal list."""
    form = form_of(case)
    gram = gram_of(rows, None if form is None else carried(form, rows.ring))
    size, n = range(rows.height), max(rows.width, 1)
    off = [abs(approximate(entries(gram)[i][j]) - (i == j)) for i in size for j in size]
    if not off or max(off) > 3 * n * most or not _is_near_space(case, rows, n * most):
        return ""
    return _message(next(str(x) for row in entries(rows) for x in row if x))


def _is_near_space(case: Case, rows: Matrix, most: float) -> bool:
    """Say whether the vectors lie near the space: so does what a projection leaves of them."""
    question = spanned(case).question
    if not isinstance(question, BasisFor):
        return False
    found = case.settle(OrthogonalProjector(question.space)).answer
    if found is None or found.missing:
        return False
    columns = rows.transpose
    kept = times(carried(found["P"], rows.ring), columns)
    return all(abs(a - b) <= most for a, b in zip(_numbers(kept), _numbers(columns), strict=True))


def _numbers(matrix: Matrix) -> Iterator[complex]:
    return (approximate(x) for row in entries(matrix) for x in row)


def _message(shown: str) -> str:
    return (
        f"read exactly as {shown}; if you meant a number with more digits, write its fraction or "
        "its root"
    )
