"""From a text and its names to a question over a field."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from exactspaces.errors import NotUnderstood, TooLarge, WrongShape
from exactspaces.fields import Scalar, matrix_from, number
from exactspaces.fields.names import Over, read_over
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Given, Inverse, KernelError, Ring, Span, Term
from exactspaces.questions import BasisFor, InverseOf, Question, ValueOf, shape_of
from exactspaces.questions.comparisons import is_yes_no
from exactspaces.reading.bindings import Bound, BoundMap, bind
from exactspaces.reading.context import Context, Grow
from exactspaces.reading.evaluate import evaluate
from exactspaces.reading.expansion import require_expansion, used_names, walk
from exactspaces.reading.grammar.echo import echo
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.grammar.syntax import Call, Name, Node
from exactspaces.reading.inverses import require_inverses
from exactspaces.reading.linear.texts import degree_in, split_where
from exactspaces.reading.lists import column_of, coordinates
from exactspaces.reading.meanings import (
    AffineTerm,
    Asked,
    Constant,
    DirectSumOf,
    ElementTerm,
    MapTerm,
    MatrixTerm,
    Meaning,
    Polynomial,
    SpaceTerm,
    Vectors,
    VectorTerm,
)
from exactspaces.reading.operators import number_term
from exactspaces.reading.vocabulary import ALIASES, FUNCTIONS
from exactspaces.reading.words import kind_of
from exactspaces.spaces import Ambient, Coordinates, Polynomials

_GROWTHS = 8
_VARIABLES = ("x", "t", "s", "z", "X", "T")


@dataclass(frozen=True)
class Request:
    """A question that was read: its text as understood, the field, and what vectors look like.

    `names` tells which given terms had a name in the text; `bar` where a matrix had its bar;
    `ends` from where to where the map goes that a claim is about.
    """

    text: str
    over: Over
    ring: Ring
    question: Question
    ambient: Ambient | None
    names: Mapping[Term, str]
    bar: int | None = None
    ends: tuple[Ambient, Ambient] | None = None

    def as_value(self) -> ValueOf:
        """Give the question when it asks for the value of a term.

        Raises NotUnderstood when it asks something else.
        """
        if not isinstance(self.question, ValueOf):
            raise NotUnderstood(f"a matrix or vector is due, and this is {self.text}")
        return self.question

    @property
    def is_claim(self) -> bool:
        """Say whether a yes or no is the answer."""
        return is_yes_no(self.question)


def read_request(text: str, over: "str | Ring | Over", names: Mapping[str, Any]) -> Request:
    """Read an expression or a claim.

    Raises NotUnderstood with the place, NotExact for floats, NotAField, TooLarge.
    """
    if not isinstance(text, str):
        raise NotUnderstood(f"an expression is a text, not {type(text).__name__}")
    chosen = read_over(over)
    question, defined = split_where(text)
    node = parse(question)
    bound = {name: bind(name, value) for name, value in {**names, **defined}.items()}
    nodes = [node, *(b.node for b in bound.values() if isinstance(b, Bound))]
    require_expansion(node, {k: b.node for k, b in bound.items() if isinstance(b, Bound)})
    ring = _with_bound_rings(chosen.ring, bound)
    variable = _variable(nodes, bound, ring)
    for _ in range(_GROWTHS):
        context = Context(question, chosen, ring, _lifted(bound, ring), variable)
        try:
            context = replace(context, degree=_degree(context, nodes, bound) if variable else 0)
            meaning = evaluate(context, node)
            request = _request(context, node, meaning)
            return replace(request, text=request.text + text[len(question) :])
        except Grow as signal:
            ring = signal.ring
        except KernelError as error:
            raise TooLarge(f"{echo(node)}: {error}") from error
        except RecursionError as error:
            raise TooLarge("the expression, with its names, is nested too deeply") from error
    raise TooLarge("the expression needs more roots than we adjoin")


def _with_bound_rings(ring: Ring, bound: Mapping[str, Any]) -> Ring:
    """Work over the ring of an object that was handed over, when it is the larger one."""
    for value in bound.values():
        found = getattr(value, "ring", None)
        if found is not None and set(quantity_names(ring)) < set(quantity_names(found)):
            ring = found
    return ring


def _lifted(bound: Mapping[str, Any], ring: Ring) -> Mapping[str, Any]:
    return {k: v if isinstance(v, Bound | BoundMap) else v.meaning(ring) for k, v in bound.items()}


def _variable(nodes: list[Node], bound: Mapping[str, Any], ring: Ring) -> str | None:
    """Find the one free letter that can be the variable of polynomials."""
    taken = {*bound, *quantity_names(ring)}
    found = {n.text for node in nodes for n in walk(node) if isinstance(n, Name)}
    free = sorted(name for name in found - taken if name in _VARIABLES)
    spaces = any(name.startswith("P_") for name in found)
    return free[0] if len(free) == 1 else "x" if spaces and not free else None


def _degree(context: Context, nodes: list[Node], bound: Mapping[str, Any]) -> int:
    """Find the largest degree of a polynomial, or of a space P_n, in the text."""
    degrees = [0, *(degree_in(b.text) for b in bound.values() if isinstance(b, BoundMap))]
    for node in nodes:
        for inner in walk(node):
            if (
                isinstance(inner, Name)
                and inner.text.startswith("P_")
                and inner.text[2:].isdigit()
            ):
                degrees.append(min(int(inner.text[2:]), 500))
            elif isinstance(inner, Name) and inner.text == context.variable:
                degrees.append(1)
            elif not isinstance(inner, Call | Name):
                degrees.append(_degree_of(context, inner))
    return max(degrees)


def _degree_of(context: Context, node: Node) -> int:
    if not any(isinstance(n, Name) and n.text == context.variable for n in walk(node)):
        return 0
    try:
        meaning = evaluate(context, node)
    except NotUnderstood:
        return 0
    return len(meaning.coefficients) - 1 if isinstance(meaning, Polynomial) else 0


def _request(context: Context, node: Node, meaning: Meaning) -> Request:
    question, ambient = _question(context, node, meaning)
    require_inverses(context, question)
    names: dict[Term, str] = {
        value.term: name
        for name, value in _evaluated_names(context, node)
        if isinstance(value, MatrixTerm | VectorTerm) and isinstance(value.term, Given)
    }
    bar = meaning.bar if isinstance(meaning, MatrixTerm) else None
    ends = meaning.ends if isinstance(meaning, Asked) else None
    return Request(echo(node), context.over, context.ring, question, ambient, names, bar, ends)


def _evaluated_names(context: Context, node: Node) -> Iterator[tuple[str, Meaning]]:
    texts = {k: v.node for k, v in context.names.items() if isinstance(v, Bound)}
    used = used_names(node, texts)
    for name, value in context.names.items():
        if name not in used:
            continue
        if isinstance(value, Meaning):
            yield name, value
        else:
            try:
                yield name, evaluate(context, Name(name))
            except NotUnderstood:
                continue


def _question(context: Context, node: Node, meaning: Meaning) -> tuple[Question, Ambient | None]:
    match meaning:
        case Asked(question, ambient):
            return question, ambient
        case AffineTerm(_, ambient, question) if question is not None:
            return question, ambient
        case SpaceTerm(term, ambient):
            return BasisFor(term), ambient
        case MatrixTerm(Inverse(matrix)) | MapTerm(Inverse(matrix)):
            return InverseOf(matrix), None
        case VectorTerm(term):
            return ValueOf(term), Coordinates(0)
        case ElementTerm(term, place):
            return ValueOf(term), place
        case Vectors() | DirectSumOf() | AffineTerm():
            context.fail(node, _lonely(meaning))
        case Polynomial():
            row, place = coordinates(context, node, meaning)
            return ValueOf(Given(context.matrix([[x] for x in row], 1))), place
    value = number_term(meaning) or getattr(meaning, "term", None)
    if not isinstance(value, Term):
        context.fail(node, f"This is {kind_of(meaning)}; ask something about it.")
    return ValueOf(value), None


def _lonely(meaning: Meaning) -> str:
    what = kind_of(meaning)
    hint = {
        Vectors: "ask span{...}, basis{...} or independent{...}",
        DirectSumOf: "compare it with a space: direct_sum(U, W) == QQ^3",
    }.get(type(meaning), "compare it, or ask whether a vector is in it")
    return f"This is {what}; {hint}."


def known_words() -> list[str]:
    """Give all function names, for help and suggestions."""
    return sorted({*FUNCTIONS, *ALIASES})


def read_space(
    vectors: Any, over: "str | Ring | Over", length: int | None
) -> tuple[Term, Ambient]:
    """Read the span of a list of vectors; `length` says where an empty list lives.

    Raises WrongShape when the list is empty and no length is given.
    """
    if isinstance(vectors, str):
        vectors = [vectors]
    if not isinstance(vectors, Iterable):
        raise NotUnderstood(f"a list of vectors is due, not {type(vectors).__name__}")
    items = {f"v{k}": item for k, item in enumerate(vectors)}
    if not items:
        if length is None:
            raise WrongShape("the span of no vectors: say in which F^n with length=n")
        return Span(Given(matrix_from(read_over(over).ring, [], length))), Coordinates(length)
    named = {name: tuple(v) if _is_flat(v) else v for name, v in items.items()}
    request = read_request("span{" + ", ".join(items) + "}", over, named)
    if not isinstance(request.question, BasisFor) or request.ambient is None:
        raise WrongShape("vectors are due: tuples of numbers, matrices or texts")
    return request.question.space, request.ambient


def _is_flat(value: Any) -> bool:
    return isinstance(value, list) and not any(isinstance(x, list | tuple) for x in value)


def read_vector(vector: Any, ring: Ring, ambient: Ambient) -> Term:
    """Read one vector of an ambient space, as a column of coordinates."""
    value = tuple(vector) if _is_flat(vector) else vector
    bound = {"v": bind("v", value)}
    chosen = read_over(ring)
    degree = ambient.degree if isinstance(ambient, Polynomials) else 0
    variable = ambient.variable if isinstance(ambient, Polynomials) else None
    context = Context("v", chosen, ring, _lifted(bound, ring), variable, degree)
    node = Name("v")
    column = column_of(context, node, evaluate(context, node), ambient)
    due = ambient.dimension
    if shape_of(column).height != due:
        raise WrongShape(f"the vector has {shape_of(column).height} entries, not {due}")
    return column


def read_number(value: Any, ring: Ring) -> Scalar:
    """Read one number of the ring.

    Raises NotExact for a float, NotUnderstood for what is no number of it.
    """
    if type(value) is int or (isinstance(value, Scalar) and value.ring == ring):
        return number(ring, value)
    bound = {"c": bind("c", value)}
    meaning = evaluate(Context("c", read_over(ring), ring, _lifted(bound, ring)), Name("c"))
    if not isinstance(meaning, Constant):
        raise NotUnderstood(f"a number is due, and this is {kind_of(meaning)}")
    return meaning.value
