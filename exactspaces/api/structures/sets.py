"""The three conditions of a subspace, for a set given by conditions."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product
from math import prod

from exactspaces.api.processes.assistant import done_in_time
from exactspaces.api.processes.budget import Budget, Work
from exactspaces.api.structures.condition_reports import AnswerReport, ConditionReport
from exactspaces.api.structures.function_dimensions import dimension_facts
from exactspaces.api.structures.spaces import settled
from exactspaces.errors import ExactSpacesError
from exactspaces.fields import entries
from exactspaces.kernel import Certificate, Claim, KernelError, Matrix, Theorem, check
from exactspaces.kernel.finite import size_of
from exactspaces.kernel.formulas import (
    ComplexNumbers,
    Constant,
    Domain,
    Every,
    Finite,
    Formula,
    Variable,
)
from exactspaces.kernel.sentences import domain_text
from exactspaces.kernel.statements import Instance, Normalised, RunThrough, Severally
from exactspaces.questions import AffineSet, laws
from exactspaces.questions.obligations import Obligation
from exactspaces.questions.sets import SpannedBy, entry_formula
from exactspaces.reading.request import read_request
from exactspaces.rendering.spaces import ambient_text, carrier_text
from exactspaces.rendering.vectors import vector_text
from exactspaces.settle import Outcome, settle
from exactspaces.spaces.sets import CLASS_THEOREMS, ConditionSet
from exactspaces.spaces.user import Entries, Single, Slots, UserSpace, Vector
from exactspaces.spaces.values import element
from exactspaces.worked.law_reasons import explained, failing_condition

_MOST_CASES = 100_000
_MOST_TRIED = 3000
ASKS = {
    "zero": "The zero vector is in the set",
    "closed_add": "Sums stay in the set",
    "closed_scale": "Multiples stay in the set",
}


def three_conditions(space: UserSpace, budget: Budget) -> tuple[ConditionReport, ...]:
    """Settle the three conditions of a subspace one by one."""
    found = [zero_condition(space)]
    for name in ("closed_add", "closed_scale"):
        outcome = settled(Obligation(space, name), budget)
        found.append(closure_condition(space, name, outcome))
    return tuple(found)


def within(work: Work, name: str, asks: str, budget: Budget) -> ConditionReport:
    """Give the report that the work makes; undecided when the budget is used."""
    found = done_in_time(work, budget)
    if isinstance(found, ConditionReport):
        return found
    return ConditionReport(name, asks, "undecided", found.reason)


def closure_condition(space: UserSpace, name: str, outcome: Outcome) -> ConditionReport:
    """Report on closure under sums or multiples."""
    said = explained(space, outcome)
    reason = said.reason.replace("in the carrier", "in the set")
    return ConditionReport(
        name, ASKS[name], outcome.verdict, reason, said.witness, outcome.theorem
    )


def zero_condition(space: UserSpace) -> ConditionReport:
    """Decide whether the zero vector is in the set."""
    zero: Vector = (Constant(0),) * space.size
    text = vector_text(space, zero)
    claim = laws.constant_inside(space, zero)
    theorem = first_theorem(claim, (Normalised(), RunThrough()))
    if theorem is not None:
        return ConditionReport(
            "zero", ASKS["zero"], "proved", f"{text} is in the set", {"zero": text}, theorem
        )
    denied = laws.about(space, "", "a", laws.inside(space, zero)).refuted()
    theorem = first_theorem(denied, (Instance((Constant(0),)),))
    if theorem is None:
        return ConditionReport(
            "zero", ASKS["zero"], "undecided", f"it is not seen whether {text} is in the set"
        )
    why = failing_condition(space, zero)
    reason = f"{text} is not in the set" + (f": {why}" if why else "")
    return ConditionReport("zero", ASKS["zero"], "refuted", reason, {"zero": text}, theorem)


def first_theorem(claim: Claim, certificates: tuple[Certificate, ...]) -> Theorem | None:
    """Give the theorem by the first certificate that proves the claim."""
    for certificate in certificates:
        try:
            return check(claim, certificate)
        except KernelError:
            continue
    return None


def shown(statement: laws.Statement) -> Theorem | None:
    """Prove a statement by normal forms, part by part, or by trying all cases if they are few."""
    claim = statement.proved()
    sizes = [size_of(q.domain) for q in claim.quantities if isinstance(q.domain, Finite)]
    if sizes:
        few = prod(sizes) <= _MOST_CASES
        return first_theorem(claim, (RunThrough(),)) if few else None
    plain: list[Certificate] = [Normalised()]
    if isinstance(claim.conclusion, Every):
        plain.append(Severally((Normalised(),) * len(claim.conclusion.conditions)))
    return first_theorem(claim, tuple(plain))


def small_values(statement: laws.Statement) -> Iterator[Vector]:
    """Give small values for the quantities, those with few that are not zero first."""
    choices = [_small(quantity.domain) for quantity in statement.quantities]
    every = list(islice(product(*choices), _MOST_CASES))
    every.sort(key=lambda values: sum(x != Constant(0) for x in values))
    yield from every[:_MOST_TRIED]


def _small(domain: Domain) -> tuple[Formula, ...]:
    if isinstance(domain, Finite):
        return tuple(element(k, domain) for k in range(min(size_of(domain), 5)))
    imaginary = (Variable("i"),) if isinstance(domain, ComplexNumbers) else ()
    return (*map(Constant, (0, 1, -1, 2)), *imaginary)


def set_report(one: ConditionSet, budget: Budget, subject: str = "") -> AnswerReport:
    """Report whether the set is a subspace.

    Where a basis is found, the theorem says that the set is its span; that decides all three
    conditions.
    """
    space = one.as_space()
    whole = replace(space, condition=Every(()))
    remark = "; ".join(f"{name}: {CLASS_THEOREMS[name]}" for name in one.classes)
    found = AnswerReport(
        subject or carrier_text(space),
        f"a subspace of {ambient_text(whole)}",
        domain_text(space.field),
        three_conditions(space, budget),
        remark=remark,
    )
    if found.verdict == "refuted":
        return replace(found, remark=_coset(one) or remark)
    if one.infinite or isinstance(space.form, Slots):
        known = dimension_facts(one) if found.verdict == "proved" else {}
        return replace(found, facts=known)
    return _with_basis(found, space, settled(SpannedBy(space), budget))


def _with_basis(found: AnswerReport, space: UserSpace, spanned: Outcome) -> AnswerReport:
    if spanned.verdict != "proved" or not isinstance(spanned.answer, Matrix):
        return found
    basis = [vector_text(space, row) for row in basis_vectors(spanned.answer)]
    said = f"the set is the span of {{{', '.join(basis)}}}"
    conditions = tuple(
        x
        if x.verdict == "proved"
        else ConditionReport(x.name, x.asks, "proved", said, None, spanned.theorem)
        for x in found.conditions
    )
    facts = {"dimension": len(basis), "basis": basis}
    return replace(found, conditions=conditions, facts=facts, evidence=spanned.theorem)


def _coset(one: ConditionSet) -> str:
    """Say so when the set is a point plus a subspace; empty when that is not seen."""
    system = one.linear_system()
    field = domain_text(one.field)
    if system is None or not any(system.right) or not isinstance(one.form, Entries | Single):
        return ""
    try:
        names = {"A": [list(row) for row in system.rows], "b": tuple(system.right)}
        found = settle(read_request("solve(A, b)", field, names).question).answer
    except ExactSpacesError:
        return ""
    if not isinstance(found, AffineSet):
        return ""
    rows = [*entries(found.particular.transpose), *entries(found.directions)]
    vectors = [f"({','.join(map(str, row))})" for row in rows]
    span = f" + span{{{', '.join(vectors[1:])}}}" if vectors[1:] else ""
    return f"not a subspace, but a coset: {vectors[0]}{span}"


def basis_vectors(matrix: Matrix) -> tuple[Vector, ...]:
    """Give the rows of a matrix as vectors of formulas."""
    return tuple(tuple(entry_formula(matrix, x) for x in row) for row in matrix.rows)
