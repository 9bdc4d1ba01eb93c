"""Equations between matrices, column by column."""

from collections.abc import Callable

from exactspaces.kernel import Matrix
from exactspaces.questions.constructions import Construct, Construction, Part
from exactspaces.questions.equations import MatrixEquation
from exactspaces.questions.symmetric import side_by_side
from exactspaces.solvers.evidence import echelon_of, null_basis
from exactspaces.solvers.systems import functional, solution


def matrix_equation(_: MatrixEquation, matrix: Matrix, right: Matrix) -> Construct:
    """Solve A x = b for each column b of B."""
    found: list[Matrix] = []
    for j in range(right.width):
        b = right.columns((j,))
        x = solution(matrix, b)
        if x is None:
            y = functional(matrix, b)
            reason = f"column {j + 1} of the right side is not in the column space"
            return Construct((Part("y", y.transpose, "vector"),), "no solution", reason)
        found.append(x)
    part = Part("X", side_by_side(found))
    null = null_basis(echelon_of(matrix)).basis
    if not null.height:
        return Construct((part,), "", "X is the only solution")
    reason = "all solutions: X with vectors of the span of N = null(A) added to its columns"
    return Construct((part, Part("N", null, "vectors")), "", reason)


MAKERS: dict[type[Construction], Callable[..., Construct]] = {MatrixEquation: matrix_equation}
