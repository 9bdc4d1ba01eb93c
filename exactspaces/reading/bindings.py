"""What a name can be bound to from Python: text, numbers, nested lists, SymPy, our own objects."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from numbers import Integral, Rational
from typing import Any

from exactspaces.errors import NotExact, NotUnderstood, TooLarge
from exactspaces.fields import Scalar, entries, field_name, matrix_from, number
from exactspaces.kernel import Given, Matrix, Parameters, Ring, Span
from exactspaces.questions import with_ring
from exactspaces.reading.grammar.parse import parse
from exactspaces.reading.grammar.syntax import Braces, Brackets, Call, Node, Number, Tuple
from exactspaces.reading.limits import MOST_BRACKETS, MOST_DIGITS
from exactspaces.reading.linear.texts import is_form, is_map
from exactspaces.reading.meanings import Constant, MatrixTerm, Meaning, SpaceTerm, VectorTerm
from exactspaces.spaces import Ambient

_READ = (
    "names stand for text, whole numbers, Fractions, nested lists, tuples, sets, "
    "SymPy or NumPy objects, or objects of this package"
)
_MOST_BITS = MOST_DIGITS * 10 // 3
_RESERVED = ("not", "in", "of", "span", "basis", "independent", "dependent", "sqrt")


@dataclass(frozen=True)
class Bound:
    """A name that stands for a text, already parsed; data from Python come without a text."""

    text: str
    node: Node


@dataclass(frozen=True)
class BoundMap:
    """A name that stands for a map or a form, with the text that says which."""

    text: str


@dataclass(frozen=True)
class BoundMatrix:
    """A name that stands for a matrix object; `vector` when it is meant as one vector."""

    matrix: Matrix
    vector: bool = False

    @property
    def ring(self) -> Ring:
        return self.matrix.ring

    def meaning(self, ring: Ring) -> Meaning:
        """Give the meaning over a larger ring."""
        term = Given(carried(self.matrix, ring))
        return VectorTerm(term) if self.vector else MatrixTerm(term)


@dataclass(frozen=True)
class BoundSpace:
    """A name that stands for a space object."""

    rows: Matrix
    ambient: Ambient

    @property
    def ring(self) -> Ring:
        return self.rows.ring

    def meaning(self, ring: Ring) -> Meaning:
        """Give the meaning over a larger ring."""
        return SpaceTerm(Span(Given(carried(self.rows, ring))), self.ambient)


@dataclass(frozen=True)
class BoundNumber:
    """A name that stands for a number of a field."""

    value: Scalar

    @property
    def ring(self) -> Ring:
        return self.value.ring

    def meaning(self, ring: Ring) -> Meaning:
        """Give the meaning over a larger ring."""
        return Constant(number(ring, self.value), self.value.fraction)


def carried(matrix: Matrix, ring: Ring) -> Matrix:
    """Give the matrix over a larger ring."""
    if matrix.ring == ring:
        return matrix
    old = matrix.ring
    if isinstance(ring, Parameters) and isinstance(old, Parameters):
        same = ring.names == old.names and ring.field == old.field
        if same:
            return with_ring(matrix, ring)
    try:
        rows = [[number(ring, x) for x in row] for row in entries(matrix)]
    except Exception as error:
        names = field_name(matrix.ring), field_name(ring)
        raise NotUnderstood(f"a matrix over {names[0]} is used over {names[1]}") from error
    return matrix_from(ring, rows, matrix.width)


def bind(name: str, value: Any) -> Any:
    """Make something of the value that a name was given.

    Raises NotExact for floats, NotUnderstood for other things that are not read.
    """
    if not name.isidentifier() or name in _RESERVED:
        raise NotUnderstood(f"{name!r} cannot be a name here: use letters, digits and _")
    offered = getattr(value, "__exactspaces__", None)
    if offered is not None:
        value = offered()
    if isinstance(value, BoundMatrix | BoundSpace | BoundNumber):
        return value
    if isinstance(value, Matrix):
        return BoundMatrix(value)
    if isinstance(value, Scalar):
        return BoundNumber(value)
    if isinstance(value, BoundMap):
        return value
    if isinstance(value, str):
        formula = is_form(value) or is_map(value, name)
        return BoundMap(value) if formula else Bound(value, parse(value))
    return Bound("", data_node(name, value))


def data_node(name: str, value: Any, depth: int = 0) -> Node:
    """Give the syntax tree for plain data: numbers, lists, tuples, sets, SymPy objects."""
    if depth > MOST_BRACKETS:
        raise NotUnderstood(
            f"{name}: lists are nested more than {MOST_BRACKETS} deep, or contain themselves"
        )
    if isinstance(value, bool | bytes | bytearray | memoryview):
        raise NotUnderstood(f"{name}: {type(value).__name__} is not read as a number; {_READ}")
    if isinstance(value, float | complex):
        raise not_exact(name, value)
    if isinstance(value, Integral | Rational | Decimal):
        return _number(name, value)
    if isinstance(value, str):
        return parse(value)
    if hasattr(value, "tolist") and hasattr(value, "shape"):
        return _array(name, value, depth)
    if isinstance(value, tuple):
        return Tuple(tuple(data_node(name, item, depth + 1) for item in value))
    if isinstance(value, AbstractSet):
        return Braces(tuple(data_node(name, item, depth + 1) for item in value))
    if isinstance(value, Sequence):
        return _list(name, value, depth)
    return _symbolic(name, value)


def _number(name: str, value: Any) -> Number:
    """Read an integer, fraction or decimal; decimals are exact in Python."""
    if isinstance(value, Decimal) and not value.is_finite():
        raise NotUnderstood(f"{name}: {value} is no number")
    if isinstance(value, Decimal) and abs(value.adjusted()) > MOST_DIGITS:
        raise TooLarge(f"{name}: a number has at most {MOST_DIGITS:,} digits")
    top, bottom = value.as_integer_ratio() if isinstance(value, Decimal) else _ratio(value)
    if max(top.bit_length(), bottom.bit_length()) > _MOST_BITS:
        raise TooLarge(
            f"{name}: a number with about {top.bit_length() * 3 // 10:,} digits; "
            f"at most {MOST_DIGITS:,} are read"
        )
    return Number(Fraction(top, bottom))


def _ratio(value: Any) -> tuple[int, int]:
    return int(value.numerator), int(value.denominator)


def not_exact(name: str, value: Any) -> NotExact:
    """Give the refusal of a float, with the exact spellings to use."""
    if isinstance(value, complex):
        hint = 'write the number as text, such as "1/2 + 3*i" over CC or QQ(i)'
        return NotExact(f"{name}: {value!r} consists of floats, and floats are not exact: {hint}")
    value = float(value)
    if not isfinite(value):
        return NotExact(f"{name}: {value!r} is no number")
    exact, near = Fraction(value), Fraction(repr(value))
    hint = f'write "{_spelling(value)}" for {near}'
    if exact != near:
        hint += f", or Fraction({exact.numerator}, {exact.denominator}) for the float itself"
    return NotExact(f"{name}: {value!r} is a float, and floats are not exact: {hint}")


def _spelling(value: float) -> str:
    """Spell the number so that the reader takes it: floats with an exponent are refused."""
    shown = repr(value)
    return shown if "e" not in shown else str(Fraction(shown))


def _array(name: str, value: Any, depth: int) -> Node:
    nested = value.tolist()
    if len(value.shape) == 1:
        return Tuple(tuple(data_node(name, item, depth + 1) for item in nested))
    if len(value.shape) == 0:
        return data_node(name, nested, depth + 1)
    if len(value.shape) != 2:
        raise NotUnderstood(f"{name}: an array with {len(value.shape)} axes is no matrix")
    if 0 in value.shape:
        return Call("zeros", tuple(Number(Fraction(int(size))) for size in value.shape))
    return _list(name, nested, depth)


def _list(name: str, value: Sequence[Any], depth: int) -> Node:
    """Read a list of rows as a matrix, a flat list as a vector."""
    rows = [row for row in value if isinstance(row, Sequence) and not isinstance(row, str)]
    if value and len(rows) == len(value) and not any(isinstance(r, tuple) for r in rows):
        widths = [len(row) for row in rows]
        for i, width in enumerate(widths):
            if width != widths[0]:
                entries_of = f"{width} entr{'y' if width == 1 else 'ies'}"
                raise NotUnderstood(
                    f"{name}: row {i + 1} has {entries_of}, row 1 has {widths[0]}; "
                    "give every row the same number of entries"
                )
        if not widths[0]:
            raise NotUnderstood(
                f"{name}: for a matrix without columns write zeros({len(rows)}, 0)"
            )
        deeper = depth + 2
        return Brackets(tuple(tuple(data_node(name, x, deeper) for x in row) for row in rows))
    if rows and len(rows) == len(value):
        return Braces(tuple(data_node(name, row, depth + 1) for row in rows))
    if rows:
        raise NotUnderstood(f"{name}: a list has rows, or numbers, not both")
    return Tuple(tuple(data_node(name, item, depth + 1) for item in value))


def _symbolic(name: str, value: Any) -> Node:
    """Read a SymPy expression by its text, which goes through our own grammar."""
    if type(value).__module__.partition(".")[0] not in ("sympy", "flint"):
        raise NotUnderstood(f"{name}: {type(value).__name__} is not read; {_READ}")
    if getattr(value, "is_Float", False):
        raise not_exact(name, float(value))
    text = str(value).replace("**", "^")
    if all(str(symbol) != "I" for symbol in getattr(value, "free_symbols", ())):
        text = re.sub(r"\bI\b", "i", text)
    try:
        return parse(text)
    except NotUnderstood as error:
        raise NotUnderstood(f"{name}: {text} is not read: {error.message}") from error
