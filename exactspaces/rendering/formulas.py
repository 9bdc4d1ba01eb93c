"""A formula is a small tree, built from claims and terms, written by one printer per format."""

from dataclasses import dataclass
from typing import Literal

from exactspaces.fields import Scalar


class Formula:
    """Anything that is set as mathematics."""


@dataclass(frozen=True)
class Num(Formula):
    """A number of a field, or a whole number."""

    value: Scalar | int


@dataclass(frozen=True)
class Sym(Formula):
    """A name: A, b, v, x1, R^3, GF(7); `x_1` has a subscript."""

    name: str


@dataclass(frozen=True)
class Words(Formula):
    """Words inside a formula, such as "for all" or "no solution"."""

    text: str


@dataclass(frozen=True)
class Grid(Formula):
    """A matrix in brackets; `bar`: a vertical line after that many columns."""

    rows: tuple[tuple[Formula, ...], ...]
    bar: int | None = None


@dataclass(frozen=True)
class Tuple(Formula):
    """A vector in parentheses: (1, 2, 3)."""

    items: tuple[Formula, ...]


@dataclass(frozen=True)
class SetOf(Formula):
    """Items in braces; empty: { }."""

    items: tuple[Formula, ...]


@dataclass(frozen=True)
class Call(Formula):
    """A named function of its arguments: rank A, dim(U), span{...} when the argument is a set."""

    name: str
    arguments: tuple[Formula, ...]


@dataclass(frozen=True)
class Join(Formula):
    """Formulas side by side with an operator or relation between each two.

    Operators: + - * = != < > "at most", "at least", in, not in, <= (inclusion), not <=,
    & (intersection), direct (direct sum, or the addition of a space), dot (the scaling of a
    space), tensor, ->, <->, "maps to", by (2 by 3), "," and "" (nothing between: a product by
    juxtaposition). Parts get the parentheses they need; a sum draws signs together, so a + -b is
    set as a - b.
    """

    operator: str
    parts: tuple[Formula, ...]


@dataclass(frozen=True)
class Negative(Formula):
    """Minus a formula."""

    part: Formula


@dataclass(frozen=True)
class Raised(Formula):
    """A power, or a formula with a superscript such as T or -1."""

    base: Formula
    exponent: Formula


@dataclass(frozen=True)
class Group(Formula):
    """A formula in parentheses."""

    part: Formula


@dataclass(frozen=True)
class Digits(Formula):
    """A natural number, digit by digit."""

    text: str


@dataclass(frozen=True)
class Sum(Formula):
    """Terms, each with "+" or "-" before it; a plus at the beginning is not shown."""

    terms: tuple[tuple[Literal["+", "-"], Formula], ...]


@dataclass(frozen=True)
class Fraction(Formula):
    """One formula over another."""

    top: Formula
    bottom: Formula


@dataclass(frozen=True)
class Root(Formula):
    """The root of a formula, the square root unless an index is given."""

    part: Formula
    index: int = 2


@dataclass(frozen=True)
class Indexed(Formula):
    """A formula with a subscript, such as the coordinates [v]_B."""

    base: Formula
    index: Formula


@dataclass(frozen=True)
class Fenced(Formula):
    """Items in angle brackets, an inner product, or between double bars, a norm.

    The index says which one.
    """

    fence: Literal["angles", "bars"]
    items: tuple[Formula, ...]
    index: Formula | None = None


@dataclass(frozen=True)
class Total(Formula):
    """The sum of a term, with what stands below and above the big sign."""

    below: Formula | None
    above: Formula | None
    part: Formula


@dataclass(frozen=True)
class Phrase(Formula):
    """Formulas and words one after the other: v1, v2 "are a basis of" W."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True)
class Branches(Formula):
    """A formula for each case, with the condition of the case: "x if a = 1, y if a = 2"."""

    cases: tuple[tuple[Formula, Formula], ...]
