"""The truth of claims over a small prime field, by running through all vectors.

Nothing here eliminates: spaces are sets of vectors, ranks are counted, determinants are sums over
permutations.
"""

# ruff: noqa: PLR0915, C901, PLR0912 - one arm for each kind of thing

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations, product

from exactspaces.kernel import claims as s
from exactspaces.kernel import terms as t
from exactspaces.kernel.coverage import rings_of
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.scalars import PrimeField


class Undefined(Exception):
    """The term has no value, or is too large to be run through."""


@dataclass(frozen=True)
class Array:
    rows: tuple[tuple[int, ...], ...]
    width: int


@dataclass(frozen=True)
class Vectors:
    all: frozenset[tuple[int, ...]]
    length: int


def truth(claim: s.Claim) -> bool:
    """Decide a claim whose matrices are over one small prime field; Undefined for others."""
    rings = rings_of(claim)
    if not all(type(ring) is PrimeField and ring.p <= 5 for ring in rings) or len(rings) > 1:
        raise Undefined
    p = next(iter(rings)).p if rings else 2
    return _truth(claim, p)


def _truth(claim: s.Claim, p: int) -> bool:
    try:
        return _decide(claim, p)
    except Undefined:
        if isinstance(claim, s.NotInvertible):
            raise
        return False


def array(matrix: Matrix) -> Array:
    return Array(matrix.rows, matrix.width)


def times(a: Array, b: Array, p: int) -> Array:
    if a.width != len(b.rows):
        raise Undefined
    rows = (
        tuple(sum(row[k] * b.rows[k][j] for k in range(a.width)) % p for j in range(b.width))
        for row in a.rows
    )
    return Array(tuple(rows), b.width)


def turned(a: Array) -> Array:
    return Array(tuple(tuple(row[j] for row in a.rows) for j in range(a.width)), len(a.rows))


def span(rows, length: int, p: int) -> Vectors:
    """All combinations of the rows."""
    if p ** len(rows) > 20_000:
        raise Undefined
    found = {(0,) * length}
    for row in rows:
        found = {
            tuple((x + k * y) % p for x, y in zip(v, row, strict=True))
            for v in found
            for k in range(p)
        }
    return Vectors(frozenset(found), length)


def null(a: Array, p: int) -> Vectors:
    if p**a.width > 20_000:
        raise Undefined
    zero = (0,) * len(a.rows)
    every = product(range(p), repeat=a.width)
    return Vectors(frozenset(x for x in every if _apply(a, x, p) == zero), a.width)


def _apply(a: Array, x, p: int) -> tuple[int, ...]:
    return tuple(sum(c * y for c, y in zip(row, x, strict=True)) % p for row in a.rows)


def dimension(space: Vectors, p: int) -> int:
    size, count = 0, len(space.all)
    while count > 1:
        size, count = size + 1, count // p
    return size


def rank(a: Array, p: int) -> int:
    return dimension(span(a.rows, a.width, p), p)


def echelon(a: Array, p: int) -> tuple[Array, tuple[int, ...]]:
    """The vector for a pivot is the one with a 1 there and zeros at the other pivots."""
    space = span(a.rows, a.width, p).all
    leads = {next(j for j, x in enumerate(v) if x) for v in space if any(v)}
    pivots = sorted(leads)
    rows = [next(v for v in space if all(v[k] == (k == j) for k in pivots)) for j in pivots]
    zeros = [(0,) * a.width] * (len(a.rows) - len(rows))
    return Array(tuple(rows + zeros), a.width), tuple(j + 1 for j in pivots)


def determinant(a: Array, p: int) -> int:
    if len(a.rows) != a.width:
        raise Undefined
    total = 0
    for order in permutations(range(a.width)):
        swaps = sum(i < j and order[i] > order[j] for i in range(a.width) for j in range(a.width))
        value = -1 if swaps % 2 else 1
        for i, j in enumerate(order):
            value *= a.rows[i][j]
        total += value
    return total % p


def evaluate(term: t.Term, p: int):
    """Give the value of a term: an Array, a number, a tuple or the set of all Vectors."""
    values = [evaluate(part, p) for part in term.parts]
    match term:
        case t.Given(matrix) | t.Number(matrix):
            return array(matrix)
        case t.Count(value) | t.Columns(value):
            return value
        case t.Product():
            return _either(values, lambda a, b: a * b, lambda a, b: times(a, b, p))
        case t.Add():
            return _either(values, lambda a, b: a + b, lambda a, b: _sum(a, b, p))
        case t.SpaceSum() | t.Meet():
            return _of_spaces(term, *values, p)
        case t.Dimension():
            return dimension(_is(Vectors, values[0]), p)
        case t.Scaled():
            return _scaled(*values, p)
        case t.Augmented():
            a, b = (_is(Array, x) for x in values)
            if len(a.rows) != len(b.rows):
                raise Undefined
            rows = tuple(r + q for r, q in zip(a.rows, b.rows, strict=True))
            return Array(rows, a.width + b.width)
    return _of_matrix(term, _is(Array, values[0]), p)


def _is(kind, value):
    if not isinstance(value, kind):
        raise Undefined
    return value


def _either(values, on_counts, on_arrays):
    if all(isinstance(x, int) for x in values):
        return on_counts(*values)
    return on_arrays(*(_is(Array, x) for x in values))


