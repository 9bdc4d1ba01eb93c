"""What can be said. The docstring of a claim is its mathematical meaning.

Matrices and spaces are terms (`exactspaces.kernel.terms`). Bases and lists of vectors are the rows
of a matrix; single vectors are columns. Over a ring with parameters a claim speaks of every point
at which the conditions of the ring hold.
"""

from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.records import Record
from exactspaces.kernel.scalars import Parameters
from exactspaces.kernel.terms import OfMatrix, OfTwo, Term


class Claim(Record):
    """A statement that is true or false."""


class Equal(OfTwo, Claim):
    """Both sides have a value, and the values are equal."""


class Unequal(OfTwo, Claim):
    """Both sides have a value, and the values are different."""


class OfVector(Record):
    """What is about a vector and a space."""

    vector: Term
    space: Term


class Member(OfVector, Claim):
    """The vector lies in the space."""


class NotMember(OfVector, Claim):
    """The vector does not lie in the space."""


class OfSpaces(Record):
    """What is about two spaces."""

    inner: Term
    outer: Term


class Included(OfSpaces, Claim):
    """Each vector of `inner` lies in `outer`."""


class NotIncluded(OfSpaces, Claim):
    """Some vector of `inner` does not lie in `outer`."""


class Independent(Claim):
    """The rows of the matrix are linearly independent."""

    vectors: Term


class Dependent(Claim):
    """The rows of the matrix are linearly dependent."""

    vectors: Term


class Invertible(OfMatrix, Claim):
    """The matrix is square and has an inverse."""


class NotInvertible(OfMatrix, Claim):
    """The matrix has no inverse: it is not square, or singular."""


class Solutions(Claim):
    """The x with matrix * x = right are exactly particular + combinations of the directions.

    `right` is a matrix with one column, `particular` is a column; the rows of `directions` are
    independent.
    """

    matrix: Term
    right: Term
    particular: Matrix
    directions: Matrix


class LowerTriangular(OfMatrix, Claim):
    """Every entry above the diagonal of the matrix is zero."""


class Enclosing(OfMatrix):
    """What says that numbers in order, largest first, lie within `radius` of those in a column.

    Matrix and numbers are rational, and `radius` is a number, too.
    """

    numbers: Term
    radius: Term


class SingularValues(Enclosing, Claim):
    """The i-th largest singular value of an m x n matrix lies within the radius of numbers[i].

    This is said of all of them, i = 1, ..., min(m, n), repeated ones repeated.
    """


class Eigenvalues(Enclosing, Claim):
    """The matrix is symmetric; its i-th largest eigenvalue lies within the radius of numbers[i].

    This is said of all of them, i = 1, ..., n, repeated ones repeated.
    """


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
