"""The value of a term, with the certificate that the kernel wants to see for it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from exactspaces.errors import NoAnswer
from exactspaces.kernel import (
    VALUES,
    Basis,
    Certificate,
    Columns,
    Computed,
    Count,
    Determinant,
    Given,
    Inverse,
    Inverted,
    Matrix,
    Meet,
    Minor,
    Null,
    Number,
    Pivots,
    Rank,
    ReducedEchelon,
    SpaceSum,
    Span,
    Term,
)
from exactspaces.kernel.matrices import identity, reduced, stack, times
from exactspaces.kernel.spaces import Space
from exactspaces.solvers.backends.base import Echelon
from exactspaces.solvers.backends.choose import backend_for


@dataclass(frozen=True)
class Evaluated:
    """A value (matrix, count, columns or Space) and the certificate for it."""

    value: Any
    certificate: Certificate


Parts = tuple[Evaluated, ...]
LITERAL = Computed()


def evaluate(term: Term) -> Evaluated:
    """Find the value of the term and the evidence for it.

    Raises NoAnswer when a part has no value, such as the inverse of a singular matrix.
    """
    if isinstance(term, Given | Number | Count | Columns):
        return Evaluated(VALUES[type(term), Computed](term, LITERAL, ()), LITERAL)
    parts = tuple(evaluate(part) for part in term.parts)
    method = _METHODS.get(type(term))
    if method is not None:
        return method(term, parts)
    certificate = Computed(tuple(part.certificate for part in parts))
    values = tuple(part.value for part in parts)
    return Evaluated(VALUES[type(term), Computed](term, certificate, values), certificate)


def echelon_of(matrix: Matrix) -> Echelon:
    """Give the reduced echelon form by the backend for the ring."""
    return backend_for(matrix.ring).echelon(matrix)


def null_basis(echelon: Echelon) -> Space:
    """Give one vector for each free column: 1 there, and minus the entries of that column."""
    r = echelon.rows
    free = tuple(j for j in range(r.width) if j not in set(echelon.pivots))
    zero = r.ring.integer(0)
    vectors = []
    for j in free:
        vector = [zero] * r.width
        vector[j] = r.scale
        for row, pivot in zip(r.rows, echelon.pivots, strict=True):
            vector[pivot] = r.ring.multiply(r.ring.integer(-1), row[j])
        vectors.append(tuple(vector))
    return Space(reduced(r.with_rows(vectors)), free)


def basis_certificate(space: Space, minor: Minor, parts: tuple[Certificate, ...]) -> Basis:
    """Put together the evidence for a space."""
    return Basis(space.columns, space.basis, minor, parts)


def block_minor(space: Space) -> Minor:
    """Give the identity block of a basis as a minor."""
    rows = tuple(range(space.basis.height))
    return Minor(rows, space.columns, 0, identity(space.basis.ring, len(rows)))


def _certificates(parts: Parts) -> tuple[Certificate, ...]:
    return tuple(part.certificate for part in parts)


def _echelon_certificate(parts: Parts) -> tuple[Echelon, Basis]:
    echelon = echelon_of(parts[0].value)
    space = Space(echelon.rows, echelon.pivots)
    return echelon, basis_certificate(space, echelon.minor, _certificates(parts))


def _reduced_echelon(_: Term, parts: Parts) -> Evaluated:
    echelon, certificate = _echelon_certificate(parts)
    return Evaluated(padded(echelon, parts[0].value.height), certificate)


def padded(echelon: Echelon, height: int) -> Matrix:
    """Give the reduced echelon form with its zero rows."""
    zero = (echelon.rows.ring.integer(0),) * echelon.rows.width
    return echelon.rows.with_rows(echelon.rows.rows + (zero,) * (height - echelon.rank))


def _pivots(_: Term, parts: Parts) -> Evaluated:
    echelon, certificate = _echelon_certificate(parts)
    return Evaluated(tuple(j + 1 for j in echelon.pivots), certificate)


def _rank(_: Term, parts: Parts) -> Evaluated:
    echelon, certificate = _echelon_certificate(parts)
    return Evaluated(echelon.rank, certificate)


def _span(_: Term, parts: Parts) -> Evaluated:
    echelon, certificate = _echelon_certificate(parts)
    return Evaluated(Space(echelon.rows, echelon.pivots), certificate)


def _null(_: Term, parts: Parts) -> Evaluated:
    echelon = echelon_of(parts[0].value)
    space = null_basis(echelon)
    return Evaluated(space, basis_certificate(space, echelon.minor, _certificates(parts)))


def _space_sum(_: Term, parts: Parts) -> Evaluated:
    echelon = echelon_of(stack(parts[0].value.basis, parts[1].value.basis))
    space = Space(echelon.rows, echelon.pivots)
    return Evaluated(space, basis_certificate(space, echelon.minor, _certificates(parts)))


def _meet(_: Term, parts: Parts) -> Evaluated:
    """Relations x U + y W = 0 among the stacked bases give the common vectors x U."""
    left, right = parts[0].value.basis, parts[1].value.basis
    turned = echelon_of(stack(left, right).transpose)
    relations = null_basis(turned).basis
    common = times(relations.columns(range(left.height)), replace(left, denominator=1, powers=()))
    echelon = echelon_of(common)
    space = Space(echelon.rows, echelon.pivots)
    minor = transposed(turned.minor)
    return Evaluated(space, basis_certificate(space, minor, _certificates(parts)))


def transposed(minor: Minor) -> Minor:
    """Give the minor of the transposed matrix."""
    return Minor(minor.columns, minor.rows, minor.modulus, minor.inverse.transpose)


def _determinant(_: Term, parts: Parts) -> Evaluated:
    matrix = parts[0].value
    value, certificate = backend_for(matrix.ring).determinant(matrix)
    return Evaluated(value, with_parts(certificate, _certificates(parts)))


def with_parts(certificate: Any, parts: tuple[Certificate, ...]) -> Certificate:
    """Give the same evidence with the certificates of the parts filled in."""
    filled: Certificate = replace(certificate, parts=parts)
    return filled


def _inverse(_: Term, parts: Parts) -> Evaluated:
    matrix = parts[0].value
    if echelon_of(matrix).rank < matrix.height:
        raise NoAnswer("a matrix that is to be inverted is singular")
    inverse = backend_for(matrix.ring).inverse(matrix)
    return Evaluated(inverse, Inverted(inverse, _certificates(parts)))


_METHODS: dict[type[Term], Callable[[Term, Parts], Evaluated]] = {
    ReducedEchelon: _reduced_echelon,
    Pivots: _pivots,
    Rank: _rank,
    Span: _span,
    Null: _null,
    SpaceSum: _space_sum,
    Meet: _meet,
    Determinant: _determinant,
    Inverse: _inverse,
}
