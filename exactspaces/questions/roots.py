"""Roots of polynomials in larger fields."""

from exactspaces.fields import Scalar, entries, matrix_from, number
from exactspaces.fields.numbers import generator
from exactspaces.kernel import Add, Equal, Extension, Matrix, Number, Product, Term
from exactspaces.questions.constructions import Line, demand


def numeral(value: Scalar) -> Number:
    """Give the term for a number."""
    return Number(matrix_from(value.ring, [[value]], 1))


def value_at(polynomial: Matrix, x: Scalar) -> Scalar:
    """Give the value of a polynomial, its coefficients in a row, by the scheme of Horner."""
    total = number(x.ring, 0)
    for c in reversed(entries(polynomial)[0]):
        total = total * x + c
    return total


def root_of(value: Scalar, polynomial: Matrix) -> Line:
    """Say that a number in a larger field is a root, by the scheme of Horner."""
    ring = value.ring
    top, *rest = [numeral(number(ring, c)) for c in reversed(entries(polynomial)[0])]
    total: Term = top
    for c in rest:
        total = Add(Product(total, numeral(value)), c)
    zero = numeral(number(ring, 0))
    return Line(f"{value} is a root of the factor.", Equal(total, zero))


def irreducible_line(field: Extension, scale: int, polynomial: Matrix) -> Line:
    """Say that a polynomial is irreducible: a generator over `scale` is a root of it.

    The field has the degree of the polynomial, and the kernel takes only what is a field.
    """
    name, degree = field.names[-1], polynomial.width - 1
    demand_generated(field, degree)
    line = root_of(generator(field, name) / scale, polynomial)
    words = f"In the field of degree {degree} with {name} it has a root, so it is irreducible."
    return Line(words, line.claim)


def demand_generated(field: Extension, degree: int) -> None:
    """Refuse a field that has not one generator of this degree.

    Raises NoAnswer.
    """
    one = len(field.names) == 1 and max(e[0] for e, _ in field.moduli[0]) == degree
    demand(one, "a field with one generator, of the degree of the polynomial")
