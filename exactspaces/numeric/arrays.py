"""The type of arrays, and small questions about them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def widened(x: Array) -> Array:
    """Give the same numbers as float64 or complex128: exact for every smaller type."""
    return x.astype(np.complex128 if np.iscomplexobj(x) else np.float64, copy=False)


def as_reals(x: Array) -> Array:
    """See a complex array as one of real numbers, real and imaginary parts side by side."""
    if not np.iscomplexobj(x):
        return x
    return np.ascontiguousarray(x).view(x.real.dtype)


def largest(x: Array) -> float:
    """Give the largest modulus among real and imaginary parts; nan if there is a nan, 0 if none.

    It needs no array of the size of x.
    """
    if x.size == 0:
        return 0.0
    if np.iscomplexobj(x):
        return _largest_of(_largest(x.real), _largest(x.imag))
    return _largest(x)


def _largest(x: Array) -> float:
    return _largest_of(abs(float(x.max())), abs(float(x.min())))


def _largest_of(first: float, second: float) -> float:
    return float(np.maximum(first, second))


def rescaled(x: Array, power: int) -> tuple[Array, bool]:
    """Multiply floats by 2**power; say whether that was exact for every entry."""
    if power == 0:
        return x, True
    real = as_reals(np.ascontiguousarray(x))
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        moved = np.ldexp(real, power)
        is_exact = bool(np.array_equal(np.ldexp(moved, -power), real))
    return (moved.view(x.dtype).reshape(x.shape) if np.iscomplexobj(x) else moved), is_exact


def adjoint(x: Array) -> Array:
    """Give the conjugate transpose; without a copy where the entries are real."""
    return x.conj().T if np.iscomplexobj(x) else x.T
