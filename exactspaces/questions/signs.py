"""Signs of real numbers: what is a sum of squares, and not 0, is positive."""

from exactspaces.fields import number
from exactspaces.fields.roots import is_tower
from exactspaces.kernel import Equal, Given, Product, Term, Unequal
from exactspaces.questions.constructions import Line, adjoint, demand
from exactspaces.questions.roots import numeral


def signed_lines(words: str, value: Term, squares: Given, sign: int) -> tuple[Line, Line]:
    """Say that a real number, times the sign, is a sum of squares |s_k|^2, and not 0."""
    ring = squares.matrix.ring
    demand(is_tower(ring), "numbers in a field of square roots")
    word = "positive" if sign > 0 else "negative"
    signed = value if sign > 0 else Product(numeral(number(ring, -1)), value)
    row = Given(squares.matrix.transpose)
    opposite = "" if sign > 0 else "minus it "
    return (
        Line(f"{words} is {word}: {opposite or 'it '}is a sum of squares.",
             Equal(signed, Product(row, adjoint(row)))),
        Line("It is not 0.", Unequal(value, numeral(number(ring, 0)))),
    )  # fmt: skip
