"""The functions of formulas, by their names: of numbers, matrices, polynomials."""

from collections.abc import Callable, Mapping
from itertools import combinations

from exactspaces.kernel.formulas import (
    Compare,
    ComplexNumbers,
    Condition,
    Constant,
    Every,
    Formula,
    Some,
)
from exactspaces.reading.spaces import numbers, values
from exactspaces.reading.spaces.numbers import ONE, ZERO, apply, value_of
from exactspaces.reading.spaces.scope import Scope
from exactspaces.reading.spaces.trees import Node
from exactspaces.reading.spaces.values import Mat, MismatchError, Poly, Row, Tup, Value
from exactspaces.reading.spaces.vocabulary import CALLED
from exactspaces.reading.spaces.vocabulary import ONE as PLAIN

Given = tuple[Value, ...]
Function = Callable[[Node, Given, Scope], Value]
_LARGEST_INDEX, _LARGEST_MATRIX = 1000, 4


def one(node: Node, given: Given) -> Value:
    """Require one argument."""
    if len(given) != 1:
        raise node.fail(f"One argument is due, and {len(given)} are given.")
    return given[0]


def _numbers(node: Node, given: Given, count: int | None = None) -> Row:
    if count is not None and len(given) != count:
        raise node.fail(f"{count} arguments are due, and {len(given)} are given.")
    for value in given:
        if not isinstance(value, Formula):
            raise node.fail(f"Numbers are due here, not {values.kind_of(value)}.")
    return tuple(value for value in given if isinstance(value, Formula))


def _plain(name: str) -> Function:
    def read(node: Node, given: Given, scope: Scope) -> Value:
        value = one(node, given)
        if name == "conj" and not isinstance(value, Formula):
            return values.mapped(value, lambda x: apply("conj", x))
        if name == "abs":
            return modulus(value, scope)
        (x,) = _numbers(node, given, 1)
        return apply(name, x)

    return read


def _log(node: Node, given: Given, _scope: Scope) -> Value:
    x, *base = _numbers(node, given, max(1, min(2, len(given))))
    return numbers.over(apply("log", x), apply("log", base[0])) if base else apply("log", x)


def modulus(value: Value, scope: Scope) -> Formula:
    """Give |x|: of a real or complex number, or the length of a tuple.

    Raises MismatchError.
    """
    if isinstance(value, Formula):
        if not (scope.complex or isinstance(scope.scalars, ComplexNumbers)):
            return apply("abs", value)
        return rooted(numbers.total(_square(value, scope)), 2)
    parts = [x for entry in values.components(value) for x in _square(entry, scope)]
    return rooted(numbers.total(parts), 2)


def _square(x: Formula, scope: Scope) -> list[Formula]:
    two = Constant(2)
    if scope.complex or isinstance(scope.scalars, ComplexNumbers):
        return [numbers.power(apply(name, x), two) for name in ("re", "im")]
    return [numbers.power(x, two)]


def rooted(x: Formula, index: int) -> Formula:
    """Give a root."""
    return numbers.root(x, index)


def remainder(x: Formula, n: Formula) -> Formula:
    """Give x mod n, which is x - n*floor(x/n)."""
    return numbers.minus(x, numbers.times(n, apply("floor", numbers.over(x, n))))


def _root(node: Node, given: Given, _scope: Scope) -> Value:
    x, index = _numbers(node, given, 2)
    value = value_of(index)
    if value is None or value.denominator != 1 or not 2 <= value <= _LARGEST_INDEX:
        raise node.fail(
            f"The index of a root is a whole number from 2 to {_LARGEST_INDEX}.",
            "Write x^(1/n) for a power of a positive number.",
        )
    return numbers.root(x, int(value))


def _fixed_root(index: int) -> Function:
    def read(node: Node, given: Given, _scope: Scope) -> Value:
        (x,) = _numbers(node, given, 1)
        return numbers.root(x, index)

    return read


