"""The steps of conjugate gradients (Hestenes and Stiefel 1952), to be run, watched and run on."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from exactspaces.numeric.arrays import Array

Progress = Callable[[int, float], None]
"""Called now and then with the number of steps and the relative residual."""

EVERY = 25
_LEFT = "the iteration left the range of float64"


@dataclass(eq=False)
class Conjugate:
    """An iteration for A x = b that stands at x, with residual r and direction p.

    `history` holds the norms of r. `fault` says why the iteration cannot go on.
    """

    A: Any
    x: Array
    r: Array
    p: Array
    history: list[float] = field(default_factory=list)
    fault: str = ""

    def run(self, target: float, steps: int, progress: Progress | None = None) -> None:
        """Go on until the norm of r is at most `target`, for at most so many steps."""
        moved = np.empty_like(self.x)
        rho = self.history[-1] ** 2
        with np.errstate(all="ignore"):
            for _ in range(steps):
                if self.history[-1] <= target:
                    return
                q = np.asarray(self.A @ self.p)
                curvature = float(np.vdot(self.p, q).real)
                if not curvature > 0:
                    self.fault = _no_curvature(curvature)
                    return
                self.x += np.multiply(self.p, rho / curvature, out=moved)
                self.r -= np.multiply(q, rho / curvature, out=moved)
                old, rho = rho, float(np.vdot(self.r, self.r).real)
                if not math.isfinite(rho):
                    self.fault = _LEFT
                    return
                self.history.append(math.sqrt(rho))
                self.p *= rho / old
                self.p += self.r
                if progress is not None and len(self.history) % EVERY == 0:
                    progress(len(self.history) - 1, self.history[-1] / self.history[0])


def begun(A: Any, b: Array) -> Conjugate:
    """Begin at x = 0."""
    r = b.astype(np.result_type(b.dtype, A.dtype, np.float64))
    return Conjugate(A, np.zeros_like(r), r, r.copy(), [math.sqrt(float(np.vdot(r, r).real))])


def _no_curvature(curvature: float) -> str:
    if math.isnan(curvature):
        return _LEFT
    return (
        "the matrix does not act as a positive definite one: a direction p has "
        f"p*Ap = {curvature:.3g} as computed"
    )
