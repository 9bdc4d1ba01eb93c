"""How eigenvalues, eigenvectors and normal forms are found on paper."""

from collections.abc import Sequence

from exactspaces.fields import Scalar, entries
from exactspaces.fields.conjugation import lifted
from exactspaces.kernel import (
    Count,
    Determinant,
    Dimension,
    Equal,
    Given,
    Independent,
    Matrix,
    Null,
    Parameters,
    Product,
    Transpose,
)
from exactspaces.questions.companions import Companions
from exactspaces.questions.constructions import Construct, Construction
from exactspaces.questions.spectra import (
    CharacteristicPolynomial,
    Eigenvalues,
    NormalForm,
    Root,
    Spectrum,
    characteristic_lines,
    polynomial_at,
    shifted,
    zero_matrix,
)
from exactspaces.rendering.formulas import Formula, Join, Num, Raised, Sum, Sym
from exactspaces.rendering.terms import matrix_grid
from exactspaces.worked.determinants import by_formula
from exactspaces.worked.notation import equation, listed, multiple, split_sign
from exactspaces.worked.polynomials import polynomial_formula
from exactspaces.worked.proofs import proved
from exactspaces.worked.work import Work

LARGEST = 6  # larger matrices have too long a story


def characteristic(work: Work, question: Construction, answer: Construct) -> bool:
    """Expand det(x I - A) where the matrix is small."""
    return _expanded(work, question.literals(answer)[0], answer["charpoly"])


def _expanded(work: Work, a: Given, polynomial: Matrix) -> bool:
    """Write the determinant of x I - A by its entries, if it is small; say whether it is."""
    if a.matrix.height > LARGEST:
        return False
    line = characteristic_lines(a, ((polynomial, 1),))[0]
    term = line.claim.left if isinstance(line.claim, Equal) else None
    if a.matrix.height > 3 or not isinstance(term, Determinant):
        return False
    if isinstance(a.matrix.ring, Parameters):  # the lines say enough: det(x I - A) at n places
        return False
    minus = Sum((("+", Join("", (Sym("x"), Sym("I")))), ("-", work.term(a))))
    work.say("The characteristic polynomial is the determinant of ", minus, ".")
    if isinstance(term.matrix, Given):
        by_formula(work, term, term.matrix.matrix)
    return True


def minimal(work: Work, question: Construction, answer: Construct) -> bool:
    """Multiply a vector by A while the vectors stay independent: that is the degree."""
    a = question.literals(answer)[0]
    if isinstance(answer, Companions) or a.matrix.height > LARGEST:
        return False
    v, powers = answer["v"], answer["K"]
    degree = powers.width
    columns = [powers.columns((k,)) for k in range(degree)]
    work.say("We take a vector and multiply it by the matrix, again and again:")
    work.show(equation(Sym("v"), work.point(v)))
    for k in range(1, degree):
        work.show(equation(_moved(work, a, k), work.point(columns[k])))
        work.fact(Equal(Product(a, Given(columns[k - 1])), Given(columns[k])))
    fewer = f"so no polynomial of a degree below {degree} is 0 at the matrix."
    said = "These are independent, " if degree > 1 else "It is not 0, "
    work.fact(Independent(Transpose(Given(powers))), said + fewer)
    zero = Equal(polynomial_at(answer["minpoly"], a), zero_matrix(a))
    work.say(f"A polynomial of degree {degree} is, and it is the minimal one:")
    work.show(equation(work.term(zero.left), Num(0)))
    work.fact(zero)
    return True


def _moved(work: Work, a: Given, k: int) -> Formula:
    """Write A^k v."""
    name = work.term(a)
    return Join("", (name if k == 1 else Raised(name, Num(k)), Sym("v")))


def eigenvalues(work: Work, question: Construction, answer: Construct) -> bool:
    """Factor the characteristic polynomial, and find each eigenspace."""
    a = question.literals(answer)[0]
    if isinstance(answer, Spectrum) and a.matrix.height <= LARGEST:
        _spectrum(work, a, answer)
    return False


