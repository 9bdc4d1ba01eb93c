"""From a syntax tree to a meaning. Names are looked up, terms are built, nothing is computed."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from functools import reduce

from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.fields import generator
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Augmented, Given, Span, Term
from exactspaces.kernel.matrices import identity, reduced
from exactspaces.questions import shape_of
from exactspaces.reading.bindings import BoundMap
from exactspaces.reading.claims import basis_claim, comparison, denial, property_claim
from exactspaces.reading.context import Context
from exactspaces.reading.grammar.syntax import (
    BasisClaim,
    Binary,
    Braces,
    Brackets,
    Call,
    Compare,
    Listing,
    Name,
    Negate,
    Node,
    Not,
    Number,
    Property,
    Spanned,
    Tuple,
)
from exactspaces.reading.linear.algebra import applied
from exactspaces.reading.linear.texts import is_form, words
from exactspaces.reading.lists import flat, matrix_space, together, vectors_of
from exactspaces.reading.meanings import (
    Constant,
    MapTerm,
    MatrixTerm,
    Meaning,
    Polynomial,
    SpaceTerm,
    VectorTerm,
)
from exactspaces.reading.operators import binary, negated
from exactspaces.reading.vocabulary import FUNCTIONS, apply, no_name
from exactspaces.reading.words import kind_of
from exactspaces.spaces import Coordinates, Polynomials

FIELD_LETTERS = ("QQ", "Q", "RR", "R", "CC", "C", "F", "K", "GF")


def evaluate(context: Context, node: Node) -> Meaning:
    """Give the meaning of a node.

    Raises NotUnderstood, pointing at the place, when it has none.
    """
    match node:
        case Number(value):
            return _constant(context, node, value)
        case Name(text):
            return _name(context, node, text)
        case Negate(operand):
            return negated(context, node, evaluate(context, operand))
        case Binary(operator, left, right):
            return _binary(context, node, (operator, left, right))
        case Tuple(items):
            return _tuple(context, node, items)
        case Brackets():
            return _brackets(context, node)
        case Braces(items) | Listing(items):
            return vectors_of(context, node, [evaluate(context, item) for item in items])
        case Spanned(items):
            return _span(context, node, items)
        case Call(function, arguments):
            return _call(context, node, function, arguments)
        case _:
            return _claim(context, node)


def _claim(context: Context, node: Node) -> Meaning:
    match node:
        case Compare(operator, left, right):
            sides = evaluate(context, left), evaluate(context, right)
            return comparison(context, node, operator, sides)
        case Property(name, items):
            listed = vectors_of(context, node, [evaluate(context, item) for item in items])
            return property_claim(name, listed)
        case BasisClaim(items, of):
            listed = vectors_of(context, node, [evaluate(context, item) for item in items])
            return basis_claim(context, node, listed, evaluate(context, of))
        case Not(operand):
            return denial(context, node, evaluate(context, operand))
    context.fail(node, "This has no meaning here.")


def _constant(context: Context, node: Node, value: object) -> Constant:
    try:
        return Constant(context.number(value), value)  # type: ignore[arg-type]
    except ExactSpacesError as error:
        context.fail(node, f"{error}.")


def _name(context: Context, node: Node, text: str) -> Meaning:
    if text in context.names:
        return _bound(context, node, text)
    if text in quantity_names(context.ring):
        return Constant(generator(context.ring, text), None)
    if text == "i" and context.over.growth != "fixed":
        return apply(context, node, "sqrt", [Constant(context.number(-1), None)])
    if text == context.variable:
        return Polynomial((context.number(0), context.number(1)))
    if text.startswith("P_") and text[2:].isdigit() and len(text) < 6:
        degree = int(text[2:])
        ambient = Polynomials(degree, context.variable or "x")
        return SpaceTerm(Span(Given(identity(context.ring, degree + 1))), ambient)
    if text[0] == "e" and text[1:].isdigit() and len(text) < 5:
        context.fail(node, f"{text} is a unit vector of which space? Write it out, or name it.")
    no_name(context, node, text)


def _bound(context: Context, node: Node, text: str) -> Meaning:
    if text in context.open_names:
        context.fail(node, f"{text} is defined through itself.")
    value = context.names[text]
    if isinstance(value, Meaning):
        return value
    if isinstance(value, BoundMap):
        return _map(context, node, text, value)
    inner = replace(context, text=value.text, open_names=(*context.open_names, text))
    try:
        return evaluate(inner, value.node)
    except NotUnderstood as error:
        if error.text:
            raise
        raise NotUnderstood(f"{text}: {error.message}") from error


def _map(context: Context, node: Node, name: str, bound: BoundMap) -> Meaning:
    """Read a map, with the meanings of the names that occur in its text."""
    from exactspaces.reading.linear.read import read_form, read_map  # noqa: PLC0415 - when needed

    inner = replace(context, open_names=(*context.open_names, name))
    given: dict[str, Meaning] = {}
    for word in words(bound.text) & set(context.names) - {name}:
        with suppress(NotUnderstood):
            given[word] = evaluate(inner, Name(word, node.start, node.end))
    read = read_form if is_form(bound.text) else read_map
    return read(context, node, name, bound.text, given)


def _binary(context: Context, node: Node, parts: tuple[str, Node, Node]) -> Meaning:
    operator, left, right = parts
    whole = _whole_space(context, node, parts)
    if whole is not None:
        return whole
    sides = evaluate(context, left), evaluate(context, right)
    return binary(context, node, "*" if operator == "@" else operator, sides)


def _whole_space(context: Context, node: Node, parts: tuple[str, Node, Node]) -> Meaning | None:
    """Read QQ^3, R^3, F^3: all of the space, over the field that is worked in."""
    operator, left, right = parts
    if operator != "^" or not isinstance(left, Name) or left.text in context.names:
        return None
    if left.text not in FIELD_LETTERS:
        return None
    match right:
        case Binary("*", Number(rows), Name(text)) if text[0] == "x" and text[1:].isdigit():
            return _all_matrices(context, node, (rows, text[1:]))
        case Number():
            pass
        case _:
            return None
    n = right.value
    if n.denominator != 1 or not 0 <= n <= 500:
        context.fail(node, "The exponent of a space is a whole number from 0 to 500.")
    return SpaceTerm(Span(Given(identity(context.ring, int(n)))), Coordinates(int(n)))


def _all_matrices(context: Context, node: Node, shape: tuple[Fraction, str]) -> Meaning:
    """Read QQ^(2x3): all matrices with 2 rows and 3 columns."""
    height, width = shape[0], int(shape[1][:4])
    if height.denominator != 1 or not 0 <= height * width <= 500:
        context.fail(node, "Matrix spaces have at most 500 entries.")
    ambient = matrix_space(int(height), width)
    return SpaceTerm(Span(Given(identity(context.ring, ambient.dimension))), ambient)


def _tuple(context: Context, node: Node, items: Sequence[Node]) -> Meaning:
    entries = [evaluate(context, item) for item in items]
    if entries and not any(isinstance(e, Constant) for e in entries):
        return vectors_of(context, node, entries)
    column = []
    for item, meaning in zip(items, entries, strict=True):
        if not isinstance(meaning, Constant):
            context.fail(
                item, f"An entry of a vector is a number, and this is {kind_of(meaning)}."
            )
        column.append([meaning.value])
    return VectorTerm(Given(context.matrix(column, 1)))


def _brackets(context: Context, node: Brackets) -> Meaning:
    rows = [[evaluate(context, item) for item in row] for row in node.rows]
    if all(isinstance(x, Constant) for row in rows for x in row):
        values = [[x.value for x in row if isinstance(x, Constant)] for row in rows]
        matrix = context.matrix(values)
        if node.style == "lines" and matrix.height == 1 and node.bar is None:
            return VectorTerm(Given(matrix.transpose))
        return MatrixTerm(Given(matrix), node.bar)
    blocks = [
        _row_of_blocks(context, item, row) for item, row in zip(node.rows, rows, strict=True)
    ]
    if len(blocks) == 1:
        return MatrixTerm(blocks[0], node.bar if node.bar is None else _bar(rows[0], node.bar))
    stacked = [flat(context, node, block) for block in blocks]
    if len({m.width for m in stacked}) != 1:
        context.fail(node, "The blocks below one another have different widths.")
    return MatrixTerm(Given(reduced(reduce(together, stacked))), node.bar)


def _bar(row: Sequence[Meaning], bar: int) -> int:
    return sum(shape_of(m.term).width for m in row[:bar] if isinstance(m, MatrixTerm | VectorTerm))


def _row_of_blocks(context: Context, items: Sequence[Node], row: Sequence[Meaning]) -> Term:
    """Read a row such as [A | b] or [v1 v2]: matrices and vectors side by side."""
    term: Term | None = None
    for item, meaning in zip(items, row, strict=True):
        if not isinstance(meaning, MatrixTerm | VectorTerm):
            context.fail(item, f"{kind_of(meaning)} does not stand beside matrices or vectors.")
        joined = meaning.term if term is None else Augmented(term, meaning.term)
        try:
            shape_of(joined)
        except ExactSpacesError as error:
            context.fail(item, str(error))
        term = joined
    if term is None:
        context.fail(items[0], "A matrix has at least one entry.")
    return term


def _span(context: Context, node: Node, items: Sequence[Node]) -> Meaning:
    meanings = [evaluate(context, item) for item in items]
    if len(meanings) == 1 and isinstance(meanings[0], SpaceTerm):
        return meanings[0]
    if not meanings:
        context.fail(node, "The span of no vectors: of which space? Write span{(0, 0, 0)}.")
    listed = vectors_of(context, node, meanings)
    return SpaceTerm(Span(listed.term), listed.ambient)


def _call(context: Context, node: Node, function: str, arguments: Sequence[Node]) -> Meaning:
    if function in context.names and function not in FUNCTIONS:
        sides = evaluate(context, Name(function, node.start, node.end))
        given = _tuple_or_one(context, node, arguments)
        if isinstance(sides, MapTerm):
            return applied(context, node, sides, given)
        return binary(context, node, "*", (sides, given))
    if function in quantity_names(context.ring):
        factor = Constant(generator(context.ring, function), None)
        return binary(context, node, "*", (factor, _tuple_or_one(context, node, arguments)))
    return apply(context, node, function, [evaluate(context, a) for a in arguments])


def _tuple_or_one(context: Context, node: Node, arguments: Sequence[Node]) -> Meaning:
    if len(arguments) == 1:
        return evaluate(context, arguments[0])
    return _tuple(context, node, arguments)
