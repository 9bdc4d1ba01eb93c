"""Lower bounds from a dominant diagonal, after scaling by a positive vector.

For a Hermitian matrix A let C be its comparison matrix: the diagonal of A, and minus the moduli of
all other entries. For any vector v > 0, with D = diag(v), the circles of Gershgorin for D^-1 A D,
which has the eigenvalues of A, all lie to the right of min (C v)_i / v_i. So

    lambda_min(A) >= min over i of (C v)_i / v_i.

The vector needs no proof: any v > 0 gives a true bound. Good ones solve C v = 1 roughly.

Sources: S. Gershgorin 1931; A. Ostrowski 1937; R. S. Varga, Gersgorin and His Circles, 2004,
sections 1.2 and 5.1.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from exactspaces.numeric.arrays import Array
from exactspaces.numeric.bounds import Bound, Unbounded
from exactspaces.numeric.conjugate import begun
from exactspaces.numeric.rounding import TINY, above, below, gamma

GERSHGORIN = "Gershgorin's circles of D^-1 A D for a positive diagonal D"
_ROUNDS = 600
_STEPS = 10
_ENOUGH = 0.125


def dominance(A: Any) -> Bound | Unbounded:
    """Bound the smallest eigenvalue of a Hermitian sparse matrix from below by a positive number.

    >>> import scipy.sparse
    >>> A = scipy.sparse.diags_array([[-1.0] * 9, [2.0] * 10, [-1.0] * 9], offsets=(-1, 0, 1))
    >>> 0.05 < dominance(A.tocsr()).lower <= 0.0810141
    True
    """
    diagonal = np.asarray(A.diagonal()).real
    if not np.all(diagonal > 0):
        return Unbounded("a diagonal entry is not positive: the matrix is not positive definite")
    C = compared(A, diagonal)
    best = max(ratio(C, diagonal, v) for v in _vectors(C))
    if best > 0:
        return Bound(best, np.inf, GERSHGORIN)
    return Unbounded(
        "no diagonal scaling was found that makes the diagonal dominant, so the smallest "
        "eigenvalue has no certified lower bound; if you know one, state it as "
        "Assumptions(lower_bound=...)"
    )


def compared(A: Any, diagonal: Array) -> Any:
    """Give the comparison matrix of a matrix in compressed rows with a positive diagonal."""
    if not np.iscomplexobj(A.data) and np.count_nonzero(A.data > 0) == len(diagonal):
        return A
    data = -np.abs(A.data)
    rows = np.repeat(np.arange(len(diagonal)), np.diff(A.indptr))
    data[A.indices == rows] = diagonal
    return type(A)((data, A.indices, A.indptr), shape=A.shape)


def ratio(C: Any, diagonal: Array, v: Array) -> float:
    """Bound min ((C v)_i / v_i) from below for v > 0, all roundings accounted for; at least 0.

    With at most c entries in a row, C v errs by at most gamma(c + 4) |C| v, moduli that were
    rounded included, and |C| v = 2 d v - C v; the factor 1.01 covers that this is computed, too.
    """
    if not np.all(np.isfinite(v)) or not np.all(v > 0):
        return 0.0
    longest = int(np.diff(C.indptr).max(initial=0))
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        applied = np.asarray(C @ v)
        error = 1.01 * gamma(longest + 4) * (2 * diagonal * v + np.abs(applied))
        lost = 8 * (longest + 2) * TINY * (1 + float(v.max()) + float(diagonal.max()))
        quotients = below(below(below(applied - above(error)) - lost) / v)
    least = float(quotients.min())
    return least if least > 0 else 0.0


def _vectors(C: Any) -> Iterator[Array]:
    """Give positive vectors, better and better ones: 1, then approximate solutions of C v = 1.

    Conjugate gradients on C; they stop when every entry of the residual is below 1/8, since then
    (C v)_i / v_i >= 7 / (8 max v). When C is not definite they lead nowhere, which does no harm.
    """
    ones = np.ones(C.shape[0])
    yield ones
    run = begun(C, ones)
    for _ in range(_ROUNDS):
        run.run(0.0, _STEPS)
        if run.fault or np.max(np.abs(run.r)) < _ENOUGH:
            break
    yield run.x
