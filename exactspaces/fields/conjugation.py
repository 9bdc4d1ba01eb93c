"""Complex conjugation, and numbers carried over into a larger field."""

from dataclasses import replace

from exactspaces.fields.matrices import entries, matrix_from
from exactspaces.fields.numbers import lift
from exactspaces.kernel import Extension, Matrix, Parameters, Ring
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Polynomial


def imaginary_generators(ring: Ring) -> tuple[int, ...]:
    """Give the places of the generators whose square is a negative rational number, such as i."""
    field = ring.field if isinstance(ring, Parameters) else ring
    if not isinstance(field, Extension) or field.characteristic:
        return ()
    return tuple(k for k, m in enumerate(field.moduli) if _is_imaginary(m, k))


def _is_imaginary(modulus: Polynomial, place: int) -> bool:
    tail = [(e, c) for e, c in modulus if not e[place]]
    return len(modulus) == 2 and len(tail) == 1 and not any(tail[0][0]) and tail[0][1] > 0


def conjugate(matrix: Matrix) -> Matrix:
    """Conjugate each entry: i, and every root of a negative rational number, changes its sign.

    Over other fields nothing changes.
    """
    places = imaginary_generators(matrix.ring)
    if not places:
        return matrix
    rows = tuple(tuple(_flipped(x, places) for x in row) for row in matrix.rows)
    return replace(matrix, rows=rows)


def _flipped(f: Polynomial, places: tuple[int, ...]) -> Polynomial:
    signs = ((e, -c if sum(e[k] for k in places) % 2 else c) for e, c in f)
    return poly.canonical(dict(signs), 0)


def lifted(ring: Ring, matrix: Matrix) -> Matrix:
    """Give the same matrix over a larger field."""
    if matrix.ring == ring:
        return matrix
    rows = [[lift(ring, x) for x in row] for row in entries(matrix)]
    return matrix_from(ring, rows, matrix.width)
