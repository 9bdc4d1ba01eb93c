"""One form for all printers: numbers spelled out, signs drawn together, parentheses in place.

After `grouped` a formula contains no Num and no Negative, sums are Sums, and a part that holds
together more loosely than its place allows is in a Group.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from exactspaces.rendering.formulas import (
    Branches,
    Call,
    Digits,
    Fenced,
    Formula,
    Fraction,
    Grid,
    Group,
    Indexed,
    Join,
    Negative,
    Num,
    Phrase,
    Raised,
    Root,
    SetOf,
    Sum,
    Total,
    Tuple,
)
from exactspaces.rendering.numbers import number_formula

# How tightly a formula holds together.
PHRASE, LIST, RELATION, MEET, SUM, PRODUCT, POWER, ATOM = range(8)
_JOINS = {
    ",": LIST, "&": MEET, "direct": MEET, "+": SUM, "-": SUM, "*": PRODUCT, "": PRODUCT,
    "by": PRODUCT, "dot": PRODUCT, "tensor": PRODUCT,
}  # fmt: skip
Terms = tuple[tuple[Literal["+", "-"], Formula], ...]


def level(formula: Formula) -> int:
    """Say how tightly a grouped formula holds together."""
    match formula:
        case Phrase() | Branches():
            return PHRASE
        case Join(operator):
            return _JOINS.get(operator, RELATION)
        case Sum():
            return SUM
        case Fraction() | Total():
            return PRODUCT
        case Raised():
            return POWER
        case _:
            return ATOM


def is_tall(formula: Formula) -> bool:
    """Say whether a formula is higher than a line when it is set as mathematics."""
    match formula:
        case Grid() | Fraction() | Branches() | Total():
            return True
        case Tuple(items) | SetOf(items) | Fenced(_, items):
            return any(map(is_tall, items))
        case Join(_, parts) | Call(_, parts) | Phrase(parts):
            return any(map(is_tall, parts))
        case Sum(terms):
            return any(is_tall(part) for _, part in terms)
        case Raised(part) | Indexed(part) | Group(part) | Root(part):
            return is_tall(part)
        case _:
            return False


def grouped(formula: Formula) -> Formula:
    """Give the formula in the form that the printers take."""
    match formula:
        case Num(value):
            return grouped(number_formula(value))
        case Negative(part):
            return _sum([("-", grouped(part))])
        case Sum(terms):
            return _sum([(sign, grouped(part)) for sign, part in terms])
        case Join(operator, parts):
            return _join(operator, [grouped(part) for part in parts])
        case Raised(base, exponent):
            return Raised(_base(grouped(base)), grouped(exponent))
        case Indexed(base, index):
            return Indexed(_base(grouped(base)), grouped(index))
        case Group(part):
            return Group(grouped(part))
        case _:
            return _inside(formula)


def _inside(formula: Formula) -> Formula:
    """Group the parts of a formula that brings its own brackets."""
    match formula:
        case Grid(rows, bar):
            return Grid(tuple(_all(row) for row in rows), bar)
        case Tuple(items) | SetOf(items) | Fenced(_, items):
            return replace(formula, items=_all(items))
        case Call(name, arguments):
            return Call(name, _all(arguments))
        case Phrase(parts):
            return Phrase(_all(parts))
        case Fraction(top, bottom):
            return Fraction(grouped(top), grouped(bottom))
        case Root(part, index):
            return Root(grouped(part), index)
        case Total(below, above, part):
            low, high = (None if x is None else grouped(x) for x in (below, above))
            return Total(low, high, _at_least(grouped(part), PRODUCT))
        case Branches(cases):
            return Branches(tuple((grouped(x), grouped(y)) for x, y in cases))
        case _:
            return formula


def _all(formulas: Iterable[Formula]) -> tuple[Formula, ...]:
    return tuple(grouped(formula) for formula in formulas)


def _at_least(formula: Formula, least: int) -> Formula:
    return formula if level(formula) >= least else Group(formula)


def _join(operator: str, parts: list[Formula]) -> Formula:
    if not parts:
        return Digits("1" if _JOINS.get(operator) == PRODUCT else "0")
    if len(parts) == 1:
        return parts[0]
    if operator in {"+", "-"}:
        rest: Literal["+", "-"] = "-" if operator == "-" else "+"
        return _sum([("+", parts[0]), *((rest, part) for part in parts[1:])])
    if operator in {"*", ""}:
        return _product(operator, parts)
    own = _JOINS.get(operator, RELATION)
    least = {LIST: LIST, RELATION: MEET}.get(own, PRODUCT)
    return Join(operator, tuple(_at_least(part, least) for part in parts))


def _sum(terms: list[tuple[Literal["+", "-"], Formula]]) -> Formula:
    """Draw sums within a sum, and their signs, together; what is subtracted keeps its brackets."""
    out: list[tuple[Literal["+", "-"], Formula]] = []
    for sign, part in terms:
        if isinstance(part, Sum) and sign == "+":
            out += part.terms
        else:
            out.append((sign, _at_least(part, PRODUCT)))
    if len(out) == 1 and out[0][0] == "+":
        return out[0][1]
    return Sum(tuple(out))


def _product(operator: str, parts: list[Formula]) -> Formula:
    """Take the sign of the first factor to the front, and leave out a factor 1 set beside one."""
    first, rest = parts[0], parts[1:]
    negative = isinstance(first, Sum) and len(first.terms) == 1
    if isinstance(first, Sum) and negative:
        first = first.terms[0][1]
    factors = [first, *rest]
    if operator == "" and first == Digits("1"):
        factors = rest
    if len(factors) > 1:
        factors = [_closed(_at_least(x, PRODUCT)) for x in factors]
    if any(_begins_with_digit(x) for x in factors[1:]):
        operator = "*"
    product = factors[0] if len(factors) == 1 else Join(operator, tuple(factors))
    return _sum([("-", product)]) if negative else product


def _begins_with_digit(formula: Formula) -> bool:
    while isinstance(formula, Join | Raised):
        formula = formula.parts[0] if isinstance(formula, Join) else formula.base
    return isinstance(formula, Digits | Fraction)


def _base(formula: Formula) -> Formula:
    alone = level(formula) == ATOM and not isinstance(formula, Root)
    return _closed(formula) if alone else Group(formula)


def _closed(formula: Formula) -> Formula:
    """Give the argument of a function its parentheses, so that rank A times 2 is rank(A) 2."""
    match formula:
        case Call(name, (argument,)) if not isinstance(argument, Group | SetOf):
            return Call(name, (Group(argument),))
        case _:
            return formula
