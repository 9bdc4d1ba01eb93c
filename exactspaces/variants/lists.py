"""Generators of lists of vectors, and of matrices whose columns are orthogonal."""

from math import gcd
from operator import mul

from exactspaces.errors import NotUnderstood
from exactspaces.fields import Scalar, number
from exactspaces.variants.arguments import Told
from exactspaces.variants.linear import dot, rank, times, turned
from exactspaces.variants.matrices import base_change, diagonal_rows, unimodular
from exactspaces.variants.numbers import combination, entry_up_to, is_small
from exactspaces.variants.values import Row, Rows, Value, list_value, matrix_value, whole

Wholes = tuple[int, ...]


def independent_list(told: Told) -> Value:
    """Draw vectors until they are independent."""
    n, k, size = told.size("n"), told.whole("k", 1, told.size("n")), told.height()

    def make() -> Value | None:
        rows = tuple(tuple(entry_up_to(told, size) for _ in range(n)) for _ in range(k))
        return list_value(rows) if rank(rows) == k else None

    return told.tried(make, f"list of {k} independent vectors")


def dependent_list(told: Told) -> Value:
    """Draw all vectors but the last one, which the relation gives."""
    n, relation, size = told.size("n"), told.numbers("relation"), told.height()
    one = number(told.ring, 1)
    if len(relation) < 2 or not all(relation) or relation[-1] not in (one, -one):
        raise NotUnderstood(
            "dependent_list: relation: at least two coefficients are due, none of them 0, the "
            "last one 1 or -1"
        )
    k = len(relation) - 1
    if k > n:
        raise NotUnderstood(f"dependent_list: {k} vectors of length {n} cannot be independent")

    weight = sum(abs(x) for c in relation[:-1] if (x := c.fraction) is not None) or 1
    small = max(1, min(size, int(2 * size / weight)))

    def make() -> Value | None:
        rows = tuple(tuple(entry_up_to(told, small) for _ in range(n)) for _ in range(k))
        last = combination(tuple(-c * relation[-1] for c in relation[:-1]), rows)
        good = rank(rows) == k and is_small((last,), size)
        return list_value((*rows, last)) if good else None

    return told.tried(make, "dependent list")


def basis_list(told: Told) -> Value:
    """Take the columns of a unimodular matrix."""
    return list_value(turned(unimodular(told).rows))


def rebased(told: Told) -> Value:
    """Combine vectors by a unimodular matrix."""
    vectors, size = told.vectors("vectors"), told.height()
    if len(vectors) == 1:
        return list_value(tuple(-x for x in row) for row in vectors)

    def make() -> Value | None:
        rows = times(base_change(told, len(vectors), max(size, 4))[0], vectors)
        return list_value(rows) if is_small(rows, size) and rows != vectors else None

    return told.tried(make, f"other basis up to height {size}")


def members(told: Told) -> Value:
    """Give some vectors of a list."""
    vectors, places = told.vectors("vectors"), told.wholes("places")
    if not places or any(not 1 <= k <= len(vectors) for k in places):
        raise NotUnderstood(f"members: places from 1 to {len(vectors)} are due")
    return list_value(vectors[k - 1] for k in places)


def orthogonal_rows(told: Told, n: int, k: int, size: int) -> Rows | None:
    """Orthogonalise small vectors, and clear denominators; none when entries become large.

    Everything is reckoned in whole numbers: no field makes that slower, and no denominator grows.
    """
    found: list[Wholes] = []
    for _ in range(k):
        row = tuple(told.chance.between(-2, 2) for _ in range(n))
        for other in found:
            row = _cleared(row, other)
        if not any(row):
            return None
        found.append(_primitive(row))
    units = any(sum(map(bool, row)) == 1 for row in found) and n > 1
    small = max(abs(x) for row in found for x in row) <= size
    return whole(told.ring, found) if small and not units else None


