"""Why a map is injective, surjective, an isomorphism, or not: with the vector that shows it."""

from exactspaces.api.answers.plain import vector_text
from exactspaces.fields import Scalar, entries
from exactspaces.kernel import (
    AllOf,
    AnyOf,
    Certificate,
    Choice,
    Claim,
    Combination,
    Dependent,
    Given,
    Included,
    Independent,
    Member,
    NotIncluded,
    NotMember,
    Span,
    Term,
    Theorem,
    Transpose,
)
from exactspaces.questions import Decision, shape_of
from exactspaces.settle import settle
from exactspaces.spaces import Ambient

Ends = tuple[Ambient, Ambient]


def map_reason(theorem: Theorem, ends: Ends) -> str:
    """Give the reason for what is claimed of a map; nothing for other claims."""
    return _reason(theorem.claim, theorem.certificate, ends)


def _reason(claim: Claim, proof: Certificate, ends: Ends) -> str:
    match claim, proof:
        case Dependent(Transpose()), Combination(coefficients):
            v = vector_text(entries(coefficients)[0], ends[0])
            return f"T v = 0 for v = {v}, which is not 0"
        case Independent(Transpose(matrix)), _:
            return f"the rank is {shape_of(matrix).width}, the dimension of the source"
        case NotIncluded(Span(Given(units)), Span(Transpose(matrix))), _:
            row = _outside(
                [Given(units.select((k,)).transpose) for k in range(units.height)], matrix
            )
            return f"{vector_text(row, ends[1])} is not in the image" if row else ""
        case Included(Span(Given()), Span(Transpose(matrix))), _:
            return f"the rank is {shape_of(matrix).height}, the dimension of the target"
        case AllOf((Independent(Transpose(matrix)), Included())), _:
            return f"the rank is {shape_of(matrix).width}, the dimension of both spaces"
        case AnyOf((Dependent(), NotIncluded()) as both), Choice(position, inner):
            return _reason(both[position], inner, ends)
    return ""


def _outside(vectors: list[Given], matrix: Term) -> list[Scalar]:
    """Find one of the vectors that is no image."""
    image = Span(Transpose(matrix))
    for vector in vectors:
        asked = Decision(Member(vector, image), NotMember(vector, image))
        if settle(asked).verdict == "refuted":
            return [x for (x,) in entries(vector.matrix)]
    return []
