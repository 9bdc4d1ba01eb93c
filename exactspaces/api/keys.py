"""Answers in short, as running text: what stands in the key of an exercise sheet."""

from typing import Any

from exactspaces.api.budget import Budget
from exactspaces.api.formal_solutions import formal_key, is_formal
from exactspaces.api.plain import case_line
from exactspaces.api.problem_parts import SolvedPart
from exactspaces.api.problem_texts import value_formula
from exactspaces.api.results import Result
from exactspaces.kernel import Columns, Given, Matrix, Span
from exactspaces.questions import ByCases, Decision, SolutionSet
from exactspaces.questions.constructions import Construct, Part
from exactspaces.reading.problems.texts import Shown
from exactspaces.rendering.ambients import vector_of
from exactspaces.rendering.documents import Pieces
from exactspaces.rendering.formulas import Formula, Join, Sym
from exactspaces.rendering.terms import (
    basis_formula,
    matrix_grid,
    tuple_formula,
    vector_formula,
)
from exactspaces.spaces import Polynomials

_LISTS = ("basis", "basis-among", "spanning-set", "orthogonal-basis", "orthonormal-basis")


def key_pieces(part: SolvedPart, budget: Budget) -> Pieces:
    """Give the answer to a part, without its reason; what is open is called undecided."""
    if is_formal(part.part):
        return (formal_key(part.part, [result.outcome for result in part.results]),)
    out: Pieces = ()
    for number, result in enumerate(part.results):
        out = (*out, *(("; ",) if number else ()), *_of(part, result, budget))
    return out


def _of(part: SolvedPart, result: Result, budget: Budget) -> Pieces:
    outcome = result.outcome
    if outcome.theorem is None:
        return (f"undecided: {result.reason}",)
    if part.part.answer.options.get("which") == "free":
        listed = part.answers[part.results.index(result)]
        return (", ".join(map(str, listed)) or "none",)
    if isinstance(outcome.question, Decision) or isinstance(outcome.answer, bool):
        return ("yes" if outcome.answer else "no",)
    rows = _basis(outcome.answer) if part.part.answer.kind in _LISTS else None
    if rows is not None:
        ambient = result.request.ambient
        return (basis_formula(rows, tuple_formula if ambient is None else vector_of(ambient)),)
    return _value(result, outcome.answer, budget)


def _basis(answer: Any) -> Matrix | None:
    if isinstance(answer, Span) and isinstance(answer.rows, Given):
        answer = answer.rows.matrix
    return answer if isinstance(answer, Matrix) and answer.height else None


def _value(result: Result, answer: Any, budget: Budget) -> Pieces:
    question = result.outcome.question
    if isinstance(answer, Construct):
        return ("there is none",) if answer.missing else _parts(answer)
    if isinstance(question, ByCases):
        cases = (case_line(question, item, result.request.ambient) for item in answer)
        return ("; ".join(case.strip() for case in cases),)
    if answer is None:
        return ("no solution" if isinstance(question, SolutionSet) else "there is none",)
    if isinstance(answer, Columns):
        return (", ".join(map(str, answer.positions)) or "none",)
    return (value_formula(Shown(result.request.text, result.request), budget),)


def _parts(answer: Construct) -> Pieces:
    out: list[str | Formula] = []
    single = len(answer.shown) == 1
    for part in answer.shown:
        out += [", "] if out else []
        formula = _formula(part)
        if isinstance(formula, str):
            out.append(formula if single else f"{part.name}: {formula}")
        else:
            out.append(formula if single else Join("=", (Sym(part.name), formula)))
    return tuple(out)


def _formula(part: Part) -> Formula | str:
    value = part.value
    if not isinstance(value, Matrix):
        return value
    match part.kind:
        case "vectors":
            return basis_formula(value)
        case "vector":
            return vector_formula(value)
        case "number":
            return matrix_grid(value).rows[0][0]
        case "polynomial":
            return vector_formula(value, vector_of(Polynomials(value.width - 1, "t")))
    return matrix_grid(value)
