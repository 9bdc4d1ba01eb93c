"""Formulas that worked solutions are written in: rows, equations, combinations, labels."""

from collections.abc import Iterable, Sequence
from typing import Literal

from exactspaces.fields import Scalar, entry
from exactspaces.kernel import PrimeField, Rationals
from exactspaces.questions import Combine, Multiply, Operation, Swap
from exactspaces.rendering.formulas import (
    Formula,
    Join,
    Negative,
    Num,
    Sum,
    Sym,
)
from exactspaces.worked.arithmetic import is_one

Term = tuple[Literal["+", "-"], Formula]
Pieces = tuple[str | Formula, ...]
ZERO = Num(0)


def indexed(letter: str, numbers: Iterable[int]) -> tuple[Sym, ...]:
    """Give x_1, x_2, ... for numbers counted from 0."""
    return tuple(Sym(f"{letter}_{k + 1}") for k in numbers)


def equation(*sides: Formula) -> Join:
    """Give left = right."""
    return Join("=", sides)


def product(*factors: Formula) -> Formula:
    """Give the factors with a sign of multiplication between them."""
    return factors[0] if len(factors) == 1 else Join("*", factors)


def split_sign(x: Scalar) -> tuple[Literal["+", "-"], Scalar]:
    """Take the sign off a number, where a person would write a minus."""
    return ("-", -x) if _looks_negative(x) else ("+", x)


def _looks_negative(x: Scalar) -> bool:
    ring = x.ring
    if isinstance(ring, Rationals):
        return bool(x.top < 0)
    if isinstance(ring, PrimeField):
        return bool(2 * x.top > ring.p)
    if ring.characteristic or len(x.top) != 1:
        return False
    return bool(x.top[0][1] < 0)


def multiple(coefficient: Scalar, of: Formula) -> Formula:
    """Give c x, without a factor 1."""
    return of if is_one(coefficient) else Join("", (Num(coefficient), of))


def combination(coefficients: Sequence[Scalar], of: Sequence[Formula]) -> Formula:
    """Give c1 x1 + c2 x2 + ..., terms with coefficient 0 left out; 0 for no terms."""
    return affine(None, coefficients, of)


def affine(
    constant: Scalar | None, coefficients: Sequence[Scalar], of: Sequence[Formula]
) -> Formula:
    """Give 3 - 2 x_2; a constant 0 is written only when it stands alone."""
    terms: list[Term] = []
    sign: Literal["+", "-"]
    if constant is not None and constant:
        plain = bool(constant.ring.characteristic)
        sign, size = ("+", constant) if plain else split_sign(constant)
        terms.append((sign, Num(size)))
    pairs = [(c, x) for c, x in zip(coefficients, of, strict=True) if c]
    terms += [(split_sign(c)[0], multiple(split_sign(c)[1], x)) for c, x in pairs]
    return total(terms)


def total(terms: Sequence[Term]) -> Formula:
    """Give a sum with signs; 0 for no terms."""
    if not terms:
        return ZERO
    if len(terms) == 1:
        sign, only = terms[0]
        return Negative(only) if sign == "-" else only
    return Sum(tuple(terms))


def dot(row: Sequence[Scalar], other: Sequence[Scalar]) -> Formula:
    """Give a1 b1 + a2 b2 + ... with every term written."""
    pairs = zip(row, other, strict=True)
    terms = tuple(Join("*", (Num(a), Num(b))) for a, b in pairs)
    return Join("+", terms) if len(terms) > 1 else (terms[0] if terms else ZERO)


def labels(operations: Sequence[Operation]) -> tuple[Formula, ...]:
    """Give R2 -> 2 R2 - 3 R1 and the like; a factor joins the sum that follows it."""
    out: list[Formula] = []
    waiting: Multiply | None = None
    for operation in operations:
        joins = isinstance(operation, Combine) and waiting and waiting.row == operation.row
        if waiting and not joins:
            out.append(_multiplied(waiting))
        if isinstance(operation, Multiply):
            waiting = operation
            continue
        out.append(_label(operation, waiting))
        waiting = None
    return (*out, _multiplied(waiting)) if waiting else tuple(out)


def _multiplied(operation: Multiply) -> Formula:
    row, factor = _row(operation.row), entry(operation.factor)
    after = multiple(factor, row) if factor.ring.characteristic else combination([factor], [row])
    return Join("->", (row, after))


def _label(operation: Operation, before: Multiply | None) -> Formula:
    if isinstance(operation, Swap):
        return Join("<->", (_row(operation.first), _row(operation.second)))
    if not isinstance(operation, Combine):
        raise TypeError(f"{type(operation).__name__} has no label")
    row, factor = _row(operation.row), entry(operation.factor)
    own = multiple(entry(before.factor), row) if before else row
    sign, size = split_sign(factor)
    return Join("->", (row, Sum((("+", own), (sign, multiple(size, _row(operation.source)))))))


def _row(number: int) -> Sym:
    return Sym(f"R{number}")


def listed(formulas: Sequence[Formula]) -> Pieces:
    """Give "x, y and z"."""
    return enumeration([(f,) for f in formulas])


def enumeration(items: Sequence[Pieces]) -> Pieces:
    """Give the items with commas, and "and" before the last."""
    out: Pieces = ()
    for k, item in enumerate(items):
        between = "" if k == 0 else " and " if k == len(items) - 1 else ", "
        out = (*out, between, *item) if between else (*out, *item)
    return out


def numbered(word: str, positions: Sequence[int]) -> str:
    """Give "column 3" or "columns 1, 2 and 4" for positions counted from 0."""
    texts = [str(k + 1) for k in positions]
    if len(texts) == 1:
        return f"{word} {texts[0]}"
    return f"{word}s {', '.join(texts[:-1])} and {texts[-1]}"


def counted(n: int, word: str, plural: str = "") -> str:
    """Give "1 vector", "2 vectors", "no vectors"."""
    return f"{n or 'no'} {word if n == 1 else plural or word + 's'}"