def _sum(a: Array, b: Array, p: int) -> Array:
    if (len(a.rows), a.width) != (len(b.rows), b.width):
        raise Undefined
    pairs = zip(a.rows, b.rows, strict=True)
    rows = (tuple((x + y) % p for x, y in zip(r, q, strict=True)) for r, q in pairs)
    return Array(tuple(rows), a.width)


def _scaled(factor, a, p: int) -> Array:
    factor, a = _is(Array, factor), _is(Array, a)
    if (len(factor.rows), factor.width) != (1, 1):
        raise Undefined
    k = factor.rows[0][0]
    return Array(tuple(tuple(k * x % p for x in row) for row in a.rows), a.width)


def _of_spaces(term, u, w, p: int) -> Vectors:
    u, w = _is(Vectors, u), _is(Vectors, w)
    if u.length != w.length:
        raise Undefined
    if isinstance(term, t.Meet):
        return Vectors(u.all & w.all, u.length)
    every = (tuple((x + y) % p for x, y in zip(a, b, strict=True)) for a in u.all for b in w.all)
    return Vectors(frozenset(every), u.length)


def _of_matrix(term, a: Array, p: int):
    match term:
        case t.Transpose():
            return turned(a)
        case t.Span():
            return span(a.rows, a.width, p)
        case t.Null():
            return null(a, p)
        case t.Rank():
            return rank(a, p)
        case t.ReducedEchelon():
            return echelon(a, p)[0]
        case t.Pivots():
            return echelon(a, p)[1]
        case t.Determinant():
            return Array(((determinant(a, p),),), 1)
    if len(a.rows) != a.width:
        raise Undefined
    match term:
        case t.Diagonal():
            return Array(tuple((a.rows[i][i],) for i in range(a.width)), 1)
        case t.Trace():
            return Array(((sum(a.rows[i][i] for i in range(a.width)) % p,),), 1)
        case t.Power(_, exponent):
            out = _one(a.width)
            for _ in range(exponent):
                out = times(out, a, p)
            return out
        case t.Inverse():
            return inverse(a, p)
    raise Undefined


def _one(size: int) -> Array:
    return Array(tuple(tuple(int(i == j) for j in range(size)) for i in range(size)), size)


def inverse(a: Array, p: int) -> Array:
    columns = []
    for wanted in _one(a.width).rows:
        every = product(range(p), repeat=a.width)
        column = next((x for x in every if _apply(a, x, p) == wanted), None)
        if column is None:
            raise Undefined
        columns.append(column)
    return turned(Array(tuple(columns), a.width))


def _column(term: t.Term, p: int) -> tuple[int, ...]:
    value = _is(Array, evaluate(term, p))
    if value.width != 1:
        raise Undefined
    return tuple(row[0] for row in value.rows)


def _space(term: t.Term, p: int) -> Vectors:
    return _is(Vectors, evaluate(term, p))


def _solutions(matrix, right, p: int) -> set[tuple[int, ...]]:
    a, b = _is(Array, evaluate(matrix, p)), _column(right, p)
    if len(a.rows) != len(b):
        raise Undefined
    return {x for x in product(range(p), repeat=a.width) if _apply(a, x, p) == b}


def _independent(a: Array, p: int) -> bool:
    return rank(a, p) == len(a.rows)


def _decide(claim: s.Claim, p: int) -> bool:
    match claim:
        case s.Equal(left, right) | s.Unequal(left, right):
            a, b = evaluate(left, p), evaluate(right, p)
            same_sort = type(a) is type(b)
            same_ambient = not isinstance(a, Vectors) or (same_sort and a.length == b.length)
            if not (same_sort and same_ambient):
                raise Undefined
            return (a == b) == isinstance(claim, s.Equal)
        case s.Member(vector, space) | s.NotMember(vector, space):
            v, whole = _column(vector, p), _space(space, p)
            if len(v) != whole.length:
                raise Undefined
            return (v in whole.all) == isinstance(claim, s.Member)
        case s.Included(inner, outer) | s.NotIncluded(inner, outer):
            u, w = _space(inner, p), _space(outer, p)
            if u.length != w.length:
                raise Undefined
            return (u.all <= w.all) == isinstance(claim, s.Included)
        case s.Independent(rows) | s.Dependent(rows):
            a = _is(Array, evaluate(rows, p))
            return _independent(a, p) == isinstance(claim, s.Independent)
        case s.Invertible(matrix) | s.NotInvertible(matrix):
            a = _is(Array, evaluate(matrix, p))
            found = len(a.rows) == a.width and determinant(a, p) != 0
            return found == isinstance(claim, s.Invertible)
        case s.AllOf(claims):
            return all(_truth(one, p) for one in claims)
        case s.AnyOf(claims):
            return any(_truth(one, p) for one in claims)
        case s.Solutions(matrix, right, particular, directions):
            rows, start = array(directions), array(particular)
            if start.width != 1 or len(start.rows) != rows.width:
                return False
            shifts, at = span(rows.rows, rows.width, p), _column(t.Given(particular), p)
            found = {tuple((x + y) % p for x, y in zip(at, v, strict=True)) for v in shifts.all}
            return _independent(rows, p) and found == _solutions(matrix, right, p)
        case s.LowerTriangular(matrix):
            a = _is(Array, evaluate(matrix, p))
            return not any(x for i, row in enumerate(a.rows) for x in row[i + 1 :])
    raise Undefined
