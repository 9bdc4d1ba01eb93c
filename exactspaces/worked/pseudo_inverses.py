"""How a pseudo-inverse is found on paper: from the independent columns and rows of a matrix."""

from exactspaces.kernel import Equal, Given, Inverse, Product, Term
from exactspaces.questions import ValueOf
from exactspaces.questions.constructions import Construct, Construction, adjoint
from exactspaces.questions.decompositions import RankFactors
from exactspaces.rendering.formulas import Formula, Sym
from exactspaces.rendering.terms import matrix_grid
from exactspaces.worked.notation import equation
from exactspaces.worked.proofs import proved
from exactspaces.worked.work import Work


def pseudo_inverse(work: Work, question: Construction, answer: Construct) -> bool:
    """Invert A* A, A A*, or both products of a factorisation A = C R."""
    a = question.literals(answer)[0]
    rank_factors = proved(RankFactors(a)).answer
    c, r = rank_factors.given("C"), rank_factors.given("R")
    if answer.missing or not c.matrix.width:
        return False
    if c.matrix.width == a.matrix.width:
        work.say("The columns of A are independent, so A* A is invertible.")
        inverse = _inverted(work, Product(adjoint(a), a))
        _result(work, answer, Product(inverse, adjoint(a)), "(A* A)^-1 A*")
        return False
    if r.matrix.height == a.matrix.height:
        work.say("The rows of A are independent, so A A* is invertible.")
        inverse = _inverted(work, Product(a, adjoint(a)))
        _result(work, answer, Product(adjoint(a), inverse), "A* (A A*)^-1")
        return False
    work.say("With the pivot columns of A in C, and the rows of the reduced echelon form in R,")
    work.show(equation(_named(work, c, "C"), matrix_grid(c.matrix)))
    work.show(equation(_named(work, r, "R"), matrix_grid(r.matrix)))
    whole = Equal(a, Product(c, r))
    work.show(work.claim(whole))
    work.fact(whole)
    work.say("C has independent columns and R has independent rows, so C* C and R R* can be "
             "inverted.")  # fmt: skip
    left, right = _inverted(work, Product(adjoint(c), c)), _inverted(work, Product(r, adjoint(r)))
    product = Product(Product(adjoint(r), right), Product(left, adjoint(c)))
    _result(work, answer, product, "R* (R R*)^-1 (C* C)^-1 C*")
    return False


def _named(work: Work, term: Given, name: str) -> Formula:
    work.names.setdefault(term, name)
    return Sym(work.names[term])


def _inverted(work: Work, gram: Term) -> Given:
    """Write the value of a product and its inverse; give the inverse."""
    value: Given = proved(ValueOf(gram)).answer
    found = proved(ValueOf(Inverse(value)))
    work.show(equation(work.term(gram), matrix_grid(value.matrix)))
    work.fact(Equal(gram, value))
    work.say("Its inverse is")
    work.show(matrix_grid(found.answer.matrix))
    work.rests_on(found.theorem)
    inverse: Given = found.answer
    return inverse


def _result(work: Work, answer: Construct, product: Term, words: str) -> None:
    """Say which product the answer is."""
    claim = Equal(product, answer.given("X"))
    work.say(f"The pseudo-inverse is {words}:")
    work.show(equation(work.term(product), matrix_grid(answer["X"])))
    work.fact(claim)
