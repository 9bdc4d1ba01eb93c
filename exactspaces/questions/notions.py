"""What a textbook says in one phrase and the kernel says with several claims.

A notion has a meaning (its docstring) and is a claim (its `claim`), composed so that the one is
visibly the other. `meaning(claim)` goes back, for those who print or explain a claim.
"""

from dataclasses import dataclass
from functools import reduce

from exactspaces.errors import WrongShape
from exactspaces.kernel import (
    Add,
    AllOf,
    AnyOf,
    Claim,
    Count,
    Dependent,
    Diagonal,
    Dimension,
    Equal,
    Given,
    Included,
    Independent,
    Invertible,
    KernelError,
    LowerTriangular,
    Matrix,
    Member,
    NotIncluded,
    NotInvertible,
    NotMember,
    Null,
    Power,
    Product,
    SpaceSum,
    Span,
    Term,
    Transpose,
    Unequal,
    column_space,
)
from exactspaces.kernel.matrices import identity
from exactspaces.questions.operations import Operation, elementary, operation_of
from exactspaces.questions.rings import ring_of
from exactspaces.questions.shapes import shape_of


class Notion:
    """Something that is said with other claims."""

    @property
    def claim(self) -> Claim:
        """The claim that says it."""
        raise NotImplementedError


@dataclass(frozen=True)
class Consistent(Notion):
    """Some x satisfies matrix * x = right: the right side lies in the column space.

    (The list of one claim keeps it apart from the same said about a vector and a space.)
    """

    matrix: Term
    right: Term

    @property
    def claim(self) -> AllOf:
        return AllOf((Member(self.right, column_space(self.matrix)),))


@dataclass(frozen=True)
class NoSolution(Notion):
    """No x satisfies matrix * x = right: the right side does not lie in the column space."""

    matrix: Term
    right: Term

    @property
    def claim(self) -> AnyOf:
        return AnyOf((NotMember(self.right, column_space(self.matrix)),))


@dataclass(frozen=True)
class HasCoordinates(Notion):
    """The rows of `basis` are independent, and `vector` is their combination with `coordinates`.

    `vector` and `coordinates` are columns.
    """

    vector: Term
    basis: Term
    coordinates: Matrix

    @property
    def claim(self) -> AllOf:
        combined = Product(Transpose(self.basis), Given(self.coordinates))
        return AllOf((Independent(self.basis), Equal(combined, self.vector)))


@dataclass(frozen=True)
class ChangeOfBasis(Notion):
    """`matrix` takes coordinates in the basis `old` to coordinates in the basis `new`.

    Column j of it combines the new vectors (rows of `new`) to the j-th old one. The old vectors
    are independent and the matrix is invertible, so the new ones are independent as well, and
    both span the same space.
    """

    old: Term
    new: Term
    matrix: Matrix

    @property
    def claim(self) -> AllOf:
        matrix = Given(self.matrix)
        columns = Equal(Product(Transpose(self.new), matrix), Transpose(self.old))
        return AllOf((Independent(self.old), Invertible(matrix), columns))


@dataclass(frozen=True)
class BasisOf(Notion):
    """The rows of the matrix are independent and span the space."""

    vectors: Term
    space: Term

    @property
    def claim(self) -> AllOf:
        return AllOf((Independent(self.vectors), Equal(Span(self.vectors), self.space)))


@dataclass(frozen=True)
class NotBasisOf(Notion):
    """The rows of the matrix are dependent, or do not span the space."""

    vectors: Term
    space: Term

    @property
    def claim(self) -> AnyOf:
        return AnyOf((Dependent(self.vectors), Unequal(Span(self.vectors), self.space)))


@dataclass(frozen=True)
class DirectSum(Notion):
    """The whole space is the direct sum of the parts.

    It is their sum, and the dimensions add up; so each vector is in one way a sum of one vector of
    each part.
    """

    summands: tuple[Term, ...]
    whole: Term

    @property
    def claim(self) -> AllOf:
        (total, dimensions), whole = _added(self.summands, self.whole), self.whole
        return AllOf((Equal(total, whole), Equal(dimensions, Dimension(whole))))


