"""Inverses with parameters inside of an expression: they have a meaning where they exist.

A quotient such as 1/p is asked about where p is not zero; an inverse inside of a larger expression
is asked about where the determinant of the matrix is not zero. (An inverse that is itself asked
for is answered in every case.)
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from exactspaces.fields import Scalar, entries, number
from exactspaces.fields.matrices import content_free
from exactspaces.kernel import (
    Computed,
    Determinant,
    Inverse,
    KernelError,
    Matrix,
    Parameters,
    Term,
)
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.records import Record
from exactspaces.kernel.values import value_of
from exactspaces.questions import Question
from exactspaces.reading.context import Context, Grow

_LARGEST = 4  # the determinant is expanded by rows


def require_inverses(context: Context, question: Question) -> None:
    """Ask for a ring in which no determinant of an inverted matrix is zero.

    Only matrices up to size 4 that consist of sums and products are looked at, and only
    determinants that contain parameters; for the others the question stays as it is.
    """
    ring = context.ring
    if not isinstance(ring, Parameters):
        return
    for inverse in _inverses(question):
        inner = inverse.matrix
        matrix = _literal(inner.matrix if isinstance(inner, Determinant) else inner)
        if matrix is None or matrix.height != matrix.width or matrix.height > _LARGEST:
            continue
        top = _determinant(number(ring, 1), entries(matrix)).top
        if top and not poly.is_constant(top) and not ring.is_unit(top):
            condition = content_free(top, ring.characteristic)
            raise Grow(Parameters(ring.field, ring.names, (), (), (*ring.nonzero, condition)))


def _inverses(value: object) -> Iterator[Inverse]:
    """Give the inverses in a question, inner ones first."""
    for part in _parts(value):
        yield from _inverses(part)
    if isinstance(value, Inverse):
        yield value


def _parts(value: object) -> tuple[object, ...]:
    if isinstance(value, tuple):
        return value
    if isinstance(value, Matrix):
        return ()
    if isinstance(value, Record):
        return value.values
    if is_dataclass(value) and not isinstance(value, type):
        return tuple(getattr(value, f.name) for f in fields(value))
    return ()


def _literal(term: Term) -> Matrix | None:
    """Work out sums and products; none when the term has other parts."""
    try:
        value = value_of(term, _plain(term))
    except KernelError:
        return None
    return value if isinstance(value, Matrix) else None


def _plain(term: Term) -> Computed:
    return Computed(tuple(map(_plain, term.parts)))


def _determinant(one: Scalar, rows: list[list[Scalar]]) -> Scalar:
    """Expand along the first row."""
    if not rows:
        return one
    total = one - one
    for column, x in enumerate(rows[0]):
        if x:
            minor = [row[:column] + row[column + 1 :] for row in rows[1:]]
            part = x * _determinant(one, minor)
            total = total - part if column % 2 else total + part
    return total
