"""Determinants: by the formula for small ones, by row operations with their factors else."""

from collections.abc import Sequence

from exactspaces.errors import NoAnswer, TooLarge
from exactspaces.fields import Scalar, entries, entry, matrix_from, number
from exactspaces.kernel import Determinant, Equal, Given, Matrix, Number, Product
from exactspaces.questions import Combine, Multiply, Operation, Swap, ValueOf
from exactspaces.rendering.formulas import Formula, Group, Join, Num, Sym
from exactspaces.rendering.terms import matrix_grid
from exactspaces.worked import elimination
from exactspaces.worked.chains import literal, write_lines
from exactspaces.worked.elimination import Chain
from exactspaces.worked.notation import counted, equation, listed, total
from exactspaces.worked.proofs import proved
from exactspaces.worked.relations import column_relation
from exactspaces.worked.work import Work

Rows = Sequence[Sequence[Scalar]]


def determinant(work: Work, term: Determinant) -> Matrix:
    """Choose the way by the size of the matrix."""
    matrix: Matrix = work.value(term.matrix)
    if matrix.height <= 2:
        return by_formula(work, term, matrix)
    chain = _chain(matrix)
    if chain is None:
        return by_formula(work, term, matrix)
    if chain.rank < matrix.height:
        value = _singular(work, term, matrix, chain)
    else:
        value = _triangular(work, term, chain)
    if matrix.height == 3:
        formula = expansion(entries(matrix))
        work.check(
            Equal(term, Number(value)),
            "expansion along the first row gives ",
            equation(formula, Num(entry(value))),
            ".",
        )
    return value


def _chain(matrix: Matrix) -> Chain | None:
    try:
        return elimination.reduce(matrix, forward_only=True)
    except (NoAnswer, TooLarge):
        return None


def by_formula(work: Work, term: Determinant, matrix: Matrix) -> Matrix:
    """Write the determinant by its entries, up to size 3."""
    value: Matrix = proved(ValueOf(term)).answer.value
    formula = expansion(entries(matrix)) if 0 < matrix.height <= 3 else None
    if matrix.height == 0:
        work.say("The determinant of the empty matrix is 1, as for any identity matrix.")
    if matrix.height == 2:
        work.say("The determinant is the product on the diagonal minus the other product.")
    if matrix.height == 3:
        work.say("We expand along the first row.")
    middle = (formula,) if formula is not None and matrix.height > 1 else ()
    work.show(equation(work.term(term), *middle, Num(entry(value))))
    work.fact(Equal(term, Number(value)))
    return value


def expansion(rows: Rows) -> Formula:
    """Write the determinant of a matrix of size 1, 2 or 3 by its entries."""
    if len(rows) == 1:
        return Num(rows[0][0])
    if len(rows) == 2:
        (a, b), (c, d) = rows
        left, right = Join("*", (Num(a), Num(d))), Join("*", (Num(b), Num(c)))
        return total((("+", left), ("-", right)))
    first, *rest = rows
    terms = [
        Join("*", (Num(x), Group(expansion([[*row[:j], *row[j + 1 :]] for row in rest]))))
        for j, x in enumerate(first)
    ]
    return total((("+", terms[0]), ("-", terms[1]), ("+", terms[2])))


def _triangular(work: Work, term: Determinant, chain: Chain) -> Matrix:
    if chain.lines:
        work.say("We bring the matrix to triangular form, and keep account of the determinant.")
        write_lines(work, chain.lines, matrix_grid(chain.start))
    upper = chain.echelon
    diagonal = [row[i] for i, row in enumerate(entries(upper))]
    below: Matrix = proved(ValueOf(Determinant(Given(upper)))).answer.value
    calculation = Join("*", tuple(map(Num, diagonal)))
    work.fact(
        Equal(Determinant(Given(upper)), Number(below)),
        "The matrix is triangular, so its determinant is the product of its diagonal: ",
        equation(calculation, Num(entry(below))),
        ".",
    )
    operations = [o for line in chain.lines for o in line.operations]
    if not operations:
        return below
    return _accounted(work, term, Determinant(Given(upper)), operations)


def _accounted(
    work: Work, term: Determinant, upper: Determinant, operations: Sequence[Operation]
) -> Matrix:
    """Go back from the determinant at the end to the one at the start."""
    value: Matrix = proved(ValueOf(term)).answer.value
    below = entry(proved(ValueOf(upper)).answer.value)
    factor = _factor(value, operations)
    work.say(_account(operations))
    for words in _factors(operations):
        work.say(*words)
    name = work.term(term)
    work.fact(
        Equal(upper, Product(literal(factor), term)),
        "Together the operations multiplied the determinant by ",
        Num(factor),
        ".",
    )
    if factor - 1:
        quotient = Join("*", (Num(factor.inverse()), Num(below)))
        work.fact(
            Equal(term, Number(value)), "So ", equation(name, quotient, Num(entry(value))), "."
        )
    else:
        work.fact(Equal(term, Number(value)), "So ", equation(name, Num(below)), ".")
    return value


def _factor(value: Matrix, operations: Sequence[Operation]) -> Scalar:
    factor = number(value.ring, 1)
    for operation in operations:
        if isinstance(operation, Swap):
            factor = -factor
        if isinstance(operation, Multiply):
            factor = factor * entry(operation.factor)
    return factor


def _account(operations: Sequence[Operation]) -> str:
    swaps = sum(isinstance(o, Swap) for o in operations)
    parts = []
    if any(isinstance(o, Combine) for o in operations):
        parts.append("Adding a multiple of a row to another does not change the determinant.")
    if swaps:
        times = counted(swaps, "exchange")
        parts.append(f"Each exchange of two rows changes its sign; here: {times}.")
    return " ".join(parts) or "No operation changed the determinant."


def _factors(operations: Sequence[Operation]) -> list[tuple[str | Formula, ...]]:
    found = [Num(entry(o.factor)) for o in operations if isinstance(o, Multiply)]
    if not found:
        return []
    return [("A factor of a row is a factor of the determinant; here: ", *listed(found), ".")]


def _singular(work: Work, term: Determinant, matrix: Matrix, chain: Chain) -> Matrix:
    work.say("We bring the matrix to echelon form.")
    if chain.lines:
        write_lines(work, chain.lines, matrix_grid(chain.start))
    else:
        work.show(matrix_grid(chain.start))
    zero = matrix_from(matrix.ring, [[number(matrix.ring, 0)]])
    column_relation(work, matrix, Sym(work.free_letter("acde")))
    work.fact(
        Equal(term, Number(zero)),
        "So the determinant is 0.",
    )
    return zero
