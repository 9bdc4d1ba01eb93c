"""One sentence that says why, with numbers that can be checked by hand."""

from collections.abc import Sequence
from typing import Any

from exactspaces.api.answers.map_reasons import map_reason
from exactspaces.api.answers.plain import space_text, value_text, vector_text
from exactspaces.fields import Scalar, entries
from exactspaces.kernel import (
    Choice,
    Claim,
    Combination,
    Dependent,
    Dimension,
    Each,
    Equal,
    Functional,
    Given,
    Included,
    Independent,
    Invertible,
    Matrix,
    Member,
    NotIncluded,
    NotInvertible,
    NotMember,
    Span,
    Term,
    Unequal,
)
from exactspaces.questions import (
    BasisFor,
    BasisOf,
    ByCases,
    Consistent,
    Decision,
    DirectSum,
    NoSolution,
    NotBasisOf,
    NotDirectSum,
    Notion,
    ValueOf,
    denial,
    meaning,
    shape_of,
)
from exactspaces.questions.comparisons import is_yes_no, says_yes
from exactspaces.questions.constructions import Construct
from exactspaces.questions.formal import Formal
from exactspaces.reading.request import Request
from exactspaces.settle import Outcome, settle
from exactspaces.spaces import Ambient


def reason_for(outcome: Outcome, request: Request) -> str:
    """Give the reason for a verdict; empty where the answer says it all."""
    theorem = outcome.theorem
    if theorem is None or isinstance(outcome.question, ByCases):
        return _by_cases(outcome)
    if isinstance(outcome.answer, Construct):
        return outcome.answer.reason
    if isinstance(outcome.question, ValueOf | Formal):
        return ""
    if isinstance(outcome.question, Decision) and outcome.question.affine:
        return _of_affine_sets(theorem.claim)
    if request.ends is not None:
        return map_reason(theorem, request.ends)
    said = meaning(theorem.claim)
    match theorem.certificate:
        case Functional(row) | Choice(_, Functional(row)):
            return _separated(row, said)
        case Combination(coefficients):
            return _combined(coefficients, said, request.ambient)
        case Each((Combination(coefficients),)):
            return _combined(coefficients, said, request.ambient)
    return _by_values(said)


def _of_affine_sets(claim: Claim) -> str:
    """Give the reason for claims about the spaces of all (s x, s), in terms of the x."""
    match claim:
        case Member():
            return "the vector satisfies all conditions"
        case NotMember():
            return "the vector does not satisfy all conditions"
        case Included():
            return "the point and the directions of the first belong to the second"
        case Equal():
            return "each has the point and the directions of the other"
        case NotIncluded(inner, outer):
            return _affine_outside(inner, outer)
        case Unequal(left, right):
            turned = _affine_outside(right, left).replace("first", "SECOND")
            turned = turned.replace("second", "first").replace("SECOND", "second")
            return _affine_outside(left, right) or turned
    return ""


def _affine_outside(inner: Term, outer: Term) -> str:
    row = _vector_outside(inner, outer)
    if not row:
        return ""
    if row[-1]:
        point = vector_text([x / row[-1] for x in row[:-1]])
        return f"{point} lies in the first and not in the second"
    return f"{vector_text(row[:-1])} is a direction of the first and not of the second"


def _by_cases(outcome: Outcome) -> str:
    if outcome.verdict == "refuted" and isinstance(outcome.question, ByCases):
        inner = outcome.question.question
        answers = {says_yes(a) for _, a in outcome.answer}
        if is_yes_no(inner) and len(answers) == 2:
            return "it depends on the parameters"
    return ""


def _separated(row: Matrix, claim: Claim | Notion) -> str:
    shown = vector_text(entries(row)[0])
    if isinstance(claim, NoSolution):
        return (
            f"the combination of the equations with the factors {shown} reads 0 = 1: "
            "it makes the left side zero and the right side 1"
        )
    return f"the functional f = {shown} is 0 on every spanning vector and 1 on the vector"


def _rows_of(claim: Claim | Notion) -> Term | None:
    match claim:
        case Member(_, Span(rows)) | Dependent(rows) | NotInvertible(rows):
            return rows
    return None


def _combined(coefficients: Matrix, claim: Claim | Notion, ambient: Ambient | None) -> str:
    values = entries(coefficients)[0]
    if isinstance(claim, Consistent):
        return f"x = {vector_text(values)} is a solution"
    rows = _rows_of(claim)
    if not isinstance(rows, Given):
        return f"the coefficients {vector_text(values)} give it"
    listed = [vector_text(row, ambient) for row in entries(rows.matrix)]
    total = linear(values, listed)
    if isinstance(claim, Member) and isinstance(claim.vector, Given):
        return f"{vector_text([x for (x,) in entries(claim.vector.matrix)])} = {total}"
    return f"{total} = 0" if not isinstance(claim, Member) else f"it is {total}"


