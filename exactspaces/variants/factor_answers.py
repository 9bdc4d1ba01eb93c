"""Answers to try on factors of a matrix, and on the signs of a form."""

from typing import Any

from exactspaces.fields import entries, matrix_from, number
from exactspaces.kernel import Matrix
from exactspaces.marking.judges.decompositions import letters_of
from exactspaces.marking.judging import Case
from exactspaces.questions import LowerUpper
from exactspaces.questions.constructions import Construct
from exactspaces.questions.symmetric import KINDS
from exactspaces.variants.stream import Stream
from exactspaces.variants.tries import Tries, changed


def factors(case: Case, chance: Stream) -> Tries:
    """Make factors of a matrix; where an entry differs, they are wrong."""
    match case.key.answer:
        case LowerUpper(order, lower, upper):
            pass
        case Construct() as made if not made.missing:
            return _named(case, made, chance)
        case _:
            raise TypeError
    unit = [[number(lower.ring, int(k == i - 1)) for k in range(len(order))] for i in order]
    found: dict[str, Matrix] = {"P": matrix_from(lower.ring, unit), "L": lower, "U": upper}
    if order == tuple(range(1, len(order) + 1)):
        del found["P"]
    wrong: list[Any] = [{**found, "U": other} for other in changed(upper, chance)]
    return found, [], wrong


def _named(case: Case, made: Construct, chance: Stream) -> Tries:
    """Change the sign of a column of one factor with that of the row that meets it."""
    names = letters_of(case.question)
    found = {name: made[name] for name in names}
    first, last = found[names[0]], found[names[-1]]
    pairs = range(min(first.width, last.width) if "S" in names else 0)
    same: list[Any] = [{**found, "U": _negated(first, k), "V": _negated(last, k)} for k in pairs]
    for k in range(first.width if names[-1] == "R" else 0):
        other = _negated(last.transpose, k).transpose
        same.append({**found, names[0]: _negated(first, k), names[-1]: other})
    if "S" in names and not any(entries(found["S"])[0]):
        return found, same, []  # of the zero matrix any orthonormal columns are right
    others = (_first_column(first, other) for other in changed(first, chance))
    wrong: list[Any] = [{**found, names[0]: other} for other in others if other != first]
    return found, same, wrong


def _negated(matrix: Matrix, column: int) -> Matrix:
    rows = [[-x if j == column else x for j, x in enumerate(row)] for row in entries(matrix)]
    return matrix_from(matrix.ring, rows, matrix.width)


def _first_column(matrix: Matrix, other: Matrix) -> Matrix:
    """Give a matrix with the first column of another: the one that certainly counts."""
    pairs = zip(entries(matrix), entries(other), strict=True)
    return matrix_from(matrix.ring, [[new[0], *row[1:]] for row, new in pairs], matrix.width)


def words(case: Case, _: Stream) -> Tries:
    """Write one of the five words for the signs of a form with a hyphen; the others are wrong."""
    due = case.key.answer["kind"]
    others = [kind for kind in KINDS if kind != due]
    if "semi" in due:  # of the zero form both are right
        others = [kind for kind in others if "semi" not in kind]
    return due, [due.replace(" ", "-").capitalize()], others
