"""Row reductions on the page: matrices, operations on arrows, and what comes out."""

from collections.abc import Sequence
from dataclasses import dataclass

from exactspaces.errors import NoAnswer, TooLarge
from exactspaces.fields import Scalar, entry, matrix_from, number
from exactspaces.kernel import (
    Columns,
    Equal,
    Given,
    Matrix,
    Number,
    Pivots,
    PrimeField,
    Product,
    ReducedEchelon,
    Ring,
)
from exactspaces.questions import Multiply, ValueOf
from exactspaces.rendering.documents import Reduction
from exactspaces.rendering.formulas import Formula, Fraction, Grid, Join, Num
from exactspaces.rendering.rings import field_formula
from exactspaces.rendering.terms import matrix_grid
from exactspaces.rendering.text import line
from exactspaces.worked import elimination
from exactspaces.worked.arithmetic import is_one
from exactspaces.worked.elimination import Chain, Line
from exactspaces.worked.notation import equation, labels, numbered
from exactspaces.worked.proofs import proved
from exactspaces.worked.work import Work


@dataclass(frozen=True)
class Reduced:
    """The matrix that a reduction ends in, and its pivot columns (from 0)."""

    matrix: Matrix
    pivots: tuple[int, ...]

    @property
    def rank(self) -> int:
        return len(self.pivots)

    @property
    def free(self) -> tuple[int, ...]:
        """The columns without a pivot."""
        return tuple(j for j in range(self.matrix.width) if j not in set(self.pivots))


def fully(work: Work, matrix: Matrix, bar: int | None = None) -> Reduced:
    """Write the reduction to reduced row echelon form."""
    chain = _chain(matrix, forward_only=False)
    if chain is None:
        return _summary(work, matrix, bar)
    _write(work, chain, bar)
    work.fact(
        Equal(ReducedEchelon(Given(chain.start)), Given(chain.end)),
        "This is the reduced row echelon form: ",
        pivot_words(chain.pivots),
        ".",
    )
    return Reduced(chain.end, chain.pivots)


def forward(work: Work, matrix: Matrix, bar: int | None = None) -> Reduced:
    """Write the reduction to row echelon form, which shows the pivots."""
    chain = _chain(matrix, forward_only=True)
    if chain is None:
        return _summary(work, matrix, bar)
    _write(work, chain, bar)
    positions = tuple(j + 1 for j in chain.pivots)
    work.fact(
        Equal(Pivots(Given(chain.start)), Columns(positions)),
        "This is a row echelon form: ",
        pivot_words(chain.pivots),
        ".",
    )
    return Reduced(chain.echelon, chain.pivots)


def pivot_words(pivots: Sequence[int]) -> str:
    """Say where the pivots are."""
    if not pivots:
        return "there is no pivot"
    if len(pivots) == 1:
        return f"the pivot is in {numbered('column', pivots)}"
    return f"the pivots are in {numbered('column', pivots)}"


def _chain(matrix: Matrix, *, forward_only: bool) -> Chain | None:
    try:
        return elimination.reduce(matrix, forward_only=forward_only)
    except (NoAnswer, TooLarge):
        return None


def _summary(work: Work, matrix: Matrix, bar: int | None) -> Reduced:
    """Give the result alone, where the lines are too many or need more than row operations."""
    if elimination.is_large(matrix):
        limits = f"{elimination.MAX_HEIGHT} × {elimination.MAX_WIDTH}"
        work.say(f"The row operations are not written out: the matrix is larger than {limits}.")
    else:
        work.say("The row operations are not written out here.")
    found = proved(ValueOf(ReducedEchelon(Given(matrix)))).answer
    pivots = proved(ValueOf(Pivots(Given(matrix)))).answer
    places = tuple(j - 1 for j in pivots.positions)
    work.say("The reduced row echelon form is")
    work.show(matrix_grid(found.matrix, bar))
    claim = Equal(ReducedEchelon(Given(matrix)), found)
    work.fact(claim, "Here ", pivot_words(places), ".")
    return Reduced(found.matrix, places)


def _write(work: Work, chain: Chain, bar: int | None) -> None:
    _inverses(work, chain)
    start = matrix_grid(chain.start, bar)
    if not chain.start.height or not chain.start.width:
        work.say("The matrix has no entries, so there is nothing to reduce.")
    elif not chain.lines:
        work.waiting.append(Reduction((((), start),)))
    write_lines(work, chain.lines, start, bar)


def write_lines(work: Work, lines: Sequence[Line], start: Grid, bar: int | None = None) -> None:
    """Write each line as a step; the first begins with the matrix at the start."""
    steps: list[tuple[tuple[Formula, ...], Grid]] = [((), start)]
    for each in lines:
        steps.append((labels(each.operations), matrix_grid(each.after, bar)))
        work.waiting.append(Reduction(tuple(steps)))
        work.rests_on(each.theorem)
        steps = []


def _inverses(work: Work, chain: Chain) -> None:
    """Say what the inverses are by which rows are multiplied, in a field without fractions."""
    ring = chain.start.ring
    factors = {
        entry(operation.factor): None
        for line in chain.lines
        for operation in line.operations
        if isinstance(operation, Multiply)
    }
    for factor in factors:
        if ring.characteristic and not is_one(factor):
            inverse_note(work, factor.inverse(), factor)


def inverse_note(work: Work, number_: Scalar, inverse: Scalar) -> None:
    """Say that 1/2 = 4 modulo 7, and that this holds because 2 * 4 = 1."""
    ring = number_.ring
    one = number(ring, 1)
    claim = Equal(Product(literal(number_), literal(inverse)), literal(one))
    reciprocal = equation(Fraction(Num(1), Num(number_)), Num(inverse))
    product = equation(Join("*", (Num(number_), Num(inverse))), Num(1))
    work.fact(claim, place(ring), ", ", reciprocal, ", because ", product, ".")


def literal(x: Scalar) -> Number:
    """Give the term for a number."""
    return Number(matrix_from(x.ring, [[x]]))


def place(ring: Ring) -> str:
    """Say where one calculates: "Modulo 7", "In GF(4)"."""
    if isinstance(ring, PrimeField):
        return f"Modulo {ring.p}"
    return f"In {line(field_formula(ring))}"