@dataclass(frozen=True)
class NotDirectSum(Notion):
    """The whole space is not the direct sum of the parts: not their sum, or of other dimension."""

    summands: tuple[Term, ...]
    whole: Term

    @property
    def claim(self) -> AnyOf:
        (total, dimensions), whole = _added(self.summands, self.whole), self.whole
        return AnyOf((Unequal(total, whole), Unequal(dimensions, Dimension(whole))))


def _added(summands: tuple[Term, ...], whole: Term) -> tuple[Term, Term]:
    """Give the sum of the spaces and that of their dimensions; for no spaces {0} and 0."""
    if not summands:
        return Span(Given(Matrix(ring_of(whole), (), shape_of(whole).height))), Count(0)
    dimensions: tuple[Term, ...] = tuple(map(Dimension, summands))
    return reduce(SpaceSum, summands), reduce(Add, dimensions)


@dataclass(frozen=True)
class Projection(Notion):
    """The matrix is the projection onto the one space along the other.

    P P = P, so P fixes its column space, and F^n is the direct sum of that and the null space.
    """

    matrix: Matrix
    onto: Term
    along: Term

    @property
    def claim(self) -> AllOf:
        p = Given(self.matrix)
        spaces = Equal(column_space(p), self.onto), Equal(Null(p), self.along)
        return AllOf((Equal(Power(p, 2), p), *spaces))


@dataclass(frozen=True)
class Factors(Notion):
    """The rows of `matrix` in the stated order (from 1) are `lower` * `upper`.

    `lower` is square with ones on the diagonal and zeros above it; `upper` has zeros below the
    diagonal.
    """

    matrix: Term
    order: tuple[int, ...]
    lower: Matrix
    upper: Matrix

    @property
    def claim(self) -> AllOf:
        lower, upper = Given(self.lower), Given(self.upper)
        one = identity(self.lower.ring, 1)
        ones = Given(one.with_rows(one.rows * self.lower.height))
        return AllOf(
            (
                Equal(_reordered(self.matrix, self.order), Product(lower, upper)),
                LowerTriangular(lower),
                Equal(Diagonal(lower), ones),
                LowerTriangular(Transpose(upper)),
            )
        )


def _reordered(matrix: Term, order: tuple[int, ...]) -> Term:
    """Give the term for the rows in this order: a permutation matrix times the matrix."""
    places = tuple(k - 1 for k in order)
    if places == tuple(range(len(places))):
        return matrix
    return Product(Given(identity(ring_of(matrix), len(places)).select(places)), matrix)


@dataclass(frozen=True)
class Reduces(Notion):
    """The row operations, one after the other, lead from the one matrix to the other.

    The matrix of each is invertible, so row space, null space and rank stay the same.
    """

    before: Matrix
    operations: tuple[Operation, ...]
    after: Matrix

    @property
    def claim(self) -> Claim:
        ring, n = self.before.ring, self.before.height
        steps = tuple(Given(elementary(x, ring, n)) for x in self.operations)
        before, after = Given(self.before), Given(self.after)
        if not steps:
            return Equal(before, after)
        leads = Equal(Product(_product(steps[::-1]), before), after)
        return AllOf((leads, *map(Invertible, steps)))


def _product(factors: tuple[Term, ...]) -> Term:
    """Multiply, in halves: many factors are not to be nested deeply."""
    half = len(factors) // 2
    return Product(_product(factors[:half]), _product(factors[half:])) if half else factors[0]


def meaning(claim: Claim) -> Claim | Notion:
    """Give the notion that the claim says, or the claim itself."""
    found = _supposed(claim)
    try:
        return claim if found is None or found.claim != claim else found
    except (KernelError, WrongShape):
        return claim


