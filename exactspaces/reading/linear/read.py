"""From the text of a map to its matrix in coordinates; what is not linear is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NoReturn

from exactspaces.errors import ExactSpacesError, NotUnderstood
from exactspaces.fields import Scalar, entries, generator
from exactspaces.fields.conjugation import imaginary_generators
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import Extension, Given, Parameters, PrimeField, Rationals
from exactspaces.kernel.formulas import (
    ComplexNumbers,
    Constant,
    Domain,
    Every,
    Formula,
    Reals,
    Variable,
)
from exactspaces.reading import meanings as mean
from exactspaces.reading.context import Context
from exactspaces.reading.functions.matrices import sqrt
from exactspaces.reading.grammar.syntax import Node
from exactspaces.reading.linear import formulas as poly
from exactspaces.reading.linear.texts import arrows, head_of
from exactspaces.reading.linear.witness import Values, failure, sentence
from exactspaces.reading.lists import flat, matrix_space
from exactspaces.reading.meanings import MapTerm, Meaning
from exactspaces.reading.spaces.maps import form_in_scope, map_in_scope
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.values import Mat, Poly, Tup, Value
from exactspaces.spaces import Ambient, Coordinates, Polynomials
from exactspaces.spaces.formula_maps import FormulaMap
from exactspaces.spaces.user import Coefficients, Form, Grid, UserSpace

MAX_LENGTH = 5000


@dataclass(frozen=True)
class _Numbers:
    """Numbers of the ring that are no fractions, under names that no text can contain."""

    known: dict[str, Scalar] = field(default_factory=dict)

    def formula(self, value: Scalar) -> Formula:
        rational = value.fraction
        if rational is not None:
            return Constant(rational.numerator, rational.denominator)
        name = f"@{len(self.known)}"
        self.known[name] = value
        return Variable(name)


def read_map(
    context: Context, node: Node, name: str, text: str, given: Mapping[str, Meaning]
) -> MapTerm:
    """Read a map; `given` has the meanings of the other names.

    Raises NotUnderstood, with a witness where the formula is not linear.
    """
    plain, numbers = arrows(text).strip(), _Numbers()
    found = map_in_scope(plain, _scope(context, node, text, given, numbers))
    _require_whole((found.source, found.target), _domain(context), plain)
    return _Reading(context, node, name or head_of(plain) or "T", found, numbers).map()


def read_form(
    context: Context, node: Node, name: str, text: str, given: Mapping[str, Meaning]
) -> mean.MatrixTerm:
    """Read a bilinear form as the matrix G of u^T G v in coordinates.

    Raises NotUnderstood, with a term that is not bilinear.
    """
    numbers = _Numbers()
    found = form_in_scope(text, _scope(context, node, text, given, numbers))
    _require_whole((found.space,), _domain(context), text)
    names, n = found.space.names("u") + found.space.names("v"), found.space.size
    reader = poly.Tables(context.ring, names, numbers.known.get, partial(_root, context, node))
    try:
        table = reader.table(found.formula)
    except poly.NotPolynomialError as error:
        context.fail(node, f"{name}: {error} is not read in a bilinear form.")
    except NotUnderstood:
        raise
    except ExactSpacesError as error:
        context.fail(node, f"{name}: {error}.")
    rows = poly.pairs_of(table, n, context.number(0))
    if rows is None:
        context.fail(
            node,
            f"{name} is not bilinear: each term is to be a number times one coordinate of the "
            "first vector and one of the second.",
        )
    return mean.MatrixTerm(Given(context.matrix(rows, n)))


def _scope(
    context: Context, node: Node, text: str, given: Mapping[str, Meaning], numbers: _Numbers
) -> Scope:
    """Give the names that may occur in a formula, with what they stand for."""
    if len(text) > MAX_LENGTH:
        context.fail(node, f"The text of a map has at most {MAX_LENGTH:,} characters.")
    known: dict[str, Value] = {}
    for word in quantity_names(context.ring):
        known[word] = numbers.formula(generator(context.ring, word))
    for word, meaning in given.items():
        value = _value(context, node, meaning, numbers)
        if value is not None:
            known[word] = value
    return Scope(known, _domain(context))


def _root(context: Context, node: Node, value: Scalar) -> Scalar:
    """Give a square root, in the field or a larger one."""
    found = sqrt(context, node, [mean.Constant(value, None)])
    if not isinstance(found, mean.Constant):
        raise poly.NotPolynomialError("sqrt")
    return found.value


def _domain(context: Context) -> Domain:
    """Give the scalars for the reader of formulas, which knows fewer fields than we do."""
    ring = context.ring.field if isinstance(context.ring, Parameters) else context.ring
    if context.over.growth == "complex" or imaginary_generators(ring):
        return ComplexNumbers()
    match ring:
        case PrimeField() | Extension(PrimeField()):
            return ring
        case Extension():
            return Reals()
    return Reals() if context.over.growth == "real" else Rationals()


def _value(context: Context, node: Node, meaning: Meaning, numbers: _Numbers) -> Value | None:
    """Give a number, vector, matrix or polynomial as the reader of formulas has it."""
    match meaning:
        case mean.Constant(value):
            return numbers.formula(value)
        case mean.Polynomial(coefficients):
            return Poly(tuple(map(numbers.formula, coefficients)))
        case mean.VectorTerm(term) | mean.MatrixTerm(term):
            rows = entries(flat(context, node, term))
            listed = tuple(tuple(map(numbers.formula, row)) for row in rows)
            if isinstance(meaning, mean.VectorTerm):
                return Tup(tuple(x for (x,) in listed))
            return Mat(listed) if listed and listed[0] else None
    return None


def _require_whole(spaces: tuple[UserSpace, ...], scalars: Domain, text: str) -> None:
    """Refuse subsets and mixed fields: a map here goes between whole spaces over one field.

    The letters R, C, QQ and F all mean the field that is worked in; two of them do not stand
    together, and a finite field is this field.
    """
    domains = {d for space in spaces for d in space.domains}
    fields = ComplexNumbers | Reals | Rationals | PrimeField | Extension
    subsets = any(space.condition != Every(()) for space in spaces)
    if subsets or not all(isinstance(d, fields) for d in domains):
        message = "A map goes between whole spaces here: R^3, R^(2x2), P_2; "
        raise NotUnderstood(message + "for a subspace W, ask restriction(T, W)", text, 0)
    others = domains - {scalars}
    finite = any(isinstance(d, PrimeField | Extension) for d in others)
    if len(others) > 1 or finite or (others and isinstance(scalars, PrimeField | Extension)):
        message = "The spaces are over different fields; both are over the field worked in"
        raise NotUnderstood(message, text, 0)


def ambient_of(form: Form, size: int, variable: str) -> Ambient:
    """Give the space of coordinates for what vectors look like."""
    match form:
        case Grid(rows, columns):
            return matrix_space(rows, columns)
        case Coefficients(degree):
            return Polynomials(degree, variable)
    return Coordinates(size)


@dataclass(frozen=True)
class _Reading:
    """A map that was read as formulas, on its way to a matrix."""

    context: Context
    node: Node
    name: str
    found: FormulaMap
    numbers: _Numbers

    def map(self) -> MapTerm:
        """Give the map by its matrix in coordinates."""
        context, width = self.context, self.found.source.size
        zero = context.number(0)
        tables = self.tables()
        rows = poly.rows_of(tables, width, zero)
        if rows is None:
            self.refuse()
        return MapTerm(Given(context.matrix(rows, width)), *self.ambients())

    def ambients(self) -> tuple[Ambient, Ambient]:
        """Give the two spaces."""
        variable = self.context.variable or "x"
        source, target = self.found.source, self.found.target
        return (
            ambient_of(source.form, source.size, variable),
            ambient_of(target.form, target.size, variable),
        )

    def tables(self) -> list[poly.Table]:
        """Give the formulas as polynomials in the coordinates."""
        names = self.found.source.names("u")
        context, node = self.context, self.node
        root = partial(_root, context, node)
        reader = poly.Tables(context.ring, names, self.numbers.known.get, root)
        try:
            tables = [reader.table(x) for x in self.found.formulas]
            return [poly.lowered(t, self.context.ring) for t in tables]
        except poly.NotPolynomialError as error:
            self.refuse(f"{error} is not read as a polynomial in the coordinates")
        except NotUnderstood:
            raise
        except ExactSpacesError as error:
            self.context.fail(self.node, f"{self.name}: {error}.")

    def refuse(self, why: str = "") -> NoReturn:
        """Refuse a map that is not linear, with the vectors at which it fails.

        Raises NotUnderstood.
        """
        names, width = self.found.source.names("u"), self.found.source.size
        values = Values(self.context.ring, names, self.found.formulas, self.numbers.known.get)
        found = failure(width, values)
        if found is not None:
            said = sentence(self.name, self.ambients(), values, found)
            self.context.fail(self.node, f"{self.name} is not linear: {said}.")
        shown = why or "coordinates stand in other terms than multiples of one of them"
        self.context.fail(
            self.node,
            f"{self.name} is not seen to be linear: {shown}. "
            f"The command linear decides whether such a map is.",
        )
