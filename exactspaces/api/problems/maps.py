"""Maps of a problem file as formulas: (x, y) -> (x + y, 2x), or a matrix with its bases."""

from collections.abc import Callable

from exactspaces.fields import entries
from exactspaces.kernel import Given, Matrix
from exactspaces.questions import ValueOf
from exactspaces.reading.problems.texts import Shown
from exactspaces.rendering.formulas import (
    Formula,
    Grid,
    Group,
    Join,
    Num,
    Phrase,
    Raised,
    SetOf,
    Sym,
    Tuple,
    Words,
)
from exactspaces.rendering.terms import combination_formula
from exactspaces.spaces import Ambient, Coordinates, Matrices, Polynomials

_FEW = ("x", "y", "z")


def map_value(
    shown: Shown, ends: tuple[Ambient, Ambient], value: Callable[[Shown], Formula]
) -> Formula:
    """Give what a map of the file is: by its formula, its matrix in bases, or its images."""
    pieces = {key: value(one) for key, one in shown.pieces.items()}
    if "images" in pieces:
        return _sent(pieces["basis"], pieces["images"])
    if "basis" in pieces:
        target = pieces.get("target_basis", pieces["basis"])
        words = Words("from the basis"), Words("to the basis")
        return Phrase((pieces["matrix"], words[0], pieces["basis"], words[1], target))
    match shown.request.question:
        case ValueOf(Given(matrix)):
            return _taken(matrix, *ends)
    return Words(shown.request.text)


def _sent(basis: Formula, images: Formula) -> Formula:
    """Give b1 -> c1, b2 -> c2."""
    if not (isinstance(basis, SetOf) and isinstance(images, SetOf)):
        return Join("->", (basis, images))
    pairs = zip(basis.items, images.items, strict=True)
    return Join(",", tuple(Join("->", pair) for pair in pairs))


def _taken(matrix: Matrix, source: Ambient, target: Ambient) -> Formula:
    """Give (x, y) -> (x + y, 2x) for the matrix of a map in coordinates."""
    letters = _letters(source)
    images = [combination_formula(row, letters) for row in entries(matrix)]
    return Join("->", (_vector(source, letters), _vector(target, images)))


def _letters(space: Ambient) -> list[Formula]:
    """Give letters for the coordinates of a vector."""
    match space:
        case Matrices(height, width):
            return [Sym(f"a_{i}{j}") for i in range(1, height + 1) for j in range(1, width + 1)]
        case Polynomials(degree):
            return [Sym(f"a_{k}") for k in range(degree + 1)]
    n = space.dimension
    return [Sym(_FEW[k] if n <= len(_FEW) else f"x_{k + 1}") for k in range(n)]


def _vector(space: Ambient, parts: list[Formula]) -> Formula:
    match space:
        case Matrices(_, width):
            return Grid(tuple(tuple(parts[k : k + width]) for k in range(0, len(parts), width)))
        case Polynomials(_, variable):
            x = Sym(variable)
            powers = [x if k == 1 else Raised(x, Num(k)) for k in range(len(parts))]
            terms = [
                Join("", (Group(c) if _is_sum(c) else c, power)) if k else c
                for k, (c, power) in enumerate(zip(parts, powers, strict=True))
                if c != Join("+", ())
            ]
            return Join("+", tuple(terms))
    return parts[0] if space == Coordinates(1) else Tuple(tuple(parts))


def _is_sum(one: Formula) -> bool:
    return isinstance(one, Join) and one.operator == "+" and len(one.parts) > 1
