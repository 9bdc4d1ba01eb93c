"""Krylov subspaces: Lanczos, Arnoldi, and the basis itself, with the relation they satisfy.

With orthonormal columns Q = [q_1, ..., q_k] the processes find A Q = Q H + f e_k*, where f is
orthogonal to Q. Rounding spoils both a little; here both are measured. What follows from the
relation without any further assumption is a backward bound: Q and H are exact for a matrix that
is near A.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from exactspaces.errors import NotSuitable
from exactspaces.numeric import engines
from exactspaces.numeric.arrays import Array, adjoint, largest, rescaled
from exactspaces.numeric.balls import (
    Ball,
    column_norms,
    columns_times,
    frobenius_interval,
    gram_defect,
    minus,
    product,
)
from exactspaces.numeric.bounds import (
    NOTHING,
    Assumptions,
    Bound,
    Unbounded,
    at_most,
    rounded_up,
    settled,
    shifted,
)
from exactspaces.numeric.inputs import read_count, read_vector, require_square
from exactspaces.numeric.operands import (
    UNSEEN,
    AnyOperand,
    Operator,
    operand,
    operator_assumption,
    require_self_adjoint,
    scaled,
)
from exactspaces.numeric.plots import plot_spectrum
from exactspaces.numeric.rounding import above, below, quotient_up

WEINSTEIN = "Weinstein's theorem: each interval holds at least one eigenvalue"
_RELATION = "the residual of A Q = Q H + f e*, computed with its rounding errors"
_NOT_HERMITIAN = (
    "the matrix is not Hermitian: a small residual does not bound the error of an eigenvalue; "
    "`backward` says how near A is a matrix that has the Ritz values as eigenvalues"
)
_ENDED = 1e-13


@dataclass(frozen=True, eq=False, repr=False)
class Krylov:
    """An orthonormal basis Q of a Krylov subspace, and H with A Q = Q H + f e_k*.

    H is tridiagonal for `lanczos`, upper Hessenberg otherwise. `defect` bounds ||Q*Q - I|| and
    `relation` ||A Q - Q H - f e_k*||. `ritz` are the eigenvalues of H. For a Hermitian matrix each
    interval of `bound` holds at least one eigenvalue of A; two that overlap may hold the same.
    `backward[i]` bounds the norm of some E for which `ritz[i]` is an eigenvalue of A + E. When
    `is_invariant`, the process ended early: as far as the floats show, the columns of Q span an
    invariant subspace.
    """

    Q: Array
    H: Array
    f: Array
    ritz: Array
    bound: Bound | None
    reason: str
    backward: Bound | None
    relation: Bound | None
    defect: Bound
    is_invariant: bool

    def __repr__(self) -> str:
        end = ", invariant" if self.is_invariant else ""
        lines = [f"Krylov subspace of dimension {self.Q.shape[1]} in {self.Q.shape[0]}{end}"]
        lines.append(f"  ||Q*Q - I|| at most {rounded_up(self.defect.upper)}")
        if self.relation is not None:
            lines.append(f"  ||AQ - QH - fe*|| at most {rounded_up(self.relation.upper)}")
        return "\n".join([*lines, *([f"  {self.reason}"] if self.reason else [])])

    def plot(self, axes: Any = None) -> Any:
        """Draw real Ritz values with their bounds; needs matplotlib."""
        if np.iscomplexobj(self.ritz):
            raise NotSuitable("the Ritz values are complex; plot them in the plane yourself")
        return plot_spectrum(self.ritz, self.bound, "Ritz value", axes, is_log=False)


def lanczos(A: Any, b: Any, steps: int, *, assume: Assumptions = NOTHING) -> Krylov:
    """Run Lanczos's process for a Hermitian matrix, with full reorthogonalisation.

    Sources: C. Lanczos 1950; D. H. Weinstein 1934 (Parlett 1998, theorem 4.5.1).

    Raises NotNumeric, WrongShape, NotSuitable (not Hermitian; b = 0).

    >>> found = lanczos([[2.0, 1.0], [1.0, 2.0]], [1.0, 0.0], 2)
    >>> bool(found.bound.lower[0] <= 1.0 <= found.bound.upper[0])
    True
    """
    a, start = _read(A, b, assume)
    require_self_adjoint(a)
    run = _orthogonalised(a, start, read_count(steps, a.shape[0], "steps"))
    off = np.abs(np.diagonal(run.H, -1))
    T = np.diag(np.diagonal(run.H).real) + np.diag(off, 1) + np.diag(off, -1)
    ritz, Y = engines.eigh(T)
    return _certified(a, replace(run, H=T), ritz, run.Q @ Y, is_hermitian=True)


def arnoldi(A: Any, b: Any, steps: int, *, assume: Assumptions = NOTHING) -> Krylov:
    """Run Arnoldi's process, with reorthogonalisation.

    Sources: W. E. Arnoldi 1951; Y. Saad, Numerical Methods for Large Eigenvalue Problems, 2011,
    sections 3.2 and 6.2.

    Raises NotNumeric, WrongShape, NotSuitable (b = 0).

    >>> found = arnoldi([[0.0, 1.0], [-1.0, 0.0]], [1.0, 0.0], 2)
    >>> bool(found.backward.upper.max() < 1e-14)
    True
    """
    a, start = _read(A, b, assume)
    run = _orthogonalised(a, start, read_count(steps, a.shape[0], "steps"))
    ritz, Y = np.linalg.eig(run.H)
    order = np.lexsort((ritz.imag, ritz.real))
    return _certified(a, run, ritz[order], run.Q @ Y[:, order], is_hermitian=False)


def krylov_basis(A: Any, b: Any, steps: int, *, assume: Assumptions = NOTHING) -> Array:
    """Give an orthonormal basis of the span of b, Ab, ..., A^(steps - 1) b as columns.

    There are fewer columns when the space is smaller, as far as floats show. What is certain about
    them is in `arnoldi`: the columns span the Krylov subspace of a matrix near A.

    Raises NotNumeric, WrongShape, NotSuitable (b = 0), as `arnoldi` does.

    >>> krylov_basis([[1.0, 0.0], [0.0, 1.0]], [3.0, 4.0], 2)
    array([[0.6],
           [0.8]])
    """
    return arnoldi(A, b, steps, assume=assume).Q


def _read(A: Any, b: Any, assume: Assumptions) -> tuple[AnyOperand, Array]:
    a = operand(A, assume=assume)
    start = scaled(read_vector(b, require_square(a)))[0]
    if largest(start) == 0:
        raise NotSuitable("b is the zero vector; a Krylov subspace needs another start")
    return a, start


@dataclass(frozen=True, eq=False)
class _Run:
    """What the steps leave: A Q = Q H + f e_k*, and whether it ended because f vanished."""

    Q: Array
    H: Array
    f: Array
    ended: bool


@np.errstate(all="ignore")
def _orthogonalised(a: AnyOperand, start: Array, steps: int) -> _Run:
    """Build Q column by column; every new vector is orthogonalised twice (Kahan and Parlett)."""
    kind = np.result_type(start.dtype, a.matrix.dtype, np.float64)
    Q = np.zeros((len(start), steps), kind)
    H = np.zeros((steps, steps), kind)
    w = start.astype(kind)
    Q[:, 0] = w / np.linalg.norm(w)
    for j in range(steps):
        w = np.asarray(a.matrix @ Q[:, j]).astype(kind)
        size = float(np.linalg.norm(w))
        known = Q[:, : j + 1]
        for _ in range(2):
            shares = adjoint(known) @ w
            w = w - known @ shares
            H[: j + 1, j] += shares
        norm = float(np.linalg.norm(w))
        if not norm > _ENDED * size:
            return _Run(known, H[: j + 1, : j + 1], w, ended=True)
        if j + 1 < steps:
            H[j + 1, j] = norm
            Q[:, j + 1] = w / norm
    return _Run(Q, H, w, ended=False)


@np.errstate(all="ignore")
def _certified(
    a: AnyOperand, run: _Run, ritz: Array, vectors: Array, *, is_hermitian: bool
) -> Krylov:
    relation = settled(shifted(_relation(a, run), a.power))[0]
    backward, reason = settled(_backward(a, vectors, ritz))
    bound = None
    if backward is not None and is_hermitian:
        radius = backward.upper
        bound = Bound(below(ritz - radius), above(ritz + radius), WEINSTEIN, backward.assumes)
        bound, reason = settled(shifted(bound, a.power))
    elif backward is not None:
        reason = _NOT_HERMITIAN
    near = None if backward is None else settled(shifted(backward, a.power))[0]
    defect = at_most(gram_defect(run.Q), "Q*Q - I, computed with its rounding errors")
    H, f, values = (rescaled(x, a.power)[0] for x in (run.H, run.f, ritz))
    return Krylov(run.Q, H, f, values, bound, reason, near, relation, defect, run.ended)


def _relation(a: AnyOperand, run: _Run) -> Bound:
    last = np.zeros(run.Q.shape, run.Q.dtype)
    last[:, -1] = run.f
    rest = minus(minus(a.times(run.Q), product(Ball(run.Q), Ball(run.H))), Ball(last))
    return at_most(rest.norm(), _RELATION, operator_assumption(a))


def _backward(a: AnyOperand, vectors: Array, values: Array) -> Bound | Unbounded:
    """Bound ||r|| / ||x|| for r = A x - t x: then t is an eigenvalue of A - r x* / x*x."""
    if isinstance(a, Operator) and a.error is None:
        return Unbounded(UNSEEN)
    residual = minus(a.times(vectors), columns_times(Ball(vectors), values))
    norms = above(column_norms(residual.centre) + residual.radius)
    lengths = np.array([frobenius_interval(x)[0] for x in vectors.T])
    upper = [quotient_up(x, y) for x, y in zip(norms.tolist(), lengths.tolist(), strict=True)]
    theorem = "the residual of a pair, divided by the length of its vector"
    return Bound(np.zeros(len(upper)), np.array(upper), theorem, operator_assumption(a))
