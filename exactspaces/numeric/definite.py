"""Lower bounds of eigenvalues and singular values: what turns a residual into an error.

An error bound for A x = b needs a number below the smallest singular value of A. There are four
ways to one, and each names its theorem:

- Cholesky of a shifted array (Rump, Verification of positive definiteness, BIT 46 (2006));
- the approximate inverse R of an array: sigma_min(A) >= (1 - ||I - R A||) / ||R||;
- a positive vector v for a sparse matrix with a dominant diagonal, after scaling (Gershgorin's
  circles for D^-1 A D with D = diag(v); Ostrowski's comparison matrix);
- a number given by the user, which is then an assumption of the result.
"""

import math
from typing import Any

import numpy as np

from exactspaces.numeric import engines
from exactspaces.numeric.arrays import Array
from exactspaces.numeric.balls import Ball, fine_product, frobenius, minus, product
from exactspaces.numeric.bounds import Assumptions, Bound, Unbounded
from exactspaces.numeric.comparison import dominance
from exactspaces.numeric.inputs import read_tolerance
from exactspaces.numeric.operands import AnyOperand, Dense, Operator, Sparse
from exactspaces.numeric.rounding import (
    TINY,
    UNIT,
    difference_down,
    down,
    gamma,
    product_up,
    quotient_down,
    quotient_up,
    sum_up,
)

CHOLESKY = "Rump's criterion: Cholesky's factorisation of A - cI runs to its end"
INVERSE = "Banach's lemma with an approximate inverse: sigma_min >= (1 - ||I - RA||) / ||R||"
GIVEN = "the smallest {} is at least {:g}, as stated by the caller"
_LARGEST_DENSE = 2000
_SMALL_ENOUGH = 1e-3

Floor = Bound | Unbounded
"""A bound whose `lower` is what counts; `upper` is infinite."""


def floor(lower: float, theorem: str, assumes: tuple[str, ...] = ()) -> Bound:
    """State a lower bound."""
    return Bound(lower, np.inf, theorem, assumes)


def given_floor(assume: Assumptions, power: int, what: str) -> Bound | None:
    """Take a lower bound on the caller's word; it is for the given matrix, not the scaled one."""
    if assume.lower_bound is None:
        return None
    read = read_tolerance(assume.lower_bound, "lower_bound")
    return floor(down(math.ldexp(read, -power)), "the caller's bound", (GIVEN.format(what, read),))


def smallest_eigenvalue(A: AnyOperand) -> Floor:
    """Bound the smallest eigenvalue of a Hermitian matrix from below by a positive number."""
    if isinstance(A, Operator):
        return Unbounded("nothing is known about the eigenvalues of an operator; give lower_bound")
    if isinstance(A, Sparse):
        found = dominance(A.matrix)
        if isinstance(found, Bound):
            return _lowered(found, A.radius)
        if A.shape[0] > _LARGEST_DENSE:
            return found
        A = Dense(A.matrix.toarray(), A.matrix, A.power, A.radius)
    return _lowered(by_cholesky(A.array), A.radius)


def _lowered(found: Floor, radius: float) -> Floor:
    if isinstance(found, Unbounded) or radius == 0.0:
        return found
    lower = difference_down(found.lower, radius)
    return floor(lower, found.theorem) if lower > 0 else Unbounded("the matrix is nearly singular")


@np.errstate(all="ignore")
def by_cholesky(A: Array) -> Floor:
    """Bound the smallest eigenvalue of a Hermitian array by a factorisation of A - cI.

    If Cholesky's algorithm finds L for the rounded array B = fl(A - cI), in any order of its
    sums, then L L* = B + D with ||D|| <= g / (1 - g) trace(B) for g = gamma(n + 1), so
    B >= -||D||; hence lambda_min(A) is at least c minus ||D||, minus the rounding of the diagonal,
    minus what underflows. We take gamma(2n + 8), as libraries may multiply by reciprocals instead
    of dividing, and four times that for complex entries.
    """
    estimate = _estimated(A)
    for share in (0.9, 0.5, 0.1):
        lower = _with_shift(A, share * estimate) if estimate > 0 else 0.0
        if lower > 0:
            return floor(lower, CHOLESKY)
    return Unbounded(
        "the matrix could not be shown to be positive definite: it is indefinite, singular, or "
        "too close to singular for float64"
    )


def _estimated(A: Array) -> float:
    """Estimate the smallest eigenvalue by inverse iteration; 0 without a factorisation."""
    L = engines.cholesky(A)
    if L is None:
        return 0.0
    x = np.random.default_rng(0).standard_normal(len(A))
    value = 0.0
    with np.errstate(all="ignore"):
        for _ in range(6):
            x = x / np.linalg.norm(x)
            y = engines.triangular_solution(L, engines.triangular_solution(L, x), turned=True)
            value, x = 1.0 / float(np.linalg.norm(y)), y
    return value if np.isfinite(value) else 0.0


def _with_shift(A: Array, shift: float) -> float:
    n = len(A)
    B = A.copy()
    diagonal = np.diagonal(B).real - shift
    B[np.arange(n), np.arange(n)] = diagonal
    if engines.cholesky(B) is None or not np.all(diagonal > 0):
        return 0.0
    g = gamma(8 * n + 32) if np.iscomplexobj(A) else gamma(2 * n + 8)
    trace = sum_up(*diagonal.tolist())
    rounded = product_up(UNIT, float(np.max(diagonal)))
    lost = product_up(8.0 * n, sum_up(float(n), float(np.max(diagonal))), 4 * TINY)
    return difference_down(
        shift, sum_up(product_up(quotient_up(g, 1 - 2 * g), trace), rounded, lost)
    )


@np.errstate(all="ignore")
def by_inverse(A: Dense, R: Array) -> tuple[float, float]:
    """Bound ||I - R A|| and ||R|| from above, in the Frobenius norm.

    One plain product does unless A is ill-conditioned; then the factors are split.
    """
    one, size = Ball(np.eye(len(R))), frobenius(R)
    off = minus(product(Ball(R), A.ball), one).norm()
    if off > _SMALL_ENOUGH:
        off = min(off, minus(fine_product(Ball(R), A.ball), one).norm())
    return off, size


def smallest_singular(A: AnyOperand) -> Floor:
    """Bound the smallest singular value of a square matrix from below by a positive number."""
    if isinstance(A, Operator):
        return Unbounded("nothing is known about an operator; give lower_bound, or pass a matrix")
    if isinstance(A, Sparse):
        found = _by_hermitian_part(A)
        if isinstance(found, Bound) or A.shape[0] > _LARGEST_DENSE:
            return found
        A = Dense(A.matrix.toarray(), A.matrix, A.power, A.radius)
    inverse = engines.inverse(A.array)
    if inverse is None:
        return Unbounded("the matrix is singular, or too close to it for float64")
    off, size = by_inverse(A, inverse)
    if not off < 1:
        return Unbounded(f"||I - RA|| could only be bounded by {off:.2g}, and 1 is needed")
    return floor(quotient_down(difference_down(1.0, off), size), INVERSE)


def _by_hermitian_part(A: Sparse) -> Floor:
    """Bound sigma_min(A) by lambda_min of (A + A*) / 2: |x* A x| <= ||A x|| for unit vectors x.

    Halving is exact, the sum is rounded once in each entry; that much is taken off.
    """
    part: Any = (A.matrix + A.turned) / 2
    found = dominance(part.tocsr())
    rounding = product_up(4 * UNIT, frobenius(part.data))
    return _lowered(found, sum_up(A.radius, rounding))
