"""Subspaces, linear maps, inner products and spaces of your own, asked in text."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from exactspaces.api.processes.budget import Budget
from exactspaces.api.structures.condition_reports import AnswerReport, FieldReports
from exactspaces.api.structures.forms import FormOn, inner_product_report
from exactspaces.api.structures.maps import MapBetween, linear_report
from exactspaces.api.structures.sets import set_report
from exactspaces.api.structures.space_reports import SpaceReport, SpaceReports
from exactspaces.api.structures.spaces import (
    as_space,
    budget_of,
    fields_in,
    judged,
    moved,
    read_domain,
)
from exactspaces.errors import NotUnderstood
from exactspaces.kernel.formulas import Domain, Reals
from exactspaces.reading.spaces.maps import read_formula_form, read_formula_map
from exactspaces.reading.spaces.sets import read_condition_set
from exactspaces.spaces.sets import ConditionSet
from exactspaces.spaces.user import UserSpace

Report = AnswerReport | FieldReports
_SPACE = re.compile(r"\s*vector_space\s*\(\s*(\w+)\s*\)\s*")
_SUBSPACE = re.compile(r"\s*subspace\s*(\{.*\})\s*", re.DOTALL)
_FIELD = re.compile(r"(?:\bin|∈|subset of|⊆)\s*([A-Za-zℝℂℚ]+(?:\([0-9^]+\)|_?[0-9]+)?)\s*\^")
_NO_FIELD = "QQ"  # what `decide` works over when nothing is said


def subspace(set_text: str, over: str | None = None, budget: "float | Budget" = 10) -> Report:
    """Decide whether a set given by a condition is a subspace, each condition by itself.

    Several fields in `over` give one report for each.

    Raises NotUnderstood for a text without meaning.

    >>> report = subspace("{(x, y) in R^2 : x*y = 0}")
    >>> report.verdict, report["zero"].verdict
    ('refuted', 'proved')
    """
    limits = budget_of(budget)
    given = set_in(set_text)

    def report(field: Domain) -> AnswerReport:
        return set_report(_moved(given, field), limits, set_text.strip())

    return _for_fields(report, [given.field] if over is None else _listed(over))


def set_in(text: str) -> ConditionSet:
    """Read a set given by a condition; its field is in the text, R where none is named.

    Raises NotUnderstood.
    """
    named = _FIELD.search(text)
    field: Domain = Reals()
    with suppress(NotUnderstood):
        field = read_domain(named.group(1)) if named else field
    return read_condition_set(text, field)


def _moved(one: ConditionSet, field: Domain) -> ConditionSet:
    if field == one.field:
        return one
    space = moved(one.as_space(), field)
    return replace(one, field=field, domains=space.domains)


def _for_fields(report: Callable[[Domain], AnswerReport], fields: list[Domain]) -> Report:
    reports = tuple(map(report, fields))
    return reports[0] if len(reports) == 1 else FieldReports(reports)


def linear(map_text: str, over: str | None = None, budget: "float | Budget" = 10) -> Report:
    """Decide whether a map given by a formula is linear, over R unless `over` names fields.

    Raises NotUnderstood for a text without meaning.

    >>> report = linear("T(x, y) = (x + 1, y)")
    >>> report.verdict, report["additive"].verdict
    ('refuted', 'refuted')
    """

    def report(field: Domain) -> AnswerReport:
        one = read_formula_map(map_text, field)
        read = MapBetween(one.source, one.target, one.formulas, one.name)
        return linear_report(read, budget_of(budget), map_text.strip())

    return _for_fields(report, _listed(over))


def inner_product(
    form_text: str, over: str | None = None, budget: "float | Budget" = 10
) -> Report:
    """Decide whether a form such as u1*v1 + 2*u2*v2 is an inner product, over R unless told.

    Raises NotUnderstood for a text without meaning.

    >>> inner_product("B(u, v) = u1*v1 + 2*u2*v2").facts["squares"]
    'u1^2 + 2*u2^2'
    """

    def report(field: Domain) -> AnswerReport:
        one = read_formula_form(form_text, field)
        form = FormOn(one.space, one.formula, one.name)
        return inner_product_report(form, budget_of(budget), form_text.strip())

    return _for_fields(report, _listed(over))


def _listed(over: str | None) -> list[Domain]:
    return [Reals()] if over is None else [read_domain(x) for x in fields_in(over)]


def asked_structure(
    text: str, over: Any, names: Mapping[str, Any], budget: Budget
) -> "Report | SpaceReport | SpaceReports | None":
    """Answer "vector_space(V)" for a space among the names, or "subspace{...}".

    None for any other text. The field is that of the space or of the set, unless one is named.

    Raises NotUnderstood when V is no space.
    """
    fields = over if isinstance(over, str) and over != _NO_FIELD else None
    space = _SPACE.fullmatch(text)
    if space:
        name = space.group(1)
        if not isinstance(names.get(name), UserSpace | Mapping):
            raise NotUnderstood(
                f"{text.strip()}: {name} is not the name of a space; give it with "
                f'{name}=space("R", "x > 0", "u*v", "u^a")'
            )
        return judged(as_space(names[name]), fields, budget, name)
    found = _SUBSPACE.fullmatch(text)
    return subspace(found.group(1), fields, budget) if found else None
