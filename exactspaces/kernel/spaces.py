"""Spaces given by a basis with an identity block, and what makes a rank large enough."""

from exactspaces.kernel import certificates as c
from exactspaces.kernel import matrices as m
from exactspaces.kernel.errors import require
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.packing import products_agree
from exactspaces.kernel.records import Record
from exactspaces.kernel.scalars import Rationals


class Space(Record):
    """The span of the rows of `basis`, which has an identity matrix in the stated columns."""

    basis: Matrix
    columns: tuple[int, ...]


def combination(rows: Matrix, space: Space) -> bool:
    """Say whether each row is a combination of the basis of the space.

    The identity block leaves no choice: the coefficients are the entries in its columns. There
    they give what they should, so the other columns are compared.
    """
    require(rows.width == space.basis.width, "the vectors have different lengths")
    named = set(space.columns)
    others = [j for j in range(rows.width) if j not in named]
    coefficients = rows.columns(space.columns)
    return m.is_product(coefficients, space.basis.columns(others), rows.columns(others))


def residual(rows: Matrix, space: Space) -> Matrix:
    """Give what is left of each row after taking off its only possible combination."""
    require(rows.width == space.basis.width, "the vectors have different lengths")
    return m.minus(rows, m.times(rows.columns(space.columns), space.basis))


def has_unit(matrix: Matrix) -> bool:
    """Say whether some entry is a unit of the ring."""
    return any(matrix.ring.is_unit(x) for row in matrix.rows for x in row)


def outside(rows: Matrix, space: Space) -> bool:
    """Say whether some row is surely not in the space, at every point."""
    return has_unit(residual(rows, space))


def check_relation(rows: Matrix, coefficients: Matrix) -> None:
    """Refuse unless the coefficients are those of a non-trivial relation of the rows."""
    require(coefficients.height == 1, "coefficients are one row")
    require(has_unit(coefficients), "all coefficients are zero")
    require(m.is_zero(m.times(coefficients, rows)), "the combination is not zero")


def check_minor(matrix: Matrix, minor: c.Minor, size: int) -> None:
    """Refuse unless the evidence shows that the rank of the matrix is at least `size`.

    A square part B with B V = I is invertible. For integers B V = I modulo any number above 1 is
    enough: then det B is a unit modulo it, and so is not zero. Factors and denominators that are
    not zero do not matter for the rank.
    """
    require(len(minor.rows) == len(minor.columns) == size, f"a minor of size {size} is due")
    inverse = minor.inverse
    require(inverse.height == inverse.width == size, "the inverse of the minor has the wrong size")
    part = matrix.select(minor.rows).columns(minor.columns)
    if not minor.modulus:
        one = m.identity(matrix.ring, size)
        require(m.is_product(part, inverse, one), "the minor times its inverse is not I")
        return
    k = minor.modulus
    plain = isinstance(matrix.ring, Rationals) and isinstance(inverse.ring, Rationals)
    require(plain, "a modulus is for rational matrices")
    require(k > 1 and inverse.denominator == 1, "a modulus is above 1, inverses are integers")
    first, second = ([[x % k for x in row] for row in b.rows] for b in (part, inverse))
    agree = products_agree(first, second, m.diagonal(0, 1, size), k)
    require(agree, f"the minor times its inverse is not I modulo {k}")


def stated(certificate: c.Basis) -> Space:
    """Give the stated space; refuse unless its basis has an identity matrix in the columns."""
    basis, columns = certificate.rows, certificate.columns
    require(len(columns) == basis.height, "one column for each basis vector is due")
    require(len(set(columns)) == len(columns), "a column is named twice")
    block = basis.columns(columns)  # refuses columns that are not there, so the block is no wider
    unit = m.diagonal(basis.ring.integer(0), basis.scale, basis.height)
    same = block.rows == unit or m.equal(block, basis.with_rows(unit, basis.height))
    require(same, "the identity block is missing")
    return Space(basis, columns)


def spanned(rows: Matrix, certificate: c.Basis) -> Space:
    """Establish a basis R of the span of the rows S.

    R[:, J] = I makes R independent; S = S[:, J] R puts S in its span; S has rank at least that
    many rows. So the two spans have the same dimension, and are equal.
    """
    space = stated(certificate)
    require(combination(rows, space), "a row is not a combination of the stated basis")
    check_minor(rows, certificate.minor, space.basis.height)
    return space


def echelon(matrix: Matrix, certificate: c.Basis) -> Space:
    """Establish a basis of the row space that has echelon shape."""
    space = spanned(matrix, certificate)
    require(list(space.columns) == sorted(space.columns), "the pivot columns are not in order")
    for row, pivot in zip(space.basis.rows, space.columns, strict=True):
        zero = not any(row[:pivot]) or all(map(matrix.ring.is_zero, row[:pivot]))
        require(zero, "an entry left of a pivot is not zero")
    return space
