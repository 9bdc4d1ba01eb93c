"""Spaces of your own: is this a vector space? Each axiom is proved or refuted by itself."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from exactspaces.api.processes.assistant import settle_in_time, undecided
from exactspaces.api.processes.budget import Budget
from exactspaces.api.structures.space_reports import SpaceReport, SpaceReports
from exactspaces.errors import NotUnderstood
from exactspaces.fields.names import read_over
from exactspaces.kernel import Extension, PrimeField, Rationals
from exactspaces.kernel.formulas import (
    Apply,
    Compare,
    ComplexNumbers,
    Domain,
    Finite,
    Integers,
    Labels,
    Reals,
)
from exactspaces.kernel.records import Record
from exactspaces.kernel.sentences import domain_text
from exactspaces.questions import Question, laws
from exactspaces.questions.obligations import Absent, Obligation, Shown, TransportOf
from exactspaces.reading.spaces.tables import read_space_table
from exactspaces.reading.spaces.tracing import trace_user_space
from exactspaces.rendering.vectors import signs_of, vector_text
from exactspaces.settle import Outcome
from exactspaces.spaces.user import UserSpace, Vector
from exactspaces.worked.judged import Judged

Parts = UserSpace | Mapping[str, Any]
Operation = str | Callable[..., Any]
PARTS = ("field", "carrier", "add", "scale", "where")


def space(
    field: str, carrier: str, add: Operation, scale: Operation, where: str | None = None
) -> UserSpace:
    """Define a space: a field, a carrier, and formulas for the two operations.

    The formulas are texts, or Python functions that are traced once on symbols. Vectors are u and
    v, their components u1, u2, ... or those of the tuple in the carrier; the scalar is a.

    >>> space("R", "x > 0", "u*v", "u^a").names("u")
    ('u',)
    """
    return trace_user_space(field, carrier, add, scale, where)


def axioms(
    space: Parts, over: str | None = None, budget: "float | Budget" = 10
) -> SpaceReport | SpaceReports:
    """Judge the ten obligations of a vector space, each by itself, with a theorem for each.

    `space` is what `space(...)` gives, or a mapping with its arguments. `over` names other fields,
    "R, C, GF(5)", for which the same formulas are judged: several give one report for each.
    `budget` is the number of seconds for each obligation.

    Raises NotUnderstood for texts without meaning, NotAField.

    >>> report = axioms(space("R", "x > 0", "u*v", "u^a"))
    >>> report.verdict, report.zero, report.negative
    ('proved', '1', '1/u')
    """
    return judged(as_space(space), over, budget_of(budget))


def judged(
    space: UserSpace, over: str | None, budget: Budget, name: str = "V"
) -> SpaceReport | SpaceReports:
    """Judge a space over its own field, or over others."""
    if over is None:
        return report_on(space, budget, name)
    domains = [read_domain(text) for text in fields_in(over)]
    reports = tuple(report_on(moved(space, domain), budget, name) for domain in domains)
    return reports[0] if len(reports) == 1 else SpaceReports(reports)


def as_space(parts: Parts) -> UserSpace:
    """Give the space that the parts define."""
    if isinstance(parts, UserSpace):
        return parts
    if all(not callable(x) for x in parts.values()):
        return read_space_table(parts)
    unknown = [key for key in parts if key not in PARTS]
    missing = [key for key in PARTS[:4] if key not in parts]
    if unknown or missing:
        raise NotUnderstood(
            f"a space has the parts {', '.join(PARTS)}"
            + (f"; {', '.join(missing)} missing" if missing else "")
            + (f"; {', '.join(map(str, unknown))} unknown" if unknown else "")
        )
    return space(**parts)


def budget_of(budget: "float | Budget") -> Budget:
    """Give a budget for a number of seconds."""
    if isinstance(budget, Budget):
        return budget
    if not math.isfinite(budget) or budget <= 0:
        raise NotUnderstood(f"a budget of {budget}: a positive number of seconds is due")
    return Budget(seconds=budget)


def report_on(space: UserSpace, budget: Budget, name: str = "V") -> SpaceReport:
    """Judge each obligation, and look for an isomorphism when none fails."""
    outcomes: dict[str, Outcome] = {}
    for one in laws.OBLIGATIONS:
        outcomes[one] = _outcome(space, one, outcomes, budget)
    judged = Judged(space, outcomes, name=name)
    if judged.verdict == "refuted":
        judged = replace(judged, remark=_remark(space, outcomes, budget))
    else:
        judged = replace(judged, transport=settled(TransportOf(space), budget))
    return SpaceReport(judged)


def _outcome(
    space: UserSpace, name: str, before: Mapping[str, Outcome], budget: Budget
) -> Outcome:
    if name != "neg_exists":
        return settled(Obligation(space, name), budget)
    zero = before["zero_exists"]
    match zero.answer:
        case Shown(tuple() as vector) if zero.verdict == "proved":
            return settled(Obligation(space, name, vector), budget)
        case Absent() if zero.verdict == "refuted":
            return Outcome(Obligation(space, name), "refuted", zero.answer, zero.theorem, "")
    return undecided(Obligation(space, name), "the zero vector is not known")


def settled(question: Question, budget: Budget) -> Outcome:
    """Settle a question within the budget."""
    return settle_in_time(question, budget)


def _remark(space: UserSpace, outcomes: Mapping[str, Outcome], budget: Budget) -> str:
    """Say so when there is a zero on one side only."""
    if outcomes["add_comm"].verdict != "refuted":
        return ""
    u, v = space.vector("u"), space.vector("v")
    turned = settled(Obligation(replace(space, add=space.sum(v, u)), "zero_exists"), budget)
    left, right = _zero(turned), _zero(outcomes["zero_exists"])
    plus = signs_of(space).plus
    if left is not None and outcomes["zero_exists"].verdict == "refuted":
        z = vector_text(space, left)
        return f"zero on one side only: {z} {plus} v = v for all v, but no z has v {plus} z = v"
    if right is not None and turned.verdict == "refuted":
        z = vector_text(space, right)
        return f"zero on one side only: v {plus} {z} = v for all v, but no z has z {plus} v = v"
    return ""


def _zero(outcome: Outcome) -> Vector | None:
    return outcome.answer.witness if isinstance(outcome.answer, Shown) else None


def fields_in(text: str) -> list[str]:
    """Take a list of fields apart at the commas outside of brackets."""
    found = [x.strip() for x in re.split(r",(?![^()]*\))", text)]
    if not all(found):
        raise NotUnderstood(f"{text!r}: a list of fields is due, such as 'R, C, GF(2), GF(5)'")
    return found


def read_domain(text: str) -> Domain:
    """Read a field of scalars: R, C, Q, or a finite field.

    Raises NotUnderstood or NotAField.
    """
    over = read_over(text)
    if over.growth != "fixed":
        return Reals() if over.growth == "real" else ComplexNumbers()
    ring = over.ring
    if isinstance(ring, Rationals | PrimeField) or (
        isinstance(ring, Extension) and ring.characteristic
    ):
        return ring
    raise NotUnderstood(f"{text}: the scalars are from Q, R, C or a finite field")


def moved(space: UserSpace, field: Domain) -> UserSpace:
    """Give the space of the same formulas over another field.

    Components that were from the old field are from the new one. Raises NotUnderstood when the
    formulas say nothing there.
    """
    domains = tuple(field if x == space.field else x for x in space.domains)
    found = replace(space, field=field, domains=domains)
    why = _senseless(found)
    if why:
        raise NotUnderstood(f"over {domain_text(field)}: {why}")
    return found


def _senseless(space: UserSpace) -> str:
    finite = [isinstance(x, Finite) for x in (space.field, *space.domains)]
    kinds = {x for x in space.domains if not isinstance(x, Labels)}
    if any(finite) and not all(finite):
        return "the components of the vectors are from another field"
    if finite[0] and kinds - {space.field} and Integers() not in kinds:
        return "the components of the vectors are from another field"
    written = (space.condition, space.add, space.scale)
    if finite[0] and _uses_order(written):
        return "an order, or a function such as exp or a root, has no meaning there"
    return ""


def _uses_order(part: Any) -> bool:
    if isinstance(part, Compare) and part.relation not in ("=", "!="):
        return True
    if isinstance(part, Apply) and part.function not in ("+", "-", "*", "/", "^"):
        return True
    inner = part if isinstance(part, tuple) else part.values if isinstance(part, Record) else ()
    return any(map(_uses_order, inner))
