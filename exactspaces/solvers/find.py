"""From a question to a finding: the table of solvers."""

from collections.abc import Callable
from typing import Any

from exactspaces.kernel import (
    Basis,
    Columns,
    Computed,
    Count,
    Given,
    Matrix,
    Number,
    Span,
    Term,
)
from exactspaces.kernel.spaces import Space
from exactspaces.questions import (
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    ByCases,
    Complement,
    CoordinatesIn,
    Decision,
    Finding,
    InverseOf,
    ProjectionOnto,
    Question,
    RowReduction,
    SolutionSet,
    TriangularFactors,
    ValueOf,
    shape_of,
)
from exactspaces.questions.constructions import Construction
from exactspaces.questions.obligations import Obligation, TransportOf
from exactspaces.questions.sets import SpannedBy
from exactspaces.solvers import bases, factors, systems
from exactspaces.solvers.cases import find_by_cases
from exactspaces.solvers.constructions import find_construction
from exactspaces.solvers.decisions import decide
from exactspaces.solvers.evidence import LITERAL, basis_certificate, block_minor, evaluate
from exactspaces.solvers.formal import FORMAL, find_judged
from exactspaces.solvers.laws.charts import find_transport
from exactspaces.solvers.sets.spans import find_span
from exactspaces.solvers.steps import find_after


def find_value(question: ValueOf) -> Finding:
    """Evaluate the term; the answer is a literal of the same sort."""
    found = evaluate(question.term)
    answer = literal(question.term, found.value)
    return Finding(answer, Computed((found.certificate, _literal_certificate(found.value))))


def literal(term: Term, value: Any) -> Term:
    """Give the literal term for a value of the term."""
    if isinstance(value, Matrix):
        return Number(value) if shape_of(term).sort == "number" else Given(value)
    if isinstance(value, Space):
        return Span(Given(value.basis))
    return Columns(value) if isinstance(value, tuple) else Count(value)


def _literal_certificate(value: Any) -> Computed | Basis:
    """Evidence for a literal; a basis with an identity block is its own minor."""
    if not isinstance(value, Space):
        return LITERAL
    return basis_certificate(value, block_minor(value), (LITERAL,))


def find(question: Question) -> Finding:
    """Look up the solver for the question and run it.

    Raises NoAnswer when what is asked for does not exist, with the reason.
    """
    if isinstance(question, ByCases):
        return find_by_cases(question, find)
    if isinstance(question, Construction):
        return find_construction(question)
    return SOLVERS[type(question)](question)


SOLVERS: dict[type[Question], Callable[[Any], Finding]] = {
    ValueOf: find_value,
    Decision: decide,
    BasisFor: bases.find_basis,
    BasisAmong: bases.find_basis_among,
    BasisExtension: bases.find_extension,
    BasisChange: bases.find_basis_change,
    CoordinatesIn: bases.find_coordinates,
    Complement: bases.find_complement,
    ProjectionOnto: bases.find_projection,
    SolutionSet: systems.find_solutions,
    InverseOf: factors.find_inverse,
    TriangularFactors: factors.find_factors,
    RowReduction: find_after,
    Obligation: find_judged,
    SpannedBy: find_span,
    TransportOf: find_transport,
    **FORMAL,
}
