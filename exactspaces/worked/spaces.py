"""Null space, row space, column space: a basis of each, and why it is one."""

from collections.abc import Sequence

from exactspaces.fields import entries, matrix_from, number
from exactspaces.kernel import (
    Count,
    Dependent,
    Dimension,
    Equal,
    Given,
    Included,
    Independent,
    Matrix,
    Null,
    Product,
    Span,
    Term,
    Transpose,
)
from exactspaces.questions import BasisOf, Decision
from exactspaces.rendering.documents import Pieces
from exactspaces.rendering.formulas import Formula, Join, Num, Sym
from exactspaces.rendering.grouping import is_tall
from exactspaces.solvers.systems import solution
from exactspaces.worked.chains import Reduced, forward, fully
from exactspaces.worked.conditions import tidied
from exactspaces.worked.notation import (
    ZERO,
    affine,
    combination,
    equation,
    indexed,
    listed,
    numbered,
)
from exactspaces.worked.proofs import proved
from exactspaces.worked.relations import null_vectors, whole
from exactspaces.worked.work import Work

MAX_CHECKED = 4


def zeros(like: Matrix, height: int, width: int) -> Matrix:
    """Give a matrix of zeros over the same ring."""
    return matrix_from(like.ring, [[number(like.ring, 0)] * width] * height, width)


def null_space(work: Work, term: Null) -> Matrix:
    """Solve A x = 0; give a basis as rows."""
    matrix: Matrix = work.value(term.matrix)
    work.say(
        work.term(term),
        " is the set of all x with ",
        _times_x(work, term),
        " = 0. ",
        "We reduce the matrix.",
    )
    found = fully(work, matrix)
    if not found.free:
        empty = matrix_from(matrix.ring, [], matrix.width)
        words = "Every column has a pivot, so x = 0 is the only solution."
        work.fact(Equal(Dimension(Null(Given(matrix))), Count(0)), words)
        return empty
    write_equations(work, found, matrix.width)
    work.fact(Equal(Null(Given(matrix)), Null(Given(found.matrix))))
    return _null_basis(work, term, matrix, found)


def _times_x(work: Work, term: Null) -> Formula:
    return Join("*", (work.term(term.matrix), Sym("x")))


def write_equations(work: Work, found: Reduced, n: int, right: bool = False) -> None:  # noqa: FBT002
    """Say which unknowns are free, and what the others are by the rows."""
    unknowns = indexed("x", range(n))
    free = [j for j in range(n) if j not in set(found.pivots)]
    if not free:
        work.say("The rows say:")
    elif found.pivots:
        words = "is free. The rows say:" if len(free) == 1 else "are free. The rows say:"
        work.say(*listed([unknowns[j] for j in free]), f" {words}")
    else:
        work.say("There is no equation left: all unknowns are free.")
    items: list[Pieces] = []
    for row, pivot in zip(entries(found.matrix), found.pivots, strict=False):
        symbols: list[Formula] = [unknowns[j] for j in free]
        coefficients = [-row[j] for j in free]
        sides = unknowns[pivot], affine(row[n] if right else None, coefficients, symbols)
        items.append((equation(*sides),))
    work.list(items)


def _null_basis(work: Work, term: Null, matrix: Matrix, found: Reduced) -> Matrix:
    vectors = null_vectors(found.matrix, found.pivots)
    scaled = [(j, whole(x)) for j, x in vectors]
    letter = work.free_letter("nmk")
    names = [Sym(f"{letter}_{k + 1}") for k in range(len(vectors))]
    single = len(vectors) == 1
    work.say(
        "We put the free variable equal to 1."
        if single
        else "We put one free variable equal to 1 and the others to 0, one after the other."
    )
    rows = matrix_from(matrix.ring, [x for _, x in scaled], matrix.width)
    items: list[Pieces] = []
    for k, ((j, before), (_, after)) in enumerate(zip(vectors, scaled, strict=True)):
        factor = after[j] / before[j]
        point = work.point(rows.select((k,)))
        lead = (Sym(f"x_{j + 1}"), " = 1")
        times = (", then all times ", Num(factor)) if factor - 1 else ()
        items.append((*lead, *times, ": ", equation(names[k], point)))
        work.names.setdefault(Given(rows.select((k,)).transpose), names[k].name)
    work.list(items)
    verb = "is a basis" if single else "are a basis"
    work.fact(
        BasisOf(Given(rows), term).claim, *listed(names), f" {verb} of ", work.term(term), "."
    )
    _check_null(work, matrix, term.matrix, (rows, names))
    return rows


def _check_null(
    work: Work, matrix: Matrix, inner: Term, basis: tuple[Matrix, Sequence[Sym]]
) -> None:
    rows, names = basis
    zero = zeros(rows, matrix.height, rows.height)
    claim = Equal(Product(Given(matrix), Transpose(Given(rows))), Given(zero))
    name = work.term(inner)
    if is_tall(name):
        work.check(claim, "the matrix times each of these vectors is 0.")
        return
    products: list[Formula] = [equation(Join("*", (name, n)), ZERO) for n in names]
    work.check(claim, *listed(products), ".")


