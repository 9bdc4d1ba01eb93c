"""A small untrusted prover over Q and F_p: it makes the certificates that tests then spoil."""

from __future__ import annotations

from fractions import Fraction

from exactspaces.kernel import KernelError, check
from exactspaces.kernel import certificates as c
from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from exactspaces.kernel.matrices import Matrix
from tests.kernel.build import from_numbers


class Hopeless(Exception):
    """The claim is false, or the prover does not know how to prove it."""


def numbers(matrix: Matrix) -> list[list[Fraction]]:
    return [[Fraction(x, matrix.denominator) for x in row] for row in matrix.rows]


def rref(rows, width: int, p: int):
    """Give the non-zero rows of the reduced echelon form, and the pivots."""
    rows, pivots, at = [list(r) for r in rows], [], 0
    for j in range(width):
        k = next((i for i in range(at, len(rows)) if rows[i][j]), None)
        if k is None:
            continue
        rows[at], rows[k] = rows[k], rows[at]
        inverse = pow(int(rows[at][j]), -1, p) if p else 1 / Fraction(rows[at][j])
        rows[at] = [_mod(x * inverse, p) for x in rows[at]]
        for i, row in enumerate(rows):
            if i != at and row[j]:
                rows[i] = [_mod(x - row[j] * y, p) for x, y in zip(row, rows[at], strict=True)]
        pivots.append(j)
        at += 1
    return rows[:at], pivots


def _mod(x, p: int):
    return int(x) % p if p else x


def times(left, right, width: int, p: int):
    return [
        [
            _mod(sum((x * right[k][j] for k, x in enumerate(row)), Fraction(0)), p)
            for j in range(width)
        ]
        for row in left
    ]


def turned(rows, width: int):
    return [[row[j] for row in rows] for j in range(width)]


def null_rows(rows, width: int, p: int):
    """Give a basis of the null space and its free columns."""
    reduced, pivots = rref(rows, width, p)
    free = [j for j in range(width) if j not in pivots]
    basis = []
    for j in free:
        vector = [Fraction(0)] * width
        vector[j] = Fraction(1)
        for row, pivot in zip(reduced, pivots, strict=True):
            vector[pivot] = _mod(-row[j], p)
        basis.append(vector)
    return basis, free


def solve(rows, right, width: int, p: int):
    """Give x with rows * x = right, or nothing."""
    joined = [[*row, b] for row, b in zip(rows, right, strict=True)]
    reduced, pivots = rref(joined, width + 1, p)
    if width in pivots:
        return None
    x = [Fraction(0)] * width
    for row, pivot in zip(reduced, pivots, strict=True):
        x[pivot] = row[-1]
    return x


def inverted(rows, p: int):
    size = len(rows)
    joined = [[*row, *(int(i == j) for j in range(size))] for i, row in enumerate(rows)]
    reduced, pivots = rref(joined, 2 * size, p)
    if pivots != list(range(size)):
        raise Hopeless("singular")
    return [row[size:] for row in reduced]


def minor_of(matrix: Matrix) -> c.Minor:
    p, rows = matrix.ring.characteristic, numbers(matrix)
    _, columns = rref(rows, matrix.width, p)
    _, chosen = rref(turned(rows, matrix.width), matrix.height, p)
    part = [[matrix.rows[i][j] for j in columns] for i in chosen]
    part = [[Fraction(x, matrix.denominator) for x in row] for row in part]
    inverse = from_numbers(inverted(part, p), matrix.ring, len(part))
    return c.Minor(tuple(chosen), tuple(columns), 0, inverse)


def basis_of(matrix: Matrix, *parts: c.Certificate) -> c.Basis:
    """Evidence for the span of the rows."""
    reduced, pivots = rref(numbers(matrix), matrix.width, matrix.ring.characteristic)
    rows = from_numbers(reduced, matrix.ring, matrix.width)
    return c.Basis(tuple(pivots), rows, minor_of(matrix), parts)


