"""Short answers in plain text, in the notation that the reader accepts."""

from collections.abc import Sequence
from typing import Any

from exactspaces.api.answers.conditions import sentence
from exactspaces.api.answers.constructs import construct_text
from exactspaces.fields import Scalar, entries, entry, field_name, number
from exactspaces.kernel import Columns, Count, Given, Matrix, Number, Span
from exactspaces.questions import (
    AffineSet,
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    ByCases,
    Complement,
    CoordinatesIn,
    InverseOf,
    LowerUpper,
    ProjectionOnto,
    Question,
    SolutionSet,
    ValueOf,
)
from exactspaces.questions.comparisons import is_yes_no, says_yes
from exactspaces.questions.constructions import Construct
from exactspaces.reading.request import Request
from exactspaces.settle import Outcome
from exactspaces.spaces import Ambient, Coordinates, Matrices


def matrix_text(matrix: Matrix) -> str:
    """Write a matrix in one line: [1 2; 3 4]; without entries: zeros(0, 3)."""
    if not matrix.height or not matrix.width:
        return f"zeros({matrix.height}, {matrix.width})"
    rows = entries(matrix)
    flat = [x for row in rows for x in row]
    return Matrices(matrix.height, matrix.width).plain(flat)


def vector_text(values: Sequence[Scalar], ambient: Ambient | None = None) -> str:
    """Write a vector: (1, 2, 3), or what its coordinates mean in another space."""
    return (ambient or Coordinates(len(values))).plain(values)


def space_text(basis: Matrix, ambient: Ambient | None) -> str:
    """Write a space as a span; the zero space as the span of zero."""
    ambient = ambient or Coordinates(basis.width)
    rows = entries(basis) or [[number(basis.ring, 0)] * basis.width]
    return "span{" + ", ".join(ambient.plain(row) for row in rows) + "}"


def value_text(question: Question, answer: Any, ambient: Ambient | None) -> str:
    """Write the answer to a question in one line."""
    match question:
        case _ if is_yes_no(question):
            return "true" if says_yes(answer) else "false"
        case SolutionSet():
            return _solutions(answer, ambient)
        case _ if isinstance(answer, Construct):
            return construct_text(answer.in_space(ambient))
        case _ if isinstance(answer, str):
            return answer
        case BasisFor():
            return space_text(answer, ambient)
        case BasisAmong() | BasisExtension() if answer is not None:
            return "{" + ", ".join(vector_text(row, ambient) for row in entries(answer)) + "}"
        case Complement() if answer is not None:
            return space_text(answer, ambient)
        case CoordinatesIn() if isinstance(answer, Matrix):
            return vector_text([x for (x,) in entries(answer)])
        case ValueOf():
            return _literal(answer, ambient)
        case InverseOf() | BasisChange() | ProjectionOnto() if isinstance(answer, Matrix):
            return matrix_text(answer)
    return _factors(answer) if isinstance(answer, LowerUpper) else "none"


def _factors(answer: LowerUpper) -> str:
    lower, upper = matrix_text(answer.lower), matrix_text(answer.upper)
    order = ", ".join(map(str, answer.order))
    return f"L = {lower}, U = {upper}, rows in the order {order}"


def _solutions(answer: AffineSet | None, ambient: Ambient | None) -> str:
    if answer is None:
        return "no solution"
    point = vector_text([x for (x,) in entries(answer.particular)], ambient)
    directions = answer.directions
    return f"{point} + {space_text(directions, ambient)}" if directions.height else point


def _literal(answer: Any, ambient: Ambient | None) -> str:
    match answer:
        case Number(value):
            return str(entry(value))
        case Count(value):
            return str(value)
        case Columns(positions):
            return "columns " + ", ".join(map(str, positions)) if positions else "no columns"
        case Span(Given(basis)):
            return space_text(basis, ambient)
        case Given(matrix) if ambient is not None:
            flat = [x for (x,) in entries(matrix)]
            return vector_text(flat, None if ambient == Coordinates(0) else ambient)
        case Given(matrix):
            return matrix_text(matrix)
    return str(answer)


def answer_text(request: Request, outcome: Outcome, reason: str) -> str:
    """Write what the command line prints: the answer, the reason, the verdict and the field."""
    question, answer = outcome.question, outcome.answer
    where = f"over {field_name(request.ring)}"
    if outcome.theorem is None:
        return f"undecided: {request.text} {where}\n  {reason}"
    if isinstance(question, ByCases):
        head = f"{request.text} {where}"
        lines = [case_line(question, item, request.ambient) for item in answer]
        return "\n".join([f"{outcome.verdict}: {head}", *lines])
    if is_yes_no(question):
        lines = [f"{outcome.verdict}: {request.text} {where}"]
    else:
        shown = value_text(question, answer, request.ambient)
        lines = [f"{request.text} = {shown}", f"{outcome.verdict} {where}"]
    return "\n".join([*lines, *([f"  {reason}"] if reason else [])])


def case_line(question: ByCases, item: tuple[Any, Any], ambient: Ambient | None) -> str:
    """Write one case of an answer, the condition first."""
    ring, answer = item
    start = sentence(ring)
    shown = value_text(question.question, answer, ambient)
    return f"  {start}: {shown}" if start else f"  {shown}"
