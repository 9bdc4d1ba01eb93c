"""Entries with parameters, in the light of the conditions that are assumed."""

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries, matrix_from
from exactspaces.fields.numbers import normal
from exactspaces.kernel import Equal, Given, Matrix, Parameters, Unequal
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Polynomial
from exactspaces.questions import Decision
from exactspaces.worked.proofs import proved


def tidied(matrix: Matrix) -> Matrix:
    """Cancel, and insert what the conditions say about the parameters; the value stays the same.

    Raises NoAnswer when that is not proved.
    """
    ring = matrix.ring
    if not isinstance(ring, Parameters):
        return matrix
    rows = [[_inserted(ring, x) for x in row] for row in entries(matrix)]
    try:
        short = matrix_from(ring, rows, matrix.width)
    except NoAnswer:  # a denominator that is not zero for another reason: leave all as it is
        return matrix
    if short == matrix:
        return matrix
    same = Given(matrix), Given(short)
    if not proved(Decision(Equal(*same), Unequal(*same))).answer:
        raise NoAnswer("inserting the conditions changed a matrix")
    return short


def _inserted(ring: Parameters, x: Scalar) -> Scalar:
    one = ring.integer(1)
    if ring.is_zero(x.top):
        return Scalar(ring, ring.integer(0), one)
    for f, main in zip(reversed(ring.zero), reversed(ring.solved), strict=True):
        lead = poly.leading(f, main)
        if poly.is_constant(lead):
            x = _remainder(ring, x.top, f, main) / _remainder(ring, x.bottom, f, main)
    return x


def _remainder(ring: Parameters, value: Polynomial, f: Polynomial, main: int) -> Scalar:
    """Give what is left of a polynomial after division by f, as a polynomial in `main`."""
    one, top = ring.integer(1), poly.degree(f, main)
    left = Scalar(ring, value, one)
    while (degree := poly.degree(left.top, main)) >= top:
        head = poly.shift(poly.leading(left.top, main), main, degree - top)
        quotient = normal(ring, head, ring.multiply(left.bottom, poly.leading(f, main)))
        left = left - quotient * Scalar(ring, f, one)
    return left
