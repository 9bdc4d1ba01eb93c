"""Claims as formulas: what is said, in the words of a textbook."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from exactspaces.fields import entry
from exactspaces.fields.texts import quantity_names
from exactspaces.kernel import claims as s
from exactspaces.kernel.coverage import matrices_in
from exactspaces.kernel.matrices import Matrix
from exactspaces.kernel.scalars import Parameters
from exactspaces.kernel.statements import ForAll, NotForAll
from exactspaces.kernel.terms import Augmented, Diagonal, Given, ReducedEchelon, Term, Transpose
from exactspaces.questions import meaning, with_ring
from exactspaces.questions import notions as q
from exactspaces.questions import operations as o
from exactspaces.rendering.formulas import (
    Branches,
    Formula,
    Join,
    Num,
    Phrase,
    SetOf,
    Sym,
    Words,
)
from exactspaces.rendering.rings import conditions_formula
from exactspaces.rendering.statements import statement_box
from exactspaces.rendering.terms import (
    Names,
    Notation,
    Vector,
    combination_formula,
    list_in,
    span_formula,
    term_in,
    tuple_formula,
    vector_formula,
)


def claim_formula(
    claim: s.Claim, names: Names | None = None, vector: Vector = tuple_formula
) -> Formula:
    """Give the formula for a claim; the field is not part of it."""
    return claim_in(Notation(names or {}, vector), claim)


def claim_in(notation: Notation, claim: s.Claim) -> Formula:
    """Give the formula for a claim, with the names and vectors of the notation."""
    said = meaning(claim)
    return FORMULAS[type(said)](notation, said)


def operation_formula(operation: o.Operation) -> Formula:
    """Give R2 -> R2 - 3 R1, R1 <-> R2 or R1 -> 2 R1."""
    match operation:
        case o.Swap(first, second):
            return Join("<->", (_row(first), _row(second)))
        case o.Multiply(row, factor):
            return Join("->", (_row(row), combination_formula([entry(factor)], [_row(row)])))
        case o.Combine(row, factor, source):
            added = Join("", (Num(entry(factor)), _row(source)))
            return Join("->", (_row(row), Join("+", (_row(row), added))))
        case _:
            raise TypeError(f"{type(operation).__name__} is not a row operation")


def _row(number: int) -> Sym:
    return Sym(f"R{number}")


def _said(*parts: Formula | str) -> Phrase:
    said: list[Formula] = []
    for part in parts:
        one = Words(part) if isinstance(part, str) else part
        said += one.parts if isinstance(one, Phrase) else (one,)
    return Phrase(tuple(said))


def _relation(sign: str) -> Callable[[Notation, Any], Formula]:
    """Set a sign between the two terms of a claim; a single vector is a vector."""

    def formula(n: Notation, claim: s.Claim) -> Formula:
        left, right = vars(claim).values()
        if isinstance(left, Diagonal):  # its entries are no coordinates
            n = replace(n, vector=tuple_formula)
        column = not any(isinstance(x, _SHAPED) for x in (left, right))
        return Join(sign, (term_in(n, left, column=column), term_in(n, right, column=column)))

    return formula


# Beside these a matrix with one column is shown as a matrix.
_SHAPED = (Augmented, ReducedEchelon, Transpose)


def _property(words: str) -> Callable[[Notation, Any], Formula]:
    """Say something of a list of vectors, and perhaps of a space."""

    def formula(n: Notation, claim: s.Claim) -> Formula:
        vectors, *space = vars(claim).values()
        subject, verb = list_in(n, vectors)
        return _said(subject, f"{verb} {words}", *(term_in(n, x) for x in space))

    return formula


def _matrix_property(words: str) -> Callable[[Notation, Any], Formula]:
    def formula(n: Notation, claim: s.Claim) -> Formula:
        return _said(term_in(n, *vars(claim).values()), words)

    return formula


def _system(n: Notation, matrix: Term, right: Term) -> Formula:
    """Give A x = b, with a letter for the unknown that is not a name in the matrix."""
    taken = {name for m in matrices_in((matrix, right)) for name in quantity_names(m.ring)}
    unknown = next(x for x in ("x", "y", "z", "unknown") if x not in taken)
    product = Join("*", (term_in(n, matrix), Sym(unknown)))
    return Join("=", (product, term_in(n, right, column=True)))


def _system_property(words: str) -> Callable[[Notation, Any], Formula]:
    def formula(n: Notation, claim: q.Consistent | q.NoSolution) -> Formula:
        return _said(_system(n, claim.matrix, claim.right), words)

    return formula


def _solutions(n: Notation, claim: s.Solutions) -> Formula:
    system = _system(n, claim.matrix, claim.right)
    point = vector_formula(claim.particular, n.vector)
    if claim.directions.height == 0:
        return _said(system, "has exactly the solution", point)
    span = span_formula(claim.directions, n.vector)
    return _said(system, "has exactly the solutions in", Join("+", (point, span)))


def _coordinates(n: Notation, claim: q.HasCoordinates) -> Formula:
    vector = term_in(n, claim.vector, column=True)
    found = vector_formula(claim.coordinates)
    return _said(vector, "has the coordinates", found, "in the basis", list_in(n, claim.basis)[0])


def _change_of_basis(n: Notation, claim: q.ChangeOfBasis) -> Formula:
    old, new = list_in(n, claim.old)[0], list_in(n, claim.new)[0]
    matrix = _matrix(n, claim.matrix)
    return _said(matrix, "takes coordinates in the basis", old, "to coordinates in the basis", new)


def _matrix(n: Notation, matrix: Matrix) -> Formula:
    return term_in(n, Given(matrix))


def _direct_sum(n: Notation, claim: q.DirectSum) -> Formula:
    parts = tuple(term_in(n, x) for x in claim.summands)
    whole = term_in(n, claim.whole)
    return Join("=", (whole, Join("direct", parts) if parts else SetOf((Num(0),))))


def _not_direct_sum(n: Notation, claim: q.NotDirectSum) -> Formula:
    parts = Join(",", tuple(term_in(n, x) for x in claim.summands))
    return _said(term_in(n, claim.whole), "is not the direct sum of", parts)


def _projection(n: Notation, claim: q.Projection) -> Formula:
    onto, along = term_in(n, claim.onto), term_in(n, claim.along)
    return _said(_matrix(n, claim.matrix), "is the projection onto", onto, "along", along)


def _factors(n: Notation, claim: q.Factors) -> Formula:
    product = Join("*", (_matrix(n, claim.lower), _matrix(n, claim.upper)))
    matrix = term_in(n, claim.matrix)
    if claim.order == tuple(range(1, len(claim.order) + 1)):
        return Join("=", (matrix, product))
    order = ", ".join(map(str, claim.order))
    return _said(matrix, f"with its rows in the order {order} is", product)


def _reduces(n: Notation, claim: q.Reduces) -> Formula:
    operations = Join(",", tuple(map(operation_formula, claim.operations)))
    before, after = _matrix(n, claim.before), _matrix(n, claim.after)
    if not claim.operations:
        return Join("=", (before, after))
    return _said(before, "becomes", after, "by", operations)


def _enclosed(words: str) -> Callable[[Notation, Any], Formula]:
    """Say of all singular values or eigenvalues, in order, how near to numbers they are."""

    def formula(n: Notation, claim: s.SingularValues | s.Eigenvalues) -> Formula:
        radius, numbers = term_in(n, claim.radius), term_in(n, claim.numbers, column=True)
        matrix = term_in(n, claim.matrix)
        return _said(matrix, f"{words}, largest first, within", radius, "of", numbers)

    return formula


def _composed(word: str) -> Callable[[Notation, Any], Formula]:
    """Say several claims in one sentence; "both" or "either" begins one within another."""

    def formula(n: Notation, claim: s.AllOf | s.AnyOf) -> Formula:
        said: list[Formula | str] = []
        for part in claim.claims:
            said.append(word)
            if isinstance(meaning(part), s.AllOf | s.AnyOf):
                said.append("both" if isinstance(part, s.AllOf) else "either")
            said.append(claim_in(n, part))
        return _said(*said[1:]) if said else _said(f"no claims joined by {word}")

    return formula


def _cases(n: Notation, claim: s.Cases) -> Formula:
    return Branches(tuple(_case(n, case.ring, case.claim) for case in claim.cases))


def _case(n: Notation, ring: Parameters, claim: s.Claim) -> tuple[Formula, Formula]:
    """Give a claim and its conditions; what has a name keeps it under the conditions."""
    names = {_under(ring, term): name for term, name in n.names.items()}
    return claim_in(Notation(names, n.vector), claim), conditions_formula(ring)


def _under(ring: Parameters, term: Term) -> Term:
    rings = {matrix.ring for matrix in matrices_in(term)}
    mine = all(isinstance(r, Parameters) and set(r.nonzero) <= set(ring.nonzero) for r in rings)
    return with_ring(term, ring) if mine else term


# A formula for each claim, and for each notion that is said with several.
FORMULAS: dict[type[s.Claim] | type[q.Notion], Callable[[Notation, Any], Formula]] = {
    s.Equal: _relation("="),
    s.Unequal: _relation("!="),
    s.Member: _relation("in"),
    s.NotMember: _relation("not in"),
    s.Included: _relation("<="),
    s.NotIncluded: _relation("not <="),
    s.Independent: _property("linearly independent"),
    s.Dependent: _property("linearly dependent"),
    q.BasisOf: _property("a basis of"),
    q.NotBasisOf: _property("not a basis of"),
    s.LowerTriangular: _matrix_property("is lower triangular"),
    s.Invertible: _matrix_property("is invertible"),
    s.NotInvertible: _matrix_property("is not invertible"),
    s.Solutions: _solutions,
    s.SingularValues: _enclosed("has its singular values"),
    s.Eigenvalues: _enclosed("is symmetric and has its eigenvalues"),
    q.Consistent: _system_property("has a solution"),
    q.NoSolution: _system_property("has no solution"),
    q.HasCoordinates: _coordinates,
    q.ChangeOfBasis: _change_of_basis,
    q.DirectSum: _direct_sum,
    q.NotDirectSum: _not_direct_sum,
    q.Projection: _projection,
    q.Factors: _factors,
    q.Reduces: _reduces,
    s.AllOf: _composed("and"),
    s.AnyOf: _composed("or"),
    s.Cases: _cases,
    ForAll: lambda _, claim: statement_box(claim),
    NotForAll: lambda _, claim: statement_box(claim),
}
