"""Lower bounds from a dominant diagonal, after scaling by a positive vector.

For a Hermitian matrix A let C be its comparison matrix: the diagonal of A, and minus the moduli of
all other entries. For any vector v > 0, with D = diag(v), the circles of Gershgorin for D^-1 A D,
which has the eigenvalues of A, all lie to the right of min (C v)_i / v_i. So

    lambda_min(A) >= min over i of (C v)_i / v_i.

The vector needs no proof: any v > 0 gives a true bound. Good ones solve C v = 1 roughly.

Sources: S. Gershgorin 1931; A. Ostrowski 1937; R. S. Varga, Gersgorin and His Circles, 2004,
sections 1.2 and 5.1.
"""

from typing import Any

import numpy as np

from exactspaces.numeric.arrays import Array
from exactspaces.numeric.bounds import Bound, Unbounded
from exactspaces.numeric.libraries import scipy_sparse
from exactspaces.numeric.rounding import TINY, above, below, gamma

GERSHGORIN = "Gershgorin's circles of D^-1 A D for a positive diagonal D"
_ROUNDS = 60
_STEPS = 100


def dominance(A: Any) -> Bound | Unbounded:
    """Bound the smallest eigenvalue of a Hermitian sparse matrix from below by a positive number.

    >>> import scipy.sparse
    >>> A = scipy.sparse.diags_array([[-1.0] * 9, [2.0] * 10, [-1.0] * 9], offsets=(-1, 0, 1))
    >>> 0.05 < dominance(A.tocsr()).lower <= 0.0810141
    True
    """
    diagonal = np.asarray(A.diagonal())
    if not np.all(diagonal.real > 0):
        return Unbounded("a diagonal entry is not positive: the matrix is not positive definite")
    off = abs(A - scipy_sparse().diags_array(diagonal, format="csr")).tocsr()
    best = 0.0
    for v in _vectors(off, diagonal.real):
        found = ratio(off, diagonal.real, v)
        if found > best:
            best = found
        elif best > 0:
            break
    if best > 0:
        return Bound(best, np.inf, GERSHGORIN)
    return Unbounded(
        "no diagonal scaling was found that makes the diagonal dominant, so the smallest "
        "eigenvalue has no certified lower bound; give lower_bound if you know one"
    )


def ratio(off: Any, diagonal: Array, v: Array) -> float:
    """Bound min ((C v)_i / v_i) from below for v > 0, all roundings accounted for; else 0.

    C v is d v - M v with the moduli M of the other entries; each of the two errs by at most
    gamma(c + 4) of itself, with at most c entries in a row, and what underflows.
    """
    if not np.all(np.isfinite(v)) or not np.all(v > 0):
        return 0.0
    longest = int(np.diff(off.indptr).max(initial=0))
    g, lost = gamma(longest + 4), 8 * (longest + 2) * TINY
    plus = below(diagonal * v * (1 - 2 * g)) - lost
    less = above((off @ v) * (1 + 2 * g)) + lost * (1 + float(v.max()))
    quotients = below(below(below(plus) - above(less)) / v)
    return max(float(quotients.min()), 0.0)


def _vectors(off: Any, diagonal: Array) -> Any:
    """Give positive vectors, better and better ones: 1, then approximate solutions of C v = 1.

    Conjugate gradients on C; they stop when every entry of the residual is below 1/2, since then
    (C v)_i / v_i >= 1 / (2 max v). When C is not definite they lead nowhere, which does no harm.
    """
    ones = np.ones(len(diagonal))
    yield ones
    v, r, p = np.zeros_like(ones), ones.copy(), ones.copy()
    rho = float(r @ r)
    for step in range(1, _ROUNDS * _STEPS):
        q = diagonal * p - off @ p
        curvature = float(p @ q)
        if not curvature > 0 or not np.isfinite(rho):
            return
        alpha = rho / curvature
        v += alpha * p
        r -= alpha * q
        if step % 10 == 0 and np.max(np.abs(r)) < 0.5:
            break
        rho, old = float(r @ r), rho
        if rho == 0.0:
            break
        p *= rho / old
        p += r
    yield v
