"""How the factors of symmetric matrices, and the signs of their forms, are found on paper."""

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries, matrix_from
from exactspaces.fields.conjugation import conjugate
from exactspaces.kernel import Equal, Given, Matrix, Product, Transpose
from exactspaces.questions import Combine, RowReduction
from exactspaces.questions.constructions import Construct
from exactspaces.questions.symmetric import Definiteness, RootFactor, SymmetricFactors
from exactspaces.rendering.formulas import Formula, Join, Num, Raised, Root, Sum, Sym
from exactspaces.rendering.terms import matrix_grid
from exactspaces.worked.notation import equation, listed, multiple, split_sign
from exactspaces.worked.operations import row_reduction
from exactspaces.worked.proofs import proved
from exactspaces.worked.work import Work

LARGEST = 6


def factors(work: Work, question: SymmetricFactors, answer: Construct) -> bool:
    """Clear the entries below the diagonal; the multipliers are L, the pivots D."""
    a = question.literals(answer)[0].matrix
    if not answer.missing and a.height <= LARGEST:
        _eliminate(work, a, answer)
    return False


def _eliminate(work: Work, a: Matrix, found: Construct) -> None:
    low, pivots = entries(found["L"]), entries(found["D"])
    operations = tuple(
        Combine(i + 1, matrix_from(a.ring, [[-low[i][j]]]), j + 1)
        for j in range(a.height) for i in range(j + 1, a.height) if low[i][j]
    )  # fmt: skip
    work.say("We clear what stands below the diagonal, and keep the factors.")
    row_reduction(work, RowReduction(a, operations))
    if not operations:
        work.show(matrix_grid(a))
    diagonal = listed([Num(pivots[k][k]) for k in range(a.height)])
    work.say("D has the diagonal that remains: ", *diagonal, ".")
    if operations:
        work.say("L has ones on its diagonal, and in row i and column j the multiple of row j "
                 "that was taken off row i.")  # fmt: skip


def root_factor(work: Work, question: RootFactor, answer: Construct) -> bool:
    """Take the factors without roots, and put the roots of D into L."""
    a = question.literals(answer)[0].matrix
    found = _factors(a)
    if answer.missing or found is None:
        return False
    _eliminate(work, a, found)
    pivots = entries(found["D"])
    roots = listed([Root(Num(pivots[k][k])) for k in range(a.height)])
    work.say("Column j of L is multiplied by the square root of entry j of D: by ", *roots, ".")
    return False


def _factors(a: Matrix) -> Construct | None:
    """Give L and D, or None where there are none or they are not wanted."""
    if a.height > LARGEST or conjugate(a) != a or a.transpose != a:
        return None
    try:
        found: Construct = proved(SymmetricFactors(Given(a))).answer
    except NoAnswer:
        return None
    return None if found.missing else found


def definiteness(work: Work, question: Definiteness, answer: Construct) -> bool:
    """Write the form as a sum of squares with the pivots as factors."""
    a = question.literals(answer)[0].matrix
    found = _factors(a)
    if found is None:
        return False
    _eliminate(work, a, found)
    low, d = found.given("L"), found.given("D")
    work.names.setdefault(low, "L")
    work.names.setdefault(d, "D")
    whole = Product(low, Product(d, Transpose(low)))
    work.fact(Equal(Given(a), whole), "So ", work.claim(Equal(Given(a), whole)), " with")
    work.show(equation(Sym("L"), matrix_grid(low.matrix)))
    work.show(equation(Sym("D"), matrix_grid(d.matrix)))
    work.say("The form is a sum of squares with the diagonal of D as factors:")
    work.show(equation(_form(), _squares(found)))
    work.say("Their signs tell which signs it takes. The following lines say the same by sums of "
             "squares alone.")  # fmt: skip
    return False


def _form() -> Formula:
    return Join("", (Raised(Sym("x"), Sym("T")), Sym("A"), Sym("x")))


def _squares(found: Construct) -> Formula:
    """Give the sum of d_k (x_k + l_ik x_i + ...)^2."""
    low, pivots = entries(found["L"]), entries(found["D"])
    terms = []
    n = len(low)
    for k in range(n):
        inner = _linear([low[i][k] for i in range(n)])
        sign, size = split_sign(pivots[k][k])
        if size:
            terms.append((sign, multiple(size, Raised(inner, Num(2)))))
    return Sum(tuple(terms)) if terms else Num(0)


def _linear(coefficients: list[Scalar]) -> Formula:
    terms = []
    for k, c in enumerate(coefficients):
        if c:
            sign, size = split_sign(c)
            terms.append((sign, multiple(size, Sym(f"x_{k + 1}"))))
    return Sum(tuple(terms)) if len(terms) > 1 else terms[0][1]