def _spectrum(work: Work, a: Given, found: Spectrum) -> list[tuple[Root, Matrix]]:
    """Write the way to the eigenvalues and eigenvectors; give a basis of each eigenspace."""
    polynomial = proved(CharacteristicPolynomial(a)).answer["charpoly"]
    _expanded(work, a, polynomial)
    factored = Eigenvalues(a).all_lines(found)[0]
    if isinstance(factored.claim, Equal) and len(found.roots) + len(found.others) > 1:
        right = work.term(factored.claim.right)
        sides = equation(polynomial_formula(polynomial, "x"), right)
        work.fact(factored.claim, "It factors: ", sides, ".")
    for other in found.others:
        f = polynomial_formula(other.polynomial, "x")
        if other.field is None:
            work.say("No root of the factor ", f, " was found in the field.")
        else:
            work.say("The factor ", f, " is irreducible: it gives no eigenvalue in the field.")
    if not found.roots:
        surely = all(other.field is not None for other in found.others)
        words = "there is no eigenvalue" if surely else "no eigenvalue was found"
        work.say(f"So {words} in the field.")
        return []
    values = listed([Num(root.value) for root in found.roots])
    one = len(found.roots) == 1
    work.say("So the eigenvalue is " if one else "So the eigenvalues are ", *values, ".")
    return [(root, _eigenspace(work, a, root)) for root in found.roots]


def _eigenspace(work: Work, a: Given, root: Root) -> Matrix:
    """Find the eigenvectors for one value; give a basis as rows."""
    value = root.value
    shift = Given(shifted(a.matrix, value)) if value else a
    if value:
        name = work.free_letter("MNHKSUVW")
        work.names.setdefault(shift, name)
        left = Sym(work.names[shift])
        system = equation(Join("*", (left, Sym("x"))), Num(0))
        work.say("For the eigenvalue ", Num(value), " we solve ", system, " with")
        work.show(equation(left, _minus(work.term(a), value), matrix_grid(shift.matrix)))
    else:
        work.say("The eigenvectors for 0 are the vectors of the null space.")
    space = Null(shift)
    rows: Matrix = work.value(space)
    often = "once" if root.algebraic == 1 else f"{root.algebraic} times"
    work.fact(
        Equal(Dimension(space), Count(root.geometric)),
        "The eigenspace for ",
        Num(value),
        f" has dimension {root.geometric}; as a root ",
        Num(value),
        f" counts {often}.",
    )
    return rows


def _minus(matrix: Formula, value: Scalar) -> Formula:
    sign, size = split_sign(-value)
    return Sum((("+", matrix), (sign, multiple(size, Sym("I")))))


def normal_form(work: Work, question: NormalForm, answer: Construct) -> bool:
    """Find eigenvectors, complete them by chains, and put them side by side."""
    a = question.literals(answer)[0]
    if a.matrix.height > LARGEST:
        return False
    if isinstance(answer, Spectrum) or answer.missing:
        _spectrum_of(work, a)
        return False
    p, form = answer["P"], answer["D" if question.diagonal else "J"]
    whole = Given(lifted(p.ring, a.matrix))
    if whole != a:
        work.names.setdefault(whole, work.names.get(a, "A"))
    spaces = _spectrum_of(work, whole)
    _columns(work, whole, (p, form), spaces)
    return False


def _spectrum_of(work: Work, a: Given) -> list[tuple[Root, Matrix]]:
    found = proved(Eigenvalues(a)).answer
    spaces = _spectrum(work, a, found)
    total = sum(root.geometric for root in found.roots)
    if spaces and total < a.matrix.height:
        n = a.matrix.height
        verb = "is" if total == 1 else "are"
        work.say(
            f"A basis of eigenvectors would need {n} of them; at most {total} {verb} independent."
        )
    return spaces


def _columns(
    work: Work, a: Given, answer: tuple[Matrix, Matrix], spaces: Sequence[tuple[Root, Matrix]]
) -> None:
    """Say where each column of P comes from."""
    p, form = answer
    rows = entries(form)
    known = {row for _, space in spaces for row in map(tuple, entries(space))}
    columns = [p.columns((j,)) for j in range(p.width)]
    plain = all(tuple(x for (x,) in entries(c)) in known for c in columns)
    if plain:
        work.say("These eigenvectors, side by side, are the columns of P; "
                 "their eigenvalues stand on the diagonal.")  # fmt: skip
        return
    work.say("The columns of P are vectors p_1, p_2, ... of which each begins a chain or goes on "
             "with one.")  # fmt: skip
    for j, column in enumerate(columns):
        value = rows[j][j]
        name, point = Sym(f"p_{j + 1}"), work.point(column)
        shift = Given(shifted(a.matrix, value))
        chained = j > 0 and bool(rows[j - 1][j])
        target = columns[j - 1] if chained else _zero(column)
        left = work.term(Product(shift, Given(column)))
        right = work.point(target)
        words = " goes on: " if chained else " is an eigenvector: "
        work.fact(Equal(Product(shift, Given(column)), Given(target)),
                  equation(name, point), words, equation(left, right), ".")  # fmt: skip


def _zero(column: Matrix) -> Matrix:
    zero = column.ring.integer(0)
    return column.with_rows(((zero,),) * column.height)
