"""The singular value decomposition: all of it, or its largest part."""

import math
from dataclasses import replace
from typing import Any

from exactspaces.errors import NotSuitable, TooLarge
from exactspaces.numeric import engines
from exactspaces.numeric.arrays import Array, adjoint, rescaled, widened
from exactspaces.numeric.bounds import NOTHING, Assumptions, Bound, settled, shifted
from exactspaces.numeric.inputs import read_count
from exactspaces.numeric.operands import (
    AnyOperand,
    Dense,
    Operator,
    Sparse,
    operand,
    operator_assumption,
)
from exactspaces.numeric.perturbation import (
    all_singular_values,
    frobenius_remainder,
    leading_singular_values,
    matched_singular_values,
    sines_of_vectors,
)
from exactspaces.numeric.residuals import (
    Fit,
    Triplets,
    fit_of_array,
    fit_of_products,
    nearest_residuals,
    ordered,
    spectral_size,
    with_right,
)
from exactspaces.numeric.results import SVD
from exactspaces.numeric.rounding import hypot_up, sum_up
from exactspaces.numeric.theorems import kept

_LARGEST_SPARSE = 4_000_000
_SMALL = 200


def svd(A: Any, *, full: bool = False) -> SVD:
    """Compute all singular values with bounds, and the vectors: A = U diag(s) Vh.

    For an m x n matrix and k = min(m, n), U is m x k, s has k entries, Vh is k x n; with `full`
    U is m x m and Vh is n x n. LAPACK computes in the arithmetic of A. Every singular value of
    the matrix that the floats of A are, read exactly, lies within `bound`.

    Sources: Weyl 1912; Rump, BIT 51 (2011); `exactspaces.numeric.perturbation` has the theorems.

    Raises NotNumeric, WrongShape, NotSuitable (an operator; use `truncated_svd`), TooLarge (a
    large sparse matrix), NoAnswer (LAPACK did not converge).

    >>> found = svd([[3.0, 0.0], [4.0, 5.0]])
    >>> found.bound.holds([45**0.5, 5**0.5])
    True
    >>> bool(found.bound.radius.max() < 1e-13)
    True
    """
    a = dense_operand(A)
    U, s, Vh = ordered(*engines.svd(a.native, full=full))
    return replace(certified_svd(a, U, s, Vh), matrix=kept(A, a.shape))


def dense_operand(A: Any, name: str = "A") -> Dense:
    """Read a matrix that is going to be used as an array.

    Raises NotSuitable for an operator, TooLarge for a large sparse matrix.
    """
    a = operand(A, name)
    if isinstance(a, Operator):
        raise NotSuitable(f"{name} is an operator, and an array is due; use truncated_svd")
    if isinstance(found := _dense(a), Dense):
        return found
    raise TooLarge(
        f"{name} is sparse, {a.shape[0]} x {a.shape[1]}; all its singular values need an array of "
        "that size. Use truncated_svd, or pass A.toarray() if you want that"
    )


def _dense(a: AnyOperand) -> AnyOperand:
    """Make an array of a sparse matrix that is not large."""
    if not isinstance(a, Sparse) or math.prod(a.shape) > _LARGEST_SPARSE:
        return a
    array = a.matrix.toarray()
    return Dense(array, array, a.power, a.radius)


def certified_svd(a: Dense, U: Array, s: Array, Vh: Array, extra: float = 0.0) -> SVD:
    """Bound a decomposition with min(m, n) triplets; `extra` more is unknown about the matrix."""
    k = s.size
    V = adjoint(Vh)
    fit = fit_of_array(
        Dense(a.array, a.native, a.power, sum_up(a.radius, extra)), (U[:, :k], s, V[:, :k])
    )
    bound, reason = settled(all_singular_values(fit))
    sines = None
    if bound is not None:
        sines = sines_of_vectors(_residuals_from_remainder(fit), bound, a.shape)
    return _result((U, s, Vh), a.power, bound, reason, frobenius_remainder(fit), sines=sines)


def _residuals_from_remainder(fit: Fit) -> Fit:
    """Bound both residuals by the remainder: A V - U diag(s) = E V + U diag(s) (V*V - I)."""
    size = spectral_size(fit)
    left = sum_up(2 * fit.remainder[1], 2 * size * fit.alpha)
    right = sum_up(2 * fit.remainder[1], 2 * size * fit.beta)
    return Fit(fit.s, fit.remainder, left, right, fit.alpha, fit.beta)


