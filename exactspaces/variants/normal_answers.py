"""Answers to try for the kinds about spectra, inner products, maps, operations and letters."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.fields.polynomials import polynomial_text
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Given, Matrix
from exactspaces.marking.judges.inner import form_of, gram_of
from exactspaces.marking.judging import Case
from exactspaces.marking.models import model_value
from exactspaces.questions import ValueOf
from exactspaces.questions.spectra import Eigenvalues, NormalForm
from exactspaces.reading.answers.eigenpairs import EigenPairs
from exactspaces.reading.bindings import carried
from exactspaces.variants.linear import plus
from exactspaces.variants.operation_answers import operations
from exactspaces.variants.stream import Stream
from exactspaces.variants.tries import (
    MOST,
    Tries,
    changed,
    column_like,
    list_like,
    nonzero,
    recombined,
    rows_of,
)
from exactspaces.variants.values import Row, Rows


def _numbers(case: Case, chance: Stream) -> Tries:
    """Make sets of numbers: in another order; one left out, one too many, one that is another."""
    due: Matrix = model_value(case)
    values = [x for (x,) in entries(due)]
    known = list(dict.fromkeys(values))
    same, counted = [values[::-1]], case.options.get("repeated") == "counted"
    wrong = [[x for x in values if x != one] for one in known if len(known) > 1]
    strange = _outside(case, known, chance)
    if strange is not None:
        wrong = [[*values, strange], [strange, *(x for x in values if x != known[0])], *wrong]
    if counted:
        wrong += [[*values, x] for x in known]
    elif isinstance(case.question, Eigenvalues) and values:
        same.append([*values, values[0]])
    sets = [[column_like(due, tuple(x)) for x in some] for some in (same, wrong)]
    return due, list(sets[0]), list(sets[1])


def _outside(case: Case, known: list[Scalar], chance: Stream) -> Scalar | None:
    """Give a number that is none of these, near the last of them; None in a small field."""
    base = known[-1] if known else number(case.setting.over.ring, 0)
    tried = (base + nonzero(base.ring, chance) for _ in range(4 * MOST))
    return next((x for x in tried if x not in known), None)


def _pairs(case: Case, chance: Stream) -> Tries:
    """Make eigenvalues with vectors: in another order, with other bases of the eigenspaces.

    A value or a vector left out, a value that is another number, and the zero vector are wrong.
    """
    due: EigenPairs = model_value(case)
    values, spaces = [x for (x,) in entries(due.values)], list(due.spaces)
    if not values:
        return due, [], []
    same, wrong = [], list[Any]()
    for _ in range(MOST):
        order = chance.shuffled(range(len(values)))
        others = [next(recombined(spaces[k], chance)) for k in order]
        same.append(_paired([values[k] for k in order], others))
    for k, rows in enumerate(spaces):
        rest = [j for j in range(len(values)) if j != k]
        if rest:
            wrong.append(_paired([values[j] for j in rest], [spaces[j] for j in rest]))
        new = _outside(case, values, chance)
        if new is not None:
            wrong.append(_paired([*values[:k], new, *values[k + 1 :]], spaces))
        short = rows_of(rows)[:-1] or (tuple(x - x for x in rows_of(rows)[0]),)
        wrong.append(_paired(values, [*spaces[:k], list_like(rows, short), *spaces[k + 1 :]]))
    return due, same, wrong


def _paired(values: list[Scalar], spaces: list[Matrix]) -> EigenPairs:
    return EigenPairs(matrix_from(values[0].ring, [[x] for x in values], 1), tuple(spaces))


# -------------------------------------------------------------------------------- P with D or J


def _diagonal_forms(case: Case, chance: Stream) -> Tries:
    """Make P and D: columns scaled and in another order; another D or a P without inverse."""
    due = model_value(case)
    if due is None:
        return None, ["not diagonalizable"], [_never(case, "D")]
    p, d = due["P"], due["D"]
    same = []
    for _ in range(MOST):
        order = chance.shuffled(range(p.width))
        columns = rows_of(p.columns(order).transpose)
        factors = [nonzero(p.ring, chance) for _ in columns]
        scaled = tuple(tuple(c * x for x in v) for c, v in zip(factors, columns, strict=True))
        moved = d.select(order).columns(order)
        same.append({"P": list_like(p.transpose, scaled).transpose, "D": moved})
    return due, same, [*_other_diagonals(due, "D", chance), *_singular(due), None]


def _other_diagonals(due: dict[str, Matrix], letter: str, chance: Stream) -> Iterator[Any]:
    """Change one of the eigenvalues: an invertible P has one D only."""
    form = due[letter]
    for k in range(form.width):
        rows = entries(form)
        rows[k][k] += nonzero(form.ring, chance)
        yield {**due, letter: matrix_from(form.ring, rows, form.width)}


def _singular(due: dict[str, Matrix]) -> Iterator[Any]:
    """Put zeros in place of a column of P."""
    columns = rows_of(due["P"].transpose)
    for k in range(len(columns)):
        zero = tuple(x - x for x in columns[k])
        new = (*columns[:k], zero, *columns[k + 1 :])
        yield {**due, "P": list_like(due["P"], new).transpose}


def _never(case: Case, letter: str) -> dict[str, Matrix]:
    """Give matrices where there are none: the unit matrix and the matrix or its diagonal."""
    matrix = _matrix(case)
    zero, one = number(matrix.ring, 0), number(matrix.ring, 1)
    places = range(matrix.width)
    unit = [[one if i == j else zero for j in places] for i in places]
    rows = entries(matrix)
    form = [[rows[i][j] if i == j else zero for j in places] for i in places]
    found = matrix_from(matrix.ring, form, matrix.width)
    return {"P": matrix_from(matrix.ring, unit, matrix.width), letter: found}


def _matrix(case: Case) -> Matrix:
    question = case.question
    if isinstance(question, NormalForm):
        found = case.settle(ValueOf(question.matrix)).answer
        if isinstance(found, Given):
            return found.matrix
    raise TypeError("the matrix of the normal form is not known")


def _jordan_forms(case: Case, chance: Stream) -> Tries:
    """Make P and J: J alone, blocks in another order; another eigenvalue or other blocks."""
    due = model_value(case)
    if due is None:
        return None, [], [_never(case, "J")]
    p, j = due["P"], due["J"]
    blocks, same = _blocks(j), list[Any]([{"J": j}])
    for _ in range(MOST):
        order = [k for block in chance.shuffled(blocks) for k in block]
        moved = j.select(order).columns(order)
        same += [{"P": p.columns(order), "J": moved}, {"J": moved}]
    wrong = [{"J": one["J"]} for one in _other_diagonals(due, "J", chance)]
    wrong += [{"J": form} for form in _other_blocks(j)]
    return due, same, [*wrong, *_singular(due), None]


def _blocks(form: Matrix) -> list[list[int]]:
    """Give the places of the blocks."""
    rows = entries(form)
    blocks = [[0]] if rows else []
    for k in range(1, len(rows)):
        if rows[k - 1][k]:
            blocks[-1].append(k)
        else:
            blocks.append([k])
    return blocks


def _other_blocks(form: Matrix) -> Iterator[Matrix]:
    """Cut a block in two, or join two blocks of one eigenvalue."""
    for k in range(form.width - 1):
        rows = entries(form)
        if rows[k][k] == rows[k + 1][k + 1]:
            rows[k][k + 1] = 1 - rows[k][k + 1]
            if _sizes(form) != _sizes(matrix_from(form.ring, rows, form.width)):
                yield matrix_from(form.ring, rows, form.width)


def _sizes(form: Matrix) -> list[tuple[str, int]]:
    rows = entries(form)
    return sorted((str(rows[block[0]][block[0]]), len(block)) for block in _blocks(form))


# ----------------------------------------------------------------------- polynomials and lengths


def _polynomials(case: Case, chance: Stream) -> Tries:
    """Make polynomials: in another letter; another constant term or degree is wrong."""
    due: Matrix = model_value(case)
    row, taken = rows_of(due)[0], quantity_names(due.ring)
    letters = [x for x in ("t", "z", "s") if x not in taken]
    same = [f"p({x}) = {polynomial_text(row, x)}" for x in letters]
    same += [f"{polynomial_text(row, x)} = 0" for x in letters[:1]]
    zero = row[0] - row[0]
    wrong = [(row[0] + nonzero(due.ring, chance), *row[1:]), (zero, *row)]
    if len(row) > 2:
        wrong.append((row[0], row[1] + nonzero(due.ring, chance), *row[2:]))
    return due, list(same), [matrix_from(due.ring, [x], len(x)) for x in wrong]


def _orthogonal(case: Case, chance: Stream) -> Tries:
    """Make orthogonal bases: rescaled and reordered.

    A vector too few or one that is not orthogonal to another is wrong; where lengths of 1 are
    asked for, so is any other length.
    """
    due: Matrix = model_value(case)
    rows, unit = rows_of(due), case.kind == "orthonormal-basis"
    if not rows:
        return due, [], []
    form = form_of(case)
    form = None if form is None else carried(form, due.ring)
    one = number(due.ring, 1)
    same = []
    for _ in range(MOST):
        factors = [chance.one_of((one, -one)) if unit else nonzero(due.ring, chance) for _ in rows]
        moved = [tuple(c * x for x in row) for c, row in zip(factors, rows, strict=True)]
        same.append(list_like(due, tuple(chance.shuffled(moved))))
    changes: list[Rows] = [(plus(row, one, other), *rows[1:]) for row, other in _two(rows)]
    changes += [(*rows[:-1], tuple(x + x for x in rows[-1]))] if unit else []
    wrong = [found for found in (list_like(due, x) for x in changes)
             if not _is_orthogonal(found, form, unit=unit)]  # fmt: skip
    short = [list_like(due, rows[:k] + rows[k + 1 :]) for k in range(len(rows)) if len(rows) > 1]
    zero = tuple(x - x for x in rows[0])
    return due, same, [*wrong, *short[:2], list_like(due, (*rows[:-1], zero))]


def _two(rows: Rows) -> list[tuple[Row, Row]]:
    return [(rows[0], rows[1])] if len(rows) > 1 else []


def _is_orthogonal(rows: Matrix, form: Matrix | None, *, unit: bool) -> bool:
    gram = entries(gram_of(rows, form))
    off = any(x for i, row in enumerate(gram) for j, x in enumerate(row) if i != j)
    return not off and not (unit and any(row[k] != row[k] ** 0 for k, row in enumerate(gram)))


def _constructed(case: Case, chance: Stream) -> Tries:
    due = model_value(case)
    return due, [], [] if due is None else changed(due, chance)


def _letters(case: Case, chance: Stream) -> Tries:
    """Make bases in letters: combined anew, one too few, or one twice."""
    due: Matrix = model_value(case)
    rows = rows_of(due)
    wrong = [rows[:k] + rows[k + 1 :] for k in range(len(rows)) if len(rows) > 1]
    wrong += [(*rows, rows[0]), (*rows[:-1], tuple(x - x for x in rows[-1]))] if rows else []
    return due, list(recombined(due, chance)), [list_like(due, x) for x in wrong]


MORE_MAKERS: Mapping[str, Callable[[Case, Stream], Tries]] = {
    "scalar-set": _numbers,
    "eigenpairs": _pairs,
    "diagonalization": _diagonal_forms,
    "jordan-form": _jordan_forms,
    "polynomial": _polynomials,
    "orthogonal-basis": _orthogonal,
    "orthonormal-basis": _orthogonal,
    "projection": _constructed,
    "matrix-of-map": _constructed,
    "formal-basis": _letters,
    "row-operations": operations,
}
