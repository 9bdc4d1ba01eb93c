"""Questions as sentences with formulas in them."""

from collections.abc import Callable
from string import Formatter
from typing import Any

from exactspaces.fields import entry
from exactspaces.kernel import Count, Given, Number, Span, Term
from exactspaces.questions import asks as q
from exactspaces.questions import shape_of
from exactspaces.questions.comparisons import Comparison, rounded
from exactspaces.questions.constructions import Construction
from exactspaces.rendering.claims import claim_in, operation_formula
from exactspaces.rendering.documents import Pieces
from exactspaces.rendering.formulas import Formula, Join, Sym
from exactspaces.rendering.terms import Names, Notation, Vector, list_in, term_in, tuple_formula


def question_pieces(
    question: q.Question, names: Names | None = None, vector: Vector = tuple_formula
) -> Pieces:
    """Give a question as a sentence, such as "Find a basis of null(A)."."""
    return (*_asked(Notation(names or {}, vector), question), ".")


def _asked(n: Notation, question: q.Question) -> Pieces:
    if isinstance(question, Comparison):
        return _comparison(n, question)
    if isinstance(question, Construction):
        return _construction(n, question)
    return _SENTENCES[type(question)](n, question)


def _value(n: Notation, question: q.ValueOf) -> Pieces:
    verb = "Simplify " if isinstance(question.term, Count) else "Compute "
    if shape_of(question.term).sort == "space":
        verb = "Describe the space "
    return verb, term_in(n, question.term)


def _vectors(n: Notation, term: Term) -> Formula:
    return list_in(n, term)[0]


def _extension(n: Notation, question: q.BasisExtension) -> Pieces:
    return "Extend ", _vectors(n, question.vectors), " to a basis of ", term_in(n, question.whole)


def _solution_set(n: Notation, question: q.SolutionSet) -> Pieces:
    product = Join("*", (term_in(n, question.matrix), Sym("x")))
    return "Solve ", Join("=", (product, term_in(n, question.right, column=True)))


def _coordinates(n: Notation, question: q.CoordinatesIn) -> Pieces:
    vector = term_in(n, question.vector, column=True)
    return "Find the coordinates of ", vector, " in the basis ", _vectors(n, question.basis)


def _basis_change(n: Notation, question: q.BasisChange) -> Pieces:
    old, new = _vectors(n, question.old), _vectors(n, question.new)
    return "Find the matrix that takes coordinates in ", old, " to coordinates in ", new


def _complement(n: Notation, question: q.Complement) -> Pieces:
    space, whole = term_in(n, question.space), term_in(n, question.whole)
    return "Find a complement of ", space, " in ", whole


def _projection(n: Notation, question: q.ProjectionOnto) -> Pieces:
    onto, along = term_in(n, question.onto), term_in(n, question.along)
    return "Find the matrix of the projection onto ", onto, " along ", along


def _row_reduction(n: Notation, question: q.RowReduction) -> Pieces:
    operations = Join(",", tuple(map(operation_formula, question.operations)))
    return "Apply ", operations, " to ", term_in(n, Given(question.before))


def _construction(n: Notation, question: Construction) -> Pieces:
    """Fill the fields of the question into its sentence."""
    out: Pieces = ()
    for words, name, _, _ in Formatter().parse(question.asks):
        out = (*out, words)
        value = getattr(question, name) if name else None
        if isinstance(value, Term):
            listed = name == "vectors"
            out = (*out, _vectors(n, value) if listed else term_in(n, value, column=True))
    return out


def _comparison(n: Notation, question: Comparison) -> Pieces:
    """Write the sides in the order in which they were written."""
    left, right = _side(n, question.left), _side(n, question.right)
    if question.turned:
        return "Decide whether ", *right, " > " if question.strict else " ≥ ", *left
    return "Decide whether ", *left, " < " if question.strict else " ≤ ", *right


def _side(n: Notation, side: Term | Construction) -> Pieces:
    """Give a number that is compared; what a question asks for in the words of the question."""
    if isinstance(side, Number):
        told = rounded(entry(side.value))
        return (told if told.startswith("about") else term_in(n, side),)
    if isinstance(side, Term):
        return (term_in(n, side),)
    first, *rest = _construction(n, side)
    return str(first).removeprefix("Find "), *rest


def _by_cases(n: Notation, question: q.ByCases) -> Pieces:
    names = Join(",", tuple(map(Sym, question.ring.names)))
    return *_asked(n, question.question), ", for all values of ", names


_SENTENCES: dict[type[q.Question], Callable[[Notation, Any], Pieces]] = {
    q.ValueOf: _value,
    q.InverseOf: lambda n, x: ("Find the inverse of ", term_in(n, x.matrix)),
    q.BasisFor: lambda n, x: ("Find a basis of ", term_in(n, x.space)),
    q.Decision: lambda n, x: ("Decide whether ", claim_in(n, x.positive)),
    q.BasisAmong: lambda n, x: ("Find a basis of ", term_in(n, Span(x.vectors)), " among these"),
    q.BasisExtension: _extension,
    q.SolutionSet: _solution_set,
    q.CoordinatesIn: _coordinates,
    q.BasisChange: _basis_change,
    q.Complement: _complement,
    q.ProjectionOnto: _projection,
    q.TriangularFactors: lambda n, x: ("Write ", term_in(n, x.matrix), " as a product LU"),
    q.RowReduction: _row_reduction,
    q.ByCases: _by_cases,
}
