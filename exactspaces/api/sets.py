"""The three conditions of a subspace, for a set given by conditions."""

from dataclasses import replace

from exactspaces.api.budget import Budget
from exactspaces.api.condition_reports import AnswerReport, ConditionReport
from exactspaces.api.spaces import settled
from exactspaces.kernel import Certificate, Claim, KernelError, Theorem, check
from exactspaces.kernel.formulas import Apply, Constant, Every, Variable
from exactspaces.kernel.sentences import domain_text
from exactspaces.kernel.statements import Instance, Normalised, RunThrough
from exactspaces.questions import laws
from exactspaces.questions.obligations import Obligation
from exactspaces.rendering.spaces import ambient_text, carrier_text
from exactspaces.rendering.vectors import vector_text
from exactspaces.settle import Outcome
from exactspaces.spaces.user import UserSpace, Vector
from exactspaces.worked.law_reasons import explained, failing_condition

ASKS = {
    "zero": "The zero vector is in the set",
    "closed_add": "Sums stay in the set",
    "closed_scale": "Multiples stay in the set",
}


def with_usual_operations(space: UserSpace) -> UserSpace:
    """Give the set of the space with the addition and scaling component by component."""
    u, v, a = space.vector("u"), space.vector("v"), Variable("a")
    sums = tuple(Apply("+", pair) for pair in zip(u, v, strict=True))
    return replace(space, add=sums, scale=tuple(Apply("*", (a, x)) for x in u))


def three_conditions(space: UserSpace, budget: Budget) -> tuple[ConditionReport, ...]:
    """Settle the three conditions of a subspace one by one."""
    found = [zero_condition(space)]
    for name in ("closed_add", "closed_scale"):
        outcome = settled(Obligation(space, name), budget)
        found.append(closure_condition(space, name, outcome))
    return tuple(found)


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


def set_report(space: UserSpace, budget: Budget, subject: str = "") -> AnswerReport:
    """Report whether the carrier is a subspace, with the usual operations."""
    usual = with_usual_operations(space)
    return AnswerReport(
        subject or carrier_text(space),
        f"a subspace of {ambient_text(replace(space, condition=Every(())))}",
        domain_text(space.field),
        three_conditions(usual, budget),
    )
