"""Claims: two contrary statements, and the question which of them holds."""

from dataclasses import replace

from exactspaces.errors import ExactSpacesError
from exactspaces.fields import QQ, field_name, matrix_from, number
from exactspaces.kernel import (
    Claim,
    Dependent,
    Equal,
    Given,
    Included,
    Independent,
    Member,
    NotIncluded,
    NotMember,
    Number,
    Term,
    Unequal,
)
from exactspaces.questions import (
    BasisOf,
    Decision,
    DirectSum,
    NotBasisOf,
    NotDirectSum,
    SolutionSet,
    shape_of,
)
from exactspaces.questions.comparisons import NUMBERS, Comparison, is_yes_no
from exactspaces.questions.constructions import Construction
from exactspaces.reading.affine import lifted_point
from exactspaces.reading.context import Context
from exactspaces.reading.grammar.syntax import Compare, Node
from exactspaces.reading.linear.algebra import element, matched
from exactspaces.reading.lists import column_of
from exactspaces.reading.meanings import (
    AffineTerm,
    Asked,
    ColumnsTerm,
    Constant,
    CountTerm,
    DirectSumOf,
    ElementTerm,
    MapTerm,
    MatrixTerm,
    Meaning,
    Polynomial,
    SpaceTerm,
    Vectors,
    VectorTerm,
    affine_decision,
    decision,
    denied,
)
from exactspaces.reading.operators import count_term, number_term
from exactspaces.reading.words import kind_of
from exactspaces.spaces import Coordinates, Polynomials

Sides = tuple[Meaning, Meaning]
_ORDERS = ("<", ">", "<=", ">=")
_SETS = (SpaceTerm, AffineTerm, Vectors)
_NOT_STRICT = "Spaces are compared with <= and >=; < and > stand between numbers."


def systems_of(meaning: Meaning) -> tuple[tuple[Term, Term], ...]:
    """Give the system whose solutions an affine set is; nothing for sets that are not empty."""
    question = meaning.question if isinstance(meaning, AffineTerm) else None
    return ((question.matrix, question.right),) if isinstance(question, SolutionSet) else ()


def comparison(context: Context, node: Compare, operator: str, sides: Sides) -> Asked:
    """Give the question whether the relation holds."""
    try:
        sides = matched(context, node, sides)
        if operator in ("in", "not in"):
            asked = _membership(context, node, sides)
            return asked if operator == "in" else _contrary(asked)
        if operator in _ORDERS and not any(isinstance(x, _SETS) for x in sides):
            return _order(context, node, sides)
        if operator in ("<", ">"):
            context.fail(node, _NOT_STRICT)
        if operator in ("<=", ">="):
            return _inclusion(context, node, sides if operator == "<=" else (sides[1], sides[0]))
        asked = _equality(context, node, sides)
        return asked if operator == "==" else _contrary(asked)
    except ExactSpacesError as error:
        if hasattr(error, "position"):
            raise
        context.fail(node, str(error))


def _order(context: Context, node: Compare, sides: Sides) -> Asked:
    """Give the question which of two numbers is smaller."""
    counted = any(isinstance(side, CountTerm) for side in sides)
    places = (node.left, node.right)
    left, right = (
        _number(context, place, side, counted=counted)
        for place, side in zip(places, sides, strict=True)
    )
    strict, turned = node.operator in ("<", ">"), node.operator in (">", ">=")
    if turned:
        left, right = right, left
    return Asked(Comparison(left, right, strict, turned))


def _number(
    context: Context, node: Node, meaning: Meaning, *, counted: bool
) -> Term | Construction:
    """Give a side of a comparison: a number, a count, or a question such as norm(v)."""
    match meaning:
        case CountTerm(term):
            return term
        case Constant(_, rational) if rational is not None and counted:
            return count_term(meaning) or Number(matrix_from(QQ, [[number(QQ, rational)]]))
        case Asked(question) if isinstance(question, NUMBERS):
            found: Term | Construction | None = question
        case _:
            found = number_term(meaning)
    if found is None:
        context.fail(node, f"Numbers or spaces are ordered, and this is {kind_of(meaning)}.")
    if context.ring.characteristic:
        context.fail(
            node, f"The numbers of {field_name(context.ring)} have no order; ask == or != instead."
        )
    return found


def _contrary(asked: Asked) -> Asked:
    if isinstance(asked.question, Comparison):
        return replace(asked, question=asked.question.contrary)
    if isinstance(asked.question, Decision):
        return replace(asked, question=denied(asked.question))
    return asked


def _membership(context: Context, node: Compare, sides: Sides) -> Asked:
    vector, space = sides
    if isinstance(space, AffineTerm):
        column = column_of(context, node.left, vector, space.ambient)
        point = lifted_point(context, column)
        _same_height(context, node, point, space.term)
        return affine_decision(Member(point, space.term), NotMember(point, space.term))
    if not isinstance(space, SpaceTerm):
        hint = " Write span{...} around the list." if isinstance(space, Vectors) else ""
        context.fail(node.right, f"A space is expected here, and this is {kind_of(space)}.{hint}")
    if isinstance(vector, SpaceTerm):
        context.fail(node.left, "A space is compared with <=, a vector with in.")
    column = column_of(context, node.left, vector, space.ambient)
    _same_height(context, node, column, space.term)
    return decision(Member(column, space.term), NotMember(column, space.term))


def _same_height(context: Context, node: Compare, column: Term, space: Term) -> None:
    have, due = shape_of(column).height, shape_of(space).height
    if have != due:
        context.fail(node, f"The vector has {have} entries, the space is part of F^{due}.")


