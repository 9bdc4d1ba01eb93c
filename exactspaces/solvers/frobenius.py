"""The rational canonical form with its basis, over every field.

One cyclic vector after the other is taken off: u with the relation of highest degree
f(A) u = sum of g_i(A) v_i; then f divides each g_i, and v = u - sum of (g_i / f)(A) v_i satisfies
f(A) v = 0 (N. Jacobson, Basic Algebra I, section 3.10). A vector that is not of highest degree
shows by a division with remainder; then others are tried.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from math import gcd
from random import Random

from exactspaces.errors import NoAnswer
from exactspaces.fields import Scalar, entries, number
from exactspaces.kernel import Matrix, PrimeField, Rationals, Ring
from exactspaces.kernel.matrices import identity, minus, reduced
from exactspaces.questions.companions import Companions
from exactspaces.solvers.backends.choose import backend_for, spectral
from exactspaces.solvers.systems import solution
from exactspaces.solvers.tables import augmented, column, product, row, zero

Coefficients = list[Scalar]
_ROUNDS = 40
_WORD = 2**63
_FEW = 12  # up to this size every unit vector is tried


@dataclass(frozen=True)
class Cyclic:
    """A vector, the columns v, A v, ... and the monic f of their number as degree, f(A) v = 0."""

    powers: Matrix
    relation: Coefficients


def companions(matrix: Matrix, known: Coefficients | None = None) -> Companions:
    """Give the rational form, with its largest block last; `known` is det(x I - A).

    Raises NoAnswer when no suitable vectors were met.
    """
    polynomial = known or spectral().characteristic(matrix)
    found = decomposed(matrix, polynomial)
    base = found[0].powers
    for each in found[1:]:
        base = augmented(base, each.powers)
    blocks = [each.relation for each in found]
    quotients = [divided(g, f)[0] for f, g in pairwise(blocks)]
    rows = tuple(row(matrix.ring, f) for f in blocks)
    shares = tuple(row(matrix.ring, q) for q in quotients)
    return Companions((), blocks=rows, base=base, quotients=shares)


def decomposed(matrix: Matrix, polynomial: Coefficients) -> list[Cyclic]:
    """Give cyclic vectors whose relations divide each other, the smallest first."""
    quick = _one_vector(matrix, polynomial)
    if quick is not None:
        return [quick]
    choose = Random(matrix.height)  # noqa: S311 - any vectors will do
    for attempt in range(_ROUNDS):
        found = _attempt(matrix, choose, attempt)
        if found is not None:
            return found[::-1]
    raise NoAnswer("no vectors were found that show the rational form")


def _one_vector(matrix: Matrix, polynomial: Coefficients) -> Cyclic | None:
    """Try vectors that may generate everything; the relation is then the characteristic one."""
    n = matrix.height
    one = identity(matrix.ring, n)
    ones = column(matrix.ring, [number(matrix.ring, k % 3 - 1 or 1) for k in range(n)])
    for vector in (one.columns((0,)), one.columns((n - 1,)), ones):
        powers = krylov_columns(matrix, vector, n)
        if len(backend_for(matrix.ring).minor(powers, None).rows) == n:
            return Cyclic(powers, polynomial)
    return None


def krylov_columns(matrix: Matrix, vector: Matrix, count: int) -> Matrix:
    """Give v, A v, ..., A^(count-1) v as columns."""
    ring = matrix.ring
    if isinstance(ring, Rationals) or (isinstance(ring, PrimeField) and ring.p < _WORD):
        return spectral().krylov_columns(matrix, vector, count)  # type: ignore[no-any-return]
    found, last = vector, vector
    for _ in range(count - 1):
        last = product(matrix, last)
        found = augmented(found, last)
    return found if count else zero(matrix.ring, matrix.height, 0)


def _attempt(matrix: Matrix, choose: Random, attempt: int) -> list[Cyclic] | None:
    """Take off cyclic vectors until they span everything; None when a choice was unlucky."""
    found: list[Cyclic] = []
    done = zero(matrix.ring, matrix.height, 0)
    while done.width < matrix.height:
        each = _next(matrix, found, done, _candidates(matrix, choose, attempt))
        if each is None:
            return None
        if found and any(divided(found[-1].relation, each.relation)[1]):
            return None
        found.append(each)
        done = augmented(done, each.powers)
    return found


def _candidates(matrix: Matrix, choose: Random, attempt: int) -> list[Matrix]:
    """Give unit vectors at first where there are few, and random ones later."""
    ring, n = matrix.ring, matrix.height
    if attempt == 0 and n <= _FEW:
        one = identity(ring, n)
        return [one.columns((k,)) for k in range(n)]
    many = 8 if 0 < ring.characteristic < 50 else 3
    return list(islice(_random(ring, n, choose, 1 + attempt), many))


def _random(ring: Ring, n: int, choose: Random, bound: int) -> Iterator[Matrix]:
    high = max(bound, ring.characteristic - 1) if ring.characteristic < 50 else bound
    while True:
        yield column(ring, [number(ring, choose.randint(-high, high)) for _ in range(n)])


def _next(
    matrix: Matrix, found: list[Cyclic], done: Matrix, candidates: list[Matrix]
) -> Cyclic | None:
    """Take the candidate of highest degree modulo what is done, and correct it."""
    most = len(found[-1].relation) - 1 if found else matrix.height
    degrees = [(_degree(matrix, done, u, most), -k) for k, u in enumerate(candidates)]
    degree, place = max(degrees)
    if not degree:
        return None
    u = candidates[-place]
    powers = krylov_columns(matrix, u, degree + 1)
    first = augmented(done, powers.columns(range(degree)))
    x = solution(first, powers.columns((degree,)))
    if x is None:
        return None  # the degree is higher than it looked modulo a prime
    values = [c for (c,) in entries(x)]
    tail, ours = values[: done.width], values[done.width :]
    relation = [*(-c for c in ours), number(matrix.ring, 1)]
    at = 0
    for each in found:
        size = each.powers.width
        share, rest = divided(tail[at : at + size], relation)
        if any(rest):
            return None
        if share:
            used = each.powers.columns(range(len(share)))
            u = minus(u, product(used, column(matrix.ring, share)))
        at += size
    return Cyclic(krylov_columns(matrix, _whole(u), degree), relation)


def _degree(matrix: Matrix, done: Matrix, u: Matrix, most: int) -> int:
    """Say how many of u, A u, ... are independent modulo the columns of `done`, as it seems."""
    powers = krylov_columns(matrix, u, min(most, matrix.height - done.width))
    chosen = backend_for(matrix.ring).minor(augmented(done, powers), None).columns
    late = {j - done.width for j in chosen if j >= done.width}
    return next(k for k in range(len(late) + 1) if k not in late)


def _whole(u: Matrix) -> Matrix:
    """Multiply a rational vector so that it has integers without a common factor."""
    if not isinstance(u.ring, Rationals):
        return reduced(u)
    common = gcd(*(x for (x,) in u.rows)) or 1
    return Matrix(u.ring, tuple((x // common,) for (x,) in u.rows), 1)


def divided(f: Coefficients, g: Coefficients) -> tuple[Coefficients, Coefficients]:
    """Divide f by a monic g: quotient and remainder, from the constant term up."""
    rest, steps = list(f), len(f) - len(g) + 1
    quotient: Coefficients = []
    for k in range(steps - 1, -1, -1):
        c = rest[k + len(g) - 1]
        quotient.append(c)
        if c:
            for j, x in enumerate(g):
                rest[k + j] = rest[k + j] - c * x
    return quotient[::-1], rest
