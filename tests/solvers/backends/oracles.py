"""Independent answers: SymPy for fields that contain Q, counting for small finite fields."""

from __future__ import annotations

from itertools import product

import sympy

from exactspaces.fields import entries, generator, number
from exactspaces.kernel import Rationals


def field_of(ring):
    """Give SymPy's field for a ring over Q."""
    if isinstance(ring, Rationals):
        return sympy.QQ
    names = {"i": sympy.I}
    return sympy.QQ.algebraic_field(*(sympy.sympify(name, locals=names) for name in ring.names))


def to_sympy(matrix):
    """Give the matrix as SymPy's DomainMatrix over its field."""
    field = field_of(matrix.ring)
    rows = [[field.from_sympy(_expression(x)) for x in row] for row in entries(matrix)]
    return sympy.polys.matrices.DomainMatrix(rows, (matrix.height, matrix.width), field)


def _expression(x):
    return sympy.sympify(str(x), locals={"i": sympy.I}, rational=True)


def equal(matrix, found):
    return to_sympy(matrix).to_dense() == found.to_dense()


def modular_echelon(matrix):
    """Give form and pivots over F_p: the schoolbook method, column by column."""
    p, rows = matrix.ring.p, [list(row) for row in matrix.rows]
    pivots, rank = [], 0
    for j in range(matrix.width):
        for i in range(rank, len(rows)):
            if rows[i][j]:
                rows[rank], rows[i] = rows[i], rows[rank]
                break
        else:
            continue
        unit = pow(rows[rank][j], p - 2, p)
        rows[rank] = [x * unit % p for x in rows[rank]]
        for i in range(len(rows)):
            if i != rank:
                f = rows[i][j]
                rows[i] = [(x - f * y) % p for x, y in zip(rows[i], rows[rank], strict=True)]
        pivots.append(j)
        rank += 1
    return tuple(map(tuple, rows)), tuple(pivots)


def determinant(matrix):
    """Give the determinant by expansion along the first row."""
    rows = entries(matrix)
    return _expand(rows, number(matrix.ring, 0), number(matrix.ring, 1))


def _expand(rows, zero, one):
    if not rows:
        return one
    total = zero
    for j, x in enumerate(rows[0]):
        if x:
            part = [row[:j] + row[j + 1 :] for row in rows[1:]]
            term = x * _expand(part, zero, one)
            total = total - term if j % 2 else total + term
    return total


def members(ring):
    """List a small finite field: polynomials in its generator."""
    w, p = generator(ring, ring.names[0]), ring.characteristic
    degree = max(exponents[0] for exponents, _ in ring.moduli[0])
    out = []
    for digits in product(range(p), repeat=degree):
        total = number(ring, 0)
        for a in digits:
            total = total * w + a
        out.append(total)
    return out


def row_space(matrix):
    """List all combinations of the rows over a small finite field."""
    scalars, zero = members(matrix.ring), number(matrix.ring, 0)
    found = {(zero,) * matrix.width}
    for row in entries(matrix):
        if tuple(row) not in found:
            multiples = [tuple(a * x for x in row) for a in scalars]
            found = {
                tuple(x + y for x, y in zip(v, m, strict=True)) for v in found for m in multiples
            }
    return found
