"""Dependence relations as reasons: coefficients, or an equation such as v1 + v2 - v3 = 0."""

from collections.abc import Sequence
from dataclasses import replace

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.kernel import Equal, Given, Matrix, Product, Unequal
from exactspaces.marking.formal.found import Found, theorems_of, undecided
from exactspaces.marking.judges.constructed import over_one_field
from exactspaces.marking.judging import Settle
from exactspaces.questions import Decision
from exactspaces.reading.answers import NotRead, Setting
from exactspaces.reading.answers.forms import Linear, form_of, with_roots
from exactspaces.reading.answers.setting import parsed
from exactspaces.reading.answers.values import read_vector
from exactspaces.reading.problems.tasks import Relation
from exactspaces.settle import Outcome
from exactspaces.spaces import Coordinates


def judge_relation(task: Relation, base: Found, text: str, settle: Settle) -> Found:
    """Judge coefficients, not all zero, with which the vectors add up to zero.

    `base` is what is said when the reason is wrong.
    """
    row = _coefficients(task, text)
    echo = f"no, because of the coefficients ({', '.join(map(str, row))})"
    base = replace(base, echo=echo)
    if not any(row):
        said = "with all coefficients 0 every list of vectors adds up to zero: this shows nothing"
        return replace(base, findings=(said,), mistake="indep.trivial")
    outcome = _adds_up(task.rows, row, settle)
    if outcome.theorem is None:
        return undecided(echo, outcome)
    theorems = (*base.theorems, *theorems_of(outcome))
    if outcome.verdict == "proved":
        return replace(base, right=True, theorems=theorems)
    said = "with these coefficients the vectors do not add up to zero"
    mistake = "indep.trivial" if _sign_off(task.rows, row, settle) else "reason.false"
    return replace(base, theorems=theorems, findings=(said,), mistake=mistake)


def _coefficients(task: Relation, text: str) -> tuple[Scalar, ...]:
    """Give the coefficient of each vector.

    Raises NotRead.
    """
    setting = Setting(task.over, {}, Coordinates(task.rows.height))
    if "=" not in text:
        column: Matrix = read_vector(setting, text).value
        return tuple(x for (x,) in entries(column))
    left, _, right = text.replace("==", "=").partition("=")
    try:
        nodes = [parsed(x) for x in (left, right)]
        setting = with_roots(setting, *nodes)
        sides = [form_of(setting, node) for node in nodes]
    except ExactSpacesError as error:
        raise NotRead("input.unreadable", str(error)) from error
    match sides:
        case [Linear() as one, Linear() as other]:
            return _difference(task, one, other)
    raise NotRead("input.wrong-sort", "an equation between combinations of the vectors is due")


def _difference(task: Relation, left: Linear, right: Linear) -> tuple[Scalar, ...]:
    zero = number(left.constant.ring, 0)
    unknown = ({*left.parts} | {*right.parts}) - set(task.names)
    if unknown or left.constant or right.constant:
        listed = ", ".join(task.names) or "the vectors"
        raise NotRead("input.wrong-sort", f"an equation in {listed} is due, with 0 on a side")
    return tuple(left.parts.get(x, zero) - right.parts.get(x, zero) for x in task.names)


def _adds_up(rows: Matrix, row: Sequence[Scalar], settle: Settle) -> Outcome:
    """Settle whether the rows add up to zero with these coefficients."""
    factors, rows = over_one_field(matrix_from(row[0].ring, [list(row)]), rows)
    zero = Given(matrix_from(rows.ring, [[number(rows.ring, 0)] * rows.width]))
    total = Product(Given(factors), Given(rows))
    return settle(Decision(Equal(total, zero), Unequal(total, zero)))


def _sign_off(rows: Matrix, row: tuple[Scalar, ...], settle: Settle) -> bool:
    """Say whether the relation holds after one coefficient is negated."""
    for place, x in enumerate(row):
        changed = [-y if k == place else y for k, y in enumerate(row)]
        if x and _adds_up(rows, changed, settle).verdict == "proved":
            return True
    return False
