"""How singular values, and the vectors that go with them, are found on paper."""

from exactspaces.fields import Scalar
from exactspaces.fields.conjugation import lifted
from exactspaces.kernel import Equal, Given, Matrix, Product, Scaled, Term
from exactspaces.kernel.matrices import reduced, times
from exactspaces.questions.constructions import Construct, Construction, adjoint
from exactspaces.questions.roots import numeral
from exactspaces.questions.singular import Squares, diagonal_of, gram_term
from exactspaces.questions.spectra import CharacteristicPolynomial
from exactspaces.rendering.formulas import Num, Root, Sym
from exactspaces.rendering.terms import matrix_grid, vector_formula
from exactspaces.solvers.tables import adjoint_of
from exactspaces.worked.notation import equation
from exactspaces.worked.polynomials import polynomial_formula
from exactspaces.worked.work import Work


def decomposition(work: Work, question: Construction, answer: Construct) -> bool:
    """Form A* A, find its eigenvalues and eigenvectors, take roots, map the vectors by A."""
    a: Matrix = question.literals(answer)[0].matrix
    rows = a.height < a.width
    gram = _gram(work, a, rows=rows)
    if isinstance(answer, Squares):
        return False
    u, s, v = (answer[name] for name in "USV")
    first, second = (u, v) if rows else (v, u)
    names = "uv" if rows else "vu"
    whole, square = Given(lifted(u.ring, a)), Given(lifted(u.ring, gram))
    side = adjoint(whole) if rows else whole
    sigma = diagonal_of(s)
    work.say("Unit vectors for the eigenvalues, and what the matrix makes of them:")
    for k, value in enumerate(sigma):
        x = first.columns((k,))
        eigen = Equal(Product(square, Given(x)), Scaled(numeral(value * value), Given(x)))
        work.show(equation(Sym(f"{names[0]}_{k + 1}"), vector_formula(x)))
        work.fact(eigen, "It is an eigenvector for ", Num(value * value), ".")
        if value:
            pair = x, second.columns((k,))
            _image(work, side, pair, value, Sym(f"{names[1]}_{k + 1}"))
    if len(sigma) < second.width or not all(sigma):
        other = "A x = 0" if rows else "A* x = 0"
        work.say(f"The remaining columns are an orthonormal basis of the solutions of {other}.")
    return False


def _gram(work: Work, a: Matrix, *, rows: bool) -> Matrix:
    """Write A* A (or A A*), its characteristic polynomial, and what its roots are."""
    star = adjoint_of(a)
    gram = reduced(times(a, star) if rows else times(star, a))
    name = "A A*" if rows else "A* A"
    work.say(f"The squares of the singular values are the eigenvalues of {name}:")
    work.show(matrix_grid(gram))
    work.fact(Equal(gram_term(Given(a), rows=rows), Given(gram)))
    found = work.answer(CharacteristicPolynomial(Given(gram)))
    work.say("Its characteristic polynomial is ", polynomial_formula(found["charpoly"], "x"), ".")
    return gram


def _image(work: Work, matrix: Term, pair: tuple[Matrix, Matrix], value: Scalar, y: Sym) -> None:
    """Divide the image of a unit vector by the singular value."""
    work.show(equation(y, vector_formula(pair[1])))
    claim = Equal(Product(matrix, Given(pair[0])), Scaled(numeral(value), Given(pair[1])))
    work.fact(claim, "Times ", Num(value), " it is the image, and again it has length 1.")


def values(work: Work, question: Construction, answer: Construct) -> bool:
    """Form A* A and its characteristic polynomial; the roots of its roots are the answer."""
    a: Matrix = question.literals(answer)[0].matrix
    _gram(work, a, rows=a.height < a.width)
    if isinstance(answer, Squares):
        for root in answer.roots:
            if root.value is not None:
                work.say("A singular value is ", Root(Num(root.value)), ".")
    return False
