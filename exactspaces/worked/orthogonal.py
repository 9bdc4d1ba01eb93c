"""How orthogonal vectors, projections and factors of length one are found on paper."""

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries, entry
from exactspaces.fields.conjugation import conjugate
from exactspaces.kernel import Given, Matrix, Product, Transpose
from exactspaces.questions import SolutionSet, ValueOf
from exactspaces.questions.constructions import Construct, Construction
from exactspaces.questions.inner import OrthogonalFactors, Orthogonalised, ProjectionOfVector
from exactspaces.rendering.formulas import Formula, Fraction, Join, Num, Root, Sum, Sym
from exactspaces.worked.notation import (
    Term,
    combination,
    equation,
    indexed,
    listed,
    multiple,
    split_sign,
)
from exactspaces.worked.proofs import proved
from exactspaces.worked.systems import solutions
from exactspaces.worked.work import Work


def gram_schmidt(work: Work, question: Construction, answer: Construct) -> bool:
    """Subtract from each vector its projections onto the orthogonal ones before it."""
    if answer.missing == "dependent":
        return False
    rows: Matrix = question.literals(answer)[0].matrix
    _orthogonalise(work, rows, answer)
    return False


def _orthogonalise(work: Work, rows: Matrix, answer: Construct) -> tuple[Sym, ...]:
    u, table = answer["u"], entries(answer["T"])
    old, new = indexed("v", range(rows.height)), indexed("u", range(u.height))
    points = work.points(rows)
    given = [equation(name, point) for name, point in zip(old, points, strict=True)]
    work.say("The vectors are ", *listed(given), ".")
    work.say("From each vector we take off its projections onto the orthogonal ones before it.")
    work.say("The factor of u_j in v_k is <u_j, v_k> / <u_j, u_j>.")
    for k in range(u.height):
        value = work.point(u.select((k,)))
        work.show(equation(new[k], _taken_off(old[k], table[k][:k], new[:k]), value))
    return new


def _taken_off(vector: Sym, factors: list[Scalar], symbols: tuple[Sym, ...]) -> Formula:
    terms: list[Term] = [("+", vector)]
    for factor, symbol in zip(factors, symbols, strict=True):
        if factor:
            sign, size = split_sign(-factor)
            terms.append((sign, multiple(size, symbol)))
    return Sum(tuple(terms)) if len(terms) > 1 else vector


def projection(work: Work, question: ProjectionOfVector, answer: Construct) -> bool:
    """Find the coefficients of the projection: what is left is orthogonal to the basis."""
    given = question.literals(answer)
    v, rows = given[0].matrix, given[1].matrix
    if answer.missing or len(given) > 2 or not rows.height or conjugate(rows) != rows:
        return False
    vector, basis = work.term(given[0], column=True), work.vectors(rows, "bcd")
    found = answer["projection"]
    p = Sym("p")
    if rows.height == 1:
        factor = _onto_line(work, (vector, v), (basis[0], rows))
        work.show(equation(p, multiple(factor, basis[0]), work.point(found)))
        return False
    unknowns = indexed("x", range(rows.height))
    work.say("The projection is ", equation(p, _sum(unknowns, basis)), ". ",
             "What is left is orthogonal to each of these vectors: "
             "their inner products are the coefficients of a system for x.")  # fmt: skip
    gram = _value(Product(given[1], Transpose(given[1])))
    right = _value(Product(given[1], given[0]))
    solutions(work, SolutionSet(Given(gram), Given(right)))
    x = proved(SolutionSet(Given(gram), Given(right))).answer.particular
    coefficients = [c for (c,) in entries(x)]
    work.say("So the projection is")
    work.show(equation(p, combination(coefficients, basis), work.point(found)))
    return False


def _sum(coefficients: tuple[Sym, ...], vectors: tuple[Formula, ...]) -> Formula:
    pairs = zip(coefficients, vectors, strict=True)
    return Sum(tuple(("+", Join("", pair)) for pair in pairs))


def _onto_line(work: Work, vector: tuple[Formula, Matrix], line: tuple[Formula, Matrix]) -> Scalar:
    """Write the factor <b, v> / <b, b>, and give it."""
    (v, column), (b, row) = vector, line
    top = entry(_value(Product(Given(row), Given(column))))
    bottom = entry(_value(Product(Given(row), Transpose(Given(row)))))
    factor = top / bottom
    work.say("The inner product of ", b, " and ", v, " is ", Num(top), ", that of ", b,
             " with itself ", Num(bottom), ": the quotient is the factor of ", b, ".")  # fmt: skip
    return factor


def _value(term: Product) -> Matrix:
    found: Matrix = proved(ValueOf(term)).answer.matrix
    return found


def factors(work: Work, question: OrthogonalFactors, answer: Construct) -> bool:
    """Orthogonalise the columns, and divide each by its length."""
    a = question.literals(answer)[0].matrix
    rows = a.transpose
    try:
        found: Construct = proved(Orthogonalised(Given(rows))).answer
    except NoAnswer:
        return False
    if found.missing or any(part.name == "D" for part in answer.parts):
        return False
    names = _orthogonalise(work, rows, found)
    work.say("Each of them is divided by its length.")
    squares, q = entries(found["D"]), answer["Q"]
    for k, name in enumerate(names):
        length = Root(Num(squares[k][k]))
        column = q.columns((k,))
        work.show(equation(Sym(f"q_{k + 1}"), Fraction(name, length), work.point(column)))
    work.say("These are the columns of Q; R has the inner products of them with the columns of "
             "the matrix.")  # fmt: skip
    return False
