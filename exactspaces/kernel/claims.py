"""What can be said. The docstring of a claim is its mathematical meaning.

Matrices and spaces are terms (`exactspaces.kernel.terms`). Bases and lists of vectors are the rows
of a matrix; single vectors are columns. Over a ring with parameters a claim speaks of every point
at which the conditions of the ring hold.
"""

from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.records import Record
from exactspaces.kernel.scalars import Parameters
from exactspaces.kernel.terms import Term


class Claim(Record):
    """A statement that is true or false."""


class Equal(Claim):
    """Both sides have a value, and the values are equal."""

    left: Term
    right: Term


class Unequal(Claim):
    """Both sides have a value, and the values are different."""

    left: Term
    right: Term


class Member(Claim):
    """The vector lies in the space."""

    vector: Term
    space: Term


class NotMember(Claim):
    """The vector does not lie in the space."""

    vector: Term
    space: Term


class Included(Claim):
    """Each vector of `inner` lies in `outer`."""

    inner: Term
    outer: Term


class NotIncluded(Claim):
    """Some vector of `inner` does not lie in `outer`."""

    inner: Term
    outer: Term


class Independent(Claim):
    """The rows of the matrix are linearly independent."""

    vectors: Term


class Dependent(Claim):
    """The rows of the matrix are linearly dependent."""

    vectors: Term


class BasisOf(Claim):
    """The rows of the matrix are independent and span the space."""

    vectors: Term
    space: Term


class NotBasisOf(Claim):
    """The rows of the matrix are dependent, or do not span the space."""

    vectors: Term
    space: Term


class Invertible(Claim):
    """The matrix is square and has an inverse."""

    matrix: Term


class NotInvertible(Claim):
    """The matrix has no inverse: it is not square, or singular."""

    matrix: Term


class Solutions(Claim):
    """The x with matrix * x = right are exactly particular + combinations of the directions.

    `right` is a matrix with one column, `particular` is a column; the rows of `directions` are
    independent.
    """

    matrix: Term
    right: Term
    particular: Matrix
    directions: Matrix


class Consistent(Claim):
    """Some x satisfies matrix * x = right."""

    matrix: Term
    right: Term


class NoSolution(Claim):
    """No x satisfies matrix * x = right."""

    matrix: Term
    right: Term


class Coordinates(Claim):
    """The rows of `basis` are independent, and `vector` is their combination with `coordinates`.

    `vector` and `coordinates` are columns.
    """

    vector: Term
    basis: Term
    coordinates: Matrix


class ChangeOfBasis(Claim):
    """`matrix` takes coordinates in the basis `old` to coordinates in the basis `new`.

    The rows of each are independent, and they span the same space.
    """

    old: Term
    new: Term
    matrix: Matrix


class DirectSum(Claim):
    """The whole space is the direct sum of the parts.

    Each vector of `whole` is in one way a sum of one vector of each part, and the parts lie in it.
    """

    summands: tuple[Term, ...]
    whole: Term


class NotDirectSum(Claim):
    """The whole space is not the direct sum of the parts."""

    summands: tuple[Term, ...]
    whole: Term


class Projection(Claim):
    """F^n is the direct sum of `onto` and `along`; the matrix fixes the one and kills the other.

    So it is the projection onto the one along the other.
    """

    matrix: Matrix
    onto: Term
    along: Term


class Factors(Claim):
    """The rows of `matrix` in the stated order (from 1) are `lower` * `upper`.

    `lower` is square with ones on the diagonal and zeros above it; `upper` has zeros below the
    diagonal.
    """

    matrix: Term
    order: tuple[int, ...]
    lower: Matrix
    upper: Matrix


class Operation(Record):
    """An elementary row operation on rows counted from 1."""


class Swap(Operation):
    """Exchange two rows."""

    first: int
    second: int


class Multiply(Operation):
    """Multiply a row by a unit: the entry of a 1 x 1 matrix."""

    row: int
    factor: Matrix


class Combine(Operation):
    """Add a multiple of the row `source` to the row `row`."""

    row: int
    factor: Matrix
    source: int


class Reduces(Claim):
    """The row operations, one after the other, lead from the one matrix to the other.

    Each is reversible, so row space, null space and rank stay the same.
    """

    before: Matrix
    operations: tuple[Operation, ...]
    after: Matrix


class AllOf(Claim):
    """Each of the claims is true."""

    claims: tuple[Claim, ...]


class AnyOf(Claim):
    """At least one of the claims is true."""

    claims: tuple[Claim, ...]


class Case(Record):
    """A claim, and the ring that states the conditions under which it is made."""

    ring: Parameters
    claim: Claim


class Cases(Claim):
    """Each of the claims holds under its conditions, and these leave out no point.

    The points are those of the parameters of `ring` at which its own conditions hold. The rings of
    the cases have the same parameters over the same field.
    """

    ring: Parameters
    cases: tuple[Case, ...]
