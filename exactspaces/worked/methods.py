"""The tables: which method writes the solution of which question, and the value of which term."""

from collections.abc import Callable
from typing import Any

from exactspaces.errors import NoAnswer
from exactspaces.kernel import (
    Add,
    Augmented,
    Claim,
    Columns,
    Count,
    Determinant,
    Diagonal,
    Dimension,
    Equal,
    Given,
    Included,
    Independent,
    Inverse,
    Invertible,
    Meet,
    Member,
    Null,
    Number,
    Pivots,
    Power,
    Product,
    Rank,
    ReducedEchelon,
    Scaled,
    SpaceSum,
    Span,
    Term,
    Trace,
    Transpose,
)
from exactspaces.questions import (
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    BasisOf,
    Complement,
    Consistent,
    CoordinatesIn,
    Decision,
    DirectSum,
    InverseOf,
    Notion,
    ProjectionOnto,
    Question,
    RowReduction,
    SolutionSet,
    TriangularFactors,
    ValueOf,
    denial,
    is_positive,
    meaning,
)
from exactspaces.questions.comparisons import Comparison
from exactspaces.questions.constructions import Construction
from exactspaces.worked import (
    bases,
    combined,
    comparisons,
    constructions,
    coordinates,
    counts,
    determinants,
    equality,
    independence,
    inverses,
    membership,
    operations,
    products,
    spaces,
    systems,
)
from exactspaces.worked.conditions import tidied
from exactspaces.worked.proofs import proved
from exactspaces.worked.work import Work


def evaluate(work: Work, term: Term) -> Any:
    """Work out the value of a term, inside out, and write down how."""
    match term:
        case Given(matrix):
            return tidied(matrix)
        case Number(value):
            return tidied(value)
        case Count(value):
            return value
        case Columns(positions):
            return positions
        case _:
            return TERMS[type(term)](work, term)


def explain(work: Work, question: Question) -> None:
    """Write the way to the answer; the answer itself is not repeated here."""
    if isinstance(question, Comparison):
        comparisons.compare(work, question)
        return
    if isinstance(question, Construction):
        constructions.explain(work, question)
        return
    method = QUESTIONS.get(type(question))
    if method is None:
        raise NoAnswer(f"there is no worked solution for {type(question).__name__}")
    method(work, question)


def value_of(work: Work, question: ValueOf) -> None:
    """Work out the term."""
    work.value(question.term)


def decision(work: Work, question: Decision) -> None:
    """Show why the one claim holds, or why the other does."""
    answer = bool(proved(question).answer)
    claim = question.positive
    if not is_positive(claim):
        claim, answer = denial(claim), not answer
    said = meaning(claim)
    method = DECISIONS.get(type(said))
    if method is None:
        raise NoAnswer(f"there is no worked solution for {type(said).__name__}")
    method(work, said, holds=answer)


TERMS: dict[type[Term], Callable[[Work, Any], Any]] = {
    Product: products.product,
    Add: products.add,
    Scaled: products.scaled,
    Power: products.power,
    Transpose: products.transpose,
    Augmented: products.augmented,
    Diagonal: products.diagonal,
    Trace: products.trace,
    Inverse: inverses.inverse,
    Determinant: determinants.determinant,
    ReducedEchelon: counts.reduced_echelon,
    Pivots: counts.pivots,
    Rank: counts.rank,
    Dimension: combined.dimension,
    Span: spaces.span,
    Null: spaces.null_space,
    SpaceSum: combined.space_sum,
    Meet: combined.meet,
}

DECISIONS: dict[type[Claim] | type[Notion], Callable[..., None]] = {
    Equal: equality.equal,
    Member: membership.member,
    Included: membership.included,
    Independent: independence.independent,
    Invertible: inverses.invertible,
    BasisOf: independence.basis_of,
    Consistent: systems.consistent,
    DirectSum: independence.direct_sum,
}

QUESTIONS: dict[type[Question], Callable[[Work, Any], None]] = {
    ValueOf: value_of,
    Decision: decision,
    BasisFor: bases.basis_for,
    BasisAmong: bases.basis_among,
    BasisExtension: bases.basis_extension,
    BasisChange: coordinates.basis_change,
    CoordinatesIn: coordinates.coordinates,
    Complement: bases.complement,
    ProjectionOnto: coordinates.projection,
    SolutionSet: systems.solutions,
    InverseOf: inverses.inverse_of,
    TriangularFactors: inverses.triangular_factors,
    RowReduction: operations.row_reduction,
}
