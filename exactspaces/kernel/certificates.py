"""What counts as evidence: one frozen class for each kind.

`parts` are the certificates of the terms that a claim or a term is built from, in their order.
"""

from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.records import Record


class Certificate(Record):
    """Evidence for a claim, or for the value of a term."""


class Computed(Certificate):
    """Nothing beyond the evidence for the parts: the kernel computes and compares."""

    parts: tuple[Certificate, ...] = ()


class Minor(Certificate):
    """An invertible square part of a matrix: rows and columns (from 0) and an inverse.

    With a modulus the inverse is one of integers modulo it (the matrix then has rational
    entries); without, modulus 0, it is the inverse over the ring.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    modulus: int
    inverse: Matrix


class Basis(Certificate):
    """A basis of a space: its rows have an identity matrix in the stated columns (from 0).

    `minor` shows that the space is not larger, or not smaller, than the rows say.
    """

    columns: tuple[int, ...]
    rows: Matrix
    minor: Minor
    parts: tuple[Certificate, ...]


class Inverted(Certificate):
    """The inverse matrix."""

    inverse: Matrix
    parts: tuple[Certificate, ...]


class Triangles(Certificate):
    """A lower triangular C with regular diagonal that makes the reordered matrix upper triangular.

    `order` lists the rows (from 0); C * A[order] is upper triangular; `value` is det A.
    """

    order: tuple[int, ...]
    lower: Matrix
    value: Matrix
    parts: tuple[Certificate, ...]


class Combination(Certificate):
    """Coefficients of a combination of rows: a matrix with one row."""

    coefficients: Matrix
    parts: tuple[Certificate, ...]


class Functional(Certificate):
    """A row vector that vanishes on a space and is 1 on a vector."""

    row: Matrix
    parts: tuple[Certificate, ...]


class Regular(Certificate):
    """An invertible minor that shows independence."""

    minor: Minor
    parts: tuple[Certificate, ...]


class Factored(Certificate):
    """U and V, both with nearly orthonormal columns: the matrix is nearly U diag(numbers) V^T."""

    left: Matrix
    right: Matrix
    parts: tuple[Certificate, ...]


class Each(Certificate):
    """A proof for each of the claims, in their order."""

    proofs: tuple[Certificate, ...]


class Choice(Certificate):
    """A proof for the claim at this position (from 0)."""

    position: int
    proof: Certificate


class Coverage(Record):
    """A tree that shows that a list of cases leaves nothing out."""


class Reached(Coverage):
    """The conditions of the case of this number (from 0) hold here."""

    case: int


class Split(Coverage):
    """Where the polynomial does not vanish, and where one of its factors does.

    `polynomial` is a 1 x 1 matrix; up to a number it is the product of the entries of the one-row
    matrix `factors` to the stated exponents. `vanishing` has one tree for each factor.
    """

    polynomial: Matrix
    factors: Matrix
    exponents: tuple[int, ...]
    nonzero: Coverage
    vanishing: tuple[Coverage, ...]


class Empty(Coverage):
    """No point is left: a combination of what vanishes here is a unit, which vanishes nowhere.

    `coefficients` has one row, an entry for each vanishing polynomial from the root down.
    """

    coefficients: Matrix


class Covered(Certificate):
    """A proof for each case, and the tree that shows that they are all."""

    tree: Coverage
    proofs: tuple[Certificate, ...]
