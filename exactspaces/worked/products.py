"""Sums, products, powers, transposes, traces: calculations entry by entry."""

from collections.abc import Callable, Sequence
from typing import Any

from exactspaces.fields import Scalar, entries, entry
from exactspaces.kernel import (
    Add,
    Augmented,
    Count,
    Diagonal,
    Equal,
    Given,
    Matrix,
    Number,
    Power,
    Product,
    Scaled,
    Term,
    Trace,
    Transpose,
)
from exactspaces.questions import ValueOf, shape_of
from exactspaces.rendering.formulas import Formula, Grid, Join, Num, Raised, Tuple
from exactspaces.rendering.terms import matrix_grid
from exactspaces.worked.notation import dot, equation
from exactspaces.worked.proofs import proved
from exactspaces.worked.work import Work

MAX_SHOWN, MAX_INNER = 16, 4


def product(work: Work, term: Product) -> Any:
    """Multiply rows by columns."""
    left, right = work.value(term.left), work.value(term.right)
    if isinstance(left, int):
        return _counts(work, term, "*", (left, right))
    if shape_of(term).sort == "number":
        return _number(work, term, Join("*", (Num(entry(left)), Num(entry(right)))))
    work.say("Entry (i, j) of a product is row i of the first times column j of the second.")
    return _matrix(work, term, _products(left, right))


def _products(left: Matrix, right: Matrix) -> Sequence[Sequence[Formula]] | None:
    if left.height * right.width > MAX_SHOWN or not 1 < left.width <= MAX_INNER:
        return None
    columns = entries(right.transpose)
    return [[dot(row, column) for column in columns] for row in entries(left)]


def add(work: Work, term: Add) -> Any:
    """Add entry by entry."""
    left, right = work.value(term.left), work.value(term.right)
    if isinstance(left, int):
        return _counts(work, term, "+", (left, right))
    if shape_of(term).sort == "number":
        return _number(work, term, _plus(entry(left), entry(right)))
    return _matrix(work, term, _entrywise(_plus, left, right))


def _plus(x: Scalar, y: Scalar) -> Formula:
    return Join("+", (Num(x), Num(y)))


def scaled(work: Work, term: Scaled) -> Matrix:
    """Multiply each entry."""
    factor, matrix = work.value(term.factor), work.value(term.matrix)
    c = entry(factor)
    return _matrix(
        work, term, _entrywise(lambda x, _: Join("*", (Num(c), Num(x))), matrix, matrix)
    )


def _entrywise(
    method: Callable[[Scalar, Scalar], Formula], left: Matrix, right: Matrix
) -> Sequence[Sequence[Formula]] | None:
    if left.height * left.width > MAX_SHOWN:
        return None
    pairs = zip(entries(left), entries(right), strict=True)
    return [[method(x, y) for x, y in zip(r, s, strict=True)] for r, s in pairs]


def power(work: Work, term: Power) -> Matrix:
    """Multiply step by step; square where the exponent is large."""
    matrix, exponent = work.value(term.matrix), term.exponent
    name = work.term(term.matrix)
    if exponent < 2:
        words = "is the identity matrix" if exponent == 0 else "is the matrix itself"
        work.say(f"The power with exponent {exponent} {words}.")
        return _matrix(work, term, None)
    base = value = _literal(term.matrix, matrix)
    reached = 1
    for more in _exponents(exponent):
        squares = more == 2 * reached and more > 2
        factor = value if squares else base
        raised = Join("*", (_raised(name, reached), _raised(name, reached if squares else 1)))
        value = proved(ValueOf(Product(value, factor))).answer
        reached = more
        work.say(equation(_raised(name, reached), raised), " is")
        work.show(work.term(value))
        work.fact(Equal(Power(term.matrix, reached), value))
    return _content(value)


def _literal(term: Term, value: Matrix) -> Given | Number:
    return Number(value) if shape_of(term).sort == "number" else Given(value)


def _content(literal: Given | Number) -> Matrix:
    return literal.value if isinstance(literal, Number) else literal.matrix


def _exponents(exponent: int) -> list[int]:
    """Give the exponents on the way from 1: by ones when small, else by squares and ones."""
    if exponent <= 4:
        return list(range(2, exponent + 1))
    out: list[int] = []
    reached = 1
    for digit in f"{exponent:b}"[1:]:
        out.append(2 * reached)
        reached = 2 * reached + int(digit)
        if digit == "1":
            out.append(reached)
    return out


def _raised(name: Formula, exponent: int) -> Formula:
    return name if exponent == 1 else Raised(name, Num(exponent))


def transpose(work: Work, term: Transpose) -> Matrix:
    """Write the rows as columns."""
    work.value(term.matrix)
    work.say("The rows become columns.")
    return _matrix(work, term, None)


def augmented(work: Work, term: Augmented) -> Matrix:
    """Write the matrices side by side."""
    work.value(term.left)
    work.value(term.right)
    work.say("The two are written side by side.")
    return _matrix(work, term, None)


def trace(work: Work, term: Trace) -> Matrix:
    """Add the diagonal entries."""
    matrix = work.value(term.matrix)
    diagonal = [row[i] for i, row in enumerate(entries(matrix))]
    if len(diagonal) == 1:  # an inner product, which is shown as the entry of a product
        return _number(work, term, None)
    work.say("The trace is the sum of the diagonal entries.")
    return _number(work, term, Join("+", tuple(map(Num, diagonal))))


def diagonal(work: Work, term: Diagonal) -> Matrix:
    """Read off the diagonal entries."""
    work.value(term.matrix)
    work.say("The entries in row i and column i form the diagonal.")
    return _matrix(work, term, None)


def _matrix(work: Work, term: Term, calculation: Sequence[Sequence[Formula]] | None) -> Matrix:
    """Write how the entries come about, and the matrix that they are."""
    answer = proved(ValueOf(term)).answer
    value = _content(answer)
    between: tuple[Formula, ...] = ()
    single = isinstance(work.term(Given(value), column=True), Tuple)
    if calculation is not None and any(calculation):
        tall = Grid(tuple(map(tuple, calculation)))
        between = (Tuple(tuple(row[0] for row in calculation)),) if single else (tall,)
    shown = work.point(value) if single else matrix_grid(value)
    if value.height and value.width:
        work.show(equation(work.term(term), *between, shown))
    work.fact(Equal(term, answer))
    return value


def _number(work: Work, term: Term, calculation: Formula | None) -> Matrix:
    value: Matrix = proved(ValueOf(term)).answer.value
    between = () if calculation is None else (calculation,)
    work.show(equation(work.term(term), *between, Num(entry(value))))
    work.fact(Equal(term, Number(value)))
    return value


def _counts(work: Work, term: Term, sign: str, values: tuple[int, int]) -> int:
    found = values[0] * values[1] if sign == "*" else sum(values)
    calculation = Join(sign, tuple(map(Num, values)))
    work.fact(Equal(term, Count(found)), equation(work.term(term), calculation, Num(found)), ".")
    return found
