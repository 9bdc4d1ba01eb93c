"""Generators of matrices: built backwards from what the answer is to be."""

from exactspaces.errors import NotUnderstood
from exactspaces.fields import Scalar, number
from exactspaces.kernel import Ring
from exactspaces.variants.arguments import MOST_SIZE, Told
from exactspaces.variants.linear import dot, inverse, plus, rank, times, turned, unit
from exactspaces.variants.numbers import combination, entry_up_to, is_small, nonzero_up_to
from exactspaces.variants.values import Row, Rows, Value, matrix_value

_MOST_UNIMODULAR = 6


def _square(told: Told) -> tuple[int, int]:
    return told.size("n"), told.height()


def random_matrix(told: Told) -> Value:
    """Draw entries; for a rank below the full one, unreduce an echelon form."""
    m, n, size = told.size("m"), told.size("n"), told.height()
    due = told.whole("rank", -1, min(m, n))
    due = min(m, n) if due < 0 else due

    def make() -> Value | None:
        if due < min(m, n):
            rows = mixed(told, echelon(told, (m, n), due, max(size // 3, 1)), 3 * m, size)
        else:
            rows = tuple(tuple(entry_up_to(told, size) for _ in range(n)) for _ in range(m))
        return matrix_value(rows) if rank(rows) == due else None

    return told.tried(make, f"{m} x {n} matrix of rank {due}")


def nice_rref(told: Told) -> Value:
    """Draw pivots and the entries beside them."""
    m, n = told.size("m"), told.size("n")
    return matrix_value(echelon(told, (m, n), told.whole("rank", 0, min(m, n)), told.height()))


def echelon(told: Told, shape: tuple[int, int], due: int, size: int) -> Rows:
    """Draw a reduced echelon form: the first pivot in column 1, no column of zeros."""
    m, n = shape
    zero, one = number(told.ring, 0), number(told.ring, 1)
    rest = told.chance.some(range(1, n), due - 1) if due else []
    pivots = [0, *rest][:due]
    rows = [[zero] * n for _ in range(m)]
    for i, pivot in enumerate(pivots):
        rows[i][pivot] = one
    for j in range(n):
        above = [i for i, pivot in enumerate(pivots) if pivot < j]
        if j in pivots or not above:
            continue
        for i in above:
            rows[i][j] = entry_up_to(told, size)
        if not any(rows[i][j] for i in above):
            rows[told.chance.one_of(above)][j] = nonzero_up_to(told, size)
    return tuple(map(tuple, rows))


def unreduce(told: Told) -> Value:
    """Apply row operations to a matrix."""
    rows, size = told.matrix("R"), told.height()
    if not is_small(rows, size):
        raise NotUnderstood(f"unreduce: an entry of the matrix is above the height {size} already")
    return matrix_value(mixed(told, rows, told.whole("ops", 1, 200), size))


def mixed(told: Told, rows: Rows, ops: int, size: int) -> Rows:
    """Add multiples of rows to others, and exchange rows; entries stay up to the height."""
    work = _filled(told, rows, size)
    done = 0
    for _ in range(20 * ops if len(work) > 1 else 0):
        i, j = told.chance.some(range(len(work)), 2)
        i, j = (i, j) if told.chance.below(2) else (j, i)
        factor = number(told.ring, told.chance.one_of((-3, -2, -1, 1, 2, 3)))
        row = plus(work[i], factor, work[j])
        if row != work[i] and any(row) and is_small((row,), size):
            work[i], done = row, done + 1
        if done == ops:
            break
    return tuple(told.chance.shuffled(work))


def _filled(told: Told, rows: Rows, size: int) -> list[Row]:
    """Replace rows of zeros, which give the rank away, by combinations of all others."""
    spanning = tuple(row for row in rows if any(row))
    work = list(rows)
    for i, row in enumerate(rows):
        for _ in range(0 if any(row) or not spanning else 30):
            signs = [number(told.ring, told.chance.one_of((-2, -1, 1, 2))) for _ in spanning]
            new = combination(tuple(signs), spanning)
            if is_small((new,), size):
                work[i] = new
                break
    return work


def unimodular(told: Told) -> Value:
    """Draw a matrix of determinant 1 that is whole with a whole inverse."""
    n, size = _square(told)
    return told.tried(lambda: _maybe(_unimodular(told, n, size)), f"unimodular {n} x {n} matrix")


def _maybe(rows: Rows | None) -> Value | None:
    return None if rows is None else matrix_value(rows)


def _unimodular(told: Told, n: int, size: int) -> Rows | None:
    """Multiply a lower and an upper triangular matrix with ones on the diagonal."""
    if n == 1:
        return unit(told.ring, 1)
    if n > _MOST_UNIMODULAR:
        raise NotUnderstood(f"unimodular matrices are drawn up to {_MOST_UNIMODULAR} rows")
    small = 1 if n > 3 or size < 4 else 2
    lower, upper = _unitriangular(told, n, small), turned(_unitriangular(told, n, small))
    rows = times(lower, upper)
    good = is_small(rows, size) and rows != unit(told.ring, n)
    return rows if good and is_small(inverse(told.ring, rows), size) else None


def _unitriangular(told: Told, n: int, size: int) -> Rows:
    rows = [list(row) for row in unit(told.ring, n)]
    for i in range(n):
        for j in range(i):
            rows[i][j] = number(told.ring, told.chance.between(-size, size))
    return tuple(map(tuple, rows))


def base_change(told: Told, n: int, size: int) -> tuple[Rows, Rows]:
    """Draw a unimodular matrix with its inverse."""
    found = told.tried(lambda: _maybe(_unimodular(told, n, size)), "unimodular matrix").rows
    return found, inverse(told.ring, found)


def invertible_matrix(told: Told) -> Value:
    """Draw entries, or multiply a row of a unimodular matrix by the determinant."""
    n, size = _square(told)
    due = told.number("det")

    def make() -> Value | None:
        if due:
            rows = list(base_change(told, n, size)[0])
            k = told.chance.below(n)
            rows[k] = tuple(due * x for x in rows[k])
            mixed_rows = mixed_same_det(told, tuple(rows), size)
            return matrix_value(mixed_rows) if is_small(mixed_rows, size) else None
        rows = [tuple(entry_up_to(told, size) for _ in range(n)) for _ in range(n)]
        return matrix_value(rows) if rank(tuple(rows)) == n else None

    return told.tried(make, f"invertible {n} x {n} matrix")


def mixed_same_det(told: Told, rows: Rows, size: int) -> Rows:
    """Add multiples of rows to others, which keeps the determinant."""
    work = list(rows)
    for _ in range(3 * len(work) if len(work) > 1 else 0):
        i, j = told.chance.some(range(len(work)), 2)
        row = plus(work[i], number(told.ring, told.chance.one_of((-1, 1))), work[j])
        work[i] = row if is_small((row,), size) else work[i]
    return tuple(work)


def triangular(told: Told) -> Value:
    """Draw the diagonal and what stands above it."""
    n, size = _square(told)
    zero = number(told.ring, 0)
    return matrix_value(
        [
            *([zero] * i),
            nonzero_up_to(told, size),
            *(entry_up_to(told, size) for _ in range(i + 1, n)),
        ]
        for i in range(n)
    )


def random_symmetric(told: Told) -> Value:
    """Draw one half, and mirror it."""
    n, size = _square(told)
    rows = [[entry_up_to(told, size) for _ in range(n)] for _ in range(n)]
    return matrix_value([rows[max(i, j)][min(i, j)] for j in range(n)] for i in range(n))


def permutation_matrix(told: Told) -> Value:
    """Exchange the rows of the identity."""
    n = told.size("n")
    if n < 2:
        raise NotUnderstood("permutation_matrix: n = 2 at least")

    def make() -> Value | None:
        rows = told.chance.shuffled(unit(told.ring, n))
        return matrix_value(rows) if tuple(rows) != unit(told.ring, n) else None

    return told.tried(make, "permutation")


def diagonal(told: Told) -> Value:
    """Put numbers on the diagonal."""
    return matrix_value(diagonal_rows(told.ring, told.numbers("values")))


def diagonal_rows(ring: Ring, values: Row) -> Rows:
    """Give the diagonal matrix."""
    if not 1 <= len(values) <= MOST_SIZE:
        raise NotUnderstood(f"values: 1 to {MOST_SIZE} numbers are due, not {len(values)}")
    rows = [list(row) for row in unit(ring, len(values))]
    for k, value in enumerate(values):
        rows[k][k] = value
    return tuple(map(tuple, rows))


def conjugated(told: Told, rows: Rows) -> Value:
    """Give P D P^-1 with a unimodular P."""
    n, size = len(rows), told.height()
    if len(rows[0]) != n:
        raise NotUnderstood("a square matrix is due")
    if n == 1:
        return matrix_value(rows)

    def make() -> Value | None:
        change, back = base_change(told, n, max(size, 4))
        found = times(times(change, rows), back)
        return matrix_value(found) if is_small(found, size) and found != rows else None

    if all(times(rows, p) == times(p, rows) for p in _elementary(told.ring, n)):
        return matrix_value(rows)  # a multiple of the identity is similar to itself alone
    return told.tried(make, f"similar matrix up to height {size}")


def _elementary(ring: Ring, n: int) -> list[Rows]:
    found = []
    for i in range(n):
        for j in range(n):
            rows = [list(row) for row in unit(ring, n)]
            rows[i][j] = number(ring, 1)
            found.append(tuple(map(tuple, rows)))
    return found


def similar_to(told: Told) -> Value:
    """Conjugate a matrix."""
    return conjugated(told, told.matrix("D"))


def with_eigenvalues(told: Told) -> Value:
    """Conjugate a diagonal matrix."""
    return conjugated(told, diagonal_rows(told.ring, told.numbers("values")))


def with_jordan(told: Told) -> Value:
    """Conjugate a matrix of Jordan blocks."""
    values, sizes = told.numbers("values"), told.wholes("sizes")
    if len(values) != len(sizes) or any(k < 1 for k in sizes) or sum(sizes) > MOST_SIZE:
        raise NotUnderstood("with_jordan: a size for each eigenvalue is due: ({2, 3}, {2, 1})")
    spread: list[Scalar] = [v for v, k in zip(values, sizes, strict=True) for _ in range(k)]
    rows = [list(row) for row in diagonal_rows(told.ring, tuple(spread))]
    start = 0
    for k in sizes:
        for i in range(start, start + k - 1):
            rows[i][i + 1] = number(told.ring, 1)
        start += k
    return conjugated(told, tuple(map(tuple, rows)))


def as_columns(told: Told) -> Value:
    """Write vectors as columns."""
    return matrix_value(turned(told.vectors("vectors")))


def as_rows(told: Told) -> Value:
    """Write vectors as rows."""
    return matrix_value(told.vectors("vectors"))


def gram_is_diagonal(rows: Rows) -> bool:
    """Say whether different rows are orthogonal."""
    return not any(dot(a, b) for i, a in enumerate(rows) for b in rows[:i])