def _extreme(name: str) -> Function:
    def read(node: Node, given: Given, _scope: Scope) -> Value:
        first, *rest = _numbers(node, given, max(2, len(given)))
        result = first
        for x in rest:
            result = apply(name, result, x)
        return result

    return read


def _mod(node: Node, given: Given, _scope: Scope) -> Value:
    x, n = _numbers(node, given, 2)
    return remainder(x, n)


def _cosh(node: Node, given: Given, _scope: Scope) -> Value:
    (x,) = _numbers(node, given, 1)
    both = numbers.plus(apply("exp", x), apply("exp", numbers.negative(x)))
    return numbers.over(both, Constant(2))


def _ceil(node: Node, given: Given, _scope: Scope) -> Value:
    (x,) = _numbers(node, given, 1)
    return numbers.negative(apply("floor", numbers.negative(x)))


def _matrix(node: Node, value: Value, *, square: bool = True) -> Mat:
    if not isinstance(value, Mat):
        raise node.fail(f"A matrix is due here, not {values.kind_of(value)}.")
    if square and value.shape[0] != value.shape[1]:
        raise node.fail(f"A square matrix is due here, not {values.kind_of(value)}.")
    if max(value.shape) > _LARGEST_MATRIX and square:
        raise node.fail(f"Only matrices up to {_LARGEST_MATRIX}x{_LARGEST_MATRIX} are read here.")
    return value


def _trace(node: Node, given: Given, _scope: Scope) -> Value:
    matrix = _matrix(node, one(node, given))
    return numbers.total(row[k] for k, row in enumerate(matrix.rows))


def _determinant(node: Node, given: Given, _scope: Scope) -> Value:
    return values.determinant(_matrix(node, one(node, given)).rows)


def inverse(matrix: Mat) -> Mat:
    """Give the inverse by minors.

    Raises MismatchError.
    """
    n, m = matrix.shape
    if n != m or n > _LARGEST_MATRIX:
        raise MismatchError(f"the inverse of {values.kind_of(matrix)} is not read")
    det = values.determinant(matrix.rows)
    return Mat(
        tuple(
            tuple(numbers.over(_cofactor(matrix, j, i), det) for j in range(n)) for i in range(n)
        )
    )


def _cofactor(matrix: Mat, i: int, j: int) -> Formula:
    rows = tuple(r[:j] + r[j + 1 :] for k, r in enumerate(matrix.rows) if k != i)
    minor = values.determinant(rows) if rows else ONE
    return numbers.negative(minor) if (i + j) % 2 else minor


def _inverse(node: Node, given: Given, _scope: Scope) -> Value:
    return inverse(_matrix(node, one(node, given)))


def _transpose(node: Node, given: Given, _scope: Scope) -> Value:
    return _matrix(node, one(node, given), square=False).transposed()


def _norm(node: Node, given: Given, scope: Scope) -> Value:
    if len(given) > 1:
        return modulus(Tup(_numbers(node, given)), scope)
    return modulus(one(node, given), scope)


def zero(parts: list[Formula]) -> Condition:
    """Say that all of these are zero; what is plainly zero is left out."""
    return Every(tuple(Compare("=", x, ZERO) for x in parts if x != ZERO))


def _where_zero(choose: Callable[[int, int], bool]) -> Function:
    def read(node: Node, given: Given, _scope: Scope) -> Value:
        matrix = _matrix(node, one(node, given), square=False)
        rows = enumerate(matrix.rows)
        return zero([x for i, row in rows for j, x in enumerate(row) if choose(i, j)])

    return read


def _mirrored(sign: int, *, conjugate: bool = False) -> Function:
    def read(node: Node, given: Given, _scope: Scope) -> Value:
        rows = _matrix(node, one(node, given)).rows
        found: list[Condition] = []
        for i in range(len(rows)):
            for j in range(i if conjugate or sign < 0 else i + 1, len(rows)):
                other = apply("conj", rows[j][i]) if conjugate else rows[j][i]
                other = other if sign > 0 else numbers.negative(other)
                found.append(Compare("=", rows[i][j], other))
        return Every(tuple(found))

    return read


