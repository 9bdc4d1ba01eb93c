"""Which of two real numbers is smaller, with squares that show it."""

from collections.abc import Callable
from contextlib import suppress

from exactspaces.errors import NoAnswer, NotAField, WrongShape
from exactspaces.fields import QQ, entry, field_name, matrix_from, number, sign
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Matrix, Parameters, Ring, Term
from exactspaces.questions.comparisons import Compared, Comparison, number_of, rounded
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.rings import ring_of
from exactspaces.solvers.evidence import evaluate
from exactspaces.solvers.singular import together
from exactspaces.solvers.symmetric import squares_of

Answered = Callable[[Construction], Construct]


def compared(question: Comparison, answered: Answered) -> Compared:
    """Work out both sides, and write their difference as a sum of squares.

    Raises NoAnswer for numbers that have no order.
    """
    with suppress(WrongShape):
        if isinstance(ring_of(question), Parameters):
            raise NoAnswer("numbers with parameters are not ordered; give the parameters values")
    found = [_side(side, answered) for side in (question.left, question.right)]
    (left, first), (right, second) = found
    a, b = entry(left), entry(right)
    if a.fraction is not None and b.fraction is not None:
        ring: Ring = QQ
    else:
        ring = max(left.ring, right.ring, key=lambda one: len(quantity_names(one)))
    a, b = together((a, b), ring)
    difference = b - a
    way = sign(difference)
    is_so = way > 0 or (way == 0 and not question.strict)
    evidence = (
        squares_of(difference * way) if way else matrix_from(difference.ring, [[difference]])
    )
    parts = (
        Part("left", left, "number", shown=False),
        Part("right", right, "number", shown=False),
        Part("squares" if way else "zero", evidence, shown=False),
    )
    first_written, second_written = (right, left) if question.turned else (left, right)
    shown = [rounded(entry(x)) for x in (first_written, second_written)]
    reason = f"left side = {shown[0]}, right side = {shown[1]}"
    return Compared(parts, "" if is_so else "not so", reason, (), (first, second))


def _side(side: Term | Construction, answered: Answered) -> tuple[Matrix, Construct | None]:
    """Give the real number on a side, and the answer to the question that stands there."""
    answer = None
    if isinstance(side, Construction):
        answer = answered(side)
        value = number_of(answer)
        if value is None:
            reason = answer.reason or "it is not written with square roots"
            raise NoAnswer(f"a side has no value that is known exactly: {reason}")
    else:
        value = evaluate(side).value
    if isinstance(value, int):
        value = matrix_from(QQ, [[number(QQ, value)]], 1)
    if value.ring.characteristic:
        raise NoAnswer(f"the numbers of {field_name(value.ring)} have no order")
    try:
        sign(entry(value))
    except NotAField as error:
        raise NoAnswer(f"real numbers in fields of square roots are compared: {error}") from error
    return value, answer
