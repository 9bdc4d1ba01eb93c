"""Systems of linear equations: all solutions, or the combination that says 0 = 1."""

from exactspaces.fields import entries, entry, matrix_from
from exactspaces.kernel import Augmented, Equal, Given, Matrix, Product, Rationals, Transpose
from exactspaces.kernel.matrices import times
from exactspaces.questions import AffineSet, Consistent, NoSolution, SolutionSet
from exactspaces.rendering.formulas import Formula, Grid, Join, Num, Sym
from exactspaces.rendering.terms import vector_formula
from exactspaces.solvers.systems import augmented, functional
from exactspaces.worked.chains import Reduced, forward, fully
from exactspaces.worked.notation import combination, equation, indexed, listed
from exactspaces.worked.proofs import proved
from exactspaces.worked.relations import whole
from exactspaces.worked.spaces import write_equations, zeros
from exactspaces.worked.work import Work, each_row


def solutions(work: Work, question: SolutionSet) -> None:
    """Reduce [A | b], and read off the solutions."""
    matrix: Matrix = work.value(question.matrix)
    right: Matrix = work.value(question.right)
    found = proved(SolutionSet(Given(matrix), Given(right))).answer
    work.say("We reduce the augmented matrix ", _pair(work, question), ".")
    if found is None:
        contradiction(work, matrix, right)
        return
    reduced = fully(work, augmented(matrix, right), matrix.width)
    write_solutions(work, matrix, right, reduced)


def _pair(work: Work, question: SolutionSet | Consistent) -> Formula:
    shown = work.term(Augmented(question.matrix, question.right))
    small = isinstance(shown, Grid) and len(shown.rows) == 1
    return shown if small else Sym("[A | b]")


def write_solutions(work: Work, matrix: Matrix, right: Matrix, reduced: Reduced) -> None:
    """Write the unknowns by the free ones, then as a point and directions."""
    n = matrix.width
    found: AffineSet = proved(SolutionSet(Given(matrix), Given(right))).answer
    shown = Reduced(reduced.matrix, reduced.pivots)
    write_equations(work, shown, n, right=True)
    free = [j for j in range(n) if j not in set(reduced.pivots)]
    vectors = [vector_formula(x) for x in each_row(found.directions)]
    unknowns = indexed("x", free)
    terms = tuple(Join("", pair) for pair in zip(unknowns, vectors, strict=True))
    point = vector_formula(found.particular)
    some = bool(terms) and not any(any(row) for row in entries(found.particular))
    work.say("Together:" if free else "There is exactly one solution:")
    work.show(equation(Sym("x"), Join("+", terms if some else (point, *terms))))
    work.answer(SolutionSet(Given(matrix), Given(right)))
    _check(work, matrix, right, found)


def _check(work: Work, matrix: Matrix, right: Matrix, found: AffineSet) -> None:
    vectors = [vector_formula(x) for x in each_row(found.directions)]
    work.check(
        Equal(Product(Given(matrix), Given(found.particular)), Given(right)),
        "inserted into the left sides, ",
        vector_formula(found.particular),
        " gives ",
        vector_formula(right),
        ".",
    )
    if vectors:
        zero = zeros(matrix, matrix.height, found.directions.height)
        claim = Equal(Product(Given(matrix), Transpose(Given(found.directions))), Given(zero))
        verb = "gives" if len(vectors) == 1 else "give"
        work.check(claim, *listed(vectors), f" {verb} 0.")


def contradiction(work: Work, matrix: Matrix, right: Matrix) -> None:
    """Reduce until a row says 0 = c, and give the combination of the equations that does."""
    reduced = forward(work, augmented(matrix, right), matrix.width)
    row = entries(reduced.matrix)[reduced.rank - 1]
    last = Num(row[-1])
    claim = NoSolution(Given(matrix), Given(right)).claim
    work.fact(claim, f"Row {reduced.rank} says 0 = ", last, ". So there is no solution.")
    y = separating(matrix, right)
    names = [Sym(f"E_{k + 1}") for k in range(matrix.height)]
    value = entry(times(y, right))
    work.check(
        Equal(Product(Given(y), Given(matrix)), Given(zeros(matrix, 1, matrix.width))),
        "with ",
        Sym("E_k"),
        " for equation k, the left side of ",
        combination(entries(y)[0], names),
        " is 0 for all x.",
    )
    work.check(
        Equal(Product(Given(y), Given(right)), Given(matrix_from(y.ring, [[value]]))),
        "its right side is ",
        Num(value),
        ", not 0.",
    )


def separating(matrix: Matrix, right: Matrix) -> Matrix:
    """Give a row y with y * matrix = 0 and y * right not 0, whole numbers over Q."""
    y = functional(matrix, right)
    return matrix_from(y.ring, [whole(entries(y)[0])]) if isinstance(y.ring, Rationals) else y


def consistent(work: Work, claim: Consistent, *, holds: bool) -> None:
    """Reduce [A | b] and look for a pivot in the last column."""
    matrix: Matrix = work.value(claim.matrix)
    right: Matrix = work.value(claim.right)
    work.say("We reduce the augmented matrix ", _pair(work, claim), ".")
    if not holds:
        contradiction(work, matrix, right)
        return
    reduced = fully(work, augmented(matrix, right), matrix.width)
    work.say("The last column has no pivot, so no row says 0 = 1.")
    write_solutions(work, matrix, right, reduced)
