"""The libraries that compute. Nothing they return is believed; tests put wrong ones here."""

from typing import Any

import numpy as np

from exactspaces.errors import NoAnswer
from exactspaces.numeric.arrays import Array
from exactspaces.numeric.libraries import scipy_linalg, scipy_sparse

_ROUNDS = 8
_SHIFT = 100
_NEAR = 0.01
Triple = tuple[Array, Array, Array]


def svd(A: Array, *, full: bool = False) -> Triple:
    """Compute U, s, V* by LAPACK, in the arithmetic of the array.

    Raises NoAnswer when neither of its two methods converges.
    """
    try:
        return tuple(np.linalg.svd(A, full_matrices=full))  # type: ignore[return-value]
    except np.linalg.LinAlgError:
        return _slower_svd(A, full=full)


def _slower_svd(A: Array, *, full: bool) -> Triple:
    library = scipy_linalg()
    try:
        found: Triple = library.svd(A, full_matrices=full, lapack_driver="gesvd")
    except library.LinAlgError as error:
        raise NoAnswer(f"LAPACK's singular values did not converge: {error}") from error
    return found


def eigh(A: Array) -> tuple[Array, Array]:
    """Compute eigenvalues, ascending, and eigenvectors of a Hermitian array by LAPACK.

    Raises NoAnswer when it does not converge.
    """
    try:
        w, Q = np.linalg.eigh(A)
    except np.linalg.LinAlgError as error:
        raise NoAnswer(f"LAPACK's eigenvalues did not converge: {error}") from error
    return w, Q


def some_singular(A: Any, k: int, seed: int) -> Triple:
    """Compute the k largest singular values and vectors by ARPACK.

    Raises NoAnswer when it does not converge, or breaks down as on a zero matrix.
    """
    library = scipy_sparse().linalg
    try:
        U, s, Vh = library.svds(A, k=k, rng=np.random.default_rng(seed))
    except library.ArpackError as error:
        raise NoAnswer(f"ARPACK found no answer for k = {k}: {error}") from error
    order = np.argsort(-s)
    return U[:, order], s[order], Vh[order]


def some_eigen(A: Any, k: int, which: str, seed: int) -> tuple[Array, Array]:
    """Compute k eigenvalues, ascending, and vectors at one end of the spectrum by ARPACK.

    Raises NoAnswer when it does not converge, or breaks down as on a zero matrix.
    """
    library = scipy_sparse().linalg
    start = np.random.default_rng(seed).standard_normal(A.shape[0])
    try:
        w, Q = library.eigsh(A, k=k, which=which, v0=start.astype(A.dtype))
    except library.ArpackError as error:
        raise NoAnswer(f"ARPACK found no answer for k = {k}: {error}") from error
    order = np.argsort(w)
    return w[order], Q[:, order]


def orthonormal(A: Array) -> Array:
    """Compute an orthonormal basis of the columns by Householder reflections."""
    return np.linalg.qr(A, mode="reduced")[0]


@np.errstate(all="ignore")
def spanning(A: Array) -> Array:
    """Compute a nearly orthonormal basis of the columns of a tall array by Cholesky factors.

    X R^-1 for X*X = R*R is orthonormal but for rounding, and several times as fast as reflections.
    Where Cholesky's algorithm meets a pivot that is not positive, a shift makes the columns better
    conditioned, and the next round goes on; after a few rounds without success reflections do it.

    Source: T. Fukaya, R. Kannan, Y. Nakatsukasa, Y. Yamamoto, Y. Yanagisawa, Shifted Cholesky QR,
    SIAM J. Sci. Comput. 42 (2020).
    """
    X, n = A, A.shape[1]
    for _ in range(_ROUNDS):
        gram = X.conj().T @ X
        if not np.all(np.isfinite(gram)):
            return orthonormal(A)
        near = float(np.max(np.abs(gram - np.eye(n)))) < _NEAR
        L = cholesky(gram)
        if L is None:
            shift = _SHIFT * float(np.finfo(gram.dtype).eps) * float(np.trace(gram).real)
            L = cholesky(gram + shift * np.eye(n, dtype=gram.dtype))
        if L is None:
            return orthonormal(A)
        X = X @ np.linalg.inv(L).conj().T
        if near:
            return X
    return orthonormal(A)


def triangular(A: Array) -> tuple[Array, Array]:
    """Compute Q and R with A = Q R."""
    Q, R = np.linalg.qr(A, mode="reduced")
    return Q, R


def conditioned(A: Array) -> Array:
    """Replace columns by better conditioned ones with the same span: the factor L of P A = L U."""
    found: Array = scipy_linalg().lu(A, permute_l=True, check_finite=False, overwrite_a=True)[0]
    return found


def inverse(A: Array) -> Array | None:
    """Compute the inverse of a square array; None where LAPACK meets a pivot 0."""
    try:
        return np.linalg.inv(A)
    except np.linalg.LinAlgError:
        return None


def cholesky(A: Array) -> Array | None:
    """Compute L with A = L L* from the lower triangle; None where a pivot is not positive."""
    try:
        return np.linalg.cholesky(A)
    except np.linalg.LinAlgError:
        return None


def triangular_solution(L: Array, b: Array, *, turned: bool = False) -> Array:
    """Solve L x = b, or L* x = b when turned, for lower triangular L."""
    trans = ("C" if np.iscomplexobj(L) else "T") if turned else "N"
    found: Array = scipy_linalg().solve_triangular(
        L, b, lower=True, trans=trans, check_finite=False
    )
    return found


def least_squares(A: Array, b: Array) -> Array:
    """Compute a least-squares solution by LAPACK.

    Raises NoAnswer when it does not converge.
    """
    try:
        return np.linalg.lstsq(A, b, rcond=None)[0]
    except np.linalg.LinAlgError as error:
        raise NoAnswer(f"LAPACK's least squares did not converge: {error}") from error