def span(work: Work, term: Span) -> Matrix:
    """Find a basis of the span of the rows, or of the columns, of a matrix."""
    match term.rows:
        case Transpose(inner):
            return column_space(work, term, work.value(inner), inner)
        case Given(rows) as given if given not in work.names:
            return _span_of_list(work, term, rows)
        case inner:
            return row_space(work, term, work.value(inner))


def column_space(work: Work, term: Span, matrix: Matrix, inner: Term) -> Matrix:
    """Take the columns of the matrix in which its echelon form has pivots."""
    work.say(
        "The pivots tell which columns of ",
        work.term(inner),
        " are a basis of its column space: row operations keep the relations between columns.",
    )
    found = forward(work, matrix)
    rows = matrix.columns(found.pivots).transpose
    if not found.pivots:
        work.fact(BasisOf(Given(rows), term).claim, "All columns are zero, so the basis is empty.")
        return rows
    points = work.points(rows)
    where = numbered("column", found.pivots)
    verb = "is" if len(points) == 1 else "are"
    claim = BasisOf(Given(rows), term).claim
    work.fact(claim, f"So {where} of the matrix {verb} a basis: ", *listed(points), ".")
    _check_columns(work, matrix, rows, found.free)
    return rows


def _check_columns(work: Work, matrix: Matrix, rows: Matrix, free: Sequence[int]) -> None:
    """Write the other columns as combinations of the basis."""
    points = work.points(rows)
    items: list[Formula] = []
    table = [solution(rows.transpose, matrix.columns((j,))) for j in free]
    for j, x in zip(free, table, strict=True):
        if x is not None:
            sides = combination([row[0] for row in entries(tidied(x))], points)
            items.append(equation(work.point(matrix.columns((j,))), sides))
    others = Span(Given(matrix.columns(free).transpose))
    if 0 < len(items) <= MAX_CHECKED:
        verb = "is" if len(items) == 1 else "are"
        claim = Included(others, Span(Given(rows)))
        words = f"the other {'column' if verb == 'is' else 'columns'} {verb} "
        work.check(claim, words, "in the span: ", *listed(items), ".")


def row_space(work: Work, term: Span, matrix: Matrix) -> Matrix:
    """Take the rows of the reduced echelon form that are not zero."""
    work.say("Row operations do not change the row space.")
    return _non_zero_rows(work, term, matrix, fully(work, matrix))


def _non_zero_rows(work: Work, term: Span, matrix: Matrix, found: Reduced) -> Matrix:
    rows = found.matrix.select(range(found.rank))
    if not found.rank:
        work.fact(BasisOf(Given(rows), term).claim, "No row is left, so the basis is empty.")
        return rows
    points = work.points(rows)
    verb = "row is" if len(points) == 1 else "rows are"
    claim = BasisOf(Given(rows), term).claim
    work.fact(claim, f"The non-zero {verb} a basis: ", *listed(points), ".")
    check_rows(work, matrix, found)
    return rows


def check_rows(work: Work, matrix: Matrix, found: Reduced) -> None:
    """Check A = A[:, J] R: its entries in pivot columns give each row by the reduced rows."""
    if not found.rank:
        return
    rows = found.matrix.select(range(found.rank))
    claim = Equal(Product(Given(matrix.columns(found.pivots)), Given(rows)), Given(matrix))
    where = numbered("column", found.pivots)
    words = "each row of the matrix is a combination of the non-zero rows of its reduced form, "
    work.check(claim, words, f"with its entries in {where} as coefficients.")


def _span_of_list(work: Work, term: Span, rows: Matrix) -> Matrix:
    """Reduce the matrix whose rows are the vectors."""
    if rows.height > 1:
        work.say("We write the vectors as the rows of a matrix; row operations keep their span.")
    return _non_zero_rows(work, term, rows, fully(work, rows))


def generators(work: Work, space: Term, letters: str) -> tuple[Matrix, tuple[Formula, ...]]:
    """Give a basis of the space as rows with names; vectors that are one already stay."""
    if isinstance(space, Span) and isinstance(space.rows, Given):
        rows = space.rows.matrix
        if 0 < rows.height <= 2 and _clearly_independent(rows):
            symbols = work.vectors(rows, letters)
            why = "it is not zero" if rows.height == 1 else "neither is a multiple of the other"
            verb = "is a basis of " if rows.height == 1 else "are a basis of "
            named = space in work.names or space.rows in work.names
            of = work.term(space) if named else "its span" if rows.height == 1 else "their span"
            work.fact(
                BasisOf(Given(rows), space).claim, *listed(symbols), f" {verb}", of, f": {why}."
            )
            return rows, symbols
    rows = work.value(space)
    return rows, work.vectors(rows, letters)


def _clearly_independent(rows: Matrix) -> bool:
    claims = Independent(Given(rows)), Dependent(Given(rows))
    return bool(proved(Decision(*claims)).answer)
