"""Matrices as something that multiplies, with a bound for the error of every product.

An operand is scaled by a power of two, so that squares neither overflow nor underflow: the given
matrix is 2**power times the matrix that is worked with, up to `radius` in the Frobenius norm,
which is 0 unless tiny entries underflow.
"""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from exactspaces.errors import NotSuitable
from exactspaces.numeric.arrays import Array, largest, widened
from exactspaces.numeric.balls import Ball, fine_product, frobenius, frobenius_interval, squares
from exactspaces.numeric.bounds import NOTHING, Assumptions
from exactspaces.numeric.inputs import read_matrix, read_tolerance, require_hermitian
from exactspaces.numeric.libraries import is_operator, is_sparse
from exactspaces.numeric.rounding import TINY, difference_down, gamma, product_up, root_up, sum_up

_MODERATE = 200
_ENTRIES = 500_000
_SMALL = 2.0**-300
UNSEEN = (
    "the rounding errors inside an operator cannot be seen; state them as "
    "Assumptions(product_error=...), or pass a matrix"
)


@dataclass(frozen=True, eq=False)
class Dense:
    """An array in float64 or complex128; `native` has the type that was given.

    `times(x)` and `adjoint_times(x)` enclose A x and A* x for an array x with two dimensions;
    `size()` bounds the Frobenius norm from below and above.
    """

    array: Array
    native: Array
    power: int
    radius: float

    @property
    def shape(self) -> tuple[int, int]:
        return int(self.array.shape[0]), int(self.array.shape[1])

    @property
    def matrix(self) -> Array:
        """The array, for whoever multiplies without bounds."""
        return self.array

    @property
    def ball(self) -> Ball:
        """The matrix with what was lost by scaling."""
        return Ball(self.array, self.radius)

    def times(self, x: Array) -> Ball:
        return fine_product(self.ball, Ball(widened(x)))

    def adjoint_times(self, x: Array) -> Ball:
        return fine_product(self.ball.adjoint(), Ball(widened(x)))

    def size(self) -> tuple[float, float]:
        low, high = frobenius_interval(self.array)
        return difference_down(low, self.radius), sum_up(high, self.radius)


@dataclass(frozen=True, eq=False)
class Sparse:
    """A matrix in compressed rows; its conjugate transpose is made when first needed."""

    matrix: Any
    native: Any
    power: int
    radius: float

    @property
    def shape(self) -> tuple[int, int]:
        return int(self.matrix.shape[0]), int(self.matrix.shape[1])

    @cached_property
    def turned(self) -> Any:
        """The conjugate transpose."""
        return self.matrix.conj().T.tocsr()

    def times(self, x: Array) -> Ball:
        return _sparse_product(self.matrix, widened(x), self.radius)

    def adjoint_times(self, x: Array) -> Ball:
        return _sparse_product(self.turned, widened(x), self.radius)

    def size(self) -> tuple[float, float]:
        low, high = frobenius_interval(self.matrix.data)
        return difference_down(low, self.radius), sum_up(high, self.radius)


@dataclass(frozen=True, eq=False)
class Operator:
    """A LinearOperator. `error` times ||x|| bounds the rounding of a product, if declared."""

    matrix: Any
    error: float | None
    power: int = 0

    @property
    def shape(self) -> tuple[int, int]:
        return int(self.matrix.shape[0]), int(self.matrix.shape[1])

    @property
    def native(self) -> Any:
        """The operator itself."""
        return self.matrix

    def times(self, x: Array) -> Ball:
        return self._ball(np.asarray(self.matrix.matmat(x)), x)

    def adjoint_times(self, x: Array) -> Ball:
        return self._ball(np.asarray(self.matrix.rmatmat(x)), x)

    def size(self) -> tuple[float, float]:
        return 0.0, math.inf

    def _ball(self, centre: Array, x: Array) -> Ball:
        radius = math.inf if self.error is None else product_up(self.error, frobenius(x))
        return Ball(widened(centre), radius)


AnyOperand = Dense | Sparse | Operator


def operand(A: Any, name: str = "A", assume: Assumptions = NOTHING) -> AnyOperand:
    """Read a matrix and make it ready for products; what cannot be one is refused.

    Raises NotNumeric, WrongShape; NotSuitable for an operator that is not linear.
    """
    read = read_matrix(A, name)
    if is_operator(read):
        _spot_check_linear(read, name)
        return Operator(read, _product_error(assume))
    if is_sparse(read):
        data, power, lost = scaled(read.data)
        same = data is read.data
        matrix = read if same else type(read)((data, read.indices, read.indptr), shape=read.shape)
        native = read if power == 0 else matrix
        return Sparse(matrix, native, power, lost)
    array, power, lost = scaled(read)
    return Dense(array, read if power == 0 else array, power, lost)


def _product_error(assume: Assumptions) -> float | None:
    error = assume.product_error
    return None if error is None else read_tolerance(error, "product_error")