def _supposed(claim: Claim) -> Notion | None:
    """Give the notion that the claim says if it says any."""
    match claim:
        case AllOf((Member(right, Span(Transpose(matrix))),)):
            return Consistent(matrix, right)
        case AllOf((Equal(Product(_, Given(before)), Given(after)), Invertible(), *_)):
            return _supposed_reduction(claim.claims, before, after)
        case AllOf((Independent(vectors), Equal(Span(), space))):
            return BasisOf(vectors, space)
        case AllOf((Independent(basis), Equal(Product(_, Given(coordinates)), vector))):
            return HasCoordinates(vector, basis, coordinates)
        case AllOf((Independent(old), Invertible(Given(matrix)), Equal(Product(Transpose(new))))):
            return ChangeOfBasis(old, new, matrix)
        case AllOf((Equal(_, whole), Equal(total, Dimension()))):
            return DirectSum(_summands(total), whole)
        case AllOf((Equal(Power(), Given(matrix)), Equal(_, onto), Equal(_, along))):
            return Projection(matrix, onto, along)
        case AllOf((Equal(rows, Product(Given(lower), Given(upper))), LowerTriangular(), _, _)):
            return _supposed_factors(rows, lower, upper)
        case AnyOf():
            return _supposed_denial(claim)
    return None


def _supposed_denial(claim: AnyOf) -> Notion | None:
    match claim:
        case AnyOf((NotMember(right, Span(Transpose(matrix))),)):
            return NoSolution(matrix, right)
        case AnyOf((Dependent(vectors), Unequal(_, space))):
            return NotBasisOf(vectors, space)
        case AnyOf((Unequal(_, whole), Unequal(total, Dimension()))):
            return NotDirectSum(_summands(total), whole)
    return None


def _summands(total: Term) -> tuple[Term, ...]:
    match total:
        case Dimension(space):
            return (space,)
        case Add(left, right):
            return *_summands(left), *_summands(right)
    return ()


def _supposed_reduction(
    claims: tuple[Claim, ...], before: Matrix, after: Matrix
) -> Reduces | None:
    terms = [x.matrix for x in claims if isinstance(x, Invertible)]
    steps = [x.matrix for x in terms if isinstance(x, Given)]
    operations = tuple(x for x in map(operation_of, steps) if x)
    return Reduces(before, operations, after)


def _supposed_factors(rows: Term, lower: Matrix, upper: Matrix) -> Factors:
    match rows:
        case Product(Given(places), matrix) if all(map(any, places.rows)):
            order = tuple(list(map(bool, row)).index(True) + 1 for row in places.rows)
            if order != tuple(range(1, len(order) + 1)):
                return Factors(matrix, order, lower, upper)
    return Factors(rows, tuple(range(1, lower.height + 1)), lower, upper)


_PAIRS: tuple[tuple[type[Claim], type[Claim]], ...] = (
    (Equal, Unequal),
    (Member, NotMember),
    (Included, NotIncluded),
    (Independent, Dependent),
    (Invertible, NotInvertible),
)
_DENIALS = {a: b for pair in _PAIRS for a, b in (pair, pair[::-1])}
_POSITIVE = {a for a, _ in _PAIRS}


def is_positive(claim: Claim) -> bool:
    """Say whether it is a claim that has a contrary, and not itself the contrary of one."""
    return type(claim) in _POSITIVE or isinstance(claim, AllOf)


def denial(claim: Claim) -> Claim:
    """Give the contrary of a yes-or-no claim.

    Raises TypeError for a claim that has none.
    """
    match claim:
        case AllOf(claims):
            return AnyOf(tuple(map(denial, claims)))
        case AnyOf(claims):
            return AllOf(tuple(map(denial, claims)))
    kind = _DENIALS.get(type(claim))
    if kind is None:
        raise TypeError(f"{type(claim).__name__} has no contrary that can be stated")
    return kind(*claim.values)