def evidence(term: t.Term) -> tuple[c.Certificate, object]:
    """Give a certificate for the value of a term, and the value (a space by its basis)."""
    found = [evidence(part) for part in term.parts]
    parts, values = tuple(x for x, _ in found), [x for _, x in found]
    match term:
        case t.Given(matrix) | t.Number(matrix):
            return c.Computed(), matrix
        case t.Count(value) | t.Columns(value):
            return c.Computed(), value
        case t.Dimension():
            return c.Computed(parts), values[0].height
        case t.SpaceSum() | t.Meet():
            return _two_spaces(term, parts, values)
        case t.Product() | t.Add() if isinstance(values[0], int):
            a, b = values
            return c.Computed(parts), a * b if isinstance(term, t.Product) else a + b
        case _ if len(values) == 1:
            return _unary(term, parts, values[0])
    return c.Computed(parts), _binary(term, *values)


def _two_spaces(term, parts, values):
    left, right = values
    ring, width, p = left.ring, left.width, left.ring.characteristic
    joined = from_numbers(numbers(left) + numbers(right), ring, width)
    if isinstance(term, t.SpaceSum):
        certificate = basis_of(joined, *parts)
        return certificate, certificate.rows
    relations, _ = null_rows(turned(numbers(joined), width), joined.height, p)
    vectors = times([r[: left.height] for r in relations], numbers(left), width, p)
    rows, pivots = rref(vectors, width, p)
    common = from_numbers(rows, ring, width)
    return c.Basis(tuple(pivots), common, minor_of(joined), parts), common


def _binary(term, left: Matrix, right: Matrix) -> Matrix:
    ring, p = left.ring, left.ring.characteristic
    a, b = numbers(left), numbers(right)
    match term:
        case t.Product():
            if left.width != right.height:
                raise Hopeless("shapes")
            return from_numbers(times(a, b, right.width, p), ring, right.width)
        case t.Scaled():
            rows = [[a[0][0] * x for x in row] for row in b]
            return from_numbers(rows, ring, right.width)
        case t.Augmented():
            rows = [[*r, *q] for r, q in zip(a, b, strict=True)]
            return from_numbers(rows, ring, left.width + right.width)
    if (left.height, left.width) != (right.height, right.width):
        raise Hopeless("shapes")
    rows = [[x + y for x, y in zip(r, q, strict=True)] for r, q in zip(a, b, strict=True)]
    return from_numbers(rows, ring, left.width)


def _unary(term, parts, matrix: Matrix):
    ring, p, rows, width = matrix.ring, matrix.ring.characteristic, numbers(matrix), matrix.width
    match term:
        case t.Transpose():
            return c.Computed(parts), matrix.transpose
        case t.Span():
            found = basis_of(matrix, *parts)
            return found, found.rows
        case t.Null():
            basis, free = null_rows(rows, width, p)
            own = from_numbers(basis, ring, width)
            return c.Basis(tuple(free), own, minor_of(matrix), parts), own
        case t.Rank() | t.Pivots() | t.ReducedEchelon():
            found = basis_of(matrix, *parts)
            rank = found.rows.height
            zeros = [[Fraction(0)] * width] * (matrix.height - rank)
            value = {
                t.Rank: rank,
                t.Pivots: tuple(j + 1 for j in found.columns),
                t.ReducedEchelon: from_numbers(numbers(found.rows) + zeros, ring, width),
            }
            return found, value[type(term)]
    if not matrix.is_square:
        raise Hopeless("not square")
    return _square(term, parts, matrix)


def _square(term, parts, matrix: Matrix):
    ring, p, rows = matrix.ring, matrix.ring.characteristic, numbers(matrix)
    size = matrix.height
    match term:
        case t.Diagonal():
            return c.Computed(parts), from_numbers([[rows[i][i]] for i in range(size)], ring, 1)
        case t.Trace():
            total = sum((row[i] for i, row in enumerate(rows)), Fraction(0))
            return c.Computed(parts), from_numbers([[total]], ring, 1)
        case t.Power(_, exponent):
            out = [[Fraction(int(i == j)) for j in range(size)] for i in range(size)]
            for _ in range(exponent):
                out = times(out, rows, size, p)
            return c.Computed(parts), from_numbers(out, ring, size)
        case t.Inverse():
            value = from_numbers(inverted(rows, p), ring, size)
            return c.Inverted(value, parts), value
        case t.Determinant():
            return determinant(matrix, parts)
    raise Hopeless(type(term).__name__)


def relation_of(matrix: Matrix) -> Matrix:
    p = matrix.ring.characteristic
    found, _ = null_rows(turned(numbers(matrix), matrix.width), matrix.height, p)
    if not found:
        raise Hopeless("independent")
    return from_numbers([found[0]], matrix.ring, matrix.height)