def _result(
    triple: tuple[Array, Array, Array],
    power: int,
    bound: Bound | None,
    reason: str,
    remainder: Bound | None,
    **more: Any,  # bounds, by the names of the fields
) -> SVD:
    U, s, Vh = triple
    if power:
        s, is_exact = rescaled(widened(s), power)
        bound, again = settled(shifted(bound, power)) if bound is not None else (None, reason)
        reason = reason or again
        moved = None if remainder is None else settled(shifted(remainder, power))[0]
        remainder = moved if is_exact else None
        for name in ("matched", "probable"):
            part = more.get(name)
            more[name] = None if part is None else settled(shifted(part, power))[0]
    return SVD(U, s, Vh, bound, reason, remainder, **more)


def truncated_svd(A: Any, k: int, *, seed: int = 0, assume: Assumptions = NOTHING) -> SVD:
    """Compute the k largest singular values with bounds, and the vectors.

    For an array, a sparse matrix or a LinearOperator; ARPACK computes (LAPACK where A is small or
    k is large). `bound` encloses the k largest singular values of A: tightly where they stand
    above what is left over, as only its Frobenius norm is known. `matched` is tight as soon as
    ARPACK converged, and says that there are k singular values there, not that none is larger.

    The rounding errors inside an operator cannot be seen. With `Assumptions(product_error=c)` you
    state that ||computed - A x|| <= c ||x|| for every product; without, there is no bound.

    Sources: Golub, Kahan 1965; Parlett 1998, section 11.7; `exactspaces.numeric.perturbation`.

    Raises NotNumeric, WrongShape, NotSuitable (an operator that is not linear), NoAnswer (ARPACK
    did not converge).

    >>> import numpy as np
    >>> found = truncated_svd(np.diag([5.0, 4.0, 0.25, 0.125]), 2)
    >>> found.bound.holds([5.0, 4.0])
    True
    """
    a = operand(A, assume=assume)
    k = read_count(k, min(a.shape))
    if min(a.shape) <= _SMALL or 3 * k > min(a.shape):
        a = _dense(a)
    if isinstance(a, Dense) and (min(a.shape) <= _SMALL or 3 * k > min(a.shape)):
        return _cut(svd(A), k, a)
    if k >= min(a.shape):
        return svd(A) if isinstance(a, Sparse) else _too_many(k)
    U, s, Vh = ordered(*engines.some_singular(a.native, k, seed))
    return certified_part(a, (U, s, Vh), best_fit(a, (U, s, adjoint(Vh))))


def _too_many(k: int) -> SVD:
    raise NotSuitable(
        f"k = {k}: an operator gives fewer singular values than it has rows, columns"
    )


def _cut(found: SVD, k: int, a: Dense) -> SVD:
    """Keep k triplets of a whole decomposition."""
    U, s, Vh = found.U[:, :k], found.s[:k], found.Vh[:k]
    parts = [None if b is None else b.part(slice(k)) for b in (found.bound, found.sines)]
    fit = fit_of_array(a, (U, rescaled(s, -a.power)[0], adjoint(Vh)))
    remainder = settled(shifted(frobenius_remainder(fit), a.power))[0]
    whole = found.matrix if k == found.s.size else None
    return SVD(U, s, Vh, parts[0], found.reason, remainder, parts[0], parts[1], matrix=whole)


def best_fit(a: AnyOperand, triplets: Triplets) -> Fit:
    """Bound residuals: of an array from its remainder, of others from products."""
    if isinstance(a, Dense):
        return with_right(fit_of_array(a, triplets, left=True, probe=widened(triplets[2])))
    return fit_of_products(a, triplets)


def certified_part(
    a: AnyOperand, triple: tuple[Array, Array, Array], fit: Fit, probable: Bound | None = None
) -> SVD:
    """Bound a decomposition with some of the triplets."""
    bound, reason = settled(leading_singular_values(fit))
    matched, why = settled(matched_singular_values(fit))
    sines = None
    if matched is not None:
        matched = replace(matched, assumes=operator_assumption(a))
    if bound is not None:
        left, right, outside = nearest_residuals(fit)
        rest = sum_up(outside, hypot_up(left, right))
        sines = sines_of_vectors(fit, bound, a.shape, rest)
    remainder = frobenius_remainder(fit) if math.isfinite(fit.remainder[1]) else None
    return _result(
        triple,
        a.power,
        bound,
        reason if matched is not None else why,
        remainder,
        matched=matched,
        sines=sines,
        probable=probable,
    )
