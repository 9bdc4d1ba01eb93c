"""What comes in: arrays are looked at before any work starts, and refused with a remedy."""

import math
import operator
from typing import Any

import numpy as np

from exactspaces.errors import NotNumeric, NotSuitable, WrongShape
from exactspaces.numeric.arrays import Array, adjoint, largest
from exactspaces.numeric.libraries import is_operator, is_sparse, scipy_sparse
from exactspaces.numeric.rounding import require_standard_rounding

_KINDS = "float32, float64, complex64, complex128 or integers below 2**53"
_LARGEST_INTEGER = 2**53


def read_matrix(A: Any, name: str = "A") -> Any:
    """Take a matrix: an array, nested lists of numbers, a sparse matrix or a LinearOperator.

    Arrays come back as they are, float32 included, integers as float64; sparse ones as CSR.

    Raises NotNumeric for entries that are no finite floats, WrongShape for what has not two
    dimensions or is empty.

    >>> read_matrix([[1, 2]])
    array([[1., 2.]])
    """
    require_standard_rounding()
    if is_operator(A):
        _require_size(A.shape, name)
        return A
    if is_sparse(A):
        return _read_sparse(A, name)
    array = _read_array(A, name)
    if array.ndim != 2:
        raise WrongShape(
            f"{name} has shape {array.shape}, and a matrix with two dimensions is due; write "
            f"{name}.reshape(1, -1) for one row, {name}.reshape(-1, 1) for one column"
        )
    _require_size(array.shape, name)
    _require_finite(array, name)
    return array


def read_vector(b: Any, length: int, name: str = "b") -> Array:
    """Take a vector of a known length.

    Raises NotNumeric for entries that are no finite floats, WrongShape for another shape.

    >>> read_vector([1, 2], 2)
    array([1., 2.])
    """
    array = _read_array(b, name)
    if array.shape == (length, 1):
        array = array[:, 0]
    if array.shape != (length,):
        raise WrongShape(
            f"{name} has shape {array.shape}, and a vector of {length} numbers is due"
        )
    _require_finite(array, name)
    return array


def read_count(k: Any, most: int, name: str = "k") -> int:
    """Take a whole number from 1 to `most`.

    Raises WrongShape for any other.
    """
    try:
        count = operator.index(k)
    except TypeError:
        count = 0
    if isinstance(k, bool) or not 1 <= count <= most:
        raise WrongShape(f"{name} = {k!r}, and a whole number from 1 to {most} is due")
    return count


def read_tolerance(value: Any, name: str) -> float:
    """Take a positive number.

    Raises NotNumeric for any other.
    """
    if isinstance(value, bool) or not isinstance(value, float | int | np.floating):
        raise NotNumeric(f"{name} = {value!r}, and a positive number is due")
    if not 0 < value < math.inf:
        raise NotNumeric(f"{name} = {value!r}, and a positive number is due")
    return float(value)


def require_square(A: Any, name: str = "A") -> int:
    """Make sure that a matrix is square; give its size.

    Raises WrongShape when it is not.
    """
    rows, columns = A.shape
    if rows != columns:
        raise WrongShape(f"{name} has {rows} rows and {columns} columns; it has to be square")
    return int(rows)


def require_hermitian(A: Any, name: str = "A") -> None:
    """Make sure that an array or a sparse matrix equals its conjugate transpose exactly.

    Raises NotSuitable with the first place where it does not.
    """
    word = "symmetric" if not np.iscomplexobj(A) else "Hermitian"
    if is_sparse(A):
        if _is_hermitian(A):
            return
        difference = (A - A.conj().T).tocoo()
        at = np.flatnonzero(difference.data)
        places = np.stack([difference.row, difference.col], axis=1)[at[:1]]
    else:
        places = np.argwhere(adjoint(A) != A)[:1]
    if len(places):
        i, j = (int(x) for x in places[0])
        raise NotSuitable(
            f"{name} is not {word}: entry ({i}, {j}) is {A[i, j]} and entry ({j}, {i}) is "
            f"{A[j, i]} (rows and columns counted from 0); pass (A + A.conj().T) / 2 if the "
            "difference is noise"
        )


def _is_hermitian(A: Any) -> bool:
    """Compare with the adjoint, in compressed rows both; a stored 0 may give a wrong no."""
    turned = A.T.tocsr()
    return bool(
        np.array_equal(turned.indptr, A.indptr)
        and np.array_equal(turned.indices, A.indices)
        and np.array_equal(turned.data.conj(), A.data)
    )


def _read_array(A: Any, name: str) -> Array:
    if isinstance(A, np.ma.MaskedArray):
        raise NotNumeric(f"{name} is a masked array; fill the gaps first, as in {name}.filled(0)")
    try:
        array = np.asarray(A)
    except ValueError as error:
        raise WrongShape(f"{name} has rows of different lengths: {error}") from error
    return _floats(array, name)


def _floats(array: Array, name: str) -> Array:
    """Give floats as they are and integers as float64 when that is exact."""
    kind, size = array.dtype.kind, array.dtype.itemsize
    if (kind == "f" and size in {4, 8}) or (kind == "c" and size in {8, 16}):
        return array if array.dtype.isnative else array.astype(array.dtype.newbyteorder("="))
    if kind == "f" and size == 2:
        return array.astype(np.float32)
    if kind in "iub":
        _require_small(array, name)
        return array.astype(np.float64)
    remedy = "for exact entries use exactspaces.matrix; else convert with .astype(float)"
    raise NotNumeric(f"{name} has entries of type {array.dtype}, and {_KINDS} are due; {remedy}")


def _require_small(array: Array, name: str) -> None:
    if array.size and max(int(array.max()), -int(array.min())) > _LARGEST_INTEGER:
        raise NotNumeric(
            f"{name} has an integer beyond 2**53, which is not always a float64; use "
            "exactspaces.matrix for exact work, or round the entries yourself with .astype(float)"
        )


def _require_size(shape: tuple[int, ...], name: str) -> None:
    if 0 in shape:
        raise WrongShape(f"{name} has shape {tuple(shape)}: it is empty, and an entry is due")


def _require_finite(array: Array, name: str) -> None:
    with np.errstate(over="ignore", invalid="ignore"):
        total = complex(array.sum())
    if math.isfinite(total.real) and math.isfinite(total.imag):
        return  # a nan or an infinity would show in the sum; a sum may also overflow
    if math.isfinite(largest(array)):
        return
    place = tuple(int(x) for x in np.argwhere(~np.isfinite(array))[0])
    raise NotNumeric(
        f"{name} has the entry {array[place]} at {place} (counted from 0); every entry has to be "
        "a finite number"
    )


def _read_sparse(A: Any, name: str) -> Any:
    if A.ndim != 2:
        raise WrongShape(f"{name} has shape {A.shape}, and a matrix with two dimensions is due")
    _require_size(A.shape, name)
    csr = scipy_sparse().csr_array(A)
    if not csr.has_canonical_format:
        csr = csr.copy()
        csr.sum_duplicates()
    data = _floats(csr.data, name)
    _require_finite(data, f"the stored entries of {name}")
    return (
        csr
        if data is csr.data
        else scipy_sparse().csr_array((data, csr.indices, csr.indptr), shape=csr.shape)
    )
