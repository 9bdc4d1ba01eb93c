"""Conjugate gradients and GMRES: the iteration is watched, the result is bounded afterwards."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from exactspaces.errors import WrongShape
from exactspaces.numeric.arrays import Array
from exactspaces.numeric.balls import Ball, minus
from exactspaces.numeric.bounds import NOTHING, Assumptions, Bound, Unbounded, at_most
from exactspaces.numeric.definite import Floor, given_floor, smallest_eigenvalue, smallest_singular
from exactspaces.numeric.inputs import read_count, read_tolerance, read_vector, require_square
from exactspaces.numeric.libraries import scipy_linalg, scipy_sparse
from exactspaces.numeric.operands import (
    UNSEEN,
    AnyOperand,
    Operator,
    operand,
    operator_assumption,
    require_self_adjoint,
    scaled,
)
from exactspaces.numeric.results import Solution
from exactspaces.numeric.rounding import quotient_up
from exactspaces.numeric.systems import scaled_back

Progress = Callable[[int, float], None]
"""Called now and then with the number of steps and the relative residual."""

_EVERY = 25
_LEFT = "the iteration left the range of float64"


def cg(  # noqa: PLR0913 - SciPy's cg has these options, too
    A: Any,
    b: Any,
    *,
    rtol: float = 1e-8,
    max_steps: int | None = None,
    assume: Assumptions = NOTHING,
    progress: Progress | None = None,
) -> Solution:
    """Solve A x = b for a Hermitian positive definite A by conjugate gradients.

    The iteration ends when its own residual is below rtol ||b||, or after `max_steps` (ten times
    the size). Then the residual is computed afresh, and ||exact - x|| <= ||b - A x|| / c for a
    certified c <= lambda_min(A): by Cholesky for arrays and small matrices, by Gershgorin's
    circles for sparse ones. Where you know a lower bound, state it as
    `Assumptions(lower_bound=c)`; the result then names it. Operators need that, and
    `product_error` (see `truncated_svd`).

    Sources: M. R. Hestenes, E. Stiefel 1952; Rump, BIT 46 (2006); Varga 2004.

    Raises NotNumeric, WrongShape, NotSuitable (not Hermitian; an operator that is not linear).

    >>> found = cg([[4.0, 1.0], [1.0, 3.0]], [1.0, 2.0])
    >>> bool(abs(found.x - [1 / 11, 7 / 11]).max() <= found.bound.upper < 1e-8)
    True
    >>> print(cg([[1.0, 2.0], [2.0, 1.0]], [1.0, 0.0]).reason)
    the matrix is not positive definite: a direction p has p*Ap = -12 as computed
    """
    a, right = _read(A, b, assume)
    require_self_adjoint(a)
    limits = _limits(rtol, max_steps, 10 * a.shape[0])
    x, history, fault = _conjugate(a.matrix, right.values, limits, progress)
    if fault:
        return _finished(a, x, right, Unbounded(fault), _Run(history, converged=False))
    least = given_floor(assume, a.power, "eigenvalue") or smallest_eigenvalue(a)
    run = _Run(history, converged=history[-1] <= limits[0] * history[0])
    return _finished(a, x, right, least, run)


@dataclass(frozen=True, eq=False)
class _Right:
    """The right side, scaled: it is 2**power times `values`, up to `lost`."""

    values: Array
    power: int
    lost: float


@dataclass(frozen=True, eq=False)
class _Run:
    """The residual norms of an iteration, and whether they became small enough."""

    history: list[float]
    converged: bool


def _read(A: Any, b: Any, assume: Assumptions) -> tuple[AnyOperand, _Right]:
    a = operand(A, assume=assume)
    return a, _Right(*scaled(read_vector(b, require_square(a))))


def _limits(rtol: float, max_steps: int | None, usual: int) -> tuple[float, int]:
    rtol = read_tolerance(rtol, "rtol")
    if rtol >= 1:
        raise WrongShape(f"rtol = {rtol}, and a number below 1 is due")
    return rtol, usual if max_steps is None else read_count(max_steps, 10**9, "max_steps")


def _conjugate(
    A: Any, b: Array, limits: tuple[float, int], progress: Progress | None
) -> tuple[Array, list[float], str]:
    """Run the iteration; give the last vector, the residual norms, and what went wrong."""
    r = b.astype(np.result_type(b.dtype, A.dtype, np.float64))
    x, p = np.zeros_like(r), r.copy()
    add = scipy_linalg().get_blas_funcs("axpy", (x,))
    rho = float(np.vdot(r, r).real)
    history = [math.sqrt(rho)]
    rtol, most = limits
    while history[-1] > rtol * history[0] and len(history) <= most:
        q = np.asarray(A @ p)
        curvature = float(np.vdot(p, q).real)
        if not curvature > 0:
            return x, history, _indefinite(curvature)
        x, r = add(p, x, a=rho / curvature), add(q, r, a=-rho / curvature)
        old, rho = rho, float(np.vdot(r, r).real)
        if not math.isfinite(rho):
            return x, history, _LEFT
        history.append(math.sqrt(rho))
        p *= rho / old
        p += r
        if progress is not None and len(history) % _EVERY == 0:
            progress(len(history) - 1, history[-1] / history[0])
    return x, history, ""


def _indefinite(curvature: float) -> str:
    if math.isnan(curvature):
        return _LEFT
    seen = f"a direction p has p*Ap = {curvature:.3g} as computed"
    return f"the matrix is not positive definite: {seen}"


def _finished(a: AnyOperand, x: Array, b: _Right, least: Floor, run: _Run) -> Solution:
    """Compute the residual afresh, bound the error, and undo the scaling."""
    with np.errstate(over="ignore", invalid="ignore"):
        residual = minus(Ball(b.values[:, None], b.lost), a.times(x[:, None])).norm()
    found: Bound | Unbounded = least
    if isinstance(a, Operator) and a.error is None:
        found = Unbounded(UNSEEN)
    elif isinstance(least, Bound):
        theorem = f"||b - Ax|| divided by a lower bound: {least.theorem}"
        error = quotient_up(residual, float(least.lower))
        found = at_most(error, theorem, (*least.assumes, *operator_assumption(a)))
    done = scaled_back(x, found, residual, (a.power, b.power))
    history = tuple(float(np.ldexp(norm, b.power)) for norm in run.history)
    return replace(done, converged=run.converged, history=history)


def gmres(  # noqa: PLR0913 - SciPy's gmres has these options, too
    A: Any,
    b: Any,
    *,
    rtol: float = 1e-8,
    restart: int = 50,
    max_steps: int | None = None,
    assume: Assumptions = NOTHING,
    progress: Progress | None = None,
) -> Solution:
    """Solve A x = b for a square matrix by SciPy's restarted GMRES.

    The error is bounded as in `cg`, with the smallest singular value in place of the smallest
    eigenvalue: by an approximate inverse for arrays and small matrices, by Gershgorin's circles
    for the Hermitian part of sparse ones, or by the `lower_bound` that you state.

    Sources: Y. Saad, M. H. Schultz, SIAM J. Sci. Stat. Comput. 7 (1986); Rump, Acta Numerica 2010.

    Raises NotNumeric, WrongShape, NotSuitable (an operator that is not linear).

    >>> found = gmres([[4.0, 1.0], [2.0, 3.0]], [1.0, 2.0])
    >>> bool(abs(found.x - [0.1, 0.6]).max() <= found.bound.upper < 1e-8)
    True
    """
    a, right = _read(A, b, assume)
    n = a.shape[0]
    rtol, steps = _limits(rtol, max_steps, min(10 * n, 10_000))
    restart = min(read_count(restart, 10**6, "restart"), n, steps)
    history = [float(np.linalg.norm(right.values))]
    x, state = right.values * 0.0, 0
    if history[0] > 0:
        x, state = scipy_sparse().linalg.gmres(
            a.matrix,
            right.values,
            rtol=rtol,
            restart=restart,
            maxiter=-(-steps // restart),
            callback=_watch(history, history[0], progress),
            callback_type="pr_norm",
        )
    least = given_floor(assume, a.power, "singular value") or smallest_singular(a)
    return _finished(a, x, right, least, _Run(history, converged=state == 0))


def _watch(
    history: list[float], size: float, progress: Progress | None
) -> Callable[[float], None]:
    def seen(relative: float) -> None:
        history.append(float(relative) * size)
        if progress is not None and len(history) % _EVERY == 0:
            progress(len(history) - 1, float(relative))

    return seen