def determinant(matrix: Matrix, parts) -> tuple[c.Certificate, Matrix]:
    """Find C and an order with C * A[order] upper triangular, or a relation of the rows."""
    ring, p, size = matrix.ring, matrix.ring.characteristic, matrix.height
    try:
        relation = relation_of(matrix)
        return c.Combination(relation, parts), from_numbers([[Fraction(0)]], ring, 1)
    except Hopeless:
        pass
    rows, order = numbers(matrix), list(range(size))
    value = Fraction(1)
    for j in range(size):
        k = next(i for i in range(j, size) if rows[i][j])
        if k != j:
            value = -value
            for table in (rows, order):
                table[j], table[k] = table[k], table[j]
        value = _mod(value * rows[j][j], p)
        inverse = pow(int(rows[j][j]), -1, p) if p else 1 / rows[j][j]
        for i in range(j + 1, size):
            factor = rows[i][j] * inverse
            rows[i] = [_mod(x - factor * y, p) for x, y in zip(rows[i], rows[j], strict=True)]
    found = from_numbers([[value]], ring, 1)
    source = [numbers(matrix)[i] for i in order]
    triangle = _lower_for(source, p)
    return c.Triangles(tuple(order), from_numbers(triangle, ring, size), found, parts), found


def _lower_for(rows, p: int):
    size = len(rows)
    joined = [[*row, *(Fraction(int(i == j)) for j in range(size))] for i, row in enumerate(rows)]
    for j in range(size):
        inverse = pow(int(joined[j][j]), -1, p) if p else 1 / joined[j][j]
        for i in range(j + 1, size):
            factor = joined[i][j] * inverse
            joined[i] = [
                _mod(x - factor * y, p) for x, y in zip(joined[i], joined[j], strict=True)
            ]
    return [row[size:] for row in joined]


def prove(claim: s.Claim) -> c.Certificate:
    """Find evidence for a claim; Hopeless where there is none to be found."""
    match claim:
        case s.AllOf(claims):
            return c.Each(tuple(map(prove, claims)))
        case s.AnyOf(claims):
            return _choice(claims)
        case s.Solutions(matrix, right, particular):
            solved = t.Product(matrix, t.Given(particular)), right, t.Null(matrix)
            return c.Computed(tuple(evidence(x)[0] for x in solved))
        case s.Cases():
            raise Hopeless("cases")
    parts, values = zip(
        *(evidence(x) for x in vars(claim).values() if isinstance(x, t.Term)), strict=True
    )
    match claim:
        case s.Independent() | s.Invertible():
            return c.Regular(minor_of(values[0]), parts)
        case s.NotInvertible() if not values[0].is_square:
            return c.Computed(parts)
        case s.Dependent() | s.NotInvertible():
            return c.Combination(relation_of(values[0]), parts)
    return c.Computed(parts)


def _choice(claims) -> c.Certificate:
    """Find the first claim that can be proved."""
    for position, one in enumerate(claims):
        try:
            proof = prove(one)
            check(one, proof)
        except (Hopeless, KernelError):
            continue
        return c.Choice(position, proof)
    raise Hopeless("none of the claims")


def functional(rows, b, matrix: Matrix, width: int) -> Matrix:
    """Find y with y * rows = 0 and y * b = 1."""
    p, height = matrix.ring.characteristic, len(rows)
    y = solve([*turned(rows, width), b], [Fraction(0)] * width + [Fraction(1)], height, p)
    if y is None:
        raise Hopeless("consistent")
    return from_numbers([y], matrix.ring, height)


def member_by_combination(claim: s.Member) -> c.Combination:
    (of_v, v), (of_s, rows) = evidence(claim.vector), evidence(claim.space.rows)
    p = rows.ring.characteristic
    x = solve(turned(numbers(rows), rows.width), [r[0] for r in numbers(v)], rows.height, p)
    if x is None:
        raise Hopeless("outside")
    return c.Combination(from_numbers([x], rows.ring, rows.height), (of_v, of_s))


def not_member_by_functional(claim: s.NotMember) -> c.Functional:
    (of_v, v), (of_s, rows) = evidence(claim.vector), evidence(claim.space.rows)
    b = [r[0] for r in numbers(v)]
    return c.Functional(
        functional(turned(numbers(rows), rows.width), b, rows, rows.height), (of_v, of_s)
    )
