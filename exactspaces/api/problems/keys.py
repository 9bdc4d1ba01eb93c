"""Answers in short, as running text: what stands in the key of an exercise sheet."""

from collections.abc import Mapping, Sequence
from typing import Any

from exactspaces.api.answers.plain import case_line
from exactspaces.api.problems.formal_keys import formal_key, request_key
from exactspaces.api.problems.formal_solutions import is_formal
from exactspaces.api.problems.marks import settle_kept
from exactspaces.api.problems.parts import SolvedPart
from exactspaces.api.problems.texts import value_formula
from exactspaces.api.processes.budget import Budget
from exactspaces.api.results import Result
from exactspaces.errors import ExactSpacesError
from exactspaces.fields import entries, matrix_from, number
from exactspaces.kernel import Columns, Given, Matrix, Span
from exactspaces.marking.judging import Case
from exactspaces.marking.marker import case_of
from exactspaces.marking.models import MODELS, model_value
from exactspaces.marking.written import answer_text
from exactspaces.questions import ByCases, LowerUpper, Question, SolutionSet
from exactspaces.questions.comparisons import is_yes_no
from exactspaces.questions.constructions import Construct, Part
from exactspaces.questions.formal import Formal
from exactspaces.reading.answers.eigenpairs import EigenPairs
from exactspaces.reading.problems.texts import Shown
from exactspaces.rendering.ambients import vector_of
from exactspaces.rendering.documents import Pieces
from exactspaces.rendering.formulas import Formula, Join, SetOf, Sym
from exactspaces.rendering.terms import (
    basis_formula,
    matrix_grid,
    tuple_formula,
    vector_formula,
)
from exactspaces.settle import Outcome
from exactspaces.spaces import Polynomials
from exactspaces.variants.answers import trial
from exactspaces.variants.stream import Stream

_LISTS = ("basis", "basis-among", "spanning-set", "orthogonal-basis", "orthonormal-basis")
_TEXTS = ("formal-basis", "row-operations")
_MODELS, _FORMS = frozenset(MODELS) - {"polynomial"}, ("diagonalization", "jordan-form")


def key_pieces(part: SolvedPart, told: Mapping[str, str], budget: Budget) -> Pieces:
    """Give the answer to a part, without its reason; what is open is called undecided.

    `told` are the names that the problem tells, as for marking.
    """

    def settle(question: Question) -> Outcome:
        return settle_kept(question, budget)

    asked = part.part
    if is_formal(asked) and asked.answer.kind != "tuple":
        return (formal_key(asked, told, settle),)
    listed = asked.answer.kind in _MODELS  # several numbers in any order are one answer
    results = part.results[: 1 if listed else len(asked.requests)]
    out: Pieces = ()
    for result in results:
        out = (*out, *(("; ",) if out else ()))
        if isinstance(result.request.question, Formal):
            out = (*out, request_key(asked, result.request, told, settle))
        else:
            case = case_of(asked, result.request, told, settle)
            out = (*out, *(_of_kind(case, result) or _of(part, result, case.kind, budget)))
    return out


def _of_kind(case: Case, result: Result) -> Pieces:
    """Give what is typed where the solution says more than is asked; nothing for other kinds."""
    if case.kind not in (*_MODELS, *_TEXTS) or result.theorem is None:
        return ()
    return _short(case) if case.kind in _TEXTS else _modelled(case)


def _short(case: Case) -> Pieces:
    """Give letters and row operations as they are typed."""
    found = trial(case, Stream("key"))
    return () if found is None else (found.key,)


def _modelled(case: Case) -> Pieces:
    """Give the right answer of a kind whose solution says more than is asked."""
    try:
        value = model_value(case)
    except ExactSpacesError as error:
        return (f"undecided: {error}",) if case.kind in _FORMS else ()
    match value:
        case None:
            return ("there is none",)
        case dict():
            return _named([*value.items()])
        case EigenPairs(values, spaces):
            return _paired(values, spaces) or ("none",)
        case Matrix() if case.kind == "scalar-set":
            return (SetOf(tuple(map(_number, _rows(value)))),) if value.height else ("none",)
        case Matrix() if case.kind in _LISTS:
            space = case.setting.ambient
            vector = tuple_formula if space is None else vector_of(space)
            return (basis_formula(value, vector),) if value.height else ("{}",)
        case Matrix():
            return (vector_formula(value) if value.width == 1 else matrix_grid(value),)
    return (answer_text(case, value),)


def _rows(matrix: Matrix) -> list[Matrix]:
    return [matrix_from(x.ring, [[x]], 1) for (x,) in entries(matrix)]


def _number(value: Matrix) -> Formula:
    return matrix_grid(value).rows[0][0]


def _paired(values: Matrix, spaces: tuple[Matrix, ...]) -> Pieces:
    """Give each eigenvalue with its vectors."""
    out: Pieces = ()
    for value, rows in zip(_rows(values), spaces, strict=True):
        out = (*out, *(("; ",) if out else ()), _number(value), ": ", basis_formula(rows))
    return out


def _of(part: SolvedPart, result: Result, kind: str, budget: Budget) -> Pieces:
    outcome = result.outcome
    if outcome.theorem is None:
        return (f"undecided: {result.reason}",)
    if part.part.answer.options.get("which") == "free":
        listed = part.answers[part.results.index(result)]
        return (", ".join(map(str, listed)) or "none",)
    yes_no = kind == "yes-no" or is_yes_no(outcome.question)
    if yes_no or isinstance(outcome.answer, bool):
        return ("yes" if outcome.verdict == "proved" else "no",)
    rows = _basis(outcome.answer) if kind in _LISTS else None
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
    if isinstance(answer, LowerUpper):
        return _factors(answer)
    if isinstance(answer, Construct):
        return (
            ("there is none",)
            if answer.missing
            else _parts(answer.in_space(result.request.ambient))
        )
    if isinstance(question, ByCases):
        cases = (case_line(question, item, result.request.ambient) for item in answer)
        return ("; ".join(case.strip() for case in cases),)
    if answer is None:
        return ("no solution" if isinstance(question, SolutionSet) else "there is none",)
    if isinstance(answer, Columns):
        return (", ".join(map(str, answer.positions)) or "none",)
    return (value_formula(Shown(result.request.text, result.request), budget),)


def _factors(answer: LowerUpper) -> Pieces:
    """Give L and U, with P before them where rows were exchanged."""
    named = [("L", answer.lower), ("U", answer.upper)]
    order, ring = answer.order, answer.lower.ring
    if list(order) != sorted(order):
        places = range(len(order))
        rows = [[number(ring, int(k == i - 1)) for k in places] for i in order]
        named.insert(0, ("P", matrix_from(ring, rows, len(order))))
    return _named(named)


def _named(named: Sequence[tuple[str, Matrix]]) -> Pieces:
    """Give matrices with their names."""
    out: Pieces = ()
    for name, matrix in named:
        out = (*out, *((", ",) if out else ()), Join("=", (Sym(name), matrix_grid(matrix))))
    return out


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
    how = tuple_formula if part.ambient is None else vector_of(part.ambient)
    match part.kind:
        case "vectors":
            return basis_formula(value, how)
        case "vector":
            return vector_formula(value, how)
        case "number":
            return matrix_grid(value).rows[0][0]
        case "polynomial":
            return vector_formula(value, vector_of(Polynomials(value.width - 1, "t")))
    return matrix_grid(value)