def _inclusion(context: Context, node: Compare, sides: Sides) -> Asked:
    match sides:
        case (SpaceTerm(a, x), SpaceTerm(b, y)) | (AffineTerm(a, x), AffineTerm(b, y)):
            if x != y:
                context.fail(node, f"The spaces lie in {x.name('F')} and in {y.name('F')}.")
            claims = Included(a, b), NotIncluded(a, b)
            if isinstance(sides[0], AffineTerm):
                return affine_decision(*claims, systems_of(sides[0]))
            return decision(*claims)
    left, right = map(kind_of, sides)
    context.fail(node, f"<= compares two spaces, and these are {left} and {right}.")


def _equality(context: Context, node: Compare, sides: Sides) -> Asked:
    left, right = sides
    if isinstance(left, DirectSumOf) or isinstance(right, DirectSumOf):
        return _direct_sum(context, node, sides)
    terms = _comparable(context, node, sides)
    if terms is None:
        first, second = kind_of(left), kind_of(right)
        context.fail(node, f"{first} and {second} are not compared.")
    a, b = terms
    if shape_of(a) != shape_of(b):
        context.fail(node, f"{shape_of(a)} is compared with {shape_of(b)}.")
    if isinstance(left, AffineTerm):
        systems = [systems_of(side) for side in sides]
        # Only when both are empty are they equal for another reason than equal spaces.
        both = systems[0] + systems[1] if all(systems) else ()
        return affine_decision(Equal(a, b), Unequal(a, b), both)
    return decision(Equal(a, b), Unequal(a, b))


def _comparable(context: Context, node: Compare, sides: Sides) -> tuple[Term, Term] | None:
    left, right = sides
    match left, right:
        case (MapTerm() | ElementTerm(), _) | (_, MapTerm() | ElementTerm()):
            return _of_maps(context, node, sides)
        case (CountTerm(), _) | (_, CountTerm()):
            a, b = count_term(left), count_term(right)
            return (a, b) if a and b else None
        case (MatrixTerm(a), MatrixTerm(b)) | (VectorTerm(a), VectorTerm(b)):
            return a, b
        case (VectorTerm(a), MatrixTerm(b)) | (MatrixTerm(a), VectorTerm(b)):
            return a, b
        case (SpaceTerm(a, x), SpaceTerm(b, y)) | (AffineTerm(a, x), AffineTerm(b, y)):
            return (a, b) if x == y else None
        case ColumnsTerm(a), ColumnsTerm(b):
            return a, b
        case (Vectors(a, x), Vectors(b, y)) if x == y:
            return a, b
        case (Polynomial(), _) | (_, Polynomial()):
            ambient = _polynomials(context)
            a, b = (column_of(context, node, side, ambient) for side in sides)
            return a, b
    a, b = number_term(left), number_term(right)
    return (a, b) if a and b else None


def _of_maps(context: Context, node: Compare, sides: Sides) -> tuple[Term, Term] | None:
    """Compare maps between the same spaces, or vectors of a space of matrices or polynomials."""
    match sides:
        case MapTerm(a, x, y), MapTerm(b, v, w):
            return (a, b) if (x, y) == (v, w) else None
        case (ElementTerm(_, ambient), _) | (_, ElementTerm(_, ambient)):
            first, second = (element(context, node, side, ambient) for side in sides)
            return first, second
    return None


def _polynomials(context: Context) -> Polynomials:
    return Polynomials(context.degree, context.variable or "x")


def _direct_sum(context: Context, node: Compare, sides: Sides) -> Asked:
    left, right = sides
    parts, whole = (left, right) if isinstance(left, DirectSumOf) else (right, left)
    if not isinstance(parts, DirectSumOf) or not isinstance(whole, SpaceTerm):
        context.fail(node, "A direct sum is compared with a space: direct_sum(U, W) == QQ^3.")
    if any(space.ambient != whole.ambient for space in parts.spaces):
        context.fail(node, "The spaces lie in different ambient spaces.")
    terms = tuple(space.term for space in parts.spaces)
    return decision(DirectSum(terms, whole.term).claim, NotDirectSum(terms, whole.term).claim)


def property_claim(name: str, listed: Vectors) -> Asked:
    """Give the question whether the vectors are independent, or dependent."""
    positive: Claim = Independent(listed.term)
    negative: Claim = Dependent(listed.term)
    if name == "dependent":
        positive, negative = negative, positive
    return decision(positive, negative)


def basis_claim(context: Context, node: Node, listed: Vectors, space: Meaning) -> Asked:
    """Give the question whether the vectors are a basis of the space."""
    if not isinstance(space, SpaceTerm):
        context.fail(node, f"A basis of a space is meant, and this is {kind_of(space)}.")
    term, ambient = listed.term, listed.ambient
    if isinstance(term, Given) and not term.matrix.height and ambient == Coordinates(0):
        term, ambient = Given(context.matrix([], space.ambient.dimension)), space.ambient
    if ambient != space.ambient:
        places = ambient.name("F"), space.ambient.name("F")
        context.fail(node, f"The vectors lie in {places[0]}, the space in {places[1]}.")
    return decision(BasisOf(term, space.term).claim, NotBasisOf(term, space.term).claim)


def denial(context: Context, node: Node, meaning: Meaning) -> Asked:
    """Give the contrary of a claim."""
    if not isinstance(meaning, Asked) or not is_yes_no(meaning.question):
        context.fail(node, f"not stands before a claim, and this is {kind_of(meaning)}.")
    return _contrary(meaning)
