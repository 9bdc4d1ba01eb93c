"""Are two terms equal? Both are worked out and compared."""

from typing import Any

from exactspaces.fields import entries
from exactspaces.kernel import (
    Claim,
    Equal,
    Given,
    Matrix,
    Span,
    Term,
    Unequal,
)
from exactspaces.questions import shape_of
from exactspaces.rendering.formulas import Formula, Join
from exactspaces.rendering.terms import basis_formula, span_formula
from exactspaces.worked.chains import fully
from exactspaces.worked.conditions import tidied
from exactspaces.worked.notation import equation
from exactspaces.worked.work import Work


def equal(work: Work, claim: Equal, *, holds: bool) -> None:
    """Compare two spaces by their reduced bases, other things by their values."""
    if shape_of(claim.left).sort == "space":
        _spaces(work, claim, holds=holds)
        return
    left, right = work.value(claim.left), work.value(claim.right)
    verdict: Claim = claim if holds else Unequal(claim.left, claim.right)
    place = "" if holds else _first_difference(left, right)
    work.fact(verdict, "The two sides are equal." if holds else f"The two sides differ{place}.")


def _first_difference(left: Any, right: Any) -> str:
    if not isinstance(left, Matrix) or not isinstance(right, Matrix):
        return ""
    if (left.height, left.width) != (right.height, right.width):
        return " in shape"
    for i, (r, s) in enumerate(zip(entries(tidied(left)), entries(tidied(right)), strict=True)):
        for j, (x, y) in enumerate(zip(r, s, strict=True)):
            if x != y:
                return f" in row {i + 1}, column {j + 1}: {x} is not {y}"
    return ""


def _spaces(work: Work, claim: Equal, *, holds: bool) -> None:
    work.say(
        "Two spaces are equal exactly when their bases in reduced echelon form are equal. "
        "We find both."
    )
    forms = [_reduced_basis(work, side) for side in (claim.left, claim.right)]
    verdict: Claim = claim if holds else Unequal(claim.left, claim.right)
    if holds:
        work.fact(verdict, "The two bases are equal.")
    else:
        work.fact(verdict, "The two bases differ: ", Join("!=", tuple(forms)), ".")


def _reduced_basis(work: Work, space: Term) -> Formula:
    """Reduce the vectors of a given span, or a basis of the space, and give the reduced basis."""
    if isinstance(space, Span) and isinstance(space.rows, Given):
        rows = space.rows.matrix
    else:
        rows = work.value(space)
    if rows.height:
        work.say("We reduce the matrix with the rows ", basis_formula(rows, work.vector), ".")
        found = fully(work, rows)
        rows = found.matrix.select(range(found.rank))
    same = equation(work.term(space), span_formula(rows, work.vector))
    work.fact(Equal(space, Span(Given(rows))), "So ", same, ".")
    return basis_formula(rows, work.vector)
