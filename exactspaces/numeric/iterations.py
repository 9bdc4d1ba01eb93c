"""Conjugate gradients and GMRES: the iteration is watched, the result is bounded afterwards."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from exactspaces.errors import WrongShape
from exactspaces.numeric.arrays import Array
from exactspaces.numeric.balls import Ball, minus
from exactspaces.numeric.bounds import NOTHING, Assumptions, Bound, Unbounded, at_most
from exactspaces.numeric.conjugate import EVERY, Conjugate, Progress, begun
from exactspaces.numeric.definite import Floor, given_floor, smallest_eigenvalue, smallest_singular
from exactspaces.numeric.inputs import read_count, read_tolerance, read_vector, require_square
from exactspaces.numeric.libraries import scipy_sparse
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
from exactspaces.numeric.rounding import quotient_up, sum_up
from exactspaces.numeric.systems import scaled_back

_ROUND = 20
_SHARP = 4.0
_PLAIN = "||b - Ax||"
_LATER = "||y - x|| for a later step y, and ||b - Ay||"


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
    the size). Then ||exact - x|| <= ||y - x|| + ||b - A y|| / c is computed afresh, with a y some
    steps later and a certified c <= lambda_min(A): by Cholesky for arrays and small matrices, by
    Gershgorin's circles for sparse ones. Where you know a lower bound, state it as
    `Assumptions(lower_bound=c)`; the result then names it. Operators need that, and
    `product_error` (see `truncated_svd`).

    Sources: M. R. Hestenes, E. Stiefel 1952; Rump, BIT 46 (2006); Varga 2004.

    Raises NotNumeric, WrongShape, NotSuitable (not Hermitian; an operator that is not linear).

    >>> found = cg([[4.0, 1.0], [1.0, 3.0]], [1.0, 2.0])
    >>> bool(abs(found.x - [1 / 11, 7 / 11]).max() <= found.bound.upper < 1e-8)
    True
    >>> print(cg([[1.0, 2.0], [2.0, 1.0]], [1.0, 0.0]).reason)
    the matrix does not act as a positive definite one: a direction p has p*Ap = -12 as computed
    """
    a, right = _read(A, b, assume)
    require_self_adjoint(a)
    rtol, steps = _limits(rtol, max_steps, 10 * a.shape[0])
    run = begun(a.matrix, right.values)
    run.run(rtol * run.history[0], steps, progress)
    if run.fault:
        state = _Run(run.history, converged=False)
        return _finished(a, run.x, right, Unbounded(run.fault), state)
    least = given_floor(assume, a.power, "eigenvalue") or smallest_eigenvalue(a)
    state = _Run(list(run.history), converged=run.history[-1] <= rtol * run.history[0])
    x = run.x.copy()
    return _finished(a, x, right, least, replace(state, later=_run_on(run, x, least)))


def _run_on(run: Conjugate, x: Array, least: Floor) -> Array | None:
    """Take further steps until what may still be missing is little beside what they change.

    The bound of the error of x then comes from the later vector, and is sharp: at most about five
    times the distance of the two, which as a rule is the error of x.
    """
    if isinstance(least, Unbounded) or run.history[-1] == 0.0:
        return None
    most = len(run.history) + _ROUND
    for _ in range(most // _ROUND):
        run.run(0.0, _ROUND)
        if run.fault or run.history[-1] <= _SHARP * least.lower * float(np.linalg.norm(run.x - x)):
            break
    return run.x


@dataclass(frozen=True, eq=False)
class _Right:
    """The right side, scaled: it is 2**power times `values`, up to `lost`."""

    values: Array
    power: int
    lost: float


@dataclass(frozen=True, eq=False)
class _Run:
    """The residual norms of an iteration, whether they became small enough, a later vector."""

    history: list[float]
    converged: bool
    later: Array | None = None


def _read(A: Any, b: Any, assume: Assumptions) -> tuple[AnyOperand, _Right]:
    a = operand(A, assume=assume)
    return a, _Right(*scaled(read_vector(b, require_square(a))))


def _limits(rtol: float, max_steps: int | None, usual: int) -> tuple[float, int]:
    rtol = read_tolerance(rtol, "rtol")
    if rtol >= 1:
        raise WrongShape(f"rtol = {rtol}, and a number below 1 is due")
    return rtol, usual if max_steps is None else read_count(max_steps, 10**9, "max_steps")


def _finished(a: AnyOperand, x: Array, b: _Right, least: Floor, state: _Run) -> Solution:
    """Compute the residual afresh, bound the error, and undo the scaling."""
    residual = _residual(a, x, b)
    found: Bound | Unbounded = least
    if isinstance(a, Operator) and a.error is None:
        found = Unbounded(UNSEEN)
    elif isinstance(least, Bound):
        error, how = quotient_up(residual, float(least.lower)), _PLAIN
        if state.later is not None:
            moved = minus(Ball(state.later[:, None]), Ball(x[:, None])).norm()
            rest = quotient_up(_residual(a, state.later, b), float(least.lower))
            error, how = min((error, how), (sum_up(moved, rest), _LATER))
        theorem = f"{how} divided by a lower bound: {least.theorem}"
        found = at_most(error, theorem, (*least.assumes, *operator_assumption(a)))
    done = scaled_back(x, found, residual, (a.power, b.power))
    history = tuple(float(np.ldexp(norm, b.power)) for norm in state.history)
    return replace(done, converged=state.converged, history=history)


def _residual(a: AnyOperand, x: Array, b: _Right) -> float:
    """Bound ||b - A x|| from above."""
    with np.errstate(over="ignore", invalid="ignore"):
        return minus(Ball(b.values[:, None], b.lost), a.times(x[:, None])).norm()


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
        x = _better(a, x, right, state)
    least = given_floor(assume, a.power, "singular value") or smallest_singular(a)
    return _finished(a, x, right, least, _Run(history, converged=state == 0))


def _better(a: AnyOperand, x: Array, b: _Right, state: int) -> Array:
    """Give 0 in place of a vector with a larger residual: after a breakdown it can be anything."""
    if state == 0 or _residual(a, x, b) <= float(np.linalg.norm(b.values)):
        return x
    return np.zeros_like(x)


def _watch(
    history: list[float], size: float, progress: Progress | None
) -> Callable[[float], None]:
    def seen(relative: float) -> None:
        history.append(float(relative) * size)
        if progress is not None and len(history) % EVERY == 0:
            progress(len(history) - 1, float(relative))

    return seen
