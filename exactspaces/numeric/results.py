"""What the functions return: frozen values with bounds, to read, to plot, to write as JSON."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from exactspaces.errors import NotSuitable, TooLarge
from exactspaces.kernel import Theorem
from exactspaces.numeric.arrays import Array, adjoint
from exactspaces.numeric.bounds import Bound, rounded_up, text_of
from exactspaces.numeric.plots import plot_history, plot_spectrum
from exactspaces.numeric.theorems import (
    LARGEST,
    theorem_on_eigenvalues,
    theorem_on_singular_values,
)

_SHOWN = 6


@dataclass(frozen=True, eq=False, repr=False)
class SVD:
    """Singular values and vectors: A is U diag(s) Vh up to `remainder`.

    `bound` encloses the singular values of A, largest first; None with a `reason` where there is
    no bound. `matched` encloses as many different singular values without saying which they are
    in the order. `sines` bounds, for each pair of vectors, the sine of the angle to an exact
    singular vector (1 where nothing is known). `probable` is a bound for `s` that holds with the
    probability named in its `assumes`. `matrix` is a copy of A, for `theorem`, where all singular
    values of a matrix up to size 300 were computed.
    """

    U: Array
    s: Array
    Vh: Array
    bound: Bound | None
    reason: str
    remainder: Bound | None = None
    matched: Bound | None = None
    sines: Bound | None = None
    probable: Bound | None = None
    matrix: Array | None = None

    def __repr__(self) -> str:
        shape = f"{self.U.shape[0]} x {self.Vh.shape[1]}"
        head = f"SVD of a {shape} matrix, {_count(self.s.size, 'singular value')}"
        return "\n".join([head, *_lines(self.s, self.bound, self.reason)])

    def as_dict(self) -> dict[str, Any]:
        """Give the values and bounds, without the vectors, as plain data."""
        return {"values": _plain(self.s), **_bound_dict(self.bound, self.reason)}

    def plot(self, axes: Any = None) -> Any:
        """Draw the singular values with their bounds on a logarithmic scale; needs matplotlib."""
        return plot_spectrum(self.s, self.bound, "singular value", axes)

    def theorem(self) -> Theorem:
        """Hand U, s, V to the kernel, which proves how near to s all singular values of A are.

        Unlike `bound` the theorem rests on exact fractions and on nothing else, and anyone can
        check it again; its radius is one for all values. For complex entries it is about the real
        matrix with a block [x -y; y x] for each x + iy.

        Raises TooLarge beyond size 300 (150 for complex entries), NotSuitable where not all
        singular values were computed, NoAnswer where LAPACK returned nan or infinity.

        >>> from exactspaces.kernel.readable import readable
        >>> from exactspaces.numeric import svd
        >>> readable(svd([[2.0, 0.0], [0.0, 1.0]]).theorem().claim)
        'the singular values of [2 0; 0 1], largest first, are within 0 of [2; 1] over QQ'
        """
        k = self.s.size
        A = _known(self.matrix, (len(self.U), self.Vh.shape[1]), k, "singular values; use svd")
        return theorem_on_singular_values(A, self.U[:, :k], self.s, adjoint(self.Vh[:k]))


@dataclass(frozen=True, eq=False, repr=False)
class Eigen:
    """Eigenvalues w, ascending, and eigenvectors Q of a Hermitian matrix.

    `bound` encloses the eigenvalues: in order when all were computed, otherwise as many different
    ones without saying which. `sines` bounds the angle of each vector to an exact one. `matrix` is
    a copy of A, for `theorem`, where all eigenvalues of a matrix up to size 300 were computed.
    """

    w: Array
    Q: Array
    bound: Bound | None
    reason: str
    sines: Bound | None = None
    matrix: Array | None = None

    def __repr__(self) -> str:
        head = f"{_count(self.w.size, 'eigenvalue')} of a Hermitian matrix of size {len(self.Q)}"
        return "\n".join([head, *_lines(self.w, self.bound, self.reason)])

    def as_dict(self) -> dict[str, Any]:
        """Give the values and bounds, without the vectors, as plain data."""
        return {"values": _plain(self.w), **_bound_dict(self.bound, self.reason)}

    def plot(self, axes: Any = None) -> Any:
        """Draw the eigenvalues with their bounds; needs matplotlib."""
        return plot_spectrum(self.w, self.bound, "eigenvalue", axes, is_log=False)

    def theorem(self) -> Theorem:
        """Hand w and Q to the kernel, which proves how near to w all eigenvalues of A are.

        Raises and meaning as for `SVD.theorem`; the kernel lists the largest first.

        >>> from exactspaces.kernel.readable import readable
        >>> from exactspaces.numeric import eigh
        >>> readable(eigh([[2.0, 0.0], [0.0, 1.0]]).theorem().claim)
        '[2 0; 0 1] is symmetric; its eigenvalues, largest first, are within 0 of [2; 1] over QQ'
        """
        n = len(self.Q)
        A = _known(self.matrix, (n, n), self.w.size, "eigenvalues; use eigh without k")
        return theorem_on_eigenvalues(A, self.w, self.Q)


@dataclass(frozen=True, eq=False, repr=False)
class Solution:
    """A vector x for A x = b, or for least squares, and how far it is from the exact one.

    `bound` bounds the distance ||x - exact|| in the Euclidean norm from above; None with a
    `reason`. `entries` encloses every entry of the exact solution, where that was computed.
    `residual` bounds ||b - A x||. `history` holds the residual norms of an iteration, as it saw
    them: they are no bounds.
    """

    x: Array
    bound: Bound | None
    reason: str
    residual: Bound | None = None
    entries: Bound | None = None
    converged: bool = True
    history: tuple[float, ...] = ()

    def __repr__(self) -> str:
        steps = f", {_count(len(self.history) - 1, 'step')}" if self.history else ""
        state = "" if self.converged else ", not converged"
        lines = [f"solution with {_count(self.x.size, 'entry')}{steps}{state}"]
        if self.residual is not None:
            lines.append(f"  residual at most {rounded_up(self.residual.upper)}")
        if self.bound is not None:
            lines.append(f"  error at most {rounded_up(self.bound.upper)}: {self.bound.theorem}")
            lines += [f"  assuming {text}" for text in self.bound.assumes]
        if self.reason:
            lines.append(f"  {self.reason}")
        return "\n".join(lines)

    def as_dict(self) -> dict[str, Any]:
        """Give the solution and its bound as plain data."""
        return {
            "x": _plain(self.x),
            "converged": self.converged,
            "steps": max(len(self.history) - 1, 0),
            "residual": None if self.residual is None else _fact(float(self.residual.upper)),
            **_bound_dict(self.bound, self.reason),
        }

    def plot(self, axes: Any = None) -> Any:
        """Draw the residual norms of the iteration; needs matplotlib."""
        return plot_history(self.history, self.residual, axes)


def _known(A: Array | None, shape: tuple[int, int], count: int, what: str) -> Array:
    if count < min(shape):
        raise NotSuitable(
            f"{count} of {min(shape)} values are known; a theorem is about all {what}"
        )
    if A is None:
        raise TooLarge(
            f"the matrix is {shape[0]} x {shape[1]}; theorems are for `svd` and `eigh` of sizes "
            f"up to {LARGEST}, {LARGEST // 2} with complex entries. `bound` holds for every size"
        )
    return A


def _count(n: int, word: str) -> str:
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{n} {word if n == 1 else plural}"


def _lines(values: Array, bound: Bound | None, reason: str) -> list[str]:
    shown = [
        f"  {text_of(float(x), None if bound is None else bound.part(i))}"
        for i, x in enumerate(values[:_SHOWN])
    ]
    if values.size > _SHOWN:
        shown.append(f"  ... and {values.size - _SHOWN} more")
    if bound is None:
        return [*shown, f"  {reason}"]
    return [*shown, f"  by {bound.theorem}", *(f"  assuming {text}" for text in bound.assumes)]


def facts(found: Any, *names: str) -> dict[str, Any]:
    """Give some fields of a result as plain data; what is not finite is a text."""
    return {name: _fact(getattr(found, name)) for name in names}


def _fact(value: Any) -> Any:
    if isinstance(value, Bound):
        return _bound_dict(value, "")["bound"]
    if isinstance(value, tuple):
        return [_fact(x) for x in value]
    if isinstance(value, np.ndarray):
        return _plain(value) if value.ndim == 1 else [_plain(row) for row in value]
    return str(value) if isinstance(value, float) and not np.isfinite(value) else value


def _bound_dict(bound: Bound | None, reason: str) -> dict[str, Any]:
    if bound is None:
        return {"bound": None, "reason": reason}
    found = {
        "lower": np.asarray(bound.lower).tolist(),
        "upper": np.asarray(bound.upper).tolist(),
        "theorem": bound.theorem,
        "assumes": list(bound.assumes),
    }
    return {"bound": found, "reason": reason}


def _plain(x: Array) -> list[Any]:
    if np.iscomplexobj(x):
        return [[_fact(float(z.real)), _fact(float(z.imag))] for z in x]
    found: list[Any] = x.tolist()
    return found if np.all(np.isfinite(x)) else [_fact(value) for value in found]