def scaled(x: Array) -> tuple[Array, int, float]:
    """Scale by a power of two where the size of the entries asks for it.

    Gives the array in float64 or complex128, the power that was taken out, and a bound of what
    underflowed on the way in the Frobenius norm.
    """
    low, high = squares(x)
    if low > _SMALL and high < 1 / _SMALL:
        return widened(x), 0, 0.0
    size = largest(x)
    power = math.frexp(size)[1] if size else 0
    if abs(power) <= _MODERATE:
        return widened(x), 0, 0.0
    real = widened(x).copy()
    flat = real.view(np.float64) if np.iscomplexobj(real) else real
    with np.errstate(under="ignore"):
        small = np.ldexp(flat, -power)
    is_exact = bool(np.array_equal(np.ldexp(small, power), flat))
    lost = 0.0 if is_exact else product_up(root_up(float(small.size)), TINY)
    return (small.view(np.complex128) if np.iscomplexobj(real) else small), power, lost


def _sparse_product(matrix: Any, x: Array, radius: float) -> Ball:
    """Multiply; a row with c entries adds c products, so the error is gamma(c + 2) |A| |x|.

    The product |A| |x| is computed too, and not its norms multiplied: with few entries in a row
    that is far smaller. It errs itself by the same factor, for which the 1.01 makes room.
    """
    centre = np.asarray(matrix @ x)
    longest = int(np.diff(matrix.indptr).max(initial=0))
    is_complex = np.iscomplexobj(matrix.data) and np.iscomplexobj(x)
    factor = gamma(4 * longest + 8) if is_complex else gamma(longest + 2)
    moduli = _moduli(matrix, np.abs(x))
    lost = product_up(8.0 * longest, root_up(2.0 * centre.size), TINY)
    lost = product_up(lost, sum_up(1.0, frobenius(matrix.data), frobenius(x)))
    error = sum_up(product_up(1.01, factor, frobenius(moduli)), lost)
    return Ball(centre, sum_up(error, product_up(radius, frobenius(x)) if radius else 0.0))


def _moduli(matrix: Any, x: Array) -> Array:
    """Multiply the moduli of a sparse matrix, some rows at a time, to save memory."""
    step = max(_ENTRIES * matrix.shape[0] // max(matrix.nnz, 1), 1)
    starts = range(0, matrix.shape[0], step)
    return np.concatenate([abs(matrix[start : start + step]) @ x for start in starts])


def _random(shape: tuple[int, ...], seed: int, *, is_complex: bool) -> Array:
    rng = np.random.default_rng(seed)
    x = rng.standard_normal(shape)
    return x + 1j * rng.standard_normal(shape) if is_complex else x


def _applied(product: Any, x: Array, name: str, length: int) -> Array:
    found = np.asarray(product(x)).ravel()
    if found.shape != (length,):
        raise NotSuitable(f"{name} gives {found.size} numbers for a product; {length} are due")
    if not np.all(np.isfinite(found)):
        raise NotSuitable(f"{name} gives nan or infinity for a product with random numbers")
    return found


def _spot_check_linear(A: Any, name: str) -> None:
    is_complex = np.iscomplexobj(np.zeros(1, A.dtype))
    x, y = (_random((A.shape[1],), seed, is_complex=is_complex) for seed in (1, 2))
    parts = [_applied(A.matvec, z, name, A.shape[0]) for z in (x, y, 2 * x - 3 * y)]
    size = max(float(np.linalg.norm(part)) for part in parts)
    if np.linalg.norm(2 * parts[0] - 3 * parts[1] - parts[2]) > 1e-3 * size:
        raise NotSuitable(
            f"{name} is not linear: {name}(2x - 3y) is not 2 {name}x - 3 {name}y for random "
            "vectors; pass an operator whose matvec is linear"
        )


def require_self_adjoint(A: AnyOperand, name: str = "A") -> None:
    """Make sure that a matrix is Hermitian, entry by entry; spot-check an operator.

    Raises NotSuitable when it is not.
    """
    if not isinstance(A, Operator):
        require_hermitian(A.native, name)
        return
    is_complex = np.iscomplexobj(np.zeros(1, A.matrix.dtype))
    x, y = (_random((A.shape[1],), seed, is_complex=is_complex) for seed in (3, 4))
    ax, ay = (_applied(A.matrix.matvec, z, name, A.shape[0]) for z in (x, y))
    left, right = complex(np.vdot(y, ax)), complex(np.vdot(ay, x))
    if abs(left - right) > 1e-3 * float(np.linalg.norm(ax) * np.linalg.norm(y)):
        raise NotSuitable(
            f"{name} is not self-adjoint: the inner products of {name}x with y and of x with "
            f"{name}y are {left:.6g} and {right:.6g} for random vectors"
        )


def operator_assumption(A: AnyOperand) -> tuple[str, ...]:
    """Name what is taken on trust about an operator."""
    if not isinstance(A, Operator):
        return ()
    return (f"each product with the operator errs by at most {A.error} times the norm",)
