"""Complex conjugation, and numbers carried over into a larger field."""

from dataclasses import replace
from functools import lru_cache

from exactspaces.errors import NotAField
from exactspaces.fields.matrices import entries, matrix_from
from exactspaces.fields.numbers import Scalar, lift
from exactspaces.fields.signs import sign
from exactspaces.kernel import Extension, Matrix, Parameters, Ring
from exactspaces.kernel import polynomials as poly
from exactspaces.kernel.polynomials import Polynomial


def imaginary_generators(ring: Ring) -> tuple[int, ...]:
    """Give the places of the generators whose square is a negative real number, such as i.

    Raises NotAField where a generator is a square root of a number that is not real: its
    conjugate may lie outside of the field.
    """
    field = ring.field if isinstance(ring, Parameters) else ring
    if not isinstance(field, Extension) or field.characteristic:
        return ()
    return _imaginary(field)


@lru_cache(maxsize=256)
def _imaginary(field: Extension) -> tuple[int, ...]:
    found: list[int] = []
    for place, modulus in enumerate(field.moduli):
        square = tuple((e, -c) for e, c in modulus if not e[place])
        if poly.degree(modulus, place) != 2 or len(square) != len(modulus) - 1:
            continue
        if any(sum(e[k] for k in found) % 2 for e, _ in square):
            name = field.names[place]
            raise NotAField(f"the complex conjugate of {name} is not worked out")
        if _is_negative(Scalar(field, square, field.integer(1))):
            found.append(place)
    return tuple(found)


def _is_negative(x: Scalar) -> bool:
    return x.fraction < 0 if x.fraction is not None else sign(x) < 0


def conjugate(matrix: Matrix) -> Matrix:
    """Conjugate each entry: i, and every root of a negative number, changes its sign.

    Over other fields nothing changes.

    Raises NotAField where a generator is a square root of a number that is not real.
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