def linear(values: Sequence[Scalar], names: Sequence[str]) -> str:
    """Write a linear combination: 2*(1, 0) - (0, 1).

    >>> from exactspaces.fields import QQ, number
    >>> linear([number(QQ, 2), number(QQ, -1), number(QQ, 0)], ["u", "v", "w"])
    '2*u - v'
    """
    text = ""
    for value, name in zip(values, names, strict=True):
        if not value:
            continue
        number = str(value)
        negative = number.startswith("-") and " " not in number
        size = number.removeprefix("-") if negative else number
        size = f"({size})" if " " in size else size
        body = name if size == "1" else f"{size}*{name}"
        if text:
            text += f" - {body}" if negative else f" + {body}"
        else:
            text = f"-{body}" if negative else body
    return text or "0"


def _by_values(claim: Claim | Notion) -> str:
    match claim:
        case Equal(left, right) | Unequal(left, right):
            return _two_values(left, right)
        case NotIncluded(inner, outer):
            return _outside(inner, outer)
        case Included():
            return "each basis vector of the first lies in the second"
        case Independent(vectors):
            return f"the rank is {shape_of(vectors).height}, the number of vectors"
        case Invertible():
            return "the rows are independent"
        case NotInvertible(matrix):
            return f"it is {shape_of(matrix)}, not a square matrix"
        case BasisOf(vectors):
            return _basis(shape_of(vectors).height)
        case NotBasisOf(vectors, space):
            return _no_basis(vectors, space)
        case DirectSum(summands, whole):
            return _dimensions(summands, whole)
        case NotDirectSum():
            return _not_direct(claim)
        case Member() | NotMember():
            return ""
    return ""


def _basis(size: int) -> str:
    if size == 1:
        return "the vector is not zero and spans the space"
    return f"the {size} vectors are independent and span the space" if size else ""


def _value(term: Term) -> str:
    if shape_of(term).sort == "space":
        outcome = settle(BasisFor(term))
        return space_text(outcome.answer, None) if outcome.theorem else "?"
    outcome = settle(ValueOf(term))
    return value_text(ValueOf(term), outcome.answer, None) if outcome.theorem else "?"


def _is_literal(term: Term) -> bool:
    return not any(True for _ in term.parts) or (isinstance(term, Span) and _is_literal(term.rows))


def _two_values(left: Term, right: Term) -> str:
    sides = [(name, t) for name, t in (("left", left), ("right", right)) if not _is_literal(t)]
    return ", ".join(f"{name} side = {_value(t)}" for name, t in sides)


def _outside(inner: Term, outer: Term) -> str:
    row = _vector_outside(inner, outer)
    return f"{vector_text(row)} lies in the first and not in the second" if row else ""


def _vector_outside(inner: Term, outer: Term) -> list[Scalar]:
    basis = settle(BasisFor(inner))
    rows = entries(basis.answer) if basis.theorem else []
    for k, row in enumerate(rows):
        vector = Given(basis.answer.select((k,)).transpose)
        asked = Decision(Member(vector, outer), NotMember(vector, outer))
        if settle(asked).verdict == "refuted":
            return row
    return []


def _no_basis(vectors: Term, space: Term) -> str:
    asked: Any = settle(Decision(Independent(vectors), Dependent(vectors)))
    if asked.verdict == "refuted" and isinstance(asked.theorem.certificate, Combination):
        return "dependent: " + _combined(
            asked.theorem.certificate.coefficients, Dependent(vectors), None
        )
    return _outside(Span(vectors), space) or _missing(vectors, space)


def _missing(vectors: Term, space: Term) -> str:
    found = _outside(space, Span(vectors))
    return found.replace("the first", "the space").replace("the second", "the span")


def _not_direct(claim: NotDirectSum) -> str:
    """Tell parts that meet from parts that are too large, too small or outside."""
    _, dimensions = DirectSum(claim.summands, claim.whole).claim.claims
    inside = [Included(space, claim.whole) for space in claim.summands]
    asked = [Decision(x, denial(x)) for x in (dimensions, *inside)]
    if all(settle(x).verdict == "proved" for x in asked):
        return "a vector that is not zero lies in one part and in the sum of the others"
    return _dimensions(claim.summands, claim.whole)


def _dimensions(summands: Sequence[Term], whole: Term) -> str:
    parts = [_value(Dimension(space)) for space in summands]
    return f"the dimensions are {' + '.join(parts)}, and {_value(Dimension(whole))} for the whole"
