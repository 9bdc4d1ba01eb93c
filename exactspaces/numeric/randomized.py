"""The randomised singular value decomposition, bounded afterwards."""

import math
from dataclasses import replace
from typing import Any

import numpy as np

from exactspaces.errors import WrongShape
from exactspaces.numeric import engines
from exactspaces.numeric.arrays import Array, adjoint
from exactspaces.numeric.balls import Ball, columns_times, minus, product
from exactspaces.numeric.bounds import Bound
from exactspaces.numeric.inputs import read_count
from exactspaces.numeric.operands import AnyOperand, Dense, Sparse, operand
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
_LITTLE = 0.01
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
    Q = _basis(a, min(k + oversample, *a.shape), power_iterations, rng)
    (U, s, Vh), image = _decomposed(a, Q, k)
    if not isinstance(a, Dense):
        return certified_part(a, (U, s, Vh), fit_of_products(a, (U, s, adjoint(Vh))))
    probe = None if np.iscomplexobj(a.array) else rng.standard_normal((a.shape[1], _PROBES))
    left = None if image is None else _left(a, image, s, Vh)
    fit = fit_of_array(a, (U, s, adjoint(Vh)), left=left is None, probe=probe)
    fit = fit if left is None else replace(fit, left=left)
    return certified_part(a, (U, s, Vh), fit, _probable(fit))


def _basis(a: AnyOperand, width: int, iterations: int, rng: np.random.Generator) -> Array:
    """Find an orthonormal basis of the dominant column space."""
    A: Any = a.native
    turned = _adjoint_of(a)
    start = rng.standard_normal((a.shape[1], width))
    Q = A @ start.astype(np.result_type(A.dtype, np.float32), copy=False)
    keep = engines.conditioned if iterations > _FEW else lambda x: x
    for _ in range(iterations):
        Q = A @ keep(turned @ keep(Q))
    return engines.spanning(Q)


@np.errstate(all="ignore")
def _decomposed(a: AnyOperand, Q: Array, k: int) -> tuple[tuple[Array, Array, Array], Ball | None]:
    """Decompose Q Q* A, and cut to k triplets; enclose A* U where that comes without a product.

    It comes from the product A* Q that was needed anyway, if that was made in double precision
    from the array itself.
    """
    if not (isinstance(a, Dense) and a.native is a.array):
        small, s, Vh = engines.svd(adjoint(_adjoint_of(a) @ Q))
        return ((Q @ small)[:, :k], s[:k], Vh[:k]), None
    size = a.size()[1]
    turned = product(Ball(adjoint(a.array)), Ball(Q), size)
    small, s, Vh = engines.svd(adjoint(turned.centre))
    U, image = product(Ball(Q), Ball(small)), product(turned, Ball(small))
    radius = sum_up(image.radius, product_up(size, U.radius))
    return (U.centre[:, :k], s[:k], Vh[:k]), Ball(image.centre[:, :k], radius)


@np.errstate(all="ignore")
def _left(a: Dense, image: Ball, s: Array, Vh: Array) -> float | None:
    """Bound ||A* U - V diag(s)|| from an enclosure of A* U, unless it is not sharp enough.

    The radius of a long product matters when little is left of A. Otherwise the square of what is
    left, by about sigma_1, is the larger part of the bound; only this choice is an estimate.
    """
    rest = a.size()[0] ** 2 - float(s @ s)
    if not image.radius * float(s[0]) < _LITTLE * rest:
        return None
    return minus(image, columns_times(Ball(adjoint(Vh)), s)).norm()


def _adjoint_of(a: AnyOperand) -> Any:
    if isinstance(a, Dense):
        return adjoint(a.native)
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
