"""Bases of spaces, among vectors, extended; complements."""

from collections.abc import Sequence

from exactspaces.fields import entries, matrix_from
from exactspaces.kernel import (
    Dependent,
    Equal,
    Given,
    Included,
    Matrix,
    NotIncluded,
    Product,
    Span,
    Term,
)
from exactspaces.questions import (
    BasisAmong,
    BasisExtension,
    BasisFor,
    BasisOf,
    Complement,
    DirectSum,
)
from exactspaces.rendering.formulas import Formula
from exactspaces.rendering.terms import basis_formula
from exactspaces.solvers.bases import joined
from exactspaces.worked.chains import Reduced, forward, fully
from exactspaces.worked.independence import holds
from exactspaces.worked.membership import included
from exactspaces.worked.notation import combination, equation, listed
from exactspaces.worked.proofs import proved
from exactspaces.worked.relations import write_relation
from exactspaces.worked.spaces import generators
from exactspaces.worked.work import Work


def basis_for(work: Work, question: BasisFor) -> None:
    """Work out the space; say how the basis found is scaled to the one of the answer."""
    rows: Matrix = work.value(question.space)
    answer: Matrix = proved(question).answer
    if entries(rows) != entries(answer):
        work.say("In a form that is easier to read, this basis is ", _basis(work, answer), ".")
        work.fact(BasisOf(Given(answer), question.space).claim)


def _basis(work: Work, rows: Matrix) -> Formula:
    return basis_formula(rows, work.vector)


def basis_among(work: Work, question: BasisAmong) -> None:
    """Keep the vectors in pivot columns, and write the others by them."""
    rows: Matrix = work.value(question.vectors)
    symbols = work.vectors(rows)
    work.say(
        "We write the vectors as columns. Row operations keep the relations between columns, "
        "so the vectors in pivot columns are a basis of the span."
    )
    found = fully(work, rows.transpose)
    chosen = [symbols[j] for j in found.pivots]
    kept = rows.select(found.pivots)
    claim = BasisOf(Given(kept), Span(question.vectors)).claim
    if not chosen:
        work.fact(claim, "There is no pivot, so the empty list is a basis of the span.")
        return
    verb = "is" if len(chosen) == 1 else "are"
    work.fact(claim, "So ", *listed(chosen), f" {verb} a basis of the span.")
    _others(work, rows, symbols, found)


def _others(work: Work, rows: Matrix, symbols: Sequence[Formula], found: Reduced) -> None:
    """Write each vector without a pivot as a combination of the basis."""
    table = entries(found.matrix)
    kept = rows.select(found.pivots)
    chosen = [symbols[j] for j in found.pivots]
    for j in found.free:
        coefficients = [table[i][j] for i in range(found.rank)]
        row = matrix_from(rows.ring, [coefficients], found.rank)
        claim = Equal(Product(Given(row), Given(kept)), Given(rows.select((j,))))
        sides = equation(symbols[j], combination(coefficients, chosen))
        work.fact(claim, "Column ", str(j + 1), " of the reduced form says ", sides, ".")


def basis_extension(work: Work, question: BasisExtension) -> None:
    """Write a basis of the whole behind the vectors and look for pivots."""
    rows: Matrix = work.value(question.vectors)
    symbols = work.vectors(rows)
    if not holds_independent(rows):
        work.say("A basis can only begin with independent vectors. We look for the pivots.")
        forward(work, rows.transpose)
        write_relation(work, rows, symbols)
        return
    inside = Included(Span(question.vectors), question.whole)
    if not holds(inside):
        work.say("A part of a basis of ", work.term(question.whole), " has to lie in it.")
        included(work, inside, holds=False)
        return
    more = whole_basis(work, question.whole)
    extend(work, (rows, symbols), more, question.whole)


def holds_independent(rows: Matrix) -> bool:
    """Find out whether the rows are independent."""
    return not holds(Dependent(Given(rows))) if rows.height else True


def whole_basis(work: Work, whole: Term) -> tuple[Matrix, tuple[Formula, ...]]:
    """Give a basis of the whole space; an identity matrix speaks for itself."""
    match whole:
        case Span(Given(rows)):
            return rows, work.vectors(rows, "ew")
        case _:
            rows = work.value(whole)
            return rows, work.vectors(rows, "wz")


def extend(
    work: Work,
    first: tuple[Matrix, tuple[Formula, ...]],
    more: tuple[Matrix, tuple[Formula, ...]],
    whole: Term,
) -> Matrix:
    """Find the vectors that are added to the first ones; give them."""
    both, symbols = joined(first[0], more[0]), (*first[1], *more[1])
    work.say(
        "We write the vectors as columns, and behind them vectors that span the space. The "
        "vectors in pivot columns are a basis of it that begins with the given ones."
    )
    found = forward(work, both.transpose)
    kept = both.select(found.pivots)
    added = [j for j in found.pivots if j >= first[0].height]
    names = [symbols[j] for j in added]
    claim = BasisOf(Given(kept), whole).claim
    words = ("So we add ", *listed(names), ".") if names else ("So nothing has to be added.",)
    work.fact(claim, *words)
    return both.select(added)


def complement(work: Work, question: Complement) -> None:
    """Extend a basis of the space to one of the whole; what is added spans a complement."""
    if not holds(Included(question.space, question.whole)):
        included(work, Included(question.space, question.whole), holds=False)
        work.fact(
            NotIncluded(question.space, question.whole), "Only a space inside has a complement."
        )
        return
    rows, symbols = generators(work, question.space, "uvs")
    added = extend(work, (rows, symbols), whole_basis(work, question.whole), question.whole)
    parts = (question.space, Span(Given(added)))
    work.fact(
        DirectSum(parts, question.whole).claim, "The vectors that are added span a complement."
    )
