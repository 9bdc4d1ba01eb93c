"""Rounded numbers in answers: what is near to the exact answer is asked for again, not wrong."""

import re
from collections.abc import Iterator

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import entries
from exactspaces.fields.roots import approximate
from exactspaces.kernel import Given, Matrix
from exactspaces.kernel.matrices import equal, is_zero, times
from exactspaces.marking.judges.affine import homogeneous, lifted_rows
from exactspaces.marking.judges.constructed import over_one_field
from exactspaces.marking.judges.inner import form_of, gram_of, spanned
from exactspaces.marking.judging import Case
from exactspaces.questions import AffineSet, BasisFor, SolutionSet, ValueOf, shape_of
from exactspaces.questions.constructions import Construct
from exactspaces.questions.inner import OrthogonalProjector
from exactspaces.reading.answers.affine_sets import Flat
from exactspaces.reading.bindings import carried

_DECIMAL = re.compile(r"\.(\d+)")
_KINDS = (
    "scalar", "vector", "matrix", "rref", "coordinates", "change-of-basis", "projection",
    "matrix-of-map",
)  # fmt: skip
_SLACK = 1 + 1e-9  # for what floating-point numbers lose themselves
_SPACES = ("basis", "spanning-set", "subspace")


def rounded(case: Case, value: object, text: str) -> str:
    """Say what was read when a decimal number was typed and the exact number beside it is right.

    The approximate values decide about this message only; no mark rests on them.
    """
    decimals = [len(found) for found in _DECIMAL.findall(text)]
    if not decimals:
        return ""
    most = 10.0 ** -min(*decimals, 9)
    try:
        match value:
            case Flat():
                return _of_solutions(case, value, most)
            case Matrix() if case.kind == "orthonormal-basis":
                return _of_lengths(case, value, most)
            case Matrix() if case.kind in _SPACES:
                return _of_space(case, value, most)
            case Matrix() if case.kind in _KINDS:
                return _of_values(case, value, most)
    except ExactSpacesError:  # over this field there are no approximate values
        pass
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


def _of_space(case: Case, rows: Matrix, most: float) -> str:
    """Compare vectors with what the projection on the space leaves of them."""
    if not isinstance(case.question, BasisFor) or not rows.height:
        return ""
    if shape_of(case.question.space).height != rows.width:
        return ""
    basis = case.settle(case.question).answer
    if not isinstance(basis, Matrix) or basis.height != rows.height:
        return ""
    columns = rows.transpose
    kept = _kept(case, rows)
    if kept is None or equal(kept, columns):
        return ""
    broken = max(sum("/" in str(x) for x in row) for row in entries(rows))
    return _first(rows) if _apart(kept, columns) <= broken**0.5 * most / 2 * _SLACK else ""


def _of_solutions(case: Case, mine: Flat, most: float) -> str:
    """Put a point and directions into the equations, with what rounding can make of them."""
    key = case.key.answer
    if not isinstance(case.question, SolutionSet) or not isinstance(key, AffineSet):
        return ""
    if key.directions.shape != mine.directions.shape:
        return ""
    found = case.settle(ValueOf(homogeneous(case.question).matrix)).answer
    if not isinstance(found, Given):
        return ""
    whole, rows = over_one_field(found.matrix, lifted_rows(mine))
    left = times(whole, rows.transpose)
    if is_zero(left):
        return ""
    for equation, row in zip(entries(whole), entries(left), strict=True):
        room = sum(abs(approximate(x)) for x in equation) * most / 2 * _SLACK
        if any(abs(approximate(x)) > room for x in row):
            return ""
    return _first(mine.point) if any(_numbers(mine.point)) else _first(mine.directions)


def _of_lengths(case: Case, rows: Matrix, most: float) -> str:
    """Compare the products of vectors with those of an orthonormal list."""
    form = form_of(case)
    gram = gram_of(rows, None if form is None else carried(form, rows.ring))
    size, n = range(rows.height), max(rows.width, 1)
    off = [abs(approximate(entries(gram)[i][j]) - (i == j)) for i in size for j in size]
    if not off or max(off) > 3 * n * most:
        return ""
    kept = _kept(case, rows)
    return _first(rows) if kept is not None and _apart(kept, rows.transpose) <= n * most else ""


def _kept(case: Case, rows: Matrix) -> Matrix | None:
    """Give, in columns, what the projection on the space leaves of vectors; None if not known."""
    question = spanned(case).question
    if not isinstance(question, BasisFor):
        return None
    found = case.settle(OrthogonalProjector(question.space)).answer
    if found is None or found.missing:
        return None
    return times(carried(found["P"], rows.ring), rows.transpose)


def _apart(a: Matrix, b: Matrix) -> float:
    """Give the largest difference between entries."""
    pairs = zip(_numbers(a), _numbers(b), strict=True)
    return max((abs(x - y) for x, y in pairs), default=0.0)


def _numbers(matrix: Matrix) -> Iterator[complex]:
    return (approximate(x) for row in entries(matrix) for x in row)


def _first(matrix: Matrix) -> str:
    """Name the first entry that is no whole number, or the first that is not 0."""
    listed = [x for row in entries(matrix) for x in row if x]
    broken = [str(x) for x in listed if "/" in str(x)]
    return _message(broken[0] if broken else str(listed[0]))


def _message(shown: str) -> str:
    return (
        f"read exactly as {shown}; if you meant a number with more digits, write its fraction or "
        "its root"
    )
