"""The syntax tree: what was written, before it is given a meaning.

Nodes are plain data. Two nodes are equal when they say the same thing: the place in the
text (`start`, `end`), the spelling of a number and the style of a matrix do not count.
No tree that `parse` gives is higher than `limits.MOST_HEIGHT`, so recursion over it is safe.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

Operator = Literal["+", "-", "*", "/", "^", "&", "@"]
Relation = Literal["==", "!=", "in", "not in", "<", ">", "<=", ">="]
Style = Literal["brackets", "nested", "matrix", "lines", "latex"]
Trait = Literal["independent", "dependent"]


@dataclass(frozen=True, slots=True)
class Number:
    """An exact rational: 3, 0.75, -2, or a fraction p/q of integers in lowest terms.

    A fraction such as 3/6 stays a division: over a field where 3 = 0 it has no value.
    """

    value: Fraction
    text: str = field(default="", compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A letter or a word: x, e1, v_2, lambda."""

    text: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A word with arguments: rank(A), sqrt(2), c(1, 2, 3); also t(1, 2) for t times a vector."""

    function: str
    arguments: tuple[Node, ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Negate:
    """The operand with a minus before it; a negated number is a `Number`."""

    operand: Node
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands and the operator between them; 2x is read as 2*x."""

    operator: Operator
    left: Node
    right: Node
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Tuple:
    """Entries in round or angle brackets: (1, 2, 3) or <1, 2, 3>."""

    items: tuple[Node, ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Brackets:
    """Rows of entries: [1 2; 3 4], [[1, 2], [3, 4]], matrix([1,2],[3,4]), lines, LaTeX.

    All rows have the same number of entries, at least one. `bar` is the number of
    entries before a vertical bar.
    """

    rows: tuple[tuple[Node, ...], ...]
    bar: int | None = None
    style: Style = field(default="brackets", compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Braces:
    """A list in braces: {(1, 0), (0, 1)}, or {} for the empty list."""

    items: tuple[Node, ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Spanned:
    """The span of a list: span{(1, 0), (0, 1)} or span(u, v)."""

    items: tuple[Node, ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Compare:
    """Two expressions and the relation claimed between them; = is read as ==."""

    operator: Relation
    left: Node
    right: Node
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Property:
    """The claim that a list is independent, or that it is dependent."""

    name: Trait
    items: tuple[Node, ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class BasisClaim:
    """The claim that a list is a basis: basis{u, v} of W."""

    items: tuple[Node, ...]
    of: Node
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """The denial of a claim, or of a yes-or-no word such as invertible(A)."""

    operand: Node
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things side by side without brackets: (1, 2), (3, 4)."""

    items: tuple[Node, ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


Node = (
    Number
    | Name
    | Call
    | Negate
    | Binary
    | Tuple
    | Brackets
    | Braces
    | Spanned
    | Compare
    | Property
    | BasisClaim
    | Not
    | Listing
)


def parts(node: Node) -> tuple[Node, ...]:
    """Give the nodes directly inside a node, in the order they were written."""
    match node:
        case Number() | Name():
            inside: tuple[Node, ...] = ()
        case Negate(operand) | Not(operand):
            inside = (operand,)
        case Binary(_, left, right) | Compare(_, left, right):
            inside = (left, right)
        case Brackets(rows):
            inside = tuple(entry for row in rows for entry in row)
        case BasisClaim(items, of):
            inside = (*items, of)
        case Call(_, arguments):
            inside = arguments
        case _:
            inside = node.items
    return inside