def _invertible(node: Node, given: Given, scope: Scope) -> Value:
    det = _determinant(node, given, scope)
    return Compare("!=", det, ZERO) if isinstance(det, Formula) else Every(())


def _orthogonal(node: Node, given: Given, _scope: Scope) -> Value:
    matrix = _matrix(node, one(node, given))
    product = values.multiply(matrix, matrix.transposed())
    pairs = zip(
        values.components(product),
        values.components(values.identity(matrix.shape[0])),
        strict=True,
    )
    return Every(tuple(Compare("=", x, y) for x, y in pairs))


def minors(matrix: Mat, size: int) -> list[Formula]:
    """Give all minors of a size."""
    n, m = matrix.shape
    return [
        values.determinant(tuple(tuple(matrix.rows[i][j] for j in columns) for i in rows))
        for rows in combinations(range(n), size)
        for columns in combinations(range(m), size)
    ]


def at_most_rank(matrix: Mat, rank: int) -> Condition:
    """Say that the rank is at most a number: the minors of the next size are zero."""
    return zero(minors(matrix, rank + 1)) if rank < min(matrix.shape) else Every(())


def at_least_rank(matrix: Mat, rank: int) -> Condition:
    """Say that the rank is at least a number."""
    if rank <= 0:
        return Every(())
    found = minors(matrix, rank) if rank <= min(matrix.shape) else []
    return Some(tuple(Compare("!=", x, ZERO) for x in found))


def _needs_relation(node: Node, _given: Given, _scope: Scope) -> Value:
    raise node.fail(
        "This is compared with a number.", "Write for instance rank(A) <= 1, deg p = 2."
    )


def _parity(first: int) -> Function:
    def read(node: Node, given: Given, _scope: Scope) -> Value:
        value = one(node, given)
        if not isinstance(value, Poly):
            raise node.fail(f"A polynomial or function is due here, not {values.kind_of(value)}.")
        return zero(list(value.coefficients[first::2]))

    return read


def _integral(node: Node, given: Given, _scope: Scope) -> Value:
    if len(given) != 3 or not isinstance(given[0], Poly):
        raise node.fail("A polynomial and two ends are due.", "Write integral(p, 0, 1).")
    ends = given[0].integral()
    if isinstance(given[2], Poly):
        (low,) = _numbers(node, given[1:2], 1)
        return values.add(ends.after(given[2]), ends.at(low), negate=True)
    low, high = _numbers(node, given[1:], 2)
    return numbers.minus(ends.at(high), ends.at(low)) if ends.at(low) != ZERO else ends.at(high)


def _unfit(node: Node, _given: Given, _scope: Scope) -> Value:
    raise node.fail("This is said of functions and sequences only.", "Write {f : continuous(f)}.")


FUNCTIONS: Mapping[str, Function] = {
    **dict.fromkeys(CALLED, _unfit),
    **{word: _plain(name) for word, name in PLAIN.items()},
    "log": _log, "ln": _log, "sqrt": _fixed_root(2), "cbrt": _fixed_root(3), "root": _root,
    "min": _extreme("min"), "max": _extreme("max"), "mod": _mod, "cosh": _cosh, "ceil": _ceil,
    "tr": _trace, "trace": _trace, "det": _determinant, "inv": _inverse, "norm": _norm,
    "transpose": _transpose, "rank": _needs_relation, "deg": _needs_relation,
    "degree": _needs_relation, "even": _parity(1), "odd": _parity(0), "integral": _integral,
    "int": _integral, "upper_triangular": _where_zero(lambda i, j: i > j),
    "lower_triangular": _where_zero(lambda i, j: i < j),
    "diagonal": _where_zero(lambda i, j: i != j), "symmetric": _mirrored(1),
    "skew_symmetric": _mirrored(-1), "antisymmetric": _mirrored(-1),
    "hermitian": _mirrored(1, conjugate=True), "invertible": _invertible,
    "orthogonal": _orthogonal,
}  # fmt: skip
