"""Does a vector lie in a space, does a space lie in another?"""

from exactspaces.errors import NoAnswer
from exactspaces.fields import entries, entry, matrix_from
from exactspaces.kernel import (
    Equal,
    Given,
    Included,
    Matrix,
    Member,
    NotIncluded,
    NotMember,
    Null,
    Product,
    Span,
    Term,
    Transpose,
    Unequal,
)
from exactspaces.kernel.matrices import times
from exactspaces.rendering.formulas import Formula, Join, Num
from exactspaces.rendering.terms import vector_formula
from exactspaces.solvers.bases import joined
from exactspaces.solvers.systems import augmented, solution
from exactspaces.worked.chains import forward, fully
from exactspaces.worked.conditions import tidied
from exactspaces.worked.independence import holds as is_so
from exactspaces.worked.notation import combination, equation, indexed
from exactspaces.worked.spaces import generators, zeros
from exactspaces.worked.systems import separating
from exactspaces.worked.work import Work

Names = tuple[Formula, tuple[Formula, ...]]  # of a vector, and of vectors that span a space


def member(work: Work, claim: Member, *, holds: bool) -> None:
    """Insert the vector for a null space; look for coefficients else."""
    vector: Matrix = work.value(claim.vector)
    if isinstance(claim.space, Null):
        _in_null_space(work, vector, claim.space, holds=holds)
        return
    rows, symbols = _spanning(work, claim.space)
    name = work.term(claim.vector, column=True)
    look_up(work, vector, rows, (name, symbols), holds=holds)


def _spanning(work: Work, space: Term) -> tuple[Matrix, tuple[Formula, ...]]:
    """Give vectors that span the space, as they are when they are given."""
    if isinstance(space, Span):
        match space.rows:
            case Transpose(inner):
                rows = work.value(inner).transpose
            case inner:
                rows = work.value(inner)
        return rows, work.vectors(rows, "suw")
    return generators(work, space, "suw")


def _in_null_space(work: Work, vector: Matrix, space: Null, *, holds: bool) -> None:
    matrix: Matrix = work.value(space.matrix)
    image = times(matrix, vector)
    sides = Join("*", (work.term(space.matrix), work.term(Given(vector), column=True)))
    work.say("The vector lies in ", work.term(space), " exactly when the matrix times it is 0.")
    work.show(equation(sides, vector_formula(image)))
    work.fact(Equal(Product(Given(matrix), Given(vector)), Given(image)))
    zero = zeros(matrix, matrix.height, 1)
    claim: Member | NotMember = (Member if holds else NotMember)(Given(vector), space)
    product = Product(Given(matrix), Given(vector))
    is_zero = Equal(product, Given(zero)) if holds else Unequal(product, Given(zero))
    work.fact(is_zero, "This is 0." if holds else "This is not 0.")
    work.fact(claim)


def look_up(
    work: Work, vector: Matrix, rows: Matrix, names: Names, *, holds: bool
) -> Matrix | None:
    """Look for coefficients of the vector; without them show a functional that separates it."""
    name, symbols = names
    unknowns = indexed("c", range(rows.height))
    left = Join("+", tuple(Join("", pair) for pair in zip(unknowns, symbols, strict=True)))
    work.say(
        "We look for numbers with ",
        equation(left, name),
        ". The vectors are the columns of the left part.",
    )
    system = augmented(rows.transpose, vector)
    if not holds:
        _separate(work, vector, rows, name, system)
        return None
    fully(work, system, rows.height)
    found = solution(rows.transpose, vector)
    if found is None:
        raise NoAnswer("no coefficients were found")
    _combined(work, vector, rows, names, tidied(found))
    return found


def _combined(work: Work, vector: Matrix, rows: Matrix, names: Names, found: Matrix) -> None:
    """Write the vector as the combination that was found, and check it."""
    coefficients = [row[0] for row in entries(found)]
    sides = equation(names[0], combination(coefficients, names[1]))
    work.fact(Member(Given(vector), Span(Given(rows))), "So ", sides, ".")
    total = combination(coefficients, work.points(rows))
    claim = Equal(Product(Transpose(Given(rows)), Given(found)), Given(vector))
    work.check(claim, equation(total, work.point(vector)), ".")


def _separate(work: Work, vector: Matrix, rows: Matrix, name: Formula, system: Matrix) -> None:
    forward(work, system, rows.height)
    outside = NotMember(Given(vector), Span(Given(rows)))
    work.fact(outside, "A row says that 0 is not 0. So there are no such numbers.")
    y = separating(rows.transpose, vector)
    value = times(y, vector)
    unknowns = indexed("x", range(y.width))
    form = combination(entries(y)[0], unknowns)
    zero = Equal(Product(Given(rows), Given(y.transpose)), Given(zeros(rows, rows.height, 1)))
    work.check(zero, "the vectors that span the space all satisfy ", equation(form, Num(0)), ".")
    work.check(
        Equal(Product(Given(y), Given(vector)), Given(value)),
        "for ",
        name,
        " the left side is ",
        Num(entry(value)),
        ", not 0.",
    )


def included(work: Work, claim: Included, *, holds: bool) -> None:
    """Write a basis of the one space by a basis of the other."""
    inner, u = generators(work, claim.inner, "uvs")
    outer, w = generators(work, claim.outer, "wzt")
    if not holds:
        _first_outside(work, inner, u, (outer, w), claim)
        return
    if not inner.height:
        work.fact(claim, "The zero space lies in every space.")
        return
    work.say(
        "Each vector of the first basis must be a combination of the second. We reduce one "
        "matrix for all of them: the second basis on the left, the first on the right."
    )
    found = fully(work, joined(outer, inner).transpose, outer.height)
    table = entries(found.matrix)
    for j, symbol in enumerate(u):
        coefficients = [table[i][outer.height + j] for i in range(outer.height)]
        vector = Given(inner.select((j,)).transpose)
        row = matrix_from(outer.ring, [coefficients])
        sides = equation(symbol, combination(coefficients, w))
        work.fact(Equal(Product(Given(row), Given(outer)), Transpose(vector)), sides, ".")
    work.fact(claim, "So ", work.claim(claim), ".")


def _first_outside(
    work: Work,
    inner: Matrix,
    symbols: tuple[Formula, ...],
    outer: tuple[Matrix, tuple[Formula, ...]],
    claim: Included,
) -> None:
    for i, symbol in enumerate(symbols):
        vector = inner.select((i,)).transpose
        if not is_so(Member(Given(vector), claim.outer)):
            work.say(symbol, " does not lie in ", work.term(claim.outer), ":")
            look_up(work, vector, outer[0], (symbol, outer[1]), holds=False)
            work.fact(NotIncluded(claim.inner, claim.outer))
            return
    raise NoAnswer("no vector outside was found")
