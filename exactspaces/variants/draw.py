"""Drawing the names of a problem: calls of generators are carried out, expressions worked out."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.fields import QQ, entries, number
from exactspaces.fields.names import Over, read_over
from exactspaces.kernel import Columns, Count, Given, Matrix, Number, Span
from exactspaces.questions import BasisFor, CoordinatesIn, Question, ValueOf
from exactspaces.questions.constructions import Construct
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.grammar.syntax import Call
from exactspaces.reading.problems.drawings import Argument, pieces
from exactspaces.reading.problems.generators import GENERATORS
from exactspaces.reading.problems.keys import FORMAT
from exactspaces.reading.problems.variants import Variants
from exactspaces.reading.request import Request, read_request
from exactspaces.settle import Outcome
from exactspaces.spaces import Coordinates, Polynomials
from exactspaces.variants.arguments import Told
from exactspaces.variants.stream import Stream
from exactspaces.variants.table import GIVE
from exactspaces.variants.values import (
    Unlucky,
    Value,
    list_value,
    matrix_value,
    number_value,
    vector_value,
)

Settle = Callable[[Question], Outcome]
_PLAIN = Coordinates(0)  # the sign of a vector that was read by itself


@dataclass
class Drawer:
    """Draws the names one after the other; later ones may use earlier ones."""

    over: Over
    settle: Settle
    words: tuple[str, ...]
    values: dict[str, Value] = field(default_factory=dict)
    outer: Mapping[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> dict[str, str]:
        """What was drawn so far, in the expression language."""
        return {**self.outer, **{name: value.text for name, value in self.values.items()}}

    @property
    def counting(self) -> "Drawer":
        """What reads sizes and heights: they are whole numbers also over a field of remainders."""
        if self.over.ring == QQ:
            return self
        return Drawer(read_over("QQ"), self.settle, self.words, {}, self.texts)

    def draw(self, name: str, drawing: Argument) -> None:
        """Draw one name from a stream of its own."""
        chance = Stream(*self.words, name)
        self.values[name] = self.value(drawing, chance)

    def value(self, argument: Argument, chance: Stream) -> Value:
        """Carry out a call, or work out an expression."""
        if isinstance(argument, str):
            return self.worked_out(argument)
        told: dict[str, tuple[Value, ...]] = {}
        for parameter in GENERATORS[argument.name].parameters:
            default = () if parameter.default is None else (parameter.default,)
            drawer = self.counting if parameter.due in ("whole", "wholes") else self
            several = argument.arguments.get(parameter.name, default)
            told[parameter.name] = tuple(drawer.value(one, chance) for one in several)
        try:
            return GIVE[argument.name](Told(self.over.ring, chance, told))
        except NotUnderstood as error:
            raise NotUnderstood(f"in {argument.text}: {error}") from error
        except Unlucky as error:
            raise Unlucky(f"{argument.name}: {error}") from error

    def worked_out(self, text: str) -> Value:
        """Work out an expression; what is no number, vector, matrix or list stays a text."""
        plain = text.strip()
        if plain in self.values:
            return self.values[plain]
        with suppress(ValueError):
            return number_value(number(self.over.ring, int(plain)))
        if plain.startswith("{") and plain.endswith("}"):
            return self._listed(plain)
        try:
            request = read_request(plain, self.over, self.texts)
        except NotUnderstood as error:
            found = self._vectors(plain)
            if found is None:
                raise NotUnderstood(f"{plain} is not understood. {error}") from error
            return found
        return self._answer(request)

    def _answer(self, request: Request) -> Value:
        question = request.question
        other = Value("something else", (), request.text)
        if isinstance(question, BasisFor):
            return other
        answer = self.settle(question).answer
        if isinstance(answer, Construct):
            return self._constructed(answer) or other
        match answer:
            case Number(value):
                return number_value(entries(value)[0][0])
            case Count(value):
                return number_value(number(self.over.ring, value))
            case Given(matrix) | (Matrix() as matrix) if matrix.ring == self.over.ring:
                is_vector = isinstance(question, CoordinatesIn) or request.ambient == _PLAIN
                if is_vector:
                    return vector_value(x for (x,) in entries(matrix))
                if isinstance(request.ambient, Polynomials):
                    row = [x for (x,) in entries(matrix)]
                    return Value("something else", (), request.ambient.plain(row))
                if request.ambient is None and matrix.height and matrix.width:
                    return matrix_value(entries(matrix))
        return other

    def _constructed(self, answer: Construct) -> Value | None:
        """Give the single part of what was constructed: a number, a vector, or a matrix."""
        parts = [(p.kind, p.value) for p in answer.shown if isinstance(p.value, Matrix)]
        if len(parts) != 1 or parts[0][1].ring != self.over.ring:
            return None
        kind, rows = parts[0][0], entries(parts[0][1])
        match kind:
            case "number":
                return number_value(rows[0][0])
            case "vector":
                return vector_value(x for (x,) in rows)
            case "matrix":
                return matrix_value(rows) if rows and rows[0] else None
        return None

    def _listed(self, text: str) -> Value:
        """Read a list in braces: of numbers, or of vectors."""
        values = [self.worked_out(piece) for piece in pieces(text[1:-1])]
        if all(value.sort == "a number" for value in values):
            return Value("a list of numbers", tuple(value.rows[0] for value in values))
        if all(value.sort == "a vector" for value in values):
            lengths = {len(value.rows[0]) for value in values}
            if len(lengths) == 1:
                return list_value(value.rows[0] for value in values)
            raise NotUnderstood(f"{text[:60]}: the vectors have different lengths")
        return Value("something else", (), text)

    def _vectors(self, text: str) -> Value | None:
        """Read columns(A) and the like as a list of vectors."""
        with suppress(ExactSpacesError):
            found = self._columns(text)
            if found is not None:
                return found
            question = read_request(f"span({text})", self.over, self.texts).question
            if isinstance(question, BasisFor):
                match question.space:
                    case Span(Given(rows)):
                        return list_value(entries(rows))
                    case Span(term):
                        answer = self.settle(ValueOf(term)).answer
                        if isinstance(answer, Given):
                            return list_value(entries(answer.matrix))
        return None

    def _columns(self, text: str) -> Value | None:
        """Read columns(M, P): those columns of a matrix, both being worked out first."""
        node = parse(text)
        if not isinstance(node, Call) or node.function != "columns" or len(node.arguments) != 2:
            return None
        whole, places = (text[one.start : one.end] for one in node.arguments)
        matrix, chosen = self.worked_out(whole), self._places(places)
        if matrix.sort != "a matrix" or not all(0 < j <= len(matrix.rows[0]) for j in chosen):
            raise NotUnderstood(f"{text[:60]}: these are no columns of a matrix")
        return list_value([row[j - 1] for row in matrix.rows] for j in chosen)

    def _places(self, text: str) -> tuple[int, ...]:
        """Give positions from 1: those of pivots(A), or a list of whole numbers."""
        if not text.startswith("{"):
            answer = self.settle(read_request(text, self.over, self.texts).question).answer
            return answer.positions if isinstance(answer, Columns) else ()
        listed = [piece.strip() for piece in pieces(text[1:-1])]
        return tuple(int(piece) if piece.isdecimal() else 0 for piece in listed)


def draw_names(variants: Variants, over: Over, words: tuple[str, ...], settle: Settle) -> Drawer:
    """Draw all names of a problem.

    Raises BadProblem for a call that cannot be carried out, Unlucky for a draw that failed.
    """
    drawer = Drawer(over, settle, words)
    for name, drawing in variants.drawings.items():
        try:
            drawer.draw(name, drawing)
        except NotUnderstood as error:
            variants.place.at(name).fail(str(error))
        except Unlucky as error:
            raise Unlucky(f"{name}: {error}") from error
    return drawer


def words_of(variants: Variants, seed: int, attempt: int) -> tuple[str, ...]:
    """Give the words that decide what is drawn: format, problem, seed, and number of the draw."""
    return FORMAT, str(variants.tables.get("id")), str(seed), str(attempt)
