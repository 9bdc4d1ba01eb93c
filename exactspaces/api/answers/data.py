"""Answers as plain data: what goes into JSON, and what `as_dict` gives.

Numbers are texts such as "3/4", vectors lists, matrices lists of rows; sizes and positions are
whole numbers.
"""

from typing import Any

from exactspaces.api.answers.conditions import conditions_text
from exactspaces.api.answers.constructs import construct_data
from exactspaces.api.answers.formal_data import formal_data
from exactspaces.fields import entries, entry, field_name
from exactspaces.kernel import (
    Certificate,
    Choice,
    Columns,
    Count,
    Covered,
    Functional,
    Given,
    Matrix,
    Number,
    ReducedEchelon,
    Ring,
    Span,
)
from exactspaces.questions import (
    AffineSet,
    BasisAmong,
    BasisChange,
    BasisExtension,
    BasisFor,
    ByCases,
    Complement,
    CoordinatesIn,
    LowerUpper,
    ProjectionOnto,
    Question,
    SolutionSet,
    ValueOf,
)
from exactspaces.questions.comparisons import is_yes_no, says_yes
from exactspaces.questions.constructions import Construct
from exactspaces.questions.formal import Formal
from exactspaces.spaces import Ambient, Coordinates


def matrix_data(matrix: Matrix) -> list[list[str]]:
    """Give the rows of a matrix as texts."""
    return [[str(x) for x in row] for row in entries(matrix)]


def vector_data(column: Matrix) -> list[str]:
    """Give the entries of a column as texts."""
    return [str(x) for (x,) in entries(column)]


def space_data(basis: Matrix, ambient: Ambient | None) -> dict[str, Any]:
    """Give a subspace by its ambient space, dimension and basis."""
    ambient = ambient or Coordinates(basis.width)
    return {
        "ambient": ambient.name(field_name(basis.ring)),
        "dim": basis.height,
        "basis": [ambient.data(row) for row in entries(basis)],
    }


def echelon_data(matrix: Matrix) -> dict[str, Any]:
    """Give a reduced echelon form with its pivots (from 1) and its rank."""
    zero = matrix.ring.is_zero
    leads = [next((j for j, x in enumerate(row) if not zero(x)), None) for row in matrix.rows]
    pivots = [j + 1 for j in leads if j is not None]
    return {"matrix": matrix_data(matrix), "pivots": pivots, "rank": len(pivots)}


def solutions_data(
    answer: AffineSet | None, witness: Matrix | None, ambient: Ambient | None = None
) -> dict[str, Any]:
    """Give a solution set: its kind, a particular solution, directions, or a witness of none."""
    if answer is None:
        row = None if witness is None else [str(x) for x in entries(witness)[0]]
        return {"kind": "none", "particular": None, "directions": [], "witness": row}
    ambient = ambient or Coordinates(answer.directions.width)
    directions = [ambient.data(row) for row in entries(answer.directions)]
    return {
        "kind": "infinite" if directions else "unique",
        "particular": ambient.data(entries(answer.particular.transpose)[0]),
        "directions": directions,
        "witness": None,
    }


def factors_data(answer: LowerUpper) -> dict[str, Any]:
    """Give the factors by name; P permutes the rows so that P A = L U."""
    n = len(answer.order)
    permutation = [[str(int(j + 1 == i)) for j in range(n)] for i in answer.order]
    return {
        "P": permutation,
        "L": matrix_data(answer.lower),
        "U": matrix_data(answer.upper),
        "order": list(answer.order),
    }


def answer_data(
    question: Question, answer: Any, ambient: Ambient | None, evidence: Certificate | None = None
) -> Any:
    """Give the answer to a question as plain data; None where there is no answer.

    The evidence has the witness that a system is inconsistent.
    """
    match question:
        case ByCases(_, inner):
            proofs = evidence.proofs if isinstance(evidence, Covered) else (None,) * len(answer)
            cases = zip(answer, proofs, strict=True)
            return {"cases": [_case(inner, item, (ambient, proof)) for item, proof in cases]}
        case _ if is_yes_no(question):
            return says_yes(answer)
        case SolutionSet():
            proof = evidence.proof if isinstance(evidence, Choice) else None
            witness = proof.row if isinstance(proof, Functional) else None
            return solutions_data(answer, witness, ambient)
        case _ if isinstance(answer, Construct):
            return construct_data(answer.in_space(ambient))
        case Formal():
            return formal_data(question, answer)
        case _ if answer is None:
            return None
        case _ if isinstance(answer, str):
            return answer
        case BasisFor() | BasisAmong() | BasisExtension() | Complement():
            return space_data(answer, ambient)
        case CoordinatesIn():
            return vector_data(answer)
        case BasisChange() | ProjectionOnto():
            return matrix_data(answer)
        case ValueOf(term):
            return _value(term, answer, ambient)
    return factors_data(answer) if isinstance(answer, LowerUpper) else matrix_data(answer)


def _case(
    question: Question,
    item: tuple[Ring, Any],
    how: tuple[Ambient | None, Certificate | None],
) -> dict[str, Any]:
    ring, answer = item
    return {"when": conditions_text(ring), "answer": answer_data(question, answer, *how)}


def _value(term: Any, answer: Any, ambient: Ambient | None) -> Any:
    match answer:
        case Number(value):
            return str(entry(value))
        case Count(value):
            return str(value)
        case Columns(positions):
            return list(positions)
        case Span(Given(basis)):
            return space_data(basis, ambient)
        case Given(matrix) if isinstance(term, ReducedEchelon):
            return echelon_data(matrix)
        case Given(matrix) if ambient is not None and ambient != Coordinates(0):
            return ambient.data([x for (x,) in entries(matrix)])
        case Given(matrix) if ambient is not None:
            return vector_data(matrix)
        case Given(matrix):
            return matrix_data(matrix)
    return None
