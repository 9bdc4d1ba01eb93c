"""The texts of problems, with the values of their expressions, as running text of documents."""

from exactspaces.api.problems.maps import map_value
from exactspaces.api.problems.mathematics import math_pieces
from exactspaces.api.processes.budget import Budget, settle_within
from exactspaces.fields.names import Over, read_over
from exactspaces.kernel import Given, Matrix, Number, Span, Term
from exactspaces.questions import (
    AffineSet,
    BasisFor,
    ByCases,
    CoordinatesIn,
    Decision,
    Question,
    ValueOf,
)
from exactspaces.questions.formal import Definition
from exactspaces.reading.problems.expressions import Names
from exactspaces.reading.problems.faults import Place
from exactspaces.reading.problems.model import Part, Problem, Remark
from exactspaces.reading.problems.tasks import ProofOrder
from exactspaces.reading.problems.texts import Mathematics, Shown, Text, read_text
from exactspaces.reading.request import Request
from exactspaces.rendering.ambients import vector_of
from exactspaces.rendering.claims import claim_formula
from exactspaces.rendering.documents import Display, Pieces
from exactspaces.rendering.formulas import Formula, Join, Sym, Words
from exactspaces.rendering.spaces import carrier_box, operation_boxes
from exactspaces.rendering.terms import (
    Vector,
    basis_formula,
    matrix_grid,
    span_formula,
    term_formula,
    tuple_formula,
    vector_formula,
)
from exactspaces.rendering.text import text_line
from exactspaces.rendering.vectors import signs_of
from exactspaces.settle import Outcome
from exactspaces.spaces import Coordinates
from exactspaces.spaces.user import UserSpace

_BUDGET = Budget()


def text_pieces(place: Place, text: Text, budget: Budget = _BUDGET) -> Pieces:
    """Give a text with its formulas; a value that is not found is shown as its expression.

    Raises BadProblem for mathematics that is not read.
    """
    out: Pieces = ()
    for piece in text.pieces:
        match piece:
            case str():
                out = (*out, piece)
            case Shown():
                out = (*out, value_formula(piece, budget))
            case Mathematics():
                out = (*out, *math_pieces(place, piece, lambda s: value_formula(s, budget)))
    return out


def check_texts(problem: Problem) -> None:
    """Refuse mathematics that is not read, without working anything out."""
    place = Place(problem.file)
    texts = {"title": problem.title, "statement": problem.statement}
    texts |= {f"part[{k}].ask": part.ask for k, part in enumerate(problem.parts, 1)}
    for k, part in enumerate(problem.parts, 1):
        task = part.answer.options.get("task")
        for line in task.lines if isinstance(task, ProofOrder) else ():
            texts[f"part[{k}].answer.line.{line.id}"] = line.text
    for key, text in texts.items():
        for piece in text.pieces if text is not None else ():
            if isinstance(piece, Mathematics):
                math_pieces(place.at_path(key), piece, lambda s: Sym(s.expression))


def given_blocks(problem: Problem) -> list[Display]:
    """Give what is given, name by name, as formulas on lines of their own."""
    place = Place(problem.file)
    names = _names(problem, read_over(problem.field))
    blocks = []
    for name in problem.told:
        value = given_formula(names.look(place.at(name), name), problem.given[name])
        blocks.append(Display(Join("=", (Sym(name), value))))
    return blocks


def _names(problem: Problem, over: Over) -> Names:
    return Names(over, problem.given, problem.spaces, problem.sets, problem.maps)


def remark_line(problem: Problem, part: Part, remark: Remark) -> str:
    """Give what is said about a mistake in one line, with the values of its expressions.

    Raises BadProblem.
    """
    number = [one.id for one in problem.parts].index(part.id) + 1
    place = Place(problem.file).at_path(f"part[{number}].say")
    names = _names(problem, part.requests[0].over)
    return text_line(text_pieces(place, read_text(place, remark.text, names.look)))


def given_formula(shown: Shown, text: str) -> Formula:
    """Give what a name stands for; what would have to be worked out stays as it was written."""
    if shown.mapped is not None:
        return map_value(shown, shown.mapped, lambda one: given_formula(one, one.expression))
    formula = _plain(shown)
    return Words(text) if formula is None else formula


def _plain(shown: Shown) -> Formula | None:
    """Give the formula for what is written out: numbers, vectors, matrices, lists, spans."""
    request, vector = shown.request, _vector(shown.request)
    if shown.mapped is not None:
        return None
    match request.question:
        case Definition(_, space, is_set):
            return carrier_box(space) if is_set else space_formula(space)
        case Decision(positive):
            return claim_formula(positive, {}, vector)
        case ValueOf(Given(matrix)):
            return _literal(request, matrix)
        case ValueOf(Number() as number):
            return term_formula(number)
        case BasisFor(Span(Given(rows))):
            return (basis_formula if shown.listed else span_formula)(rows, vector)
    return None


def space_formula(space: UserSpace) -> Formula:
    """Give the carrier of a space with its two operations."""
    return Join(",", (carrier_box(space), *operation_boxes(space, signs_of(space))))


def value_formula(shown: Shown, budget: Budget = _BUDGET) -> Formula:
    """Give the value of an expression as a formula."""
    request, question = shown.request, shown.request.question
    if shown.mapped is not None:
        return map_value(shown, shown.mapped, lambda one: value_formula(one, budget))
    formula = _plain(shown)
    if formula is not None:
        return formula
    found = _answered(question, settle_within(question, budget))
    if found is None:
        return Words(request.text)
    return _answer(request, found)


def _vector(request: Request) -> Vector:
    return tuple_formula if request.ambient is None else vector_of(request.ambient)


def _literal(request: Request, matrix: Matrix) -> Formula:
    if request.ambient is None:
        return matrix_grid(matrix, request.bar)
    plain = request.ambient == Coordinates(0)
    return vector_formula(matrix, tuple_formula if plain else _vector(request))


def _answered(question: Question, outcome: Outcome) -> object:
    """Take the answer, also out of a list of one case."""
    if outcome.theorem is None:
        return None
    if isinstance(outcome.question, ByCases) and not isinstance(question, ByCases):
        return outcome.answer[0][1] if len(outcome.answer) == 1 else None
    return outcome.answer


def _answer(request: Request, answer: object) -> Formula:
    vector = _vector(request)
    match request.question, answer:
        case _, AffineSet(point, directions):
            at = vector_formula(point)
            return Join("+", (at, span_formula(directions))) if directions.height else at
        case ValueOf(), Given(matrix):
            return _literal(request, matrix)
        case CoordinatesIn(), Matrix():
            return vector_formula(answer)
        case (BasisFor(), Matrix()) if isinstance(answer, Matrix):
            return span_formula(answer, vector)
        case _, Matrix():
            return matrix_grid(answer)
        case _, Term():
            return term_formula(answer, {}, vector)
    return Words(request.text)