def _cleared(row: Wholes, other: Wholes) -> Wholes:
    """Take away the part of a row along another one, up to a factor."""
    along, square = sum(map(mul, row, other)), sum(map(mul, other, other))
    return tuple(square * x - along * y for x, y in zip(row, other, strict=True))


def _primitive(row: Wholes) -> Wholes:
    """Give the shortest whole vector of the same line, the sign by its first entry not 0."""
    common = gcd(*row)
    sign = 1 if next(x for x in row if x) > 0 else -1
    return tuple(sign * x // common for x in row)


def _require_rational(told: Told, name: str) -> None:
    if not told.is_rational:
        raise NotUnderstood(f"{name}: orthogonal vectors are drawn over QQ and its extensions")


def _orthogonal(told: Told, k: int) -> Value:
    n, size = told.size("n"), told.height()

    def make() -> Value | None:
        rows = orthogonal_rows(told, n, k, size)
        return None if rows is None else list_value(rows)

    return told.tried(make, f"list of {k} orthogonal vectors")


def orthogonal_list(told: Told) -> Value:
    """Draw orthogonal vectors."""
    _require_rational(told, "orthogonal_list")
    return _orthogonal(told, told.whole("k", 1, told.size("n")))


def orthogonal_columns(told: Told) -> Value:
    """Draw a whole basis of orthogonal vectors."""
    _require_rational(told, "orthogonal_columns")
    return matrix_value(turned(_orthogonal(told, told.size("n")).rows))


def orthonormal_columns(told: Told) -> Value:
    """Take a quaternion of whole numbers: its rotation has fractions as entries."""
    _require_rational(told, "orthonormal_columns")
    n, size = told.whole("n", 2, 4), told.height()

    def make() -> Value | None:
        a, b, c, d = (told.chance.between(-3, 3) for _ in range(4))
        table, square = _rotation(n, a, b, c, d)
        if not square:
            return None
        scale = number(told.ring, square).inverse()
        rows = tuple(tuple(x * scale for x in row) for row in whole(told.ring, table))
        plain = any(sum(map(bool, row)) == 1 for row in rows)
        return None if plain or not is_small(rows, size) else matrix_value(rows)

    return told.tried(make, "orthonormal columns")


def _rotation(n: int, a: int, b: int, c: int, d: int) -> tuple[list[list[int]], int]:
    """Give a matrix with orthogonal columns of one length, and that length."""
    if n == 2:
        return [[a * a - b * b, -2 * a * b], [2 * a * b, a * a - b * b]], a * a + b * b
    if n == 3:
        square = a * a + b * b + c * c + d * d
        return [
            [a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)],
            [2 * (b * c + a * d), a * a - b * b + c * c - d * d, 2 * (c * d - a * b)],
            [2 * (b * d - a * c), 2 * (c * d + a * b), a * a - b * b - c * c + d * d],
        ], square
    square = a * a + b * b + c * c + d * d
    root = next((r for r in range(1, 7) if r * r == square), 0)
    return [[a, -b, -c, -d], [b, a, -d, c], [c, d, a, -b], [d, -c, b, a]], root


def symmetric_with_eigenvalues(told: Told) -> Value:
    """Add multiples of projections onto orthogonal lines."""
    _require_rational(told, "symmetric_with_eigenvalues")
    values, size = told.numbers("values"), told.height()
    most, n = told.whole("denominator", 1), len(told.numbers("values"))

    def make() -> Value | None:
        columns = orthogonal_rows(told, n, n, 4)
        if columns is None:
            return None
        lengths = [dot(row, row) for row in columns]
        scaled = diagonal_rows(told.ring, _quotients(values, lengths))
        rows = times(times(turned(columns), scaled), columns)
        bottoms = [x.fraction.denominator for row in rows for x in row if x.fraction is not None]
        return matrix_value(rows) if is_small(rows, size) and max(bottoms) <= most else None

    return told.tried(make, "such symmetric matrix (whole entries need eigenvalues that fit)")


def _quotients(values: Row, lengths: list[Scalar]) -> Row:
    return tuple(value / length for value, length in zip(values, lengths, strict=True))
