"""Vectors of the ambient spaces as formulas: tuples, matrices, polynomials."""

from collections.abc import Sequence

from exactspaces.fields import Scalar
from exactspaces.kernel import Ring
from exactspaces.rendering.formulas import Formula, Grid, Join, Num, Raised, Sym
from exactspaces.rendering.rings import field_formula
from exactspaces.rendering.terms import Vector, tuple_formula
from exactspaces.spaces import Ambient, Matrices, Polynomials


def vector_of(ambient: Ambient) -> Vector:
    """Give the function from coordinates to the formula for the vector."""
    match ambient:
        case Matrices():
            return lambda row: Grid(tuple(tuple(map(Num, r)) for r in ambient.rows(row)))
        case Polynomials(_, variable):
            return lambda row: _polynomial(row, Sym(variable))
        case _:
            return tuple_formula


def space_formula(ambient: Ambient, ring: Ring) -> Formula:
    """Name the space: QQ^3, QQ^(2×3), P_2."""
    match ambient:
        case Matrices(height, width):
            return Raised(field_formula(ring), Join("by", (Num(height), Num(width))))
        case Polynomials(degree):
            return Sym(f"P_{degree}")
        case _:
            return Raised(field_formula(ring), Num(ambient.dimension))


def _polynomial(row: Sequence[Scalar], variable: Formula) -> Formula:
    """Give a + b x + c x^2, terms with coefficient 0 left out."""
    terms: list[Formula] = []
    for power, c in enumerate(row):
        raised = variable if power == 1 else Raised(variable, Num(power))
        if c:
            terms.append(Join("", (Num(c), raised)) if power else Num(c))
    return Join("+", tuple(terms))
