"""Answers to try on a part: the right one, other ways to write it, and wrong ones.

What is wrong is wrong for a reason, not by luck: a basis with a vector left out or a dependent one
added, a number that is another number, a point moved out of a solution set.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import entries, number
from exactspaces.kernel import Columns, Count, Given, Matrix, Number, ReducedEchelon
from exactspaces.marking.formal.reasons import RELATION, settled
from exactspaces.marking.judging import Case
from exactspaces.marking.written import answer_text
from exactspaces.questions import (
    AffineSet,
    BasisExtension,
    Combine,
    Complement,
    Multiply,
    Operation,
    Swap,
    ValueOf,
    shape_of,
)
from exactspaces.questions.constructions import Construct
from exactspaces.reading.answers.affine_sets import Flat
from exactspaces.reading.problems.tasks import Backed
from exactspaces.variants.arguments import Told
from exactspaces.variants.factor_answers import factors, words
from exactspaces.variants.linear import plus, rank, times
from exactspaces.variants.matrices import base_change
from exactspaces.variants.normal_answers import MORE_MAKERS
from exactspaces.variants.stream import Stream
from exactspaces.variants.tries import (
    MOST,
    Trial,
    Tries,
    changed,
    column_like,
    list_like,
    nonzero,
    recombined,
    rows_of,
    spread,
)
from exactspaces.variants.values import Rows
from exactspaces.worked import elimination


def trial(case: Case, chance: Stream) -> Trial | None:
    """Give answers to try; None for a kind that has no such answers, or an undecided key."""
    maker = _MAKERS.get(case.kind)
    if maker is None or case.key.theorem is None:
        return None
    try:
        key, same, wrong = maker(case, chance)
    except (ExactSpacesError, TypeError):
        return None
    texts = [_texts(case, values) for values in ([key], same, wrong)]
    if not texts[0]:
        return None
    plain = texts[0][0]
    return Trial(plain, tuple(x for x in texts[1] if x != plain), tuple(texts[2]))


def _texts(case: Case, values: list[Any]) -> list[str]:
    found: list[str] = []
    for value in values:
        text = value if isinstance(value, str) else answer_text(case, value)
        found += [] if text in found else [text]
    return found[:MOST]


def _value(case: Case) -> Matrix | None:
    """Give the one matrix that is due; None when there is none."""
    match case.key.answer:
        case Number(matrix) | Given(matrix) | (Matrix() as matrix):
            return matrix
        case Construct() as found if not found.missing:
            shown = [part.value for part in found.shown if isinstance(part.value, Matrix)]
            if len(shown) == 1:
                return shown[0]
        case None | str():
            return None
    raise TypeError("this answer is no single matrix")


def _values(case: Case, chance: Stream) -> Tries:
    """Make numbers, vectors and matrices: equal ones are the same, one entry apart is wrong."""
    due = _value(case)
    if due is None:
        return None, [], []
    return due, [], changed(due, chance)


def _counts(case: Case, _: Stream) -> Tries:
    match case.key.answer:
        case Count(value):
            due = value
        case Matrix(height=value):
            due = value
        case _:
            raise TypeError
    return due, [], [due + 1, due + 2, due + 3, *(k for k in (due - 1, due - 2) if k >= 0)]


def _columns(case: Case, _: Stream) -> Tries:
    match case.key.answer:
        case Columns(positions):
            due = tuple(positions)
        case _:
            raise TypeError
    if case.options.get("which") == "free":
        due = _others(case, due)
    shorter = [due[:-1], due[1:]] if len(due) > 1 else []
    return due, [], [x for x in shorter if x]


def _others(case: Case, positions: tuple[int, ...]) -> tuple[int, ...]:
    if not isinstance(case.question, ValueOf):
        raise TypeError
    width = shape_of(case.question.term.parts[0]).width
    return tuple(k for k in range(1, width + 1) if k not in positions)


def _yes_no(case: Case, _: Stream) -> Tries:
    due = case.key.verdict == "proved"
    words = (["true", "y"], [False]) if due else (["false", "n"], [True])
    reasons = _reasons(case, "yes" if due else "no")
    return (due, words[0], words[1]) if reasons is None else (reasons[0], reasons[1:], words[1])


def _reasons(case: Case, word: str) -> list[Any] | None:
    """Give the answer with each reason that proves it; None where no reason is asked for."""
    task = case.options.get("task")
    if not isinstance(task, Backed):
        return None
    asked = [one for one in task.reasons if one.supports == word]
    good = [
        one for one in asked
        if one.id != RELATION
        and (settled(one.question, case.settle).verdict == "proved") == one.holds
    ]  # fmt: skip
    if asked and not good:
        raise TypeError("vectors, or a relation, are the only reason")
    return [f"{word}, {one.id}" for one in good] or None


def _lists(case: Case, chance: Stream) -> Tries:
    """Make bases and spanning lists: combined anew, and with a vector too few or too many."""
    due = case.key.answer
    if not isinstance(due, Matrix):
        raise TypeError
    rows = rows_of(due)
    same = [] if case.kind == "basis-among" else list(_others_with(case, due, chance))
    wrong: list[Rows] = [rows[:k] + rows[k + 1 :] for k in range(len(rows)) if len(rows) > 1]
    if not isinstance(case.question, Complement):  # there are many, and all of them are right
        wrong += _leaving(due, chance)
    if case.kind in ("basis", "basis-among") and rows:
        wrong += [(*rows, rows[0]), (*rows, tuple(x + x for x in rows[-1]))]
        wrong += [(*rows[:-1], tuple(x - x for x in rows[0]))]
    return due, same, [list_like(due, chosen) for chosen in spread(wrong)]


def _others_with(case: Case, due: Matrix, chance: Stream) -> Iterator[Matrix]:
    """Give other lists with the same span; the vectors that are extended to a basis stay."""
    match case.question:
        case BasisExtension(vectors):
            kept = shape_of(vectors).height
        case _:
            kept = 0
    rows = rows_of(due)
    if not kept:
        yield from recombined(due, chance)
    elif kept < len(rows):
        for new in recombined(list_like(due, rows[kept:]), chance):
            moved = (plus(row, nonzero(due.ring, chance), rows[0]) for row in rows_of(new))
            yield list_like(due, tuple(chance.shuffled((*rows[:kept], *moved))))


def _leaving(due: Matrix, chance: Stream) -> list[Rows]:
    """Replace a vector by one outside of the space, where there is one."""
    rows = rows_of(due)
    out: list[Rows] = []
    for j in range(due.width if rows and len(rows) < due.width else 0):
        moved = list(rows[0])
        moved[j] += nonzero(due.ring, chance)
        if rank((*rows, tuple(moved))) > len(rows):
            out.append((tuple(moved), *rows[1:]))
    return out


def _directions(case: Case, chance: Stream) -> Tries:
    due = _value(case)
    if due is None or due.width != 1:
        raise TypeError
    column = tuple(x for (x,) in entries(due))
    if not any(column):
        return due, [], []
    same = []
    for _ in range(2 * MOST):
        factor = nonzero(due.ring, chance)
        same.append(column_like(due, tuple(factor * x for x in column)))
    wrong = [x for x in changed(due, chance) if rank((column, rows_of(x.transpose)[0])) == 2]
    return due, same, wrong


def _affine(case: Case, chance: Stream) -> Tries:
    """Make solution sets: another point, other directions; a point or direction moved out."""
    match case.key.answer:
        case None:
            return None, ["inconsistent"], []
        case AffineSet(point, directions):
            pass
        case _:
            raise TypeError
    here, ways = tuple(x for (x,) in entries(point)), rows_of(directions)
    same = []
    for _ in range(2 * MOST if ways else 0):
        new = next(recombined(directions, chance))
        moved = here
        for way in ways:
            moved = plus(moved, number(point.ring, chance.between(-2, 2)), way)
        same.append(Flat(column_like(point, moved), new))
    wrong: list[Any] = [Flat(point, list_like(directions, ways[:-1]))] if ways else []
    for j in range(len(here)):
        moved = tuple(x + (1 if k == j else 0) for k, x in enumerate(here))
        step = tuple(number(point.ring, int(k == j)) for k in range(len(here)))
        if rank((*ways, step)) > len(ways):
            wrong.append(Flat(column_like(point, moved), directions))
    return Flat(point, directions), same, [*wrong, None]


def _row_forms(case: Case, chance: Stream) -> Tries:
    """Make matrices with the same row space; a row moved out of it is wrong."""
    due = _value(case)
    if due is None:
        raise TypeError
    rows = rows_of(due)
    same = [list_like(due, times(p, rows)) for p in _mixers(due, chance)]
    if case.kind == "ref":
        same = [list_like(due, _scaled(rows, chance)) for _ in range(MOST)]
    spanning = tuple(row for row in rows if any(row))
    wrong = [list_like(due, new) for new in _moved_rows(rows, spanning, chance)]
    return due, same, wrong


def _mixers(due: Matrix, chance: Stream) -> Iterator[Rows]:
    for _ in range(MOST if due.height > 1 else 0):
        yield base_change(Told(due.ring, chance, {}), due.height, 30)[0]


def _scaled(rows: Rows, chance: Stream) -> Rows:
    """Multiply each row, and add multiples of later rows: still an echelon form."""
    out = list(rows)
    for i, row in enumerate(rows):
        factor = nonzero(row[0].ring, chance)
        out[i] = tuple(factor * x for x in row)
        for later in rows[i + 1 :]:
            out[i] = plus(out[i], number(row[0].ring, chance.between(-1, 1)), later)
    return tuple(out)


def _moved_rows(rows: Rows, spanning: Rows, chance: Stream) -> Iterator[Rows]:
    width = len(rows[0])
    for j in range(width if len(spanning) < width and spanning else 0):
        step = tuple(number(rows[0][0].ring, int(k == j)) for k in range(width))
        if rank((*spanning, step)) > len(spanning):
            yield (plus(rows[0], nonzero(step[0].ring, chance), step), *rows[1:])
    if len(spanning) > 1:
        zero = tuple(x - x for x in rows[0])
        yield (*spanning[:-1], *[zero] * (len(rows) - len(spanning) + 1))


def _reductions(case: Case, chance: Stream) -> Tries:
    """Write out the elimination on paper; an entry changed at its end is wrong."""
    due, matrix = _value(case), _start(case)
    if due is None or matrix is None:
        raise TypeError
    lines = [answer_text(case, matrix)]
    for line in elimination.reduce(matrix).lines:
        lines += [", ".join(map(operation_text, line.operations)), answer_text(case, line.after)]
    others = changed(due, chance) if len(lines) > 1 else []
    wrong = ["\n".join([*lines[:-1], answer_text(case, other)]) for other in others]
    return "\n".join(lines), [], wrong


def _start(case: Case) -> Matrix | None:
    match case.question:
        case ValueOf(ReducedEchelon(matrix)):
            found = case.settle(ValueOf(matrix)).answer
            return found.matrix if isinstance(found, Given) else None
    return None


def operation_text(operation: Operation) -> str:
    """Write a row operation as it is read: R2 -> R2 + (-3)R1."""
    match operation:
        case Swap(first, second):
            return f"R{first} <-> R{second}"
        case Multiply(row, factor):
            return f"R{row} -> ({entries(factor)[0][0]})R{row}"
        case Combine(row, factor, source):
            return f"R{row} -> R{row} + ({entries(factor)[0][0]})R{source}"
    raise TypeError(type(operation).__name__)


Maker = Callable[[Case, Stream], Tries]
_MAKERS: Mapping[str, Maker] = {
    **dict.fromkeys(
        ("scalar", "vector", "matrix", "rref", "coordinates", "change-of-basis"), _values
    ),
    "dimension": _counts,
    "columns": _columns,
    "yes-no": _yes_no,
    **dict.fromkeys(("basis", "basis-among", "spanning-set", "subspace"), _lists),
    "vector-up-to-scalar": _directions,
    "affine-set": _affine,
    **dict.fromkeys(("ref", "row-equivalent"), _row_forms),
    "row-reduction": _reductions,
    "factorization": factors,
    "definiteness": words,
    **MORE_MAKERS,
}
