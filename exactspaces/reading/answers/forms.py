"""Expressions that are linear in letters: 4 - 2t, (4 - 2t, t, 1), (4, 0, 1) + t(-2, 1, 0)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import Scalar, entries, entry, number
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Given, Number, Span
from exactspaces.questions import BasisFor, ValueOf
from exactspaces.reading.answers.setting import NotRead, Setting
from exactspaces.reading.expansion import walk
from exactspaces.reading.grammar.echo import echo
from exactspaces.reading.grammar.syntax import (
    Binary,
    Brackets,
    Call,
    Name,
    Negate,
    Node,
    Spanned,
    Tuple,
)


@dataclass(frozen=True)
class Linear:
    """A constant plus multiples of letters."""

    constant: Scalar
    parts: Mapping[str, Scalar]

    def __add__(self, other: "Linear") -> "Linear":
        zero = number(self.constant.ring, 0)
        names = {**self.parts, **other.parts}
        parts = {n: self.parts.get(n, zero) + other.parts.get(n, zero) for n in names}
        return Linear(self.constant + other.constant, parts)

    def times(self, factor: Scalar) -> "Linear":
        """Multiply by a number."""
        return Linear(self.constant * factor, {n: x * factor for n, x in self.parts.items()})


@dataclass(frozen=True)
class Directions:
    """A span, added to a point."""

    rows: tuple[tuple[Scalar, ...], ...]


@dataclass(frozen=True)
class Form:
    """A vector of linear expressions, with directions added to it."""

    entries: tuple[Linear, ...]
    rows: tuple[tuple[Scalar, ...], ...] = ()


Value = Linear | Form | Directions


def letters_in(setting: Setting, node: Node) -> list[str]:
    """Give the letters that stand for nothing that is given."""
    taken = {*setting.names, *quantity_names(setting.over.ring)}
    if setting.over.growth != "fixed":
        taken.add("i")
    names = {
        inner.text if isinstance(inner, Name) else inner.function
        for inner in walk(node)
        if isinstance(inner, Name) or (isinstance(inner, Call) and _is_letter(inner.function))
    }
    return sorted(names - taken - {"e1"})


def _is_letter(name: str) -> bool:
    return name[:1].isalpha() and (len(name) == 1 or name[1:].isdigit()) and name not in ("c", "r")


def with_roots(setting: Setting, *nodes: Node) -> Setting:
    """Give the setting with all roots that stand in the expressions, where roots are adjoined.

    Then the numbers of all of them are in one field.
    """
    if setting.over.growth == "fixed":
        return setting
    roots = {echo(x): x for node in nodes for x in walk(node) if _is_root(x)}
    for text, node in roots.items():
        if letters_in(setting, node):
            continue
        match setting.request(text).question:
            case ValueOf(Number(value)):
                setting = replace(setting, over=replace(setting.over, ring=value.ring))
    return setting


def _is_root(node: Node) -> bool:
    return node == Name("i") or (isinstance(node, Call) and node.function == "sqrt")


def form_of(setting: Setting, node: Node) -> Value:
    """Give the value of an expression, linear in its letters.

    Raises NotRead when it is not linear or of no known form.
    """
    if not letters_in(setting, node):
        split = isinstance(node, Binary) and node.operator in ("+", "-") and _has_span(node)
        if not split:
            return _constant(setting, node)
    match node:
        case Name(text):
            zero, one = number(setting.over.ring, 0), number(setting.over.ring, 1)
            return Linear(zero, {text: one})
        case Negate(operand):
            return _multiplied(form_of(setting, operand), number(setting.over.ring, -1))
        case Binary(operator, left, right) if operator in _METHODS:
            sides = form_of(setting, left), form_of(setting, right)
            return _METHODS[operator](setting, *sides)
        case Tuple(items):
            return _vector(setting, items)
        case Brackets(rows) if len(rows) == 1 or all(len(row) == 1 for row in rows):
            return _vector(setting, tuple(x for row in rows for x in row))
        case Call(function, arguments):
            inner = arguments[0] if len(arguments) == 1 else Tuple(arguments)
            return _product(setting, form_of(setting, Name(function)), form_of(setting, inner))
    raise NotRead("input.not-linear", f"{echo(node)[:80]} is not linear in its letters")


def _has_span(node: Node) -> bool:
    return any(isinstance(inner, Spanned) for inner in walk(node))


def _constant(setting: Setting, node: Node) -> Value:
    request = setting.request(echo(node))
    match request.question:
        case ValueOf(Number(value)):
            return Linear(entry(value), {})
        case ValueOf(Given(matrix)) if 1 in matrix.shape:
            column = matrix if matrix.width == 1 else matrix.transpose
            return Form(tuple(Linear(x, {}) for (x,) in entries(column)))
        case BasisFor(Span(Given(rows))):
            return Directions(tuple(tuple(row) for row in entries(rows)))
    raise NotRead("input.wrong-sort", f"{echo(node)[:80]} is neither a number nor a vector")


def _vector(setting: Setting, items: tuple[Node, ...]) -> Form:
    values = [form_of(setting, item) for item in items]
    found = tuple(value for value in values if isinstance(value, Linear))
    if len(found) != len(values):
        raise NotRead(
            "input.wrong-sort", "an entry of a vector is an expression in the parameters"
        )
    return Form(found)


def _multiplied(value: Value, factor: Scalar) -> Value:
    match value:
        case Linear():
            return value.times(factor)
        case Form(inner, rows):
            return Form(tuple(x.times(factor) for x in inner), rows)
    return value


def _sum(_: Setting, left: Value, right: Value) -> Value:
    match left, right:
        case Linear(), Linear():
            return left + right
        case Form(a, rows), Form(b, more) if len(a) == len(b):
            return Form(tuple(x + y for x, y in zip(a, b, strict=True)), rows + more)
        case (Form(a, rows), Directions(more)) | (Directions(more), Form(a, rows)):
            return Form(a, rows + more)
        case Directions(a), Directions(b):
            return Directions(a + b)
    raise NotRead("input.wrong-sort", "these cannot be added: their sizes or sorts differ")


def _difference(setting: Setting, left: Value, right: Value) -> Value:
    return _sum(setting, left, _multiplied(right, number(setting.over.ring, -1)))


def _product(_: Setting, left: Value, right: Value) -> Value:
    for factor, other in ((left, right), (right, left)):
        if isinstance(factor, Linear) and not factor.parts:
            return _multiplied(other, factor.constant)
    match left, right:
        case (Linear() as factor, Form(inner, ())) | (Form(inner, ()), Linear() as factor):
            if all(not x.parts for x in inner):
                return Form(tuple(factor.times(x.constant) for x in inner))
    names = sorted({*_names(left), *_names(right)})
    listed = ", ".join(names)
    raise NotRead("input.not-linear", f"not linear in the parameters {listed}")


def _quotient(_: Setting, left: Value, right: Value) -> Value:
    if isinstance(right, Linear) and not right.parts and right.constant:
        try:
            return _multiplied(left, right.constant.inverse())
        except ExactSpacesError as error:
            raise NotRead("input.unreadable", str(error)) from error
    raise NotRead("input.not-linear", "only a number divides here")


def _names(value: Value) -> list[str]:
    match value:
        case Linear(_, parts):
            return list(parts)
        case Form(inner, _):
            return [name for x in inner for name in x.parts]
    return []


_METHODS: Mapping[str, Callable[[Setting, Value, Value], Value]] = {
    "+": _sum,
    "-": _difference,
    "*": _product,
    "/": _quotient,
}
