"""The randomised singular value decomposition, bounded afterwards."""

import math
from typing import Any

import numpy as np

from exactspaces.errors import WrongShape
from exactspaces.numeric import engines
from exactspaces.numeric.arrays import Array, adjoint
from exactspaces.numeric.bounds import Bound
from exactspaces.numeric.inputs import read_count
from exactspaces.numeric.operands import AnyOperand, Dense, Operator, Sparse, operand
from exactspaces.numeric.residuals import (
    Fit,
    fit_of_array,
    fit_of_products,
    nearest_residuals,
)
from exactspaces.numeric.results import SVD
from exactspaces.numeric.rounding import above, below, hypot_up, product_up, sum_up
from exactspaces.numeric.singular import certified_part

_PROBES = 6
_FEW = 2
_MOST = 10_000
_FACTOR = product_up(10.0, 0.7978845608028655)  # 10 sqrt(2 / pi), rounded up
_CHANCE = (
    "independent normal numbers: wrong with probability at most 1e-6 over those that were drawn"
)


def randomized_svd(
    A: Any, k: int, *, oversample: int = 10, power_iterations: int = 4, seed: int = 0
) -> SVD:
    """Compute about the k largest singular values and vectors from products with random vectors.

    `bound` holds whatever was drawn: from below sigma_i >= s_i - ||A*U - V diag(s)||, from above
    sigma_i^2 <= (s_i + that)^2 + ||A - U diag(s) V*||^2. `probable`, for real arrays, replaces the
    last norm by an estimate of the spectral norm from six further random vectors: it is sharper,
    and wrong with a probability below 1e-6.

    Sources: N. Halko, P. G. Martinsson, J. A. Tropp, SIAM Review 53 (2011): algorithms 4.4 and
    5.1, lemma 4.1.

    Raises NotNumeric, WrongShape, NotSuitable (an operator that is not linear).

    >>> import numpy as np
    >>> A = np.outer(np.arange(1.0, 7), np.arange(1.0, 5))
    >>> found = randomized_svd(A, 1)
    >>> found.bound.holds((91 * 30) ** 0.5)
    True
    """
    a = operand(A)
    k = read_count(k, min(a.shape))
    for name, value in (("oversample", oversample), ("power_iterations", power_iterations)):
        if not 0 <= value <= _MOST:
            raise WrongShape(f"{name} = {value!r}, and a whole number from 0 to {_MOST} is due")
    rng = np.random.default_rng(seed)
    U, s, Vh = _computed(a, min(k + oversample, *a.shape), power_iterations, rng)
    U, s, Vh = U[:, :k], s[:k], Vh[:k]
    if not isinstance(a, Dense):
        return certified_part(a, (U, s, Vh), fit_of_products(a, (U, s, adjoint(Vh))))
    probe = None if np.iscomplexobj(a.array) else rng.standard_normal((a.shape[1], _PROBES))
    fit = fit_of_array(a, (U, s, adjoint(Vh)), left=True, probe=probe)
    return certified_part(a, (U, s, Vh), fit, _probable(fit))


def _computed(
    a: AnyOperand, width: int, iterations: int, rng: np.random.Generator
) -> tuple[Array, Array, Array]:
    """Find an orthonormal basis of the dominant column space, and decompose within it."""
    A: Any = a.native
    turned = adjoint(a.native) if isinstance(a, Dense) else _turned(a)
    start = rng.standard_normal((a.shape[1], width))
    Q = A @ start.astype(np.result_type(A.dtype, np.float32), copy=False)
    keep = engines.conditioned if iterations > _FEW else lambda x: x
    for _ in range(iterations):
        Q = A @ keep(turned @ keep(Q))
    Q = engines.orthonormal(Q)
    small, s, Vh = engines.svd(adjoint(turned @ Q))
    return Q @ small, s, Vh


def _turned(a: Sparse | Operator) -> Any:
    return a.turned if isinstance(a, Sparse) else a.matrix.H


@np.errstate(all="ignore")
def _probable(fit: Fit) -> Bound | None:
    """Enclose the singular values with the spectral norm of the remainder as estimated.

    For a fixed real matrix E and r independent standard normal vectors w,
    ||E|| <= 10 sqrt(2/pi) max ||E w|| except with probability 10^(-r) (lemma 4.1).
    """
    if fit.probed.size == 0 or not fit.is_orthogonal:
        return None
    spectral = product_up(_FACTOR, float(fit.probed.max()))
    if not math.isfinite(spectral):
        return None
    smaller = Fit(
        fit.s, (0.0, min(spectral, fit.remainder[1])), fit.left, fit.right, fit.alpha, fit.beta
    )
    left, _, outside = nearest_residuals(smaller)
    upper = np.array([hypot_up(sum_up(float(x), left), outside) for x in fit.s])
    lower = np.maximum(below(fit.s - left), 0.0)
    theorem = "interlacing and squares, with an estimate of the spectral norm (Halko et al. 2011)"
    return Bound(lower, above(upper), theorem, (_CHANCE,))
