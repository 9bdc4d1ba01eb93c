"""The floating path: LAPACK, SciPy and their kin compute, and every result carries a bound.

A bound is a theorem about the floats that were given, read exactly, with the rounding errors of
the computation of the bound itself accounted for. Where none can be had, it is None, and the
`reason` says why. `docs/understand/error-bounds.md` has the theorems.

Read from the bottom up: `arrays`, `libraries`; `rounding`, bounds of numbers; `balls`, of
matrices; `inputs`, `operands`, `bounds`; `residuals` and `perturbation`, the theorems; `engines`,
which compute; then one module for each group of functions.
"""

from exactspaces.numeric.angles import Angles, principal_angles
from exactspaces.numeric.approximation import PCA, LowRank, low_rank, pca
from exactspaces.numeric.bounds import Assumptions, Bound
from exactspaces.numeric.eigen import eigh
from exactspaces.numeric.exact import ExactRank, exact_rank
from exactspaces.numeric.iterations import cg, gmres
from exactspaces.numeric.krylov import Krylov, arnoldi, krylov_basis, lanczos
from exactspaces.numeric.randomized import randomized_svd
from exactspaces.numeric.ranks import NumericalRank, rank
from exactspaces.numeric.results import SVD, Eigen, Solution
from exactspaces.numeric.singular import svd, truncated_svd
from exactspaces.numeric.sizes import Condition, Norms, condition, norms
from exactspaces.numeric.systems import lstsq, solve

__all__ = [
    "Angles",
    "Assumptions",
    "Bound",
    "Condition",
    "Eigen",
    "ExactRank",
    "Krylov",
    "LowRank",
    "Norms",
    "NumericalRank",
    "PCA",
    "SVD",
    "Solution",
    "arnoldi",
    "cg",
    "condition",
    "eigh",
    "exact_rank",
    "gmres",
    "krylov_basis",
    "lanczos",
    "low_rank",
    "lstsq",
    "norms",
    "pca",
    "principal_angles",
    "randomized_svd",
    "rank",
    "solve",
    "svd",
    "truncated_svd",
]
