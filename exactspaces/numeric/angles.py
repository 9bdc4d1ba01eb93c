"""Principal angles between column spaces, enclosed."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from exactspaces.errors import WrongShape
from exactspaces.numeric import engines
from exactspaces.numeric.arrays import Array, adjoint, widened
from exactspaces.numeric.balls import (
    Ball,
    fine_product,
    gram_defect,
    minus,
)
from exactspaces.numeric.bounds import Bound, span_of
from exactspaces.numeric.operands import Dense
from exactspaces.numeric.residuals import ordered
from exactspaces.numeric.results import SVD
from exactspaces.numeric.rounding import above, below, quotient_up, sum_up
from exactspaces.numeric.singular import certified_svd, dense_operand

_THEOREM = "Weyl's inequality for products of projectors, with the distance of the spaces"
_LIBRARY = "acos and asin of the C library err by at most 4 units in the last place"
_SLACK = 2.0**-49
_MIDDLE = 0.7


@dataclass(frozen=True, eq=False, repr=False)
class Angles:
    """Principal angles between two spaces in radians, smallest first.

    `cosines` and `sines` enclose the cosines and sines of the exact angles; `bound` encloses the
    angles themselves. All are None, with a `reason`, where the columns may be dependent.
    """

    values: Array
    cosines: Bound | None
    sines: Bound | None
    bound: Bound | None
    reason: str

    def __repr__(self) -> str:
        lines = [f"{self.values.size} principal angles (radians)"]
        for i, value in enumerate(self.values):
            ends = "" if self.bound is None else _ends(self.bound, i)
            lines.append(f"  {value:.8g}{ends}")
        return "\n".join([*lines, *([f"  {self.reason}"] if self.reason else [])])


def _ends(bound: Bound, i: int) -> str:
    return f" ({span_of(bound.part(i))})"


def principal_angles(A: Any, B: Any) -> Angles:
    """Enclose the principal angles between the column spaces of A and of B.

    The spaces are those of the exact matrices; the columns of each have to be independent with
    certainty. Cosines are the singular values of P_A P_B, sines those of (I - P_A) P_B for the
    smaller space B; each projector is known up to the distance between the space of the matrix
    and that of the computed orthonormal columns, and singular values move by no more.

    Sources: C. Jordan 1875; A. Bjorck, G. H. Golub, Math. Comp. 27 (1973); G. W. Stewart, J. Sun,
    Matrix Perturbation Theory, 1990, section I.5.

    Raises NotNumeric, WrongShape (heights differ), NotSuitable, TooLarge, NoAnswer.

    >>> import math
    >>> found = principal_angles([[1.0], [0.0]], [[1.0], [1.0]])
    >>> found.bound.holds(math.pi / 4)
    True
    """
    a, b = dense_operand(A, "A"), dense_operand(B, "B")
    if a.shape[0] != b.shape[0]:
        raise WrongShape(
            f"A has {a.shape[0]} rows and B has {b.shape[0]}; spaces in one R^n are due"
        )
    if a.shape[1] < b.shape[1]:
        a, b = b, a
    first, second = _basis(a), _basis(b)
    inner = fine_product(Ball(adjoint(first.columns)), Ball(second.columns))
    outer = minus(Ball(second.columns), fine_product(Ball(first.columns), inner))
    cosines, sines = _singular(inner), _singular(outer)
    values = _angles(cosines.s, sines.s[::-1])
    off = sum_up(first.distance, second.distance)
    if not off < 1 or cosines.bound is None or sines.bound is None:
        reason = "the columns of A or of B may be dependent, so their space may be smaller"
        return Angles(values, None, None, None, reason)
    moved = sum_up(off, 2 * first.defect, 2 * second.defect)
    return _enclosed(values, _moved(cosines.bound, moved), _moved(_turned(sines.bound), moved))


@dataclass(frozen=True, eq=False)
class _Basis:
    """Nearly orthonormal columns: their defect, and the distance of their space to the exact one.

    For A = P R + F the distance is at most ||F|| / sigma_min(A), as the part of a unit vector A x
    outside the space of P is F x, and ||x|| <= 1 / sigma_min(A).
    """

    columns: Array
    defect: float
    distance: float


def _basis(a: Dense) -> _Basis:
    if a.shape[0] < a.shape[1]:
        return _Basis(widened(engines.orthonormal(a.array)), 1.0, math.inf)
    P, R = engines.triangular(a.array)
    rest = sum_up(fine_product(Ball(P), Ball(R), a.array).norm(), a.radius)
    found = certified_svd(Dense(a.array, a.array, 0, a.radius), *ordered(*engines.svd(a.array)))
    least = 0.0 if found.bound is None else float(found.bound.lower[-1])
    defect = gram_defect(P)
    return _Basis(P, defect, quotient_up(rest, least) if defect < 1 else math.inf)


def _singular(x: Ball) -> SVD:
    return certified_svd(Dense(x.centre, x.centre, 0, x.radius), *ordered(*engines.svd(x.centre)))


def _angles(cosines: Array, sines: Array) -> Array:
    by_cosine, by_sine = np.arccos(np.clip(cosines, 0, 1)), np.arcsin(np.clip(sines, 0, 1))
    found: Array = np.where(cosines > _MIDDLE, by_sine, by_cosine)
    return found


def _turned(bound: Bound) -> Bound:
    return Bound(bound.lower[::-1], bound.upper[::-1], bound.theorem)


def _moved(bound: Bound, distance: float) -> Bound:
    """Widen by a distance; cosines and sines lie between 0 and 1."""
    lower = np.clip(below(bound.lower - distance), 0.0, 1.0)
    return Bound(lower, np.clip(above(bound.upper + distance), 0.0, 1.0), _THEOREM)


@np.errstate(all="ignore")
def _enclosed(values: Array, cosines: Bound, sines: Bound) -> Angles:
    lower = np.maximum(np.arccos(cosines.upper), np.arcsin(sines.lower)) * (1 - _SLACK)
    upper = np.minimum(np.arccos(cosines.lower), np.arcsin(sines.upper)) * (1 + _SLACK)
    bound = Bound(lower, np.minimum(upper, math.pi / 2 * (1 + _SLACK)), _THEOREM, (_LIBRARY,))
    return Angles(values, cosines, sines, bound, "")
